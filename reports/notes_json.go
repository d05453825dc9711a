package reports

import (
	"errors"
	"io"

	"ibid/parser/article"
	"ibid/unfold"
)

// The JSON of unfolded notes, version 1; docs/notes.md describes it. Fields
// are only ever added.

type jsonUnfolded struct {
	Source string             `json:"source"`
	Title  string             `json:"title,omitempty"`
	Notes  []jsonUnfoldedNote `json:"notes"`
}

type jsonUnfoldedNote struct {
	ID         string             `json:"id"`
	Number     string             `json:"number"`
	Text       string             `json:"text"`
	Unfolded   string             `json:"unfolded"`
	References []jsonUnfoldedBack `json:"references"`
}

// jsonUnfoldedBack is a back-reference and what became of it.
type jsonUnfoldedBack struct {
	Citation int            `json:"citation"`
	Kind     article.Kind   `json:"kind"`
	Text     string         `json:"text"`
	Outcome  unfold.Outcome `json:"outcome"`
	Unfolded string         `json:"unfolded,omitempty"`
	Because  string         `json:"because,omitempty"`
	Works    []jsonWork     `json:"works"`
}

type jsonWork struct {
	jsonRef
	Text string `json:"text,omitempty"`
}

func writeNotesJSON(w io.Writer, all []UnfoldedNotes) error {
	j := newJSONWriter(w)
	j.raw("{\n  \"version\": 1")
	j.list("articles", "  ", len(all), func(i int) { j.value(unfoldedJSON(all[i]), "    ") })
	j.raw("\n}\n")
	return errors.Join(j.err, j.w.Flush())
}

func unfoldedJSON(u UnfoldedNotes) jsonUnfolded {
	m := jsonArticleMaker{a: u.Article}
	out := jsonUnfolded{Source: u.Article.Source, Title: u.Article.Meta.Title}
	out.Notes = each(u.Notes, func(n *unfold.Note) jsonUnfoldedNote {
		note := &u.Article.Notes[n.Index]
		one := jsonUnfoldedNote{ID: n.ID, Number: n.Number, Text: note.Text.String, Unfolded: n.String(), References: []jsonUnfoldedBack{}}
		for i := range n.Pieces {
			p := &n.Pieces[i]
			if p.Outcome == unfold.Same {
				continue
			}
			back := jsonUnfoldedBack{Citation: p.Citation, Kind: note.Citations[p.Citation].Kind, Text: p.Source, Outcome: p.Outcome, Because: p.Why}
			if p.Outcome == unfold.Unfolded {
				back.Unfolded = unfold.Plain(p.Text)
			}
			back.Works = each(p.Works, func(w *unfold.Work) jsonWork {
				return jsonWork{jsonRef: m.target(w.Ref), Text: unfold.Plain(w.Text)}
			})
			one.References = append(one.References, back)
		}
		return one
	})
	return out
}
