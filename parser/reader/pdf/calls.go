package pdf

import "strconv"

// calls are the markers of the pages.
type calls struct {
	pages []map[int]bool
	first map[int]int // the page on which a number stands first
}

// calls are those of the pages from from on and before to.
func (d *draft) calls(from, to int) *calls {
	c := &calls{first: map[int]int{}, pages: make([]map[int]bool, len(d.pages))}
	for i := from; i < to; i++ {
		on := map[int]bool{}
		for _, r := range d.pages[i].regions {
			for _, l := range r {
				l.marks(func(n int) { on[n] = true })
			}
		}
		c.pages[i] = on
		for n := range on {
			if _, ok := c.first[n]; !ok {
				c.first[n] = i
			}
		}
	}
	return c
}

// addGlued counts numbers that stand behind words like any other.
func (c *calls) addGlued(d *draft, from, to int) {
	for i := from; i < to; i++ {
		for _, r := range d.pages[i].regions {
			for _, l := range r {
				for _, m := range glued.FindAllStringSubmatch(l.text, -1) {
					n, _ := strconv.Atoi(m[1])
					c.pages[i][n] = true
					if _, ok := c.first[n]; !ok {
						c.first[n] = i
					}
				}
			}
		}
	}
}

// of says how well a note's number on a page is called for.
func (c *calls) of(page, number int) float64 {
	if c.pages[page][number] {
		return forCalled
	}
	if page > 0 && c.pages[page-1][number] {
		return forBefore
	}
	if first, ok := c.first[number]; ok && first < page {
		return forEarlier
	}
	return forUncalled
}

// begin is the page on which the article of notes begins that stand from a page
// on: the last before it that calls their first number.
func (c *calls) begin(page, number int) int {
	for i := page; i >= 0; i-- {
		if c.pages[i][number] {
			return i
		}
	}
	return page
}
