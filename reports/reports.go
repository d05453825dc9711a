package reports

import "ibid/checker"

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

// All lists the formats of a report, the default one first.
func All() Formats[*checker.Run] {
	return Formats[*checker.Run]{
		{Name: "table", Extensions: []string{".txt"}, Write: sealed(writeTable)},
		{Name: "json", Extensions: []string{".json"}, Write: sealed(writeJSON)},
		{Name: "markdown", Extensions: []string{".md"}, Write: sealed(writeMarkdown)},
		{Name: "github", Extensions: []string{".log"}, Write: sealed(writeGitHub)},
		{Name: "csv", Extensions: []string{".csv"}, Write: sealed(writeCSV)},
		{Name: "html", Extensions: []string{".html", ".htm"}, Write: sealed(writeHTML)},
	}
}
