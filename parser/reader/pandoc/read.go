package pandoc

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
)

// ErrNone is a source that needs a converter where there is none.
var ErrNone = errors.New("ibid reads this through pandoc, and pandoc is not installed: install it (https://pandoc.org), or save the article as Markdown, HTML or Word")

// Read makes a Document of a source in one of the Formats. An error is ctx's, one
// of decoding, or says why the converter made nothing of the source.
func Read(ctx context.Context, format string, data []byte, hint reader.Hint) (*document.Document, error) {
	text, enc, _, err := charset.Decode(data, hint, format == "docbook" || format == "fb2")
	if err != nil {
		return nil, err
	}
	f, _ := Named(format)
	if hint.Convert == nil {
		return nil, fmt.Errorf("this is %s: %w", f.Title, ErrNone)
	}
	var w *walker
	var meta value
	err = hint.Convert(ctx, format, prepared(format, text), func(made io.Reader) (err error) {
		w = &walker{}
		meta, err = model(made, w.block)
		return err
	})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, errModel):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("this is %s, and pandoc could not read it: %w", f.Title, err)
	}
	doc := &document.Document{Source: document.NewSource(text, enc), Format: format, Converted: true, Meta: metadata(meta), RenumbersByMarker: true}
	doc.Blocks = assemble(w, format, text)
	doc.Meta.URL = hint.URL
	if doc.Meta.Title == "" {
		doc.Meta.Title = firstHeading(doc)
	}
	if doc.Meta.Language == "" {
		doc.Meta.Language = reader.Language(doc)
	}
	return doc, ctx.Err()
}

func firstHeading(doc *document.Document) string {
	for i := range doc.Blocks {
		if doc.Blocks[i].Kind == document.Heading {
			return doc.Blocks[i].Text().Fold().String
		}
	}
	return ""
}

// assemble makes blocks of the paragraphs: the body, then the notes.
func assemble(w *walker, format, text string) []document.Block {
	c := &placer{src: newSource(format, text), walk: w, links: addresses(text), found: make([][]placed, len(w.notes))}
	out := make([]document.Block, 0, len(w.body)+len(w.notes))
	at := 0
	for i := range w.body {
		var q placed
		q, c.at = c.place(&w.body[i], c.at)
		var b document.Block
		b, at = c.block(&q, at)
		out = append(out, b)
		w.body[i] = paragraph{} // a long article's take as much memory as its Document
	}
	c.apart()
	for n := range c.found {
		for i := range c.found[n] {
			b, _ := c.block(&c.found[n][i], at)
			b.Note = strconv.Itoa(n + 1)
			if i == 0 {
				b.Label = strconv.Itoa(n + 1)
			}
			out = append(out, b)
		}
	}
	return out
}

// block makes a block of a paragraph; at is where the block before it ends, for
// one of which nothing is found.
func (c *placer) block(q *placed, at int) (document.Block, int) {
	b := document.Block{Kind: q.p.kind, Region: document.Body, Level: q.p.level, Label: q.p.label, Element: -1, Anchors: document.AnchorsOf(q.p.anchors), Embedded: q.p.embedded}
	next := q.nextFound(c)
	if first := next(0, 0); first >= 0 {
		at = first - c.lead(q.p, first)
	}
	for i, t := range q.p.tokens {
		x := &text{c: c, at: at, next: next(i, 0)}
		run := document.Run{Style: t.style, Anchors: document.AnchorsOf(t.anchors)}
		if t.note > 0 {
			run.NoteRef = strconv.Itoa(t.note)
			x.marker(t.text)
			x.at = max(x.at, q.behind[i])
		} else {
			done := int32(0)
			for k, w := range q.words[i] {
				x.next = next(i, k)
				x.between(t.text[done:w.from])
				x.word(w.in(t.text), q.places[i][k])
				done = w.to
			}
			x.next = next(i+1, 0)
			x.between(t.text[done:])
		}
		at = x.at
		run.Text = x.b.Text()
		run.Href = document.LinkTo(c.href(t.href, run.Text.All().Start))
		b.Span = b.Span.Cover(run.Text.All())
		b.Runs = append(b.Runs, run)
	}
	return b, at
}

// lead is how many bytes of signs stand before the first word of a paragraph, in
// the source as in its text.
func (c *placer) lead(p *paragraph, first int) int {
	if len(p.tokens) == 0 || p.tokens[0].note > 0 {
		return 0
	}
	signs := p.tokens[0].text
	if i := strings.IndexFunc(signs, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }); i >= 0 {
		signs = signs[:i]
	}
	if strings.HasSuffix(c.src.text[:first], signs) {
		return len(signs)
	}
	return 0
}

// marker adds the call of a note: what stands in the source up to the next word or
// white space, from the bracket on that opens it, if one does.
func (x *text) marker(label string) {
	end := x.next
	if end < x.at || end > x.at+maxGap {
		end = min(x.at+maxGap, len(x.c.src.text))
	}
	gap := x.c.src.text[x.at:end]
	from := len(gap) - len(strings.TrimLeftFunc(gap, unicode.IsSpace))
	if i := strings.IndexAny(gap, `[({<\`); i >= 0 && !strings.Contains(strings.TrimSpace(gap[:i]), "\n") {
		from = i
	}
	call := gap[from:]
	if i := strings.IndexFunc(call, unicode.IsSpace); i >= 0 {
		call = call[:i]
	}
	call = strings.TrimRight(call, ".,;:")
	if len(call) == 1 && call != label {
		call = "" // a unit of one byte would be taken for that byte
	}
	for !utf8.ValidString(call) {
		call = call[:len(call)-1] // the gap may end within a letter
	}
	x.unit(label, x.at+from, x.at+from+len(call))
}
