package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxLabel is the longest label of a note, in bytes.
const maxLabel = 200

// maxInlineNote is the longest inline note, in bytes.
const maxInlineNote = 8 << 10

var (
	kindMarker     = ast.NewNodeKind("NoteMarker") //nolint:gochecknoglobals // goldmark numbers the kinds of node as they are made
	kindInlineNote = ast.NewNodeKind("InlineNote") //nolint:gochecknoglobals // as above
)

// noteMarker is [^label], whether or not the label is defined.
type noteMarker struct {
	ast.BaseInline
	key        string
	start, end int
}

// Kind implements ast.Node.
func (*noteMarker) Kind() ast.NodeKind { return kindMarker }

// Dump implements ast.Node.
func (n *noteMarker) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type markerParser struct{}

// Trigger implements parser.InlineParser.
func (*markerParser) Trigger() []byte { return []byte{'['} }

// Parse reads [^label]; what a link text could be is left to others.
func (*markerParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 4 || line[1] != '^' {
		return nil
	}
	end := bytes.IndexAny(line[2:min(len(line), maxLabel)], "] \t\n[")
	if end <= 0 || line[2+end] != ']' {
		return nil
	}
	stop := 2 + end + 1
	if stop < len(line) && line[stop] == '(' {
		return nil
	}
	block.Advance(stop)
	return &noteMarker{key: string(line[2 : 2+end]), start: segment.Start, end: segment.Start + stop}
}

// inlineNote is ^[text]; start and end are those of the text.
type inlineNote struct {
	ast.BaseInline
	key        string
	start, end int
}

// Kind implements ast.Node.
func (*inlineNote) Kind() ast.NodeKind { return kindInlineNote }

// Dump implements ast.Node.
func (n *inlineNote) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type inlineNoteParser struct{}

// Trigger implements parser.InlineParser.
func (*inlineNoteParser) Trigger() []byte { return []byte{'^'} }

// Parse reads ^[text] up to the bracket that closes it, over line breaks too.
func (*inlineNoteParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 4 || line[1] != '[' {
		return nil
	}
	src := block.Source()
	from := segment.Start + 2
	depth := 1
	for i := from; i < len(src) && i < from+maxInlineNote; i++ {
		switch src[i] {
		case '\\':
			i++
		case '\n':
			if i+1 < len(src) && (src[i+1] == '\n' || src[i+1] == '\r') {
				return nil
			}
		case '[':
			depth++
		case ']':
			depth--
		}
		if depth == 0 {
			block.Advance(i + 1 - segment.Start)
			return &inlineNote{key: "\x00inline " + strconv.Itoa(from), start: from, end: i}
		}
	}
	return nil
}
