package link_test

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"ibid/checker/link"
)

// TestFaultsOfManyKinds: a cross-section of everything, one or a few of each.
func TestFaultsOfManyKinds(t *testing.T) {
	t.Parallel()
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	there := func(name, path, title, content string) fault {
		return fault{name: name, also: map[string]http.HandlerFunc{path: found(title, content)}, path: path, want: link.OK, requests: 3}
	}
	guard := func(name string, code int, html string, headers ...string) fault {
		return fault{name: name, serve: sends(code, html, headers...), want: link.Blocked, requests: 3}
	}
	tides := page("Tide Tables", essay)
	flood := []string{"The Flood of 1953"}
	runFaults(t, []fault{
		gone("a university", "University of Harbor", "<h1>Oops! Something’s missing.</h1><p>The page you’re after can’t be found. Try the A–Z index.</p>"),
		gone("a museum", "Harbor Museum", "<h1>We can’t find the page you were looking for</h1>"),
		gone("a broadcaster", "Harbor Broadcasting", "<h1>404 - Page not found</h1><p>This might be because you typed the web address incorrectly.</p>"),
		gone("a government", "Page not found - HARBOR.UK", "<h1>Page not found</h1><p>If you typed the web address, check it is correct.</p>"),
		gone("a government, gone", "Harbor.gov", "<h1>The page you're looking for is no longer available</h1><p>It was removed because it was out of date.</p>"),
		gone("a publisher", "Error - Page Not Found | Harbor Publishing", "<h1>Page not found</h1><p>The article you are looking for may have been moved.</p>"),
		gone("a preprint server", "Harbor Preprints", "<h1>Article not found</h1><p>We have no record with this identifier.</p>"),
		gone("a think tank", "Harbor Institute", "<p>The requested content is no longer on our site.</p>"),
		gone("a repository of data", "Harbor Data", "<h2>Dataset not found</h2>"),
		gone("a library of films", "Harbor Films", "<p>Video unavailable</p><p>This video has been removed by the uploader</p>"),
		gone("a podcast", "Harbor Sound", "<h1>We can’t find that track.</h1><p>Did you try to access one of your private tracks and were logged out?</p>"),
		gone("a petition", "Harbor Petitions", "<h1>Whoops! This petition isn’t available</h1>"),
		gone("a paste", "Harbor Paste", "<p>This paste has expired or was deleted by its author.</p>"),
		gone("a shortener", "Harbor Links", "<h1>This link has been disabled or does not exist</h1>"),
		gone("a crowd of code", "Page not found · Harbor Code", "<p>This is not the web page you are looking for.</p>"),
		gone("a broken application", "Harbor", "<h1>Hmm. We’re having trouble finding that page.</h1>"),
		gone("an apology", "Harbor Review", "<h1>Apologies, but the page you requested could not be found.</h1>"),
		gone("an exhibit", "Harbor Archive", "<p>The item is not available due to issues with the item's content.</p>"),
		gone("German, a newspaper", "Hafenzeitung", "<h1>Hier ist leider nichts (mehr)</h1><p>Der Artikel, den Sie suchen, ist nicht mehr verfügbar oder die Adresse hat sich geändert.</p>"),
		gone("German, a university", "Fehler 404", "<h1>Das angeforderte Dokument existiert auf diesem Server nicht.</h1>"),
		gone("French, a ministry", "Ministère du port", "<h1>Oups… La page demandée n’est pas disponible</h1>"),
		gone("French, a newspaper", "Le Port", "<h1>Nous sommes désolés, cet article n’est plus disponible.</h1>"),
		gone("Spanish, a newspaper", "El Puerto", "<h1>La página a la que quieres acceder no existe</h1>"),
		gone("Italian, a newspaper", "Il Porto", "<h1>Siamo spiacenti, l'articolo che cerchi non è più disponibile</h1>"),
		gone("Dutch, a newspaper", "De Haven", "<h1>Oeps! Deze pagina kunnen we niet vinden</h1>"),
		gone("Polish, a newspaper", "Port", "<h1>Przepraszamy, strona nie istnieje</h1>"),
		gone("Russian, a newspaper", "Порт", "<h1>Ошибка</h1><p>Запрашиваемый вами материал не найден или был удалён.</p>"),
		gone("Chinese, a newspaper", "港报", "<p>您要访问的文章不存在或已经被作者删除</p>"),
		gone("Chinese, a messenger's page", "微信公众平台", "<h2>该内容已被发布者删除</h2>"),
		gone("Japanese, a newspaper", "港新聞", "<p>この記事の掲載期間は終了しました。</p>"),
		gone("Korean, a newspaper", "항구일보", "<p>삭제되었거나 존재하지 않는 기사입니다.</p>"),
		gone("Arabic, a newspaper", "جريدة الميناء", "<h1>الصفحة التي طلبتها غير متوفرة</h1>"),
		gone("Hebrew, a newspaper", "עיתון הנמל", "<h1>אופס! העמוד לא נמצא</h1>"),
		gone("Turkish, a newspaper", "Liman", "<h1>Üzgünüz, aradığınız içerik bulunamadı</h1>"),
		gone("Greek, a newspaper", "Λιμάνι", "<h1>Ουπς! Η σελίδα που ψάχνετε δεν υπάρχει</h1>"),
		gone("Hungarian, a newspaper", "Kikötő", "<h1>Hoppá! Ez az oldal nem létezik</h1>"),
		gone("Czech, a newspaper", "Přístav", "<h1>Omlouváme se, hledaná stránka neexistuje</h1>"),
		{name: "a page that scripts send to the page for 404", serve: sends(200, `<html><head><title>Harbor</title><script>window.location.href = "/404";</script></head><body></body></html>`), also: map[string]http.HandlerFunc{"/404": sends(200, harborPage("Oops", "<h1>Oops</h1>"))}, want: link.Soft404},
		{name: "to a page for what is not found, by meta", serve: sends(200, `<html><head><meta http-equiv="refresh" content="0;url=/notfound.html"></head></html>`), also: map[string]http.HandlerFunc{"/notfound.html": found("Sorry", "<h1>Sorry</h1>")}, want: link.Soft404},
		{name: "to a 404 that says so", serve: leads(301, "/moved"), also: map[string]http.HandlerFunc{"/moved": sends(404, harborPage("Not found", ""))}, want: link.Dead, requests: 6},
		{name: "to 410 by 302", serve: leads(302, "/moved"), also: map[string]http.HandlerFunc{"/moved": status(410)}, want: link.Dead, requests: 6},
		{name: "to a wall", serve: leads(301, "/moved"), also: map[string]http.HandlerFunc{"/moved": sends(403, `<title>Just a moment...</title>`, "Cf-Mitigated", "challenge")}, want: link.Blocked},
		{name: "to a server in trouble", serve: leads(301, "/moved"), also: map[string]http.HandlerFunc{"/moved": status(500)}, want: link.ServerError, requests: 8},
		{name: "http to https", secure: certified(t, authority(t), false, nil), serve: tides, want: link.OK},
		{name: "from a story to its printing version", also: map[string]http.HandlerFunc{"/2014/flood": leads(301, "/2014/flood/print"), "/2014/flood/print": found("The Flood of 1953", story("The Flood of 1953"))}, path: "/2014/flood", titles: flood, want: link.Redirected, requests: 2},
		{name: "to a subscription page", also: map[string]http.HandlerFunc{"/2014/flood": leads(302, "/subscribe?from=/2014/flood"), "/subscribe": found("Subscribe – Courier", "<h1>Subscribe to read this article</h1><p>From £1 a week.</p>")}, path: "/2014/flood", titles: flood, want: link.OK, requests: 3},
		{name: "to an identity provider", also: map[string]http.HandlerFunc{"/doc/7": leads(302, "http://shibboleth.uni.test:PORT/idp/profile/SAML2/Redirect/SSO?SAMLRequest=x"), "shibboleth.uni.test/": found("University login", "<form><input name=j_username><input type=password name=j_password></form>")}, path: "/doc/7", want: link.ContentDrift},
		{name: "to a broker of domains", serve: leads(302, "http://www.hugedomains.com:PORT/domain_profile.cfm?d=courier"), also: map[string]http.HandlerFunc{"www.hugedomains.com/": found("courier is for sale", "<h1>Buy it</h1>")}, want: link.ContentDrift},
		{name: "a list of search hits for the words of the address", also: map[string]http.HandlerFunc{"/2014/flood": leads(302, "/search?q=flood"), "/search": found("Search", "<h1>3 results</h1><p>Flood of a cellar</p>")}, path: "/2014/flood", titles: flood, want: link.ContentDrift},
		{name: "a DOI that leads to a publisher's page", host: "harbor.test", path: "/doi/10.5555/12", also: map[string]http.HandlerFunc{"/doi/10.5555/12": leads(302, "http://publisher.test:PORT/article/12"), "publisher.test/": found("The Flood of 1953", story("The Flood of 1953"))}, titles: flood, want: link.OK, requests: 2},
		{name: "a cookie is looked for, then the page is shown", also: map[string]http.HandlerFunc{"/x": withCookie}, want: link.OK, requests: 2},
		{name: "a cookie is never seen", serve: func(w http.ResponseWriter, r *http.Request) {
			http.SetCookie(w, &http.Cookie{Name: "id", Value: "1", Domain: "other.test"})
			http.Redirect(w, r, "/x", http.StatusFound)
		}, want: link.ServerError, requests: 12},
		guard("Cloudflare in French", 403, `<html lang="fr-FR"><head><title>Un instant…</title></head><body><h1>Vérification de sécurité en cours</h1><script>window._cf_chl_opt={};</script></body></html>`, "Server", "cloudflare"),
		guard("Cloudflare, blocked in Spanish", 403, `<html><head><title>Attention Required! | Cloudflare</title></head><body><h1 data-translate="block_headline">Lo sentimos, has sido bloqueado</h1></body></html>`, "Server", "cloudflare"),
		guard("Radware", 200, `<html><head><title>Radware Bot Manager Captcha</title></head><body><p>We apologize for the inconvenience. To ensure we keep this website safe, please can you confirm you are a human by ticking the box below.</p></body></html>`),
		guard("Queue-it", 200, `<html><head><title>Queue-it</title></head><body><h1>You are now in line</h1><p>When it is your turn, you will have 10 minutes to enter the website.</p></body></html>`),
		guard("Barracuda", 403, `<html><head><title>Access Denied</title></head><body><p>The request was denied by the web application firewall. Incident id 12.</p></body></html>`),
		guard("Azure Front Door", 403, `<html><body><h1>The request is blocked.</h1><p>20240501T120000Z-r1</p></body></html>`, "X-Azure-Ref", "20240501"),
		guard("a publisher's robot page", 403, `<html><head><title>ScienceHarbor - There was a problem providing the content you requested</title></head><body><p>There was a problem providing the content you requested. Reference number: 8a. Are you a robot?</p></body></html>`),
		guard("JavaScript is demanded to prove a browser", 200, `<html><head><title>Client Challenge</title></head><body><noscript>JavaScript is disabled in your browser. Please enable JavaScript to proceed.</noscript><script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script></body></html>`),
		guard("a library's test", 200, `<html><head><title>Harbor Library: access check</title></head><body><h1>Checking that you are not a robot</h1><p>Please tick the box to continue.</p><div class="g-recaptcha"></div></body></html>`),
		guard("only for a country", 451, `<html><body><h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area.</p></body></html>`),
		guard("not in your region, with 200", 200, `<html><head><title>Not available in your region</title></head><body><p>We’re sorry, this site is currently not available in your region.</p></body></html>`),
		{name: "to a queue", serve: leads(302, "http://harbor.queue-it.net:PORT/?c=harbor&t=x"), also: map[string]http.HandlerFunc{"harbor.queue-it.net/": found("Harbor tickets", "<p>Your place in line is kept.</p>")}, want: link.Blocked, reason: "Queue-it"},
		gone("sorry, and a noun that nobody thought of", "Harbor", "<h1>Whoops!</h1><p>The knot you seek isn’t available.</p>"),
		gone("sorry in Danish", "Havn", "<p>Beklager! Knuden findes ikke.</p>"),
		gone("a clause in German", "Hafen", "<p>Die Datei, nach der Sie fragen, gibt es nicht. Der Beitrag, den Sie lesen wollten, ist hier nicht mehr vorhanden.</p>"),
		there("regrets of a keeper", "/logs/12", "Log of 12 May | Harbor Archives", "<h1>Log of 12 May</h1><p>The keeper writes that he is sorry: the lamp cannot be found, and the oil is spent.</p>"),
		there("what others may see", "/films/12", "The keeper | Harbor Films", "<h1>The keeper</h1><p>Sorry, this video is not available in your country.</p><p>A film of four minutes.</p>"),
		there("out of stock", "/shop/12", "Brass lamp | Harbor Shop", "<h1>Brass lamp</h1><p>Sorry! Out of stock. The green one isn’t available, either.</p>"),
		there("a short story in three words", "/stories/oops", "Oops", "<h1>Oops</h1><p>She had left the lamp in the boat, and the boat was at sea.</p>"),
		there("an article on bots", "/blog/bots", "Are you a robot? How captchas came to be", story("Are you a robot? How captchas came to be")),
		there("a story on a queue", "/news/queue", "You are now in line: a day at the border", story("You are now in line: a day at the border")),
		there("a catalogue that notes a loss", "/books/12", "Tide Tables, 1871 | Harbor Library", "<h1>Tide Tables, 1871</h1><p>Status: missing since 1953. The volume could not be found at the last stocktaking.</p>"),
		there("an obituary", "/people/marsh", "Ada Marsh, 1890–1953", "<h1>Ada Marsh, 1890–1953</h1><p>She is no longer here, and the lamp is dark.</p>"+long),
		there("a page of laws that was repealed", "/act/12", "Harbors Act 1871 (repealed)", "<h1>Harbors Act 1871 (repealed)</h1><p>This Act has been repealed and is no longer in force.</p>"),
		there("a page with a video that is private", "/news/video", "The keeper speaks – Courier", "<h1>The keeper speaks</h1><p>In a film of four minutes the keeper tells of the night of the flood.</p><div class=player>This video is private</div><p>It was made in May.</p>").cited("The Keeper Speaks"),
		there("a data page with many blanks", "/data/x", "Gauge 7 – Harbor Data", "<h1>Gauge 7</h1><table><tr><th>1952</th><td>not available</td></tr><tr><th>1953</th><td>no data found</td></tr><tr><th>1954</th><td>4.2 m</td></tr></table>"),
		there("a bill whose text is to come", "/bill/9", "H.R. 9 – Harbors Act", "<h1>H.R. 9 – Harbors Act</h1><p>Text has not been received. Bill text is not available yet.</p>"),
		there("a journal's page of an issue", "/issue/404", "Vol. 404, No. 2 | Journal of Floods", "<h1>Vol. 404, No. 2</h1><ul><li>Tides of the point, 1–12</li><li>Lamps, 13–30</li></ul>"),
		there("Japanese on search for a boat", "/boat", "行方不明の船、まだ見つからず", "<h1>行方不明の船、まだ見つからず</h1><p>港の人々は三日間さがしたが、船は見つからなかった。</p>"),
		there("a software's notes", "/notes/2.1", "Release 2.1", "<h1>Release 2.1</h1><p>Fixed: “file not found” on start. The page for settings no longer disappears.</p>"),
		{name: "an upgrade is demanded", serve: status(426), want: link.Blocked},
		{name: "a length is demanded", serve: status(411), want: link.Blocked},
		{name: "a gateway that is slow", serve: status(504), want: link.Timeout},
		{name: "a request that took long", serve: status(408), want: link.Timeout},
		{name: "a status of three figures that nobody knows", serve: status(799), want: link.ServerError},
		{name: "chunks that do not end", conn: thenReset("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n<html><head><tit"), want: link.ServerError},
		{name: "a header that has no colon", conn: says("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nnonsense\r\nConnection: close\r\n\r\n" + tide), want: link.ServerError},
		{name: "a picture at the address of a picture", path: "/lamp.jpg", also: map[string]http.HandlerFunc{"/lamp.jpg": bytesOf("image/jpeg", "", []byte("\xff\xd8\xff\xe0\x00\x10JFIF"))}, want: link.OK},
		{name: "an empty file in place of a PDF", path: "/report.pdf", also: map[string]http.HandlerFunc{"/report.pdf": bytesOf("application/pdf", "", nil)}, want: link.ServerError},
		{name: "a missing page in place of a PDF", path: "/report.pdf", also: map[string]http.HandlerFunc{"/report.pdf": found("Harbor", "<h1>File not found</h1>")}, want: link.Soft404},
		{name: "a log-in in place of a PDF", path: "/report.pdf", also: map[string]http.HandlerFunc{"/report.pdf": found("Sign in", "<form><input type=password></form>")}, want: link.ContentDrift},
		{name: "a plain text in place of a page", serve: typed("text/plain", "404 page not found\n"), want: link.Soft404},
		{name: "a fatal error of its language", serve: sends(200, "<br />\n<b>Fatal error</b>:  Uncaught PDOException: could not connect in /var/www/x.php:12"), want: link.ServerError},
		{name: "a database that is down", serve: sends(200, "<html><head><title>Database Error</title></head><body><h1>Error establishing a database connection</h1></body></html>"), want: link.ServerError},
		{name: "back soon", serve: sends(200, harborPage("We’ll be back soon!", "<h1>We’ll be back soon!</h1><p>Sorry, we are performing some maintenance at the moment.</p>")), want: link.ServerError},
	})
}

