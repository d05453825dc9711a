package parser_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ibid/parser"
)

// damage is a way to hurt a file, and what is said of it.
type damage struct {
	name string
	// hurt makes the bad file of a good one.
	hurt func(t *testing.T, data []byte) []byte
	// say is a part of what is said of it in each format: of the error, or of the
	// remark on what could not be read; "" where all is read, and formats that are
	// not named are left out.
	say map[string]string
}

// sources are the good files, by format.
func sources() map[string]string {
	return map[string]string{
		"docx": "pandoc.docx", "odt": "pandoc.odt", "epub": "epub3.epub", "pdf": "pdflatex.pdf", "html": "pandoc-html5.html", "md": "article.md", "txt": "pandoc.txt",
		"tex": "pandoc.tex", "nxml": "archiving.jats.xml", "tei": "pandoc.tei.xml", "wiki": "pandoc.wiki", "fodt": "libreoffice.fodt",
	}
}

// all says the same of every format.
func all(say string, but ...string) map[string]string {
	out := map[string]string{}
	for format := range sources() {
		out[format] = say
	}
	for i := 0; i+1 < len(but); i += 2 {
		out[but[i]] = but[i+1]
	}
	return out
}

// inside hurts the part of a container that holds the text; a file that is no
// container is its own part.
func inside(f func(part []byte) []byte) func(*testing.T, []byte) []byte {
	return func(t *testing.T, data []byte) []byte {
		t.Helper()
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return f(data)
		}
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for _, file := range z.File {
			r, err := file.Open()
			if err != nil {
				t.Fatal(err)
			}
			part, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if file.Name == "word/document.xml" || file.Name == "content.xml" || strings.HasSuffix(file.Name, "ch001.xhtml") {
				part = f(part)
			}
			to, err := w.Create(file.Name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := to.Write(part); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
}

// within puts text behind the element, or the line, in the middle of a part.
func within(text string) func(*testing.T, []byte) []byte {
	return inside(func(part []byte) []byte {
		at := len(part) / 2
		at += bytes.IndexAny(part[at:], ">\n") + 1
		return bytes.Join([][]byte{part[:at], []byte(text), part[at:]}, nil)
	})
}

func damages() []damage {
	const (
		binary = "this is not text but binary data: export the article in a format that ibid reads (text, Markdown"
		deep   = "its elements stand more than 512 deep in each other"
		large  = "it unpacks to more than 64 MiB"
	)
	whole := func(f func([]byte) []byte) func(*testing.T, []byte) []byte {
		return func(_ *testing.T, data []byte) []byte { return f(data) }
	}
	return []damage{
		{"empty", whole(func([]byte) []byte { return nil }), all("the file is empty: is it the right one, and was it saved?")},
		{"nothing but white space", whole(func([]byte) []byte { return []byte(" \n\t\n") }), all("the file is empty")},
		{"rubbish", whole(func([]byte) []byte { return bytes.Repeat([]byte{0x13, 0x9f, 0, 0xff, 7, 0xc3}, 20_000) }), all(binary, "pdf", "this is no PDF file")},
		{"cut off in the middle", whole(func(d []byte) []byte { return d[:len(d)/2] }), map[string]string{
			"docx": "the file is cut off: what stood behind its part word/footnotes.xml is lost", "odt": "the file is cut off: what stood behind its part styles.xml is lost",
			"epub": "the file is cut off: what stood behind its part EPUB/text/ch001.xhtml is lost", "pdf": "damaged or was cut off", "nxml": "the XML is broken at byte 5099",
			"tei": "the XML is broken at byte", "fodt": "the XML is broken at byte", "html": "", "md": "", "txt": "", "tex": "", "wiki": "",
		}},
		{"cut off at the start", whole(func(d []byte) []byte { return d[:20] }), map[string]string{
			"docx": "the file is cut off or damaged, it is no whole zip container: get it once more, or open it in Word", "odt": "or open it in LibreOffice and save it anew",
			"epub": "it is no whole zip container: get it once more", "pdf": "damaged or was cut off", "nxml": "nothing could be read before that", "tei": "nothing could be read before that",
		}},
		{"its text cut off", inside(func(p []byte) []byte { return p[:len(p)*2/3] }), map[string]string{
			"docx": "word/document.xml is broken at byte", "odt": "content.xml is broken at byte", "epub": "EPUB/text/ch001.xhtml ends before it is closed", "nxml": "the XML is broken", "tei": "the XML is broken",
		}},
		{"its text empty", inside(func([]byte) []byte { return nil }), map[string]string{
			"docx": "word/document.xml is empty", "odt": "content.xml is empty", "epub": "EPUB/text/ch001.xhtml is empty",
		}},
		{"broken XML", within(" <<& >"), map[string]string{
			"docx": "word/document.xml is broken at byte", "odt": "content.xml is broken at byte", "epub": "", "nxml": "the XML is broken at byte", "tei": "the XML is broken at byte", "html": "",
		}},
		{"a zip bomb", inside(func(p []byte) []byte { return append(p, bytes.Repeat([]byte(" "), 80<<20)...) }), map[string]string{
			"docx": "word/document.xml: " + large, "odt": "content.xml: " + large, "epub": "EPUB/text/ch001.xhtml: " + large,
		}},
		{"entities that grow", inside(func(p []byte) []byte {
			at := max(0, bytes.Index(p, []byte("?>"))+2)
			if at < 2 {
				at = 0
			}
			laughs := `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`
			return bytes.Join([][]byte{p[:at], []byte(laughs), p[at:]}, nil)
		}), all("", "docx", "word/document.xml: it has a document type declaration", "pdf", "table of contents is broken and was made anew")},
		{"elements without end", within(strings.Repeat("<b>", 100_000)), map[string]string{
			"docx": "word/document.xml: " + deep, "odt": "content.xml: " + deep, "nxml": deep, "tei": deep, "fodt": deep, "epub": "", "html": "", "md": "", "txt": "", "wiki": "",
		}},
		{"an endless line", within(strings.Repeat("salt and tax, tax and salt, ", 40_000)), all("", "pdf", "was made anew")},
		{"another ending", nil, all("", "txt", "")},
	}
}

// TestDamaged hurts every format in every way. Each bad file gives its message, or
// is read as far as that goes and says which part was not; nothing crashes,
// hangs, or is lost without a word.
func TestDamaged(t *testing.T) {
	t.Parallel()
	for _, d := range damages() {
		for format, say := range d.say {
			t.Run(d.name+"/"+format, func(t *testing.T) {
				t.Parallel()
				data, err := os.ReadFile(filepath.Join(conversions, sources()[format]))
				if err != nil {
					t.Fatal(err)
				}
				name := "article." + format
				if d.hurt == nil {
					name = map[bool]string{true: "article.txt", false: "article.docx"}[format != "txt"]
				} else {
					data = d.hurt(t, data)
				}
				start := time.Now()
				a, err := parser.Parse(t.Context(), bytes.NewReader(data), parser.Options{Name: name})
				if spent := time.Since(start); spent > 30*time.Second {
					t.Errorf("took %v", spent)
				}
				got := ""
				switch {
				case err != nil:
					got = err.Error()
				default:
					got = a.Truncated
				}
				if say == "" && got != "" || !strings.Contains(got, say) {
					t.Errorf("%q, want %q", got, say)
				}
			})
		}
	}
}

// TestForeign says what a file is that is not read, and what to do with it.
func TestForeign(t *testing.T) {
	t.Parallel()
	old := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	locked := old + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	pages := string(zippedParts(t, "Index/Document.iwa", "x"))
	for _, row := range []struct{ name, file, data, want string }{
		{"a locked Word document", "a.docx", locked, "locked by a password: open it in Word, take the password off"},
		{"an old Word document", "a.doc", old, "this is an old Word document (.doc), which ibid does not read: open it in Word or LibreOffice and save it as .docx"},
		{"one that is called .docx", "a.docx", old, "an old Word document (.doc)"},
		{"an old Excel file", "a.xls", old, "an old Excel file"},
		{"a Pages document", "a.pages", pages, "this is a Pages document, which ibid does not read: open it in Pages and export it as Word"},
		{"a Keynote presentation", "a.key", pages, "a Keynote presentation"},
		{"a zip container of something else", "a.zip", pages, "unpack it and check the files in it"},
		{"and without a name", "", pages, "a zip container, but no Word document, OpenDocument text or e-book"},
		{"a picture", "a.png", "\x89PNG\r\n\x1a\n", "a picture (PNG), which ibid does not read: recognise its text first (OCR)"},
		{"a picture that is called .pdf", "a.pdf", "\xff\xd8\xff\xe0", "a picture (JPEG)"},
		{"a packed file", "a.md.gz", "\x1f\x8b\x08", "a packed file (gzip)"},
		{"a program", "a", "\x7fELF\x02", "a program"},
		{"a Kindle book", "a.mobi", strings.Repeat("a", 60) + "BOOKMOBI" + strings.Repeat("\x00", 99), "make an EPUB of it"},
		{"anything else", "a.bin", "\x01\x02\x03\x04\x00\x00", "not text but binary data"},
		{"what is read is listed", "a.png", "\x89PNG\r\n", "(text, Markdown, HTML, Word .docx, OpenDocument .odt, EPUB, PDF, LaTeX, JATS, TEI, MediaWiki; with pandoc also"},
		{"RTF without pandoc", "a.rtf", `{\rtf1 x}`, "this is RTF: ibid reads this through pandoc, and pandoc is not installed"},
		{"RTF of another name", "a.doc", `{\rtf1 x}`, "this is RTF"},
		{"DocBook by its content", "a.xml", `<?xml version="1.0"?><book xmlns="http://docbook.org/ns/docbook"/>`, "this is DocBook"},
		{"a locked OpenDocument text", "a.odt", string(zippedParts(t, "META-INF/manifest.xml", "<manifest:encryption-data/>", "content.xml", "x")), "locked by a password: open it in LibreOffice"},
		{"a book with a lock", "a.epub", string(zippedParts(t, "META-INF/container.xml", `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`,
			"a.opf", `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`, "a.xhtml", "x",
			"META-INF/encryption.xml", `<encryption><CipherReference URI="a.xhtml"/></encryption>`)), "locked against copying (DRM)"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			_, err := parser.Parse(t.Context(), strings.NewReader(row.data), parser.Options{Name: row.file})
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("%v, want %q", err, row.want)
			}
		})
	}
}

