package citation_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"ibid/parser/article"
	"ibid/parser/citation"
)

// resolutionCase is an article of a few notes with what is expected of it.
type resolutionCase struct {
	Name   string   `json:"name"`
	Notes  []string `json:"notes"`
	Expect []struct {
		Note     int    `json:"note"`
		Citation int    `json:"citation"`
		Kind     string `json:"kind"`
	} `json:"expect"`
}

// TestResolutionCases checks which citations back-references are; whether a
// citation is full or short is for parser/backref to settle.
func TestResolutionCases(t *testing.T) {
	t.Parallel()
	for _, c := range sharedCases(t) {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			a := articleOf(c.Notes...)
			citation.Parse(a)
			for _, e := range c.Expect {
				if e.Note < 1 || e.Note > len(a.Notes) || e.Citation < 0 {
					continue
				}
				list := a.Notes[e.Note-1].Citations
				if e.Citation >= len(list) {
					t.Errorf("note %d has %d citations, want number %d", e.Note, len(list), e.Citation)
					continue
				}
				if got := list[e.Citation].Kind; !sameKind(got, article.Kind(e.Kind)) {
					t.Errorf("note %d citation %d is %s, want %s", e.Note, e.Citation, got, e.Kind)
				}
			}
		})
	}
}

func sameKind(got, want article.Kind) bool {
	work := func(k article.Kind) bool { return k == article.Full || k == article.Short }
	return got == want || work(got) && work(want)
}

// sharedCases reads the cases of the folder shared, which stands beside the
// repository where there is one.
func sharedCases(t *testing.T) []resolutionCase {
	t.Helper()
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		data, err := os.ReadFile(filepath.Join(dir, "shared", "resolution-cases.json"))
		if err != nil {
			continue
		}
		var out []resolutionCase
		if err := json.Unmarshal(data, &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	t.Skip("no folder shared with resolution-cases.json above this package")
	return nil
}
