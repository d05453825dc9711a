package pattern

import (
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"
)

// filter knows texts in which an expression can't match, without trying. It
// costs some nanoseconds where a try costs microseconds, and most tries of most
// expressions find nothing.
type filter struct {
	// first holds the bytes that a match can start with, where it can start at
	// the start of the text only and is not empty; nil otherwise.
	first *[256]bool
	// needs are words of which one is in every match; nil where none is known.
	needs []need
}

// need is a word that stands in a text.
type need struct {
	word string
	// fold says that case does not matter; the word is in lower case and ASCII then.
	fold bool
	rare int // where in the word its rarest letter stands
}

const (
	// mostNeeds is how many words are looked for, at most.
	mostNeeds = 16
	// longS and kelvin are the two characters outside ASCII that are letters of
	// it but for their case (Unicode's CaseFolding.txt).
	longS, kelvin = "ſ", "\u212a"
)

func newFilter(expr string) filter {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return filter{} // package regexp says what is wrong
	}
	f := filter{needs: needsOf(re)}
	if anchored(re) {
		var set [256]bool
		if !firstOf(re, &set) {
			f.first = &set
		}
	}
	return f
}

// may says whether the expression may match in s; false is certain.
func (f *filter) may(s string) bool {
	if f.first != nil && (s == "" || !f.first[s[0]]) {
		return false
	}
	if f.needs == nil {
		return true
	}
	for _, n := range f.needs {
		if n.in(s) {
			return true
		}
	}
	return false
}

func (n need) in(s string) bool {
	if !n.fold {
		return strings.Contains(s, n.word)
	}
	return n.inAnyCase(s) || strings.Contains(s, longS) || strings.Contains(s, kelvin)
}

// inAnyCase says whether the word stands in s, whatever the case of its letters.
func (n need) inAnyCase(s string) bool {
	low, up := n.word[n.rare], n.word[n.rare]
	if 'a' <= low && low <= 'z' {
		up -= 'a' - 'A'
	}
	for at := n.rare; at < len(s); at++ {
		i := indexEither(s[at:], low, up)
		if i < 0 {
			return false
		}
		at += i
		start, end := at-n.rare, at-n.rare+len(n.word)
		if end > len(s) {
			return false
		}
		if strings.EqualFold(s[start:end], n.word) {
			return true
		}
	}
	return false
}

// indexEither is where the first of two bytes stands, -1 if neither does.
func indexEither(s string, a, b byte) int {
	i := strings.IndexByte(s, a)
	if i >= 0 {
		s = s[:i]
	}
	if j := strings.IndexByte(s, b); j >= 0 {
		return j
	}
	return i
}

// common are the letters of prose, the most frequent first; what is not among
// them is rarer.
const common = " etaoinsrhldcumfpgwybvkxjqz"

// rarest is where the rarest byte of a word stands.
func rarest(word string) int {
	best, at := -1, 0
	for i := range len(word) {
		rank := strings.IndexByte(common, word[i])
		if rank < 0 {
			return i
		}
		if rank > best {
			best, at = rank, i
		}
	}
	return at
}

// anchored says whether a match starts at the start of the text only.
func anchored(re *syntax.Regexp) bool {
	switch re.Op { //nolint:exhaustive // no other starts with an anchor
	case syntax.OpBeginText:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return anchored(re.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !anchored(sub) {
				return false
			}
		}
		return true
	}
	return false
}

// firstOf adds the bytes that a match can start with to set, and says whether a
// match can be empty.
func firstOf(re *syntax.Regexp, set *[256]bool) (empty bool) {
	switch re.Op {
	case syntax.OpNoMatch:
		return false
	case syntax.OpLiteral:
		addRune(set, re.Rune[0], re.Flags&syntax.FoldCase != 0)
		return false
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			addRange(set, re.Rune[i], re.Rune[i+1])
		}
		return false
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		addRange(set, 0, unicode.MaxRune)
		return false
	case syntax.OpCapture, syntax.OpPlus:
		return firstOf(re.Sub[0], set)
	case syntax.OpStar, syntax.OpQuest:
		firstOf(re.Sub[0], set)
		return true
	case syntax.OpRepeat:
		return firstOf(re.Sub[0], set) || re.Min == 0
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if !firstOf(sub, set) {
				return false
			}
		}
		return true
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			empty = firstOf(sub, set) || empty
		}
		return empty
	default: // places between characters
		return true
	}
}

func addRune(set *[256]bool, r rune, fold bool) {
	addRange(set, r, r)
	if !fold {
		return
	}
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		addRange(set, other, other)
	}
}

// addRange adds the first bytes of all characters from lo to hi, which are in
// the order of the characters; U+FFFD stands for bytes that are no UTF-8, too.
func addRange(set *[256]bool, lo, hi rune) {
	var b [utf8.UTFMax]byte
	utf8.EncodeRune(b[:], lo)
	from := int(b[0])
	utf8.EncodeRune(b[:], hi)
	to := int(b[0])
	if lo <= utf8.RuneError && utf8.RuneError <= hi {
		from, to = min(from, utf8.RuneSelf), len(set)-1
	}
	for c := from; c <= to; c++ {
		set[c] = true
	}
}

// needsOf are words of which one is in every match of re, nil where that is not known.
func needsOf(re *syntax.Regexp) []need {
	switch re.Op { //nolint:exhaustive // the others need no word
	case syntax.OpLiteral:
		if n, ok := literal(re); ok {
			return []need{n}
		}
	case syntax.OpCharClass:
		return classNeeds(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return needsOf(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needsOf(re.Sub[0])
		}
	case syntax.OpConcat:
		var best []need
		for _, sub := range re.Sub {
			if n := needsOf(sub); better(n, best) {
				best = n
			}
		}
		return best
	case syntax.OpAlternate:
		var all []need
		for _, sub := range re.Sub {
			n := needsOf(sub)
			if n == nil || len(all)+len(n) > mostNeeds {
				return nil
			}
			all = append(all, n...)
		}
		return all
	}
	return nil
}

func literal(re *syntax.Regexp) (need, bool) {
	word := string(re.Rune)
	if strings.ContainsRune(word, utf8.RuneError) {
		return need{}, false
	}
	if re.Flags&syntax.FoldCase == 0 {
		return need{word: word}, true
	}
	for _, r := range re.Rune {
		if r >= utf8.RuneSelf {
			return need{}, false
		}
	}
	word = strings.ToLower(word)
	return need{word, true, rarest(word)}, true
}

// classNeeds are the characters of a small class.
func classNeeds(ranges []rune) []need {
	const most = 4
	var all []need
	for i := 0; i < len(ranges); i += 2 {
		if ranges[i+1]-ranges[i] >= most || len(all) >= most || ranges[i] == utf8.RuneError {
			return nil
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			all = append(all, need{word: string(r)})
		}
	}
	return all
}

// better says whether a list of needs is met by fewer texts than another.
func better(a, b []need) bool {
	if a == nil || b == nil {
		return a != nil
	}
	x, y := shortest(a), shortest(b)
	return x > y || x == y && len(a) < len(b)
}

func shortest(list []need) int {
	n := len(list[0].word)
	for _, x := range list[1:] {
		n = min(n, len(x.word))
	}
	return n
}
