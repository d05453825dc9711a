package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// ArchiveUntrusted finds a source whose only copy is in an archive that cannot
// be relied on.
var ArchiveUntrusted = &checker.Rule{ID: "archive-untrusted", Group: checker.Links, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Only copy is in an archive that cannot be relied on",
	Text:  "The only address given is one of an archive that has changed or lost copies: archive.today and its other names, WebCite, Freezepage.",
	Do:    "Look for a copy in the Wayback Machine or on perma.cc, or give the page's own address beside it. Do not delete it: it may be the only copy there is.",
	Quiet: "Notes that give the page's own address as well, and articles about such archives.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2016, https://archive.ph/AbC12.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2016, https://courier.example/fire, archived at https://archive.ph/AbC12.",
	Basis: "Wikipedia stopped using archive.today in February 2026; WebCite has taken no copies since 2019",
}, Run: run(eachAddress(func(r *checker.Report, o occurrence) (checker.Finding, bool) {
	u := o.at
	if o.citation < 0 || u == nil || strings.Trim(u.Path, "/") == "" {
		return checker.Finding{}, false
	}
	host := hostOf(u)
	if !unreliable(host) || otherCopy(&r.Article.Notes[o.note].Citations[o.citation]) {
		return checker.Finding{}, false
	}
	f := o.finding("The only address %s is a copy on %s, an archive that has changed or lost copies.", o.where(r.Article), host)
	f.Help, f.Confidence = "Give the page's own address, or a copy in another archive, beside it.", 0.9
	f.Evidence = evidence("archive", host)
	return f, true
}))}

// unreliable says whether a host is an archive known to alter or lose copies.
func unreliable(host string) bool {
	return slices.Contains([]string{
		"archive.today", "archive.ph", "archive.is", "archive.li", "archive.md", "archive.vn", "archive.fo", "webcitation.org", "freezepage.com",
	}, host)
}

// mostAddresses is how many addresses one source can have; a citation with more
// is a list of sources.
const mostAddresses = 20

// otherCopy says whether a citation has an address that is no such archive's.
func otherCopy(c *article.Citation) bool {
	return len(c.URLs) > mostAddresses || slices.ContainsFunc(c.URLs, func(x article.URL) bool {
		u := parsed(x.Address)
		return u != nil && !unreliable(hostOf(u))
	})
}
