package html_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBlocks(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, in string
		want     []string
	}{
		{
			"every kind", `<h2>Roads</h2><p>One.</p><blockquote><p>Two.</p></blockquote><pre>x[1]</pre><ul><li>Three</li></ul><table><tr><td>Four</td><th>Five</th></tr></table><dl><dt>Six</dt><dd>Seven</dd></dl>`,
			[]string{"h2: Roads", "p: One.", "quote: Two.", "code: x[1]", "li1: Three", "td: Four", "td: Five", "li1: Six", "li1: Seven"},
		},
		{
			"no end tags", `<p>One<p>Two<ul><li>Three<li>Four</ul><table><tr><td>Five<td>Six<tr><td>Seven</table>Eight`,
			[]string{"p: One", "p: Two", "li1: Three", "li1: Four", "td: Five", "td: Six", "td: Seven", "p: Eight"},
		},
		{"text between blocks", `One<div>Two<div>Three</div>Four</div>Five`, []string{"p: One", "p: Two", "p: Three", "p: Four", "p: Five"}},
		{"lists in lists", `<ol><li>A<ol type=a><li>B<li>C</ol><li>D</ol>`, []string{"li1 (1): A", "li2 (a): B", "li2 (b): C", "li1 (2): D"}},
		{"misnested", `<p>One <b>two <i>three</b> four</i> five</p><p>six`, []string{"p: One two three four five", "p: six"}},
		{"text in a table but outside its cells", `<table>stray<tr><td>cell</td></tr></table>`, []string{"p: stray", "td: cell"}},
		{"a heading without an end", `<h2>Title<p>Text`, []string{"h2: Title", "p: Text"}},
		{"a heading with another one's end", `<h5>Title</h3><p>Text</p>`, []string{"h5: Title", "p: Text"}},
		{"a paragraph in a heading", `<h2><p>Title</p></h2><p>Text</p>`, []string{"h2: Title", "p: Text"}},
		{"a division in a heading", `<h1><div>Title</div></h1>`, []string{"h1: Title"}},
		{
			"not text", `<p>One<script>var a = "<p>two</p>"</script><style>p{}</style><noscript>three</noscript><template>four</template><svg><title>five</title><text>six</text></svg><select><option>seven</select><textarea>eight</textarea><button>nine</button> ten</p>`,
			[]string{"p embedded: One ten"},
		},
		{
			"pictures", `<p><img alt="A road" src=a.jpg></p><p>Two<img src=b.jpg></p><iframe src=x>no</iframe><p>Three`,
			[]string{"p embedded: ", "p embedded: Two", "p embedded: ", "p: Three"},
		},
		{"text after the body", `<body><main><p>One</p></body></html><p>Two`, []string{"p: One", "p: Two"}},
		{"a head that nobody closes", `<head><title>T</title><p>One`, []string{"p: One"}},
		{"a head without a body", `<head><title>T</title>One`, []string{"p: One"}},
		{"blocks in what is not shown", `<p>One <noscript><div>x</div></p></noscript>two <object><p>y</p></object>three`, []string{"p embedded: One two three"}},
		{"a button that nobody closes", `<div><button>x</div><p>One`, []string{"p: One"}},
		{"entities", `<p>R&amp;D &lt;b&gt; &#8220;x&#x201D; &nbsp;&copy2020 &unknown; AT&T &nGg; &amp`, []string{"p: R&D <b> “x” ©2020 &unknown; AT&T ⋙̸ &"}},
		{"line ends and zero bytes", "<p>One\r\ntwo\rthree\x00four" + strings.Repeat(".", 200), []string{"p: One two threefour" + strings.Repeat(".", 200)}},
		{"edit links of a wiki", `<h2>Roads<span class="mw-editsection">[<a href="?edit">edit</a>]</span></h2>`, []string{"h2: Roads"}},
		{"XHTML closes empty tags", "<?xml version='1.0'?><html><head><title/></head><body><a id='x'/><p>One<i/> two</p></body></html>", []string{"p #x: One two"}},
		{"foreign tags close themselves", `<p>One <svg><path d="M0"/><g/></svg>two`, []string{"p embedded: One two"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tc.want, outline(read(t, tc.in))); diff != "" {
				t.Errorf("blocks of %q (-want +got):\n%s", tc.in, diff)
			}
		})
	}
}

func TestAnchors(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, in     string
		blocks, runs []string
	}{
		{"containers that open with the block", `<div id=a><section id=b><p id=c>One`, []string{"p #a #b #c: One"}, []string{`"One"`}},
		{"a name is one on links only", `<p><a name=x></a>One<input name=y> two`, []string{"p #x: One two"}, []string{`"One two"`}},
		{"inside a block", `<p>One<sup id=r1><a href="#n1">1</a></sup> two`, []string{"p: One1 two"}, []string{`"One"`, `"1" sup → #n1 #r1`, `" two"`}},
		{"an empty block hands on its ids", `<p id=a></p><div id=b> </div><p>One`, []string{"p #a #b: One"}, []string{`"One"`}},
		{"behind all text", `<p>One</p><div id=end></div>`, []string{"p: One", "p chrome #end: "}, []string{`"One"`}},
		{"what is not shown has none", `<noscript><p id=x></noscript><p>One`, []string{"p: One"}, []string{`"One"`}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			doc := read(t, tc.in)
			if diff := cmp.Diff(tc.blocks, outline(doc)); diff != "" {
				t.Errorf("blocks of %q (-want +got):\n%s", tc.in, diff)
			}
			if diff := cmp.Diff(tc.runs, styled(doc)); diff != "" {
				t.Errorf("runs of %q (-want +got):\n%s", tc.in, diff)
			}
		})
	}
}

