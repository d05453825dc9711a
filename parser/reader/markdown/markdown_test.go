package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/markdown"
)

func read(tb testing.TB, text string) *document.Document {
	tb.Helper()
	d, err := markdown.Read(tb.Context(), []byte(text), reader.Hint{Name: "a.md"})
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// show writes blocks so that a table can hold them: "note[label] text" with
// {key} for markers, (text)(href) for links, and a letter before styled runs.
func show(d *document.Document) []string {
	kinds := []string{"p", "h", "li", "td", "quote", "code", "note"}
	var out []string
	for i := range d.Blocks {
		b := &d.Blocks[i]
		var s strings.Builder
		s.WriteString(kinds[b.Kind])
		if b.Kind == document.Heading || b.Kind == document.ListItem {
			fmt.Fprint(&s, b.Level)
		}
		if b.Label != "" {
			s.WriteString("[" + b.Label + "]")
		}
		if len(b.Anchors.IDs()) > 0 {
			s.WriteString("#" + strings.Join(b.Anchors.IDs(), "#"))
		}
		s.WriteString(" ")
		for _, r := range b.Runs {
			s.WriteString(run(r))
		}
		out = append(out, strings.TrimRight(s.String(), " "))
	}
	return out
}

func run(r document.Run) string {
	if r.NoteRef != "" {
		if strings.HasPrefix(r.NoteRef, "\x00") {
			return "{^}"
		}
		return "{" + r.NoteRef + "}"
	}
	text := r.Text.String
	for _, s := range []struct {
		style document.Style
		name  string
	}{{document.Superscript, "sup"}, {document.Italic, "i"}, {document.Bold, "b"}, {document.Monospace, "tt"}} {
		if r.Style.Has(s.style) {
			text = s.name + "<" + text + ">"
		}
	}
	if !r.Href.Empty() {
		text = "(" + text + ")(" + r.Href.String() + ")"
	}
	if len(r.Anchors.IDs()) > 0 {
		text = "#" + strings.Join(r.Anchors.IDs(), "#") + " " + text
	}
	return text
}

func TestNotes(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"a marker and its note", "Salt.[^1]\n\n[^1]: Brine.", []string{"p Salt.{1}", "note[1] Brine."}},
		{"a marker without a note", "Salt.[^zz]", []string{"p Salt.{zz}"}},
		{"a note without a marker", "Salt.\n\n[^a]: Brine.", []string{"p Salt.", "note[a] Brine."}},
		{"a label defined twice", "S[^a]\n\n[^a]: One.\n\n[^a]: Two.", []string{"p S{a}", "note[a] One.", "note[a] Two."}},
		{"notes without blank lines", "S[^a]\n[^a]: One.\n[^b]: Two.", []string{"p S{a}", "note[a] One.", "note[b] Two."}},
		{"a note goes on", "S[^a]\n\n[^a]: One.\n\n    Two.\n\n\tThree.\n\nBody.", []string{"p S{a}", "note[a] One.", "note[a] Two.", "note[a] Three.", "p Body."}},
		{"a note goes on without indent", "[^a]: One,\ntwo.\n\nBody.", []string{"note[a] One,\ntwo.", "p Body."}},
		{"a note below its label", "[^a]:\n    One.\n", []string{"note[a] One."}},
		{"an empty note", "S[^a]\n\n[^a]:\n\nBody.", []string{"p S{a}", "note[a]", "p Body."}},
		{"much space before the text", "[^a]:      One.", []string{"note[a] One."}},
		{"notes where they stand", "A.[^a]\n\n[^a]: One.\n\nB.[^b]\n\n[^b]: Two.", []string{"p A.{a}", "note[a] One.", "p B.{b}", "note[b] Two."}},
		{"a note in a note", "[^a]: One.\n\n    [^b]: Two.\n\n    Three.\n\nBody.", []string{"note[a] One.", "note[a] Three.", "note[b] Two.", "p Body."}},
		{"a marker in a note", "[^a]: One.[^b]", []string{"note[a] One.{b}"}},
		{"a list in a note", "[^a]: One:\n\n    1. two\n    2. three", []string{"note[a] One:", "note[a] two", "note[a] three"}},
		{
			"in a heading, a list, a quotation, a table", "# A[^1]\n\n- b[^2]\n\n> c[^3]\n\n| d[^4] |\n|---|\n| e |\n",
			[]string{"h1 A{1}", "li1 b{2}", "quote c{3}", "td d{4}", "td e"},
		},
		{"a definition in a quotation", "> A.[^1]\n>\n> [^1]: One.", []string{"quote A.{1}", "note[1] One."}},
		{"a tab behind the quotation mark", ">\t[^1]: One.", []string{"note[1] One."}},
		{"not in code", "`[^a]`\n\n    [^b]\n\n```\n[^c]: x\n```\n", []string{"p tt<[^a]>", "code tt<[^b]\n>", "code tt<[^c]: x\n>"}},
		{"not escaped", `\[^a] and [\^b] and ^\[c]`, []string{`p [^a] and [^b] and ^[c]`}},
		{"a label with a space is one if it is defined", "A.[^a b] [^c d]\n\n[^a b]: One.", []string{"p A.{a b} [^c d]", "note[a b] One."}},
		{"a link whose text begins with a caret", "[^1](http://a.example)", []string{"p (^1)(http://a.example)"}},
		{"a marker before a parenthesis", "Salt[^1](so they say).", []string{"p Salt{1}(so they say)."}},
		{"a marker in a link", "[a[^1]](http://a.example)", []string{"p (a)(http://a.example){1}"}},
		{"plain brackets stay text", "Salt.[1]\n\n[1] Brine.", []string{"p Salt.[1]", "p [1] Brine."}},
		{"a numbered list of notes", "3. One.\n4. Two.\n\n   More.", []string{"li1[3] One.", "li1[4] Two.", "li1 More."}},
	} {
		if diff := cmp.Diff(row.want, show(read(t, row.in))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

func TestInlineNotes(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"one", "Salt.^[Brine.] More.", []string{"p Salt.{^} More.", "note Brine."}},
		{"two in order", "A^[One.] B^[Two.]", []string{"p A{^} B{^}", "note One.", "note Two."}},
		{"brackets inside", "A^[One [two] three.]", []string{"p A{^}", "note One [two] three."}},
		{"a link and emphasis inside", "A^[See [b](http://a.example/x_(y)), *c*.]", []string{"p A{^}", "note See (b)(http://a.example/x_(y)), i<c>."}},
		{"a reference link inside", "A^[See [b][r].]\n\n[r]: http://a.example", []string{"p A{^}", "note See (b)(http://a.example)."}},
		{"over lines", "A^[One\ntwo.] B.", []string{"p A{^} B.", "note One\ntwo."}},
		{"over lines of a quotation", "> A^[One\n> two.] B.", []string{"quote A{^} B.", "note One\ntwo."}},
		{"what looks like a list inside", "A^[One\n- two.]", []string{"p A^[One", "li1 two.]"}},
		{"not over a paragraph's end", "A^[One.\n\nTwo.]", []string{"p A^[One.", "p Two.]"}},
		{"empty", "A^[ ]", []string{"p A^[ ]"}},
		{"in each other", "A^[One.^[Two.]]", []string{"p A{^}", "note One.{^}", "note Two."}},
		{"in a note", "[^a]: One.^[Two.]\n\n    Three.", []string{"note[a] One.{^}", "note[a] Three.", "note Two."}},
		{"in a heading and a cell", "# A^[One.]\n\n|B^[Two.]|C|\n|-|-|\n", []string{"h1 A{^}", "note One.", "td B{^}", "note Two.", "td C"}},
		{"in an item", "- A^[One.]\n- B", []string{"li1 A{^}", "note One.", "li1 B"}},
	} {
		d := read(t, row.in)
		if diff := cmp.Diff(row.want, show(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
		keys := map[string]bool{}
		for i := range d.Blocks {
			if b := &d.Blocks[i]; b.Kind == document.NoteBody && b.Label == "" {
				if keys[b.Note] {
					t.Errorf("%s: two notes with the key %q", row.name, b.Note)
				}
				keys[b.Note] = true
			}
		}
	}
}

// TestSidenotes reads the side-notes of themes, which are HTML in Markdown.
func TestSidenotes(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{
			"with a switch", `Salt<label for="s1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="s1" class="margin-toggle"/><span class="sidenote">Poole, *Salt* <span lang="de">3</span>.</span> is dear.`,
			[]string{"p Salt{^} is dear.", "note Poole, i<Salt> 3."},
		},
		{"two, and a marker", "Salt<span class='footnote side'>a</span> and<span class=\"sidenote\">b [c](d)</span> mud.[^1]\n\n[^1]: Mud.", []string{"p Salt{^} and{^} mud.{1}", "note a", "note b (c)(d)", "note[1] Mud."}},
		{"Hugo's shortcodes", "Salt{{< sidenote >}}Poole, *Salt*, 3.{{< /sidenote >}} is dear{{% fn %}}Brine, 4.{{% /fn %}} and {{< ref \"b\" >}}old.", []string{"p Salt{^} is dear{^} and old.", "note Poole, i<Salt>, 3.", "note Brine, 4."}},
		{"Liquid's tags", "Salt{% sidenote 'sn-1' 'Poole, *Salt*, 3.' %} is dear{% sidenote \"sn-2\" \"Brine's, 4.\" %} and {% marginnote 'mn' 'a picture' %}old.", []string{"p Salt{^} is dear{^} and old.", "note Poole, i<Salt>, 3.", "note Brine's, 4."}},
		{"components of MDX", "Salt<Footnote>Poole, *Salt*, 3.</Footnote> is dear<Footnote id=\"a\" />.", []string{"p Salt{^} is dear#a .", "note Poole, i<Salt>, 3."}},
		{"without an end, empty, and another class", "Salt <span class=\"sidenote\"></span>and <span class=\"notes\">mud</span> <span class=\"sidenote\">sea", []string{"p Salt and mud sea"}},
	} {
		if diff := cmp.Diff(row.want, show(read(t, row.in))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestFamilies reads what MultiMarkdown and Obsidian write otherwise.
func TestFamilies(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     []string
		meta     document.Meta
		flavor   string
	}{
		{
			"MultiMarkdown", "Title: The Salt\n  Road\nAuthor: Lena Dahl and Ben Quist\nDate: March 4, 2021\nLanguage: EN\n\nSalt.[^Poole, *Salt* [4], 3.] Sand.[p. 3][#kern] [#none]\n\n[#kern]: Kern.\n",
			[]string{"p Salt.{^} Sand.[p. 3]{#kern} [#none]", "note Poole, i<Salt> [4], 3.", "note[#kern] Kern."},
			document.Meta{Title: "The Salt Road", Authors: []string{"Lena Dahl", "Ben Quist"}, Published: "2021-03-04", Language: "en"},
			"multimarkdown",
		},
		{"no metadata", "Note: this is prose.\n\nSalt.", []string{"p Note: this is prose.", "p Salt."}, document.Meta{}, ""},
		{"a class of characters", "Use [^a b] or [^, x y z] here.", []string{"p Use [^a b] or [^, x y z] here."}, document.Meta{}, ""},
		{"Obsidian", "Salt.[^1] %%not this[^9]%% 5%% of it.\n\n[^1]: Kern.", []string{"p Salt.{1}  5%% of it.", "note[1] Kern."}, document.Meta{}, "obsidian"},
	} {
		d := read(t, row.in)
		if diff := cmp.Diff(row.want, show(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
		if diff := cmp.Diff(row.meta, d.Meta); diff != "" || d.Flavor != row.flavor {
			t.Errorf("%s: flavor %q (-want +got):\n%s", row.name, d.Flavor, diff)
		}
	}
	for name, want := range map[string]string{"a.qmd": "quarto", "a.Rmd": "rmarkdown", "a.md": ""} {
		d, err := markdown.Read(t.Context(), []byte("Salt."), reader.Hint{Name: name})
		if err != nil || d.Flavor != want {
			t.Errorf("%s: %q, %v", name, d.Flavor, err)
		}
	}
}

func TestDefinedTwice(t *testing.T) {
	t.Parallel()
	d := read(t, "[^a]: One.\n\n[^a]: Two.\n\n[^a]: Three.")
	keys := map[string]bool{}
	for i := range d.Blocks {
		keys[d.Blocks[i].Note] = true
	}
	if len(keys) != 3 || !keys["a"] {
		t.Errorf("keys %v, want three, the first of them the label", keys)
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     string // the block
		source   string // what the first link's target stands for
	}{
		{"inline", "[a](http://a.example/b)", "p (a)(http://a.example/b)", "http://a.example/b"},
		{"with parentheses", "[a](http://a.example/(b)) c", "p (a)(http://a.example/(b)) c", "http://a.example/(b)"},
		{"in angle brackets, with a title", "[a](<http://a.example/b c> \"t\")", "p (a)(http://a.example/b c)", "http://a.example/b c"},
		{"with an entity", "[a](http://a.example/?b=1&amp;c=2)", "p (a)(http://a.example/?b=1&c=2)", "http://a.example/?b=1&amp;c=2"},
		{"with an escape", `[a](http://a.example/b\_c)`, "p (a)(http://a.example/b_c)", `http://a.example/b\_c`},
		{"by reference", "[a][r] b\n\n[r]: http://a.example/r", "p (a)(http://a.example/r) b", "http://a.example/r"},
		{"by collapsed reference", "[r][]\n\n[r]:   <http://a.example/r>", "p (r)(http://a.example/r)", "http://a.example/r"},
		{"by shortcut", "[R]\n\n[r]: http://a.example/r 'Title'", "p (R)(http://a.example/r)", "http://a.example/r"},
		{"automatic", "x <http://a.example/b>", "p x (http://a.example/b)(http://a.example/b)", "http://a.example/b"},
		{"an address of mail", "<a@b.example>", "p (a@b.example)(mailto:a@b.example)", "a@b.example"},
		{"of raw HTML", `<a href="http://a.example/?b&amp;c">d</a> e`, "p (d)(http://a.example/?b&c) e", "http://a.example/?b&amp;c"},
		{"of raw HTML without quotes", `<a class=x href=http://a.example/b>d</a>`, "p (d)(http://a.example/b)", "http://a.example/b"},
		{"one target twice", "[a](/x) [b](/x)", "p (a)(/x) (b)(/x)", "/x"},
		{"a link with emphasis", "[a *b*](/x)", "p (a )(/x)(i<b>)(/x)", "/x"},
		{"bare addresses stay text", "See http://a.example/b_c_d.", "p See http://a.example/b_c_d.", ""},
	} {
		d := read(t, row.in)
		got := show(d)
		if len(got) != 1 || got[0] != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
			continue
		}
		for _, r := range d.Blocks[0].Runs {
			if !r.Href.Empty() {
				if cut := d.Source.Cut(r.Href.All()); cut != row.source {
					t.Errorf("%s: the target stands at %q, want %q", row.name, cut, row.source)
				}
				break
			}
		}
	}
}

func TestBlocks(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"styles", "*a* **b** ***c*** `d` ~~e~~", []string{"p i<a> b<b> b<i<c>> tt<d> e"}},
		{"entities and escapes", `AT&amp;T &copy; \*x\* &nosuch; R&D`, []string{"p AT&T © *x* &nosuch; R&D"}},
		{"nothing is decoded in code", "`&amp; \\*`", []string{`p tt<&amp; \*>`}},
		{"line breaks", "a  \nb\\\nc\nd", []string{"p a\nb\nc\nd"}},
		{"numbered lines", "[1] A *b*\n[2] c,\nd  \n[3] e", []string{"p [1] A i<b>", "p [2] c,\nd", "p [3] e"}},
		{"numbers at the start of lines", "In the year\n1620. It was\n[3] so", []string{"p In the year\n1620. It was\n[3] so"}},
		{"a raised number in brackets", "a^[1]^ b^[c]", []string{"p a^[1]^ b{^}", "note c"}},
		{"line breaks of HTML", "a<br>b<br/>c", []string{"p a\nb\nc"}},
		{"raised text", "a<sup>3</sup>, b<sub>2</sub>", []string{"p asup<3>, b2"}},
		{"a linked marker of HTML", `a<sup id="r1"><a href="#n1">1</a></sup>.`, []string{"p a#r1 (sup<1>)(#n1)."}},
		{"a cited title and a comment", "<cite>A</cite> <!-- [^1] --> b", []string{"p i<A>  b"}},
		{"lists in lists", "- a\n  1. b\n  2. c\n- d", []string{"li1 a", "li2[1] b", "li2[2] c", "li1 d"}},
		{"kramdown's attributes", "[a](/x){:target=\"_blank\"} b\n{: .note}", []string{"p (a)(/x) b"}},
		{"a template's tags", "{% include toc.html %}\n\na {{< ref \"b\" >}}c {x}", []string{"p a c {x}"}},
		{"a heading's id", "## A {#b .c}", []string{"h2#b A"}},
		{"a picture", "![a](b.png)", []string{"p"}},
		{"old line ends", "a[^1]\r\r[^1]: b\r", []string{"p a{1}", "note[1] b"}},
		{"raw HTML", "<div>\n<p>a <i>b</i></p>\n<p id=x>c &amp; d</p>\n</div>", []string{"p a i<b>", "p#x c & d"}},
		{"a list of raw HTML", "<ol start=\"4\">\n<li id=\"n4\"><p>a</p></li>\n<li>b</li>\n</ol>\n<p>c</p>", []string{"li1[4]#n4 a", "li1[5] b", "p c"}},
		{"tags over lines", "<div\n class=\"a\">b</div>", []string{"p b"}},
		{"a comment over lines", "<!-- a\n[^1]\n-->\n\nb", []string{"p b"}},
		{"scripts and styles", "<script>\nvar a = '<p>[^1]';\n</script>\n\n<div><style>a{}</style>b</div>", []string{"p b"}},
	} {
		var got []string
		for _, s := range show(read(t, row.in)) {
			lines := strings.Split(s, "\n")
			for i := range lines[1:] {
				lines[i+1] = strings.TrimSpace(lines[i+1])
			}
			got = append(got, strings.TrimSpace(strings.Join(lines, "\n")))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

func TestMeta(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     document.Meta
		flavor   string
		blocks   int
	}{
		{"YAML", "---\ntitle: \"Salt\"\nauthor: Mara Ellingsworth\ndate: 2022-02-22\nlang: en-GB\n---\n\nText.", document.Meta{Title: "Salt", Authors: []string{"Mara Ellingsworth"}, Published: "2022-02-22", Language: "en-gb"}, "", 1},
		{"YAML with a list and a folded title", "---\r\ntitle: |\r\n  Salt\r\n  and Brine\r\nauthors:\r\n  - A. Reyes\r\n  - name: B. Tan\r\n---\r\nText.", document.Meta{Title: "Salt and Brine", Authors: []string{"A. Reyes", "B. Tan"}}, "", 1},
		{"YAML with a colon in the title", "---\ntitle: Salt: a history\nauthor: A. Reyes\n---\nText.", document.Meta{Title: "Salt: a history", Authors: []string{"A. Reyes"}}, "", 1},
		{"the date by other names", "---\ntitle: Salt\npubDate: 2022-02-22\n---\n\nText.", document.Meta{Title: "Salt", Published: "2022-02-22"}, "", 1},
		{"TOML", "+++\ntitle = \"Salt\"\nauthors = [\"A. Reyes\", 'B. Tan']\ndate = 2022-02-22T10:00:00Z\n+++\nText.", document.Meta{Title: "Salt", Authors: []string{"A. Reyes", "B. Tan"}, Published: "2022-02-22"}, "hugo", 1},
		{"prose between two rules", "---\n\nSalt was weighed.\n\n---\n\nText.", document.Meta{}, "", 2},
		{"front matter without an end", "---\ntitle: Salt\n\nText.", document.Meta{}, "", 2},
		{"the first heading", "# Salt *and* Brine[^1]\n\n## B", document.Meta{Title: "Salt and Brine"}, "", 2},
		{"kramdown", "a{:.b}", document.Meta{}, "kramdown", 1},
		{"inline notes", "a^[b]", document.Meta{}, "pandoc", 2},
	} {
		d := read(t, row.in)
		if diff := cmp.Diff(row.want, d.Meta); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
		if d.Flavor != row.flavor || len(d.Blocks) != row.blocks {
			t.Errorf("%s: flavor %q with %d blocks, want %q with %d", row.name, d.Flavor, len(d.Blocks), row.flavor, row.blocks)
		}
	}
}
