package notes

import (
	"cmp"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/parser/document"
)

// collector folds runs into one text and keeps what style each stretch has.
type collector struct {
	b       document.Builder
	styles  []article.Styled
	pending document.Span // white space not yet written
	space   bool
	hidden  bool            // take text that the page does not show, too
	inside  map[string]bool // hrefs that are no links to elsewhere
}

// add appends a run's text, white space folded across runs.
func (c *collector) add(t document.Text, style document.Style, href document.Text) {
	s := t.String
	start := -1
	from := -1 // start of the stretch that can be copied as it is
	flush := func(to int) {
		if from >= 0 && to > from {
			c.b.Append(t.Slice(from, to))
		}
		from = -1
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unseen(r) {
			flush(i)
			i += size
			continue
		}
		if !blank(r) {
			if from < 0 {
				c.writeSpace(t.Span(i, i).Start)
				if start < 0 {
					start = c.b.Len()
				}
				from = i
			}
			i += size
			continue
		}
		j := i + size
		for j < len(s) {
			r, size = utf8.DecodeRuneInString(s[j:])
			if !blank(r) && !unseen(r) {
				break
			}
			j += size
		}
		if from >= 0 && j < len(s) && s[i:j] == " " {
			i = j
			continue
		}
		flush(i)
		c.hold(t.Span(i, j))
		i = j
	}
	flush(len(s))
	if c.inside[href.String] {
		href = document.Text{}
	}
	if start >= 0 && (style != 0 || !href.Empty()) {
		c.styles = append(c.styles, article.Styled{Start: start, End: c.b.Len(), Style: style, Href: href})
	}
}

// blank says whether r is folded.
func blank(r rune) bool { return unicode.IsSpace(r) }

