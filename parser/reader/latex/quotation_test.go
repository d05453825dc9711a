package latex_test

import (
	"strings"
	"testing"

	"ibid/parser/reader"
	"ibid/parser/reader/latex"
)

// TestQuotationMark: "A is Ä where babel is told of German, and else a mark and a letter.
func TestQuotationMark(t *testing.T) {
	t.Parallel()
	const body = `\begin{document}He wrote "An Essay" here.\end{document}`
	for name, tt := range map[string]struct{ source, want string }{
		"English":  {`\documentclass{article}` + body, `He wrote "An Essay" here.`},
		"German":   {`\documentclass{article}\usepackage[ngerman]{babel}` + body, `Än Essay`},
		"fragment": {`f"ur`, `für`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc, err := latex.Read(t.Context(), []byte(tt.source), reader.Hint{Name: "a.tex"})
			if err != nil {
				t.Fatal(err)
			}
			var text strings.Builder
			for _, b := range doc.Blocks {
				for _, r := range b.Runs {
					text.WriteString(r.Text.String)
				}
			}
			if !strings.Contains(text.String(), tt.want) {
				t.Errorf("%q, want %q in it", text.String(), tt.want)
			}
		})
	}
}
