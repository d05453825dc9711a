package pdf

import (
	"slices"
	"strconv"
	"strings"
)

// note is a note: pieces of lines, of one page or of several.
type note struct {
	number string
	value  int
	set    int // how often the numbers began anew before it
	tag    int // in the structure tree
	page   int
	at     piece // its label
	pieces []piece
}

// piece is a part of a line, bytes from to to.
type piece struct {
	line     *line
	from, to int
}

// take makes notes of the lines on the best way, whose labels are of a style; nil if
// there are none.
func (d *draft) take(w *way, columns []*column, style how, calls *calls) *part {
	var steps []*way
	p := &part{restarts: w.again}
	for ; w.before != nil; w = w.before {
		steps = append(steps, w)
	}
	for _, w := range slices.Backward(steps) {
		c, z := columns[w.column], w.zone
		labels := z.labels
		for k := z.from; k < z.to; k++ {
			if c.heads(k, labels) {
				continue
			}
			l := c.lines[k]
			l.noted = true
			from := 0
			for ; len(labels) > 0 && labels[0].line == k; labels = labels[1:] {
				at := labels[0]
				p.goOn(l, from, at.from)
				p.add(&note{number: at.shown(l), value: at.number, page: c.page, at: piece{l, at.from, at.end}})
				from = at.end
			}
			p.goOn(l, from, len(l.text))
		}
	}
	if len(p.notes) == 0 {
		return nil
	}
	p.apart(style, calls)
	d.place(p, calls)
	return p
}

// heads says whether a line stands above notes that begin anew: labels are those
// that come.
func (c *column) heads(k int, labels []label) bool {
	if len(labels) == 0 || labels[0].number != 1 || labels[0].line <= k {
		return false
	}
	for ; k < labels[0].line; k++ {
		if !c.facts[k].heading {
			return false
		}
	}
	return true
}

// place finds where the article of a part begins and ends, and keeps the part.
func (d *draft) place(p *part, calls *calls) {
	first, away := p.notes[0], 0
	for _, n := range p.notes {
		if n.value > 0 && !calls.pages[n.page][n.value] {
			away++
		}
	}
	p.atEnd = 3*away > 2*len(p.notes)
	p.from, p.to = calls.begin(first.page, first.value), p.notes[len(p.notes)-1].page+1
	if p.atEnd && p.restarts {
		p.from = 0
	}
	d.parts = append(d.parts, p)
}

// add adds a note.
func (p *part) add(n *note) {
	if k := len(p.notes); k > 0 {
		last := p.notes[k-1]
		n.set = last.set
		if n.value == 1 && last.value > 0 {
			n.set++
		}
	}
	p.notes = append(p.notes, n)
}

// goOn adds a piece to the last note.
func (p *part) goOn(l *line, from, to int) {
	if n := len(p.notes); n > 0 {
		p.notes[n-1].goOn(l, from, to)
	}
}

// goOn adds a piece to a note.
func (n *note) goOn(l *line, from, to int) {
	if to = len(strings.TrimRight(l.text[:to], " ")); from < to {
		n.pieces = append(n.pieces, piece{l, from, to})
	}
}

// shown is the label as it stands.
func (at label) shown(l *line) string {
	if at.number > 0 {
		return strconv.Itoa(at.number) + at.suffix
	}
	return strings.TrimRight(l.text[at.from:at.end], " .)")
}
