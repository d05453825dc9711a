// Package checker turns an article into a report: it has the article's links
// opened, runs the rules, and puts what they found in order.
//
//	report, err := checker.Check(ctx, art, checker.Options{Rules: rules.All(), Links: engine})
//
// It does not know the rules themselves (checker/rules imports checker, never
// the other way round) and it dials nothing: that is checker/link's work.
package checker
