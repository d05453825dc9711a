package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
)

// Label is the number with which a line begins like a note, or 0: "[3] ",
// "(3) ", "3. ", "³ ", "Footnote 3:", in the digits of whatever script.
func Label(s string) int {
	const longest = 64 // bytes that a label has room in
	s = strings.TrimLeft(s, " \t\u00a0")
	s = strings.TrimLeft(document.PlainNumbers(s[:min(len(s), longest)]).String, " \t")
	for _, prefix := range [...]string{"[Footnote ", "Footnote ", "[Note ", "Note ", "Fn. ", "FN ", "Anm. ", "Anmerkung ", "Fußnote ", "Nota "} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			n, after := digits(rest)
			if n > 0 && (strings.HasPrefix(after, ":") || prefix == "[Note " && strings.HasPrefix(after, "]")) {
				return n
			}
			return 0
		}
	}
	if n, after := raised(s); n > 0 && after != "" {
		return n
	}
	if rest, ok := strings.CutPrefix(s, "^"); ok {
		if n, after := digits(rest); n > 0 && strings.HasPrefix(after, " ") {
			return n
		}
		return 0
	}
	open := strings.HasPrefix(s, "[") || strings.HasPrefix(s, "(")
	if open {
		s = unworded(strings.TrimPrefix(s[1:], "^"))
	}
	n, after := digits(s)
	if n == 0 && open {
		i := strings.IndexByte(s, ']')
		if n, after = roman(strings.ToLower(s[:max(i, 0)])); i > 0 {
			after += s[i:]
		}
	}
	if n == 0 {
		return 0
	}
	if after != "" && unicode.IsLetter(rune(after[0])) && after[0] < utf8.RuneSelf {
		after = after[1:] // 12a
	}
	after = strings.Replace(after, "\t", " ", 1)
	switch {
	case open && (strings.HasPrefix(after, "]: ") || strings.HasPrefix(after, "] ") || strings.HasPrefix(after, ") ") || strings.HasPrefix(after, "].") || strings.HasPrefix(after, "]\u00a0")):
		return n
	case open && len(after) > 1 && (after[0] == ']' || after[0] == ')') && ideographic(after[1:]), open && len(after) > 1 && after[0] == ']' && after[1] >= 'A' && after[1] <= 'Z':
		return n
	case !open && (strings.HasPrefix(after, ". ") || strings.HasPrefix(after, ") ")):
		return n
	}
	return 0
}

// unworded is what stands in a bracket behind the word for a note: "fn. 3".
func unworded(s string) string {
	rest := strings.TrimLeftFunc(s, unicode.IsLetter)
	switch word := s[:len(s)-len(rest)]; strings.ToLower(word) {
	case "n", "nb", "nt", "fn", "en", "note", "nota", "anm", "footnote", "fußnote", "endnote", "注", "註", "주":
		return strings.TrimPrefix(strings.TrimPrefix(rest, "."), " ")
	}
	return s
}

// ideographic says whether a text goes on without a space, as Chinese and Japanese do.
func ideographic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x2e80 && r != utf8.RuneError
}

// raised reads a number in superscript digits.
func raised(s string) (n int, after string) {
	const figures = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	i := 0
	for j, r := range s {
		at := strings.IndexRune(figures, r)
		if at < 0 || j > 3*4 {
			break
		}
		n = n*10 + utf8.RuneCountInString(figures[:at])
		i = j + utf8.RuneLen(r)
	}
	return n, s[i:]
}

// roman reads a numeral made of i, v and x.
func roman(s string) (n int, after string) {
	end := strings.IndexFunc(s, func(r rune) bool { return r != 'i' && r != 'v' && r != 'x' })
	if end < 0 {
		end = len(s)
	}
	if end < 1 || end > 5 {
		return 0, s
	}
	before := 0
	for i := end - 1; i >= 0; i-- {
		v := map[byte]int{'i': 1, 'v': 5, 'x': 10}[s[i]]
		if v < before {
			n -= v
		} else {
			n, before = n+v, v
		}
	}
	return n, s[end:]
}

// digits reads a number of at most four digits.
func digits(s string) (n int, after string) {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i < len(s) && s[i] >= '0' && s[i] <= '9' {
		return 0, s
	}
	return n, s[i:]
}
