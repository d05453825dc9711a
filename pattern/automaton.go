package pattern

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// Most texts have no match of most expressions, and to find that out takes package
// regexp 20 ns and more for each character, since it keeps track of all the ways
// that a match may go. An automaton gives each set of such ways a state, when a
// text first comes to it, and from then on finds the next state in a table. It only
// says whether there is a match, not where. (Such automata are those of RE2:
// swtch.com/~rsc/regexp/regexp3.html.)

// mostStates is how many states an automaton may have, and mostClasses how many
// classes of characters beside those of ASCII. What a text needs beyond that is
// left to package regexp.
const (
	mostStates  = 500
	mostClasses = 12
)

// none stands for the character before a text, and for the one behind it.
const none = rune(-1)

// automaton says whether texts have a match of an expression. It may be used by
// several goroutines at once.
type automaton struct {
	prog *syntax.Prog
	// once says that a match can only begin where the text does.
	once bool
	// words and lines say that the expression asks for boundaries of these.
	words, lines bool
	sets         []*syntax.Inst // one for each set of characters that it asks for
	ascii        [utf8.RuneSelf]uint8
	start        *state
	// full says that there is no room left, so that nothing is looked for.
	full atomic.Bool

	// mu is held for reading while a text is looked through, and for writing where it
	// comes to something new.
	mu sync.RWMutex
	// wide are classes of other characters, met before: a character and its class
	// in the lowest byte, in the place that the character's lowest bits give.
	wide    [64]uint32
	classes map[string]uint8 // by what the expression asks of characters
	samples []rune           // a character of each class
	width   int              // of the tables: room for all classes, and the end
	states  map[string]*state
	reached []bool // the instructions of one step
	found   *state // behind a match
	lost    *state // where there can be no match any more
}

// state is a set of instructions from which a match may go on.
type state struct {
	insts  []uint32
	before rune // a character that is to boundaries what the one before is
	// next are the states behind a character of each class, and in the last place
	// the one behind the text; nil as long as no text came to them. found and lost
	// have none.
	next []*state
}

// newAutomaton is the automaton of an expression that package regexp accepts.
func newAutomaton(expr string) *automaton {
	a := &automaton{classes: map[string]uint8{}, states: map[string]*state{}, found: &state{}, lost: &state{}}
	re, err := syntax.Parse(expr, syntax.Perl)
	if err == nil {
		a.prog, err = syntax.Compile(re.Simplify())
	}
	if err != nil {
		a.full.Store(true)
		return a
	}
	a.once = a.prog.StartCond()&syntax.EmptyBeginText != 0
	a.reached = make([]bool, len(a.prog.Inst))
	a.learn()
	for r := range a.ascii {
		a.ascii[r], _ = a.classOf(rune(r), utf8.RuneSelf)
	}
	a.width = len(a.samples) + mostClasses + 1
	a.start = a.state([]uint32{uint32(a.prog.Start)}, none) //nolint:gosec // an instruction's number
	return a
}

// learn collects what the expression asks of characters.
func (a *automaton) learn() {
	for i := range a.prog.Inst {
		inst := &a.prog.Inst[i]
		if inst.Op == syntax.InstEmptyWidth {
			op := syntax.EmptyOp(inst.Arg) //nolint:gosec // of few bits
			a.words = a.words || op&(syntax.EmptyWordBoundary|syntax.EmptyNoWordBoundary) != 0
			a.lines = a.lines || op&(syntax.EmptyBeginLine|syntax.EmptyEndLine) != 0
		} else if len(inst.Rune) > 0 && !slices.ContainsFunc(a.sets, func(set *syntax.Inst) bool { return set.Arg == inst.Arg && slices.Equal(set.Rune, inst.Rune) }) {
			a.sets = append(a.sets, inst)
		}
	}
}

// classOf is the class of a character; ok is false where it is new and there are
// as many as there may be.
func (a *automaton) classOf(r rune, most int) (class uint8, ok bool) {
	key := make([]byte, 0, len(a.sets)+2)
	for _, set := range a.sets {
		key = strconv.AppendBool(key, set.MatchRune(r))
	}
	key = strconv.AppendBool(key, a.words && syntax.IsWordChar(r))
	key = strconv.AppendBool(key, a.lines && r == '\n')
	if class, ok = a.classes[string(key)]; ok {
		return class, true
	}
	if len(a.samples) == most {
		return 0, false
	}
	class = uint8(len(a.samples)) //nolint:gosec // at most RuneSelf and mostClasses
	a.classes[string(key)] = class
	a.samples = append(a.samples, r)
	return class, true
}

