package rules

import (
	"ibid/checker"
	"ibid/parser/article"
)

// CrossrefOutOfRange finds a reference to a note that is not there.
var CrossrefOutOfRange = &checker.Rule{ID: "crossref-out-of-range", Group: checker.Backref, Severity: checker.Error, Doc: checker.Doc{
	Title: "Reference to a note that is not there",
	Text: "A note sends the reader to another note by its number, and there is no note with that number. Most often the notes were renumbered and the reference was " +
		"not. Numbers of another work's notes, pages, sections and figures do not count.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: See note 14.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: See note 1.",
	Basis: "CMOS 17, 14.31; Bluebook R. 3.5 and 4.2",
}, Supersedes: []string{"short-form-unresolved", "crossref-mismatch", "crossref-stale"}, Run: eachCitation(func(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	a := r.Article
	missing := missingNote(a, ref, c)
	if missing == "" {
		return checker.Finding{}, false
	}
	f := checker.At(a, ref, "Note %s refers to note %s, and there is no note %s.", a.Notes[ref.Note].Number, missing, missing)
	if span, ok := within(a, ref, c, missing); ok {
		f.Span = span
	}
	f.Help = "Correct the number."
	f.Confidence = 0.9
	f.Evidence = evidence("notes in the list", plural(len(a.Notes), "note"))
	return f, true
})}

// missingNote is the first note number that a cross-reference names and the
// article does not have, or "".
func missingNote(a *article.Article, ref article.Ref, c *article.Citation) string {
	if !pointsByNumber(c) {
		return ""
	}
	least := -1
	for n := range a.Notes {
		if v, ok := number(a.Notes[n].Number); ok && (least < 0 || v < least) {
			least = v
		}
	}
	if least < 0 || labelIsName(a, a.Notes[ref.Note].Label) && !plainLabels(a) {
		return "" // names, not numbers: nothing can be said
	}
	for _, label := range c.Back.Notes {
		v, ok := number(label)
		if ok && v >= least && !hasNote(a, label) {
			return label // below least: the first part of a series
		}
	}
	return ""
}

// pointsByNumber says whether a citation refers to notes of this article.
func pointsByNumber(c *article.Citation) bool {
	return (c.Kind == article.Crossref || c.Kind == article.Short && c.Back.Device == article.Supra) && len(c.Back.Notes) > 0 && c.Back.Chapter == ""
}

func hasNote(a *article.Article, label string) bool {
	for n := range a.Notes {
		if a.Notes[n].Number == label {
			return true
		}
	}
	return false
}

// plainLabels says whether the labels of a Markdown article are the numbers
// 1, 2, 3 … that readers will see, too.
func plainLabels(a *article.Article) bool {
	for n := range a.Notes {
		if v, ok := number(a.Notes[n].Number); !ok || v != n+1 {
			return false
		}
	}
	return true
}
