package tex_test

import (
	"testing"

	"ibid/parser/reader/tex"
)

func TestPlain(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, in, want string }{
		{"nothing to do", "Salt  and\n brine", "Salt and brine"},
		{"braces", "{S}alt {and {Brine}}", "Salt and Brine"},
		{"accents", `M\"uller, \'{E}mile, \v{C}apek, \'\i, \^{\i}, \c c`, "Müller, Émile, Čapek, í, î, ç"},
		{"an accent in braces", `{\"o}l G{\"{o}}del`, "öl Gödel"},
		{"signs", `\ss{} \o re \aa \& 5\,\% \textendash`, "ß øre å& 5 % –"},
		{"dashes and quotation marks", "``a'' 3--4 --- b~c", "“a” 3–4 — b c"},
		{"commands", `\emph{Salt} \textbf{b} \url{http://a.example/x}`, "Salt b http://a.example/x"},
		{"a link", `\href{http://a.example}{text}`, "text"},
		{"broken", `a\`, "a"},
		{"broken accents", `\"{`, ""},
	} {
		if got := tex.Plain(row.in); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{`M\"uller`, `{\'{\i}}`, `\href{a`, "\\\xff", "``''---"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := tex.Plain(s); len(got) > 4*len(s)+16 {
			t.Errorf("%d bytes of %d", len(got), len(s))
		}
	})
}
