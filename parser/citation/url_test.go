package citation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
	"ibid/parser/citation"
	"ibid/parser/document"
)

func TestWrittenAddresses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"full stop", "See https://example.org/a.", []string{"https://example.org/a"}},
		{"stop and semicolon", "At https://example.org/a/.; then", []string{"https://example.org/a/"}},
		{"bracket of the sentence", "(https://example.org/a)", []string{"https://example.org/a"}},
		{"bracket of the address", "https://example.org/Tide_(film).", []string{"https://example.org/Tide_(film)"}},
		{"angle brackets", "<https://example.org/a>, 2020.", []string{"https://example.org/a"}},
		{"quotes", "“https://example.org/a”", []string{"https://example.org/a"}},
		{"two", "https://example.org/a; https://example.org/b", []string{"https://example.org/a", "https://example.org/b"}},
		{"glued to a word", "available athttps://example.org/a", []string{"https://example.org/a"}},
		{"line break after a slash", "https://example.org/long/\npath/to.html.", []string{"https://example.org/long/path/to.html"}},
		{"line break after a hyphen", "https://example.org/tide-\ntables", []string{"https://example.org/tide-tables"}},
		{"line break before a sentence", "https://example.org/a/\nThe rest is prose.", []string{"https://example.org/a/"}},
		{"no scheme", "www.example.org/a.", []string{"https://www.example.org/a"}},
		{"domain and path", "example.org/a/b", []string{"https://example.org/a/b"}},
		{"doi", "doi:10.1234/tide.5.", []string{"https://doi.org/10.1234/tide.5"}},
		{"doi in an address", "https://doi.org/10.1234/tide.5", []string{"https://doi.org/10.1234/tide.5"}},
		{"archive of an address", "https://web.archive.org/web/2020/https://example.org/a", []string{"https://web.archive.org/web/2020/https://example.org/a"}},
		{"misspelt scheme", "htp://example.org/a", []string{"htp://example.org/a"}},
		{"doubled letters of a scheme", "htttp://example.org/a", []string{"htttp://example.org/a"}},
		{"scheme without its first letter", "At ttps://example.org/a.", []string{"ttps://example.org/a"}},
		{"file behind a typed space", "https://example.org/a/ Tides.pdf", []string{"https://example.org/a/Tides.pdf"}},
		{"none", "Mr. Vane and/or Mrs. Vane, pp. 3/4.", []string{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, addresses(tt.text)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestBrokenBySpace(t *testing.T) {
	t.Parallel()
	typed := findURLs("https://example.org/long/ path/to.html")
	if len(typed) != 1 || !typed[0].BrokenBySpace {
		t.Errorf("a typed space: %+v, want one address, broken", typed)
	}
	folded := findURLs("https://example.org/long/\npath/to.html")
	if len(folded) != 1 || folded[0].BrokenBySpace {
		t.Errorf("a line break: %+v, want one address, not broken", folded)
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text, href, base string
		want                   []article.URL
	}{
		{"absolute", "here", "https://example.org/a", "", []article.URL{{Address: "https://example.org/a"}}},
		{"same as its text", "https://example.org/a", "https://example.org/a", "", []article.URL{{Address: "https://example.org/a", Visible: "https://example.org/a"}}},
		{"in the page", "back", "#ref1", "", nil},
		{"without protocol", "here", "//example.org/a", "", []article.URL{{Address: "https://example.org/a"}}},
		{"joined to the base", "here", "/b", "https://example.org/a", []article.URL{{Address: "https://example.org/b"}}},
		{"scheme without a colon", "here", "https//example.org/b", "https://example.org/a", []article.URL{{Address: "https//example.org/b"}}},
		{"relative for good", "here", "/b", "", []article.URL{{Address: "/b", Relative: true}}},
		{"space inside", "here", "https://example.org/a b", "", []article.URL{{Address: "https://example.org/ab", BrokenBySpace: true}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			src := tt.text + "\n" + tt.href
			styles := []article.Styled{{End: len(tt.text), Href: document.NewText(tt.href, len(tt.text)+1, "")}}
			var got []article.URL
			for _, u := range citation.FindURLs(document.NewText(tt.text, 0, ""), styles, tt.base, document.NewSource(src, document.Encoding{})) {
				got = append(got, article.URL{Address: u.Address, Visible: u.Visible, Relative: u.Relative, BrokenBySpace: u.BrokenBySpace})
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
