package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"ibid/parser/document"
	"ibid/pattern"
)

// maxTemplate is the longest tag of a template, in bytes, maxLiquid that of one
// which holds a note.
const maxTemplate, maxLiquid = 500, 4000

var kindTemplate = ast.NewNodeKind("Template") //nolint:gochecknoglobals // goldmark numbers the kinds of node as they are made

// template is what a site's builder takes out of the text: kramdown's
// attributes {:target="_blank"}, tags {% … %} of Liquid, shortcodes
// {{< … >}} of Hugo, the id of a heading {#name}, and Obsidian's comments %%…%%.
type template struct {
	ast.BaseInline

	flavor string
	id     string
	name   string // of a shortcode; "/name" of the one that closes it
	span   document.Span
}

// Kind implements ast.Node.
func (*template) Kind() ast.NodeKind { return kindTemplate }

// Dump implements ast.Node.
func (n *template) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// liquidNote is a note as Tufte's themes for Jekyll have it: the tag's last argument.
var liquidNote = pattern.New(`^\{%-?\s*(?:sidenote|footnote)\s+(?:(?:'[^']*'|"[^"]*")\s+)?(?:'(.+?)'|"(.+?)")\s*-?%\}`)

type templateParser struct{}

// Trigger implements parser.InlineParser.
func (*templateParser) Trigger() []byte { return []byte{'{', '%'} }

// Parse reads one tag, which ends on the line that it starts on.
func (*templateParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if m := liquidNote.FindSubmatchIndex(line[:min(len(line), maxLiquid)]); m != nil && parent.Type() == ast.TypeBlock && parent.Parent() != nil {
		from, to := max(m[2], m[4]), max(m[3], m[5])
		note := &inlineNote{key: "\x00inline " + strconv.Itoa(segment.Start), start: segment.Start, end: segment.Start + m[1], html: true}
		note.Lines().Append(text.NewSegment(segment.Start+from, segment.Start+to))
		block.Advance(m[1])
		return placed(note, parent, block, pc)
	}
	line = line[:min(len(line), maxTemplate)]
	for _, form := range []struct{ open, end, flavor string }{
		{"{:", "}", "kramdown"},
		{"{%", "%}", ""},
		{"{{<", ">}}", "hugo"},
		{"{{%", "%}}", "hugo"},
		{"{#", "}", ""},
		{"%%", "%%", "obsidian"}, // a comment
	} {
		if !bytes.HasPrefix(line, []byte(form.open)) {
			continue
		}
		end := bytes.Index(line[len(form.open):], []byte(form.end))
		if end <= 0 {
			return nil
		}
		node := &template{flavor: form.flavor, span: document.Span{Start: segment.Start, End: segment.Start + len(form.open) + end + len(form.end)}}
		if words := bytes.Fields(line[len(form.open) : len(form.open)+end]); len(words) > 0 {
			node.name = string(words[0])
		}
		if form.open == "{#" {
			if parent.Kind() != ast.KindHeading {
				return nil
			}
			id, _, _ := bytes.Cut(line[2:2+end], []byte(" "))
			node.id = string(id)
		}
		block.Advance(len(form.open) + end + len(form.end))
		return node
	}
	return nil
}
