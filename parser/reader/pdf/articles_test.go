package pdf_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"ibid/parser"
	"ibid/parser/article"
)

// held is what an article of testdata/articles holds.
type held struct {
	File    string
	PerPage bool `json:"perpage"` // the producer numbers the notes
	Notes   []heldNote
}

type heldNote struct {
	Number, Text string
	URLs         []string
	Page         int
}

// found counts what was found of an article, or of several.
type found struct {
	notes, got, right, urls, rightURLs, pages, rightPages int
}

func (f found) f1() float64 { return 2 * float64(f.right) / float64(max(1, f.notes+f.got)) }

func (f found) recall() float64 { return float64(f.rightURLs) / float64(max(1, f.urls)) }

// TestArticles finds the notes of articles that many producers wrote: their
// number and four fifths of their words must be right, and their addresses.
func TestArticles(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob(filepath.Join("testdata", "articles", "*.json"))
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d articles, %v", len(paths), err)
	}
	var all found
	for _, path := range paths {
		var want held
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		f := find(t, want)
		if f.f1() < 0.95 {
			t.Errorf("%s: F1 of notes %.3f (%d of %d, %d found)", want.File, f.f1(), f.right, f.notes, f.got)
		}
		all.notes, all.got, all.right = all.notes+f.notes, all.got+f.got, all.right+f.right
		all.urls, all.rightURLs = all.urls+f.urls, all.rightURLs+f.rightURLs
		all.pages, all.rightPages = all.pages+f.pages, all.rightPages+f.rightPages
	}
	t.Logf("notes F1 %.4f, addresses %.4f of %d, pages %d of %d", all.f1(), all.recall(), all.urls, all.rightPages, all.pages)
	if all.f1() < 0.99 || all.recall() < 0.97 || all.rightPages < all.pages {
		t.Errorf("notes F1 %.4f, want 0.99; addresses %.4f, want 0.97; pages %d of %d", all.f1(), all.recall(), all.rightPages, all.pages)
	}
}

// find compares an article with what it holds.
func find(t *testing.T, want held) (f found) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "articles", want.File))
	if err != nil {
		t.Fatal(err)
	}
	a, err := parser.Parse(t.Context(), bytes.NewReader(data), parser.Options{Name: want.File})
	if err != nil {
		t.Fatalf("%s: %v", want.File, err)
	}
	f.notes, f.got = len(want.Notes), len(a.Notes)
	taken := map[int]bool{}
	for _, n := range want.Notes {
		f.urls += len(n.URLs)
		best, most := -1, 0.8
		for i := range a.Notes {
			if taken[i] || a.Notes[i].Number != n.Number && !want.PerPage {
				continue
			}
			if s := similar(n.Text, a.Notes[i].Text.String); s >= most {
				best, most = i, s
			}
		}
		if best < 0 {
			t.Logf("%s: note %s on page %d is missing: %.60s", want.File, n.Number, n.Page, n.Text)
			continue
		}
		taken[best] = true
		f.right++
		if n.Page > 0 {
			f.pages++
			if a.Text.Position(a.Notes[best].Span).Page == n.Page {
				f.rightPages++
			}
		}
		for _, u := range n.URLs {
			if slices.ContainsFunc(a.Notes[best].URLs, func(got article.URL) bool { return got.Address == u }) {
				f.rightURLs++
			} else {
				t.Logf("%s: note %s: address %s is missing", want.File, n.Number, u)
			}
		}
	}
	return f
}

var word = regexp.MustCompile(`[\p{L}\p{N}]+`)

// similar is how many words two texts share, in parts of all.
func similar(a, b string) float64 {
	x, y := words(a), words(b)
	shared, all := 0, 0
	for w, n := range x {
		shared += min(n, y[w])
		all += n
	}
	for _, n := range y {
		all += n
	}
	return 2 * float64(shared) / float64(max(1, all))
}

func words(s string) map[string]int {
	out := map[string]int{}
	for _, w := range word.FindAllString(strings.ReplaceAll(strings.ToLower(norm.NFKC.String(s)), "-", ""), -1) {
		out[w]++
	}
	return out
}
