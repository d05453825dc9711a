package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxTemplate is the longest tag of a template, in bytes.
const maxTemplate = 500

var kindTemplate = ast.NewNodeKind("Template") //nolint:gochecknoglobals // goldmark numbers the kinds of node as they are made

// template is what a site's builder takes out of the text: kramdown's
// attributes {:target="_blank"}, tags {% … %} of Liquid, shortcodes
// {{< … >}} of Hugo, the id of a heading {#name}, and Obsidian's comments %%…%%.
type template struct {
	ast.BaseInline

	flavor string
	id     string
}

// Kind implements ast.Node.
func (*template) Kind() ast.NodeKind { return kindTemplate }

// Dump implements ast.Node.
func (n *template) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type templateParser struct{}

// Trigger implements parser.InlineParser.
func (*templateParser) Trigger() []byte { return []byte{'{', '%'} }

// Parse reads one tag, which ends on the line that it starts on.
func (*templateParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
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
		node := &template{flavor: form.flavor}
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
