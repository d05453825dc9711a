package markdown

import (
	"bytes"
	"context"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
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
	meta, body := frontMatter(src)
	d.Meta = meta
	d.Meta.URL = hint.URL
	// Front matter is blanked, so that offsets stay what they are.
	source := []byte(blank(src, body))
	tame(source)
	root := newParser().Parse(text.NewReader(source))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w := &walker{src: src, source: source, doc: d, taken: map[string]int{}, hrefAt: map[string]document.Text{}}
	w.blocks(root, inherited{element: -1})
	finish(d, src)
	return d, nil
}

// newParser is goldmark with the parser of footnote definitions and our own of
// markers: goldmark's knows defined labels only, and looks each one up in a
// list, which takes time quadratic in the number of notes.
func newParser() parser.Parser {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	p := md.Parser()
	p.AddOptions(
		parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
		parser.WithInlineParsers(util.Prioritized(&markerParser{}, 101), util.Prioritized(&inlineNoteParser{}, 102)),
	)
	return p
}

// blank replaces the first n bytes by spaces, line breaks kept.
func blank(src string, n int) string {
	if n == 0 {
		return src
	}
	var b strings.Builder
	b.Grow(len(src))
	for i := range n {
		if src[i] == '\n' || src[i] == '\r' {
			b.WriteByte(src[i])
		} else {
			b.WriteByte(' ')
		}
	}
	b.WriteString(src[n:])
	return b.String()
}

// maxMarks is how many marks of emphasis a paragraph may have. Matching them
// takes goldmark time quadratic in their number; no honest paragraph has as many.
const maxMarks = 1000

// tame blanks the marks of emphasis in paragraphs that have too many, so that
// they stay plain text.
func tame(source []byte) {
	for start := 0; start < len(source); {
		end := bytes.Index(source[start:], []byte("\n\n"))
		if end < 0 {
			end = len(source) - start
		}
		p := source[start : start+end]
		if bytes.Count(p, []byte("*"))+bytes.Count(p, []byte("_"))+bytes.Count(p, []byte("~")) > maxMarks {
			for i, c := range p {
				if c == '*' || c == '_' || c == '~' {
					p[i] = ' '
				}
			}
		}
		start += end + 2
	}
}

// finish sets what the whole Document tells.
func finish(d *document.Document, src string) {
	if d.Meta.Title == "" {
		for i := range d.Blocks {
			if b := &d.Blocks[i]; b.Kind == document.Heading && b.Level == 1 {
				d.Meta.Title = b.Text().Fold().String
				break
			}
		}
	}
	if d.Meta.Language == "" {
		d.Meta.Language = reader.Language(d)
	}
	switch {
	case strings.Contains(src, "{:target=") || strings.Contains(src, "{: .") || strings.Contains(src, "{:."):
		d.Flavor = "kramdown"
	case strings.Contains(src, "{{<") || strings.HasPrefix(src, "+++\n"):
		d.Flavor = "hugo"
	case strings.Contains(src, "^["):
		d.Flavor = "pandoc"
	}
}

// inherited is what a block inherits.
type inherited struct {
	kind    document.BlockKind
	level   int
	label   string
	note    string
	number  string
	element int
}

// walker turns goldmark's tree into blocks.
type walker struct {
	src    string
	source []byte
	doc    *document.Document
	taken  map[string]int
	notes  []*inlineNote
	hrefAt map[string]document.Text // reference label → destination in its definition
	block  *document.Block
	text   []runText
	at     int // where to look for the next destination
	depth  int // of inline notes in each other
}

type runText struct {
	run document.Run
	b   *document.Builder
}

// blocks walks block nodes.
func (w *walker) blocks(n ast.Node, c inherited) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k := k.(type) {
		case *ast.Heading:
			h := c
			h.kind, h.level = document.Heading, k.Level
			if c.note != "" {
				h.kind = document.NoteBody
			}
			w.leaf(k, h)
		case *ast.Paragraph, *ast.TextBlock:
			w.leaf(k, c)
			c.label = ""
		case *ast.List:
			w.list(k, c)
		case *ast.Blockquote:
			q := c
			if c.note == "" {
				q.kind = document.Quote
			}
			w.blocks(k, q)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			w.code(k, c)
		case *ast.HTMLBlock:
			w.html(k, c)
		case *extast.Table:
			w.table(k, c)
		case *extast.Footnote:
			w.footnote(k)
		case *extast.FootnoteList:
			w.blocks(k, c)
		default:
			if k.Type() == ast.TypeBlock {
				w.blocks(k, c)
			}
		}
	}
}

