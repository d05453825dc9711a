package wikitext_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/wikitext"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func read(tb testing.TB, source string) *document.Document {
	tb.Helper()
	d, err := wikitext.Read(tb.Context(), []byte(source), reader.Hint{Name: "a.wiki"})
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// TestGolden reads an article with everything that is declared in wikitext.
func TestGolden(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("testdata/lamps.wiki")
	if err != nil {
		t.Fatal(err)
	}
	got := outline(read(t, string(source)))
	if *update {
		if err := os.WriteFile("testdata/lamps.golden", []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/lamps.golden")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// outline is a Document as text: a line for each block, its markers in square
// brackets, its links behind their text.
func outline(d *document.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %q, language %s\n", d.Format, d.Meta.Title, d.Meta.Language)
	kinds := []string{"paragraph", "heading", "item", "cell", "quote", "code", "note"}
	for i := range d.Blocks {
		k := &d.Blocks[i]
		fmt.Fprintf(&b, "%s", kinds[k.Kind])
		if k.Level > 0 {
			fmt.Fprintf(&b, " %d", k.Level)
		}
		if k.Label != "" {
			fmt.Fprintf(&b, " %s", k.Label)
		}
		if k.Scope != "" {
			fmt.Fprintf(&b, " of %s", k.Scope)
		}
		if k.Embedded {
			b.WriteString(" with a picture")
		}
		b.WriteString(": " + line(d, k.Runs) + "\n")
	}
	for _, s := range d.Stored {
		fmt.Fprintf(&b, "%s at %d–%d: %s\n", s.Manager, s.Span.Start, s.Span.End, s.JSON.String)
	}
	return b.String()
}

// line is runs as one line.
func line(d *document.Document, runs []document.Run) string {
	var b strings.Builder
	for _, r := range runs {
		text := strings.ReplaceAll(r.Text.String, "\n", "⏎")
		switch {
		case r.NoteRef != "":
			text = "[" + text + "]"
		case r.Style.Has(document.Italic | document.Bold):
			text = "***" + text + "***"
		case r.Style.Has(document.Italic):
			text = "*" + text + "*"
		case r.Style.Has(document.Bold):
			text = "**" + text + "**"
		}
		b.WriteString(text)
		if !r.Href.Empty() {
			fmt.Fprintf(&b, "<%s at %d>", r.Href.String(), d.Source.Position(r.Href.All()).Offset)
		}
	}
	return b.String()
}
