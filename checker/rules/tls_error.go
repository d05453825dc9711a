package rules

import (
	"ibid/checker"
	"ibid/checker/link"
)

// TLSError finds a site whose certificate is not in order.
var TLSError = &checker.Rule{ID: "tls-error", Group: checker.Links, Severity: checker.Warning, Network: true, Doc: checker.Doc{
	Title: "Certificate of the site is not in order",
	Text: "The site cannot prove that it is the one it says: its certificate has expired, belongs to another name, or was issued by nobody known. Browsers warn their readers " +
		"off.",
	Do:    "Look at the page in a browser. If the warning comes there too, look for another address or an archived copy.",
	Quiet: "Trouble with many sites at once: then this computer is named as the likely cause, by its clock or its settings.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://expired.example/fire.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "RFC 9110 and RFC 5280",
}, Run: run(func(r *checker.Report) []checker.Finding {
	bad, all := hostsWith(r, link.TLS)
	here := tooMany(bad, all)
	return byHost(r, func(l *checker.Link) (string, checker.Finding, bool) {
		if l.Verdict != link.TLS {
			return "", checker.Finding{}, false
		}
		f := says(l, "has a certificate that is not in order", "Open the link in a browser. If it warns, look for another address or an archived copy.")
		key := hostKey(l.URL)
		if here {
			key = "all"
			f.Message = "The certificates of " + plural(bad, "site") + " of " + plural(all, "site") + " are not accepted here: probably the clock of this machine, its list of authorities, or a proxy is at fault."
			f.Help = "Set the clock, update the system’s certificates, or check again from another network."
			f.Confidence = 0.5
		}
		return key, f, true
	})
})}
