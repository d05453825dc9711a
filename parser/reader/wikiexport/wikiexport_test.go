package wikiexport_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/reader"
	"ibid/parser/reader/export"
	"ibid/parser/reader/wikiexport"
)

const open = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="DE"><siteinfo><sitename>Harbor</sitename></siteinfo>` + "\n"

func pages(t *testing.T, src string) (out []*wikiexport.Page, last error) {
	t.Helper()
	for p, err := range wikiexport.Pages(t.Context(), strings.NewReader(src)) {
		if p == nil {
			last = err
			continue
		}
		out = append(out, p)
	}
	return out, last
}

func page(fields, text string) string {
	return "<page>" + fields + `<revision><timestamp>2019-05-06T07:08:09Z</timestamp><model>wikitext</model><text bytes="3" xml:space="preserve">` + text + "</text></revision></page>\n"
}

func TestPages(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, src, want string }{
		{"an article", page("<title>Salt tax</title><ns>0</ns>", "x"), "Salt_tax true 2019-05-06"},
		{"a draft of a user", page("<title>User:Mara/Salt</title><ns>2</ns>", "x"), "User:Mara/Salt true 2019-05-06"},
		{"talk", page("<title>Talk:Salt</title><ns>1</ns>", "x"), "Talk:Salt false 2019-05-06"},
		{"a template", page("<title>Template:Sfn</title><ns>10</ns>", "x"), "Template:Sfn false 2019-05-06"},
		{"a redirect", page(`<title>A</title><ns>0</ns><redirect title="B" />`, "#REDIRECT [[B]]"), "A false 2019-05-06"},
		{"nothing in it", page("<title>A</title>", " "), "A false 2019-05-06"},
		{"a style sheet", strings.Replace(page("<title>User:A/x.css</title><ns>2</ns>", "x"), "wikitext<", "css<", 1), "User:A/x.css false 2019-05-06"},
		{"no fields at all", "<page></page>", "page false 0001-01-01"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			list, err := pages(t, open+row.src+"</mediawiki>")
			if len(list) != 1 || err != nil {
				t.Fatalf("%d pages, %v", len(list), err)
			}
			i := list[0].Info()
			if got := fmt.Sprintf("%s %t %s", i.Name, i.Article, i.Changed.Format(time.DateOnly)); got != row.want {
				t.Errorf("%s, want %s", got, row.want)
			}
		})
	}
}

// TestRead asks that the last revision is read, with its notes, and where they stand.
func TestRead(t *testing.T) {
	t.Parallel()
	src := open + `<page><title>Salz &amp; Steuer</title><ns>0</ns>` +
		`<revision><timestamp>2019-05-06T07:08:09Z</timestamp><text>Neu &quot;Größe&quot;.&lt;ref&gt;Mara Ellingsworth, ''Tide &amp;amp; Tables'', 12.&lt;/ref&gt;</text></revision>` +
		`<revision><timestamp>2011-01-01T00:00:00Z</timestamp><text>Alt.</text></revision></page></mediawiki>`
	list, err := pages(t, src)
	if err != nil || len(list) != 1 {
		t.Fatal(len(list), err)
	}
	doc, err := list[0].Read(t.Context(), reader.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if m := doc.Meta; m.Title != "Salz & Steuer" || m.Language != "de" || doc.Flavor != "mediawiki" || doc.Truncated != "" {
		t.Errorf("%+v %q %q", m, doc.Flavor, doc.Truncated)
	}
	var got []string
	for i := range doc.Blocks {
		text := doc.Blocks[i].Text()
		pos := doc.Source.Position(text.All())
		got = append(got, text.String+" @ "+src[pos.Offset:pos.End])
	}
	want := []string{
		`Neu "Größe".1 @ Neu &quot;Größe&quot;.&lt;ref&gt;`,
		`Mara Ellingsworth, Tide & Tables, 12. @ Mara Ellingsworth, ''Tide &amp;amp; Tables'', 12.`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestDamaged asks that what stands before the damage is read, and the damage named.
func TestDamaged(t *testing.T) {
	t.Parallel()
	whole := open + page("<title>A</title>", "One.") + page("<title>B</title>", "Two. Three.")
	before, _, _ := strings.Cut(whole, " Three")
	list, err := pages(t, before)
	if len(list) != 2 || !errors.Is(err, export.ErrCut) {
		t.Fatal(len(list), err)
	}
	doc, err := list[1].Read(t.Context(), reader.Hint{})
	if err != nil || doc.Truncated != "the export is cut off in this page" || doc.Blocks[0].Text().String != "Two." {
		t.Errorf("%q %v %v", doc.Truncated, doc.Blocks, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(open + page("<title>A</title>", "One.&lt;ref name=a&gt;Two&lt;/ref&gt;{{sfn|A|2004}} &amp;amp; \xff"))
	f.Add(open + "<page><redirect /><revision><text><![CDATA[== a ==\n* b]]></text><page>")
	f.Fuzz(func(t *testing.T, src string) {
		for p, err := range wikiexport.Pages(t.Context(), strings.NewReader(src)) {
			if p == nil || err != nil {
				continue
			}
			doc, err := p.Read(t.Context(), reader.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			for i := range doc.Blocks {
				for _, r := range doc.Blocks[i].Runs {
					if at := doc.Source.Position(r.Text.All()); at.Offset < 0 || at.End < at.Offset || at.End > len(src) {
						t.Fatalf("%q at %+v of %d bytes", r.Text.String, at, len(src))
					}
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("The harbor was dredged in 1904.&lt;ref&gt;Mara Ellingsworth, ''Tide Tables'', 17.&lt;/ref&gt; The board thanked the crew.\n\n", 60)
	src := open + strings.Repeat(page("<title>A</title>", text), 200)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		for p, err := range wikiexport.Pages(b.Context(), strings.NewReader(src)) {
			if err != nil {
				b.Fatal(err)
			}
			if _, err := p.Read(b.Context(), reader.Hint{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
