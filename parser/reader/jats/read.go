// Package jats reads articles in the Journal Article Tag Suite (ANSI/NISO
// Z39.96, versions 1.0 to 1.3, and its forerunners).
//
// Notes are declared: an fn is a note wherever it stands, an xref to it a
// marker, an fn in the text that nothing refers to its own marker. Where an
// article has no such notes and refers to a numbered list of references, the
// references are its notes. Citations that come as elements without punctuation
// (element-citation) get commas between their parts.
package jats

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
)

// Is says whether the start of a file is that of an article.
func Is(head []byte) bool {
	s := string(head)
	at := strings.Index(s, "<article")
	if at < 0 || strings.Contains(s[:at], "<html") {
		return false
	}
	tag, rest, _ := strings.Cut(s[at:], ">")
	before := s[:at] + tag // the document type, and what the article says of itself
	return strings.Contains(before, "JATS") || strings.Contains(before, "NLM") || strings.Contains(before, "article-type=") || strings.Contains(before, "dtd-version=") || strings.Contains(rest, "<front")
}

// reading is one article being read.
type reading struct {
	doc *document.Document
	w   *flow.Writer
	// called are the ids that markers name, numbered those of references that
	// are called by number.
	called, numbered map[string]bool
	refs             bool // references are the notes
	// order are the notes and references as they stand, place where each is in it
	// by its id; several says that some are called together, else place is empty.
	order   []listed
	place   map[string]int
	several bool
	// spans are, by the place of an xref, the ids between it and the one before
	// it, where a dash stands between the two: [1]–[3] calls 2 as well.
	spans   map[int][]string
	grouped bool // a group of notes is read
	count   int
	depth   int // of sections
	// numberedItem says that the item which begins has its number in a label to come.
	numberedItem bool
}

// Read makes a Document of an article. An error that is not ctx's is a *pack.Error.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	text, enc, _, err := charset.Decode(data, hint, true)
	if err != nil {
		return nil, err
	}
	r := &reading{doc: &document.Document{Format: "jats", Source: document.NewSource(text, enc), Blocks: reader.Room(text, "<p>", "<title", "<ref ")}, called: map[string]bool{}, numbered: map[string]bool{}, place: map[string]int{}, spans: map[int][]string{}}
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
	r.doc.Meta.URL = hint.URL
	if r.doc.Meta.Title == "" {
		r.doc.Meta.Title = reader.OnlyHeading(r.doc)
	}
	if r.doc.Meta.Language == "" {
		r.doc.Meta.Language = reader.Language(r.doc)
	}
	return r.doc, nil
}

func isNote(kind string) bool { return kind == "fn" || kind == "table-fn" || kind == "endnote" }

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
	case "article":
		r.doc.Meta.Language = strings.ToLower(s.Attr("lang"))
		r.content(s)
	case "article-meta":
		r.meta(s)
	case "journal-meta", "processing-meta", "tex-math", "object-id", "permissions":
		s.Skip()
	case "sec", "app", "ack":
		r.depth++
		r.content(s)
		r.depth--
	case "title":
		r.block(s, document.Heading, max(1, min(r.depth, 6)))
	case "p", "verse-line", "attrib", "speech", "def", "term":
		r.block(s, w.Kind, w.Level)
	case "list":
		w.BeginList(s.Attr("list-type") == "order", 0)
		r.content(s)
		w.EndList()
	case "list-item":
		w.Level++
		r.item(s)
		r.block(s, document.ListItem, w.Level)
		w.EndItem()
	case "disp-quote", "verse-group":
		r.block(s, document.Quote, 0)
	case "preformat", "code":
		r.block(s, document.Code, 0)
	case "table-wrap", "table":
		outer := w.Begin("table", s.Attr("id"), nil, s.Span())
		r.content(s)
		w.End(outer, s.To)
	case "td", "th":
		r.block(s, document.TableCell, 0)
	case "fig", "boxed-text":
		outer := w.Begin("aside", s.Attr("id"), nil, s.Span())
		r.content(s)
		w.End(outer, s.To)
	case "graphic", "inline-graphic", "media":
		s.Skip()
	case "label":
		r.labelled(s)
	case "fn":
		if r.grouped && len(r.called) > 0 && !r.called[s.Attr("id")] && labelAt(s.Src, s.To) == "" {
			r.block(s, document.Paragraph, 0) // a statement (of interests, of thanks) that stands among the notes
			break
		}
		r.note(s, "")
		return
	case "fn-group":
		r.grouped = true
		r.content(s)
		r.grouped = false
	case "ref":
		r.reference(s)
	case "element-citation", "nlm-citation":
		r.elements(s)
	default:
		r.inline(s, name)
	}
	outside.Element = w.Element
	w.State = outside
}

