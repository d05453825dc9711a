package link

import (
	"context"
	"hash/fnv"
	"net/url"
	"sync"
	"time"
)

// Check judges every request, in order. progress is called once for each
// request as its result is known, never by two at once; nil is allowed. When
// ctx ends, what is not judged yet is Unchecked.
func (e *Engine) Check(ctx context.Context, requests []Request, progress func(Result)) []Result {
	s := newSchedule(e, requests, progress)
	s.run(ctx)
	return s.results
}

// task is one distinct URL on its way to a verdict.
type task struct {
	first   *url.URL // as asked for
	at      *url.URL // the next hop
	indices []int    // of the requests it answers
	titles  []string
	hops    []Hop
	visited map[string]int
	jar     *cookies
	tries   int // of the whole chain
	retries int // of those, for failures that may pass
	fails   []failure
	browser bool  // ask as a browser does, on a new connection
	kept    *Page // the page of an answer that is too old; nil if none is kept
	started time.Time
	spent   time.Duration
}

// failure is a look that ended badly.
type failure struct {
	result Result
	at     time.Time
}

// schedule hands out tasks, host by host. All of its state belongs to the
// goroutine of run; workers only fetch.
type schedule struct {
	e        *Engine
	requests []Request
	results  []Result
	progress func(Result)

	hosts   map[string]*host
	ready   []*host // hosts that may have work, in turn
	waiting waitList
	active  int
	open    int // tasks without a verdict
	done    chan outcome
	workers sync.WaitGroup

	answered bool // some host answered in some way
	netFails map[*task]Result
}

// host is the queue and the pace of one scheme, name and port.
type host struct {
	name   string
	queue  []*task
	active int
	limit  int
	listed bool
	until  time.Time // nothing before
	gap    time.Duration
	calm   int // answers in a row without complaint
}

func newSchedule(e *Engine, requests []Request, progress func(Result)) *schedule {
	s := &schedule{
		e: e, requests: requests, results: make([]Result, len(requests)), progress: progress,
		hosts: map[string]*host{}, done: make(chan outcome, e.o.Concurrency), netFails: map[*task]Result{},
	}
	distinct := map[string]*task{}
	var tasks []*task
	for i, r := range requests {
		res, known := Plan(r.URL)
		if !known && e.excluded(r.URL) {
			res.Verdict, res.Reason, known = Skipped, "Excluded by --exclude.", true
		}
		if known {
			s.finish(i, res)
			continue
		}
		u, _ := parse(r.URL)
		key := normalise(u)
		t := distinct[key]
		if t == nil {
			at, err := url.Parse(key)
			if err != nil {
				s.finish(i, Result{URL: r.URL, Verdict: Malformed, Reason: "No address can be made of it."})
				continue
			}
			t = &task{first: at, at: at, visited: map[string]int{}}
			distinct[key] = t
			tasks = append(tasks, t)
		}
		t.indices = append(t.indices, i)
		t.titles = append(t.titles, r.Titles...)
	}
	for _, t := range tasks {
		if !s.recall(t) {
			s.open++
			s.push(t)
		}
	}
	return s
}

func (e *Engine) excluded(raw string) bool {
	for _, re := range e.exclude {
		if re.MatchString(raw) {
			return true
		}
	}
	return false
}

// finish records a result for one request.
func (s *schedule) finish(i int, r Result) {
	r.URL = s.requests[i].URL
	if r.FinalURL == r.URL {
		r.FinalURL = ""
	}
	s.results[i] = r
	if s.progress != nil {
		s.progress(r)
	}
}

// push puts a task into the queue of the host that its next hop is on.
func (s *schedule) push(t *task) {
	name := t.at.Scheme + "://" + hostPort(t.at)
	h := s.hosts[name]
	if h == nil {
		h = &host{name: name, limit: s.e.o.PerHost}
		s.hosts[name] = h
	}
	if len(t.hops) > 0 {
		h.queue = append([]*task{t}, h.queue...) // a chain that has begun goes first
	} else {
		h.queue = append(h.queue, t)
	}
	s.list(h)
}

func (s *schedule) list(h *host) {
	if !h.listed && len(h.queue) > 0 {
		h.listed = true
		s.ready = append(s.ready, h)
	}
}

// run works until every task has a verdict or ctx ends.
func (s *schedule) run(ctx context.Context) {
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
		case <-timer.C:
			s.wake(time.Now())
		case <-ctx.Done():
		}
	}
	if ctx.Err() != nil {
		s.interrupt()
	}
	s.settleNetwork(ctx)
}

// wake moves what has waited long enough back into its queue.
func (s *schedule) wake(now time.Time) {
	for _, w := range s.waiting.due(now) {
		if w.task != nil {
			s.push(w.task)
		}
		if w.host != nil {
			s.list(w.host)
		}
	}
}

// start starts as many requests as the limits allow, one host after the other.
func (s *schedule) start(ctx context.Context) {
	now := time.Now()
	s.wake(now)
	for s.active < s.e.o.Concurrency && len(s.ready) > 0 {
		h := s.ready[0]
		s.ready = s.ready[1:]
		h.listed = false
		if len(h.queue) == 0 {
			continue
		}
		if now.Before(h.until) {
			s.waiting.add(wait{at: h.until, host: h})
			continue
		}
		if h.active >= h.limit {
			continue // listed again when one of its requests ends
		}
		t := h.queue[0]
		h.queue = h.queue[1:]
		h.active++
		s.active++
		if h.gap > 0 {
			h.until = now.Add(h.gap)
		}
		s.list(h)
		s.dispatch(ctx, h, t)
	}
}

// dispatch fetches one hop in a goroutine of its own.
func (s *schedule) dispatch(ctx context.Context, h *host, t *task) {
	if t.started.IsZero() {
		t.started = time.Now()
	}
	hop := hopRequest{url: t.at, browser: t.browser, cookies: t.jar.header(t.at), kept: t.condition()}
	s.workers.Go(func() {
		o := s.e.fetch(ctx, hop)
		o.host, o.task = h, t
		s.done <- o
	})
}

// interrupt gives up on what is left.
func (s *schedule) interrupt() {
	// Workers end at once, since their context has; done has room for all of
	// them, and their answers no longer count.
	s.workers.Wait()
	for i := range s.results {
		if s.results[i].Verdict == "" {
			s.finish(i, Result{Verdict: Unchecked, Unreachable: "interrupted", Reason: "Not opened: the check was interrupted."})
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
