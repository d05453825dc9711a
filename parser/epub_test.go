package parser_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// book is an EPUB of pages, given as pairs of name and body.
func book(t *testing.T, pages ...string) string {
	t.Helper()
	var manifest, spine strings.Builder
	var files []string
	for i := 0; i < len(pages); i += 2 {
		id := "p" + strconv.Itoa(i)
		manifest.WriteString(`<item id="` + id + `" href="` + pages[i] + `" media-type="application/xhtml+xml"/>`)
		spine.WriteString(`<itemref idref="` + id + `"/>`)
		files = append(files, "OEBPS/"+pages[i], `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>`+pages[i+1]+"</body></html>")
	}
	return packed(t, append([]string{
		"mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>`,
		"OEBPS/content.opf", `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Salt Road</dc:title><dc:creator>Lena Dahl</dc:creator>` +
			`<dc:language>en</dc:language><dc:date>2021-03-04</dc:date></metadata><manifest>` + manifest.String() + `</manifest><spine>` + spine.String() + `</spine></package>`,
	}, files...)...)
}

// TestBooks asks that the notes of a book are found in whatever file they stand,
// and make one article.
func TestBooks(t *testing.T) {
	t.Parallel()
	const want = `
1 | Ivo Kern, Salt and Brine (Ulm: Stein, 1998), 40. | full
2 | Ibid., 44. | ibid -> 1
3 | Quill, “The Ford,” Harbour Courier, May 9, 2020, https://courier.example/ford. | full https://courier.example/ford`
	const (
		kern  = `Ivo Kern, <i>Salt and Brine</i> (Ulm: Stein, 1998), 40.`
		ibid  = `Ibid., 44.`
		quill = `Quill, “The Ford,” <i>Harbour Courier</i>, May 9, 2020, <a href="https://courier.example/ford">https://courier.example/ford</a>.`
	)
	for _, row := range []struct {
		name  string
		pages []string
		want  string
	}{
		{"endnotes of their own file", []string{
			"text/c1.xhtml", `<h1>I</h1><p>Salt<a href="end.xhtml#note-1" id="noteref-1" epub:type="noteref">1</a> and sand.<a href="end.xhtml#note-2" id="noteref-2" epub:type="noteref">2</a></p>`,
			"text/c2.xhtml", `<h1>II</h1><p>The ford.<a href="end.xhtml#note-3" id="noteref-3" epub:type="noteref">3</a></p>`,
			"text/end.xhtml", `<section epub:type="endnotes"><h2>Endnotes</h2><ol><li id="note-1" epub:type="endnote"><p>` + kern + ` <a href="c1.xhtml#noteref-1" epub:type="backlink">↩</a></p></li>` +
				`<li id="note-2" epub:type="endnote"><p>` + ibid + ` <a href="c1.xhtml#noteref-2" epub:type="backlink">↩</a></p></li><li id="note-3" epub:type="endnote"><p>` + quill + ` <a href="c2.xhtml#noteref-3" epub:type="backlink">↩</a></p></li></ol></section>`,
		}, want},
		{"footnotes of each chapter", []string{
			"c1.xhtml", `<h1>I</h1><p>Salt<a epub:type="noteref" href="#n1">1</a> and sand.<a epub:type="noteref" href="#n2">2</a></p><aside epub:type="footnote" id="n1"><p>` + kern + `</p></aside><aside epub:type="footnote" id="n2"><p>` + ibid + `</p></aside>`,
			"c2.xhtml", `<h1>II</h1><p>The ford.<a epub:type="noteref" href="#n3">3</a></p><aside epub:type="footnote" id="n3"><p>` + quill + `</p></aside>`,
		}, want},
		{"EPUB 2, links alone", []string{
			"c1.html", `<h1>I</h1><p>Salt<a id="r1" href="notes.html#n1"><sup>1</sup></a> and sand.<a id="r2" href="notes.html#n2"><sup>2</sup></a></p>`, "c2.html", `<h1>II</h1><p>The ford.<a id="r3" href="notes.html#n3"><sup>3</sup></a></p>`,
			"notes.html", `<h1>Notes</h1><p id="n1"><a href="c1.html#r1">1.</a> ` + kern + `</p><p id="n2"><a href="c1.html#r2">2.</a> ` + ibid + `</p><p id="n3"><a href="c2.html#r3">3.</a> ` + quill + `</p>`,
		}, want},
		{"declared in one chapter, linked in another", []string{
			"c1.xhtml", `<h1>I</h1><p>Salt<a role="doc-noteref" href="#n1">1</a> and sand.<a role="doc-noteref" href="#n2">2</a></p><section role="doc-endnotes"><ol><li id="n1" role="doc-endnote">` + kern + `</li><li id="n2" role="doc-endnote">` + ibid + `</li></ol></section>`,
			"c2.xhtml", `<h1>II</h1><p>The ford.<a href="notes.xhtml#n3"><sup>3</sup></a></p>`, "notes.xhtml", `<h1>Notes</h1><p id="n3"><a href="c2.xhtml">3</a> ` + quill + `</p>`,
		}, want},
		{"numbers anew in each chapter", []string{
			"c1.html", `<h1>I</h1><p>Salt<a id="r1" href="notes.html#n1">1</a> and sand.<a id="r2" href="notes.html#n2">2</a></p>`, "c2.html", `<h1>II</h1><p>The ford.<a id="r3" href="notes.html#n3">1</a></p>`,
			"notes.html", `<h1>Notes</h1><h2>I</h2><p id="n1"><a href="c1.html#r1">1.</a> ` + kern + `</p><p id="n2"><a href="c1.html#r2">2.</a> ` + ibid + `</p><h2>II</h2><p id="n3"><a href="c2.html#r3">1.</a> ` + quill + `</p>`,
		}, strings.Replace(want, "\n3 |", "\n1 |", 1)},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := parse(t, "a.epub", book(t, row.pages...))
			if diff := cmp.Diff(strings.TrimSpace(row.want), listing(a)); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
			if got := markersOf(a); len(strings.Fields(got)) != 3 || strings.ContainsAny(got, "!=") {
				t.Errorf("markers %s", got)
			}
			if a.Format != "epub" || a.Meta.Title != "The Salt Road" || a.Meta.Published != "2021-03-04" || len(a.Meta.Authors) != 1 {
				t.Errorf("%s, %+v", a.Format, a.Meta)
			}
		})
	}
}
