package link

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync/atomic"
	"testing"
	"time"
)

// TestOneAddress bounds what the hosts at one address get at once, and has all
// their links judged.
func TestOneAddress(t *testing.T) {
	t.Parallel()
	var active, most atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		n := active.Add(1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<title>Tide Tables</title><p>High water at noon.")
		active.Add(-1)
	}))
	defer server.Close()
	e, err := New(Options{PerHost: 2, SecondLook: time.Millisecond, Backoff: time.Millisecond, Proxy: NoProxy, Lookup: func(context.Context, string) ([]netip.Addr, error) {
		return []netip.Addr{netip.MustParseAddr("93.184.216.34")}, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	e.strict.warm.DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, network, server.Listener.Addr().String())
	}
	var requests []Request
	for i := range 240 {
		requests = append(requests, Request{URL: fmt.Sprintf("http://h%d.example/%d", i%60, i)})
	}
	for _, r := range e.Check(t.Context(), requests, nil) {
		if r.Verdict != OK {
			t.Errorf("%s: %s (%s)", r.URL, r.Verdict, r.Reason)
		}
	}
	if most.Load() > 8 {
		t.Errorf("%d requests at once, want at most 8", most.Load())
	}
}
