package collection_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/collection"
)

const (
	rss     = `<?xml version="1.0"?><!-- made by hand --><rss version="2.0"><channel><title>Harbor</title><link>https://harbor.example/</link>`
	atom    = `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://harbor.example/feed"/>`
	rdf     = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">`
	sitemap = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`
)

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, head string
		want       collection.Kind
	}{
		{"RSS", rss, collection.Feed},
		{"RSS behind a byte order mark", "\ufeff\n" + rss, collection.Feed},
		{"Atom", atom, collection.Feed},
		{"RSS 1.0", rdf, collection.Feed},
		{"a sitemap", sitemap, collection.Sitemap},
		{"an index", `<sitemapindex xmlns="x">`, collection.Index},
		{"a WordPress export", `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">`, collection.Export},
		{"UTF-16", "\xff\xfe<\x00u\x00r\x00l\x00s\x00e\x00t\x00 \x00>\x00", collection.Sitemap},
		{"other RDF", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`, collection.None},
		{"a web page about feeds", `<html><pre><rss version="2.0"></pre>`, collection.None},
		{"an article about feeds", "The tag <rss version=\"2.0\"> opens it.", collection.None},
		{"nothing", "", collection.None},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if got := collection.Sniff([]byte(row.head)); got != row.want {
				t.Errorf("%v, want %v", got, row.want)
			}
		})
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, src, base string
		want            []string // address, and the day if it is known
		broken          string
	}{
		{
			"RSS: links, addresses in guid, dates of two kinds",
			rss + `<item><title>A</title><link> https://harbor.example/a?x=1&amp;y=2 </link><pubDate>Tue, 06 May 2014 10:00:00 +0200</pubDate></item>` +
				`<item><guid>https://harbor.example/b#top</guid><dc:date>2015-01-02</dc:date></item><item><guid isPermaLink="false">17</guid></item></channel></rss>`, "",
			[]string{"https://harbor.example/a?x=1&y=2 2014-05-06", "https://harbor.example/b 2015-01-02"},
			"",
		},
		{
			"addresses relative to the channel's, and each once",
			rss + `<image><link>/logo</link></image><item><link>/a</link></item><item><link>b/c</link></item><item><link>https://harbor.example/a</link></item></channel></rss>`, "",
			[]string{"https://harbor.example/a", "https://harbor.example/b/c"},
			"",
		},
		{
			"Atom: the alternate link, not the others",
			atom + `<entry><link rel="edit" href="/e"/><link rel="alternate" href="/a"/><updated>2020-02-03T04:05:06Z</updated><published>2019-01-01T00:00:00Z</published></entry><entry><link href="b"/></entry></feed>`,
			"https://harbor.example/blog/feed",
			[]string{"https://harbor.example/a 2020-02-03", "https://harbor.example/blog/b"},
			"",
		},
		{
			"RSS 1.0",
			rdf + `<channel><items><rdf:Seq><rdf:li rdf:resource="https://harbor.example/a"/></rdf:Seq></items></channel><item><link>https://harbor.example/a</link><dc:date>2004-06-01T10:00:00+01:00</dc:date></item></rdf:RDF>`, "",
			[]string{"https://harbor.example/a 2004-06-01"},
			"",
		},
		{
			"a sitemap with pictures",
			sitemap + `<url><loc>https://harbor.example/a</loc><lastmod>2021-03</lastmod><image:image><image:loc>https://harbor.example/a.png</image:loc></image:image></url></urlset>`, "",
			[]string{"https://harbor.example/a 2021-03-01"},
			"",
		},
		{
			"no addresses of the web",
			sitemap + `<url><loc>mailto:a@harbor.example</loc></url><url><loc>file:///etc/passwd</loc></url><url><loc>//</loc></url><url><loc>a</loc></url></urlset>`, "", nil, "",
		},
		{
			"broken behind the first entry",
			sitemap + `<url><loc>https://harbor.example/a</loc></url><url><loc>https://harbor.exa`, "",
			[]string{"https://harbor.example/a"},
			"the XML is broken at byte",
		},
		{
			"entities of one's own stand for nothing",
			`<!DOCTYPE rss [<!ENTITY a "https://evil.example/">]>` + rss + `<item><link>https://harbor.example/caf&eacute;</link></item><item><link>&a;</link></item></channel></rss>`, "",
			[]string{"https://harbor.example/caf%C3%A9"},
			"",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			list, err := collection.Read(t.Context(), []byte(row.src), row.base)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range list.Entries {
				line := e.URL
				if !e.Changed.IsZero() {
					line += " " + e.Changed.Format(time.DateOnly)
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if !strings.Contains(list.Broken, row.broken) || row.broken == "" && list.Broken != "" {
				t.Errorf("broken: %q, want %q", list.Broken, row.broken)
			}
		})
	}
}

// TestReadLimits asks that a list without end ends.
func TestReadLimits(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString(sitemap)
	for i := range collection.MaxEntries + 5 {
		b.WriteString("<url><loc>https://harbor.example/")
		b.WriteString(strings.Repeat("a", i%7))
		b.WriteString(time.Unix(int64(i), 0).UTC().Format("20060102150405"))
		b.WriteString("</loc></url>")
	}
	list, err := collection.Read(t.Context(), []byte(b.String()), "")
	if err != nil || len(list.Entries) != collection.MaxEntries || !strings.Contains(list.Broken, "50,000") {
		t.Errorf("%d entries, %q, %v", len(list.Entries), list.Broken, err)
	}
	if _, err := collection.Read(t.Context(), []byte(strings.Repeat("<rss>", 5000)), ""); err == nil || !strings.Contains(err.Error(), "deep") {
		t.Errorf("5,000 elements deep: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{rss + "<item><link>/a</link></item>", atom + `<entry><link href="a"/><updated>2020`, rdf + "<item><link>&#x41;", sitemap + "<url><loc>http://a/<![CDATA[b]]></loc>", "<sitemapindex a='"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		collection.Sniff(data)
		list, err := collection.Read(t.Context(), data, "https://harbor.example/feed")
		if err != nil {
			return
		}
		for _, e := range list.Entries {
			if !strings.HasPrefix(e.URL, "http://") && !strings.HasPrefix(e.URL, "https://") {
				t.Errorf("%q is no address of the web", e.URL)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	src := []byte(sitemap + strings.Repeat("<url><loc>https://harbor.example/2019/05/the-dredging/</loc><lastmod>2019-05-06T10:00:00+00:00</lastmod></url>\n", 20_000) + "</urlset>")
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := collection.Read(b.Context(), src, ""); err != nil {
			b.Fatal(err)
		}
	}
}
