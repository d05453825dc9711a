package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ibid/pattern"
)

// How long answers are kept. A copy stays; that there is none may change today.
const (
	lifeCopy = 90 * 24 * time.Hour
	lifeNone = 6 * time.Hour
)

// Store keeps answers between runs. It is used by several goroutines at once;
// one that fails has nothing, and keeps nothing.
type Store interface {
	Load(key string) (Kept, bool)
	Save(key string, k Kept)
}

// Kept is an answer as it is kept.
type Kept struct {
	// Snapshot is nil where there was none.
	Snapshot *Snapshot
	At       time.Time
}

func (k Kept) goodFor() time.Duration {
	if k.Snapshot != nil {
		return lifeCopy
	}
	return lifeNone
}

// key is the name under which the answer of a query is kept: a digest, so that
// it tells nobody what an author reads.
func (c *client) key(q Query) string {
	before := ""
	if !q.Before.IsZero() {
		before = q.Before.UTC().Format(time.DateOnly)
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{c.o.Wayback, c.o.Availability, c.o.Memento, before, q.URL}, "\n")))
	return hex.EncodeToString(sum[:])
}

// Folder is a Store in a folder: one file for each answer, renamed into its
// place, so that several runs may share it. Copies' addresses stand in it.
type Folder struct {
	dir string
	now func() time.Time
}

// In is the store below a folder for caches; it is made when it is needed.
func In(dir string, now func() time.Time) *Folder {
	return &Folder{filepath.Join(dir, "archives-1"), now}
}

var (
	answerName  = pattern.New(`^[0-9a-f]{64}\.json$`)
	partialName = pattern.New(`^\.new-[0-9]+$`)
)

// maxAnswer is the size of the largest file that is read, in bytes.
const maxAnswer = 64 << 10

func (f *Folder) path(key string) string { return filepath.Join(f.dir, key+".json") }

// Load reads an answer; what can't be read is none.
func (f *Folder) Load(key string) (Kept, bool) {
	if !answerName.MatchString(key + ".json") {
		return Kept{}, false
	}
	info, err := os.Lstat(f.path(key))
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxAnswer {
		return Kept{}, false
	}
	content, err := os.ReadFile(f.path(key))
	var k Kept
	if err != nil || json.Unmarshal(content, &k) != nil || k.At.IsZero() || k.Snapshot != nil && !isWeb(k.Snapshot.URL) {
		return Kept{}, false
	}
	return k, true
}

func isWeb(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// Save writes an answer; one that can't be written is asked for again.
func (f *Folder) Save(key string, k Kept) {
	content, err := json.Marshal(k)
	if err != nil || os.MkdirAll(f.dir, 0o700) != nil {
		return
	}
	t, err := os.CreateTemp(f.dir, ".new-")
	if err != nil {
		return
	}
	_, err = t.Write(content)
	if err = errors.Join(err, t.Close()); err == nil {
		err = os.Rename(t.Name(), f.path(key))
	}
	if err != nil {
		_ = os.Remove(t.Name()) // nothing more can be done
	}
}

// Prune removes answers that are too old to be of use, and Clear all; both say
// how many files and bytes that was.
func (f *Folder) Prune() (files int, bytes int64, err error) {
	return f.remove(func(path string, info fs.FileInfo) bool {
		k, ok := f.Load(strings.TrimSuffix(filepath.Base(path), ".json"))
		if !ok {
			return f.now().Sub(info.ModTime()) > time.Hour // else another run may be writing it
		}
		return f.now().Sub(k.At) >= k.goodFor()
	})
}

// Clear removes all answers.
func (f *Folder) Clear() (files int, bytes int64, err error) {
	files, bytes, err = f.remove(func(string, fs.FileInfo) bool { return true })
	_ = os.Remove(f.dir) // fails on one that still holds something, as it should
	return files, bytes, err
}

// Count says how many answers are kept, and their size.
func (f *Folder) Count() (files int, bytes int64, err error) {
	err = f.each(func(_ string, info fs.FileInfo) error {
		files++
		bytes += info.Size()
		return nil
	})
	return files, bytes, err
}

func (f *Folder) remove(which func(string, fs.FileInfo) bool) (files int, bytes int64, err error) {
	err = f.each(func(path string, info fs.FileInfo) error {
		if !which(path, info) {
			return nil
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		files++
		bytes += info.Size()
		return nil
	})
	return files, bytes, err
}

// each visits the store's own files.
func (f *Folder) each(visit func(path string, info fs.FileInfo) error) error {
	names, err := os.ReadDir(f.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", f.dir, err)
	}
	var errs []error
	for _, n := range names {
		if !answerName.MatchString(n.Name()) && !partialName.MatchString(n.Name()) {
			continue
		}
		if info, err := n.Info(); err == nil && info.Mode().IsRegular() {
			errs = append(errs, visit(filepath.Join(f.dir, n.Name()), info))
		}
	}
	return errors.Join(errs...)
}
