package citation_test

import (
	"strings"
	"testing"

	"ibid/parser/article"
	"ibid/parser/citation"
)

// FuzzParse checks what must hold of any note: citations in order and apart,
// spans that cut the text, addresses within what was read.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "Ibid., p. 12.", "Nora Whitcombe, The Lantern Keepers (Bristol: Mere Press, 1998), 33; Ferrand, Harbour Law, 9.",
		"See https://example.org/a/\nb.html; doi:10.1234/x.", "同上，第12页。", "See supra notes 4–6.", "“((“[((", "\xff\xfe 10.1/", "htp://x ; ibid",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := articleOf(strings.ToValidUTF8(s, "\uFFFD"))
		citation.Parse(a)
		check(t, a, a.Notes[0])
	})
}

func check(t *testing.T, a *article.Article, n article.Note) {
	t.Helper()
	text := n.Text.String
	if len(n.Citations) == 0 {
		t.Fatalf("%q: no citation, not even commentary", text)
	}
	last := article.Citation{}
	for i, c := range n.Citations {
		if c.Start < 0 || c.End < c.Start || c.End > len(text) || c.Text != text[c.Start:c.End] {
			t.Fatalf("%q: citation %d spans %d–%d with text %q", text, i, c.Start, c.End, c.Text)
		}
		// One phrase that names several notes yields one cross-reference for each.
		same := c.Kind == article.Crossref && last.Kind == article.Crossref && c.Start == last.Start && c.End == last.End
		if i > 0 && c.Start < last.End && !same {
			t.Fatalf("%q: citation %d starts at %d, the one before ends at %d", text, i, c.Start, last.End)
		}
		last = c
	}
	for _, u := range n.URLs {
		if !u.Span.Contains(u.AddressSpan) {
			t.Fatalf("%q: address %+v outside its span", text, u)
		}
		if u.Address == "" || !strings.Contains(a.Text.Cut(u.Span), strings.TrimSpace(a.Text.Cut(u.AddressSpan))) {
			t.Fatalf("%q: address %+v is not in the source", text, u)
		}
	}
}
