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
	Text: "The address starts with http://, and the site answers to https://: the article itself links to it so, or it is one of the large sites that answer to nothing else. Names that " +
		"only look like addresses (XML namespaces, purl.org, handles) and the addresses inside those of archives are left alone.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tide Mills,” http://en.wikipedia.org/w/index.php?title=Tide_mill&oldid=12.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tide Mills,” https://en.wikipedia.org/w/index.php?title=Tide_mill&oldid=12.",
	Basis: "Practice of the web; CMOS 17, 14.7, keeps the address as it is",
}, Run: run(plainHTTP)}

func plainHTTP(r *checker.Report) []checker.Finding {
	// Where a link was opened and something is wrong, other rules say so.
	opened := map[string]link.Verdict{}
	for i := range r.Links {
		opened[r.Links[i].URL] = r.Links[i].Verdict
	}
	all := occurrences(r.Article)
	secure := map[string]bool{} // hosts that the article links to with https
	for _, o := range all {
		if u := parsed(o.url.Address); u != nil && u.Scheme == "https" && web(strings.TrimSpace(o.url.Raw)) {
			secure[u.Host] = true
		}
	}
	var spots []spot
	var hosts []string
	known := map[string]bool{}
	for _, o := range all {
		u := parsed(o.url.Address)
		if u == nil || u.Scheme != "http" || u.Port() != "" || isName(u) || isExample(r.Article, o) || !secure[u.Host] && !secureOnly(hostOf(u)) {
			continue
		}
		switch opened[o.url.Address] {
		case link.OK, link.Unchecked, link.Skipped, "":
		default:
			continue
		}
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
	return mendAll(found, spots, "Write https://", checker.Suggest)
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
