package bib

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"ibid/parser/article"
)

// MaxSize is the largest list of works that is read, in bytes.
const MaxSize = 32 << 20

// Library is works by key.
type Library struct {
	entries map[string]*Entry
	// strings are BibTeX's abbreviations, and spent what writing them out has
	// taken so far, in bytes.
	strings map[string]string
	spent   int
	folded  map[string]string // keys by their small letters; nil before they are asked for
}

// Entry is one work.
type Entry struct {
	Key  string
	item *article.Item
	// kind and body are those of an entry of a BibTeX file that was not read yet.
	kind, body string
	fields     map[string]string
}

// New is a library without works.
func New() *Library {
	return &Library{entries: map[string]*Entry{}, strings: months()}
}

// Len is the number of works.
func (l *Library) Len() int { return len(l.entries) }

// Add adds the works of a file; its content says what it is, and its name where
// that does not. Of two works with one key the first counts.
func (l *Library) Add(name string, data []byte) error {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	start := bytes.TrimSpace(data)
	switch ext := strings.ToLower(path.Ext(name)); {
	case len(start) == 0:
		return nil
	case ext == ".yaml" || ext == ".yml":
		return l.addYAML(data)
	case start[0] == '[' || start[0] == '{':
		return l.addJSON(data)
	}
	l.addBibTeX(string(data))
	return nil
}

// maxYAML bounds YAML, whose reader takes more time than others, in bytes.
const maxYAML = 4 << 20

func (l *Library) addYAML(data []byte) error {
	if len(data) > maxYAML {
		return fmt.Errorf("it is larger than %d MiB", maxYAML>>20)
	}
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		return err
	}
	if m, ok := v.(map[string]any); ok {
		v = m["references"]
	}
	list, ok := v.([]any)
	if !ok {
		return errNoWorks
	}
	l.AddItems(list)
	return nil
}

// AddFile adds the works of a file beside the article; the names that it may
// have are tried in order.
func (l *Library) AddFile(files fs.FS, names ...string) error {
	err := fs.ErrNotExist
	for _, name := range names {
		var data []byte
		if data, err = ReadFile(files, name); err == nil {
			if err = l.Add(name, data); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		}
	}
	return err
}

// ReadFile reads a file beside the article, at most MaxSize of it. Files outside
// of its folder are not read.
func ReadFile(files fs.FS, name string) ([]byte, error) {
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	if files == nil || !fs.ValidPath(name) {
		return nil, fs.ErrNotExist
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil && len(data) > MaxSize {
		err = fmt.Errorf("%s is larger than %d MiB", name, MaxSize>>20)
	}
	return data, err
}

// add adds an entry, unless its key is taken.
func (l *Library) add(e *Entry) {
	if _, taken := l.entries[e.Key]; !taken {
		l.entries[e.Key] = e
		l.folded = nil
	}
}

// Get is the work with a key; BibTeX takes keys in capital and small letters for
// the same.
func (l *Library) Get(key string) (*article.Item, bool) {
	e := l.entry(key)
	if e == nil {
		return nil, false
	}
	if e.item == nil {
		e.item = l.read(e)
	}
	return e.item, true
}

func (l *Library) entry(key string) *Entry {
	key = strings.TrimSpace(key)
	if e, ok := l.entries[key]; ok {
		return e
	}
	if l.folded == nil {
		l.folded = make(map[string]string, len(l.entries))
		for k := range l.entries {
			if other, ok := l.folded[strings.ToLower(k)]; !ok || k < other {
				l.folded[strings.ToLower(k)] = k
			}
		}
	}
	return l.entries[l.folded[strings.ToLower(key)]]
}
