package cache

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/checker/link"
)

// filled is a store with a good answer, three failures, an answer twice over, a
// damaged file, what killed runs left in a file and beside it, what a run is
// writing and a stranger's files.
func filled(t *testing.T) *Store {
	t.Helper()
	s := New(t.TempDir(), clock(0))
	s.Save(key(1), failure(link.Blocked, 403))
	s.Save(key(1), good())
	s.Save(key(2), failure(link.Dead, 404))
	s.Save(key(3), failure(link.Timeout, 0))
	s.Save(key(4), failure(link.Dead, 0))
	if err := add(shardOf(s, key(1)), inShard(t, key(1), good())[:100]); err != nil {
		t.Fatal(err)
	}
	put := func(path, content string, at time.Time) {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	put(shardOf(s, key(5)), "damaged", noon)
	put(filepath.Join(s.links(), ".new-17"), "killed", noon.Add(-time.Hour))
	put(filepath.Join(s.links(), ".new-18"), "busy", noon.Add(59*time.Minute))
	put(filepath.Join(s.links(), "notes.txt"), "a stranger's", noon)
	put(filepath.Join(s.links(), "letters", "07"+suffix), "a stranger's", noon)
	return s
}

func TestStats(t *testing.T) {
	t.Parallel()
	got, err := filled(t).Stats()
	want := Stats{
		Entries: 4, Bytes: got.Bytes, ByVerdict: map[link.Verdict]int{link.Redirected: 1, link.Dead: 2, link.Timeout: 1},
		Oldest: noon, Newest: noon, Broken: 2,
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" || got.Bytes < 400 {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	empty, err := New(filepath.Join(t.TempDir(), "none"), clock(0)).Stats()
	if err != nil || empty.Entries != 0 {
		t.Errorf("of none: %+v, %v", empty, err)
	}
}

func TestPrune(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name  string
		after time.Duration
		left  []int // keys
		temps []string
	}{
		{"at once", 0, []int{1, 2, 3, 4}, []string{".new-18"}},
		{"ten minutes", 10 * time.Minute, []int{1, 2}, []string{".new-18"}},
		{"an hour", time.Hour, []int{1}, []string{".new-18"}},
		{"two hours", 2 * time.Hour, []int{1}, nil},
		{"ninety days", 90 * 24 * time.Hour, nil, nil},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			s := filled(t)
			s.now = clock(row.after)
			gone, err := s.Prune()
			if err != nil {
				t.Fatal(err)
			}
			if want := 6 - len(row.left); gone.Entries != want || gone.Bytes == 0 {
				t.Errorf("removed %+v, want %d entries", gone, want)
			}
			var left []int
			for i := range 8 {
				_, loaded := s.Load(key(i))
				if loaded {
					left = append(left, i)
				}
				if _, err := os.Stat(shardOf(s, key(i))); loaded != (err == nil) {
					t.Errorf("the file of answer %d: %v", i, err)
				}
			}
			if st, err := s.Stats(); err != nil || st.Broken != 0 || st.Entries != len(left) {
				t.Errorf("after it there are %+v, %v", st, err)
			}
			if again, err := s.Prune(); err != nil || again.Entries != 0 || again.Bytes != 0 {
				t.Errorf("a second time it removed %+v, %v", again, err)
			}
			temps, _ := filepath.Glob(filepath.Join(s.links(), ".new-*"))
			for i := range temps {
				temps[i] = filepath.Base(temps[i])
			}
			if !slices.Equal(left, row.left) || !slices.Equal(temps, row.temps) {
				t.Errorf("left %v %v, want %v %v", left, temps, row.left, row.temps)
			}
			if _, err := os.Stat(filepath.Join(s.links(), "notes.txt")); err != nil {
				t.Errorf("a stranger's file: %v", err)
			}
		})
	}
}

func TestClear(t *testing.T) {
	t.Parallel()
	s := filled(t)
	s.Tidy()
	gone, err := s.Clear()
	if err != nil || gone.Entries != 4 {
		t.Errorf("removed %+v, %v", gone, err)
	}
	left := map[string]bool{}
	err = filepath.WalkDir(s.Dir(), func(path string, d os.DirEntry, err error) error {
		if !d.IsDir() {
			left[filepath.Base(path)] = true
		}
		return err
	})
	want := []string{"07" + suffix, "notes.txt"}
	if got := slices.Sorted(maps.Keys(left)); err != nil || !slices.Equal(got, want) {
		t.Errorf("left %v, %v; want %v", got, err, want)
	}

	s = New(filepath.Join(t.TempDir(), "c"), clock(0))
	s.Save(key(1), good())
	s.Tidy()
	if _, err := s.Clear(); err != nil || !isNoFolder(s.Dir()) {
		t.Errorf("a folder of the store's own stays behind: %v", err)
	}
	if gone, err := s.Clear(); err != nil || gone.Entries != 0 {
		t.Errorf("of none: %+v, %v", gone, err)
	}

	dir := t.TempDir()
	tag := filepath.Join(dir, tagName)
	if err := os.WriteFile(tag, []byte("another program's"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := New(dir, clock(0)).Clear(); err != nil || isNoFolder(dir) {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(tag); err != nil {
		t.Errorf("another program's tag: %v", err)
	}
}

// TestTidy prunes by itself, once a week.
func TestTidy(t *testing.T) {
	t.Parallel()
	s := filled(t)
	entries := func(after time.Duration) int {
		s.now = clock(after)
		s.Tidy()
		st, err := s.Stats()
		if err != nil {
			t.Fatal(err)
		}
		return st.Entries
	}
	const day = 24 * time.Hour
	if got := []int{entries(0), entries(6 * day), entries(7 * day), entries(91 * day)}; !slices.Equal(got, []int{4, 4, 1, 0}) {
		t.Errorf("entries after each tidying: %v", got)
	}
	none := New(filepath.Join(t.TempDir(), "none"), clock(0))
	none.Tidy()
	if !isNoFolder(none.Dir()) {
		t.Error("tidying makes a folder")
	}
}

// TestReplace keeps what another run adds while a shard is written anew.
func TestReplace(t *testing.T) {
	t.Parallel()
	s := New(t.TempDir(), clock(0))
	s.Save(in(1), good())
	path := shardOf(s, in(1))
	c, err := contentsOf(path)
	if err != nil {
		t.Fatal(err)
	}
	s.Save(in(2), good()) // another run, after the shard was read
	if err := replace(path, inShard(t, in(3), good()), c.size); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, false, true, true} {
		if _, ok := s.Load(in(i)); ok != want {
			t.Errorf("answer %d: %v", i, ok)
		}
	}
}
