package html

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
)

// maxDepth bounds how deep elements are followed; deeper ones are flat.
const maxDepth = 400

// Read makes a Document of a web page.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	src, enc, _, err := charset.Decode(data, hint, true)
	if err != nil {
		return nil, err
	}
	b := &builder{src: src, doc: &document.Document{Source: document.NewSource(src, enc), Format: "html"}}
	b.meta.url = hint.URL
	if err := b.walk(ctx); err != nil {
		return nil, err
	}
	b.flush()
	rescueNotes(b.doc)
	b.doc.Meta = b.meta.result(b.doc)
	b.doc.Flavor = flavor(b.meta.generator, src)
	return b.doc, nil
}

// open is an element that is not closed yet.
type open struct {
	name    string
	element int // in doc.Elements, or that of its parent
	style   document.Style
	href    document.Text
	skip    bool // its text is not shown
	chrome  bool
	back    bool
	pre     bool
	// list state
	ordered bool
	kind    string // of an ordered list: "1", "a", "i"
	next    int
}

// builder puts the Document together.
type builder struct {
	src   string
	doc   *document.Document
	meta  metadata
	stack []open
	block *document.Block
	text  []runText
	// anchors wait for the next block or run.
	anchors []string
	label   string // of the list item that just opened
	raw     string // the element whose raw text is read: script, style, title
}

// runText is a run whose text is still being put together.
type runText struct {
	run document.Run
	b   *document.Builder
	br  bool // a line break, which stays a run of its own
}

func (b *builder) top() open {
	if n := len(b.stack); n > 0 {
		return b.stack[n-1]
	}
	return open{element: -1}
}

// walk reads all tokens.
func (b *builder) walk(ctx context.Context) error {
	z := html.NewTokenizer(strings.NewReader(b.src))
	at := 0
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		kind := z.Next()
		raw := z.Raw()
		start := at
		at += len(raw)
		switch kind {
		case html.ErrorToken:
			return nil // the end: a reader of a string fails in no other way
		case html.TextToken:
			b.addText(start, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			b.startTag(z, start, at)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.endTag(string(name), at)
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// addText takes a stretch of text.
func (b *builder) addText(start, end int) {
	s := b.src[start:end]
	if b.raw != "" {
		b.meta.rawText(b.raw, s)
		return
	}
	if b.top().skip {
		return
	}
	if b.block == nil && strings.TrimSpace(s) == "" {
		return
	}
	b.append(decode(s, start))
}

// decode resolves the entities of text that starts at an offset.
func decode(s string, start int) document.Text {
	if !strings.ContainsAny(s, "&\r\x00") {
		return document.NewText(s, start, "")
	}
	var out document.Builder
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '&' {
			continue
		}
		end := entityEnd(s, i)
		if end == 0 {
			continue
		}
		decoded := html.UnescapeString(s[i:end])
		if decoded == s[i:end] {
			continue
		}
		out.Append(document.NewText(s[from:i], start+from, ""))
		out.Append(document.Unit(decoded, document.Span{Start: start + i, End: start + end}))
		from = end
		i = end - 1
	}
	out.Append(document.NewText(s[from:], start+from, ""))
	return out.Text()
}

// entityEnd is where the entity at i ends, or 0.
func entityEnd(s string, i int) int {
	j := i + 1
	for j < len(s) && j-i < 34 && (s[j] == '#' && j == i+1 || s[j] >= '0' && s[j] <= '9' || s[j] >= 'a' && s[j] <= 'z' || s[j] >= 'A' && s[j] <= 'Z') {
		j++
	}
	if j == i+1 {
		return 0
	}
	if j < len(s) && s[j] == ';' {
		j++
	}
	return j
}

// append adds text to the open block, in the style of the open elements.
func (b *builder) append(t document.Text) {
	if t.Empty() {
		return
	}
	top := b.top()
	b.ensureBlock(t.All())
	if n := len(b.text); n > 0 && len(b.anchors) == 0 {
		last := &b.text[n-1]
		if !last.br && last.run.Style == top.style && last.run.Href.String == top.href.String && last.run.Href.All() == top.href.All() && last.run.Backlink == top.back {
			last.b.Append(t)
			b.block.Span = b.block.Span.Cover(t.All())
			return
		}
	}
	r := runText{run: document.Run{Style: top.style, Href: top.href, Backlink: top.back, Anchors: b.anchors}, b: &document.Builder{}}
	b.anchors = nil
	r.b.Append(t)
	b.text = append(b.text, r)
	b.block.Span = b.block.Span.Cover(t.All())
}

// ensureBlock opens a block for text at a place if none is open.
func (b *builder) ensureBlock(at document.Span) {
	if b.block != nil {
		return
	}
	top := b.top()
	b.block = &document.Block{Kind: b.kind(), Region: document.Body, Element: top.element, Span: at, Label: b.label}
	b.label = ""
	if top.chrome {
		b.block.Region = document.Chrome
	}
	for i := len(b.stack) - 1; i >= 0 && b.block.Level == 0; i-- {
		if n := b.stack[i].name; len(n) == 2 && n[0] == 'h' && n[1] >= '1' && n[1] <= '6' {
			b.block.Level = int(n[1] - '0')
		}
	}
	b.block.Anchors, b.anchors = b.anchors, nil
}

// kind is the kind of a block by the innermost element that says it.
func (b *builder) kind() document.BlockKind {
	for _, v := range slices.Backward(b.stack) {
		switch v.name {
		case "h1", "h2", "h3", "h4", "h5", "h6":
			return document.Heading
		case "li", "dd", "dt":
			return document.ListItem
		case "td", "th":
			return document.TableCell
		case "blockquote":
			return document.Quote
		case "pre":
			return document.Code
		}
	}
	return document.Paragraph
}

// flush ends the open block; one without text gives its anchors to the next.
func (b *builder) flush() {
	if b.block == nil {
		return
	}
	block, runs := *b.block, b.text
	b.block, b.text = nil, nil
	blank := true
	for i := range runs {
		runs[i].run.Text = runs[i].b.Text()
		blank = blank && strings.TrimSpace(runs[i].run.Text.String) == ""
	}
	if blank && !block.Embedded {
		b.label = block.Label
		b.anchors = append(block.Anchors, b.anchors...)
		for i := range runs {
			b.anchors = append(b.anchors, runs[i].run.Anchors...)
		}
		return
	}
	for i := range runs {
		block.Runs = append(block.Runs, runs[i].run)
	}
	b.doc.Blocks = append(b.doc.Blocks, splitNotes(block)...)
}
