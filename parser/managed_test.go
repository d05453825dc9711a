package parser_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"ibid/parser/article"
)

// wordFile is a Word document whose footnotes hold the given runs; sources are
// the entries of Word's own list.
func wordFile(t *testing.T, sources string, notes ...string) string {
	t.Helper()
	const (
		space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
		rels  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
		kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	)
	var body, foot strings.Builder
	for i, n := range notes {
		id := string(rune('1' + i))
		body.WriteString(`<w:p><w:r><w:t>Salt was dear.</w:t></w:r><w:r><w:footnoteReference w:id="` + id + `"/></w:r></w:p>`)
		foot.WriteString(`<w:footnote w:id="` + id + `"><w:p>` + n + `</w:p></w:footnote>`)
	}
	return packed(t,
		"[Content_Types].xml", "<Types/>",
		"_rels/.rels", rels+`<Relationship Id="r1" Type="`+kinds+`officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", "<w:document"+space+"><w:body>"+body.String()+"</w:body></w:document>",
		"word/_rels/document.xml.rels", rels+`<Relationship Id="r1" Type="`+kinds+`footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="`+kinds+`customXml" Target="../customXml/item1.xml"/></Relationships>`,
		"word/footnotes.xml", "<w:footnotes"+space+">"+foot.String()+"</w:footnotes>",
		"customXml/item1.xml", `<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">`+sources+"</b:Sources>",
	)
}

func wordRun(text string) string {
	return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// wordField is a field with what it shows, and data stored in its begin.
func wordField(code, data, shown string) string {
	if data != "" {
		data = `<w:fldData xml:space="preserve">` + data + `</w:fldData>`
	}
	return `<w:r><w:fldChar w:fldCharType="begin">` + data + `</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> ` + code + ` </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + wordRun(shown) + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

// TestManaged asks that the works that reference managers store in a Word
// document are those that its notes cite.
func TestManaged(t *testing.T) {
	t.Parallel()
	const (
		kern   = `{"type":"book","title":"Salt &amp; Brine","author":[{"family":"Kern","given":"Ivo"}],"issued":{"date-parts":[[1998]]},"publisher":"Stein","publisher-place":"Ulm","ISBN":"9783161484100"}`
		quill  = `{"type":"article-journal","title":"The Ford","author":[{"family":"Quill","given":"Ada"}],"container-title":"Harbour Review","volume":"3","issued":{"date-parts":[[2020]]},"DOI":"10.5555/ford"}`
		fields = `{"citationItems":[{"id":1,"itemData":` + kern + `,"locator":"40"}],"properties":{"noteIndex":1}}`
		both   = `{"citationItems":[{"id":1,"itemData":` + kern + `},{"id":2,"itemData":` + quill + `}]}`
		note   = "Ivo Kern, Salt &amp; Brine (Ulm: Stein, 1998), 40."
		two    = "Ivo Kern, Salt &amp; Brine (Ulm: Stein, 1998), 40; Ada Quill, “The Ford,” Harbour Review 3 (2020): 7."
		end    = `&lt;EndNote&gt;&lt;Cite&gt;&lt;Author&gt;Kern&lt;/Author&gt;&lt;record&gt;&lt;ref-type name="Book"&gt;6&lt;/ref-type&gt;&lt;contributors&gt;&lt;authors&gt;&lt;author&gt;&lt;style face="normal"&gt;Kern, Ivo&lt;/style&gt;&lt;/author&gt;&lt;/authors&gt;&lt;/contributors&gt;` +
			`&lt;titles&gt;&lt;title&gt;&lt;style face="normal"&gt;Salt &amp;amp; &lt;/style&gt;&lt;style face="italic"&gt;Brine&lt;/style&gt;&lt;/title&gt;&lt;/titles&gt;&lt;dates&gt;&lt;year&gt;1998&lt;/year&gt;&lt;/dates&gt;&lt;pub-location&gt;Ulm&lt;/pub-location&gt;&lt;publisher&gt;Stein&lt;/publisher&gt;&lt;isbn&gt;9783161484100&lt;/isbn&gt;&lt;/record&gt;&lt;/Cite&gt;&lt;/EndNote&gt;`
		source = `<b:Source><b:Tag>Ker98</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Kern</b:Last><b:First>Ivo</b:First></b:Person></b:NameList></b:Author></b:Author>` +
			`<b:Title>Salt &amp; Brine</b:Title><b:Year>1998</b:Year><b:City>Ulm</b:City><b:Publisher>Stein</b:Publisher><b:StandardNumber>9783161484100</b:StandardNumber></b:Source>`
	)
	plain := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")
	in64 := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
	for _, row := range []struct {
		name, note string
		works      []string // family name and what only the record says
	}{
		{"Zotero", wordField("ADDIN ZOTERO_ITEM CSL_CITATION "+fields, "", note), []string{"Kern 9783161484100"}},
		{"Mendeley", wordField("ADDIN CSL_CITATION "+fields, "", note), []string{"Kern 9783161484100"}},
		{"two works", wordField("ADDIN ZOTERO_ITEM CSL_CITATION "+both, "", two), []string{"Kern 9783161484100", "Quill 10.5555/ford"}},
		{"one of two by hand", wordField("ADDIN ZOTERO_ITEM CSL_CITATION "+both, "", "Ada Quill, “The Ford,” Harbour Review 3 (2020): 7."), []string{"Quill 10.5555/ford"}},
		{"Mendeley Cite", `<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_` + in64(plain.Replace(fields)) + `"/></w:sdtPr><w:sdtContent>` + wordRun(note) + `</w:sdtContent></w:sdt>`, []string{"Kern 9783161484100"}},
		{"EndNote", wordField("ADDIN EN.CITE "+end, "", note), []string{"Kern 9783161484100"}},
		{"EndNote, data apart", wordField("ADDIN EN.CITE", in64(strings.ReplaceAll(plain.Replace(end), "Salt & ", "Salt &amp; ")), note), []string{"Kern 9783161484100"}},
		{"Word's own list", wordField(`CITATION Ker98 \p 40 \l 1033`, "", note), []string{"Kern 9783161484100"}},
		{"an entry that is not there", wordField(`CITATION Xyz \l 1033`, "", note), []string{"Kern "}},
		{"a record that is broken", wordField(`ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[`, "", note), []string{"Kern "}},
		{"a record of another work", wordRun(note) + wordField("ADDIN ZOTERO_ITEM CSL_CITATION "+fields, "", " "), []string{"Kern "}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := parse(t, "a.docx", wordFile(t, source, row.note, wordRun("Ibid., 44.")))
			var got []string
			for i := range a.Notes[0].Citations {
				c := &a.Notes[0].Citations[i]
				if c.Kind != article.Full || len(c.Item.Author) != 1 {
					t.Fatalf("citation %d: %s %+v", i, c.Kind, c.Item)
				}
				got = append(got, c.Item.Author[0].Family+" "+c.Item.ISBN+c.Item.DOI)
			}
			if strings.Join(got, "|") != strings.Join(row.works, "|") {
				t.Errorf("got %q, want %q", got, row.works)
			}
			if title := a.Notes[0].Citations[0].Item.Title; title != "Salt & Brine" && title != "The Ford" {
				t.Errorf("title %q", title)
			}
			if n := a.Notes[1].Citations[0]; n.Kind != article.Ibid || n.Target == nil || n.Target.Ref.Note != 0 {
				t.Errorf("the Ibid.: %+v", n)
			}
		})
	}
}
