package html_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRuns(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, in string
		want     []string
	}{
		{"tags", `<p>a<sup>b</sup><sub>c</sub><i>d</i><cite>e</cite><strong>f</strong><code>g</code>`, []string{`"a"`, `"b" sup`, `"c" sub`, `"de" i`, `"f" b`, `"g" code`}},
		{"style sheets in tags", `<p>a<span style="vertical-align: Super; font-size:60%">b</span><span style="font-style:italic;font-weight:700">c</span>`, []string{`"a"`, `"b" sup`, `"c" i b`}},
		{"classes", `<p>a<span class="Superscript">b</span><a class=footnote-ref href="#n">c</a>`, []string{`"a"`, `"b" sup`, `"c" sup → #n`}},
		{"a block's class styles no text", `<p class=sup>a`, []string{`"a"`}},
		{"inside one another", `<p><i>a<b>b</b></i>c`, []string{`"a" i`, `"b" i b`, `"c"`}},
		{"one link is one run", `<p><a href=/x>one<br>two &amp; three</a>`, []string{`"one\ntwo & three" → /x`}},
		{"two links are two", `<p><a href=/x>one</a><a href=/x>two</a>`, []string{`"one" → /x`, `"two" → /x`}},
		{"links do not nest", `<p><a href=/x>one <a href=/y>two</a> three`, []string{`"one " → /x`, `"two" → /y`, `" three"`}},
		{"a name that nobody closes", `<p><a name=x>one <a href=/y>two</a> three`, []string{`"one "`, `"two" → /y`, `" three"`}},
		{"ends inside a paragraph", `<a href=/x><p>one</a> two</p><p>three`, []string{`"one" → /x`, `" two"`, `"three"`}},
		{"bold over paragraphs ends where it says", `<div><b><p>one</b> two</p><p>three</p></div>`, []string{`"one" b`, `" two"`, `"three"`}},
		{"an open style ends with its paragraph", `<p>one <i>two</p><p>three`, []string{`"one "`, `"two" i`, `"three"`}},
		{"hidden inside a line", `<p>a<span style="display:none">b</span><span hidden>c</span><span aria-hidden=true>d</span>`, []string{`"a"`, `"bc" hidden`, `"d"`}},
		{"entities in a link", `<p><a href="/?a=1&amp;b=2&copy=3">x</a>`, []string{`"x" → /?a=1&b=2&copy=3`}},
		{"the first of two hrefs", `<p><a title="href=/no" href=/yes href=/no>x</a>`, []string{`"x" → /yes`}},
		{
			"ways back", `<p>a <a href="#r1">↩︎</a> <a href="#r2" class=footnote-backref>b</a> <a href="#r3" role=doc-backlink>c</a> <a href="#r4">[return]</a> <a href="#r5">Jump up</a> <a href="#top">↑</a>`,
			[]string{`"a "`, `"↩︎" → #r1 back`, `" "`, `"b" → #r2 back`, `" "`, `"c" → #r3 back`, `" "`, `"[return]" → #r4 back`, `" "`, `"Jump up" → #r5 back`, `" "`, `"↑" → #top`},
		},
		{"a wiki's ways back", `<li><span class="mw-cite-backlink"><span>Jump up to: </span><a href="#r1">a</a></span> Ada`, []string{`"Jump up to: " back`, `"a" → #r1 back`, `" Ada"`}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tc.want, styled(read(t, tc.in))); diff != "" {
				t.Errorf("runs of %q (-want +got):\n%s", tc.in, diff)
			}
		})
	}
}

func TestHrefPlace(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, in, want string }{
		{"in quotes", `<p><a class=x href="/a">`, `/a`},
		{"bare", `<p><a href=/a/b>`, `/a/b`},
		{"with spaces around", "<p><a\nHREF = '/a b'>", `/a b`},
		{"with entities", `<p><a href="/?a&amp;b">`, `/?a&amp;b`},
		{"behind a look-alike", `<p><a title=' href="/no" ' data-href="/no" href="/a">`, `/a`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			doc := read(t, tc.in+"x</a>")
			if got := doc.Source.Cut(doc.Blocks[0].Runs[0].Href.All()); got != tc.want {
				t.Errorf("the href of %q stands at %q, want %q", tc.in, got, tc.want)
			}
		})
	}
}

func TestDeclared(t *testing.T) {
	t.Parallel()
	const marker = `<p>Roads.<a href="#n1" role="doc-noteref">1</a></p>`
	for _, tc := range []struct {
		name, in string
		want     []string
	}{
		{"both ends", marker + `<ol><li id=n1 role=doc-endnote><p>Ada.</p><p>More.</p></li></ol>`, []string{"p: Roads.1", "note n1 (1) #n1: Ada.", "note n1: More."}},
		{"epub:type", `<p>Roads.<a href="#n1" epub:type="noteref">[1]</a></p><ol><li id=n1 epub:type=footnote>Ada.</li></ol>`, []string{"p: Roads.[1]", "note n1 (1) #n1: Ada."}},
		{"no note", marker, []string{"p: Roads.1"}},
		{"no marker", `<ol><li id=n1 role=doc-endnote>Ada.</li></ol>`, []string{"li1 (1) #n1: Ada."}},
		{"the number is in the text", marker + `<aside id=n1 role=doc-footnote>1. Ada.</aside>`, []string{"p: Roads.1", "p #n1: 1. Ada."}},
		{"another label", `<p>Roads.<a href="#n1" role="doc-noteref">*</a></p><ol><li id=n1 role=doc-endnote>Ada.</ol>`, []string{"p: Roads.*", "li1 (1) #n1: Ada."}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			doc := read(t, tc.in)
			if diff := cmp.Diff(tc.want, outline(doc)); diff != "" {
				t.Errorf("blocks of %q (-want +got):\n%s", tc.in, diff)
			}
			refs, bodies := 0, 0
			for i := range doc.Blocks {
				if doc.Blocks[i].Note != "" {
					bodies++
				}
				for _, r := range doc.Blocks[i].Runs {
					if r.NoteRef != "" {
						refs++
					}
				}
			}
			if (refs > 0) != (bodies > 0) {
				t.Errorf("%d references, %d notes: want both or neither", refs, bodies)
			}
		})
	}
}
