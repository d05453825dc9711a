package reader_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ibid/parser/reader"
)

// benchSize is how large the articles of BenchmarkReaders are.
var benchSize = flag.Int("size", 2, "read articles of so many MiB in the benchmarks")

// BenchmarkReaders reads an article of some 2 MB, with a note every hundred
// bytes, in every format: GOMAXPROCS=1 go test -bench Readers. MB/s count the
// bytes of the text format, of containers those that their parts unpack to; PDF
// counts pages. docs/performance.md has the figures.
func BenchmarkReaders(b *testing.B) {
	for _, l := range longArticles() {
		measure(b, l.name, l.source)
	}
	measure(b, "pdflatex.pdf", func(tb testing.TB) ([]byte, int) {
		tb.Helper()
		return stored(tb, "pdflatex.pdf"), 0
	})
}

const conversions = "../testdata/conversions"

// longArticle is an article in one format, made long, and the size of its text.
type longArticle struct {
	name   string
	source func(testing.TB) (data []byte, size int)
}

// longArticles has one for every format but PDF.
func longArticles() []longArticle {
	var out []longArticle
	for _, row := range [...]struct{ name, open, close string }{
		{"pandoc.txt", "The harbour before", "\x00"},
		{"article.md", "## ", "\x00"},
		{"pandoc-html5.html", "<h2", "</body>"},
		{"pandoc.wiki", "== ", "\x00"},
		{"pandoc.tex", "\\subsection", "\\end{document}"},
		{"archiving.jats.xml", "<sec ", "</body>"},
		{"pandoc.tei.xml", "<div ", "</body>"},
		{"libreoffice.fodt", "<text:h ", "</office:text>"},
	} {
		out = append(out, longArticle{row.name, func(tb testing.TB) ([]byte, int) {
			tb.Helper()
			data := []byte(repeated(tb, string(stored(tb, row.name)), row.open, row.close))
			return data, len(data)
		}})
	}
	for _, row := range [...]struct{ name, part, open, close string }{
		{"pandoc.docx", "word/document.xml", "<w:p>", "<w:sectPr"},
		{"pandoc.odt", "content.xml", "<text:h ", "</office:text>"},
		{"epub3.epub", "EPUB/text/ch001.xhtml", "<p>", "</body>"},
	} {
		out = append(out, longArticle{row.name, func(tb testing.TB) ([]byte, int) {
			tb.Helper()
			return long(tb, row.name, row.part, row.open, row.close)
		}})
	}
	return out
}

// stored is a file of the conversions.
func stored(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join(conversions, name))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// repeated is a source whose part between two marks, or from one to the end,
// comes again and again.
func repeated(tb testing.TB, s, open, end string) string {
	tb.Helper()
	i, j := strings.Index(s, open), strings.LastIndex(s, end)
	if j < 0 {
		j = len(s)
	}
	if i < 0 || j < i {
		tb.Fatalf("no %s … %s", open, end)
	}
	return s[:i] + strings.Repeat(s[i:j], 1+(*benchSize<<20)/(j-i)) + s[j:]
}

// long is a container of which one part is long, and the size of all its parts.
func long(tb testing.TB, name, part, open, end string) (data []byte, size int) {
	tb.Helper()
	z, err := zip.OpenReader(filepath.Join(conversions, name))
	if err != nil {
		tb.Fatal(err)
	}
	defer z.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		if f.Name == part {
			text = []byte(repeated(tb, string(text), open, end))
		}
		size += len(text)
		to, err := w.Create(f.Name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := to.Write(text); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes(), size
}

// measure reads what source makes, of so many bytes of text.
func measure(b *testing.B, name string, source func(testing.TB) ([]byte, int)) {
	b.Helper()
	b.Run(name, func(b *testing.B) {
		data, size := source(b)
		b.SetBytes(int64(size))
		b.ReportAllocs()
		pages := 0
		for b.Loop() {
			doc, err := readerOf(name)(b.Context(), data, reader.Hint{Name: name})
			if err != nil {
				b.Fatal(err)
			}
			if doc.Format == "pdf" {
				pages = doc.Source.Position(doc.Blocks[len(doc.Blocks)-1].Span).Page
			}
		}
		if pages > 0 {
			b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
		}
	})
}

// TestHeld holds how much of memory a source and its Document keep, in bytes for
// each of the text. While it is read up to twice as much is taken, as the garbage
// collector waits that long: docs/performance.md has the figures.
func TestHeld(t *testing.T) { //nolint:paralleltest // other tests would take memory meanwhile
	const most = 8.0
	for _, l := range longArticles() { //nolint:paralleltest // as above
		t.Run(l.name, func(t *testing.T) {
			before := heldMemory()
			data, size := l.source(t)
			doc, err := readerOf(l.name)(t.Context(), data, reader.Hint{Name: l.name})
			if err != nil {
				t.Fatal(err)
			}
			held := float64(heldMemory()-before) / float64(size)
			t.Logf("%.1f held", held)
			if held > most {
				t.Errorf("%.1f bytes for each of the text, want at most %.0f", held, most)
			}
			runtime.KeepAlive(data)
			runtime.KeepAlive(doc)
		})
	}
}

// heldMemory is how many bytes are in use.
func heldMemory() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestSourceStays holds that no reader writes to the bytes that it is given, nor
// behind them: a Document may go on using them.
func TestSourceStays(t *testing.T) {
	t.Parallel()
	for name, src := range map[string]string{
		"crlf.md": "---\r\ntitle: Salt\r\n---\r\nSalt[^1]\r\nand brine.\r\n\r\n[^1]: A\r\n    note.\r\n", "cr.md": "Salt[^1]\r\r[^1]: A note.", "quoted.md": ">\tSalt\n", "open.md": "Salt\n\n```\ncode",
		"front.md": "---\ntitle: Salt\n---\nSalt[^1]\n\n[^1]: A note", "emphasis.md": strings.Repeat("*a ", 2000), "bom.txt": "\ufeffSalt.[1]\n\n[1] Brine.", "page.html": "<p>Salt &amp; brine", "salt.tex": "\\documentclass{article}\\begin{document}Salt\\footnote{a}\\end{document}", "salt.wiki": "Salt<ref>a</ref>",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			whole := []byte(src + "behind")
			if _, err := readerOf(name)(t.Context(), whole[:len(src)], reader.Hint{Name: name}); err != nil {
				t.Fatal(err)
			}
			if string(whole) != src+"behind" {
				t.Errorf("%q", whole)
			}
		})
	}
}
