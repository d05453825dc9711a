package pdf

import (
	"math"
	"slices"
)

// smaller is how small notes are against the text, at most, where their size
// tells them from it.
const smaller = 0.965

// draft is the article while it is taken apart.
type draft struct {
	pages []*laidOut
	body  float64 // the size of the text
	notes []*note
	parts []*part
	// tagged says that the structure tree names the notes.
	tagged bool
}

// part is an article of the file, with notes of one style.
type part struct {
	from, to int // pages, from that of its first marker on
	notes    []*note
	restarts bool // their numbers begin anew
	atEnd    bool // they stand together behind the text
}

// partAt is the part that a page belongs to, nil if it has no notes.
func (d *draft) partAt(page int) *part {
	for _, p := range d.parts {
		if page >= p.from && page < p.to {
			return p
		}
	}
	return nil
}

// laidOut is a page in lines.
type laidOut struct {
	*page

	regions []region
}

// measure finds the size of the text: that of the lines that notes are called
// from, else what most lines in the upper half of the pages have, for notes may
// be longer than the text.
func (d *draft) measure() {
	sizes, calling := map[float64]int{}, map[float64]int{}
	for _, p := range d.pages {
		for _, r := range p.regions {
			for i, l := range r {
				if l.letters() <= 20 {
					continue
				}
				size := math.Round(l.size*4) / 4
				if 2*i <= len(r) {
					sizes[size] += l.letters()
				}
				l.marks(func(int) { calling[size]++ })
			}
		}
	}
	if size, n := most(calling); n >= 3 {
		d.body = size
		return
	}
	n := 0
	d.body, n = most(sizes)
	// Long notes may fill the upper halves too: a larger size with a good share is the text's.
	for size, k := range sizes {
		if size > d.body && size < 1.5*d.body && 3*k > n {
			d.body = size
		}
	}
}

// most is the size that was counted most often; the larger of two.
func most(sizes map[float64]int) (best float64, n int) {
	for size, k := range sizes {
		if k > n || k == n && size > best {
			best, n = size, k
		}
	}
	return best, n
}

// leading is the usual distance of two lines of at most a size.
func (r region) leading(size float64) float64 {
	var all []float64
	for i := 1; i < len(r); i++ {
		if gap := r[i-1].y - r[i].y; r[i].size <= 1.05*size && gap > 0.5*r[i].size {
			all = append(all, gap)
		}
	}
	if len(all) == 0 {
		return 1.3 * size
	}
	slices.Sort(all)
	return all[len(all)/3]
}

// separators are the lines below which a rule stands, as between text and
// notes: it begins where the column does, and underlines nothing.
func (p *laidOut) separators(r region) []int {
	var out []int
	if len(r) == 0 {
		return nil
	}
	for _, s := range p.strokes {
		at := slices.IndexFunc(r, func(l *line) bool { return l.y < s.y })
		if at < 0 || abs(s.x0-r[0].left) > 8 || s.x1 > r[0].right+12 {
			continue
		}
		if at > 0 && r[at-1].y-s.y < 0.35*r[at-1].size { // underlined
			continue
		}
		if s.y-r[at].y < 0.5*r[at].size { // it runs through the line
			continue
		}
		if !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	slices.Sort(out)
	return out
}