// footnote walks a note's definition. Its key is the label, made unique where
// a label is defined twice.
func (w *walker) footnote(f *extast.Footnote) {
	label := string(f.Ref)
	key := label
	w.taken[label]++
	if n := w.taken[label]; n > 1 {
		key = label + "\x00" + strings.Repeat("+", n-1)
	}
	before := len(w.doc.Blocks)
	w.blocks(f, inherited{kind: document.NoteBody, note: key, number: label, element: -1})
	if len(w.doc.Blocks) == before {
		at := w.definition(label, w.taken[label])
		w.doc.Blocks = append(w.doc.Blocks, document.Block{
			Kind: document.NoteBody, Region: document.Body, Note: key, Label: label, Element: -1, Span: at,
			Runs: nil,
		})
	}
}

// definition is where the n-th definition of a label stands.
func (w *walker) definition(label string, n int) document.Span {
	at := 0
	for range n {
		i := strings.Index(w.src[at:], "[^"+label+"]:")
		if i < 0 {
			return document.Span{}
		}
		at += i + 1
	}
	return document.Span{Start: at - 1, End: at + len(label) + 3}
}

// list walks the items of a list.
func (w *walker) list(l *ast.List, c inherited) {
	n := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		i := c
		i.level = c.level + 1
		if c.note == "" {
			i.kind = document.ListItem
			if l.IsOrdered() {
				i.label = itoa(n)
				n++
			}
			i.element = len(w.doc.Elements)
			w.doc.Elements = append(w.doc.Elements, document.Element{Name: "li", Parent: c.element})
		}
		w.blocks(item, i)
	}
}

// table makes a block of every cell.
func (w *walker) table(t *extast.Table, c inherited) {
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			x := c
			if c.note == "" {
				x.kind = document.TableCell
			}
			w.leaf(cell, x)
		}
	}
}

// code makes a block that is left out of the search for notes.
func (w *walker) code(n ast.Node, c inherited) {
	w.open(c)
	if c.note == "" {
		w.block.Kind = document.Code
	}
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		w.add(document.NewText(w.src[s.Start:s.Stop], s.Start, ""), inline{style: document.Monospace})
	}
	w.close()
}

// html makes a block of the text of raw HTML, tags and comments left out.
func (w *walker) html(n *ast.HTMLBlock, c inherited) {
	w.open(c)
	comment := false
	add := func(s text.Segment) {
		comment = w.rawHTML(w.src[s.Start:s.Stop], s.Start, comment)
	}
	for i := range n.Lines().Len() {
		add(n.Lines().At(i))
	}
	if n.HasClosure() {
		add(n.ClosureLine)
	}
	w.close()
}

// leaf makes a block of a node's inline children.
func (w *walker) leaf(n ast.Node, c inherited) {
	w.open(c)
	w.at = 0
	if n.Lines() != nil && n.Lines().Len() > 0 {
		w.at = n.Lines().At(0).Start
	}
	w.inlines(n, inline{})
	w.close()
	notes := w.notes
	w.notes = nil
	for _, note := range notes {
		w.inlineNote(note)
	}
}

// inlineNote makes a note of ^[text]: its text is Markdown of its own.
func (w *walker) inlineNote(n *inlineNote) {
	if w.depth > maxNesting {
		return
	}
	inner := w.source[n.start:n.end]
	sub := &walker{src: w.src[n.start:n.end], source: inner, doc: &document.Document{}, taken: map[string]int{}, hrefAt: map[string]document.Text{}, depth: w.depth + 1}
	sub.blocks(newParser().Parse(text.NewReader(inner)), inherited{kind: document.NoteBody, note: n.key, element: -1})
	for _, b := range sub.doc.Blocks {
		b.Span.Start += n.start
		b.Span.End += n.start
		for i := range b.Runs {
			b.Runs[i].Text = b.Runs[i].Text.Shift(n.start)
			b.Runs[i].Href = b.Runs[i].Href.Shift(n.start)
		}
		b.Kind, b.Label = document.NoteBody, ""
		w.doc.Blocks = append(w.doc.Blocks, b)
	}
}

// maxNesting bounds how deep inline notes are followed into each other.
const maxNesting = 4

func (w *walker) open(c inherited) {
	w.block = &document.Block{Kind: c.kind, Region: document.Body, Level: c.level, Label: c.label, Note: c.note, Element: c.element}
	if c.note != "" {
		w.block.Label = c.number
	}
	w.text = nil
}

// close ends a block; one without text is dropped.
func (w *walker) close() {
	b, runs := *w.block, w.text
	w.block, w.text = nil, nil
	for i := range runs {
		t := runs[i].b.Text()
		runs[i].run.Text = t
		b.Span = b.Span.Cover(t.All())
		b.Runs = append(b.Runs, runs[i].run)
	}
	if len(b.Runs) == 0 && !b.Embedded {
		return
	}
	w.doc.Blocks = append(w.doc.Blocks, b)
}
