package wordpress

import (
	"context"
	"html"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/export"
	htmlreader "ibid/parser/reader/html"
)

// Read makes a Document of a post. Positions count in the export. An error means
// that ctx ended.
func (p *Post) Read(ctx context.Context, hint reader.Hint) (*document.Document, error) {
	content := export.Value(p.item.Text, p.content.from, p.content.to)
	field := export.Value(p.item.Text, p.notes.from, p.notes.to)
	notes, broken := footnotes(field)
	g := &writer{}
	g.From, g.To = p.excerpt(content, field, notes)
	g.content(content)
	if len(notes) > 0 {
		g.Add("\n<ol class=\"wp-block-footnotes\">")
		for _, n := range notes {
			g.Add(`<li id="` + html.EscapeString(n.id) + `">`)
			g.Copy(n.text, 0, len(n.text.Text))
			g.Add(`</li>`)
		}
		g.Add("</ol>")
	}
	text, source := g.Source(p.item)
	hint.URL = p.Meta.URL
	if p.Meta.Language != unset {
		hint.Language = p.Meta.Language
	}
	doc, err := htmlreader.ReadText(ctx, text, source, "", hint)
	if err != nil {
		return nil, err
	}
	p.describe(doc)
	if p.item.Cut && doc.Truncated == "" {
		doc.Truncated = "the export is cut off in this post"
	}
	if broken && strings.TrimSpace(field.Text) != "" && doc.Truncated == "" {
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
func (p *Post) excerpt(content, field export.Plain, notes []footnote) (from, to int) {
	from, to = content.Span(0, len(content.Text))
	if len(notes) == 0 {
		return from, to
	}
	first, last := field.Span(0, len(field.Text))
	if content.Text == "" {
		return first, last
	}
	return min(from, first), max(to, last)
}

// writer writes the page that a site makes of a post.
type writer struct{ export.Page }

// content adds the post's own text; the notes of plug-ins move to its end, as on
// the page.
func (g *writer) content(content export.Plain) {
	lines := !blockMark.MatchString(content.Text)
	notes := shortNotes(content.Text)
	at := 0
	for i, n := range notes {
		g.copyText(content, at, n.from, lines)
		g.Add(`<sup id="ibid-marker-` + strconv.Itoa(i+1) + `"><a href="#ibid-note-` + strconv.Itoa(i+1) + `">`)
		g.Instead(strconv.Itoa(i+1), content, n.from, n.text)
		g.Add(`</a></sup>`)
		at = n.to
	}
	g.copyText(content, at, len(content.Text), lines)
	if len(notes) == 0 {
		return
	}
	g.Add("\n<ol class=\"footnotes\">")
	for i, n := range notes {
		g.Add(`<li id="ibid-note-` + strconv.Itoa(i+1) + `">`)
		g.Copy(content, n.text, n.end)
		g.Add(`</li>`)
	}
	g.Add("</ol>")
}
