package link

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/temoto/robotstxt"

	"ibid/checker/link/secret"
)

const (
	// robotsName is what robots.txt files call us.
	robotsName = "ibid"
	// maxRobots is how much of a robots.txt is read (RFC 9309, 2.5), in bytes.
	maxRobots = 500 << 10
	// maxDelay is the longest wait between two pages that a site may ask for.
	maxDelay = 60 * time.Second
	// maxAsks is how often a page is asked for whose host says that it is busy.
	maxAsks = 3
)

// DisallowedError is a page that its site wants no program to fetch.
type DisallowedError struct{ Host string }

// Error says so, and what to do.
func (e *DisallowedError) Error() string {
	return "the robots.txt of " + e.Host + " asks programs to leave this page alone; open it in a browser, save it, and check the file"
}

// PageStore keeps fetched pages for a run that goes on where one was interrupted.
type PageStore interface {
	// Load is the page that is kept under a key and still good.
	Load(key string) (*Source, bool)
	Save(key string, s *Source)
	Remove(key string)
}

// Visitor fetches many pages of a site as a polite crawler does: robots.txt is
// read first and obeyed (RFC 9309), the pages of a host come one after the
// other with a pause between them, and a host that is busy is waited for. It is
// safe for concurrent use.
type Visitor struct {
	e     *Engine
	pause time.Duration
	kept  PageStore

	mu    sync.Mutex
	sites map[string]*visited
	keys  []string // of the pages that are kept
	again int      // pages that an earlier run had fetched
}

// visited is what is known of a host.
type visited struct {
	sync.Mutex // held while a page is fetched

	rules *robotstxt.Group
	err   error // why no page may be fetched
	read  bool
	pause time.Duration
	last  time.Time // when its last answer came
}

// Visitor makes a Visitor. pause is the time between two pages of a host; kept
// may be nil.
func (e *Engine) Visitor(pause time.Duration, kept PageStore) *Visitor {
	return &Visitor{e: e, pause: pause, kept: kept, sites: map[string]*visited{}}
}

// Fetch is [Engine.Fetch] for one page of many. An error is a *DisallowedError,
// a *StatusError, ctx's, or a sentence about the connection.
func (v *Visitor) Fetch(ctx context.Context, raw string, limit int64) (*Source, error) {
	u, reason := parse(raw)
	if reason != "" {
		return v.e.Fetch(ctx, raw, limit) // which says what is wrong with it
	}
	key := ""
	if v.kept != nil && !secret.Likely(u) {
		key = v.e.key(u)
		if page, ok := v.kept.Load(key); ok {
			v.note(key, 1)
			return page, nil
		}
	}
	s := v.site(u)
	s.Lock()
	defer s.Unlock()
	if err := v.allowed(ctx, s, u); err != nil {
		return nil, err
	}
	page, err := v.ask(ctx, s, raw, limit)
	if err == nil && key != "" && !secret.LikelyIn(page.FinalURL) {
		v.kept.Save(key, page)
		v.note(key, 0)
	}
	return page, err
}

func (v *Visitor) note(key string, again int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.keys = append(v.keys, key)
	v.again += again
}

// Again is the number of pages that an interrupted run had fetched already.
func (v *Visitor) Again() int {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.again
}

// Complete says that all pages were read, and none has to be kept for another run.
func (v *Visitor) Complete() {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, key := range v.keys {
		v.kept.Remove(key)
	}
	v.keys = nil
}

func (v *Visitor) site(u *url.URL) *visited {
	v.mu.Lock()
	defer v.mu.Unlock()
	name := u.Scheme + "://" + hostPort(u)
	s := v.sites[name]
	if s == nil {
		s = &visited{pause: v.pause}
		v.sites[name] = s
	}
	return s
}

// ask asks for a page, again where the host says that it is busy.
func (v *Visitor) ask(ctx context.Context, s *visited, raw string, limit int64) (*Source, error) {
	for n := 1; ; n++ {
		if err := sleep(ctx, time.Until(s.last.Add(s.pause))); err != nil {
			return nil, err
		}
		page, err := v.e.Fetch(ctx, raw, limit)
		s.last = time.Now()
		var status *StatusError
		if !errors.As(err, &status) || n == maxAsks || status.Status != http.StatusTooManyRequests && status.Status != http.StatusServiceUnavailable {
			return page, err
		}
		s.pause = min(max(2*s.pause, time.Second), maxDelay)
		if status.After > maxDelay {
			return page, err
		}
		if err := sleep(ctx, status.After); err != nil {
			return nil, err
		}
	}
}

// sleep waits, or until ctx ends.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// allowed says whether a site lets programs have a page.
func (v *Visitor) allowed(ctx context.Context, s *visited, u *url.URL) error {
	if !s.read {
		if err := v.robots(ctx, s, u); err != nil {
			return err
		}
	}
	switch {
	case s.err != nil:
		return s.err
	case s.rules != nil && !s.rules.Test(u.RequestURI()):
		return &DisallowedError{Host: u.Hostname()}
	}
	return nil
}

// robots reads a site's robots.txt. One that is not there allows all; a host
// that can't say allows nothing (RFC 9309, 2.3.1). Where the host can't be reached
// at all, the page itself will say why.
func (v *Visitor) robots(ctx context.Context, s *visited, u *url.URL) error {
	page, err := v.ask(ctx, s, (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}).String(), maxRobots)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s.read = true
	var status *StatusError
	switch {
	case errors.As(err, &status) && status.Status >= http.StatusInternalServerError:
		s.err = fmt.Errorf("the robots.txt of %s, which says whether programs may fetch its pages, answers %s: try again later", u.Hostname(), statusText(status.Status))
		return nil
	case err != nil:
		return nil //nolint:nilerr // no rules
	}
	data, err := robotstxt.FromBytes(page.Body)
	if err != nil {
		return nil //nolint:nilerr // what can't be read is no rule
	}
	s.rules = data.FindGroup(robotsName)
	s.pause = max(s.pause, min(s.rules.CrawlDelay, maxDelay))
	return nil
}
