package reader_test

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/epub"
	"ibid/parser/reader/html"
	"ibid/parser/reader/jats"
	"ibid/parser/reader/latex"
	"ibid/parser/reader/markdown"
	"ibid/parser/reader/odt"
	"ibid/parser/reader/tei"
	"ibid/parser/reader/text"
	"ibid/parser/reader/wikitext"
)

type read func(context.Context, []byte, reader.Hint) (*document.Document, error)

// check asks what every reader promises: runs and blocks lie in the source, and
// each letter and figure that comes from one byte of it is that byte. Of markers
// the format may say the number itself.
func check(t *testing.T, read read, data []byte) {
	t.Helper()
	doc, err := read(t.Context(), data, reader.Hint{})
	if err != nil {
		return
	}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Element < -1 || b.Element >= len(doc.Elements) {
			t.Fatalf("block %d is in element %d of %d", i, b.Element, len(doc.Elements))
		}
		for _, r := range b.Runs {
			whole := doc.Source.Text(r.Text.All().Part)
			if s := r.Text.All(); s.Start < 0 || s.End < s.Start || s.End > len(whole) {
				t.Fatalf("block %d: %q at %v of %d bytes", i, r.Text.String, s, len(whole))
			}
			for k := 0; k < r.Text.Len() && r.NoteRef == ""; k++ {
				c := r.Text.String[k]
				if s := r.Text.Span(k, k+1); alphanumeric(c) && s.End-s.Start == 1 && whole[s.Start] != c {
					t.Fatalf("block %d: %q of %q stands where the source has %q", i, c, r.Text.String, whole[s.Start])
				}
			}
		}
	}
}

func alphanumeric(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"Salt.[1]\n\n[1] Brine,\n    p. 3.\n", "Title\nBy A. Writer\n\n_Salt_ and *brine*", "\r\n\t\r1. a\r", "Gr\xf6\xdfe\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, text.Read, data) })
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"Salt.[^1] Brine.^[Inline *note*.]\n\n[^1]: A [link](https://example.org/a_(b)).\n\n    More.\n", "---\ntitle: Salt\n---\n# A\n", "---\nreferences:\n- id: k\n  title: A\ncsl: note\n---\nA [see @k, 3; -@k].[^1]\n\n[^1]: @k [4] and [@k;\n@k]\n", "[a][b]\n\n[b]: <x y>\n> - `[^1]` &amp; <sup>2</sup>\n", "\r\t[^\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, markdown.Read, data) })
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>Salt&amp;<sup><a href='#n&#49;'>1</a></sup><ol start=3><li id=n1>Brine<br>x", "<head><title>a<p>b<table><td>c<ul><li hidden>d", "<!--<p>--><script>a</script><pre>\n x</pre>&nGt;&#0;", "<a href=\"\x00\"><b\r\n>\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, html.Read, data) })
}

func FuzzWikitext(f *testing.F) {
	for _, s := range []string{
		"'''Salt''' &amp; ''brine''.<ref name=a group=\"n\">{{cite web|title=A|url=http://a.example/?a&amp;b|last=K}}</ref>{{sfn|K|2001|p=3}}\n* {{cite book|last=K|year=2001|title=T}}\n",
		"{|\n|+ a\n! b !! c\n|-\n| x | d<ref>e\n\n== f ==\n[[File:g|h<ref name=i/>]]{{efn|j{{r|i|k}}}}",
		"<references><ref name=i>l</ref></references>{{#tag:ref|m|name=n}}[http://a b]<nowiki>''</nowiki><!-- <pre>",
		"{{Infobox|a=<ref>b</ref>}}l'''x'' '''''\n#a\n*#b\n;c:d\n{{sfnm|1a1=A|1y=1}}\xff&#0;",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, wikitext.Read, data) })
}

func FuzzLaTeX(f *testing.F) {
	for _, s := range []string{
		"\\documentclass{book}\\begin{filecontents}{a.bib}@book{k,title={A},author={B, C}}\\end{filecontents}\\addbibresource{a.bib}\\begin{document}Salt\\footcite[see][3]{k}\\footnote{\\emph{x} \\'e --- \\cite{k}}\\textcite{k}",
		"\\input{a}\\footnotemark[3]\\footnotetext[3]{``x''}\\begin{tabular}{c}a&b\\\\\\end{tabular}$^2$\\href{http://a}{b}",
		"\\footcites(a)(b)[c][d]{e}{f}\\renewcommand{\\thefootnote}{\\roman{footnote}}\\endnote{}%\n\\verb|x|\\enquote{\\enquote{y}}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, latex.Read, data) })
}

// seed adds a fixture and rubbish made of it.
func seed(f *testing.F, name string, more ...string) {
	f.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "fixtures", name))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:len(data)/2])
	for _, s := range more {
		f.Add([]byte(s))
	}
}

func FuzzFlatODT(f *testing.F) {
	seed(f, "notes.fodt", `<office:document office:mimetype="x.opendocument.text"><text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b<text:note>`)
	f.Fuzz(func(t *testing.T, data []byte) { check(t, odt.Read, data) })
}

func FuzzJATS(f *testing.F) {
	seed(f, "notes.jats.xml", `<article><body><p>a<fn><fn id="x"><xref rid="x">&#x41;&lt;<![CDATA[ ]]>`)
	f.Fuzz(func(t *testing.T, data []byte) { check(t, jats.Read, data) })
}

func FuzzTEI(f *testing.F) {
	seed(f, "notes.tei.xml", `<TEI><text><body><p>a<note n="&quot;"><note><ptr target="#"/></p>`)
	f.Fuzz(func(t *testing.T, data []byte) { check(t, tei.Read, data) })
}

// FuzzEPUB reads any page of a book, and FuzzODT any part of a container.
func FuzzEPUB(f *testing.F) {
	f.Add(`<html><body><p>Salt<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n"><p>Brine.</p></aside>`, `<package><metadata><dc:title>A</dc:title></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`)
	f.Add("", `<package><spine><itemref idref="../../a"/>`)
	f.Fuzz(func(t *testing.T, page, opf string) {
		check(t, epub.Read, zipped(t, "META-INF/container.xml", `<container><rootfiles><rootfile full-path="b/c.opf"/></rootfiles></container>`, "b/c.opf", opf, "b/a.xhtml", page))
	})
}

func FuzzODT(f *testing.F) {
	f.Add(`<office:document-content><office:body><office:text><text:p>Salt<text:note text:id="a"><text:note-body><text:p>Brine</text:p></text:note-body></text:note></text:p>`, `<office:document-meta><dc:title>A</dc:title>`, `<style:style style:name="A">`)
	f.Fuzz(func(t *testing.T, content, meta, styles string) {
		check(t, odt.Read, zipped(t, "META-INF/manifest.xml", "<manifest/>", "content.xml", content, "meta.xml", meta, "styles.xml", styles))
	})
}

// zipped is a container of parts: name, text, name, text.
func zipped(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		part, err := w.Create(parts[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := part.Write([]byte(parts[i+1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}
