package fields

import (
	"math"
	"slices"
	"sync"
)

// grammar is the table of order, made once.
var grammar = sync.OnceValue(func() *[states][labels]float64 { //nolint:gochecknoglobals // constant table, made once
	t := order()
	return &t
})

// segment is a field as it was read.
type segment struct {
	label      label
	from, to   int   // pieces
	state      state // before it
	contained  bool  // before it
	confidence float64
}

const cells = int(states) * 2

func cell(s state, contained bool) int {
	if contained {
		return int(s)*2 + 1
	}
	return int(s) * 2
}

// step is one field that may be read at a place: an edge of the lattice.
type step struct {
	from, to int32 // pieces
	before   int32 // cell
	behind   int32 // cell
	label    label
	score    float64
}

// lattice holds the best sums of the ways to read the pieces.
type lattice struct {
	pieces []piece
	// best is the highest sum up to a piece, by state; from the step that leads there.
	best  []float64
	from  []int32
	steps []step
	// behind is the highest sum from a piece on, by state.
	behind  []float64
	reached []int
	scores  []float64
}

// lattices are used again and again: one is a fifth of what a reference takes
// of memory, and is of no use when it has been read.
var lattices = sync.Pool{New: func() any { return &lattice{} }} //nolint:gochecknoglobals // memory without a meaning

// reset prepares a lattice for the pieces of another reference.
func (x *lattice) reset(ps []piece) {
	n := (len(ps) + 1) * cells
	x.pieces = ps
	x.best, x.behind = impossible(x.best, n), impossible(x.behind, n)
	x.from = slices.Grow(x.from[:0], n)[:n] // read only where something led to
	x.steps = x.steps[:0]
}

// impossible is n sums that nothing has reached, in the memory of list.
func impossible(list []float64, n int) []float64 {
	list = slices.Grow(list[:0], n)[:n]
	for i := range list {
		list[i] = math.Inf(-1)
	}
	return list
}

// decode finds the reading of the pieces with the highest score.
func decode(ps []piece, start state) []segment {
	if len(ps) == 0 {
		return nil
	}
	x, _ := lattices.Get().(*lattice) // it holds nothing else
	defer func() {
		x.pieces = nil
		lattices.Put(x)
	}()
	x.reset(ps)
	x.best[cell(start, false)] = 0
	for i := range ps {
		x.reached = x.reached[:0]
		for c := range cells {
			if !math.IsInf(x.best[i*cells+c], -1) {
				x.reached = append(x.reached, c)
			}
		}
		for l := author; l < labels && len(x.reached) > 0; l++ {
			x.scores = fits(l, ps, i, x.scores)
			for k, fit := range x.scores {
				if fit > never/2 {
					x.extend(l, i, i+k+1, fit, x.reached)
				}
			}
		}
	}
	return x.reading()
}

// extend reads the pieces i to j as a label, behind each of the states reached.
func (x *lattice) extend(l label, i, j int, fit float64, reached []int) {
	for _, c := range reached {
		s, contained := state(c/2), c&1 == 1
		o := grammar()[s][l]
		if o <= never || contained && l == container {
			continue
		}
		o += fit + context(s, contained, l, x.pieces, i, j)
		to := cell(after(s, l, &x.pieces[i], contained || l == container), contained || l == container)
		x.steps = append(x.steps, step{int32(i), int32(j), int32(c), int32(to), l, o}) //nolint:gosec // small numbers
		if at := j*cells + to; x.best[i*cells+c]+o > x.best[at] {
			x.best[at] = x.best[i*cells+c] + o
			x.from[at] = int32(len(x.steps) - 1) //nolint:gosec // small numbers
		}
	}
}

// reading is the best way through the lattice, or nil if there is none.
func (x *lattice) reading() []segment {
	n := len(x.pieces)
	end, top := 0, math.Inf(-1)
	for c := range cells {
		if v := x.best[n*cells+c] + ending(x.pieces, state(c/2)); v > top {
			end, top = c, v
		}
	}
	if math.IsInf(top, -1) {
		return nil
	}
	var out []segment
	for at := n*cells + end; at >= cells; {
		s := x.steps[x.from[at]]
		out = append(out, segment{label: s.label, from: int(s.from), to: int(s.to), state: state(int(s.before) / 2), contained: s.before&1 == 1})
		at = int(s.from)*cells + int(s.before)
	}
	slices.Reverse(out)
	x.confide(out, top)
	return out
}

// ending is what it costs that a reference ends in a state.
func ending(ps []piece, s state) float64 {
	if untitled(ps) || ps[0].bare {
		return 0
	}
	switch s {
	case atStart, afterAuthor, afterHeadDate, afterEditors, afterHeadMark:
		return -3 // it has no title
	case afterIn, afterInEditors, afterInMark, afterMark:
		return -2
	}
	return 0
}

// confide sets how sure each field is: how far the best reading is ahead of
// the best one in which the first piece of the field is read otherwise.
func (x *lattice) confide(out []segment, top float64) {
	steps, best, behind, n := x.steps, x.best, x.behind, len(x.pieces)
	for c := range cells {
		behind[n*cells+c] = ending(x.pieces, state(c/2))
	}
	other := make([]float64, n) // per segment of out
	for i := range other {
		other[i] = math.Inf(-1)
	}
	at := make([]int, n) // piece → segment
	for k, s := range out {
		for i := s.from; i < s.to; i++ {
			at[i] = k
		}
	}
	for i := len(steps) - 1; i >= 0; i-- { // steps are in the order of their start
		s := &steps[i]
		rest := behind[int(s.to)*cells+int(s.behind)]
		if math.IsInf(rest, -1) {
			continue
		}
		v := s.score + rest
		if b := int(s.from)*cells + int(s.before); v > behind[b] {
			behind[b] = v
		}
		whole := best[int(s.from)*cells+int(s.before)] + v
		for j := s.from; j < s.to; j++ {
			k := at[j]
			if g := &out[k]; g.label == s.label && g.from == int(s.from) && g.to == int(s.to) {
				break
			}
			other[k] = max(other[k], whole)
		}
	}
	for k := range out {
		out[k].confidence = 1 / (1 + math.Exp(-(top-other[k])*sharpness)) //nolint:mnd // the logistic function
		out[k].confidence = math.Round(out[k].confidence*100) / 100
	}
}

// sharpness turns the lead of a reading into a confidence. It is set so that
// of the fields said 0.9 about 90 % are right.
const sharpness = 1.0
