package pandoc

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
)

// placer gives every paragraph its place in the source.
type placer struct {
	src   *source
	walk  *walker
	links map[string]int // address → where it stands first
	found [][]placed     // of notes, by number, those that stand where they are called
	at    int            // words of the body that were found so far
}

// placed is a paragraph with the words of its tokens and their places.
type placed struct {
	p      *paragraph
	words  [][]word // of each token
	places [][]int  // of each token's words: in source.words, or -1
	begin  []int    // of each note that it calls and that stands there: its first word
	behind []int    // and the offset behind its last
}

// list are all words of a paragraph.
func list(p *paragraph) (all []string, words [][]word) {
	words = make([][]word, len(p.tokens))
	var found []word
	for i, t := range p.tokens {
		if t.note > 0 {
			continue
		}
		from := len(found)
		found = wordsOf(t.text, found)
		words[i] = found[from:len(found):len(found)]
		for _, w := range words[i] {
			all = append(all, w.in(t.text))
		}
	}
	return all, words
}

// place finds a paragraph from a place on. Notes that it calls are looked for
// right there first: in many formats they stand where they are called.
func (c *placer) place(p *paragraph, at int) (placed, int) {
	all, words := list(p)
	out := placed{p: p, words: words, places: make([][]int, len(words)), begin: make([]int, len(words)), behind: make([]int, len(words))}
	calls := map[int][]int{} // before which word notes are called, by token
	n := 0
	for i, t := range p.tokens {
		if t.note > 0 {
			calls[n] = append(calls[n], i)
		}
		n += len(words[i])
	}
	inside := func(k, at int) int {
		for _, i := range calls[k] {
			if out.begin[i], at = c.inline(p.tokens[i].note, at); out.begin[i] >= 0 && at > 0 {
				out.behind[i] = int(c.src.words[at-1].to)
			}
		}
		return at
	}
	places, end := c.src.match(all, at, inside)
	end = inside(len(all), end)
	n = 0
	for i := range words {
		out.places[i] = places[n : n+len(words[i])]
		n += len(words[i])
	}
	return out, end
}

// inline looks for a note where it is called; begin is its first word's place, or -1.
func (c *placer) inline(note, at int) (begin, end int) {
	paragraphs := c.walk.notes[note-1]
	if len(paragraphs) == 0 {
		return -1, at
	}
	all, _ := list(&paragraphs[0])
	if len(all) == 0 {
		return -1, at
	}
	begin = c.src.next(all[0], at, near/2)
	if begin < 0 || !c.src.agrees(begin, all) {
		return -1, at
	}
	return begin, c.note(note, begin)
}

// note places the paragraphs of a note from a word on.
func (c *placer) note(note, at int) int {
	paragraphs := c.walk.notes[note-1]
	for i := range paragraphs {
		var p placed
		p, at = c.place(&paragraphs[i], at)
		c.found[note-1] = append(c.found[note-1], p)
	}
	return at
}

// apart places the notes that do not stand where they are called: in the order
// of their calls as far as that goes.
func (c *placer) apart() {
	at := 0
	for i := range c.walk.notes {
		if c.found[i] != nil || len(c.walk.notes[i]) == 0 {
			continue
		}
		if all, _ := list(&c.walk.notes[i][0]); len(all) > 0 {
			begin := c.src.start(all, at, len(c.src.words))
			if begin < 0 {
				begin = c.src.start(all, 0, at)
			}
			if begin >= 0 {
				at = begin
			}
		}
		at = c.note(i+1, at)
	}
}

// typographic is what pandoc makes a character of.
func typographic(r rune) []string {
	switch r {
	case '“':
		return []string{`"`, "``"}
	case '”':
		return []string{`"`, "''"}
	case '‘':
		return []string{"'", "`"}
	case '’':
		return []string{"'"}
	case '–':
		return []string{"--"}
	case '—':
		return []string{"---", "--"}
	case '…':
		return []string{"..."}
	case '\u00a0':
		return []string{"~", " "}
	}
	return nil
}

// text puts the Text of tokens together.
type text struct {
	c    *placer
	b    document.Builder
	at   int // where the last piece that was found ends
	next int // where the next word that is found starts, or -1
}

// word adds a word.
func (x *text) word(s string, place int) {
	if place >= 0 {
		w := x.c.src.words[place]
		x.b.Append(document.NewText(s, int(w.from), ""))
		x.at = int(w.to)
		return
	}
	span := document.Span{Start: x.at, End: x.at}
	if gap := x.gap(); x.next > x.at && len(gap) <= maxGap && strings.TrimSpace(gap) != "" {
		lead := len(gap) - len(strings.TrimLeftFunc(gap, unicode.IsSpace))
		span = document.Span{Start: x.at + lead, End: x.at + len(strings.TrimRightFunc(gap, unicode.IsSpace))}
	}
	if span.End-span.Start == 1 {
		span.End = span.Start // a unit of one byte would be taken for that byte
	}
	x.b.Append(document.Unit(s, span))
	x.at = span.End
}

