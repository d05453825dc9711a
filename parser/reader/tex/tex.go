// Package tex knows how TeX writes characters: its commands for signs and
// accents, and plain text with such commands in it.
package tex

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Sign is the text that a command stands for, by its name without backslash.
func Sign(name string) (string, bool) {
	s, ok := signs[name]
	return s, ok
}

// Accent is the combining character that a command puts over the next letter.
func Accent(name string) (string, bool) {
	s, ok := accents[name]
	return s, ok
}

// Accented is a letter with a mark over it, as one character where there is one.
func Accented(base, mark string) string {
	if base == "" {
		return ""
	}
	_, size := utf8.DecodeRuneInString(base)
	return norm.NFC.String(base[:size] + mark + base[size:])
}

// plainSigns are what TeX makes of signs that follow each other.
var plainSigns = strings.NewReplacer("---", "—", "--", "–", "``", "“", "''", "”", "~", "\u00a0") //nolint:gochecknoglobals // a constant table

// Plain is a value as it is shown: commands for characters are those, other
// commands and braces are left out, white space is folded. Styles are lost.
func Plain(s string) string {
	if !strings.ContainsAny(s, "\\{}$%") {
		return strings.Join(strings.Fields(plainSigns.Replace(s)), " ")
	}
	var b strings.Builder
	from := 0
	flush := func(to int) { b.WriteString(plainSigns.Replace(s[from:to])) }
	for i := 0; i < len(s); {
		switch s[i] {
		case '{', '}', '$':
			flush(i)
			i++
			from = i
		case '\\':
			flush(i)
			i = plainCommand(&b, s, i+1)
			from = i
		default:
			i++
		}
	}
	flush(len(s))
	return strings.Join(strings.Fields(b.String()), " ")
}

// plainCommand writes what the command whose name is at an offset shows, and
// gives the offset behind it.
func plainCommand(b *strings.Builder, s string, i int) int {
	start := i
	for i < len(s) && letter(s[i]) {
		i++
	}
	word := i > start
	if !word && i < len(s) {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	name := s[start:i]
	if mark, ok := accents[name]; ok {
		base, next := letterAt(s, i)
		b.WriteString(Accented(base, mark))
		return next
	}
	shown, ok := signs[name]
	if ok {
		b.WriteString(shown)
	}
	if word {
		for i < len(s) && s[i] == ' ' {
			i++
		}
		if name == "href" && i < len(s) && s[i] == '{' {
			return skipGroup(s, i) // the address; the text comes next
		}
	}
	return i
}

// letterAt is the letter that an accent stands over: the next one, in braces or
// not, or a dotless i or j.
func letterAt(s string, i int) (base string, next int) {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	braced := i < len(s) && s[i] == '{'
	if braced {
		i++
	}
	switch {
	case strings.HasPrefix(s[i:], `\i`), strings.HasPrefix(s[i:], `\j`):
		base = s[i+1 : i+2]
		i += 2
	case i < len(s) && s[i] != '}' && s[i] != '\\':
		_, size := utf8.DecodeRuneInString(s[i:])
		base = s[i : i+size]
		i += size
	}
	if braced && i < len(s) && s[i] == '}' {
		i++
	}
	return base, i
}

// skipGroup is behind the group that opens at an offset.
func skipGroup(s string, i int) int {
	depth := 0
	for ; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
