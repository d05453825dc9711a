package markdown

import (
	"bytes"
	"slices"
	"strings"
)

// The limits of what the parser is shown. It takes time quadratic in each of
// them, and no honest article comes near; what goes beyond stays plain text.
const (
	// maxDepth is how deep lists and quotations are followed into each other.
	maxDepth = 64
	// maxIndent is the white space before a list item, in bytes, for lists
	// that are nested by it.
	maxIndent = 200
	// maxMarks is how many marks of emphasis a paragraph may have.
	maxMarks = 1000
	// maxTargets is how many link targets may run on without an end, and
	// targetSize the length from which they are taken to, in bytes.
	maxTargets, targetSize = 200, 1024
	// maxDefinitions is how many link reference definitions may follow each
	// other without a blank line.
	maxDefinitions = 2000
	// maxPadding is how many cells a table may have that are not in the
	// source, for each byte that is.
	maxPadding = 4
)

// guard goes through a source before it is parsed. It replaces markup that
// would take quadratic time by letters, in a copy, so that every offset stays the
// same; text is cut from the untouched source.
type guard struct {
	source  []byte
	own     bool // source is a copy
	targets int  // link targets without an end so far
}

// put replaces a byte. Most sources need none replaced, and are not copied.
func (g *guard) put(at int, c byte) {
	if !g.own {
		g.source, g.own = bytes.Clone(g.source), true
	}
	g.source[at] = c
}

// neutral stands where markup was.
const neutral = 'x'

// tame makes a source safe to parse: limits, tabs behind the mark of a
// quotation, which goldmark miscounts (its issue 604), the lone CR, which
// ends a line in old files and which goldmark does not know, and the CR before
// an LF, which it takes for text here and there. It begins at an offset. What is
// given is the source itself where it is safe as it stands, without room for
// goldmark to append to.
func tame(source []byte, from int) []byte {
	g := &guard{source: slices.Clip(source)}
	g.breaks(from)
	start := from
	for at := from; at < len(source); {
		end := lineEnd(g.source, at)
		if blankLine(g.source[at:end]) {
			g.paragraph(start, at)
			start = end
		}
		g.containers(at, end)
		at = end
	}
	g.paragraph(start, len(source))
	g.links(from)
	return slices.Clip(g.source)
}

// breaks makes every line end with an LF alone.
func (g *guard) breaks(from int) {
	for i := from; ; i++ {
		next := bytes.IndexByte(g.source[i:], '\r')
		if next < 0 {
			return
		}
		i += next
		switch {
		case i+1 == len(g.source) || g.source[i+1] != '\n':
			g.put(i, '\n')
		case i == 0 || g.source[i-1] != '\\': // that is a line break of its own
			g.put(i, ' ')
		}
	}
}

