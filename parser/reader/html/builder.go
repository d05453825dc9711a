package html

import (
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
)

// open is an element that is not closed yet, with what its contents inherit.
type open struct {
	name    string
	start   int // of its tag in the source
	element int // in doc.Elements, or that of its parent
	own     bool
	block   bool
	kind    document.BlockKind
	level   int // of the headings in it
	depth   int // of the list in it
	style   document.Style
	href    document.Text
	noteRef string
	note    string
	skip    bool // its text is not shown
	foreign bool // SVG or MathML: a tag may close itself
	article bool
	back    bool
	minor   bool // looks like chrome, but is no element of the Document
	byline  int
	list    list
	// inNotes: a container around it is one of notes.
	inNotes bool
	// beside is set on an element that may hold a note at its marker, tip
	// on one that may be a marker with its note in an attribute.
	beside *beside
	tip    *tip
}

// extra is what is known of a block besides the Document's own.
type extra struct {
	minor bool
	// note is the block's declared note until both ends are known.
	note string
}

// builder puts the Document together.
type builder struct {
	src   string
	part  string // that src is in the source, "" for all of it
	doc   *document.Document
	meta  metadata
	stack []open
	// counts says how often each name is open, beyond how many are open
	// below maxDepth.
	counts map[string]int
	beyond int
	xml    bool

	block *document.Block
	extra extra
	text  []piece
	spare []piece // room for the text of the next block
	// started is where the tag of the innermost block stands, -1 once a
	// block of text has opened.
	started int
	// anchors wait for the next block or run.
	anchors []string
	label   string // of the list item that just opened
	raw     string // the element whose raw text is read: script, style, title

	// after are the notes of the open block, which follow it; asides are the
	// paragraphs that wait for a note inside them to end.
	after  []noted
	asides []*beside
	// apart says that the next text starts a run of its own.
	apart bool
	// notes counts the notes that stand at their markers, counted those
	// without a number of their own.
	notes, counted int

	// hints belong to doc.Elements, extras to doc.Blocks.
	hints    []hint
	extras   []extra
	reversed map[int]string // list item → its label in a reversed list
}

// piece is a run whose text is still being put together. A line break is a
// piece of its own until its block ends.
type piece struct {
	run       document.Run
	text      document.Builder
	lineBreak bool
}

func newBuilder(src string, source *document.Source, part string) *builder {
	return &builder{
		src: src, part: part, doc: &document.Document{Source: source, Format: "html", Blocks: reader.Room(src, "<p", "<li", "<h")},
		counts: map[string]int{}, started: -1, reversed: map[int]string{},
		xml: strings.HasPrefix(strings.TrimSpace(src[:min(len(src), 64)]), "<?xml"),
	}
}

// span is a stretch of the source.
func (b *builder) span(start, end int) document.Span {
	return document.Span{Start: start, End: end, Part: b.part}
}

// typed is a stretch of the source as it stands.
func (b *builder) typed(start, end int) document.Text {
	return document.NewText(b.src[start:end], start, b.part)
}

// top is the innermost open element.
func (b *builder) top() *open {
	if n := len(b.stack); n > 0 {
		return &b.stack[n-1]
	}
	return &open{element: -1}
}

// append adds text to the open block, in the style of the open elements.
func (b *builder) append(t document.Text) {
	if t.Empty() {
		return
	}
	top := b.top()
	b.ensureBlock(t.All())
	b.block.Span = b.block.Span.Cover(t.All())
	if n := len(b.text); n > 0 && len(b.anchors) == 0 && !b.apart && !b.text[n-1].lineBreak && b.text[n-1].like(top) {
		b.text[n-1].text.Append(t)
		return
	}
	b.addPiece(t, false)
}

// addPiece starts a run.
func (b *builder) addPiece(t document.Text, lineBreak bool) {
	top := b.top()
	p := piece{
		run:       document.Run{Style: top.style, Href: document.LinkTo(top.href), Backlink: top.back, NoteRef: top.noteRef, Anchors: document.AnchorsOf(b.anchors)},
		lineBreak: lineBreak,
	}
	b.anchors, b.apart = nil, false
	p.text.Append(t)
	if b.text == nil {
		b.text, b.spare = b.spare, nil
	}
	b.text = append(b.text, p)
}

