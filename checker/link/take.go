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

// mostRefused is how often a link is asked for whose host says that it was
// asked too much; the last time is as a browser asks.
const mostRefused = 4

// take handles what a worker brought: where a host is, that an answer is kept
// or has come, or the outcome of one hop, which leads to the next hop, another look, or a verdict.
func (s *schedule) take(ctx context.Context, o outcome) {
	if o.located != nil {
		s.arrived(o)
		return
	}
	if o.saved != nil {
		s.saved(o)
		return
	}
	if o.came != nil {
		s.leave(o.came)
		s.reading++
		o.came.pace.answered(time.Now(), o.elapsed)
		s.list(o.came)
		return
	}
	if o.left {
		s.reading--
	} else {
		s.leave(o.host)
	}
	defer s.list(o.host)
	if ctx.Err() != nil {
		return
	}
	t := o.task
	t.look += o.elapsed
	t.spent += o.elapsed
	if o.err == nil {
		s.answered = true
	}
	if !o.left && !s.pace(o) && o.host.down == nil {
		s.leaveAlone(ctx, o)
	}
	if next, ok := s.redirect(t, &o); ok {
		o.host.spoke = true
		s.recovered(ctx, o.host)
		t.at = next
		s.push(ctx, t)
		return
	}
	t.tries++
	if o.result.Verdict == "" && t.errand == nil {
		s.e.look(t, &o)
	}
	s.ended(ctx, t, o, o.result)
}

// leave ends a request at a host.
func (s *schedule) leave(h *host) {
	s.active--
	h.active--
	s.load(h.addr, -1)
}

// look judges the outcome of one look.
func (e *Engine) look(t *task, o *outcome) {
	o.result = e.judgeLook(t, *o)
	r, p := &o.result, o.page
	good := o.err == nil && !r.Accepted && (r.Verdict == OK || r.Verdict == Redirected || byTitle(t, p, *r))
	o.unsure = good && !p.Filler && p.Sketch != nil && doubtful(t.first, t.titles, p)
}

// ended handles the end of a chain: another look, or what comes of it.
func (s *schedule) ended(ctx context.Context, t *task, o outcome, r Result) {
	if s.watch(ctx, o) {
		return // until it is known what becomes of the host
	}
	if s.again(t, o, r) {
		return
	}
	if t.errand != nil {
		t.errand.then(ctx, o)
	} else {
		s.settle(ctx, t, o, s.final(t, r))
	}
	s.scouted(ctx, o)
}

// leadsOn says whether an answer may name a next hop.
func leadsOn(o outcome) bool {
	return o.err == nil && (isRedirect(o.page.Status) || o.page.Refresh != "")
}

// redirect is the next hop of an answer that names one; where it can't be
// followed, the judge says why.
func (s *schedule) redirect(t *task, o *outcome) (*url.URL, bool) {
	if o.err != nil || s.e.settings(t.at).Accept.Has(o.page.Status) {
		return nil, false
	}
	location := ""
	switch {
	case isRedirect(o.page.Status):
		location = o.page.Header.Get("Location")
	case o.page.Refresh != "" && o.page.Status == http.StatusOK && t.errand == nil:
		location = o.page.Refresh
	}
	if location == "" {
		return nil, false
	}
	next, err := hopTo(t.at, location)
	if err != nil || next.Scheme != "http" && next.Scheme != "https" || next.Host == "" {
		return nil, false
	}
	t.jar = t.jar.take(t.at, o.page.Header)
	key := normalise(next)
	if o.page.Refresh != "" && o.page.Status == http.StatusOK && key == normalise(t.at) {
		return nil, false // a page that reloads itself
	}
	state := key + "\n" + t.jar.header(next)
	if t.visited == nil {
		t.visited = map[string]int{}
	}
	t.visited[state]++
	t.hops = append(t.hops, Hop{URL: t.at.String(), Status: o.page.Status, Location: location})
	t.endless = len(t.hops) > s.e.o.MaxRedirects
	if t.endless || t.visited[state] > 1 {
		return nil, false
	}
	if t.look > 2*s.e.o.Timeout {
		o.err = errSlowChain
		return nil, false
	}
	if u, err := url.Parse(key); err == nil {
		return u, true
	}
	return nil, false
}

