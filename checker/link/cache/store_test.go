package cache

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/checker/link"
)

var noon = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

func clock(after time.Duration) func() time.Time {
	return func() time.Time { return noon.Add(after) }
}

// key is a key for a test: 64 digits that begin with n.
func key(n int) string { return fmt.Sprintf("%02x%062x", n%256, n) }

func good() link.Answer {
	return link.Answer{
		Result: link.Result{
			Verdict: link.Redirected, Reason: "It has moved.", Status: 200, FinalURL: "http://site.example/there", Attempts: 1, CheckedAt: noon,
			Redirects: []link.Hop{{Status: 301, Location: "/there"}},
			Page: &link.Page{
				URL: "http://site.example/there", Status: 200, Header: http.Header{"Etag": {`"a"`}}, ContentType: "text/html", Length: 90,
				Title: "Tide Tables", Heading: "Tides", OGTitle: "Tide", OGType: "article", Canonical: "/there", Text: "High water\xff at noon.", TextLength: 20,
			},
		},
		Timeout: 30 * time.Second, Retries: 2,
	}
}

func failure(v link.Verdict, status int) link.Answer {
	return link.Answer{Result: link.Result{Verdict: v, Status: status, Reason: "No.", Attempts: 2, CheckedAt: noon}, Timeout: time.Second}
}

func TestSaveLoad(t *testing.T) {
	t.Parallel()
	s := New(filepath.Join(t.TempDir(), "a", "b"), clock(0))
	if _, ok := s.Load(key(1)); ok {
		t.Error("an empty store has an answer")
	}
	for i, want := range []link.Answer{good(), failure(link.Dead, 404), failure(link.Timeout, 0), failure(link.Blocked, 999)} {
		s.Save(key(i), want)
		got, ok := s.Load(key(i))
		if want.Result.Page != nil {
			want.Result.Page.Text = strings.ToValidUTF8(want.Result.Page.Text, "�")
		}
		if diff := cmp.Diff(want, got); !ok || diff != "" {
			t.Errorf("answer %d (-want +got):\n%s", i, diff)
		}
	}
	s.Save(key(0), failure(link.Dead, 410))
	if got, _ := s.Load(key(0)); got.Result.Verdict != link.Dead {
		t.Errorf("a newer answer did not take the place of the older: %+v", got)
	}
	for _, bad := range []string{"", "../../x", strings.Repeat("g", 64), key(1) + "0"} {
		s.Save(bad, good())
		if _, ok := s.Load(bad); ok {
			t.Errorf("%q is taken for a key", bad)
		}
	}
	huge := good()
	huge.Result.Page.Title = strings.Repeat("x", maxEntry)
	s.Save(key(9), huge)
	if _, ok := s.Load(key(9)); ok {
		t.Error("an answer that is too large was kept")
	}
	if got := s.Remarks(); got != nil {
		t.Errorf("remarks: %q", got)
	}
}

// TestPrivate keeps answers where other users can't read them.
func TestPrivate(t *testing.T) {
	t.Parallel()
	s := New(filepath.Join(t.TempDir(), "c"), clock(0))
	s.Save(key(1), good())
	for _, path := range []string{s.Dir(), s.links(), s.path(key(1))} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Separator == '/' && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has the mode %v", path, info.Mode())
		}
	}
}

// TestSetAside damages an entry in many ways: none is taken for an answer, each
// is set aside once, and the place is free for a new answer.
func TestSetAside(t *testing.T) {
	t.Parallel()
	whole, err := encode(key(1), good())
	if err != nil {
		t.Fatal(err)
	}
	other, err := encode(key(2), good())
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]byte{
		"empty": {}, "foreign": []byte("\x7fELF\x00"), "another key": other, "longer": append(append([]byte{}, whole...), 'x'),
		"another version": []byte(strings.Replace(string(whole), "cache 1 ", "cache 2 ", 1)), "too large": make([]byte, maxEntry+1),
		"a bit": []byte(strings.Replace(string(whole), "Tides", "Tidet", 1)),
	}
	for n := 1; n < len(whole); n += 7 {
		rows[fmt.Sprintf("cut after %d", n)] = whole[:n]
	}
	for name, content := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(t.TempDir(), clock(0))
			s.Save(key(1), good())
			if err := os.WriteFile(s.path(key(1)), content, 0o600); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				if a, ok := s.Load(key(1)); ok {
					t.Fatalf("it is taken for %+v", a)
				}
			}
			if got := strings.Join(s.Remarks(), "\n"); !strings.HasPrefix(got, "1 file of the cache could not be read and set aside in ") {
				t.Errorf("remarks: %q", got)
			}
			kept, err := os.ReadFile(filepath.Join(s.Dir(), asideDir, key(1)+suffix))
			if err != nil || string(kept) != string(content) {
				t.Errorf("set aside: %q, %v", kept, err)
			}
			s.Save(key(1), good())
			if _, ok := s.Load(key(1)); !ok {
				t.Error("no new answer can be kept in its place")
			}
		})
	}
	t.Run("a folder", func(t *testing.T) {
		t.Parallel()
		s := New(t.TempDir(), clock(0))
		if err := os.MkdirAll(s.path(key(1)), 0o700); err != nil {
			t.Fatal(err)
		}
		if _, ok := s.Load(key(1)); ok || len(s.Remarks()) != 1 {
			t.Errorf("remarks: %q", s.Remarks())
		}
	})
}

// TestNoFolder has a file where the folder should be.
func TestNoFolder(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := New(path, clock(0))
	s.Save(key(1), good())
	s.Save(key(2), good())
	s.Tidy()
	if _, ok := s.Load(key(1)); ok {
		t.Error("it has an answer")
	}
	if got := s.Remarks(); len(got) == 0 || !strings.HasPrefix(got[len(got)-1], "answers were not kept: ") {
		t.Errorf("remarks: %q", got)
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "mine" {
		t.Errorf("the file holds %q, %v", content, err)
	}
}

// TestTogether has several stores write, read, damage, prune and clear one
// folder at once: an answer is always whole, or none.
func TestTogether(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var g sync.WaitGroup
	for worker := range 4 {
		g.Go(func() {
			s := New(dir, clock(0))
			for i := range 120 {
				k := key(i % 9)
				a := failure(link.Dead, 404)
				a.Result.Reason = strings.Repeat("x", 100*worker)
				s.Save(k, a)
				if got, ok := s.Load(k); ok && (got.Result.Verdict != link.Dead || len(got.Result.Reason)%100 != 0) {
					t.Errorf("half an answer: %+v", got)
				}
				switch {
				case worker == 0 && i%10 == 0:
					_, _ = s.Prune() // its errors are races that it may lose
				case worker == 1 && i%20 == 0:
					_ = os.WriteFile(s.path(k), []byte("half"), 0o600)
				}
			}
		})
	}
	g.Wait()
	s := New(dir, clock(0))
	for i := range 9 {
		s.Save(key(i), good())
		if _, ok := s.Load(key(i)); !ok {
			t.Errorf("key %d has no answer", i)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(s.links(), "*", ".new-*")); left != nil {
		t.Errorf("left over: %v", left)
	}
}
