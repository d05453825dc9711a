package pdf

import "slices"

// regions are the lines of a page in the order in which they are read.
func (p *page) regions() []region {
	all := p.chunks()
	base := raise(all)
	beside := map[*chunk][]*chunk{}
	for _, c := range all {
		if c.base != nil {
			beside[c.base] = append(beside[c.base], c)
		}
	}
	rows := rowsOf(base)
	dropLineNumbers(rows)
	white, two := gutterOf(rows)
	if !two {
		out := make(region, 0, len(rows))
		for _, row := range rows {
			out = append(out, newLine(row, beside))
		}
		return []region{out.measured()}
	}
	list := make([]*split, len(rows))
	for i, row := range rows {
		list[i] = splitAt(row, white)
	}
	narrow(list)
	for i := range list {
		for k, part := range list[i].parts {
			if len(part) > 0 {
				list[i].lines[k] = newLine(part, beside)
			}
		}
	}
	return bands(list)
}

// The parts of a row at a gutter.
const (
	across = iota
	left
	right
)

// split is a row cut in two, or one that runs across.
type split struct {
	parts [3][]*chunk
	lines [3]*line
}

// gutter is the white between two columns.
type gutter struct{ from, to float64 }

// pushed says whether a chunk is too long for the left column: it runs into one
// that begins where the right column does.
func (g gutter) pushed(c, next *chunk) bool {
	white := next.x0 - c.x1
	return next.x0 >= g.from && (white < -2 || white < 0.12*c.size && abs(next.x0-g.to) < 2.5)
}

// splitAt cuts a row in two at a gutter.
func splitAt(row []*chunk, g gutter) *split {
	s := &split{}
	for i, c := range row {
		switch {
		case c.x0 >= g.from-1:
			s.parts[right] = append(s.parts[right], c)
		case c.x1 <= g.to+1, i+1 < len(row) && g.pushed(c, row[i+1]):
			s.parts[left] = append(s.parts[left], c)
		default:
			return &split{parts: [3][]*chunk{across: row}}
		}
	}
	if n := len(s.parts[left]); n > 0 && len(s.parts[right]) > 0 {
		a, b := s.parts[left][n-1], s.parts[right][0]
		white := b.x0 - a.x1
		if a.x1 > g.from+1 && b.x0 < g.to-1 && white > -2 && white < 0.5*max(a.size, b.size) { // it only changes its face here
			return &split{parts: [3][]*chunk{across: row}}
		}
	}
	return s
}

// narrow finds rows that run across but are none: where a line of the right
// column stands close above or below, they are lines of the left one that are
// too long for it.
func narrow(rows []*split) {
	for i, s := range rows {
		if len(s.parts[across]) == 0 {
			continue
		}
		c := s.parts[across][0]
		for _, k := range []int{i - 1, i + 1} {
			if k < 0 || k >= len(rows) || len(rows[k].parts[right]) == 0 {
				continue
			}
			if d := rows[k].parts[right][0]; abs(d.y-c.y) < 0.85*min(c.size, d.size) {
				s.parts[left], s.parts[across] = s.parts[across], nil
				break
			}
		}
	}
}

// bands reads columns one after the other, and what runs across them in its
// place. Short lines of what runs across look like lines of the left column.
func bands(rows []*split) []region {
	var out []region
	var wide region
	for len(rows) > 0 {
		n := stretch(rows, true)
		above := rows[:n]
		wide = append(wide, taken(above, across)...)
		rows = rows[n:]
		n = stretch(rows, false)
		from, to := columnsIn(rows[:n], above, rows[n:])
		wide = append(wide, taken(rows[:from], left, right)...)
		if from < to {
			out = append(out, wide, taken(rows[from:to], left), taken(rows[from:to], right))
			wide = nil
		}
		wide = append(wide, taken(rows[to:n], left, right)...)
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
		if s.lines[right] != nil {
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
		for from < first && rows[from].lines[left].size != rows[first].size() && abs(rows[from].lines[left].size-above[len(above)-1].size()) < 0.1 {
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

// gutterOf finds the white between two columns: the rows beside it begin at its
// right side.
func gutterOf(rows [][]*chunk) (g gutter, two bool) {
	from, to := extent(rows)
	if to-from < 200 || len(rows) < 8 {
		return g, false
	}
	from, to = from+0.3*(to-from), from+0.7*(to-from)
	crossed := make([]int, int(to-from)+1)
	for _, row := range rows {
		for i, c := range row {
			x0, x1 := c.x0, c.x1
			if i+1 < len(row) && row[i+1].x0-x1 < 0.6*c.size {
				x1 = row[i+1].x0
			}
			for k := max(0, int(x0-from+0.5)); k < len(crossed) && from+float64(k) < x1; k++ {
				crossed[k]++
			}
		}
	}
	least := slices.Min(crossed)
	start, length := widest(crossed, least+len(rows)/25)
	if length < narrowest {
		return g, false
	}
	g.from = from + float64(start)
	g.to = g.from + float64(length)
	g.from = max(g.from, g.to-widestLabel) // lines that end early make it look wider
	return g, begins(rows, g, least)
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

// begins says whether text stands at both sides of a gutter, and most of what
// is right of it begins in one place. Where much runs across, a table or chance
// may look like columns: more has to agree.
func begins(rows [][]*chunk, g gutter, crossing int) bool {
	before, after, near := 0, 0, 0
	places := map[int]int{}
	for _, row := range rows {
		s := splitAt(row, g)
		if len(s.parts[left]) > 0 {
			before++
		}
		if len(s.parts[right]) > 0 {
			after++
			at := int(s.parts[right][0].x0)
			places[at]++
			places[at+1]++
			if s.parts[right][0].x0 < g.to+3*s.parts[right][0].size {
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
	return before >= 5 && after >= 5 && 3*aligned >= after && 3*near >= 2*after
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
