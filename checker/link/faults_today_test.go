package link_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/http2"

	"ibid/checker/link"
)

// TestFaultsOfToday: walls, missing pages and names for sale as the hosts of these years show them.
func TestFaultsOfToday(t *testing.T) {
	t.Parallel()
	bare := func(name string, want link.Verdict, code int, title, body string, headers ...string) fault {
		return fault{name: name, serve: sends(code, "<!DOCTYPE html><html lang=en><head><title>"+title+"</title></head><body>"+body+"</body></html>", headers...), want: want}
	}
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	drift := func(name, title, body string) fault { return bare(name, link.ContentDrift, 200, title, body) }
	runFaults(t, []fault{
		bare("a price for crawlers", link.Blocked, 402, "Payment Required", "<h1>Payment required</h1><p>This content is available to crawlers at a price.</p>", "Crawler-Price", "USD 0.01"),
		bare("too fast for Cloudflare", link.Blocked, 429, "Access denied | harbor.example used Cloudflare to restrict access", "<h1>Error 1015</h1><h2>You are being rate limited</h2><p>The owner of this website has banned you temporarily from accessing this website.</p>"),
		bare("a box to tick", link.Blocked, 200, "harbor.example", `<h1>harbor.example</h1><p>Verify you are human by completing the action below.</p><div class="cf-turnstile"></div><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script><p>harbor.example needs to review the security of your connection before proceeding.</p>`),
		bare("Anubis refuses", link.Blocked, 200, "Oh noes!", `<link rel="stylesheet" href="/.within.website/x/xess/xess.css"><h1>Oh noes!</h1><img src="/.within.website/x/cmd/anubis/static/img/reject.webp"><p>Access Denied: error code 7f3a.</p>`),
		bare("a publisher's question", link.Blocked, 200, "Harbor Direct", "<h1>Are you a robot?</h1><p>Please confirm you are a human by completing the captcha challenge below.</p><div id=captcha-box></div><p>Reference number: 8f2c1a. IP Address: 192.0.2.7</p>"),
		bare("a library's check of access", link.Blocked, 200, "Harbor Library: Access Check", "<h1>Access Check</h1><p>Our systems have detected unusual traffic activity from your network. Please complete this reCAPTCHA to demonstrate that it's you making the requests and not a robot.</p><div class=g-recaptcha></div>"),
		bare("a sum to be done", link.Blocked, 200, "Checking…", `<h1>One moment, please</h1><p>We are checking that you are not a robot.</p><altcha-widget challengeurl="/altcha"></altcha-widget>`),
		bare("a shield", link.Blocked, 200, "Establishing a secure connection ...", `<h1>Establishing a secure connection ...</h1><p>Checking your browser before you are taken to harbor.example.</p><script src="/.bunny-shield/assets/challenge.js"></script>`),
		bare("Fastly's challenge", link.Blocked, 200, "Client Challenge", `<noscript>JavaScript is disabled in your browser.</noscript><p>A required part of this site couldn’t load.</p><script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>`),
		bare("a cookie that a script works out", link.Blocked, 200, "", `<script type="text/javascript" src="/aes.js"></script><script>function toNumbers(d){var e=[];d.replace(/(..)/g,function(d){e.push(parseInt(d,16))});return e}var a=toNumbers("f655"),b=toNumbers("983"),c=toNumbers("e0d");document.cookie="__test="+toHex(slowAES.decrypt(c,2,a,b))+"; path=/"; location.href="http://harbor.example/x?i=1";</script><noscript>This site requires Javascript to work, please enable Javascript in your browser or use a browser with Javascript support</noscript>`),
		bare("network security", link.Blocked, 403, "Blocked", "<p>You've been blocked by network security.</p><p>To continue, log in to your account or use your developer token.</p>"),
		{name: "to a wall that asks for an account", serve: leads(302, "/authwall?trk=gf&sessionRedirect=http%3A%2F%2FHOST%2Fx"), also: map[string]http.HandlerFunc{"/authwall": found("Sign Up | Harbor", "<h1>Join Harbor</h1><form><input name=email><input type=password><button>Agree & Join</button></form><p>Already on Harbor? Sign in</p>")}, want: link.ContentDrift},
		{name: "to an account, as a gallery asks", serve: leads(302, "/accounts/login/?next=%2Fx"), also: map[string]http.HandlerFunc{"/accounts/login/": sends(200, `<html><head><title>Login • Harbor</title></head><body><div id="root"></div><script src=/a.js></script></body></html>`)}, want: link.ContentDrift},
		drift("parked at its host", "Parked Domain name on Harborhost DNS system", "<h1>Happy to see your domain with Harborhost!</h1><p>Your domain is active and is using our name servers. Take the recommended steps below.</p>"),
		drift("suspended until its owner answers", "Suspended Domain", "<h1>This domain is suspended</h1><p>This domain name has been suspended because the email address of its registrant has not been verified.</p>"),
		drift("without a site at its builder", "Harborbuilder", "<h1>Looks Like This Domain Isn't Connected To A Website Yet</h1><p>If this is your domain, learn how to connect it.</p>"),
		drift("a blog that is private now", "Private Site", "<h1>Private Site</h1><p>This site is currently private. Log in to request access.</p>"),
		drift("Caddy at its start", "Caddy works!", "<h1>Congratulations!</h1><p>Your web server is working. Caddy works!</p>"),
		drift("a home of something to come", "harbor.example", "<h1>Future home of something quite cool.</h1><p>If you're the site owner, log in to launch this site. If you are a visitor, check back soon.</p>"),
		drift("a premium name", "OldCourier.example | Premium domain for sale", "<h1>OldCourier.example</h1><p>is a premium domain name available for sale. Buy now, or make an offer. Lease to own from $99 a month.</p>"),
		drift("a lottery in Chinese", "澳门新葡京官网-首页", strings.Repeat("<p>澳门新葡京官方网站，真人娱乐，彩票投注，注册送彩金。</p>", 15)).cited("The Flood of 1953 and the Breaking of the Wall"),
		bare("an edge that knows no such name", link.ServerError, 500, "Fastly error: unknown domain harbor.example", "<p>Fastly error: unknown domain: harbor.example. Please check that this domain has been added to a service.</p>"),
		bare("an origin that is down", link.ServerError, 521, "harbor.example | 521: Web server is down", "<h1>Web server is down <span>Error code 521</span></h1>"),
		bare("upkeep for an hour", link.ServerError, 503, "Maintenance", "<h1>Maintenance</h1>", "Retry-After", "3600"),
		bare("a tombstone", link.Dead, 410, "Record deleted", "<h1>Gone</h1><p>The record you are trying to access was removed. The metadata of the record is kept for archival purposes.</p>"),
		{name: "an application behind a page for what is missing", also: everywhere(sends(404, `<html><head><title>Tide Tables</title></head><body>`+essay+`</body></html>`)), path: "/tables/7", titles: []string{"Tide Tables"}, want: link.Dead},
		bare("Next.js, streamed", link.Soft404, 200, "Harbor Atlas", `<div hidden=""></div><template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"></template><div style="font-family:system-ui"><h1 class="next-error-h1">404</h1><div><h2>This page could not be found.</h2></div></div><script>self.__next_f.push([1,"x"])</script>`),
		bare("Nuxt", link.Soft404, 200, "404 - Page not found: /x", `<div id="__nuxt"><h1>404</h1><p>Page not found: /x</p><a href="/">Go back home</a></div>`),
		bare("SvelteKit", link.Soft404, 200, "Harbor Atlas", `<div style="display: contents"><h1>404</h1> <p>Not Found</p></div>`),
		bare("Gatsby", link.Soft404, 200, "404: Not Found", `<div id="___gatsby"><h1>NOT FOUND</h1><p>You just hit a route that doesn&#39;t exist... the sadness.</p></div>`),
		gone("Docusaurus", "Harbor Docs", "<h1>Page Not Found</h1><p>We could not find what you were looking for.</p><p>Please contact the owner of the site that linked you to the original URL and let them know their link is broken.</p>"),
		gone("a notebook", "Harbor Notes", "<h1>This content does not exist</h1><p>Find it elsewhere.</p>"),
		bare("a film that is away, in its data alone", link.Soft404, 200, " - Harbor Films", `<script>var initialPlayerResponse = {"playabilityStatus":{"status":"ERROR","reason":"Video unavailable","errorScreen":{"subreason":"This video has been removed by the uploader"}}};</script><div id="player"></div><script src="/player.js"></script>`),
		gone("a post among friends", "Harbor Social", "<h2>This content isn't available right now</h2><p>When this happens, it's usually because the owner only shared it with a small group of people, changed who can see it or it's been deleted.</p>"),
		bare("a document that was deleted", link.Soft404, 200, "Harbor Docs", "<p>Sorry, the file you have requested has been deleted.</p><p>Make sure that you have the correct URL and that the owner of the file hasn't deleted it.</p>"),
		bare("a document for others", link.Blocked, 200, "Harbor Drive: Access Denied", "<h1>You need access</h1><p>Request access, or switch to an account with access.</p><button>Request access</button>"),
		bare("a link that was taken back", link.Soft404, 200, "Harbor Share", "<h1>This link has been removed.</h1><p>Sorry, access to this document has been removed. Please contact the person who shared it with you.</p>"),
		gone("an item of an archive", "Harbor Archive", "<h1>Item not available</h1><p>The item you have requested had an error: Item cannot be found.</p><p>which prevents us from displaying this page.</p>"),
		{name: "data under a page's type", serve: sends(200, `{"error":"not_found","message":"No such article"}`), want: link.Soft404},
		{name: "a problem in JSON", serve: bytesOf("application/problem+json", "", []byte(`{"type":"about:blank","title":"Not Found","status":404,"detail":"No article with id 7"}`)), want: link.Soft404},
	})
}

