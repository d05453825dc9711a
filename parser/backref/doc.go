// Package backref resolves short citations ("Ibid.", "op. cit.", "supra note
// 4", "Smith, Salt") to the full citation that they stand for.
//
//	backref.Resolve(a) // sets Antecedent, Target and inherited Locators
//
// The notes are walked in order; a history of the works cited so far is kept
// in an index by surname and title word, so that time stays linear. Every
// target has a confidence and a reason in plain words; where two works are
// close, the target is marked as ambiguous and the others are named. Of other
// articles it knows those in Article.Previous only: the earlier parts of a
// series, whose notes stand before the article's own.
package backref
