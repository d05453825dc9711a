package link

import (
	_ "embed"
	"net/url"
	"strings"
	"sync"

	"ibid/pattern"
)

//go:embed data/otherpages.tsv
var otherTable string

// otherPages are the words of pages that are something else than a work, by kind.
var otherPages = sync.OnceValue(func() map[string]*lexicon { //nolint:gochecknoglobals // constant table, read once
	rows := map[string][][]string{}
	for _, row := range tableRows(otherTable) {
		rows[row[0]] = append(rows[row[0]], row)
	}
	byKind := make(map[string]*lexicon, len(rows))
	for kind := range rows {
		byKind[kind] = newLexicon(rows[kind])
	}
	return byKind
})

// prepare has the tables of words ready when the first page comes.
func prepare() {
	notFound()
	otherPages()
	marks()
}

// parkedHosts are where registrars and dealers lead the visitors of domains.
var parkedHosts = pattern.New(`(?i)(?:^|\.)(?:sedo\.com|sedoparking\.com|afternic\.com|dan\.com|hugedomains\.com|undeveloped\.com|parkingcrew\.(?:net|com)|bodis\.com|parklogic\.com|above\.com|namebright\.com|domainmarket\.com|buydomains\.com|brandbucket\.com|squadhelp\.com|atom\.com|efty\.com|domaincntrol\.com|uniregistry\.com|skenzo\.com|domainnamesales\.com|epik\.com|sav\.com|dynadot\.com|porkbun\.com|namecheap\.com|godaddy\.com|parking\.reg\.ru|expireddomains\.com|dnparking\.com|smartname\.com)$|^ww(?:1|\d\d\d?)\.`)

// forSale matches a title that offers a name.
var forSale = pattern.New(`(?i)(?:^|\s)(?:[\p{L}\d-]+\.)+[a-z]{2,}["”]? (?:domain (?:name )?)?(?:is|may be|might be|could be) (?:for sale|parked)`)

// judgeParked recognises a domain without a site: for sale, parked, taken down,
// or the first page of a server that nobody set up.
//
//	<title>example.org is for sale</title>                 content-drift
//	a redirect to www.hugedomains.com                      content-drift
//	a long article on the trade in domains                 not
func judgeParked(t *task, p *Page) (Result, bool) {
	r := Result{Verdict: ContentDrift, Status: p.Status}
	host := t.at.Hostname()
	other := t.first.Hostname() != host && site(t.first.Hostname()) != site(host)
	r.OtherSite = other
	switch {
	case (other || p.TextLength < 2*shortPage) && parkedHosts.MatchString(host):
		r.Reason = "It leads to " + host + ", where domains are sold or parked. The work is gone from here."
	case p.marked("parked") != "" || sayShortly("parked", p) || forSale.MatchString(p.Title) && p.TextLength < longPage || p.TextLength < shellPage && forSale.MatchString(p.Text):
		r.Reason = host + " shows a page that offers the domain for sale or is filled with advertisements (parked), not the work."
	case sayShortly("suspended", p) || p.marked("unset") != "" || p.TextLength < shellPage && sentenceOn(p, p.Text, "site", "shut") != "":
		r.Reason = host + " shows “" + clip(nameOf(p), 80) + "”: the site is taken down or not set up, and the work is not there."
	default:
		return r, false
	}
	ours := parkedHosts.MatchString(t.first.Hostname()) // the trade is the topic
	return r, !(ours || citedAs(t, p, 0.75) || len(t.hops) == 0 && saidInAddress(t.first, nameOf(p)))
}

// sayShortly says whether a page with little text has the words of a kind in
// its title, a heading or its first words.
func sayShortly(kind string, p *Page) bool {
	l := otherPages()[kind]
	if p.TextLength >= 2*shortPage {
		return false
	}
	for _, s := range append([]string{p.Title, p.OGTitle}, p.Headings...) {
		if s == "" || len(s) >= longTitle {
			continue
		}
		if _, ok := l.find(s, true); ok {
			return true
		}
	}
	_, ok := l.find(strings.ToValidUTF8(p.Text[:min(len(p.Text), firstWords)], ""), false)
	return ok
}

