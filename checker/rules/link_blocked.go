package rules

import (
	"net/http"

	"ibid/checker"
	"ibid/checker/link"
)

// LinkBlocked finds a site that does not let programs in.
var LinkBlocked = &checker.Rule{ID: "link-blocked", Group: checker.Links, Severity: checker.Info, Network: true, Doc: checker.Doc{
	Title: "Cannot tell from here",
	Text:  "The site turns programs away or wants a log-in, so ibid cannot see whether the page is there. That does not mean that the link is dead.",
	Do:    "Open it in a browser and look.",
	Quiet: "Each further link of that site: it is named once, with all its links.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://paper.example/closed.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "RFC 9110; RFC 7725 for 451",
}, Run: run(func(r *checker.Report) []checker.Finding {
	return byHost(r, func(l *checker.Link) (string, checker.Finding, bool) {
		if l.Verdict != link.Blocked && !throttled(l) {
			return "", checker.Finding{}, false
		}
		f := says(l, "does not let ibid in", "Open the link in a browser to see whether it is there.")
		key := hostKey(l.URL)
		if l.Status == 451 {
			key += " 451" // withheld by law: a message of its own
			f.Help = "The page is withheld for legal reasons, at least here. Look for an archived copy."
		}
		if l.Status == http.StatusTooManyRequests {
			key += " 429" // no wall: it passes
			f.Help = "Check again later, or open the link in a browser."
		}
		if throttled(l) {
			f.Message = siteName(l.URL) + " is busy and asks to come back later."
			f.Help = "Check again later, or open the link in a browser."
		}
		return key, f, true
	})
})}
