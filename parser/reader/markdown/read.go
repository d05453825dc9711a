package markdown

import (
	"bytes"
	"context"
	"path"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
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
	return read(ctx, data, hint, stretchSize)
}

// read reads some bytes of the source at once.
func read(ctx context.Context, data []byte, hint reader.Hint, stretch int) (*document.Document, error) {
	src, enc, _, err := charset.Decode(data, hint, false)
	if err != nil {
		return nil, err
	}
	d := &document.Document{Source: document.NewSource(src, enc), Format: "markdown", RenumbersByMarker: true}
	head, n := frontMatter(src)
	d.Meta = head.meta
	d.Meta.URL = hint.URL
	source := data
	if len(source) != len(src) || string(source) != src {
		source = []byte(src)
	}
	w := &walker{src: src, source: tame(source, n), doc: d, taken: map[string]int{}, works: worksOf(head.values, hint)}
	if err := w.all(ctx, n, stretch); err != nil {
		return nil, err
	}
	w.writeCitations()
	w.finish(n)
	if named := flavorOf(hint.Name); named != "" {
		d.Flavor = named
	}
	return d, nil
}

// all parses and walks the source from an offset on, some bytes at once.
func (w *walker) all(ctx context.Context, from, stretch int) error {
	pc := parser.NewContext()
	if len(w.source) > stretch && defines(w.source[from:]) {
		nothing := func(ast.Node, int) error { return ctx.Err() }
		if err := stretches(newBlockParser(), w.source, from, stretch, pc, nothing); err != nil {
			return err
		}
	}
	sided := mayHaveSidenotes(w.source[from:])
	return stretches(newParser(w.works), w.source, from, stretch, pc, func(root ast.Node, end int) error {
		if sided {
			sidenotes(root, w.source)
		}
		w.blocks(root, inherited{element: -1})
		w.late()
		w.doc.Blocks = reader.RoomFor(w.doc.Blocks, end, len(w.source))
		return ctx.Err()
	})
}

// newParser is goldmark with tables and our own parsers of notes. goldmark's
// footnote extension knows the markers of defined notes only, and looks each
// one up in a list, which takes time quadratic in the number of notes.
func newParser(works works) parser.Parser {
	p := newBlockParser()
	p.AddOptions(parser.WithInlineParsers(parser.DefaultInlineParsers()...))
	goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	p.AddOptions(parser.WithInlineParsers(
		util.Prioritized(&markerParser{}, 101),
		util.Prioritized(&inlineNoteParser{}, 102),
		util.Prioritized(&templateParser{}, 103),
	))
	if works.any {
		p.AddOptions(parser.WithInlineParsers(util.Prioritized(&citationParser{works.citer}, 100)))
	}
	return p
}

// newBlockParser is what of it tells blocks.
func newBlockParser() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(references{}, 100)),
	)
	p.AddOptions(parser.WithBlockParsers(util.Prioritized(&noteBlockParser{}, 999)))
	return p
}

// references takes link reference definitions out of paragraphs. goldmark's own
// looks for them in every paragraph, and only one that begins with a bracket has any.
type references struct{}

// Transform implements parser.ParagraphTransformer.
func (references) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if lines := node.Lines(); lines.Len() > 0 && bytes.HasPrefix(bytes.TrimLeft(reader.Value(lines.At(0)), " \t"), []byte("[")) {
		parser.LinkReferenceParagraphTransformer.Transform(node, reader, pc)
	}
}

// flavorOf is what a file's name says.
func flavorOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".qmd":
		return "quarto"
	case ".rmd":
		return "rmarkdown"
	}
	return ""
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
	case n > 0 && !strings.HasPrefix(w.src, "---"):
		d.Flavor = "multimarkdown"
	case w.inlineNotes || w.works.any:
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
