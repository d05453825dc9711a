package html

import (
	"strings"

	"ibid/parser/document"
	"ibid/pattern"
)

// lineBreak takes a <br>.
func (b *builder) lineBreak(start, end int) {
	if b.block == nil || b.top().skip {
		return
	}
	at := b.span(start, end)
	b.block.Span = b.block.Span.Cover(at)
	b.addPiece(document.Unit("\n", at), true)
}

// splitLines cuts a block at empty lines, and at line breaks after which a
// note starts: old pages write "<br>[1] … <br>[2] …" in one paragraph.
func splitLines(block document.Block, pieces []piece) []document.Block {
	if len(pieces) == 0 {
		return []document.Block{block}
	}
	var out []document.Block
	current, from := block, 0
	for i, next := 0, 0; i < len(pieces) && block.Kind != document.Code; i = max(i+1, next) {
		if !pieces[i].lineBreak {
			continue
		}
		var empty bool
		next, empty = afterBreaks(pieces, i)
		if next == len(pieces) || !empty && (block.Kind == document.Heading || !startsNote(pieces[next:])) || blank(pieces[from:i]) {
			continue
		}
		current.Runs = join(pieces[from:i])
		out = append(out, current)
		current = block
		var ids []string
		for k := i; k <= next; k++ {
			ids = append(ids, pieces[k].run.Anchors.IDs()...)
		}
		current.Label, current.Embedded, current.Anchors = "", false, document.AnchorsOf(ids)
		pieces[next].run.Anchors = document.Anchors{}
		from = next
	}
	current.Runs = join(pieces[from:])
	out = append(out, current)
	for i := range out {
		spanOf(&out[i], block.Span, i == 0, i == len(out)-1)
	}
	return out
}

// spanOf sets the span of one of the parts that a block was cut into.
func spanOf(part *document.Block, whole document.Span, first, last bool) {
	var span document.Span
	for i := range part.Runs {
		span = span.Cover(part.Runs[i].Text.All())
	}
	if first {
		span = span.Cover(document.Span{Start: whole.Start, End: max(whole.Start, span.Start), Part: whole.Part})
	}
	if last {
		span = span.Cover(document.Span{Start: span.Start, End: whole.End, Part: whole.Part})
	}
	part.Span = span
}

// afterBreaks is the first piece with text after the line break at i, and
// whether an empty line stands before it.
func afterBreaks(pieces []piece, i int) (next int, empty bool) {
	for next = i + 1; next < len(pieces); next++ {
		switch {
		case pieces[next].lineBreak:
			empty = true
		case strings.TrimSpace(pieces[next].text.Text().String) != "":
			return next, empty
		}
	}
	return next, empty
}

var (
	// noteLabel is how a line starts that is a note.
	noteLabel = pattern.New(`^\s*(?:\[\^?(?:(?:n|nb|fn|note|Note|注|註|주)?\s?\d{1,3}[a-zA-Z]?|[ivx]{1,5}|[IVX]{1,5}|\*{1,3})\]|\((?:注|註|note |Note )\d{1,3}\)|\(\d{1,3}\)[\s\x{a0}]|\d{1,3}[.)\]][\s\x{a0}]|[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]*[\s\x{a0}]?\S)`)
	// plainLabel is a label that needs more evidence: a link, an anchor, raised type.
	plainLabel = pattern.New(`^[\s\x{a0}]*[\[(]?(?:\d{1,3}[a-zA-Z]?|[*†‡§]{1,3})[\])]?[.:]?[\s\x{a0}]*$`)
)

// isLabel says whether a text is a note's label, in the digits of whatever script.
func isLabel(s string) bool {
	return len(s) <= maxLabel && plainLabel.MatchString(document.PlainNumbers(s).String)
}

// maxLabel is the longest label, in bytes of the source's own digits.
const maxLabel = 24

// startsNote says whether a line starts with a note's label.
func startsNote(line []piece) bool {
	head := ""
	for i := range line {
		if line[i].lineBreak || len(head) > 24 {
			break
		}
		r := &line[i].run
		s := line[i].text.Text().String
		if strings.TrimSpace(head) == "" && isLabel(s) && strings.TrimSpace(s) != "" {
			if r.Style.Has(document.Superscript) || strings.Contains(r.Href.String(), "#") {
				return true
			}
		}
		head += s[:min(len(s), 32)]
	}
	head = document.PlainNumbers(head).String
	if !line[0].run.Anchors.Empty() {
		word, _, _ := strings.Cut(strings.TrimSpace(head), " ")
		if isLabel(word) {
			return true
		}
	}
	return noteLabel.MatchString(head)
}

// join makes the runs of pieces; line breaks belong to the run they stand in.
func join(pieces []piece) []document.Run {
	runs := make([]document.Run, 0, len(pieces))
	var text document.Builder
	for i := range pieces {
		p := &pieces[i]
		if n := len(runs); n > 0 && p.run.Anchors.Empty() && sameRun(&runs[n-1], &p.run) {
			text.Append(p.text.Text())
			continue
		}
		if n := len(runs); n > 0 {
			runs[n-1].Text = text.Text()
		}
		runs = append(runs, p.run)
		text = p.text
	}
	if n := len(runs); n > 0 {
		runs[n-1].Text = text.Text()
	}
	return runs
}

func sameRun(a, b *document.Run) bool {
	return a.Style == b.Style && a.Backlink == b.Backlink && a.NoteRef == b.NoteRef && sameLink(a.Href.Text(), b.Href.Text())
}
