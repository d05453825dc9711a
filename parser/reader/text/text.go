package text

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
)

// Read makes a Document of plain text.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	text, enc, _, err := charset.Decode(data, hint, false)
	if err != nil {
		return nil, err
	}
	d := &document.Document{Source: document.NewSource(text, enc), Format: "text"}
	lines := splitLines(text)
	for _, p := range paragraphs(lines) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d.Blocks = append(d.Blocks, block(text, p))
	}
	markChrome(d.Blocks)
	d.Meta = meta(d.Blocks)
	mailHead(d)
	d.Meta.Language = reader.Language(d)
	return d, nil
}

// line is one line of the source.
type line struct {
	start, end int // without the line break
	text       string
}

func (l line) blank() bool {
	return strings.TrimFunc(l.text, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }) == ""
}

// indent is the width of the white space before the text, tabs as eight.
func (l line) indent() int {
	n := 0
	for _, r := range l.text {
		switch {
		case r == '\t':
			n += 8
		case unicode.IsSpace(r):
			n++
		default:
			return n
		}
	}
	return n
}

func splitLines(text string) []line {
	var lines []line
	for start := 0; start < len(text); {
		end := strings.IndexAny(text[start:], "\n\r\f")
		if end < 0 {
			end = len(text) - start
		}
		lines = append(lines, line{start: start, end: start + end, text: text[start : start+end]})
		start += end
		if start < len(text) {
			if strings.HasPrefix(text[start:], "\r\n") {
				start++
			}
			start++
		}
	}
	return lines
}

// paragraph is a run of lines that belong together.
type paragraph struct {
	lines  []line
	kind   document.BlockKind
	level  int
	before int // blank lines before it
}

// paragraphs groups lines. In text whose lines are not wrapped every line is
// a paragraph of its own.
func paragraphs(lines []line) []paragraph {
	width := wrapWidth(lines)
	var out []paragraph
	open, blanks := false, 0
	for i, l := range lines {
		if l.blank() {
			open = false
			blanks++
			continue
		}
		kind, level := lineKind(l)
		if open && kind == document.Paragraph && !startsOwn(lines, i, width, out[len(out)-1]) {
			last := &out[len(out)-1]
			last.lines = append(last.lines, l)
			continue
		}
		out = append(out, paragraph{lines: []line{l}, kind: kind, level: level, before: blanks})
		open, blanks = true, 0
	}
	return out
}

// wrapWidth is the width at which lines are wrapped, or 0 for text that has
// one line a paragraph.
func wrapWidth(lines []line) int {
	full, pairs, longest := 0, 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].blank() || lines[i+1].blank() {
			continue
		}
		pairs++
		n := utf8.RuneCountInString(lines[i].text)
		longest = max(longest, n)
		if n >= 50 && n <= 100 {
			full++
		}
	}
	if full*3 >= pairs && full > 0 || longest <= 100 && full > 0 {
		return 80
	}
	return 0
}

// startsOwn says whether line i begins a paragraph although no blank line
// stands before it.
func startsOwn(lines []line, i, width int, open paragraph) bool {
	previous := lines[i-1]
	if width == 0 {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(lines[i].text, " \t"))
		return endsSentence(previous.text) || !unicode.IsLower(first) || lines[i].indent() != previous.indent()
	}
	if n := label(lines[i].text); n > 0 {
		return n == 1 || follows(open, n)
	}
	if open.kind == document.ListItem {
		return lines[i].indent() < open.lines[0].indent()
	}
	// A short line that ends a sentence, before a line that is indented, ends its paragraph.
	short := utf8.RuneCountInString(previous.text) < width/2
	return short && endsSentence(previous.text) && lines[i].indent() >= previous.indent()+2
}

// follows says whether the open paragraph is the note before number n.
func follows(open paragraph, n int) bool {
	m := label(open.lines[0].text)
	return m > 0 && n > m && n <= m+3
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \t\"'”’)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

// label is the number with which a line begins like a note, or 0.
func label(s string) int {
	s = strings.TrimLeft(s, " \t")
	for _, prefix := range []string{"[Footnote ", "Footnote ", "[Note ", "Note "} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			n, after := digits(rest)
			if n > 0 && strings.HasPrefix(after, ":") {
				return n
			}
			return 0
		}
	}
	open := strings.HasPrefix(s, "[") || strings.HasPrefix(s, "(")
	if open {
		s = s[1:]
	}
	n, after := digits(s)
	if n == 0 {
		return 0
	}
	switch {
	case open && (strings.HasPrefix(after, "] ") || strings.HasPrefix(after, ") ") || strings.HasPrefix(after, "].")):
		return n
	case !open && (strings.HasPrefix(after, ". ") || strings.HasPrefix(after, ") ")):
		return n
	}
	return 0
}

// digits reads a number of at most four digits.
func digits(s string) (n int, after string) {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i < len(s) && s[i] >= '0' && s[i] <= '9' {
		return 0, s
	}
	return n, s[i:]
}

// lineKind recognises list items, quotations and headings by their first characters.
func lineKind(l line) (document.BlockKind, int) {
	s := strings.TrimLeft(l.text, " \t\u00a0")
	r, size := utf8.DecodeRuneInString(s)
	rest := s[min(size, len(s)):]
	switch r {
	case '•', '◦', '▪', '‣', '·', '●', '○':
		return document.ListItem, 1 + l.indent()/2
	case '-', '–':
		if strings.HasPrefix(rest, " ") && l.indent() > 0 {
			return document.ListItem, 1 + l.indent()/2
		}
	case '>':
		return document.Quote, 0
	}
	return document.Paragraph, 0
}

// block makes a block of a paragraph's lines.
func block(text string, p paragraph) document.Block {
	first, last := p.lines[0], p.lines[len(p.lines)-1]
	span := document.Span{Start: first.start, End: last.end}
	b := document.Block{Kind: p.kind, Level: p.level, Element: -1, Span: span, Gap: p.before}
	b.Indent = first.indent()
	var t document.Builder
	for i, l := range p.lines {
		if i > 0 {
			t.Append(document.Unit("\n", document.Span{Start: p.lines[i-1].end, End: l.start}))
		}
		t.Append(document.NewText(text[l.start:l.end], l.start, ""))
	}
	b.Runs = italics(t.Text())
	if p.kind == document.Paragraph && len(p.lines) <= 2 && heading(strings.TrimSpace(text[span.Start:span.End])) {
		b.Kind, b.Level = document.Heading, 2
	}
	return b
}

// heading says whether a lone short paragraph is a heading: in capitals, or
// a chapter's number.
func heading(s string) bool {
	if utf8.RuneCountInString(s) > 100 || strings.HasSuffix(s, ".") && !strings.HasPrefix(strings.ToLower(s), "chapter") {
		return false
	}
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	if upper >= 4 && lower == 0 {
		return label(s) == 0
	}
	word, _, _ := strings.Cut(s, " ")
	switch strings.ToLower(strings.TrimRight(word, ".:")) {
	case "chapter", "kapitel", "chapitre", "capítulo", "capitolo":
		return true
	}
	return false
}
