package markdown

import (
	"context"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
)

// Read makes a Document of Markdown.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	src, enc, _, err := charset.Decode(data, hint, false)
	if err != nil {
		return nil, err
	}
	d := &document.Document{Source: document.NewSource(src, enc), Format: "markdown", RenumbersByMarker: true}
	meta, n := frontMatter(src)
	d.Meta = meta
	d.Meta.URL = hint.URL
	// Front matter is blanked, so that offsets stay what they are.
	source := []byte(src)
	blank(source[:n])
	tame(source)
	root := newParser().Parse(text.NewReader(source))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w := &walker{src: src, source: source, doc: d, taken: map[string]int{}}
	w.blocks(root, inherited{element: -1})
	w.late()
	w.finish(n)
	return d, nil
}

// newParser is goldmark with tables and our own parsers of notes. goldmark's
// footnote extension knows the markers of defined notes only, and looks each
// one up in a list, which takes time quadratic in the number of notes.
func newParser() parser.Parser {
	p := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
	p.AddOptions(
		parser.WithBlockParsers(util.Prioritized(&noteBlockParser{}, 999)),
		parser.WithInlineParsers(
			util.Prioritized(&markerParser{}, 101),
			util.Prioritized(&inlineNoteParser{}, 102),
			util.Prioritized(&templateParser{}, 103),
		),
	)
	return p
}

// blank replaces bytes by spaces, line breaks kept.
func blank(b []byte) {
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = ' '
		}
	}
}

// finish sets what the whole Document tells; n is the length of its front matter.
func (w *walker) finish(n int) {
	d := w.doc
	for i := range d.Blocks {
		if d.Meta.Title != "" {
			break
		}
		if b := &d.Blocks[i]; b.Kind == document.Heading && b.Level == 1 {
			d.Meta.Title = title(b)
		}
	}
	if d.Meta.Language == "" {
		d.Meta.Language = reader.Language(d)
	}
	switch {
	case w.flavor != "":
		d.Flavor = w.flavor
	case n > 0 && strings.HasPrefix(w.src, "+++"):
		d.Flavor = "hugo"
	case w.inlineNotes:
		d.Flavor = "pandoc"
	}
}

// title is a heading's text without the markers of notes.
func title(b *document.Block) string {
	var t document.Builder
	for i := range b.Runs {
		if b.Runs[i].NoteRef == "" {
			t.Append(b.Runs[i].Text)
		}
	}
	return t.Text().Fold().String
}
