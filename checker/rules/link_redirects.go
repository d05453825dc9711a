package rules

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/pattern"
)

// LinkRedirects finds a page that has moved for good.
var LinkRedirects = &checker.Rule{ID: "link-redirects", Group: checker.Links, Severity: checker.Info, Network: true, Doc: checker.Doc{
	Title: "Page has moved",
	Text:  "The page has moved for good. The old address still leads to the new one, but the new one will last longer.",
	Do:    "Write the new address.",
	Quiet: "doi.org and other permanent links, short addresses, and detours to a reader's country, language or log-in.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/old.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” https://courier.example/2016/fire-at-the-mill.",
	Basis: "RFC 9110, 15.4.2 and 15.4.9",
}, Run: run(moved)}

func moved(r *checker.Report) []checker.Finding {
	return eachLink(func(r *checker.Report, l *checker.Link) (checker.Finding, bool) {
		if l.Verdict != link.Redirected {
			return checker.Finding{}, false
		}
		u := parsed(l.URL)
		if u == nil || leadsOn(hostOf(u)) {
			return checker.Finding{}, false
		}
		f := says(l, "has moved the page for good", "Use the new address.")
		if l.FinalURL == "" || l.FinalURL == l.URL {
			return f, true
		}
		to, removed := untracked(l.FinalURL)
		if detour(u, parsed(to)) {
			to = forGood(l.Redirects)
		}
		if to == "" || to == l.URL || detour(u, parsed(to)) {
			return checker.Finding{}, false
		}
		if to != l.FinalURL {
			f.Message = "It has moved for good to " + to + "."
		}
		class := checker.Suggest
		if removed == nil && sameButForm(u, parsed(to)) {
			class = checker.Safe
		}
		if u.Fragment != "" && !strings.Contains(to, "#") {
			to += "#" + u.EscapedFragment()
		}
		f.Help = "Use the new address: " + to
		f.Fixes = replaceEverywhere(r, l, to, "Use the new address", class)
		return f, true
	})(r)
}

// forGood is where the permanent redirects at the start of a way end, before
// the first that is meant for now; "" where all are permanent or none is.
func forGood(hops []link.Hop) string {
	for i, h := range hops {
		if h.Status != http.StatusMovedPermanently && h.Status != http.StatusPermanentRedirect {
			if i == 0 {
				return ""
			}
			return h.URL
		}
	}
	return ""
}

// leadsOn says whether it is a host's work to redirect: permanent links and
// short addresses.
func leadsOn(host string) bool {
	return slices.ContainsFunc([]string{
		"doi.org", "dx.doi.org", "hdl.handle.net", "purl.org", "w3id.org", "n2t.net", "ark.cool", "nbn-resolving.org", "perma.cc", "bit.ly", "t.co", "tinyurl.com",
		"goo.gl", "ow.ly", "is.gd", "youtu.be", "nyti.ms", "wp.me", "wapo.st", "bbc.in", "econ.st", "amzn.to", "a.co", "worldcat.org", "openurl.ebsco.com",
	}, func(domain string) bool { return onHost(host, domain) })
}

var (
	session  = pattern.New(`(?i)^(?:phpsessid|jsessionid|aspsessionid\w*|sid|session_?(?:id)?|sessid|cfid|cftoken)$`)
	askFirst = pattern.New(`(?i)(?:^|[/.])(?:consent|cookie-?(?:wall|consent|policy)|privacy-?(?:gate|wall|consent)?|gdpr|age-?(?:gate|check)|geo-?(?:gate|block))(?:$|[/.])`)
	country  = pattern.New(`^/[a-z]{2}(?:[-_][A-Za-z]{2})?(/.*)$`)
)

// detour says whether a redirect serves one reader, and does not say where the
// page is: it adds a session or a country or language, or asks for consent.
func detour(from, to *url.URL) bool {
	if to == nil {
		return false
	}
	if strings.Contains(strings.ToLower(to.Path), ";jsessionid=") || askFirst.MatchString(to.Hostname()) || askFirst.MatchString(to.Path) && !askFirst.MatchString(from.Path) {
		return true
	}
	had := from.Query()
	for key := range to.Query() {
		if session.MatchString(key) && !had.Has(key) {
			return true
		}
	}
	m := country.FindStringSubmatch(to.Path)
	return m != nil && hostOf(from) == hostOf(to) && strings.TrimSuffix(m[1], "/") == strings.TrimSuffix(from.Path, "/")
}

// sameButForm says whether two addresses differ in scheme, "www." or a slash
// at the end only: the same page for certain.
func sameButForm(x, y *url.URL) bool {
	return y != nil && hostOf(x) == hostOf(y) && x.Port() == y.Port() && x.RawQuery == y.RawQuery &&
		strings.TrimSuffix(x.EscapedPath(), "/") == strings.TrimSuffix(y.EscapedPath(), "/")
}
