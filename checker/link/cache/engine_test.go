package cache_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ibid/checker/link"
	"ibid/checker/link/cache"
)

// TestRuns has an engine open a link in one run after the other, each with a
// store of its own on one folder, as the program does.
func TestRuns(t *testing.T) {
	t.Parallel()
	var full, unchanged atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Etag", `W/"tides-1"`)
		w.Header().Set("Content-Type", "text/html")
		if r.Header.Get("If-None-Match") == `W/"tides-1"` {
			unchanged.Add(1)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		full.Add(1)
		fmt.Fprint(w, "<title>Tide Tables</title><p>", strings.Repeat("High water at noon, low water at six. ", 100))
	}))
	t.Cleanup(server.Close)
	dir := t.TempDir()
	noon := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	rows := []struct {
		name            string
		after           time.Duration
		cached          bool
		checked         time.Duration
		full, unchanged int32
	}{
		{"first", 0, false, 0, 1, 0},
		{"the same day", 5 * time.Hour, true, 0, 1, 0},
		{"two days later", 48 * time.Hour, false, 48 * time.Hour, 1, 1},
		{"the same day again", 50 * time.Hour, true, 48 * time.Hour, 1, 1},
		{"a month later", 720 * time.Hour, false, 720 * time.Hour, 1, 2},
	}
	for _, row := range rows {
		now := func() time.Time { return noon.Add(row.after) }
		store := cache.New(dir, now)
		engine, err := link.New(link.Options{
			AllowPrivate: true, Cache: store, Now: now,
			Proxy: func(*http.Request) (*url.URL, error) { return nil, nil },
		})
		if err != nil {
			t.Fatal(err)
		}
		got := engine.Check(t.Context(), []link.Request{{URL: server.URL + "/x"}}, nil)[0]
		engine.Close()
		if got.Verdict != link.OK || got.Cached != row.cached || !got.CheckedAt.Equal(noon.Add(row.checked)) {
			t.Errorf("%s: %+v", row.name, got)
		}
		if full.Load() != row.full || unchanged.Load() != row.unchanged {
			t.Errorf("%s: %d whole pages and %d times unchanged, want %d and %d", row.name, full.Load(), unchanged.Load(), row.full, row.unchanged)
		}
		if remarks := store.Remarks(); remarks != nil {
			t.Errorf("%s: %q", row.name, remarks)
		}
	}
}
