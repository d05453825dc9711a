package docx

import (
	"strconv"
	"strings"
)

// numbering says how the notes of one kind are numbered, in the whole document
// or in a section of it. Empty fields say nothing.
type numbering struct {
	format  string
	start   int // -1 says nothing
	restart string
}

// readNumbering reads a footnotePr or endnotePr to its end.
func readNumbering(s *scanner) numbering {
	n := numbering{start: -1}
	s.Children(func() {
		switch {
		case s.is("numFmt"):
			n.format = s.attr("val")
		case s.is("numStart"):
			if v, err := strconv.Atoi(s.attr("val")); err == nil && v >= 0 && v <= maxStart {
				n.start = v
			}
		case s.is("numRestart"):
			n.restart = s.attr("val")
		}
		s.Skip()
	})
	return n
}

// maxStart is the largest first number that is believed.
const maxStart = 100_000

// or fills in what n does not say.
func (n numbering) or(base numbering) numbering {
	if n.format == "" {
		n.format = base.format
	}
	if n.start < 0 {
		n.start = base.start
	}
	if n.restart == "" {
		n.restart = base.restart
	}
	return n
}

// counter numbers the notes of one kind.
type counter struct {
	next, section int
	began         bool
}

// take is the next number in a section, and whether numbers begin anew there.
func (c *counter) take(n numbering, section int) int {
	if !c.began || section != c.section && n.restart == "eachSect" {
		c.next = n.start
		if c.next < 0 {
			c.next = 1
		}
	}
	c.began, c.section = true, section
	c.next++
	return c.next - 1
}

// label writes a number in a format (ECMA-376 part 1, 17.18.59). Formats of
// other scripts come out as decimal, and so do numbers too large for theirs.
func label(n int, format string) string {
	switch format {
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "lowerRoman":
		if s := roman(n); s != "" {
			return s
		}
	case "upperRoman":
		if s := roman(n); s != "" {
			return strings.ToUpper(s)
		}
	case "lowerLetter":
		if n > 0 && n <= 26*maxRepeat {
			return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
		}
	case "upperLetter":
		if n > 0 && n <= 26*maxRepeat {
			return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
		}
	case "chicago":
		if n > 0 && n <= 4*maxRepeat {
			return strings.Repeat([]string{"*", "†", "‡", "§"}[(n-1)%4], (n-1)/4+1)
		}
	}
	return strconv.Itoa(n)
}

// maxRepeat is how often Word repeats a letter or sign before it begins anew.
const maxRepeat = 30

func roman(n int) string {
	if n <= 0 || n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= r.value {
			b.WriteString(r.sign)
			n -= r.value
		}
	}
	return b.String()
}