// TestInsideHosts: hosts of a private network in all their spellings are not asked, whatever leads there.
func TestInsideHosts(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) })}
	go func() { _ = server.Serve(l) }()
	t.Cleanup(func() { _ = server.Close() })
	_, port, _ := net.SplitHostPort(l.Addr().String())
	var looks atomic.Int32
	e := newEngine(t, link.Options{Lookup: func(_ context.Context, host string) ([]netip.Addr, error) {
		if strings.HasPrefix(host, "rebind.") && looks.Add(1) == 1 {
			return []netip.Addr{netip.MustParseAddr("93.184.216.34"), netip.MustParseAddr("127.0.0.1")}, nil
		}
		return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
	}})
	hosts := []string{"127.0.0.1", "localhost", "LOCALHOST.", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "127.0.0.1.", "１２７.０.０.１", "user:pw@127.0.0.1", "0", "0.0.0.0", "[::]", "inside.example", "rebind.example", "[fe80::1%25lo]", "[64:ff9b::7f00:1]"}
	var requests []link.Request
	for _, h := range hosts {
		requests = append(requests, link.Request{URL: "http://" + h + ":" + port + "/x"})
	}
	for i, r := range e.Check(t.Context(), requests, nil) {
		if r.Verdict != link.Skipped {
			t.Errorf("%s: %s (%s)", hosts[i], r.Verdict, r.Reason)
		}
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("%d requests went inside", n)
	}
}
