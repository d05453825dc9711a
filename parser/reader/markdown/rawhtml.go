package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"ibid/parser/document"
	"ibid/pattern"
)

var (
	tagName   = pattern.New(`^<(/?)([a-zA-Z][a-zA-Z0-9]*)`)
	hrefAttr  = pattern.New(`(?i)\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))`)
	idAttr    = pattern.New(`(?i)\s(?:id|name)\s*=\s*["']?([^"'\s>]+)`)
	startAttr = pattern.New(`(?i)\sstart\s*=\s*["']?(\d{1,6})`)
)

// tag is one tag of raw HTML.
type tag struct {
	name    string // in lower case
	closing bool
	source  string
	at      int // where source stands
}

func readTag(s string, at int) (tag, bool) {
	m := tagName.FindStringSubmatch(s)
	if m == nil {
		return tag{}, false
	}
	return tag{name: strings.ToLower(m[2]), closing: m[1] == "/", source: s, at: at}, true
}

// style is the style that a tag sets.
func (t tag) style() document.Style {
	switch t.name {
	case "sup":
		return document.Superscript
	case "sub":
		return document.Subscript
	case "i", "em", "cite":
		return document.Italic
	case "b", "strong":
		return document.Bold
	case "code", "kbd", "tt", "samp":
		return document.Monospace
	}
	return 0
}

// id is the id that a tag gives its element, or "".
func (t tag) id() string {
	if m := idAttr.FindStringSubmatch(t.source); m != nil {
		return m[1]
	}
	return ""
}

// rawTag takes a tag inside a paragraph: it sets or ends a style or a link for
// the nodes that follow.
func (w *walker) rawTag(k *ast.RawHTML, in *inline) {
	if k.Segments.Len() == 0 {
		return
	}
	start, end := k.Segments.At(0).Start, k.Segments.At(k.Segments.Len()-1).Stop
	if t, ok := readTag(w.src[start:end], start); ok {
		w.tag(t, in)
	}
}

// tag applies a tag that stands inside a line.
func (w *walker) tag(t tag, in *inline) {
	switch {
	case t.name == "br":
		w.add(document.Unit("\n", document.Span{Start: t.at, End: t.at + len(t.source)}), *in)
	case t.name == "img" || t.name == "video" || t.name == "iframe" || t.name == "audio":
		w.block.Embedded = true
	case t.name == "a" && t.closing:
		in.href = document.Text{}
	case t.closing:
		in.style &^= t.style()
	default:
		if id := t.id(); id != "" {
			w.anchors = append(w.anchors, id)
		}
		if t.name != "a" {
			in.style |= t.style()
			return
		}
		if m := hrefAttr.FindStringSubmatchIndex(t.source); m != nil {
			for g := 2; g <= 6; g += 2 {
				if m[g] >= 0 {
					in.href = w.attribute(t.at+m[g], t.at+m[g+1])
				}
			}
		}
	}
}

