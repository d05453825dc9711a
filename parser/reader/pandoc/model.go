package pandoc

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
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
	from  io.Reader
	ahead []byte  // what was read of it
	at    int     // what of that is taken
	err   error   // why no more can be read
	bad   bool    // it is no JSON from at on
	open  []value // elements of the lists that are not closed yet
	room  []value // of the lists of the block that is read
}

// model reads the JSON of a document, and calls f for each of its blocks, which may
// keep no list of it.
func model(from io.Reader, f func(*value)) (meta value, err error) {
	s := &scanner{from: from}
	s.pairs(func(key string) {
		switch {
		case key == "blocks" && s.is('['):
			s.room = nil // that of the metadata is kept
			s.elements(func() {
				if v := s.value(1); !s.bad {
					f(&v)
				}
				s.room = s.room[:0]
			})
			s.room = nil
		case key == "meta":
			meta = s.value(1)
		default:
			s.value(1)
		}
	})
	s.space()
	if _, more := s.peek(0); s.bad || more {
		return meta, errModel // no model, or more than one
	}
	return meta, nil
}

// peek is the byte n behind what was taken; false if there is none.
func (s *scanner) peek(n int) (byte, bool) {
	for s.at+n >= len(s.ahead) {
		if s.err != nil {
			return 0, false
		}
		s.read()
	}
	return s.ahead[s.at+n], true
}

// readSize is how much is read at once, in bytes.
const readSize = 64 << 10

// read reads on, and drops what was taken.
func (s *scanner) read() {
	left := copy(s.ahead, s.ahead[s.at:])
	s.ahead, s.at = slices.Grow(s.ahead[:left], readSize), 0
	n, err := s.from.Read(s.ahead[left : left+readSize])
	s.ahead, s.err = s.ahead[:left+n], err
}

// took takes n bytes.
func (s *scanner) took(n int) []byte {
	s.at += n
	return s.ahead[s.at-n : s.at]
}

// space passes over white space.
func (s *scanner) space() {
	for {
		if c, ok := s.peek(0); !ok || c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return
		}
		s.at++
	}
}

// is says whether a byte comes next, white space aside.
func (s *scanner) is(c byte) bool {
	s.space()
	next, ok := s.peek(0)
	return ok && next == c
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
		v.list = s.keep(s.open[from:])
		s.open = s.open[:from]
	case s.is('{'):
		s.pairs(func(key string) { v.take(key, s.value(depth+1)) })
	default:
		v.text = s.literal()
	}
	return v
}

// keep is a list as it is kept until the block that it is in was read.
func (s *scanner) keep(list []value) []value {
	if cap(s.room)-len(s.room) < len(list) {
		s.room = make([]value, 0, max(len(list), roomSize))
	}
	s.room = append(s.room, list...)
	return s.room[len(s.room)-len(list) : len(s.room) : len(s.room)]
}

// roomSize is how many values are given room at once.
const roomSize = 256

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
	n := 0
	for c, ok := s.peek(0); ok && strings.IndexByte(",]} \t\r\n", c) < 0; c, ok = s.peek(n) {
		n++
	}
	switch word := s.took(n); {
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
	n, plain := 1, true
	for c, ok := s.peek(n); c != '"'; c, ok = s.peek(n) {
		if !ok {
			s.bad = true
			return ""
		}
		if c == '\\' {
			n++
		}
		plain = plain && c != '\\' && c >= ' '
		n++
	}
	quoted := s.took(n + 1)
	if raw := quoted[1:n]; plain && utf8.Valid(raw) {
		return name(raw)
	}
	var out string
	if json.Unmarshal(quoted, &out) != nil {
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
