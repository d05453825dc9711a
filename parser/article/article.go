package article

import (
	"iter"

	"ibid/parser/document"
)

// Article is one document that has notes: a post, a chapter, a paper. An
// article without notes is one too, with empty lists.
type Article struct {
	// Source is the path or URL as the user gave it; of one of several articles in
	// a file, with the article's own name in the file behind a "#".
	Source string
	// File is the file that Source names one article of, and that positions count
	// in; "" where the article is a file of its own.
	File   string
	Format string // "text", "html", "markdown", "docx"
	Flavor string // the system that wrote it, or ""
	Meta   document.Meta
	// Text gives positions and source text for every span in the article.
	Text *document.Source
	// Markers come in reading order.
	Markers []Marker
	// Notes come in the order in which a reader meets them.
	Notes []Note
	// Body are the paragraphs of the article outside its notes: text that
	// rules may look at (code is left out). Page chrome is not in it.
	Body []Paragraph
	// Anchors are all ids that a link inside the page can name, with how often each occurs.
	Anchors map[string]int
	// URLs are the addresses cited in the body, in reading order; those of
	// notes are in the notes.
	URLs []URL
	// Previous are the earlier parts of the series that the article belongs
	// to, in order; each part's own Previous are those before it.
	Previous []*Article
	// Converted says that a converter read the source: positions are as exact as
	// its words could be found again.
	Converted bool
	// Truncated names what was left out because a limit was reached or the
	// source is damaged, in words for the user; empty if nothing was.
	Truncated string
}

// Paragraph is a block of the article's body.
type Paragraph struct {
	// Text is folded: no line breaks, single spaces.
	Text   document.Text
	Styles []Styled
}

// Marker is the place in the body that points at a note.
type Marker struct {
	// Label is the label of the one note that this marker stands for: the
	// marker of note 4 in "[3-5]" has label 4 and the span of the whole bracket.
	Label string
	Span  document.Span
	// Note is the index in Article.Notes, or -1 where no note has the label.
	Note int
	// Href is the fragment that a linked marker leads to ("" if none).
	Href string
	// Scope is the stretch of the document in which the label is unique (see Note.Scope).
	Scope string
	// Float says that it stands outside the flow of the text: in a table, a
	// caption, an aside.
	Float bool
}

// Note is one numbered footnote or endnote.
type Note struct {
	// ID is unique in the article: fn1, fn2 … by place.
	ID string
	// Number is the label as it stands in the source.
	Number string
	// Scope names the chapter or section within which Number is unique, or "".
	Scope string
	// ScopeIndex numbers the scopes from 0; notes of one index share a numbering.
	ScopeIndex int
	// Text is the note's text, white space folded, without label and back link.
	Text document.Text
	// Styles are the ranges of Text set in italics, bold or code, and links.
	Styles []Styled
	// Span runs from after the label to before the back link.
	Span document.Span
	// Segments are set where page chrome cuts the note in pieces.
	Segments []document.Span
	// Label covers the printed label where it stands in the source.
	Label document.Span
	// Anchors are the ids that a link to this note may name.
	Anchors []string
	// Backlinks are the fragments that back links in this note lead to.
	Backlinks []Backlink
	// Embedded says that the note holds an image, video or other content
	// that has no text.
	Embedded bool
	// Unnumbered is set for notes attached by a sign (* † ‡) or to a title.
	Unnumbered bool
	// Counted says that the source gives the note no number: it stands in the
	// text, and Number is its place among all.
	Counted bool
	// Citations are the references in the note, in order; a note without
	// any has a single entry of kind Commentary.
	Citations []Citation
	// URLs holds every address in the note, those in prose too, in order.
	URLs []URL
}

// Styled is a range of a note's or paragraph's text in a style or under a link.
// Start and End are byte offsets in its Text.String.
type Styled struct {
	Start, End int
	Style      document.Style
	// Href is the link target, or the zero Text.
	Href document.Text
}

// Backlink is a link from a note back to its marker.
type Backlink struct {
	Fragment string // without "#"
	Span     document.Span
}

// Ref names a citation: indices into Article.Notes and Note.Citations.
// Citation is -1 where the note as a whole is meant.
type Ref struct {
	Note, Citation int
	// Part is 0 for the article itself and n for Article.Previous[n-1].
	Part int
}

// NoteOf is the note that r names, or nil.
func (a *Article) NoteOf(r Ref) *Note {
	if p := a.part(r); p != nil && r.Note >= 0 && r.Note < len(p.Notes) {
		return &p.Notes[r.Note]
	}
	return nil
}

// part is the article of the series that r is in, or nil.
func (a *Article) part(r Ref) *Article {
	switch {
	case r.Part == 0:
		return a
	case r.Part < 0 || r.Part > len(a.Previous):
		return nil
	}
	return a.Previous[r.Part-1]
}

// Where names the note that r names, for messages: "note 4", or "note 12 of
// part1.html" where it is in an earlier part.
func (a *Article) Where(r Ref) string {
	n := a.NoteOf(r)
	switch {
	case n == nil:
		return "another note"
	case r.Part > 0:
		return "note " + n.Number + " of " + a.Previous[r.Part-1].Source
	}
	return "note " + n.Number
}

// Cited is the citation that r names, or nil.
func (a *Article) Cited(r Ref) *Citation {
	n := a.NoteOf(r)
	if n == nil || r.Citation < 0 || r.Citation >= len(n.Citations) {
		return nil
	}
	return &n.Citations[r.Citation]
}

// Citations walks all citations in order, commentary included.
func (a *Article) Citations() iter.Seq2[Ref, *Citation] {
	return func(yield func(Ref, *Citation) bool) {
		for n := range a.Notes {
			for c := range a.Notes[n].Citations {
				if !yield(Ref{Note: n, Citation: c}, &a.Notes[n].Citations[c]) {
					return
				}
			}
		}
	}
}
