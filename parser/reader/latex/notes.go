package latex

import (
	"strconv"
	"strings"

	"ibid/parser/document"
)

// noted reads commands for notes and citations.
func (r *reading) noted(start int, name string) bool {
	switch name {
	case "footnote", "sidenote", "marginnote", "pagenote", "endnote", "thanks", "tablefootnote", "footnotetextonly":
		r.footnote(start, name)
	case "footnotemark", "sidenotemark", "endnotemark":
		r.footnoteMark(start, name)
	case "footnotetext", "sidenotetext", "endnotetext":
		r.footnoteText(start, name)
	case "footcite", "footcites", "footfullcite", "footcitetext", "footnotecite", "smartcite", "autocite", "autocites", "supercite", "fullcite", "cite", "cites", "textcite", "textcites",
		"parencite", "parencites", "citep", "citet", "citealp", "citealt", "citeauthor", "citetitle", "citeyear", "nocite":
		r.cite(start, name)
	case "setcounter", "addtocounter":
		r.set(name)
	case "renewcommand":
		r.renew()
	default:
		return false
	}
	return true
}

// count is the counter of a command.
func (r *reading) count(name string) (*counter, string) {
	if strings.HasPrefix(name, "endnote") || name == "pagenote" {
		return &r.end, "endnotes"
	}
	if r.book && r.chapter > 0 {
		return &r.foot, "chapter " + strconv.Itoa(r.chapter)
	}
	return &r.foot, ""
}

// number is the one that a command gives in brackets, or the next one.
func (r *reading) number(c *counter) string {
	if own, ok := r.option(); ok {
		if n, err := strconv.Atoi(strings.TrimSpace(own)); err == nil {
			return c.show(n)
		}
		if own = strings.TrimSpace(own); own != "" && len(own) <= 8 && !strings.ContainsAny(own, `\{}`) {
			return own
		}
	}
	c.n++
	return c.show(c.n)
}

// key names a note.
func (r *reading) key() string {
	r.notes++
	return "note " + strconv.Itoa(r.notes)
}

// footnote reads a note in its place.
func (r *reading) footnote(start int, name string) {
	c, scope := r.count(name)
	label, key := r.number(c), r.key()
	r.call(start, label, key)
	r.noteText(key, label, scope, start)
}

// call adds a marker.
func (r *reading) call(start int, label, key string) {
	outside := r.w.State
	r.w.Style, r.w.Href = document.Superscript, document.Text{}
	r.w.Marker(document.Unit(label, r.span(start, r.at)), key)
	r.w.State = outside
}

// noteText reads the argument that is a note.
func (r *reading) noteText(key, label, scope string, start int) {
	before := r.note
	r.note = label
	r.w.BeginNote(key, label, scope, r.span(start, r.at))
	r.argument()
	r.w.EndNote()
	r.note = before
}

// footnoteMark reads a marker whose text comes later.
func (r *reading) footnoteMark(start int, name string) {
	c, _ := r.count(name)
	label, key := r.number(c), r.key()
	m := r.marks[label]
	if m.open > 0 {
		key = m.key
	}
	r.call(start, label, key)
	r.marks[label] = mark{key: key, open: m.open + 1}
}

// footnoteText reads the text of a marker that came before.
func (r *reading) footnoteText(start int, name string) {
	c, scope := r.count(name)
	n := c.n
	label := r.number(c)
	if c.n > n {
		c.n = n // without a number it is that of the last marker
		label = c.show(n)
	}
	key := ""
	if m := r.marks[label]; m.open > 0 {
		key = m.key
		r.marks[label] = mark{key: key, open: m.open - 1}
	}
	if key == "" {
		key = r.key()
	}
	r.noteText(key, label, scope, start)
}

// set reads \setcounter{footnote}{n}.
func (r *reading) set(name string) {
	ns, ne, ok := r.raw()
	vs, ve, ok2 := r.raw()
	if !ok || !ok2 {
		return
	}
	n, err := strconv.Atoi(strings.TrimSpace(r.src[vs:ve]))
	if err != nil || n < 0 || n > 1_000_000 {
		return
	}
	c := &r.foot
	switch r.src[ns:ne] {
	case "footnote":
	case "endnote":
		c = &r.end
	default:
		return
	}
	if name == "addtocounter" {
		n += c.n
	}
	c.n = n
}

// renew reads \renewcommand{\thefootnote}{\roman{footnote}}.
func (r *reading) renew() {
	ns, ne, ok := r.raw()
	if !ok {
		return
	}
	for {
		if _, ok := r.option(); !ok {
			break
		}
	}
	vs, ve, ok := r.raw()
	if !ok {
		return
	}
	c := &r.foot
	switch strings.TrimSpace(r.src[ns:ne]) {
	case `\thefootnote`:
	case `\theendnote`:
		c = &r.end
	default:
		return
	}
	for _, style := range []string{"arabic", "roman", "Roman", "alph", "Alph", "fnsymbol"} {
		if strings.Contains(r.src[vs:ve], `\`+style) {
			c.style = style
		}
	}
}
