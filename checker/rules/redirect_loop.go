package rules

import (
	"ibid/checker"
	"ibid/checker/link"
)

// RedirectLoop finds an address that leads in a circle.
var RedirectLoop = &checker.Rule{ID: "redirect-loop", Group: checker.Links, Severity: checker.Warning, Network: true, Doc: checker.Doc{
	Title: "Link leads in a circle",
	Text:  "The address leads to another one, that one to a third, and so on without end. Nothing is ever shown.",
	Do:    "Try it in a browser. If it is the same there, look for the page's new address or an archived copy.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/loop.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "Fetch standard: a limit on redirects",
}, Run: run(eachLink(func(_ *checker.Report, l *checker.Link) (checker.Finding, bool) {
	if l.Verdict != link.ServerError || !l.LoopOrTooMany {
		return checker.Finding{}, false
	}
	return says(l, "leads from address to address without end", "Open the link in a browser; if nothing comes, look for the page's new address or an archived copy."), true
}))}
