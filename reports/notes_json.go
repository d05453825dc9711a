package reports

import (
	"io"

	"ibid/unfold"
)

// The JSON of unfolded notes, version 1; docs/notes.md describes it. Fields
// are only ever added.

func writeNotesJSON(w io.Writer, all []UnfoldedNotes) error {
	j := newJSONWriter(w)
	j.open('{')
	j.count("version", 1)
	j.list("articles", len(all), func(i int) { jsonUnfolded{jsonArticle{j, all[i].Article}}.write(all[i].Notes) })
	j.close('}')
	j.b = append(j.b, '\n')
	return j.flush()
}

// jsonUnfolded writes the unfolded notes of one article.
type jsonUnfolded struct{ jsonArticle }

func (j jsonUnfolded) write(notes []unfold.Note) {
	j.text("source", j.a.Source)
	j.known("title", j.a.Meta.Title)
	j.list("notes", len(notes), func(i int) {
		n := &notes[i]
		var back []*unfold.Piece
		for i := range n.Pieces {
			if n.Pieces[i].Outcome != unfold.Same {
				back = append(back, &n.Pieces[i])
			}
		}
		j.text("id", n.ID)
		j.text("number", n.Number)
		j.text("text", j.a.Notes[n.Index].Text.String)
		j.text("unfolded", n.String())
		j.list("references", len(back), func(k int) { j.reference(n, back[k]) })
	})
}

// reference writes a back-reference and what became of it.
func (j jsonUnfolded) reference(n *unfold.Note, p *unfold.Piece) {
	j.count("citation", int64(p.Citation))
	j.text("kind", string(j.a.Notes[n.Index].Citations[p.Citation].Kind))
	j.text("text", p.Source)
	j.text("outcome", string(p.Outcome))
	if p.Outcome == unfold.Unfolded {
		j.known("unfolded", unfold.Plain(p.Text))
	}
	j.known("because", p.Why)
	j.list("works", len(p.Works), func(i int) {
		j.ref(p.Works[i].Ref)
		j.known("text", unfold.Plain(p.Works[i].Text))
	})
}
