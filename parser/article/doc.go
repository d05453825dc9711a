// Package article holds what the rest of ibid speaks of: an Article with its
// Markers, its Notes, the Citations in them and the Items these describe.
//
// It holds values only. The packages parser/notes, parser/citation and
// parser/backref fill them in; checker and reports read them. References
// between citations are indices (see [Ref]), so that an Article can be
// copied, compared and written down.
package article
