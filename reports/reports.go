package reports

import (
	"io"
	"slices"
	"strings"

	"ibid/checker"
)

// Format is one way to draw a run.
type Format struct {
	// Name is what --format takes.
	Name string
	// Extensions are the endings of files that get this format without being
	// asked, with their dot; the first is used for files that ibid names.
	Extensions []string
	// Write draws the run; its errors are those of w.
	Write func(w io.Writer, run *checker.Run, o Options) error
}

// Options say how to draw. The zero value is a plain report of 80 columns.
type Options struct {
	Color bool
	Width int // columns; 0 means 80
	// Reproducible leaves out what differs from run to run: times and versions.
	Reproducible bool
	// Version is the program's own.
	Version string
	// Verbose lists every note, however many there are.
	Verbose bool
}

// All lists the formats, the default one first.
func All() []Format {
	return []Format{
		{Name: "table", Extensions: []string{".txt"}, Write: sealed(writeTable)},
		{Name: "json", Extensions: []string{".json"}, Write: sealed(writeJSON)},
		{Name: "markdown", Extensions: []string{".md"}, Write: sealed(writeMarkdown)},
		{Name: "github", Extensions: []string{".log"}, Write: sealed(writeGitHub)},
		{Name: "csv", Extensions: []string{".csv"}, Write: sealed(writeCSV)},
		{Name: "html", Extensions: []string{".html", ".htm"}, Write: sealed(writeHTML)},
	}
}

// ByName finds a format by its name.
func ByName(name string) (Format, bool) {
	return find(func(f Format) bool { return f.Name == strings.ToLower(name) })
}

// ByExtension finds the format of a file by its ending, dot included: ".csv".
func ByExtension(ext string) (Format, bool) {
	return find(func(f Format) bool { return ext != "" && slices.Contains(f.Extensions, strings.ToLower(ext)) })
}

func find(match func(Format) bool) (Format, bool) {
	all := All()
	i := slices.IndexFunc(all, match)
	if i < 0 {
		return Format{}, false
	}
	return all[i], true
}
