// Package tei reads texts in the Guidelines of the Text Encoding Initiative (TEI
// P5).
//
// Notes are declared: a note in the text is its own marker, one to which a ptr
// or ref leads is marked there. The label is that of the n attribute, or the
// count. Notes of the encoder's on the margin are notes too; those in the
// header are none.
package tei

import (
	"context"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
	"ibid/parser/reader/flow"
	"ibid/parser/reader/markup"
	"ibid/parser/reader/pack"
	"ibid/pattern"
)

var root = pattern.New(`<(?:\w+:)?TEI(?:\.2|Corpus)?[\s>]`)

// Is says whether the start of a file is that of a TEI text.
func Is(head []byte) bool { return root.Match(head) }

// reading is one text being read.
type reading struct {
	doc    *document.Document
	w      *flow.Writer
	called map[string]bool // ids that a ptr or ref in the text leads to
	notes  map[string]bool // ids of notes
	count  int
	depth  int
}

// Read makes a Document of a TEI text. An error that is not ctx's is a *pack.Error.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	text, enc, _, err := charset.Decode(data, hint, true)
	if err != nil {
		return nil, err
	}
	r := &reading{doc: &document.Document{Format: "tei", Source: document.NewSource(text, enc), Blocks: reader.Room(text, "<p", "<note", "<head")}, called: map[string]bool{}, notes: map[string]bool{}}
	r.w = flow.NewWriter(r.doc)
	r.survey(ctx, text)
	s := markup.NewScanner(ctx, "", text, markup.Options{Doctype: true})
	for !s.Done {
		if s.Next() == markup.Start {
			r.element(s)
		}
	}
	if s.Refused != nil {
		return nil, s.Refused
	}
	r.w.Close()
	if s.Broken != "" {
		if len(r.doc.Blocks) == 0 {
			return nil, &pack.Error{Reason: "the XML " + s.Broken + ", and nothing could be read before that: check the file with an XML editor"}
		}
		r.doc.Truncated = "the XML " + s.Broken + ": what stands behind that was not read"
	}
	m := &r.doc.Meta
	if m.URL = hint.URL; m.Title == "" {
		m.Title = reader.OnlyHeading(r.doc)
	}
	if m.Language == "" {
		m.Language = reader.Language(r.doc)
	}
	return r.doc, nil
}

// survey finds the notes, and which of them are called from elsewhere.
func (r *reading) survey(ctx context.Context, text string) {
	s := markup.NewScanner(ctx, "", text, markup.Options{Doctype: true})
	for !s.Done {
		if s.Next() != markup.Start {
			continue
		}
		switch s.Name() {
		case "note":
			r.notes[s.Attr("id")] = s.Attr("id") != ""
		case "ptr", "ref":
			if id, ok := strings.CutPrefix(s.Attr("target"), "#"); ok {
				r.called[id] = true
			}
		}
	}
}

// content reads the children of the current element to its end, text included.
func (r *reading) content(s *markup.Scanner) {
	s.Content(func() { r.element(s) }, func(t document.Text) { r.w.Add(t) })
}

// block reads an element that is a paragraph of some kind.
func (r *reading) block(s *markup.Scanner, kind document.BlockKind, level int) {
	r.w.Break()
	r.w.Kind, r.w.Level = kind, level
	r.w.Anchor(s.Attr("id"))
	r.content(s)
	r.w.Break()
}

