// Package style knows what style guides say of notes.
//
//	guide, err := style.Named("oscola")
//	if guide.OpCit == style.No { … } // "op. cit." is out of use
//
// A [Guide] is a row of facts, each with its place in the guide. Where it is
// silent, and under [Auto], which always is, rules of taste hold an article to
// its own habits.
package style
