package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/pattern"
)

// paragraph is a stretch of the text.
type paragraph struct {
	lines   []*line
	heading bool
}

// paragraphs puts the lines of the text together. What goes on on the next
// page is one paragraph.
func (d *draft) paragraphs() []*paragraph {
	var out []*paragraph
	var last *line
	var count counter
	for _, p := range d.pages {
		for _, r := range p.regions {
			lines := slices.DeleteFunc(slices.Clone(r), func(l *line) bool { return l.noted })
			lead := region(lines).leading(1.2 * d.body)
			for i, l := range lines {
				begins := count.next(l)
				switch {
				case last == nil:
					begins = true
				case i == 0:
					begins = begins || !goesOn(last, l)
				default:
					begins = begins || breaks(last, l, lead)
				}
				if begins || len(out) == 0 {
					out = append(out, &paragraph{heading: d.isHeading(l)})
				}
				out[len(out)-1].lines = append(out[len(out)-1].lines, l)
				last = l
			}
		}
	}
	for _, p := range out {
		p.heading = p.heading && len(p.lines) <= 4 && !strings.HasSuffix(p.lines[len(p.lines)-1].text, ".")
	}
	return out
}

// counter follows a list whose numbers are typed: notes at the end, say.
type counter struct {
	last int
	x    float64
}

// next says whether a line begins the list's next item.
func (c *counter) next(l *line) bool {
	n := l.label().number
	if n == 0 {
		return false
	}
	if n == 1 || n > c.last && n <= c.last+2 && abs(l.x0-c.x) < 12 {
		c.last, c.x = n, l.x0
		return true
	}
	return false
}

// breaks says whether a paragraph begins at l, in the middle of a column.
func breaks(last, l *line, lead float64) bool {
	switch {
	case abs(l.size-last.size) > 0.06*max(l.size, last.size), l.bold != last.bold:
		return true
	case last.y-l.y > 1.4*lead && last.y-l.y > 1.5*l.size:
		return true
	case l.x0 > l.left+0.9*l.size && abs(last.x0-l.left) < 3 && l.x0 < l.left+6*l.size:
		return true
	}
	return last.x1 < last.right-0.25*(last.right-last.left) && ended(last.text)
}

var endOfSentence = pattern.New(`(?:[.!?:;…)\]]|[^,]["”»’])\s*\d*$`)

func ended(s string) bool { return endOfSentence.MatchString(strings.TrimSpace(s)) }

// goesOn says whether a paragraph goes on in the next column.
func goesOn(last, l *line) bool {
	if abs(l.size-last.size) > 0.06*l.size || l.bold != last.bold {
		return false
	}
	r, _ := utf8.DecodeRuneInString(l.text)
	return strings.HasSuffix(last.text, "-") || unicode.IsLower(r) || !ended(last.text) && full(last) && l.x0 < l.left+0.5*l.size
}

func (d *draft) isHeading(l *line) bool {
	return l.letters() < 160 && (l.bold && l.size >= d.body-0.6 || l.size > 1.12*d.body)
}
