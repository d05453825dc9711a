package document

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
	"unique"
)

// Text is decoded text that knows where each of its bytes came from. The zero
// Text is empty. A Text is never changed after it was made.
//
// An article has several Texts for each of its words, and most stand in the
// source byte for byte or as one: these need no memory but their own.
type Text struct {
	String string
	origin         // of the whole, where pieces is nil
	pieces *pieces // nil where there is one
}

// origin says where bytes came from: from the source span [src, src+m), byte by
// byte or, where m is ^m, as one (an entity, a folded space).
type origin struct {
	src, m int32
	part   unique.Handle[string] // the zero Handle is the part ""
}

// pieces are those of a Text of several.
type pieces struct {
	list  []piece
	mixed bool // they do not all stand in the source in their order
}

// piece says where the bytes of a Text from at up to the next piece came from.
type piece struct {
	at, n int32 // place and length in the text
	origin
}

// size is the length in the source.
func (o origin) size() int32 {
	if o.m < 0 {
		return ^o.m
	}
	return o.m
}

// whole says that the bytes stand for the source span as one.
func (o origin) whole() bool { return o.m < 0 }

// from is the first byte of the source of the text from offset i on.
func (o origin) from(i int32) int {
	if o.whole() {
		return int(o.src)
	}
	return int(o.src + i)
}

// to is where the source of the text before offset i ends.
func (o origin) to(i int32) int {
	if o.whole() {
		return int(o.src + ^o.m)
	}
	return int(o.src + i)
}

func (o origin) name() string {
	if o.part == (unique.Handle[string]{}) {
		return ""
	}
	return o.part.Value()
}

// handle is a part's name as an origin keeps it.
func handle(part string) (h unique.Handle[string]) {
	if part != "" {
		h = unique.Make(part)
	}
	return h
}

// NewText is text that stands in the source byte for byte at offset start.
func NewText(s string, start int, part string) Text {
	if s == "" {
		return Text{}
	}
	return Text{String: s, origin: origin{src: int32(start), m: int32(len(s)), part: handle(part)}} //nolint:gosec // sources are smaller than MaxSource
}

// Unit is text that stands for a source span of another length or spelling:
// an entity, an escape, a space folded from a line break.
func Unit(s string, span Span) Text {
	if s == "" {
		return Text{}
	}
	m := max(0, span.End-span.Start)
	o := origin{src: int32(span.Start), m: int32(m), part: handle(span.Part)} //nolint:gosec // sources are smaller than MaxSource
	if m != 1 || len(s) != 1 {
		o.m = ^o.m
	}
	return Text{String: s, origin: o}
}

// MaxSource is the largest text that a Document can be made of, in bytes.
const MaxSource = 1<<31 - 1

// all calls f for each piece, in order, until it says no.
func (t *Text) all(f func(piece) bool) {
	switch {
	case t.String == "":
	case t.pieces == nil:
		f(t.single())
	default:
		for _, p := range t.pieces.list {
			if !f(p) {
				return
			}
		}
	}
}

// single is the piece of a Text that has one.
func (t *Text) single() piece {
	o := t.origin
	if o.m == 0 { // it was made without a place
		o.m = ^0
	}
	return piece{n: int32(len(t.String)), origin: o} //nolint:gosec // texts are smaller than MaxSource
}

func (t *Text) mixed() bool { return t.pieces != nil && t.pieces.mixed }

// Equal says whether two texts are the same and stand in the same place.
func (t Text) Equal(o Text) bool {
	return t.String == o.String && slices.Equal(slices.Collect(t.all), slices.Collect(o.all))
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
	length, pieces, parts := 0, 0, 0
	for i := range texts {
		if t := &texts[i]; !t.Empty() {
			length, pieces, parts = length+t.Len(), pieces+t.pieceCount(), parts+1
		}
	}
	var b Builder
	if parts > 1 {
		b.more = &joined{list: make([]piece, 0, pieces)}
		b.more.s.Grow(length)
	}
	for _, t := range texts {
		b.Append(t)
	}
	return b.Text()
}

// pieceCount is the number of its pieces.
func (t *Text) pieceCount() int {
	if t.pieces == nil {
		return 1
	}
	return len(t.pieces.list)
}

// Builder puts a Text together piece by piece. The zero value is ready. A Builder
// may be copied until a second Text is added: one alone is kept as it is.
type Builder struct {
	first Text
	more  *joined // nil while first is all
}

// joined is what several Texts are put together to.
type joined struct {
	s     strings.Builder
	list  []piece
	mixed bool
}

// Len is the number of bytes so far.
func (b *Builder) Len() int {
	if b.more == nil {
		return b.first.Len()
	}
	return b.more.s.Len()
}

// Append adds t.
func (b *Builder) Append(t Text) {
	switch {
	case t.Empty():
	case b.more != nil:
		b.more.add(t)
	case b.first.Empty():
		b.first = t
	default:
		b.more = &joined{}
		b.more.add(b.first)
		b.more.add(t)
	}
}

func (b *joined) add(t Text) {
	at := int32(b.s.Len()) //nolint:gosec // texts are smaller than MaxSource
	b.s.WriteString(t.String)
	if n := len(b.list); t.mixed() || n > 0 && t.find(0).src < b.list[n-1].src {
		b.mixed = true
	}
	for p := range t.all {
		p.at += at
		if n := len(b.list); n > 0 && b.list[n-1].precedes(p) {
			b.list[n-1].n += p.n
			b.list[n-1].m += p.m
			continue
		}
		b.list = append(b.list, p)
	}
}