// TestFaultsOfTodaysWays: redirects, connections and places of these years.
func TestFaultsOfTodaysWays(t *testing.T) {
	t.Parallel()
	tides := page("Tide Tables", essay)
	flood := []string{"The Flood of 1953"}
	front := found("Harbor – News from the coast", "<h1>Top stories</h1>"+strings.Repeat("<h2><a href=/a>The council votes on the wall</a></h2><p>And the mayor says it will be built by May.</p>", 10))
	place := func(name, fragment, content, want string) fault {
		return fault{name: name, path: "/x#" + fragment, serve: found("Tide Tables", content+essay), want: link.OK, fragment: want}
	}
	pdf := bytesOf("application/pdf", "", []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"))
	html := "<html><head><title>Tide Tables</title></head><body>" + essay + "</body></html>"
	head := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
	there := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.OK, requests: 3}
	}
	runFaults(t, []fault{
		{name: "by a slash and a language to the front page", also: map[string]http.HandlerFunc{"/2014/flood": leads(301, "/2014/flood/"), "/2014/flood/": leads(301, "/en/2014/flood/"), "/en/2014/flood/": leads(302, "/en/"), "/en/": front}, path: "/2014/flood", titles: flood, want: link.ContentDrift},
		{name: "a paper that shut, to the chain that owned it", also: map[string]http.HandlerFunc{"/2014/flood": leads(301, "http://chain.test:PORT/local-news/"), "chain.test/local-news/": found("Local news – Chain Media", "<h1>Local news</h1>"+strings.Repeat("<h2><a href=/a>Ten places to eat</a></h2><p>All of them good.</p>", 20))}, path: "/2014/flood", titles: flood, want: link.ContentDrift},
		{name: "by a log-in that asks nothing, and back", also: map[string]http.HandlerFunc{"/doc": func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Query().Get("ticket") == "" {
				leads(302, "http://sso.test:PORT/cas/login?gateway=true&service=doc")(w, r)
				return
			}
			tides(w, r)
		}, "sso.test/cas/login": leads(302, "http://r.example:PORT/doc?ticket=ST-1")}, host: "r.example", path: "/doc", want: link.OK, requests: 3},
		{name: "to the new name of a network", also: map[string]http.HandlerFunc{"/ada/status/7": leads(301, "http://new.test:PORT/ada/status/7"), "new.test/ada/status/7": sends(200, `<html><head><title>Ada Marsh on Harbor</title></head><body><noscript>JavaScript is not available.</noscript><div id="react-root"></div><script src=/m.js></script></body></html>`)}, path: "/ada/status/7", want: link.Redirected, requests: 3},
		{name: "to www, to a slash, into a folder", also: map[string]http.HandlerFunc{"/x": leads(301, "http://www.harbor.test:PORT/x"), "www.harbor.test/x": leads(308, "/x/"), "www.harbor.test/x/": leads(301, "/archive/x/"), "www.harbor.test/archive/x/": tides}, host: "harbor.test", titles: []string{"Tide Tables"}, want: link.Redirected, requests: 4},
		{name: "a page that leads on and on by itself", also: everywhere(func(w http.ResponseWriter, r *http.Request) {
			n, _ := strconv.Atoi(r.URL.Query().Get("r"))
			page("Loading", `<meta http-equiv="refresh" content="0; url=/x?r=`+strconv.Itoa(n+1)+`">`)(w, r)
		}), want: link.ServerError, requests: 12},
		{name: "a limit in the headers of these years, then well", serve: firstly(1, sends(429, "slow down", "Ratelimit", `"default";r=0;t=1`, "Retry-After", "1"), tides), want: link.OK, requests: 2},
		{name: "HTTP/2: calm, please, after the page", conn: http2Raw(t, func(s stream) {
			s.head(":status", "200", "content-type", "text/html")
			s.body(html, true)
			_ = s.WriteGoAway(s.id, http2.ErrCodeEnhanceYourCalm, nil)
		}), path: "https://r.example:PORT/x", want: link.OK, requests: 1},
		{name: "HTTP/2: 421, then well over another connection", conn: http2Raw(t, func() func(stream) {
			seen := make(chan struct{}, 1)
			return func(s stream) {
				select {
				case seen <- struct{}{}:
					s.head(":status", "421")
					s.body("x", true)
				default:
					s.head(":status", "200", "content-type", "text/html")
					s.body(html, true)
				}
			}
		}()), path: "https://r.example:PORT/x", want: link.OK, requests: 2},
		{name: "an alert in place of the handshake", conn: says("x"), path: "https://r.example:PORT/x", want: link.TLS},
		{name: "chunks with words behind their size", conn: says(head + "Transfer-Encoding: chunked\r\n\r\n" + "0" + strconv.FormatInt(int64(len(html)), 16) + ";sum=1\r\n" + html + "\r\n0\r\nX-Sum: 1\r\n\r\n"), want: link.OK},
		{name: "two types", conn: says("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n" + html), want: link.OK},
		place("a text over items of a list", ":~:text=first%20lamp,third%20lamp", "<ul><li>The first lamp<li>The second lamp<li>The third lamp</ul>", ""),
		place("two texts, of which one is there", ":~:text=wine%20drunk&text=oil%20used", "", ""),
		place("a text with its comma and hyphen escaped", ":~:text=well%2Dlit%2C%20at%20last", "<p>It was well-lit, at last.</p>", ""),
		place("a text with straight quotation marks", ":~:text=%22the%20keeper's%20log%22", "<p>He read “the keeper’s log” aloud.</p>", ""),
		place("a text that nobody sees", ":~:text=secret%20lamp", "<p hidden>The secret lamp.</p>", "the words"),
		place("no text at all", ":~:text=", "", ""),
		place("a text behind a place that is missing", "gone:~:text=oil%20used", "", ""),
		place("a name in an old page", "ebb", "<A NAME=ebb>Ebb</A>", ""),
		place("a book's page", "v=onepage&q&f=false", "", ""),
		place("a note of an encyclopedia", "cite_note-12", `<li id="cite_note-12">Marsh 2019.</li>`, ""),
		place("a note that is there no more", "cite_note-99", `<li id="cite_note-12">Marsh 2019.</li>`, "“cite_note-99”"),
		{name: "a page of a PDF, enlarged, beyond its end", path: "/x#page=3&zoom=100", serve: pdf, want: link.OK, fragment: "page 2"},
		{name: "a named place of a PDF", path: "/x#nameddest=chapter1", serve: pdf, want: link.OK},
		there("several things of a name", "Mercury", "<h1>Mercury</h1><p>Mercury may refer to:</p><ul><li>Mercury (planet)<li>Mercury (element)<li>Mercury (god)</ul>"),
		there("a page under a question about cookies", "The Flood of 1953 – Courier", "<div class=cookie-banner><h2>We value your privacy</h2><p>We and our partners use cookies. Accept or reject all.</p></div>"+story("The Flood of 1953")).cited("The Flood of 1953"),
		there("an essay on walls against robots", "Making sure you’re not a bot: the web after Anubis", story("Making sure you’re not a bot: the web after Anubis")),
		there("a paper that was withdrawn", "RETRACTED: Tides of the point", "<h1>RETRACTED: Tides of the point</h1><p>This article has been retracted at the request of its authors. Journal of Tides 4 (2019) 12–30.</p>"+long),
		there("a section that was repealed", "§ 12. Lamps", "<h1>§ 12. Lamps</h1><p>[Repealed. Pub. L. 107–1, § 3, May 4, 2001.]</p>"),
		there("a standard that was withdrawn", "HS 690:2010 – Tide tables", "<h1>HS 690:2010</h1><p>Tide tables: form and content. This standard has been withdrawn. It was revised by HS 690:2021.</p>"),
		there("a thing that is not on show", "Lamp, brass | Harbor Museum", "<h1>Lamp, brass</h1><p>About 1840. This object is no longer on display.</p>"),
		{name: "a post that scripts show", serve: sends(200, `<html><head><title>Ada Marsh: "The lamp was lit at dusk" - Harbor Social</title><meta property="og:title" content="Ada Marsh"></head><body><div id="mastodon"></div><noscript><div>To use the web application, please enable JavaScript. Alternatively, try one of the native apps.</div></noscript><script src="/a.js"></script></body></html>`), want: link.OK, requests: 3},
	})
}
