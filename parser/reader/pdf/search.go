package pdf

import (
	"cmp"
	"slices"
)

// Notes stand at the foot of columns, and their numbers follow each other
// through the article. Where they begin in one column cannot be seen there
// alone: a list, a quotation in small type, a table look alike. So all columns
// are looked at together, and the way through them is taken whose numbers,
// markers, sizes and rules agree best.

// Bounds on the search.
const (
	mostWays    = 12   // ways that are followed at a time
	mostStarts  = 80   // places of a column where notes may begin
	mostLabels  = 400  // of a column
	mostLines   = 2000 // of a column; longer ones are no page's
	widestSkip  = 30   // numbers that may be missing
	mostAhead   = 20   // how far ahead of the last note a marker may be
	mostGoingOn = 8    // lines above the first label that count
)

// zone is a stretch of lines that are notes.
type zone struct {
	from, to int
	labels   []label
}

// way is a way through the columns so far.
type way struct {
	last   int   // the last note's number
	end    *line // the last line of the notes, where they may go on
	score  float64
	before *way
	column int
	zone   zone
	again  bool // the numbers began anew
	whole  bool // nothing but notes stands in the last column, or a heading above them
}

// search looks for the notes of one style of label.
type search struct {
	d        *draft
	style    how
	columns  []*column
	size     float64 // of most notes
	distinct bool    // by their size
	indent   float64 // where most labels begin, from the left
	calls    *calls
	from, to int // pages
}

// findNotes takes the notes out of the columns: those of one style of label, and
// before and behind them those of other articles, which may have another.
func (d *draft) findNotes() {
	d.find(0, len(d.pages), 0)
	slices.SortStableFunc(d.parts, func(a, b *part) int { return cmp.Compare(a.from, b.from) })
	for _, p := range d.parts {
		d.notes = append(d.notes, p.notes...)
	}
}

// mostParts bounds how often the rest of the pages is searched.
const mostParts = 6

// find takes the notes out of the columns of some pages.
func (d *draft) find(from, to, depth int) {
	calls := d.calls(from, to)
	if len(calls.first) < 3 {
		calls.addGlued(d, from, to)
	}
	var best *way
	var columns []*column
	var set how
	for style := superior; style <= sign; style++ {
		if style == tight { // goes with the bare ones
			continue
		}
		s := &search{d: d, style: style, calls: calls, from: from, to: to}
		if !s.prepare() {
			continue
		}
		if w := s.run(); w.last > 0 || style == sign && w.score > 0 {
			if best == nil || w.score > best.score {
				best, columns, set = w, s.columns, style
			}
		}
	}
	if best == nil || best.score <= 2 || depth > 0 && !convincing(best, columns, calls) {
		return
	}
	p := d.take(best, columns, set, calls)
	if p == nil || depth == mostParts {
		return
	}
	d.find(from, p.from, depth+1)
	d.find(p.to, to, depth+1)
}

// convincing says whether what was found besides the notes of an article are
// those of another one: they count from 1 on, and are called.
func convincing(w *way, columns []*column, calls *calls) bool {
	notes, called, next := 0, 0, 0
	for v := w; v.before != nil; v = v.before {
		page := columns[v.column].page
		for _, at := range slices.Backward(v.zone.labels) {
			if at.number == 0 {
				continue
			}
			notes++
			next = at.number
			if calls.of(page, at.number) > 0 {
				called++
			}
		}
	}
	return notes >= 3 && next == 1 && 3*called >= 2*notes && w.score >= 3*float64(notes)
}

// run follows the best ways through the columns.
func (s *search) run() *way {
	ways := []*way{{}}
	for i, c := range s.columns {
		type key struct {
			last int
			end  *line
		}
		best := map[key]*way{}
		var order []key
		for _, w := range ways {
			for _, k := range c.starts {
				n := s.step(i, c, k, w)
				if n == nil {
					continue
				}
				at := key{n.last, n.end}
				if best[at] == nil {
					order = append(order, at)
				}
				if best[at] == nil || n.score > best[at].score {
					best[at] = n
				}
			}
		}
		ways = ways[:0]
		for _, at := range order {
			ways = append(ways, best[at])
		}
		slices.SortStableFunc(ways, func(a, b *way) int { return cmp.Compare(b.score, a.score) })
		ways = ways[:min(len(ways), mostWays)]
	}
	return ways[0]
}

// step is the way that goes on from w with the notes of a column beginning at
// line k; nil if that can't be.
func (s *search) step(i int, c *column, k int, w *way) *way {
	n := len(c.lines)
	next := &way{last: w.last, end: w.end, score: w.score, before: w, column: i, again: w.again, whole: w.whole, zone: zone{from: n, to: n}}
	if w.end != nil && c.page-w.end.page > 1 {
		next.end = nil
	}
	if k == n {
		if w.last > 0 {
			next.score += forLeftOut * float64(min(c.tail, 5))
		}
		return next
	}
	z := zone{from: k, to: n}
	for j, at := range c.labels {
		if at.line < k {
			continue
		}
		if gain, ok := s.fits(c, j, next, len(z.labels) == 0); ok {
			next.score += gain
			next.again = next.again || at.number == 1 && next.last > 0
			if at.how != sign {
				next.last = at.number
			}
			z.labels = append(z.labels, at)
		}
	}
	goesOn := len(z.labels) == 0 || z.labels[0].line > k || z.labels[0].from > 0
	if goesOn && (next.end == nil || w.end == nil) {
		return nil
	}
	z.to = s.close(c, z)
	next.score += s.place(c, z, w.last)
	if goesOn {
		next.score += s.goingOn(c, k, next, len(z.labels) > 0)
	}
	next.whole = k == 0 || c.facts[k-1].heading
	next.zone = z
	next.end = nil
	if !slices.ContainsFunc(c.lines[z.to:], func(l *line) bool { return l.size > 1.04*s.size || l.bold }) { // an imprint at most
		next.end = c.lines[z.to-1]
	}
	return next
}
