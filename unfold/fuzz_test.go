package unfold_test

import (
	"strings"
	"testing"

	"ibid/parser"
	"ibid/unfold"
)

// FuzzNotes holds the pieces of every note to the note: put together, their
// sources are its text, and what stays as it stands is shown so.
func FuzzNotes(f *testing.F) {
	f.Add("A.[^1] B.[^2]\n\n[^1]: " + book + "\n[^2]: Ibid., 63; see note 1.\n")
	f.Add("A.[^1] B.[^2]\n\n[^1]: " + journal + "\n[^2]: Reyes, op. cit., S. 4; idem, *Salt* (Ulm: Stein, 1998).\n")
	f.Add("<p>A.<sup><a href=#n1 id=r1>1</a></sup></p><p id=n1><a href=#r1>1</a>. See notes 1–3 <i>above</i>, ibid.</p>")
	f.Fuzz(func(t *testing.T, source string) {
		a, err := parser.Parse(t.Context(), strings.NewReader(source), parser.Options{})
		if err != nil {
			return
		}
		size := 0
		for i, n := range unfold.Notes(a) {
			var all strings.Builder
			for _, p := range n.Pieces {
				all.WriteString(p.Source)
				if p.Outcome != unfold.Unfolded && unfold.Plain(p.Text) != p.Source {
					t.Errorf("%s piece shows %q for %q", p.Outcome, unfold.Plain(p.Text), p.Source)
				}
			}
			if all.String() != a.Notes[i].Text.String {
				t.Errorf("pieces make %q of %q", all.String(), a.Notes[i].Text.String)
			}
			size += len(n.String())
		}
		if limit := 3000 * (len(source) + 1); size > limit {
			t.Errorf("%d bytes became %d", len(source), size)
		}
	})
}
