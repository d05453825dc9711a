package markdown_test

import (
	"strings"
	"testing"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/markdown"
)

// FuzzRead holds what every Document promises: runs stand in the source in
// order, what is mapped byte for byte is there byte for byte, the blocks of a
// note follow each other, and line ends make no difference.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"Salt.[^1]\n\n[^1]: Brine &amp; *so on*.\n\n    More.\n",
		"---\ntitle: A\n---\n\n# A[^a b]^[c *d* [e][f]]\n\n[f]: <g> 'h'\n",
		"> - a\n>\t[^1]: b^[c\n> d]\n\n[^1]: e\n\n    [^2]: f\n",
		"<ol start=3>\n<li id=a><p>b<br>c</li>\n</ol>\n<!-- d\n-->\n<a\nhref='e&amp;f'>g</a>\n",
		"| a | b^[c] |\n|---|---|\n| `d|e` | [^1] |\n",
		"a{:.b} {% c %} {{< d >}}\n===\n![e](f) <g@h.i> \\[^1]\r\rj\r\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, err := markdown.Read(t.Context(), []byte(in), reader.Hint{})
		if err != nil {
			return
		}
		holds(t, d)
		if strings.Contains(in, "\r") {
			return
		}
		windows, err := markdown.Read(t.Context(), []byte(strings.ReplaceAll(in, "\n", "\r\n")), reader.Hint{})
		if err != nil {
			return // what is binary is told by the share of its bytes
		}
		if a, b := notes(d), notes(windows); a != b {
			t.Errorf("%d notes, with CRLF %d", a, b)
		}
	})
}

func holds(t *testing.T, d *document.Document) {
	t.Helper()
	whole := len(d.Source.Text(""))
	seen := map[string]bool{}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Element < -1 || b.Element >= len(d.Elements) {
			t.Fatalf("block %d is in element %d of %d", i, b.Element, len(d.Elements))
		}
		if b.Note != "" && (i == 0 || d.Blocks[i-1].Note != b.Note) {
			if seen[b.Note] {
				t.Errorf("the note %q is in two pieces", b.Note)
			}
			seen[b.Note] = true
		}
		last := 0
		for _, r := range b.Runs {
			s := r.Text.All()
			if s.Start < last || s.End < s.Start || s.End > whole || !b.Span.Contains(s) {
				t.Fatalf("block %d at %v: %q at %v after %d, of %d bytes", i, b.Span, r.Text.String, s, last, whole)
			}
			last = s.End
			verbatim(t, d, r.Text)
			if h := r.Href.All(); h.Start < 0 || h.End < h.Start || h.End > whole {
				t.Fatalf("block %d: target %q at %v of %d bytes", i, r.Href.String(), h, whole)
			}
			verbatim(t, d, r.Href.Text())
		}
	}
}

// verbatim asks that a byte that stands for one byte is that byte, line breaks excepted.
func verbatim(t *testing.T, d *document.Document, text document.Text) {
	t.Helper()
	for k := range len(text.String) {
		cut := d.Source.Cut(text.Span(k, k+1))
		if len(cut) == 1 && cut != text.String[k:k+1] && text.String[k] != '\n' {
			t.Fatalf("%q has %q where the source has %q", text.String, text.String[k:k+1], cut)
		}
	}
}

func notes(d *document.Document) int {
	n := 0
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Note != "" && (i == 0 || d.Blocks[i-1].Note != b.Note) {
			n++
		}
	}
	return n
}
