package link_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"ibid/checker/link"
)

// pageStore keeps pages in memory.
type pageStore struct {
	sync.Mutex

	pages map[string]*link.Source
}

func (p *pageStore) Load(key string) (*link.Source, bool) {
	p.Lock()
	defer p.Unlock()
	s, ok := p.pages[key]
	return s, ok
}

func (p *pageStore) Save(key string, s *link.Source) {
	p.Lock()
	defer p.Unlock()
	p.pages[key] = s
}

func (p *pageStore) Remove(key string) {
	p.Lock()
	defer p.Unlock()
	delete(p.pages, key)
}

// visiting is an engine for a server that answers with handler.
func visiting(t *testing.T, handler http.HandlerFunc) (*link.Engine, string) {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	e, err := link.New(link.Options{AllowPrivate: true, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e, server.URL
}

func TestVisitor(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, robots string
		status       int
		path         string
		want         string // of the error
	}{
		{"no robots.txt", "", http.StatusNotFound, "/a", ""},
		{"a page that is left to everybody", "User-agent: *\nDisallow: /private\n", http.StatusOK, "/a", ""},
		{"a page that is not", "User-agent: *\nDisallow: /private\n", http.StatusOK, "/private/a?b", "asks programs to leave this page alone"},
		{"rules for us", "User-agent: *\nDisallow:\n\nUser-agent: ibid\nDisallow: /a\n", http.StatusOK, "/a", "asks programs to leave this page alone"},
		{"rules for others", "User-agent: other\nDisallow: /\n", http.StatusOK, "/a", ""},
		{"the longer rule counts", "User-agent: *\nDisallow: /\nAllow: /a\n", http.StatusOK, "/a", ""},
		{"a host that cannot say", "", http.StatusInternalServerError, "/a", "try again later"},
		{"rubbish", "\xff\xfe\x00<html>", http.StatusOK, "/a", ""},
		{"a page that is gone", "", http.StatusNotFound, "/gone", "410 Gone"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			e, base := visiting(t, func(w http.ResponseWriter, r *http.Request) {
				switch r.URL.Path {
				case "/robots.txt":
					w.WriteHeader(row.status)
					fmt.Fprint(w, row.robots)
				case "/gone":
					w.WriteHeader(http.StatusGone)
				default:
					fmt.Fprint(w, "page")
				}
			})
			page, err := e.Visitor(0, nil).Fetch(t.Context(), base+row.path, 1<<20)
			switch {
			case row.want == "" && (err != nil || string(page.Body) != "page"):
				t.Errorf("%v, %v", page, err)
			case row.want != "" && (err == nil || !strings.Contains(err.Error(), row.want)):
				t.Errorf("%v, want %q", err, row.want)
			}
		})
	}
}

// TestVisitorPace asks that pages of a host come with a pause between them, and
// that a host which is busy is asked again.
func TestVisitorPace(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var times []time.Time
	busy := true
	e, base := visiting(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		times = append(times, time.Now())
		if r.URL.Path == "/busy" && busy {
			busy = false
			w.WriteHeader(http.StatusTooManyRequests)
		}
	})
	const pause = 30 * time.Millisecond
	v := e.Visitor(pause, nil)
	var wg sync.WaitGroup
	for _, path := range []string{"/a", "/b", "/c"} {
		wg.Go(func() {
			if _, err := v.Fetch(t.Context(), base+path, 1<<20); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if _, err := v.Fetch(t.Context(), base+"/busy", 1<<20); err != nil {
		t.Errorf("a host that was busy once: %v", err)
	}
	if len(times) != 6 {
		t.Fatalf("%d requests, want robots.txt, three pages and two looks at a fourth", len(times))
	}
	for i := 1; i < len(times); i++ {
		if d := times[i].Sub(times[i-1]); d < pause {
			t.Errorf("request %d came %v after the one before", i, d)
		}
	}
}

// TestVisitorEnds asks that a pause ends with its context.
func TestVisitorEnds(t *testing.T) {
	t.Parallel()
	e, base := visiting(t, func(http.ResponseWriter, *http.Request) {})
	v := e.Visitor(time.Hour, nil)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := v.Fetch(ctx, base+"/a", 1<<20); ctx.Err() == nil || err == nil {
		t.Errorf("%v before the pause is over", err)
	}
}

// TestVisitorGoesOn asks that pages of an interrupted run are not fetched twice,
// that those with secrets are not kept, and that nothing is kept of a complete run.
func TestVisitorGoesOn(t *testing.T) {
	t.Parallel()
	asked := map[string]int{}
	var mu sync.Mutex
	e, base := visiting(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		asked[r.URL.Path]++
		fmt.Fprint(w, "page")
	})
	kept := &pageStore{pages: map[string]*link.Source{}}
	for range 2 {
		v := e.Visitor(0, kept)
		for _, path := range []string{"/a", "/b?token=c2VjcmV0"} {
			if _, err := v.Fetch(t.Context(), base+path, 1<<20); err != nil {
				t.Fatal(err)
			}
		}
	}
	if asked["/a"] != 1 || asked["/b"] != 2 || len(kept.pages) != 1 {
		t.Errorf("asked %v, kept %d", asked, len(kept.pages))
	}
	v := e.Visitor(0, kept)
	if _, err := v.Fetch(t.Context(), base+"/a", 1<<20); err != nil || v.Again() != 1 {
		t.Errorf("%d pages again, %v", v.Again(), err)
	}
	v.Complete()
	if len(kept.pages) != 0 {
		t.Errorf("%d pages are kept of a complete run", len(kept.pages))
	}
}
