package rules

import (
	"html"
	"strings"

	"ibid/checker"
)

// URLBrokenBySpace finds an address with a space inside.
var URLBrokenBySpace = &checker.Rule{ID: "url-broken-by-space", Group: checker.Links, Severity: checker.Error, Doc: checker.Doc{
	Title: "Address is broken by a space",
	Text:  "A space or an invisible hyphen stands inside the address. A reader who clicks it gets only the first half.",
	Do:    "Join the two halves, and see whether the address works.",
	Quiet: "Line breaks in plain text and PDF files, and sentences that start after an address.",
	Bad:   "A.[1]\n\n## Notes\n\n[1] Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire- at-the-mill.html.",
	Good:  "A.[1]\n\n## Notes\n\n[1] Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.html.",
	Basis: "CMOS 17, 14.18",
}, Supersedes: []string{"dead-link", "url-no-scheme", "url-trailing-punctuation"}, Run: run(eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
	if !o.url.BrokenBySpace {
		return checker.Finding{}, false
	}
	f := o.finding("The address %s is broken by a space: “%s”.", o.where(r.Article), ellipsis(o.url.Raw))
	f.Help = "Join it: " + o.url.Address
	f.Confidence = 0.85
	if edit, ok := joined(r, o); ok {
		f.Fixes = []checker.Fix{{Description: "Join the address", Class: checker.Suggest, Edits: []checker.Edit{edit}}}
	}
	return f, true
}))}

// joined is the edit that takes the white space and soft hyphens out.
func joined(r *checker.Report, o occurrence) (checker.Edit, bool) {
	source := r.Article.Text.Cut(o.url.AddressSpan)
	without := strings.Join(strings.Fields(strings.NewReplacer("\u00ad", "", "\u200b", "", "&shy;", "").Replace(source)), "")
	plain := without
	if r.Article.Format != "text" {
		plain = html.UnescapeString(without)
	}
	if o.url.AddressSpan.Empty() || without == source || plain != o.url.Address && "https://"+plain != o.url.Address {
		return checker.Edit{}, false
	}
	return checker.Edit{Span: o.url.AddressSpan, Text: without}, true
}
