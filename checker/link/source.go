package link

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Source is a page fetched whole, to be read as an article.
type Source struct {
	Body        []byte
	ContentType string
	FinalURL    string
}

// StatusError is a page that a host does not give.
type StatusError struct {
	Host   string
	Status int
	// After is how long the host wants to be left alone; 0 if it does not say.
	After time.Duration
}

// Error says what the host answers, and what to do.
func (e *StatusError) Error() string {
	return fmt.Sprintf("%s answers %s; open the page in a browser, save it, and check the file", e.Host, statusText(e.Status))
}

// Fetch fetches an article's own page, of at most limit bytes, as safely as a
// link. Its errors are sentences for people.
func (e *Engine) Fetch(ctx context.Context, raw string, limit int64) (*Source, error) {
	if r, done := Plan(raw); done {
		return nil, errors.New(strings.ToLower(r.Reason[:1]) + strings.TrimSuffix(r.Reason[1:], "."))
	}
	u, _ := parse(raw)
	ctx, cancel := context.WithTimeout(ctx, 2*e.o.Timeout)
	defer cancel()
	var jar *cookies
	for range e.o.MaxRedirects + 1 {
		resp, err := e.open(ctx, u, jar)
		if err != nil {
			r := judgeError(&task{first: u, at: u}, err)
			return nil, fmt.Errorf("%s (%w)", strings.TrimSuffix(r.Reason, "."), err)
		}
		if !isRedirect(resp.StatusCode) {
			return readSource(resp, u, limit)
		}
		_ = resp.Body.Close() // nothing in it is read
		jar = jar.take(u, resp.Header)
		next, err := u.Parse(resp.Header.Get("Location"))
		if err != nil || next.Scheme != "http" && next.Scheme != "https" {
			return nil, fmt.Errorf("%s sends the reader to an address that is none", u.Hostname())
		}
		u = next
	}
	return nil, fmt.Errorf("%s sends the reader from page to page without end", u.Hostname())
}

func (e *Engine) open(ctx context.Context, u *url.URL, jar *cookies) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	h := hopRequest{url: u, browser: true, cookies: jar.header(u)}
	req.Header = e.header(h)
	return bounded{e.way(h), sourceBytes}.RoundTrip(req)
}

func readSource(resp *http.Response, u *url.URL, limit int64) (*Source, error) {
	defer func() { _ = resp.Body.Close() }() // what there was to read was read
	if resp.StatusCode != http.StatusOK {
		return nil, &StatusError{Host: u.Hostname(), Status: resp.StatusCode, After: retryAfter(resp.Header, time.Now())}
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err != nil {
		return nil, fmt.Errorf("%s broke off in the middle of the page: %w", u.Hostname(), err)
	}
	if int64(len(body)) > limit {
		return nil, fmt.Errorf("the page is larger than %d MiB, the most that is read", limit>>20)
	}
	return &Source{Body: body, ContentType: resp.Header.Get("Content-Type"), FinalURL: u.String()}, nil
}
