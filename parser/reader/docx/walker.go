package docx

import (
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
)

// walker turns the elements of a part, or of one note, into blocks.
type walker struct {
	r    *reading
	s    *scanner
	rels map[string]relation
	note string // key of the note that is read, "" in the body

	out []document.Block
	// open is the paragraph being read, floating what stands in its text boxes.
	open     *document.Block
	runs     []runText
	floating []document.Block
	style    runProps // of the paragraph
	// joined says that the mark of the last paragraph is deleted: the next
	// one goes on with it.
	joined  bool
	anchors []string // wait for the next run
	// fields are those that have begun, instructing how many of them have not
	// come to what they show.
	fields      []field
	instructing int
	held        []heldText
	labelled    bool   // the note shows its number itself
	sections    int    // that have ended
	named       string // what the open paragraph is by its style: "title", "author"
}

// heldText stands where a field's instruction should. It is none of the text,
// unless the instruction never ends.
type heldText struct {
	text  document.Text
	flow  flow
	style document.Style
}

// runText is a run whose text is being put together.
type runText struct {
	run document.Run
	b   *document.Builder
}

// flow is what the content of an element inherits.
type flow struct {
	href    document.Text
	element int
	cell    bool
}

// content reads the children of the current element to its end.
func (w *walker) content(f flow) {
	w.s.Children(func() { w.elementIn(f) })
}

// elementIn reads one element. An unknown one is as good as its content.
func (w *walker) elementIn(f flow) {
	s := w.s
	if s.space != word {
		w.foreign(f, func() { w.elementIn(f) })
		return
	}
	switch s.Element.Name.Local {
	case "p":
		w.paragraph(f)
	case "r":
		w.run(f)
	case "hyperlink":
		f.href = w.target(f.href)
		w.content(f)
	case "fldSimple":
		w.simpleField(f)
	case "sdt":
		w.contentControl(f)
	case "tbl":
		w.flush()
		f.element, f.cell = w.container("table", f.element), true
		w.content(f)
		w.close(f.element)
	case "tc":
		w.content(f)
		w.flush()
	case "txbxContent":
		w.textBox(f)
	case "bookmarkStart":
		if name := s.attr("name"); name != "" && name != "_GoBack" {
			w.anchors = append(w.anchors, name)
		}
		s.Skip()
	case "sectPr":
		w.section()
	case "drawing", "pict", "object":
		w.embedded()
		w.content(f)
	case "del", "moveFrom", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "rPr", "pPr", "rt", "rubyPr", "fldData":
		s.Skip()
	default:
		w.content(f)
	}
}

// foreign reads an element of another vocabulary, child what stands in it. Of alternatives one is read:
// the first choice, or the fallback if there is none (ECMA-376 part 3, 10.2).
func (w *walker) foreign(f flow, child func()) {
	s := w.s
	switch {
	case s.space == compat && s.Element.Name.Local == "AlternateContent":
		read := false
		s.Children(func() {
			if read || s.space != compat {
				s.Skip()
				return
			}
			read = true
			s.Children(child)
		})
	case s.space == math && s.Element.Name.Local == "t":
		if t := w.text(); w.instructing == 0 {
			w.add(t, f, 0, "")
		}
	default:
		s.Children(child)
	}
}

// container adds an element of the Document that begins here.
func (w *walker) container(name string, parent int) int {
	span := document.Span{Start: w.s.From, End: w.s.To, Part: w.s.Part}
	w.r.doc.Elements = append(w.r.doc.Elements, document.Element{Name: name, Parent: parent, Span: span})
	return len(w.r.doc.Elements) - 1
}

// close ends a container.
func (w *walker) close(element int) {
	w.flush()
	w.r.doc.Elements[element].Span.End = w.s.To
}

// embedded notes a picture in the open paragraph.
func (w *walker) embedded() {
	if w.open != nil {
		w.open.Embedded = true
	}
}

// textBox reads what stands in a text box. Its paragraphs come behind the one
// that it is anchored in.
func (w *walker) textBox(f flow) {
	outer := *w
	*w = walker{r: w.r, s: w.s, rels: w.rels, note: w.note, sections: w.sections}
	inner := flow{element: w.container("aside", f.element)}
	w.content(inner)
	w.close(inner.element)
	box := w.out
	*w = outer
	if w.open == nil {
		w.out = append(w.out, box...)
		return
	}
	w.floating = append(w.floating, box...)
}

// paragraph reads a p.
func (w *walker) paragraph(f flow) {
	s := w.s
	if !w.joined {
		w.flush()
		w.begin(f, document.Span{Start: s.From, End: s.To, Part: s.Part})
	}
	w.joined = false
	deleted := false
	s.Children(func() {
		if s.is("pPr") {
			deleted = w.properties(f)
			return
		}
		w.elementIn(f)
	})
	if w.open != nil {
		w.open.Span.End = max(w.open.Span.End, s.To)
	}
	if w.note == "" {
		w.sections = len(w.r.sections) // its last paragraph tells of a section
	}
	if deleted {
		w.joined = true
		return
	}
	w.flush()
}

