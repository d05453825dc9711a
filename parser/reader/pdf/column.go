package pdf

import (
	"cmp"
	"slices"

	"ibid/pattern"
)

// habit are the gutters of the pages before, each kind once: a page that holds
// little has them too.
type habit struct{ seen [][]gutter }

// mostHabits is how many kinds of columns are remembered: left pages and right
// pages, those of the text and those of an index.
const mostHabits = 6

// learn remembers gutters.
func (h *habit) learn(gutters []gutter) {
	known := slices.ContainsFunc(h.seen, func(other []gutter) bool { return len(other) == len(gutters) && !differ(gutters, other) })
	if len(gutters) > 0 && !known && len(h.seen) < mostHabits {
		h.seen = append(h.seen, gutters)
	}
}

// of are the gutters of a page that is too short to show them by itself, nil if
// it does not keep to those of pages before.
func (h *habit) of(rows [][]*chunk) []gutter {
	for _, gutters := range h.seen {
		if keeps(rows, gutters) {
			return gutters
		}
	}
	return nil
}

// keeps says whether text stands at both sides of gutters, most of what is right
// of them begins near their right sides, and little crosses them.
func keeps(rows [][]*chunk, gutters []gutter) bool {
	first, others, near, there, crossing := 0, 0, 0, 0, 0
	for _, row := range rows {
		s := splitAt(row, gutters)
		if len(s.parts[across]) > 0 {
			crossing++
		}
		if len(s.parts[1]) > 0 {
			first++
		}
		for k, g := range gutters {
			if part := s.parts[k+2]; len(part) > 0 {
				others++
				if x := part[0].x0 - g.to; x > -3 && x < 3*part[0].size {
					near++
					if x < 3 {
						there++
					}
				}
			}
		}
	}
	return first >= 2 && others >= 2 && there >= 2 && 3*near >= 2*others && 3*crossing <= len(rows)
}

// regions are the lines of a page in the order in which they are read.
func (p *page) regions(h *habit) []region {
	all, tagged := untagged(p.chunks())
	base := raise(all)
	beside := besides(all)
	rows := rowsOf(base)
	dropLineNumbers(rows)
	gutters := guttersOf(rows, false)
	if len(gutters) == 0 {
		gutters = h.of(rows)
	}
	h.learn(gutters)
	return append(layOut(rows, beside, gutters, 0), tagged...)
}

// layOut puts rows into columns.
func layOut(rows [][]*chunk, beside map[*chunk][]*chunk, gutters []gutter, depth int) []region {
	if upper, lower, ok := halves(rows, gutters, depth); ok {
		return append(layOut(upper, beside, guttersOf(upper, true), depth+1), layOut(lower, beside, guttersOf(lower, true), depth+1)...)
	}
	if len(gutters) == 0 {
		out := make(region, 0, len(rows))
		for _, row := range rows {
			out = append(out, newLine(row, beside))
		}
		return []region{out.measured()}
	}
	list := make([]*split, len(rows))
	for i, row := range rows {
		list[i] = splitAt(row, gutters)
	}
	narrow(list, gutters)
	for i := range list {
		for k, part := range list[i].parts {
			if len(part) > 0 {
				list[i].lines[k] = newLine(part, beside)
			}
		}
	}
	return bands(list)
}

// Bounds on pages whose columns change on their way down.
const (
	deepestBands = 3
	mostHalves   = 4
)

// halves parts rows at one of the widest stretches of white, if one of the two
// halves is in other columns than the whole.
func halves(rows [][]*chunk, gutters []gutter, depth int) (upper, lower [][]*chunk, ok bool) {
	if depth >= deepestBands || len(rows) < 2*fewestRows {
		return nil, nil, false
	}
	var at []int
	for i := 1; i < len(rows); i++ {
		if gapAbove(rows, i) > 1.6*max(rows[i][0].size, rows[i-1][0].size) {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(gapAbove(rows, b), gapAbove(rows, a)) })
	for _, i := range at[:min(len(at), mostHalves)] {
		if differ(guttersOf(rows[:i], true), gutters) || differ(guttersOf(rows[i:], true), gutters) {
			return rows[:i], rows[i:], true
		}
	}
	return nil, nil, false
}

// differ says whether there are gutters, and not where others are.
func differ(gutters, others []gutter) bool {
	return slices.ContainsFunc(gutters, func(g gutter) bool {
		return !slices.ContainsFunc(others, func(o gutter) bool { return g.from < o.to && o.from < g.to })
	})
}

