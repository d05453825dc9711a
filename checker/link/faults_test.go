package link_test

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"ibid/checker/link"
)

// A fault is a way in which a site misbehaves, with the verdict that is right
// and the most that may be spent on it. The address asked for is /x at a host of
// its own, such as r7.example; /there is a work, / a front page, /login a form.
type fault struct {
	name string
	// serve answers for /x; nil where also has it all.
	serve http.HandlerFunc
	// also answers for other patterns of http.ServeMux, hosts included.
	also map[string]http.HandlerFunc
	// conn takes connections raw, in place of a web server.
	conn func(net.Conn)
	// secure has the server speak TLS with this configuration.
	secure *tls.Config
	// path and host are asked for instead of /x and the row's own host.
	path, host string
	titles     []string
	want       link.Verdict
	reason     string // a part of the reason that must be there
	fragment   string // a part of what is said of the place in the page; "" that nothing is
	// most requests, and bytes sent; 0 means 1 request where the verdict is ok
	// and 4 elsewhere, and 128 KiB.
	requests int32
	bytes    int64
}

const (
	// patience is the time for an attempt at rows that hang. Two attempts and
	// what is around them are the most that such a row may take.
	patience = 900 * time.Millisecond
	deadline = 3 * patience
	// calm is the time for an attempt at all other rows: on a busy machine
	// they are slow, and must not be taken for rows that hang.
	calm = time.Minute
)

// essay is the text of a page that holds a work.
var essay = strings.Repeat(long, 6) + "<p>Tide tables were printed in the town from the year of the flood on, and sold at the quay for a penny.</p>"

// runFaults has one engine open all rows at once. Those that hang have one of
// their own on a network in memory, where a busy machine costs no time.
func runFaults(t *testing.T, rows []fault) {
	t.Helper()
	o := link.Options{
		AllowPrivate: true, Timeout: calm, Retries: 1, SecondLook: 5 * time.Millisecond, Backoff: time.Millisecond,
		Proxy:  func(*http.Request) (*url.URL, error) { return nil, nil },
		TLS:    &tls.Config{RootCAs: authority(t).pool},
		Lookup: lookupFault,
	}
	results, spent := make([]link.Result, len(rows)), make([]*meter, len(rows))
	open := func(t *testing.T, e *link.Engine, hangs bool, listen func() net.Listener) {
		t.Helper()
		var at []int
		var requests []link.Request
		for i, row := range rows {
			if (row.want == link.Timeout) != hangs {
				continue
			}
			var r link.Request
			r, spent[i] = row.start(t, fmt.Sprintf("r%d.example", i), listen())
			at, requests = append(at, i), append(requests, r)
		}
		for k, r := range e.Check(t.Context(), requests, nil) {
			results[at[k]] = r
		}
	}
	synctest.Test(t, func(t *testing.T) {
		short := o
		short.Timeout = patience
		e, m := inMemory(t, short)
		open(t, e, true, func() net.Listener { return m.listen() })
		e.Close()
		time.Sleep(2 * calm) // what servers wait for is over
	})
	open(t, newEngine(t, o), false, func() net.Listener {
		l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		return l
	})
	for i, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			row.verify(t, results[i], spent[i])
		})
	}
}

// lookupFault finds all rows' hosts on this machine, but for those whose names say otherwise.
func lookupFault(_ context.Context, host string) ([]netip.Addr, error) {
	switch {
	case strings.HasPrefix(host, "gone."):
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	case strings.HasPrefix(host, "nameless."):
		return nil, &net.DNSError{Err: "server misbehaving", Name: host, IsTemporary: true}
	case strings.HasPrefix(host, "six."):
		return []netip.Addr{netip.MustParseAddr("::1")}, nil
	}
	return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
}

