package cache

import (
	"encoding/hex"
	"errors"
	"fmt"
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
	// format is the version of the layout and of the answers. A new one gets a
	// folder of its own.
	format  = 2
	suffix  = ".answers"
	tagName = "CACHEDIR.TAG"
	tagText = "Signature: 8a477f597d28d172789f06886806bc55\n# Answers of links that ibid keeps; `ibid cache clear` removes them.\n"
)

var (
	keyName   = pattern.New(`^[0-9a-f]{64}$`)
	tempName  = pattern.New(`^\.new-[0-9]+$`)
	shardName = pattern.New(`^[0-9a-f]{2}\.answers$`)
)

// Store is a folder of answers; it implements link.Cache. It is safe for
// concurrent use, by several processes too.
type Store struct {
	dir string
	now func() time.Time

	shards [256]shard // by the first byte of the key

	mu       sync.Mutex
	readErr  error // the first
	writeErr error // the first; after it nothing more is written
}

var _ link.Cache = (*Store)(nil)

// New is the store in a folder, which is made when the first answer is kept.
// now is the clock by which answers age.
func New(dir string, now func() time.Time) *Store { return &Store{dir: dir, now: now} }

// Dir is the store's folder.
func (s *Store) Dir() string { return s.dir }

func (s *Store) links() string { return filepath.Join(s.dir, "links-"+strconv.Itoa(format)) }

func (s *Store) path(key digest) string {
	return filepath.Join(s.links(), hex.EncodeToString(key[:1])+suffix)
}

// Load is the answer that is kept under a key: 64 hexadecimal digits.
func (s *Store) Load(key string) (link.Answer, bool) {
	d, ok := digestOf(key)
	if !ok {
		return link.Answer{}, false
	}
	body, err := s.shards[d[0]].find(s.path(d), d)
	if err != nil {
		s.note(&s.readErr, err)
	}
	if body == nil || err != nil {
		return link.Answer{}, false
	}
	e, err := decode(body)
	return e.answer(), err == nil
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
	d, ok := digestOf(key)
	if broken || !ok {
		return
	}
	body, err := encode(a)
	if err != nil {
		return
	}
	record, err := newRecord(d, body)
	if err != nil {
		return // an answer that large is not worth keeping
	}
	err = add(s.path(d), record)
	if errors.Is(err, fs.ErrNotExist) {
		if err = s.makeFolder(); err == nil {
			err = add(s.path(d), record)
		}
	}
	if err != nil {
		s.note(&s.writeErr, err)
	}
}

// makeFolder makes the store's folders.
func (s *Store) makeFolder() error {
	if err := os.MkdirAll(s.links(), 0o700); err != nil {
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
	if s.readErr != nil {
		out = append(out, fmt.Sprintf("the cache can't be read, links were opened anew: %v", s.readErr))
	}
	if s.writeErr != nil {
		out = append(out, fmt.Sprintf("answers were not kept: %v", s.writeErr))
	}
	return out
}
