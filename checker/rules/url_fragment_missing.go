package rules

import (
	"ibid/checker"
)

// URLFragmentMissing finds an address that names a place which its page lacks.
var URLFragmentMissing = &checker.Rule{ID: "url-fragment-missing", Group: checker.Links, Severity: checker.Info, Network: true, Doc: checker.Doc{
	Title: "Place in the page is missing",
	Text: "The part of an address behind the # names a place in the page: a heading, words to be shown, or a page of a PDF. The page is there, but it has no such place, and " +
		"readers land at its top.",
	Do:    "Find the place again and take its address, or leave the part out.",
	Quiet: "Places that a page makes only while it is shown, such as comments, lines of code and the time in a video.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill#loms.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill#looms.",
	Basis: "HTML, 7.4.6.4; WICG, URL Fragment Text Directives; ISO 32000-2 for #page",
}, Run: run(eachLink(func(_ *checker.Report, l *checker.Link) (checker.Finding, bool) {
	if l.FragmentFault == "" {
		return checker.Finding{}, false
	}
	f := checker.Finding{Message: l.FragmentFault, Help: "Open the link and look where it should lead; the part from the # on can be left out.", Confidence: 0.8}
	return f, true
}))}
