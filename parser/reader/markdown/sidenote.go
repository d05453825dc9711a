package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"

	"ibid/pattern"
)

// sideTag is the tag of a side-note, as themes for blogs want it written in
// Markdown: <span class="sidenote">.
var sideTag = pattern.New(`(?i)^<span\s[^>]*class\s*=\s*["'](?:[^"'>]*\s)?(?:sidenote|side-note|footnote)(?:\s[^"'>]*)?["']`)

// spanTag is what each of them begins with.
var spanTag = pattern.New(`(?i)<span\s`)

// sidenotes makes notes of the side-notes in raw HTML, as of ^[text].
func sidenotes(root ast.Node, source []byte) {
	var blocks []ast.Node
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if raw, ok := n.(*ast.RawHTML); ok && entering && sideTag.Match(raw.Segments.Value(source)) {
			if p := raw.Parent(); p.Type() == ast.TypeBlock && p.Parent() != nil && (len(blocks) == 0 || blocks[len(blocks)-1] != p) {
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
	last, ends := block, spans(block, source)
	for k := block.FirstChild(); k != nil; k = k.NextSibling() {
		raw, ok := k.(*ast.RawHTML)
		end := ends[k]
		if !ok || end == nil || end == k.NextSibling() || !sideTag.Match(raw.Segments.Value(source)) {
			continue
		}
		first := raw.Segments.At(0)
		note := &inlineNote{key: "\x00inline " + strconv.Itoa(first.Start), start: first.Start, end: raw.Segments.At(raw.Segments.Len() - 1).Stop, html: true}
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

// spans are the <span> tags of a block, each with the tag that closes it.
func spans(block ast.Node, source []byte) map[ast.Node]ast.Node {
	ends := map[ast.Node]ast.Node{}
	var open []ast.Node
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			continue
		}
		t, ok := readTag(string(raw.Segments.Value(source)), 0)
		switch {
		case !ok || t.name != "span":
		case !t.closing:
			open = append(open, n)
		case len(open) > 0:
			ends[open[len(open)-1]] = n
			open = open[:len(open)-1]
		}
	}
	return ends
}
