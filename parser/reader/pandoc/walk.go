package pandoc

import (
	"strconv"

	"ibid/parser/document"
)

// token is a piece of a paragraph in one style.
type token struct {
	text    string
	style   document.Style
	href    string
	anchors []string
	note    int // the number of the note that it calls, 0 for none
}

// paragraph is a block before its words are found in the source.
type paragraph struct {
	kind     document.BlockKind
	level    int
	label    string
	note     int // that it belongs to
	anchors  []string
	tokens   []token
	embedded bool
	typed    []byte // the text of the last token, until it ends
}

// end ends the last token.
func (p *paragraph) end() {
	if len(p.typed) > 0 {
		p.tokens[len(p.tokens)-1].text = string(p.typed)
		p.typed = p.typed[:0]
	}
}

// walker turns the model into paragraphs: those of the body, and those of notes.
type walker struct {
	body  []paragraph
	notes [][]paragraph // by number, from one
	// state of where it is
	kind    document.BlockKind
	level   int
	label   string
	anchors []string
	style   document.Style
	href    string
	note    int
	current *paragraph
	depth   int
}

func (w *walker) blocks(list []value) {
	for i := range list {
		w.block(&list[i])
	}
}

func (w *walker) block(v *value) {
	if w.depth++; w.depth > maxDepth {
		w.depth--
		return
	}
	defer func() { w.depth-- }()
	switch v.t {
	case "Para", "Plain":
		w.paragraph(w.kind, w.level, v.list)
	case "Header":
		level, _ := strconv.Atoi(v.at(0).text)
		w.attributes(v.at(1))
		w.paragraph(document.Heading, min(max(level, 1), 6), v.at(2).list)
	case "CodeBlock":
		w.attributes(v.at(0))
		w.paragraph(document.Code, 0, []value{{t: "Str", text: v.at(1).text}})
	case "LineBlock":
		for _, line := range v.list {
			w.paragraph(w.kind, w.level, line.list)
		}
	case "BlockQuote":
		w.within(document.Quote, w.level, func() { w.blocks(v.list) })
	case "Div":
		w.attributes(v.at(0))
		w.blocks(v.at(1).list)
	case "BulletList":
		w.items(v.list, 0)
	case "OrderedList":
		start, _ := strconv.Atoi(v.at(0).at(0).text)
		w.items(v.at(1).list, max(start, 1))
	case "DefinitionList":
		for _, x := range v.list {
			w.paragraph(w.kind, w.level, x.at(0).list)
			for _, def := range x.at(1).list {
				w.blocks(def.list)
			}
		}
	case "Table":
		w.within(document.TableCell, w.level, func() { w.cells(v.list, 0) })
	case "Figure":
		w.cells(v.list, 0)
	}
}

// within runs f for blocks of a kind.
func (w *walker) within(kind document.BlockKind, level int, f func()) {
	outer, outerLevel := w.kind, w.level
	if w.note == 0 {
		w.kind, w.level = kind, level
	}
	f()
	w.kind, w.level = outer, outerLevel
}

// items are those of a list; number is the first one's, 0 for none.
func (w *walker) items(list []value, number int) {
	level := 1
	if w.kind == document.ListItem {
		level = w.level + 1
	}
	w.within(document.ListItem, level, func() {
		for i, item := range list {
			if number > 0 {
				w.label = strconv.Itoa(number + i)
			}
			w.blocks(item.list)
			w.label = ""
		}
	})
}

// cells finds the blocks in a table or a figure, whose shape differs from one
// version of pandoc to the next.
func (w *walker) cells(list []value, depth int) {
	for i := range list {
		switch v := &list[i]; {
		case v.t != "":
			w.block(v)
		case depth < 12:
			w.cells(v.list, depth+1)
		}
	}
}

// attributes takes the id of an element for the next block or token.
func (w *walker) attributes(attr value) {
	if id := attr.at(0).text; id != "" {
		w.anchors = append(w.anchors, id)
	}
}

