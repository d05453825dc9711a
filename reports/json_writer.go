package reports

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// jsonWriter writes indented JSON, byte for byte as encoding/json does, without
// making values of types for it first: a long report is half positions. It keeps
// the first error. Angle brackets come out as escapes: a report may be pasted
// into a page.
type jsonWriter struct {
	w     io.Writer
	b     []byte // not yet written
	depth int    // of the objects and arrays that are open
	empty bool   // the innermost one has nothing in it
	err   error
}

// jsonBuffer is how much is gathered before it is written, in bytes.
const jsonBuffer = 64 << 10

func newJSONWriter(w io.Writer) *jsonWriter {
	return &jsonWriter{w: w, b: make([]byte, 0, jsonBuffer+jsonBuffer/8)}
}

// flush writes what was gathered, and says what went wrong.
func (j *jsonWriter) flush() error {
	if j.err == nil {
		_, j.err = j.w.Write(j.b)
	}
	j.b = j.b[:0]
	return j.err
}

// open begins an object or an array.
func (j *jsonWriter) open(bracket byte) {
	j.b = append(j.b, bracket)
	j.depth++
	j.empty = true
}

// close ends what was opened last.
func (j *jsonWriter) close(bracket byte) {
	j.depth--
	if !j.empty {
		j.line()
	}
	j.empty = false
	j.b = append(j.b, bracket)
	if len(j.b) > jsonBuffer {
		_ = j.flush() // the last flush says it again
	}
}

// next is the place of the next field or element.
func (j *jsonWriter) next() {
	if !j.empty {
		j.b = append(j.b, ',')
	}
	j.empty = false
	j.line()
}

func (j *jsonWriter) line() {
	j.b = append(j.b, '\n')
	for range j.depth {
		j.b = append(j.b, ' ', ' ')
	}
}

// key names the field whose value comes next.
func (j *jsonWriter) key(name string) {
	j.next()
	j.b = append(j.b, '"')
	j.b = append(j.b, name...)
	j.b = append(j.b, '"', ':', ' ')
}

// object writes a field that holds an object, whose fields are written by fields.
func (j *jsonWriter) object(name string, fields func()) {
	j.key(name)
	j.open('{')
	fields()
	j.close('}')
}

// list writes a field that holds n objects, of which fields writes those of each.
func (j *jsonWriter) list(name string, n int, fields func(i int)) {
	j.key(name)
	j.open('[')
	for i := range n {
		j.next()
		j.open('{')
		fields(i)
		j.close('}')
	}
	j.close(']')
}

// text writes a field that holds a text.
func (j *jsonWriter) text(name, s string) {
	j.key(name)
	j.string(s)
}

// known writes a field that holds a text unless it is empty.
func (j *jsonWriter) known(name, s string) {
	if s != "" {
		j.text(name, s)
	}
}

// texts writes a field that holds texts.
func (j *jsonWriter) texts(name string, list []string) {
	j.key(name)
	j.open('[')
	for _, s := range list {
		j.next()
		j.string(s)
	}
	j.close(']')
}

// count writes a field that holds a whole number.
func (j *jsonWriter) count(name string, n int64) {
	j.key(name)
	j.int(n)
}

func (j *jsonWriter) int(n int64) { j.b = strconv.AppendInt(j.b, n, 10) }

// number writes a field that holds a number.
func (j *jsonWriter) number(name string, x float64) {
	if abs := math.Abs(x); abs != 0 && (abs < 1e-6 || abs >= 1e21) || math.IsNaN(x) {
		j.value(name, x)
		return
	}
	j.key(name)
	j.b = strconv.AppendFloat(j.b, x, 'f', -1, 64)
}

func (j *jsonWriter) truth(name string, yes bool) {
	j.key(name)
	j.b = strconv.AppendBool(j.b, yes)
}

// moment writes a field that holds a time, in UTC to the second, unless it is
// not known.
func (j *jsonWriter) moment(name string, t time.Time) {
	m := moment(t)
	if m == nil {
		return
	}
	j.key(name)
	j.b = append(j.b, '"')
	j.b = m.AppendFormat(j.b, time.RFC3339)
	j.b = append(j.b, '"')
}

// value writes a field that holds anything.
func (j *jsonWriter) value(name string, v any) {
	j.key(name)
	j.any(v)
}

// any writes a value as encoding/json does.
func (j *jsonWriter) any(v any) {
	var made bytes.Buffer
	e := json.NewEncoder(&made)
	e.SetIndent(strings.Repeat("  ", j.depth), "  ")
	if err := e.Encode(v); err != nil {
		if j.err == nil {
			j.err = err
		}
		return
	}
	j.b = append(j.b, bytes.TrimSuffix(made.Bytes(), []byte("\n"))...)
}

// string writes a text; one with anything to escape is left to encoding/json.
func (j *jsonWriter) string(s string) {
	if !plainJSON(s) {
		j.any(s)
		return
	}
	j.b = append(j.b, '"')
	j.b = append(j.b, s...)
	j.b = append(j.b, '"')
}

// plainJSON says whether a text stands in JSON as it is.
func plainJSON(s string) bool {
	ascii := true
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c == '"', c == '\\', c == '<', c == '>', c == '&':
			return false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return ascii || utf8.ValidString(s) && !strings.ContainsAny(s, "\u2028\u2029")
}
