package pattern

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// Most texts have no match of most expressions, and to find that out takes
// package regexp 20 ns and more for each byte. A filter knows what four bytes
// every match has somewhere, and which four it begins with, and looks for them in
// 1 ns for each byte: it rules most texts out, and a match is tried only where one
// may begin.
// It is made from the expression alone and never rules out a text that has one.

// depth is how many bytes a filter looks at.
const depth = 4

// What is likelier than this at a place of an ordinary text is not worth
// looking for: most notes of a few hundred bytes have it somewhere.
const mostOdds = 0.02

// filter tells texts that may have a match. Each of its tables is nil where it
// would rule out too little.
type filter struct {
	// head is what a text with a match begins with.
	head *table
	// inside is what stands somewhere in every match.
	inside *table
	// first is what every match begins with.
	first *table
	// searcher finds matches; nil where the expression is too large.
	searcher *searcher
}

// newFilter is the filter of an expression that package regexp accepts; it has no
// tables where looking for a match at once is as good.
func newFilter(expr string) *filter {
	f := &filter{}
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return f
	}
	re = re.Simplify()
	g, start, best, ok := newGraph(re)
	if !ok {
		return f
	}
	f.searcher = newSearcher(re)
	odds := g.nodes[start].odds[depth]
	switch {
	case g.onlyAtStart(start) && odds < 1:
		f.head = newTable(g, []int{start})
	case odds <= mostOdds:
		f.first = newTable(g, []int{start})
		if f.first != nil && slices.ContainsFunc(f.first.bytes[0][utf8.RuneSelf:0xc0], func(kinds uint8) bool { return kinds != 0 }) {
			f.first = nil // these may be in the middle of a character
		}
	}
	// Another landmark must be much rarer to be worth a look of its own.
	if best.odds <= mostOdds && (f.first == nil || best.odds < odds/8) && !slices.Equal(best.nodes, []int{start}) {
		f.inside = newTable(g, best.nodes)
	}
	return f
}

// rulesOut says whether a text has no match for certain.
func (f *filter) rulesOut(s string) bool {
	return f.head != nil && f.head.at(s, 0) == 0 || f.inside != nil && f.inside.next(s, 0) < 0 || f.first != nil && f.first.next(s, 0) < 0
}

// match is the first match of a text that the searcher takes, as package regexp gives
// it, with its parts if parts says so; nil where there is none.
func (f *filter) match(s string, parts bool) []int {
	if f.first != nil {
		if all := f.matches(s, 1, parts); all != nil {
			return all[0]
		}
		return nil
	}
	m := f.searcher.begin(s, parts)
	defer m.end()
	return m.find(0)
}

// matches are the first n matches, all of them where n is negative.
func (f *filter) matches(s string, n int, parts bool) [][]int {
	m := f.searcher.begin(s, parts)
	defer m.end()
	if f.first == nil {
		return m.findAll(n)
	}
	var all [][]int // none of them empty, as its first bytes are known
	for from := 0; n < 0 || len(all) < n; {
		at := f.first.next(s, from)
		if at < 0 {
			break
		}
		if places := m.match(at); places != nil {
			all = append(all, places)
			from = places[1]
		} else {
			from = at + 1
		}
	}
	return all
}

// table holds for each of the first bytes of a match the kinds of match, a bit
// each, that may have it there.
type table struct {
	bytes [depth][256]uint8
	// over are the kinds that may be over after so many bytes.
	over [depth]uint8
	// edged are the kinds that begin at the edge of a word.
	edged uint8
	// lone is the byte that all kinds begin with; alone says that there is one.
	lone  byte
	alone bool
}

// kinds is how many kinds of match a table tells apart.
const kinds = 8

// newTable is the table of matches that go on from one of nodes; nil where a match
// may be over there.
func newTable(g *graph, nodes []int) *table {
	t := &table{}
	steps, complete := g.steps(nil, nodes, nowhere)
	if complete {
		return nil
	}
	free, _ := g.steps(nil, nodes, atEdge)
	atEdges := func(n int) bool { return !slices.Contains(free, n) }
	// Those that are alike come together: first those at edges, then by their bytes.
	slices.SortStableFunc(steps, func(a, b int) int {
		if x := atEdges(a); x != atEdges(b) {
			if x {
				return -1
			}
			return 1
		}
		return g.nodes[a].class.lowest() - g.nodes[b].class.lowest()
	})
	for k := range kinds {
		some := steps[k*len(steps)/kinds : (k+1)*len(steps)/kinds]
		if len(some) == 0 {
			continue
		}
		bit := uint8(1) << k
		l := g.lookFrom(slices.Clone(some))
		for d := range depth {
			for b := range l.bytes[d].all() {
				t.bytes[d][b] |= bit
			}
			if l.ends <= d {
				t.over[d] |= bit
			}
		}
		if !slices.ContainsFunc(some, func(n int) bool { return !atEdges(n) }) {
			t.edged |= bit
		}
	}
	n := 0
	for b := range 256 {
		if t.bytes[0][b] != 0 {
			t.lone = byte(b)
			n++
		}
	}
	t.alone = n == 1
	return t
}

// next is the first place of a text, from one on, that looks like a match, or -1.
func (t *table) next(s string, from int) int {
	i := from
	for ; i+depth <= len(s); i++ {
		if t.alone {
			k := strings.IndexByte(s[i:], t.lone)
			if k < 0 {
				return -1
			}
			if i += k; i+depth > len(s) {
				break
			}
		}
		m := t.bytes[0][s[i]]
		if m == 0 {
			continue
		}
		if m &= t.bytes[1][s[i+1]]; m == 0 {
			continue
		}
		if m&t.bytes[2][s[i+2]]&t.bytes[3][s[i+3]] != 0 && t.at(s, i) != 0 {
			return i
		}
	}
	for ; i < len(s); i++ {
		if t.at(s, i) != 0 {
			return i
		}
	}
	return -1
}

// at are the kinds of match that a place looks like.
func (t *table) at(s string, i int) uint8 {
	if i >= len(s) {
		return 0
	}
	m := uint8(0)
	if i+depth <= len(s) {
		m = t.bytes[0][s[i]] & t.bytes[1][s[i+1]] & t.bytes[2][s[i+2]] & t.bytes[3][s[i+3]]
	} else {
		m = t.over[len(s)-i]
		for d := 0; i+d < len(s); d++ {
			m &= t.bytes[d][s[i+d]]
		}
	}
	if m&t.edged != 0 && (i > 0 && wordByte(s[i-1])) == wordByte(s[i]) {
		m &^= t.edged
	}
	return m
}

// wordByte says whether a byte is part of a word as \b has it.
func wordByte(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z'
}