// errSlowChain is a chain of redirects that takes longer than two answers may.
var errSlowChain = &slowChainError{}

type slowChainError struct{}

func (*slowChainError) Error() string   { return "the redirects take too long" }
func (*slowChainError) Timeout() bool   { return true }
func (*slowChainError) Temporary() bool { return true }

// hopTo is the address that a Location names, read as forgivingly as browsers do.
func hopTo(from *url.URL, location string) (*url.URL, error) {
	location = strings.TrimSpace(location)
	next, err := from.Parse(location)
	if err != nil {
		next, err = from.Parse(escapePercent(location))
	}
	return next, err
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMultipleChoices, http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// judgeLook judges the outcome of one look. What the user's own settings
// decide comes before what judges say.
func (e *Engine) judgeLook(t *task, o outcome) Result {
	var proxy *proxyLookupError
	host := t.at.Hostname()
	switch {
	case errors.Is(o.err, errFamily):
		return Result{Verdict: Skipped, Reason: host + " has no address of the version that --ip asks for."}
	case errors.As(o.err, &proxy):
		return Result{Verdict: Timeout, Reason: "The name " + host + " can't be looked up here, and the proxy is asked for public addresses only (--allow-private leaves that to the proxy)."}
	case errors.Is(o.err, errSpent):
		return Result{Verdict: Blocked, Reason: host + " says that it may not be asked any more for now. Try again later, or open it yourself."}
	case o.err == nil && e.settings(t.at).Accept.Has(o.page.Status) && o.page.Status/100 != 2:
		return Result{Verdict: OK, Status: o.page.Status, Accepted: true, Reason: host + " answers " + statusText(o.page.Status) + ", which --accept takes for good."}
	}
	return e.judge(t, o)
}

// again says whether a task gets another look, and has it wait for it.
func (s *schedule) again(t *task, o outcome, r Result) bool {
	now := time.Now()
	if tooMuch(o) {
		return s.secondRound(t, o)
	}
	if t.errand != nil {
		return s.errandAgain(t, o)
	}
	wait := time.Duration(0)
	switch {
	case r.Verdict == Dead, r.Verdict == Blocked && !o.wall && !t.browser:
		// Another look: later, on a new connection, asking as a browser does.
		if len(t.fails) > 0 && now.Sub(t.fails[len(t.fails)-1].at) >= s.e.o.SecondLook && t.browser {
			return false
		}
		wait = s.e.o.SecondLook
		if r.Verdict == Blocked {
			wait = s.e.o.Backoff
		}
	case mayPass(r, o) && t.retries < s.e.o.Retries:
		wait = s.e.backoff(t, t.retries)
		t.retries++
	default:
		return false
	}
	t.fails = append(t.fails, failure{r, now})
	if len(t.fails) > 3+s.e.o.Retries { // a host that says now this, now that
		return false
	}
	t.browser = true
	jar := t.jar
	if o.err == nil {
		jar = jar.take(t.at, o.page.Header) // a site that refuses those without cookies gives them
	}
	t.anew()
	t.jar = jar
	s.waitFor(t, now.Add(wait))
	return true
}

// tooMuch says whether a host refused a request because it gets too many.
func tooMuch(o outcome) bool {
	return o.err == nil && !o.wall &&
		(o.page.Status == http.StatusTooManyRequests || o.page.Status == http.StatusServiceUnavailable && o.pause > 0)
}

// secondRound puts a task behind the others of its host, which is asked at a
// slower pace from now on: the chain goes on where it was. The rest of the run
// does not wait for it.
func (s *schedule) secondRound(t *task, o outcome) bool {
	if t.refused++; t.refused >= mostRefused || o.pause > maxPause || o.host.down != nil {
		return false
	}
	t.browser = t.browser || t.refused == mostRefused-1
	h := o.host
	if t.errand != nil {
		h.urgent = append(h.urgent, t)
	} else {
		h.queue = append(h.queue, t)
	}
	s.list(h)
	return true
}

// errandAgain gives an errand one more try after a failure that may pass.
func (s *schedule) errandAgain(t *task, o outcome) bool {
	passing := o.err != nil && !errors.Is(o.err, errPrivate) || o.err == nil && o.page.Status >= 500
	if !passing || t.tries > 1 || t.errand.once {
		return false
	}
	t.browser = false
	t.anew()
	s.waitFor(t, time.Now().Add(s.e.backoff(t, 0)))
	return true
}

// mayPass says whether a failure is of the kind that heals by itself.
func mayPass(r Result, o outcome) bool {
	switch r.Verdict {
	case ServerError:
		followed := o.err != nil || !isRedirect(o.page.Status)
		return !r.LoopOrTooMany && followed && r.Status != http.StatusNotImplemented
	case Timeout:
		return true
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
	r.Attempts = t.tries
	r.Elapsed = t.spent
	r.CheckedAt = s.e.o.Now()
	r.Redirects = t.hops
	if r.VouchedBy == "" {
		r.Page = o.page
	}
	if s.e.o.Cache != nil {
		t.secret = tellsSecret(t.first, r)
		if r.Page != nil {
			r.Page = trimmed(r.Page)
		}
	}
	if o.err == nil && t.at != t.first && t.at.String() != t.first.String() {
		r.FinalURL = t.at.String()
	}
	if o.err != nil && networkTrouble(o.err) {
		s.netFails[t] = r
		s.open--
		return // judged when it is known whether any host answered
	}
	if o.err != nil && !errors.Is(o.err, errPrivate) {
		s.answered = s.answered || reached(o.err)
	}
	s.conclude(t, r)
}

// mostSaving is how many answers are written to the cache at once.
const mostSaving = 8

// conclude has the result of a task kept and tells it then: what was told is
// not asked again, even if the run is killed. No host waits for a disk.
func (s *schedule) conclude(t *task, r Result) {
	answer, ok := s.answer(t, r)
	switch {
	case !ok:
		s.tell(t, r)
	case s.saving < mostSaving:
		s.save(t, answer, r)
	default:
		s.e.o.Cache.Save(s.e.key(t.first), answer)
		s.tell(t, r)
	}
}

// save has an answer kept by somebody else.
func (s *schedule) save(t *task, answer Answer, r Result) {
	s.saving++
	s.workers.Go(func() {
		s.e.o.Cache.Save(s.e.key(t.first), answer)
		s.done <- outcome{saved: t, result: r}
	})
}

// saved handles a result that is kept now.
func (s *schedule) saved(o outcome) {
	s.saving--
	s.tell(o.saved, o.result)
}

// tell records the result of a task.
func (s *schedule) tell(t *task, r Result) {
	s.open--
	for _, i := range t.indices {
		s.finish(i, r)
	}
}

// pace tells a host's pace of an answer; it is false where the host should be
// left alone from now on.
func (s *schedule) pace(o outcome) bool {
	p, now := &o.host.pace, time.Now()
	switch {
	case o.err != nil:
		p.settle()
		return true
	case tooMuch(o) && o.task.refused > 0 && p.obliging():
		return p.pause(now, max(o.pause, p.unit)) // a page of which it wants to give less than of others
	case tooMuch(o):
		return p.refuse(now, o.begun, o.pause)
	case o.page.Status == http.StatusServiceUnavailable:
		p.strained(now, o.begun)
	default:
		p.answered(now, o.page.Latency)
	}
	return p.heed(now, o.quota)
}

func (s *schedule) waitFor(t *task, at time.Time) { s.waiting.add(wait{at: at, task: t}) }
