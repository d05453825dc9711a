package odt

import (
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
)

// body reads the office:text.
func (r *reading) body(s *markup.Scanner) { r.content(s) }

// content reads the children of the current element to its end, text included.
func (r *reading) content(s *markup.Scanner) {
	s.Content(func() { r.element(s) }, func(t document.Text) { r.w.Add(t) })
}

// element reads one element. An unknown one is as good as its content.
func (r *reading) element(s *markup.Scanner) {
	w := r.w
	outside := w.State
	switch s.Name() {
	case "p", "h":
		r.paragraph(s)
	case "list":
		w.Kind, w.Level = document.ListItem, w.Level+1
		r.list(s)
	case "list-item":
		r.item(s)
	case "table":
		outer := w.Begin("table", "", nil, s.Span())
		w.Kind = document.TableCell
		r.content(s)
		w.End(outer, s.To)
	case "frame", "custom-shape":
		w.Embedded(s.Span())
		r.content(s)
	case "text-box":
		// What stands in a box comes behind the words beside it.
		w.Break()
		r.content(s)
	case "span":
		w.Style |= r.styled(s.Attr("style-name"))
		r.hidden(s)
	case "a":
		w.Href = s.AttrText("xlink:href")
		r.content(s)
	case "note":
		r.note(s)
		return // the note put the state back
	case "s":
		n, err := strconv.Atoi(s.Attr("c"))
		w.Add(document.Unit(strings.Repeat(" ", max(1, min(n, 100))), s.Span()))
		if err != nil || n > 0 {
			s.Skip()
		}
	case "tab":
		w.Add(document.Unit("\t", s.Span()))
		s.Skip()
	case "line-break":
		w.Add(document.Unit("\n", s.Span()))
		s.Skip()
	case "bookmark", "bookmark-start":
		w.Anchor(s.Attr("name"))
		s.Skip()
	case "reference-mark-start":
		r.markStart(s)
	case "reference-mark-end":
		r.markEnd(s)
	case "tracked-changes", "annotation", "annotation-end", "hidden-text", "ruby-text", "sequence-decls", "variable-decls", "user-field-decls", "forms",
		"table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index", "index-title", "settings", "scripts", "binary-data":
		s.Skip()
	default:
		r.content(s)
	}
	outside.Element = w.Element
	w.State = outside
}

// hidden reads text whose style may say that nobody sees it.
func (r *reading) hidden(s *markup.Scanner) {
	if r.w.Style.Has(document.Hidden) {
		s.Skip()
		return
	}
	r.content(s)
}

// paragraph reads a text:p or text:h.
func (r *reading) paragraph(s *markup.Scanner) {
	w := r.w
	name := s.Attr("style-name")
	heading, title := s.Name() == "h", r.styles[name].title || name == "Title"
	if heading {
		level, _ := strconv.Atoi(s.Attr("outline-level"))
		w.Kind, w.Level = document.Heading, max(1, min(level, 6))
	}
	if title {
		w.Kind, w.Level = document.Heading, 1
	}
	w.Style = r.styled(name) &^ (document.Bold | document.Italic)
	if w.Style.Has(document.Hidden) {
		s.Skip()
		return
	}
	w.Break()
	before := len(r.doc.Blocks)
	r.content(s)
	w.Break()
	if title && r.doc.Meta.Title == "" && len(r.doc.Blocks) > before {
		r.doc.Meta.Title = r.doc.Blocks[before].Text().Fold().String
	}
}

// note reads a text:note (ODF 1.3 part 3, 6.3.2): its citation is the marker.
func (r *reading) note(s *markup.Scanner) {
	w := r.w
	class, id := s.Attr("note-class"), s.Attr("id")
	if class == "" {
		class = "footnote"
	}
	key := class + " " + id + " " + strconv.Itoa(s.From)
	span := s.Span()
	label, began := "", false
	outside := w.State
	s.Children(func() {
		switch s.Name() {
		case "note-citation":
			mark := citation(s)
			if label = strings.TrimSpace(mark.String); label == "" {
				label, mark = "*", document.Unit("*", span)
			}
			if began {
				return
			}
			w.Style, w.Href = w.Style|document.Superscript, document.Text{}
			w.Marker(mark, key)
			w.State = outside
		case "note-body":
			began = true
			w.BeginNote(key, label, r.scope(class, label), s.Span())
			r.content(s)
			w.EndNote()
		default:
			s.Skip()
		}
	})
	w.State = outside
}

// citation is the text of a text:note-citation.
func citation(s *markup.Scanner) document.Text {
	var b document.Builder
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		if s.Next() == markup.Chars {
			b.Append(s.Chars())
		}
	}
	return b.Text().Trim()
}

// scope names the stretch in which a note's label is the only one of its kind.
func (r *reading) scope(class, label string) string {
	r.footnotes = r.footnotes || class == "footnote"
	r.endnotes = r.endnotes || class == "endnote"
	c := r.counts[class]
	if n, err := strconv.Atoi(label); err == nil {
		if n <= c.last {
			c.part++
		}
		c.last = n
	}
	r.counts[class] = c
	switch {
	case c.part > 0:
		return class + " part " + strconv.Itoa(c.part+1)
	case class == "endnote":
		return "endnote"
	}
	return ""
}
