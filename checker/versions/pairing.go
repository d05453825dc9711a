package versions

import (
	"slices"

	"ibid/parser/article"
)

// pairing is work in progress: the notes of both versions and what is known of
// who is who.
type pairing struct {
	before, after []note
	now, earlier  []int
	// anchors counts the pairs of telling notes found by what they say or by the
	// sentence that calls them, not by their neighbours.
	anchors int
}

func newPairing(before, now *article.Article) *pairing {
	r := reader{ids: map[string]int{}}
	return &pairing{
		before: r.notes(before), after: r.notes(now),
		now: none(len(before.Notes)), earlier: none(len(now.Notes)),
	}
}

func (p *pairing) pair(i, j int) { p.now[i], p.earlier[j] = j, i }

// byText pairs the telling notes whose text stands once in each version.
func (p *pairing) byText() {
	p.unique(func(n *note) string {
		if !n.telling {
			return ""
		}
		return n.key
	}, func(_, _ *note) bool { return true })
}

// byContext pairs notes that the same words of the body call, where they are
// not wholly different.
func (p *pairing) byContext() {
	p.unique(func(n *note) string { return n.context }, similar)
}

// unique pairs the free notes that have a key which no other free note of
// their version has, and that fit.
func (p *pairing) unique(key func(*note) string, fit func(a, b *note) bool) {
	const several = -2
	lone := func(notes []note, taken []int) map[string]int {
		at := map[string]int{}
		for i := range notes {
			k := key(&notes[i])
			if k == "" || taken[i] >= 0 {
				continue
			}
			if _, again := at[k]; again {
				at[k] = several
				continue
			}
			at[k] = i
		}
		return at
	}
	old := lone(p.before, p.now)
	for k, j := range lone(p.after, p.earlier) {
		if i, ok := old[k]; ok && i >= 0 && j >= 0 && fit(&p.before[i], &p.after[j]) {
			p.pair(i, j)
			if p.before[i].telling && p.after[j].telling {
				p.anchors++
			}
		}
	}
}

const (
	// rare is in how many free notes a word may stand that tells them apart.
	rare = 8
	// reworded is the likeness of a note to what it was before it was edited.
	reworded = 0.6
	// near is that of notes that stand at one place.
	near = 0.5
	// maxGap is how many notes between two pairs are compared with each other.
	maxGap = 64
)

// byRareWords pairs reworded notes: those that share words which few others have.
func (p *pairing) byRareWords() {
	holders := map[int][]int{} // word → free notes of before; more than rare are cut
	for i := range p.before {
		if p.now[i] >= 0 || !p.before[i].telling {
			continue
		}
		for _, w := range p.before[i].words {
			if len(holders[w]) <= rare {
				holders[w] = append(holders[w], i)
			}
		}
	}
	best, score := map[int]int{}, map[int]float64{} // note of before → of after
	for j := range p.after {
		if p.earlier[j] >= 0 || !p.after[j].telling {
			continue
		}
		i, s := p.likest(j, holders)
		if s >= reworded && s > score[i] {
			best[i], score[i] = j, s
		}
	}
	for i, j := range best {
		p.pair(i, j)
		p.anchors++
	}
}

// likest is the free note of before that is most like note j, of the few that
// share most rare words with it.
func (p *pairing) likest(j int, holders map[int][]int) (note int, score float64) {
	votes := map[int]int{}
	var who []int
	for _, w := range p.after[j].words {
		if len(holders[w]) > rare {
			continue
		}
		for _, i := range holders[w] {
			if votes[i]++; votes[i] == 1 {
				who = append(who, i)
			}
		}
	}
	slices.SortFunc(who, func(a, b int) int {
		if votes[a] != votes[b] {
			return votes[b] - votes[a]
		}
		return a - b
	})
	for _, i := range who[:min(len(who), rare)] {
		if s := likeness(p.before[i].words, p.after[j].words); s > score {
			note, score = i, s
		}
	}
	return note, score
}

// related says whether enough notes were found again by what they say: a
// quarter of those that say anything, in the version that has fewer.
func (p *pairing) related() bool {
	count := func(notes []note) int {
		n := 0
		for i := range notes {
			if notes[i].telling {
				n++
			}
		}
		return n
	}
	return p.anchors > 0 && 4*p.anchors >= min(count(p.before), count(p.after))
}

func equal(a, b *note) bool { return a.key == b.key }

func similar(a, b *note) bool { return equal(a, b) || likeness(a.words, b.words) >= near }

// neighbours goes on from every pair, and from both ends, as long as the notes
// beside fit: this finds the bare Ibid.s, wherever their block was moved to.
func (p *pairing) neighbours(fit func(a, b *note) bool) {
	try := func(i, j int) {
		if i >= 0 && j >= 0 && i < len(p.before) && j < len(p.after) && p.now[i] < 0 && p.earlier[j] < 0 && fit(&p.before[i], &p.after[j]) {
			p.pair(i, j)
		}
	}
	try(0, 0)
	for i := range p.before {
		if p.now[i] >= 0 {
			try(i+1, p.now[i]+1)
		}
	}
	try(len(p.before)-1, len(p.after)-1)
	for i, j := range slices.Backward(p.now) { // sees the pairs made on the way
		if j >= 0 {
			try(i-1, j-1)
		}
	}
}

// gaps pairs the notes between two pairs that follow each other in both versions.
func (p *pairing) gaps() {
	lastOld, lastNew := -1, -1
	between := func(i, j int) {
		if i > lastOld {
			p.align(free(p.now, lastOld+1, i), free(p.earlier, lastNew+1, j))
		}
		lastOld, lastNew = i, j
	}
	for j := range p.after {
		if i := p.earlier[j]; i >= 0 {
			between(i, j)
		}
	}
	between(len(p.before), len(p.after))
}

// free lists the notes from from to to that have no partner, or nothing where
// they are too many.
func free(taken []int, from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		if taken[i] < 0 {
			if len(out) == maxGap {
				return nil
			}
			out = append(out, i)
		}
	}
	return out
}

// align pairs two short lists in order, so that the pairs are as like as they
// can be in all; equal notes count double.
func (p *pairing) align(old, after []int) {
	if len(old) == 0 || len(after) == 0 {
		return
	}
	value := func(i, j int) float64 {
		a, b := &p.before[old[i]], &p.after[after[j]]
		if equal(a, b) {
			return 2
		}
		if s := likeness(a.words, b.words); s >= near {
			return s
		}
		return 0
	}
	width := len(after) + 1
	best := make([]float64, (len(old)+1)*width) // of the lists' ends from i and j
	values := make([]float64, len(old)*len(after))
	for i := range slices.Backward(old) {
		for j := range slices.Backward(after) {
			v := value(i, j)
			values[i*len(after)+j] = v
			best[i*width+j] = max(best[(i+1)*width+j], best[i*width+j+1])
			if v > 0 {
				best[i*width+j] = max(best[i*width+j], v+best[(i+1)*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(old) && j < len(after); {
		v := values[i*len(after)+j]
		switch {
		case v > 0 && best[i*width+j] == v+best[(i+1)*width+j+1]:
			p.pair(old[i], after[j])
			i++
			j++
		case best[i*width+j] == best[(i+1)*width+j]:
			i++
		default:
			j++
		}
	}
}
