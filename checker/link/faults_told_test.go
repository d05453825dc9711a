package link_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"unicode/utf16"

	"ibid/checker/link"
)

// shown is a page with a title and a text.
func shown(title, text string) string {
	return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><main>" + text + "</main></body></html>"
}

// TestFaultsTold are misbehaviours and doubtful cases as users of link checkers
// tell of them (DEMANDS), with the verdicts that they ask for.
func TestFaultsTold(t *testing.T) {
	t.Parallel()
	work := shown("Tide Tables", essay)
	ok := sends(200, work)
	cited := []string{"Tide Tables of the Northern Shore"}
	var gz bytes.Buffer
	z := gzip.NewWriter(&gz)
	_, _ = io.WriteString(z, work)
	_ = z.Close()
	runFaults(t, []fault{
		// Statuses.
		{name: "206 without being asked for a part", serve: sends(206, work, "Content-Range", "bytes 0-99/100"), want: link.OK},
		{name: "203", serve: sends(203, work), want: link.OK},
		{name: "299", serve: sends(299, work), want: link.OK},
		{name: "404 at first", serve: firstly(1, sends(404, "no"), ok), want: link.OK, requests: 2},
		{name: "403 at first", serve: firstly(1, sends(403, "no"), ok), want: link.OK, requests: 2},
		{name: "500 at first", serve: firstly(1, sends(500, "no"), ok), want: link.OK, requests: 2},
		{name: "503 at first", serve: firstly(1, sends(503, "no"), ok), want: link.OK, requests: 2},
		{name: "429 at first, come back at once", serve: firstly(1, sends(429, "no", "Retry-After", "0"), ok), want: link.OK, requests: 2},
		{name: "429 for ever", serve: sends(429, "too many"), want: link.Blocked, requests: 5},
		{name: "508", serve: sends(508, "loop"), want: link.ServerError},
		{name: "530 of Cloudflare", serve: sends(530, shown("Origin DNS error", "error code: 1016")), want: link.ServerError},
		{name: "525 of Cloudflare", serve: sends(525, shown("SSL handshake failed", "Error 525")), want: link.ServerError},
		{name: "304 that nobody asked for", serve: sends(304, ""), want: link.ServerError},
		{name: "418", serve: sends(418, "teapot"), want: link.Blocked},
		{name: "402", serve: sends(402, "pay"), want: link.Blocked},
		{name: "401 with a realm", serve: sends(401, "no", "WWW-Authenticate", `Basic realm="staff"`), want: link.Blocked},
		{name: "406 unless a language is asked for", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Accept-Language") == "" {
				sends(406, "no")(w, r)
				return
			}
			ok(w, r)
		}, want: link.OK, requests: 2},
		{name: "403 unless it is a browser", serve: func(w http.ResponseWriter, r *http.Request) {
			if !strings.HasPrefix(r.UserAgent(), "Mozilla/") {
				sends(403, "no robots")(w, r)
				return
			}
			ok(w, r)
		}, want: link.OK, requests: 2},
		// Redirects.
		{name: "302, then 301", serve: sends(302, "", "Location", "/a"), also: map[string]http.HandlerFunc{"/a": sends(301, "", "Location", "/there")}, want: link.OK, requests: 3},
		{name: "301, then 302", serve: sends(301, "", "Location", "/a"), also: map[string]http.HandlerFunc{"/a": sends(302, "", "Location", "/there")}, want: link.Redirected, requests: 3},
		{name: "308", serve: sends(308, "", "Location", "/there"), want: link.Redirected, requests: 2},
		{name: "303", serve: sends(303, "", "Location", "/there"), want: link.OK, requests: 2},
		{name: "to the front page for good", serve: sends(301, "", "Location", "/"), want: link.ContentDrift, requests: 4},
		{name: "to a log-in page", serve: sends(302, "", "Location", "/login?next=%2Fx"), want: link.ContentDrift, requests: 4},
		{name: "to javascript", serve: sends(302, "", "Location", "javascript:alert(1)"), want: link.ServerError},
		{name: "to mail", serve: sends(302, "", "Location", "mailto:a@b.example"), want: link.ServerError},
		{name: "into a file", serve: sends(301, "", "Location", "file:///etc/passwd"), want: link.ServerError},
		{name: "to a site that is gone", serve: sends(301, "", "Location", "http://gone.example/"), want: link.Dead, requests: 4},
		{name: "a Location with spaces around it", serve: sends(302, "", "Location", "  /there  "), want: link.OK, requests: 2},
		{name: "a Location with letters as they are", serve: sends(302, "", "Location", "/thére"), also: map[string]http.HandlerFunc{"/thére": ok}, want: link.OK, requests: 2},
		{name: "to consent and back", serve: func(w http.ResponseWriter, r *http.Request) {
			if _, err := r.Cookie("consent"); err != nil {
				sends(302, "", "Location", "/consent")(w, r)
				return
			}
			ok(w, r)
		}, also: map[string]http.HandlerFunc{"/consent": sends(302, "", "Location", "/x", "Set-Cookie", "consent=1; Path=/")}, want: link.OK, requests: 3},
		{name: "a page that leads on by itself", serve: sends(200, `<html><head><meta http-equiv="refresh" content="0; url=/there"></head><body></body></html>`), want: link.OK, requests: 2},
		{name: "a page that leads to the front page by itself", serve: sends(200, `<html><head><meta http-equiv="refresh" content="0;url=/"></head><body></body></html>`), want: link.ContentDrift, requests: 4},
		{name: "a script that leads on", serve: sends(200, `<html><head><script>window.location.replace("/there");</script></head><body></body></html>`), want: link.OK, requests: 2},
		// Pages that say that there is nothing.
		{name: "German", serve: sends(200, shown("Seite nicht gefunden", "Die Seite wurde nicht gefunden.")), want: link.Soft404},
		{name: "Korean", serve: sends(200, shown("오류", "<h1>페이지를 찾을 수 없습니다</h1>")), want: link.Soft404},
		{name: "Arabic", serve: sends(200, shown("خطأ", "<h1>الصفحة غير موجودة</h1>")), want: link.Soft404},
		{name: "Turkish", serve: sends(200, shown("Hata", "<h1>Sayfa bulunamadı</h1>")), want: link.Soft404},
		{name: "Ukrainian in windows-1251", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=windows-1251")
			_, _ = w.Write([]byte("<title>\xd1\xf2\xee\xf0\xb3\xed\xea\xf3 \xed\xe5 \xe7\xed\xe0\xe9\xe4\xe5\xed\xee</title><p>404"))
		}, want: link.Soft404},
		{name: "in UTF-16", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			out := []byte{0xff, 0xfe}
			for _, u := range utf16.Encode([]rune(shown("Page not found", "Sorry."))) {
				out = append(out, byte(u), byte(u>>8))
			}
			_, _ = w.Write(out)
		}, want: link.Soft404},
		{name: "a story that was withdrawn", serve: sends(200, shown("Harbor News", "<h1>This article has been removed</h1><p>Please go to our front page.</p>")), want: link.Soft404},
		{name: "a list of changes", serve: sends(200, shown("Tide Tables: changes", essay+"<p>The page on lamps has been removed in version 2.</p>")), want: link.OK},
		{name: "a work on missing pages", titles: []string{"404 Not Found: A History of Missing Pages"}, serve: sends(200, shown("404 Not Found: A History of Missing Pages", essay)), want: link.OK},
		{name: "one page for all addresses", path: "/2016/harbor-mill-fire-inquest", also: map[string]http.HandlerFunc{"/": sends(200, shown("Boats and Nets", essay))}, want: link.Soft404, requests: 4},
		// Domains without a site.
		{name: "for sale", serve: sends(200, shown("harbor.example is for sale", "Buy this domain. Make an offer.")), want: link.ContentDrift},
		{name: "the server's own page", serve: sends(200, shown("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working.</p>")), want: link.ContentDrift},
		{name: "suspended", serve: sends(200, shown("Account Suspended", "This Account has been suspended. Contact your hosting provider for more information.")), want: link.ContentDrift},
		// Walls.
		{name: "LinkedIn", serve: sends(999, "<html><script>window.onload=function(){}</script></html>"), want: link.Blocked},
		{name: "Cloudflare says so", serve: sends(403, shown("Just a moment...", "Enable JavaScript and cookies to continue"), "Cf-Mitigated", "challenge", "Server", "cloudflare"), want: link.Blocked, reason: "Cloudflare"},
		{name: "Cloudflare, 503", serve: sends(503, shown("Just a moment...", "Checking your browser before accessing"), "Server", "cloudflare"), want: link.Blocked, reason: "Cloudflare"},
		{name: "Akamai", serve: sends(403, shown("Access Denied", "<h1>Access Denied</h1>You don't have permission to access this page on this server.<p>Reference #18.2d1f1002.1700000000.1a2b3c</p>"), "Server", "AkamaiGHost"), want: link.Blocked, reason: "Akamai"},
		{name: "DataDome, 200", serve: sends(200, `<html><head><title>harbor.example</title></head><body><script>var dd={'host':'geo.captcha-delivery.com'}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>`), want: link.Blocked, reason: "DataDome"},
		{name: "PerimeterX", serve: sends(403, shown("Access to this page has been denied", `<div id="px-captcha"></div><p>Press &amp; Hold to confirm you are a human.</p>`)), want: link.Blocked},
		{name: "AWS, 202", serve: sends(202, "", "X-Amzn-Waf-Action", "challenge"), want: link.Blocked},
		{name: "Incapsula, 200", serve: sends(200, `<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9">Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>`), want: link.Blocked},
		{name: "a pay wall over the right title", titles: cited, serve: sends(200, shown("Tide Tables of the Northern Shore", "<h1>Tide Tables of the Northern Shore</h1><p>Subscribe to continue reading. Already a subscriber? Log in.</p>")), want: link.OK},
		{name: "a log-in form under the address", serve: sends(200, shown("Sign in", `<h1>Sign in</h1><form><input name=user><input type=password></form>`)), want: link.ContentDrift},
		// Answers that are broken, and those that only look so.
		{name: "nothing at all", serve: sends(200, ""), want: link.ServerError},
		{name: "packed without being asked", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "x-gzip")
			_, _ = w.Write(gz.Bytes())
		}, want: link.OK},
		{name: "HTTP/1.0 without a length", serve: raw("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + work), want: link.OK},
		{name: "lines that end as in Unix", serve: raw("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: " + fmt.Sprint(len(work)) + "\n\n" + work), want: link.OK},
		{name: "switching protocols", serve: raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"), want: link.ServerError},
		{name: "a radio station", serve: raw("ICY 200 OK\r\nicy-name: Harbor Radio\r\n\r\n"), want: link.ServerError},
		{name: "a mail server", serve: raw("220 mail.harbor.example ESMTP\r\n"), want: link.ServerError},
		{name: "two lengths that disagree", serve: raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nabcdefghi"), want: link.ServerError},
		{name: "a chunk of no size", serve: raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"), want: link.ServerError},
		{name: "plain text at the port of HTTPS", path: "https://r.example:PORT/x", serve: raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), want: link.TLS},
		{name: "headers, and then silence", serve: trickle("text/html", 50), want: link.Timeout},
	})
}

// TestFaultsToldOfPages are the same for what pages say and where they lead.
func TestFaultsToldOfPages(t *testing.T) {
	t.Parallel()
	work := shown("Tide Tables", essay)
	ok := sends(200, work)
	to := func(where string, then http.HandlerFunc) map[string]http.HandlerFunc {
		at, _, _ := strings.Cut(where, "?")
		return map[string]http.HandlerFunc{at: then}
	}
	cited := []string{"Fire at the Harbor Mill"}
	runFaults(t, []fault{
		// Pages that say that there is nothing.
		{name: "oops", serve: sends(200, shown("Oops!", "<h1>Oops!</h1><p>We couldn't find that page.</p>")), want: link.Soft404},
		{name: "an answer for programs", serve: typed("application/json", `{"error":{"code":404,"message":"Not Found"}}`), want: link.Soft404},
		{name: "plain text", serve: typed("text/plain", "404 page not found"), want: link.Soft404},
		{name: "led to a page for errors", serve: sends(302, "", "Location", "/404.html"), also: to("/404.html", sends(200, shown("Not found", "Nothing here."))), want: link.Soft404, requests: 4},
		{name: "led to an address of errors", serve: sends(302, "", "Location", "/error?code=404"), also: to("/error", sends(200, shown("Harbor News", "<p>Please try again.</p>"))), want: link.Soft404, requests: 4},
		{name: "a file that is a page", path: "/reports/tides.pdf", also: map[string]http.HandlerFunc{"/reports/tides.pdf": sends(200, shown("Harbor News", "<h1>Document not found</h1>"))}, want: link.Soft404, requests: 4},
		{name: "a file behind a log-in", path: "/reports/tides.pdf", also: map[string]http.HandlerFunc{"/reports/tides.pdf": sends(200, shown("Log in", "<form><input name=user><input type=password></form>"))}, want: link.ContentDrift, requests: 4},
		{name: "a word of it beside a work", serve: sends(200, shown("Tide Tables", essay+"<aside>Most read: Page not found, a tale of the web</aside>")), want: link.OK},
		{name: "a folder's list", serve: sends(200, shown("Index of /x", "<h1>Index of /x</h1><a href=tides-1.txt>tides-1.txt</a> <a href=tides-2.txt>tides-2.txt</a>")), want: link.OK},
		{name: "a page that scripts fill", serve: sends(200, `<html><head><title>Harbor News</title><script src="/app.js"></script></head><body><div id="root"></div></body></html>`), want: link.OK, requests: 2},
		// Sites that are broken and say so behind a 200.
		{name: "no database", serve: sends(200, "<html><head><title>Database Error</title></head><body><h1>Error establishing a database connection</h1></body></html>"), want: link.ServerError},
		{name: "a program that fell over", serve: sends(200, "<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function tides() in /srv/www/x.php:12"), want: link.ServerError},
		{name: "service unavailable", serve: sends(200, shown("Service Unavailable", "<h1>Service Unavailable</h1><p>The service is temporarily unavailable.</p>")), want: link.ServerError},
		// Where redirects lead.
		{name: "to the section", path: "/2016/fire-at-the-mill", also: map[string]http.HandlerFunc{
			"/2016/fire-at-the-mill": sends(301, "", "Location", "/2016/"), "/2016/": sends(200, shown("2016 – Harbor News", essay)),
		}, want: link.ContentDrift, requests: 4},
		{name: "to a search", serve: sends(302, "", "Location", "/search?q=fire+mill"), also: to("/search", sends(200, shown("Search results", "<h1>Search results for fire mill</h1>"+long))), want: link.ContentDrift, requests: 4},
		{name: "to a slash at the end", serve: sends(301, "", "Location", "/x/"), also: to("/x/", ok), want: link.Redirected, requests: 2},
		{name: "to a session", serve: sends(302, "", "Location", "/x;jsessionid=0a1b2c3d"), also: to("/x;jsessionid=0a1b2c3d", ok), want: link.OK, requests: 2},
		{name: "to the reader's language", serve: sends(302, "", "Location", "/en/x"), also: to("/en/x", ok), want: link.OK, requests: 2},
		{name: "to a captcha", serve: sends(302, "", "Location", "/sorry/index?continue=x"), also: to("/sorry/index", sends(429, shown("Sorry...", "Our systems have detected unusual traffic from your computer network."))), want: link.Blocked, requests: 10},
		// Titles.
		{name: "another work", path: "/2016/fire-at-the-harbor-mill", titles: cited, also: map[string]http.HandlerFunc{"/2016/fire-at-the-harbor-mill": sends(200, shown("Best Casino Bonus Codes", "<h1>Best Casino Bonus Codes</h1>"+strings.Repeat("<p>Spin the reels of the new slots and take the bonus of the week, free of charge.</p>", 20)))}, want: link.ContentDrift, requests: 4},
		{name: "the work with a headline rewritten", path: "/2016/fire-at-the-harbor-mill", titles: cited, also: map[string]http.HandlerFunc{"/2016/fire-at-the-harbor-mill": sends(200, shown("Blaze guts old mill", "<h1>Blaze guts old mill</h1><p>The fire at the mill by the harbor began at dusk.</p>"+essay))}, want: link.OK, requests: 2},
		{name: "the work in another script", titles: cited, serve: sends(200, shown("Пожар на мельнице", "<h1>Пожар на мельнице</h1>"+strings.Repeat("<p>Пожар начался вечером, и к утру от мельницы остались стены.</p>", 20))), want: link.OK, requests: 3},
		// Domains without a site.
		{name: "expired", serve: sends(200, shown("harbor.example", "<h1>This domain has expired.</h1><p>Is this your domain? Renew now.</p>")), want: link.ContentDrift},
		{name: "for sale in Japanese", serve: sends(200, shown("harbor.example", "<h1>このドメインは販売中です</h1>")), want: link.ContentDrift},
		{name: "it works", serve: sends(200, "<html><body><h1>It works!</h1></body></html>"), want: link.ContentDrift},
		{name: "a short page on what works", serve: sends(200, shown("It works! How the ferry was mended", "<h1>It works!</h1>"+long)), want: link.OK},
		// Walls.
		{name: "Cloudflare, old", serve: sends(403, shown("Attention Required! | Cloudflare", "<h1>Please complete the security check to access</h1><div class=h-captcha></div>"), "Server", "cloudflare"), want: link.Blocked, reason: "Cloudflare"},
		{name: "Imperva", serve: sends(200, shown("Pardon Our Interruption", "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot.</p>")), want: link.Blocked},
		{name: "Sucuri", serve: sends(403, shown("Sucuri WebSite Firewall - Access Denied", "<h1>Access Denied - Sucuri Website Firewall</h1>"), "X-Sucuri-ID", "15014"), want: link.Blocked, reason: "Sucuri"},
		{name: "Anubis", serve: sends(200, shown("Making sure you're not a bot!", `<script id="anubis_version" type="application/json">"v1.21"</script><p>Loading...</p>`)), want: link.Blocked},
		{name: "Vercel", serve: sends(429, shown("Vercel Security Checkpoint", "<p>We're verifying your browser</p>"), "X-Vercel-Mitigated", "challenge"), want: link.Blocked, requests: 5},
		{name: "a human, please", serve: sends(200, shown("Verifying you are human", "<p>Verifying you are human. This may take a few seconds.</p>")), want: link.Blocked},
		{name: "DataDome, 401", serve: sends(401, `<html><body><script src="https://ct.captcha-delivery.com/i.js"></script></body></html>`, "X-Datadome", "protected"), want: link.Blocked, reason: "DataDome"},
		// On the wire.
		{name: "said to be packed, and is not", serve: sends(200, work, "Content-Encoding", "gzip"), want: link.ServerError},
		{name: "a zero in a header", serve: raw("HTTP/1.1 200 OK\r\nX-Tide: a\x00b\r\nContent-Length: 1\r\n\r\nx"), want: link.ServerError},
		{name: "hints and hints", serve: raw(strings.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", 60) + "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"), want: link.OK},
		{name: "in pieces of one byte", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			for i := range len(work) {
				_, _ = io.WriteString(w, work[i:i+1])
				_ = http.NewResponseController(w).Flush()
			}
		}, want: link.OK},
	})
}
