package html

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"ibid/parser/document"
)

// Tags by what they do; each list is fenced by bars.
const (
	blockTags   = "|p|div|h1|h2|h3|h4|h5|h6|li|td|th|tr|table|tbody|thead|tfoot|caption|blockquote|pre|section|article|aside|nav|header|footer|main|ul|ol|dl|dt|dd|figure|figcaption|form|hr|body|html|center|address|details|summary|fieldset|legend|menu|"
	elementTags = "|div|section|article|aside|main|nav|header|footer|li|ol|ul|td|th|tr|table|blockquote|dd|dl|dt|body|figure|details|"
	voidTags    = "|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|basefont|bgsound|frame|keygen|"
	skipTags    = "|script|style|noscript|template|svg|math|iframe|select|textarea|button|title|object|video|audio|canvas|head|noframes|"
	rawTags     = "|script|style|title|textarea|noscript|iframe|noframes|noembed|xmp|plaintext|"
)

func in(list, name string) bool { return strings.Contains(list, "|"+name+"|") }

// attributes are those of a tag that matter.
type attributes struct {
	id, name, class, role, style, href, rel, typ, start, value, lang string
	content, property, datetime, itemprop                            string
	hidden                                                           bool
}

func readAttributes(z *html.Tokenizer, more bool) attributes {
	var a attributes
	for n := 0; more && n < 256; n++ {
		var key, val []byte
		key, val, more = z.TagAttr()
		switch string(key) {
		case "id":
			a.id = string(val)
		case "name":
			a.name = string(val)
		case "class":
			a.class = string(val)
		case "role", "epub:type":
			a.role += " " + string(val)
		case "style":
			a.style = strings.ReplaceAll(strings.ToLower(string(val)), " ", "")
		case "href":
			a.href = string(val)
		case "rel":
			a.rel = string(val)
		case "type":
			a.typ = string(val)
		case "start":
			a.start = string(val)
		case "value":
			a.value = string(val)
		case "lang", "xml:lang":
			a.lang = string(val)
		case "content":
			a.content = string(val)
		case "property":
			a.property = string(val)
		case "datetime":
			a.datetime = string(val)
		case "itemprop":
			a.itemprop = string(val)
		case "hidden":
			a.hidden = true
		}
	}
	return a
}

// startTag opens an element.
func (b *builder) startTag(z *html.Tokenizer, start, end int) {
	nameBytes, more := z.TagName()
	name := string(nameBytes)
	a := readAttributes(z, more)
	b.meta.tag(name, a)
	if b.raw != "" {
		return
	}
	if in(rawTags, name) && name != "noscript" {
		b.raw = name
		b.meta.startRaw(name, a)
		if name == "iframe" || name == "textarea" {
			b.embed(document.Span{Start: start, End: end})
		}
		return
	}
	switch name {
	case "br":
		if !b.top().skip {
			b.lineBreak(start, end)
		}
		return
	case "img", "video", "audio", "object", "embed":
		b.embed(document.Span{Start: start, End: end})
	}
	if in(blockTags, name) {
		b.leaveHead()
		b.closeImplied(name)
		b.flush()
	}
	b.takeAnchors(name, a)
	if in(voidTags, name) || len(b.stack) >= maxDepth {
		return
	}
	b.push(name, a, start, end)
}

// leaveHead closes a <head> that nobody closed: a block ends it.
func (b *builder) leaveHead() {
	for i := 0; i < len(b.stack) && i < 3; i++ {
		if b.stack[i].name == "head" {
			b.stack = b.stack[:i]
			return
		}
	}
}

// takeAnchors remembers ids for the next block or run.
func (b *builder) takeAnchors(name string, a attributes) {
	if a.id != "" {
		b.anchors = append(b.anchors, a.id)
	}
	if a.name != "" && a.name != a.id && name == "a" {
		b.anchors = append(b.anchors, a.name)
	}
}

// embed notes that the block holds a picture or the like.
func (b *builder) embed(at document.Span) {
	if b.top().skip {
		return
	}
	b.ensureBlock(at)
	b.block.Embedded = true
}

// lineBreak ends a line; the second in a row ends the block.
func (b *builder) lineBreak(start, end int) {
	if b.block == nil {
		return
	}
	if n := len(b.text); n > 0 {
		s := b.text[n-1].b.Text().String
		if t := strings.TrimRight(s, " \t\u00a0"); strings.HasSuffix(t, "\n") && b.text[n-1].run.Anchors == nil && isBreak(s) {
			b.flush()
			return
		}
	}
	b.text = append(b.text, runText{run: document.Run{Anchors: b.anchors}, b: &document.Builder{}, br: true})
	b.anchors = nil
	b.text[len(b.text)-1].b.Append(document.Unit("\n", document.Span{Start: start, End: end}))
}

func isBreak(s string) bool { return strings.TrimSpace(s) == "" }

