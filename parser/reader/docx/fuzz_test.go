package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/docx"
)

// FuzzXML reads any text as the parts of a container, and holds what every
// Document promises.
func FuzzXML(f *testing.F) {
	f.Add(para(run("Salt &amp; brine.")+call("2")+callEnd("1")), note("2", "One."), stylesheet, numbers)
	f.Add(para(field(`HYPERLINK "a" \l b`, run("a")))+para(`<w:pPr>`+section(`<w:numFmt w:val="chicago"/><w:numRestart w:val="eachSect"/>`)+`</w:pPr>`+call("2")), note("2", "<![CDATA[a]]>&#9;"), "", "")
	f.Add(`<w:tbl><w:tc><w:p><w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:sym w:char="F02A" w:font="Symbol"/></w:r></w:tc>`, `<w:footnote w:id="2"><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`, "<", "&")
	f.Add(`<mc:AlternateContent><mc:Choice><w:p><w:pict><w:txbxContent><w:p><w:r><w:fldChar w:fldCharType="end"/><w:t> a`, "", "", "")
	f.Fuzz(func(t *testing.T, text, footnotes, styles, lists string) {
		in := body(text).footnotes(footnotes).endnotes(footnotes).with("word/styles.xml", root("styles", styles)).with("word/numbering.xml", root("numbering", lists)).rels("document.xml", "r1", styles)
		d, err := docx.Read(t.Context(), in.zip(t), reader.Hint{})
		if err == nil {
			holds(t, d)
		}
	})
}

// FuzzZip reads any bytes as a container.
func FuzzZip(f *testing.F) {
	whole := body(para(run("Salt.") + call("2"))).footnotes(note("2", "One.")).zip(f)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := docx.Read(t.Context(), data, reader.Hint{})
		docx.Is(data)
		if err == nil {
			holds(t, d)
		}
	})
}

// holds asks that runs stand in their part, that what is mapped byte for byte
// is there byte for byte, and that the blocks of a note follow each other.
func holds(t *testing.T, d *document.Document) {
	t.Helper()
	seen := map[string]bool{}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Element < -1 || b.Element >= len(d.Elements) {
			t.Fatalf("block %d is in element %d of %d", i, b.Element, len(d.Elements))
		}
		if b.Note != "" && (i == 0 || d.Blocks[i-1].Note != b.Note) {
			if seen[b.Note] {
				t.Errorf("the note %q is in two pieces", b.Note)
			}
			seen[b.Note] = true
		}
		if s := b.Span; s.Start < 0 || s.End < s.Start || s.End > len(d.Source.Text(s.Part)) {
			t.Errorf("block %d at %v", i, s)
		}
		for _, r := range b.Runs {
			verbatim(t, d, r.Text)
			verbatim(t, d, r.Href.Text())
		}
	}
}

func verbatim(t *testing.T, d *document.Document, text document.Text) {
	t.Helper()
	for k := range len(text.String) {
		s := text.Span(k, k+1)
		if s.Start < 0 || s.End < s.Start || s.End > len(d.Source.Text(s.Part)) {
			t.Fatalf("%q at %v", text.String, s)
		}
		if cut := d.Source.Cut(s); len(cut) == 1 && cut != text.String[k:k+1] {
			t.Fatalf("%q has %q where the source has %q", text.String, text.String[k:k+1], cut)
		}
	}
}

// BenchmarkRead reads a manuscript with a note in every paragraph; the rate is
// that of the XML.
func BenchmarkRead(b *testing.B) {
	var text, notes strings.Builder
	for i := 2; i < 3000; i++ {
		id := fmt.Sprint(i)
		text.WriteString(para(`<w:pPr><w:pStyle w:val="Part1"/><w:jc w:val="both"/></w:pPr>` + run("The road went over the hill &amp; down to the old ") + set(`<w:i/><w:lang w:val="en-GB"/>`, "harbour") + run(", where the boats lay until the tide came back.") + call(id)))
		notes.WriteString(`<w:footnote w:id="` + id + `">` + para(`<w:r><w:footnoteRef/></w:r>`+run(" Ada Poole, ")+set(`<w:i/>`, "Salt &#8211; a History")+run(", London 1900, p. "+id+".")) + `</w:footnote>`)
	}
	in := body(text.String()).footnotes(notes.String())
	data := in.zip(b)
	b.SetBytes(int64(len(in["word/document.xml"]) + len(in["word/footnotes.xml"])))
	for b.Loop() {
		if _, err := docx.Read(b.Context(), data, reader.Hint{}); err != nil {
			b.Fatal(err)
		}
	}
}