// item begins an item of a list, the number of which its label may say. Another label
// is text before it.
func (r *reading) item(s *markup.Scanner) {
	own := labelAt(s.Src, s.To)
	_, err := strconv.Atoi(own)
	if r.numberedItem = err == nil; !r.numberedItem {
		own = ""
	}
	r.w.BeginItem(own)
}

// inline reads an element within a paragraph.
func (r *reading) inline(s *markup.Scanner, name string) {
	w := r.w
	switch name {
	case "italic":
		w.Style |= document.Italic
	case "bold":
		w.Style |= document.Bold
	case "sup":
		w.Style |= document.Superscript
	case "sub":
		w.Style |= document.Subscript
	case "monospace":
		w.Style |= document.Monospace
	case "ext-link", "uri", "self-uri":
		w.Href = s.AttrText("xlink:href")
	case "xref":
		r.marker(s)
		return
	case "break":
		w.Add(document.Unit("\n", s.Span()))
	case "target", "named-content":
		w.Anchor(s.Attr("id"))
	}
	r.content(s)
}

// note reads an fn. number is that of a reference without a label of its own.
func (r *reading) note(s *markup.Scanner, number string) {
	w := r.w
	id, span, start := s.Attr("id"), s.Span(), s.From
	key := "fn " + id
	called := r.called[id]
	if !called {
		key = "fn at " + strconv.Itoa(start)
	}
	own := labelAt(s.Src, s.To)
	if own == "" {
		if own = number; own == "" {
			r.count++
			own = strconv.Itoa(r.count)
		}
	}
	if !called && number == "" {
		w.Style |= document.Superscript
		w.Marker(document.Unit(own, span), key)
		w.Style &^= document.Superscript
	}
	w.BeginNote(key, own, "", span)
	w.Anchor(id)
	r.content(s)
	w.EndNote()
}

// labelAt looks for the label at the start of an element, whose content begins at
// a place of the source.
func labelAt(src string, at int) string {
	rest := strings.TrimLeft(src[at:min(len(src), at+longestLabel)], " \t\r\n")
	if !strings.HasPrefix(rest, "<label") {
		return ""
	}
	_, rest, ok := strings.Cut(rest, ">")
	if !ok {
		return ""
	}
	text, _, ok := strings.Cut(rest, "</label>")
	if !ok {
		return ""
	}
	var b strings.Builder
	for part := range strings.SplitSeq(text, "<") {
		if _, after, ok := strings.Cut(part, ">"); ok {
			part = after
		}
		b.WriteString(part)
	}
	return strings.Trim(strings.TrimSpace(b.String()), "[]().:")
}

// labelled reads a label: that of a note or a numbered item is known, that of a
// section or a figure is text.
func (r *reading) labelled(s *markup.Scanner) {
	if r.numberedItem || r.w.InNote() {
		r.numberedItem = false
		s.Skip()
		return
	}
	r.content(s)
	r.w.Add(document.Unit(" ", s.Span()))
}

// longestLabel is how far a label is looked for, in bytes.
const longestLabel = 200
