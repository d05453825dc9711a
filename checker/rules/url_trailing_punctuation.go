package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// URLTrailingPunctuation finds a link that swallowed the sentence's punctuation.
var URLTrailingPunctuation = &checker.Rule{ID: "url-trailing-punctuation", Group: checker.Links, Severity: checker.Error, Doc: checker.Doc{
	Title: "Link has swallowed punctuation",
	Text: "The full stop, comma or bracket after an address belongs to the sentence. Here the link has swallowed it and leads to an address that ends with it. Most sites then " +
		"answer that there is no such page.",
	Do:    "Take the mark out of the link.",
	Quiet: "Brackets that belong to the address, as in Wikipedia's “…_(film)”, and names that end so (Inc., C++).",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, [“Fire at the Mill,”](https://courier.example/fire.) 2016.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, [“Fire at the Mill,”](https://courier.example/fire) 2016.",
	Basis: "CMOS 17, 14.17–14.18",
}, Run: run(eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
	u := o.url
	if u.Form != article.Href || u.BrokenBySpace {
		return checker.Finding{}, false
	}
	raw := strings.TrimSpace(u.Raw)
	trimmed := strings.TrimRight(raw, ".,;:\"’”“»›…")
	trimmed = unbalanced(trimmed)
	tail := raw[len(trimmed):]
	if strings.Contains(raw, "/wiki/") && strings.Trim(tail, ".,") == "" {
		return checker.Finding{}, false // titles of a wiki's pages end as they like
	}
	if tail == "" || !strings.Contains(raw, "://") || endsSo.MatchString(raw) || strings.HasSuffix(trimmed, "/") && strings.Trim(tail, ".") == "" && len(tail) > 1 {
		return checker.Finding{}, false
	}
	f := o.finding("The link %s ends with “%s”, which belongs to the sentence.", o.where(r.Article), tail)
	f.Help = "Link to “" + trimmed + "”."
	f.Confidence = 0.9
	f.Evidence = evidence("link", raw)
	if i := strings.LastIndex(r.Article.Text.Cut(u.Span), tail); i > 0 && u.Span.End > u.Span.Start {
		cut := u.Span
		cut.Start += i
		cut.End = cut.Start + len(tail)
		f.Fixes = []checker.Fix{{
			Description: "Leave “" + tail + "” out of the link", Class: checker.Suggest,
			Edits: []checker.Edit{{Span: cut}},
		}}
	}
	return f, true
}))}

// endsSo matches addresses that really end with a stop: abbreviations of firms,
// initials, "et al.", file patterns.
var endsSo = pattern.New(`(?i)[/_\-=+.](?:inc|co|corp|ltd|jr|sr|dr|st|mr|al|etc|bros|vs|no|vol|u\.s|u\.k|d\.c|[a-z])\.$|[?&][^=]*=[^&]*["'’”]$`)

// unbalanced trims closing brackets that nothing in the address opens.
func unbalanced(s string) string {
	for s != "" {
		open := map[byte]string{')': "(", ']': "[", '}': "{", '>': "<"}[s[len(s)-1]]
		if open == "" || strings.Count(s, open) >= strings.Count(s, s[len(s)-1:]) {
			return s
		}
		s = strings.TrimRight(s[:len(s)-1], ".,;:")
	}
	return s
}