// match says whether a text has a match; known is false where there is no room to
// find that out.
func (a *automaton) match(s string) (matched, known bool) {
	if a.full.Load() {
		return false, false
	}
	a.mu.RLock()
	defer a.mu.RUnlock()
	at := a.start
	for i := 0; i < len(s) && at.next != nil; {
		class := 0
		if b := s[i]; b < utf8.RuneSelf {
			class = int(a.ascii[b])
			i++
		} else {
			r, size := utf8.DecodeRuneInString(s[i:])
			if class = a.wideClass(r); class < 0 {
				return false, false
			}
			i += size
		}
		next := at.next[class]
		if next == nil {
			if next = a.step(at, class); next == nil {
				return false, false
			}
		}
		at = next
	}
	if at.next != nil {
		next := at.next[a.width-1]
		if next == nil {
			next = a.step(at, a.width-1)
		}
		at = next
	}
	return at == a.found, at != nil
}

// written calls a function that changes the automaton, for one that reads it.
func (a *automaton) written(change func()) {
	a.mu.RUnlock()
	defer a.mu.RLock()
	a.mu.Lock()
	defer a.mu.Unlock()
	change()
}

// wideClass is the class of a character that is not ASCII; -1 without room for it.
func (a *automaton) wideClass(r rune) int {
	if m := a.wide[r%64]; m>>8 == uint32(r) { //nolint:gosec // characters are not negative
		return int(m & 0xff)
	}
	at := -1
	a.written(func() {
		class, ok := a.classOf(r, a.width-1)
		if !ok {
			a.full.Store(true)
			return
		}
		a.wide[r%64] = uint32(r)<<8 | uint32(class) //nolint:gosec // as above
		at = int(class)
	})
	return at
}

// step is the state behind a character of a class, or behind the text; nil without
// room for it.
func (a *automaton) step(from *state, class int) *state {
	var to *state
	a.written(func() { to = a.stepTo(from, class) })
	return to
}

// stepTo is step, for one who may change the automaton.
func (a *automaton) stepTo(from *state, class int) *state {
	after := none
	if class < a.width-1 {
		after = a.samples[class]
	}
	clear(a.reached)
	insts := slices.Clone(from.insts)
	var to []uint32
	for k := 0; k < len(insts); k++ {
		switch inst := &a.prog.Inst[insts[k]]; {
		case inst.Op == syntax.InstMatch:
			from.next[class] = a.found
			return a.found
		case inst.Op == syntax.InstEmptyWidth:
			if inst.MatchEmptyWidth(from.before, after) {
				insts = a.follow(insts, inst.Out)
			}
		case after != none && inst.MatchRune(after):
			to = append(to, inst.Out)
		}
	}
	if !a.once {
		to = append(to, uint32(a.prog.Start)) //nolint:gosec // an instruction's number
	}
	next := a.state(to, after)
	if next != nil {
		from.next[class] = next
	}
	return next
}

// state is the one from some instructions behind a character; nil without room for it.
func (a *automaton) state(starts []uint32, before rune) *state {
	clear(a.reached)
	var insts []uint32
	for _, pc := range starts {
		insts = a.follow(insts, pc)
	}
	switch {
	case slices.ContainsFunc(insts, func(pc uint32) bool { return a.prog.Inst[pc].Op == syntax.InstMatch }):
		return a.found
	case len(insts) == 0:
		return a.lost
	case before == none:
	case a.words && syntax.IsWordChar(before):
		before = 'a'
	case !a.lines || before != '\n':
		before = ' '
	}
	slices.Sort(insts)
	key := binary.AppendVarint(nil, int64(before))
	for _, pc := range insts {
		key = binary.AppendUvarint(key, uint64(pc))
	}
	st := a.states[string(key)]
	if st == nil {
		if len(a.states) == mostStates {
			a.full.Store(true)
			return nil
		}
		st = &state{insts: slices.Clip(insts), before: before, next: make([]*state, a.width)}
		a.states[string(key)] = st
	}
	return st
}

// follow adds the instructions to which one leads that ask something of the text.
func (a *automaton) follow(insts []uint32, pc uint32) []uint32 {
	for !a.reached[pc] {
		a.reached[pc] = true
		switch inst := &a.prog.Inst[pc]; inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			insts = a.follow(insts, inst.Out)
			pc = inst.Arg
		case syntax.InstCapture, syntax.InstNop:
			pc = inst.Out
		case syntax.InstFail:
		default:
			insts = append(insts, pc)
		}
	}
	return insts
}
