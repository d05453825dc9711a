package cache

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
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
	for _, path := range []string{s.Dir(), s.links(), shardOf(s, key(1))} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Separator == '/' && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has the mode %v", path, info.Mode())
		}
	}
}

// shardOf is the file that holds the answer under a key.
func shardOf(s *Store, key string) string {
	d, _ := digestOf(key)
	return s.path(d)
}

// inShard is a record with an answer under a key.
func inShard(t *testing.T, key string, a link.Answer) []byte {
	t.Helper()
	body, err := encode(a)
	if err != nil {
		t.Fatal(err)
	}
	d, _ := digestOf(key)
	r, err := newRecord(d, body)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// in is a key for a test whose answer stands in the shard 01.
func in(n int) string { return fmt.Sprintf("01%062x", n) }

// TestDamage has a run killed after every byte that it writes, and damages a
// file in other ways: what is whole is found, before the damage and behind it,
// what is not is none, and new answers can be kept.
func TestDamage(t *testing.T) {
	t.Parallel()
	before, after, whole := inShard(t, in(2), failure(link.Dead, 410)), inShard(t, in(3), good()), inShard(t, in(1), good())
	rows := map[string][]byte{
		"empty": {}, "foreign": []byte("\x7fELF\x00"), "another key": inShard(t, in(4), good()),
		"another version":   []byte(strings.Replace(string(whole), "answer 2 ", "answer 3 ", 1)),
		"a bit":             []byte(strings.Replace(string(whole), "Tides", "Tidet", 1)),
		"a bit of the key":  []byte(strings.Replace(string(whole), " 01", " 02", 1)),
		"too long":          []byte(strings.Replace(string(whole), fmt.Sprintf(" %d ", bodyLength(whole)), fmt.Sprintf(" %d ", bodyLength(whole)+1), 1)),
		"no length":         []byte(strings.Replace(string(whole), fmt.Sprintf(" %d ", bodyLength(whole)), " x ", 1)),
		"a negative length": []byte(strings.Replace(string(whole), fmt.Sprintf(" %d ", bodyLength(whole)), " -1 ", 1)),
		"no JSON":           noJSON(t, in(1)),
	}
	for n := range whole {
		rows[fmt.Sprintf("cut after %d", n)] = whole[:n]
	}
	for name, content := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(t.TempDir(), clock(0))
			s.Save(in(1), failure(link.Blocked, 403)) // makes the folder
			if err := os.WriteFile(shardOf(s, in(1)), slices.Concat(before, content), 0o600); err != nil {
				t.Fatal(err)
			}
			if a, ok := s.Load(in(1)); ok {
				t.Fatalf("it is taken for %+v", a)
			}
			if err := add(shardOf(s, in(1)), after); err != nil { // another run
				t.Fatal(err)
			}
			for _, k := range []string{in(2), in(3)} {
				if _, ok := s.Load(k); !ok {
					t.Errorf("the answer under %s is lost", k)
				}
			}
			s.Save(in(1), good())
			if _, ok := s.Load(in(1)); !ok {
				t.Error("no new answer can be kept")
			}
			if got := s.Remarks(); got != nil {
				t.Errorf("remarks: %q", got)
			}
		})
	}
}

func bodyLength(record []byte) int {
	_, body, _ := strings.Cut(string(record[1:]), "\n")
	return len(body)
}

// noJSON is a record in order with something else than an answer in it.
func noJSON(t *testing.T, key string) []byte {
	t.Helper()
	d, _ := digestOf(key)
	r, err := newRecord(d, []byte(`{"verdict":"ok"`))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestNoFile has something else where a shard should be.
func TestNoFile(t *testing.T) {
	t.Parallel()
	for name, put := range map[string]func(path string) error{
		"a folder": func(path string) error { return os.MkdirAll(path, 0o700) },
		"a link":   func(path string) error { return os.Symlink("/dev/zero", path) },
		"too large": func(path string) error {
			return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, maxShard+1))
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(t.TempDir(), clock(0))
			s.Save(key(2), good()) // makes the folder
			if err := put(shardOf(s, key(1))); err != nil {
				t.Skipf("not to be had on this system: %v", err)
			}
			if _, ok := s.Load(key(1)); ok || len(s.Remarks()) != 1 || !strings.HasPrefix(s.Remarks()[0], "the cache can't be read") {
				t.Errorf("remarks: %q", s.Remarks())
			}
			if _, ok := s.Load(key(2)); !ok {
				t.Error("another shard suffers")
			}
		})
	}
}

// TestTwoStores has one run look for what another one keeps.
func TestTwoStores(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a, b := New(dir, clock(0)), New(dir, clock(0))
	for i := range 3 {
		if _, ok := b.Load(in(i)); ok {
			t.Error("it is there before it is kept")
		}
		a.Save(in(i), good())
		if _, ok := b.Load(in(i)); !ok {
			t.Errorf("answer %d of the other run is not seen", i)
		}
	}
	a.Save(in(1), failure(link.Dead, 410))
	if got, _ := b.Load(in(1)); got.Result.Verdict != link.Dead {
		t.Errorf("the other run's newer answer is not seen: %+v", got)
	}
	a.now = clock(2 * time.Hour)
	if _, err := a.Prune(); err != nil {
		t.Fatal(err)
	}
	if _, ok := b.Load(in(1)); ok {
		t.Error("an answer is there after it was pruned")
	}
	if _, ok := b.Load(in(2)); !ok {
		t.Error("an answer is gone after others were pruned")
	}
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
					_ = add(shardOf(s, k), []byte(magic+"half"))
				case worker == 2 && i%30 == 0:
					_, _ = s.Clear()
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
	if left, _ := filepath.Glob(filepath.Join(s.links(), ".new-*")); left != nil {
		t.Errorf("left over: %v", left)
	}
}
