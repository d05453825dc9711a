package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A lexicon finds set phrases in a text, in time linear in its length.
//
// A phrase is written as words in lower case. {a,b c,} stands for one of
// several, an empty one included; a * at the end of a word for any ending; ^
// at the start for the start of a sentence; = for a whole title, or the whole of
// one of its parts, which stops and dashes set off; @ for either, a whole part
// of a title or the start of a sentence in a text. In scripts without spaces words are
// not told apart.
type lexicon struct {
	root  node
	solid []string // in scripts without spaces
}

// node is a place in the tree of phrases, reached by the words before it. There
// are some ten thousand, most with one way on or none: hence no maps.
type node struct {
	next  []branch // in order of their words
	stems []branch // words of which the ending is open
	// any, start and whole say that a phrase ends here that counts anywhere,
	// at the start of a sentence, as a whole.
	any, start, whole bool
	startOfText       bool
}

type branch struct {
	word string // for a stem, how it starts
	to   *node
}

// newLexicon makes a lexicon of the last cell of each row.
func newLexicon(rows [][]string) *lexicon {
	l := &lexicon{}
	for _, row := range rows {
		l.learn(row[len(row)-1])
	}
	return l
}

func (l *lexicon) learn(pattern string) {
	for _, phrase := range alternatives(norm.NFC.String(pattern)) {
		kind := byte(' ')
		if phrase = strings.TrimSpace(phrase); phrase != "" && strings.IndexByte("^=@", phrase[0]) >= 0 {
			kind, phrase = phrase[0], phrase[1:]
		}
		if r, _ := utf8.DecodeRuneInString(phrase); spaceless(r) {
			l.solid = append(l.solid, string(kind)+strings.ReplaceAll(phrase, " ", ""))
			continue
		}
		n := &l.root
		for word := range strings.FieldsSeq(phrase) {
			n = n.step(word)
		}
		n.any = n.any || kind == ' '
		n.start = n.start || kind == '^'
		n.whole = n.whole || kind == '=' || kind == '@'
		n.startOfText = n.startOfText || kind == '@'
	}
}

func (n *node) step(word string) *node {
	if prefix, open := strings.CutSuffix(word, "*"); open {
		return grow(&n.stems, prefix)
	}
	return grow(&n.next, word)
}

// grow is where a word leads, a new place if it leads nowhere yet.
func grow(list *[]branch, word string) *node {
	i, ok := search(*list, word)
	if !ok {
		*list = slices.Insert(*list, i, branch{strings.Clone(word), &node{}})
	}
	return (*list)[i].to
}

// search is where a word stands in a list, or would.
func search(list []branch, word string) (int, bool) {
	return slices.BinarySearchFunc(list, word, func(b branch, word string) int { return strings.Compare(b.word, word) })
}

// alternatives writes out the braces of a pattern.
func alternatives(pattern string) []string {
	before, rest, ok := strings.Cut(pattern, "{")
	if !ok {
		return []string{pattern}
	}
	list, after, _ := strings.Cut(rest, "}")
	var out []string
	tails := alternatives(after)
	for choice := range strings.SplitSeq(list, ",") {
		for _, tail := range tails {
			out = append(out, before+choice+tail)
		}
	}
	return out
}

// said is a word of a text and where it stands; first says that a sentence or
// a part starts with it, stopped that a sentence ends before it, part the number
// of the part of a title that it is in.
type said struct {
	word           string
	start, end     int
	first, stopped bool
	part           int
}

// spoken are the words of a text.
func spoken(s string) []said {
	out := make([]said, 0, len(s)/6+2)
	start, first, stopped, part := -1, true, false, 0
	flush := func(end int) {
		if start >= 0 {
			out = append(out, said{plainWord(s[start:end]), start, end, first, stopped, part})
			start, first, stopped = -1, false, false
		}
	}
	for i, r := range s {
		switch {
		case joins(r, s, i):
			flush(i) // a compound's hyphen
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), ignorable(r):
			if start < 0 {
				start = i
			}
		case r == '\'' || r == '’' || r == 'ʼ' || r == '`':
			// part of a word, as in "can't"
		default:
			flush(i)
			switch {
			case r == '.' && i+1 < len(s) && s[i+1] != ' ':
				// inside a name or a number
			case strings.ContainsRune(".!?;…。！？¡¿", r):
				part++
				first, stopped = true, true
			case strings.ContainsRune("|–—-·•»«:/：｜", r):
				part++
				first = true
			}
		}
	}
	flush(len(s))
	return out
}

// joins says whether a hyphen or slash stands inside a compound.
func joins(r rune, s string, i int) bool {
	return (r == '-' || r == '/') && i > 0 && s[i-1] != ' '
}

// ignorable says whether a character is not seen: a soft hyphen, a joiner.
func ignorable(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || r == '\u2060' || r == '\ufeff'
}

// plainWord is a word in the form in which phrases are written.
func plainWord(w string) string {
	ascii := true
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if !ascii {
		w = norm.NFKC.String(strings.Map(func(r rune) rune {
			switch {
			case ignorable(r):
				return -1
			case r == '’', r == 'ʼ':
				return '\''
			}
			return r
		}, w))
	}
	return strings.ToLower(strings.ReplaceAll(strings.Trim(w, "'`"), "`", "'"))
}

// find is the first phrase in a text, as it stands there. whole says that the
// text is a title, so that phrases for one count.
func (l *lexicon) find(s string, whole bool) (string, bool) {
	words := spoken(s)
	for i := range words {
		if end := l.root.longest(words, i, i, whole); end > i {
			return s[words[i].start:words[end-1].end], true
		}
	}
	return l.findSolid(s, whole)
}

// longest is the index behind the longest phrase of words[from:] that a walk
// from n on ends with, 0 if there is none.
func (n *node) longest(words []said, from, at int, title bool) int {
	best := 0
	if at > from {
		whole := title && n.whole && wholePart(words, from, at)
		if n.any || (n.start || n.startOfText && !title) && words[from].first || whole {
			best = at
		}
	}
	if at == len(words) || at > from && words[at].stopped {
		return best // phrases do not go on in the next sentence
	}
	if i, ok := search(n.next, words[at].word); ok {
		best = max(best, n.next[i].to.longest(words, from, at+1, title))
	}
	for _, s := range n.stems {
		if strings.HasPrefix(words[at].word, s.word) {
			best = max(best, s.to.longest(words, from, at+1, title))
		}
	}
	return best
}

// wholePart says whether words[from:to] are parts of a title and nothing else.
func wholePart(words []said, from, to int) bool {
	return (from == 0 || words[from-1].part < words[from].part) && (to == len(words) || words[to].part > words[to-1].part)
}

// findSolid looks for phrases in scripts without spaces.
func (l *lexicon) findSolid(s string, whole bool) (string, bool) {
	if !strings.ContainsFunc(s, spaceless) {
		return "", false
	}
	plain := strings.ToLower(strings.Join(strings.FieldsFunc(norm.NFKC.String(s), unicode.IsSpace), ""))
	parts := strings.FieldsFunc(plain, func(r rune) bool { return strings.ContainsRune("|–—-·•»«:/。！？!?．.", r) })
	for _, phrase := range l.solid {
		kind, words := phrase[0], phrase[1:]
		found := strings.Contains(plain, words)
		switch kind {
		case '=', '@':
			found = whole && slices.Contains(parts, words)
		case '^':
			found = slices.ContainsFunc(parts, func(p string) bool { return strings.HasPrefix(p, words) })
		}
		if found {
			return words, true
		}
	}
	return "", false
}
