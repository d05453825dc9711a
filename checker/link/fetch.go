package link

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// maxBody is how much of a page is read, in bytes.
const maxBody = 1 << 20

// hopRequest is one request to be made.
type hopRequest struct {
	url     *url.URL
	browser bool
	cookies string
	kept    *Page // asked for only if it is another one by now
}

// outcome is what one request brought.
type outcome struct {
	task    *task
	host    *host
	page    *Page
	err     error
	elapsed time.Duration
	pause   time.Duration // Retry-After
	wall    bool          // the page is a bot wall
}

// fetch makes one request and reads its answer; redirects are not followed.
func (e *Engine) fetch(ctx context.Context, h hopRequest) outcome {
	start := time.Now()
	ctx, cancel := context.WithTimeout(ctx, e.o.Timeout)
	defer cancel()
	page, err := e.get(ctx, h, start)
	o := outcome{page: page, err: err, elapsed: time.Since(start)}
	if err == nil {
		o.pause = retryAfter(page.Header, time.Now())
		o.wall = wallName(page) != ""
	}
	e.o.Logger.InfoContext(ctx, "request", "url", h.url.String(), "elapsed_ms", o.elapsed.Milliseconds(), "status", statusOf(page), "error", err)
	return o
}

func statusOf(p *Page) int {
	if p == nil {
		return 0
	}
	return p.Status
}

func (e *Engine) get(ctx context.Context, h hopRequest, start time.Time) (*Page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, h.url.String(), nil)
	if err != nil {
		return nil, err
	}
	e.headers(req, h)
	transport := e.warm
	if h.browser {
		transport = e.fresh
	}
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }() // what there was to read was read
	if h.kept != nil && resp.StatusCode == http.StatusNotModified {
		return renewed(h.kept, resp.Header, time.Since(start)), nil
	}
	p := &Page{URL: h.url.String(), Status: resp.StatusCode, Header: resp.Header, Latency: time.Since(start)}
	p.ContentType, _, _ = mime.ParseMediaType(resp.Header.Get("Content-Type"))
	if isRedirect(p.Status) {
		_, _ = io.CopyN(io.Discard, resp.Body, 4<<10) // so that the connection can serve again
		return p, nil
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxBody))
	p.Length = len(body)
	if err != nil {
		if len(body) == 0 || !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, context.DeadlineExceeded) {
			return nil, &bodyError{err}
		}
		p.Truncated = !enough(p, err)
	}
	readPage(p, body, resp.Header.Get("Content-Type"))
	return p, nil
}

// enough says whether what came of a page before its time was up shows that
// the work is there: the start of a large file, or a good part of a long page.
func enough(p *Page, err error) bool {
	const longStart = 64 << 10 // bytes
	if !errors.Is(err, context.DeadlineExceeded) {
		return false
	}
	return p.Length >= longStart || p.Length >= 1<<10 && !strings.Contains(p.ContentType, "html")
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
		req.Header.Set("Sec-Fetch-Mode", "navigate")
	}
	if h.cookies != "" {
		req.Header.Set("Cookie", h.cookies)
	}
	if h.kept != nil {
		conditions(req.Header, h.kept)
	}
}

// retryAfter reads Retry-After in both of its forms (RFC 9110, 10.2.3).
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if v == "" {
		return 0
	}
	if n, err := strconv.Atoi(v); err == nil && n >= 0 {
		return time.Duration(min(n, 86400)) * time.Second
	}
	if t, err := http.ParseTime(v); err == nil && t.After(now) {
		return t.Sub(now)
	}
	return 0
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
