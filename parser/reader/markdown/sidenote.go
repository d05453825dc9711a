package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"ibid/parser/document"
	"ibid/pattern"
)

var (
	// sideTag is the tag of a side-note, as themes for blogs want it written in
	// Markdown: <span class="sidenote">, and the components of MDX: <Footnote>.
	sideTag = pattern.New(`(?i)^<(?:span\s[^>]*class\s*=\s*["'](?:[^"'>]*\s)?(?:sidenote|side-note|footnote)(?:\s[^"'>]*)?["']|(?:footnote|sidenote|side-note|fn)[\s>])`)
	// sideName is what sites call the shortcodes that do the same.
	sideName = pattern.New(`(?i)^(?:footnote|sidenote|side-note|fn|sn)$`)
	// anyTag and anyCode are what they begin with.
	anyTag  = pattern.New(`(?i)<(?:span\s|footnote|sidenote|side-note|fn[\s>])`)
	anyCode = pattern.New(`(?i)\{\{[<%]\s*(?:footnote|sidenote|side-note|fn|sn)\s`)
)

// mayHaveSidenotes says whether a source is worth the look at each of its nodes.
func mayHaveSidenotes(source []byte) bool { return anyTag.Match(source) || anyCode.Match(source) }

// bracket is a node that opens or closes what may be a side-note.
type bracket struct {
	name    string
	closing bool
	side    bool // it opens one
	span    document.Span
}

// bracketOf reads a tag of HTML or a shortcode; false if the node is neither.
func bracketOf(n ast.Node, source []byte) (bracket, bool) {
	switch n := n.(type) {
	case *ast.RawHTML:
		if n.Segments.Len() == 0 {
			return bracket{}, false
		}
		s := string(n.Segments.Value(source))
		t, ok := readTag(s, 0)
		if !ok || strings.HasSuffix(s, "/>") {
			return bracket{}, false
		}
		span := document.Span{Start: n.Segments.At(0).Start, End: n.Segments.At(n.Segments.Len() - 1).Stop}
		return bracket{t.name, t.closing, !t.closing && sideTag.MatchString(s), span}, true
	case *template:
		name, closing := strings.CutPrefix(n.name, "/")
		return bracket{name, closing, !closing && sideName.MatchString(name), n.span}, n.flavor == "hugo"
	}
	return bracket{}, false
}

// sidenotes makes notes of the side-notes in raw HTML and shortcodes, as of ^[text].
func sidenotes(root ast.Node, source []byte) {
	var blocks []ast.Node
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if b, ok := bracketOf(n, source); ok && entering && b.side {
			if p := n.Parent(); p.Type() == ast.TypeBlock && p.Parent() != nil && (len(blocks) == 0 || blocks[len(blocks)-1] != p) {
				blocks = append(blocks, p)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, b := range blocks {
		if _, inside := b.(*inlineNote); !inside {
			sidenotesOf(b, source)
		}
	}
}

// sidenotesOf moves the side-notes of a block behind it.
func sidenotesOf(block ast.Node, source []byte) {
	last, ends := block, closings(block, source)
	for k := block.FirstChild(); k != nil; k = k.NextSibling() {
		b, ok := bracketOf(k, source)
		end := ends[k]
		if !ok || !b.side || end == nil || end == k.NextSibling() {
			continue
		}
		note := &inlineNote{key: "\x00inline " + strconv.Itoa(b.span.Start), start: b.span.Start, end: b.span.End, html: true}
		for next := k.NextSibling(); next != nil && next != end; {
			moved := next
			next = next.NextSibling()
			note.AppendChild(note, moved)
		}
		marker := &noteMarker{key: note.key, start: note.start, end: note.end}
		block.ReplaceChild(block, k, marker)
		block.Parent().InsertAfter(block.Parent(), last, note)
		last = note
		k = marker
	}
}

// closings are the tags and shortcodes of a block that others close, each with the
// one that closes it.
func closings(block ast.Node, source []byte) map[ast.Node]ast.Node {
	ends := map[ast.Node]ast.Node{}
	open := map[string][]ast.Node{}
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		b, ok := bracketOf(n, source)
		if !ok {
			continue
		}
		waiting := open[b.name]
		switch {
		case !b.closing:
			open[b.name] = append(waiting, n)
		case len(waiting) > 0:
			ends[waiting[len(waiting)-1]] = n
			open[b.name] = waiting[:len(waiting)-1]
		}
	}
	return ends
}
