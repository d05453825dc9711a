package link

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// maxHops is how many redirects are followed; browsers follow twenty, but no
// honest link needs more than this.
const maxHops = 10

// maxPause is the longest Retry-After that is waited for.
const maxPause = 20 * time.Second

// take handles the outcome of one hop: the next hop, another look, or a verdict.
func (s *schedule) take(ctx context.Context, o outcome) {
	s.active--
	o.host.active--
	s.list(o.host)
	if ctx.Err() != nil {
		return
	}
	t := o.task
	t.spent += o.elapsed
	if o.err == nil {
		s.answered = true
	}
	s.pace(o)
	if next, ok := s.redirect(t, o); ok {
		t.at = next
		s.push(t)
		return
	}
	t.tries++
	r := s.e.judge(t, o)
	if s.again(t, o, r) {
		return
	}
	s.verdict(t, o, s.final(t, r))
}

// redirect is the next hop of an answer that names one; where it can't be
// followed, the judge says why.
func (s *schedule) redirect(t *task, o outcome) (*url.URL, bool) {
	if o.err != nil {
		return nil, false
	}
	location := ""
	switch {
	case isRedirect(o.page.Status):
		location = o.page.Header.Get("Location")
	case o.page.Refresh != "" && o.page.Status == http.StatusOK:
		location = o.page.Refresh
	}
	if location == "" {
		return nil, false
	}
	next, err := t.at.Parse(strings.TrimSpace(location))
	if err != nil || next.Scheme != "http" && next.Scheme != "https" || next.Host == "" {
		return nil, false
	}
	t.jar = t.jar.take(t.at, o.page.Header)
	key := normalise(next)
	if o.page.Refresh != "" && o.page.Status == http.StatusOK && key == normalise(t.at) {
		return nil, false // a page that reloads itself
	}
	state := key + "\n" + t.jar.header(next)
	t.visited[state]++
	t.hops = append(t.hops, Hop{URL: t.at.String(), Status: o.page.Status, Location: location})
	if len(t.hops) > maxHops || t.visited[state] > 1 {
		return nil, false
	}
	if u, err := url.Parse(key); err == nil {
		return u, true
	}
	return nil, false
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// again says whether a task gets another look, and has it wait for it.
func (s *schedule) again(t *task, o outcome, r Result) bool {
	now := time.Now()
	wait := time.Duration(0)
	switch {
	case r.Verdict == Dead, r.Verdict == Blocked && !o.wall && !t.browser:
		// Another look: later, on a new connection, asking as a browser does.
		if len(t.fails) > 0 && now.Sub(t.fails[len(t.fails)-1].at) >= s.e.o.SecondLook && t.browser {
			return false
		}
		wait = s.e.o.SecondLook
		if r.Verdict == Blocked && r.Status != http.StatusTooManyRequests {
			wait = s.e.o.Backoff
		}
	case mayPass(r, o) && t.retries < s.e.o.Retries:
		wait = s.e.backoff(t, t.retries)
		t.retries++
	default:
		return false
	}
	if pause := o.pause; pause > 0 {
		if pause > maxPause {
			return false
		}
		wait = max(wait, pause)
	}
	t.fails = append(t.fails, failure{r, now})
	if len(t.fails) > 6+s.e.o.Retries {
		return false
	}
	t.browser = true
	t.at, t.hops, t.visited, t.jar = t.first, nil, map[string]int{}, nil
	s.waiting.add(waitFor(t, now.Add(wait)))
	return true
}

func waitFor(t *task, at time.Time) wait { return wait{at: at, task: t} }

// mayPass says whether a failure is of the kind that heals by itself.
func mayPass(r Result, o outcome) bool {
	switch r.Verdict {
	case ServerError:
		followed := o.err != nil || !isRedirect(o.page.Status)
		return !r.LoopOrTooMany && followed && r.Status != http.StatusNotImplemented
	case Timeout:
		return true
	case Blocked:
		return r.Status == http.StatusTooManyRequests
	default:
		return false
	}
}

// final is the verdict of a task's last look in the light of those before.
func (s *schedule) final(t *task, r Result) Result {
	if r.Verdict == Dead && r.Status != 0 {
		r.Reason = t.first.Hostname() + " answers " + statusText(r.Status) + ", twice."
	}
	return r
}

// verdict records the result of a task for all requests that it answers.
func (s *schedule) verdict(t *task, o outcome, r Result) {
	s.open--
	r.Attempts = t.tries
	r.Elapsed = t.spent
	r.CheckedAt = s.e.o.Now()
	r.Redirects = t.hops
	r.Page = o.page
	if o.err == nil && t.at.String() != t.first.String() {
		r.FinalURL = t.at.String()
	}
	if o.err != nil && networkTrouble(o.err) {
		s.netFails[t] = r
		return // judged when it is known whether any host answered
	}
	if o.err != nil && !errors.Is(o.err, errPrivate) {
		s.answered = s.answered || reached(o.err)
	}
	s.remember(t, r)
	for _, i := range t.indices {
		s.finish(i, r)
	}
}

// pace slows a host down that asks for it, and lets it go faster again.
func (s *schedule) pace(o outcome) {
	h := o.host
	if o.err != nil {
		return
	}
	switch o.page.Status {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		h.limit = max(1, h.limit/2)
		h.gap = min(max(2*h.gap, 100*time.Millisecond), 2*time.Second)
		h.calm = 0
		if o.pause > 0 && o.pause <= maxPause {
			h.until = time.Now().Add(o.pause)
		}
	default:
		h.calm++
		if h.calm%16 == 0 && h.limit < s.e.o.PerHost {
			h.limit++
			h.gap /= 2
		}
	}
}
