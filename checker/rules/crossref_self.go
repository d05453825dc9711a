package rules

import (
	"slices"

	"ibid/checker"
	"ibid/parser/article"
)

// CrossrefSelf finds a note that points to itself.
var CrossrefSelf = &checker.Rule{ID: "crossref-self", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Note refers to itself",
	Text:  "A note sends the reader to its own number. Most often the notes were renumbered and the reference was not.",
	Do:    "Put in the number of the note that is meant.",
	Quiet: "Numbers of lists, equations and sections.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: See note 2.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: See note 1.",
	Basis: "Bluebook R. 3.5",
}, Supersedes: []string{"crossref-stale", "crossref-mismatch", "short-form-unresolved"}, Run: eachCitation(func(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	a := r.Article
	own := a.Notes[ref.Note].Number
	if !pointsByNumber(c) || len(c.Back.Notes) != 1 || !slices.Contains(c.Back.Notes, own) {
		return checker.Finding{}, false
	}
	f := checker.At(a, ref, "Note %s refers to itself.", own)
	if span, ok := numberSpan(a, ref, c, own); ok {
		f.Span = span
	}
	f.Help = "Correct the number, or delete the reference."
	f.Confidence = 0.9
	f.Evidence = evidence("reference", ellipsis(c.Text))
	return f, true
})}
