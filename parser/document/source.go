package document

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Span is a stretch of the decoded source: bytes Start to End, End exclusive,
// of the part named (a file inside a container such as DOCX; "" elsewhere).
type Span struct {
	Start, End int
	Part       string
}

// Empty says whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains says whether o lies within s.
func (s Span) Contains(o Span) bool {
	return s.Part == o.Part && s.Start <= o.Start && o.End <= s.End
}

// Cover is the smallest span that holds both; both must be of one part. An
// empty span at 0 is the neutral element.
func (s Span) Cover(o Span) Span {
	switch {
	case s == Span{}:
		return o
	case o == Span{}:
		return s
	}
	return Span{Start: min(s.Start, o.Start), End: max(s.End, o.End), Part: s.Part}
}

// Position is a stretch of the file as it is stored. Offsets count bytes from
// zero, End is exclusive; lines and columns count from one, columns in code
// points (DESIGN of the JSON report, "P").
type Position struct {
	Offset    int    `json:"offset"`
	End       int    `json:"end"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
	Part      string `json:"part,omitempty"`
	// Paragraph counts the paragraphs of the body that hold text, from one, in
	// formats that have no lines (DOCX); 0 elsewhere and in notes.
	Paragraph int `json:"paragraph,omitempty"`
	// Page is the page that it starts on, from one, in formats of pages (PDF);
	// lines are counted from that page's top then. 0 elsewhere.
	Page int `json:"page,omitempty"`
}

// Source holds the decoded text of a file and the way back to its bytes.
type Source struct {
	parts map[string]*part
	// included is how many of them are files of their own.
	included int
}

// part is one text of the source.
type part struct {
	index
	stored []stretch
	marks  []Mark
	pages  []int // offsets in text at which pages start
	outer  *outer
}

// outer is the stretch of a larger file that a part was made of.
type outer struct {
	index
	at Place
}

// Place is where something starts in a file: bytes from zero, lines and columns
// from one, columns in code points.
type Place struct{ Offset, Line, Column int }

// index is text whose lines and columns are found at once.
type index struct {
	text  string // "" where no more of it has to be known than its size
	size  int
	lines []int32 // offsets in text at which lines start
	// runes counts the code points before every mark bytes of text, so that
	// a column far along an endless line is found at once.
	runes []int
}

func newIndex(text string) index {
	return index{text: text, size: len(text), lines: lineStarts(text), runes: runeMarks(text)}
}

// places is the index of a text from which nothing is cut. One in ASCII, as most
// are, has a byte for each column: it is not kept.
func places(text string) index {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return newIndex(text)
		}
	}
	return index{size: len(text), lines: lineStarts(text)}
}

// Mark says that what stands from an offset of a part's decoded text on
// belongs to a paragraph, counted from one.
type Mark struct{ At, Paragraph int }

// stretch maps a run of decoded bytes to stored bytes: decoded byte at+k·unit
// stands at stored+k·width. It reaches to the next stretch.
type stretch struct{ at, stored, unit, width int32 }

// stretchAt is one that starts at a decoded and a stored byte.
func stretchAt(at, stored, unit, width int) stretch {
	return stretch{int32(at), int32(stored), int32(unit), int32(width)} //nolint:gosec // sources are smaller than MaxSource
}

// place is where the first units of a stretch end in the stored bytes.
func (s stretch) place(units int) int { return int(s.stored) + units*int(s.width) }

// NewSource makes a source of one part whose decoded text is text. The zero
// Encoding says that the file is stored as it is.
func NewSource(text string, enc Encoding) *Source {
	s := &Source{parts: map[string]*part{}}
	s.Add("", text, enc)
	return s
}

// Add adds a part of a container.
func (s *Source) Add(name, text string, enc Encoding) {
	s.parts[name] = &part{index: newIndex(text), stored: enc.stretches}
}

// NewExcerpt makes a source of a stretch of a larger file: its text, the stretch
// as it is stored, what leads from one to the other, and where the stretch starts.
// Positions count in the larger file.
func NewExcerpt(text string, enc Encoding, stored string, at Place) *Source {
	s := NewSource(text, enc)
	p := s.parts[""]
	p.outer = &outer{index: p.index, at: at}
	if stored != text {
		p.outer.index = places(stored)
	}
	return s
}

// Excerpt says whether the source is a stretch of a larger file.
func (s *Source) Excerpt() bool {
	p := s.parts[""]
	return p != nil && p.outer != nil
}

// Include adds a file that the source reads in: a chapter of a book, say. It has
// lines, as the source has.
func (s *Source) Include(name, text string, enc Encoding) {
	s.Add(name, text, enc)
	s.included++
}

// Container says whether the source is made of parts: a file in a zip has its
// positions in one of them, one in a PDF file in the text taken from it.
func (s *Source) Container() bool { return len(s.parts)-s.included > 1 }

// Paged says at which offsets of a part's text its pages start.
func (s *Source) Paged(name string, starts []int) {
	if p := s.parts[name]; p != nil {
		p.pages = starts
	}
}

// Pages says whether the source is one of pages, whose text is none of its bytes.
func (s *Source) Pages() bool {
	for _, p := range s.parts {
		if len(p.pages) > 0 {
			return true
		}
	}
	return false
}

// Number says which stretches of a part are which paragraph. The marks come in
// the order of their offsets.
func (s *Source) Number(name string, marks []Mark) {
	if p := s.parts[name]; p != nil {
		p.marks = marks
	}
}

// paragraph is the number of the paragraph that an offset is in, 0 for none.
func (p *part) paragraph(at int) int {
	i := sort.Search(len(p.marks), func(i int) bool { return p.marks[i].At > at }) - 1
	if i < 0 {
		return 0
	}
	return p.marks[i].Paragraph
}

// Text is the decoded text of a part, or "".
func (s *Source) Text(name string) string {
	if p := s.parts[name]; p != nil {
		return p.text
	}
	return ""
}

// Cut is the decoded source text that a span covers, markup included.
func (s *Source) Cut(span Span) string {
	t := s.Text(span.Part)
	start, end := max(0, min(span.Start, len(t))), max(0, min(span.End, len(t)))
	if end < start {
		return ""
	}
	return t[start:end]
}

// Position turns a span into offsets of the stored file, lines and columns.
func (s *Source) Position(span Span) Position {
	p := s.parts[span.Part]
	if p == nil {
		return Position{Line: 1, Column: 1, EndLine: 1, EndColumn: 1, Part: span.Part}
	}
	start := max(0, min(span.Start, len(p.text)))
	end := max(start, min(span.End, len(p.text)))
	if p.outer != nil {
		return p.outer.position(p.offset(start), p.end(start, end))
	}
	line, column := p.place(start)
	endLine, endColumn := p.place(end)
	page := sort.SearchInts(p.pages, start+1)
	if page > 0 {
		top, _ := p.place(p.pages[page-1])
		line, endLine = line-top+1, endLine-top+1
	}
	return Position{
		Offset: p.offset(start), End: p.end(start, end),
		Line: line, Column: column, EndLine: endLine, EndColumn: endColumn, Part: span.Part,
		Paragraph: p.paragraph(start), Page: page,
	}
}

// position is that of a stretch of stored bytes in the larger file.
func (o *outer) position(start, end int) Position {
	start = max(0, min(start, o.size))
	end = max(start, min(end, o.size))
	line, column := o.from(start)
	endLine, endColumn := o.from(end)
	return Position{Offset: o.at.Offset + start, End: o.at.Offset + end, Line: line, Column: column, EndLine: endLine, EndColumn: endColumn}
}

func (o *outer) from(at int) (line, column int) {
	line, column = o.place(at)
	if line == 1 {
		column += o.at.Column - 1
	}
	return line + o.at.Line - 1, column
}

// place is the one-based line and column of an offset.
func (x *index) place(at int) (line, column int) {
	line = sort.Search(len(x.lines), func(i int) bool { return int(x.lines[i]) > at })
	start := int(x.lines[line-1])
	switch {
	case x.runes == nil:
		return line, at - start + 1
	case at-start <= mark:
		return line, starts(x.text[start:at]) + 1
	}
	return line, x.count(at) - x.count(start) + 1
}

// mark is the distance of the places for which code points are counted
// beforehand, in bytes.
const mark = 1 << 10

// runeMarks counts the code points before every mark bytes.
func runeMarks(text string) []int {
	marks := make([]int, 1, 1+len(text)/mark)
	for at := mark; at <= len(text); at += mark {
		marks = append(marks, marks[len(marks)-1]+starts(text[at-mark:at]))
	}
	return marks
}

// count is the number of code points before an offset.
func (x *index) count(at int) int {
	return x.runes[at/mark] + starts(x.text[at/mark*mark:at])
}

// starts counts the bytes that begin a code point.
func starts(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// offset is the stored offset of a decoded one.
func (p *part) offset(at int) int {
	if len(p.stored) == 0 {
		return at
	}
	i := sort.Search(len(p.stored), func(i int) bool { return int(p.stored[i].at) > at }) - 1
	if i < 0 {
		return at
	}
	s := p.stored[i]
	return s.place((at - int(s.at)) / int(s.unit))
}

// end is the stored offset behind the decoded bytes from start to at: behind the last
// of them, as what follows them may stand elsewhere.
func (p *part) end(start, at int) int {
	if len(p.stored) == 0 || at <= start {
		return p.offset(at)
	}
	i := sort.Search(len(p.stored), func(i int) bool { return int(p.stored[i].at) >= at }) - 1
	if i < 0 {
		return at
	}
	s := p.stored[i]
	return s.place((at - int(s.at) + int(s.unit) - 1) / int(s.unit))
}

// lineStarts lists where lines begin; LF, CRLF and a lone CR end a line.
func lineStarts(text string) []int32 {
	starts := make([]int32, 1, 1+strings.Count(text, "\n"))
	breaks := "\n"
	if strings.IndexByte(text, '\r') >= 0 {
		breaks = "\r\n"
	}
	for i := 0; ; {
		next := strings.IndexAny(text[i:], breaks)
		if next < 0 {
			return starts
		}
		i += next + 1
		if text[i-1] == '\r' && i < len(text) && text[i] == '\n' {
			i++
		}
		starts = append(starts, int32(i)) //nolint:gosec // sources are smaller than MaxSource
	}
}

// Encoding says how decoded text maps to stored bytes. Build it with
// [Encoding.Append] while decoding, in order; the zero value is the identity.
type Encoding struct {
	stretches []stretch
	at        int // decoded bytes so far
	stored    int // stored bytes so far
}

// Skip records stored bytes that have no decoded counterpart, such as a byte
// order mark.
func (e *Encoding) Skip(stored int) {
	e.stored += stored
	e.stretches = append(e.stretches, stretchAt(e.at, e.stored, 1, 1))
}

// Seek says that what comes next stands at a place of the stored bytes, be it
// before or behind what came last.
func (e *Encoding) Seek(stored int) { e.Skip(stored - e.stored) }

// Run records bytes that are stored as they are.
func (e *Encoding) Run(n int) {
	if len(e.stretches) == 0 {
		e.at += n
		e.stored += n
		return
	}
	if s := e.stretches[len(e.stretches)-1]; s.unit != 1 || s.width != 1 {
		e.stretches = append(e.stretches, stretchAt(e.at, e.stored, 1, 1))
	}
	e.at += n
	e.stored += n
}

// Append records one character that takes decoded bytes of UTF-8 and stored
// bytes of the file. Neighbours of the same shape share one stretch.
func (e *Encoding) Append(decoded, stored int) {
	next := stretchAt(e.at, e.stored, decoded, stored)
	if n := len(e.stretches); n == 0 || e.stretches[n-1].unit != next.unit || e.stretches[n-1].width != next.width {
		if n > 0 && e.stretches[n-1].at == next.at {
			e.stretches = e.stretches[:n-1]
		}
		e.stretches = append(e.stretches, next)
	}
	e.at += decoded
	e.stored += stored
}
