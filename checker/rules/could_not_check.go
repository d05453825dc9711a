package rules

import (
	"ibid/checker"
	"ibid/checker/link"
)

// CouldNotCheck says once that links were not opened.
var CouldNotCheck = &checker.Rule{ID: "could-not-check", Group: checker.Source, Severity: checker.Info, Network: true, OncePerRun: true, Doc: checker.Doc{
	Title: "Links were not opened",
	Text:  "Links were not opened: ibid was told to stay offline, it was stopped, the pages were too large, or this computer has no network. It says nothing about the links.",
	Do:    "Run the check again without --offline, or when the network is back.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/unchecked.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "A check that did not run is neither passed nor failed",
}, Run: run(unchecked)}

func unchecked(r *checker.Report) []checker.Finding {
	n, why := 0, ""
	for i := range r.Links {
		if r.Links[i].Verdict == link.Unchecked {
			n++
			why = r.Links[i].Unreachable
		}
	}
	if n == 0 {
		return nil
	}
	verb := " were"
	if n == 1 {
		verb = " was"
	}
	f := checker.Finding{Note: -1, Citation: -1, Confidence: 1, Message: plural(n, "link") + verb + " not opened."}
	switch why {
	case "offline":
		f.Message += " ibid was told to stay offline."
		f.Help = "Run the check without --offline to open the links."
	case "interrupted":
		f.Message += " The check was stopped before its end."
		f.Help = "Run the check again to open the rest."
	case "no network":
		f.Message += " This machine has no network."
		f.Help = "Connect it to the internet and check again; behind a proxy, set HTTPS_PROXY."
	case "too much data":
		f.Message += " The pages before them held more than is read in one run."
		f.Help = "Run the check again: what was opened is kept, and the rest is opened."
	default:
		f.Help = "Run the check again."
	}
	if why != "" {
		f.Evidence = evidence("reason", why)
	}
	return []checker.Finding{f}
}
