package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// ShortTitleMismatch finds a short title that is not that of its work.
var ShortTitleMismatch = &checker.Rule{ID: "short-title-mismatch", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Short title differs from the title",
	Text: "A short form gives a title whose words are only in part those of the work it points at. A short title keeps the words of the title and their order. " +
		"Subtitles, series and abbreviations that the full citation gives are fine.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Time Tables*, 14.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Tide Tables*, 14.",
	Basis: "CMOS 17, 14.33",
}, Run: eachCitation(func(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	a := r.Article
	if c.Kind != article.Short || c.Target == nil || c.Target.Ambiguous || c.Item.Title == "" {
		return checker.Finding{}, false
	}
	score := c.Target.Evidence.TitleScore
	target := a.Cited(c.Target.Ref)
	if score < 0.3 || score >= 0.75 || target == nil || target.Item.Title == "" || namedElsewhere(c, target) {
		return checker.Finding{}, false
	}
	f := checker.At(a, ref, "Note %s gives the title as “%s”; note %s has “%s”.",
		a.Notes[ref.Note].Number, c.Item.Title, a.Notes[c.Target.Ref.Note].Number, target.Item.Title)
	f.Help = "Use words of the title, in their order, or cite the other work in full if another one is meant."
	f.Confidence = 0.8
	f.Evidence = evidence("title in the full citation", target.Item.Title)
	span, ok := within(a, ref, c, c.Item.Title)
	if ok {
		f.Span = span
		f.Fixes = []checker.Fix{{
			Description: "Write “" + mainTitle(target.Item.Title) + "”", Class: checker.Suggest,
			Edits: []checker.Edit{{Span: span, Text: escape(a, mainTitle(target.Item.Title))}},
		}}
	}
	return f, true
})}

// namedElsewhere says whether the short title is a name that the full citation
// gives in another place: a tag in brackets, its series or container, or the
// words of the whole citation.
func namedElsewhere(c, target *article.Citation) bool {
	title := folded(c.Item.Title)
	if slices.ContainsFunc(target.Tags, func(tag string) bool { return strings.Contains(" "+folded(tag)+" ", " "+title+" ") }) {
		return true
	}
	return strings.Contains(" "+folded(target.Text)+" ", " "+title+" ")
}
