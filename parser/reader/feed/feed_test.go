package feed_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/export"
	"ibid/parser/reader/feed"
)

// at is where the entries of the tests stand in their feeds.
var at = document.Place{Offset: 1000, Line: 20, Column: 3}

func entry(s string) *feed.Entry { return feed.New(export.Item{Text: s, At: at}) }

// outline is what an entry says of itself and, behind it, a line for each block of
// its text; what stands in the feed at its place comes behind @ where it is not the same.
func outline(t *testing.T, s string) []string {
	t.Helper()
	e := entry(s)
	m := e.Meta
	out := []string{fmt.Sprintf("%s|%s|%s|%s", m.Title, strings.Join(m.Authors, "+"), m.Published, m.Language)}
	if !e.HasText() {
		return append(out, "no text")
	}
	doc, err := e.Read(t.Context(), reader.Hint{URL: "https://harbor.example/a/"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range doc.Blocks {
		text := doc.Blocks[i].Text()
		line := text.Fold().String
		pos := doc.Source.Position(text.All())
		if cut := s[pos.Offset-at.Offset : pos.End-at.Offset]; cut != text.String {
			line += "@" + cut
		}
		out = append(out, line)
	}
	return out
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, entry string
		want        []string
	}{
		{
			"RSS with the whole text", `<item><title>Salt &amp; <![CDATA[<em>Tax</em>]]></title><dc:creator>Mara Ellingsworth</dc:creator><pubDate>Tue, 06 May 2014 10:00:00 +0200</pubDate>` +
				`<description>Salt was taxed.</description><content:encoded><![CDATA[<p>Salt was taxed.<sup>1</sup></p><p>1. <em>Tide Tables</em>, 12.</p>]]></content:encoded></item>`,
			[]string{"Salt & Tax|Mara Ellingsworth|2014-05-06|", "Salt was taxed.1@Salt was taxed.<sup>1", "1. Tide Tables, 12.@1. <em>Tide Tables</em>, 12."},
		},
		{
			"RSS with HTML in its description", `<item><author>mara@harbor.example (Mara Ellingsworth)</author><description>&lt;p&gt;Salt &amp;amp; tax.&lt;/p&gt;</description></item>`,
			[]string{"|Mara Ellingsworth||", "Salt & tax.@Salt &amp;amp; tax."},
		},
		{"a line of text is no article", `<item><title>A</title><description>Salt was taxed …</description></item>`, []string{"A|||", "no text"}},
		{
			"Atom, escaped", `<entry xml:lang="DE"><title type="html">Salz &amp;amp; &lt;b&gt;Steuer&lt;/b&gt;</title><author><name>Mara Ellingsworth</name><uri>x</uri></author><author><name>Tom Oke</name></author>` +
				`<published>2019-01-02T03:04:05Z</published><updated>2020-01-01T00:00:00Z</updated><summary>Kurz</summary><content type="html">&lt;p&gt;Salz.&lt;/p&gt;</content></entry>`,
			[]string{"Salz & Steuer|Mara Ellingsworth+Tom Oke|2019-01-02|de", "Salz."},
		},
		{
			"Atom, as elements", `<entry><content type="xhtml" xml:lang="en-GB"><div xmlns="http://www.w3.org/1999/xhtml"><p>Salt &amp; tax.</p></div></content></entry>`,
			[]string{"|||en-gb", "Salt & tax.@Salt &amp; tax."},
		},
		{
			"Atom, plain text", "<entry><content>Salt &lt; tax &amp;amp; x.\n\nIbid.</content></entry>",
			[]string{"|||", "Salt < tax &amp; x.@Salt &lt; tax &amp;amp; x.", "Ibid."},
		},
		{"Atom 0.3", `<entry><issued>2004-05-06</issued><content type="text/html" mode="escaped">&lt;p&gt;Salt.</content></entry>`, []string{"||2004-05-06|", "Salt."}},
		{"content elsewhere, and a picture", `<entry><content src="https://harbor.example/a" type="text/html"/><media:content url="x"/></entry>`, []string{"|||", "no text"}},
		{"another media type", `<entry><content type="image/png">iVBORw0</content></entry>`, []string{"|||", "no text"}},
		{"xhtml:body", `<item><xhtml:body><p>Salt.</p></xhtml:body></item>`, []string{"|||", "Salt."}},
		{"nothing", "", []string{"|||", "no text"}},
		{"not closed", "<entry><content type='html'>&lt;p&gt;Salt", []string{"|||", "Salt"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, outline(t, row.entry)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestPlace asks that places count in the feed.
func TestPlace(t *testing.T) {
	t.Parallel()
	doc, err := entry("<item>\n<content:encoded><![CDATA[<p>\nGrüße, Ziel]]></content:encoded></item>").Read(t.Context(), reader.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	text := doc.Blocks[0].Text()
	from := strings.Index(text.String, "Ziel")
	got := doc.Source.Position(text.Span(from, from+4))
	if got.Line != 22 || got.Column != 8 || got.EndColumn != 12 || got.Offset != 1000+len("<item>\n<content:encoded><![CDATA[<p>\nGrüße, ") {
		t.Errorf("%+v", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`<item><content:encoded><![CDATA[<p>a ]]]]><![CDATA[> b]]></content:encoded></item>`)
	f.Add(`<entry><title type="html">&amp;lt;</title><content type="xhtml"><div>a &#65; <sup>1</sup></div></content>`)
	f.Add("<entry><content>a < b && c\n\n\xff</content></entry>")
	f.Fuzz(func(t *testing.T, s string) {
		e := entry(s)
		if !e.HasText() {
			return
		}
		doc, err := e.Read(t.Context(), reader.Hint{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range doc.Blocks {
			for _, r := range doc.Blocks[i].Runs {
				if p := doc.Source.Position(r.Text.All()); p.Offset < at.Offset || p.End < p.Offset || p.End > at.Offset+len(s) {
					t.Fatalf("%q at %+v of %d bytes", r.Text.String, p, len(s))
				}
			}
		}
	})
}
