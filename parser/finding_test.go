package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
)

// outline is what was found, in short: "1×1 text" for note 1 with one marker,
// and "?9" for a marker without a note.
func outline(a *article.Article) []string {
	count := make([]int, len(a.Notes))
	out := []string{}
	for _, m := range a.Markers {
		if m.Note >= 0 {
			count[m.Note]++
		}
	}
	for i, n := range a.Notes {
		out = append(out, fmt.Sprintf("%s×%d %s", n.Number, count[i], n.Text.String))
	}
	for _, m := range a.Markers {
		if m.Note < 0 {
			out = append(out, "?"+m.Label)
		}
	}
	return out
}

const filler = "The lamp at the point was lit at dusk and put out at dawn, and somebody wrote down both, night by night, with the oil used and the ships seen, for a hundred and ten years and more."

// TestFindNotes finds the notes of small articles in every way of writing them.
func TestFindNotes(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name, file, text string
		want             []string
	}{
		{"brackets", "a.txt", filler + "[1] More.[2]\n\nNotes\n\n[1] Salt.\n\n[2] Brine.\n", []string{"1×1 Salt.", "2×1 Brine."}},
		{"a range and a list", "a.txt", filler + "[1-3] More.[2, 3]\n\nNotes\n\n[1] Salt.\n[2] Brine.\n[3] Oil.\n", []string{"1×1 Salt.", "2×2 Brine.", "3×2 Oil."}},
		{"superscript digits", "a.txt", filler + "¹ More.² And.³\n\nNotes\n\n¹ Salt.\n\n² Brine.\n\n³ Oil.\n", []string{"1×1 Salt.", "2×1 Brine.", "3×1 Oil."}},
		{"numbers and stops under a heading", "a.txt", filler + "[1] More.[2]\n\nENDNOTES\n\n1. Salt.\n\n2. Brine.\n", []string{"1×1 Salt.", "2×1 Brine."}},
		{"Footnote N:", "a.txt", filler + "[2] More.[3]\n\nFOOTNOTES\n\nFootnote 2: Salt.\n\nFootnote 3: Brine,\nand oil.\n", []string{"2×1 Salt.", "3×1 Brine, and oil."}},
		{"[Footnote N: …]", "a.txt", filler + "[1] More.[2]\n\n[Footnote 1: Salt [sic].]\n\n" + filler + "\n\n[Footnote 2: Brine.]\n", []string{"1×1 Salt [sic].", "2×1 Brine."}},
		{"two paragraphs in a note", "a.txt", filler + "[1] More.[2]\n\nNotes\n\n[1] Salt.\n\nIt was dear.\n\n[2] Brine.\n", []string{"1×1 Salt. It was dear.", "2×1 Brine."}},
		{"text after the last note", "a.txt", filler + "[1] More.[2]\n\nNotes\n\n[1] Salt.\n\n[2] Brine.\n\n3 Comments\n\nPat\n", []string{"1×1 Salt.", "2×1 Brine."}},
		{"swapped notes", "a.txt", filler + "[1] A.[2] B.[3] C.[4]\n\nNotes\n\n[1] Salt.\n\n[3] Oil.\n\n[2] Brine.\n\n[4] Air.\n", []string{"1×1 Salt.", "3×1 Oil.", "2×1 Brine.", "4×1 Air."}},
		{"numbers restart", "a.txt", "CHAPTER I\n\n" + filler + "[1] More.[2]\n\n[1] Salt.\n\n[2] Brine.\n\nCHAPTER II\n\n" + filler + "[1] More.[2]\n\n[1] Oil.\n\n[2] Air.\n", []string{"1×1 Salt.", "2×1 Brine.", "1×1 Oil.", "2×1 Air."}},
		{"a marker without a note", "a.txt", filler + "[1] More.[2] Lost.[3]\n\nNotes\n\n[1] Salt.\n\n[2] Brine.\n", []string{"1×1 Salt.", "2×1 Brine.", "?3"}},
		{"years and indices are no markers", "a.txt", filler + "[1] In [2022] x[0] was y.[2]\n\nNotes\n\n[1] Salt.\n\n[2] Brine.\n", []string{"1×1 Salt.", "2×1 Brine."}},
		{"a bibliography that nothing points at", "a.txt", filler + "\n\nBibliography\n\n1. Salt (London, 1990).\n\n2. Brine (London, 1991).\n", []string{}},
		{"Markdown labels in the order of their markers", "a.md", "A.[^b] B.[^a]\n\n[^a]: Salt.\n[^b]: Brine.\n", []string{"b×1 Brine.", "a×1 Salt."}},
		{"Markdown: undefined, unused, twice", "a.md", "A.[^a] B.[^zz] `[^c]` \\[^d]\n\n[^a]: Salt.\n[^b]: Brine.\n[^a]: Oil.\n", []string{"a×1 Salt.", "b×0 Brine.", "a×0 Oil.", "?zz"}},
		{"Markdown: inline note", "a.md", "A.^[See *Salt* [here](http://a.example/).] B.[^x]\n\n[^x]: Brine.\n", []string{"1×1 See Salt here.", "x×1 Brine."}},
		{"Markdown: numbers by hand", "a.md", filler + "[1] More.[2]\n\n## Notes\n\n[1] Salt.\n\n[2] Brine.\n", []string{"1×1 Salt.", "2×1 Brine."}},
		{"HTML: linked both ways", "a.html", `<p>` + filler + `<sup><a id="r1" href="#n1">1</a></sup></p><ol><li id="n1">Salt &amp; brine. <a href="#r1">↩</a></li></ol>`, []string{"1×1 Salt & brine."}},
		{"HTML: label links back", "a.html", `<p>` + filler + `<a id="r1" href="#n1">[1]</a> x<a id="r2" href="#n2">[2]</a></p><div><p><a id="n1" href="#r1">[1]</a> Salt.</p><p><a id="n2" href="#r2">[2]</a> Brine.</p></div>`, []string{"1×1 Salt.", "2×1 Brine."}},
		{"HTML: one reference used twice", "a.html", `<p>` + filler + `<sup id="cite_ref-1-0"><a href="#cite_note-1">[1]</a></sup> x<sup id="cite_ref-1-1"><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1">^ <a href="#cite_ref-1-0"><sup>a</sup></a> <a href="#cite_ref-1-1"><sup>b</sup></a> <span>Salt.</span></li></ol>`, []string{"1×2 Salt."}},
		{"HTML: superscripts without links", "a.html", `<p>` + filler + `<sup>1</sup> Later<sup>2</sup> 10 m<sup>2</sup></p><h2>Notes</h2><ol><li>Salt.</li><li>Brine.</li></ol>`, []string{"1×1 Salt.", "2×1 Brine."}},
		{"HTML: line breaks between notes", "a.html", `<p>` + filler + `[1] More.[2]</p><p>Notes<br>[1] Salt.<br>[2] Brine.</p>`, []string{"1×1 Salt.", "2×1 Brine."}},
		{"HTML: note of two paragraphs, chrome around", "a.html", `<nav><a href="/">Home [1]</a></nav><article><p>` + filler + `<a id="r1" href="#n1">1</a></p><ol><li id="n1"><p>Salt.</p><p>Brine.</p></li></ol></article><footer><p>1 comment</p></footer>`, []string{"1×1 Salt. Brine."}},
		{"HTML: several links back", "a.html", `<p>` + filler + `<sup><a id="r1" href="#n1">1</a></sup> x<sup><a id="r2" href="#n1">1</a></sup></p><ol><li id="n1">Salt. [<a href="#r1">↩</a>] <a href="#r2">↩</a></li></ol>`, []string{"1×2 Salt."}},
		{"units, powers and a list in the text", "a.txt", filler + " 40 m² and 12 km³, 10⁶ in 1998³.\n\nThree things:\n\n1) oil\n2) wick\n3) a match\n\n" + filler + "¹ More.²\n\nNotes\n\n1. Salt.\n\n2. Brine.\n\n3. Oil.\n", []string{"1×1 Salt.", "2×1 Brine.", "3×1 Oil."}},
		{"units and a list without any notes", "a.txt", filler + " 40 m² and 12 km³.\n\nThree things:\n\n1) oil\n2) wick\n3) a match\n", []string{}},
		{"roman numbers", "a.txt", filler + "[i] “[i]t was,” he said.[ii] More.[iii]\n\nNotes\n\n[i] Salt.\n\n[ii] Brine.\n\n[iii] Oil.\n", []string{"i×1 Salt.", "ii×1 Brine.", "iii×1 Oil."}},
		{"a reading list below the notes", "a.txt", filler + "[1] More.[2]\n\nNotes\n\n[1] Salt.\n\n[2] Brine.\n\nFurther reading\n\n1. Oil (Wick, 1990).\n\n2. Air (Wick, 1991).\n", []string{"1×1 Salt.", "2×1 Brine."}},
		{"HTML: ordinals and years are none", "a.html", `<p>` + filler + ` the 2<sup>nd</sup> time, 10<sup>6</sup>, x<sup>2</sup></p>`, []string{}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, outline(parse(t, row.file, row.text))); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLineEndings gives the same article for LF, CRLF and a byte order mark.
func TestLineEndings(t *testing.T) {
	t.Parallel()
	text := filler + "[1] More.[2]\n\nNotes\n\n[1] Salt,\nand more.\n\n[2] Ibid.\n"
	want := outline(parse(t, "a.txt", text))
	for name, other := range map[string]string{"CRLF": strings.ReplaceAll(text, "\n", "\r\n"), "byte order mark": "\ufeff" + text} {
		if diff := cmp.Diff(want, outline(parse(t, "a.txt", other))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestPositionsOfEncodings finds a note's bytes in the file as it is stored.
func TestPositionsOfEncodings(t *testing.T) {
	t.Parallel()
	text := "Brûlé.[1] Été.[2]\n\nNotes\n\n[1] Hélène Caradec, Le phare (Brest, 1987).\n\n[2] Ibid.\n"
	wide := []byte{0xff, 0xfe}
	latin := []byte{}
	for _, r := range text {
		wide = append(wide, byte(r), byte(r>>8))
		latin = append(latin, byte(r))
	}
	for _, row := range []struct {
		name, stored string
		cut          func(string) string
	}{
		{"UTF-8", text, func(s string) string { return s }},
		{"UTF-16", string(wide), func(s string) string { return strings.ReplaceAll(s, "\x00", "") }},
		{"ISO-8859-1", string(latin), func(s string) string { return s }},
	} {
		a := parse(t, "a.txt", row.stored)
		if len(a.Notes) != 2 {
			t.Fatalf("%s: %d notes", row.name, len(a.Notes))
		}
		p := a.Text.Position(a.Notes[1].Span)
		if got := row.cut(row.stored[p.Offset:p.End]); got != "Ibid." || p.Line != 7 || p.Column != 5 {
			t.Errorf("%s: %q at line %d, column %d", row.name, got, p.Line, p.Column)
		}
	}
}
