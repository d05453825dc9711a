package html_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/html"
)

// ld is a script with JSON-LD.
func ld(json string) string {
	return `<script type="application/ld+json">` + json + `</script>`
}

func TestTitle(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, in, want string }{
		{"the head's", `<title> The &amp; Salt
 Road</title>`, "The & Salt Road"},
		{"without the site", `<title>The Salt Road | Roads Weekly</title>`, "The Salt Road"},
		{"a short title keeps its dash", `<title>Salt - a history</title>`, "Salt - a history"},
		{"the site as the page names it", `<title>Salt » Roads Weekly</title><meta property="og:site_name" content="Roads Weekly">`, "Salt"},
		{"the only heading before the head's", `<title>Roads Weekly</title><h1>The Salt Road</h1>`, "The Salt Road"},
		{"of two headings none", `<title>The Salt Road</title><h1>Roads</h1><h1>Weekly</h1>`, "The Salt Road"},
		{"the heading that is no chrome", `<nav><h1>Roads Weekly</h1></nav><h1>The Salt Road</h1>`, "The Salt Road"},
		{"Open Graph before the heading", `<meta property="og:title" content="The Salt Road – Roads Weekly"><meta property="og:site_name" content="Roads Weekly"><h1>Salt</h1>`, "The Salt Road"},
		{"citation_title", `<meta name="citation_title" content="The Salt Road"><title>Journal</title>`, "The Salt Road"},
		{"Dublin Core in capitals", `<meta name="DC.Title" content="The Salt Road">`, "The Salt Road"},
		{"JSON-LD before all", ld(`{"@type":"Article","headline":"The Salt Road"}`) + `<meta property="og:title" content="Salt"><title>Roads</title>`, "The Salt Road"},
		{"JSON-LD in a graph", ld(`{"@graph":[{"@type":"WebSite","name":"Roads Weekly"},{"@type":"Article","headline":"The Salt &amp; Road"}]}`), "The Salt & Road"},
		{"JSON-LD of a wiki", ld(`{"headline":"a road for salt","name":"Salt Road"}`) + `<h1>Salt Road</h1>`, "Salt Road"},
		{"JSON-LD in CDATA", ld("//<![CDATA[\n{\"headline\":\"The Salt Road\"}\n//]]>"), "The Salt Road"},
		{"no JSON", ld(`{"headline":"Salt`) + `<title>The Salt Road</title>`, "The Salt Road"},
		{"a picture's title", `<svg><title>Logo</title></svg><title>The Salt Road</title>`, "The Salt Road"},
		{"the entry's, below the site's", `<h1>Roads Weekly</h1><h3 class="post-title entry-title">The Salt Road</h3>`, "The Salt Road"},
		{"of two entries none", `<h1>Roads Weekly</h1><h3 class="entry-title">Salt</h3><h3 class="entry-title">Brine</h3>`, "Roads Weekly"},
		{"a word processor's style", `<p class="c4 title">The Salt Road</p>`, "The Salt Road"},
		{"nothing", `<p>Salt`, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := read(t, tc.in).Meta.Title; got != tc.want {
				t.Errorf("the title of %q = %q, want %q", tc.in, got, tc.want)
			}
		})
	}
}