// paragraph makes a paragraph of inline elements.
func (w *walker) paragraph(kind document.BlockKind, level int, inlines []value) {
	p := &paragraph{kind: kind, level: level, label: w.label, note: w.note, anchors: w.anchors}
	if w.note > 0 {
		p.kind, p.label = document.NoteBody, ""
	}
	w.label, w.anchors = "", nil
	outer := w.current
	w.current = p
	w.inlines(inlines)
	w.current = outer
	p.end()
	p.typed = nil
	switch {
	case len(p.tokens) == 0 && !p.embedded:
		w.anchors = append(w.anchors, p.anchors...)
	case w.note > 0:
		w.notes[w.note-1] = append(w.notes[w.note-1], *p)
	default:
		w.body = append(w.body, *p)
	}
}

func (w *walker) inlines(list []value) {
	for i := range list {
		w.inline(&list[i])
	}
}

func (w *walker) inline(v *value) {
	if w.depth++; w.depth > maxDepth {
		w.depth--
		return
	}
	defer func() { w.depth-- }()
	switch v.t {
	case "Str":
		w.add(v.text)
	case "Space", "SoftBreak", "LineBreak":
		w.add(" ")
	case "Emph":
		w.styled(document.Italic, v.list)
	case "Strong":
		w.styled(document.Bold, v.list)
	case "Superscript":
		w.styled(document.Superscript, v.list)
	case "Subscript":
		w.styled(document.Subscript, v.list)
	case "Underline", "Strikeout", "SmallCaps":
		w.inlines(v.list)
	case "Quoted":
		open, end := "“", "”"
		if v.at(0).t == "SingleQuote" {
			open, end = "‘", "’"
		}
		w.add(open)
		w.inlines(v.at(1).list)
		w.add(end)
	case "Cite":
		w.inlines(v.at(1).list)
	case "Span":
		w.attributes(v.at(0))
		w.inlines(v.at(1).list)
	case "Code", "Math":
		outer := w.style
		if v.t == "Code" {
			w.style |= document.Monospace
		}
		w.add(v.at(1).text)
		w.style = outer
	case "Link":
		outer := w.href
		w.attributes(v.at(0))
		w.href = v.at(2).at(0).text
		w.inlines(v.at(1).list)
		w.href = outer
	case "Image":
		w.current.embedded = true
		w.inlines(v.at(1).list)
	case "Note":
		w.footnote(v.list)
	}
}

func (w *walker) styled(style document.Style, list []value) {
	outer := w.style
	w.style |= style
	w.inlines(list)
	w.style = outer
}

// longToken is the length from which on a token is not added to, in bytes.
const longToken = 64

// add adds text in the style of where it stands.
func (w *walker) add(s string) {
	if s == "" {
		return
	}
	p := w.current
	if open := len(p.typed); open > 0 && open < longToken && len(w.anchors) == 0 {
		if last := &p.tokens[len(p.tokens)-1]; last.style == w.style && last.href == w.href {
			p.typed = append(p.typed, s...)
			return
		}
	}
	p.end()
	p.tokens = append(p.tokens, token{style: w.style, href: w.href, anchors: w.anchors})
	p.typed = append(p.typed, s...)
	w.anchors = nil
}

// footnote takes a note; its paragraphs stand apart from those of the body.
func (w *walker) footnote(blocks []value) {
	w.notes = append(w.notes, nil)
	number := len(w.notes)
	w.current.end()
	w.current.tokens = append(w.current.tokens, token{text: strconv.Itoa(number), style: document.Superscript, anchors: w.anchors, note: number})
	w.anchors = nil
	inner := *w
	w.kind, w.level, w.label, w.style, w.href, w.note = document.Paragraph, 0, "", 0, "", number
	w.blocks(blocks)
	w.kind, w.level, w.label, w.style, w.href, w.note = inner.kind, inner.level, inner.label, inner.style, inner.href, inner.note
}
