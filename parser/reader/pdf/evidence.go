package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What speaks for notes, and against. The unit is about "a small line more".
const (
	forNext       = 2.0  // the number comes next
	forFirst      = 0.5  // the first number of all is not 1
	forAgain      = -0.5 // the numbers begin anew
	forSkip       = 1.0  // some numbers are missing, less forMissing for each
	forMissing    = -0.7
	worstMissing  = -4.0
	forCalled     = 2.0 // a marker on the page
	forBefore     = 1.0 // on the page before
	forEarlier    = 0.5 // on any page before: notes at the end
	forUncalled   = -0.7
	forMisplaced  = -1.5 // the label stands elsewhere than others do
	forRunIn      = -0.5 // in the middle of a line
	forRule       = 1.5
	forRuleBelow  = -1.0
	forWhite      = 0.5
	forSmall      = 0.25
	forLarge      = -1.0
	forLeftOut    = -0.1 // a small line at the foot that is no note
	forGoingOn    = -0.7
	forHeading    = -3.0 // a note goes on below a heading
	forUnfinished = 1.0
	forUnmarked   = -3.0 // a note goes on where nothing shows it
	forAmid       = -4.0 // text stands below
	forCalls      = -1.5 // it calls a note itself
)

// fits says whether label j of a column begins the next note, and what speaks for it.
func (s *search) fits(c *column, j int, w *way, top bool) (gain float64, ok bool) {
	at := c.labels[j]
	if at.how == sign {
		if s.style != sign && !top {
			return 0, false
		}
		return s.forSign(c, at), true
	}
	called := s.calls.of(c.page, at.number)
	switch n := at.number; {
	case n == w.last+1 && at.suffix == "":
		gain = forNext
	case n == w.last && at.suffix != "":
		gain = forSkip
	case at.from > 0:
		return 0, false
	case w.last == 0 && (called > 0 || len(s.calls.first) == 0):
		gain = forFirst
	case n == 1 && (top || w.again) && called >= forBefore:
		gain = forAgain
	case n == 1 && w.last >= fewestAnew && called >= forEarlier && s.heads(c, j):
		gain = forNext + forAgain
	case n > w.last && n-w.last <= widestSkip && called >= forBefore && !s.comes(c, j, w.last+1):
		gain = forSkip + max(worstMissing, forMissing*float64(n-w.last-1))
	default:
		return 0, false
	}
	gain += called
	if at.from > 0 {
		gain += forRunIn
	}
	if s.style != superior {
		gain += s.forPlace(c, at)
	}
	f := &c.facts[at.line]
	if f.heading {
		gain += forHeading
	}
	if called < 0 && !f.small && !f.ruled {
		gain += forUncalled
	}
	if s.distinct && !f.small {
		gain += 4 * forLarge
	}
	return gain, gain > 0
}

// fewestAnew is how many notes a chapter has at least whose notes, at the end of
// a book, another chapter's follow.
const fewestAnew = 3

// heads says whether label j stands below a heading, and the next number follows.
func (s *search) heads(c *column, j int) bool {
	at := c.labels[j].line
	return at > 0 && (c.facts[at-1].heading || c.facts[at-1].large) && s.comes(c, j, c.labels[j].number+1)
}

// forPlace is what the place of a label on the line says: numbers at the
// beginnings of lines are everywhere.
func (s *search) forPlace(c *column, at label) (gain float64) {
	l := c.lines[at.line]
	if s.indent >= 0 && abs(l.x0-l.left-s.indent) > 3+0.6*l.size {
		gain += forMisplaced
	}
	if f := &c.facts[at.line]; at.line == 0 || f.ruled || f.white {
		return gain
	}
	before := &c.facts[at.line-1]
	if before.whole && !before.ended && abs(c.lines[at.line-1].size-l.size) < 0.03*l.size {
		gain += forMisplaced // the middle of a sentence
	}
	return gain
}

