package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// IbidAfterCommentary finds an "Ibid." with a note of remarks between it and its source.
var IbidAfterCommentary = &checker.Rule{ID: "ibid-after-commentary", Group: checker.Backref, Severity: checker.Info, Doc: checker.Doc{
	Title: "Ibid. after a note that cites nothing",
	Text: "“Ibid.” means the work in the note right before it. Here that note only remarks on something and cites nothing, so the reader has to go back further. What is meant " +
		"is clear enough, but a short form is kinder.",
	Do:  "Write author, short title and page in place of “Ibid.”.",
	Bad: "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: The author thanks the keeper of the harbor for the loan of the ledgers.\n[^3]: Ibid., 14.",
	Good: "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: The author thanks the keeper of the harbor for the loan of the ledgers.\n" +
		"[^3]: Ellingsworth, *Tide Tables*, 14.",
	Basis: "CMOS 17, 14.34: the note immediately preceding",
}, Run: eachCitation(func(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	a := r.Article
	if c.Kind != article.Ibid || c.Target == nil || c.Antecedent == nil || c.Antecedent.Part > 0 || c.Back.Device == article.IdemDevice || !onlyRemarks(a, c.Antecedent.Note, ref.Note) {
		return checker.Finding{}, false
	}
	f := checker.At(a, ref, "Between “%s” in note %s and its source in note %s stands a note that cites nothing.",
		word(c), a.Notes[ref.Note].Number, a.Notes[c.Antecedent.Note].Number)
	if span, ok := within(a, ref, c, c.Back.Word); ok {
		f.Span = span
	}
	f.Help, f.Confidence = "Name the work in a short form.", 0.9
	f.Evidence = evidence("source", describe(a, c.Target.Ref))
	f.Fixes = nameTheWork(a, ref, c)
	return f, true
})}

// onlyRemarks says whether between two notes there are others, all of which
// cite nothing: they hold no number either, which a file or a law would have.
func onlyRemarks(a *article.Article, from, to int) bool {
	for n := from + 1; n < to; n++ {
		for i := range a.Notes[n].Citations {
			if c := &a.Notes[n].Citations[i]; c.Kind != article.Commentary || strings.ContainsAny(c.Text, "0123456789") {
				return false
			}
		}
	}
	return to > from+1
}
