package latex

import (
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/pattern"
)

// macro is a command that the source defines.
type macro struct {
	args int
	// first is what stands for a first argument that is left out, if there may be one.
	first    string
	optional bool
	body     string
}

// frame is a call of a macro: where its arguments stand.
type frame struct {
	src   string
	fixed *document.Span
	outer *frame
	args  [][2]int // from and to; -1 for the default of the first
	first string
	name  string
}

var (
	defined = pattern.New(`\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|DeclarePairedDelimiter|def|gdef)\*?\s*\{?\\([A-Za-z]+)\}?\s*(?:\[(\d)\])?(?:\[([^\]\n]*)\])?((?:#\d)*)\s*\{`)
	// typedArgument is where a macro hands an argument to a command that reads it
	// as it is typed.
	typedArgument = pattern.New(`\\(?:url|href|nolinkurl|path|doi|input|include|label|ref|[a-zA-Z]*[cC]ites?\w*)\*?(?:\[[^\]]*\])*\{[^{}]*#\d|\[[^\]]*#\d`)
)

const (
	// maxExpanded bounds what all calls of macros make together, in bytes, and
	// maxCalls how deep they stand in each other.
	maxExpanded = 1 << 20
	maxCalls    = 20
)

// define notes the macros of a source. Of two of one name the last counts.
func (r *reading) define(src string) {
	outside, at := r.src, r.at
	r.src = src
	for _, m := range defined.FindAllStringSubmatchIndex(src, -1) {
		r.at = m[1] - 1
		start, end, ok := r.raw()
		if !ok {
			continue
		}
		d := macro{body: src[start:end]}
		if m[4] >= 0 {
			d.args, _ = strconv.Atoi(src[m[4]:m[5]]) // one digit
		}
		if m[6] >= 0 {
			d.first, d.optional = src[m[6]:m[7]], true
		}
		d.args = max(d.args, strings.Count(src[m[8]:m[9]], "#"))
		r.macros[src[m[2]:m[3]]] = d
	}
	r.src, r.at = outside, at
}

// expand reads what a macro makes; false if there is no macro of the name.
func (r *reading) expand(start int, name string) bool {
	m, ok := r.macros[name]
	if !ok {
		return false
	}
	f := &frame{src: r.src, fixed: r.fixed, outer: r.frame, first: m.first, name: name}
	size := len(m.body)
	for i := range m.args {
		from, to := -1, -1
		if i == 0 && m.optional {
			if s, e, ok := r.delimited('[', ']'); ok {
				from, to = s, e
			}
		} else if s, e, ok := r.raw(); ok {
			from, to = s, e
		} else {
			from, to = r.at, r.at
		}
		f.args = append(f.args, [2]int{from, to})
		size += to - from
	}
	if m.args == 0 {
		r.space()
		if strings.HasPrefix(r.src[r.at:], "{}") {
			r.at += 2
		}
	}
	r.expanded += size
	if r.active[name] || r.calls >= maxCalls || r.expanded > maxExpanded {
		return true // one that calls itself never ends
	}
	r.active[name] = true
	defer delete(r.active, name)
	at := r.span(start, r.at)
	body := m.body
	if typedArgument.MatchString(body) {
		body = f.typed(body)
		f = nil
	}
	outside := *r
	r.src, r.at, r.fixed, r.frame, r.calls = body, 0, &at, f, r.calls+1
	r.text("")
	r.src, r.at, r.fixed, r.frame, r.calls = outside.src, outside.at, outside.fixed, outside.frame, outside.calls
	return true
}

// parameter reads an argument of the macro that is read, where it stands.
func (r *reading) parameter() bool {
	f := r.frame
	if f == nil || r.at+1 >= len(r.src) || r.src[r.at+1] < '1' || r.src[r.at+1] > '9' {
		return false
	}
	i := int(r.src[r.at+1] - '1')
	r.at += 2
	if i >= len(f.args) {
		return true
	}
	from, to := f.args[i][0], f.args[i][1]
	outside := *r
	delete(r.active, f.name) // it may be called in its own argument
	defer func() { r.active[f.name] = true }()
	if from < 0 {
		r.src, r.at, r.frame = f.first, 0, nil
	} else {
		r.src, r.at, r.fixed, r.frame = f.src[:to], from, f.fixed, f.outer
	}
	r.text("")
	r.src, r.at, r.fixed, r.frame = outside.src, outside.at, outside.fixed, outside.frame
	return true
}

// typed puts the arguments into a body as they are typed.
func (f *frame) typed(body string) string {
	pairs := make([]string, 0, 2*len(f.args))
	for i, a := range f.args {
		text := f.first
		if a[0] >= 0 {
			text = f.src[a[0]:a[1]]
		}
		pairs = append(pairs, "#"+strconv.Itoa(i+1), text)
	}
	return strings.NewReplacer(pairs...).Replace(body)
}

// asTyped is text that stands in the source as it is, or that a macro makes.
func (r *reading) asTyped(start, end int) document.Text {
	if r.fixed != nil {
		return document.Unit(r.src[start:end], *r.fixed)
	}
	return document.NewText(r.src[start:end], start, r.part)
}
