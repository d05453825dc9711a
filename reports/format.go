package reports

import (
	"io"
	"slices"
	"strings"
)

// Format is one way to write a T: the report of a run, unfolded notes, or a
// bibliography.
type Format[T any] struct {
	// Name is what --format takes.
	Name string
	// Extensions are the endings of files that get this format without being
	// asked, with their dot; the first is used for files that ibid names.
	Extensions []string
	// Write writes it; its errors are those of w.
	Write func(w io.Writer, what T, o Options) error
}

// Formats are all the ways to write a T, the default one first.
type Formats[T any] []Format[T]

// Names are the names of the formats.
func (all Formats[T]) Names() []string {
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = f.Name
	}
	return names
}

// ByName finds a format by its name.
func (all Formats[T]) ByName(name string) (Format[T], bool) {
	return all.find(func(f Format[T]) bool { return f.Name == strings.ToLower(name) })
}

// ByExtension finds the format of a file by its ending, dot included: ".csv".
func (all Formats[T]) ByExtension(ext string) (Format[T], bool) {
	return all.find(func(f Format[T]) bool { return ext != "" && slices.Contains(f.Extensions, strings.ToLower(ext)) })
}

func (all Formats[T]) find(match func(Format[T]) bool) (Format[T], bool) {
	i := slices.IndexFunc(all, match)
	if i < 0 {
		return Format[T]{}, false
	}
	return all[i], true
}

// sealedOnly is a way to write that is given values without their secrets, and
// has no options.
func sealedOnly[T any](write func(io.Writer, T) error) func(io.Writer, T, Options) error {
	return func(w io.Writer, what T, _ Options) error { return write(w, sealValue(what)) }
}
