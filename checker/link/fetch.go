package link

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/net/html"

	"ibid/checker/link/secret"
)

// maxBody is how much of a page is read, in bytes.
const maxBody = 1 << 20

// hopRequest is one request to be made.
type hopRequest struct {
	url     *url.URL
	browser bool // ask as browsers do
	fresh   bool // on a new connection, with DNS asked again
	cookies string
	kept    *Page  // asked for only if it is another one by now
	accept  string // "" for what links accept
	body    bool   // the body itself is wanted

	fragments []string // texts in the page that are cited
}

// outcome is what one request brought.
type outcome struct {
	task    *task
	host    *host
	begun   time.Time
	page    *Page
	body    []byte // for errands that want it
	err     error
	result  Result // what it says of a link, if it is no hop of a chain
	unsure  bool   // result is good, and nothing on the page shows that it is the work
	elapsed time.Duration
	pause   time.Duration // Retry-After
	quota   quota
	wall    bool // the page is a bot wall

	located *host // for a look-up of its name: where it is
	addr    netip.Addr

	saved *task // for a write to the cache: the task, with its result

	came *host // of an answer that is there and not looked into yet
	left bool  // that was said before
}

// arrival is what a job brought, and is not looked into yet.
type arrival struct {
	outcome

	hop hopRequest
	in  *bytes.Buffer // the body; nil where there is none to read
}

// fetch makes the request of a job; redirects are not followed.
func (e *Engine) fetch(ctx context.Context, j job) arrival {
	a := arrival{outcome: outcome{host: j.host, task: j.task, begun: j.begun}, hop: j.hop}
	start := time.Now()
	ctx, cancel := context.WithTimeout(ctx, e.settings(j.hop.url).Timeout)
	defer cancel()
	a.page, a.in, a.err = e.get(ctx, j.hop, start)
	a.elapsed = time.Since(start)
	return a
}

// short says whether all of an answer is there that is short, says that all is
// well and nothing of how much its host may be asked. What is left to do is to look
// into it.
func (a *arrival) short() bool {
	return a.err == nil && a.in != nil && a.page.Status == http.StatusOK && a.in.Len() <= shortBody && !a.page.Truncated && !a.page.Late && !a.page.Partial &&
		!a.hop.body && !limited(a.page.Header)
}

// read reads what a job brought, in a room that it has for itself.
func (e *Engine) read(ctx context.Context, a *arrival, m *room) {
	if a.in != nil {
		if a.hop.body {
			a.body = bytes.Clone(a.in.Bytes())
		} else {
			m.readPage(a.page, a.in.Bytes(), a.page.Header, a.hop.fragments)
		}
		e.bodies.Put(a.in)
		a.in = nil
	}
	if a.err == nil {
		now := time.Now()
		a.pause, a.quota = retryAfter(a.page.Header, now), readQuota(a.page.Header, now)
		a.wall = wallName(a.page) != ""
	}
	if e.o.Logger.Enabled(ctx, slog.LevelInfo) {
		e.o.Logger.InfoContext(ctx, "request", "url", secret.Mask(a.hop.url.String()), "elapsed_ms", a.elapsed.Milliseconds(), "status", statusOf(a.page), "error", secret.Mask(fmt.Sprint(a.err)))
	}
}

func statusOf(p *Page) int {
	if p == nil {
		return 0
	}
	return p.Status
}

// get makes a request and takes the body of its answer in, which is nil where there
// is none to read.
func (e *Engine) get(ctx context.Context, h hopRequest, start time.Time) (p *Page, body *bytes.Buffer, err error) {
	var broken atomic.Bool // the handshake was
	if h.url.Scheme == "https" {
		var stop context.CancelCauseFunc
		ctx, stop = context.WithCancelCause(ctx)
		defer stop(nil)
		var used connections
		ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
			TLSHandshakeDone: func(_ tls.ConnectionState, err error) { broken.Store(err != nil) },
			GotConn: func(got httptrace.GotConnInfo) {
				if used.tooMany(got) {
					stop(errRefuses)
				}
			},
		})
	}
	req := (&http.Request{Method: http.MethodGet, URL: h.url, Host: h.url.Host, Header: e.header(h)}).WithContext(ctx)
	resp, err := bounded{e.way(h), linkBytes}.RoundTrip(req)
	if err != nil && broken.Load() {
		err = &handshakeError{err}
	}
	if err != nil {
		if errors.Is(context.Cause(ctx), errRefuses) {
			err = errRefuses
		}
		return nil, nil, err
	}
	defer func() { _ = resp.Body.Close() }() // what there was to read was read
	if h.kept != nil && resp.StatusCode == http.StatusNotModified {
		return renewed(h.kept, resp.Header, time.Since(start)), nil, nil
	}
	p = &Page{URL: h.url.String(), Status: resp.StatusCode, Header: resp.Header, Latency: time.Since(start)}
	if isRedirect(p.Status) {
		_, _ = io.CopyN(io.Discard, resp.Body, 4<<10) // so that the connection can serve again
		return p, nil, nil
	}
	body = e.buffer()
	_, err = body.ReadFrom(io.LimitReader(resp.Body, readAtMost(resp.Header.Get("Content-Type"))))
	p.Length = body.Len()
	if err != nil {
		late := isTimeout(err)
		if p.Length == 0 || !errors.Is(err, io.ErrUnexpectedEOF) && !late {
			e.bodies.Put(body)
			return nil, nil, &bodyError{err}
		}
		p.Partial = late
		p.Late = late && !enough(resp.Header.Get("Content-Type"), p.Length)
		p.Truncated = !late
	}
	return p, body, nil
}

