package html_test

import (
	"strings"
	"testing"
	"time"

	"ibid/parser/reader"
	"ibid/parser/reader/html"
)

// TestHostile reads what takes minutes if any step looks at the same text
// again and again, and takes seconds in all if none does.
func TestHostile(t *testing.T) {
	t.Parallel()
	const n = 50_000
	words := strings.Repeat("The road went over the hill and down to the old harbour.\n", 8*n/10)
	for name, src := range map[string]string{
		"open tags":             strings.Repeat("<div><b><a href=#x>", n),
		"end tags":              strings.Repeat("<i>", n) + strings.Repeat("</b></p></table>", n),
		"nested lists":          strings.Repeat("<ol><li>a", n),
		"tables":                strings.Repeat("<table><td>a", n),
		"attributes":            "<p " + strings.Repeat("a=b ", 10*n) + ">a",
		"entities":              "<p>" + strings.Repeat("&amp;&x", n),
		"ampersands":            "<p>" + strings.Repeat("&", 20*n),
		"line breaks":           "<p>a" + strings.Repeat("<br>", 2*n) + strings.Repeat("<br>[1] a", n),
		"ids of nothing":        strings.Repeat("<p id=a></p>", n) + "a",
		"hidden runs":           "<p>" + strings.Repeat("<b hidden>[1]</b>a", n),
		"ids in a <pre>":        "<pre>" + words + strings.Repeat("<a id=x></a><b> </b>", n) + "a</pre>",
		"runs in a <pre>":       "<pre>" + words + strings.Repeat("<i>a</i>b\n", n) + "</pre>",
		"entities in a <pre>":   "<pre>" + words + strings.Repeat("it &amp; that, ", n) + "</pre>",
		"many <pre>":            "<pre>" + words + "</pre>" + strings.Repeat("<pre>salt</pre>", n),
		"quotations in <pre>":   "<pre>" + words + strings.Repeat("&gt; a\n&gt;&gt; b\n", n) + "</pre>",
		"a byline":              strings.Repeat("<p class=byline>", n) + strings.Repeat("By Ada and ", n),
		"JSON-LD":               `<script type="application/ld+json">{"a":` + strings.Repeat("[", 10*n),
		"targets in the chrome": words + strings.Repeat("<a href=#n>1</a>", n) + "<footer>" + strings.Repeat("<div><p id=n>1 a</div>", n) + "</footer>",
		"side-notes":            "<p>" + strings.Repeat("Salt<sup>1</sup><span class=sidenote>1 Ada", n) + strings.Repeat("<span class=sidenote>a</span>", n),
		"side-notes of nothing": "<p>Salt" + strings.Repeat("<span class=footnote>1", n) + strings.Repeat("<span class=footnote></span>", n),
		"tips":                  "<p>" + strings.Repeat(`<sup title="Ada Poole, Salt">1`, n) + strings.Repeat(`<sup title="Ada Poole, Salt">1</sup>`, n),
		"tips with markup":      "<p>" + strings.Repeat(`<sup data-footnote="`+strings.Repeat("&lt;b&gt;a", 100)+`">1</sup>`, n/100),
		"blank runs":            "<p>" + strings.Repeat("<i> </i><b> </b><span class=tooltip> </span>", n),
	} {
		before := time.Now()
		if _, err := html.Read(t.Context(), []byte(src), reader.Hint{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if d := time.Since(before); d > 20*time.Second {
			t.Errorf("%s: %v for %d bytes", name, d, len(src))
		}
	}
}
