package link

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A lexicon finds set phrases in a text, in time linear in its length.
//
// A phrase is written as words in lower case. {a,b c,} stands for one of
// several, an empty one included; a * at the end of a word for any ending; ~ for
// up to seven words of the same clause, or none; ^ at the start for the start of
// a sentence or a line; = for a whole title, or the whole of one of its parts,
// which stops and dashes set off, but not what a subtitle follows ("Not Found: A
// Novel"); @ for a whole part of a title, that too, or the start of a sentence in
// a text. In scripts without spaces words are
// not told apart.
//
// A pattern stays one graph, whose places are those between its words: written
// out, those of a table are twenty thousand phrases.
type lexicon struct {
	places []place
	ways   []way     // of one place after the other
	root   []way     // into phrases, in order of their words
	solid  []string  // in scripts without spaces
	room   sync.Pool // of *[]said, for the words of a text
}

// place is one in a pattern, reached by the words before it. Its ways are
// those from first up to last, in order of their words.
type place struct {
	first, last uint32
	gap         uint32 // one more than the place behind some words of any kind, 0 for none
	ends        byte   // the kind of phrase that ends here, 0 for none
}

// way leads from a place to the one behind a word.
type way struct {
	word string // for a stem, how it starts
	stem bool   // its ending is open
	to   uint32
}

// newLexicon makes a lexicon of the last cell of each row.
func newLexicon(rows [][]string) *lexicon {
	c := compiler{l: &lexicon{}, known: map[int]uint32{}}
	for _, row := range rows {
		c.learn(norm.NFC.String(row[len(row)-1]))
	}
	inOrder(c.ways)
	l := c.l
	// They stay for the whole run: without room for more.
	l.places, l.ways, l.root, l.solid = slices.Clone(l.places), slices.Clone(l.ways), slices.Clone(c.ways), slices.Clone(l.solid)
	return l
}

func (c *compiler) learn(pattern string) {
	patterns := []string{pattern}
	switch choices, _, _ := strings.Cut(pattern, "}"); {
	case strings.ContainsFunc(pattern, spaceless):
		patterns = alternatives(pattern)
	case choices[0] == '{' && strings.ContainsAny(choices, "^=@"):
		patterns = firstChoices(pattern)
	}
	for _, p := range patterns {
		kind := byte(' ')
		if p = strings.TrimSpace(p); p != "" && strings.IndexByte("^=@", p[0]) >= 0 {
			kind, p = p[0], p[1:]
		}
		if r, _ := utf8.DecodeRuneInString(p); spaceless(r) {
			c.l.solid = append(c.l.solid, string(kind)+strings.ReplaceAll(p, " ", ""))
			continue
		}
		c.pattern, c.kind = p, kind
		clear(c.known)
		c.from(0, "")
	}
}

// compiler makes the places of patterns, one after the other.
type compiler struct {
	l       *lexicon
	pattern string
	kind    byte
	known   map[int]uint32 // places by where they are in the pattern
	// ways are those into patterns, and behind them those on from the places that
	// are being made, the innermost last.
	ways []way
}

// place is the one at an offset of the pattern, behind a word.
func (c *compiler) place(at int) uint32 {
	if i, ok := c.known[at]; ok {
		return i
	}
	var p place
	outer := len(c.ways)
	if c.from(at, "") {
		p.ends = c.kind
	}
	ways := slices.DeleteFunc(c.ways[outer:], func(w way) bool {
		if w.word == "~" {
			p.gap = w.to + 1
		}
		return w.word == "~"
	})
	inOrder(ways)
	p.first = uint32(len(c.l.ways)) //nolint:gosec // a table of some kilobytes
	c.l.ways = append(c.l.ways, ways...)
	c.ways = c.ways[:outer]
	p.last = uint32(len(c.l.ways)) //nolint:gosec // as above
	i := uint32(len(c.l.places))   //nolint:gosec // as above
	c.l.places = append(c.l.places, p)
	c.known[at] = i
	return i
}

