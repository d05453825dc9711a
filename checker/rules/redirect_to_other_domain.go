package rules

import (
	"ibid/checker"
	"ibid/checker/link"
)

// RedirectToOtherDomain finds an address that leads to something else on another site.
var RedirectToOtherDomain = &checker.Rule{ID: "redirect-to-other-domain", Group: checker.Links, Severity: checker.Warning, Network: true, Doc: checker.Doc{
	Title: "Link leads to another site",
	Text:  "The address leads to another site, and what stands there is not the work cited. Names of sites are given up and sold.",
	Do:    "Look for the work elsewhere, or give an archived copy.",
	Quiet: "Sites that merely changed their name, permanent links and short addresses, whose work it is to lead elsewhere.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://oldmag.example/drifted-away.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "NYT study 2021: domains resold for their links",
}, Run: run(eachLink(func(r *checker.Report, l *checker.Link) (checker.Finding, bool) {
	if l.Verdict != link.ContentDrift || !l.OtherSite || leadsElsewhere(l.URL) {
		return checker.Finding{}, false
	}
	f := says(l, "leads to another site, which shows something else", "Open the link; if it is not the work, use an archived copy.")
	f.Confidence = 0.85
	f.Fixes = archived(r, l)
	return f, true
}))}

// leadsElsewhere says whether an address leads to other sites by design.
func leadsElsewhere(address string) bool {
	u := parsed(address)
	return u != nil && leadsOn(hostOf(u))
}
