package rules

import (
	"ibid/checker"
	"ibid/checker/link"
	"ibid/parser/article"
)

// URLNoScheme finds an address without https://.
var URLNoScheme = &checker.Rule{ID: "url-no-scheme", Group: checker.Links, Severity: checker.Info, Results: true, Doc: checker.Doc{
	Title: "Address without https://",
	Text:  "The address starts with “www.” or a name and not with https://, so readers often cannot click it.",
	Do:    "Put https:// before it.",
	Quiet: "Articles that write most of their addresses that way, as MLA style asks.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Courier*, March 3, 2016, www.courier.example/fire.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Courier*, March 3, 2016, https://www.courier.example/fire.",
	Basis: "CMOS 17, 14.17",
}, Run: run(noScheme)}

func noScheme(r *checker.Report) []checker.Finding {
	bare, all := 0, 0
	for _, o := range occurrences(r) {
		if o.note < 0 {
			continue
		}
		all++
		if o.url.Form == article.SchemeLess {
			bare++
		}
	}
	if bare == 0 || bare > 1 && bare*2 > all {
		return nil // none, or it is the article's style
	}
	verdicts := map[string]link.Verdict{}
	for i := range r.Links {
		verdicts[r.Links[i].URL] = r.Links[i].Verdict
	}
	return eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
		if o.note < 0 || o.url.Form != article.SchemeLess {
			return checker.Finding{}, false
		}
		f := o.finding("The address “%s” %s has no https://, so that readers cannot click it.", ellipsis(o.url.Raw), o.where(r.Article))
		f.Help = "Write “" + o.url.Address + "”."
		class := checker.Suggest
		if verdicts[o.url.Address] == link.OK {
			class = checker.Safe
		}
		span := o.url.AddressSpan
		span.End = span.Start
		f.Fixes = []checker.Fix{{
			Description: "Put https:// before it", Class: class,
			Edits: []checker.Edit{{Span: span, Text: "https://"}},
		}}
		return f, true
	})(r)
}
