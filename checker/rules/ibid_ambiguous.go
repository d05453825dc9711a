package rules

import (
	"strconv"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// IbidAmbiguous finds an "Ibid." that can be read in two ways.
var IbidAmbiguous = &checker.Rule{ID: "ibid-ambiguous", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Ibid. that can be read in two ways",
	Text: "“Ibid.” points back, but it is not clear at what. The note before it is missing or only refers to another note, or “Ibid.” comes with an address or a page that the " +
		"work before cannot have.",
	Do:    "Name the work: author, short title, page.",
	Quiet: "Another page of the same work, which is what “Ibid., 14” is for.",
	Bad:   "A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n[^3]: See note 1.\n[^4]: Ibid.",
	Good:  "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: See note 1.\n[^3]: Ellingsworth, *Tide Tables*, 14.",
	Basis: "CMOS 17, 14.34",
}, Supersedes: []string{"ibid-after-commentary"}, Run: eachCitation(func(r *checker.Report, ref article.Ref, c *article.Citation) (checker.Finding, bool) {
	if c.Kind != article.Ibid || c.Target == nil || c.Back.Device == article.IdemDevice || c.Target.Evidence.Choices > 1 {
		return checker.Finding{}, false
	}
	a := r.Article
	why := doubt(a, ref, c)
	if why == "" {
		return checker.Finding{}, false
	}
	f := checker.At(a, ref, "“%s” in note %s is unclear: %s.", word(c), a.Notes[ref.Note].Number, why)
	if span, ok := within(a, ref, c, c.Back.Word); ok {
		f.Span = span
	}
	f.Help = "Name the work in a short form."
	f.Confidence = 0.8
	f.Evidence = evidence("best guess", describe(a, c.Target.Ref))
	f.Fixes = nameTheWork(a, ref, c)
	return f, true
})}

// doubt says in words why an Ibid. is unclear, or nothing.
func doubt(a *article.Article, ref article.Ref, c *article.Citation) string {
	e := c.Target.Evidence
	switch {
	case e.GapBefore:
		return "a note is missing before it"
	case e.ByNumber != "":
		return "it follows note " + a.Notes[ref.Note-1].Number + " in the text, and note " + e.ByNumber + " by its number"
	case e.CrossrefOnly:
		return "the note before it only refers to another note"
	case e.OtherURL:
		return "it has another address than the work cited before it"
	case c.Target.Ambiguous && len(c.Target.Candidates) > 0:
		return "it may mean " + candidatesText(a, c.Target)
	}
	target := a.Cited(c.Target.Ref)
	if target == nil || c.Locator == nil || c.Locator.Inherited || c.Locator.Label != "page" || target.Locator == nil || target.Item.Type != "article-journal" {
		return ""
	}
	// A page outside the article's own pages. Item.Page holds them only where
	// the citation gives a page of its own beside them.
	first, last, ok := pages(target.Item.Page)
	page, _, one := pages(c.Locator.Value)
	if ok && one && first < last && target.Locator.Value != target.Item.Page && (page < first || page > last) {
		return "page " + strconv.Itoa(page) + " lies outside " + describe(a, c.Target.Ref) + ", pages " + target.Item.Page
	}
	return ""
}

// pages reads "42–54", "142-54" or "42".
func pages(s string) (first, last int, ok bool) {
	head, tail, isRange := strings.Cut(strings.NewReplacer("-", "–", "—", "–", " ", "").Replace(s), "–")
	first, err := strconv.Atoi(head)
	if err != nil || !isRange {
		return first, first, err == nil
	}
	if len(tail) < len(head) {
		tail = head[:len(head)-len(tail)] + tail
	}
	last, err = strconv.Atoi(tail)
	return first, last, err == nil
}
