// Package rules holds the rules: one file each, every one a documented value
// with a pure function from a report to findings.
//
//	report, err := checker.Check(ctx, art, checker.Options{Rules: rules.All()})
//
// A rule says what was seen and where it matters; its Help says what to do.
// Precision comes first: a rule that is not sure keeps silent. One cause is one
// finding: places that the same cause breaks are Places of that finding, and a
// rule names in Supersedes those that fall away beside it.
//
// Nothing here reads files or the network: verdicts of links are in the report.
package rules
