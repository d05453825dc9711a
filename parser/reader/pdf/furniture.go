package pdf

import (
	"slices"
	"strings"
	"unicode"

	"ibid/pattern"
)

// outer is how many lines at the top and at the foot of a page may be running
// heads, page numbers and imprints.
const outer = 6

var (
	pageNumber = pattern.New(`(?i)^[\s\-–—|·•\[(]*(?:(?:page|seite|p\.|s\.|pág\.|pagina|página)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|von|de|di|sur|/)\s*\d{1,4})?[\s\-–—|·•\])]*$`)
	digits     = pattern.New(`\d+`)
)

// dropFurniture takes away what stands at the top and foot of pages and is not
// the article: lines that come again on other pages in the same place, their
// numbers aside, and page numbers.
func (d *draft) dropFurniture() {
	type key struct {
		text string
		foot bool
	}
	places := map[key][]*line{}
	heads, feet := make([][]*line, len(d.pages)), make([][]*line, len(d.pages))
	for i, p := range d.pages {
		heads[i], feet[i] = outermost(p)
		for _, l := range heads[i] {
			k := key{skeleton(l), false}
			places[k] = append(places[k], l)
		}
		for _, l := range feet[i] {
			k := key{skeleton(l), true}
			places[k] = append(places[k], l)
		}
	}
	gone := map[*line]bool{}
	for i := range d.pages {
		for _, side := range []struct {
			lines []*line
			foot  bool
		}{{heads[i], false}, {feet[i], true}} {
			for _, l := range side.lines {
				if !d.running(l, places[key{skeleton(l), side.foot}]) && (raised(l) || l.tag > 0 || !pageNumber.MatchString(l.text)) {
					break
				}
				gone[l] = true
			}
		}
	}
	for _, p := range d.pages {
		for i := range p.regions {
			p.regions[i] = slices.DeleteFunc(p.regions[i], func(l *line) bool { return gone[l] })
		}
	}
}

// outermost are the first and the last lines of a page, from the edge inwards.
func outermost(p *laidOut) (head, foot []*line) {
	all := slices.Concat(p.regions...)
	slices.SortStableFunc(all, func(a, b *line) int {
		switch {
		case a.y > b.y:
			return -1
		case a.y < b.y:
			return 1
		}
		return 0
	})
	n := min(outer, len(all))
	head = slices.Clone(all[:n])
	foot = slices.Clone(all[len(all)-n:])
	slices.Reverse(foot)
	return head, foot
}

// skeleton is a line's text without what changes from page to page.
func skeleton(l *line) string {
	s := digits.ReplaceAllString(strings.ToLower(l.text), "#")
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// running says whether a line comes again in its place on enough pages: on two
// in five of those on the left or on the right.
func (d *draft) running(l *line, same []*line) bool {
	if raised(l) || l.tag > 0 {
		return false
	}
	at := l.label()
	pages := map[int]bool{}
	for _, o := range same {
		// A number in front must be that of the page: "12 Journal", not "12. Ibid."
		if at.number > 0 && o.label().number-at.number != o.page-l.page {
			continue
		}
		if abs(o.y-l.y) < 8 {
			pages[o.page] = true
		}
	}
	return len(pages) >= max(2, len(d.pages)/5)
}

// raised says whether a line begins with a number above the line.
func raised(l *line) bool {
	at := l.label()
	return at.number > 0 && at.how == superior
}
