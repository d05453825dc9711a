package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"ibid/parser/document"
)

// inline is the style and link that inline nodes inherit.
type inline struct {
	style document.Style
	href  document.Text
}

// add appends text to the open block.
func (w *walker) add(t document.Text, in inline) {
	if t.Empty() {
		return
	}
	if n := len(w.text); n > 0 && w.anchors == nil {
		r := &w.text[n-1]
		if r.run.NoteRef == "" && !r.whole && r.run.Style == in.style && r.run.Href.String() == in.href.String && r.run.Href.All() == in.href.All() {
			r.text.Append(t)
			return
		}
	}
	w.append(t, document.Run{Style: in.style, Href: document.LinkTo(in.href), Anchors: document.AnchorsOf(w.anchors)})
	w.anchors = nil
}

func (w *walker) append(t document.Text, run document.Run) {
	w.text = append(w.text, runText{run: run})
	w.text[len(w.text)-1].text.Append(t)
}

// inlines walks inline nodes. Raw HTML among them changes in for those that follow.
func (w *walker) inlines(n ast.Node, in *inline) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k := k.(type) {
		case *ast.Text:
			w.plainText(k, *in)
		case *ast.Emphasis:
			style := document.Italic
			if k.Level > 1 {
				style = document.Bold
			}
			w.nested(k, in, inline{style: in.style | style, href: in.href})
		case *ast.CodeSpan:
			w.codeSpan(k, *in)
		case *ast.Link:
			w.nested(k, in, inline{style: in.style, href: w.target(k.Destination)})
		case *ast.AutoLink:
			w.autoLink(k, *in)
		case *ast.Image:
			w.block.Embedded = true
		case *ast.RawHTML:
			w.rawTag(k, in)
		case *noteMarker:
			w.append(document.NewText(w.src[k.start:k.end], k.start, ""),
				document.Run{Style: document.Superscript, Href: document.LinkTo(in.href), NoteRef: k.key, Anchors: document.AnchorsOf(w.anchors)})
			w.anchors = nil
		case *citation:
			w.cite(k, *in)
		case *template:
			if k.flavor != "" {
				w.flavor = k.flavor
			}
			if k.id != "" {
				w.own = append(w.own, k.id)
			}
		default:
			w.nested(k, in, *in)
		}
	}
}

// nested walks the nodes inside one, where x holds instead of in.
func (w *walker) nested(n ast.Node, in *inline, x inline) {
	before := *in
	*in = x
	w.inlines(n, in)
	*in = before
}

// plainText adds a stretch of text and the line break after it.
func (w *walker) plainText(k *ast.Text, in inline) {
	end := k.Segment.Stop
	w.add(w.decoded(k.Segment.Start, end), in)
	if !k.SoftLineBreak() && !k.HardLineBreak() {
		return
	}
	next := end
	for next < len(w.src) && (w.src[next] == ' ' || w.src[next] == '\t' || w.src[next] == '\\') {
		next++
	}
	if next < len(w.src) && w.src[next] == '\r' {
		next++
	}
	if next < len(w.src) && w.src[next] == '\n' {
		next++
	}
	if next > end {
		w.add(document.Unit("\n", document.Span{Start: end, End: next}), in)
	}
}

// codeSpan adds code, in which nothing is decoded.
func (w *walker) codeSpan(n *ast.CodeSpan, in inline) {
	in.style |= document.Monospace
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if t, ok := k.(*ast.Text); ok {
			w.add(document.NewText(w.src[t.Segment.Start:t.Segment.Stop], t.Segment.Start, ""), in)
		}
	}
}

// punctuation is what a backslash escapes (CommonMark 0.31, section 2.4).
const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// maxEntity is the longest name of a character, in bytes.
const maxEntity = 34

// decoded is source text with entities and escapes resolved.
func (w *walker) decoded(start, end int) document.Text {
	s := w.src[start:end]
	if strings.IndexByte(s, '&') < 0 && strings.IndexByte(s, '\\') < 0 {
		return document.NewText(s, start, "")
	}
	var b document.Builder
	from := 0
	for i := 0; i < len(s); i++ {
		n, decoded := 0, ""
		switch {
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte(punctuation, s[i+1]) >= 0:
			n, decoded = 2, s[i+1:i+2]
		case s[i] == '&':
			n, decoded = entity(s[i:min(len(s), i+maxEntity)])
		}
		if n == 0 {
			continue
		}
		b.Append(document.NewText(s[from:i], start+from, ""))
		b.Append(document.Unit(decoded, document.Span{Start: start + i, End: start + i + n}))
		i += n - 1
		from = i + 1
	}
	b.Append(document.NewText(s[from:], start+from, ""))
	return b.Text()
}

// entity reads "&name;" at the start of s; n is its length, or 0.
func entity(s string) (n int, decoded string) {
	end := strings.IndexByte(s, ';')
	if end <= 1 {
		return 0, ""
	}
	if decoded = html.UnescapeString(s[:end+1]); decoded == s[:end+1] {
		return 0, ""
	}
	return end + 1, decoded
}

// target is a link's destination where it stands in the source, in the link
// itself or in the definition that it refers to.
func (w *walker) target(destination []byte) document.Text {
	start := w.offset(destination)
	if start < 0 {
		return document.Unit(string(destination), document.Span{})
	}
	return w.decoded(start, start+len(destination))
}

// offset is where a slice of the source begins in it, or -1. goldmark keeps no
// positions of destinations, but its slices share the source's memory, and
// two slices of one array end with the same capacity.
func (w *walker) offset(part []byte) int {
	at := cap(w.source) - cap(part)
	if len(part) == 0 || at < 0 || at+len(part) > len(w.source) || &w.source[at] != &part[0] {
		return -1
	}
	return at
}

// autoLink is <http://…>; the text is the target.
func (w *walker) autoLink(k *ast.AutoLink, in inline) {
	label := k.Label(w.source)
	start := w.offset(label)
	if start < 0 {
		return
	}
	end := start + len(label)
	if k.AutoLinkType == ast.AutoLinkURL {
		in.href = document.NewText(w.src[start:end], start, "")
	} else {
		in.href = document.Unit("mailto:"+w.src[start:end], document.Span{Start: start, End: end})
	}
	w.add(document.NewText(w.src[start:end], start, ""), in)
}
