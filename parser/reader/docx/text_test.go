package docx_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// field is a complex field.
func field(code, shown string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">` + code + `</w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + shown + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

const stylesheet = `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:basedOn w:val="berschrift2"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>` +
	`<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>` +
	`<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:basedOn w:val="Emphasis"/><w:rPr><w:b/></w:rPr></w:style>` +
	`<w:style w:type="character" w:styleId="Raised"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`

const numbers = `<w:abstractNum w:abstractNumId="7">` +
	`<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>` +
	`<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`

func listed(id, level, text string) string {
	return para(`<w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr>` + run(text))
}

func TestText(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, in, want string }{
		{"entities and other signs", para(run("Salt &amp; br&#233;&#x6e;e&lt;") + `<w:r><w:t><![CDATA[a & b]]></w:t></w:r>`), "p: Salt & bréne<a & b\n"},
		{"white space that is not kept", para("<w:r><w:t>\n Salt </w:t></w:r>" + run(" Brine ")), "p: Salt Brine \n"},
		{"tabs, breaks, hyphens and symbols", para(`<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t>` +
			`<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Times" w:char="F041"/><w:sym w:char="2020"/><w:sym w:char="zz"/></w:r>`), "p: a\tb\nc\nd-efα\uFFFDA†\n"},
		{"revisions accepted", para(run("a") + `<w:ins>` + run("b") + `</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del><w:moveFrom>` + run("d") + `</w:moveFrom><w:moveTo>` + run("e") + `</w:moveTo><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>f</w:t></w:r>`), "p: abe**f**\n"},
		{"a paragraph mark that is deleted joins two", para(`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+run("a ")) + para(run("b")) + para(run("c")), "p: a b\np: c\n"},
		{"a mark that was inserted, and old properties", para(`<w:pPr><w:rPr><w:ins/></w:rPr><w:pPrChange><w:pPr><w:pStyle w:val="Part"/></w:pPr></w:pPrChange></w:pPr>`+run("a")) + para(run("b")), "p: a\np: b\n"},
		{"comments and hidden text", para(run("a") + `<w:commentRangeStart w:id="1"/>` + set(`<w:vanish/>`, "b") + set(`<w:vanish w:val="0"/>`, "c") + `<w:r><w:commentReference w:id="1"/></w:r>`), "p: ac\n"},
		{"hidden by its style, shown by its own", styled("Secret", run("a")+set(`<w:vanish w:val="false"/>`, "b")), "p: b\n"},
		{"styles of characters and paragraphs", para(set(`<w:rStyle w:val="Strong"/>`, "a")+set(`<w:rStyle w:val="Strong"/><w:b w:val="off"/>`, "b")+set(`<w:rStyle w:val="Raised"/>`, "c")+set(`<w:vertAlign w:val="subscript"/>`, "d")) + styled("Zitat", run("e")+set(`<w:rStyle w:val="Emphasis"/>`, "f")), "p: ***a****b*^c^~d~\nq: *e*f\n"},
		{"headings", styled("berschrift2", run("a")) + styled("Chapter", run("b")) + styled("Part", run("c")) + para(`<w:pPr><w:outlineLvl w:val="7"/></w:pPr>`+run("d")) + styled("Titel", run("e")) + styled("TOC1", run("f")), "h2: a\nh2: b\nh1: c\nh6: d\nh1: e\np chrome: f\n"},
		{"a circle of styles", styled("A", run("a")) + styled("None", run("b")), "p: a\np: b\n"},
		{"a caption", styled("Caption", run("a")), "p <figcaption: a\n"},
		{"lists", listed("1", "0", "a") + listed("1", "1", "b") + listed("1", "1", "c") + listed("1", "0", "d") + listed("1", "1", "e") + listed("2", "0", "f") + listed("3", "0", "g") + listed("3", "0", "h") + listed("0", "0", "i") + listed("9", "0", "j") + styled("Item", run("k")), "li1 3: a\nli2 3.a: b\nli2 3.b: c\nli1 4: d\nli2 4.a: e\nli1: f\nli1 1: g\nli1 2: h\np: i\nli1: j\nli1 3: k\n"},
		{"tables in tables", para(run("a")) + `<w:tbl><w:tr><w:tc>` + para(run("b")) + para(run("c")) + `</w:tc><w:tc><w:tbl><w:tr><w:tc>` + para(run("d")) + `</w:tc></w:tr></w:tbl>` + para("") + `</w:tc></w:tr></w:tbl>` + para(run("e")), "p: a\ntd <table: b\ntd <table: c\ntd <table <table: d\np: e\n"},
		{"a text box, once", para(run("a")+`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>`+para(run("box"))+`</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>`+para(run("box"))+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`+run("b")) + para(run("c")), "p: ab\np <aside: box\np: c\n"},
		{"a fallback alone", para(`<w:r><mc:AlternateContent><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:r>`), "p: a\n"},
		{"content controls, smart tags, formulas, ruby", para(`<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>` + run("a") + `</w:sdtContent></w:sdt><w:smartTag>` + run("b") + `</w:smartTag><m:oMath><m:r><m:t>c</m:t></m:r></m:oMath>` +
			`<w:r><w:ruby><w:rt>` + run("no") + `</w:rt><w:rubyBase>` + run("d") + `</w:rubyBase></w:ruby></w:r>`), "p: abcd\n"},
		{"links", para(`<w:hyperlink r:id="r1">` + run("a") + set("<w:i/>", "b") + `</w:hyperlink><w:hyperlink r:id="r1" w:anchor="top">` + run("c") + `</w:hyperlink><w:hyperlink w:anchor="n1">` + run("d") + `</w:hyperlink><w:hyperlink r:id="none">` + run("e") + `</w:hyperlink>`), "p: <a>(https://example.org/?a=1&b=2)<*b*>(https://example.org/?a=1&b=2)<c>(https://example.org/?a=1&b=2#top)<d>(#n1)e\n"},
		{"bookmarks", para(run("a")+`<w:bookmarkStart w:name="n1"/><w:bookmarkEnd/>`+run("b")) + para(`<w:bookmarkStart w:name="n2"/><w:bookmarkStart w:name="_GoBack"/>`) + para(run("c")), "p: a{n1}b\np: {n2}c\n"},
		{"HYPERLINK fields", para(field(` HYPERLINK "https://example.org/a" \o "A tip" `, run("a")) + field(`hyperlink \l "n1"`, run("b")) + field(`HYPERLINK https://example.org/c \l x \n`, run("c")) +
			`<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/?a=1&amp;b=2&quot; ">` + run("d") + `</w:fldSimple>` + run("e")), "p: <a>(https://example.org/a)<b>(#n1)<c>(https://example.org/c#x)<d>(https://example.org/?a=1&b=2)e\n"},
		{"a field whose instruction never ends", para(run("Salt")+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>`+run(" and tax.")) + para(run("More.")), "p: Salt and tax.\np: More.\n"},
		{"fields in fields", para(field(`HYPERLINK "https://example.org/a"`, run("a")+field("PAGEREF x", run("7"))+run("b")) + field("IF "+`</w:instrText></w:r>`+field("PAGE", run("3"))+`<w:r><w:instrText>`+" = 3 x y", run("c"))), "p: <a7b>(https://example.org/a)c\n"},
		{"hidden fields", para(run("a") + `<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/><w:instrText>XE "salt"</w:instrText><w:fldChar w:fldCharType="end"/></w:r>` + run("b")), "p: ab\n"},
		{"a field without its end loses no text", para(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`+run("a")) + para(run("b")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "p: a\np: b\n"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			in := body(row.in).with("word/styles.xml", root("styles", stylesheet)).with("word/numbering.xml", root("numbering", numbers)).rels("document.xml", "r1", "https://example.org/?a=1&amp;b=2")
			if diff := cmp.Diff(row.want, show(in.read(t))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