var (
	loginHost  = pattern.New(`(?i)^(?:accounts\.google\.com|login\.microsoftonline\.com|login\.live\.com|appleid\.apple\.com|.+\.okta\.com|.+\.auth0\.com|.+\.onelogin\.com|.+\.duosecurity\.com|.+\.b2clogin\.com|.+\.amazoncognito\.com|(?:log-?in|sign-?in|log-?on|sso|idp\d?|idm|auth|cas|shib(?:boleth)?|openathens|wayf|accounts?|authn|oauth|identity|login\d|passport|secure-?login)\..+|.+\.(?:openathens\.net|ezproxy\..+))$`)
	loginPath  = pattern.New(`(?i)(?:^|/)(?:(?:users?|members?|accounts?|customers?|subscribers?|wp|admin|sso|saml|cas|auth|idp)?[-_]?(?:log[-_]?in|sign[-_]?in|log[-_]?on)(?:[-_]?(?:page|form|required|user|action|to-continue))?\d?|(?:auth|log-?in|reg(?:istration)?|sign-?up)-?wall|sso|auth|oauth2?|authorize|authenticate|authn|saml2?|shibboleth(?:\.sso)?|openid(?:-connect)?|adfs|anmelden|anmeldung|connexion|inloggen|logowanie|accedi)(?:\.\w{2,5})?(?:/|$)`)
	loginQuery = pattern.New(`(?i)(?:^|&)(?:return_?(?:to|url|path)|redirect_?(?:to|ur[il])?|next|continue|goto|dest(?:ination)?|back_?(?:to|url)?|target|service|came_?from|referer|forward|ref|rurl|SAMLRequest|RelayState|client_id|login_hint|wa|wtrealm)=`)
	askPath    = pattern.New(`(?i)(?:^|[/.])(?:consent|cookie-?(?:wall|consent|policy)|privacy-?(?:gate|wall|consent)?|gdpr|age-?(?:gate|check|verification)|geo-?(?:gate|block)|collectconsent|paywall|subscribe|subscription|metered)(?:$|[/.?])`)
)

// leadsToLogin says whether a redirect ends at a log-in page.
func leadsToLogin(from, to *url.URL) bool {
	if loginPath.MatchString(from.Path) || loginHost.MatchString(from.Hostname()) {
		return false
	}
	return loginPath.MatchString(to.Path) || loginHost.MatchString(to.Hostname()) && (loginQuery.MatchString(to.RawQuery) || from.Hostname() != to.Hostname() && !strings.EqualFold(from.Path, to.Path))
}

// isLoginForm says whether a page is a form for a name and a password and
// little else.
func isLoginForm(t *task, p *Page) bool {
	if p.TextLength > longPage/2 || citedAs(t, p, 0.5) || addressInTitle(t.first, p) || loginPath.MatchString(t.first.Path) {
		return false
	}
	l := otherPages()["login"]
	head := strings.ToValidUTF8(p.Text[:min(len(p.Text), firstWords)], "")
	if _, says := l.find(head, false); says && p.TextLength < shortPage {
		return true
	}
	for _, s := range []string{p.Title, p.Heading} {
		if _, ok := l.find(s, true); ok && p.Password {
			return true
		}
	}
	return false
}

// addressInTitle says whether a page has the words of its address in its title:
// a wall before the right page.
func addressInTitle(u *url.URL, p *Page) bool {
	named, seen := 0, 0
	title := strings.Join(words(p.Title), " ")
	for _, w := range words(u.Path) {
		if len(w) < 4 || plainSegment(w) {
			continue
		}
		named++
		if strings.Contains(title, w) {
			seen++
		}
	}
	return seen >= 1 && seen*2 >= named
}

// asksConsent says whether a redirect or a page asks for consent, an age or
// money before it shows what is there. The work is behind it.
func asksConsent(p *Page) bool {
	u, err := url.Parse(p.URL)
	return err == nil && (askPath.MatchString(u.Path) || askPath.MatchString(u.Hostname()+"/"))
}
