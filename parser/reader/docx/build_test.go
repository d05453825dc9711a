package docx_test

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/docx"
)

// parts are the files of a container by name.
type parts map[string]string

// namespaces are declared on every root element that body and the like make.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:v="urn:schemas-microsoft-com:vml"`

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// root wraps the content of a part of WordprocessingML.
func root(name, content string) string {
	return xmlHead + "<w:" + name + namespaces + ">" + content + "</w:" + name + ">"
}

// body is a container whose text is content.
func body(content string) parts {
	return parts{
		"[Content_Types].xml": xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml":   root("document", "<w:body>"+content+"</w:body>"),
	}
}

// with adds a part.
func (p parts) with(name, content string) parts {
	p = maps.Clone(p)
	p[name] = content
	return p
}

// footnotes adds word/footnotes.xml with the separators that Word has there.
func (p parts) footnotes(content string) parts {
	return p.with("word/footnotes.xml", root("footnotes", `<w:footnote w:type="separator" w:id="-1">`+para(`<w:r><w:separator/></w:r>`)+`</w:footnote>`+
		`<w:footnote w:type="continuationSeparator" w:id="0">`+para(run("never"))+`</w:footnote>`+content))
}

func (p parts) endnotes(content string) parts {
	return p.with("word/endnotes.xml", root("endnotes", content))
}

// rels adds the relations of a part below word/: pairs of id and target.
func (p parts) rels(part string, pairs ...string) parts {
	var b strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		b.WriteString(`<Relationship Id="` + pairs[i] + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="` + pairs[i+1] + `" TargetMode="External"/>`)
	}
	return p.with("word/_rels/"+part+".rels", xmlHead+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+b.String()+`</Relationships>`)
}

// zip packs the container.
func (p parts) zip(tb testing.TB) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		w, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(p[name])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func (p parts) read(tb testing.TB) *document.Document {
	tb.Helper()
	d, err := docx.Read(tb.Context(), p.zip(tb), reader.Hint{Name: "a.docx"})
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func para(content string) string { return "<w:p>" + content + "</w:p>" }

func styled(style, content string) string {
	return para(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + content)
}

func run(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

// set is a run with properties.
func set(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// call is a reference to a footnote.
func call(id string) string {
	return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="` + id + `"/></w:r>`
}

// callEnd is a reference to an endnote.
func callEnd(id string) string { return `<w:r><w:endnoteReference w:id="` + id + `"/></w:r>` }

// note is a footnote with the number that Word puts before its text.
func note(id, text string) string {
	return `<w:footnote w:id="` + id + `">` + para(`<w:r><w:footnoteRef/></w:r>`+run(" "+text)) + `</w:footnote>`
}

func endnoteOf(id, text string) string {
	return `<w:endnote w:id="` + id + `">` + para(`<w:r><w:endnoteRef/></w:r>`+run(" "+text)) + `</w:endnote>`
}

// show writes a document down, a line for each block.
func show(d *document.Document) string {
	var b strings.Builder
	for i := range d.Blocks {
		showBlock(&b, d, &d.Blocks[i])
	}
	return b.String()
}

func showBlock(w *strings.Builder, d *document.Document, b *document.Block) {
	w.WriteString([]string{"p", "h", "li", "td", "q", "code", "note"}[b.Kind])
	if b.Level > 0 {
		w.WriteByte("0123456789"[b.Level])
	}
	if b.Region == document.Chrome {
		w.WriteString(" chrome")
	}
	for e := b.Element; e >= 0; e = d.Elements[e].Parent {
		w.WriteString(" <" + d.Elements[e].Name)
	}
	if b.Label != "" {
		w.WriteString(" " + b.Label)
	}
	if b.Scope != "" {
		w.WriteString(" of " + b.Scope)
	}
	w.WriteString(": ")
	for _, r := range b.Runs {
		for _, a := range r.Anchors.IDs() {
			w.WriteString("{" + a + "}")
		}
		showRun(w, &r)
	}
	w.WriteByte('\n')
}

func showRun(w *strings.Builder, r *document.Run) {
	text := r.Text.String
	for _, s := range []struct {
		style document.Style
		sign  string
	}{{document.Superscript, "^"}, {document.Subscript, "~"}, {document.Italic, "*"}, {document.Bold, "**"}} {
		if r.Style.Has(s.style) {
			text = s.sign + text + s.sign
		}
	}
	if r.NoteRef != "" {
		text = "[" + text + "]"
	}
	if !r.Href.Empty() {
		text = "<" + text + ">(" + r.Href.String() + ")"
	}
	w.WriteString(text)
}
