package tei_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/reader"
	"ibid/parser/reader/readertest"
	"ibid/parser/reader/tei"
)

const header = `<teiHeader><fileDesc><titleStmt><title>Salt <hi>and</hi> Tax</title><author>Mara Ellingsworth</author><author>Tom Oke</author></titleStmt>` +
	`<publicationStmt><date when="2014-05-06">May</date></publicationStmt><sourceDesc><bibl><title>Another</title><author>Nobody</author><date when="1804"/></bibl></sourceDesc></fileDesc>` +
	`<profileDesc><langUsage><language ident="en-GB">English</language></langUsage></profileDesc></teiHeader>`

func text(body string) string {
	return `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0">` + header + "<text><body>" + body + "</body></text></TEI>"
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, body string
		want       []string
	}{
		{"a note where it stands", `<p>Salt<note place="foot" n="12a">Mara, <title>Tide</title>.</note> and tax<note><p>One.</p><p>Two.</p></note>.</p>`, []string{
			"paragraph: Salt{12a>note at 0} and tax{2>note at 0}.", "note note at 0 12a: Mara, _Tide_.", "note note at 0 2: One.", "note note at 0 2: Two.",
		}},
		{"notes at the end, by ptr and ref, one called twice", `<p>Salt<ptr target="#n1" n="1"/> and tax<ref target="#n2">2</ref>, again<ref target="#n1">1</ref>.</p></body><back><note xml:id="n1" n="1">One.</note><note xml:id="n2" n="2">Two.</note></back><body>`, []string{
			"paragraph: Salt{1>note n1} and tax{2>note n2}, again{1>note n1}.", "note note n1 1: One.", "note note n2 2: Two.",
		}},
		{"a note in a note", `<p>Salt<note n="1">One<note n="2">Two.</note>.</note>.</p>`, []string{"paragraph: Salt{1>note at 0}.", "note note at 0 1: One{2>note at 0}.", "note note at 0 2: Two."}},
		{"divisions, lists, bibliographies", `<div><head>Salt</head><div><head>Tax</head><p>A <hi rend="bold">b</hi><hi rend="superscript">c</hi>.</p><list><item>One</item></list></div></div><listBibl><bibl>Mara, <title rend="italic">Tide</title>.</bibl></listBibl>`, []string{
			"heading 1: Salt", "heading 2: Tax", "paragraph: A *b*^c.", "item 1: One", "item 1: Mara, _Tide_.",
		}},
		{"what an editor replaced, and what stands in the margin", `<p>Salt <choice><sic>taks</sic><corr>tax</corr></choice> <del>no</del><fw>12</fw>more.</p>`, []string{"paragraph: Salt tax more."}},
		{"an edition's remark between paragraphs", `<p>Salt<note n="1" place="foot">One.</note>.</p><note type="editorial">The spelling was kept.</note>`, []string{
			"paragraph: Salt{1>note at 0}.", "note note at 0 1: One.", "paragraph: The spelling was kept.",
		}},
		{"links", `<p>See <ref target="https://a.example/?x=1&amp;y=2">here</ref>, <ptr target="https://b.example/"/>.</p>`, []string{"paragraph: See [here](https://a.example/?x=1&y=2), [https://b.example/](https://b.example/)."}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc, err := tei.Read(t.Context(), []byte(text(row.body)), reader.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			got := readertest.Outline(doc)
			for i := range got {
				got[i] = readertest.Places(got[i])
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			m := doc.Meta
			if meta := fmt.Sprint(m.Title, "|", m.Authors, "|", m.Published, "|", m.Language); meta != "Salt and Tax|[Mara Ellingsworth Tom Oke]|2014-05-06|en-gb" {
				t.Error(meta)
			}
		})
	}
}

// TestHostile says what is made of texts that are broken, or meant to do harm.
func TestHostile(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, src, truncated, err string }{
		{"broken behind a note", text(`<p>Salt<note>One.</note></p></div>`), "the XML is broken at byte", ""},
		{"broken at once", "<TEI <", "", "nothing could be read before that"},
		{"too deep", "<TEI>" + strings.Repeat("<div>", 1000), "", "more than 512 deep"},
		{"entities that grow", `<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>` + strings.TrimPrefix(text(`<p>Salt&b;<note>One.</note></p>`), `<?xml version="1.0"?>`), "", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc, err := tei.Read(t.Context(), []byte(row.src), reader.Hint{})
			if row.err != "" {
				if err == nil || !strings.Contains(err.Error(), row.err) {
					t.Errorf("%v, want %q", err, row.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(doc.Truncated, row.truncated) || row.truncated == "" && doc.Truncated != "" {
				t.Errorf("%q, want %q", doc.Truncated, row.truncated)
			}
			if got := readertest.Outline(doc); len(got) != 2 || readertest.Places(got[0]) != "paragraph: Salt{1>note at 0}" {
				t.Errorf("%q", got)
			}
		})
	}
}