// lineEnd is where the line that starts at an offset ends, its break included.
func lineEnd(source []byte, at int) int {
	if i := bytes.IndexByte(source[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(source)
}

// blankLine says whether a line ends a paragraph, inside quotations too.
func blankLine(line []byte) bool {
	for _, c := range line {
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '>' {
			return false
		}
	}
	return true
}

// containers follows the marks of lists, quotations and notes at the start of
// a line, and ends them at maxDepth.
func (g *guard) containers(at, end int) {
	for depth := 0; ; depth++ {
		s, from := g.source, at
		for at < end && (s[at] == ' ' || s[at] == '\t') {
			at++
		}
		n := container(s[at:end])
		if n == 0 {
			return
		}
		if depth >= maxDepth || at-from > maxIndent {
			g.put(at, neutral)
			return
		}
		if s[at] == '>' && at+1 < end && s[at+1] == '\t' {
			g.put(at+1, ' ')
		}
		at += n
	}
}

// container is the length of a mark that opens a block inside which others
// may stand, or 0.
func container(line []byte) int {
	if len(line) == 0 {
		return 0
	}
	n := 0
	switch c := line[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '+' || c == '*':
		n = 1
	case c >= '0' && c <= '9':
		for n < len(line) && n < 9 && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	case c == '[':
		if _, n = definition(line); n > 0 {
			return n
		}
		return 0
	default:
		return 0
	}
	if n < len(line) && line[n] != ' ' && line[n] != '\t' && line[n] != '\n' && line[n] != '\r' {
		return 0
	}
	return n
}

// paragraph looks at what stands between two blank lines.
func (g *guard) paragraph(start, end int) {
	p := g.source[start:end]
	if marks(p) > maxMarks {
		g.emphasis(start, end)
	}
	lines, definitions := 0, 0
	for at := start; at < end; {
		next := lineEnd(g.source, at)
		line := g.source[at:next]
		for len(line) > 0 && (line[0] == ' ' || line[0] == '>') {
			line = line[1:]
		}
		switch {
		case len(line) == 0:
		case line[0] == '[' && !bytes.HasPrefix(line, []byte("[^")) && bytes.Contains(line[:min(len(line), 1024)], []byte("]:")):
			if definitions++; definitions > maxDefinitions {
				g.put(next-len(line), neutral)
			}
		case strings.IndexByte("|:-", line[0]) >= 0 && len(bytes.Trim(line, "|:- \t\r\n")) == 0:
			if lines == 0 {
				lines = bytes.Count(p, []byte("\n"))
			}
			if c := bytes.Count(line, []byte("|")); c*lines > maxPadding*len(p) {
				g.put(next-len(line), neutral)
			}
		}
		at = next
	}
}

// marks are how many marks of emphasis a text has, or 0 where it is too short for
// many.
func marks(p []byte) int {
	n := 0
	if len(p) <= maxMarks {
		return n
	}
	for _, c := range p {
		if c == '*' || c == '_' || c == '~' {
			n++
		}
	}
	return n
}

// emphasis ends emphasis in each part of a long paragraph that has too many
// marks. The items of a list without blank lines are parts of their own.
func (g *guard) emphasis(start, end int) {
	numbered := numberedItem(g.source[start:lineEnd(g.source, start)])
	from := start
	for at := start; at < end; {
		next := lineEnd(g.source, at)
		if at > from && startsPart(g.source[at:next], numbered) {
			g.plain(from, at)
			from = at
		}
		at = next
	}
	g.plain(from, end)
}

// startsPart says whether a line is sure to end the paragraph before it. A
// number does so only inside a numbered list.
func startsPart(line []byte, numbered bool) bool {
	text := bytes.TrimLeft(line, " ")
	if len(line)-len(text) > 2 || len(text) == 0 {
		return false
	}
	if text[0] == '[' || text[0] == '-' || text[0] == '+' || text[0] == '*' {
		n := container(text)
		return n > 0 && len(bytes.TrimSpace(text[n:])) > 0
	}
	return numbered && numberedItem(line)
}

func numberedItem(line []byte) bool {
	text := bytes.TrimLeft(line, " ")
	return len(line)-len(text) <= 2 && len(text) > 0 && text[0] >= '0' && text[0] <= '9' && container(text) > 0
}

// plain takes the marks of emphasis out of a part that has too many, those
// of list items excepted.
func (g *guard) plain(start, end int) {
	p := g.source[start:end]
	if marks(p) <= maxMarks {
		return
	}
	first := true // on the line
	for i, c := range p {
		switch c {
		case '\n':
			first = true
		case ' ', '\t', '>':
		case '*', '_', '~':
			if !first || container(p[i:]) == 0 {
				g.put(start+i, neutral)
			}
			first = false
		default:
			first = false
		}
	}
}

// links ends link targets that run on and on, if there are many: the parser
// reads each one to the next white space.
func (g *guard) links(from int) {
	s := g.source
	space := 0 // the end of the text without white space that the target is in
	for at := from; ; {
		i := bytes.Index(s[at:], []byte("]("))
		if i < 0 {
			return
		}
		at += i + 2
		angle := at < len(s) && s[at] == '<'
		if space < at {
			stop := " \t\r\n"
			if angle {
				stop = "\n"
			}
			space = len(s)
			if n := bytes.IndexAny(s[at:], stop); n >= 0 {
				space = at + n
			}
		}
		if space-at > targetSize && !ends(s[at:at+targetSize], angle) {
			if g.targets++; g.targets > maxTargets {
				g.put(at-1, neutral)
			}
		}
	}
}

// ends says whether a link target ends in s.
func ends(s []byte, angle bool) bool {
	if angle {
		return bytes.IndexByte(s, '>') >= 0
	}
	depth := 0
	for _, c := range s {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return false
}