// attribute is an attribute's value with its entities resolved. Unlike
// Markdown, HTML has no escapes by backslash.
func (w *walker) attribute(start, end int) document.Text {
	var b document.Builder
	for start < end {
		i := strings.IndexByte(w.src[start:end], '\\')
		if i < 0 {
			break
		}
		b.Append(w.decoded(start, start+i))
		b.Append(document.NewText(`\`, start+i, ""))
		start += i + 1
	}
	b.Append(w.decoded(start, end))
	return b.Text()
}

// markup is the state of raw HTML blocks, which goes on from line to line.
type markup struct {
	in      inline
	kind    document.BlockKind
	level   int
	label   string
	counts  []int  // of the open <ol>, the number of the next item; -1 for <ul>
	comment bool   // inside <!-- -->
	raw     string // inside <script> or <style>: what ends it
	tag     int    // where an open tag began, or -1
	c       inherited
}

// html makes blocks of raw HTML: its text without tags and comments, a block
// for each element that is one on a page.
func (w *walker) html(n *ast.HTMLBlock, c inherited) {
	m := &markup{kind: c.kind, level: c.level, label: c.label, tag: -1, c: c}
	w.markup = m
	w.openHTML()
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		w.htmlText(s.Start, s.Stop)
	}
	if n.HasClosure() {
		w.htmlText(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
	w.close()
	w.markup = nil
}

// openHTML begins a block with what the tags before it say.
func (w *walker) openHTML() {
	c := w.markup.c
	if c.note == "" {
		c.kind, c.level, c.label = w.markup.kind, w.markup.level, w.markup.label
	}
	w.open(c)
	w.own, w.anchors = w.anchors, nil // of containers that open with it
}

// htmlText takes a line of raw HTML.
func (w *walker) htmlText(start, end int) {
	m := w.markup
	for i := start; i < end; {
		s := w.src[i:end]
		switch {
		case m.comment:
			i = skipTo(s, "-->", i, end, &m.comment)
		case m.tag >= 0:
			n := strings.IndexByte(s, '>')
			if n < 0 {
				return
			}
			i += n + 1
			if t, ok := readTag(w.src[m.tag:i], m.tag); ok {
				w.htmlTag(t)
			}
			m.tag = -1
		case m.raw != "":
			n := indexFold(s, m.raw)
			if n < 0 {
				return
			}
			m.raw, m.tag = "", i+n
			i += n + 1
		case strings.HasPrefix(s, "<!--"):
			m.comment = true
			i += 4
		case s[0] == '<' && len(s) > 1 && (s[1] == '/' || s[1] == '!' || s[1] == '?' || letter(s[1])):
			m.tag = i
			i++
		default:
			n := strings.IndexByte(s[1:], '<') + 1
			if n == 0 {
				n = len(s)
			}
			w.add(w.attribute(i, i+n), m.in)
			i += n
		}
	}
}

// skipTo is the offset behind the end of a comment; open says whether it goes
// on behind the line.
func skipTo(s, stop string, at, end int, open *bool) int {
	n := strings.Index(s, stop)
	if n < 0 {
		return end
	}
	*open = false
	return at + n + len(stop)
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// indexFold finds an ASCII string in lower case in s, whatever the case of s.
func indexFold(s, lower string) int {
	for i := 0; i+len(lower) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(lower)], lower) {
			return i
		}
	}
	return -1
}

// htmlTag applies a tag of a block of raw HTML.
func (w *walker) htmlTag(t tag) {
	m := w.markup
	if !t.closing && (t.name == "script" || t.name == "style") {
		m.raw = "</" + t.name
		return
	}
	if !m.opens(t) {
		w.tag(t, &m.in)
		return
	}
	before := len(w.doc.Blocks)
	w.close()
	if item := t.name == "li" && !t.closing; len(w.doc.Blocks) > before && !item {
		m.label = "" // it was the closed block's
	}
	w.openHTML()
	if id := t.id(); id != "" && !t.closing {
		w.own = append(w.own, id)
	}
}

// opens says whether a tag begins a block of its own, and of which kind.
func (m *markup) opens(t tag) bool {
	kind, level := m.c.kind, m.c.level
	switch t.name {
	case "ol", "ul":
		m.list(t)
	case "li":
		if !t.closing {
			kind, level = document.ListItem, max(1, len(m.counts))
			m.item()
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if !t.closing {
			kind, level = document.Heading, int(t.name[1]-'0')
		}
	case "td", "th":
		if !t.closing {
			kind = document.TableCell
		}
	case "blockquote":
		if !t.closing {
			kind = document.Quote
		}
	case "pre":
		if !t.closing {
			kind = document.Code
		}
	case "p", "div":
		if !t.closing && m.kind != m.c.kind {
			return true // a paragraph of what it stands in
		}
	case "table", "tr", "dl", "dt", "dd", "hr", "section", "article", "aside", "header", "footer", "nav", "figure", "figcaption",
		"center", "details", "summary", "main", "body", "html", "form", "address":
	default:
		return false
	}
	m.kind, m.level = kind, level
	return true
}

// list follows the lists that are open.
func (m *markup) list(t tag) {
	switch {
	case t.closing:
		if n := len(m.counts); n > 0 {
			m.counts = m.counts[:n-1]
		}
	case len(m.counts) >= maxDepth:
	case t.name == "ul":
		m.counts = append(m.counts, -1)
	default:
		first := 1
		if g := startAttr.FindStringSubmatch(t.source); g != nil {
			first, _ = strconv.Atoi(g[1]) // at most six digits
		}
		m.counts = append(m.counts, first)
	}
}

// item counts an item of the innermost list.
func (m *markup) item() {
	if n := len(m.counts); n > 0 && m.counts[n-1] >= 0 {
		m.label = strconv.Itoa(m.counts[n-1])
		m.counts[n-1]++
	}
}
