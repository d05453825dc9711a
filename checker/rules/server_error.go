package rules

import (
	"net/http"

	"ibid/checker"
	"ibid/checker/link"
)

// ServerError finds a site that answers with an error of its own.
var ServerError = &checker.Rule{ID: "server-error", Group: checker.Links, Severity: checker.Warning, Network: true, Doc: checker.Doc{
	Title: "Site is broken",
	Text:  "The site answers that something on its side is broken, or gives an answer that no browser understands. It did so every time it was asked.",
	Do:    "Try again in a day or two. If it stays so, give an archived copy.",
	Quiet: "A site that says when to come back: it is busy and not broken (see link-blocked).",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/broken.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "RFC 9110, 15.6",
}, Run: run(eachLink(func(_ *checker.Report, l *checker.Link) (checker.Finding, bool) {
	if l.Verdict != link.ServerError || l.LoopOrTooMany || throttled(l) {
		return checker.Finding{}, false
	}
	help := "Check again later; if it stays so, look for an archived copy."
	if l.Status >= 300 && l.Status < 400 { // it leads nowhere, and will tomorrow
		help = "Open the link in a browser; if nothing comes, look for the page's new address or an archived copy."
	}
	return says(l, "answers with an error of its own", help), true
}))}

// throttled says whether a site is busy and named a time at which to come back.
func throttled(l *checker.Link) bool {
	return l.Verdict == link.ServerError && l.Status == http.StatusServiceUnavailable && l.Page != nil && l.Page.Header.Get("Retry-After") != ""
}