// from adds the ways on from an offset, where the start of a word may have been
// read, and says whether the pattern may end without another word.
func (c *compiler) from(at int, begun string) (end bool) {
	for at < len(c.pattern) {
		switch rest := c.pattern[at:]; rest[0] {
		case '{':
			for at++; ; {
				end = c.from(at, begun) || end
				choice := strings.IndexAny(c.pattern[at:], ",}")
				if choice < 0 || c.pattern[at+choice] == '}' {
					return end
				}
				at += choice + 1
			}
		case ',': // the other choices
			at += strings.IndexByte(rest, '}') + 1
		case '}':
			at++
		case ' ':
			if at++; begun != "" {
				c.lead(begun, at)
				return false
			}
		default:
			n := strings.IndexAny(rest, "{,} ")
			if n < 0 {
				n = len(rest)
			}
			begun += rest[:n]
			at += n
		}
	}
	if begun != "" {
		c.lead(begun, at)
	}
	return begun == ""
}

// lead adds the way that a word leads, to the place at an offset.
func (c *compiler) lead(word string, at int) {
	to := c.place(at)
	word, stem := strings.CutSuffix(word, "*")
	c.ways = append(c.ways, way{word, stem, to})
}

// inOrder sorts ways by their words, stems last.
func inOrder(ways []way) {
	slices.SortStableFunc(ways, func(a, b way) int {
		switch {
		case a.stem == b.stem:
			return strings.Compare(a.word, b.word)
		case a.stem:
			return 1
		default:
			return -1
		}
	})
}

// alternatives writes out the braces of a pattern.
func alternatives(pattern string) []string {
	if !strings.Contains(pattern, "{") {
		return []string{pattern}
	}
	var out []string
	for _, p := range firstChoices(pattern) {
		out = append(out, alternatives(p)...)
	}
	return out
}

// firstChoices writes out the first braces of a pattern.
func firstChoices(pattern string) []string {
	before, rest, _ := strings.Cut(pattern, "{")
	list, after, _ := strings.Cut(rest, "}")
	var out []string
	for choice := range strings.SplitSeq(list, ",") {
		out = append(out, before+choice+after)
	}
	return out
}

// said is a word of a text and where it stands; first says that a sentence or
// a part starts with it, stopped that a sentence ends before it, part the number
// of the part of a title that it is in, sub that this part goes on from the one
// before, as after a colon or a number in a list, numbered that it is a number
// in a series: "§ 404", "Art. 404".
type said struct {
	word                          string
	start, end                    int
	first, stopped, sub, numbered bool
	part                          int
}

// spoken adds the words of a text.
func spoken(s string, out []said) []said {
	start, first, stopped, sub, part := -1, true, false, false, 0
	flush := func(end int) {
		if start >= 0 {
			word := plainWord(s[start:end])
			out = append(out, said{word, start, end, first, stopped, sub, isNumber(word) && inSeries(s[:start]), part})
			start, first, stopped, sub = -1, false, false, false
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
				sub = sub || r == '.' && len(out) > 0 && isNumber(out[len(out)-1].word)
			case strings.ContainsRune("|–—-·•»«:/：｜", r):
				part++
				first = true
				sub = sub || r == ':' || r == '：'
			case r == '\n':
				first = true
			}
		}
	}
	flush(len(s))
	return out
}

// inSeries says whether a text ends with the sign or the short word that counts
// what a number behind it is one of.
func inSeries(before string) bool {
	before = strings.ToLower(strings.TrimRight(before, " \u00a0"))
	for _, s := range []string{"§", "#", "№", "nº", "n°", "art.", "no.", "nr.", "nos.", "vol.", "sec.", "ch.", "cap.", "fig.", "p.", "pp.", "par.", "inv.", "cat.", "núm.", "ст.", "č."} {
		if rest, ok := strings.CutSuffix(before, s); ok {
			r, _ := utf8.DecodeLastRuneInString(rest)
			return !unicode.IsLetter(r) || !unicode.IsLetter([]rune(s)[0])
		}
	}
	return false
}

