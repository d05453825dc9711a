package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// stretchSize is how much of a long article is parsed at once, in bytes: the
// nodes of all of it take more memory than its Document.
const stretchSize = 32 << 10

// stretches parses a source from an offset on, stretch by stretch, and gives the
// tree of each to a function, with where it ends.
func stretches(p parser.Parser, source []byte, from, stretch int, pc parser.Context, take func(root ast.Node, end int) error) error {
	for start, size := from, stretch; start < len(source); {
		end := stretchEnd(source, start+size)
		root := p.Parse(readerAt(source[:end], start), parser.WithContext(pc))
		if end < len(source) && mayGoOn(root.LastChild()) {
			size *= 2
			continue
		}
		if err := take(root, end); err != nil {
			return err
		}
		start, size = end, stretch
	}
	return nil
}

// readerAt reads a source from an offset on.
func readerAt(source []byte, start int) text.Reader {
	r := text.NewReader(source)
	if start > 0 {
		r.SetPosition(-1, text.NewSegment(start, start))
		r.AdvanceLine()
	}
	return r
}

// stretchEnd is the first place from an offset on where a blank line ends every
// block that can be ended by one: what follows is a paragraph, a heading or a
// note at the very start of its line.
func stretchEnd(source []byte, from int) int {
	if from >= len(source) {
		return len(source)
	}
	blank := false
	for at := lineEnd(source, from); at < len(source); {
		end := lineEnd(source, at)
		line := source[at:end]
		if blank && (letter(line[0]) || line[0] == '#' || bytes.HasPrefix(line, []byte("[^"))) {
			return at
		}
		blank = len(bytes.TrimSpace(line)) == 0
		at = end
	}
	return len(source)
}

// mayGoOn says whether a blank line may stand inside a block whose lines begin
// where they please.
func mayGoOn(n ast.Node) bool {
	if n == nil {
		return false
	}
	return n.Kind() == ast.KindFencedCodeBlock || n.Kind() == ast.KindHTMLBlock
}

// defines says whether a source may have what any stretch uses and another
// defines: the targets of links, and labels of notes that could be text as well.
func defines(source []byte) bool {
	for at := 0; ; {
		i := bytes.Index(source[at:], []byte("]:"))
		if i < 0 {
			return false
		}
		open := bytes.LastIndexByte(source[at:at+i], '[')
		if open < 0 {
			return true
		}
		label := source[at+open+1 : at+i]
		if len(label) == 0 || label[0] != '^' || bytes.ContainsAny(label, " \t\n") {
			return true
		}
		at += i + 2
	}
}
