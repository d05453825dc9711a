package export

import (
	"strings"

	"ibid/parser/document"
)

// Page puts together the text that a site would make of an item (HTML, say), and
// keeps the way back to the stretch of the item that it is made of.
type Page struct {
	// From and To are that stretch.
	From, To int

	b   strings.Builder
	enc document.Encoding
	at  int // where what was copied last ends
	any bool
}

// Copy adds the text of p between two offsets.
func (g *Page) Copy(p Plain, from, to int) {
	p.Each(from, to, func(s string, src, m int, whole bool) {
		g.seek(src)
		g.b.WriteString(s)
		if whole {
			g.enc.Append(len(s), m)
		} else {
			g.enc.Run(len(s))
		}
		g.at = src + m
	})
}

// Instead adds text that takes the place of p's text between two offsets.
func (g *Page) Instead(s string, p Plain, from, to int) {
	start, end := p.Span(from, to)
	g.seek(start)
	g.b.WriteString(s)
	g.enc.Append(len(s), end-start)
	g.at = end
}

// Add adds markup that the export does not have.
func (g *Page) Add(s string) {
	g.b.WriteString(s)
	g.enc.Append(len(s), 0)
	g.any = true
}

func (g *Page) seek(src int) {
	if src != g.at || !g.any {
		g.enc.Seek(src - g.From)
		g.any = true
	}
}

// Source is the page's text, and a source whose positions count in the export.
func (g *Page) Source(item Item) (text string, source *document.Source) {
	stored := strings.Clone(item.Text[g.From:g.To]) // an excerpt must not keep the item
	text, enc := strings.Clone(g.b.String()), g.enc
	if text == stored {
		text, enc = stored, document.Encoding{} // one copy is enough
	}
	return text, document.NewExcerpt(text, enc, stored, item.place(g.From))
}

// place is where an offset of the item stands in the export.
func (i Item) place(at int) document.Place {
	head := document.NewExcerpt(i.Text[:at], document.Encoding{}, i.Text[:at], i.At)
	pos := head.Position(document.Span{Start: at, End: at})
	return document.Place{Offset: pos.Offset, Line: pos.Line, Column: pos.Column}
}
