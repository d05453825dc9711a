package lines

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line is one line of a text, in bytes of it: what it says, without its line
// break and without the signs of a quotation ("> ") before it.
type Line struct{ Start, End int }

// line is a Line with what is known of it.
type line struct {
	Line

	from   int // where the line itself starts
	text   string
	quote  int // how many signs of quotation stand before it
	indent int // white space before the text in columns
	rule   rune
	blank  bool // nothing but white space and signs of quotation, or a rule
	page   bool // a form feed stands before it
}

// each yields the lines of a text, which end at LF, CRLF, lone CR and form feed.
func each(s string) iter.Seq[*line] {
	return func(yield func(*line) bool) {
		page := false
		for start := 0; start < len(s); {
			end := lineEnd(s, start)
			l := newLine(s, start, end, page)
			if !yield(&l) {
				return
			}
			page = end < len(s) && s[end] == '\f'
			if strings.HasPrefix(s[end:], "\r\n") {
				end++
			}
			start = end + 1
		}
	}
}

// lineEnd is where the line ends that starts at i.
func lineEnd(s string, i int) int {
	for ; i < len(s); i++ {
		if c := s[i]; c <= '\r' && (c == '\n' || c == '\r' || c == '\f') {
			return i
		}
	}
	return len(s)
}

func newLine(s string, from, end int, page bool) line {
	l := line{Line: Line{from, end}, from: from, page: page}
	l.quote, l.Start = quoted(s[:end], from)
	l.text = s[l.Start:end]
	l.indent, l.blank = indent(l.text)
	l.rule = rule(l.text)
	l.blank = l.blank || l.rule != 0
	return l
}

// width is the whole line's in code points.
func (l *line) width() int { return utf8.RuneCountInString(l.text) + l.Start - l.from }

// rule is the sign of which a line draws a rule, "-----", or 0.
func rule(s string) rune {
	s = strings.TrimSpace(s)
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '-', '=', '_', '~', '–', '—', '─', '━', '═':
	default:
		return 0
	}
	if len(s) < 3*size || strings.Trim(s, s[:size]) != "" {
		return 0
	}
	return r
}

// quoted reads the signs before a quoted line of an e-mail (RFC 3676, 4.5):
// how many, and where the line's own text starts.
func quoted(s string, from int) (depth, start int) {
	i := from
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	for start = from; i < len(s) && s[i] == '>'; depth++ {
		i++
		start = i
		if i < len(s) && s[i] == ' ' {
			i++
			start = i
		}
	}
	return depth, start
}

// indent is the width of the white space before a line's text, tabs as eight,
// and whether nothing else is there.
func indent(s string) (columns int, blank bool) {
	for _, r := range s {
		switch {
		case r == '\t':
			columns += 8
		case r == '\u200b' || r == '\ufeff':
		case unicode.IsSpace(r):
			columns++
		default:
			return columns, false
		}
	}
	return columns, true
}
