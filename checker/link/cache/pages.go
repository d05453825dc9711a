package cache

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"ibid/checker/link"
	"ibid/pattern"
)

const (
	// pageLife is the time within which a run that was interrupted may be gone on
	// with.
	pageLife = 24 * time.Hour
	// maxPage is the largest page that is kept, in bytes.
	maxPage = 8 << 20
	// maxPageFile is the largest file that is read.
	maxPageFile = maxPage + 64<<10
)

var pageName = pattern.New(`^[0-9a-f]{64}\.page$`)

// Pages keeps the pages that feeds and sitemaps list until the run that fetched
// them is complete, so that one that was interrupted can be gone on with. They
// stand in the folder pages-1 of a cache: one file for each, packed, renamed into
// its place. It implements
// link.PageStore and is safe for concurrent use, by several processes too. A
// page that can't be kept is fetched again; that is all.
type Pages struct {
	dir string
	now func() time.Time
}

var _ link.PageStore = (*Pages)(nil)

// PagesIn is the store of pages in a cache's folder.
func PagesIn(dir string, now func() time.Time) *Pages {
	return &Pages{dir: filepath.Join(dir, "pages-1"), now: now}
}

// pageHead is the first line of a page's file.
type pageHead struct {
	At          time.Time `json:"at"`
	ContentType string    `json:"content_type"`
	FinalURL    string    `json:"final_url"`
}

func (p *Pages) path(key string) string { return filepath.Join(p.dir, key+".page") }

// Load is the page under a key, if it is not too old.
func (p *Pages) Load(key string) (*link.Source, bool) {
	if !keyName.MatchString(key) {
		return nil, false
	}
	info, err := os.Lstat(p.path(key))
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxPageFile {
		return nil, false
	}
	f, err := os.Open(p.path(key))
	if err != nil {
		return nil, false
	}
	defer func() { _ = f.Close() }() // it was only read
	page, at, err := readPage(f)
	if err != nil || p.now().Sub(at) >= pageLife {
		return nil, false
	}
	return page, true
}

func readPage(r io.Reader) (*link.Source, time.Time, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, time.Time{}, err
	}
	b := bufio.NewReader(io.LimitReader(z, maxPageFile))
	line, err := b.ReadBytes('\n')
	if err != nil {
		return nil, time.Time{}, err
	}
	var h pageHead
	if err := json.Unmarshal(line, &h); err != nil {
		return nil, time.Time{}, err
	}
	body, err := io.ReadAll(b)
	return &link.Source{Body: body, ContentType: h.ContentType, FinalURL: h.FinalURL}, h.At, err
}

// Save keeps a page under a key.
func (p *Pages) Save(key string, s *link.Source) {
	if !keyName.MatchString(key) || len(s.Body) > maxPage || os.MkdirAll(p.dir, 0o700) != nil {
		return
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	err := json.NewEncoder(z).Encode(pageHead{At: p.now(), ContentType: s.ContentType, FinalURL: s.FinalURL})
	if err == nil {
		_, err = z.Write(s.Body)
	}
	if errors.Join(err, z.Close()) != nil {
		return
	}
	f, err := os.CreateTemp(p.dir, ".new-")
	if err != nil {
		return
	}
	_, err = f.Write(b.Bytes())
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), p.path(key))
	}
	if err != nil {
		_ = os.Remove(f.Name()) // nothing more can be done
	}
}

// Remove takes a page away.
func (p *Pages) Remove(key string) {
	if keyName.MatchString(key) {
		_ = os.Remove(p.path(key)) // one that stays is too old tomorrow
	}
	_ = os.Remove(p.dir) // fails while it holds something
}

// Count says how many pages are kept, and their size.
func (p *Pages) Count() (files int, bytes int64, err error) {
	return p.each(func(string, fs.FileInfo) bool { return false })
}

// Prune removes pages that are too old to be of use, and Clear all; both say how
// many files and bytes that was.
func (p *Pages) Prune() (files int, bytes int64, err error) {
	return p.sweep(func(info fs.FileInfo) bool { return p.now().Sub(info.ModTime()) >= pageLife })
}

// Clear removes all pages.
func (p *Pages) Clear() (files int, bytes int64, err error) {
	files, bytes, err = p.sweep(func(fs.FileInfo) bool { return true })
	_ = os.Remove(p.dir) // fails on one that still holds something, as it should
	return files, bytes, err
}

func (p *Pages) sweep(which func(fs.FileInfo) bool) (files int, bytes int64, err error) {
	var errs []error
	_, _, err = p.each(func(path string, info fs.FileInfo) bool {
		if !which(info) {
			return false
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
			return false
		}
		files++
		bytes += info.Size()
		return true
	})
	return files, bytes, errors.Join(append(errs, err)...)
}

// each visits the store's own files and counts those that are still there.
func (p *Pages) each(visit func(path string, info fs.FileInfo) (gone bool)) (files int, bytes int64, err error) {
	names, err := os.ReadDir(p.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, 0, nil
	}
	if err != nil {
		return 0, 0, fmt.Errorf("reading %s: %w", p.dir, err)
	}
	for _, n := range names {
		if !pageName.MatchString(n.Name()) && !tempName.MatchString(n.Name()) {
			continue
		}
		info, err := n.Info()
		if err == nil && info.Mode().IsRegular() && !visit(filepath.Join(p.dir, n.Name()), info) {
			files++
			bytes += info.Size()
		}
	}
	return files, bytes, nil
}
