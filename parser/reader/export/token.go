package export

import "strings"

// kind is what a token of XML is.
type kind uint8

const (
	chars kind = iota
	cdata      // its from and to leave out the marks
	open
	closing
	other // comments, declarations, elements without content
)

// token is a piece of XML.
type token struct {
	kind     kind
	name     string
	from, to int
	next     int // where the next one starts
}

// tokenAt is the token at an offset. What is not closed reaches to the end.
func tokenAt(s string, at int) token {
	if s[at] != '<' {
		end := strings.IndexByte(s[at:], '<')
		if end < 0 {
			end = len(s) - at
		}
		return token{kind: chars, from: at, to: at + end, next: at + end}
	}
	for _, m := range marks() {
		if strings.HasPrefix(s[at:], m.start) {
			from := at + len(m.start)
			to, next := len(s), len(s)
			if i := strings.Index(s[from:], m.end); i >= 0 {
				to, next = from+i, from+i+len(m.end)
			}
			return token{kind: m.kind, from: from, to: to, next: next}
		}
	}
	next := len(s)
	if i := strings.IndexByte(s[at:], '>'); i >= 0 {
		next = at + i + 1
	}
	t := token{kind: open, name: tagName(s[at+1 : next]), from: at, to: next, next: next}
	switch {
	case strings.HasPrefix(t.name, "/"):
		t.kind, t.name = closing, t.name[1:]
	case strings.HasSuffix(s[at:next], "/>"):
		t.kind = other
	}
	return t
}

// mark is how a token begins and ends that is no tag and no text.
type mark struct {
	start, end string
	kind       kind
}

func marks() [4]mark {
	return [...]mark{{"<![CDATA[", "]]>", cdata}, {"<!--", "-->", other}, {"<?", "?>", other}, {"<!", ">", other}}
}

// tagName is the name at the start of what stands between < and >, with the
// slash of a closing tag.
func tagName(s string) string {
	end := strings.IndexAny(s, " \t\r\n>")
	if end < 0 {
		end = len(s)
	}
	return strings.TrimSuffix(s[:end], "/")
}

// Children calls f for each element that stands in s[from:to], but not for those
// inside others, with where its content starts and ends.
func Children(s string, from, to int, f func(name string, from, to int)) {
	depth, start, name := 0, 0, ""
	s = s[:to]
	for at := from; at < to; {
		t := tokenAt(s, at)
		at = t.next
		switch t.kind {
		case open:
			if depth++; depth == 1 {
				name, start = t.name, t.next
			}
		case closing:
			if depth--; depth == 0 {
				f(name, start, t.from)
			}
			depth = max(depth, 0)
		case chars, cdata, other:
		}
	}
	if depth > 0 {
		f(name, start, to)
	}
}
