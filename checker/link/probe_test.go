package link_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"ibid/checker/link"
)

// pathLog keeps the paths that a host is asked for.
type pathLog struct {
	mu    sync.Mutex
	paths []string
}

func (a *pathLog) handler(next http.Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		a.mu.Lock()
		a.paths = append(a.paths, r.URL.Path)
		a.mu.Unlock()
		next.ServeHTTP(w, r)
	}
}

func (a *pathLog) count(path string) (n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, p := range a.paths {
		if p == path {
			n++
		}
	}
	return n
}

// TestProbe has a host show the same at any address: a link of which nothing
// shows that it is there is a soft 404, unless the host wants no more questions.
func TestProbe(t *testing.T) {
	t.Parallel()
	filler := page("Harbor News", strings.Repeat("<p>The newspaper of the harbor since the lamps were lit, with tides, ships and the weather of the week.</p>", 5))
	robots := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/plain")
			fmt.Fprint(w, text)
		}
	}
	for _, row := range []struct {
		name   string
		work   http.HandlerFunc
		robots http.HandlerFunc
		other  http.HandlerFunc
		want   link.Verdict
		probes int
	}{
		{"the same at any address", filler, status(404), filler, link.Soft404, 1},
		{"even for robots.txt", filler, filler, filler, link.Soft404, 1},
		{"an honest host", filler, status(404), status(404), link.OK, 1},
		{"another page", filler, status(404), page("Search", "<p>Nothing here, but look at these.</p>"), link.OK, 1},
		{"no doubt: its title is the one cited", page("Brindle of the Salt Pans", long), status(404), filler, link.OK, 0},
		{"wants no programs", filler, robots("User-agent: *\nDisallow: /"), filler, link.OK, 0},
		{"wants none but ibid", filler, robots("User-agent: *\nDisallow: /\n\nUser-agent: ibid\nAllow: /"), filler, link.Soft404, 1},
		{"rules that can't be read", filler, robots("Disallow: /"), filler, link.OK, 0},
		{"wants long pauses", filler, robots("User-agent: *\nCrawl-delay: 60"), filler, link.OK, 0},
		{"rules out of order", filler, status(500), filler, link.OK, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			var a pathLog
			mux := http.NewServeMux()
			mux.HandleFunc("/salt/brindle.html", row.work)
			mux.HandleFunc("/robots.txt", row.robots)
			mux.HandleFunc("/", row.other)
			server := httptest.NewServer(a.handler(mux))
			defer server.Close()
			titles := []string{"Brindle of the Salt Pans"}
			got := newEngine(t, quick()).Check(t.Context(), []link.Request{
				{URL: server.URL + "/salt/brindle.html", Titles: titles}, {URL: server.URL + "/salt/brindle.html?x=1", Titles: titles},
			}, nil)
			for _, r := range got {
				if r.Verdict != row.want {
					t.Errorf("%s: %s (%s), want %s", r.URL, r.Verdict, r.Reason, row.want)
				}
			}
			probes := len(a.paths) - a.count("/salt/brindle.html") - a.count("/robots.txt")
			if probes != row.probes || row.robots != nil && a.count("/robots.txt") > 2 {
				t.Errorf("asked for %q, want %d probes", a.paths, row.probes)
			}
		})
	}
}
