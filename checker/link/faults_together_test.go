package link_test

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ibid/checker/link"
)

// TestFaultsTogether: several things that are odd at once, and what is odd only together.
func TestFaultsTogether(t *testing.T) {
	t.Parallel()
	a := authority(t)
	tides := page("Tide Tables", essay)
	good := certified(t, a, false, nil)
	flood := []string{"The Flood of 1953"}
	work := found("The Flood of 1953 – Courier", story("The Flood of 1953"))
	gone := func(name, title, content string) fault {
		return fault{name: name, serve: found(title, content), want: link.Soft404}
	}
	runFaults(t, []fault{
		{name: "expired, and not found behind it", serve: status(404), want: link.TLS, reason: "expired", secure: certified(t, a, false, func(c *x509.Certificate) {
			c.NotBefore, c.NotAfter = time.Now().Add(-48*time.Hour), time.Now().Add(-24*time.Hour)
		})},
		{name: "a certificate for one label more", serve: tides, host: "a.b.example", want: link.TLS, secure: good},
		{name: "a certificate by address", serve: tides, path: "https://127.0.0.1:PORT/x", want: link.TLS, secure: good},
		{name: "TLS 1.3 alone", serve: tides, want: link.OK, secure: func() *tls.Config { c := good.Clone(); c.MinVersion = tls.VersionTLS13; return c }()},
		{name: "http/1.1 alone by ALPN", serve: tides, want: link.OK, secure: func() *tls.Config { c := good.Clone(); c.NextProtos = []string{"http/1.1"}; return c }()},
		{name: "to a port that is none", serve: leads(302, "http://harbor.example:99999/"), want: link.ServerError},
		{name: "to a bracket that nobody closed", serve: leads(302, "http://[::1/x"), want: link.ServerError},
		{name: "to no host", serve: leads(302, "http:///x"), want: link.ServerError},
		{name: "two places", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["Location"] = []string{"/there", "/elsewhere"}
			w.WriteHeader(302)
		}, want: link.OK, requests: 2},
		{name: "a place of 100,000 letters", serve: leads(302, "/"+strings.Repeat("a", 100_000)), want: link.Dead, requests: 6, bytes: 1 << 20},
		{name: "from name to name in capitals", serve: leads(301, "http://R8.EXAMPLE:PORT/there"), want: link.Redirected, requests: 2},
		{name: "to a host that refuses", serve: leads(301, "http://harbor.example:1/x"), want: link.Dead, requests: 6},
		{name: "a redirect that is permanent, to a work under another name", also: map[string]http.HandlerFunc{"/x": leads(301, "/2014/05/the-flood-of-1953/"), "/2014/05/the-flood-of-1953/": work}, titles: flood, want: link.Redirected, requests: 2},
		{name: "by its number to its name", path: "/node/12", also: map[string]http.HandlerFunc{"/node/12": leads(301, "/history/the-flood-of-1953"), "/history/the-flood-of-1953": work}, titles: flood, want: link.Redirected, requests: 2},
		{name: "by its number to its name, without a title", path: "/node/12", also: map[string]http.HandlerFunc{"/node/12": leads(301, "/history/the-flood-of-1953"), "/history/the-flood-of-1953": work}, want: link.Redirected, requests: 3},
		{name: "to the blog of its own", path: "/blog/flood", also: map[string]http.HandlerFunc{"/blog/flood": leads(301, "http://blog.harbor.test:PORT/flood"), "blog.harbor.test/": work}, titles: flood, want: link.Redirected, requests: 2},
		{name: "to an archive of the site", path: "/2003/flood.html", also: map[string]http.HandlerFunc{"/2003/flood.html": leads(302, "http://webarchive.gov.test:PORT/20030504/http://harbor.test/2003/flood.html"), "webarchive.gov.test/": work}, titles: flood, want: link.OK, requests: 3},
		{name: "to the front page of an archive", path: "/2003/flood.html", also: map[string]http.HandlerFunc{"/2003/flood.html": leads(302, "http://archive.harbor.test:PORT/"), "archive.harbor.test/": found("Archive", "<h1>The archive</h1>"+long)}, titles: flood, want: link.ContentDrift, requests: 4},
		{name: "to a mobile site", path: "/2014/flood", also: map[string]http.HandlerFunc{"/2014/flood": leads(302, "http://m.harbor.test:PORT/2014/flood"), "m.harbor.test/": work}, titles: flood, want: link.OK, requests: 2},
		{name: "to a home page that is an essay under the title", path: "/2014/flood", also: map[string]http.HandlerFunc{"/2014/flood": leads(301, "/"), "/{$}": work}, titles: flood, want: link.Redirected, requests: 2},
		{name: "a shop's product to its category", path: "/shop/lamps/brass", also: map[string]http.HandlerFunc{"/shop/lamps/brass": leads(301, "/shop/lamps"), "/shop/lamps": found("Lamps", "<h1>Lamps</h1>"+long)}, want: link.ContentDrift, requests: 4},
		{name: "a 404 that shows the front page", serve: sends(404, harborPage("Harbor", "<h1>Top stories</h1>"+essay)), want: link.Dead},
		{name: "a 403 that says not found", serve: sends(403, harborPage("Page not found", "<h1>Page not found</h1>")), want: link.Blocked},
		{name: "a 500 that says not found", serve: sends(500, harborPage("Page not found", "<h1>Page not found</h1>")), want: link.ServerError},
		{name: "a 200 that says internal server error", serve: sends(200, "<html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1></body></html>"), want: link.ServerError},
		{name: "a 503 with a page of upkeep", serve: sends(503, harborPage("Maintenance", "<h1>We are down for maintenance</h1>"), "Retry-After", "7200"), want: link.ServerError},
		{name: "a 202 with a work", serve: sends(202, harborPage("Tide Tables", story("Tide Tables"))), want: link.OK},
		{name: "a 200 with the file attached", path: "/get/12", also: map[string]http.HandlerFunc{"/get/12": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/pdf")
			w.Header().Set("Content-Disposition", `attachment; filename="tides.pdf"`)
			_, _ = io.WriteString(w, "%PDF-1.4\n%%EOF")
		}}, want: link.OK},
		{name: "a page of two megabytes that begins as a missing one", serve: sends(200, harborPage("Page not found", "<h1>Page not found</h1>"+strings.Repeat("<p>x</p>", 300_000))), want: link.Soft404, bytes: 8 << 20},
		{name: "a very long work", serve: sends(200, harborPage("Tide Tables", strings.Repeat(essay, 2000))), want: link.OK, bytes: 8 << 20},
		{name: "robots are sent away by robots.txt alone", also: map[string]http.HandlerFunc{"/x": tides, "/robots.txt": typed("text/plain", "User-agent: *\nDisallow: /\n")}, want: link.OK},
		{name: "a meta element for robots", serve: sends(200, `<html><head><title>Tide Tables</title><meta name="robots" content="noindex,nofollow"></head><body>`+essay+`</body></html>`), want: link.OK},
		{name: "a user and a password in the address", path: "http://ada:lamp@r.example:PORT/x", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Authorization") != "" {
				status(500)(w, r)
				return
			}
			status(401)(w, r)
		}, want: link.Blocked},
		{name: "410 then 200", serve: firstly(1, status(410), tides), want: link.OK, requests: 2},
		{name: "429, then 404", serve: firstly(1, status(429), status(404)), want: link.Dead},
		{name: "404, then a wall", serve: firstly(1, status(404), sends(403, "<title>Just a moment...</title>", "Cf-Mitigated", "challenge")), want: link.Blocked},
		{name: "reset, then well", conn: sometimes(1, reset, says(head+"Connection: close\r\n\r\n"+tide)), want: link.OK, requests: 2},
		gone("two languages", "Page not found / Page introuvable", "<h1>Oops</h1>"),
		gone("the number in figures of art", "Harbor", "<h1><span>4</span><span>0</span><span>4</span></h1><p>Page not found</p>"),
		gone("the number in a picture's words", "Harbor", "<img src=x alt=404><h2>Sorry, we can’t find that page</h2>"),
		gone("an emoji before it", "😕 Page not found", "<h1>😕</h1>"),
		gone("in capitals", "Harbor", "<h1>PAGE NOT FOUND</h1>"),
		gone("letter-spaced", "ERROR 404", "<h1>ERROR 404</h1>"),
		gone("behind a cookie banner", "Page not found", "<div class=cookie>We use cookies. <button>Accept</button></div><h1>Page not found</h1>"),
		gone("in a table, as long ago", "Harbor", "<table><tr><td><font size=+2>File Not Found</font></td></tr></table>"),
		gone("with the address in it", "Harbor", "<h1>Not Found</h1><p>The requested URL /x was not found on this server.</p>"),
		gone("an address without a page, a wiki farm", "Harbor Wiki", "<p>This page does not exist yet. You can create it.</p>"),
		gone("a term that nobody defined", "Harbor Dictionary", "<h1>No results for “tidde”</h1><p>Did you mean tide?</p>"),
		gone("no article by that number", "Harbor Journal", "<p>No article with this ID.</p><p>Article not found.</p>"),
		{name: "a court's docket", serve: found("Docket 12-404", "<h1>Docket 12-404</h1><p>Marsh v. Harbor. Decided 4 May 1999.</p>"), want: link.OK, requests: 3},
		{name: "a phone number", serve: found("Contact", "<h1>Contact</h1><p>Call (404) 555-0100.</p>"), want: link.OK, requests: 3},
		{name: "a room", serve: found("Room 404 – Harbor Hotel", "<h1>Room 404</h1><p>A room with a view of the point.</p>"), want: link.OK, requests: 3},
		{name: "an article of a code", serve: found("Art. 404 | Code du port", "<h1>Art. 404</h1><p>Quiconque trouve une lampe la porte au gardien.</p>"), want: link.OK, requests: 3},
		{name: "a number of a journal", serve: found("No. 404 – Journal of Floods", "<h1>No. 404</h1><p>Tides, lamps, and a review.</p>"), want: link.OK, requests: 3},
		{name: "an issue of a tracker", serve: found("#404: lamp goes out – Harbor Issues", "<h1>#404</h1><p>The lamp goes out when the door is opened.</p>"), want: link.OK, requests: 3},
		{name: "an essay with a name that it shares", path: "/essays/page-not-found", also: map[string]http.HandlerFunc{"/essays/page-not-found": found("Page not found", "<h1>Page not found</h1>"+strings.Repeat(essay, 3))}, want: link.OK, requests: 3},
		gone("a number behind a word", "Oops. 404", "<h1>Oops. 404</h1>"),
		{name: "a section of a law", serve: found("§ 404 Not found property – Harbor Code", "<h1>§ 404</h1><p>Whoever finds a lamp shall bring it to the keeper.</p>"), want: link.OK, requests: 3},
	})
}

