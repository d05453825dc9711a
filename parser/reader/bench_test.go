package reader_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
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
	for _, row := range []struct{ name, open, close string }{
		{"pandoc.txt", "The harbour before", "\x00"},
		{"article.md", "## ", "\x00"},
		{"pandoc-html5.html", "<h2", "</body>"},
		{"pandoc.wiki", "== ", "\x00"},
		{"pandoc.tex", "\\subsection", "\\end{document}"},
		{"archiving.jats.xml", "<sec ", "</body>"},
		{"pandoc.tei.xml", "<div ", "</body>"},
		{"libreoffice.fodt", "<text:h ", "</office:text>"},
	} {
		measure(b, row.name, func(b *testing.B) ([]byte, int) {
			b.Helper()
			data := []byte(repeated(b, string(stored(b, row.name)), row.open, row.close))
			return data, len(data)
		})
	}
	for _, row := range []struct{ name, part, open, close string }{
		{"pandoc.docx", "word/document.xml", "<w:p>", "<w:sectPr"},
		{"pandoc.odt", "content.xml", "<text:h ", "</office:text>"},
		{"epub3.epub", "EPUB/text/ch001.xhtml", "<p>", "</body>"},
	} {
		measure(b, row.name, func(b *testing.B) ([]byte, int) {
			b.Helper()
			return long(b, row.name, row.part, row.open, row.close)
		})
	}
	measure(b, "pdflatex.pdf", func(b *testing.B) ([]byte, int) {
		b.Helper()
		return stored(b, "pdflatex.pdf"), 0
	})
}

const conversions = "../testdata/conversions"

// stored is a file of the conversions.
func stored(b *testing.B, name string) []byte {
	b.Helper()
	data, err := os.ReadFile(filepath.Join(conversions, name))
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// repeated is a source whose part between two marks, or from one to the end,
// comes again and again.
func repeated(b *testing.B, s, open, end string) string {
	b.Helper()
	i, j := strings.Index(s, open), strings.LastIndex(s, end)
	if j < 0 {
		j = len(s)
	}
	if i < 0 || j < i {
		b.Fatalf("no %s … %s", open, end)
	}
	return s[:i] + strings.Repeat(s[i:j], 1+(*benchSize<<20)/(j-i)) + s[j:]
}

// long is a container of which one part is long, and the size of all its parts.
func long(b *testing.B, name, part, open, end string) (data []byte, size int) {
	b.Helper()
	z, err := zip.OpenReader(filepath.Join(conversions, name))
	if err != nil {
		b.Fatal(err)
	}
	defer z.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			b.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			b.Fatal(err)
		}
		if f.Name == part {
			text = []byte(repeated(b, string(text), open, end))
		}
		size += len(text)
		to, err := w.Create(f.Name)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := to.Write(text); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return out.Bytes(), size
}

// measure reads what source makes, of so many bytes of text.
func measure(b *testing.B, name string, source func(*testing.B) ([]byte, int)) {
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
