package link_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"ibid/checker/link"
)

// quick are options with which nothing waits for long.
func quick() link.Options {
	return link.Options{
		AllowPrivate: true, Timeout: calm, Retries: 2,
		SecondLook: 5 * time.Millisecond, Backoff: time.Millisecond,
		Proxy: func(*http.Request) (*url.URL, error) { return nil, nil },
	}
}

func newEngine(t *testing.T, o link.Options) *link.Engine {
	t.Helper()
	e, err := link.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e
}

// check judges one address.
func check(t *testing.T, o link.Options, address string, titles ...string) link.Result {
	t.Helper()
	return newEngine(t, o).Check(t.Context(), []link.Request{{URL: address, Titles: titles}}, nil)[0]
}

const long = "<p>The lamp at the point was lit at dusk and put out at dawn, and somebody wrote down both, night by night, with the oil used and the ships seen.</p>"

func page(title, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<html><head><title>%s</title></head><body>%s</body></html>", title, body)
	}
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(code)
		fmt.Fprint(w, "x")
	}
}

func redirect(code int, to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if to != "" {
			w.Header().Set("Location", to)
		}
		w.WriteHeader(code)
	}
}

// passing answers with a code n times and then with a page.
func passing(n int32, code int) http.HandlerFunc {
	var seen atomic.Int32
	return func(w http.ResponseWriter, r *http.Request) {
		if seen.Add(1) <= n {
			w.WriteHeader(code)
			return
		}
		page("Tide Tables", long)(w, r)
	}
}

// raw answers with bytes of one's own making and closes the connection.
func raw(answer string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		c, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		_, _ = c.Write([]byte(answer))
		_ = c.Close()
	}
}

// trickle sends the start of a body and then keeps its reader waiting.
func trickle(contentType string, n int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		_, _ = w.Write(bytes.Repeat([]byte("tide "), n/5))
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	}
}

func hang(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// TestLooks counts how often a link is looked at before its verdict.
func TestLooks(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name    string
		handler http.HandlerFunc
		want    link.Verdict
		gets    int32
	}{
		{"a page", page("Tide Tables", long), link.OK, 1},
		{"gone", status(410), link.Dead, 2},
		{"not found", status(404), link.Dead, 2},
		{"not found once", passing(1, 404), link.OK, 2},
		{"forbidden", status(403), link.Blocked, 2},
		{"forbidden once", passing(1, 403), link.OK, 2},
		{"timeout said", status(408), link.Timeout, 3},
		{"server error", status(500), link.ServerError, 3},
		{"unavailable once", passing(1, 503), link.OK, 2},
		{"unavailable twice", passing(2, 503), link.OK, 3},
		{"gateway timeout", status(504), link.Timeout, 3},
		{"hung header", hang, link.Timeout, 3},
		{"a challenge", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Cf-Mitigated", "challenge")
			w.WriteHeader(403)
		}, link.Blocked, 1},
		{"a large file, slowly", trickle("application/pdf", 20<<10), link.OK, 1},
		{"a long page, slowly", trickle("text/html", 200<<10), link.OK, 1},
		{"the start of a page, then nothing", trickle("text/html", 100), link.Timeout, 3},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var gets atomic.Int32
				e, m := inMemory(t, here())
				address := m.serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { gets.Add(1); row.handler(w, r) }))
				r := e.Check(t.Context(), []link.Request{{URL: address + "/x"}}, nil)[0]
				if r.Verdict != row.want {
					t.Errorf("verdict %s (%s), want %s", r.Verdict, r.Reason, row.want)
				}
				if gets.Load() != row.gets {
					t.Errorf("%d GETs, want %d", gets.Load(), row.gets)
				}
			})
		})
	}
}

// TestUnreachable judges hosts that cannot be found or connected to.
func TestUnreachable(t *testing.T) {
	t.Parallel()
	alive := httptest.NewServer(page("Tide Tables", long))
	defer alive.Close()
	lookup := func(_ context.Context, host string) ([]netip.Addr, error) {
		switch host {
		case "gone.example":
			return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
		case "slow.example":
			return nil, &net.DNSError{Err: "server misbehaving", Name: host, IsTemporary: true}
		}
		return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
	}
	o := quick()
	o.Lookup = lookup
	got := newEngine(t, o).Check(t.Context(), []link.Request{
		{URL: "http://gone.example/x"}, {URL: "http://slow.example/x"}, {URL: "http://127.0.0.1:1/x"}, {URL: alive.URL},
	}, nil)
	for i, want := range []link.Verdict{link.Dead, link.Timeout, link.Dead, link.OK} {
		if got[i].Verdict != want {
			t.Errorf("%s: verdict %s (%s), want %s", got[i].URL, got[i].Verdict, got[i].Reason, want)
		}
	}
}

