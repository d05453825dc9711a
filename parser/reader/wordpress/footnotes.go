package wordpress

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"ibid/parser/reader/export"
)

// footnote is one of the block editor's: its text is HTML, its id what markers lead to.
type footnote struct {
	id   string
	text export.Plain
}

// footnotes reads the field of the block editor: a JSON list of objects with
// "content" and "id". What is no such list gives what could be read of it.
func footnotes(field export.Plain) (out []footnote, broken bool) {
	dec := json.NewDecoder(strings.NewReader(field.Text))
	key, depth := "", 0
	var n footnote
	isKey := true
	for {
		before := int(dec.InputOffset())
		token, err := dec.Token()
		if err != nil {
			return out, depth > 0 || len(out) == 0
		}
		switch t := token.(type) {
		case json.Delim:
			switch t {
			case '{':
				depth, isKey, n = depth+1, true, footnote{}
			case '}':
				if depth--; depth == 1 && n.id != "" {
					out = append(out, n)
				}
				isKey = true
			case '[':
				depth, isKey = depth+1, false
			case ']':
				depth, isKey = depth-1, true
			}
			continue
		case string:
			if isKey {
				key, isKey = t, false
				continue
			}
			end := int(dec.InputOffset())
			start := before + strings.IndexByte(field.Text[before:end], '"')
			if depth == 2 && key == "id" {
				n.id = t
			}
			if depth == 2 && key == "content" {
				n.text = unescape(field, start+1, end-1)
			}
		}
		isKey = true
	}
}

// unescape is the text of a JSON string between its quotes.
func unescape(p export.Plain, from, to int) export.Plain {
	var w export.Writer
	sub := func(a, b int) {
		p.Each(a, b, func(s string, src, m int, whole bool) { w.Add(s, src, m, whole) })
	}
	done := from
	for at := from; at < to; {
		if p.Text[at] != '\\' {
			at++
			continue
		}
		sub(done, at)
		text, n := escape(p.Text[at:to])
		src, end := p.Span(at, at+n)
		w.Add(text, src, end-src, true)
		at += n
		done = at
	}
	sub(done, to)
	return w.Plain()
}

// escape decodes the escape that s starts with, and says how long it is.
func escape(s string) (string, int) {
	if len(s) < 2 {
		return s, len(s)
	}
	switch s[1] {
	case 'n':
		return "\n", 2
	case 't':
		return "\t", 2
	case 'r':
		return "\r", 2
	case 'b', 'f':
		return " ", 2
	case 'u':
		r, ok := hex(s)
		if !ok {
			return s[:2], 2
		}
		if utf16.IsSurrogate(r) {
			if low, ok := hex(s[6:]); ok && utf16.DecodeRune(r, low) != utf8.RuneError {
				return string(utf16.DecodeRune(r, low)), 12
			}
		}
		return string(r), 6
	}
	return s[1:2], 2
}

// hex reads \u and four digits.
func hex(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n), err == nil
}
