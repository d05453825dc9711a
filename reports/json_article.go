package reports

import (
	"reflect"
	"slices"

	"ibid/parser/article"
	"ibid/parser/document"
)

// jsonArticle writes the parts of an article.
type jsonArticle struct {
	*jsonWriter

	a *article.Article
}

func (j jsonArticle) marker(k *article.Marker) {
	j.text("label", k.Label)
	if note := j.a.NoteOf(article.Ref{Note: k.Note, Citation: -1}); note != nil {
		j.known("note", note.ID)
	}
	j.position(k.Span)
}

func (j jsonArticle) note(n *article.Note) {
	j.text("id", n.ID)
	j.text("number", n.Number)
	j.known("scope", n.Scope)
	j.position(n.Span)
	if len(n.Segments) > 0 {
		j.list("segments", len(n.Segments), func(i int) { j.positionFields(n.Segments[i]) })
	}
	j.text("text", n.Text.String)
	j.texts("urls", addresses(n.URLs))
	j.list("citations", len(n.Citations), func(i int) { j.citation(&n.Citations[i]) })
}

func (j jsonArticle) citation(c *article.Citation) {
	j.text("kind", string(c.Kind))
	j.text("text", c.Text)
	j.position(c.Span)
	j.known("signal", c.Signal)
	if l := c.Locator; l != nil {
		j.object("locator", func() {
			j.text("label", l.Label)
			j.text("value", l.Value)
			j.truth("inherited", l.Inherited)
		})
	}
	j.texts("urls", addresses(c.URLs))
	if !reflect.ValueOf(&c.Item).Elem().IsZero() {
		j.object("item", func() { j.item(&c.Item) })
	}
	if len(c.Fields) > 0 {
		j.object("fields", func() { j.fields(c.Fields) })
	}
	if c.Antecedent != nil {
		j.object("antecedent", func() { j.ref(*c.Antecedent) })
	}
	if c.Target != nil {
		j.object("target", func() { j.target(c.Target) })
	}
}

func (j jsonArticle) fields(fields article.Fields) {
	for i := range fields {
		j.object(fields[i].Name, func() {
			j.position(fields[i].Span)
			j.number("confidence", fields[i].Confidence)
		})
	}
}

func (j jsonArticle) target(t *article.Target) {
	j.ref(t.Ref)
	j.number("confidence", t.Confidence)
	j.truth("ambiguous", t.Ambiguous)
	j.text("because", t.Because)
	j.list("candidates", len(t.Candidates), func(i int) {
		c := &t.Candidates[i]
		j.ref(c.Ref)
		j.number("score", c.Score)
		j.text("because", c.Because)
	})
}

// place names a note and a citation by index; what is out of range is left out.
func (j jsonArticle) place(note, citation int) {
	j.ref(article.Ref{Note: note, Citation: citation})
}

// ref names a note and, unless the note as a whole is meant, one of its
// citations, and the source of the earlier part that the note is in.
func (j jsonArticle) ref(ref article.Ref) {
	note := j.a.NoteOf(ref)
	if note == nil {
		return
	}
	if ref.Part > 0 {
		j.known("previous", j.a.Previous[ref.Part-1].Source)
	}
	j.known("note", note.ID)
	if ref.Citation >= 0 && ref.Citation < len(note.Citations) {
		j.count("citation", int64(ref.Citation))
	}
}

func (j jsonArticle) position(s document.Span) {
	j.object("position", func() { j.positionFields(s) })
}

func (j jsonArticle) positionFields(s document.Span) {
	p := position(j.a, s)
	j.count("offset", int64(p.Offset))
	j.count("end", int64(p.End))
	j.count("line", int64(p.Line))
	j.count("column", int64(p.Column))
	j.count("end_line", int64(p.EndLine))
	j.count("end_column", int64(p.EndColumn))
	j.known("part", p.Part)
	if p.Paragraph != 0 {
		j.count("paragraph", int64(p.Paragraph))
	}
	if p.Page != 0 {
		j.count("page", int64(p.Page))
	}
}

// addresses are the distinct addresses of urls in order.
func addresses(urls []article.URL) []string {
	out := make([]string, 0, len(urls))
	for i := range urls {
		if !slices.Contains(out, urls[i].Address) {
			out = append(out, urls[i].Address)
		}
	}
	return out
}