// TestNoNetwork blames no link where the machine has no network.
func TestNoNetwork(t *testing.T) {
	t.Parallel()
	o := quick()
	o.Lookup = func(_ context.Context, host string) ([]netip.Addr, error) {
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	for _, r := range newEngine(t, o).Check(t.Context(), []link.Request{{URL: "http://a.example/"}, {URL: "https://b.example/x"}}, nil) {
		if r.Verdict != link.Unchecked || r.Unreachable != "no network" {
			t.Errorf("%s: verdict %s (%s), want unchecked", r.URL, r.Verdict, r.Unreachable)
		}
	}
}

// TestPrivate never dials what is private: by address, by name, by redirect.
func TestPrivate(t *testing.T) {
	t.Parallel()
	var dialled atomic.Int32
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { dialled.Add(1) }))
	defer inside.Close()
	outside := httptest.NewServer(redirect(302, inside.URL))
	defer outside.Close()
	o := quick()
	o.AllowPrivate = false
	o.Lookup = func(context.Context, string) ([]netip.Addr, error) {
		return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
	}
	o.Resolve = []string{"public.example:80:" + strings.TrimPrefix(outside.URL, "http://")}
	for _, address := range []string{
		inside.URL, "http://inside.example:" + inside.URL[strings.LastIndex(inside.URL, ":")+1:] + "/", "http://[::1]/", "http://169.254.169.254/latest", "http://public.example/",
		"http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127。0。0。1/", "http://printer.local/", "http://wiki.corp/", "http://a.localhost/", "http://metadata.google.internal/", "http://harbor.onion/",
	} {
		if r := check(t, o, address); r.Verdict != link.Skipped {
			t.Errorf("%s: verdict %s (%s), want skipped", address, r.Verdict, r.Reason)
		}
	}
	if n := dialled.Load(); n > 0 {
		t.Errorf("the private server was asked %d times", n)
	}
}

// TestProxyTarget checks a target before a proxy is asked for it.
func TestProxyTarget(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		page("Tide Tables", long)(w, r)
	}))
	defer proxy.Close()
	o := quick()
	o.AllowPrivate = false
	o.Proxy = func(*http.Request) (*url.URL, error) { return url.Parse(proxy.URL) }
	o.Lookup = func(_ context.Context, host string) ([]netip.Addr, error) {
		if host == "inside.example" {
			return []netip.Addr{netip.MustParseAddr("10.0.0.7")}, nil
		}
		return []netip.Addr{netip.MustParseAddr("93.184.216.34")}, nil
	}
	if r := check(t, o, "http://inside.example/x"); r.Verdict != link.Skipped || asked.Load() != 0 {
		t.Errorf("verdict %s after %d requests to the proxy, want skipped after none", r.Verdict, asked.Load())
	}
	if r := check(t, o, "http://outside.example/x"); r.Verdict != link.OK || asked.Load() != 1 {
		t.Errorf("verdict %s (%s) after %d requests to the proxy, want ok after 1", r.Verdict, r.Reason, asked.Load())
	}
}

// TestOneGET asks once for addresses that differ in their fragment alone.
func TestOneGET(t *testing.T) {
	t.Parallel()
	var gets atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { gets.Add(1); page("Tide Tables", long)(w, r) }))
	defer server.Close()
	seen := 0
	got := newEngine(t, quick()).Check(t.Context(), []link.Request{{URL: server.URL + "/x#a"}, {URL: server.URL + "/x#b"}, {URL: "mailto:a@b.example"}, {URL: "http://"}, {URL: server.URL + "/x"}},
		func(link.Result) { seen++ })
	if gets.Load() != 1 || seen != 5 {
		t.Errorf("%d GETs and %d results, want 1 and 5", gets.Load(), seen)
	}
	for i, want := range []link.Verdict{link.OK, link.OK, link.Skipped, link.Malformed, link.OK} {
		if got[i].Verdict != want {
			t.Errorf("%s: %s, want %s", got[i].URL, got[i].Verdict, want)
		}
	}
}

// TestInterrupted ends at once and says what was not opened.
func TestInterrupted(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(hang))
	defer server.Close()
	o := quick()
	o.Timeout = time.Minute
	ctx, cancel := context.WithCancelCause(t.Context())
	var once sync.Once
	server.Config.Handler = http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		once.Do(func() { cancel(errors.New("stop")) })
		<-r.Context().Done()
	})
	for _, r := range newEngine(t, o).Check(ctx, []link.Request{{URL: server.URL + "/a"}, {URL: server.URL + "/b"}}, nil) {
		if r.Verdict != link.Unchecked || r.Unreachable != "interrupted" {
			t.Errorf("%s: %s (%s), want unchecked, interrupted", r.URL, r.Verdict, r.Unreachable)
		}
	}
}