func (s *search) forSign(c *column, at label) float64 {
	if f := &c.facts[at.line]; f.small || f.ruled {
		return forNext
	}
	return forUncalled
}

// comes says whether a number comes further down.
func (s *search) comes(c *column, j, number int) bool {
	return slices.ContainsFunc(c.labels[j+1:], func(at label) bool { return at.number == number && s.is(at) })
}

// close is where the notes of a column end: an imprint or the next heading may
// stand below them.
func (s *search) close(c *column, z zone) int {
	first := z.from + 1
	size := c.lines[z.from].size
	if n := len(z.labels); n > 0 {
		first = z.labels[n-1].line + 1
		size = c.lines[first-1].size
	}
	for k := first; k < len(c.lines); k++ {
		a, b := c.lines[k-1], c.lines[k]
		white := a.y - b.y
		switch {
		case white > 2.2*max(1.1*b.size, c.lead),
			b.size > 1.08*max(s.size, a.size) && white > 1.2*c.lead && !c.facts[k].small,
			b.bold && !a.bold && white > 1.3*c.lead:
			return k
		}
	}
	k := len(c.lines)
	for len(z.labels) > 0 && k > first && c.lines[k-1].size < 0.93*size { // an imprint in smaller type
		k--
	}
	return k
}

// place is what a zone's type and surroundings say.
func (s *search) place(c *column, z zone, last int) (gain float64) {
	if c.facts[z.from].ruled {
		gain += forRule
	}
	if c.facts[z.from].white {
		gain += forWhite
	}
	if c.amid {
		gain += forAmid
	}
	gain += s.callsIn(c, z, last)
	below, first := 0, z.to
	if len(z.labels) > 0 {
		first = z.labels[0].line
	}
	for k := z.from; k < z.to; k++ {
		f := &c.facts[k]
		if k > z.from && f.ruled && below < 2 {
			gain += forRuleBelow
			below++
		}
		switch {
		case f.small:
			if k >= first || k-z.from < mostGoingOn {
				gain += forSmall
			}
		case s.distinct, f.large:
			gain += forLarge
		}
	}
	return gain
}

// callsIn is what markers of notes that come later say: they stand in the text.
func (s *search) callsIn(c *column, z zone, last int) (gain float64) {
	to := last
	for _, at := range z.labels {
		to = max(to, at.number)
	}
	for k := z.from; k < z.to; k++ {
		seen := last
		if len(z.labels) > 0 && k >= z.labels[0].line {
			seen = to
		}
		for _, n := range c.facts[k].marks {
			if n > seen && n <= to+mostAhead {
				gain += forCalls
			}
		}
	}
	return max(gain, 4*forCalls)
}

// opened says whether a line opens a bracket that it does not close.
func opened(s string) bool {
	return strings.Count(s, "(") > strings.Count(s, ")") || strings.Count(s, "[") > strings.Count(s, "]")
}

// goingOn is what speaks for a note that goes on at line k of a column.
func (s *search) goingOn(c *column, k int, w *way, labelled bool) float64 {
	gain, end := forGoingOn, w.end
	l := c.lines[k]
	first, _ := utf8.DecodeRuneInString(l.text)
	amid := unicode.IsLower(first) && strings.HasSuffix(end.text, ";") // of a sentence
	if ended(end.text) && !opened(end.text) && !amid && (unicode.IsUpper(first) || unicode.IsDigit(first) || !full(end)) {
		gain -= forUnfinished
		if !labelled {
			gain -= 2 * forUnfinished
		}
		if !c.facts[k].ruled {
			gain -= forUnfinished
		}
	} else {
		gain += forUnfinished
	}
	if f := &c.facts[k]; !f.ruled && !f.white && !s.distinct && (!w.whole || k > 0) {
		gain += forUnmarked
	}
	if abs(l.size-end.size) > 0.05*l.size {
		gain += 2 * forLarge
	}
	if k > 0 && c.facts[k-1].heading {
		gain += forHeading
	}
	return gain
}