// sometimes treats the first n connections in one way and later ones in another.
func sometimes(n int32, first, then func(net.Conn)) func(net.Conn) {
	var seen atomic.Int32
	return func(c net.Conn) {
		if seen.Add(1) <= n {
			first(c)
			return
		}
		then(c)
	}
}

// TestKeptConnections: a connection that is kept and then broken is no fault of the next link.
func TestKeptConnections(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(net.Conn){"closed": func(net.Conn) {}, "reset": reset} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			m := &meter{}
			go serveRaw(countingListener{l, m}, m, func(c net.Conn) {
				r := bufio.NewReader(c)
				if _, err := http.ReadRequest(r); err != nil {
					return
				}
				_, _ = fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", len(tide), tide)
				_, _ = http.ReadRequest(r) // the next one gets no answer
				end(c)
			})
			t.Cleanup(func() { _ = l.Close() })
			o := quick()
			o.PerHost, o.Concurrency = 1, 1
			var requests []link.Request
			for i := range 6 {
				requests = append(requests, link.Request{URL: fmt.Sprintf("http://%s/%d", l.Addr(), i)})
			}
			for i, r := range newEngine(t, o).Check(t.Context(), requests, nil) {
				if r.Verdict != link.OK || r.Attempts != 1 {
					t.Errorf("link %d: %s after %d attempts (%s)", i, r.Verdict, r.Attempts, r.Reason)
				}
			}
		})
	}
}
