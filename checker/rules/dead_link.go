package rules

import (
	"strings"

	"ibid/checker"
	"ibid/checker/link"
)

// DeadLink finds an address at which nothing is any more.
var DeadLink = &checker.Rule{ID: "dead-link", Group: checker.Links, Severity: checker.Error, Network: true, Doc: checker.Doc{
	Title: "Link is dead",
	Text: "The site answers that the page is not there, or there is no such site any more. Ibid asked twice, the second time in the way a browser does. A reader cannot get to " +
		"the source.",
	Do:    "Look for the page's new address, or give an archived copy. Where ibid knows one that works, it offers it.",
	Quiet: "Notes that lean on this one by “Ibid.” or a short form, and further links to a lost site: they are named together with it, not one by one.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/gone.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "Pew 2024: 38 % of the pages of 2013 were gone ten years later",
}, Supersedes: []string{"url-no-scheme"}, Run: run(func(r *checker.Report) []checker.Finding {
	return byHost(r, func(l *checker.Link) (string, checker.Finding, bool) {
		if l.Verdict != link.Dead {
			return "", checker.Finding{}, false
		}
		f := says(l, "does not have this page any more", "Look for the page's new address, or use an archived copy.")
		f.Confidence = 0.99
		f.Fixes = archived(r, l)
		if other := l.OtherReadings(); len(other) > 0 {
			f.Help = "A line ends at a hyphen in it; read in the other way it does not work either (" + strings.Join(other, ", ") + "). " + f.Help
		}
		if l.Repair != nil {
			f.Help = "This address works (" + l.Repair.Change + "): " + l.Repair.URL + ". Use it if it shows the source."
			f.Evidence = append(f.Evidence, checker.Evidence{What: "works", Value: l.Repair.Change, URL: l.Repair.URL})
			f.Fixes = append(replaceEverywhere(r, l, l.Repair.URL, "Use the address that works", checker.Suggest), f.Fixes...)
		}
		if l.Status != 0 || l.Repair != nil {
			return "", f, true
		}
		return hostKey(l.URL), f, true // the whole site is gone
	})
})}
