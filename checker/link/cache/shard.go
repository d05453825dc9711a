package cache

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"
)

// maxShard is the size of the largest shard that is read, in bytes.
const maxShard = 64 << 20

// shard is what is known of one file of answers.
type shard struct {
	mu    sync.Mutex
	file  fs.FileInfo // nil before it was read
	known int64       // how far it was read
	index map[digest]place
}

// place is where an answer stands in a shard.
type place struct{ at, length int64 }

// find is the last answer under a key in the shard at a path, nil if there is
// none. What was added since it was last looked at, by anybody, is seen.
func (s *shard) find(path string, key digest) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, info, err := openShard(path)
	if f == nil || err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	if err := s.update(f, info); err != nil {
		return nil, err
	}
	p, ok := s.index[key]
	if !ok {
		return nil, nil
	}
	body := make([]byte, p.length)
	_, err = f.ReadAt(body, p.at)
	return body, err
}

// openShard opens a shard to read it; the file is nil where there is none.
func openShard(path string) (*os.File, fs.FileInfo, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil
	case err != nil:
		return nil, nil, err
	case !info.Mode().IsRegular():
		return nil, nil, fmt.Errorf("%s is no file", path)
	case info.Size() > maxShard:
		return nil, nil, fmt.Errorf("%s is too large to be a file of answers; `ibid cache prune` removes it", path)
	}
	f, err := os.Open(path) //nolint:gosec // a fixed name in the folder that the user named
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil // another run removed it
	}
	if err != nil {
		return nil, nil, err
	}
	info, err = f.Stat() // it may be another one by now
	if err != nil {
		_ = f.Close() // the first error is the one to tell
		return nil, nil, err
	}
	return f, info, nil
}

// update reads what was added to a shard.
func (s *shard) update(f *os.File, info fs.FileInfo) error {
	if s.file == nil || !os.SameFile(s.file, info) || info.Size() < s.known {
		s.file, s.known, s.index = info, 0, map[digest]place{}
	}
	if info.Size() == s.known {
		return nil
	}
	data := make([]byte, info.Size()-s.known)
	if _, err := f.ReadAt(data, s.known); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	end := 0
	for r := range records(data, nil) {
		end = r.at + len(r.body)
		s.index[r.key] = place{s.known + int64(r.at), int64(len(r.body))}
	}
	s.known += int64(end) // what is behind may be a record that is being written
	return nil
}

// add adds an answer to the shard at a path, in one write: several runs may do
// so at once.
func add(path string, record []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600) //nolint:gosec // a fixed name in the folder that the user named
	if err != nil {
		return err
	}
	_, err = f.Write(record)
	return errors.Join(err, f.Close())
}
