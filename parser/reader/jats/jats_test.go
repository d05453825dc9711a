package jats_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/reader"
	"ibid/parser/reader/jats"
	"ibid/parser/reader/readertest"
)

const front = `<front><article-meta><title-group><article-title>Salt &amp; <italic>Tax</italic></article-title></title-group>` +
	`<contrib-group><contrib contrib-type="author"><name><surname>Ellingsworth</surname><given-names>Mara</given-names></name><xref ref-type="fn" rid="a1">*</xref></contrib></contrib-group>` +
	`<author-notes><fn id="a1"><p>Paid by nobody.</p></fn></author-notes><pub-date><day>6</day><month>5</month><year>2014</year></pub-date></article-meta></front>`

func article(body, back string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2//EN" "x.dtd">` +
		`<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="EN">` + front + `<body>` + body + `</body><back>` + back + `</back></article>`
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, body, back string
		want             []string
	}{
		{
			"notes in a group, with labels", `<p>Salt.<xref ref-type="fn" rid="f1"><sup>1</sup></xref></p>`,
			`<fn-group><fn id="f1"><label>1</label><p>Mara, <italic>Tide</italic>.</p><p>More.</p></fn></fn-group>`,
			[]string{"paragraph: Salt.{1>fn f1}", "note fn f1 1: Mara, _Tide_.", "note fn f1 1: More."},
		},
		{
			"notes where they are called", `<p>Salt<fn id="f1"><p>One.</p></fn> and tax<fn><label>b)</label><p>Two.</p></fn>.</p>`, "",
			[]string{"paragraph: Salt{1>fn at 0} and tax{b>fn at 0}.", "note fn at 0 1: One.", "note fn at 0 b: Two."},
		},
		{
			"one note called twice, and letters behind numbers", `<p>Salt.<xref ref-type="fn" rid="f1">12a</xref> Tax.<xref ref-type="fn" rid="f1">12a</xref></p>`,
			`<fn-group><fn id="f1"><label>12a</label><p>One.</p></fn></fn-group>`,
			[]string{"paragraph: Salt.{12a>fn f1} Tax.{12a>fn f1}", "note fn f1 12a: One."},
		},
		{
			"notes of a table", `<table-wrap><table><tr><td>7<xref ref-type="table-fn" rid="t1">a</xref></td></tr></table><table-wrap-foot><fn id="t1"><label>a</label><p>Tons.</p></fn></table-wrap-foot></table-wrap>`, "",
			[]string{"cell: 7{a>fn t1}", "note fn t1 a: Tons."},
		},
		{
			"a numbered list of references as the notes", `<p>Salt.<xref ref-type="bibr" rid="r1">1</xref></p>`,
			`<ref-list><ref id="r1"><label>1</label><mixed-citation>Ellingsworth M. Tide Tables. London: Harrow; 2004.</mixed-citation></ref></ref-list>`,
			[]string{"paragraph: Salt.{1>fn r1}", "note fn r1 1: Ellingsworth M. Tide Tables. London: Harrow; 2004."},
		},
		{
			"one xref to several notes", `<p>Salt.<xref ref-type="fn" rid="f1 f2"><sup>1, 2</sup></xref> Tax.<xref ref-type="fn" rid="f1 f2 f3">1–3</xref></p>`,
			`<fn-group><fn id="f1"><label>1</label><p>One.</p></fn><fn id="f2"><label>2</label><p>Two.</p></fn><fn id="f3"><label>3</label><p>Three.</p></fn></fn-group>`,
			[]string{"paragraph: Salt.{1>fn f1}, {2>fn f2} Tax.{1–3>fn f1}{2>fn f2}{3>fn f3}", "note fn f1 1: One.", "note fn f2 2: Two.", "note fn f3 3: Three."},
		},
		{
			"one xref to several notes that are not there", `<p>Salt.<xref ref-type="fn" rid="f1 f2">1</xref></p>`, "", []string{"paragraph: Salt.{1>fn f1}{*>fn f2}"},
		},
		{
			"a range of references, of which the middle is not named", `<p>Salt.[<xref ref-type="bibr" rid="r1">1</xref>–<xref ref-type="bibr" rid="r3">3</xref>] Tax. [<xref ref-type="bibr" rid="r4 r5">4,5</xref>]</p>`,
			`<ref-list><ref id="r1"><mixed-citation>A</mixed-citation></ref><ref id="r2"><mixed-citation>B</mixed-citation></ref><ref id="r3"><mixed-citation>C</mixed-citation></ref><ref id="r4"><mixed-citation>D</mixed-citation></ref><ref id="r5"><mixed-citation>E</mixed-citation></ref></ref-list>`,
			[]string{"paragraph: Salt.[{1>fn r1}–{2>fn r2}{3>fn r3}] Tax. [{4>fn r4},{5>fn r5}]", "note fn r1 1: A", "note fn r2 2: B", "note fn r3 3: C", "note fn r4 4: D", "note fn r5 5: E"},
		},
		{
			"a statement among the notes", `<p>Salt.<xref ref-type="fn" rid="f1">1</xref></p>`,
			`<fn-group><fn id="f1"><label>1</label><p>One.</p></fn><fn fn-type="conflict"><p>We were paid by nobody.</p></fn></fn-group>`,
			[]string{"paragraph: Salt.{1>fn f1}", "note fn f1 1: One.", "paragraph: We were paid by nobody."},
		},
		{
			"sections, lists, quotations, links", `<sec><title>Salt</title><sec><title>Tax</title><p>See <ext-link xlink:href="https://a.example/?x=1&amp;y=2">here</ext-link>.</p></sec></sec><list><list-item><p>One</p></list-item></list><disp-quote><p>Two</p></disp-quote>`, "",
			[]string{"heading 1: Salt", "heading 2: Tax", "paragraph: See [here](https://a.example/?x=1&y=2).", "item 1: One", "quote: Two"},
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc, err := jats.Read(t.Context(), []byte(article(row.body, row.back)), reader.Hint{})
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
			if meta := fmt.Sprint(m.Title, "|", m.Authors, "|", m.Published, "|", m.Language); meta != "Salt & Tax|[Mara Ellingsworth]|2014-05-06|en" {
				t.Error(meta)
			}
		})
	}
}

