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
