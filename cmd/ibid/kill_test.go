package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ibid/checker/link/cache"
)

// TestKilled kills a check in the middle, with no chance to tidy up, and starts
// it again: what was judged is not asked for twice, the rest is.
func TestKilled(t *testing.T) {
	t.Parallel()
	const links, hosts, before = 240, 6, 160 // many more than are under way at once
	var mu sync.Mutex
	gets, run, reached := map[int]int{}, 1, make(chan struct{})
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		of, _ := r.Context().Value(runKey{}).(int)
		gets[of]++
		n := gets[of]
		mu.Unlock()
		if of == 1 && n == before {
			close(reached)
		}
		if of == 1 && n >= before {
			<-r.Context().Done() // until the program is gone
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<html><title>Tide Tables</title><h1>Tide Tables</h1><p>High water at noon, low water at six, and so on through the year.</p></html>")
	}))
	// A connection belongs to the run in which it was made: what the killed one
	// sent last may be read late.
	server.Config.ConnContext = func(ctx context.Context, _ net.Conn) context.Context {
		mu.Lock()
		defer mu.Unlock()
		return context.WithValue(ctx, runKey{}, run)
	}
	server.Start()
	t.Cleanup(server.Close)
	dir := t.TempDir()
	var text strings.Builder
	for i := range links {
		fmt.Fprintf(&text, "A.[^%d]\n\n[^%d]: Mara Ellingsworth, “Tide Tables,” http://h%d.example/%d.\n\n", i, i, i%hosts, i)
	}
	article := filepath.Join(dir, "a.md")
	if err := os.WriteFile(article, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	cached := filepath.Join(dir, "cache")
	check := func() *exec.Cmd {
		exe, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		args := []string{"ibid", "check", "--format", "json", "--config", "off", "--cache", cached, "--fail-on", "never"}
		for h := range hosts {
			args = append(args, fmt.Sprintf("--resolve=h%d.example:80:%s", h, server.Listener.Addr()))
		}
		cmd := exec.CommandContext(t.Context(), exe)
		cmd.Args = slices.Concat(args, []string{article})
		cmd.Env = append(os.Environ(), "NO_PROXY=*", "HOME="+dir)
		return cmd
	}

	killed := check()
	if err := killed.Start(); err != nil {
		t.Fatal(err)
	}
	<-reached
	if err := killed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = killed.Wait() // it was killed, and says so
	server.CloseClientConnections()
	if c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", server.Listener.Addr().String()); err != nil {
		t.Fatal(err)
	} else if _, err := c.Write([]byte("GET / HTTP/1.1\r\n\r\n")); err != nil { // behind whatever waits to be accepted
		t.Fatal(err)
	} else {
		_, _ = io.ReadAll(c) // it is refused, for lack of a Host
		_ = c.Close()
	}
	mu.Lock()
	run = 2
	mu.Unlock()
	judged := entries(t, cached)
	if judged < before/3 || judged >= before {
		t.Fatalf("%d answers were kept of %d that were given", judged, before-1)
	}

	out, err := check().Output()
	if err != nil {
		t.Fatal(err)
	}
	var report struct {
		Summary struct {
			Verdicts map[string]int `json:"verdicts"`
		} `json:"summary"`
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	if report.Summary.Verdicts["ok"] != links {
		t.Errorf("verdicts %v, want %d ok", report.Summary.Verdicts, links)
	}
	if gets[2] != links-judged {
		t.Errorf("%d links were opened after %d of %d were judged, want %d", gets[2], judged, links, links-judged)
	}
}

// runKey is the run that a connection belongs to.
type runKey struct{}

// entries counts the answers that a cache keeps.
func entries(t *testing.T, dir string) int {
	t.Helper()
	st, err := cache.New(dir, time.Now).Stats()
	if err != nil {
		t.Fatal(err)
	}
	return st.Entries
}
