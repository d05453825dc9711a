package link

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"ibid/pattern"
)

var (
	homePath    = pattern.New(`(?i)^/?(?:(?:[a-z]{2}(?:[-_][a-z]{2})?/)?(?:index|home(?:page)?|default|main|welcome|start)?(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?)/?$`)
	errorPath   = pattern.New(`(?i)(?:^|/)(?:(?:http|status|error|err|page)?[-_]?(?:404|410)(?:[-_]?(?:error|page|notfound|not-found))?|(?:page|file|error|resource|content)?[-_]?not[-_]?found|(?:page|file)[-_]?(?:missing|unavailable)|missing(?:-?page)?|errors?(?:[-_]?page)?|no-?such-?page|seite-nicht-gefunden|page-introuvable|pagina-no-encontrada|nicht-gefunden)(?:\.\w{2,5})?/?$`)
	errorQuery  = pattern.New(`(?i)(?:^|&)(?:(?:error|status|code|err|e|errorcode|statuscode|http)=(?:404|410|not[-_]?found)|404(?:;|=|&|$)|aspxerrorpath=|notfound(?:=|&|$)|page_?not_?found|error404)`)
	searchPath  = pattern.New(`(?i)(?:^|/)(?:search|suche|recherche|buscar|busca|ricerca|zoeken|szukaj|poisk|search-?results?)(?:\.\w{2,5})?/?$`)
	sectionPath = pattern.New(`(?i)^/(?:[a-z]{2}/)?(?:news|blog|blogs|articles?|stories|story|archives?|all|list|latest|index|category|categories|topics?|tags?|posts?|press|publications?|events?|products?|sections?|sitemap|overview|media|magazine|opinion|sports?|politics|culture|world|local|business|library|docs|documentation|help|support|contact|about|nachrichten|aktuelles|artikel|archiv|actualites?|actualités|noticias|notizie|nieuws|nyheter)(?:\.\w{2,5})?/?$`)
	// sameEnding matches a last part that only names a form of the same work.
	sameEnding = pattern.New(`(?i)^(?:index|default|home)(?:\.\w{2,5})?$|^(?:amp|print|pdf|html|full|fulltext|abstract|summary|text|epdf|meta|en|de|fr|es|feed|comments?|share|mobile|m|single|all|view|page|read|download|overview|details?|info|introduction|intro|contents?|main|\d{1,3}|page-?\d{1,3})$`)
	longNumber = pattern.New(`\d{5,}`)
)

// judgeDrift recognises an address that answers with something else than the
// work: the home page, a section, a log-in, another site's page.
//
//	/2016/fire → /                              content-drift
//	/2016/fire → /login?next=/2016/fire         content-drift
//	/2016/fire → /404.html                      soft-404
//	/2016/fire → https://other.example/bonus    content-drift, where another title is cited
//	/2016/fire → /2016/fire/                    not: the same work
//	/index.html → /                             not: it was the home page
func judgeDrift(t *task, p *Page) (Result, bool) {
	r := Result{Verdict: ContentDrift, Status: p.Status}
	to := t.at
	if parked, ok := judgeParked(t, p); ok {
		return parked, true
	}
	if len(t.hops) > 0 {
		if moved, ok := judgeMoved(t, p); ok {
			return moved, true
		}
	}
	if isLoginForm(t, p) {
		r.Reason = to.Hostname() + " shows a form to log in, not the work. Open it yourself."
		return r, true
	}
	return r, false
}

// judgeMoved judges where redirects led.
func judgeMoved(t *task, p *Page) (Result, bool) {
	r := Result{Verdict: ContentDrift, Status: p.Status}
	from, to := t.first, t.at
	host := to.Hostname()
	other := site(from.Hostname()) != site(host)
	named := citedAs(t, p, 0.75)
	switch {
	case asksConsent(p):
		return r, false
	case leadsToError(from, to):
		r.Verdict = Soft404
		r.Reason = host + " answers as if all were well, but leads to its page for errors."
		return r, true
	case leadsToLogin(from, to) && !named:
		r.Reason = "It leads to a log-in page at " + host + ", not to the work. Open it yourself."
		return r, true
	case callsItself(p, from):
		return r, false
	case deep(from) && !deep(to) && !named && !ownHost(from, to):
		r.OtherSite = other
		r.Reason = "It leads to the home page of " + host + ", not to the work."
		return r, true
	case other && !sameWork(t, p):
		r.OtherSite = true
		r.Reason = "It leads to another site, " + host + ", and a page with another title: “" + clip(nameOf(p), 80) + "”."
		return r, true
	case other || sameWork(t, p) && len(t.titles) > 0:
		return r, false
	case searchPath.MatchString(to.Path) && !searchPath.MatchString(from.Path):
		r.Reason = "It leads to the search page of " + host + ", not to the work."
		return r, true
	case toSection(from, to):
		r.Reason = "It leads to a general page of the site (" + to.Path + "), not to the work."
		return r, true
	case p.TextLength > 0 && !p.Scripted && p.Words != nil && !sameSlug(from, to) && unlikeAll(t.titles, p, 2):
		r.Reason = "It leads to another page of the site, “" + clip(nameOf(p), 80) + "”, which has nothing of the title cited."
		return r, true
	}
	return r, false
}

