package parser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"ibid/parser"
	"ibid/parser/article"
)

const conversions = "testdata/conversions"

// TestConversions holds one article in every format against its source: what
// real programs made of it has the same notes, citations, targets and URLs.
func TestConversions(t *testing.T) {
	t.Parallel()
	source := convert(t, filepath.Join(conversions, "article.md"))
	want, called := shapes(source), calls(source)
	if len(want) != 40 {
		t.Fatalf("the article has %d notes, want 40", len(want))
	}
	files, err := os.ReadDir(conversions)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := f.Name()
		if name == "README.md" || name == "article.md" || name == "make.sh" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := convert(t, filepath.Join(conversions, name))
			got := shapes(a)
			wrong := 0
			for number, shape := range want {
				if got[number] != shape {
					wrong++
				}
			}
			allowed := 0
			if a.Format == "pdf" {
				allowed = len(want) * 3 / 100
			}
			if wrong > allowed || len(got) > len(want)+allowed {
				t.Errorf("%d of %d notes differ (-article.md +%s):\n%s", wrong, len(want), name, cmp.Diff(want, got))
			}
			if diff := cmp.Diff(called, calls(a)); diff != "" || len(a.Markers) != len(called) {
				t.Errorf("%d markers, want %d (-want +got):\n%s", len(a.Markers), len(called), diff)
			}
		})
	}
}

// convert parses a file of the conversions.
func convert(t *testing.T, path string) *article.Article {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a, err := parser.Parse(t.Context(), f, parser.Options{Name: path})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// shapes says of every note, by its number, its words, which citations it holds,
// what they stand for, and which URLs they and the whole note give.
func shapes(a *article.Article) map[string]string {
	out := map[string]string{}
	for i := range a.Notes {
		lines := []string{words(a.Notes[i].Text.String)}
		for k := range a.Notes[i].Citations {
			c := &a.Notes[i].Citations[k]
			line := string(c.Kind)
			if c.Target != nil {
				line += fmt.Sprintf(" -> note %s, %d", a.Notes[c.Target.Ref.Note].Number, c.Target.Ref.Citation)
			}
			for _, u := range c.URLs {
				line += " " + u.Address
			}
			lines = append(lines, line)
		}
		for _, u := range a.Notes[i].URLs {
			lines = append(lines, u.Address)
		}
		out[a.Notes[i].Number] = strings.Join(lines, "\n")
	}
	return out
}

// words are a note's letters and figures: programs set quotation marks, dashes
// and spaces as they like.
func words(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// calls are the numbers of the notes that the markers call, in order.
func calls(a *article.Article) []string {
	var out []string
	for _, m := range a.Markers {
		if m.Note >= 0 {
			out = append(out, a.Notes[m.Note].Number)
		}
	}
	return out
}