func gapAbove(rows [][]*chunk, i int) float64 { return rows[i-1][0].y - rows[i][0].y }

// mostColumns is how many columns are told apart.
const mostColumns = 4

// across is the part of a row that runs over all columns; the columns follow it.
const across = 0

// split is a row cut at the gutters, or one that runs across.
type split struct {
	parts [mostColumns + 1][]*chunk
	lines [mostColumns + 1]*line
}

// gutter is the white between two columns.
type gutter struct{ from, to float64 }

// pushed says whether a chunk is too long for the column left of the gutter: it
// runs into one that begins where the next column does.
func (g gutter) pushed(c, next *chunk) bool {
	white := next.x0 - c.x1
	return next.x0 >= g.from && (white < -2 || white < 0.12*c.size && abs(next.x0-g.to) < 2.5)
}

// hangingLabel is the label of an entry that stands out of its column.
var hangingLabel = pattern.New(`^(?:\[\d{1,3}\]|\d{1,3}[.)]) `)

// hanging is about how wide the label is that a chunk begins with, 0 without one.
func (c *chunk) hanging() float64 {
	return (c.x1 - c.x0) * float64(len(hangingLabel.FindString(c.text))) / float64(max(1, c.letters))
}

// hangs says whether a chunk is a line of the column right of the gutter whose
// label stands out of it.
func (g gutter) hangs(c *chunk) bool {
	return c.x0 > g.from-2*c.size && c.x0 < g.from && c.x1 > g.to && c.x0+c.hanging() > g.from
}

// columnAt is the column in which something begins, from 1 on.
func columnAt(x float64, gutters []gutter) int {
	k := 1
	for k <= len(gutters) && x >= gutters[k-1].from-1 {
		k++
	}
	return k
}

// splitAt cuts a row at gutters.
func splitAt(row []*chunk, gutters []gutter) *split {
	s := &split{}
	for i, c := range row {
		k := columnAt(c.x0, gutters)
		if k <= len(gutters) && gutters[k-1].hangs(c) {
			k++
		} else if k <= len(gutters) {
			if g := gutters[k-1]; c.x1 > g.to+1 && (i+1 == len(row) || !g.pushed(c, row[i+1])) {
				return &split{parts: [mostColumns + 1][]*chunk{across: row}}
			}
		}
		s.parts[k] = append(s.parts[k], c)
	}
	for k, g := range gutters {
		before, behind := s.parts[k+1], s.parts[k+2]
		if len(before) == 0 || len(behind) == 0 {
			continue
		}
		a, b := before[len(before)-1], behind[0]
		white := b.x0 - a.x1
		inside := a.x1 > g.from+1 && b.x0 < g.to-1
		if (inside || abs(b.x0-g.to) > 1.5) && white > -2 && white < 0.5*max(a.size, b.size) { // it only changes its face here, or a word ends
			return &split{parts: [mostColumns + 1][]*chunk{across: row}}
		}
	}
	return s
}

// narrow finds rows that run across but are none: where a line of another
// column stands close above or below, or lines of their own column do both and
// they end soon behind it, they are lines that are too long for theirs.
func narrow(rows []*split, gutters []gutter) {
	for i, s := range rows {
		if len(s.parts[across]) == 0 {
			continue
		}
		c := s.parts[across][0]
		own := columnAt(c.x0, gutters)
		if own <= len(gutters) && overfull(rows, i, own, gutters[own-1]) {
			s.parts[own], s.parts[across] = s.parts[across], nil
			continue
		}
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < len(rows) && rows[k].closeTo(c, own+1) {
				s.parts[own], s.parts[across] = s.parts[across], nil
				break
			}
		}
	}
}

// overfull says whether row i stands between two lines of a column and goes a
// little over the gutter right of it, as addresses do.
func overfull(rows []*split, i, own int, g gutter) bool {
	if i == 0 || i+1 == len(rows) {
		return false
	}
	row := rows[i].parts[across]
	c, last := row[0], row[len(row)-1]
	if last.x1 > g.to+0.4*(g.from-c.x0) {
		return false
	}
	for _, s := range []*split{rows[i-1], rows[i+1]} {
		part := s.parts[own]
		if len(part) == 0 || abs(part[0].size-c.size) > 0.03*c.size || abs(part[0].y-c.y) > 1.6*c.size {
			return false
		}
	}
	return true
}

// closeTo says whether a part of a row, in a column from the k-th on, stands
// closer to a chunk than lines of one column do.
func (s *split) closeTo(c *chunk, k int) bool {
	for ; k < len(s.parts); k++ {
		if part := s.parts[k]; len(part) > 0 && abs(part[0].y-c.y) < 0.85*min(c.size, part[0].size) {
			return true
		}
	}
	return false
}

