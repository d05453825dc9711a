package reports

import (
	"bufio"
	_ "embed" // the page's template
	"html/template"
	"io"

	"ibid/parser/document"
	"ibid/unfold"
)

//go:embed templates/notes.html
var notesPage string

// htmlNotes is what the template draws. Strings are cleaned here and escaped there.
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
	t, err := template.New("notes").Parse(notesPage)
	if err != nil {
		return err
	}
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
	b := bufio.NewWriter(w)
	if err := t.Execute(b, page); err != nil {
		return err
	}
	return b.Flush()
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
