package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/pattern"
)

// countedAt reads a number with the word that says what it counts: "vol. 12",
// "S. 45–67", "12. Jg.", "第3期". n is its length, or 0.
func countedAt(s string, i int) (counts label, n int) {
	at := i
	r, size := utf8.DecodeRuneInString(s[at:])
	if r == '第' || r == '제' && len(s) > i+size && digit(s[i+size]) {
		at += size
	}
	if unicode.IsDigit(rune(s[min(at, len(s)-1)])) {
		return countedBehind(s, i, at)
	}
	for range 2 { // "at p. 5"
		l, next := countWord(s, at)
		if next == 0 {
			break
		}
		if counts == none || counts == locator && l == page {
			counts = l
		}
		at = next
		if courtOfAppeal.MatchString(s[i:min(len(s), i+len("App. 2000)"))]) {
			return none, 0
		}
		if m := numberLen(s[at:]); m > 0 && (m > 1 || s[i+1] != '.' || !unicode.IsUpper(rune(s[i])) || !unicode.IsUpper(rune(s[at]))) { // not S.I. Sandor
			if counts == locator || strings.HasPrefix(s[i:], "s ") {
				m += subsections(s[at+m:])
			}
			for (counts == rest || counts == locator) && at+m+1 < len(s) && s[at+m] == '.' && digit(s[at+m+1]) { // version 1.0.2, para 2.15
				m += 1 + figureLen(s[at+m+1:])
			}
			return counts, at + m - i
		}
	}
	return none, 0
}

// courtOfAppeal is the end of an American court's name and the year behind it,
// which counts no appendix: "(Fla. Dist. Ct. App. 2000)".
var courtOfAppeal = pattern.New(`^App\. (?:1[89]|20)\d\d\)`)

// ordinalSign is what makes an ordinal of an abbreviation.
var ordinalSign = pattern.New(`^\.[º°]`)

// subsections is the length of what follows the number of a section in
// brackets: "(1)(b)".
func subsections(s string) int {
	n := 0
	for strings.HasPrefix(s[n:], "(") {
		end := strings.IndexByte(s[n:], ')')
		if end < 2 || end > 4 || strings.ContainsAny(s[n:n+end], " .,") {
			break
		}
		n += end + 1
	}
	return n
}

// countWord reads one word of data/numbers.tsv and the space behind it.
func countWord(s string, i int) (label, int) {
	end := i
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && r != '°' && r != 'º' && r != '§' && r != '¶' && r != '№' {
			break
		}
		end += size
	}
	if end == i || end-i > 16 {
		return none, 0
	}
	word := strings.ToLower(s[i:end])
	if m := ordinalSign.FindString(s[end:]); m != "" { // n.º
		word += m
		end += len(m)
	}
	l, ok := tables().numbers[word]
	if !ok || word == "folge" && strings.HasSuffix(s[:i], "Neue ") { // Salzchronik Neue Folge 3
		return none, 0
	}
	dot := strings.HasPrefix(s[end:], ".")
	next := len(s) - len(strings.TrimLeft(s[end:], ".\u00a0 "))
	if last, _ := utf8.DecodeLastRuneInString(word); unicode.Is(unicode.Hebrew, last) {
		next = len(s) - len(strings.TrimLeft(s[end:], "'׳\u00a0 ")) // עמ' 12
	}
	// One letter needs its full stop, or the number right behind it.
	if r, size := utf8.DecodeRuneInString(s[i:]); size == end-i && unicode.IsLetter(r) && r < 0x590 && !dot && next > end && (i < 2 || s[i-2] != ',' && s[i-2] != ')' || unicode.IsUpper(r)) {
		return none, 0
	}
	if l == rest && s[i:end] == "v" && dot {
		l = volume // v. 12, but v1.1
	}
	return l, next
}

// countedBehind reads a number whose word comes behind it.
func countedBehind(s string, i, at int) (label, int) {
	m := numberLen(s[at:])
	if m == 0 {
		return none, 0
	}
	rest := s[at+m:]
	r, size := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	lead := len(rest) - len(strings.TrimLeft(rest, " "))
	switch {
	case strings.ContainsRune("页頁쪽面면", r):
		return page, at + m + lead + size - i
	case strings.ContainsRune("卷巻권辑輯", r):
		return volume, at + m + lead + size - i
	case strings.ContainsRune("期号號호", r):
		return issue, at + m + lead + size - i
	}
	if word, ok := strings.CutPrefix(rest, ". "); ok {
		end := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(word)
		}
		switch strings.ToLower(word[:end]) {
		case "jg", "jahrg", "jahrgang", "bd", "band", "årg":
			return volume, at + m + 2 + end - i
		case "stück", "heft":
			return issue, at + m + 2 + end - i
		}
	}
	return none, 0
}

