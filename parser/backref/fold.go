package backref

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ibid/parser/article"
)

// fold is the key under which names and words are compared: lower case,
// without marks, apostrophes and dots, ß as ss, æ as ae, ø as o, ł as l.
func fold(s string) string {
	switch folded, latin := plain(s); {
	case folded:
		return s
	case latin:
		return foldLatin(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == '‘', r == '.', r == 'ʻ', r == 'ʼ':
		case r == 'ß':
			b.WriteString("ss")
		case r == 'æ':
			b.WriteString("ae")
		case r == 'ø':
			b.WriteByte('o')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'đ':
			b.WriteByte('d')
		case r == 'ё':
			b.WriteRune('е')
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}

// plain says whether s is folded already, and whether it is ASCII.
func plain(s string) (folded, latin bool) {
	folded = true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return false, false
		}
		folded = folded && (c < 'A' || c > 'Z') && c != '\'' && c != '.' && (c != ' ' || i > 0 && i < len(s)-1)
	}
	return folded, true
}

// foldLatin is fold for ASCII.
func foldLatin(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			b = append(b, c|0x20)
		case c != '\'' && c != '.':
			b = append(b, c)
		}
	}
	return string(bytes.TrimSpace(b))
}

// umlaut is the second key: ä written as ae.
func umlaut(s string) string {
	s = strings.ToLower(norm.NFC.String(s))
	if !strings.ContainsAny(s, "äöüå") {
		return fold(s)
	}
	for _, pair := range [][2]string{{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"å", "aa"}} {
		s = strings.ReplaceAll(s, pair[0], pair[1])
	}
	return fold(s)
}

// small words say nothing about a title.
const small = `|the|a|an|of|and|in|on|to|for|at|by|from|with|as|or|der|die|das|des|dem|den|und|im|am|zur|zum|von|vom|für|ein|eine|le|la|les|l|d|de|du|et|en|au|aux|des|un|une|el|los|las|y|del|il|lo|gli|i|e|di|da|dei|della|o|os|um|uma|do|dos|van|het|een|și|w|z|na|`

// longestSmall is the length of the longest of them, in bytes.
const longestSmall = 5

// titleWords are the content words of a title, folded, with a light plural
// stem; bigrams for scripts without spaces.
func titleWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(norm.NFKC.String(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && !unicode.Is(unicode.Mn, r)
	}) {
		w = fold(w)
		if w == "" || len(w) <= longestSmall && strings.Contains(small, "|"+w+"|") {
			continue
		}
		if rs := eastern(w); len(rs) > 2 {
			for i := 0; i+1 < len(rs); i++ {
				out = append(out, string(rs[i:i+2]))
			}
			continue
		}
		out = append(out, stem(w))
	}
	return out
}

// eastern are the characters of a word in a script without spaces, nil of others.
func eastern(w string) []rune {
	if r, _ := utf8.DecodeRuneInString(w); r < utf8.RuneSelf || !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
		return nil
	}
	return []rune(w)
}

// stem takes an English plural ending off.
func stem(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// surnames are the keys by which a name can be found, the best first.
func surnames(n article.Name) []string {
	var keys []string
	add := func(s string) {
		if s == "" {
			return
		}
		if slices.Contains(keys, s) {
			return
		}
		keys = append(keys, s)
	}
	if n.Literal != "" {
		add(fold(n.Literal))
		rs := []rune(n.Literal)
		if unicode.In(rs[0], unicode.Han, unicode.Hangul) && len(rs) > 1 && len(rs) <= 5 {
			add(string(rs[:2]))
			add(string(rs[:1]))
		}
		return keys
	}
	n.Family = strings.TrimFunc(n.Family, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
	n.Family = strings.TrimSuffix(strings.TrimSuffix(n.Family, "'s"), "’s") // "in Marlowe's Heron Ledger"
	add(fold(n.Family))
	add(umlaut(n.Family))
	for _, scheme := range romanized(n.Family) {
		add(scheme)
	}
	if n.Particle != "" {
		add(fold(n.Particle + " " + n.Family))
	}
	if parts := strings.FieldsFunc(n.Family, func(r rune) bool { return r == '-' || r == '‐' || r == ' ' }); len(parts) > 1 {
		for _, p := range parts {
			add(fold(p))
		}
	}
	if eastAsian(n.Given) {
		given, _, _ := strings.Cut(n.Given, " ")
		add(fold(given))
	}
	return keys
}

// schemes are ways of writing Cyrillic in Latin letters: that of the Library of
// Congress, and what BGN, the press and ISO 9 change in it. What Russian,
// Ukrainian and Bulgarian have of their own is the same in all.
var schemes = sync.OnceValue(func() []*strings.Replacer { //nolint:gochecknoglobals // a constant table
	return []*strings.Replacer{
		strings.NewReplacer(),
		strings.NewReplacer("ii", "iy", "iu", "yu", "ia", "ya"),
		strings.NewReplacer("ii", "y", "iu", "yu", "ia", "ya"),
		strings.NewReplacer("zh", "z", "kh", "ch", "ts", "c", "shch", "sc", "ch", "c", "sh", "s", "ii", "ij", "iu", "ju", "ia", "ja"),
	}
})

// cyrillic is the first of them, letter by letter.
const cyrillic = "аaбbвvгgдdеeёeжzhзzиiйiкkлlмmнnоoпpрrсsтtуuфfхkhцtsчchшshщshchъыyьэeюiuяiaіiїiєieґg"

// latin writes Cyrillic letters as the Library of Congress does, without marks.
func latin(s string) string {
	var b strings.Builder
	for _, r := range s {
		i := strings.IndexRune(cyrillic, r)
		if i < 0 || r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		rest := cyrillic[i+utf8.RuneLen(r):]
		end := strings.IndexFunc(rest, func(r rune) bool { return r >= utf8.RuneSelf })
		if end < 0 {
			end = len(rest)
		}
		b.WriteString(rest[:end])
	}
	return b.String()
}

// romanized is a word in Cyrillic as each of the schemes writes it; nil for others.
func romanized(s string) []string {
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		return nil
	}
	base := latin(strings.ToLower(norm.NFC.String(s)))
	var out []string
	for _, scheme := range schemes() {
		out = append(out, fold(scheme.Replace(base)))
	}
	return out
}

// families are common East Asian family names in Latin script: where the
// given name is one, the order of the parts is not known.
const families = `|kim|lee|yi|rhee|park|pak|choi|choe|jung|chung|jeong|kang|cho|yoon|yun|jang|chang|lim|im|han|oh|seo|suh|shin|kwon|hwang|ahn|an|song|yoo|yu|hong|moon|wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo|nguyen|tran|le|pham|`

func eastAsian(given string) bool {
	first, _, _ := strings.Cut(fold(given), " ")
	return first != "" && strings.Contains(families, "|"+first+"|")
}

// acronymOf is made of the initials of the significant words of a name.
func acronymOf(s string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		if len(w) <= longestSmall && strings.Contains(small, "|"+strings.ToLower(w)+"|") {
			continue
		}
		for _, r := range w {
			if unicode.IsLetter(r) {
				b.WriteRune(unicode.ToUpper(r))
			}
			break
		}
	}
	return b.String()
}
