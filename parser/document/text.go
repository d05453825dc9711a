package document

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is decoded text that knows where each of its bytes came from. The zero
// Text is empty. A Text is never changed after it was made.
type Text struct {
	String string
	pieces []piece
	mixed  bool // the pieces do not all stand in the source in their order
}

// piece says that the bytes of String from at up to the next piece came from
// the source span [src, src+m), byte by byte or, where unit is set, as one (an
// entity, a folded space).
type piece struct {
	at, n  int // length of the text
	src, m int // length of the source
	part   string
	unit   bool
}

// NewText is text that stands in the source byte for byte at offset start.
func NewText(s string, start int, part string) Text {
	if s == "" {
		return Text{}
	}
	return Text{String: s, pieces: []piece{{n: len(s), src: start, m: len(s), part: part}}}
}

// Unit is text that stands for a source span of another length or spelling:
// an entity, an escape, a space folded from a line break.
func Unit(s string, span Span) Text {
	if s == "" {
		return Text{}
	}
	m := span.End - span.Start
	return Text{String: s, pieces: []piece{{n: len(s), src: span.Start, m: m, part: span.Part, unit: m != 1 || len(s) != 1}}}
}

// Empty says whether there is no text.
func (t Text) Empty() bool { return t.String == "" }

// Len is the length in bytes.
func (t Text) Len() int { return len(t.String) }

// Concat joins texts without anything between them.
func Concat(texts ...Text) Text {
	switch len(texts) {
	case 0:
		return Text{}
	case 1:
		return texts[0]
	}
	var b Builder
	for _, t := range texts {
		b.Append(t)
	}
	return b.Text()
}

// Builder puts a Text together piece by piece. The zero value is ready.
type Builder struct {
	s      strings.Builder
	pieces []piece
	mixed  bool
}

// Len is the number of bytes so far.
func (b *Builder) Len() int { return b.s.Len() }

// Append adds t.
func (b *Builder) Append(t Text) {
	at := b.s.Len()
	b.s.WriteString(t.String)
	if n := len(b.pieces); t.mixed || n > 0 && len(t.pieces) > 0 && t.pieces[0].src < b.pieces[n-1].src {
		b.mixed = true
	}
	for _, p := range t.pieces {
		p.at += at
		if n := len(b.pieces); n > 0 && b.pieces[n-1].precedes(p) {
			b.pieces[n-1].n += p.n
			b.pieces[n-1].m += p.m
			continue
		}
		b.pieces = append(b.pieces, p)
	}
}

// precedes says whether q goes on byte for byte where p ends.
func (p piece) precedes(q piece) bool {
	return !p.unit && !q.unit && p.at+p.n == q.at && p.src+p.m == q.src && p.part == q.part
}

// Text is what was built.
func (b *Builder) Text() Text {
	s := b.s.String()
	if len(s) > roomy && b.s.Cap()-len(s) > len(s)/4 {
		s = strings.Clone(s) // texts live as long as their article: room to grow would, too
	}
	return Text{String: s, pieces: b.pieces, mixed: b.mixed}
}

// roomy is the length from which a text is worth a copy that has no room to grow.
const roomy = 1 << 10

// find is the index of the piece that holds text offset i.
func (t Text) find(i int) int {
	return sort.Search(len(t.pieces), func(k int) bool { return t.pieces[k].at > i }) - 1
}

// Span is where the bytes start to end of the text stand in the source. For
// an empty range it is the empty span at start.
func (t Text) Span(start, end int) Span {
	if len(t.pieces) == 0 {
		return Span{}
	}
	start = max(0, min(start, len(t.String)))
	end = max(start, min(end, len(t.String)))
	if start == end {
		at, part := t.startOf(start)
		return Span{Start: at, End: at, Part: part}
	}
	if t.mixed {
		return t.cover(start, end)
	}
	from, part := t.startOf(start)
	return Span{Start: from, End: t.endOf(end), Part: part}
}

// cover is where the text stands if its pieces do not stand in its order: the
// parameters of a template, say.
func (t Text) cover(start, end int) Span {
	var all Span
	for k := t.find(start); k < len(t.pieces) && t.pieces[k].at < end; k++ {
		p := t.pieces[k]
		lo, hi := p.src, p.src+p.m
		if !p.unit {
			lo, hi = p.src+max(0, start-p.at), p.src+min(p.n, end-p.at)
		}
		all = all.Cover(Span{Start: lo, End: hi, Part: p.part})
	}
	return all
}

// All is the span of the whole text.
func (t Text) All() Span { return t.Span(0, len(t.String)) }

func (t Text) startOf(i int) (int, string) {
	if i >= len(t.String) {
		p := t.pieces[len(t.pieces)-1]
		return p.src + p.m, p.part
	}
	p := t.pieces[t.find(i)]
	if !p.unit {
		return p.src + i - p.at, p.part
	}
	return p.src, p.part
}

func (t Text) endOf(i int) int {
	p := t.pieces[t.find(i-1)]
	if !p.unit {
		return p.src + i - p.at
	}
	return p.src + p.m
}

// Slice is the bytes start to end as a Text of their own.
func (t Text) Slice(start, end int) Text {
	start = max(0, min(start, len(t.String)))
	end = max(start, min(end, len(t.String)))
	switch {
	case start == end:
		return Text{}
	case start == 0 && end == len(t.String):
		return t
	}
	out := Text{String: t.String[start:end], mixed: t.mixed}
	for k := t.find(start); k < len(t.pieces) && t.pieces[k].at < end; k++ {
		p := t.pieces[k]
		lo, hi := max(p.at, start), min(p.at+p.n, end)
		if !p.unit {
			p.src += lo - p.at
			p.m = hi - lo
		}
		p.n = hi - lo
		p.at = lo - start
		out.pieces = append(out.pieces, p)
	}
	return out
}

// Trim drops white space at both ends.
func (t Text) Trim() Text {
	left := len(t.String) - len(strings.TrimLeftFunc(t.String, unicode.IsSpace))
	right := len(strings.TrimRightFunc(t.String, unicode.IsSpace))
	return t.Slice(left, right)
}

// Fold replaces every run of white space by one space and trims both ends.
// The space covers in the source what it stands for.
func (t Text) Fold() Text {
	t = t.Trim()
	var b Builder
	from := 0
	for i := 0; i < len(t.String); {
		r, size := utf8.DecodeRuneInString(t.String[i:])
		if !unicode.IsSpace(r) {
			i += size
			continue
		}
		j := i + size
		for j < len(t.String) {
			r, size = utf8.DecodeRuneInString(t.String[j:])
			if !unicode.IsSpace(r) {
				break
			}
			j += size
		}
		if t.String[i:j] != " " {
			b.Append(t.Slice(from, i))
			b.Append(Unit(" ", t.Span(i, j)))
			from = j
		}
		i = j
	}
	if from == 0 {
		return t
	}
	b.Append(t.Slice(from, len(t.String)))
	return b.Text()
}

// Shift moves where the text stands in the source by a number of bytes.
func (t Text) Shift(by int) Text {
	out := Text{String: t.String, mixed: t.mixed, pieces: make([]piece, len(t.pieces))}
	for i, p := range t.pieces {
		p.src += by
		out.pieces[i] = p
	}
	return out
}

// In is the text as it stands in another part: that of a reader that took a
// part of a container for a file.
func (t Text) In(part string) Text {
	out := Text{String: t.String, mixed: t.mixed, pieces: make([]piece, len(t.pieces))}
	for i, p := range t.pieces {
		p.part = part
		out.pieces[i] = p
	}
	return out
}