// precedes says whether q goes on byte for byte where p ends.
func (p piece) precedes(q piece) bool {
	return !p.whole() && !q.whole() && p.at+p.n == q.at && p.src+p.m == q.src && p.part == q.part
}

// Text is what was built.
func (b *Builder) Text() Text {
	if b.more == nil {
		return b.first
	}
	s := b.more.s.String()
	if len(s) > roomy && b.more.s.Cap()-len(s) > len(s)/4 {
		s = strings.Clone(s) // texts live as long as their article: room to grow would, too
	}
	return textOf(s, b.more.list, b.more.mixed)
}

// textOf is a Text of pieces; the list is copied where it has room to grow.
func textOf(s string, list []piece, mixed bool) Text {
	switch len(list) {
	case 0:
		return Text{String: s}
	case 1:
		return Text{String: s, origin: list[0].origin}
	}
	if cap(list)-len(list) > len(list)/4 && len(list) > few {
		list = slices.Clone(list)
	}
	return Text{String: s, pieces: &pieces{list: list, mixed: mixed}}
}

// roomy is the length from which a text is worth a copy that has no room to
// grow, few that of a list of pieces.
const roomy, few = 1 << 10, 32

// find is the piece that holds text offset i.
func (t *Text) find(i int) piece {
	if t.pieces == nil {
		return t.single()
	}
	return t.pieces.list[t.index(i)]
}

// index is that piece's, of a Text of several.
func (t *Text) index(i int) int {
	return sort.Search(len(t.pieces.list), func(k int) bool { return int(t.pieces.list[k].at) > i }) - 1
}

// Span is where the bytes start to end of the text stand in the source. For
// an empty range it is the empty span at start.
func (t Text) Span(start, end int) Span {
	if t.String == "" {
		return Span{}
	}
	start = max(0, min(start, len(t.String)))
	end = max(start, min(end, len(t.String)))
	if start == end {
		at, part := t.startOf(start)
		return Span{Start: at, End: at, Part: part}
	}
	if t.mixed() {
		return t.cover(start, end)
	}
	from, part := t.startOf(start)
	return Span{Start: from, End: t.endOf(end), Part: part}
}

// cover is where the text stands if its pieces do not stand in its order: the
// parameters of a template, say.
func (t *Text) cover(start, end int) Span {
	var all Span
	for _, p := range t.pieces.list[t.index(start):] {
		if int(p.at) >= end {
			break
		}
		lo, hi := max(int(p.at), start), min(int(p.at+p.n), end)
		all = all.Cover(Span{Start: p.from(int32(lo) - p.at), End: p.to(int32(hi) - p.at), Part: p.name()}) //nolint:gosec // within the text
	}
	return all
}

// All is the span of the whole text.
func (t Text) All() Span { return t.Span(0, len(t.String)) }

func (t *Text) startOf(i int) (int, string) {
	if i >= len(t.String) {
		p := t.find(len(t.String) - 1)
		return int(p.src + p.size()), p.name()
	}
	p := t.find(i)
	return p.from(int32(i) - p.at), p.name() //nolint:gosec // within the text
}

func (t *Text) endOf(i int) int {
	p := t.find(i - 1)
	return p.to(int32(i) - p.at) //nolint:gosec // within the text
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
	case t.pieces == nil:
		return Text{String: t.String[start:end], origin: t.single().cut(start, end).origin}
	}
	first := t.index(start)
	last := first
	for last < len(t.pieces.list) && int(t.pieces.list[last].at) < end {
		last++
	}
	if last-first == 1 {
		return Text{String: t.String[start:end], origin: t.pieces.list[first].cut(start, end).origin}
	}
	list := make([]piece, last-first)
	for i, p := range t.pieces.list[first:last] {
		list[i] = p.cut(start, end)
	}
	return Text{String: t.String[start:end], pieces: &pieces{list: list, mixed: t.pieces.mixed}}
}

// cut is what of a piece stands in the text from start to end, where the text
// begins at start.
func (p piece) cut(start, end int) piece {
	lo, hi := max(p.at, int32(start)), min(p.at+p.n, int32(end)) //nolint:gosec // within the text
	if !p.whole() {
		p.src += lo - p.at
		p.m = hi - lo
	}
	p.n = hi - lo
	p.at = lo - int32(start) //nolint:gosec // within the text
	return p
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
	return t.moved(func(o *origin) { o.src += int32(by) }) //nolint:gosec // sources are smaller than MaxSource
}

// In is the text as it stands in another part: that of a reader that took a
// part of a container for a file.
func (t Text) In(part string) Text {
	h := handle(part)
	return t.moved(func(o *origin) { o.part = h })
}

// moved is the text with each of its origins changed.
func (t Text) moved(change func(*origin)) Text {
	switch {
	case t.Empty():
		return t
	case t.pieces == nil:
		t.origin = t.single().origin
		change(&t.origin)
		return t
	}
	list := slices.Clone(t.pieces.list)
	for i := range list {
		change(&list[i].origin)
	}
	t.pieces = &pieces{list: list, mixed: t.pieces.mixed}
	return t
}
