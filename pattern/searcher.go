package pattern

import (
	"regexp/syntax"
	"sync"
	"unicode/utf8"
)

// Package regexp finds the places of a match of an expression of more than 500
// instructions by a way that costs as much as the expression is long, for every
// text, and those of a smaller one without regard to what comes next. A searcher
// tries one alternative after the other, leaves out those that cannot begin with
// the next character, and never tries the same one twice at the same place, so that
// time is bounded by the size of the expression and that of the text.

// mostTried is how many alternatives times places a search may have to keep apart;
// longer texts are left to package regexp.
const mostTried = 1 << 19

// searcher finds the first match of an expression as package regexp does. It may be
// used by several goroutines at once.
type searcher struct {
	insts  []inst
	start  uint32
	places int    // of a match and its parts: two for each
	forks  int    // how many instructions have two alternatives
	begins letter // what a match may begin with
	// once says that a match can only begin where the text does.
	once bool
}

// inst is an instruction of a searcher.
type inst struct {
	*syntax.Inst
	// takes are the letters that an instruction for a character takes, or with which
	// the first alternative of a fork may go on, and otherwise those of the second.
	takes, otherwise letter
	fork             int // its number among forks
}

// letter is a set of ASCII letters, and of the end of the text.
type letter struct {
	bytes [2]uint64
	end   bool
}

// at says whether a place of a text may have one of them: whatever is not ASCII may.
func (l *letter) at(s string, i int) bool {
	if i == len(s) {
		return l.end
	}
	b := s[i]
	return b >= utf8.RuneSelf || l.bytes[b>>6]&(1<<(b&63)) != 0
}

// join adds those of another set and says whether some are new.
func (l *letter) join(other *letter) bool {
	sum := letter{[2]uint64{l.bytes[0] | other.bytes[0], l.bytes[1] | other.bytes[1]}, l.end || other.end}
	more := sum != *l
	*l = sum
	return more
}

// newSearcher is the searcher of an expression in its simplest form; nil for one that
// package regexp does not accept.
func newSearcher(re *syntax.Regexp) *searcher {
	prog, err := syntax.Compile(re)
	if err != nil {
		return nil
	}
	p := &searcher{
		insts: make([]inst, len(prog.Inst)), start: uint32(prog.Start), places: 2 * (re.MaxCap() + 1), //nolint:gosec // an instruction's number
		once: prog.StartCond()&syntax.EmptyBeginText != 0,
	}
	for i := range p.insts {
		in := &p.insts[i]
		in.Inst = &prog.Inst[i]
		switch in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			in.fork = p.forks
			p.forks++
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			for r := range rune(utf8.RuneSelf) {
				if in.MatchRune(r) {
					in.takes.bytes[r>>6] |= 1 << (r & 63)
				}
			}
		case syntax.InstMatch:
			in.takes = letter{[2]uint64{^uint64(0), ^uint64(0)}, true}
		case syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstFail, syntax.InstNop:
		}
	}
	for p.learn() {
	}
	p.begins = p.first(p.start)
	return p
}

// learn takes on what instructions may begin with to those that lead to them, and says
// whether anything is new.
func (p *searcher) learn() bool {
	more := false
	for i := range p.insts {
		switch in := &p.insts[i]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			second := p.first(in.Arg)
			more = in.otherwise.join(&second) || more
			fallthrough
		case syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstNop:
			first := p.first(in.Out)
			more = in.takes.join(&first) || more
		default:
		}
	}
	return more
}

// first is what an instruction may begin with, as far as that is known.
func (p *searcher) first(pc uint32) letter {
	l := p.insts[pc].takes
	l.join(&p.insts[pc].otherwise)
	return l
}

// fits says whether there is a searcher, and a text short enough for it.
func (p *searcher) fits(s string) bool { return p != nil && p.forks*(len(s)+1) <= mostTried }

// search is the state of one search.
type search struct {
	*searcher
	s      string
	places []int
	parts  bool
	tried  []uint64 // a bit for each fork at each place; none is set between searches
	set    []int    // the words of tried that have one
}

// searches are kept for the next ones.
var searches = sync.Pool{New: func() any { return &search{tried: make([]uint64, mostTried/64+1)} }} //nolint:gochecknoglobals // a pool

