package link

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"net/http"
	"net/netip"
	"net/url"
	"runtime"
	"sync"
	"time"
)

// schedule hands out tasks, host by host. All of its state belongs to the
// goroutine of run; workers only fetch.
type schedule struct {
	e        *Engine
	requests []Request
	results  []Result
	progress func(Result)

	hosts     map[string]*host
	addresses map[netip.Addr]*address
	ready     []*host // hosts that may have work, in turn
	waiting   waitList
	active    int
	reading   int     // answers that have come and are still looked into
	locating  int     // names being looked up
	unlocated []*host // waiting for that
	open      int     // tasks without a verdict, or with one that is not kept yet
	saving    int     // answers being written to the cache
	bytes     int64   // read in all
	jobs      chan job
	unread    chan arrival
	done      chan outcome
	workers   sync.WaitGroup // who make requests
	readers   sync.WaitGroup // who look into what those bring

	answered bool // some host answered in some way
	netFails map[*task]Result
	probes   probes
	// encrypted are the hosts that links of this run lead to with https; nil
	// until somebody asks.
	encrypted map[string]bool
	robots    robots
}

// mostLocating is how many names are looked up at once.
const mostLocating = 32

func newSchedule(e *Engine, requests []Request, progress func(Result)) *schedule {
	s := &schedule{
		e: e, requests: requests, results: make([]Result, len(requests)), progress: progress,
		hosts: map[string]*host{}, addresses: map[netip.Addr]*address{}, netFails: map[*task]Result{}, probes: probes{}, robots: robots{},
		jobs: make(chan job), unread: make(chan arrival, e.o.Concurrency),
		// Room for all that workers may send, so that none waits for a run that has ended.
		done: make(chan outcome, 4*e.o.Concurrency+mostLocating+mostSaving),
	}
	return s
}

// finish records a result for one request.
func (s *schedule) finish(i int, r Result) {
	r.URL = s.requests[i].URL
	if r.FragmentFault == "" && (r.Verdict == OK || r.Verdict == Redirected) {
		r.FragmentFault = fragmentFault(r.URL, r.Page)
	}
	r.Page = told(r.Page)
	if r.FinalURL == r.URL {
		r.FinalURL = ""
	}
	s.results[i] = r
	if s.progress != nil {
		s.progress(r)
	}
}

// push puts a task into the queue of the host that its next hop is on.
func (s *schedule) push(ctx context.Context, t *task) {
	at, files := s.e.remapped(t.at)
	if files != nil {
		s.inFiles(ctx, t, at, files)
		return
	}
	t.at = at
	h := s.host(at)
	if h.down != nil {
		s.fall(ctx, h, t)
		return
	}
	if sc := h.trouble.scout; sc != nil && sc.task == t {
		sc.ready = true
	} else if len(t.hops) > 0 || t.errand != nil {
		h.urgent = append(h.urgent, t) // what has begun goes first
	} else {
		h.queue = append(h.queue, t)
	}
	s.list(h)
}

// inFiles ends a task whose address is among files.
func (s *schedule) inFiles(ctx context.Context, t *task, at *url.URL, files fs.FS) {
	r := s.e.inFiles(at, files, t.titles, t.fragments)
	o := outcome{task: t, page: r.Page}
	if t.errand == nil {
		s.open--
		for _, i := range t.indices {
			s.finish(i, r)
		}
		return
	}
	if o.page == nil {
		o.page = &Page{URL: at.String(), Status: http.StatusNotFound, Header: http.Header{}}
	}
	t.errand.then(ctx, o)
}

func (s *schedule) host(u *url.URL) *host {
	name := u.Scheme + "://" + hostPort(u)
	h := s.hosts[name]
	if h == nil {
		o := s.e.settings(u)
		h = &host{name: name, pace: newPace(o.PerHost, o.Rate, s.e.o.Backoff)}
		if every := s.e.o.Services.every(u); every > 0 {
			h.pace.announce(every)
			h.pace.most, h.pace.limit = 1, 1
		}
		s.hosts[name] = h
	}
	return h
}

func (s *schedule) list(h *host) {
	if !h.listed && !h.parked && h.has() {
		h.listed = true
		s.ready = append(s.ready, h)
	}
}

// run works until every task has a verdict or ctx ends.
func (s *schedule) run(ctx context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	s.workers.Go(prepare)
	for range runtime.GOMAXPROCS(0) {
		s.readers.Go(func() { s.read(ctx) })
	}
	s.plan(ctx)
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for s.open > 0 && ctx.Err() == nil {
		s.start(ctx)
		next := s.waiting.next()
		if next.IsZero() {
			next = time.Now().Add(time.Hour)
		}
		timer.Reset(time.Until(next))
		select {
		case o := <-s.done:
			s.take(ctx, o)
			if o.page != nil {
				s.bytes += int64(o.page.Length)
			}
			if s.bytes > s.e.o.MaxBytes && s.open > 0 {
				cancel(errTooMuchData)
			}
		case <-timer.C:
			s.wake(ctx, time.Now())
		case <-ctx.Done():
		}
	}
	close(s.jobs)
	if ctx.Err() != nil {
		s.interrupt(context.Cause(ctx))
	}
	s.workers.Wait() // a look-up may still be under way
	close(s.unread)
	s.readers.Wait()
	s.settleNetwork(ctx)
}

// wake moves what has waited long enough back into its queue.
func (s *schedule) wake(ctx context.Context, now time.Time) {
	for _, w := range s.waiting.due(now) {
		if w.task != nil {
			s.push(ctx, w.task)
		}
		if w.host != nil {
			w.host.waits = false
			s.list(w.host)
		}
	}
}

