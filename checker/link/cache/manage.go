package cache

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ibid/checker/link"
)

const (
	// goodFor is how long a good answer is kept, so that its host can be asked
	// whether the page changed; failures go when their time is over.
	goodFor = 90 * 24 * time.Hour
	// tempFor is the age from which a file that was not renamed belongs to a
	// run that was killed.
	tempFor = time.Hour
	// tidyEvery is the time between two prunings that nobody asked for.
	tidyEvery = 7 * 24 * time.Hour
)

// Stats are the counts of a store.
type Stats struct {
	Entries   int
	Bytes     int64 // of the files
	ByVerdict map[link.Verdict]int
	// Oldest and Newest are times of answers, zero if there is none.
	Oldest, Newest time.Time
	// Broken are stretches of the files, or whole files, that can't be read.
	Broken int
}

// Removed says what was taken away.
type Removed struct {
	Entries int
	Bytes   int64
}

// Stats counts what is kept. A folder that is not there holds nothing.
func (s *Store) Stats() (Stats, error) {
	st := Stats{ByVerdict: map[link.Verdict]int{}}
	err := s.walk(func(f file) error {
		if !f.shard {
			return nil
		}
		st.Bytes += f.info.Size()
		c, err := contentsOf(f.path)
		if err != nil {
			st.Broken++
			return nil //nolint:nilerr // it is counted
		}
		st.Broken += c.torn
		for _, kept := range c.entries {
			e := kept.entry
			st.Entries++
			st.ByVerdict[e.Verdict]++
			if st.Oldest.IsZero() || e.CheckedAt.Before(st.Oldest) {
				st.Oldest = e.CheckedAt
			}
			if e.CheckedAt.After(st.Newest) {
				st.Newest = e.CheckedAt
			}
		}
		return nil
	})
	return st, err
}

// contents are what a shard holds.
type contents struct {
	entries []keptEntry // the last under each key, in their order
	torn    int         // stretches that hold none
	older   int         // answers in whose place a newer one stands
	size    int64       // how much was read
}

// keptEntry is an entry and the record that it was read from.
type keptEntry struct {
	key   digest
	entry entry
	body  []byte
}

// contentsOf reads a whole shard.
func contentsOf(path string) (contents, error) {
	var c contents
	f, info, err := openShard(path)
	if f == nil || err != nil {
		return c, err
	}
	defer func() { _ = f.Close() }() // it was only read
	data := make([]byte, info.Size())
	n, err := f.ReadAt(data, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return c, err
	}
	c.size = int64(n)
	all := slices.Collect(records(data[:n], &c.torn))
	last := make(map[digest]int, len(all))
	for i, r := range all {
		last[r.key] = i
	}
	c.older = len(all) - len(last)
	for i, r := range all {
		if last[r.key] != i {
			continue
		}
		e, err := decode(r.body)
		if err != nil {
			c.torn++
			continue
		}
		c.entries = append(c.entries, keptEntry{r.key, e, r.body})
	}
	return c, nil
}

// Prune removes what is of no use any more: failures whose time is over, good
// answers older than 90 days, those in whose place a newer one stands, what can't
// be read, and what killed runs left.
func (s *Store) Prune() (Removed, error) {
	var gone Removed
	now := s.now()
	err := s.walk(func(f file) error {
		if f.shard {
			return gone.prune(f.path, now)
		}
		if now.Sub(f.info.ModTime()) < tempFor {
			return nil // another run is writing it
		}
		return gone.remove(f)
	})
	return gone, err
}

// prune writes a shard anew without what is of no use.
func (r *Removed) prune(path string, now time.Time) error {
	c, err := contentsOf(path)
	if err != nil {
		info, statErr := os.Lstat(path)
		if statErr != nil {
			return statErr
		}
		return r.remove(file{path: path, shard: true, info: info})
	}
	var left []byte
	old := 0
	for _, kept := range c.entries {
		if now.Sub(kept.entry.CheckedAt) >= keptFor(kept.entry) {
			old++
			continue
		}
		record, err := newRecord(kept.key, kept.body)
		if err != nil {
			return err
		}
		left = append(left, record...)
	}
	if old+c.torn+c.older == 0 {
		return nil
	}
	if err := replace(path, left, c.size); err != nil {
		return err
	}
	r.Entries += old + c.torn
	r.Bytes += c.size - int64(len(left))
	return nil
}

