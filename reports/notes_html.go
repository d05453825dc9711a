package reports

import (
	_ "embed" // the page's style
	"io"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"ibid/parser/document"
	"ibid/unfold"
)

//go:embed templates/notes.css
var notesStyle string

// htmlNotes is what is drawn of an article. Strings are cleaned first, and escaped as they are drawn.
type htmlNotes struct {
	Heading, Counts string
	Notes           []htmlUnfolded
}

type htmlUnfolded struct {
	Number string
	Pieces []htmlUnfoldedPiece
}

// htmlUnfoldedPiece is a stretch of a note; Source is what it was, where it
// was written out.
type htmlUnfoldedPiece struct {
	Class, Source string
	Runs, Mark    []htmlRun
}

// htmlRun has an Href only if its address is one of the web.
type htmlRun struct {
	Text, Href   string
	Italic, Bold bool
}

// writeNotesHTML draws one page that asks for nothing: what was written out is
// underlined and shows the original words on hovering, what was kept is marked.
func writeNotesHTML(w io.Writer, all []UnfoldedNotes) error {
	var page []htmlNotes
	for _, u := range all {
		out := htmlNotes{Heading: heading(u.Article), Counts: unfoldCounts(u)}
		for i := range u.Notes {
			n := &u.Notes[i]
			note := htmlUnfolded{Number: noteNumber(u.Article, n.Index)}
			for k := range n.Pieces {
				note.Pieces = append(note.Pieces, newHTMLUnfoldedPiece(&n.Pieces[k]))
			}
			out.Notes = append(out.Notes, note)
		}
		page = append(page, out)
	}
	return writePage(w, htmlDocument("ibid: notes written out", notesStyle, each(page, (*htmlNotes).draw)))
}

func (n *htmlNotes) draw() g.Node {
	return h.Main(
		h.H1(g.Text(n.Heading)),
		meta(g.Text(n.Counts)),
		each(n.Notes, (*htmlUnfolded).draw),
	)
}

func (n *htmlUnfolded) draw() g.Node {
	return h.P(h.Span(h.Class("number"), g.Text(n.Number+".")), g.Text(" "), inline(n.Pieces, (*htmlUnfoldedPiece).draw))
}

func (p *htmlUnfoldedPiece) draw() g.Node {
	text := inline(p.Runs, (*htmlRun).draw)
	switch {
	case p.Source != "":
		text = h.Ins(h.Class(p.Class), h.Title(p.Source), text)
	case p.Class != "":
		text = h.Span(h.Class(p.Class), text)
	}
	if len(p.Mark) == 0 {
		return text
	}
	return g.Group{text, h.Span(h.Class("mark"), inline(p.Mark, (*htmlRun).draw))}
}

func (r *htmlRun) draw() g.Node {
	n := g.Text(r.Text)
	if r.Href != "" {
		n = h.A(h.Href(r.Href), h.Rel("noreferrer"), n)
	}
	if r.Bold {
		n = h.B(n)
	}
	if r.Italic {
		n = h.I(n)
	}
	return n
}

func newHTMLUnfoldedPiece(p *unfold.Piece) htmlUnfoldedPiece {
	out := htmlUnfoldedPiece{Runs: htmlRuns(p.Text), Mark: htmlRuns(p.Mark())}
	switch {
	case p.Outcome == unfold.Unfolded:
		out.Class, out.Source = "unfolded", clean(p.Source)
	case p.Outcome.Kept():
		out.Class = "kept"
	}
	return out
}

func htmlRuns(runs []unfold.Run) []htmlRun {
	var out []htmlRun
	for _, r := range runs {
		h := htmlRun{Text: clean(r.Text), Italic: r.Style.Has(document.Italic), Bold: r.Style.Has(document.Bold)}
		if isWeb(r.Href) {
			h.Href = r.Href
		}
		out = append(out, h)
	}
	return out
}
