package html

import (
	"context"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
)

// maxDepth bounds how deep elements are followed; deeper ones are flat. Pages
// that people wrote stay below 100.
const maxDepth = 400

// Read makes a Document of a web page. An error means that data is binary or
// that ctx ended; no page is too broken to be read.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	src, enc, _, err := charset.Decode(data, hint, true)
	if err != nil {
		return nil, err
	}
	return ReadText(ctx, src, document.NewSource(src, enc), "", hint)
}

// ReadText is Read for text that another reader decoded; source leads from its
// offsets in the part named to the file. An error means that ctx ended.
func ReadText(ctx context.Context, src string, source *document.Source, part string, hint reader.Hint) (*document.Document, error) {
	b := newBuilder(src, source, part)
	b.meta.url, b.meta.around = hint.URL, hint.Language
	if err := b.walk(ctx); err != nil {
		return nil, err
	}
	b.finish()
	b.prose()
	b.regions()
	b.declare()
	b.doc.Meta = b.meta.result(b.doc)
	b.doc.Flavor = flavor(b.meta.generator, src)
	return b.doc, nil
}

// walk reads all tokens. Their raw lengths add up to the source, which gives
// each its place; the tree of x/net/html knows none (golang/go#34302).
func (b *builder) walk(ctx context.Context) error {
	z := html.NewTokenizer(strings.NewReader(b.src))
	at := 0
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		kind := z.Next()
		start := at
		at += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			return nil // the end: a reader of a string fails in no other way
		case html.TextToken:
			b.addText(start, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			b.startTag(z, start, at, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			b.endTag(tagName(b.src[start:at]), start, at)
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
	if b.top().name == "head" && strings.TrimSpace(s) != "" {
		b.popTo(len(b.stack)-1, start) // text ends a head
	}
	top := b.top()
	if top.skip || b.block == nil && strings.TrimSpace(s) == "" {
		return
	}
	if top.byline > 0 {
		b.meta.bylineText(top.byline, s)
	}
	b.append(b.decode(start, end, false))
}

// decode resolves the entities of a stretch of text, each as a unit, and leaves out what no browser shows: the byte 0. In an attribute a name
// without its semicolon counts only in full and before no "=" (HTML, 13.2.5.73):
// "?a=1&copy=2" is no ©.
func (b *builder) decode(start, end int, attribute bool) document.Text {
	s := b.src[start:end]
	if !strings.ContainsAny(s, "&\x00") {
		return b.typed(start, end)
	}
	var out document.Builder
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			out.Append(b.typed(start+from, start+i))
			from = i + 1
			continue
		}
		after := entityEnd(s, i)
		if after == 0 {
			continue
		}
		decoded := html.UnescapeString(s[i:after])
		if decoded == s[i:after] || attribute && !whole(decoded, s[i:], after-i) {
			continue
		}
		out.Append(b.typed(start+from, start+i))
		appendEntity(&out, decoded, b.span(start+i, start+after))
		from = after
		i = after - 1
	}
	out.Append(b.typed(start+from, start+len(s)))
	return out.Text()
}

// whole says whether an entity of n bytes at the start of s was decoded to its end.
func whole(decoded, s string, n int) bool {
	if n < len(s) && s[n] == '=' && s[n-1] != ';' {
		return false
	}
	last := decoded[len(decoded)-1]
	return last != s[n-1] || last != ';' && !alphanumeric(last)
}

// appendEntity appends what an entity stands for. A unit as long as its source
// would count as mapped byte by byte (&nGg; is five bytes in both), so that one
// is cut behind its first rune.
func appendEntity(out *document.Builder, decoded string, span document.Span) {
	if len(decoded) == span.End-span.Start {
		_, size := utf8.DecodeRuneInString(decoded)
		out.Append(document.Unit(decoded[:size], span))
		decoded, span.Start = decoded[size:], span.End
	}
	out.Append(document.Unit(decoded, span))
}

// longestEntity is the length of &CounterClockwiseContourIntegral; the longest
// name that HTML has, and room for zeros before a number.
const longestEntity = 34

// entityEnd is where the entity at i ends, or 0 if there is none.
func entityEnd(s string, i int) int {
	if s[i] != '&' {
		return 0
	}
	j := i + 1
	for j < len(s) && j-i < longestEntity && (s[j] == '#' && j == i+1 || alphanumeric(s[j])) {
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

func alphanumeric(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