// mayWait is how many answers may wait to be looked into beside the requests that
// are under way: what a run that is killed has asked for in vain stays little.
func (s *schedule) mayWait() int { return max(1, s.e.o.Concurrency/8) }

// start starts as many requests as the limits allow, one host after the other.
func (s *schedule) start(ctx context.Context) {
	now := time.Now()
	s.wake(ctx, now)
	for s.active+max(0, s.reading-s.mayWait()) < s.e.o.Concurrency && len(s.ready) > 0 {
		h := s.ready[0]
		s.ready = s.ready[1:]
		h.listed = false
		if !h.has() || !s.located(ctx, h) {
			continue // listed again when it has been looked up
		}
		if at := h.pace.next(now); at.After(now) {
			if !h.waits {
				h.waits = true
				s.waiting.add(wait{at: at, host: h})
			}
			continue
		}
		if h.active >= h.pace.room(now) {
			if at, ok := h.pace.learning(now); ok && !h.waits {
				h.waits = true
				s.waiting.add(wait{at: at, host: h})
			}
			continue // listed again when one of its requests ends
		}
		if a := s.addresses[h.addr]; a != nil && a.active >= s.perAddress() {
			h.parked = true
			a.parked = append(a.parked, h)
			continue
		}
		t := h.pop()
		h.active++
		s.active++
		s.load(h.addr, 1)
		h.pace.began(now)
		s.list(h)
		s.dispatch(ctx, h, t)
	}
}

// job is one hop to be fetched.
type job struct {
	host  *host
	task  *task
	hop   hopRequest
	begun time.Time
}

// dispatch has one hop fetched by a worker that is free, or by a new one.
func (s *schedule) dispatch(ctx context.Context, h *host, t *task) {
	now := time.Now()
	if t.started.IsZero() {
		t.started = now
	}
	hop := hopRequest{url: t.at, browser: t.browser, fresh: t.browser || t.fresh, cookies: t.jar.header(t.at), kept: t.condition(), fragments: t.fragments}
	if t.errand != nil {
		hop.accept, hop.body = t.errand.accept, t.errand.body
	}
	j := job{host: h, task: t, hop: hop, begun: now}
	select {
	case s.jobs <- j:
	default:
		s.workers.Go(func() { s.work(ctx, j) })
	}
}

// work does a job, and others as they come.
func (s *schedule) work(ctx context.Context, j job) {
	for more := true; more; j, more = <-s.jobs {
		a := s.e.fetch(ctx, j)
		if a.left = a.short(); a.left {
			s.done <- outcome{came: j.host, elapsed: a.page.Latency}
			runtime.Gosched() // to the next request, which has longer to wait than this page
		}
		s.unread <- a
	}
}

// read looks into what jobs bring. Few do so, as each needs a large stack and room
// for a page, and not where all outcomes meet: it takes time.
func (s *schedule) read(ctx context.Context) {
	var m room
	for a := range s.unread {
		s.e.read(ctx, &a, &m)
		if a.task.errand == nil && !leadsOn(a.outcome) {
			s.e.look(a.task, &a.outcome)
		}
		s.done <- a.outcome
	}
}

// errTooMuchData is a run that has read all that it may.
var errTooMuchData = errors.New("too much data")

// interrupt gives up on what is left.
func (s *schedule) interrupt(cause error) {
	left := Result{Verdict: Unchecked, Unreachable: "interrupted", Reason: "Not opened: the check was interrupted."}
	if errors.Is(cause, errTooMuchData) {
		left.Unreachable = "too much data"
		left.Reason = fmt.Sprintf("Not opened: the pages before it held more than the %d MB that are read in one run.", s.e.o.MaxBytes>>20)
	}
	// Workers end at once, since their context has; done has room for all of
	// them, and their answers no longer count.
	s.workers.Wait()
	for s.saving > 0 {
		if o := <-s.done; o.saved != nil {
			s.saved(o) // judged in time
		}
	}
	for i := range s.results {
		if s.results[i].Verdict == "" {
			s.finish(i, left)
		}
	}
}

// backoff is the wait before a task's n-th retry, spread so that tasks that
// failed together do not come back together.
func (e *Engine) backoff(t *task, n int) time.Duration {
	base := e.o.Backoff << min(n, 6)
	h := fnv.New32a()
	_, _ = h.Write([]byte(t.first.String()))
	return base + time.Duration(h.Sum32()%1000)*base/2000
}

// located says whether it is known at which address a host is; if not, that is
// found out. Names that lead to one address share its limit.
func (s *schedule) located(ctx context.Context, h *host) bool {
	if h.located != unknown {
		return h.located == found
	}
	t := h.peek()
	if !s.e.guard.sharesAddress(t.at, s.e.o.Proxy) {
		h.located = found
		return true
	}
	if s.locating >= mostLocating {
		s.unlocated = append(s.unlocated, h)
		return false
	}
	h.located = asked
	s.locating++
	name := t.at.Hostname()
	s.workers.Go(func() {
		addrs, _ := s.e.guard.names.lookup(ctx, name) // the request itself will say what is wrong
		o := outcome{located: h}
		if len(addrs) > 0 {
			o.addr = addrs[0].Unmap()
		}
		s.done <- o
	})
	return false
}

// sharesAddress says whether the host of a URL counts towards the limit of an
// address: one that is found by name and reached without a proxy.
func (g *guard) sharesAddress(u *url.URL, proxy func(*http.Request) (*url.URL, error)) bool {
	if _, ok := g.free(hostPort(u)); ok {
		return false
	}
	if _, err := netip.ParseAddr(u.Hostname()); err == nil {
		return false
	}
	p, err := proxy(&http.Request{URL: u})
	return p == nil && err == nil
}
