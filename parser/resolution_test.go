package parser_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"ibid/parser"
	"ibid/parser/article"
)

// resolutionFiles are the cases: one or a few for each point of the algorithm,
// and many for the ways in which traditions write the same thing.
var resolutionFiles = []string{"testdata/resolution.json", "testdata/resolution-traditions.json"}

// resolutionCase is a row of resolutionFiles: the notes of a small
// article and what some of their citations mean. A target is "note#citation",
// by place, from 1 and from 0; for a cross-reference the note alone counts.
type resolutionCase struct {
	Name     string   `json:"name"`
	Lang     string   `json:"lang"`
	Notes    []string `json:"notes"`
	Numbers  []string `json:"numbers"`
	Chapters []int    `json:"chapters"`
	Expect   []struct {
		Note      int     `json:"note"`
		Citation  int     `json:"citation"`
		Kind      string  `json:"kind"`
		Target    *string `json:"target"`
		Ambiguous bool    `json:"ambiguous"`
		Locator   *string `json:"locator"`
	} `json:"expect"`
}

// readCases reads a file of cases.
func readCases(t *testing.T, file string) []resolutionCase {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []resolutionCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return cases
}

// html writes a case as a page, chapter by chapter.
func (c *resolutionCase) html() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<html lang=%q><head><title>%s</title></head><body>\n", c.Lang, c.Name)
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;")
	for start := 0; start < len(c.Notes); {
		end := len(c.Notes)
		for i := start + 1; i < end && c.Chapters != nil; i++ {
			if c.Chapters[i] != c.Chapters[start] {
				end = i
			}
		}
		fmt.Fprintf(&b, "<h2>Chapter %d</h2>\n<p>", start+1)
		for i := start; i < end; i++ {
			fmt.Fprintf(&b, "The keeper wrote it down.<sup><a href=\"#n%d\" id=\"r%d\">%s</a></sup> ", i, i, c.number(i))
		}
		b.WriteString("</p>\n<h3>Notes</h3>\n")
		for i := start; i < end; i++ {
			fmt.Fprintf(&b, "<p id=\"n%d\"><a href=\"#r%d\">%s</a>. %s</p>\n", i, i, c.number(i), escape.Replace(c.Notes[i]))
		}
		start = end
	}
	return b.String() + "</body></html>\n"
}

// number is the printed number of a note.
func (c *resolutionCase) number(i int) string {
	if c.Numbers != nil {
		return c.Numbers[i]
	}
	return fmt.Sprint(i + 1)
}

// TestResolution resolves the back-references of small articles in the
// traditions that docs/resolution.md lists.
func TestResolution(t *testing.T) {
	t.Parallel()
	var cases []resolutionCase
	for _, name := range resolutionFiles {
		cases = append(cases, readCases(t, name)...)
	}
	for i := range cases {
		c := &cases[i]
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			a, err := parser.Parse(t.Context(), strings.NewReader(c.html()), parser.Options{Name: "case.html"})
			if err != nil {
				t.Fatal(err)
			}
			c.compare(t, a)
		})
	}
}

func (c *resolutionCase) compare(t *testing.T, a *article.Article) {
	t.Helper()
	if len(a.Notes) != len(c.Notes) {
		t.Fatalf("%d notes, want %d", len(a.Notes), len(c.Notes))
	}
	for _, want := range c.Expect {
		cited := a.Cited(article.Ref{Note: want.Note - 1, Citation: want.Citation})
		if cited == nil {
			t.Errorf("note %d has no citation %d", want.Note, want.Citation)
			continue
		}
		target, ambiguous := "", false
		if cited.Target != nil {
			target = fmt.Sprint(cited.Target.Ref.Note + 1)
			if want.Kind != string(article.Crossref) {
				target += fmt.Sprintf("#%d", cited.Target.Ref.Citation)
			}
			ambiguous = cited.Target.Ambiguous
		}
		wanted := ""
		if want.Target != nil {
			wanted = *want.Target
			if want.Kind == string(article.Crossref) {
				wanted, _, _ = strings.Cut(wanted, "#")
			}
		}
		if string(cited.Kind) != want.Kind || target != wanted || ambiguous != want.Ambiguous {
			t.Errorf("note %d, citation %d, %q: %s → %q (ambiguous %v), want %s → %q (%v)",
				want.Note, want.Citation, cited.Text, cited.Kind, target, ambiguous, want.Kind, wanted, want.Ambiguous)
		}
		if want.Locator != nil && (cited.Locator == nil || cited.Locator.Value != *want.Locator) {
			t.Errorf("note %d, citation %d, %q: locator %+v, want %q", want.Note, want.Citation, cited.Text, cited.Locator, *want.Locator)
		}
	}
}