// TestPerHost holds the limit of every host.
func TestPerHost(t *testing.T) {
	t.Parallel()
	var active, most atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := active.Add(1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		page("Tide Tables", long)(w, r)
		active.Add(-1)
	}))
	defer server.Close()
	o := quick()
	o.PerHost = 3
	var requests []link.Request
	for i := range 60 {
		requests = append(requests, link.Request{URL: fmt.Sprintf("%s/%d", server.URL, i)})
	}
	for _, r := range newEngine(t, o).Check(t.Context(), requests, nil) {
		if r.Verdict != link.OK {
			t.Errorf("%s: %s (%s)", r.URL, r.Verdict, r.Reason)
		}
	}
	if most.Load() > 3 {
		t.Errorf("%d requests at once, want at most 3", most.Load())
	}
}

// TestOptions refuses what makes no sense.
func TestOptions(t *testing.T) {
	t.Parallel()
	for _, o := range []link.Options{{Resolve: []string{"example.org"}}, {Resolve: []string{"example.org:443:nowhere"}}, {Exclude: []string{"("}}} {
		if _, err := link.New(o); err == nil {
			t.Errorf("%v: no error", o)
		}
	}
}

// TestFetch reads a source whole, and says why it can't.
func TestFetch(t *testing.T) {
	t.Parallel()
	mux := http.NewServeMux()
	mux.HandleFunc("/x", page("Tide Tables", long))
	mux.HandleFunc("/moved", redirect(302, "/x"))
	mux.HandleFunc("/gone", status(410))
	server := httptest.NewServer(mux)
	defer server.Close()
	e := newEngine(t, quick())
	if s, err := e.Fetch(t.Context(), server.URL+"/moved", 1<<20); err != nil || s.FinalURL != server.URL+"/x" || !strings.Contains(string(s.Body), "lamp") {
		t.Errorf("Fetch = %v, %v", s, err)
	}
	for _, bad := range []string{server.URL + "/gone", "mailto:a@b.example", "http://127.0.0.1:1/"} {
		if _, err := e.Fetch(t.Context(), bad, 1<<20); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
	if _, err := e.Fetch(t.Context(), server.URL+"/x", 10); err == nil {
		t.Error("no error for a page over the limit")
	}
}

// FuzzPlan: whatever the address, there is a verdict or it can be asked for.
func FuzzPlan(f *testing.F) {
	for _, s := range []string{"https://example.org/a?b#c", "http://", "mailto:x@y", "htp://x", "//x", "http://exa mple.org/", "http://[::1", "http://a..b/", "https://пример.рф/%zz", "http://x:99999/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, done := link.Plan(s)
		if r.URL != s || done != (r.Verdict != "") || done && r.Reason == "" {
			t.Errorf("Plan(%q) = %+v, %v", s, r, done)
		}
	})
}

// slowServer listens on loopback and answers each request after a while.
func slowServer(tb testing.TB, wait time.Duration) string {
	tb.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 38\r\n\r\n<title>Tide Tables</title><p>High</p>\n\n"
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = c.Close() }()
				for in := bufio.NewReader(c); ; {
					if _, err := http.ReadRequest(in); err != nil {
						return
					}
					time.Sleep(wait)
					if _, err := c.Write([]byte(answer[:len(answer)-1])); err != nil {
						return
					}
				}
			}()
		}
	}()
	tb.Cleanup(func() { _ = l.Close() })
	return l.Addr().String()
}

// BenchmarkCheck opens 2,000 links on 50 hosts that answer in 50 ms, 64 at
// once; "limit" is how many times the least possible time it takes.
func BenchmarkCheck(b *testing.B) {
	const links, hosts, at, wait = 2000, 50, 64, 50 * time.Millisecond
	o := link.Options{AllowPrivate: true, Concurrency: at, PerHost: 4, Proxy: func(*http.Request) (*url.URL, error) { return nil, nil }}
	for h := range hosts {
		o.Resolve = append(o.Resolve, fmt.Sprintf("h%d.example:80:%s", h, slowServer(b, wait)))
	}
	var requests []link.Request
	for i := range links {
		requests = append(requests, link.Request{URL: fmt.Sprintf("http://h%d.example/%d", i%hosts, i)})
	}
	least := time.Duration((links+at-1)/at) * wait
	for b.Loop() {
		e, err := link.New(o)
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		for _, r := range e.Check(b.Context(), requests, nil) {
			if r.Verdict != link.OK {
				b.Fatalf("%s: %s (%s)", r.URL, r.Verdict, r.Reason)
			}
		}
		b.ReportMetric(float64(time.Since(start))/float64(least), "limit")
		e.Close()
	}
}
