package text

import (
	"context"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
	"ibid/parser/reader/lines"
)

// Read makes a Document of plain text. An error means that data is binary or
// that ctx ended.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	text, enc, _, err := charset.Decode(data, hint, false)
	if err != nil {
		return nil, err
	}
	d := &document.Document{Source: document.NewSource(text, enc), Format: "text"}
	paragraphs := lines.Paragraphs(text)
	d.Blocks = make([]document.Block, 0, len(paragraphs))
	for i := range paragraphs {
		if i%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		d.Blocks = append(d.Blocks, block(text, &paragraphs[i]))
	}
	head := mailHead(text, d.Blocks)
	markMenus(d.Blocks)
	markComments(d.Blocks)
	d.Meta = meta(d.Blocks)
	head.fill(&d.Meta)
	d.Meta.Language = reader.Language(d)
	return d, nil
}

// block makes a block of a paragraph.
func block(text string, p *lines.Paragraph) document.Block {
	b := document.Block{
		Kind: p.Kind, Level: p.Level, Element: -1, Span: document.Span{Start: p.Start, End: p.End},
	}
	b.Runs = lines.Emphasis(document.Run{Text: joined(text, p.Lines)})
	return b
}

// joined is the text of lines with a line break between each two.
func joined(text string, all []lines.Line) document.Text {
	if len(all) == 1 {
		return document.NewText(text[all[0].Start:all[0].End], all[0].Start, "")
	}
	var t document.Builder
	for i, l := range all {
		if i > 0 {
			t.Append(document.Unit("\n", document.Span{Start: all[i-1].End, End: l.Start}))
		}
		t.Append(document.NewText(text[l.Start:l.End], l.Start, ""))
	}
	return t.Text()
}
