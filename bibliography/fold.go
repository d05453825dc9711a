package bibliography

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is how text is compared: lower case, without marks.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(strings.TrimSpace(b.String()))
}

// words are the words of a text, folded; apostrophes belong to them and are dropped.
func words(s string) []string {
	s = strings.Map(func(r rune) rune {
		if r == '\'' || r == '’' || r == 'ʼ' || r == 'ʻ' {
			return -1
		}
		return r
	}, fold(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// ascii is a text in the letters a–z and digits alone, all else left out.
// Marks are taken off; Cyrillic, Greek and Hangul letters are written in Latin ones.
// Chinese characters have no such reading that would not need a dictionary.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range fold(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case r >= hangulFirst && r <= hangulLast:
			syllable(&b, int(r-hangulFirst))
		case r >= 0x80:
			b.WriteString(latin(r))
		}
	}
	return b.String()
}

// The precomposed syllables of Hangul (The Unicode Standard, section 3.12).
const (
	hangulFirst, hangulLast = '가', '힣'
	vowels, finals          = 21, 28
)

// syllable writes a syllable of Hangul as the Revised Romanization spells its
// letters one by one.
func syllable(b *strings.Builder, i int) {
	initial := [...]string{"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"}
	vowel := [vowels]string{"a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"}
	final := [finals]string{"", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"}
	b.WriteString(initial[i/(vowels*finals)])
	b.WriteString(vowel[i/finals%vowels])
	b.WriteString(final[i%finals])
}

// latin writes a letter of another alphabet, folded, in Latin ones.
func latin(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ı', 'і':
		return "i"
	case 'є':
		return "ye"
	}
	if r >= 'а' && r <= 'я' {
		return [...]string{
			"a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
			"t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
		}[r-'а']
	}
	if r >= 'α' && r <= 'ω' {
		return [...]string{
			"a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f", "ch", "ps", "o",
		}[r-'α']
	}
	return ""
}
