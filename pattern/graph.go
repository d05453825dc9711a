package pattern

import (
	"regexp/syntax"
	"slices"
	"unicode"
)

// mostNodes is the size of a graph beyond which an expression has no filter:
// repetitions of repetitions, written out, may be large.
const mostNodes = 20000

// kind is what a node of a graph asks of a text.
type kind uint8

const (
	end      kind = iota // the match is complete
	fork                 // nothing: it goes on with one of the next nodes
	step                 // a character of a class
	atStart              // that nothing stands before
	atEdge               // a boundary of a word
	elsewhen             // another condition on the place, which filters leave aside
)

// node is one state of the automaton of an expression.
type node struct {
	kind  kind
	class *class // of a step
	next  []int
	// odds are how likely it is that a place of an ordinary text has the first
	// so many characters of a match from here on.
	odds [depth + 1]float64
}

// graph is the automaton of an expression, as far as filters need it: which
// characters may follow each other.
type graph struct {
	nodes   []node
	classes map[*syntax.Regexp][]*class
	// seen is the number of the last walk that came to a node.
	seen  []int
	walks int
}

// landmark is a set of nodes, one of which every match passes, and how likely
// it is that a place of an ordinary text looks like what begins there.
type landmark struct {
	nodes []int
	odds  float64
}

// newGraph is the graph of an expression, its first node, and the landmark that
// is least likely in texts without a match. ok is false where it is too large.
func newGraph(re *syntax.Regexp) (g *graph, start int, best landmark, ok bool) {
	g = &graph{classes: map[*syntax.Regexp][]*class{}}
	last := g.add(node{kind: end})
	start, best, ok = g.build(re, last)
	g.seen = make([]int, len(g.nodes))
	return g, start, best, ok
}

// add adds a node whose next ones are known.
func (g *graph) add(n node) int {
	g.nodes = append(g.nodes, n)
	at := len(g.nodes) - 1
	g.weigh(at)
	return at
}

// weigh works out the odds of a node from those of the next ones.
func (g *graph) weigh(at int) {
	n := &g.nodes[at]
	n.odds[0] = 1
	for d := 1; d <= depth; d++ {
		sum := 0.0
		for _, next := range n.next {
			if n.kind == step {
				sum += n.class.share * g.nodes[next].odds[d-1]
			} else {
				sum += g.nodes[next].odds[d]
			}
		}
		switch n.kind {
		case end:
			sum = 1
		case atEdge:
			sum /= 3 // in most texts a third of the places are the edge of a word
		default:
		}
		n.odds[d] = min(1, sum)
	}
}

// mark is the landmark of one node.
func (g *graph) mark(n int) landmark { return landmark{[]int{n}, g.nodes[n].odds[depth]} }

// build adds the nodes of re, after which comes next.
func (g *graph) build(re *syntax.Regexp, next int) (start int, best landmark, ok bool) {
	if len(g.nodes) > mostNodes {
		return 0, landmark{}, false
	}
	start = next
	switch re.Op {
	case syntax.OpEmptyMatch:
	case syntax.OpNoMatch:
		start = g.add(node{kind: step, class: &class{}, next: []int{next}})
	case syntax.OpBeginText:
		start = g.add(node{kind: atStart, next: []int{next}})
	case syntax.OpWordBoundary:
		start = g.add(node{kind: atEdge, next: []int{next}})
	case syntax.OpBeginLine, syntax.OpEndLine, syntax.OpEndText, syntax.OpNoWordBoundary:
		start = g.add(node{kind: elsewhen, next: []int{next}})
	case syntax.OpLiteral, syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		for _, c := range slices.Backward(g.classesOf(re)) {
			start = g.add(node{kind: step, class: c, next: []int{start}})
		}
	case syntax.OpCapture:
		return g.build(re.Sub[0], next)
	case syntax.OpQuest:
		first, _, ok := g.build(re.Sub[0], next)
		start = g.add(node{kind: fork, next: []int{first, next}})
		return start, g.mark(start), ok
	case syntax.OpStar, syntax.OpPlus:
		return g.loop(re, next)
	case syntax.OpConcat:
		return g.concat(re, next)
	case syntax.OpAlternate:
		return g.alternate(re, next)
	default:
		return 0, landmark{}, false
	}
	return start, g.mark(start), true
}

