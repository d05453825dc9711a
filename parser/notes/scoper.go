package notes

// scoper finds the note that a marker means where numbers restart.
type scoper struct {
	f       *finder
	byLabel map[string][]int // label → drafts, in order
	// ends is the last block of each scope's list; lists that follow the
	// text that they serve are told apart by place.
	first, ends []int
	apart       bool // text stands between the lists
	scope       int  // the scope of the last marker, where lists stand together
	last        int  // its number
}

func newScoper(f *finder) *scoper {
	sc := &scoper{f: f, byLabel: map[string][]int{}}
	for i := range f.drafts {
		d := &f.drafts[i]
		sc.byLabel[d.number] = append(sc.byLabel[d.number], i)
		end := d.pieces[len(d.pieces)-1].block
		for len(sc.ends) <= d.scope {
			sc.ends = append(sc.ends, 0)
			sc.first = append(sc.first, d.at().block)
		}
		sc.ends[d.scope] = end
	}
	for s := 1; s < len(sc.first); s++ {
		sc.apart = sc.apart || sc.first[s]-sc.ends[s-1] > 3
	}
	return sc
}

// find is the draft with a label that a marker at a place means, or -1.
func (sc *scoper) find(at place, label string) int {
	notes := sc.byLabel[label]
	if len(notes) == 0 {
		return -1
	}
	if len(sc.ends) <= 1 {
		return notes[0]
	}
	if sc.apart {
		for _, n := range notes {
			if sc.ends[sc.f.drafts[n].scope] >= at.block {
				return n
			}
		}
		return notes[len(notes)-1]
	}
	// All lists stand together: the numbers of the markers restart as theirs do.
	if n := leading(label); n > 0 {
		if n < sc.last && n <= 2 && sc.scope+1 < len(sc.ends) {
			sc.scope++
		}
		sc.last = n
	}
	for _, n := range notes {
		if sc.f.drafts[n].scope == sc.scope {
			return n
		}
	}
	return -1
}

func (sc *scoper) highest() int {
	n := 0
	for i := range sc.f.drafts {
		n = max(n, leading(sc.f.drafts[i].number))
	}
	return n
}

func (sc *scoper) lowest() int {
	n := leading(sc.f.drafts[0].number)
	for i := range sc.f.drafts {
		if v := leading(sc.f.drafts[i].number); v > 0 {
			n = min(n, v)
		}
	}
	return n
}
