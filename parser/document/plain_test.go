package document_test

import (
	"testing"
	"unicode/utf8"

	"ibid/parser/document"
)

func TestPlainNumbers(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ in, want string }{
		{"", ""},
		{"Salt [12], ¹²", "Salt [12], ¹²"},
		{"[١٢] ملح", "[12] ملح"},
		{"۳.", "3."},
		{"［１２］鹽", "[12]鹽"},
		{"①鹽⑳", "[1]鹽[20]"},
		{"㉑㊿", "[21][50]"},
		{"⑴", "(1)"},
		{"⒈", "1."},
		{"3、鹽、", "3.鹽、"},
		{"\u200f[\u20603]\ufeff", "[3]"},
		{"so\u00adft", "soft"},
		{"（注２）", "(注2)"},
		{"𝟗", "9"},
		{"a\xff१", "a\xff1"},
	} {
		p := document.PlainNumbers(row.in)
		if p.String != row.want {
			t.Errorf("%q is %q, want %q", row.in, p.String, row.want)
		}
		last := 0
		for i := range len(p.String) + 1 {
			at := p.Offset(i)
			if at < last || at > len(row.in) || utf8.ValidString(row.in) && at < len(row.in) && !utf8.RuneStart(row.in[at]) && utf8.RuneStart(p.String[i]) {
				t.Errorf("%q: byte %d of %q stands at %d", row.in, i, p.String, at)
			}
			last = at
		}
		if p.Index(len(row.in)) != len(p.String) && p.Offset(p.Index(len(row.in))) != len(row.in) {
			t.Errorf("%q: the end is at %d", row.in, p.Index(len(row.in)))
		}
	}
	if p := document.PlainNumbers("鹽②水"); p.Offset(4) != 3 || p.Offset(5) != 6 || p.Index(6) != 5 {
		t.Errorf("the number is from %d to %d, %d", p.Offset(4), p.Offset(5), p.Index(6))
	}
}
