package wordpress

import (
	"strings"

	"ibid/parser/document"
)

// page puts together the HTML that the site would make of a post, and keeps the
// way back: offsets count from the start of the excerpt.
type page struct {
	b    strings.Builder
	enc  document.Encoding
	base int // where the excerpt starts in the item
	at   int // where what was copied last ends
	any  bool
}

// copy adds the text of p between two offsets.
func (g *page) copy(p plain, from, to int) {
	p.each(from, to, func(s string, src, m int, whole bool) {
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

// instead adds text that takes the place of p's text between two offsets.
func (g *page) instead(s string, p plain, from, to int) {
	start, end := p.span(from, to)
	g.seek(start)
	g.b.WriteString(s)
	g.enc.Append(len(s), end-start)
	g.at = end
}

// add adds markup that the export does not have.
func (g *page) add(s string) {
	g.b.WriteString(s)
	g.enc.Append(len(s), 0)
	g.any = true
}

func (g *page) seek(src int) {
	if src != g.at || !g.any {
		g.enc.Seek(src - g.base)
		g.any = true
	}
}
