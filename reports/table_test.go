package reports_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/clipperhouse/displaywidth"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/reports"
)

func TestTableKeepsToItsWidth(t *testing.T) {
	t.Parallel()
	for _, columns := range []int{0, 50, 80, 100, 120, 200} {
		limit := columns
		if limit == 0 {
			limit = 80
		}
		for line := range strings.Lines(draw(t, "table", fixture(), reports.Options{Width: columns})) {
			if got := displaywidth.String(strings.TrimRight(line, "\n")); got > limit {
				t.Errorf("width %d: a line takes %d cells: %s", columns, got, line)
			}
		}
	}
}

func TestTableLetsNoEscapeThrough(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"table"} {
		got := draw(t, format, fixture(), reports.Options{})
		for _, r := range got {
			if r != '\n' && (r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x202e) {
				t.Errorf("%s: %U came through", format, r)
			}
		}
	}
	if got := draw(t, "table", fixture(), reports.Options{Color: true}); !strings.Contains(got, "\x1b[31merror") {
		t.Error("with Color, errors are not red")
	}
}

// many is an article of n notes in order but for the one in the middle.
func many(n int) *checker.Run {
	var text strings.Builder
	spans := make([]document.Span, n)
	for i := range n {
		line := fmt.Sprintf("Author%d, Title of the Work %d (London: Press, 2001), 12, with some more words to it.", i, i)
		spans[i] = document.Span{Start: text.Len(), End: text.Len() + len(line)}
		text.WriteString(line + "\n")
	}
	src := document.NewSource(text.String(), document.Encoding{})
	a := &article.Article{Source: "long.txt", Text: src, Meta: document.Meta{Title: "Long"}}
	for i, s := range spans {
		cut := src.Cut(s)
		a.Notes = append(a.Notes, article.Note{
			ID: fmt.Sprintf("fn%d", i+1), Number: fmt.Sprint(i + 1), Text: document.NewText(cut, s.Start, ""), Span: s,
			Citations: []article.Citation{{Kind: article.Full, Text: cut, End: len(cut), Span: s, Item: article.Item{Title: "T", Type: "book"}, Fields: article.Fields{{Name: "title", Span: s, Confidence: 1}}}},
		})
	}
	f := checker.Finding{Rule: "empty-note", Group: checker.Structure, Severity: checker.Error, Confidence: 1, Note: n / 2, Citation: 0, Span: spans[n/2], Message: "Nothing here."}
	return &checker.Run{Reports: []*checker.Report{{Article: a, Findings: []checker.Finding{f}}}}
}

func TestTableOfManyNotes(t *testing.T) {
	t.Parallel()
	got := draw(t, "table", many(200), reports.Options{})
	if n := strings.Count(got, "\n"); n > 15 {
		t.Errorf("%d lines for one finding", n)
	}
	if !strings.Contains(got, "199 notes in order not shown") || !strings.Contains(got, "Author100,") {
		t.Errorf("the note with the finding is not alone:\n%s", got)
	}
	if got := draw(t, "table", many(200), reports.Options{Verbose: true}); !strings.Contains(got, "Author7,") {
		t.Error("--verbose does not list every note")
	}
}

// TestSpeed guards against time that grows with the square of the input.
func TestSpeed(t *testing.T) {
	t.Parallel()
	run := many(20000)
	for _, f := range reports.All() {
		start := time.Now()
		draw(t, f.Name, run, reports.Options{Verbose: true})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v for 20,000 notes", f.Name, took)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	run := many(2000)
	for _, f := range reports.All() {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				draw(b, f.Name, run, reports.Options{Verbose: true})
			}
		})
	}
}