// replace puts other content into the place of the first bytes of a shard: what
// other runs added meanwhile stays. An answer that is added in the very moment
// of the renaming is lost, as if it had not been kept.
func replace(path string, content []byte, size int64) (err error) {
	added, err := from(path, size)
	if err != nil {
		return err
	}
	if content = append(content, added...); len(content) == 0 {
		return os.Remove(path)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // the first error is the one to tell
		}
	}()
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// from is the content of a shard from an offset on.
func from(path string, offset int64) ([]byte, error) {
	f, info, err := openShard(path)
	if f == nil || err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	data := make([]byte, max(0, info.Size()-offset))
	n, err := f.ReadAt(data, offset)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return data[:n], err
}

func keptFor(e entry) time.Duration {
	if link.JudgedByPage(e.Verdict) {
		return goodFor
	}
	return link.Lifetime(link.Result{Verdict: e.Verdict, Status: e.Status})
}

// Clear removes all that the store ever wrote, and nothing else: the folder
// stays if it holds other files.
func (s *Store) Clear() (Removed, error) {
	var gone Removed
	err := s.walk(func(f file) error {
		if c, err := contentsOf(f.path); f.shard && err == nil {
			gone.Entries += len(c.entries)
		}
		return gone.remove(f)
	})
	_ = os.Remove(s.stamp()) // what stays of these two holds no answer
	if tag := filepath.Join(s.dir, tagName); isTag(tag) {
		_ = os.Remove(tag)
	}
	for _, dir := range []string{s.links(), s.dir} {
		_ = os.Remove(dir) // fails on one that still holds something, as it should
	}
	return gone, err
}

// Tidy prunes, once a week at most. Its errors are of no consequence: the next
// run tries again.
func (s *Store) Tidy() {
	if isNoFolder(s.links()) {
		return
	}
	info, err := os.Stat(s.stamp())
	if err == nil && s.now().Sub(info.ModTime()) < tidyEvery {
		return
	}
	if err := os.WriteFile(s.stamp(), nil, 0o600); err != nil {
		return
	}
	_ = os.Chtimes(s.stamp(), s.now(), s.now()) // else the system's clock counts
	_, _ = s.Prune()
}

func (s *Store) stamp() string { return filepath.Join(s.links(), "pruned") }

// remove removes a file; one that another run removed counts as well.
func (r *Removed) remove(f file) error {
	if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	r.Bytes += f.info.Size()
	return nil
}

// file is a file of the store's own.
type file struct {
	path  string
	shard bool // by its name
	info  fs.FileInfo
}

// walk visits the files of the store: shards, and those that were to be.
func (s *Store) walk(visit func(file) error) error {
	names, err := list(s.links())
	errs := []error{err}
	for _, n := range names {
		shard := shardName.MatchString(n.Name())
		if n.IsDir() || !shard && !tempName.MatchString(n.Name()) {
			continue
		}
		info, err := n.Info()
		if err != nil {
			continue // gone since
		}
		errs = append(errs, visit(file{filepath.Join(s.links(), n.Name()), shard, info}))
	}
	return errors.Join(errs...)
}

// list is what a folder holds: nothing if it is not there.
func list(dir string) ([]fs.DirEntry, error) {
	names, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return names, err
}

// isTag says whether a file is the tag that the store wrote, and not that of
// another program.
func isTag(path string) bool {
	content, err := os.ReadFile(path) //nolint:gosec // a fixed name in the folder that the user named
	return err == nil && string(content) == tagText
}

func isNoFolder(dir string) bool {
	info, err := os.Stat(dir)
	return err != nil || !info.IsDir()
}
