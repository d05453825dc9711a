package pandoc

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"unicode/utf8"
)

// maxDepth bounds how deep pandoc's model is followed.
const maxDepth = 1000

var errModel = errors.New("what the converter made is no document of pandoc's")

// value is a piece of the model: a constructor with its contents ("t" and "c"),
// a list, a text, or a pair of a map, whose key is text.
type value struct {
	t, text string
	list    []value
}

// at is an element of the contents, empty if it is not there.
func (v value) at(i int) value {
	if i < len(v.list) {
		return v.list[i]
	}
	return value{}
}

// get is what a map has under a key.
func (v value) get(key string) value {
	for _, pair := range v.list {
		if pair.text == key && len(pair.list) == 1 {
			return pair.list[0]
		}
	}
	return value{}
}

// scanner reads the JSON of a model. It is ten times as long as the source, so that
// it is read block by block, and never all of it held.
type scanner struct {
	data []byte
	at   int
	bad  bool    // it is no JSON from at on
	open []value // elements of the lists that are not closed yet
}

// model reads the JSON of a document, and calls f for each of its blocks.
func model(data []byte, f func(*value)) (meta value, err error) {
	s := &scanner{data: data}
	s.pairs(func(key string) {
		switch {
		case key == "blocks" && s.is('['):
			s.elements(func() {
				if v := s.value(1); !s.bad {
					f(&v)
				}
			})
		case key == "meta":
			meta = s.value(1)
		default:
			s.value(1)
		}
	})
	if s.space(); s.bad || s.at < len(data) {
		return meta, errModel // no model, or more than one
	}
	return meta, nil
}

// space passes over white space.
func (s *scanner) space() {
	for s.at < len(s.data) && (s.data[s.at] == ' ' || s.data[s.at] == '\t' || s.data[s.at] == '\r' || s.data[s.at] == '\n') {
		s.at++
	}
}

// is says whether a byte comes next, white space aside.
func (s *scanner) is(c byte) bool {
	s.space()
	return s.at < len(s.data) && s.data[s.at] == c
}

// take takes a byte that must come next.
func (s *scanner) take(c byte) {
	if !s.is(c) {
		s.bad = true
		return
	}
	s.at++
}

// elements calls f for each element of a list.
func (s *scanner) elements(f func()) {
	s.take('[')
	for n := 0; !s.bad && !s.is(']'); n++ {
		if n > 0 {
			s.take(',')
		}
		f()
	}
	s.take(']')
}

// pairs calls f for each key of a map; f reads what the key has.
func (s *scanner) pairs(f func(key string)) {
	s.take('{')
	for n := 0; !s.bad && !s.is('}'); n++ {
		if n > 0 {
			s.take(',')
		}
		key := s.text()
		s.take(':')
		f(key)
	}
	s.take('}')
}

// value reads what comes next.
func (s *scanner) value(depth int) (v value) {
	switch {
	case s.bad || depth > maxDepth:
		s.bad = true
	case s.is('"'):
		v.text = s.text()
	case s.is('['):
		from := len(s.open)
		s.elements(func() { s.open = append(s.open, s.value(depth+1)) })
		v.list = slices.Clone(s.open[from:])
		s.open = s.open[:from]
	case s.is('{'):
		s.pairs(func(key string) { v.take(key, s.value(depth+1)) })
	default:
		v.text = s.literal()
	}
	return v
}

// take takes what a map has under a key. The contents of a constructor that are a
// list become its own.
func (v *value) take(key string, x value) {
	switch {
	case key == "t":
		v.t = x.text
	case key == "c" && x.t != "":
		v.list = []value{x}
	case key == "c":
		v.list, v.text = x.list, x.text
	default:
		v.list = append(v.list, value{text: key, list: []value{x}})
	}
}

// literal is a number, "" for true, false and null.
func (s *scanner) literal() string {
	from := s.at
	for s.at < len(s.data) && bytes.IndexByte([]byte(",]} \t\r\n"), s.data[s.at]) < 0 {
		s.at++
	}
	switch word := s.data[from:s.at]; {
	case !json.Valid(word):
		s.bad = true
	case word[0] == '-' || word[0] >= '0' && word[0] <= '9':
		return string(word)
	}
	return ""
}

// text reads a string.
func (s *scanner) text() string {
	if !s.is('"') {
		s.bad = true
		return ""
	}
	from, plain := s.at, true
	for s.at++; s.at < len(s.data) && s.data[s.at] != '"'; s.at++ {
		switch c := s.data[s.at]; {
		case c == '\\':
			s.at++
			plain = false
		case c < ' ':
			plain = false
		}
	}
	if s.at >= len(s.data) {
		s.bad = true
		return ""
	}
	s.at++
	if raw := s.data[from+1 : s.at-1]; plain && utf8.Valid(raw) {
		return name(raw)
	}
	var out string
	if json.Unmarshal(s.data[from:s.at], &out) != nil {
		s.bad = true
	}
	return out
}

// name is a text; those that come for every word are there already.
func name(raw []byte) string {
	switch string(raw) {
	case "t":
		return "t"
	case "c":
		return "c"
	case "Str":
		return "Str"
	case "Space":
		return "Space"
	}
	return string(raw)
}
