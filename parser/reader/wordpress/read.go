package wordpress

import (
	"context"
	"html"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	htmlreader "ibid/parser/reader/html"
)

// Read makes a Document of a post. Positions count in the export. An error means
// that ctx ended.
func (p *Post) Read(ctx context.Context, hint reader.Hint) (*document.Document, error) {
	content := value(p.item, p.content.from, p.content.to)
	field := value(p.item, p.notes.from, p.notes.to)
	notes, broken := footnotes(field)
	from, to := p.excerpt(content, field, notes)
	g := &page{base: from}
	g.content(content)
	if len(notes) > 0 {
		g.add("\n<ol class=\"wp-block-footnotes\">")
		for _, n := range notes {
			g.add(`<li id="` + html.EscapeString(n.id) + `">`)
			g.copy(n.text, 0, len(n.text.s))
			g.add(`</li>`)
		}
		g.add("</ol>")
	}
	stored := strings.Clone(p.item[from:to])
	text, enc := strings.Clone(g.b.String()), g.enc
	if text == stored {
		text, enc = stored, document.Encoding{} // one copy is enough
	}
	source := document.NewExcerpt(text, enc, stored, p.place(from))
	hint.URL = p.Meta.URL
	if p.Meta.Language != unset {
		hint.Language = p.Meta.Language
	}
	doc, err := htmlreader.ReadText(ctx, text, source, hint)
	if err != nil {
		return nil, err
	}
	p.describe(doc)
	if doc.Truncated == "" {
		doc.Truncated = p.damage
	}
	if broken && strings.TrimSpace(field.s) != "" && doc.Truncated == "" {
		doc.Truncated = "the footnotes that the block editor keeps beside the post (wp:postmeta “footnotes”) are no list of notes, or one that is cut off"
	}
	return doc, nil
}

// describe fills in what the export says of the post.
func (p *Post) describe(doc *document.Document) {
	guessed := doc.Meta
	doc.Meta = p.Meta
	if doc.Meta.Title == "" {
		doc.Meta.Title = guessed.Title
	}
	if l := guessed.Language; l != "" && !strings.HasPrefix(doc.Meta.Language, l) {
		doc.Meta.Language = l
	}
	doc.Flavor = "wordpress"
}

// unset is the language of a site whose owner chose none: the text itself says
// more, where it is long enough.
const unset = "en-us"

// excerpt is the stretch of the item that the page is made of.
func (p *Post) excerpt(content, field plain, notes []footnote) (from, to int) {
	from, to = content.span(0, len(content.s))
	if len(notes) == 0 {
		return from, to
	}
	first, last := field.span(0, len(field.s))
	if content.s == "" {
		return first, last
	}
	return min(from, first), max(to, last)
}

// place is where an offset of the item stands in the export.
func (p *Post) place(at int) document.Place {
	head := document.NewExcerpt(p.item[:at], document.Encoding{}, p.item[:at], p.at)
	pos := head.Position(document.Span{Start: at, End: at})
	return document.Place{Offset: pos.Offset, Line: pos.Line, Column: pos.Column}
}

// content adds the post's own text; the notes of plug-ins move to its end, as on
// the page.
func (g *page) content(content plain) {
	lines := !blockMark.MatchString(content.s)
	notes := shortNotes(content.s)
	at := 0
	for i, n := range notes {
		g.copyText(content, at, n.from, lines)
		g.add(`<sup id="ibid-marker-` + strconv.Itoa(i+1) + `"><a href="#ibid-note-` + strconv.Itoa(i+1) + `">`)
		g.instead(strconv.Itoa(i+1), content, n.from, n.text)
		g.add(`</a></sup>`)
		at = n.to
	}
	g.copyText(content, at, len(content.s), lines)
	if len(notes) == 0 {
		return
	}
	g.add("\n<ol class=\"footnotes\">")
	for i, n := range notes {
		g.add(`<li id="ibid-note-` + strconv.Itoa(i+1) + `">`)
		g.copy(content, n.text, n.end)
		g.add(`</li>`)
	}
	g.add("</ol>")
}
