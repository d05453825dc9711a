package document

import "slices"

// Anchors are the ids of elements that a link may name. The zero Anchors are
// none. Most blocks and runs have none, so that Anchors take no more room in them
// than a pointer.
type Anchors struct{ ids *[]string }

// AnchorsOf are anchors of some ids, which must not change afterwards.
func AnchorsOf(ids []string) Anchors {
	if len(ids) == 0 {
		return Anchors{}
	}
	kept := ids // only a list that is kept is put on the heap
	return Anchors{&kept}
}

// Empty says whether there are none.
func (a Anchors) Empty() bool { return a.ids == nil }

// IDs are the ids, in their order: a list to read.
func (a Anchors) IDs() []string {
	if a.ids == nil {
		return nil
	}
	return *a.ids
}

// And are these anchors and more.
func (a Anchors) And(more Anchors) Anchors {
	switch {
	case more.Empty():
		return a
	case a.Empty():
		return more
	}
	return AnchorsOf(slices.Concat(*a.ids, *more.ids))
}
