package parser_test

import (
	"strings"
	"testing"
	"time"

	"ibid/parser"
)

// TestLinear reads one thing again and again, in every format: eight times as
// much must not take much more than eight times as long. A reader that looks at
// all that came before for each new one takes sixty-four times as long.
func TestLinear(t *testing.T) {
	t.Parallel()
	const small, times = 24 << 10, 8
	for _, row := range []struct {
		ending, open string
		again        []string
		end          string
	}{
		{"md", "", []string{"[", "](", "[^1]", "[^1]: a\n\n", "*a", "`", "<sup>", "<a href='#x'>", "  - a\n", "> ", "![a](", "http://a.b/ ", "^[a", "|a|b|\n", "[@a; ", "a[1] b.\n\n", "{"}, ""},
		{"html", "", []string{
			"<", "<div>", "<sup>", "<sup>1</sup>", "<a href='#n'>", "<a id=n href=#n>1</a>", "<ul><li>", "<table><tr><td>", "<br>[1] a", "<p>[1] a</p>", "&", "<!--", "<p id=a>",
			"<span>", "<pre>\n", "<ol><li id=n1>a <a href=#r1>^</a></li></ol>", "<p><sup>1</sup> a</p>",
		}, ""},
		{"txt", "", []string{"[1] ", "[1] a\n", "1. a\n", "¹", "a ", "> ", "“a", "(", "http://a.b/ ", "Ibid. ", "see note 5. ", "From: a\n"}, ""},
		{"tex", "\\documentclass{a}\\begin{document}\n", []string{
			"{", "\\footnote{", "\\footnote{a}", "\\emph{", "\\cite{a}", "\\begin{itemize}\\item ", "$", "\\input{a}", "\\footnotemark ", "\\verb|", "[", "\\section{a}", "\\href{",
		}, "\n\\end{document}"},
		{"wiki", "", []string{"{{", "[[", "<ref>", "<ref>a</ref>", "<ref name=a/>", "''", "{|\n|a\n", "<nowiki>", "{{sfn|a|2000}}", "{{cite book|title=a}}", "{{{", "#a\n"}, ""},
		{"nxml", "<?xml version='1.0'?><article><body><sec><p>a", []string{"a[1] ", "<sup>1</sup> ", "<xref rid='a'>1</xref>", "<fn id='a'><label>1</label><p>b</p></fn>", "&amp;"}, "</p></sec></body></article>"},
		{"tei", "<?xml version='1.0'?><TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>a", []string{"a[1] ", "<ref target='#a'>1</ref>", "<note n='1'>b</note>", "&amp;"}, "</p></body></text></TEI>"},
		{"fodt", `<office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>a`, []string{
			"<text:p>a</text:p>", "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note>", "[1] ",
		}, "</text:p></office:text></office:body></office:document>"},
	} {
		for _, again := range row.again {
			t.Run(row.ending+"/"+again, func(t *testing.T) {
				t.Parallel()
				spent := func(size int) time.Duration {
					src := row.open + strings.Repeat(again, size/len(again)) + row.end
					start := time.Now()
					_, _ = parser.Parse(t.Context(), strings.NewReader(src), parser.Options{Name: "a." + row.ending}) // an error ends it, too
					return time.Since(start)
				}
				// Other tests run at the same time: only what is far off is told.
				few, many := spent(small), spent(times*small)
				if many > 3*times*few+5*time.Second {
					t.Errorf("%d bytes take %v, %d times as many %v", small, few, times, many)
				}
			})
		}
	}
}

// TestManyNotes asks that notes beyond the limit are left out with a word.
func TestManyNotes(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("\\documentclass{a}\\begin{document}\n")
	b.WriteString(strings.Repeat("\\footnote{a}", 50_010))
	b.WriteString("\\end{document}")
	a, err := parser.Parse(t.Context(), strings.NewReader(b.String()), parser.Options{Name: "a.tex"})
	if err != nil || len(a.Notes) != 50_000 || !strings.Contains(a.Truncated, "only the first 50000 notes") {
		t.Errorf("%d notes, %q, %v", len(a.Notes), a.Truncated, err)
	}
}
