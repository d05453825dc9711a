// Package versions finds, in two versions of one article, which note of the
// one is which note of the other, and whether two citations are of one work.
//
//	m := versions.Match(before, now)
//	if old, ok := m.EarlierNote(4); ok { … }
//
// Notes are known by their text, by the sentence that calls them, by the rare
// words they share, and at last by their neighbours; so a note that was moved,
// renumbered or reworded is found again, and an "Ibid." that stands forty times
// is told by where it stands. What can't be said is left unmatched.
//
// The time is linear in the size of both articles but for sorting. It holds
// values only and reads nothing.
package versions