// unseen says whether r is left out: soft hyphens, spaces of no width and marks
// of direction are no part of what a reader sees. Joiners are: they change letters.
func unseen(r rune) bool {
	switch r {
	case '\u00ad', '\u061c', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// hold remembers white space; it is written if text follows.
func (c *collector) hold(span document.Span) {
	if c.b.Len() == 0 {
		return
	}
	if !c.space {
		c.pending = span
	}
	c.pending.End = max(c.pending.End, span.End)
	c.space = true
}

func (c *collector) writeSpace(next int) {
	if c.space && c.b.Len() > 0 {
		span := c.pending
		if next > span.Start {
			span.End = next
		}
		c.b.Append(document.Unit(" ", span))
	}
	c.space = false
}

// block appends the stretch of a block, without the ranges to be skipped.
func (c *collector) block(b *document.Block, from, to int, skip []piece) {
	c.hold(document.Span{Start: b.Span.Start, End: b.Span.Start, Part: b.Span.Part})
	at := 0
	for i := range b.Runs {
		r := &b.Runs[i]
		lo, hi := max(at, from), min(at+r.Text.Len(), to)
		if lo < hi && (c.hidden || !r.Style.Has(document.Hidden)) {
			for _, keep := range without(lo, hi, skip) {
				c.add(r.Text.Slice(keep[0]-at, keep[1]-at), r.Style, r.Href.Text())
			}
		}
		at += r.Text.Len()
	}
}

// without is [lo, hi) less the pieces.
func without(lo, hi int, skip []piece) [][2]int {
	var out [][2]int
	for _, p := range skip {
		if p.to <= lo || p.from >= hi {
			continue
		}
		if p.from > lo {
			out = append(out, [2]int{lo, p.from})
		}
		lo = max(lo, p.to)
	}
	if lo < hi {
		out = append(out, [2]int{lo, hi})
	}
	return out
}

func (c *collector) done() (document.Text, []article.Styled) {
	return c.b.Text(), c.styles
}

// note makes the note of a draft.
func (f *finder) note(d *draft, place int) article.Note {
	n := article.Note{
		ID: "fn" + strconv.Itoa(place+1), Number: cmp.Or(d.shown, d.number), Scope: d.name, ScopeIndex: d.scope,
		Label: d.label, Anchors: d.anchors, Unnumbered: d.signed,
	}
	c := collector{hidden: f.hidden(d), inside: f.inside}
	for _, p := range d.pieces {
		b := &f.doc.Blocks[p.block]
		var skip []piece
		p.from, p.to, skip = f.backlinks(&n, p)
		c.block(b, p.from, p.to, skip)
		n.Embedded = n.Embedded || b.Embedded
	}
	n.Text, n.Styles = c.done()
	if !n.Text.Empty() {
		n.Span = n.Text.All()
	} else {
		at := f.texts[d.pieces[0].block].Span(d.pieces[0].from, d.pieces[0].from)
		n.Span = document.Span{Start: at.Start, End: at.Start, Part: at.Part}
	}
	n.Segments = f.segments(d)
	return n
}

// backlinks takes the links back to markers off a piece of a note: at its
// start, at its end, and wherever the format says that a run is one.
func (f *finder) backlinks(n *article.Note, p piece) (from, to int, skip []piece) {
	s := f.texts[p.block].String
	from, to = p.from, p.to
	for _, l := range f.linksOf(p.block) {
		if l.from.offset < p.from || l.to.offset > p.to {
			continue
		}
		leads := l.found && f.isMarkerPlace(l.target)
		letters := len(l.text) <= 2 && l.label != ""
		trailing := leads && len(l.text) == 1 && leading(l.label) == 0 && letters && f.onlyLinksBehind(p, l.to.offset)
		switch {
		case l.back && (leads || l.backFlags || !l.found), leads && letters && l.superior, leads && letters && blankLabel(s[from:l.from.offset]), trailing:
		default:
			continue
		}
		f.inside[l.href] = true
		n.Backlinks = append(n.Backlinks, article.Backlink{Fragment: l.fragment, Span: l.span})
		switch {
		case l.from.offset >= to: // behind the link that ends the note
		case blankBack(s[from:max(from, l.from.offset)]):
			from = l.to.offset
		case blankBack(s[l.to.offset:to]):
			to = l.from.offset
		default:
			skip = append(skip, piece{p.block, l.from.offset, l.to.offset})
		}
	}
	// Several back links end a note one after the other: from the right once more.
	for i := len(skip) - 1; i >= 0 && blankBack(s[skip[i].to:to]); i-- {
		to = skip[i].from
		skip = skip[:i]
	}
	for from < to && strings.ContainsRune("^↑ ", rune(s[from])) && len(n.Backlinks) > 0 {
		from++
	}
	trimmed := strings.TrimRight(s[from:to], " \n\t\u00a0↩︎️⤴↑")
	if to < p.to { // "[" of a back link in brackets
		trimmed = strings.TrimRight(trimmed, " \n\t\u00a0[(")
	}
	return from, from + len(trimmed), skip
}

// onlyLinksBehind says whether a piece ends with links to places on the page.
func (f *finder) onlyLinksBehind(p piece, at int) bool {
	const most = 100 // markers of one note
	s, links := f.texts[p.block].String, f.linksOf(p.block)
	if len(links) > most {
		return false
	}
	for _, l := range links {
		if l.from.offset >= at && l.to.offset <= p.to && len(l.text) <= 2 {
			if !blankBack(s[at:l.from.offset]) {
				return false
			}
			at = l.to.offset
		}
	}
	return blankBack(s[at:p.to])
}

// blankBack says whether s holds nothing but what stands around back links.
func blankBack(s string) bool { return strings.Trim(s, " \t\n\u00a0[]()^↑.,↩︎️") == "" }

// segments are the parts of a note that page chrome cuts apart, nil if none does.
func (f *finder) segments(d *draft) []document.Span {
	var out []document.Span
	cut := false
	for i, p := range d.pieces {
		span := f.texts[p.block].Slice(p.from, p.to).Trim().All()
		if i > 0 {
			previous := d.pieces[i-1].block
			for k := previous + 1; k < p.block; k++ {
				cut = cut || f.doc.Blocks[k].Region == document.Chrome
			}
		}
		out = append(out, span)
	}
	if !cut {
		return nil
	}
	return out
}

// isMarkerPlace says whether a marker stands in a place's block.
func (f *finder) isMarkerPlace(p place) bool {
	i := sort.Search(len(f.markers), func(i int) bool { return f.markers[i].at.block >= p.block })
	return i < len(f.markers) && f.markers[i].at.block == p.block
}