func TestIs(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		article("", ""):                                          true,
		`<article article-type="essay"><body>`:                   true,
		`<article><front>`:                                       true,
		`<article class="post"><p>`:                              false,
		`<html><article article-type="x">`:                       false,
		`<project><article>NLM JATS</article></project>`:         false,
		`<article xmlns="http://docbook.org/ns/docbook"><title>`: false,
	} {
		if jats.Is([]byte(s)) != want {
			t.Errorf("%t: %s", !want, s)
		}
	}
}

// TestHostile says what is made of articles that are broken, or meant to do harm.
func TestHostile(t *testing.T) {
	t.Parallel()
	cut, _, _ := strings.Cut(article(`<p>Salt.<fn><p>One.</p></fn></p>`, ""), "</body>")
	for _, row := range []struct{ name, src, truncated, err string }{
		{"cut off", cut, "the XML is broken at byte", ""},
		{"nothing but the start", "<article article-type='a'", "", "nothing could be read before that"},
		{"too deep", `<article article-type="a">` + strings.Repeat("<sec>", 1000), "", "more than 512 deep"},
		{"entities that grow", `<!DOCTYPE article [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><article article-type="a"><body><p>Salt.&b;<fn><p>One.</p></fn></p></body></article>`, "", ""},
		{"an entity of another file", `<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]><article article-type="a"><body><p>Salt.&a;<fn><p>One.</p></fn></p></body></article>`, "", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc, err := jats.Read(t.Context(), []byte(row.src), reader.Hint{})
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
			if got := readertest.Outline(doc); len(got) != 2 || readertest.Places(got[0]) != "paragraph: Salt.{1>fn at 0}" {
				t.Errorf("%q", got)
			}
		})
	}
}

// TestDeclared reads letters in the encoding that the XML declares.
func TestDeclared(t *testing.T) {
	t.Parallel()
	src := strings.Replace(article("<p>S\xb3o\xf1.<fn><p>\xa3\xf3d\xbc.</p></fn></p>", ""), "UTF-8", "ISO-8859-2", 1)
	doc, err := jats.Read(t.Context(), []byte(src), reader.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.Blocks[0].Text().String + doc.Blocks[1].Text().String; got != "Słoń.1Łódź." {
		t.Error(got)
	}
}
