package html

import (
	"slices"

	"ibid/parser/document"
	"ibid/parser/reader/lines"
)

// prose splits preformatted text into paragraphs where it is the article: old
// archives, lists of e-mails and plain books put theirs into <pre> as it is. It
// is the article if more than half of the page's text is prose in <pre>; other
// preformatted text is code and stays as it is.
func (b *builder) prose() {
	total, written := 0, 0 // bytes of text outside links
	for i := range b.doc.Blocks {
		block := &b.doc.Blocks[i]
		size := shownText(block)
		total += size
		if block.Kind == document.Code && size > 0 && !monospaced(block) && isProse(block.Text().String) {
			written += size
		}
	}
	if written == 0 || 2*written < total {
		return
	}
	blocks, extras := b.doc.Blocks, b.extras
	b.doc.Blocks, b.extras = make([]document.Block, 0, 2*len(blocks)), nil
	for i := range blocks {
		if blocks[i].Kind != document.Code || monospaced(&blocks[i]) || !isPlain(blocks[i].Text().String) {
			b.doc.Blocks, b.extras = append(b.doc.Blocks, blocks[i]), append(b.extras, extras[i])
			continue
		}
		parts := splitProse(&blocks[i])
		b.doc.Blocks = append(b.doc.Blocks, parts...)
		b.extras = append(b.extras, slices.Repeat([]extra{extras[i]}, len(parts))...)
	}
}

// shownText is the size of a block's text outside links, in bytes.
func shownText(block *document.Block) int {
	n := 0
	for i := range block.Runs {
		if r := &block.Runs[i]; r.Href.Empty() && !r.Style.Has(document.Hidden) {
			n += r.Text.Len()
		}
	}
	return n
}

// monospaced says whether most of a block is set as code: <pre><code>.
func monospaced(block *document.Block) bool {
	code, all := 0, 0
	for i := range block.Runs {
		n := block.Runs[i].Text.Len()
		all += n
		if block.Runs[i].Style.Has(document.Monospace) {
			code += n
		}
	}
	return 2*code > all
}

// splitProse makes a block of every paragraph of a block.
func splitProse(block *document.Block) []document.Block {
	whole := block.Text()
	paragraphs := lines.Paragraphs(whole.String)
	if len(paragraphs) == 0 {
		return []document.Block{*block} // a picture
	}
	out := make([]document.Block, len(paragraphs))
	c := cutter{runs: block.Runs, whole: whole}
	for i := range paragraphs {
		p := &paragraphs[i]
		part := document.Block{
			Kind: p.Kind, Level: p.Level, Region: block.Region, Element: block.Element, Span: whole.Span(p.Start, p.End),
		}
		if i == 0 {
			part.Label, part.Anchors, part.Embedded = block.Label, block.Anchors, block.Embedded
			part.Span.Start = min(part.Span.Start, block.Span.Start)
		}
		for _, r := range c.paragraph(p.Lines) {
			part.Runs = append(part.Runs, lines.Emphasis(r)...)
		}
		out[i] = part
	}
	last := &out[len(out)-1]
	last.Span.End = max(last.Span.End, block.Span.End)
	r := &last.Runs[len(last.Runs)-1]
	r.Anchors = r.Anchors.And(document.AnchorsOf(c.rest()))
	return out
}

// cutter cuts lines out of runs, from the first to the last.
type cutter struct {
	runs    []document.Run
	whole   document.Text // all of their text
	run, at int           // the next run, and where it starts in the text
	taken   int           // how many runs have given their anchors
	anchors []string      // of runs without text so far
}

// paragraph is the runs of some lines, with a line break between each two.
func (c *cutter) paragraph(all []lines.Line) []document.Run {
	var out []document.Run
	var text document.Builder
	last := -1 // the run that text belongs to
	finish := func() {
		if last >= 0 {
			out[len(out)-1].Text = text.Text()
			text = document.Builder{}
		}
	}
	for i, l := range all {
		if i > 0 {
			text.Append(document.Unit("\n", c.whole.Span(all[i-1].End, l.Start)))
		}
		for at := l.Start; at < l.End; {
			c.seek(at)
			r := &c.runs[c.run]
			if c.run != last {
				finish()
				last = c.run
				out = append(out, *r)
				out[len(out)-1].Anchors = document.AnchorsOf(c.anchors)
				c.anchors = nil
			}
			end := min(l.End, c.at+r.Text.Len())
			text.Append(r.Text.Slice(at-c.at, end-c.at))
			at = end
		}
	}
	finish()
	return out
}

// seek goes on to the run that holds an offset of the text.
func (c *cutter) seek(at int) {
	for at >= c.at+c.runs[c.run].Text.Len() {
		c.take()
		c.at += c.runs[c.run].Text.Len()
		c.run++
	}
	c.take()
}

// take keeps the current run's anchors for the text that comes next.
func (c *cutter) take() {
	if c.taken == c.run {
		c.anchors = append(c.anchors, c.runs[c.run].Anchors.IDs()...)
		c.taken++
	}
}

// rest are the anchors that stand behind all text.
func (c *cutter) rest() []string {
	for ; c.taken < len(c.runs); c.taken++ {
		c.anchors = append(c.anchors, c.runs[c.taken].Anchors.IDs()...)
	}
	return c.anchors
}