// zippedParts is a container of parts: name, text, name, text.
func zippedParts(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		part, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRubbish reads bytes of no sense under every name that is known: it must
// end, in an error or an article.
func TestRubbish(t *testing.T) {
	t.Parallel()
	state := uint32(7)
	noise := make([]byte, 30_000)
	for i := range noise {
		state = state*1664525 + 1013904223
		noise[i] = byte(state >> 24)
	}
	text := bytes.Map(func(r rune) rune { return r%95 + 32 }, noise)
	for _, ending := range []string{".docx", ".odt", ".fodt", ".epub", ".pdf", ".html", ".md", ".txt", ".tex", ".nxml", ".tei", ".wiki", ".xml", ".rst", ".rtf", ""} {
		for name, data := range map[string][]byte{
			"noise": noise, "characters": text, "a zip's head": append([]byte("PK\x03\x04"), noise...), "a PDF's head": append([]byte("%PDF-1.7\n"), noise...),
			"a tag": append([]byte("<?xml version='1.0'?><article>"), text...), "zeros": make([]byte, 30_000),
		} {
			t.Run(name+ending, func(t *testing.T) {
				t.Parallel()
				start := time.Now()
				_, _ = parser.Parse(t.Context(), bytes.NewReader(data), parser.Options{Name: "a" + ending})
				if spent := time.Since(start); spent > 30*time.Second {
					t.Errorf("took %v", spent)
				}
			})
		}
	}
}
