package rules

import (
	"slices"

	"ibid/checker"
	"ibid/checker/link"
)

// LinkTimeout finds a site that does not answer in time.
var LinkTimeout = &checker.Rule{ID: "link-timeout", Group: checker.Links, Severity: checker.Warning, Network: true, Doc: checker.Doc{
	Title: "No answer in time",
	Text:  "The site did not answer in the time given, in several tries. It may be slow, or gone.",
	Do:    "Try again later, or give it more time (--timeout). If it stays so, give an archived copy.",
	Quiet: "Many silent sites at once: then the network of this computer is named as the likely cause.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://slow.example/fire.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "A reader does not wait either",
}, Run: run(timeouts)}

// timeouts joins the links of one silent host, and all of them where so many
// hosts are silent that the network here must be the cause.
func timeouts(r *checker.Report) []checker.Finding {
	silent, all := hostsWith(r, link.Timeout)
	here := tooMany(silent, all)
	return byHost(r, func(l *checker.Link) (string, checker.Finding, bool) {
		if l.Verdict != link.Timeout {
			return "", checker.Finding{}, false
		}
		f := says(l, "does not answer", "Check again later; if it stays silent, look for an archived copy.")
		key := hostKey(l.URL)
		if here {
			key = "all"
			f.Message = plural(silent, "site") + " of " + plural(all, "site") + " did not answer in time: probably the network of this machine is at fault."
			f.Help = "Check again from another network."
			f.Confidence = 0.5
		}
		return key, f, true
	})
}

// hostsWith counts the hosts of which a link has a verdict, and, if there is
// one, all hosts that were asked.
func hostsWith(r *checker.Report, v link.Verdict) (bad, all int) {
	if !slices.ContainsFunc(r.Links, func(l checker.Link) bool { return l.Verdict == v }) {
		return 0, 0
	}
	hosts, some := map[string]bool{}, map[string]bool{}
	for i := range r.Links {
		l := &r.Links[i]
		switch l.Verdict {
		case link.Unchecked, link.Skipped, link.Malformed:
			continue
		case v:
			some[hostKey(l.URL)] = true
		default:
		}
		hosts[hostKey(l.URL)] = true
	}
	return len(some), len(hosts)
}

// tooMany says whether so many sites fail in one way that the cause is here:
// 30 % of them are not at fault at the same time.
func tooMany(bad, all int) bool { return bad >= 5 && bad*10 > all*3 }
