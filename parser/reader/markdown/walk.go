package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"ibid/parser/document"
)

// walker turns goldmark's tree into blocks.
type walker struct {
	src    string // what text is cut from
	source []byte // what was parsed
	doc    *document.Document
	taken  map[string]int // label → how often it is defined so far
	// inside is how many notes the walk is in; deferred are those that wait
	// for the outermost to end, so that each note's blocks follow each other.
	inside   int
	deferred []ast.Node

	block   *document.Block // the open one: room, or nil
	room    document.Block
	text    []runText
	runs    slab[document.Run]
	in      inline   // what holds for the open block's text
	own     []string // ids of the open block
	anchors []string // ids that wait for the next run
	markup  *markup  // raw HTML that goes on over blocks

	flavor      string
	inlineNotes bool

	works   works
	waiting []waiting    // citations in notes
	citing  []citingNote // that the open block calls
}

// runText is a run whose text is still being put together.
type runText struct {
	run   document.Run
	text  document.Builder
	whole bool // nothing is added to it
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

// blocks walks block nodes.
func (w *walker) blocks(n ast.Node, c inherited) {
	for k := n.FirstChild(); k != nil; {
		next := k.NextSibling()
		w.node(k, &c)
		n.RemoveChild(n, k) // the tree of a long article takes as much memory as its Document
		k = next
	}
}

// node walks one of them; what follows it inherits c.
func (w *walker) node(n ast.Node, c *inherited) {
	switch n := n.(type) {
	case *ast.Heading:
		h := *c
		h.kind, h.level = document.Heading, n.Level
		if c.note != "" {
			h.kind = document.NoteBody
		}
		w.leaf(n, h)
	case *ast.Paragraph, *ast.TextBlock:
		w.leaf(n, *c)
		c.label = ""
	case *ast.List:
		w.list(n, *c)
	case *ast.Blockquote:
		q := *c
		if c.note == "" {
			q.kind = document.Quote
		}
		w.blocks(n, q)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.code(n, *c)
	case *ast.HTMLBlock:
		w.html(n, *c)
	case *extast.Table:
		w.table(n, *c)
	case *noteBlock, *inlineNote:
		w.note(n)
	default:
		if n.Type() == ast.TypeBlock {
			w.blocks(n, *c)
		}
	}
}

// note walks a note's text, unless it stands inside another note.
func (w *walker) note(n ast.Node) {
	if w.inside > 0 {
		w.deferred = append(w.deferred, n)
		return
	}
	w.inside++
	switch n := n.(type) {
	case *noteBlock:
		w.definition(n)
	case *inlineNote:
		w.inlineNotes = w.inlineNotes || !n.html
		w.leaf(n, inherited{kind: document.NoteBody, note: n.key, element: -1})
	}
	w.inside--
	w.late()
}

// late walks the notes that stand inside others.
func (w *walker) late() {
	for w.inside == 0 && len(w.deferred) > 0 {
		waiting := w.deferred
		w.deferred = nil
		for _, n := range waiting {
			w.note(n)
		}
	}
}

// definition walks a note's definition. Its key is the label, made unique
// where a label is defined twice.
func (w *walker) definition(n *noteBlock) {
	key := n.label
	if w.taken[n.label]++; w.taken[n.label] > 1 {
		key += "\x00" + strconv.Itoa(w.taken[n.label])
	}
	before := len(w.doc.Blocks)
	w.blocks(n, inherited{kind: document.NoteBody, note: key, number: n.label, element: -1})
	span := document.Span{Start: n.start, End: n.end}
	if len(w.doc.Blocks) == before {
		w.doc.Blocks = append(w.doc.Blocks, document.Block{Kind: document.NoteBody, Region: document.Body, Note: key, Label: n.label, Element: -1, Span: span})
		return
	}
	first := &w.doc.Blocks[before]
	first.Span = first.Span.Cover(span)
}

// list walks the items of a list.
func (w *walker) list(l *ast.List, c inherited) {
	n := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		i := c
		i.level = c.level + 1
		if c.note != "" {
			w.blocks(item, i)
			continue
		}
		i.kind, i.label = document.ListItem, ""
		if l.IsOrdered() {
			i.label = strconv.Itoa(n)
			n++
		}
		i.element = w.element("li", c.element)
		first := len(w.doc.Blocks)
		w.blocks(item, i)
		e := &w.doc.Elements[i.element]
		for _, b := range w.doc.Blocks[first:] {
			e.Span = e.Span.Cover(b.Span)
		}
	}
}

// element adds a container.
func (w *walker) element(name string, parent int) int {
	w.doc.Elements = append(w.doc.Elements, document.Element{Name: name, Parent: parent})
	return len(w.doc.Elements) - 1
}

// table makes a block of every cell.
func (w *walker) table(t *extast.Table, c inherited) {
	if c.note == "" {
		c.kind = document.TableCell
	}
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if _, ok := cell.(*inlineNote); ok {
				w.note(cell)
				continue
			}
			w.leaf(cell, c)
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

// leaf makes a block of a node's inline children.
func (w *walker) leaf(n ast.Node, c inherited) {
	w.open(c)
	w.in = inline{}
	w.inlines(n, &w.in)
	w.close()
	n.RemoveChildren(n) // the tree of a long article takes as much memory as its Document
}

func (w *walker) open(c inherited) {
	w.block, w.room = &w.room, document.Block{Kind: c.kind, Region: document.Body, Level: c.level, Label: c.label, Note: c.note, Element: c.element}
	if c.note != "" {
		w.block.Label = c.number
	}
	w.text = w.text[:0]
}

// close ends a block; one without text is dropped.
func (w *walker) close() {
	b := w.block
	w.block = nil
	ids := slices.Concat(w.own, w.anchors)
	b.Anchors, w.own, w.anchors = document.AnchorsOf(ids), nil, nil
	empty := true
	b.Runs = w.runs.list(len(w.text))
	for i := range w.text {
		r := &b.Runs[i]
		*r = w.text[i].run
		r.Text = w.text[i].text.Text()
		b.Span = b.Span.Cover(r.Text.All())
		empty = empty && strings.TrimSpace(r.Text.String) == ""
	}
	if empty && !b.Embedded {
		w.anchors = ids // for what follows
		return
	}
	if parts := noteLines(b); parts != nil {
		w.doc.Blocks = append(w.doc.Blocks, parts...)
	} else {
		w.doc.Blocks = append(w.doc.Blocks, *b)
	}
	w.citingNotes()
}