// shortBody is the length up to which a page may wait to be read while its host
// is asked for the next, in bytes: as many as are under way may do so.
const shortBody = 64 << 10

// errRefuses is a host that takes connections and no request over them. With
// HTTP/2 it can say that a request was not looked at, upon which net/http asks
// again at once, on and on, until the time is up.
var errRefuses = errors.New("the host refuses the request on every connection")

// connections are those that a request went over.
type connections struct {
	mu   sync.Mutex
	last net.Conn
	made bool // one was made for it
}

// tooMany says whether a request goes over one more than it should: after one
// that was made for it, or twice over the same. Any number of those that were
// kept may have gone stale.
func (c *connections) tooMany(got httptrace.GotConnInfo) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	again := c.made || c.last == got.Conn
	c.last, c.made = got.Conn, c.made || !got.Reused
	return again
}

// room is where pages are read, one after the other.
type room struct {
	in               bytes.Reader
	unused           *html.Tokenizer // of in
	tokenizer        html.Tokenizer
	scan             pageScan
	main, rest, core []byte
	word             []byte
}

// buffer is one for a body that was used before, or new.
func (e *Engine) buffer() *bytes.Buffer {
	if b, ok := e.bodies.Get().(*bytes.Buffer); ok {
		b.Reset()
		return b
	}
	return &bytes.Buffer{}
}

// readAtMost is how much of a body is read. Of what nobody reads as text the
// start shows that it is there.
func readAtMost(contentType string) int64 {
	const start = 64 << 10
	for _, kind := range []string{"image/", "audio/", "video/", "font/", "application/zip", "application/x-"} {
		if strings.HasPrefix(contentType, kind) && !strings.Contains(contentType, "html") && !strings.Contains(contentType, "xml") {
			return start
		}
	}
	return maxBody
}

// enough says whether what came of a page before its time was up shows that
// the work is there: the start of a large file, or a good part of a long page.
func enough(contentType string, length int) bool {
	const longStart = 64 << 10 // bytes
	return length >= longStart || length >= 1<<10 && !strings.Contains(contentType, "html")
}

// bodyError is an answer that began and did not end as it should.
type bodyError struct{ err error }

func (e *bodyError) Error() string { return "reading the page: " + e.err.Error() }
func (e *bodyError) Unwrap() error { return e.err }

// plainHeader says who asks, and nothing else.
func plainHeader(userAgent string) http.Header {
	return http.Header{"User-Agent": {userAgent}, "Accept": {"text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"}}
}

// header says who asks, and on a second look asks the way browsers do, still
// under our own name. It is not to be changed: most requests share one.
func (e *Engine) header(h hopRequest) http.Header {
	own := e.settings(h.url).Header
	if !h.browser && h.accept == "" && h.cookies == "" && h.kept == nil && len(own) == 0 {
		return e.plain
	}
	header := plainHeader(e.o.UserAgent)
	if h.browser {
		header.Set("User-Agent", "Mozilla/5.0 (compatible; "+e.o.UserAgent+")")
		header.Set("Accept-Language", "en,*;q=0.5")
		header.Set("Upgrade-Insecure-Requests", "1")
		header.Set("Sec-Fetch-Dest", "document")
		header.Set("Sec-Fetch-Mode", "navigate")
		header.Set("Sec-Fetch-Site", "none")
		header.Set("Sec-Fetch-User", "?1")
	}
	if h.accept != "" {
		header.Set("Accept", h.accept)
	}
	if h.cookies != "" {
		header.Set("Cookie", h.cookies)
	}
	if h.kept != nil {
		conditions(header, h.kept)
	}
	for name, values := range own {
		if name == "Cookie" && h.cookies != "" {
			values = []string{strings.Join(values, "; ") + "; " + h.cookies}
		}
		header[http.CanonicalHeaderKey(name)] = values
	}
	return header
}

// cookies are those that a chain of redirects was given, by host. The nil
// value has none.
type cookies struct{ byHost map[string][]*http.Cookie }

// maxCookies bounds what a chain may be given.
const maxCookies = 20

// take adds the cookies of an answer.
func (c *cookies) take(u *url.URL, h http.Header) *cookies {
	set := (&http.Response{Header: h}).Cookies()
	if len(set) == 0 {
		return c
	}
	if c == nil {
		c = &cookies{byHost: map[string][]*http.Cookie{}}
	}
	name := site(u.Hostname())
	for _, k := range set {
		if len(c.byHost[name]) < maxCookies && len(k.Value) < 4096 {
			c.byHost[name] = append(c.byHost[name], k)
		}
	}
	return c
}

// header is the Cookie header for a URL, each name once, the last value.
func (c *cookies) header(u *url.URL) string {
	if c == nil {
		return ""
	}
	var b strings.Builder
	list := c.byHost[site(u.Hostname())]
	for i, k := range list {
		later := false
		for _, l := range list[i+1:] {
			later = later || l.Name == k.Name
		}
		if !later {
			if b.Len() > 0 {
				b.WriteString("; ")
			}
			b.WriteString(k.Name + "=" + k.Value)
		}
	}
	return b.String()
}
