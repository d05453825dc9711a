package rules

import (
	"ibid/checker"
	"ibid/checker/link"
)

// ContentDrift finds an address that shows something else than the work.
var ContentDrift = &checker.Rule{ID: "content-drift", Group: checker.Links, Severity: checker.Warning, Network: true, Doc: checker.Doc{
	Title: "Page shows something else",
	Text:  "The address works, but shows something else than the work cited: the front page of the site, a log-in page, a domain for sale, or an article with another title.",
	Do:    "Look for the page's new address, or give an archived copy from the time when it was read.",
	Quiet: "Pages behind a request for consent or payment that show the right title.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/drifted.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "Bowers, Stanton and Zittrain 2021",
}, Run: run(eachLink(func(r *checker.Report, l *checker.Link) (checker.Finding, bool) {
	if l.Verdict != link.ContentDrift || l.OtherSite && (!leadsElsewhere(l.URL) || !endsAtFront(l.FinalURL)) {
		return checker.Finding{}, false // redirect-to-other-domain says so, or nothing is wrong
	}
	f := says(l, "shows something else than the work cited", "Open the link; if it is not the work, look for its new address or an archived copy.")
	f.Confidence = 0.8
	f.Fixes = archived(r, l)
	return f, true
}))}

// endsAtFront says whether an address is that of a site alone, whatever part of
// its front page it names.
func endsAtFront(address string) bool {
	u := parsed(address)
	if u == nil {
		return false
	}
	page := *u
	page.Fragment = ""
	return frontPage(&page)
}
