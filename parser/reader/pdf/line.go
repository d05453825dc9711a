package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"ibid/parser/document"
)

// line is one line of a column.
type line struct {
	runs            []run
	text            string
	x0, x1, y, size float64
	bold            bool
	page            int
	start           int // of its text in the source
	left, right     float64
	noted           bool // it belongs to a note
	tag             int  // the note of the structure tree that it is part of, 0 for none
}

// run is a part of a line in one style, bytes from to to of its text.
type run struct {
	from, to int
	style    document.Style
	url      string
	x0       float64
}

// region is a column, or what stands above or below columns: lines from the
// top to the bottom.
type region []*line

// rowsOf groups chunks by their baselines, from the top down; those of a row go
// from left to right.
func rowsOf(list []*chunk) [][]*chunk {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *chunk) int { return cmp.Compare(b.y, a.y) })
	var rows [][]*chunk
	for _, c := range list {
		if n := len(rows); n > 0 {
			first := rows[n-1][0]
			if first.y-c.y < 0.3*min(first.size, c.size) {
				rows[n-1] = append(rows[n-1], c)
				continue
			}
		}
		rows = append(rows, []*chunk{c})
	}
	for _, row := range rows {
		slices.SortStableFunc(row, func(a, b *chunk) int { return cmp.Compare(a.x0, b.x0) })
	}
	return rows
}

// newLine puts a row's chunks together, with what is raised beside them.
func newLine(row []*chunk, beside map[*chunk][]*chunk) *line {
	var parts []*chunk
	for _, c := range row {
		parts = append(parts, c)
		parts = append(parts, beside[c]...)
	}
	slices.SortStableFunc(parts, func(a, b *chunk) int { return cmp.Compare(a.x0, b.x0) })
	l := &line{x0: parts[0].x0, y: row[0].y}
	var b strings.Builder
	letters, bold := 0, 0
	end := parts[0].x0
	for i, c := range parts {
		from := b.Len()
		address := scheme(b.String()) && strings.HasPrefix(c.text, "/")
		justified := i > 0 && unspacedBetween(parts[i-1].text, c.text) && c.x0-end < 2.5*c.size
		if gap := c.x0 - end; i > 0 && !address && !justified && (gap > wordGap*c.size || parts[i-1].gapped) {
			b.WriteByte(' ')
			from++
			l.runs[len(l.runs)-1].to++
		}
		b.WriteString(c.text)
		style := c.style
		if 2*c.italic > c.letters {
			style |= document.Italic
		}
		if 2*c.bold > c.letters {
			style |= document.Bold
			bold += c.letters
		}
		l.runs = append(l.runs, run{from, b.Len(), style, c.url, c.x0})
		letters += c.letters
		end = max(end, c.x1)
	}
	l.x1, l.text = end, b.String()
	l.measure(row)
	l.bold = 2*bold > letters
	return l
}

// measure gives a line the largest size that a fair part of it has: small
// capitals are lower than the line that they stand in.
func (l *line) measure(row []*chunk) {
	all, most := 0, 0
	for _, c := range row {
		all += c.letters
	}
	for _, c := range row {
		if c.letters > most {
			most, l.y = c.letters, c.y
		}
		if 8*c.letters >= all && c.size > l.size || c.size > l.size && c.size < 1.45*l.size && 20*c.letters >= all {
			l.size = c.size
		}
	}
}

// measured gives the lines of a column its margins.
func (r region) measured() region {
	if len(r) == 0 {
		return r
	}
	left, right := r[0].x0, r[0].x1
	for _, l := range r {
		left, right = min(left, l.x0), max(right, l.x1)
	}
	for _, l := range r {
		l.left, l.right = left, right
	}
	return r
}

// letters is how many characters a line has.
func (l *line) letters() int { return utf8.RuneCountInString(l.text) }
