package pdf

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// column is a region as the search sees it.
type column struct {
	page   int
	lines  region
	labels []label
	starts []int // where notes may begin; the last is the column's end
	facts  []fact
	tail   int     // lines at the foot that are small
	lead   float64 // the usual distance of the lines of notes
	amid   bool    // text stands below it
}

// fact is what is known of a line, worked out once.
type fact struct {
	ruled bool // a rule stands above it
	white bool // white space stands above it
	small bool // it is in the type of notes or in a smaller one
	large bool // it is in the type of headings
	// heading says that it looks like one, whole that it fills its column, and
	// ended that a sentence ends with it.
	heading, whole, ended bool
	marks                 []int
}

// prepare makes the columns; false if no line has a label of the style.
func (s *search) prepare() bool {
	any := false
	for i := s.from; i < s.to; i++ {
		for _, r := range s.d.pages[i].regions {
			if len(r) == 0 {
				continue
			}
			c := &column{page: i, lines: r}
			if len(r) > mostLines {
				c.starts = []int{len(r)}
				s.columns = append(s.columns, c)
				continue
			}
			for k, l := range r {
				at := l.label()
				if s.is(at) || at.how == sign {
					at.line = k
					c.labels = append(c.labels, at)
					any = any || s.is(at)
				}
				if s.style != superior {
					continue
				}
				for j := 1; j < len(l.runs); j++ {
					if at := l.superior(j); at.how == superior && closed(l.text[:at.from]) {
						at.line = k
						c.labels = append(c.labels, at)
					}
				}
			}
			c.labels = c.labels[max(0, len(c.labels)-mostLabels):]
			s.columns = append(s.columns, c)
		}
	}
	if !any {
		return false
	}
	s.measure()
	for _, c := range s.columns {
		if c.starts != nil {
			continue
		}
		c.amid = s.amid(c)
		s.places(c)
	}
	return true
}

// is says whether a label is of the style that is looked for.
func (s *search) is(at label) bool { return at.how == s.style || s.style == bare && at.how == tight }

// closed says whether text before a label in the middle of a line ends a note.
func closed(before string) bool {
	before = strings.TrimRight(before, " ")
	return strings.HasSuffix(before, ".") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, ")") || strings.HasSuffix(before, "”")
}

// measure finds how large notes are and where their labels begin: those that
// the page calls for, each the next after another.
func (s *search) measure() {
	sizes, indents := map[float64]int{}, map[float64]int{}
	for _, c := range s.columns {
		last := 0
		for j, at := range c.labels {
			l := c.lines[at.line]
			if called := s.calls.of(c.page, at.number); !s.is(at) || at.from > 0 || called < 0 || s.d.isHeading(l) {
				continue
			}
			if s.comes(c, j, at.number) { // what stands lower is the note
				continue
			}
			sizes[math.Round(l.size*4)/4]++
			if last == 0 || at.number == last+1 {
				indents[math.Round(l.x0-l.left)]++
			}
			last = at.number
		}
	}
	n := 0
	if s.size, n = most(sizes); n == 0 {
		s.size = s.tailSize()
	}
	if s.indent, n = most(indents); n == 0 {
		s.indent = -1
	}
	s.distinct = s.size > 0 && s.size <= smaller*s.d.body
}

// amid says whether a column has text below it.
func (s *search) amid(c *column) bool {
	last := c.lines[len(c.lines)-1]
	for _, r := range s.d.pages[c.page].regions {
		n := 0
		for _, l := range r {
			if l.y < last.y && l.x0 < last.right && l.x1 > last.left && abs(l.size-s.d.body) < 0.03*s.d.body && l.letters() > 20 {
				n++
			}
		}
		if n >= 2 {
			return true
		}
	}
	return false
}

// tailSize is the size of most small lines at the feet of columns.
func (s *search) tailSize() float64 {
	sizes := map[float64]int{}
	for _, c := range s.columns {
		for k := len(c.lines) - 1; k >= 0 && c.lines[k].size <= smaller*s.d.body; k-- {
			sizes[math.Round(c.lines[k].size*4)/4]++
		}
	}
	size, _ := most(sizes)
	return size
}

// places looks at the lines of a column, and finds where notes may begin.
func (s *search) places(c *column) {
	n := len(c.lines)
	s.look(c)
	for c.tail < n && c.facts[n-1-c.tail].small {
		c.tail++
	}
	starts := map[int]bool{0: true}
	for k := 1; k < n; k++ {
		if f := &c.facts[k]; f.ruled || f.small && !c.facts[k-1].small || f.white && k >= n-mostStarts/2 {
			starts[k] = true
		}
	}
	for _, at := range c.labels {
		if at.from == 0 {
			starts[at.line] = true
		}
	}
	c.starts = slices.Sorted(maps.Keys(starts))
	if len(c.starts) > mostStarts {
		c.starts = append([]int{0}, c.starts[len(c.starts)-mostStarts:]...)
	}
	c.starts = append(c.starts, n)
}

// look works out what is known of the lines of a column.
func (s *search) look(c *column) {
	c.facts = make([]fact, len(c.lines))
	lead := c.lines.leading(1.2 * s.d.body)
	var notes region
	for k, l := range c.lines {
		f := &c.facts[k]
		f.small, f.heading, f.whole, f.ended = s.small(l), s.d.isHeading(l), full(l), ended(l.text)
		f.large = l.size > 1.08*s.d.body
		f.marks = s.marks(l)
		f.white = k > 0 && c.lines[k-1].y-l.y > 1.25*max(lead, 1.1*l.size)
		if f.small || !s.distinct {
			notes = append(notes, l)
		}
	}
	c.lead = notes.leading(1e3)
	for _, at := range s.d.pages[c.page].separators(c.lines) {
		c.facts[at].ruled = true
	}
}

// marks are the numbers that a line refers to. In brackets, those of notes that
// follow each other within a paragraph look the same, and are none.
func (s *search) marks(l *line) (marks []int) {
	l.marks(func(n int) { marks = append(marks, n) })
	if s.style != bracket || len(marks) == 0 {
		return marks
	}
	for _, m := range runIn.FindAllStringSubmatch(l.text, -1) {
		n, _ := strconv.Atoi(m[1])
		marks = slices.DeleteFunc(marks, func(mark int) bool { return mark == n })
	}
	return marks
}

// small says whether a line is in the type of notes or in a smaller one.
func (s *search) small(l *line) bool {
	return s.distinct && l.size <= max(1.04*s.size, smaller*s.d.body-0.5*(smaller*s.d.body-s.size))
}
