package rules

import (
	"net/url"
	"slices"
	"strings"

	"ibid/checker"
	"ibid/checker/link"
)

// HTTPWhereHTTPS finds http:// addresses of sites that are known to answer to https://.
var HTTPWhereHTTPS = &checker.Rule{ID: "http-where-https", Group: checker.Links, Severity: checker.Info, Results: true, Doc: checker.Doc{
	Title: "http:// where the site has https://",
	Text:  "The address starts with http://, and the same page can be had by the safer https://.",
	Do:    "Write https://.",
	Quiet: "Names that only look like addresses (handles, purl.org, names in program files), and addresses inside those of archives, which must stay as they were. Where links " +
		"are opened, ibid compares both pages first.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” http://courier.example/fire.\n[^2]: Ivo Kern, “Flood,” https://courier.example/flood.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/fire.\n[^2]: Ivo Kern, “Flood,” https://courier.example/flood.",
	Basis: "Practice of the web; CMOS 17, 14.7, keeps the address as it is",
}, Run: run(plainHTTP)}

func plainHTTP(r *checker.Report) []checker.Finding {
	opened := map[string]*checker.Link{}
	for i := range r.Links {
		opened[r.Links[i].URL] = &r.Links[i]
	}
	all := occurrences(r)
	addresses := make([]*url.URL, len(all))
	secure := map[string]bool{} // hosts that the article links to with https
	for i, o := range all {
		u := o.at
		if addresses[i] = u; u != nil && u.Scheme == "https" && web(strings.TrimSpace(o.url.Raw)) {
			secure[u.Host] = true
		}
	}
	var spots []spot
	var hosts []string
	known, certain := map[string]bool{}, true
	for i, o := range all {
		u := addresses[i]
		if u == nil || u.Scheme != "http" || u.Port() != "" || isName(u) || isExample(r.Article, o) {
			continue
		}
		same, seen := sameOverHTTPS(opened[o.url.Address], u)
		if !same && (seen || !secure[u.Host] && !secureOnly(hostOf(u))) {
			continue
		}
		certain = certain && same
		s := spot{note: o.note, span: o.url.Span}
		if edit, ok := readdress(r.Article, o.url, "https"+strings.TrimPrefix(o.url.Address, "http")); ok {
			s.edits = []checker.Edit{edit}
		}
		spots = append(spots, s)
		if !known[u.Host] {
			known[u.Host] = true
			hosts = append(hosts, u.Host)
		}
	}
	if len(spots) == 0 {
		return nil
	}
	found := grouped(spots, "An address of "+hosts[0]+" starts with http:// "+atSpots(r.Article, spots)+", and the site has https://.", "Write https://.")
	found[0].Evidence = evidence("sites", list(hosts))
	if !certain {
		return mendAll(found, spots, "Write https://", checker.Suggest)
	}
	found[0].Evidence = append(found[0].Evidence, evidence("the https addresses", "opened: they show the same")...)
	return mendAll(found, spots, "Write https://", checker.Safe)
}

// sameOverHTTPS says whether a link's page is the same at its https address, and
// whether its host was asked at all. Where something is wrong with the link,
// other rules say so.
func sameOverHTTPS(l *checker.Link, u *url.URL) (same, seen bool) {
	if l == nil {
		return false, false
	}
	switch l.Verdict { //nolint:exhaustive // the others were opened and are not it
	case link.OK:
		final := parsed(l.FinalURL)
		led := final != nil && final.Scheme == "https" && hostOf(final) == hostOf(u) && final.RequestURI() == u.RequestURI()
		return led || l.OverHTTPS == link.SamePage, l.VouchedBy == ""
	case link.Unchecked, link.Skipped, "":
		return false, false
	}
	return false, true
}

// isName says whether an address is a name first of all: of an XML namespace, a
// schema, or a thing with a permanent number.
func isName(u *url.URL) bool {
	host := hostOf(u)
	return leadsOn(host) || onHost(host, "schema.org") || onHost(host, "xmlns.com") || onHost(host, "doi.org") || onHost(host, "purl.org") || onHost(host, "hdl.handle.net") ||
		host == "w3.org" || strings.HasPrefix(host, "schemas.") || strings.HasPrefix(host, "id.") || strings.HasPrefix(host, "data.") || strings.HasPrefix(u.Path, "/ns/") || strings.HasPrefix(u.Path, "/ark:")
}

// secureOnly are large sites that have answered to nothing but https for years;
// browsers carry most of them in their own lists.
func secureOnly(host string) bool {
	return slices.ContainsFunc([]string{
		"wikipedia.org", "wikimedia.org", "wiktionary.org", "wikisource.org", "wikidata.org", "youtube.com", "youtu.be", "google.com", "twitter.com", "x.com", "facebook.com",
		"instagram.com", "linkedin.com", "reddit.com", "github.com", "medium.com", "nytimes.com", "theguardian.com", "washingtonpost.com", "bbc.com", "bbc.co.uk", "jstor.org",
		"archive.org", "arxiv.org", "ssrn.com", "nature.com", "loc.gov", "nih.gov", "whitehouse.gov", "congress.gov", "vimeo.com", "stackoverflow.com", "wordpress.com", "nps.gov", "justice.gov",
	}, func(domain string) bool { return onHost(host, domain) })
}
