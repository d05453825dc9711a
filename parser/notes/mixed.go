package notes

import "ibid/parser/document"

// unlinkedNotes adds the notes of a list of linked ones that were typed into it
// later, without links: paragraphs with a label of the same form whose number
// comes next, and that the text calls or that the linked ones stand around.
// It gives the blocks with them, in order.
func (f *finder) unlinkedNotes(blocks []int, starts map[int][]link) []int {
	typed := f.typedLabels(blocks, starts)
	if len(typed) == 0 {
		return nil
	}
	var called map[string]bool
	calls := func(number string) bool {
		if called == nil {
			called = f.called()
		}
		return called[number]
	}
	var more []int
	// Behind each linked note come those that follow it, up to the next linked one.
	for k, b := range blocks {
		last := f.labelValue(b, starts)
		next, end := 0, b+farthest
		if k+1 < len(blocks) {
			next, end = f.labelValue(blocks[k+1], starts), blocks[k+1]
		}
		for i := b + 1; i < min(end, len(f.doc.Blocks)); i++ {
			l, ok := typed[i]
			if !ok || last == 0 || l.value != last+1 || next > 0 && l.value >= next || next == 0 && !calls(l.number) {
				continue
			}
			more, last = append(more, i), l.value
			if next == 0 {
				end = i + farthest
			}
		}
	}
	// Before the first linked one come those that it follows.
	first := f.labelValue(blocks[0], starts)
	for i := blocks[0] - 1; i >= max(0, blocks[0]-farthest) && first > 1; i-- {
		if l, ok := typed[i]; ok && l.value == first-1 && calls(l.number) {
			more, first = append(more, i), l.value
		}
	}
	return more
}

// farthest is how many blocks behind a linked note one is looked for that is not.
const farthest = 50

// typedLabels are the labels of the blocks among and around linked notes that
// stand beside them and begin as they do.
func (f *finder) typedLabels(blocks []int, starts map[int][]link) map[int]label {
	parents, forms := map[int]bool{}, map[form]bool{}
	for _, b := range blocks {
		if len(starts[b]) > 0 {
			parents[f.parent(b)] = true
			forms[f.readLabel(b, f.raisedPrefix(b)).form] = true
		}
	}
	delete(forms, noForm)
	delete(forms, bare) // a number and a space are any sentence's
	typed := map[int]label{}
	if len(forms) == 0 {
		return typed
	}
	for i := max(0, blocks[0]-farthest); i < min(len(f.doc.Blocks), blocks[len(blocks)-1]+farthest); i++ {
		b := &f.doc.Blocks[i]
		if starts[i] != nil || f.owner[i] >= 0 || b.Label != "" || b.Region == document.Chrome || b.Kind == document.Heading || b.Kind == document.Code || !parents[f.parent(i)] {
			continue
		}
		if l := f.readLabel(i, f.raisedPrefix(i)); forms[l.form] && l.value > 0 {
			typed[i] = l
		}
	}
	return typed
}

// labelValue is the number of a linked note, 0 if it has none.
func (f *finder) labelValue(b int, starts map[int][]link) int {
	if l := f.labelOf(b, starts[b]); l.form != noForm {
		return leading(l.number)
	}
	if markers := starts[b]; len(markers) > 0 {
		return leading(markers[0].label)
	}
	return 0
}

// called are the numbers that the text calls without a link.
func (f *finder) called() map[string]bool {
	called := map[string]bool{}
	for _, s := range f.scan() {
		if !s.leading {
			called[s.label] = true
		}
	}
	return called
}
