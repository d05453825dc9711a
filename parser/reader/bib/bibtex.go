package bib

import (
	"maps"
	"strings"
)

const (
	// maxValue bounds a field, maxString an abbreviation, in bytes.
	maxValue  = 32 << 10
	maxString = 1 << 10
	// maxStrings is the largest number of abbreviations, maxSpent the length
	// of all that is written out for them.
	maxStrings = 5000
	maxSpent   = 8 << 20
)

// addBibTeX lists the entries of a BibTeX file; their fields are read when they
// are cited. An entry that is not closed ends where the next one begins.
func (l *Library) addBibTeX(src string) {
	for at := 0; at < len(src); {
		n := strings.IndexByte(src[at:], '@')
		if n < 0 {
			return
		}
		at += n + 1
		start := at
		for at < len(src) && word(src[at]) {
			at++
		}
		kind := strings.ToLower(src[start:at])
		open := space(src, at)
		if kind == "" || open >= len(src) || src[open] != '{' && src[open] != '(' {
			continue
		}
		body, end := enclosed(src, open)
		at = end
		switch kind {
		case "comment", "preamble":
		case "string":
			l.define(body)
		default:
			l.list(kind, body)
		}
	}
}

func word(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_' }

// space is the first place behind white space.
func space(s string, at int) int {
	for at < len(s) && strings.IndexByte(" \t\r\n", s[at]) >= 0 {
		at++
	}
	return at
}

// enclosed is what stands between the bracket at an offset and the one that
// closes it, and the offset behind that. A line that begins another entry ends it too.
func enclosed(src string, open int) (body string, end int) {
	depth := 0
	for i := open; i < len(src); i++ {
		switch c := src[i]; {
		case c == '\\':
			i++
		case c == '{' || c == '(' && i == open:
			depth++
		case c == '}' && src[open] == '{', c == ')' && src[open] == '(' && depth == 1:
			if depth--; depth == 0 {
				return src[open+1 : i], i + 1
			}
		case c == '}':
			depth = max(1, depth-1)
		case c == '\n' && begins(src[i+1:]):
			return src[open+1 : i], i + 1
		}
	}
	return src[open+1:], len(src)
}

// begins says whether a line begins an entry: "@name{".
func begins(s string) bool {
	if s == "" || s[0] != '@' {
		return false
	}
	i := 1
	for i < len(s) && i < 30 && word(s[i]) {
		i++
	}
	return i > 1 && i < len(s) && s[i] == '{'
}

// list notes an entry.
func (l *Library) list(kind, body string) {
	key, rest, _ := strings.Cut(body, ",")
	key = strings.TrimSpace(key)
	if key == "" || strings.ContainsAny(key, "={}\n") {
		return
	}
	l.add(&Entry{Key: key, kind: kind, body: rest})
}

// define reads @string{name = value}.
func (l *Library) define(body string) {
	if len(l.strings) >= maxStrings {
		return
	}
	maps.Copy(l.strings, l.fields(body, maxString))
}

// fields reads "name = value, …"; values are as they are typed, without the
// delimiters. The first of two fields with one name counts.
func (l *Library) fields(body string, most int) map[string]string {
	out := map[string]string{}
	for at := 0; at < len(body); {
		at = space(body, at)
		start := at
		for at < len(body) && strings.IndexByte("= \t\r\n,{}\"#", body[at]) < 0 {
			at++
		}
		name := strings.ToLower(body[start:at])
		at = space(body, at)
		if at >= len(body) || body[at] != '=' || name == "" {
			// Not a field: on with what follows the next comma.
			n := strings.IndexByte(body[at:], ',')
			if n < 0 {
				break
			}
			at += n + 1
			continue
		}
		value, end := l.value(body, at+1, most)
		if _, ok := out[name]; !ok {
			out[name] = value
		}
		at = end
		if at < len(body) && body[at] == ',' {
			at++
		}
	}
	return out
}

// value reads a value: groups, strings, numbers and abbreviations, joined by "#".
// end is where it stops: a comma, or what can't be read.
func (l *Library) value(s string, at, most int) (value string, end int) {
	var b strings.Builder
	add := func(t string) {
		if room := most - b.Len(); room > 0 {
			b.WriteString(t[:min(len(t), room)])
		}
	}
	for {
		at = space(s, at)
		switch {
		case at >= len(s):
			return b.String(), at
		case s[at] == '{':
			body, end := enclosed(s, at)
			add(body)
			at = end
		case s[at] == '"':
			end := quoted(s, at+1)
			add(s[at+1 : end])
			at = min(len(s), end+1)
		default:
			start := at
			for at < len(s) && strings.IndexByte(", \t\r\n#{}\"=", s[at]) < 0 {
				at++
			}
			if at == start {
				if s[at] == ',' {
					return b.String(), at
				}
				at++ // a bracket too many
			}
			add(l.abbreviation(s[start:at]))
		}
		at = space(s, at)
		if at >= len(s) || s[at] != '#' {
			return b.String(), at
		}
		at++
	}
}

// quoted is where a quotation mark closes a value: outside of braces.
func quoted(s string, at int) int {
	depth := 0
	for ; at < len(s); at++ {
		switch s[at] {
		case '\\':
			at++
		case '{':
			depth++
		case '}':
			depth--
		case '"':
			if depth <= 0 {
				return at
			}
		}
	}
	return len(s)
}

// abbreviation is what a name stands for, or the name.
func (l *Library) abbreviation(name string) string {
	s, ok := l.strings[strings.ToLower(name)]
	if !ok || l.spent+len(s) > maxSpent {
		return name
	}
	l.spent += len(s)
	return s
}

// months are the abbreviations that BibTeX's styles know.
func months() map[string]string {
	return map[string]string{
		"jan": "1", "feb": "2", "mar": "3", "apr": "4", "may": "5", "jun": "6", "jul": "7", "aug": "8", "sep": "9", "oct": "10", "nov": "11", "dec": "12",
	}
}
