package docx_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
)

func core(content string) string {
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">` + content + `</cp:coreProperties>`
}

func TestMeta(t *testing.T) {
	t.Parallel()
	named := root("styles", `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="nb-NO"/></w:rPr></w:rPrDefault></w:docDefaults>`+
		`<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="W"><w:name w:val="Author"/></w:style>`)
	text := body(styled("T", run("Salt")+call("2"))+styled("W", run("Ada Poole"))+styled("W", run("Ivo Kern"))).with("word/styles.xml", named)
	for _, row := range []struct {
		name string
		in   parts
		want document.Meta
	}{
		{
			"properties", text.with("docProps/core.xml", core(`<dc:title>The salt &amp; brine</dc:title><dc:creator>Lena Dahl; Ivo Kern</dc:creator><dc:language>de_AT</dc:language><dcterms:created>2019-02-03T10:00:00Z</dcterms:created><dcterms:modified>2020-05-06T10:00:00Z</dcterms:modified>`)),
			document.Meta{Title: "The salt & brine", Authors: []string{"Lena Dahl", "Ivo Kern"}, Published: "2020-05-06", Language: "de-at"},
		},
		{
			"a date on the page", body(styled("Q", run("3 March 2018"))+para(run("Salt"))).with("word/styles.xml", root("styles", `<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Date"/></w:style>`)).
				with("docProps/core.xml", core(`<dcterms:created>2019-02-03T10:00:00Z</dcterms:created>`)),
			document.Meta{Published: "2018-03-03"},
		},
		{"styles", text, document.Meta{Title: "Salt", Authors: []string{"Ada Poole", "Ivo Kern"}, Language: "nb-no"}},
		{"no change, no language", text.with("docProps/core.xml", core(`<dc:language>-</dc:language><dcterms:created>2019-02-03T10:00:00Z</dcterms:created>`)), document.Meta{Title: "Salt", Authors: []string{"Ada Poole", "Ivo Kern"}, Published: "2019-02-03", Language: "nb-no"}},
		{"the only first heading", body(para(`<w:pPr><w:outlineLvl w:val="0"/></w:pPr>` + run("Brine") + call("2"))), document.Meta{Title: "Brine"}},
	} {
		if diff := cmp.Diff(row.want, row.in.read(t).Meta); diff != "" {
			t.Errorf("%s: %s", row.name, diff)
		}
	}
	if got := text.with("docProps/app.xml", `<Properties><Application>LibreOffice/7.4</Application></Properties>`).read(t).Flavor; got != "libreoffice" {
		t.Errorf("flavor %q", got)
	}
}

// TestStored: what a reference manager stores is kept out of the text.
func TestStored(t *testing.T) {
	t.Parallel()
	d := body(para(run("Salt") + field(` ADDIN ZOTERO_ITEM CSL_CITATION {&quot;citationID&quot;:&quot;a&quot;} `, run("(Poole 2011)")) + run(".") +
		field(`ADDIN CSL_CITATION {"b":1}`, run("[3]")) + field(`ADDIN EN.CITE &lt;x{}&gt;`, run("[4]")) +
		`<w:fldSimple w:instr="ADDIN CSL_CITATION {}">` + run("[5]") + `</w:fldSimple>`)).read(t)
	if got := show(d); got != "p: Salt(Poole 2011).[3][4][5]\n" {
		t.Error(got)
	}
	var got [][3]string
	for _, s := range d.Stored {
		got = append(got, [3]string{s.Manager, s.JSON.String, d.Source.Cut(s.JSON.All())})
		if cut := d.Source.Cut(s.Span); len(cut) == 0 {
			t.Error("nothing is shown")
		}
	}
	want := [][3]string{
		{"zotero", `{"citationID":"a"}`, `{&quot;citationID&quot;:&quot;a&quot;}`},
		{"mendeley", `{"b":1}`, `{"b":1}`},
		{"mendeley", `{}`, `{}`},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestPositions: every run stands where its span says, in the part that it
// says, and the paragraph is known.
func TestPositions(t *testing.T) {
	t.Parallel()
	d := body(para("")+para(run("Größe &amp; salt.")+call("2"))+para(`<w:hyperlink r:id="r1">`+run("Link")+`</w:hyperlink>`)).
		footnotes(note("2", "Ada Poole.")).rels("document.xml", "r1", "https://example.org/?a&amp;b").read(t)
	runs := map[string]document.Run{}
	for i := range d.Blocks {
		for _, r := range d.Blocks[i].Runs {
			runs[r.Text.String] = r
		}
	}
	for _, row := range []struct {
		text      string
		at        document.Text
		cut, part string
		paragraph int
	}{
		{"text", runs["Größe & salt."].Text, "Größe &amp; salt.", "word/document.xml", 1},
		{"marker", runs["1"].Text, `<w:footnoteReference w:id="2"/>`, "word/document.xml", 1},
		{"link", runs["Link"].Text, "Link", "word/document.xml", 2},
		{"target", runs["Link"].Href.Text(), "https://example.org/?a&amp;b", "word/_rels/document.xml.rels", 2},
		{"note", runs[" Ada Poole."].Text, " Ada Poole.", "word/footnotes.xml", 0},
	} {
		span := row.at.All()
		p := d.Source.Position(span)
		if cut := d.Source.Cut(span); cut != row.cut || p.Part != row.part || p.Paragraph != row.paragraph {
			t.Errorf("%s: %q in %s, paragraph %d", row.text, cut, p.Part, p.Paragraph)
		}
	}
}

// TestForms reads the strict form of the standard, another prefix, and UTF-16.
func TestForms(t *testing.T) {
	t.Parallel()
	plain := `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Größe</x:t></x:r></x:p></x:body></x:document>`
	wide := []byte("\xff\xfe")
	for _, r := range `<?xml version="1.0" encoding="UTF-16"?>` + plain {
		wide = append(wide, byte(r), byte(r>>8))
	}
	for _, row := range []struct{ name, text string }{
		{"strict", plain},
		{"a byte order mark", "\xef\xbb\xbf" + xmlHead + plain},
		{"UTF-16", string(wide)},
		{"an undeclared prefix", `<w:document><w:body><w:p><w:r><w:t>Größe</w:t></w:r></w:p></w:body></w:document>`},
	} {
		d := body("").with("word/document.xml", row.text).read(t)
		if got := show(d); got != "p: Größe\n" || d.Truncated != "" {
			t.Errorf("%s: %q, %s", row.name, got, d.Truncated)
			continue
		}
		p := d.Source.Position(d.Blocks[0].Runs[0].Text.All())
		if row.name == "UTF-16" && p.End-p.Offset != 10 {
			t.Errorf("%s: %+v", row.name, p)
		}
	}
}
