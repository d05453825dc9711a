package rules_test

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ibid/checker"
)

// resolved is a small article of parser/testdata/resolution*.json, as far as the
// rules are concerned. What its back-references point at is tested in parser.
type resolved struct {
	Name     string   `json:"name"`
	Lang     string   `json:"lang"`
	Notes    []string `json:"notes"`
	Numbers  []string `json:"numbers"`
	Chapters []int    `json:"chapters"`
	// Findings are rules that must say something; an empty list means that no
	// rule on back-references may warn. Where there is none, it is left open.
	Findings *[]string `json:"findings"`
}

// page is the article as a page, chapter by chapter.
func (c *resolved) page() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<html lang=%q><head><title>%s</title></head><body>\n", c.Lang, c.Name)
	number := func(i int) string {
		if c.Numbers != nil {
			return c.Numbers[i]
		}
		return fmt.Sprint(i + 1)
	}
	for start := 0; start < len(c.Notes); {
		end := start + 1
		for end < len(c.Notes) && (c.Chapters == nil || c.Chapters[end] == c.Chapters[start]) {
			end++
		}
		fmt.Fprintf(&b, "<h2>Chapter %d</h2>\n<p>", start+1)
		for i := start; i < end; i++ {
			fmt.Fprintf(&b, "The keeper wrote it down.<sup><a href=\"#n%d\" id=\"r%[1]d\">%s</a></sup> ", i, number(i))
		}
		b.WriteString("</p>\n<h3>Notes</h3>\n")
		for i := start; i < end; i++ {
			fmt.Fprintf(&b, "<p id=\"n%d\"><a href=\"#r%[1]d\">%s</a>. %s</p>\n", i, number(i), html.EscapeString(c.Notes[i]))
		}
		start = end
	}
	return b.String() + "</body></html>\n"
}

// TestResolutionFindings checks what is said about the back-references of the
// small articles that parser resolves.
func TestResolutionFindings(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../parser/testdata/resolution*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []resolved
		if err := json.Unmarshal(data, &cases); err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			if c.Findings == nil {
				continue
			}
			t.Run(c.Name, func(t *testing.T) {
				t.Parallel()
				_, found := findingsIn(t, "case.html", []byte(c.page()))
				for _, rule := range *c.Findings {
					if !slices.ContainsFunc(found, func(f checker.Finding) bool { return f.Rule == rule }) {
						t.Errorf("%s says nothing", rule)
					}
				}
				for _, f := range found {
					if len(*c.Findings) == 0 && f.Group == checker.Backref && f.Severity > checker.Info {
						t.Errorf("%s: %s", f.Rule, f.Message)
					}
				}
			})
		}
	}
}
