package cache

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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
	Bytes     int64
	ByVerdict map[link.Verdict]int
	// Oldest and Newest are times of answers, zero if there is none.
	Oldest, Newest time.Time
	// Broken are files that can't be read, SetAside those that were set aside.
	Broken, SetAside int
}

// Removed says what was taken away.
type Removed struct {
	Entries int
	Files   int // entries included
	Bytes   int64
}

// file is a file of the store's own.
type file struct {
	path  string
	entry bool // by its name
	info  fs.FileInfo
}

// Stats counts what is kept. A folder that is not there holds nothing.
func (s *Store) Stats() (Stats, error) {
	st := Stats{ByVerdict: map[link.Verdict]int{}}
	err := s.walk(func(f file) error {
		if !f.entry {
			return nil
		}
		e, ok := readNamed(f)
		if !ok {
			st.Broken++
			return nil
		}
		st.Entries++
		st.Bytes += f.info.Size()
		st.ByVerdict[e.Verdict]++
		if st.Oldest.IsZero() || e.CheckedAt.Before(st.Oldest) {
			st.Oldest = e.CheckedAt
		}
		if e.CheckedAt.After(st.Newest) {
			st.Newest = e.CheckedAt
		}
		return nil
	})
	aside, asideErr := s.asideFiles()
	st.SetAside = len(aside)
	return st, errors.Join(err, asideErr)
}

// readNamed reads the entry of a file, whose name is its key.
func readNamed(f file) (entry, bool) {
	content, err := readEntry(f.path)
	if err != nil {
		return entry{}, false
	}
	e, err := decodeEntry(content)
	return e, err == nil && e.Key+suffix == filepath.Base(f.path)
}

// Prune removes what is of no use any more: failures whose time is over, good
// answers older than 90 days, files that can't be read, and what killed runs left.
func (s *Store) Prune() (Removed, error) {
	var gone Removed
	now := s.now()
	err := s.walk(func(f file) error {
		if !f.entry {
			if now.Sub(f.info.ModTime()) < tempFor {
				return nil // another run is writing it
			}
			return gone.remove(f)
		}
		e, ok := readNamed(f)
		if ok && now.Sub(e.CheckedAt) < keptFor(e) {
			return nil
		}
		return gone.remove(f)
	})
	return gone, err
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
	err := s.walk(gone.remove)
	aside, asideErr := s.asideFiles()
	errs := []error{err, asideErr}
	for _, f := range aside {
		errs = append(errs, gone.remove(f))
	}
	_ = os.Remove(s.stamp()) // what stays of these two holds no answer
	if tag := filepath.Join(s.dir, tagName); isTag(tag) {
		_ = os.Remove(tag)
	}
	shards, _ := filepath.Glob(filepath.Join(s.links(), "[0-9a-f][0-9a-f]"))
	for _, dir := range append(shards, s.links(), filepath.Join(s.dir, asideDir), s.dir) {
		_ = os.Remove(dir) // fails on one that still holds something, as it should
	}
	return gone, errors.Join(errs...)
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
	r.Files++
	r.Bytes += f.info.Size()
	if f.entry {
		r.Entries++
	}
	return nil
}

// walk visits the files of the store: entries, and those that were to be.
func (s *Store) walk(visit func(file) error) error {
	shards, err := list(s.links())
	errs := []error{err}
	for _, shard := range shards {
		if !shard.IsDir() || !shardName.MatchString(shard.Name()) {
			continue
		}
		dir := filepath.Join(s.links(), shard.Name())
		names, err := list(dir)
		errs = append(errs, err)
		for _, n := range names {
			entry := entryName.MatchString(n.Name())
			if n.IsDir() || !entry && !tempName.MatchString(n.Name()) {
				continue
			}
			info, err := n.Info()
			if err != nil {
				continue // gone since
			}
			errs = append(errs, visit(file{filepath.Join(dir, n.Name()), entry, info}))
		}
	}
	return errors.Join(errs...)
}

func (s *Store) asideFiles() ([]file, error) {
	dir := filepath.Join(s.dir, asideDir)
	names, err := list(dir)
	var out []file
	for _, n := range names {
		if info, err := n.Info(); err == nil && entryName.MatchString(n.Name()) && !n.IsDir() {
			out = append(out, file{path: filepath.Join(dir, n.Name()), info: info})
		}
	}
	return out, err
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
