package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"ibid/parser/document"
)

var (
	tagName  = regexp.MustCompile(`^<(/?)([a-zA-Z][a-zA-Z0-9]*)`)
	hrefAttr = regexp.MustCompile(`(?i)\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))`)
	idAttr   = regexp.MustCompile(`(?i)\b(?:id|name)\s*=\s*["']?([^"'\s>]+)`)
)

// styleTags are the tags that set a style.
func styleTag(name string) document.Style {
	switch name {
	case "sup":
		return document.Superscript
	case "sub":
		return document.Subscript
	case "i", "em", "cite":
		return document.Italic
	case "b", "strong":
		return document.Bold
	case "code", "kbd", "tt":
		return document.Monospace
	}
	return 0
}

// raw takes a tag inside a paragraph: it sets or ends a style or a link for
// the nodes that follow.
func (w *walker) raw(k *ast.RawHTML, in *inline) {
	for i := range k.Segments.Len() {
		s := k.Segments.At(i)
		if i == 0 {
			w.tag(w.src[s.Start:s.Stop], s.Start, in)
		}
		w.at = max(w.at, s.Stop)
	}
}

// tag applies one tag that stands at an offset.
func (w *walker) tag(s string, at int, in *inline) {
	m := tagName.FindStringSubmatch(s)
	if m == nil {
		return
	}
	name, closing := strings.ToLower(m[2]), m[1] == "/"
	switch {
	case name == "br":
		w.add(document.Unit("\n", document.Span{Start: at, End: at + len(s)}), *in)
	case name == "img" || name == "video" || name == "iframe":
		w.block.Embedded = true
	case name == "a" && closing:
		in.href = document.Text{}
	case name == "a":
		if h := hrefAttr.FindStringSubmatchIndex(s); h != nil {
			for g := 2; g <= 6; g += 2 {
				if h[g] >= 0 {
					in.href = w.decoded(at+h[g], at+h[g+1])
				}
			}
		}
		if id := idAttr.FindStringSubmatch(s); id != nil && w.block != nil {
			w.block.Anchors = append(w.block.Anchors, id[1])
		}
	case closing:
		in.style &^= styleTag(name)
	default:
		in.style |= styleTag(name)
	}
}

// rawHTML takes a line of an HTML block: its text without tags and comments.
// comment says whether a comment is open before it; so does the result after it.
func (w *walker) rawHTML(s string, start int, comment bool) bool {
	in := inline{}
	for i := 0; i < len(s); {
		switch {
		case comment:
			end := strings.Index(s[i:], "-->")
			if end < 0 {
				return true
			}
			comment = false
			i += end + 3
		case strings.HasPrefix(s[i:], "<!--"):
			comment = true
			i += 4
		case s[i] == '<':
			end := strings.IndexByte(s[i:], '>')
			if end < 0 {
				return false
			}
			w.tag(s[i:i+end+1], start+i, &in)
			i += end + 1
		default:
			end := strings.IndexByte(s[i:], '<')
			if end < 0 {
				end = len(s) - i
			}
			if end == 0 {
				end = 1
			}
			w.add(w.decoded(start+i, start+i+end), in)
			i += end
		}
	}
	return comment
}
