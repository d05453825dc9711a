package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser"
)

// TestVariants reads shapes that systems give their notes beside those of the
// fixtures: other settings, older versions, pages that were made smaller, broken
// markup. Each row says how a marker and a note of a number are written; {n} is the
// number, {l} its letter, {s} its stars, {d} its sign, {note} the note's text.
func TestVariants(t *testing.T) {
	t.Parallel()
	notes := []string{"Mara Ellingsworth, <em>Tide Tables</em> (London: Harrow, 2004), 17.", "Ibid., 20.", "Tomás Reyes, <em>Harbor Lights</em> (Boston: Quill House, 2011), 88."}
	text := []string{
		"The harbour was dredged in 1904, and it was dredged again in 1911",
		"The board thanked the crew and paid for the oil of all the lamps",
		"Nobody asked again for as long as the old harbour master was alive",
	}
	signs := []string{"*", "¶", "‖"}
	for _, row := range []struct{ name, paragraph, before, note, after string }{
		{"letters of an old book", `<p>{text}.<a id="FNanchor_{n}_{n}"></a><a href="#Footnote_{n}_{n}" class="fnanchor">[{l}]</a></p>`, "", `<div class="footnote"><p><a id="Footnote_{n}_{n}"></a><a href="#FNanchor_{n}_{n}"><span class="label">[{l}]</span></a> {note}</p></div>`, ""},
		{"the number before the anchor", `<p>{text}.<a href="#footnote{n}_x" id="footnoteref{n}_x">{n}</a></p>`, "<ul>", `<li><a href="#footnoteref{n}_x">{n}</a><span id="footnote{n}_x">{note}</span></li>`, "</ul>"},
		{"a button in a superscript", `<p>{text}.<sup><button data-tippy-content="{plain}">{n}</button></sup> So.</p>`, "", "", ""},
		{"no quotation marks, no closing tags", `<p>{text}<sup><a href=#fn{n} id=r{n}>{n}</a></sup>.`, "<hr><ol>", `<li id=fn{n}>{note}<a href=#r{n}>&#8617;</a>`, "</ol>"},
		{"tags that close in the wrong order", `<p>{text}.<sup><a href="#n{n}" name="r{n}">{n}</sup></a> So`, "<h3>Notes<p>", `<p><a name="n{n}" href="#r{n}">{n}.</a> {note}`, ""},
		{"capitals of the nineties", `<P>{text}. <A HREF="#{n}"><SUP>{n}</SUP></A>`, "<HR><CENTER><B>NOTES</B></CENTER>", `<P><A NAME="{n}">{n}.</A> {note}`, ""},
		{"fonts in fonts, lines by breaks", `<span><font>{text}.<sup><font size="1">[{n}]</font></sup></font></span> So.<br /><br />`, "", `<font size="1"><font>[{n}] </font>{note}</font><br />`, ""},
		{"colons after the numbers", `<p>{text}.<a href="#f{n}">[{n}]</a> So.</p>`, "", `<p id="f{n}">[{n}]: {note}</p>`, ""},
		{"absolute addresses", `<p>{text}.<sup><a id="u{n}-link" href="https://b.example/salt/?amp=1#u{n}">{n}</a></sup></p>`, "<ol>", `<li id="u{n}">{note} <a href="https://b.example/salt/?amp=1#u{n}-link">↩︎</a></li>`, "</ol>"},
		{"a list in the page's foot", `<p>{text}.<sup><a href="#f{n}">{n}</a></sup></p>`, "<footer><ol>", `<li id="f{n}">{note}</li>`, `</ol><nav><a href="/">Home</a></nav></footer>`},
		{"a table without borders", `<p>{text}.<sup>{n}</sup></p>`, "<table>", `<tr><td valign="top">{n}.</td><td>{note}</td></tr>`, "</table>"},
		{"terms and definitions", `<p>{text}. <a href="#note{n}" id="back{n}">({n})</a></p>`, "<h2>Notes</h2><dl>", `<dt id="note{n}"><a href="#back{n}">({n})</a></dt><dd>{note}</dd>`, "</dl>"},
		{"marks of no width", `<p>{text}.&#8203;<sup>&#8288;{n}</sup></p>`, "", `<p>&#8203;<sup>{n}</sup>&#8239;{note}</p>`, ""},
		{"labels in boxes of their own", `<p>{text}.<sup><a data-open="FN{n}">{n}</a></sup></p>`, "<div>", `<div class="footnote"><span class="fn-label">{n}</span><p>{note}</p></div>`, "</div>"},
		{"arrows of carets", `<p>{text}<a id="r{n}" href="#footnote-{n}"><sup>{n}</sup></a>.</p>`, "<ol>", `<li id="footnote-{n}"><sup><a href="#r{n}">^ {n}.</a></sup><span>{note}</span></li>`, "</ol>"},
		{"words in brackets that lead both ways", `<p>{text}. [<a name="F{n}" href="#T{n}">Footnote {n}</a>]</p>`, "<hr>", `<p>[<a name="T{n}" href="#F{n}">Footnote {n}</a>] {note}</p>`, ""},
		{"a word before the number of a note", `<p>{text}.<a name="text{n}" href="#note{n}">[{n}]</a></p>`, "<hr>", `<p><a name="note{n}">Note {n}</a>&nbsp;&nbsp; {note} <a href="#text{n}">[Back]</a></p>`, ""},
		{"stars", `<p>{text}{s} in those years.</p>`, "<hr>", `<p>{s} {note}</p>`, ""},
		{"raised signs", `<p>{text}<sup>{d}</sup> in those years.</p>`, "<hr>", `<p><sup>{d}</sup> {note}</p>`, ""},
		{"raised stars in brackets", `<p>{text}<sup>({s})</sup> in those years.</p>`, "<hr>", `<p>({s}) {note}</p>`, ""},
		{"numbers in a page that a comment repeats", `<p>{text}.<sup>{n}</sup></p>`, "", `<p><sup>{n}</sup> {note}</p>`, `<div id="comments"><ol class="comment-list"><li><p>[1] I disagree, see Ibid.</p></li></ol></div>`},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			tags := strings.NewReplacer("<em>", "", "</em>", "")
			var body, list strings.Builder
			var want, texts []string
			for i := range notes {
				n := fmt.Sprint(i + 1)
				fill := strings.NewReplacer("{n}", n, "{l}", string(rune('A'+i)), "{s}", strings.Repeat("*", i+1), "{d}", signs[i], "{text}", text[i], "{note}", notes[i], "{plain}", tags.Replace(notes[i]))
				body.WriteString(fill.Replace(row.paragraph) + "\n")
				list.WriteString(fill.Replace(row.note) + "\n")
				number := n
				switch {
				case strings.Contains(row.note, "{l}"):
					number = string(rune('A' + i))
				case strings.Contains(row.note, "{s}"):
					number = strings.Repeat("*", i+1)
				case strings.Contains(row.note, "{d}"):
					number = signs[i]
				}
				want = append(want, number+" "+tags.Replace(notes[i]))
			}
			page := `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Salt</title></head><body>` + body.String() + row.before + list.String() + row.after + "</body></html>"
			a, err := parser.Parse(t.Context(), strings.NewReader(page), parser.Options{Name: "a.html"})
			if err != nil {
				t.Fatal(err)
			}
			for i := range a.Notes {
				texts = append(texts, a.Notes[i].Number+" "+a.Notes[i].Text.String)
			}
			called := map[int]bool{}
			for _, m := range a.Markers {
				called[m.Note] = true
			}
			if diff := cmp.Diff(want, texts); diff != "" || len(called) != len(notes) || called[-1] {
				t.Errorf("markers of %v (-want +got):\n%s", called, diff)
			}
		})
	}
}
