package rules

import (
	"ibid/checker"
	"ibid/checker/link"
)

// TLSError finds a site whose certificate is not in order.
var TLSError = &checker.Rule{ID: "tls-error", Group: checker.Links, Severity: checker.Warning, Network: true, Doc: checker.Doc{
	Title: "Certificate of the site is not in order",
	Text:  "The site cannot show that it is the one it says: its certificate has expired, is made out to another name, or is signed by nobody known. Browsers warn their readers off.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://expired.example/fire.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "RFC 9110 and RFC 5280",
}, Run: run(func(r *checker.Report) []checker.Finding {
	return byHost(r, func(l *checker.Link) (string, checker.Finding, bool) {
		f := says(l, "has a certificate that is not in order", "Open the link in a browser. If it warns, look for another address or an archived copy.")
		return hostKey(l.URL), f, l.Verdict == link.TLS
	})
})}