// element reads one element. An unknown one is as good as its content.
func (r *reading) element(s *markup.Scanner) {
	w := r.w
	outside := w.State
	switch name := s.Name(); name {
	case "TEI", "TEI.2", "text":
		if lang := s.Attr("lang"); lang != "" && r.doc.Meta.Language == "" {
			r.doc.Meta.Language = strings.ToLower(lang)
		}
		r.content(s)
	case "teiHeader":
		r.header(s)
	case "facsimile", "fw", "figDesc", "del", "orig", "sic", "abbr", "standOff":
		s.Skip()
	case "div", "div1", "div2", "div3", "div4":
		r.depth++
		r.content(s)
		w.Break()
		r.depth--
	case "head":
		r.block(s, document.Heading, max(1, min(r.depth, 6)))
	case "p", "ab", "l", "opener", "closer", "signed", "titlePart", "byline", "docAuthor", "docTitle", "argument", "trailer":
		r.block(s, w.Kind, w.Level)
	case "list":
		kind := s.Attr("type") + s.Attr("rend")
		w.BeginList(strings.Contains(kind, "ordered") && !strings.Contains(kind, "unordered") || strings.Contains(kind, "number"), 0)
		r.content(s)
		w.EndList()
	case "item":
		w.Level++
		w.BeginItem(strings.Trim(s.Attr("n"), " .()[]"))
		r.block(s, document.ListItem, w.Level)
		w.EndItem()
	case "bibl", "biblStruct":
		if w.InNote() || s.Depth > 0 && w.Kind == document.Paragraph && r.inParagraph() {
			r.content(s)
			break
		}
		r.block(s, document.ListItem, 1)
	case "quote":
		r.content(s)
	case "table":
		outer := w.Begin("table", s.Attr("id"), nil, s.Span())
		r.content(s)
		w.End(outer, s.To)
	case "cell":
		r.block(s, document.TableCell, 0)
	case "note":
		if !w.Open() && !w.InNote() && s.Attr("n") == "" && s.Attr("place") == "" && s.Attr("id") == "" {
			r.block(s, document.Paragraph, 0) // the edition's own remark, to which nothing leads
			break
		}
		r.note(s)
		return
	default:
		r.inline(s, name)
	}
	outside.Element = w.Element
	w.State = outside
}

// inParagraph says whether text is open already.
func (r *reading) inParagraph() bool { return r.w.Open() }

// inline reads an element within a paragraph.
func (r *reading) inline(s *markup.Scanner, name string) {
	w := r.w
	switch name {
	case "hi", "emph", "title", "foreign":
		w.Style |= rendition(s.Attr("rend")+" "+s.Attr("rendition")+" "+s.Attr("style"), name)
	case "ref", "ptr":
		if r.marker(s) {
			return
		}
		w.Href = s.AttrText("target")
		if name == "ptr" && strings.Contains(w.Href.String, "://") {
			w.Add(w.Href)
			s.Skip()
			return
		}
	case "lb":
		w.Add(document.Unit(" ", s.Span()))
	case "anchor", "seg":
		w.Anchor(s.Attr("id"))
	}
	r.content(s)
}

// rendition is how an element says that its text is set.
func rendition(rend, name string) document.Style {
	var out document.Style
	rend = strings.ToLower(rend)
	if strings.Contains(rend, "sup") {
		out |= document.Superscript
	} else if strings.Contains(rend, "sub") {
		out |= document.Subscript
	}
	if strings.Contains(rend, "ital") || rend == "  " && (name == "emph" || name == "title") || strings.Contains(rend, "emph") {
		out |= document.Italic
	}
	if strings.Contains(rend, "bold") || strings.Contains(rend, "strong") {
		out |= document.Bold
	}
	return out
}

// marker reads a ptr or ref that leads to a note; false leaves it unread.
func (r *reading) marker(s *markup.Scanner) bool {
	id, ok := strings.CutPrefix(s.Attr("target"), "#")
	if !ok || !r.notes[id] || r.w.InNote() {
		return false
	}
	mark := s.AttrText("n")
	span := s.Span()
	var b document.Builder
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		if s.Next() == markup.Chars {
			b.Append(s.Chars())
		}
	}
	if t := b.Text().Trim(); !t.Empty() {
		mark = t
	}
	if mark.Empty() {
		mark = document.Unit("*", span)
	}
	r.w.Style |= document.Superscript
	r.w.Marker(mark, "note "+id)
	r.w.Style &^= document.Superscript
	return true
}

// note reads a note.
func (r *reading) note(s *markup.Scanner) {
	w := r.w
	id, span := s.Attr("id"), s.Span()
	r.count++
	label := strings.Trim(s.Attr("n"), " .()[]")
	if label == "" {
		label = strconv.Itoa(r.count)
	}
	key := "note " + id
	outside := w.State
	if id == "" || !r.called[id] || w.Open() {
		key = "note at " + strconv.Itoa(s.From)
		w.Style, w.Href = w.Style|document.Superscript, document.Text{}
		if w.Open() || w.InNote() {
			w.Marker(document.Unit(label, span), key)
		}
		w.State = outside
	}
	w.BeginNote(key, label, "", span)
	w.Anchor(id)
	r.content(s)
	w.EndNote()
	w.State = outside
}