// push puts an element on the stack with what it inherits.
func (b *builder) push(name string, a attributes, start, end int) {
	parent := b.top()
	o := open{name: name, element: parent.element, style: parent.style, href: parent.href, skip: parent.skip, chrome: parent.chrome, back: parent.back, pre: parent.pre || name == "pre"}
	classes := strings.Fields(a.class)
	if in(elementTags, name) {
		o.element = len(b.doc.Elements)
		b.doc.Elements = append(b.doc.Elements, document.Element{
			Name: name, ID: a.id, Class: classes, Role: strings.Fields(a.role), Parent: parent.element, Span: document.Span{Start: start, End: end},
		})
	}
	o.skip = o.skip || in(skipTags, name) && name != "head" || name == "head" || a.hidden || strings.Contains(a.style, "display:none") || hasClass(classes, "mw-editsection", "mw-empty-elt", "noprint-hidden")
	o.chrome = o.chrome || isChrome(name, a, classes, b.insideArticle())
	o.style |= styleOf(name, a, classes)
	o.back = o.back || strings.Contains(a.role, "doc-backlink") || strings.Contains(a.role, "backlink") || hasClass(classes, "mw-cite-backlink", "footnote-back", "footnote-backref", "reversefootnote", "footnote-return", "backlink", "fn-backref", "easy-footnote-to-top")
	switch name {
	case "a":
		o.href = document.Text{}
		if a.href != "" {
			o.href = b.hrefText(a.href, start, end)
		}
	case "ol":
		o.ordered, o.kind, o.next = true, a.typ, 1
		if n, err := strconv.Atoi(strings.TrimSpace(a.start)); err == nil {
			o.next = n
		}
	case "ul", "menu":
		o.ordered = false
	case "li":
		b.itemLabel(a.value)
	}
	b.stack = append(b.stack, o)
}

// itemLabel numbers a list item.
func (b *builder) itemLabel(value string) {
	for i := len(b.stack) - 1; i >= 0; i-- {
		l := &b.stack[i]
		if l.name == "ul" || l.name == "menu" {
			return
		}
		if l.name != "ol" {
			continue
		}
		if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
			l.next = n
		}
		b.label = ordinal(l.next, l.kind)
		l.next++
		return
	}
}

// ordinal writes a list number in the list's type.
func ordinal(n int, kind string) string {
	switch {
	case (kind == "a" || kind == "A") && n >= 1 && n <= 26:
		return string(rune(kind[0]) + rune(n-1))
	case (kind == "i" || kind == "I") && n >= 1 && n < 400:
		s := roman(n)
		if kind == "I" {
			s = strings.ToUpper(s)
		}
		return s
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var s strings.Builder
	for _, d := range []struct {
		v int
		s string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.v {
			s.WriteString(d.s)
			n -= d.v
		}
	}
	return s.String()
}

// closeImplied closes the elements that a block's start ends by itself.
func (b *builder) closeImplied(name string) {
	switch name {
	case "li":
		b.closeUpTo("|li|", "|ul|ol|menu|")
	case "td", "th":
		b.closeUpTo("|td|th|", "|tr|table|")
	case "tr":
		b.closeUpTo("|tr|", "|table|")
	case "dd", "dt":
		b.closeUpTo("|dd|dt|", "|dl|")
	default:
		b.closeUpTo("|p|h1|h2|h3|h4|h5|h6|", "|div|li|td|th|section|article|aside|blockquote|body|table|ul|ol|")
	}
}

// closeUpTo pops the innermost of the named elements, unless a fence stands before it.
func (b *builder) closeUpTo(names, fence string) {
	for i, v := range slices.Backward(b.stack) {
		switch {
		case in(names, v.name):
			b.flush()
			b.stack = b.stack[:i]
			return
		case in(fence, v.name):
			return
		}
	}
}

// endTag closes an element, with all that is still open in it.
func (b *builder) endTag(name string, at int) {
	if b.raw != "" {
		if name == b.raw {
			b.meta.endRaw(name)
			b.raw = ""
		}
		return
	}
	if in(blockTags, name) {
		b.flush()
	}
	inline := !in(blockTags, name)
	for i, o := range slices.Backward(b.stack) {

		if o.name == name {
			for k := i; k < len(b.stack); k++ {
				if e := b.stack[k].element; e >= 0 && in(elementTags, b.stack[k].name) {
					b.doc.Elements[e].Span.End = at
				}
			}
			b.stack = b.stack[:i]
			return
		}
		if inline && in(blockTags, o.name) {
			return
		}
		if in("|td|th|table|", o.name) && !in("|table|tr|tbody|thead|tfoot|body|html|", name) {
			return
		}
	}
}

// insideArticle says whether an <article> or <main> is open.
func (b *builder) insideArticle() bool {
	for i := range b.stack {
		if n := b.stack[i].name; n == "article" || n == "main" {
			return true
		}
	}
	return false
}

// hrefText is an href with its place in the source.
func (b *builder) hrefText(value string, start, end int) document.Text {
	raw := b.src[start:end]
	lower := strings.ToLower(raw)
	for from := 0; ; {
		i := strings.Index(lower[from:], "href")
		if i < 0 || len(lower) != len(raw) {
			return document.Unit(value, document.Span{Start: start, End: end})
		}
		i += from
		from = i + 4
		if i == 0 || !isSpaceByte(raw[i-1]) && raw[i-1] != '"' && raw[i-1] != '\'' && raw[i-1] != '/' {
			continue
		}
		j := i + 4
		for j < len(raw) && isSpaceByte(raw[j]) {
			j++
		}
		if j >= len(raw) || raw[j] != '=' {
			continue
		}
		j++
		for j < len(raw) && isSpaceByte(raw[j]) {
			j++
		}
		stop := -1
		if j < len(raw) && (raw[j] == '"' || raw[j] == '\'') {
			if k := strings.IndexByte(raw[j+1:], raw[j]); k >= 0 {
				stop = j + 1 + k
			}
			j++
		} else if k := strings.IndexAny(raw[j:], " \t\n\r\f>"); k >= 0 {
			stop = j + k
		}
		if stop < j {
			continue
		}
		if t := decode(raw[j:stop], start+j); t.String == value {
			return t
		}
		return document.Unit(value, document.Span{Start: start + j, End: start + stop})
	}
}

func isSpaceByte(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }
