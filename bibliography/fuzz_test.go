package bibliography_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/bibliography"
	"ibid/parser"
	"ibid/parser/article"
)

// FuzzOf holds a bibliography to its article: keys are distinct and plain, no
// note with a full citation is missing, and the same notes give the same list.
func FuzzOf(f *testing.F) {
	f.Add("A.[^1] B.[^2]\n\n[^1]: " + book + "\n[^2]: Ibid., 63; see note 1.\n")
	f.Add("A.[^1] B.[^2]\n\n[^1]: " + journal + "\n[^2]: " + journal + " doi:10.5555/x\n")
	f.Add("A.[^1] B.[^2]\n\n[^1]: 王『海灯』2003\n[^2]: 王『海』2003, https://web.archive.org/web/http://\n")
	key := regexp.MustCompile(`^[a-z0-9]+(?:-?[0-9]+)?[a-z0-9]*$`)
	f.Fuzz(func(t *testing.T, source string) {
		a, err := parser.Parse(t.Context(), strings.NewReader(source), parser.Options{})
		if err != nil {
			return
		}
		b := bibliography.Of(a)
		taken, notes := map[string]bool{}, map[int]bool{}
		for _, e := range b.Entries {
			if taken[e.Key] || !key.MatchString(e.Key) {
				t.Errorf("key %q", e.Key)
			}
			taken[e.Key] = true
			if len(e.Cited) == 0 {
				t.Errorf("%s is cited nowhere", e.Key)
			}
			for _, p := range e.Cited {
				notes[p.Note] = true
			}
		}
		full := 0
		for ref, c := range a.Citations() {
			if c.Kind == article.Full {
				full++
				if !notes[ref.Note] {
					t.Errorf("note %d cites a work that is not listed", ref.Note)
				}
			}
		}
		if len(b.Entries) > full {
			t.Errorf("%d entries of %d full citations", len(b.Entries), full)
		}
		if diff := cmp.Diff(list(b), list(bibliography.Of(a))); diff != "" {
			t.Errorf("another run, another list:\n%s", diff)
		}
	})
}