func TestAuthors(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, in string
		want     []string
	}{
		{"one name", `<meta name=author content="Ada Roads">`, []string{"Ada Roads"}},
		{"citation_author before author", `<meta name=author content="Roads Weekly"><meta name=citation_author content="Roads, Ada"><meta name=citation_author content="Salt, Ben">`, []string{"Roads, Ada", "Salt, Ben"}},
		{"named twice", `<meta name=author content="Ada Roads"><meta name=Author content="Ada Roads">`, []string{"Ada Roads"}},
		{"an address and a handle are no names", `<meta property="article:author" content="https://example.org/ada"><meta name=author content="@ada">`, nil},
		{"JSON-LD: an object", ld(`{"headline":"x","author":{"@type":"Person","name":"Ada Roads"}}`), []string{"Ada Roads"}},
		{"JSON-LD: a list", ld(`{"headline":"x","author":[{"name":"Ada Roads"},"Ben  Salt","https://example.org/cy"]}`) + `<meta name=author content="Nobody">`, []string{"Ada Roads", "Ben Salt"}},
		{"JSON-LD by the id of a person", ld(`{"@graph":[{"@type":"Article","headline":"x","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Mara Ellingsworth"}]}`), []string{"Mara Ellingsworth"}},
		{"JSON-LD by the ids of several, one unknown", ld(`{"@graph":[{"@type":"Article","headline":"x","author":[{"@id":"#p"},{"@id":"#q"},{"@id":"#r","name":"Tom Oke"}]},{"@id":"#p","name":"Mara Ellingsworth"},{"@id":"#r","name":"No"}]}`), []string{"Mara Ellingsworth", "Tom Oke"}},
		{"JSON-LD without an article", ld(`{"@type":"WebSite","author":"Nobody"}`), nil},
		{"a byline", `<p class=byline>By Ada Roads and Ben Salt | 3 May 1921</p>`, []string{"Ada Roads", "Ben Salt"}},
		{"a byline with links", `<div class="post-author">Written by <a href="/ada">Ada Roads</a></div>`, []string{"Ada Roads"}},
		{"rel=author before a byline", `<p class=byline>By Roads Weekly</p><a rel=author href="/ada">Ada Roads</a><a rel="nofollow author" href="/ben">Ben Salt</a>`, []string{"Ada Roads", "Ben Salt"}},
		{"itemprop", `<span itemprop=author>Ada Roads</span>`, []string{"Ada Roads"}},
		{"a byline that says something else", `<p class=author>is a writer of roads</p>`, nil},
		{"who comments", `<div class=comments><p class=author>Cy Sand</p><a rel=author href=/x>Cy Sand</a></div>`, nil},
		{"nobody", `<p>By Ada Roads`, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tc.want, read(t, tc.in).Meta.Authors); diff != "" {
				t.Errorf("the authors of %q (-want +got):\n%s", tc.in, diff)
			}
		})
	}
}

