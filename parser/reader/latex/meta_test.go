package latex_test

import (
	"fmt"
	"testing"

	"ibid/parser/reader"
	"ibid/parser/reader/latex"
)

// TestMeta reads what a preamble says of its article.
func TestMeta(t *testing.T) {
	t.Parallel()
	for preamble, want := range map[string]string{
		`\usepackage[ngerman]{babel}\title{Salz und \emph{Steuer}\thanks{Dank.}}\author{Mara Ellingsworth\thanks{Amt} \and Tom Oke}\date{6. Mai 2014}`: "Salz und Steuer [Mara Ellingsworth Tom Oke] 2014-05-06 de",
		`\usepackage{polyglossia}\setdefaultlanguage[variant=x]{french}\title{Le sel}\date{\today}`:                                                    "Le sel []  fr",
		`\setmainlanguage{hebrew}\title{A}\author{B}\date{2014-05}`:                                                                                    "A [B] 2014-05 he",
	} {
		doc, err := latex.Read(t.Context(), []byte(`\documentclass{article}`+preamble+`\begin{document}\maketitle Text.\end{document}`), reader.Hint{})
		if err != nil {
			t.Fatal(err)
		}
		m := doc.Meta
		if got := fmt.Sprint(m.Title, " ", m.Authors, " ", m.Published, " ", m.Language); got != want {
			t.Errorf("%s\n%s, want %s", preamble, got, want)
		}
	}
}
