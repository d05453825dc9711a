package latex_test

import (
	"strings"
	"testing"
	"time"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/latex"
)

// TestMacros reads commands that the source defines itself.
func TestMacros(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, define, in, want string }{
		{"without arguments", `\newcommand{\salt}{Salt \& Brine}`, `\salt{} and \emph{\salt}.`, "Salt & Brine and Salt & Brine."},
		{"with arguments", `\newcommand{\kern}[2]{Ivo Kern, #1, #2}`, `See \kern{Salt}{40}.`, "See Ivo Kern, Salt, 40."},
		{"with a default", `\newcommand{\page}[2][p.]{#1~#2}`, `\page{4}, \page[pp.]{5}`, "p.\u00a04, pp.\u00a05"},
		{"by def", `\def\x#1{<#1>}`, `\x{a}`, "<a>"},
		{"with a note", `\newcommand*\fn[1]{\footnote{#1}}`, `Salt.\fn{Poole, \emph{Salt}.}`, "Salt.1|Poole, Salt."},
		{"with an address", `\newcommand{\web}[1]{\url{https://a.example/#1}}`, `\web{x_y}`, "https://a.example/x_y"},
		{"in its own argument", `\newcommand{\q}[1]{<#1>}`, `\q{a \q{b}}`, "<a <b>>"},
		{"in each other", `\newcommand{\one}{b}\newcommand{\two}[1]{\one#1\one}`, `\two{\one d}`, "bbdb"},
		{"that calls itself", `\newcommand{\loop}{x\loop\loop}`, `a\loop{}b`, "axb"},
		{"defined anew", `\newcommand{\x}{a}\renewcommand{\x}{b}`, `\x`, "b"},
		{"without its argument", `\newcommand{\x}[1]{<#1>}`, `a \x`, "a <>"},
		{"an argument that it has not", `\newcommand{\x}[1]{<#2>}`, `\x{a}`, "<>"},
		{"a sign that is none", ``, `a \#1 b`, "a #1 b"},
	} {
		d, err := latex.Read(t.Context(), []byte(row.define+"\n\\begin{document}\n"+row.in+"\n\\end{document}\n"), reader.Hint{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range d.Blocks {
			got = append(got, d.Blocks[i].Text().String)
		}
		if s := strings.Join(got, "|"); s != row.want {
			t.Errorf("%s: %q, want %q", row.name, s, row.want)
		}
	}
}

// TestMacroPlaces asks that an argument keeps its place, and that what a macro
// makes stands where it is called.
func TestMacroPlaces(t *testing.T) {
	t.Parallel()
	d, err := latex.Read(t.Context(), []byte(`\newcommand{\fn}[1]{\footnote{See #1}}`+"\n\\begin{document}\nSalt.\\fn{Poole}\n\\end{document}\n"), reader.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	places := map[string]string{}
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == document.NoteBody {
			s := b.Text()
			places["Poole"] = d.Source.Cut(s.Span(4, s.Len()))
			places["See"] = d.Source.Cut(s.Span(0, 3))
		}
	}
	if places["Poole"] != "Poole" || places["See"] != `\fn{Poole}` {
		t.Errorf("%q", places)
	}
}

// TestHostileMacros bounds what macros make.
func TestHostileMacros(t *testing.T) {
	t.Parallel()
	var laughs strings.Builder
	for c := 'a'; c < 'z'; c++ {
		laughs.WriteString(`\newcommand{\x` + string(c) + `}{` + strings.Repeat(`\x`+string(c+1)+` `, 10) + "}\n")
	}
	for name, src := range map[string]string{
		"macros of macros": laughs.String() + `\newcommand{\xz}{salt}\begin{document}` + strings.Repeat(`\xa `, 1000),
		"long arguments":   `\newcommand{\x}[1]{#1#1#1#1#1#1#1#1}\begin{document}` + strings.Repeat(`\x{`, 5000),
		"many macros":      strings.Repeat(`\newcommand{\x}{`, 20000),
		"many calls":       `\newcommand{\x}{}\begin{document}` + strings.Repeat(`\x`, 200000),
	} {
		before := time.Now()
		if _, err := latex.Read(t.Context(), []byte(src), reader.Hint{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if d := time.Since(before); d > 20*time.Second {
			t.Errorf("%s: %v", name, d)
		}
	}
}
