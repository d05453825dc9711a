package latex

import (
	"slices"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/tex"
	"ibid/pattern"
)

var (
	bookClass = pattern.New(`\\documentclass(?:\[[^\]]*\])?\{(?:book|report|memoir|scrbook|scrreprt)\}`)
	babel     = pattern.New(`\\(?:usepackage\[([^\]]*)\]\{babel\}|set(?:main|default)language(?:\[[^\]]*\])?\{(\w+)\}|documentclass\[([^\]]*)\])`)
)

// shorthands matches the languages for which babel gives the quotation mark a meaning.
var shorthands = pattern.New(`\b(?:n?german|n?austrian|n?swissgerman|dutch|afrikaans|danish|norsk|swedish|finnish|slovene|polish|russian|spanish|catalan)\b`)

// preamble reads what stands before the text: title, authors, date, language.
func (r *reading) preamble(head string) {
	r.book = bookClass.MatchString(head)
	for _, name := range arguments(inputs, head) {
		if file, _ := r.files.text(name); file.text != "" {
			r.define(file.text)
		}
	}
	r.define(head)
	for _, name := range []string{"title", "author", "date"} {
		if at := strings.LastIndex(head, `\`+name+`{`); at >= 0 {
			r.at = at + len(name) + 1
			r.property(name)
		}
	}
	// In the source of a whole article, babel says whether "a is ä; a part of one does not tell.
	r.plain = strings.Contains(head, `\documentclass`) && !shorthands.MatchString(head)
	for _, m := range babel.FindAllStringSubmatch(head, -1) {
		for _, word := range strings.FieldsFunc(m[1]+","+m[2]+","+m[3], func(c rune) bool { return c == ',' || c == ' ' || c == '=' }) {
			if tag, ok := languages()[strings.ToLower(word)]; ok {
				r.doc.Meta.Language = tag
			}
		}
	}
	for _, name := range []string{"thefootnote", "theendnote"} {
		if at := strings.LastIndex(head, `\renewcommand{\`+name+`}`); at >= 0 {
			r.at = at + len(`\renewcommand`)
			r.renew()
		}
	}
}

// property reads the argument of \title, \author or \date.
func (r *reading) property(name string) {
	start, end, ok := r.raw()
	if !ok {
		return
	}
	shown := r.shown(start, end)
	m := &r.doc.Meta
	switch name {
	case "title":
		m.Title = shown
	case "author":
		m.Authors = nil
		for author := range strings.SplitSeq(shown, "\x00") {
			if author = strings.Join(strings.Fields(author), " "); author != "" {
				m.Authors = append(m.Authors, author)
			}
		}
	case "date":
		m.Published = reader.Date(shown)
	}
}

// shown is the text that a stretch of the source makes; \and is a byte 0.
func (r *reading) shown(start, end int) string {
	part := strings.ReplaceAll(r.src[start:end], `\and`, "\x00")
	inner := newReading(r.ctx, part, document.NewSource(part, document.Encoding{}), r.numbers)
	inner.depth, inner.macros = r.depth+1, r.macros
	inner.text("")
	inner.w.Close()
	var parts []string
	for i := range inner.doc.Blocks {
		if b := &inner.doc.Blocks[i]; b.Kind != document.NoteBody {
			parts = append(parts, reader.Plain(b.Runs))
		}
	}
	return strings.Join(parts, " ")
}

// structured reads commands that make blocks, and environments.
func (r *reading) structured(start int, name string) bool {
	w := r.w
	switch name {
	case "part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph":
		r.heading(name)
	case "par", "newpage", "clearpage", "cleardoublepage", "bigskip", "medskip", "smallskip", "maketitle", "hline", "toprule", "midrule", "bottomrule":
		w.Break()
	case `\`, "newline", "linebreak", "tabularnewline":
		r.option()
		if r.inTable() {
			w.Break()
			return true
		}
		w.Add(document.Unit("\n", r.span(start, r.at)))
	case "item":
		r.item()
	case "begin":
		r.begin()
	case "end":
		if s, e, ok := r.raw(); ok {
			r.close(r.src[s:e])
		}
	case "title", "author", "date":
		r.property(name)
	case "label":
		if s, e, ok := r.raw(); ok && r.note != "" {
			r.numbers[r.src[s:e]] = r.note
		}
	case "ref", "footref", "cref", "autoref":
		if s, e, ok := r.raw(); ok {
			number := r.numbers[r.src[s:e]]
			if number == "" {
				number = "??"
			}
			w.Add(document.Unit(number, r.span(start, r.at)))
		}
	case "(", "[":
		r.display(name)
	case "verb":
		r.verb()
	case "bibitem":
		w.Break()
		r.option()
		r.raw()
		w.Kind, w.Level = document.ListItem, 1
	case "includegraphics":
		w.Embedded(r.span(start, r.at))
		r.option()
		r.raw()
	case "input", "include", "subfile":
		r.included(name == "include")
	case "caption":
		w.Break()
		r.option()
		r.argument()
		w.Break()
	default:
		return false
	}
	return true
}

// included reads the file that \input and its kin name, in braces or not.
func (r *reading) included(chapter bool) {
	if s, e, ok := r.raw(); ok {
		r.input(r.src[s:e], chapter)
		return
	}
	r.space()
	start := r.at
	for r.at < len(r.src) && strings.IndexByte(" \t\r\n{}\\%", r.src[r.at]) < 0 {
		r.at++
	}
	if r.at > start {
		r.input(r.src[start:r.at], chapter)
	}
}

// heading reads a sectioning command.
func (r *reading) heading(name string) {
	w := r.w
	w.Break()
	r.option()
	if name == "chapter" {
		r.chapter++
		if r.book {
			r.foot.n = 0
		}
	}
	outside := w.State
	w.Kind, w.Level = document.Heading, map[string]int{"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5, "subparagraph": 6}[name]
	r.argument()
	w.Break()
	outside.Element = w.Element
	w.State = outside
}

// item begins an item of a list.
func (r *reading) item() {
	w := r.w
	w.Break()
	label, ok := r.option()
	if n := len(r.envs); n > 0 && !ok {
		r.envs[n-1].item++
		if r.envs[n-1].name == "enumerate" {
			w.Label(document.Unit(strconv.Itoa(r.envs[n-1].item), r.span(r.at, r.at)))
		}
		return
	}
	if label = tex.Plain(label); label != "" {
		w.Add(document.Unit(label+" ", r.span(r.at, r.at)))
	}
}

// unread are environments that hold no text of the article.
func unread(name string) bool {
	switch strings.TrimSuffix(name, "*") {
	case "comment", "verbatim", "Verbatim", "lstlisting", "minted", "tikzpicture", "equation", "align", "displaymath", "eqnarray", "gather", "multline", "filecontents", "picture", "math":
		return true
	}
	return false
}

// begin opens an environment.
func (r *reading) begin() {
	s, e, ok := r.raw()
	if !ok {
		return
	}
	name := r.src[s:e]
	w := r.w
	w.Break()
	if unread(name) {
		stop := `\end{` + name + `}`
		if end := strings.Index(r.src[r.at:], stop); end >= 0 {
			r.at += end + len(stop)
		}
		return
	}
	if len(r.envs) >= maxDepth {
		return
	}
	v := env{name: name, outside: w.State, element: -2}
	switch strings.TrimSuffix(name, "*") {
	case "quote", "quotation", "verse", "displayquote":
		w.Kind = document.Quote
	case "itemize", "enumerate", "description", "thebibliography":
		w.Kind, w.Level = document.ListItem, w.Level+1
		r.option()
		if name == "thebibliography" {
			r.raw()
		}
	case "tabular", "tabularx", "longtable", "array":
		r.option()
		r.raw()
		v.element = w.Begin("table", "", nil, r.span(s, e))
		w.Kind = document.TableCell
	case "figure", "table", "wrapfigure":
		r.option()
		v.element = w.Begin("figure", "", nil, r.span(s, e))
	default:
		r.option()
	}
	r.envs = append(r.envs, v)
}

// close ends an environment, and those that were left open in it.
func (r *reading) close(name string) {
	w := r.w
	w.Break()
	if name == "document" {
		r.at = len(r.src)
		return
	}
	for i, v := range slices.Backward(r.envs) {
		if v.name != name {
			continue
		}
		for k := len(r.envs) - 1; k >= i; k-- {
			v := r.envs[k]
			if v.element >= -1 {
				w.End(v.element, r.at)
			}
			element := w.Element
			w.State = v.outside
			w.Element = element
		}
		r.envs = r.envs[:i]
		return
	}
}

// inTable says whether & and \\ divide cells.
func (r *reading) inTable() bool { return r.w.Kind == document.TableCell && !r.w.InNote() }

// display reads \( … \) and \[ … \].
func (r *reading) display(open string) {
	stop := `\)`
	if open == "[" {
		stop = `\]`
	}
	end := strings.Index(r.src[r.at:min(len(r.src), r.at+longestFormula)], stop)
	if end < 0 {
		return
	}
	r.formula(r.at, r.at+end, r.at+end+len(stop))
}

// verb reads \verb|…|.
func (r *reading) verb() {
	if r.at >= len(r.src) {
		return
	}
	line, _, _ := strings.Cut(r.src[r.at+1:], "\n")
	end := strings.IndexByte(line, r.src[r.at])
	if end < 0 {
		return
	}
	outside := r.w.State
	r.w.Style |= document.Monospace
	r.w.Add(r.asTyped(r.at+1, r.at+1+end))
	r.w.State = outside
	r.at += end + 2
}
