// Package unfold writes an article's notes out: every Ibid., short form and
// idem becomes the full citation that it stands for, with the page that it
// names itself, so that a paragraph can be moved without losing its sources.
//
//	for _, note := range unfold.Notes(a) {
//		fmt.Println(note.Number, note.String())
//	}
//
// What can't be said for certain is never replaced: an ambiguous or unresolved
// back-reference is kept as it stands, with the reason and the best guess
// beside it. Signals and prose are kept. The package computes values only;
// the formats are in reports.
package unfold
