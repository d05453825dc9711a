package link

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"github.com/temoto/robotstxt"

	"ibid/pattern"
)

// longestCrawlDelay is the Crawl-delay up to which a host is asked for more
// than its cited pages at all.
const longestCrawlDelay = 10 * time.Second

// robots are what hosts want of programs, by scheme, name and port.
type robots map[string]*rules

// rules are those of one host.
type rules struct {
	done    bool
	data    *robotstxt.RobotsData // nil: nothing may be asked for
	waiting []func(context.Context)
}

// allowed says whether a host lets programs ask for an address. Cited pages are
// opened whatever it says, as a reader opens them; this is for all else (RFC
// 9309: no file, everything; a server in trouble, nothing).
func (s *schedule) allowed(ctx context.Context, u *url.URL, then func(context.Context, bool)) {
	key := u.Scheme + "://" + hostPort(u)
	r := s.robots[key]
	if r == nil {
		r = &rules{}
		s.robots[key] = r
		at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
		s.send(ctx, at, errand{accept: "text/plain,*/*;q=0.5", body: true, then: func(ctx context.Context, o outcome) {
			r.done, r.data = true, readRobots(o)
			for _, w := range r.waiting {
				w(ctx)
			}
			r.waiting = nil
		}})
	}
	answer := func(ctx context.Context) {
		if r.data == nil || !r.data.TestAgent(u.EscapedPath(), robotsName) {
			then(ctx, false)
			return
		}
		delay := r.data.FindGroup(robotsName).CrawlDelay
		if delay > 0 {
			s.host(u).pace.hold(time.Now(), delay)
		}
		then(ctx, delay <= longestCrawlDelay)
	}
	if r.done {
		answer(ctx)
		return
	}
	r.waiting = append(r.waiting, answer)
}

// hasRules matches the file of a host that has rules, readable or not.
var hasRules = pattern.New(`(?im)^\s*disallow\s*:`)

// readRobots is what a robots.txt says, nil if nothing may be asked for. A page
// in place of the file is none; a file that can't be read whole is taken as if
// it forbade all.
func readRobots(o outcome) *robotstxt.RobotsData {
	if o.err != nil {
		return nil
	}
	status := o.page.Status
	if isHTML(o.page.Header.Get("Content-Type")) || status/100 == 3 {
		status = http.StatusNotFound
	}
	data, err := robotstxt.FromStatusAndBytes(status, o.body)
	if err != nil && !hasRules.Match(o.body) {
		data, _ = robotstxt.FromStatusAndBytes(http.StatusNotFound, nil)
	}
	return data
}