func leadsToError(from, to *url.URL) bool {
	return errorPath.MatchString(to.Path) && !errorPath.MatchString(from.Path) || errorQuery.MatchString(to.RawQuery) && !errorQuery.MatchString(from.RawQuery)
}

// deep says whether an address is more than a site's home page. A query that
// names no page, only where a reader comes from, does not make it so.
func deep(u *url.URL) bool {
	if !homePath.MatchString(u.Path) {
		return true
	}
	for key, values := range u.Query() {
		switch k := strings.ToLower(key); {
		case strings.HasPrefix(k, "utm_"):
		case slices.Contains([]string{"ref", "from", "src", "source", "redirect", "redirected", "redirectfrom", "lang", "language", "locale", "hl", "fbclid", "gclid", "notfound", "error", "msg", "message", "r", "rd", "origin", "url", "referrer", "path", "login", "signin", "redirect_to", "return", "returnto", "return_to", "returnurl", "next"}, k):
		case len(values) > 0:
			return true
		}
	}
	return false
}

// ownHost says whether a part of a site moved to a host of its own: from
// /~poole to poole.example.org, from /product to product.example.
func ownHost(from, to *url.URL) bool {
	label, _, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(to.Hostname()), "www."), ".")
	first, rest, _ := strings.Cut(strings.Trim(strings.ToLower(from.Path), "/~"), "/")
	return from.Hostname() != to.Hostname() && first == label && homePath.MatchString("/"+rest)
}

// toSection says whether a redirect cut the path, from a story to its section,
// or leads from a story to a list of them.
func toSection(from, to *url.URL) bool {
	if sameSlug(from, to) || to.RawQuery != "" {
		return false
	}
	a, b := strings.Trim(strings.ToLower(from.Path), "/"), strings.Trim(strings.ToLower(to.Path), "/")
	if b == "" || a == b {
		return false
	}
	if rest, ok := strings.CutPrefix(a, b+"/"); ok {
		for part := range strings.SplitSeq(rest, "/") {
			if !sameEnding.MatchString(part) {
				return true
			}
		}
		return false
	}
	return sectionPath.MatchString(to.Path) && strings.Count(a, "/") > strings.Count(b, "/")
}

// sameSlug says whether two addresses name the same work: by their last part,
// whatever its ending, or by a long number in both.
func sameSlug(from, to *url.URL) bool {
	if strings.EqualFold(strings.Trim(from.Path, "/"), strings.Trim(to.Path, "/")) {
		return true
	}
	if a, b := last(from), last(to); len(b) > 3 && a == b {
		return true
	}
	in := to.Path + "?" + to.RawQuery
	for _, n := range longNumber.FindAllString(from.Path+"?"+from.RawQuery, -1) {
		if strings.Contains(in, n) {
			return true
		}
	}
	return false
}

// last is the part of an address that names the work, in lower case and
// without the ending of a file.
func last(u *url.URL) string {
	p := strings.ToLower(strings.TrimSuffix(u.Path, "/"))
	for sameEnding.MatchString(path.Base(p)) && strings.Count(p, "/") > 1 {
		p = path.Dir(p)
	}
	base := path.Base(p)
	return strings.TrimSuffix(base, path.Ext(base))
}

// sameWork says whether the page at the end of a redirect can be the work: its
// title is one cited, or the last part of the address is the same, or nothing
// is known that speaks against it.
func sameWork(t *task, p *Page) bool {
	if sameSlug(t.first, t.at) {
		return true
	}
	if len(t.titles) == 0 || p.Title == "" && p.OGTitle == "" && p.Heading == "" {
		return true
	}
	return citedAs(t, p, 0.5) || p.Words != nil && titleInText(t.titles, p)
}
