package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"ibid/parser/document"
)

// startTag opens an element.
func (b *builder) startTag(z *html.Tokenizer, start, end int, closed bool) {
	name := tagName(b.src[start:end])
	a := readAttributes(z)
	b.raw = ""
	if b.top().name == "head" && !inHead(name) {
		b.popTo(len(b.stack)-1, start)
	}
	b.meta.tag(name, a, b.top())
	closed = closed && (b.xml || b.top().foreign || name == "svg" || name == "math")
	if isEmbedded(name) {
		b.embed(b.span(start, end))
	}
	switch {
	case isRaw(name):
		b.startRaw(z, name, a, closed)
	case name == "br":
		b.takeAnchors(name, a)
		b.lineBreak(start, end)
	case (name == "html" || name == "body") && b.counts[name] > 0:
	default:
		b.openTag(name, a, start, end, closed)
	}
}

// startRaw begins text that is none of the page's.
func (b *builder) startRaw(z *html.Tokenizer, name string, a attributes, closed bool) {
	if closed {
		z.NextIsNotRawText() // <title/> in XHTML
		return
	}
	b.raw = name
	b.meta.startRaw(name, a, b.top())
}

// openTag opens an element that may hold text.
func (b *builder) openTag(name string, a attributes, start, end int, closed bool) {
	if isBlock(name) && !b.top().skip {
		b.closeImplied(name, start)
		b.flush()
		if parent := b.top().kind; b.started < 0 || parent == document.Paragraph {
			b.started = start
		}
	}
	if name == "a" {
		b.closeLink(start)
	}
	b.takeAnchors(name, a)
	if isVoid(name) || closed {
		return
	}
	if len(b.stack) >= maxDepth {
		b.beyond++
		return
	}
	b.push(name, a, start, end)
}

// opensRemark says whether a link is one of a comment in a word processor that the
// export keeps as it keeps footnotes: its mark in the text, or the number before
// the comment, whose paragraph is left out.
func (b *builder) opensRemark(name string, a attributes) bool {
	switch {
	case name != "a" || !strings.HasPrefix(a.href, "#cmnt"):
		return false
	case strings.HasPrefix(a.href, "#cmnt_ref"):
		b.top().skip = true
	}
	return true
}

// inHead says whether a tag may stand in <head>; any other ends it.
func inHead(name string) bool {
	switch name {
	case "base", "basefont", "bgsound", "link", "meta", "title", "noscript", "noframes", "style", "script", "template", "head":
		return true
	}
	return false
}

// takeAnchors remembers ids for the next block or run.
func (b *builder) takeAnchors(name string, a attributes) {
	if b.top().skip {
		return
	}
	if a.id != "" {
		b.anchors = append(b.anchors, a.id)
	}
	if a.name != "" && a.name != a.id && name == "a" {
		b.anchors = append(b.anchors, a.name)
	}
}

// embed notes that the block holds a picture or the like.
func (b *builder) embed(at document.Span) {
	if top := b.top(); top.skip || top.style.Has(document.Hidden) {
		return
	}
	b.ensureBlock(at)
	b.block.Embedded = true
	b.block.Span = b.block.Span.Cover(at)
}

