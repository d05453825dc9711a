package wikitext

import "strings"

// piece is a stretch of the source.
type piece struct{ start, end int }

// maxParameters is the largest number of parameters of a template that are read.
const maxParameters = 2000

// split cuts a stretch at bars that stand outside of constructs.
func (r *reading) split(start, end int) []piece {
	var out []piece
	from := start
	for at := start; at < end && len(out) < maxParameters; {
		n := strings.IndexAny(r.src[at:end], "|{[<")
		if n < 0 {
			break
		}
		if at += n; r.src[at] == '|' {
			out = append(out, piece{from, at})
			from = at + 1
		}
		at = r.behind(at, end)
	}
	return append(out, piece{from, end})
}

// parameter is one of a template: its name, or its number, and its words
// without the white space and the comments around them.
type parameter struct {
	name string
	piece
}

// numbered says whether a parameter has no name but its place.
func (p *parameter) numbered() bool {
	return p.name != "" && p.name[0] >= '1' && p.name[0] <= '9'
}

// call is a template with its parameters.
type call struct {
	name       string // in small letters, "_" as spaces
	list       []parameter
	start, end int // with its braces
}

// call reads a template's name and parameters.
func (r *reading) call(c construct) call {
	parts := r.split(int(c.inner), int(c.shut))
	name := r.trim(parts[0])
	out := call{start: int(c.open), end: int(c.end), name: strings.ToLower(strings.ReplaceAll(r.src[name.start:name.end], "_", " "))}
	out.name = strings.TrimPrefix(strings.TrimPrefix(out.name, "template:"), "vorlage:")
	n := 0
	for _, p := range parts[1:] {
		stop := p.start
		for stop < p.end && r.src[stop] != '=' && strings.IndexByte("{[<", r.src[stop]) < 0 {
			stop++
		}
		if stop < p.end && r.src[stop] == '=' {
			key := strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(r.src[p.start:stop], "_", " ")), " "))
			out.list = append(out.list, parameter{key, r.trim(piece{stop + 1, p.end})})
			continue
		}
		n++
		out.list = append(out.list, parameter{decimal(n), r.trim(p)})
	}
	return out
}

// trim leaves out white space and comments at both ends.
func (r *reading) trim(p piece) piece {
	for p.start < p.end {
		s := r.src[p.start:p.end]
		if c, ok := r.construct(p.start); ok && c.kind == comment && int(c.end) <= p.end {
			p.start = int(c.end)
			continue
		}
		left := len(s) - len(strings.TrimLeft(s, " \t\r\n"))
		if left == 0 {
			break
		}
		p.start += left
	}
	for p.start < p.end {
		s := strings.TrimRight(r.src[p.start:p.end], " \t\r\n")
		p.end = p.start + len(s)
		at := -1
		if strings.HasSuffix(s, "-->") {
			at = strings.LastIndex(s, "<!--")
		}
		if at < 0 {
			break
		}
		p.end = p.start + at
	}
	return p
}

// get is the first of the named parameters that says something.
func (c *call) get(names ...string) (piece, bool) {
	for _, name := range names {
		for i := range c.list {
			if p := &c.list[i]; p.name == name && p.start < p.end {
				return p.piece, true
			}
		}
	}
	return piece{}, false
}

// text is such a parameter as it is typed, "" if there is none.
func (r *reading) text(c *call, names ...string) string {
	p, ok := c.get(names...)
	if !ok {
		return ""
	}
	return r.src[p.start:p.end]
}
