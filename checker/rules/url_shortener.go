package rules

import (
	"slices"
	"strings"

	"ibid/checker"
)

// URLShortener finds a short address that hides where it leads.
var URLShortener = &checker.Rule{ID: "url-shortener", Group: checker.Links, Severity: checker.Warning, Results: true, Doc: checker.Doc{
	Title: "Short address that hides the source",
	Text: "The address comes from a service that makes long ones short (bit.ly, tinyurl.com and the like). A reader cannot see where it leads, and it dies with the service: " +
		"Google's closed in 2025.",
	Do:    "Open it and write the address where you arrive.",
	Quiet: "Short addresses that publishers keep themselves (nyti.ms, youtu.be, perma.cc).",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2016, https://bit.ly/3xYz9Ab.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2016, https://courier.example/fire.",
	Basis: "CMOS 17, 14.10",
}, Supersedes: []string{"link-redirects"}, Run: run(shortAddresses)}

// shortener says whether a host's addresses are short ones of anybody's pages.
func shortener(host string) bool {
	return slices.Contains([]string{
		"bit.ly", "bitly.com", "j.mp", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "v.gd", "buff.ly", "tiny.cc", "t.ly", "cutt.ly", "rb.gy", "rebrand.ly", "shorturl.at",
		"lnkd.in", "dlvr.it", "tr.im", "cli.gs", "su.pr", "snipurl.com", "snurl.com", "adf.ly", "bl.ink", "short.io", "soo.gd", "s2r.co", "x.gd", "clck.ru", "tny.im",
		"trib.al", "fb.me", "hubs.ly", "hubs.la", "qr.ae", "urlz.fr", "kutt.it", "moourl.com", "twurl.nl", "po.st", "ht.ly", "dft.ba", "surl.li", "tinyurl.is", "reurl.cc", "me2.do",
	}, host)
}

func shortAddresses(r *checker.Report) []checker.Finding {
	leads := map[string]string{} // address → where it led, when it was opened
	for i := range r.Links {
		if l := &r.Links[i]; l.FinalURL != "" && l.FinalURL != l.URL {
			leads[l.URL] = l.FinalURL
		}
	}
	return eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
		if o.note < 0 {
			return checker.Finding{}, false
		}
		u := o.at
		if u == nil || !shortener(hostOf(u)) || strings.Trim(u.Path, "/") == "" || isExample(r.Article, o) {
			return checker.Finding{}, false
		}
		f := o.finding("The short address “%s” %s hides where it leads.", ellipsis(o.url.Raw), o.where(r.Article))
		f.Help, f.Confidence = "Open it and give the address of the page itself.", 0.95
		f.Evidence = evidence("service", hostOf(u))
		if to := leads[o.url.Address]; to != "" {
			f.Help = "Give the address that it leads to: " + to
			f.Fixes = mend(r.Article, o.url, to, "Use the address that it leads to", checker.Suggest)
		}
		return f, true
	})(r)
}