// push puts an element on the stack with what it inherits.
func (b *builder) push(name string, a attributes, start, end int) {
	o := *b.top()
	o.name, o.start, o.own, o.list, o.block, o.beside, o.tip = name, start, isContainer(name) && !o.skip, list{}, isBlock(name), nil, nil
	parent, classes := o.element, strings.Fields(a.class)
	h := hintOf(name, a, classes, o.article)
	if o.own {
		o.element = len(b.doc.Elements)
		b.doc.Elements = append(b.doc.Elements, document.Element{
			Name: name, ID: a.id, Class: classes, Role: strings.Fields(a.role), Parent: parent, Span: b.span(start, end),
		})
		b.hints = append(b.hints, h)
	} else if h == weak {
		o.minor = true
	}
	o.article = o.article || name == "article" || name == "main"
	o.foreign = o.foreign || name == "svg" || name == "math"
	o.inNotes = o.inNotes || h == notes && o.own
	if b.opensRemark(name, a) {
		o.skip = true
	}
	o.skip = o.skip || isSkipped(name) && (name != "button" || a.leads == "" && !b.pops(a)) || hasClass(classes, "mw-editsection", "headerlink", "header-anchor", "hash-link", "heading-anchor", "anchorjs-link", "heading-link", "permalink-anchor")
	besides := b.opensBeside(name, a, classes)
	if name != "cite" || !besides && !b.wholeNote(end) {
		o.style |= styleOf(name, a, classes)
	}
	o.back = o.back || isBacklink(a, classes)
	if rank := bylineRank(name, a, classes); rank > 0 && h != remarks && o.byline >= 0 {
		o.byline = rank
		b.meta.startByline(rank)
	}
	if h == remarks {
		o.byline = -1
	}
	o.kindOf(name)
	o.declares(a)
	switch name {
	case "a":
		o.href, o.noteRef = document.Text{}, ""
		if a.href != "" {
			o.href = b.hrefText(a.href, start, end)
			o.noteRef = noteRef(a)
		}
		o.leads(a, b.span(start, end))
	case "button", "sup", "span":
		o.leads(a, b.span(start, end))
	case "ol":
		o.list = newList(a)
	case "li":
		if !o.skip {
			b.itemLabel(a.value, o.element)
		}
	}
	if o.tip = b.tipOf(name, a, start, end); o.tip != nil || name == "label" || marksNote(a.class) || b.startsBeside() {
		b.apart = true
	}
	if besides {
		b.beginBeside(&o, a.id, b.span(start, end))
	}
	b.counts[name]++
	b.stack = append(b.stack, o)
}

// kindOf sets what blocks inside an element are.
func (o *open) kindOf(name string) {
	switch name {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		o.kind, o.level = document.Heading, int(name[1]-'0')
	case "li", "dd", "dt":
		o.kind = document.ListItem
	case "ul", "ol", "menu", "dir", "dl":
		o.depth++
	case "td", "th":
		o.kind = document.TableCell
	case "blockquote":
		o.kind = document.Quote
	case "pre", "listing":
		o.kind = document.Code
	}
}

// closeImplied closes the elements that a block's start ends by itself.
func (b *builder) closeImplied(name string, at int) {
	switch name {
	case "li":
		b.closeUpTo(at, "li", "", "ul", "ol", "menu", "dir")
	case "td", "th":
		b.closeUpTo(at, "td", "th", "tr", "table")
	case "tr":
		b.closeUpTo(at, "tr", "", "table")
	case "tbody", "thead", "tfoot":
		b.closeUpTo(at, "tr", "", "table")
	case "dd", "dt":
		b.closeUpTo(at, "dd", "dt", "dl")
	case "option":
	default:
		b.closeUpTo(at, "p", "", "div", "li", "td", "th", "section", "article", "aside", "blockquote", "body", "table", "ul", "ol", "dd", "dt", "center")
	}
	// A heading ends with the next, and with a paragraph after its text: nobody
	// forgets </h2> to have all that follows printed as a heading.
	if n := len(b.stack); n > 0 && isHeading(b.stack[n-1].name) && (isHeading(name) || name == "p" && b.block != nil) {
		b.flush()
		b.popTo(n-1, at)
	}
}

// closeUpTo pops the innermost element of two names, unless a fence stands before it.
func (b *builder) closeUpTo(at int, name, other string, fences ...string) {
	if b.counts[name]+b.counts[other] == 0 {
		return
	}
	for i, o := range slices.Backward(b.stack) {
		switch {
		case o.beside != nil:
			return
		case o.name == name || o.name == other:
			b.flush()
			b.popTo(i, at)
			return
		case o.block && slices.Contains(fences, o.name):
			return
		}
	}
}

