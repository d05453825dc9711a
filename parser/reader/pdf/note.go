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
	page   int
	at     piece // its label
	pieces []piece
}

// piece is a part of a line, bytes from to to.
type piece struct {
	line     *line
	from, to int
}

// take makes notes of the lines on the best way.
func (d *draft) take(w *way, columns []*column) {
	var steps []*way
	d.restarts = w.again
	for ; w.before != nil; w = w.before {
		steps = append(steps, w)
	}
	for _, w := range slices.Backward(steps) {
		c, z := columns[w.column], w.zone
		labels := z.labels
		for k := z.from; k < z.to; k++ {
			l := c.lines[k]
			l.noted = true
			from := 0
			for ; len(labels) > 0 && labels[0].line == k; labels = labels[1:] {
				at := labels[0]
				d.goOn(l, from, at.from)
				d.notes = append(d.notes, &note{number: at.shown(l), value: at.number, page: c.page, at: piece{l, at.from, at.end}})
				from = at.end
			}
			d.goOn(l, from, len(l.text))
		}
	}
}

// goOn adds a piece to the last note.
func (d *draft) goOn(l *line, from, to int) {
	to = len(strings.TrimRight(l.text[:to], " "))
	if n := len(d.notes); n > 0 && from < to {
		d.notes[n-1].pieces = append(d.notes[n-1].pieces, piece{l, from, to})
	}
}

// shown is the label as it stands.
func (at label) shown(l *line) string {
	if at.number > 0 {
		return strconv.Itoa(at.number) + at.suffix
	}
	return strings.TrimSpace(l.text[at.from:at.end])
}
