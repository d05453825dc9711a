package pdf

import "strconv"

// calls are the markers of the pages.
type calls struct {
	pages []map[int]bool
	first map[int]int // the page on which a number stands first
}

func (d *draft) calls() *calls {
	c := &calls{first: map[int]int{}}
	for i, p := range d.pages {
		on := map[int]bool{}
		for _, r := range p.regions {
			for _, l := range r {
				l.marks(func(n int) { on[n] = true })
			}
		}
		c.pages = append(c.pages, on)
		for n := range on {
			if _, ok := c.first[n]; !ok {
				c.first[n] = i
			}
		}
	}
	return c
}

// addGlued counts numbers that stand behind words like any other.
func (c *calls) addGlued(d *draft) {
	for i, p := range d.pages {
		for _, r := range p.regions {
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
