package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxLabel is the longest label of a note, in bytes.
const maxLabel = 200

// maxNesting bounds how deep inline notes are followed into each other.
const maxNesting = 4

var (
	kindNote       = ast.NewNodeKind("Note")       //nolint:gochecknoglobals // goldmark numbers the kinds of node as they are made
	kindMarker     = ast.NewNodeKind("NoteMarker") //nolint:gochecknoglobals // as above
	kindInlineNote = ast.NewNodeKind("InlineNote") //nolint:gochecknoglobals // as above
	labelsKey      = parser.NewContextKey()        //nolint:gochecknoglobals // goldmark numbers its keys as they are made
	bracketsKey    = parser.NewContextKey()        //nolint:gochecknoglobals // as above
)

// definition reads "[^label]:" at the start of a line; n is its length, or 0.
// MultiMarkdown's "[#key]: a work" defines a work that [#key] cites, as a note.
func definition(line []byte) (label []byte, n int) {
	if len(line) < 5 || line[0] != '[' || line[1] != '^' && line[1] != '#' {
		return nil, 0
	}
	end := labelEnd(line)
	if end <= 0 || 3+end >= len(line) || line[3+end] != ':' {
		return nil, 0
	}
	if label = line[2 : 2+end]; len(bytes.TrimSpace(label)) == 0 {
		return nil, 0
	}
	if line[1] == '#' {
		label = line[1 : 2+end]
	}
	return label, 4 + end
}

// labelEnd is how long the label behind "[^" is, or less than 1.
func labelEnd(line []byte) int {
	for i, c := range line[2:min(len(line), maxLabel)] {
		switch c {
		case ']':
			return i
		case '[', '\n':
			return -1
		}
	}
	return -1
}

// noteBlock is a note's definition. goldmark's own moves all of them to where
// the first one stands, and loses those inside each other.
type noteBlock struct {
	ast.BaseBlock

	label      string
	start, end int // of "[^label]:"
}

// Kind implements ast.Node.
func (*noteBlock) Kind() ast.NodeKind { return kindNote }