// begin is a search of a text that fits; end gives it back.
func (p *searcher) begin(s string, parts bool) *search {
	m := searches.Get().(*search) //nolint:forcetypeassert // nothing else is put there
	m.searcher, m.s, m.parts = p, s, parts
	return m
}

func (m *search) end() {
	m.forget()
	m.searcher, m.s, m.places = nil, "", nil
	searches.Put(m)
}

// forget lets everything be tried again.
func (m *search) forget() {
	for _, w := range m.set {
		m.tried[w] = 0
	}
	m.set = m.set[:0]
}

// find is the first match at a place or behind it: its places, and those of its parts if
// they are asked for; nil where there is none.
func (m *search) find(from int) []int {
	if m.once {
		if from > 0 {
			return nil
		}
		return m.match(0)
	}
	for at := range m.s[from:] {
		if places := m.match(from + at); places != nil {
			return places
		}
	}
	return m.match(len(m.s))
}

// findAll are the first n matches, all of them where n is negative. As in package
// regexp, none is empty that stands right behind another one.
func (m *search) findAll(n int) [][]int {
	var all [][]int
	last := -1
	for from := 0; from <= len(m.s) && (n < 0 || len(all) < n); {
		places := m.find(from)
		if places == nil {
			break
		}
		if places[1] > from || places[0] != last {
			all = append(all, places)
		}
		if last = places[1]; last > from {
			from = last
		} else {
			_, size := utf8.DecodeRuneInString(m.s[from:])
			from += max(size, 1)
		}
	}
	return all
}

// match is the match that begins at a place, or nil.
func (m *search) match(at int) []int {
	if !m.begins.at(m.s, at) {
		return nil
	}
	if n := m.searcher.places; m.places == nil && m.parts {
		m.places = make([]int, n)
	} else if m.places == nil {
		m.places = make([]int, 2)
	}
	for i := range m.places {
		m.places[i] = -1
	}
	if !m.run(m.start, at) {
		return nil
	}
	found := m.places
	found[0], m.places = at, nil
	m.forget() // what led to a match was not in vain
	return found
}

// run says whether there is a match from an instruction on at a place.
func (m *search) run(pc uint32, at int) bool {
	for {
		switch in := &m.insts[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			switch first, second := in.takes.at(m.s, at), in.otherwise.at(m.s, at); {
			case first && second:
				if m.triedAlready(in.fork, at) {
					return false
				}
				if m.run(in.Out, at) {
					return true
				}
				pc = in.Arg
			case first:
				pc = in.Out
			case second:
				pc = in.Arg
			default:
				return false
			}
		case syntax.InstCapture:
			pc = in.Out
			if !m.parts || in.Arg < 2 {
				continue
			}
			before := m.places[in.Arg]
			m.places[in.Arg] = at
			if m.run(pc, at) {
				return true
			}
			m.places[in.Arg] = before
			return false
		case syntax.InstEmptyWidth:
			if !m.stands(in, at) {
				return false
			}
			pc = in.Out
		case syntax.InstNop:
			pc = in.Out
		case syntax.InstMatch:
			m.places[1] = at
			return true
		case syntax.InstFail:
			return false
		default:
			if at == len(m.s) {
				return false
			}
			size := 1
			if b := m.s[at]; b < utf8.RuneSelf {
				if in.takes.bytes[b>>6]&(1<<(b&63)) == 0 {
					return false
				}
			} else {
				var r rune
				if r, size = utf8.DecodeRuneInString(m.s[at:]); !in.MatchRune(r) {
					return false
				}
			}
			at += size
			pc = in.Out
		}
	}
}

// triedAlready says whether a fork was tried at a place, as it is from now on.
func (m *search) triedAlready(fork, at int) bool {
	bit := at*m.forks + fork
	w, mask := bit>>6, uint64(1)<<(bit&63)
	if m.tried[w]&mask != 0 {
		return true
	}
	if m.tried[w] == 0 {
		m.set = append(m.set, w)
	}
	m.tried[w] |= mask
	return false
}

// stands says whether a place is as an instruction wants it.
func (m *search) stands(in *inst, at int) bool {
	before, after := none, none
	if at > 0 {
		before, _ = utf8.DecodeLastRuneInString(m.s[:at])
	}
	if at < len(m.s) {
		after, _ = utf8.DecodeRuneInString(m.s[at:])
	}
	return in.MatchEmptyWidth(before, after)
}
