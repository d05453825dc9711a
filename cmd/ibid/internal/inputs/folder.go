package inputs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"

	"ibid/checker"
)

// maxIgnoreFile bounds how much of a .gitignore is read, in bytes.
const maxIgnoreFile = 1 << 20

// folder walks a folder in the order of its names.
func (e *expander) folder(ctx context.Context, root string) error {
	before := len(e.sources)
	ignored := newIgnores(root)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return fs.SkipAll
		case err != nil:
			e.failures = append(e.failures, checker.Failure{Source: filepath.ToSlash(path), Err: reading(err)})
			return skip(d)
		case path != root && (hidden(d.Name()) || ignored.match(path, d.IsDir())):
			return skip(d)
		case d.IsDir():
			ignored.read(path)
		case d.Type().IsRegular() && (e.o.Known(d.Name()) || e.holds(path)):
			e.add(Source{Name: filepath.ToSlash(path), Path: path, Found: true, Walked: true})
		}
		return nil
	})
	if err != nil {
		return reading(err)
	}
	if len(e.sources) == before && ctx.Err() == nil {
		return errors.New("the folder holds no article: no file whose name ends like that of a format that ibid reads, hidden and ignored ones aside; name the file itself to have it read all the same")
	}
	return nil
}

// holds looks into a file whose name says no more than that it is XML. One that
// can't be read is none of the articles.
func (e *expander) holds(path string) bool {
	if e.o.Holds == nil || !strings.EqualFold(filepath.Ext(path), ".xml") {
		return false
	}
	f, err := os.Open(path) //nolint:gosec // a file of the folder that the user named
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	head, err := io.ReadAll(io.LimitReader(f, 64<<10))
	return err == nil && e.o.Holds(head)
}

// hidden says whether a name is one that people do not see: "~$draft.docx" is
// Word's note to itself that draft.docx is open.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// skip leaves out an entry, a folder with all that is in it.
func skip(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// ignores are the .gitignore patterns in force, from the top of the work tree down.
type ignores struct {
	top      string // absolute
	patterns []gitignore.Pattern
	matcher  gitignore.Matcher
}

// newIgnores reads the .gitignore files of the folders above root, up to the
// top of the git work tree.
func newIgnores(root string) *ignores {
	abs, err := filepath.Abs(root)
	if err != nil {
		abs = root
	}
	ig := &ignores{top: abs}
	var above []string
	for dir := abs; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			ig.top = dir
			break
		}
		if filepath.Dir(dir) == dir {
			above = nil
			break
		}
		above = append(above, filepath.Dir(dir))
	}
	for _, dir := range slices.Backward(above) {
		ig.read(dir)
	}
	return ig
}

// segments are the parts of a path below the top.
func (ig *ignores) segments(path string) ([]string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	rel, err := filepath.Rel(ig.top, abs)
	if err != nil {
		return nil, err
	}
	if rel == "." {
		return nil, nil
	}
	return strings.Split(filepath.ToSlash(rel), "/"), nil
}

// read takes in a folder's .gitignore, if it has one. One that can't be read
// ignores nothing.
func (ig *ignores) read(dir string) {
	domain, err := ig.segments(dir)
	if err != nil {
		return
	}
	lines, err := ignoreLines(filepath.Join(dir, ".gitignore"))
	if err != nil || len(lines) == 0 {
		return
	}
	for _, l := range lines {
		ig.patterns = append(ig.patterns, gitignore.ParsePattern(l, domain))
	}
	ig.matcher = gitignore.NewMatcher(ig.patterns)
}

func ignoreLines(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxIgnoreFile {
		return nil, fmt.Errorf("%s is larger than %d bytes", path, maxIgnoreFile)
	}
	data, err := os.ReadFile(path) //nolint:gosec // the path is a folder of the walk and a fixed name
	if err != nil {
		return nil, err
	}
	var lines []string
	for l := range strings.Lines(string(data)) {
		l = strings.TrimRight(l, "\r\n")
		if l != "" && !strings.HasPrefix(l, "#") {
			lines = append(lines, l)
		}
	}
	return lines, nil
}

func (ig *ignores) match(path string, isDir bool) bool {
	if ig.matcher == nil {
		return false
	}
	segments, err := ig.segments(path)
	return err == nil && len(segments) > 0 && ig.matcher.Match(segments, isDir)
}