// like says whether text inside an element goes on with a run.
func (p *piece) like(o *open) bool {
	return p.run.Style == o.style && p.run.Backlink == o.back && p.run.NoteRef == o.noteRef && sameLink(p.run.Href.Text(), o.href)
}

func sameLink(a, b document.Text) bool { return a.String == b.String && a.All() == b.All() }

// ensureBlock opens a block for text at a place if none is open.
func (b *builder) ensureBlock(at document.Span) {
	if b.block != nil {
		return
	}
	top := b.top()
	if b.started >= 0 {
		at.Start = min(at.Start, b.started)
	}
	b.started = -1
	b.block = &document.Block{Kind: top.kind, Region: document.Body, Element: top.element, Span: at, Label: b.label, Anchors: document.AnchorsOf(b.anchors)}
	b.extra = extra{minor: top.minor, note: top.note}
	switch top.kind {
	case document.Heading:
		b.block.Level = top.level
	case document.ListItem:
		b.block.Level = top.depth
	case document.Paragraph, document.TableCell, document.Quote, document.Code, document.NoteBody:
	}
	b.label, b.anchors = "", nil
}

// flush ends the open block; one without text gives its anchors to the next.
func (b *builder) flush() {
	if b.block == nil {
		return
	}
	block, pieces, extra := *b.block, b.text, b.extra
	b.block, b.text = nil, nil
	if blank(pieces) && !block.Embedded {
		b.label = block.Label
		b.anchors = append(block.Anchors.IDs(), b.anchors...)
		for i := range pieces {
			b.anchors = append(b.anchors, pieces[i].run.Anchors.IDs()...)
		}
	} else {
		for _, part := range splitLines(block, pieces) {
			if allHidden(part.Runs) {
				part.Region = document.Chrome // until a marker leads there
			}
			b.emit(noted{part, extra})
		}
	}
	clear(pieces)
	b.spare = pieces[:0]
	after := b.after
	b.after = nil
	for i := range after {
		b.emit(after[i])
	}
}

// emit adds a block to the document, or to the note that is being read.
func (b *builder) emit(n noted) {
	if k := len(b.asides); k > 0 {
		b.asides[k-1].inside = append(b.asides[k-1].inside, n)
		return
	}
	b.doc.Blocks = append(b.doc.Blocks, n.block)
	b.extras = append(b.extras, n.extra)
}

func blank(pieces []piece) bool {
	for i := range pieces {
		if strings.TrimSpace(pieces[i].text.Text().String) != "" {
			return false
		}
	}
	return true
}

// allHidden says whether there is text, and none that is shown.
func allHidden(runs []document.Run) bool {
	hidden := false
	for i := range runs {
		if strings.TrimSpace(runs[i].Text.String) == "" {
			continue
		}
		if !runs[i].Style.Has(document.Hidden) {
			return false
		}
		hidden = true
	}
	return hidden
}

// finish closes what is still open.
func (b *builder) finish() {
	b.flush()
	b.popTo(0, len(b.src))
	b.flush()
	if len(b.anchors) > 0 && len(b.doc.Blocks) > 0 {
		// Links to a place behind all text do lead somewhere, but to no note.
		end := b.span(len(b.src), len(b.src))
		b.doc.Blocks = append(b.doc.Blocks, document.Block{Region: document.Chrome, Element: -1, Anchors: document.AnchorsOf(b.anchors), Span: end})
		b.extras = append(b.extras, extra{})
	}
	for i := range b.doc.Blocks {
		b.finishBlock(&b.doc.Blocks[i])
	}
}

// finishBlock settles what needs the whole list or block.
func (b *builder) finishBlock(block *document.Block) {
	if block.Label != "" && len(b.reversed) > 0 {
		for e := block.Element; e >= 0; e = b.doc.Elements[e].Parent {
			if b.doc.Elements[e].Name == "li" {
				if label, ok := b.reversed[e]; ok {
					block.Label = label
				}
				break
			}
		}
	}
	if block.Label != "" && printsLabel(block) {
		block.Label = ""
	}
	for i := range block.Runs {
		if r := &block.Runs[i]; !r.Backlink && !r.Href.Empty() && leadsBack(r.Text.String, r.Href.String()) {
			r.Backlink = true
		}
	}
}
