package pdf

import "slices"

// untagged takes the notes that the structure tree names out of the chunks of a
// page, each stretch of one as a region of its own.
func untagged(all []*chunk) (rest []*chunk, notes []region) {
	var open []*chunk
	end := func() {
		if len(open) > 0 {
			notes = append(notes, stretchOf(open))
		}
		open = nil
	}
	for _, c := range all {
		if c.note == 0 {
			rest = append(rest, c)
			continue
		}
		if n := len(open); n > 0 && (open[n-1].note != c.note || c.y > open[n-1].y+2*c.size) { // another note, or another column
			end()
		}
		open = append(open, c)
	}
	end()
	return rest, notes
}

// stretchOf are the lines of a stretch of one note.
func stretchOf(chunks []*chunk) region {
	base := raise(chunks)
	beside := besides(chunks)
	var out region
	for _, row := range rowsOf(base) {
		l := newLine(row, beside)
		l.tag = chunks[0].note
		out = append(out, l)
	}
	return out.measured()
}

// besides are the chunks that stand above or below others, by these.
func besides(all []*chunk) map[*chunk][]*chunk {
	beside := map[*chunk][]*chunk{}
	for _, c := range all {
		if c.base != nil {
			beside[c.base] = append(beside[c.base], c)
		}
	}
	return beside
}

// lumped says whether the structure tree has several notes of a page in one: a
// second number above the line begins a line of it, and follows the first.
func (p *laidOut) lumped() bool {
	for _, r := range p.regions {
		if len(r) == 0 || r[0].tag == 0 {
			continue
		}
		first := r[0].label()
		for _, l := range r[1:] {
			if at := l.label(); raised(l) && at.number == first.number+1 {
				return true
			}
		}
	}
	return false
}

// findTagged makes notes of what the structure tree calls so. It is not believed,
// and false, where this has no numbers that follow each other, or lacks most of
// the numbers that the pages call.
func (d *draft) findTagged() bool {
	byTag := map[int]*note{}
	var order []*note
	for i, p := range d.pages {
		for _, l := range slices.Concat(p.regions...) {
			if l.tag == 0 {
				continue
			}
			n, from := byTag[l.tag], 0
			if n == nil {
				at := l.label()
				n = &note{page: i, tag: l.tag, number: at.shown(l), value: at.number, at: piece{l, at.from, at.end}}
				byTag[l.tag] = n
				order = append(order, n)
				from = at.end
			}
			l.noted = true
			n.goOn(l, from, len(l.text))
		}
	}
	slices.SortStableFunc(order, func(a, b *note) int { return a.tag - b.tag })
	calls := d.calls(0, len(d.pages))
	if !follow(order) || !answer(order, calls) {
		return false
	}
	p := &part{}
	for _, n := range order {
		p.add(n)
		p.restarts = p.restarts || n.set > 0
	}
	d.place(p, calls)
	d.notes = p.notes
	return true
}

// follow says whether nearly all notes have numbers, or signs, each the next
// after another or the first.
func follow(notes []*note) bool {
	good, last := 0, 0
	for _, n := range notes {
		if n.number != "" && (n.value == 0 || n.value == last+1 || n.value == 1 || last == 0) {
			good++
		}
		if n.value > 0 {
			last = n.value
		}
	}
	return len(notes) > 0 && 10*good >= 9*len(notes)
}

// answer says whether the notes have most of the numbers that the pages call.
func answer(notes []*note, calls *calls) bool {
	numbers := map[int]bool{}
	for _, n := range notes {
		numbers[n.value] = true
	}
	answered := 0
	for number := range calls.first {
		if numbers[number] {
			answered++
		}
	}
	return 10*answered >= 7*len(calls.first)
}