// bands reads columns one after the other, and what runs across them in its
// place. Short lines of what runs across look like lines of the left column.
func bands(rows []*split) []region {
	var out []region
	var wide region
	columns := []int{1, 2, 3, 4}
	for len(rows) > 0 {
		n := stretch(rows, true)
		above := rows[:n]
		wide = append(wide, taken(above, across)...)
		rows = rows[n:]
		n = stretch(rows, false)
		from, to := columnsIn(rows[:n], above, rows[n:])
		wide = append(wide, taken(rows[:from], columns...)...)
		if from < to {
			out = append(out, wide)
			for _, k := range columns {
				out = append(out, taken(rows[from:to], k))
			}
			wide = nil
		}
		wide = append(wide, taken(rows[to:n], columns...)...)
		rows = rows[n:]
	}
	out = slices.DeleteFunc(append(out, wide), func(r region) bool { return len(r) == 0 })
	for _, r := range out {
		r.measured()
	}
	return out
}

// stretch is how many rows at the top run across, or don't.
func stretch(rows []*split, wide bool) int {
	for i, s := range rows {
		if (s.lines[across] != nil) != wide {
			return i
		}
	}
	return len(rows)
}

// taken is the region of some parts of rows.
func taken(rows []*split, parts ...int) region {
	var out region
	for _, s := range rows {
		for _, k := range parts {
			if l := s.lines[k]; l != nil {
				out = append(out, l)
			}
		}
	}
	return out
}