// maxGap is how much of the source may stand for a word that is not found as it is.
const maxGap = 80

func (x *text) gap() string {
	if x.next < x.at {
		return ""
	}
	return x.c.src.text[x.at:x.next]
}

// between adds what stands between words: signs and spaces.
func (x *text) between(s string) {
	src := x.c.src.text
	for i, r := range s {
		size := utf8.RuneLen(r)
		if size < 0 || r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(s[i:])
		}
		sign := s[i : i+size]
		rest := src[x.at:]
		switch n := len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace)); {
		case unicode.IsSpace(r) && n > 0:
			x.unit(" ", x.at, x.at+min(n, maxGap))
		case strings.HasPrefix(rest, sign):
			x.unit(sign, x.at, x.at+size)
		case x.next >= x.at+size && src[x.next-size:x.next] == sign && !unicode.IsSpace(r):
			x.unit(sign, x.next-size, x.next)
		default:
			x.other(sign, r, rest)
		}
	}
}

// other adds a sign that the source may have in another form.
func (x *text) other(sign string, r rune, rest string) {
	for _, form := range typographic(r) {
		if strings.HasPrefix(rest, form) {
			x.unit(sign, x.at, x.at+len(form))
			return
		}
		if src := x.c.src.text; x.next >= x.at+len(form) && src[x.next-len(form):x.next] == form {
			x.unit(sign, x.next-len(form), x.next)
			return
		}
	}
	x.unit(sign, x.at, x.at)
}

func (x *text) unit(s string, from, to int) {
	if s == x.c.src.text[from:to] {
		x.b.Append(document.NewText(s, from, ""))
	} else {
		x.b.Append(document.Unit(s, document.Span{Start: from, End: to}))
	}
	x.at = to
}

// addresses are where addresses stand in the source, each at its first place.
func addresses(src string) map[string]int {
	out := map[string]int{}
	for at := 0; ; {
		i := strings.Index(src[at:], "://")
		if i < 0 {
			return out
		}
		i += at
		from := i
		for from > 0 && i-from < 10 && src[from-1] >= 'a' && src[from-1] <= 'z' {
			from--
		}
		to := i + 3
		for to < len(src) && !strings.ContainsRune(" \t\r\n<>\"'`[]{}|\\", rune(src[to])) {
			to++
		}
		for _, s := range []string{src[from:to], strings.TrimRight(src[from:to], ".,;:!?)"), strings.TrimRight(src[from:to], ".,;:!?")} {
			if _, ok := out[s]; !ok {
				out[s] = from
			}
		}
		at = to
	}
}

// href is a link's target as the source has it, near a place if it stands there.
func (c *placer) href(target string, near int) document.Text {
	if target == "" {
		return document.Text{}
	}
	lo, hi := max(0, near-len(target)-linkBefore), min(len(c.src.text), near+len(target)+linkBehind)
	if i := strings.Index(c.src.text[near:hi], target); i >= 0 {
		return document.NewText(target, near+i, "")
	}
	if i := strings.LastIndex(c.src.text[lo:near], target); i >= 0 {
		return document.NewText(target, lo+i, "")
	}
	if i, ok := c.links[target]; ok {
		return document.NewText(target, i, "")
	}
	return document.Unit(target, document.Span{Start: near, End: near})
}

const (
	// linkBefore and linkBehind say how far from its words a link's target is
	// looked for, in bytes.
	linkBefore = 200
	linkBehind = 400
)

// nextFound is where the next word that is found starts, from word k of token i
// on, or -1.
func (q *placed) nextFound(c *placer) func(i, k int) int {
	type found struct{ token, word, at int }
	var all []found
	for i := range q.places {
		if b := q.begin[i]; q.p.tokens[i].note > 0 && b > 0 {
			all = append(all, found{i, 0, int(c.src.words[b].from)})
		}
		for k, place := range q.places[i] {
			if place >= 0 {
				all = append(all, found{i, k, int(c.src.words[place].from)})
			}
		}
	}
	return func(i, k int) int {
		n := sort.Search(len(all), func(n int) bool { return all[n].token > i || all[n].token == i && all[n].word >= k })
		if n == len(all) {
			return -1
		}
		return all[n].at
	}
}