// numberLen is the length of a number at the start of s, with ranges, lists and
// what says that it goes on: "45–67", "3, 5 and 7", "xii", "A1", "12 f.",
// "12/3", "8(2)" up to the bracket. 0 if there is none.
func numberLen(s string) int {
	n := figureLen(s)
	if n == 0 {
		return 0
	}
	for {
		rest := s[n:]
		lead := len(rest) - len(strings.TrimLeft(rest, " "))
		r, size := utf8.DecodeRuneInString(rest[lead:])
		switch {
		case strings.ContainsRune("-–—‑~～/:", r) && (lead == 0 || r != ':' && r != '/') && lead < 2:
			tail := strings.TrimPrefix(rest[lead+size:], "-") // TeX has -- for a dash
			space := len(tail) - len(strings.TrimLeft(tail, " "))
			m := figureLen(tail[space:])
			if m == 0 || space > 1 || space > 0 && lead == 0 {
				return n
			}
			n += len(rest) - len(tail) + space + m
			continue
		case lead < 2:
			if m := pagesFollow(rest[lead:]); m > 0 {
				return n + lead + m
			}
			if m := upTo.FindStringSubmatchIndex(rest); m != nil {
				return n + m[2] + figureLen(rest[m[2]:])
			}
		}
		for _, more := range []string{" et seq", " et seqq", " et passim", " passim", " and passim", " sqq", " i n", " y ss", " e ss", " e segg", " e seguenti", " et s"} {
			if t, ok := strings.CutPrefix(rest, more); ok && (t == "" || !letterAt(t, 0)) {
				n += len(more)
				if strings.HasPrefix(s[n:], ".") {
					n++
				}
				return n
			}
		}
		return n
	}
}

// upTo is the end of a range that a word leads to: "56 à 80", "12 bis 17".
var upTo = pattern.New(`^\s(?:à|a|bis|to)\s(\d{1,5})(?:$|[^\p{L}\d:./-]|\.(?:$|\D))`)

// pagesFollow is the length of what says at the start of s that more pages follow
// the one before it, with its full stop: "ff.", "sq."; or 0.
func pagesFollow(s string) int {
	for _, more := range []string{"ff", "f", "sqq", "sq", "ss"} {
		if t, ok := strings.CutPrefix(s, more); ok && (t == "" || !letterAt(t, 0) && !digit(t[0])) {
			return len(more) + len(t) - len(strings.TrimPrefix(t, "."))
		}
	}
	return 0
}

// figureLen is the length of one number: digits with a letter before or
// behind, or a Roman numeral.
func figureLen(s string) int {
	n := 0
	if len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && digit(s[1]) || len(s) > 4 && s[0] == 'e' && digit(s[1]) && digit(s[2]) && digit(s[3]) {
		n = 1 // page A1, article e1234
	}
	for n < len(s) && digit(s[n]) {
		n++
	}
	if n > 0 && digit(s[n-1]) {
		if n < len(s) && s[n] >= 'a' && s[n] <= 'z' && (n+1 == len(s) || !letterAt(s, n+1)) && s[n] != 'f' && !noteAt(s, n) {
			n++
		}
		if n < len(s) && letterAt(s, n) && !wideAt(s, n) {
			if noteAt(s, n) {
				for n++; n < len(s) && digit(s[n]); n++ {
				}
				return n
			}
			if pagesFollow(s[n:]) > 0 {
				return n
			}
			return 0
		}
		return n
	}
	n = 0
	for n < len(s) && strings.IndexByte("ivxlcIVXLC", s[n]) >= 0 {
		n++
	}
	if n == 0 || n < len(s) && (letterAt(s, n) || digit(s[n]) || s[n] == '\'') || !romanNumber(s[:n]) {
		return 0
	}
	return n
}

// noteAt says whether the number of a note stands at offset n, right behind a
// page: 45n2.
func noteAt(s string, n int) bool { return s[n] == 'n' && n+1 < len(s) && digit(s[n+1]) }

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

func wideAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return wide(r)
}

// romanNumber says whether s is a number in Roman numerals of one case.
func romanNumber(s string) bool {
	if s == "" || len(s) > 9 || strings.Trim(s, "IVXLCDM") != "" && strings.Trim(s, "ivxlcdm") != "" {
		return false
	}
	l := strings.ToLower(s)
	if len(s) == 2 && strings.ContainsAny(l, "dm") {
		return false // DC
	}
	for _, never := range []string{"iiii", "vv", "xxxx", "ll", "cccc", "dd", "il", "ic", "id", "im", "vx", "vl", "vc", "vd", "vm", "lc", "ld", "lm", "dm"} {
		if strings.Contains(l, never) {
			return false
		}
	}
	return true
}

// editionAt is the length of "2nd ed.", "3. Aufl.", "2., erweiterte Auflage" at
// the start of s, or 0.
func editionAt(s string) int {
	n := 0
	for n < len(s) && n < 3 && digit(s[n]) {
		n++
	}
	if n == 0 {
		return 0
	}
	for range 5 {
		rest := strings.TrimLeft(s[n:], ".,ªº° ")
		at := len(s) - len(rest)
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(rest)
		}
		w := strings.ToLower(rest[:end])
		if w == "" {
			return 0
		}
		switch x := tables().words[w]; {
		case x&editionWord != 0, rest[:end] == "EL", w == "lfg", w == "ergänzungslieferung":
			n = at + end
			if strings.HasPrefix(s[n:], ".") {
				n++
			}
			return n
		case x&ordinalWord == 0 && w != "st" && w != "nd" && w != "rd" && w != "th" && w != "e" && w != "a" && w != "ª" && w != "und" && w != "ème" && w != "durchges":
			return 0
		}
		n = at + end
	}
	return 0
}

// issueBehind is the number of an issue behind a volume's full stop, before a year.
var issueBehind = pattern.New(`^\.\d{1,3} \(`)
