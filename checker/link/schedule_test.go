package link_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"ibid/checker/link"
)

// many are n requests to different pages of a host.
func many(host string, n int) []link.Request {
	out := make([]link.Request, n)
	for i := range out {
		out[i].URL = fmt.Sprintf("http://%s/%d", host, i)
	}
	return out
}

// heldLog is a logger that is told of requests when their pages have been read,
// and that holds the first up until something has happened.
type heldLog struct {
	slog.Handler

	first sync.Once
	until <-chan struct{}
	late  atomic.Bool // it did not happen in time
}

// Enabled is slog.Handler's.
func (*heldLog) Enabled(context.Context, slog.Level) bool { return true }

// Handle is slog.Handler's.
func (l *heldLog) Handle(ctx context.Context, _ slog.Record) error {
	l.first.Do(func() {
		select {
		case <-l.until:
		case <-ctx.Done():
			l.late.Store(true)
		}
	})
	return nil
}

// TestReadWhileAsking asks for the next page while one that has come is looked
// into, although only one request is allowed at once.
func TestReadWhileAsking(t *testing.T) {
	t.Parallel()
	second := make(chan struct{})
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) == 2 {
			close(second)
		}
		page("Tide Tables", long)(w, r)
	}))
	defer server.Close()
	o := named(quick(), map[string]string{"tides.example": server.URL})
	held := &heldLog{Handler: slog.DiscardHandler, until: second}
	o.Concurrency, o.Timeout, o.Logger = 1, time.Second, slog.New(held)
	for _, r := range newEngine(t, o).Check(t.Context(), many("tides.example", 2), nil) {
		if r.Verdict != link.OK {
			t.Errorf("%s: %s, want ok: %s", r.URL, r.Verdict, r.Reason)
		}
	}
	if held.late.Load() {
		t.Error("the second page was not asked for while the first was looked into")
	}
}

// TestSlowHost has one host take its time among quick ones, whose links are
// all judged before its first is.
func TestSlowHost(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
		case <-r.Context().Done():
		}
		page("Tide Tables", long)(w, r)
	}))
	defer slow.Close()
	quickOne := httptest.NewServer(page("Tide Tables", long))
	defer quickOne.Close()
	hosts := map[string]string{"slow.example": slow.URL}
	requests := many("slow.example", 40)
	for i := range 50 {
		name := fmt.Sprintf("h%d.example", i)
		hosts[name] = quickOne.URL
		requests = append(requests, many(name, 4)...)
	}
	o := named(quick(), hosts)
	o.Timeout = 20 * time.Second
	left := 200
	for _, r := range newEngine(t, o).Check(t.Context(), requests, func(r link.Result) {
		if strings.HasPrefix(r.URL, "http://slow.") && left > 0 {
			t.Errorf("%s is judged with %d links of other hosts still waiting", r.URL, left)
		} else if left--; left == 0 {
			close(release)
		}
	}) {
		if r.Verdict != link.OK {
			t.Errorf("%s: %s (%s)", r.URL, r.Verdict, r.Reason)
		}
	}
}

// limited answers as a host that allows so many requests in a time, and counts
// what it refuses.
type limited struct {
	allow   int
	in      time.Duration
	headers func(h http.Header, left int, wait time.Duration)

	mu             sync.Mutex
	start          time.Time
	n, ok, refused int
}

func (l *limited) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	now := time.Now()
	if now.Sub(l.start) >= l.in {
		l.start, l.n = now, 0
	}
	l.n++
	left, wait := l.allow-l.n, l.in-now.Sub(l.start)
	if l.headers != nil {
		l.headers(w.Header(), max(0, left), wait)
	}
	if left < 0 {
		l.refused++
		l.mu.Unlock()
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	l.ok++
	l.mu.Unlock()
	page("Tide Tables", long)(w, r)
}

// TestLimitedHost asks a host that allows little, and says so or not: all its
// links are judged in the end, and few requests are refused.
func TestLimitedHost(t *testing.T) {
	t.Parallel()
	inSeconds := func(d time.Duration) string { return strconv.Itoa(int((d + time.Second - 1) / time.Second)) }
	for _, row := range []struct {
		name    string
		headers func(h http.Header, left int, wait time.Duration)
		in      time.Duration
		allow   int
		refused int
	}{
		{"says nothing", nil, 40 * time.Millisecond, 2, 12},
		{"says when to come again", func(h http.Header, left int, wait time.Duration) {
			if left == 0 {
				h.Set("Retry-After", inSeconds(wait))
			}
		}, time.Second, 10, 6},
		{"counts", func(h http.Header, left int, wait time.Duration) {
			h.Set("X-RateLimit-Limit", "10")
			h.Set("X-RateLimit-Remaining", strconv.Itoa(left))
			h.Set("X-RateLimit-Reset", fmt.Sprintf("%.3f", wait.Seconds()))
		}, 200 * time.Millisecond, 10, 0},
		{"counts in one field", func(h http.Header, left int, wait time.Duration) {
			h.Set("RateLimit-Policy", `"default";q=10;w=1`)
			h.Set("RateLimit", fmt.Sprintf(`"default";r=%d;t=%s`, left, inSeconds(wait)))
		}, time.Second, 10, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			l := &limited{allow: row.allow, in: row.in, headers: row.headers}
			server := httptest.NewServer(l)
			defer server.Close()
			o := named(quick(), map[string]string{"limited.example": server.URL})
			o.Backoff = 20 * time.Millisecond
			for _, r := range newEngine(t, o).Check(t.Context(), many("limited.example", 24), nil) {
				if r.Verdict != link.OK {
					t.Errorf("%s: %s (%s)", r.URL, r.Verdict, r.Reason)
				}
			}
			if l.refused > row.refused {
				t.Errorf("%d requests refused for %d good ones, want at most %d", l.refused, l.ok, row.refused)
			}
		})
	}
}

