package reader_test

import (
	"context"
	"strings"
	"testing"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/html"
	"ibid/parser/reader/markdown"
	"ibid/parser/reader/text"
)

type read func(context.Context, []byte, reader.Hint) (*document.Document, error)

// check asks what every reader promises: runs and blocks lie in the source,
// and text that is as long as its span is what stands there. Spans with an
// entity are left out: entities may be as long as what they stand for.
func check(t *testing.T, read read, data []byte) {
	t.Helper()
	doc, err := read(t.Context(), data, reader.Hint{})
	if err != nil {
		return
	}
	whole := len(doc.Source.Text(""))
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Element < -1 || b.Element >= len(doc.Elements) {
			t.Fatalf("block %d is in element %d of %d", i, b.Element, len(doc.Elements))
		}
		for _, r := range b.Runs {
			s := r.Text.All()
			if s.Start < 0 || s.End < s.Start || s.End > whole {
				t.Fatalf("block %d: %q at %v of %d bytes", i, r.Text.String, s, whole)
			}
			if cut := doc.Source.Cut(s); len(cut) == r.Text.Len() && !strings.Contains(cut, "&") && spaces(cut) != spaces(r.Text.String) {
				t.Fatalf("block %d: %q stands where the source has %q", i, r.Text.String, cut)
			}
		}
	}
}

// spaces makes line breaks and tabs spaces, as readers do.
func spaces(s string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\f", " ").Replace(s)
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"Salt.[1]\n\n[1] Brine,\n    p. 3.\n", "Title\nBy A. Writer\n\n_Salt_ and *brine*", "\r\n\t\r1. a\r", "Gr\xf6\xdfe\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, text.Read, data) })
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"Salt.[^1] Brine.^[Inline *note*.]\n\n[^1]: A [link](https://example.org/a_(b)).\n\n    More.\n", "---\ntitle: Salt\n---\n# A\n", "[a][b]\n\n[b]: <x y>\n> - `[^1]` &amp; <sup>2</sup>\n", "\r\t[^\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, markdown.Read, data) })
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>Salt&amp;<sup><a href='#n&#49;'>1</a></sup><ol start=3><li id=n1>Brine<br>x", "<head><title>a<p>b<table><td>c<ul><li hidden>d", "<!--<p>--><script>a</script><pre>\n x</pre>&nGt;&#0;", "<a href=\"\x00\"><b\r\n>\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, html.Read, data) })
}