func TestLabels(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, in string
		want     string
	}{
		{"figures", `<ol><li>a<li>b</ol>`, "1 2"},
		{"start and value", `<ol start=7><li>a<li value=10>b<li>c</ol>`, "7 10 11"},
		{"letters", `<ol type=A start=25><li>a<li>b<li>c</ol>`, "Y Z 27"},
		{"roman", `<ol type=i start=3><li>a<li>b</ol>`, "iii iv"},
		{"by style", `<ol style="list-style-type: upper-roman"><li>a<li>b</ol>`, "I II"},
		{"counting down", `<ol reversed><li>a<li>b<li>c</ol>`, "3 2 1"},
		{"counting down from a start", `<ol reversed start=9><li>a<li>b</ol>`, "9 8"},
		{"bullets have none", `<ul><li>a</ul><ol><li><ul><li>b</ul></ol>`, "- -"},
		{"the text prints it", `<ol><li>1. a<li>[2] b<li><sup>3</sup> c<li>4 d</ol>`, "- - - 4"},
		{"numbers that are none", `<ol><li>1.5 miles<li>2001 was long</ol>`, "1 2"},
		{"an empty item's number goes to nobody", `<ol><li></li></ol><p>a`, "-"},
		{"the first paragraph of an item has it", `<ol><li><p>a</p><p>b</p></li></ol>`, "1 -"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			doc := read(t, tc.in)
			for i := range doc.Blocks {
				if l := doc.Blocks[i].Label; l != "" {
					got = append(got, l)
				} else {
					got = append(got, "-")
				}
			}
			if s := strings.Join(got, " "); s != tc.want {
				t.Errorf("labels of %q = %s, want %s", tc.in, s, tc.want)
			}
		})
	}
}

func TestLineBreaks(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, in string
		want     []string
	}{
		{"one is white space", `<p>One<br>two`, []string{"p: One two"}},
		{"two end a block", `<p>One<br> <br/>two<br><br><br>three<br>`, []string{"p: One", "p: two", "p: three"}},
		{"in brackets", `<p>Text.<br>[1] Ada, Roads.<br>[2] Ibid.`, []string{"p: Text.", "p: [1] Ada, Roads.", "p: [2] Ibid."}},
		{"with a full stop", `<td>1. Ada, Roads.<br>2. Ibid.</td>`, []string{"td: 1. Ada, Roads.", "td: 2. Ibid."}},
		{"in parentheses", `<p>(1) Ada, Roads.<br>(2) Ibid.`, []string{"p: (1) Ada, Roads.", "p: (2) Ibid."}},
		{"raised", `<p><sup>1</sup> Ada, Roads.<br><sup>2</sup> Ibid.<br>³ Ibid., 4.`, []string{"p: 1 Ada, Roads.", "p: 2 Ibid.", "p: ³ Ibid., 4."}},
		{"linked", `<p><a href="#r1">1</a> Ada, Roads.<br><a href="#r2">2</a> Ibid.`, []string{"p: 1 Ada, Roads.", "p: 2 Ibid."}},
		{"named", `<p><a name=n1></a>1 Ada, Roads.<br><a name=n2></a>2 Ibid.`, []string{"p #n1: 1 Ada, Roads.", "p #n2: 2 Ibid."}},
		{"in italics", `<p><i>1. Ada<br>2. Ibid.</i>`, []string{"p: 1. Ada", "p: 2. Ibid."}},
		{"years and verses are no labels", `<p>Born<br>1815. A road<br>of 20 miles`, []string{"p: Born 1815. A road of 20 miles"}},
		{"a line of the source is no line", "<p>As shown\n<a href='#n2'>[2]</a> by\n[3] others", []string{"p: As shown [2] by [3] others"}},
		{"headings stay whole", `<h1>Chapter<br>1. Roads</h1>`, []string{"h1: Chapter 1. Roads"}},
		{"code stays whole", `<pre>a<br><br>[1] b</pre>`, []string{"code: a [1] b"}},
		{"at the start", `<p><br><br>[1] Ada`, []string{"p: [1] Ada"}},
		{"only the first has the item's number", `<ol><li>One<br><br>two</ol>`, []string{"li1 (1): One", "li1: two"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tc.want, outline(read(t, tc.in))); diff != "" {
				t.Errorf("blocks of %q (-want +got):\n%s", tc.in, diff)
			}
		})
	}
}