// columnsIn says which of the rows between two that run across are columns.
func columnsIn(rows, above, below []*split) (from, to int) {
	first, last := -1, -1
	for i, s := range rows {
		if s.isBeside() {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 || first == last && len(rows) < 4 && (len(above) > 0 || len(below) > 0) {
		return 0, 0
	}
	to = len(rows)
	if len(above) > 0 {
		for from < first && rows[from].size() != rows[first].size() && abs(rows[from].size()-above[len(above)-1].size()) < 0.1 {
			from++
		}
	}
	if len(below) > 0 {
		to = last + 1
		for to < len(rows) && !rows[to].joins(rows[to-1], below[0]) {
			to++
		}
	}
	return from, to
}

// isBeside says whether a part of a row stands in another column than the first.
func (s *split) isBeside() bool {
	return slices.ContainsFunc(s.lines[2:], func(l *line) bool { return l != nil })
}

// size is the type of a row.
func (s *split) size() float64 {
	for _, l := range s.lines {
		if l != nil {
			return l.size
		}
	}
	return 0
}

func (s *split) y() float64 {
	for _, l := range s.lines {
		if l != nil {
			return l.y
		}
	}
	return 0
}

// joins says whether a row below columns belongs to what runs across further
// down: it has its size, or stands apart from the columns.
func (s *split) joins(before, below *split) bool {
	like, unlike := abs(s.size()-below.size()) < 0.1, abs(s.size()-before.size()) > 0.1
	return like && (unlike || before.y()-s.y() > 1.6*s.size())
}

// fewestRows is how many rows make columns.
const fewestRows = 8

// guttersOf finds the white between columns, from left to right; none where
// there is one column. Of a part of a page more is asked: tables are small, too.
func guttersOf(rows [][]*chunk, part bool) []gutter {
	from, to := extent(rows)
	if to-from < 200 || len(rows) < fewestRows {
		return nil
	}
	crossed := crossings(rows, from, to)
	for n := mostColumns; n > 2; n-- {
		if gutters := evenGutters(rows, crossed, from, n); gutters != nil {
			return gutters
		}
	}
	width := to - from
	if g, least, ok := whitest(crossed, int(0.3*width), int(0.7*width), from, len(rows)); ok && begins(rows, g, from, to, least) &&
		(!part || filled(rows, from, g.to, true) && filled(rows, g.from, to, false)) {
		return []gutter{g}
	}
	return nil
}

// crossings counts for each point from from to to the rows that have something there.
func crossings(rows [][]*chunk, from, to float64) []int {
	crossed := make([]int, int(to-from)+1)
	for _, row := range rows {
		for i, c := range row {
			x0, x1 := c.x0+c.hanging(), c.x1
			if i+1 < len(row) && row[i+1].x0-x1 < 0.6*c.size && row[i+1].hanging() == 0 {
				x1 = row[i+1].x0
			}
			for k := max(0, int(x0-from+0.5)); k < len(crossed) && from+float64(k) < x1; k++ {
				crossed[k]++
			}
		}
	}
	return crossed
}

// whitest is the widest gutter between two cells, and how many rows cross it.
func whitest(crossed []int, lo, hi int, from float64, rows int) (g gutter, least int, ok bool) {
	crossed = crossed[lo:min(hi+1, len(crossed))]
	least = slices.Min(crossed)
	start, length := widest(crossed, least+rows/25)
	if length < narrowest {
		return g, least, false
	}
	g.from = from + float64(lo+start)
	g.to = g.from + float64(length)
	g.from = max(g.from, g.to-widestLabel) // lines that end early make it look wider
	return g, least, true
}

// evenGutters are those between n columns of one width, which text fills; nil
// if there are none.
func evenGutters(rows [][]*chunk, crossed []int, from float64, n int) []gutter {
	width := len(crossed)
	var out []gutter
	var crossing int
	for i := 1; i < n; i++ {
		middle, reach := width*i/n, width/(6*n)
		g, least, ok := whitest(crossed, middle-reach, middle+reach, from, len(rows))
		if !ok {
			return nil
		}
		out, crossing = append(out, g), max(crossing, least)
	}
	for i, g := range out {
		before, behind := from, from+float64(width)
		if i > 0 {
			before = out[i-1].to
		}
		if i+1 < len(out) {
			behind = out[i+1].from
		}
		if !begins(rows, g, before-widestLabel, behind, crossing) || !filled(rows, before, g.to, true) || i+1 == len(out) && !filled(rows, g.from, behind, false) {
			return nil
		}
	}
	return out
}

// filled says whether a column is one of text: a third of its lines or more go
// nearly over all of it, as the cells of tables don't.
func filled(rows [][]*chunk, from, to float64, gutter bool) bool {
	end := to
	if gutter {
		end -= widestLabel
	}
	lines, whole := 0, 0
	for _, row := range rows {
		left, right, ends := 1e9, -1e9, 0.0
		for _, c := range row {
			if c.x0 >= from-widestLabel && c.x0 < to && c.x1 <= to+2 {
				left, right, ends = min(left, c.x0), max(right, c.x1), c.size
			}
		}
		if left > right {
			continue
		}
		if lines++; right-left > 0.8*(end-from)-ends {
			whole++
		}
	}
	return lines >= 6 && 3*whole >= lines
}

const (
	narrowest   = 6  // the white between two columns at least, in points
	widestLabel = 16 // what a label may stand out of its column, in points
)

// widest is the longest stretch of cells with at most so many.
func widest(cells []int, most int) (start, length int) {
	run := 0
	for i, n := range cells {
		if n > most {
			run = 0
			continue
		}
		if run++; run > length {
			start, length = i-run+1, run
		}
	}
	return start, length
}

// begins says whether text stands at both sides of a gutter, from from to to,
// and most of what is right of it begins in one place. Where much runs across, a
// table or chance may look like columns: more has to agree.
func begins(rows [][]*chunk, g gutter, from, to float64, crossing int) bool {
	before, after, near := 0, 0, 0
	places := map[int]int{}
	for _, row := range rows {
		s := splitAt(within(row, from, to), []gutter{g})
		if len(s.parts[1]) > 0 {
			before++
		}
		if right := s.parts[2]; len(right) > 0 {
			after++
			at := int(right[0].x0)
			places[at]++
			places[at+1]++
			if right[0].x0 < g.to+3*right[0].size {
				near++
			}
		}
	}
	aligned := 0
	for _, n := range places {
		aligned = max(aligned, n)
	}
	if 3*crossing > len(rows) {
		return before >= 6 && after >= 6 && 4*aligned >= 3*after
	}
	if 3*aligned < after && (20*crossing > len(rows) || !filled(rows, from, g.to, true) || !filled(rows, g.from, to, false)) {
		return false // quotations and lists begin elsewhere, but then nothing else may speak against columns
	}
	return before >= 5 && after >= 5 && 3*near >= 2*after
}

// within are the chunks of a row that begin between two places.
func within(row []*chunk, from, to float64) []*chunk {
	var out []*chunk
	for _, c := range row {
		if c.x0 >= from && c.x0 < to {
			out = append(out, c)
		}
	}
	return out
}

func extent(rows [][]*chunk) (left, right float64) {
	left, right = 1e9, -1e9
	for _, row := range rows {
		for _, c := range row {
			left, right = min(left, c.x0), max(right, c.x1)
		}
	}
	return left, right
}