// loop is build for repetitions without end.
func (g *graph) loop(re *syntax.Regexp, next int) (start int, best landmark, ok bool) {
	loop := g.add(node{kind: fork, next: []int{next}})
	first, _, ok := g.build(re.Sub[0], loop)
	g.nodes[loop].next = []int{first, next}
	// The nodes inside took the loop for its end.
	for range depth {
		for n := loop; n < len(g.nodes); n++ {
			g.weigh(n)
		}
	}
	if re.Op == syntax.OpPlus {
		loop = first
	}
	return loop, g.mark(loop), ok
}

func (g *graph) concat(re *syntax.Regexp, next int) (start int, best landmark, ok bool) {
	for _, sub := range slices.Backward(re.Sub) {
		var own landmark
		if next, own, ok = g.build(sub, next); !ok {
			return 0, best, false
		}
		if best.nodes == nil || own.odds < best.odds {
			best = own
		}
	}
	return next, best, true
}

func (g *graph) alternate(re *syntax.Regexp, next int) (start int, best landmark, ok bool) {
	all := node{kind: fork}
	for _, sub := range re.Sub {
		first, own, ok := g.build(sub, next)
		if !ok {
			return 0, best, false
		}
		all.next = append(all.next, first)
		best.nodes, best.odds = append(best.nodes, own.nodes...), best.odds+own.odds
	}
	start = g.add(all)
	if whole := g.mark(start); whole.odds <= best.odds {
		best = whole
	}
	return start, best, true
}

// classesOf are the characters of an expression without parts, in order. Where a
// repetition has been written out, its parts share them.
func (g *graph) classesOf(re *syntax.Regexp) []*class {
	if known, ok := g.classes[re]; ok {
		return known
	}
	var list []*class
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			ranges := []rune{r, r}
			if re.Flags&syntax.FoldCase != 0 {
				for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
					ranges = append(ranges, other, other)
				}
			}
			list = append(list, newClass(ranges))
		}
	case syntax.OpCharClass:
		list = []*class{newClass(re.Rune)}
	case syntax.OpAnyCharNotNL:
		list = []*class{newClass([]rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune})}
	default:
		list = []*class{newClass([]rune{0, unicode.MaxRune})}
	}
	g.classes[re] = list
	return list
}

// steps adds to found the first characters that may come from nodes on; it does
// not look behind nodes of kind stop. complete says that nothing need come.
func (g *graph) steps(found, from []int, stop kind) (steps []int, complete bool) {
	g.walks++
	return g.walk(found, from, stop)
}

func (g *graph) walk(found, from []int, stop kind) (steps []int, complete bool) {
	for _, n := range from {
		if g.seen[n] == g.walks {
			continue
		}
		g.seen[n] = g.walks
		switch k := g.nodes[n].kind; k {
		case end:
			complete = true
		case step:
			found = append(found, n)
		case stop:
		default:
			var over bool
			found, over = g.walk(found, g.nodes[n].next, stop)
			complete = complete || over
		}
	}
	return found, complete
}

// nowhere is no kind to stop at: no walk looks behind an end.
const nowhere = end

// onlyAtStart says whether a match from a node on stands at the start of a text.
func (g *graph) onlyAtStart(n int) bool {
	found, complete := g.steps(nil, []int{n}, atStart)
	return len(found) == 0 && !complete
}

// look is what the bytes of a match may be, from a place in it on.
type look struct {
	bytes [depth]set
	// ends is after how many bytes a match may be over; depth where it goes on.
	ends int
}

// lookFrom is what matches look like whose next character is one of steps.
func (g *graph) lookFrom(steps []int) look {
	l := look{ends: depth}
	var at [depth + 1][]int // nodes by the byte at which their character begins
	at[0] = steps
	for d := range depth {
		slices.Sort(at[d])
		for _, n := range slices.Compact(at[d]) {
			g.lookAt(n, d, &l, &at)
		}
	}
	for d := l.ends; d < depth; d++ {
		l.bytes[d] = everything()
	}
	return l
}

// lookAt adds the bytes of a step whose character begins at byte d, and the steps
// behind it.
func (g *graph) lookAt(n, d int, l *look, at *[depth + 1][]int) {
	c := g.nodes[n].class
	for w := 1; w <= len(c.width); w++ {
		if c.width[w-1][0].empty() {
			continue
		}
		for k := range min(w, depth-d) {
			l.bytes[d+k].join(&c.width[w-1][k])
		}
		if d+w < depth {
			next, complete := g.steps(at[d+w], g.nodes[n].next, nowhere)
			at[d+w] = next
			if complete {
				l.ends = min(l.ends, d+w)
			}
		}
	}
}