func isNumber(word string) bool {
	return strings.Trim(word, "0123456789") == ""
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
	ascii, plain := true, true
	for i := range len(w) {
		c := w[i]
		ascii = ascii && c < utf8.RuneSelf
		plain = plain && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
	}
	if plain {
		return w
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
	room, ok := l.room.Get().(*[]said)
	if !ok {
		room = new([]said)
	}
	words := spoken(s, (*room)[:0])
	defer func() {
		clear(words)
		*room = words
		l.room.Put(room)
	}()
	for i := range words {
		if end := l.follow(l.root, words, i, i, whole); end > i && !mentioned(s, words[i].start, words[end-1].end) {
			return s[words[i].start:words[end-1].end], true
		}
	}
	return l.findSolid(s, whole)
}

// mentioned says whether words stand in quotation marks in the midst of others:
// somebody speaks of them.
func mentioned(s string, start, end int) bool {
	const open, closing = "“„«‘「『", "”“»’」』" // straight ones stand around data, too
	before, size := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[end:], ".!?,"))
	return start > 0 && strings.ContainsRune(open, before) && strings.ContainsRune(closing, after) && strings.TrimSpace(s[:start-size]) != ""
}

// maxGap is the number of words that ~ stands for at most: "the page [you were
// looking for in this blog] does not exist" has seven, more are another matter.
const maxGap = 7

// longest is the index behind the longest phrase of words[from:] that a walk
// from a place on ends with, 0 if there is none.
func (l *lexicon) longest(p place, words []said, from, at int, title bool) int {
	best := 0
	switch {
	case p.ends == ' ',
		(p.ends == '^' || p.ends == '@' && !title) && words[from].first,
		p.ends == '@' && title && wholePart(words, from, at),
		p.ends == '=' && title && wholePart(words, from, at) && (at == len(words) || !words[at].sub):
		best = at
	}
	if at == len(words) || words[at].stopped {
		return best // phrases do not go on in the next sentence
	}
	for to := at; p.gap > 0 && to <= at+maxGap && to < len(words) && !words[to].first; to++ {
		best = max(best, l.longest(l.places[p.gap-1], words, from, to, title))
	}
	return max(best, l.follow(l.ways[p.first:p.last], words, from, at, title))
}

// follow takes the ways that the next word opens.
func (l *lexicon) follow(ways []way, words []said, from, at int, title bool) int {
	best, word := 0, words[at].word
	i, _ := slices.BinarySearchFunc(ways, word, func(w way, word string) int {
		if w.stem {
			return 1
		}
		return strings.Compare(w.word, word)
	})
	for ; i < len(ways) && !ways[i].stem && ways[i].word == word; i++ {
		best = max(best, l.longest(l.places[ways[i].to], words, from, at+1, title))
	}
	for _, w := range slices.Backward(ways) {
		if !w.stem {
			break
		}
		if strings.HasPrefix(word, w.word) && (w.word != "" || at+1 == len(words) || !words[at+1].first) {
			best = max(best, l.longest(l.places[w.to], words, from, at+1, title))
		}
	}
	return best
}

// wholePart says whether words[from:to] are parts of a title and nothing else.
func wholePart(words []said, from, to int) bool {
	return !words[from].numbered && (from == 0 || words[from-1].part < words[from].part) && (to == len(words) || words[to].part > words[to-1].part)
}

// findSolid looks for phrases in scripts without spaces.
func (l *lexicon) findSolid(s string, whole bool) (string, bool) {
	if !strings.ContainsFunc(s, spaceless) {
		return "", false
	}
	lines := strings.ToLower(strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsSpace(r) || r == '、' {
			return -1
		}
		return r
	}, norm.NFKC.String(s)))
	plain := strings.ReplaceAll(lines, "\n", "")
	parts := strings.FieldsFunc(lines, func(r rune) bool { return strings.ContainsRune("\n|–—-·•»«:/。！？!?．.", r) })
	for _, phrase := range l.solid {
		kind, words := phrase[0], phrase[1:]
		found := strings.Contains(plain, words)
		switch kind {
		case '=', '@':
			found = whole && slices.Contains(parts, words)
		case '^':
			found = slices.ContainsFunc(parts, func(p string) bool { return strings.HasPrefix(p, words) || strings.Contains(p, ","+words) })
		}
		if found {
			return words, true
		}
	}
	return "", false
}