func (f fault) verify(t *testing.T, r link.Result, spent *meter) {
	t.Helper()
	if r.Verdict != f.want {
		t.Errorf("verdict %s (%s), want %s", r.Verdict, r.Reason, f.want)
	}
	if !strings.Contains(r.Reason, f.reason) {
		t.Errorf("reason %q lacks %q", r.Reason, f.reason)
	}
	if (r.FragmentFault != "") != (f.fragment != "") || !strings.Contains(r.FragmentFault, f.fragment) {
		t.Errorf("of the place in the page it says %q, want %q", r.FragmentFault, f.fragment)
	}
	if r.Verdict != link.OK && !strings.HasSuffix(strings.TrimRight(r.Reason, "”)"), ".") {
		t.Errorf("reason %q is no sentence", r.Reason)
	}
	most := f.requests
	if most == 0 {
		most = 4
		if f.want == link.OK {
			most = 1
		}
	}
	if n := spent.requests.Load(); n > most {
		t.Errorf("%d requests, want at most %d", n, most)
	}
	bytes := f.bytes
	if bytes == 0 {
		bytes = 128 << 10
	}
	if n := spent.bytes.Load(); n > bytes {
		t.Errorf("%d bytes, want at most %d", n, bytes)
	}
	if f.want == link.Timeout && r.Elapsed > deadline {
		t.Errorf("it took %s", r.Elapsed)
	}
}

// meter counts what a row's server was asked for and sent.
type meter struct {
	requests atomic.Int32
	bytes    atomic.Int64
}

// start starts the row's server on a listener and says what to ask.
func (f fault) start(t *testing.T, host string, listener net.Listener) (link.Request, *meter) {
	t.Helper()
	m := &meter{}
	counted := countingListener{listener, m}
	scheme := "http"
	switch {
	case f.conn != nil:
		go serveRaw(counted, m, f.conn)
		t.Cleanup(func() { _ = listener.Close() })
	default:
		server := httptest.NewUnstartedServer(m.count(f.mux()))
		_ = server.Listener.Close()
		server.Listener = counted
		server.Config.ErrorLog = quiet()
		server.EnableHTTP2 = true
		if f.secure != nil {
			server.TLS = f.secure
			server.StartTLS()
		} else {
			server.Start()
		}
		t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	}
	if f.secure != nil {
		scheme = "https"
	}
	if f.host != "" {
		host = f.host
	}
	p := f.path
	if p == "" {
		p = "/x"
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	if strings.HasPrefix(p, "http") {
		return link.Request{URL: strings.NewReplacer("PORT", port).Replace(p), Titles: f.titles}, m
	}
	return link.Request{URL: scheme + "://" + net.JoinHostPort(host, port) + p, Titles: f.titles}, m
}

func (f fault) mux() http.Handler {
	if all := f.also["/"]; all != nil && len(f.also) == 1 && f.serve == nil {
		return all // for all addresses as they are sent
	}
	mux := http.NewServeMux()
	given := map[string]bool{}
	for pattern, handler := range f.also {
		mux.HandleFunc(pattern, handler)
		given[pattern] = true
	}
	if f.serve != nil {
		mux.HandleFunc("/x", f.serve)
	}
	for pattern, handler := range map[string]http.HandlerFunc{"/there": page("Tide Tables", essay), "/login": page("Log in", "<form><input type=password></form>"), "/{$}": page("Harbor News", essay)} {
		if !given[pattern] {
			mux.HandleFunc(pattern, handler)
		}
	}
	return mux
}

func (m *meter) count(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.requests.Add(1)
		h.ServeHTTP(w, r)
	})
}

// serveRaw hands out connections until the listener is closed.
func serveRaw(l net.Listener, m *meter, serve func(net.Conn)) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		m.requests.Add(1)
		go func() {
			defer func() { _ = c.Close() }()
			_ = c.SetDeadline(time.Now().Add(calm))
			serve(c)
		}()
	}
}

// countingListener counts the bytes that its connections send.
type countingListener struct {
	net.Listener
	m *meter
}

func (l countingListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &countingConn{c, l.m}, nil
}

type countingConn struct {
	net.Conn
	m *meter
}

func (c *countingConn) Write(b []byte) (int, error) {
	n, err := c.Conn.Write(b)
	c.m.bytes.Add(int64(n))
	return n, err
}
