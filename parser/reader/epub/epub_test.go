package epub_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/reader"
	"ibid/parser/reader/epub"
	"ibid/parser/reader/readertest"
)

const container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

// properties are those of a book in EPUB 3.
const properties = `<dc:title>Salt &amp; Tax</dc:title><dc:creator id="a">Mara Ellingsworth</dc:creator><dc:creator id="b">Tom Oke</dc:creator><meta refines="#a" property="role" scheme="marc:relators">aut</meta>` +
	`<meta refines="#b" property="role" scheme="marc:relators">trl</meta><dc:date>2014-05-06</dc:date><meta property="dcterms:modified">2020-01-01T00:00:00Z</meta><dc:language>en-GB</dc:language>`

// opf is a package file whose spine are pages in their order; one with a "-" before
// it is out of the order.
func opf(metadata string, pages ...string) string {
	items, spine := "", ""
	for _, p := range pages {
		linear := ""
		if name, out := strings.CutPrefix(p, "-"); out {
			p, linear = name, ` linear="no"`
		}
		items += `<item id="` + p + `" href="` + p + `" media-type="application/xhtml+xml"/>`
		spine += `<itemref idref="` + p + `"` + linear + `/>`
	}
	return `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><metadata>` + metadata + `</metadata><manifest>` +
		`<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>` + items + `</manifest><spine><itemref idref="nav"/>` + spine + `</spine></package>`
}

func page(body string) string {
	return `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>` + body + `</body></html>`
}

func book(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		order []string
		pages map[string]string
		want  []string
	}{
		{
			"notes on the same page, which the finder takes by their links",
			[]string{"a.xhtml"},
			map[string]string{"a.xhtml": page(`<p>Salt.<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>Mara, <i>Tide</i>.</p></aside>`)},
			[]string{"paragraph: Salt.[1](#n1@oebps/a.xhtml)", "paragraph: Mara, _Tide_."},
		},
		{
			"notes on a page out of the order, by role",
			[]string{"-notes.xhtml", "a.xhtml"},
			map[string]string{
				"a.xhtml":     page(`<p>Salt.<a role="doc-noteref" href="notes.xhtml#n1">1</a></p>`),
				"notes.xhtml": page(`<section role="doc-endnotes"><ol><li id="n1">Ibid. <a role="doc-backlink" href="a.xhtml">back</a></li></ol></section>`),
			},
			[]string{"paragraph: Salt.[1](#n1@oebps/notes.xhtml)", "item 1 1: Ibid. <[back](#@oebps/a.xhtml)"},
		},
		{
			"links out of the book, and to what is not in it",
			[]string{"a.xhtml"},
			map[string]string{"a.xhtml": page(`<p><a href="https://a.example/?x=1&amp;y=2">a</a> <a href="gone.xhtml#b">b</a></p>`)},
			[]string{"paragraph: [a](https://a.example/?x=1&y=2) [b](gone.xhtml#b)"},
		},
		{
			"pages in the order of the spine, the table of contents aside",
			[]string{"b.xhtml", "a.xhtml"},
			map[string]string{"a.xhtml": page("<h1>Two</h1>"), "b.xhtml": page("<h1>One</h1>"), "nav.xhtml": page("<p>Contents</p>")},
			[]string{"heading 1: One", "heading 1: Two"},
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			parts := map[string]string{"META-INF/container.xml": container, "OEBPS/book.opf": opf(properties, row.order...)}
			for name, p := range row.pages {
				parts["OEBPS/"+name] = p
			}
			doc, err := epub.Read(t.Context(), book(t, parts), reader.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(row.want, readertest.Outline(doc)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			m := doc.Meta
			if meta := fmt.Sprint(m.Title, "|", m.Authors, "|", m.Published, "|", m.Language); meta != "Salt & Tax|[Mara Ellingsworth]|2014-05-06|en-gb" {
				t.Error(meta)
			}
			for i := range doc.Blocks {
				if at := doc.Blocks[i].Text().All(); !strings.HasPrefix(at.Part, "OEBPS/") {
					t.Errorf("block %d at %+v", i, at)
				}
			}
		})
	}
}

