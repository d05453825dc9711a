package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// IbidSameLocator finds an "Ibid." that repeats the page of the citation before it.
var IbidSameLocator = &checker.Rule{ID: "ibid-same-locator", Group: checker.Backref, Severity: checker.Info, Doc: checker.Doc{
	Title: "Ibid. repeats the page",
	Text: "“Ibid.” alone already means the same work and the same page. Here it repeats the very page of the citation before, and the reader looks for a difference that is not " +
		"there.",
	Do:    "Leave the page out.",
	Quiet: "Pages that are written in two ways (12 and 12n3), for they may be two places.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 12.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid.",
	Basis: "CMOS 17, 14.34: Ibid. alone where all is the same",
}, Run: eachCitation(func(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	a := r.Article
	if c.Kind != article.Ibid || c.Back.Device != article.IbidDevice || c.Locator == nil || c.Locator.Inherited || c.Antecedent == nil || c.Antecedent.Part > 0 || c.Target == nil || c.Target.Ambiguous {
		return checker.Finding{}, false
	}
	before := a.Cited(*c.Antecedent)
	if before == nil || !samePlace(before, c.Locator) {
		return checker.Finding{}, false
	}
	m := pageBehindWord.FindStringSubmatchIndex(c.Text)
	if m == nil || c.Text[m[4]:m[5]] != c.Locator.Value {
		return checker.Finding{}, false // more than a page stands there
	}
	f := checker.At(a, ref, "“%s” in note %s repeats the page of the citation before it.", c.Text[m[2]:m[5]], a.Notes[ref.Note].Number)
	f.Help, f.Confidence = "Leave the page out.", 0.9
	note := &a.Notes[ref.Note]
	from, to := c.Start+m[3], c.Start+m[5]
	if strings.HasPrefix(c.Text[m[5]:], "]") {
		to++
	}
	if c.Text[m[3]-1] == '.' && to < note.Text.Len() && note.Text.String[to] == '.' {
		to++ // Ibid. ends with a stop of its own
	}
	if exact(a, note.Text, from, to) {
		f.Fixes = []checker.Fix{{Description: "Leave the page out", Class: checker.Safe, Edits: []checker.Edit{{Span: note.Text.Span(from, to)}}}}
	}
	return f, true
})}

// samePlace says whether a citation gives just that place: other forms of one page
// may be other places. An article's own pages count where no other page is given.
func samePlace(c *article.Citation, l *article.Locator) bool {
	if c.Locator == nil {
		return l.Label == "page" && c.Item.Page == l.Value
	}
	return *c.Locator == *l
}

// pageBehindWord matches a citation that is the word and a page or paragraph and nothing else.
var pageBehindWord = pattern.New(`^(\p{L}[\p{L}.]*),? (?:at |p\. ?|pp\. ?|S\. ?|s\. ?|\[|paras? |Rn\. ?|Rdnr\. ?|Bl\. ?|fols?\. ?|ff?\. ?|§ ?|¶ ?)?(\d[\drv:–-]*)(?:\.?|\]\.?)$`)
