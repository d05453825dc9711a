package document

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// Plain is a text with its numbers and brackets as ASCII writes them and without
// what is not seen, so that labels are found whatever script they are in.
type Plain struct {
	String string
	// at are, for each byte of String and its end, the offsets in the text; nil
	// where they are the same.
	at []int
}

// PlainNumbers makes the digits of every script, brackets of full width, circled
// numbers and numbers in brackets of one piece plain ("①" is "[1]"), and drops
// zero-width characters, direction marks and soft hyphens. Superscripts stay.
func PlainNumbers(s string) Plain {
	first := strings.IndexFunc(s, folds)
	if first < 0 {
		return Plain{String: s}
	}
	var b strings.Builder
	at := make([]int, 0, len(s)+1)
	for i := range first {
		at = append(at, i)
	}
	b.WriteString(s[:first])
	digit := first > 0 && s[first-1] >= '0' && s[first-1] <= '9'
	for i, r := range s[first:] {
		i += first
		n := len(string(r))
		out, ok := plainRune(r)
		switch {
		case ok:
		case r == '、' && digit:
			out = "."
		default:
			out = s[i : i+max(1, min(n, len(s)-i))]
			for k := range len(out) {
				at = append(at, i+k)
			}
			b.WriteString(out)
			digit = len(out) == 1 && out[0] >= '0' && out[0] <= '9'
			continue
		}
		for k := range len(out) {
			if k > 0 && k == len(out)-1 {
				at = append(at, i+n) // the closing bracket: behind the number
			} else {
				at = append(at, i)
			}
		}
		b.WriteString(out)
		if out != "" {
			digit = out[len(out)-1] >= '0' && out[len(out)-1] <= '9'
		}
	}
	return Plain{String: b.String(), at: append(at, len(s))}
}

// Offset is where the byte i of the plain text stands in the text.
func (p Plain) Offset(i int) int {
	if p.at == nil {
		return i
	}
	return p.at[i]
}

// Index is the first byte of the plain text that stands at an offset of the text or behind it.
func (p Plain) Index(offset int) int {
	if p.at == nil {
		return offset
	}
	return min(sort.SearchInts(p.at, offset), len(p.String))
}

// folds says whether PlainNumbers may change a rune.
func folds(r rune) bool {
	switch {
	case r < 0x80, r < 0x0600 && r != '\u00ad', r >= 0x3400 && r < 0xa000, r >= 0xac00 && r < 0xd7b0:
		return false // most letters, at once
	}
	_, ok := plainRune(r)
	return ok || r == '、'
}

// enclosed are numbers of one piece (Unicode, Enclosed Alphanumerics, Dingbats,
// Enclosed CJK Letters and Months): from rune to rune, counted from first.
var enclosed = [...]struct { //nolint:gochecknoglobals // a table that nothing changes
	from, to    rune
	first       int
	open, close string
}{
	{'①', '⑳', 1, "[", "]"},
	{'⑴', '⒇', 1, "(", ")"},
	{'⒈', '⒛', 1, "", "."},
	{'⓫', '⓴', 11, "[", "]"},
	{'⓵', '⓾', 1, "[", "]"},
	{'❶', '❿', 1, "[", "]"},
	{'➀', '➉', 1, "[", "]"},
	{'➊', '➓', 1, "[", "]"},
	{'㉑', '㉟', 21, "[", "]"},
	{'㊱', '㊿', 36, "[", "]"},
}

// plainRune is what a rune is written as; false if as itself.
func plainRune(r rune) (string, bool) {
	switch r {
	case '［', '【', '〔', '〖', '﹝':
		return "[", true
	case '］', '】', '〕', '〗', '﹞':
		return "]", true
	case '（', '﴾', '﹙':
		return "(", true
	case '）', '﴿', '﹚':
		return ")", true
	case '：':
		return ":", true
	case '＊':
		return "*", true
	case '\u00ad', '\u061c', '\u2060', '\ufeff':
		return "", true
	}
	switch {
	case r < 0x80:
		return "", false
	case r >= '\u200b' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return "", true
	case unicode.Is(unicode.Nd, r):
		d := digitOf(r)
		return "0123456789"[d : d+1], true
	}
	for _, e := range enclosed {
		if r >= e.from && r <= e.to {
			return e.open + strconv.Itoa(e.first+int(r-e.from)) + e.close, true
		}
	}
	return "", false
}

// digitOf is the value of a decimal digit: the digits of a script stand in a row,
// from zero (Unicode Standard, 4.6).
func digitOf(r rune) int {
	n := int(r)
	for _, t := range unicode.Nd.R16 {
		if n >= int(t.Lo) && n <= int(t.Hi) {
			return (n - int(t.Lo)) % 10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if n >= int(t.Lo) && n <= int(t.Hi) {
			return (n - int(t.Lo)) % 10
		}
	}
	return 0
}
