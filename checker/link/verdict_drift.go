package link

import (
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

var (
	loginPath  = regexp.MustCompile(`(?i)(?:^|/|[-_.])(?:log-?in|sign-?in|log-?on|sign_?in|sso|cas|auth|oauth2?|account/login|users/sign_in|wp-login\.php|shibboleth|saml2?|anmelden|connexion)(?:$|[/.?-])`)
	homePath   = regexp.MustCompile(`(?i)^/?(?:index\.\w{2,5}|home(?:page)?(?:\.\w{2,5})?|default\.\w{2,5}|[a-z]{2}(?:[-_][a-z]{2})?|main)?/?$`)
	parkedText = regexp.MustCompile(`(?i)(?:this|the) domain (?:name )?(?:is|may be|has been)?\s*(?:for sale|parked|available|expired)|buy this domain|domain is for sale|diese domain (?:steht zum verkauf|ist zu verkaufen)|ce (?:nom de )?domaine est à vendre|este dominio está (?:en venta|a la venta)|questo dominio è in vendita|domain parking|parked free|sedoparking|hugedomains|dan\.com|afternic|domeinnaam te koop|домен продается|ドメインは売り出し中|该域名(?:正在)?出售`)
	errorPath  = regexp.MustCompile(`(?i)(?:^|/)(?:404|not-?found|page-?not-?found|error(?:-?404)?|missing)(?:\.\w{2,5})?/?$`)
)

// judgeDrift recognises an address that answers with something else than the
// work: home page, log-in, parked domain, another site's page.
func judgeDrift(t *task, p *Page) (Result, bool) {
	r := Result{Verdict: ContentDrift, Status: p.Status}
	from, to := t.first, t.at
	if parked(p) {
		r.Reason = to.Hostname() + " shows a page that offers the domain for sale, not the work."
		r.OtherSite = site(from.Hostname()) != site(to.Hostname())
		return r, true
	}
	if len(t.hops) == 0 {
		return r, false
	}
	other := site(from.Hostname()) != site(to.Hostname())
	switch {
	case errorPath.MatchString(to.Path) && !errorPath.MatchString(from.Path):
		r.Verdict = Soft404
		r.Reason = to.Hostname() + " answers as if all were well, but leads to its page for errors."
		return r, true
	case loginPath.MatchString(to.Path) && !loginPath.MatchString(from.Path):
		r.Reason = "It leads to a log-in page at " + to.Hostname() + ", not to the work. Open it yourself."
		return r, true
	case deep(from) && !deep(to) && to.RawQuery == "":
		r.OtherSite = other
		r.Reason = "It leads to the home page of " + to.Hostname() + ", not to the work."
		return r, true
	case other && !sameWork(t, p):
		r.OtherSite = true
		r.Reason = "It leads to another site, " + to.Hostname() + ", and a page with another title: “" + clip(p.Title, 80) + "”."
		return r, true
	case !other && shorter(from, to) && !sameWork(t, p):
		r.Reason = "It leads to a general page of the site (" + to.Path + "), not to the work."
		return r, true
	}
	return r, false
}

// deep says whether an address is more than a site's home page.
func deep(u *url.URL) bool { return !homePath.MatchString(u.Path) || u.RawQuery != "" }

// shorter says whether a redirect only cut the path: from a story to its section.
func shorter(from, to *url.URL) bool {
	a, b := strings.Trim(from.Path, "/"), strings.Trim(to.Path, "/")
	return b != "" && a != b && strings.HasPrefix(a, b+"/") && to.RawQuery == ""
}

// sameWork says whether the page at the end of a redirect can be the work: its
// title is one cited, or the last part of the address is the same, or nothing
// is known that speaks against it.
func sameWork(t *task, p *Page) bool {
	if last(t.first) == last(t.at) && len(last(t.at)) > 3 {
		return true
	}
	if len(t.titles) == 0 || p.Title == "" && p.OGTitle == "" && p.Heading == "" {
		return site(t.first.Hostname()) != site(t.at.Hostname())
	}
	for _, cited := range t.titles {
		for _, seen := range []string{p.OGTitle, p.Heading, p.Title} {
			if seen != "" && Alike(cited, seen) >= 0.5 {
				return true
			}
		}
	}
	return false
}

func last(u *url.URL) string { return strings.ToLower(path.Base(strings.TrimSuffix(u.Path, "/"))) }

// parked says whether a page offers its domain for sale.
func parked(p *Page) bool {
	if parkedText.MatchString(p.Title) {
		return true
	}
	return p.TextLength < 1500 && parkedText.MatchString(p.Text)
}

// Alike says how much two titles are alike, 0 to 1: the share of the shorter
// one's words that the other has, or their closeness letter by letter.
func Alike(a, b string) float64 {
	x, y := words(a), words(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	if len(y) < len(x) {
		x, y = y, x
	}
	have := map[string]bool{}
	for _, w := range y {
		have[w] = true
	}
	n := 0
	for _, w := range x {
		if have[w] {
			n++
		}
	}
	share := float64(n) / float64(len(x))
	if len(a) > 300 || len(b) > 300 {
		return share
	}
	ra, rb := strings.ToLower(a), strings.ToLower(b)
	d := levenshtein.ComputeDistance(ra, rb)
	return max(share, 1-float64(d)/float64(max(len([]rune(ra)), len([]rune(rb)))))
}

// words are the words of a title in lower case; single letters are left out.
func words(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 1 {
			out = append(out, w)
		}
	}
	return out
}
