package link_test

import (
	"context"
	"crypto/tls"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync/atomic"
	"testing"

	"ibid/checker/link"
)

// TestOverHTTPS opens the https address of an http link where something says
// that there is one, and compares the pages.
func TestOverHTTPS(t *testing.T) {
	t.Parallel()
	tides := page("Tide Tables", essay)
	own := page("Tide Tables", `<link rel="canonical" href="https://harbor.example/x">`+essay)
	for _, row := range []struct {
		name          string
		plain, secure http.HandlerFunc // nil for a port that is shut
		also          string           // another link of the run
		want          link.OverHTTPS
		most          int32 // requests over https
	}{
		{"the page says so", own, own, "", link.SamePage, 1},
		{"another link says so", tides, tides, "https://harbor.example/y", link.SamePage, 2},
		{"nothing says so", tides, tides, "", link.NotAsked, 0},
		{"a link to another host says nothing", tides, tides, "https://www.harbor.example/y", link.NotAsked, 0},
		{"another address of the page", page("Tide Tables", `<link rel="canonical" href="https://harbor.example/z">`+essay), tides, "", link.NotAsked, 0},
		{"a day's difference", own, page("Tide Tables", `<p>It is Tuesday.</p>`+essay), "", link.SamePage, 1},
		{"the host's other site", own, page("Welcome to the Hosting of Wick", essay), "", link.NotSame, 1},
		{"the same title over another text", own, page("Tide Tables", "<p>This certificate belongs to the mail server of somebody else altogether, sorry.</p>"), "", link.NotSame, 1},
		{"nothing there", own, status(404), "", link.NotSame, 1},
		{"nobody there", own, nil, "", link.NotSame, 0},
		{"back to http", own, redirect(302, "http://harbor.example/x"), "", link.NotSame, 1},
		{"a file", pdf, pdf, "https://harbor.example/y", link.SamePage, 2},
		{"the link itself is gone", status(404), tides, "https://harbor.example/y", link.NotAsked, 4},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			var asked atomic.Int32
			plain := httptest.NewServer(row.plain)
			t.Cleanup(plain.Close)
			o := quick()
			o.Timeout = calm
			o.TLS = &tls.Config{RootCAs: authority(t).pool}
			o.Lookup = func(context.Context, string) ([]netip.Addr, error) { return nil, context.DeadlineExceeded }
			to := "127.0.0.1:1"
			if row.secure != nil {
				secure := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { asked.Add(1); row.secure(w, r) }))
				secure.TLS = certified(t, authority(t), false, nil)
				secure.Config.ErrorLog = quiet()
				secure.StartTLS()
				t.Cleanup(secure.Close)
				to = secure.Listener.Addr().String()
			}
			o.Resolve = []string{"harbor.example:80:" + plain.Listener.Addr().String(), "harbor.example:443:" + to, "www.harbor.example:443:" + to}
			requests := []link.Request{{URL: "http://harbor.example/x"}}
			if row.also != "" {
				requests = append(requests, link.Request{URL: row.also})
			}
			got := newEngine(t, o).Check(t.Context(), requests, nil)[0]
			if got.OverHTTPS != row.want {
				t.Errorf("%d, want %d (%s, %s)", got.OverHTTPS, row.want, got.Verdict, got.Reason)
			}
			if n := asked.Load(); row.also == "" && n > row.most {
				t.Errorf("%d requests over https, want at most %d", n, row.most)
			}
		})
	}
}

// pdf is the same file for everybody.
func pdf(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/pdf")
	_, _ = w.Write([]byte("%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n"))
}
