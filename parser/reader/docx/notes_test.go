package docx_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// section ends a section whose footnotes are numbered so.
func section(numbering string) string {
	return `<w:sectPr><w:footnotePr>` + numbering + `</w:footnotePr></w:sectPr>`
}

func TestNotes(t *testing.T) {
	t.Parallel()
	settings := func(content string) string { return root("settings", content) }
	for _, row := range []struct {
		name string
		in   parts
		want string
	}{
		{
			"footnotes in the order of their references, separators left out",
			body(para(run("Salt.")+call("5")+run(" Brine.")+call("3")) + para(run("End."))).footnotes(note("3", "First in the file.") + note("5", "Second in the file.")),
			"p: Salt.[^1^] Brine.[^2^]\nnote 1:  Second in the file.\nnote 2:  First in the file.\np: End.\n",
		},
		{
			"endnotes in small roman numbers, behind everything",
			body(para(run("Salt.")+callEnd("2")+callEnd("3")+call("2")) + para(run("End."))).footnotes(note("2", "Foot.")).endnotes(endnoteOf("2", "One.") + endnoteOf("3", "Two.")),
			"p: Salt.[i][ii][^1^]\nnote 1:  Foot.\np: End.\nnote i of endnotes:  One.\nnote ii of endnotes:  Two.\n",
		},
		{
			"an endnote that a footnote calls",
			body(para(run("Salt.") + call("2"))).footnotes(`<w:footnote w:id="2">` + para(run("Foot.")+callEnd("2")) + `</w:footnote>`).endnotes(endnoteOf("2", "End.")),
			"p: Salt.[^1^]\nnote 1: Foot.[i]\nnote i of endnotes:  End.\n",
		},
		{
			"several paragraphs, and a table",
			body(para(run("Salt.") + call("2"))).footnotes(`<w:footnote w:id="2">` + para(run("One.")) + para("") + `<w:tbl><w:tr><w:tc>` + para(run("Two.")) + `</w:tc></w:tr></w:tbl></w:footnote>`),
			"p: Salt.[^1^]\nnote 1: One.\nnote <table 1: Two.\n",
		},
		{
			"a note without text",
			body(para(run("Salt.") + call("2"))).footnotes(`<w:footnote w:id="2">` + para("") + `</w:footnote>`),
			"p: Salt.[^1^]\nnote 1: \n",
		},
		{
			"a note that nothing calls, and a call without its note",
			body(para(run("Salt.") + call("9"))).footnotes(note("2", "Lost.")),
			"p: Salt.[^1^]\n",
		},
		{
			"numbers that the author typed in place of Word's own",
			body(para(run("Salt.") + call("2") + call("3") + call("4") + call("5"))).footnotes(
				`<w:footnote w:id="2">` + para(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>`+run("One.")) + `</w:footnote>` +
					`<w:footnote w:id="3">` + para(run("2. Two.")) + `</w:footnote>` +
					`<w:footnote w:id="4">` + para(run("3 Kings 4, 2.")) + `</w:footnote>` + note("5", "4. Four.")),
			"p: Salt.[^1^][^2^][^3^][^4^]\nnote 1: One.\nnote 2:  Two.\nnote 3: 3 Kings 4, 2.\nnote 4:  4. Four.\n",
		},
		{
			"two calls of one note",
			body(para(run("Salt.") + call("2") + run(" Brine.") + call("2") + call("3"))).footnotes(note("2", "One.") + note("3", "Two.")),
			"p: Salt.[^1^] Brine.[^1^][^2^]\nnote 1:  One.\nnote 2:  Two.\n",
		},
		{
			"signs of the author's own take no number",
			body(para(run("Salt.") + `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>` + call("3") +
				`<w:r><w:endnoteReference w:customMarkFollows="1" w:id="4"/><w:sym w:font="Symbol" w:char="F02A"/></w:r>` +
				`<w:r><w:footnoteReference w:customMarkFollows="true" w:id="5"/><w:t xml:space="preserve">a so it goes on</w:t></w:r>`)).
				footnotes(`<w:footnote w:id="2">` + para(run("*")+run(" Starred.")) + `</w:footnote>` + note("3", "Numbered.") + `<w:footnote w:id="5">` + para(run("no mark")) + `</w:footnote>`).
				endnotes(`<w:endnote w:id="4">` + para(`<w:r><w:sym w:font="Symbol" w:char="F02A"/></w:r>`+run(" Symbol.")) + `</w:endnote>`),
			"p: Salt.[*][^1^][*][a] so it goes on\nnote *:  Starred.\nnote 1:  Numbered.\nnote a: no mark\nnote * of endnotes:  Symbol.\n",
		},
		{
			"a sign that is missing",
			body(para(`<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/></w:r>` + run("A long stretch of text."))).footnotes(note("2", "Starred.")),
			"p: [*]A long stretch of text.\nnote *:  Starred.\n",
		},
		{
			"format and start of the document",
			body(para(call("2")+call("3"))).footnotes(note("2", "a")+note("3", "b")).with("word/settings.xml", settings(`<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/></w:footnotePr>`)),
			"p: [^IV^][^V^]\nnote IV:  a\nnote V:  b\n",
		},
		{
			"sections that begin anew, each in its format",
			body(para(`<w:pPr>`+section(`<w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/>`)+`</w:pPr>`+call("2")+call("3")) +
				para(call("4")) + section(`<w:numStart w:val="7"/><w:numRestart w:val="eachSect"/>`)).footnotes(note("2", "A.") + note("3", "B.") + note("4", "C.")),
			"p: [^a^][^b^]\nnote a of section 1:  A.\nnote b of section 1:  B.\np: [^7^]\nnote 7 of section 2:  C.\n",
		},
		{
			"sections that go on, and pages, which a file does not know",
			body(para(`<w:pPr>`+section(`<w:numRestart w:val="eachPage"/>`)+`</w:pPr>`+call("2")) + para(call("3")) + section(`<w:numFmt w:val="chicago"/>`)).footnotes(note("2", "A.") + note("3", "B.")),
			"p: [^1^]\nnote 1:  A.\np: [^†^]\nnote †:  B.\n",
		},
		{
			"calls that are deleted, hidden or moved away",
			body(para(run("Salt.") + `<w:del>` + call("2") + `</w:del><w:moveFrom>` + call("3") + `</w:moveFrom><w:ins>` + call("4") + `</w:ins><w:moveTo>` + call("3") + `</w:moveTo>` +
				`<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="5"/></w:r>`)).footnotes(note("2", "A.") + note("3", "B.") + note("4", "C.") + note("5", "D.")),
			"p: Salt.[^1^][^2^]\nnote 1:  C.\nnote 2:  B.\n",
		},
		{
			"a second note of one id is left out",
			body(para(call("2"))).footnotes(note("2", "A.") + note("2", "B.")),
			"p: [^1^]\nnote 1:  A.\n",
		},
		{
			"notes typed by hand are paragraphs",
			body(para(run("Salt.[1] Brine.")+set(`<w:vertAlign w:val="superscript"/>`, "2")) + para(run("[1] Ada Poole, Mills.")) + para(set(`<w:position w:val="6"/>`, "2")+run(" Ibid."))),
			"p: Salt.[1] Brine.^2^\np: [1] Ada Poole, Mills.\np: ^2^ Ibid.\n",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, show(row.in.read(t))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