// popTo closes all elements from index i of the stack.
func (b *builder) popTo(i, at int) {
	if b.startsBeside() {
		b.apart = true
	}
	for k := len(b.stack) - 1; k >= i; k-- {
		o := &b.stack[k]
		b.counts[o.name]--
		if o.tip != nil {
			b.endTip(o.tip)
		}
		if o.beside != nil {
			b.endBeside(o.beside)
		}
		if o.own {
			b.doc.Elements[o.element].Span.End = at
		}
		if o.list.reversed {
			b.countDown(&o.list)
		}
		if o.name == "li" || o.name == "ol" {
			b.label = ""
		}
		b.beyond = 0
	}
	b.stack = b.stack[:i]
}

// endTag closes an element, with all that is still open in it.
func (b *builder) endTag(name string, start, at int) {
	if b.raw != "" {
		if name == b.raw {
			b.meta.endRaw(name)
			b.raw = ""
		}
		return
	}
	if isHeading(name) && b.counts[name] == 0 {
		name = b.openHeading(name) // any of their end tags closes any (HTML, 13.2.6.4.7)
	}
	block := isBlock(name)
	switch {
	case name == "br":
		b.lineBreak(start, at)
		return
	case name == "html" || name == "body":
		b.flush() // what comes after it still is the body's
		return
	case b.beyond > 0 && !isVoid(name):
		b.beyond--
		if block {
			b.flush()
		}
		return
	}
	shown := !b.top().skip
	if block && shown {
		b.closeBeside(name, at)
		b.endBlock(name, at)
	}
	if b.counts[name] == 0 {
		return
	}
	b.closeElement(name, block || isSkipped(name), at)
	if block && !shown && !b.top().skip {
		b.flush() // it ended something that was never closed, a <button>
	}
}

// openHeading is the innermost heading that is open, else the name given.
func (b *builder) openHeading(name string) string {
	for _, o := range slices.Backward(b.stack) {
		if isHeading(o.name) {
			return o.name
		}
	}
	return name
}

// endBlock ends the block of text at a block's end tag.
func (b *builder) endBlock(name string, at int) {
	if b.block != nil && b.counts[name] > 0 {
		if top := b.top(); top.name == name && top.start >= b.block.Span.Start {
			b.block.Span.End = at
		}
	}
	b.flush()
	b.started = -1
}

// closeElement finds the element that an end tag closes.
func (b *builder) closeElement(name string, block bool, at int) {
	crossed := false
	for i, o := range slices.Backward(b.stack) {
		if o.name == name {
			if crossed {
				b.neutralise(i)
			} else {
				b.popTo(i, at)
			}
			return
		}
		switch {
		case !block && o.block:
			crossed = true
		case name == "li" && (o.name == "ul" || o.name == "ol"), name == "p" && isSkipped(o.name), o.name == "noscript", o.name == "template":
			return
		}
		if (o.name == "td" || o.name == "th" || o.name == "table") && !closesTable(name) {
			return
		}
	}
}

func closesTable(name string) bool {
	return name == "table" || name == "tr" || name == "tbody" || name == "thead" || name == "tfoot"
}

// neutralise takes back what an inline element gave to its contents, at an end
// tag inside a block that is still open: <b><p>one</b> two</p>.
func (b *builder) neutralise(i int) {
	parent := open{element: -1}
	if i > 0 {
		parent = b.stack[i-1]
	}
	gone := b.stack[i]
	b.counts[gone.name]--
	for k := i; k < len(b.stack); k++ {
		o := &b.stack[k]
		o.style &^= gone.style &^ parent.style
		if gone.name == "a" && sameLink(o.href, gone.href) {
			o.href, o.noteRef = parent.href, parent.noteRef
		}
		if o.back && !parent.back && gone.back {
			o.back = false
		}
	}
	b.stack[i].name = ""
	b.counts[""]++
}

// closeLink ends a link that is still open in the same block: links do not nest.
func (b *builder) closeLink(at int) {
	if b.counts["a"] == 0 {
		return
	}
	for i, o := range slices.Backward(b.stack) {
		if o.block {
			return
		}
		if o.name == "a" {
			if !o.href.Empty() {
				b.popTo(i, at)
			}
			return
		}
	}
}
