package rules

import (
	"ibid/checker"
	"ibid/checker/link"
)

// SoftNotFound finds a page that answers and says that nothing is there.
var SoftNotFound = &checker.Rule{ID: "soft-404", Group: checker.Links, Severity: checker.Warning, Network: true, Doc: checker.Doc{
	Title: "Page says “not found”",
	Text:  "The address still works, but what it shows is a page that says “not found” or the like. A reader cannot get to the source.",
	Do:    "Look for the page's new address, or give an archived copy.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2009/soft.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "Bar-Yossef et al. 2004",
}, Run: run(verdict(link.Soft404, "shows a page that says “not found”", "Open the link; if the page is gone, look for its new address or an archived copy."))}
