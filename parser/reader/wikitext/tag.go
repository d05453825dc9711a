package wikitext

import "strings"

// longestTag bounds a tag, in bytes.
const longestTag = 2 << 10

// tag is <name attributes>.
type tag struct {
	name       string // in small letters
	attributes string
	end        int // behind it
	closing    bool
	empty      bool // <name/>
}

// readTag reads the tag that opens at an offset; its name is "" where none does.
func readTag(src string, at int) tag {
	var t tag
	i := at + 1
	if i < len(src) && src[i] == '/' {
		t.closing = true
		i++
	}
	start := i
	for i < len(src) && i-start < 20 && (src[i]|0x20 >= 'a' && src[i]|0x20 <= 'z' || i > start && src[i] >= '0' && src[i] <= '9') {
		i++
	}
	if i == start || i >= len(src) || !strings.ContainsRune(" \t\r\n/>", rune(src[i])) {
		return t
	}
	end := tagEnd(src[i:min(len(src), at+longestTag)])
	if end < 0 {
		return t
	}
	t.name = strings.ToLower(src[start:i])
	t.attributes, t.end = src[i:i+end], i+end+1
	if rest, ok := strings.CutSuffix(t.attributes, "/"); ok {
		t.attributes, t.empty = rest, true
	}
	return t
}

// tagEnd is the place of the sign that ends a tag; one between quotation marks
// does not, unless the mark is never closed. A tag does not hold another.
func tagEnd(s string) int {
	first := -1
	var quote byte
	for i := range len(s) {
		switch c := s[i]; {
		case c == '>' && quote == 0:
			return i
		case c == '>':
			if first < 0 {
				first = i
			}
		case c == '<' || c == '\n' && quote != 0:
			return first
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return first
}

// attribute is the value of an attribute, "" if there is none.
func (t tag) attribute(name string) string {
	s := t.attributes
	for s != "" {
		s = strings.TrimLeft(s, " \t\r\n")
		n := strings.IndexAny(s, "= \t\r\n")
		if n < 0 {
			return ""
		}
		key := s[:n]
		s = strings.TrimLeft(s[n:], " \t\r\n")
		if !strings.HasPrefix(s, "=") {
			continue
		}
		s = strings.TrimLeft(s[1:], " \t\r\n")
		var value string
		switch {
		case strings.HasPrefix(s, `"`), strings.HasPrefix(s, "'"):
			value, s, _ = strings.Cut(s[1:], s[:1])
		default:
			value, s, _ = strings.Cut(s, " ")
		}
		if strings.EqualFold(key, name) {
			return strings.Join(strings.Fields(value), " ")
		}
	}
	return ""
}
