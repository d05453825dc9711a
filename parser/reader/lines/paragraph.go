package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
)

// Paragraph is a stretch of lines that belong together.
type Paragraph struct {
	// Kind is Paragraph, Heading, ListItem or Quote.
	Kind document.BlockKind
	// Level is the depth of a heading or list item.
	Level int
	// Indent is the white space before its text in columns.
	Indent int
	// Start and End are where it stands in the text, signs of a quotation and
	// the rule below a heading included.
	Start, End int
	// Lines are its lines, of which none is blank or a rule.
	Lines []Line

	first, last int // its lines among those that are kept
	label       int // the number it starts with like a note, or 0
}

// defaultWidth is the width at which wrapped lines are taken to end, in code points.
const defaultWidth = 80

// Paragraphs groups the lines of a text. In text whose lines are not wrapped
// every line is a paragraph of its own.
func Paragraphs(s string) []Paragraph {
	width := wrapWidth(s)
	var (
		out      []Paragraph
		kept     []Line
		open     *Paragraph // the one that the next line may belong to
		previous line
	)
	for l := range each(s) {
		switch {
		case l.blank:
			if open != nil {
				open.underline(l, previous.text)
			}
			open = nil
			continue
		case l.page:
			open = nil
		}
		kept = append(kept, l.Line)
		kind, level := kindOf(l)
		if open != nil && kind != document.ListItem && l.quote == previous.quote && !startsOwn(open, &previous, l, width) {
			open.last, open.End = len(kept), l.End
		} else {
			out = append(out, Paragraph{
				Kind: kind, Level: level, Indent: l.indent, Start: l.from, End: l.End, first: len(kept) - 1, last: len(kept), label: Label(l.text),
			})
			open = &out[len(out)-1]
		}
		previous = *l
	}
	for i := range out {
		p := &out[i]
		p.Lines = kept[p.first:p.last:p.last]
		p.findHeading(s)
	}
	return out
}

// wrapWidth is the width at which lines are wrapped, or 0 for text that has
// one line a paragraph.
func wrapWidth(s string) int {
	full, pairs, longest := 0, 0, 0
	previous := line{blank: true}
	for l := range each(s) {
		if !previous.blank && !l.blank {
			pairs++
			n := previous.width()
			longest = max(longest, n)
			if n >= 50 && n <= 100 {
				full++
			}
		}
		previous = *l
	}
	if full*3 >= pairs && full > 0 || longest <= 100 && full > 0 {
		return defaultWidth
	}
	return 0
}

// startsOwn says whether a line begins a paragraph although no blank line
// stands before it.
func startsOwn(open *Paragraph, previous, l *line, width int) bool {
	if width == 0 {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, " \t"))
		return endsSentence(previous.text) || !unicode.IsLower(first) || l.indent != previous.indent
	}
	if n := Label(l.text); n > 0 {
		// 12 and 12a have one number.
		return n == 1 || open.label > 0 && n >= open.label && n <= open.label+3
	}
	if open.Kind == document.ListItem {
		return l.indent < open.Indent
	}
	// A short line that ends a sentence, before a line that is indented, ends its paragraph.
	return previous.width() < width/2 && endsSentence(previous.text) && l.indent >= previous.indent+2
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \t\"'”’)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

// kindOf recognises list items and quotations by their first characters.
func kindOf(l *line) (kind document.BlockKind, level int) {
	if l.quote > 0 {
		return document.Quote, 0
	}
	s := strings.TrimLeft(l.text, " \t\u00a0")
	switch r, size := utf8.DecodeRuneInString(s); r {
	case '•', '◦', '▪', '‣', '·', '●', '○':
		return document.ListItem, 1 + l.indent/2
	case '-', '–':
		if strings.HasPrefix(s[size:], " ") && l.indent > 0 {
			return document.ListItem, 1 + l.indent/2
		}
	}
	return document.Paragraph, 0
}
