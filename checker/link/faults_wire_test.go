package link_test

import (
	"bytes"
	"compress/gzip"
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ibid/checker/link"
)

// firstly answers the first n requests in one way and later ones in another.
func firstly(n int32, first, then http.HandlerFunc) http.HandlerFunc {
	var seen atomic.Int32
	return func(w http.ResponseWriter, r *http.Request) {
		if seen.Add(1) <= n {
			first(w, r)
			return
		}
		then(w, r)
	}
}

// TestFaultsOfTheWire: odd answers as servers and boxes before them give.
func TestFaultsOfTheWire(t *testing.T) {
	t.Parallel()
	tides := page("Tide Tables", essay)
	html := []byte("<html><head><title>Tide Tables</title></head><body>" + essay + "</body></html>")
	var twice bytes.Buffer
	doubled := packed(t, gzip.NewWriter(&twice), &twice, gzipped(t, html, 1), 1)
	code := func(name string, c int, want link.Verdict, headers ...string) fault {
		return fault{name: name, serve: sends(c, harborPage(http.StatusText(c), "<h1>"+http.StatusText(c)+"</h1>"), headers...), want: want}
	}
	runFaults(t, []fault{
		code("401 with a challenge", 401, link.Blocked, "Www-Authenticate", `Basic realm="harbor"`),
		code("402", 402, link.Blocked),
		code("407 from a site", 407, link.Blocked, "Proxy-Authenticate", "Basic"),
		code("410", 410, link.Dead),
		code("418", 418, link.Blocked),
		code("421", 421, link.Blocked),
		code("425", 425, link.Blocked),
		code("429 without end", 429, link.Blocked),
		code("451", 451, link.Blocked),
		code("507", 507, link.ServerError),
		code("511", 511, link.ServerError),
		code("520", 520, link.ServerError),
		code("522", 522, link.ServerError),
		code("599", 599, link.ServerError),
		code("404 of a hundred lines", 404, link.Dead),
		{name: "304 unasked", serve: status304, want: link.ServerError},
		{name: "300 with a Location", serve: leads(300, "/there"), want: link.OK, requests: 2},
		{name: "300 without one", serve: sends(300, harborPage("Multiple Choices", `<ul><li><a href="/there">English</a><li><a href="/fr">French</a></ul>`)), want: link.ServerError},
		{name: "303", serve: leads(303, "/there"), want: link.OK, requests: 2},
		{name: "a script that leads on", serve: sends(200, `<html><head><title></title><script>window.location.replace("/there");</script></head><body></body></html>`), want: link.OK, requests: 3},
		{name: "a meta refresh of an old host", serve: sends(200, `<html><head><title>Moved</title><META HTTP-EQUIV="Refresh" CONTENT="5; URL='/there'"></head><body>This page has moved. <a href="/there">Click here</a> if you are not redirected.</body></html>`), want: link.OK, requests: 2},
		{name: "a Location with blanks", serve: leads(301, "/the tide tables"), also: map[string]http.HandlerFunc{"/{rest}": tides}, want: link.Redirected, requests: 2},
		{name: "a Location with letters of its own, unescaped", serve: leads(301, "/fluß"), also: map[string]http.HandlerFunc{"/{rest}": tides}, want: link.Redirected, requests: 2},
		{name: "a Location without scheme", serve: leads(301, "//HOST/there"), want: link.Redirected, requests: 2},
		{name: "a Location to a mail address", serve: leads(302, "mailto:desk@harbor.example"), want: link.ServerError},
		{name: "a Location into a file", serve: leads(302, "file:///etc/passwd"), want: link.ServerError},
		{name: "a redirect to the metadata of a cloud", serve: leads(302, "http://169.254.169.254/latest/meta-data/"), want: link.Skipped, requests: 1, reason: "keys"},
		{name: "gzip twice, said twice", serve: bytesOf("text/html", "gzip, gzip", doubled), want: link.OK},
		{name: "x-gzip", serve: bytesOf("text/html", "x-gzip", gzipped(t, html, 1)), want: link.OK},
		{name: "said to be gzip, and plain", serve: bytesOf("text/html", "gzip", html), want: link.ServerError},
		{name: "said to be utf-8 of content", serve: bytesOf("text/html", "utf-8", html), want: link.OK},
		{name: "an empty page", serve: bytesOf("text/html", "", nil), want: link.ServerError},
		{name: "a page of blanks", serve: bytesOf("text/html", "", []byte(" \r\n\r\n ")), want: link.ServerError},
		{name: "shift_jis, found nothing", serve: bytesOf("text/html; charset=Shift_JIS", "", encoded(t, "shift_jis", "<html><title>ページが見つかりません</title><body><h1>お探しのページは見つかりません</h1>")), want: link.Soft404},
		{name: "euc-kr in a meta element, found nothing", serve: bytesOf("text/html", "", encoded(t, "euc-kr", `<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>오류</title></head><body><p>페이지를 찾을 수 없습니다.</p></body></html>`)), want: link.Soft404},
		{name: "windows-1251, found nothing", serve: bytesOf("text/html; charset=windows-1251", "", encoded(t, "windows-1251", "<html><title>Страница не найдена</title><body><h1>Страница не найдена</h1>")), want: link.Soft404},
		{name: "a picture where a PDF is cited", path: "/report.pdf", also: map[string]http.HandlerFunc{"/report.pdf": bytesOf("image/gif", "", []byte("GIF89a\x01\x00\x01\x00\x80\x00\x00"))}, want: link.ContentDrift},
		{name: "a page that shows a PDF", path: "/report.pdf", also: map[string]http.HandlerFunc{"/report.pdf": sends(200, `<html><head><title>report.pdf</title></head><body><embed type="application/pdf" src="/raw/report.pdf"></body></html>`)}, want: link.OK, requests: 3},
		{name: "a PDF as bytes", path: "/report.pdf", also: map[string]http.HandlerFunc{"/report.pdf": bytesOf("application/octet-stream", "", []byte("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"))}, want: link.OK},
		{name: "HTTP/1.0 without length", conn: says("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + string(html)), want: link.OK},
		{name: "no HTTP, but a page", conn: says(string(html)), want: link.ServerError},
		{name: "a status line without words", conn: says("HTTP/1.1 200\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + string(html)), want: link.OK},
		{name: "lines that end with LF alone", conn: says("HTTP/1.1 200 OK\nContent-Type: text/html\nConnection: close\n\n" + string(html)), want: link.OK},
		{name: "a hint before the answer", conn: says("HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\n" + head + "Connection: close\r\n\r\n" + string(html)), want: link.OK},
		{name: "a page shorter than it is said to be", conn: says(head + "Content-Length: 90000\r\n\r\n" + string(html)), want: link.ServerError},
		{name: "two lengths that differ", conn: says(head + "Content-Length: 10\r\nContent-Length: 20\r\n\r\n" + string(html)), want: link.ServerError},
		{name: "502 three times, then well", serve: firstly(1, status(502), tides), want: link.OK, requests: 2},
		{name: "404, then 200", serve: firstly(1, status(404), tides), want: link.OK, requests: 2},
		{name: "404, then 503", serve: firstly(1, status(404), status(503)), want: link.ServerError},
		{name: "503, then 404", serve: firstly(1, status(503), status(404)), want: link.Dead},
		{name: "refused for its name, open to browsers", serve: unless(func(r *http.Request) bool { return strings.HasPrefix(r.UserAgent(), "Mozilla/5.0") }, 403), want: link.OK, requests: 2},
		{name: "404 for its name, open to browsers", serve: unless(func(r *http.Request) bool { return strings.HasPrefix(r.UserAgent(), "Mozilla/5.0") }, 404), want: link.OK, requests: 2},
		{name: "refused without a language", serve: unless(func(r *http.Request) bool { return r.Header.Get("Accept-Language") != "" }, 400), want: link.OK, requests: 2},
		{name: "refused to HEAD", serve: unless(func(r *http.Request) bool { return r.Method == http.MethodGet }, 405), want: link.OK},
		{name: "Retry-After of a date that is past", serve: later(1, 429, "Mon, 04 May 2015 10:00:00 GMT"), want: link.OK, requests: 2},
		{name: "Retry-After of a second", serve: later(1, 503, "1"), want: link.OK, requests: 2},
		{name: "Retry-After of a year", serve: later(9, 429, "31536000"), want: link.Blocked, requests: 2},
		{name: "hangs in the second look", serve: firstly(1, status(404), hang), want: link.Timeout},
		{name: "a certificate of yesterday", serve: tides, secure: certified(t, authority(t), false, func(c *x509.Certificate) { c.NotAfter = time.Now().Add(-24 * time.Hour) }), want: link.TLS, reason: "expired"},
		{name: "a certificate for www alone", serve: tides, host: "harbor.example", want: link.TLS, reason: "www.harbor.example", secure: certified(t, authority(t), false, func(c *x509.Certificate) { c.DNSNames = []string{"www.harbor.example"} })},
		{name: "TLS 1.0", serve: tides, want: link.TLS, secure: func() *tls.Config {
			c := certified(t, authority(t), false, nil)
			c.MinVersion, c.MaxVersion = tls.VersionTLS10, tls.VersionTLS10
			return c
		}()},
		{name: "to a site whose certificate is bad", serve: leads(302, "https://bad.example:PORT/x"), want: link.TLS},
		{name: "closes in place of an answer", conn: func(c net.Conn) { asked(c) }, want: link.ServerError},
		{name: "an FTP server", conn: func(c net.Conn) { _, _ = io.WriteString(c, "220 harbor FTP ready\r\n"); silence(c) }, want: link.ServerError},
	})
}

func status304(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }

// TestFaultsOfPlaces: fragments that are there, and those that are not.
func TestFaultsOfPlaces(t *testing.T) {
	t.Parallel()
	place := func(name, fragment, content, want string) fault {
		return fault{name: name, path: "/x#" + fragment, serve: found("Tide Tables", content+essay), want: link.OK, fragment: want}
	}
	pdf := bytesOf("application/pdf", "", []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"))
	runFaults(t, []fault{
		place("an id", "ebb", `<h2 id="ebb">Ebb</h2>`, ""),
		place("an id that is missing", "flood", `<h2 id="ebb">Ebb</h2>`, "“flood”"),
		place("a name", "ebb", `<a name="ebb"></a>`, ""),
		place("an id in other case", "Ebb", `<h2 id="ebb">Ebb</h2>`, "“Ebb”"),
		place("an id that is escaped", "gezeiten%C3%BCbersicht", `<h2 id="gezeitenübersicht">Gezeiten</h2>`, ""),
		place("an id that is escaped in the page too", "%C3%BCber", `<h2 id="%C3%BCber">Über</h2>`, ""),
		place("an id that GitHub gives a prefix", "ebb", `<h2><a id="user-content-ebb"></a>Ebb</h2>`, ""),
		place("the top", "top", "", ""),
		place("a route", "/tides/ebb", "", ""),
		place("a hashbang", "!/tides", "", ""),
		place("a text", ":~:text=oil%20used", "", ""),
		place("a text that is missing", ":~:text=wine%20drunk", "", "the words"),
		place("a text from here to there", ":~:text=lit%20at,at%20dawn", "", ""),
		place("a text between a prefix and a suffix", ":~:text=put-,out%20at,-dawn", "", ""),
		place("a text with the wrong prefix", ":~:text=handed-,out%20at", "", "the words"),
		place("an id and a text", "ebb:~:text=oil%20used", `<h2 id="ebb">Ebb</h2>`, ""),
		place("a text across elements", ":~:text=high%20water", "<p>The <b>high</b> <i>water</i> of spring.</p>", ""),
		{name: "a page of a PDF", path: "/x#page=2", serve: pdf, want: link.OK},
		{name: "a page beyond the end of a PDF", path: "/x#page=9", serve: pdf, want: link.OK, fragment: "page 2"},
		{name: "a place in what is gone", path: "/x#ebb", serve: status(404), want: link.Dead},
		{name: "a place kept over a redirect", path: "/x#ebb", serve: leads(301, "/moved"), also: map[string]http.HandlerFunc{"/moved": found("Tide Tables", `<h2 id="ebb">Ebb</h2>`+essay)}, want: link.Redirected, requests: 2},
		{name: "a place that a redirect names", path: "/x", serve: leads(302, "/moved#ebb"), also: map[string]http.HandlerFunc{"/moved": found("Tide Tables", `<h2 id="ebb">Ebb</h2>`+essay)}, want: link.OK, requests: 2},
		{name: "a place that scripts make", path: "/x#ebb", serve: sends(200, `<html><head><title>Tide Tables</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>`), want: link.OK, requests: 3},
	})
}
