package inputs

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"ibid/checker"
)

// Kind says how a source is opened.
type Kind uint8

// The kinds of source.
const (
	File Kind = iota
	Web       // an http or https address
	Stdin
)

// Source is one thing to read.
type Source struct {
	// Name is what reports call it: the path as given or as found below the
	// folder given, with forward slashes; the address; "-".
	Name string
	Path string // of a file
	Kind Kind
	// Found says that a folder walk or a glob found it, the user did not name it.
	Found bool
	// Walked says that a folder walk found it.
	Walked bool
}

// Options tell Expand which files are articles.
type Options struct {
	// Known says whether a file's name is that of a format that can be read.
	Known func(name string) bool
	// Holds says of a file whose name says no more than that it is XML, by its first
	// 64 KiB, whether it is an article or holds some; nil if none does.
	Holds func(head []byte) bool
}

// Expand resolves the arguments in their order. A file that two arguments name
// comes once.
func Expand(ctx context.Context, args []string, o Options) ([]Source, []checker.Failure) {
	e := expander{o: o, seen: map[string]bool{}}
	for _, arg := range args {
		if ctx.Err() != nil {
			break
		}
		if err := e.expand(ctx, arg); err != nil {
			e.failures = append(e.failures, checker.Failure{Source: arg, Err: err})
		}
	}
	return e.sources, e.failures
}

// IsWeb says whether an argument is a web address.
func IsWeb(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// SplitGlob cuts a pattern into the folder that it starts from and the rest; the
// base of a plain path is the path itself.
func SplitGlob(arg string) (base, pattern string) {
	if !strings.ContainsAny(arg, "*?[{") {
		return arg, ""
	}
	base, pattern = doublestar.SplitPattern(filepath.ToSlash(arg))
	return filepath.FromSlash(base), pattern
}

type expander struct {
	o        Options
	seen     map[string]bool
	sources  []Source
	failures []checker.Failure
}

func (e *expander) add(s Source) {
	key := s.Name
	if s.Kind == File {
		if abs, err := filepath.Abs(s.Path); err == nil {
			key = abs
		}
	}
	if !e.seen[key] {
		e.seen[key] = true
		e.sources = append(e.sources, s)
	}
}

func (e *expander) expand(ctx context.Context, arg string) error {
	switch {
	case arg == "":
		return errors.New("the source is an empty string: name a file, a folder, a glob or a web address")
	case arg == "-":
		e.add(Source{Name: "-", Kind: Stdin})
		return nil
	case IsWeb(arg):
		e.add(Source{Name: arg, Kind: Web})
		return nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return e.folder(ctx, arg)
	case err == nil && !info.Mode().IsRegular() && info.Mode()&fs.ModeNamedPipe == 0:
		return fmt.Errorf("%s is no file but a device or socket: name a file, or use - for standard input", arg)
	case err == nil:
		e.add(Source{Name: filepath.ToSlash(arg), Path: arg})
		return nil
	case strings.ContainsAny(arg, "*?[{"):
		return e.glob(arg)
	}
	return reading(err)
}

// glob takes what a pattern matches, ** included. Folders that match are walked.
func (e *expander) glob(pattern string) error {
	if !doublestar.ValidatePathPattern(pattern) {
		return errors.New("the pattern is not well formed: look for a [ or { that is not closed")
	}
	matches, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly(), doublestar.WithNoHidden())
	if err != nil {
		return reading(err)
	}
	if len(matches) == 0 {
		return errors.New("no file matches the pattern; put it in quotes so that ibid sees it, and remember that ** crosses folders while * does not")
	}
	for _, m := range matches {
		if !hidden(filepath.Base(m)) {
			e.add(Source{Name: filepath.ToSlash(m), Path: m, Found: true})
		}
	}
	return nil
}

// reading puts a file system's error into words.
func reading(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no such file or folder; check the spelling and the folder you are in: %w", fs.ErrNotExist)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("you may not read it; check its permissions: %w", fs.ErrPermission)
	}
	return err
}

// Open opens a file source for reading.
func Open(s Source) (*os.File, error) {
	f, err := os.Open(s.Path)
	if err != nil {
		return nil, reading(err)
	}
	return f, nil
}
