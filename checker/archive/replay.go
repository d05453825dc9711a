package archive

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"ibid/checker/link"
	"ibid/pattern"
)

// mostHops is how many redirects of a copy are followed.
const mostHops = 5

// modifier is where the address of a copy says how it is to be shown.
var modifier = pattern.New(`/(\d{4,14})(?:[a-z]{2}_)?/(https?:)`)

// opened is a copy that was looked at.
type opened struct {
	good     bool
	snapshot Snapshot
}

// open fetches a copy as it was captured and has it judged. An error means
// that it could not be looked at.
func (c *client) open(ctx context.Context, q Query, x capture) (opened, error) {
	address := x.memory
	if address == "" {
		address = copyAddress(c.replay.base, x, "id_")
	} else if m := modifier.FindStringSubmatchIndex(address); m != nil {
		address = address[:m[3]] + "id_" + "/" + address[m[4]:]
	}
	cited := link.Copy{Of: link.Request{URL: q.URL, Titles: q.Titles}}
	page := x.page
	for range mostHops + 1 {
		a, err := c.call(ctx, c.pageService(address), request{address: address, raw: true})
		if err != nil {
			return opened{}, err
		}
		if a.status/100 != 3 {
			return c.judge(q, x, page, cited, a)
		}
		next, nextPage, made, ok := leads(address, a)
		if !ok {
			return opened{}, nil
		}
		if !SamePage(page, nextPage) {
			cited.Hops = append(cited.Hops, link.Hop{URL: page, Status: a.status, Location: nextPage})
		}
		if len(cited.Hops) == 0 {
			x.at = made // the nearest copy there is
		}
		address, page = next, nextPage
	}
	return opened{}, nil
}

// leads is where the redirect of a copy leads: to another copy, or ok is false.
func leads(from string, a answer) (to, page string, made time.Time, ok bool) {
	base, err := url.Parse(from)
	if err != nil {
		return "", "", time.Time{}, false
	}
	u, err := base.Parse(a.header.Get("Location"))
	if err != nil {
		return "", "", time.Time{}, false
	}
	to = u.String()
	page, made, ok = SplitCopy(to)
	if u.Hostname() != base.Hostname() {
		return "", "", time.Time{}, false // out of the archive
	}
	return to, page, made, ok
}

// judge has the judges of links look at a copy.
func (c *client) judge(q Query, x capture, page string, cited link.Copy, a answer) (opened, error) {
	if a.status >= 500 && a.header.Get("Memento-Datetime") == "" {
		return opened{}, fmt.Errorf("a copy of %s could not be opened: %d %s", q.URL, a.status, http.StatusText(a.status))
	}
	if t, err := http.ParseTime(a.header.Get("Memento-Datetime")); err == nil && len(cited.Hops) == 0 {
		x.at = t.UTC()
	}
	cited.Status, cited.Header, cited.Body = a.status, a.header, a.body
	if !SamePage(q.URL, page) {
		cited.At = page
	}
	v := link.JudgeCopy(cited).Verdict
	s := Snapshot{URL: x.memory, CapturedAt: x.at}
	if x.memory == "" {
		s.URL = copyAddress(c.replay.base, x, "")
	}
	return opened{good: v == link.OK || v == link.Redirected, snapshot: s}, nil
}