// begin opens a block.
func (w *walker) begin(f flow, span document.Span) {
	w.open = &document.Block{Region: document.Body, Element: f.element, Note: w.note, Span: span}
	w.style = runProps{}
	switch {
	case w.note != "":
		w.open.Kind = document.NoteBody
	case f.cell:
		w.open.Kind = document.TableCell
	}
	if st := w.r.styles.get(w.r.styles.standard); st != nil {
		w.style = st.run
	}
}

// add appends text to the open paragraph.
func (w *walker) add(t document.Text, f flow, style document.Style, ref string) {
	if t.Empty() {
		return
	}
	if w.open == nil {
		w.begin(f, t.All())
	}
	href := f.href
	if h := w.fieldTarget(); !h.Empty() {
		href = h
	}
	if n := len(w.runs); n > 0 && len(w.anchors) == 0 {
		r := &w.runs[n-1]
		if r.run.NoteRef == ref && ref == "" && r.run.Style == style && r.run.Href.String() == href.String && r.run.Href.All() == href.All() {
			r.b.Append(t)
			return
		}
	}
	r := runText{run: document.Run{Style: style, Href: document.LinkTo(href), NoteRef: ref, Anchors: document.AnchorsOf(w.anchors)}, b: &document.Builder{}}
	r.b.Append(t)
	w.runs = append(w.runs, r)
	w.anchors = nil
}

// flush ends the open paragraph; one without text is dropped, and its anchors
// wait for the next.
func (w *walker) flush() {
	if w.open == nil {
		return
	}
	w.endInstructions()
	b, runs, floating := *w.open, w.runs, w.floating
	w.open, w.runs, w.floating, w.joined = nil, nil, nil, false
	empty := !b.Embedded
	b.Runs = make([]document.Run, 0, len(runs))
	for i := range runs {
		runs[i].run.Text = runs[i].b.Text()
		b.Runs = append(b.Runs, runs[i].run)
		empty = empty && strings.TrimSpace(runs[i].run.Text.String) == "" && runs[i].run.NoteRef == ""
	}
	if empty {
		for i := range runs {
			w.anchors = append(w.anchors, runs[i].run.Anchors.IDs()...)
		}
	} else {
		w.out = append(w.out, b)
		if w.named != "" {
			w.r.named = append(w.r.named, named{w.named, reader.Plain(b.Runs)})
		}
	}
	w.named = ""
	w.out = append(w.out, floating...)
}

// properties reads a pPr to its end, and says whether the mark of the
// paragraph is deleted.
func (w *walker) properties(f flow) (deleted bool) {
	s := w.s
	id, level, list := w.r.styles.standard, -1, item{}
	s.Children(func() {
		switch {
		case s.is("pStyle"):
			id = s.attr("val")
		case s.is("outlineLvl"):
			level = outlineLevel(s)
		case s.is("numPr"):
			list = readItem(s)
			return
		case s.is("sectPr"):
			w.section()
			return
		case s.is("rPr"):
			s.Children(func() {
				deleted = deleted || s.is("del") || s.is("moveFrom")
				s.Skip()
			})
			return
		}
		s.Skip()
	})
	if w.open != nil {
		w.kind(f, w.r.styles.get(id), level, list)
	}
	return deleted
}

// kind sets what its style and properties make of the open paragraph.
func (w *walker) kind(f flow, st *style, level int, list item) {
	name := ""
	if st != nil {
		name = st.name
		w.style = st.run
		if list.id == "" {
			list = st.list
		}
		if level < 0 {
			level = st.outline
		}
		if n := headingLevel(name); level < 0 && n > 0 {
			level = n - 1
		}
	}
	b := w.open
	if strings.HasPrefix(name, "toc ") {
		b.Region = document.Chrome // headings once more
	}
	switch {
	case b.Kind != document.Paragraph:
	case name == "title":
		b.Kind, b.Level = document.Heading, 1
	case level >= 0:
		b.Kind, b.Level = document.Heading, min(level+1, 6)
	case list.id != "" && list.id != "0":
		b.Kind, b.Level, b.Label = document.ListItem, list.level+1, w.r.lists.label(list)
	case name == "quote" || name == "intense quote" || name == "block text":
		b.Kind = document.Quote
	case name == "source code" || name == "html preformatted":
		b.Kind = document.Code
	case name == "caption":
		b.Element = w.container("figcaption", f.element)
	}
	if name == "title" || name == "author" || name == "date" {
		w.named = name
	}
}

// section ends a section: reads its sectPr.
func (w *walker) section() {
	s := w.s
	n := [2]numbering{{start: -1}, {start: -1}}
	s.Children(func() {
		switch {
		case s.is("footnotePr"):
			n[footnote] = readNumbering(s)
		case s.is("endnotePr"):
			n[endnote] = readNumbering(s)
		default:
			s.Skip()
		}
	})
	if w.note == "" {
		w.r.sections = append(w.r.sections, n)
	}
}

// target is where a hyperlink leads: to an address, to a place in the
// document, or to a place behind an address.
func (w *walker) target(outer document.Text) document.Text {
	s := w.s
	span := document.Span{Start: s.From, End: s.To, Part: s.Part}
	t := outer
	if rel, ok := w.rels[s.attr("id")]; ok && rel.kind == "hyperlink" {
		t = rel.target
	}
	if a := s.attr("anchor"); a != "" {
		return document.Concat(t, document.Unit("#"+a, span))
	}
	return t
}
