package wordpress_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/export"
	"ibid/parser/reader/wordpress"
)

const channel = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- <item> in a comment is none -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><language>de-DE</language>
<wp:author><wp:author_login><![CDATA[mara]]></wp:author_login><wp:author_display_name><![CDATA[Mara Ellingsworth]]></wp:author_display_name></wp:author>
`

// export is an export of items, each of which is the content of an <item>.
func exported(items ...string) string {
	return channel + "<item>" + strings.Join(items, "</item>\n<item>") + "</item>\n</channel></rss>\n"
}

// content is a post's text as the export quotes it.
func content(s string) string {
	return "<content:encoded><![CDATA[" + strings.ReplaceAll(s, "]]>", "]]]]><![CDATA[>") + "]]></content:encoded>"
}

func posts(t *testing.T, src string) []*wordpress.Post {
	t.Helper()
	var out []*wordpress.Post
	for p, err := range wordpress.Posts(t.Context(), strings.NewReader(src)) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

func TestPosts(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, item string
		want       string
	}{
		{
			"what the export says", "<title>Salt &amp; Tax</title><link>https://harbor.example/salt/</link><dc:creator>mara</dc:creator><wp:post_name>salt</wp:post_name>" +
				"<wp:post_date>2014-05-06 23:30:00</wp:post_date><wp:post_modified_gmt>2015-01-02 03:04:05</wp:post_modified_gmt><wp:post_type>post</wp:post_type>" + content("x"),
			"salt true Salt & Tax by Mara Ellingsworth on 2014-05-06, changed 2015-01-02, at https://harbor.example/salt/",
		},
		{
			"an author without a name, a draft without a date or an address",
			"<title>A</title><dc:creator>tom</dc:creator><wp:post_id>7</wp:post_id><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>draft</wp:status>" + content("x"),
			"post-7 true A by tom on , changed 0001-01-01, at ",
		},
		{"a name in another script", "<wp:post_name>%e6%bd%ae</wp:post_name>" + content("x"), "潮 true  by  on , changed 0001-01-01, at "},
		{"a picture", "<wp:post_name>a</wp:post_name><wp:post_type>attachment</wp:post_type>" + content("x"), "a false  by  on , changed 0001-01-01, at "},
		{"trash", "<wp:post_name>a</wp:post_name><wp:status>trash</wp:status>" + content("x"), "a false  by  on , changed 0001-01-01, at "},
		{"nothing in it", "<wp:post_name>a</wp:post_name>" + content(""), "a false  by  on , changed 0001-01-01, at "},
		{"a type of a plug-in", "<wp:post_name>a</wp:post_name><wp:post_type>essay</wp:post_type>" + content("x"), "a true  by  on , changed 0001-01-01, at "},
		{"no XML at all between the marks", "<wp:post_name>a</wp:post_name><b <>&& </wp:x>\x0b" + content("x</item>y"), "a true  by  on , changed 0001-01-01, at "},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			list := posts(t, exported(row.item))
			if len(list) != 1 {
				t.Fatalf("%d posts", len(list))
			}
			p := list[0]
			got := fmt.Sprintf("%s %t %s by %s on %s, changed %s, at %s", p.Name, p.IsArticle(), p.Meta.Title, strings.Join(p.Meta.Authors, "+"), p.Meta.Published, p.Changed.Format(time.DateOnly), p.Meta.URL)
			if got != row.want {
				t.Errorf("%s\nwant %s", got, row.want)
			}
		})
	}
}

// outline is a line for each block: its label and text, markers and links in it,
// and behind @ what stands in the export at its place.
func outline(t *testing.T, src string, p *wordpress.Post) []string {
	t.Helper()
	doc, err := p.Read(t.Context(), reader.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		line := ""
		if len(b.Anchors.IDs()) > 0 {
			line = "#" + strings.Join(b.Anchors.IDs(), "#") + ": "
		}
		for _, r := range b.Runs {
			if strings.TrimSpace(r.Text.String) == "" {
				continue
			}
			pos := doc.Source.Position(r.Text.All())
			line += r.Text.Fold().String
			if !r.Href.Empty() {
				line += "→" + r.Href.String()
			}
			if got := strings.TrimSpace(src[pos.Offset:pos.End]); got != strings.TrimSpace(r.Text.String) {
				line += "@" + got
			}
			line += "|"
		}
		out = append(out, line)
	}
	return out
}

func TestRead(t *testing.T) {
	t.Parallel()
	const uuid = "0b5a-1"
	for _, row := range []struct {
		name, item string
		want       []string
	}{
		{
			"the classic editor: paragraphs at blank lines, breaks at others", content("One <em>two</em>\nthree.\n\nFour.\r\n\r\n<ul>\n<li>five</li>\n</ul>\n[1] Six.\n[2] Seven."),
			[]string{"One|two|three.|", "Four.|", "five|", "[1] Six.|", "[2] Seven.|"},
		},
		{
			"lines of its own in <pre>", content("One.\n<pre>two\n\nthree\n</pre>\nFour."),
			[]string{"One.|", "two three|", "Four.|"},
		},
		{"the block editor: lines mean nothing", content("<!-- wp:paragraph -->\n<p>One\ntwo.</p>\n<!-- /wp:paragraph -->"), []string{"One two.|"}},
		{
			"footnotes of the block editor", content(`<!-- wp:paragraph --><p>Salt<sup data-fn="`+uuid+`" class="fn"><a href="#`+uuid+`" id="`+uuid+`-link">1</a></sup></p><!-- wp:footnotes /-->`) +
				`<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"content":"Brine, <a href=\"http:\/\/a.example\/\">a<\/a> \u201cb\u201d \ud83d\ude00","id":"` + uuid + `"}]]]></wp:meta_value></wp:postmeta>`,
			[]string{"Salt|1→#0b5a-1|", `#0b5a-1: Brine,|a→http://a.example/|“b” 😀@\u201cb\u201d \ud83d\ude00|`},
		},
		{
			"notes of a plug-in", content("Salt[efn_note]Brine, <em>p.</em> 3.[/efn_note] and tax[mfn referencenumber=1]Ibid.[/MFN].\n\nNot [note] this."),
			[]string{"Salt|1→#ibid-note-1@[efn_note]|and tax|2→#ibid-note-2@[mfn referencenumber=1]|.|", "Not [note] this.|", "#ibid-note-1: Brine,|p.|3.|", "#ibid-note-2: Ibid.|"},
		},
		{"a seam of two CDATA", content("a ]]> b"), []string{"a ]]> b@a ]]]]><![CDATA[> b|"}},
		{"no CDATA", "<content:encoded>&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content:encoded>", []string{"a & b@a &amp;amp; b|"}},
		{"bytes that are no UTF-8", content("Gr\xf6\xdfe"), []string{"Gr\uFFFD\uFFFDe@Gr\xf6\xdfe|"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			src := exported(row.item)
			if diff := cmp.Diff(row.want, outline(t, src, posts(t, src)[0])); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestPositions asks that lines and columns are those of the export, whatever
// ends its lines and whatever size the pieces have in which it is read.
func TestPositions(t *testing.T) {
	t.Parallel()
	for _, newline := range []string{"\n", "\r\n", "\r"} {
		src := strings.ReplaceAll(exported(content("Grüße, Land"), content("a\n\nÜb <em>Ziel</em>\nEnde")), "\n", newline)
		var p *wordpress.Post
		for next, err := range wordpress.Posts(t.Context(), iotest.OneByteReader(strings.NewReader(src))) {
			if err != nil {
				t.Fatal(err)
			}
			p = next
		}
		doc, err := p.Read(t.Context(), reader.Hint{})
		if err != nil {
			t.Fatal(err)
		}
		pos := doc.Source.Position(doc.Blocks[1].Runs[1].Text.All())
		lines := strings.Split(src, newline)
		if got := string([]rune(lines[pos.Line-1])[pos.Column-1 : pos.EndColumn-1]); got != "Ziel" || src[pos.Offset:pos.End] != "Ziel" {
			t.Errorf("%q: line %d, columns %d to %d hold %q, bytes %q", newline, pos.Line, pos.Column, pos.EndColumn, got, src[pos.Offset:pos.End])
		}
	}
}

// TestDamaged asks that what stands before the damage is read, and the damage named.
func TestDamaged(t *testing.T) {
	t.Parallel()
	whole := exported("<wp:post_name>a</wp:post_name>"+content("One."), "<wp:post_name>b</wp:post_name>"+content("Two. <p>Three."))
	before, _, _ := strings.Cut(whole, "Three")
	t.Run("cut off", func(t *testing.T) {
		t.Parallel()
		var names []string
		var last error
		for p, err := range wordpress.Posts(t.Context(), strings.NewReader(before)) {
			if p == nil {
				last = err
				continue
			}
			doc, err := p.Read(t.Context(), reader.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, p.Name+" "+doc.Truncated)
		}
		if diff := cmp.Diff([]string{"a ", "b the export is cut off in this post"}, names); diff != "" || !errors.Is(last, export.ErrCut) {
			t.Errorf("%s %v", diff, last)
		}
	})
	t.Run("a post that is too large", func(t *testing.T) {
		t.Parallel()
		src := exported(content(strings.Repeat("x", export.MaxItem)), "<wp:post_name>b</wp:post_name>"+content("Two."))
		var got []string
		for p, err := range wordpress.Posts(t.Context(), strings.NewReader(src)) {
			got = append(got, fmt.Sprint(p.Name, " ", err))
		}
		want := []string{"line-6 the post that starts in line 6 is larger than 64 MiB, the most that ibid reads", "b <nil>"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("footnotes that are no list", func(t *testing.T) {
		t.Parallel()
		p := posts(t, exported(content("One.")+`<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value>[{"content":"a","id":"b"},{"con</wp:meta_value></wp:postmeta>`))[0]
		doc, err := p.Read(t.Context(), reader.Hint{})
		if err != nil || !strings.Contains(doc.Truncated, "footnotes") || len(doc.Blocks) != 2 {
			t.Errorf("%d blocks, %q, %v", len(doc.Blocks), doc.Truncated, err)
		}
	})
}

// check asks that every run stands in the export.
func check(t *testing.T, src string, doc *document.Document) {
	t.Helper()
	for i := range doc.Blocks {
		for _, r := range doc.Blocks[i].Runs {
			pos := doc.Source.Position(r.Text.All())
			if pos.Offset < 0 || pos.End < pos.Offset || pos.End > len(src) {
				t.Fatalf("%q at %+v of %d bytes", r.Text.String, pos, len(src))
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(exported("<title>a</title>" + content("One.[1]\n\n[1] <em>Two</em>, [efn_note]x[/efn_note] & ]]> \xff")))
	f.Add(exported(content(`<!-- wp:a --><sup data-fn="b"><a href="#b">1</a></sup>`) + `<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"content":"\"\u00e9\ud83d","id":"b"}]]]></wp:meta_value></wp:postmeta>`))
	f.Add("<item><content:encoded>&lt;pre>\n\n<![CDATA[<pre>]]>&#65;&bogus;<item")
	f.Fuzz(func(t *testing.T, src string) {
		for p, err := range wordpress.Posts(t.Context(), strings.NewReader(src)) {
			if p == nil || err != nil {
				continue
			}
			doc, err := p.Read(t.Context(), reader.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			check(t, src, doc)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("The harbor was dredged in 1904, and it was dredged <em>again</em> in 1911.[1] The board thanked the crew\nand paid for the oil.\n\n", 60)
	src := exported(strings.Repeat("<wp:post_name>a</wp:post_name>"+content(text+"[1] Mara Ellingsworth, <em>Tide Tables</em>, 17.")+"</item><item>", 200))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		for p, err := range wordpress.Posts(b.Context(), strings.NewReader(src)) {
			if err != nil {
				b.Fatal(err)
			}
			if _, err := p.Read(b.Context(), reader.Hint{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