// Dump implements ast.Node.
func (n *noteBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type noteBlockParser struct{ nodes slab[noteBlock] }

// Trigger implements parser.BlockParser.
func (*noteBlockParser) Trigger() []byte { return []byte{'['} }

// Open reads a definition's label. What follows it is a paragraph, however
// much white space stands between.
func (p *noteBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	label, n := definition(line[at:])
	if n == 0 {
		return nil, parser.NoChildren
	}
	start := segment.Start + at - segment.Padding
	note := p.nodes.one()
	note.label, note.start, note.end = string(label), start, start+n
	if unsure(label) {
		labels, ok := pc.Get(labelsKey).(map[string]bool)
		if !ok {
			labels = map[string]bool{}
			pc.Set(labelsKey, labels)
		}
		labels[note.label] = true
	}
	stop := at + n
	for stop < len(line) && (line[stop] == ' ' || line[stop] == '\t') {
		stop++
	}
	reader.Advance(stop)
	if stop >= len(line) {
		return note, parser.NoChildren
	}
	return note, parser.HasChildren
}

// Continue implements parser.BlockParser: a definition goes on over blank and
// over indented lines.
func (*noteBlockParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

// Close implements parser.BlockParser.
func (*noteBlockParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser.
func (*noteBlockParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (*noteBlockParser) CanAcceptIndentedLine() bool { return false }

// noteMarker is [^label] or a whole ^[note], whether or not there is such a note.
type noteMarker struct {
	ast.BaseInline

	key        string
	start, end int
}

// Kind implements ast.Node.
func (*noteMarker) Kind() ast.NodeKind { return kindMarker }

// Dump implements ast.Node.
func (n *noteMarker) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type markerParser struct{ nodes slab[noteMarker] }

// Trigger implements parser.InlineParser.
func (*markerParser) Trigger() []byte { return []byte{'['} }

// unsure says whether a label is one only where it is defined.
func unsure(label []byte) bool { return label[0] == '#' || bytes.ContainsAny(label, " \t") }

// Parse reads [^label]. A label with white space in it counts only if it is
// defined, and [^1](address) is a link.
func (p *markerParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 4 || line[1] != '^' && line[1] != '#' {
		return nil
	}
	end := labelEnd(line)
	if end <= 0 {
		return wordsNote(parent, block, pc)
	}
	label, stop := line[2:2+end], 3+end
	if line[1] == '#' {
		label = line[1 : 2+end]
	}
	if unsure(label) {
		switch labels, _ := pc.Get(labelsKey).(map[string]bool); {
		case labels[string(label)]:
		case line[1] == '#':
			return nil
		default:
			return wordsNote(parent, block, pc)
		}
	}
	if stop < len(line) && line[stop] == '(' {
		if i := bytes.IndexAny(line[stop:min(len(line), stop+targetSize)], ") \t\n"); i > 1 && line[stop+i] == ')' {
			return nil
		}
	}
	block.Advance(stop)
	marker := p.nodes.one()
	marker.key, marker.start, marker.end = string(label), segment.Start, segment.Start+stop
	return marker
}

// inlineNote is the text of ^[text]. It stands behind the block that its
// marker is in, where the parser finds it and reads it as any other block.
type inlineNote struct {
	ast.BaseBlock

	key        string
	start, end int // of ^[text]
	depth      int // how many inline notes it stands in
	html       bool
}

// Kind implements ast.Node.
func (*inlineNote) Kind() ast.NodeKind { return kindInlineNote }

// Dump implements ast.Node.
func (n *inlineNote) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// wordsNote reads MultiMarkdown's [^words of a note], which no label is.
func wordsNote(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	const words = 3
	line, segment := block.PeekLine()
	if line[1] != '^' || len(bytes.Fields(line[2:])) < words || !letter(line[2]) && line[2] < 0x80 {
		return nil
	}
	if stop, ok := bracketsEnd(parent, block, pc, segment.Start); ok && len(bytes.Fields(block.Source()[segment.Start+2:stop])) >= words {
		return inlineNoteAt(parent, block, pc, segment.Start, stop)
	}
	return nil
}

// bracketsEnd is where the bracket at an offset of a block's text closes.
func bracketsEnd(parent ast.Node, block text.Reader, pc parser.Context, open int) (int, bool) {
	if parent.Type() != ast.TypeBlock || parent.Parent() == nil {
		return 0, false
	}
	stop, ok := brackets(parent, block.Source(), pc).ends[open]
	return stop, ok
}

type inlineNoteParser struct{}

// Trigger implements parser.InlineParser.
func (*inlineNoteParser) Trigger() []byte { return []byte{'^'} }

// Parse reads ^[text] up to the bracket that closes it, over line breaks too.
func (*inlineNoteParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 2 || line[1] != '[' {
		return nil
	}
	stop, ok := bracketsEnd(parent, block, pc, segment.Start+1)
	if !ok || onlyDigits(block.Source()[segment.Start+2:stop]) {
		return nil // ^[1]^ is a number that is raised
	}
	return inlineNoteAt(parent, block, pc, segment.Start, stop)
}

func onlyDigits(s []byte) bool {
	return len(s) > 0 && len(bytes.Trim(s, "0123456789")) == 0
}

// inlineNoteAt reads the note whose text stands from two bytes behind start on to stop.
func inlineNoteAt(parent ast.Node, block text.Reader, pc parser.Context, start, stop int) ast.Node {
	note := &inlineNote{key: "\x00inline " + strconv.Itoa(start), start: start, end: stop + 1}
	if outer, ok := parent.(*inlineNote); ok {
		note.depth = outer.depth + 1
	}
	if note.depth > maxNesting {
		return nil
	}
	block.Advance(2)
	for {
		line, segment := block.PeekLine()
		if line == nil {
			return nil
		}
		if stop < segment.Stop {
			note.Lines().Append(text.NewSegment(segment.Start, stop))
			block.Advance(stop + 1 - segment.Start)
			break
		}
		note.Lines().Append(segment)
		block.AdvanceLine()
	}
	return placed(note, parent, block, pc)
}

// placed puts a note behind the block that calls it, and is its marker.
func placed(note *inlineNote, parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if noteIsBlank(note, block.Source()) {
		return nil
	}
	p := brackets(parent, block.Source(), pc)
	parent.Parent().InsertAfter(parent.Parent(), p.last, note)
	p.last = note
	return &noteMarker{key: note.key, start: note.start, end: note.end}
}

func noteIsBlank(n *inlineNote, source []byte) bool {
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		if !util.IsBlank(s.Value(source)) {
			return false
		}
	}
	return true
}

// pairs are the brackets of a block.
type pairs struct {
	block ast.Node
	ends  map[int]int // offset of the opening one → the closing one
	last  ast.Node    // the block's last inline note so far, or the block
}

// brackets matches the brackets of a block, once for all of its notes.
func brackets(block ast.Node, source []byte, pc parser.Context) *pairs {
	if p, ok := pc.Get(bracketsKey).(*pairs); ok && p.block == block {
		return p
	}
	p := &pairs{block: block, ends: map[int]int{}, last: block}
	pc.Set(bracketsKey, p)
	var open []int
	for i := range block.Lines().Len() {
		segment := block.Lines().At(i)
		for at := segment.Start; at < segment.Stop; at++ {
			switch source[at] {
			case '\\':
				at++
			case '[':
				open = append(open, at)
			case ']':
				if n := len(open); n > 0 {
					p.ends[open[n-1]] = at
					open = open[:n-1]
				}
			}
		}
	}
	return p
}
