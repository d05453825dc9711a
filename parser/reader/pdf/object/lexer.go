package object

import (
	"bytes"
	"strconv"
)

// deepest is how far arrays and dictionaries may stand in each other.
const deepest = 64

// Lexer reads objects from a content stream or from a file.
type Lexer struct {
	src []byte
	at  int
	// refs says that "12 0 R" is a reference; in content streams it is none.
	refs bool
	// cut says that a word came which ends every open array and dictionary.
	cut bool
}

// NewLexer reads the objects and operators of a content stream.
func NewLexer(src []byte) *Lexer { return &Lexer{src: src} }

// Next is the next object or Operator; ok is false at the end.
func (l *Lexer) Next() (o Object, ok bool) { return l.object(0) }

func (l *Lexer) object(depth int) (Object, bool) {
	l.space()
	if l.at >= len(l.src) {
		return nil, false
	}
	switch c := l.src[l.at]; c {
	case '/':
		return l.name(), true
	case '(':
		return l.literal(), true
	case '<':
		if l.at+1 < len(l.src) && l.src[l.at+1] == '<' {
			l.at += 2
			return l.dict(depth + 1), true
		}
		return l.hex(), true
	case '[':
		l.at++
		return l.array(depth + 1), true
	case ']', '}', '{', ')':
		l.at++
		return Operator(c), true
	case '>':
		l.at++
		if l.at < len(l.src) && l.src[l.at] == '>' {
			l.at++
			return Operator(">>"), true
		}
		return Operator(">"), true
	}
	return l.word(), true
}

// space passes white space and comments.
func (l *Lexer) space() {
	for l.at < len(l.src) {
		switch c := l.src[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.src) && l.src[l.at] != '\n' && l.src[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// regular is the stretch up to the next white space or delimiter.
func (l *Lexer) regular() []byte {
	start := l.at
	for l.at < len(l.src) && !isSpace(l.src[l.at]) && !isDelimiter(l.src[l.at]) {
		l.at++
	}
	return l.src[start:l.at]
}

func (l *Lexer) name() Name {
	l.at++
	raw := l.regular()
	if bytes.IndexByte(raw, '#') < 0 {
		return Name(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if n, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(n))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return Name(out)
}

// literal reads (a string), with its escapes (7.3.4.2).
func (l *Lexer) literal() String {
	l.at++
	var out []byte
	for depth := 1; l.at < len(l.src); l.at++ {
		c := l.src[l.at]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.at++
				return String(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	l.at = min(l.at, len(l.src))
	return String(out)
}

// escape reads what follows a backslash, and stays at its last byte.
func (l *Lexer) escape(out []byte) []byte {
	l.at++
	if l.at >= len(l.src) {
		return out
	}
	c := l.src[l.at]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c >= '0' && c <= '7':
		n := 0
		end := min(l.at+3, len(l.src))
		for ; l.at < end && l.src[l.at] >= '0' && l.src[l.at] <= '7'; l.at++ {
			n = n<<3 | int(l.src[l.at]-'0')
		}
		l.at--
		return append(out, byte(n))
	case c == '\r':
		if l.at+1 < len(l.src) && l.src[l.at+1] == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	}
	return append(out, c)
}

func (l *Lexer) hex() String {
	l.at++
	var out []byte
	high, half := byte(0), false
	for l.at < len(l.src) && l.src[l.at] != '>' {
		if d, ok := hexDigit(l.src[l.at]); ok {
			if half {
				out = append(out, high<<4|d)
			}
			high, half = d, !half
		}
		l.at++
	}
	l.at = min(l.at+1, len(l.src))
	if half {
		out = append(out, high<<4)
	}
	return String(out)
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

func (l *Lexer) array(depth int) Array {
	out := Array{}
	for depth <= deepest && !l.cut {
		o, ok := l.object(depth)
		if !ok || o == Operator("]") || o == Operator(">>") {
			break
		}
		if word, is := o.(Operator); is {
			l.cut = ends(word)
			continue
		}
		out = append(out, o)
	}
	return out
}

func (l *Lexer) dict(depth int) Dict {
	out := Dict{}
	for depth <= deepest && !l.cut {
		key, ok := l.object(depth)
		if !ok || key == Operator(">>") {
			break
		}
		if word, is := key.(Operator); is {
			l.cut = ends(word)
		}
		name, is := key.(Name)
		if !is {
			continue
		}
		before := l.at
		value, ok := l.object(depth)
		if !ok {
			break
		}
		if _, is := value.(Operator); is {
			l.at = before
			continue
		}
		out[name] = value
	}
	return out
}

// ends says whether a word cannot stand within an object: what is open there
// was never closed.
func ends(word Operator) bool {
	return word == "obj" || word == "endobj" || word == "stream" || word == "trailer" || word == "startxref"
}

// word reads a number, a reference, a boolean, null or an operator.
func (l *Lexer) word() Object {
	raw := l.regular()
	if len(raw) == 0 {
		l.at++ // nothing that could be read: never stand still
		return Operator("")
	}
	if n, ok := number(raw); ok {
		if l.refs && raw[0] >= '0' && raw[0] <= '9' {
			if g, ok := l.reference(); ok && n < 1<<31 {
				return Ref{int(n), g}
			}
		}
		return n
	}
	switch string(raw) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return Operator(raw)
}

// reference reads the rest of "12 0 R".
func (l *Lexer) reference() (generation int, ok bool) {
	before := l.at
	l.space()
	n, ok := number(l.regular())
	l.space()
	if ok && n >= 0 && n < 1<<16 && l.at < len(l.src) && l.src[l.at] == 'R' {
		l.at++
		return int(n), true
	}
	l.at = before
	return 0, false
}

// number reads a number, as forgiving as viewers are: "--5", "4.", "-.002".
func number(raw []byte) (float64, bool) {
	i, sign := 0, 1.0
	for i < len(raw) && (raw[i] == '-' || raw[i] == '+') {
		if raw[i] == '-' {
			sign = -1
		}
		i++
	}
	n, scale, point, digits := 0.0, 1.0, false, false
	for ; i < len(raw); i++ {
		switch c := raw[i]; {
		case c >= '0' && c <= '9':
			digits = true
			n = n*10 + float64(c-'0')
			if point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		case c == '-' && digits: // "12.34-56" is 12.34
			return sign * n / scale, true
		default:
			return 0, false
		}
	}
	return sign * n / scale, digits || point
}

// SkipImage passes an image that stands in a content stream, from behind its
// BI to behind its EI (8.9.7).
func (l *Lexer) SkipImage() {
	i := bytes.Index(l.src[l.at:], []byte("ID"))
	if i < 0 {
		l.at = len(l.src)
		return
	}
	for l.at += i + 2; l.at < len(l.src); {
		i := bytes.Index(l.src[l.at:], []byte("EI"))
		if i < 0 {
			l.at = len(l.src)
			return
		}
		before, after := l.at+i-1, l.at+i+2
		l.at = after
		if before >= 0 && isSpace(l.src[before]) && (after >= len(l.src) || isSpace(l.src[after])) {
			return
		}
	}
}