// TestMeta reads what EPUB 2 says of a book.
func TestMeta(t *testing.T) {
	t.Parallel()
	const second = `<dc:title>Salt</dc:title><dc:creator opf:role="aut">Mara Ellingsworth</dc:creator><dc:creator opf:role="ill">Tom Oke</dc:creator><dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">1998</dc:date><dc:language>DE</dc:language><meta name="generator" content="calibre 5"/>`
	doc, err := epub.Read(t.Context(), book(t, map[string]string{"META-INF/container.xml": container, "OEBPS/book.opf": opf(second, "a.xhtml"), "OEBPS/a.xhtml": page("<p>Salz.</p>")}), reader.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	m := doc.Meta
	if meta := fmt.Sprint(m.Title, "|", m.Authors, "|", m.Published, "|", m.Language, "|", doc.Flavor); meta != "Salt|[Mara Ellingsworth]|1998|de|calibre" {
		t.Error(meta)
	}
}

// TestDamaged says what is made of books that are broken, locked, or meant to do harm.
func TestDamaged(t *testing.T) {
	t.Parallel()
	whole := map[string]string{"META-INF/container.xml": container, "OEBPS/book.opf": opf("", "a.xhtml", "b.xhtml"), "OEBPS/a.xhtml": page("<p>Salt.</p>"), "OEBPS/b.xhtml": page("<p>Tax.</p>")}
	with := func(name, text string) map[string]string {
		parts := maps.Clone(whole)
		if parts[name] = text; text == "" {
			delete(parts, name)
		}
		return parts
	}
	for _, row := range []struct {
		name           string
		parts          map[string]string
		truncated, err string
	}{
		{"whole", whole, "", ""},
		{"a page that is missing", with("OEBPS/b.xhtml", ""), "OEBPS/b.xhtml is missing", ""},
		{"a page that is cut off", with("OEBPS/b.xhtml", "<html><body><p>Ta"), "OEBPS/b.xhtml ends before it is closed", ""},
		{"a page that is no text", with("OEBPS/b.xhtml", "\x00\x01\x02html>"), "OEBPS/b.xhtml holds no XML", ""},
		{"no container.xml", with("META-INF/container.xml", ""), "", "META-INF/container.xml"},
		{"a container.xml that names nothing", with("META-INF/container.xml", "<container/>"), "", "names no package file"},
		{"no package file", with("OEBPS/book.opf", ""), "", "OEBPS/book.opf"},
		{"a package file without pages", with("OEBPS/book.opf", opf("")), "", "no page with text"},
		{"locked", with("META-INF/encryption.xml", `<encryption><CipherReference URI="OEBPS/a.xhtml"/></encryption>`), "", "locked against copying"},
		{"fonts that are locked", with("META-INF/encryption.xml", `<encryption><CipherReference URI="OEBPS/font.otf"/></encryption>`), "", ""},
		{"a path out of the book", with("OEBPS/book.opf", opf("", "../../../etc/passwd", "a.xhtml")), "is missing", ""},
		{"too deep", with("OEBPS/book.opf", strings.Repeat("<a>", 1000)), "", "more than 512 deep"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc, err := epub.Read(t.Context(), book(t, row.parts), reader.Hint{})
			switch {
			case row.err != "":
				if err == nil || !strings.Contains(err.Error(), row.err) {
					t.Errorf("%v, want %q", err, row.err)
				}
				return
			case err != nil:
				t.Fatal(err)
			}
			if !strings.Contains(doc.Truncated, row.truncated) || row.truncated == "" && doc.Truncated != "" {
				t.Errorf("%q, want %q", doc.Truncated, row.truncated)
			}
			if got := readertest.Outline(doc); len(got) == 0 || got[0] != "paragraph: Salt." {
				t.Errorf("%q", got)
			}
		})
	}
}
