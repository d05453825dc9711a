package document

// Link is where a run leads: the link target as the source has it, entities
// decoded. The zero Link leads nowhere. Most runs lead nowhere, so a Link takes
// no more room in them than a pointer.
type Link struct{ to *Text }

// LinkTo is a Link to a target; the zero Link for an empty one.
func LinkTo(target Text) Link {
	if target.Empty() {
		return Link{}
	}
	to := target // only a target that is kept is put on the heap
	return Link{&to}
}

// Empty says that it leads nowhere.
func (l Link) Empty() bool { return l.to == nil }

// Text is the target, the zero Text if there is none.
func (l Link) Text() Text {
	if l.to == nil {
		return Text{}
	}
	return *l.to
}

// String is the target's text, or "".
func (l Link) String() string {
	if l.to == nil {
		return ""
	}
	return l.to.String
}

// All is where the target stands in the source.
func (l Link) All() Span { return l.Text().All() }
