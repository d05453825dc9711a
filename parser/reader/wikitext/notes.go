package wikitext

import (
	"sort"
	"strconv"
	"strings"

	"ibid/parser/document"
)

// note is one that has a name, or is being read.
type note struct {
	key, group string
	label      string // "" before it is called
	body       piece
	defined    bool // body is set
	read       bool
	sfn        *call // a short note, which has no body
}

// decimal is a number in figures.
func decimal(n int) string { return strconv.Itoa(n) }

// show is the label of a group's nth note.
func show(group string, n int) string {
	first := rune(0)
	switch group {
	case "lower-alpha":
		first = 'a'
	case "upper-alpha":
		first = 'A'
	case "lower-roman":
		return strings.ToLower(roman(n))
	case "upper-roman":
		return roman(n)
	}
	if first == 0 {
		return decimal(n)
	}
	label := ""
	for ; n > 0; n = (n - 1) / 26 {
		label = string(first+rune((n-1)%26)) + label
	}
	return label
}

func roman(n int) string {
	if n > 3999 {
		return decimal(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// survey finds the named notes, and the works that short notes may name.
func (r *reading) survey() {
	short := indexFold(r.src, "{{sfn", 0) >= 0 || indexFold(r.src, "{{harv", 0) >= 0
	inList, until := "", int32(0) // the group of the list that is open, and its end
	for i := range r.constructs {
		c := r.constructs[i]
		if c.end == 0 {
			continue
		}
		switch c.kind {
		case listing:
			t := readTag(r.src, int(c.open))
			inList, until = t.attribute("group"), c.shut
		case ref:
			r.noting = append(r.noting, int(c.open))
			t := readTag(r.src, int(c.open))
			group := t.attribute("group")
			if group == "" && c.open < until {
				group = inList
			}
			r.define(t.attribute("name"), group, piece{int(c.inner), int(c.shut)})
		case template:
			name := r.nameOf(c)
			if listsNotes(name) {
				t := r.call(c)
				inList, until = r.text(&t, "group", "groupe"), c.shut
				if group, ok := groupOfList(name); ok && inList == "" {
					inList = group
				}
			}
			if !callsNote(name) {
				if short && citationName(name) {
					r.list(c)
				}
				continue
			}
			r.noting = append(r.noting, int(c.open))
			if group, ok := noteTemplate(name); ok {
				t := r.call(c)
				body, _ := t.get("1", "text", "texte")
				if own := r.text(&t, "group", "groupe"); own != "" {
					group = own
				}
				r.define(r.text(&t, "name", "nom"), group, body)
			}
		case link, raw, comment:
		}
	}
}

// nameOf is the name of a template in small letters.
func (r *reading) nameOf(c construct) string {
	head := r.src[c.inner:min(c.shut, c.inner+60)]
	if n := strings.IndexAny(head, "|{<"); n >= 0 {
		head = head[:n]
	}
	return strings.ToLower(strings.ReplaceAll(strings.TrimSpace(head), "_", " "))
}

// keyOf is the name of a note, with its group's where it has one.
func keyOf(name, group string) string {
	if name == "" || group == "" {
		return name
	}
	return group + " " + name
}

// define notes what a named note says, where it first says something.
func (r *reading) define(name, group string, body piece) {
	key := keyOf(name, group)
	if key == "" || strings.TrimSpace(r.src[body.start:body.end]) == "" {
		return
	}
	n, ok := r.notes[key]
	if !ok {
		n = &note{key: key, group: group}
		r.notes[key] = n
		r.named = append(r.named, n)
	}
	if !n.defined {
		n.body, n.defined = body, true
	}
}

// calls says whether a note is called in a stretch of the source.
func (r *reading) callsIn(p piece) bool {
	i := sort.SearchInts(r.noting, p.start)
	return i < len(r.noting) && r.noting[i] < p.end
}

// ref reads a <ref>.
func (r *reading) ref(c construct, t tag) {
	name, group := t.attribute("name"), t.attribute("group")
	r.noted(name, group, piece{int(c.inner), int(c.shut)}, document.Span{Start: int(c.open), End: t.end})
}

// noted calls a note, which may say here what it says.
func (r *reading) noted(name, group string, body piece, at document.Span) {
	if r.silent {
		return
	}
	key := keyOf(name, group)
	said := strings.TrimSpace(r.src[body.start:body.end])
	if key == "" {
		r.unnamed++
		r.mark(&note{key: "#" + decimal(r.unnamed), group: group, body: body, defined: true}, at)
		return
	}
	n, ok := r.notes[key]
	if !ok {
		n = &note{key: key, group: group}
		r.notes[key] = n
	}
	if said != "" && n.defined && n.body != body && strings.TrimSpace(r.src[n.body.start:n.body.end]) != said {
		// Two notes of one name: the wiki shows the first alone.
		r.unnamed++
		r.numbered(n)
		n = &note{key: key + "#" + decimal(r.unnamed), group: group, label: n.label, body: body, defined: true}
	}
	r.mark(n, at)
}

// numbered gives a note its number.
func (r *reading) numbered(n *note) {
	if n.label == "" {
		r.groups[n.group]++
		n.label = show(n.group, r.groups[n.group])
	}
}

// mark adds a marker, and behind the first one the note.
func (r *reading) mark(n *note, at document.Span) {
	w := r.w
	if n.defined || n.sfn != nil {
		r.numbered(n)
	}
	outside := w.State
	w.Style, w.Href = document.Superscript, document.Text{}
	if w.InNote() {
		w.Style |= document.Hidden // is no word of the note
	}
	shown := n.label
	if shown == "" {
		shown = n.key // nothing defines it
	}
	w.Marker(document.Unit(shown, at), n.key)
	w.State = outside
	if n.read || n.label == "" {
		return
	}
	n.read = true
	if w.InNote() && (n.body.start < at.Start || n.body.start > at.End) {
		r.waiting = append(r.waiting, n)
		return
	}
	r.say(n, at)
}

// say reads what a note says, and those that it calls.
func (r *reading) say(n *note, at document.Span) {
	w := r.w
	cite := r.inCite
	r.inCite = false
	w.BeginNote(n.key, n.label, n.group, at)
	if n.sfn != nil {
		r.short(n.sfn)
	} else {
		r.part(n.body.start, n.body.end)
	}
	w.EndNote()
	r.inCite = cite
	for !w.InNote() && len(r.waiting) > 0 {
		next := r.waiting[0]
		r.waiting = r.waiting[1:]
		r.say(next, document.Span{Start: next.body.start, End: next.body.start})
	}
}

// uncalled reads the notes that are defined and that nothing calls.
func (r *reading) uncalled() {
	for _, n := range r.named {
		if n.read || !n.defined {
			continue
		}
		n.read = true
		r.numbered(n)
		r.say(n, document.Span{Start: n.body.start, End: n.body.start})
	}
}

// noteTemplate says whether a template's first parameter is a note, and its group.
func noteTemplate(name string) (group string, ok bool) {
	switch name {
	case "efn", "efn-la", "notetag", "nota al piè":
		return "lower-alpha", true
	case "efn-ua":
		return "upper-alpha", true
	case "efn-lr":
		return "lower-roman", true
	case "efn-ur":
		return "upper-roman", true
	case "efn-lg":
		return "lower-greek", true
	case "refn", "#tag:ref", "footnote", "fn", "note", "réf", "ref group":
		return "", true
	}
	return "", false
}

// listsNotes says whether a template lists notes, and may define some.
func listsNotes(name string) bool {
	switch name {
	case "reflist", "refs", "references", "notelist", "notelist-ua", "notelist-la", "notelist-lr", "einzelnachweise", "références", "notes", "note liste", "listaref", "reflist-talk", "примечания", "referenser", "referanser", "przypisy", "脚注リスト", "références nombreuses":
		return true
	}
	return false
}

// groupOfList is the group whose notes a template lists, if not those without.
func groupOfList(name string) (string, bool) {
	switch name {
	case "notelist", "notelist-la":
		return "lower-alpha", true
	case "notelist-ua":
		return "upper-alpha", true
	case "notelist-lr":
		return "lower-roman", true
	}
	return "", false
}

// callsNote says whether a template calls a note.
func callsNote(name string) bool {
	if _, ok := noteTemplate(name); ok {
		return true
	}
	return isShort(name) || isRepeat(name)
}

// isRepeat says whether a template's parameters are names of notes.
func isRepeat(name string) bool {
	return name == "r" || name == "rma" || name == "r/superscript" || name == "refname"
}

// isShort says whether a template is a note that names a work by author and year.
func isShort(name string) bool {
	switch name {
	case "sfn", "sfnp", "sfn0", "sfnm", "sfnmp", "snf", "sfnref note", "harvsfn":
		return true
	}
	return false
}
