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

	// came is called when all of an answer is there that is short, says that all
	// is well and nothing of how much its host may be asked; nil for nobody. What
	// is left to do is to look into it.
	came func(latency time.Duration)
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

// fetch makes one request and reads its answer; redirects are not followed.
func (e *Engine) fetch(ctx context.Context, h hopRequest) outcome {
	start := time.Now()
	ctx, cancel := context.WithTimeout(ctx, e.settings(h.url).Timeout)
	defer cancel()
	page, body, err := e.get(ctx, h, start)
	o := outcome{page: page, err: err, elapsed: time.Since(start), body: body}
	if err == nil {
		now := time.Now()
		o.pause, o.quota = retryAfter(page.Header, now), readQuota(page.Header, now)
		o.wall = wallName(page) != ""
	}
	if e.o.Logger.Enabled(ctx, slog.LevelInfo) {
		e.o.Logger.InfoContext(ctx, "request", "url", secret.Mask(h.url.String()), "elapsed_ms", o.elapsed.Milliseconds(), "status", statusOf(page), "error", secret.Mask(fmt.Sprint(err)))
	}
	return o
}

func statusOf(p *Page) int {
	if p == nil {
		return 0
	}
	return p.Status
}

func (e *Engine) get(ctx context.Context, h hopRequest, start time.Time) (p *Page, wanted []byte, err error) {
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
	req := (&http.Request{Method: http.MethodGet, URL: h.url, Host: h.url.Host, Header: make(http.Header, 2)}).WithContext(ctx)
	e.headers(req, h)
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
	work := e.room()
	defer e.rooms.Put(work)
	_, err = work.body.ReadFrom(io.LimitReader(resp.Body, readAtMost(resp.Header.Get("Content-Type"))))
	body := work.body.Bytes()
	p.Length = len(body)
	if err != nil {
		late := isTimeout(err)
		if len(body) == 0 || !errors.Is(err, io.ErrUnexpectedEOF) && !late {
			return nil, nil, &bodyError{err}
		}
		p.Partial = late
		p.Late = late && !enough(resp.Header.Get("Content-Type"), len(body))
		p.Truncated = !late
	}
	if h.body {
		return p, bytes.Clone(body), nil
	}
	if h.came != nil && err == nil && p.Status == http.StatusOK && len(body) <= shortBody && !limited(resp.Header) {
		h.came(p.Latency)
	}
	work.readPage(p, body, resp.Header, h.fragments)
	return p, nil, nil
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

// room is where a page is read: its body, and what is kept of its text.
type room struct {
	body             bytes.Buffer
	main, rest, core []byte
	word             []byte
}

// room is one that was used before, or new.
func (e *Engine) room() *room {
	if m, ok := e.rooms.Get().(*room); ok {
		m.body.Reset()
		return m
	}
	return &room{}
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

// headers says who asks, and on a second look asks the way browsers do, still
// under our own name.
func (e *Engine) headers(req *http.Request, h hopRequest) {
	req.Header.Set("User-Agent", e.o.UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8")
	if h.browser {
		req.Header.Set("User-Agent", "Mozilla/5.0 (compatible; "+e.o.UserAgent+")")
		req.Header.Set("Accept-Language", "en,*;q=0.5")
		req.Header.Set("Upgrade-Insecure-Requests", "1")
		req.Header.Set("Sec-Fetch-Dest", "document")
		req.Header.Set("Sec-Fetch-Mode", "navigate")
		req.Header.Set("Sec-Fetch-Site", "none")
		req.Header.Set("Sec-Fetch-User", "?1")
	}
	if h.accept != "" {
		req.Header.Set("Accept", h.accept)
	}
	if h.cookies != "" {
		req.Header.Set("Cookie", h.cookies)
	}
	if h.kept != nil {
		conditions(req.Header, h.kept)
	}
	for name, values := range e.settings(h.url).Header {
		if name == "Cookie" && h.cookies != "" {
			values = []string{strings.Join(values, "; ") + "; " + h.cookies}
		}
		req.Header[http.CanonicalHeaderKey(name)] = values
	}
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
