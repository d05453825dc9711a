package notes

import (
	"slices"
	"sort"
)

// callers finds the places in the text that may call the items of a list. A
// place serves one list: where a list of notes has answered to [1] and [2], the
// numbers of a reading list below it are called by nothing.
type callers struct {
	byLabel map[string][]spot // in document order
	taken   map[string]int    // places that accepted lists use up, their own labels too
}

func newCallers(found []spot) *callers {
	c := &callers{byLabel: map[string][]spot{}, taken: map[string]int{}}
	for _, s := range found {
		c.byLabel[s.label] = append(c.byLabel[s.label], s)
	}
	return c
}

// support counts the numbers of a list that stand in the text before its end,
// and that no list before it has used up.
func (c *callers) support(l *list) int {
	last := l.items[len(l.items)-1].block
	own := map[string]int{}
	for _, item := range l.items {
		own[item.label.number] += c.labels(item)
	}
	n := 0
	for number, labels := range own {
		spots := c.byLabel[number]
		before := sort.Search(len(spots), func(i int) bool { return spots[i].at.block > last })
		if before-labels-c.taken[number] > 0 {
			n++
		}
	}
	return n
}

// raised says whether a label stands raised in the text.
func (c *callers) raised(label string) bool {
	return slices.ContainsFunc(c.byLabel[label], func(s spot) bool { return s.raised && !s.leading })
}

// take uses up the places of a list.
func (c *callers) take(l *list) {
	once := map[string]bool{}
	for _, item := range l.items {
		c.taken[item.label.number] += c.labels(item)
		if !once[item.label.number] {
			once[item.label.number] = true
			c.taken[item.label.number]++
		}
	}
}

// labels counts the places that are an item's own label: 1 for "[3] …", 0 for "3. …".
func (c *callers) labels(item candidate) int {
	spots, n := c.byLabel[item.label.number], 0
	for i := sort.Search(len(spots), func(i int) bool { return spots[i].at.block >= item.block }); i < len(spots) && spots[i].at.block == item.block; i++ {
		if spots[i].leading {
			n++
		}
	}
	return n
}
