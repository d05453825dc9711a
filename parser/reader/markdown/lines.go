package markdown

import (
	"slices"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/lines"
)

// noteLines cuts a paragraph at the lines that begin with a rising number, if its
// first one does: "[1] Ada …", "[2] Ben …" typed below each other. Markdown joins
// them; who wrote them did not mean it so. It is nil for other blocks.
func noteLines(b *document.Block) []document.Block {
	broken := func(r document.Run) bool { return strings.IndexByte(r.Text.String, '\n') >= 0 }
	if b.Kind != document.Paragraph || !slices.ContainsFunc(b.Runs, broken) {
		return nil
	}
	number := lines.Label(b.Runs[0].Text.String)
	if number == 0 {
		return nil
	}
	text := b.Text().String
	var out []document.Block
	from := 0
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		if n := lines.Label(text[at:]); n > number && n <= number+maxGap {
			out = append(out, stretchOf(b, from, at-1))
			number, from = n, at
		}
	}
	if from == 0 {
		return nil
	}
	out = append(out, stretchOf(b, from, len(text)))
	out[0].Anchors = b.Anchors
	return out
}

// maxGap is how far the numbers of notes may rise from one line to the next.
const maxGap = 3

// stretchOf is a stretch of a block's text as a block.
func stretchOf(b *document.Block, from, to int) document.Block {
	part := *b
	part.Anchors, part.Runs, part.Span = document.Anchors{}, nil, document.Span{}
	at := 0
	for i := range b.Runs {
		run := b.Runs[i]
		start, end := max(from-at, 0), min(to-at, run.Text.Len())
		at += run.Text.Len()
		if start >= end {
			continue
		}
		if start > 0 {
			run.Anchors = document.Anchors{}
		}
		run.Text = run.Text.Slice(start, end)
		part.Runs = append(part.Runs, run)
		part.Span = part.Span.Cover(run.Text.All())
	}
	return part
}