// here are options for a network in memory, on which every name is that of this machine.
func here() link.Options {
	o := quick()
	o.Lookup = func(context.Context, string) ([]netip.Addr, error) {
		return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
	}
	return o
}

// TestHostDown does not ask a host for every link that is down for all.
func TestHostDown(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name    string
		handler http.HandlerFunc // nil: nobody listens
		want    link.Verdict
		most    int32 // requests
	}{
		{"nobody listens", nil, link.Dead, 0},
		{"silent", hang, link.Timeout, 12},
		{"gateway", status(502), link.ServerError, 16},
		{"resets", raw(""), link.ServerError, 24},
		{"asks for a pause without end", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "86400")
			w.WriteHeader(429)
		}, link.Blocked, 4},
		{"has enough for ever", status(429), link.Blocked, 16},
		{"spent for today", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-RateLimit-Remaining", "0")
			w.Header().Set("X-RateLimit-Reset", "3600")
			w.WriteHeader(403)
		}, link.Blocked, 8},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var n atomic.Int32
				e, m := inMemory(t, here())
				if row.handler != nil {
					m.serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { n.Add(1); row.handler(w, r) }))
				}
				alone := 0
				for _, r := range e.Check(t.Context(), many("down.example:1024", 500), nil) {
					if r.Verdict != row.want {
						t.Fatalf("%s: %s (%s), want %s", r.URL, r.Verdict, r.Reason, row.want)
					}
					if strings.Contains(r.Reason, "not tried") {
						alone++
					}
				}
				if n.Load() > row.most {
					t.Errorf("%d requests, want at most %d", n.Load(), row.most)
				}
				if alone < 400 {
					t.Errorf("%d links say that they were not asked for", alone)
				}
			})
		})
	}
}

// TestPagesInTrouble does not make a host's other links wait long for pages of it
// that are in trouble or guarded for good.
func TestPagesInTrouble(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		code int
		want link.Verdict
		most time.Duration
	}{
		"overloaded": {503, link.ServerError, 20 * time.Second},
		"guarded":    {429, link.Blocked, 70 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				o := here()
				o.Backoff, o.Retries = 500*time.Millisecond, 2
				e, m := inMemory(t, o)
				var n atomic.Int32
				m.serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if k, _ := strconv.Atoi(path.Base(r.URL.Path)); k%6 == 0 {
						n.Add(1)
						if row.code == http.StatusTooManyRequests {
							w.Header().Set("Retry-After", "1")
						}
						w.WriteHeader(row.code)
						return
					}
					page("Tide Tables", long)(w, r)
				}))
				start := time.Now()
				for i, r := range e.Check(t.Context(), many("trouble.example:1024", 30), nil) {
					want := link.OK
					if i%6 == 0 {
						want = row.want
					}
					if r.Verdict != want {
						t.Errorf("%s: %s (%s), want %s", r.URL, r.Verdict, r.Reason, want)
					}
				}
				if took := time.Since(start); took > row.most {
					t.Errorf("it took %s, want at most %s", took, row.most)
				}
				if n.Load() > 5*4 {
					t.Errorf("%d requests for 5 pages in trouble", n.Load())
				}
			})
		})
	}
}

// TestHostComesBack goes on with a host that was down only for a moment.
func TestHostComesBack(t *testing.T) {
	t.Parallel()
	for name, handler := range map[string]http.HandlerFunc{
		"gateway": passing(9, 502), "resets": changing(append(repeat(12, raw("")), page("Tide Tables", long))...), "silence": changing(append(repeat(5, hang), page("Tide Tables", long))...),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				e, m := inMemory(t, here())
				m.serve(t, handler)
				for _, r := range e.Check(t.Context(), many("flaps.example:1024", 60), nil) {
					if r.Verdict != link.OK {
						t.Errorf("%s: %s (%s)", r.URL, r.Verdict, r.Reason)
					}
				}
			})
		})
	}
}

func repeat(n int, h http.HandlerFunc) []http.HandlerFunc {
	out := make([]http.HandlerFunc, n)
	for i := range out {
		out[i] = h
	}
	return out
}
