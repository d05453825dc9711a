package reports

import (
	"io"

	"ibid/checker"
)

func writeTable(w io.Writer, run *checker.Run, o Options) error { return writeJSON(w, run, o) }
