package cache

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"ibid/checker/link"
	"ibid/pattern"
)

const (
	suffix   = ".entry"
	asideDir = "set-aside"
	tagName  = "CACHEDIR.TAG"
	tagText  = "Signature: 8a477f597d28d172789f06886806bc55\n# Answers of links that ibid keeps; `ibid cache clear` removes them.\n"
)

var (
	keyName   = pattern.New(`^[0-9a-f]{64}$`)
	entryName = pattern.New(`^[0-9a-f]{64}\.entry$`)
	tempName  = pattern.New(`^\.new-[0-9]+$`)
	shardName = pattern.New(`^[0-9a-f]{2}$`)
)

// Store is a folder of answers; it implements link.Cache. It is safe for
// concurrent use, by several processes too.
type Store struct {
	dir string
	now func() time.Time

	mu       sync.Mutex
	aside    int
	readErr  error // the first that is no missing file
	writeErr error // the first; after it nothing more is written
}

var _ link.Cache = (*Store)(nil)

// New is the store in a folder, which is made when the first answer is kept.
// now is the clock by which answers age.
func New(dir string, now func() time.Time) *Store { return &Store{dir: dir, now: now} }

// Dir is the store's folder.
func (s *Store) Dir() string { return s.dir }

func (s *Store) links() string { return filepath.Join(s.dir, "links-"+strconv.Itoa(format)) }

func (s *Store) path(key string) string {
	return filepath.Join(s.links(), key[:2], key+suffix)
}

// Load is the answer that is kept under a key: 64 hexadecimal digits. A file
// that can't be read is set aside.
func (s *Store) Load(key string) (link.Answer, bool) {
	if !keyName.MatchString(key) {
		return link.Answer{}, false
	}
	content, err := readEntry(s.path(key))
	switch {
	case errors.Is(err, errEntry):
		s.setAside(s.path(key))
		return link.Answer{}, false
	case err != nil:
		if !errors.Is(err, fs.ErrNotExist) {
			s.note(&s.readErr, err)
		}
		return link.Answer{}, false
	}
	a, err := decode(key, content)
	if err != nil {
		s.setAside(s.path(key))
		return link.Answer{}, false
	}
	return a, true
}

// readEntry reads a file that may be an entry.
func readEntry(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxEntry {
		return nil, errEntry
	}
	f, err := os.Open(path) //nolint:gosec // the name is a digest in the folder that the user named
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	return io.ReadAll(io.LimitReader(f, maxEntry+1))
}

// setAside moves a file that is no entry out of the way, for whoever wants to
// know what happened to it.
func (s *Store) setAside(path string) {
	to := filepath.Join(s.dir, asideDir)
	if err := os.MkdirAll(to, 0o700); err != nil {
		s.note(&s.writeErr, err)
		return
	}
	err := os.Rename(path, filepath.Join(to, filepath.Base(path)))
	if errors.Is(err, fs.ErrNotExist) {
		return // another run was faster
	}
	if err != nil {
		s.note(&s.writeErr, err)
		return
	}
	s.mu.Lock()
	s.aside++
	s.mu.Unlock()
}

// note keeps the first error of its kind.
func (s *Store) note(where *error, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if *where == nil {
		*where = err
	}
}

// Save keeps an answer under a key. After a first failure nothing more is kept.
func (s *Store) Save(key string, a link.Answer) {
	s.mu.Lock()
	broken := s.writeErr != nil
	s.mu.Unlock()
	if broken || !keyName.MatchString(key) {
		return
	}
	content, err := encode(key, a)
	if err != nil {
		return // an answer that large is not worth keeping
	}
	if err := s.write(s.path(key), content); err != nil {
		s.note(&s.writeErr, err)
	}
}

// write writes a file beside its place and renames it into it.
func (s *Store) write(path string, content []byte) (err error) {
	if err := s.makeShard(filepath.Dir(path)); err != nil {
		return err
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

// makeShard makes the folder of an entry, and the store's own if it is new.
func (s *Store) makeShard(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(s.dir, tagName), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(tagText)
	return errors.Join(err, f.Close())
}

// Remarks are sentences on what went wrong so far, for people.
func (s *Store) Remarks() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	if s.aside > 0 {
		out = append(out, fmt.Sprintf("%s of the cache could not be read and set aside in %s: the links were opened anew",
			files(s.aside), filepath.Join(s.dir, asideDir)))
	}
	if s.readErr != nil {
		out = append(out, fmt.Sprintf("the cache can't be read, links were opened anew: %v", s.readErr))
	}
	if s.writeErr != nil {
		out = append(out, fmt.Sprintf("answers were not kept: %v", s.writeErr))
	}
	return out
}

func files(n int) string {
	if n == 1 {
		return "1 file"
	}
	return strconv.Itoa(n) + " files"
}
