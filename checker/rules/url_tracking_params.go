package rules

import (
	"ibid/checker"
)

// URLTrackingParams finds an address that tells where its reader came from.
var URLTrackingParams = &checker.Rule{ID: "url-tracking-params", Group: checker.Links, Severity: checker.Info, Doc: checker.Doc{
	Title: "Address with tracking parameters",
	Text:  "The address ends with marks such as utm_source or fbclid, which tell the site by which newsletter or post a reader came. The page is the same without them.",
	Do:    "Delete them.",
	Quiet: "Other marks behind the question mark, which the page may need.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire?id=7&utm_source=newsletter.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire?id=7.",
	Basis: "Common practice; the ClearURLs lists",
}, Run: run(eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
	clean, removed := untracked(o.url.Address)
	if removed == nil {
		return checker.Finding{}, false
	}
	f := o.finding("The address %s has tracking parameters: %s.", o.where(r.Article), list(removed))
	f.Help = "Use the address without them: " + clean
	f.Evidence = evidence("without them", clean)
	f.Fixes = mend(r.Article, o.url, clean, "Take the tracking parameters out", checker.Safe)
	return f, true
}))}
