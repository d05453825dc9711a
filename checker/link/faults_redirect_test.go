package link_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"ibid/checker/link"
)

// leads redirects with a Location of which HOST is the row's own host and port.
func leads(code int, to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, port, _ := strings.Cut(r.Host, ":")
		w.Header()["Location"] = []string{strings.NewReplacer("HOST", r.Host, "PORT", port).Replace(to)}
		w.WriteHeader(code)
	}
}

// chain leads from /x over n pages to /there.
func chain(n int) map[string]http.HandlerFunc {
	also := map[string]http.HandlerFunc{"/x": leads(302, "/hop/1")}
	for i := 1; i < n; i++ {
		also[fmt.Sprintf("/hop/%d", i)] = leads(302, fmt.Sprintf("/hop/%d", i+1))
	}
	also[fmt.Sprintf("/hop/%d", n)] = page("Tide Tables", essay)
	return also
}

// withCookie shows a page to those who bring a cookie, and sends others to
// themselves with one.
func withCookie(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("seen"); err != nil {
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1", Path: "/"})
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
		return
	}
	page("Tide Tables", essay)(w, r)
}

// refreshes is a page that leads on by a header.
func refreshes(to, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Refresh", to)
		page("Tide Tables", body)(w, r)
	}
}

// TestFaultsOfRedirects: where redirects lead, and where they do not.
func TestFaultsOfRedirects(t *testing.T) {
	t.Parallel()
	tides := page("Tide Tables", essay)
	fire := []string{"Fire at the Mill"}
	other := map[string]http.HandlerFunc{"elsewhere.test/": page("Best Casino Bonus of the Year", strings.Repeat("<p>Spin the wheel and win a prize, again and again, with no deposit at all.</p>", 20)), "elsewhere.test/tides": tides}
	runFaults(t, []fault{
		{name: "moved for good", serve: leads(301, "/there"), want: link.Redirected, requests: 2, reason: "/there"},
		{name: "moved for good, 308", serve: leads(308, "/there"), want: link.Redirected, requests: 2},
		{name: "found elsewhere", serve: leads(302, "/there"), want: link.OK, requests: 2},
		{name: "see other", serve: leads(303, "/there"), want: link.OK, requests: 2},
		{name: "for now, 307", serve: leads(307, "/there"), want: link.OK, requests: 2},
		{name: "for now, then for good", serve: leads(302, "/y"), also: map[string]http.HandlerFunc{"/y": leads(301, "/there")}, want: link.OK, requests: 3},
		{name: "for good, then for now", serve: leads(301, "/y"), also: map[string]http.HandlerFunc{"/y": leads(302, "/there")}, want: link.Redirected, requests: 3},
		{name: "several choices without one", serve: status(300), want: link.ServerError},
		{name: "several choices and a place", serve: leads(300, "/there"), want: link.OK, requests: 2},
		{name: "not modified, unasked", serve: status(304), want: link.ServerError},
		{name: "use a proxy", serve: leads(305, "http://proxy.example:3128/"), want: link.ServerError},
		{name: "306", serve: status(306), want: link.ServerError},
		{name: "399", serve: status(399), want: link.ServerError},
		{name: "without a place", serve: redirect(301, ""), want: link.ServerError, reason: "not where to"},
		{name: "an empty place", serve: leads(301, ""), want: link.ServerError},
		{name: "a place that is none", serve: leads(302, "http://[::1"), want: link.ServerError},
		{name: "a place without a host", serve: leads(302, "http:///there"), want: link.ServerError},
		{name: "to a file of the machine", serve: leads(302, "file:///etc/passwd"), want: link.ServerError, reason: "no web page"},
		{name: "to FTP", serve: leads(301, "ftp://harbor.example/tides"), want: link.ServerError},
		{name: "to a script", serve: leads(302, "javascript:alert(1)"), want: link.ServerError},
		{name: "to data", serve: leads(302, "data:text/html,hello"), want: link.ServerError},
		{name: "to mail", serve: leads(302, "mailto:keeper@harbor.example"), want: link.ServerError},
		{name: "to an app", serve: leads(302, "intent://harbor#Intent;end"), want: link.ServerError},
		{name: "to gopher", serve: leads(302, "gopher://127.0.0.1:25/"), want: link.ServerError},
		{name: "to a host that is gone", serve: leads(301, "http://gone.example/there"), want: link.Dead},
		{name: "to nothing there", serve: leads(301, "/missing"), want: link.Dead},
		{name: "to trouble", serve: leads(302, "/broken"), also: map[string]http.HandlerFunc{"/broken": status(500)}, want: link.ServerError},
		{name: "to itself", serve: leads(302, "/x"), want: link.ServerError, reason: "circle"},
		{name: "to itself for good", serve: leads(301, "/x"), want: link.ServerError, reason: "circle"},
		{name: "to itself, with a fragment", serve: leads(302, "/x#top"), want: link.ServerError, reason: "circle"},
		{name: "two that lead to each other", serve: leads(302, "/y"), also: map[string]http.HandlerFunc{"/y": leads(302, "/x")}, want: link.ServerError, reason: "circle"},
		{name: "from name to name and back", also: map[string]http.HandlerFunc{"one.test/x": leads(302, "http://two.test:PORT/x"), "two.test/x": leads(302, "http://one.test:PORT/x")}, host: "one.test", want: link.ServerError, reason: "circle"},
		{name: "longer and longer", serve: leads(302, "/deeper/x"), also: map[string]http.HandlerFunc{"/deeper/": func(w http.ResponseWriter, r *http.Request) { leads(302, "/deeper"+r.URL.Path)(w, r) }}, want: link.ServerError, reason: "more than 10", requests: 11},
		{name: "ten in a row", also: chain(10), want: link.OK, requests: 11},
		{name: "eleven in a row", also: chain(11), want: link.ServerError, reason: "more than 10", requests: 11},
		{name: "to itself with a cookie", serve: withCookie, want: link.OK, requests: 2},
		{name: "a cookie on the way", serve: func(w http.ResponseWriter, r *http.Request) {
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1", Path: "/"})
			leads(302, "/asks")(w, r)
		}, also: map[string]http.HandlerFunc{"/asks": func(w http.ResponseWriter, r *http.Request) {
			if _, err := r.Cookie("seen"); err != nil {
				status(403)(w, r)
				return
			}
			tides(w, r)
		}}, want: link.OK, requests: 2},
		{name: "relative", path: "/a/b/x", also: map[string]http.HandlerFunc{"/a/b/x": leads(302, "../c/there"), "/a/c/there": tides}, want: link.OK, requests: 2},
		{name: "relative to the scheme", serve: leads(302, "//HOST/there"), want: link.OK, requests: 2},
		{name: "a query alone", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.URL.RawQuery == "" {
				leads(302, "?full=1")(w, r)
				return
			}
			tides(w, r)
		}, want: link.OK, requests: 2},
		{name: "with a fragment", serve: leads(301, "/there#tides"), want: link.Redirected, requests: 2},
		{name: "with spaces around it", serve: leads(302, "  /there  "), want: link.OK, requests: 2},
		{name: "with a space in it", serve: leads(302, "/tide tables"), also: map[string]http.HandlerFunc{"/": tides}, want: link.OK, requests: 2},
		{name: "in letters that are not escaped", serve: leads(302, "/приливы"), also: map[string]http.HandlerFunc{"/приливы": tides}, want: link.OK, requests: 2},
		{name: "in Latin-1 that is not escaped", serve: leads(302, "/caf\xe9"), also: map[string]http.HandlerFunc{"/": tides}, want: link.OK, requests: 2},
		{name: "to a name in letters of its own", serve: leads(302, "http://hafen-küste.example:PORT/there"), want: link.OK, requests: 2},
		{name: "with a percent sign too many", serve: leads(302, "/100%-tides"), also: map[string]http.HandlerFunc{"/": tides}, want: link.OK, requests: 2},
		{name: "with backslashes", serve: leads(302, `\there`), also: map[string]http.HandlerFunc{"/": tides}, want: link.OK, requests: 2},
		{name: "a status that needs none with a body", serve: func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Location", "/there"); tides(w, r) }, want: link.OK},
		{name: "a meta refresh", serve: page("Moved", `<meta http-equiv="refresh" content="0; url=/there">`), want: link.OK, requests: 2},
		{name: "a meta refresh in quotes", serve: page("Moved", `<META HTTP-EQUIV=Refresh CONTENT="1;URL='/there'">`), want: link.OK, requests: 2},
		{name: "a meta refresh to nothing", serve: page("Moved", `<meta http-equiv="refresh" content="0; url=/missing">`), want: link.Dead},
		{name: "a meta refresh to the front page", serve: page("Moved", `<meta http-equiv="refresh" content="0; url=/">`), want: link.ContentDrift},
		{name: "meta refreshes in a circle", serve: page("Moved", `<meta http-equiv="refresh" content="0; url=/y">`), also: map[string]http.HandlerFunc{"/y": page("Moved", `<meta http-equiv="refresh" content="0; url=/x">`)}, want: link.ServerError, reason: "circle"},
		{name: "a page that reloads itself", serve: page("Tide Tables", `<meta http-equiv="refresh" content="5; url=/x">`+essay), want: link.OK},
		{name: "a page that reloads every minute", serve: page("Tide Tables", `<meta http-equiv="refresh" content="60; url=/">`+essay), want: link.OK},
		{name: "a meta refresh for those without scripts", serve: page("Tide Tables", `<noscript><meta http-equiv="refresh" content="0; url=/noscript"></noscript>`+essay), want: link.OK},
		{name: "a script that leads on", serve: page("Moved", `<script>window.location.href = "/there";</script>`), want: link.OK, requests: 2},
		{name: "a script that leads to the front page", serve: page("", `<script>location.replace('/')</script>`), want: link.ContentDrift},
		{name: "a script of several frames", serve: page("", `<script>window.top.location.replace("/");</script>`), want: link.ContentDrift},
		{name: "a script when all is loaded", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<html><body onload="window.location='/there'">One moment</body></html>`)
		}, want: link.OK, requests: 2},
		{name: "a Refresh header", serve: refreshes("0; url=/there", ""), want: link.OK, requests: 2},
		{name: "a Refresh header to the front page", serve: refreshes("3;url=/", "<p>This page has moved.</p>"), want: link.ContentDrift},
		{name: "a Refresh header after minutes", serve: refreshes("300; url=/", essay), want: link.OK},
		{name: "a meta refresh after ten seconds", serve: page("Moved", `<meta http-equiv="refresh" content="10; url=/"><p>This page has moved. You will be taken there.</p>`), want: link.ContentDrift},
		{name: "a work that leads on after ten seconds", serve: page("Tide Tables", `<meta http-equiv="refresh" content="10; url=/">`+essay), want: link.OK},
		{name: "a script that may lead elsewhere", serve: page("Tide Tables", essay+`<script>if (old) { location.href = "/old" }</script>`), want: link.OK},
		{name: "to the front page", serve: leads(301, "/"), want: link.ContentDrift, reason: "home page"},
		{name: "to the front page for now", serve: leads(302, "/"), want: link.ContentDrift},
		{name: "to the front page, with a mark", serve: leads(302, "/?utm_source=404&ref=x"), want: link.ContentDrift},
		{name: "to the front page, to log in", serve: leads(302, "/?login=1&redirect_to=/x"), want: link.ContentDrift},
		{name: "to the front page in a language", serve: leads(302, "/en/"), also: map[string]http.HandlerFunc{"/en/": page("Harbor News", essay)}, want: link.ContentDrift},
		{name: "to index.html", serve: leads(302, "/index.html"), also: map[string]http.HandlerFunc{"/index.html": page("Harbor News", essay)}, want: link.ContentDrift},
		{name: "to the front page of another name", serve: leads(301, "http://www.harbor.test:PORT/"), also: map[string]http.HandlerFunc{"www.harbor.test/": page("Harbor", essay)}, want: link.ContentDrift},
		{name: "from the front page to a language", path: "/", also: map[string]http.HandlerFunc{"/{$}": leads(302, "/en/"), "/en/": page("Harbor News", essay)}, want: link.OK, requests: 2},
		{name: "from index.html to the front page", path: "/index.html", also: map[string]http.HandlerFunc{"/index.html": leads(301, "/")}, want: link.Redirected, requests: 2},
		{name: "to a page by its number", serve: leads(301, "/?p=4711"), also: map[string]http.HandlerFunc{"/{$}": tides}, want: link.Redirected, requests: 2},
		{name: "from a story to its section", path: "/news/2016/fire", also: map[string]http.HandlerFunc{"/news/2016/fire": leads(301, "/news/"), "/news/": page("News", essay)}, want: link.ContentDrift, reason: "general page"},
		{name: "from a story to another section", path: "/2016/03/fire-at-the-mill", also: map[string]http.HandlerFunc{"/2016/03/fire-at-the-mill": leads(302, "/archive"), "/archive": page("Archive", essay)}, want: link.ContentDrift},
		{name: "from a story to a search", path: "/2016/fire", also: map[string]http.HandlerFunc{"/2016/fire": leads(302, "/search?q=fire"), "/search": page("Search", essay)}, want: link.ContentDrift, reason: "search"},
		{name: "a slash at the end", path: "/a/fire", also: map[string]http.HandlerFunc{"/a/fire": leads(301, "/a/fire/"), "/a/fire/": tides}, want: link.Redirected, requests: 2},
		{name: "in lower case", path: "/A/Fire", also: map[string]http.HandlerFunc{"/A/Fire": leads(301, "/a/fire"), "/a/fire": tides}, want: link.Redirected, requests: 2},
		{name: "with a language before it", path: "/a/fire", also: map[string]http.HandlerFunc{"/a/fire": leads(301, "/en/a/fire"), "/en/a/fire": tides}, want: link.Redirected, requests: 2},
		{name: "with www before it", host: "harbor.test", serve: leads(301, "http://www.harbor.test:PORT/x"), also: map[string]http.HandlerFunc{"www.harbor.test/x": tides}, want: link.Redirected, requests: 2},
		{name: "without the ending of a file", path: "/a/fire.html", also: map[string]http.HandlerFunc{"/a/fire.html": leads(301, "/a/fire"), "/a/fire": tides}, want: link.Redirected, requests: 2},
		{name: "without index.html", path: "/a/index.html", also: map[string]http.HandlerFunc{"/a/index.html": leads(301, "/a/"), "/a/": tides}, want: link.Redirected, requests: 2},
		{name: "without amp", path: "/a/fire/amp", also: map[string]http.HandlerFunc{"/a/fire/amp": leads(301, "/a/fire"), "/a/fire": tides}, want: link.Redirected, requests: 2},
		{name: "by the same number", path: "/story/48151623", also: map[string]http.HandlerFunc{"/story/48151623": leads(301, "/news/fire-at-the-mill-48151623"), "/news/": tides}, want: link.Redirected, requests: 2},
		{name: "to the work under its title", path: "/old/17", titles: fire, also: map[string]http.HandlerFunc{"/old/17": leads(301, "/2016/mill"), "/2016/mill": page("Fire at the Mill – Harbor News", essay)}, want: link.Redirected, requests: 2},
		{name: "to another story of the site", path: "/old/fire", titles: fire, also: map[string]http.HandlerFunc{"/old/fire": leads(301, "/new/herring"), "/new/herring": page("Herring Prices Fall", essay)}, want: link.ContentDrift},
		{name: "to the work under a title in its own language", path: "/old/18", titles: []string{"The Great Fire at the Harbor Quay"}, also: map[string]http.HandlerFunc{"/old/18": leads(301, "/neu/brand"), "/neu/brand": page("Großbrand am Kai", strings.Repeat("<p>Gestern Mittag brannte die alte Spinnerei bis auf die Mauern nieder, verletzt wurde niemand.</p>", 12))}, want: link.Redirected, requests: 4},
		{name: "to another site with another title", titles: fire, serve: leads(301, "http://elsewhere.test:PORT/bonus"), also: other, want: link.ContentDrift, reason: "another site"},
		{name: "to another site with the title", titles: []string{"Tide Tables"}, serve: leads(301, "http://elsewhere.test:PORT/tides"), also: other, want: link.Redirected, requests: 2},
		{name: "to the front page of another site", serve: leads(301, "http://elsewhere.test:PORT/"), also: other, want: link.ContentDrift},
		{name: "to a log-in page", serve: leads(302, "/login?next=/x"), want: link.ContentDrift, reason: "log-in"},
		{name: "to a log-in page of another host", host: "paper.test", serve: leads(302, "http://login.paper.test:PORT/authorize?client_id=1&redirect_uri=x"), also: map[string]http.HandlerFunc{"login.paper.test/": page("Welcome", "<form><input type=password></form>")}, want: link.ContentDrift, reason: "log-in"},
		{name: "to a sign-in of a school", serve: leads(302, "http://idp.school.test:PORT/profile/SAML2/Redirect/SSO?SAMLRequest=abc"), also: map[string]http.HandlerFunc{"idp.school.test/": page("School", "<form><input type=password></form>")}, want: link.ContentDrift},
		{name: "a log-in page that was cited", path: "/login", want: link.OK},
		{name: "to a page that asks for consent", host: "paper.test", serve: leads(302, "http://consent.paper.test:PORT/?continue=x"), also: map[string]http.HandlerFunc{"consent.paper.test/": page("Before you continue", "<p>We value your privacy.</p><button>Accept all</button>")}, want: link.OK, requests: 2},
		{name: "to a page of errors", serve: leads(302, "/404.html"), also: map[string]http.HandlerFunc{"/404.html": page("Harbor News", "<p>Sorry.</p>")}, want: link.Soft404},
		{name: "to a page of errors by its query", serve: leads(302, "/error?code=404"), also: map[string]http.HandlerFunc{"/error": page("Harbor News", "<p>Sorry.</p>")}, want: link.Soft404},
		{name: "to ASP.NET's page of errors", serve: leads(302, "/oops.aspx?aspxerrorpath=/x"), also: map[string]http.HandlerFunc{"/oops.aspx": page("Harbor News", "<p>Sorry.</p>")}, want: link.Soft404},
		{name: "to a work on errors", path: "/old/12", also: map[string]http.HandlerFunc{"/old/12": leads(301, "/2016/trial-and-error"), "/2016/": tides}, want: link.Redirected, requests: 2},
		{name: "to a work on what is missing", path: "/old/13", also: map[string]http.HandlerFunc{"/old/13": leads(301, "/2016/the-missing"), "/2016/": tides}, want: link.Redirected, requests: 2},
		{name: "to a work on log-ins", path: "/old/14", also: map[string]http.HandlerFunc{"/old/14": leads(301, "/2016/how-to-login-safely"), "/2016/": tides}, want: link.Redirected, requests: 2},
		{name: "to a school called so", path: "/anthro/tides", also: map[string]http.HandlerFunc{"/anthro/tides": leads(301, "/cas/anthropology/tide-work"), "/cas/anthropology/tide-work": tides}, want: link.Redirected, requests: 4},
		{name: "to open access", path: "/old/15", also: map[string]http.HandlerFunc{"/old/15": leads(301, "/acceso-abierto/mareas"), "/acceso-abierto/": tides}, want: link.Redirected, requests: 2},
		{name: "to a log-in of WordPress", serve: leads(302, "/wp-login.php?redirect_to=x"), also: map[string]http.HandlerFunc{"/wp-login.php": page("Harbor", "<form><input type=password></form>")}, want: link.ContentDrift},
		{name: "to a log-in of Rails", serve: leads(302, "/users/sign_in"), also: map[string]http.HandlerFunc{"/users/sign_in": page("Harbor", "<form><input type=password></form>")}, want: link.ContentDrift},
		{name: "to a log-in of ASP.NET", serve: leads(302, "/Account/Login.aspx?ReturnUrl=x"), also: map[string]http.HandlerFunc{"/Account/Login.aspx": page("Harbor", "<form><input type=password></form>")}, want: link.ContentDrift},
		{name: "to the second server of a site", host: "www.harbor.test", serve: leads(301, "http://ww2.harbor.test:PORT/x"), also: map[string]http.HandlerFunc{"ww2.harbor.test/": tides}, want: link.Redirected, requests: 2},
		{name: "to the first server of a site", host: "www.harbor.test", serve: leads(301, "http://ww1.harbor.test:PORT/x"), also: map[string]http.HandlerFunc{"ww1.harbor.test/": page("Tide Tables", essay+essay)}, want: link.Redirected, requests: 2},
		{name: "to an overview", path: "/tides/overview", also: map[string]http.HandlerFunc{"/tides/overview": leads(301, "/tides"), "/tides": tides}, want: link.Redirected, requests: 4},
		{name: "to a dealer in domains", serve: leads(302, "http://www.hugedomains.com:PORT/domain_profile.cfm?d=x"), also: map[string]http.HandlerFunc{"www.hugedomains.com/": page("Harbor", essay)}, want: link.ContentDrift},
		{name: "to a parked name", host: "harbor.test", serve: leads(302, "http://ww25.harbor.test:PORT/x?subid1=1"), also: map[string]http.HandlerFunc{"ww25.harbor.test/": page("harbor.test", "<p>Related links</p>")}, want: link.ContentDrift},
		{name: "to a section that calls itself the story", path: "/news/2016/fire", also: map[string]http.HandlerFunc{"/news/2016/fire": leads(301, "/news/"), "/news/": page("Fire", `<link rel="canonical" href="/news/2016/fire/">`+essay)}, want: link.Redirected, requests: 2},
		{name: "to the front page that calls itself the story", path: "/2016/fire", also: map[string]http.HandlerFunc{"/2016/fire": leads(302, "/?story=1&ref=fire"), "/{$}": page("Fire", `<link rel="canonical" href="/2016/fire">`+essay)}, want: link.OK, requests: 2},
		{name: "to the front page that calls itself so", path: "/2016/fire", also: map[string]http.HandlerFunc{"/2016/fire": leads(302, "/"), "/{$}": page("Harbor", `<link rel="canonical" href="/">`+essay)}, want: link.ContentDrift},
		{name: "a page under another address than its own", serve: page("Tide Tables", `<link rel="canonical" href="/2016/tides">`+essay), want: link.OK},
		{name: "a page that calls itself another site's", serve: page("Tide Tables", `<link rel="canonical" href="https://paper.test/tides">`+essay), want: link.OK},
		{name: "many cookies", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Query().Has("n") {
				tides(w, r)
				return
			}
			for i := range 100 {
				http.SetCookie(w, &http.Cookie{Name: fmt.Sprint("c", i), Value: strings.Repeat("v", 100), Path: "/"})
			}
			leads(302, "/x?n=1")(w, r)
		}, want: link.OK, requests: 2},
		{name: "a long body with the redirect", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "/there")
			w.WriteHeader(302)
			for range 16 {
				if _, err := w.Write(make([]byte, 64<<10)); err != nil {
					return
				}
			}
		}, want: link.OK, requests: 2, bytes: 4 << 20},
	})
}