func TestPublished(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, in, want string }{
		{"JSON-LD before all", ld(`{"headline":"x","datePublished":"1921-05-03T10:00:00Z","dateModified":"1922-01-01"}`) + `<meta name=date content="1920-01-01">`, "1921-05-03"},
		{"Open Graph", `<meta property="article:published_time" content="1921-05-03T10:00:00+02:00">`, "1921-05-03"},
		{"citation_publication_date", `<meta name="citation_publication_date" content="1921/05/03">`, "1921-05-03"},
		{"a year", `<meta name="citation_date" content="1921">`, "1921"},
		{"a month", `<meta name="DC.date.issued" content="1921-05">`, "1921-05"},
		{"digits alone", `<meta name="pubdate" content="19210503">`, "1921-05-03"},
		{"in words", `<meta itemprop="datePublished" content="May 3, 1921">`, "1921-05-03"},
		{"as mails have it", `<meta name=date content="Tue, 03 May 1921 10:00:00 GMT">`, "1921-05-03"},
		{"no date", `<meta name=date content="last spring"><meta name="citation_date" content="1921">`, "1921"},
		{"of a month that is none the year", `<meta name=date content="1921-13-40">`, "1921"},
		{"of a day that is none the month", `<meta name=date content="1921-02-30">`, "1921-02"},
		{"the first time", `<time datetime="1921-05-03">May</time><time datetime="1922-01-01">later</time>`, "1921-05-03"},
		{"the time that says so", `<time datetime="1922-01-01">later</time><time class="entry-date published" datetime="1921-05-03T00:00">May</time>`, "1921-05-03"},
		{"the time of a comment", `<div id=comments><time datetime="1922-01-01">later</time></div>`, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := read(t, tc.in).Meta.Published; got != tc.want {
				t.Errorf("the date of %q = %q, want %q", tc.in, got, tc.want)
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	german := "<p>" + strings.Repeat("Der Weg führte über den Hügel hinab zum alten Hafen, wo die Boote im Schlamm lagen und auf die Flut warteten. ", 4)
	for _, tc := range []struct{ name, in, want string }{
		{"the page's", `<html lang="de-AT">`, "de-at"},
		{"XHTML", `<html xml:lang="de">`, "de"},
		{"Open Graph", `<meta property="og:locale" content="de_DE">`, "de-de"},
		{"JSON-LD", ld(`{"headline":"x","inLanguage":"de"}`), "de"},
		{"the text's", german, "de"},
		{"a declaration that is no language", `<html lang="x">` + german, "de"},
		{"nothing", `<p>Salt`, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := read(t, tc.in).Meta.Language; got != tc.want {
				t.Errorf("the language of %q = %q, want %q", tc.in, got, tc.want)
			}
		})
	}
}

func TestURL(t *testing.T) {
	t.Parallel()
	const from = "https://example.org/fetched"
	for _, tc := range []struct{ name, in, hint, want string }{
		{"where it came from", `<link rel=canonical href="https://example.org/canonical">`, from, from},
		{"base before all", `<base href="https://example.org/base/">`, from, "https://example.org/base/"},
		{"a base that is no address", `<base href="/base/">`, from, from},
		{"canonical", `<link rel=canonical href="https://example.org/canonical"><meta property="og:url" content="https://example.org/og">`, "", "https://example.org/canonical"},
		{"Open Graph", `<meta property="og:url" content="https://example.org/og">`, "", "https://example.org/og"},
		{"unknown", `<p>Salt`, "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			doc, err := html.Read(t.Context(), []byte(tc.in), reader.Hint{URL: tc.hint})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Meta.URL != tc.want {
				t.Errorf("the address of %q = %q, want %q", tc.in, doc.Meta.URL, tc.want)
			}
		})
	}
}

// TestMetaBounds asks that what a hostile page says of itself is not kept without end.
func TestMetaBounds(t *testing.T) {
	t.Parallel()
	doc := read(t, strings.Repeat(`<meta name=author content="A">`+`<meta name=citation_author content="`+strings.Repeat("B", 10)+`">`, 1000)+
		"<title>"+strings.Repeat("T", 1<<16)+"</title>"+ld(strings.Repeat("[", 1<<16))+strings.Repeat("<p class=byline>Ada Roads", 5000))
	if diff := cmp.Diff(document.Meta{Authors: []string{"BBBBBBBBBB"}}, doc.Meta); diff != "" {
		t.Errorf("metadata (-want +got):\n%s", diff)
	}
}

func TestShownDate(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`<span id="revdate">2024-02-03</span>`:                            "2024-02-03",
		`<abbr class="published" title="2020-05-06T10:00:00Z">May</abbr>`: "2020-05-06",
		`<span class="entry-date">6 May 2020</span>`:                      "2020-05-06",
		`<abbr title="2020-05-06">May</abbr>`:                             "",
	} {
		if got := read(t, in).Meta.Published; got != want {
			t.Errorf("%s is of %q, want %q", in, got, want)
		}
	}
}

// TestRemarks leaves out the comments that Google Docs exports as it does footnotes.
func TestRemarks(t *testing.T) {
	t.Parallel()
	d := read(t, `<p>Salt.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>`+
		`<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Kern.</p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is it?</span></p></div>`)
	var all strings.Builder
	for i := range d.Blocks {
		all.WriteString(d.Blocks[i].Text().String + "/")
	}
	if got := all.String(); strings.Contains(got, "[a]") || strings.Contains(got, "Is it") || !strings.Contains(got, "[1] Kern.") {
		t.Errorf("read %q", got)
	}
}
