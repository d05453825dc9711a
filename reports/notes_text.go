package reports

import (
	"bufio"
	"fmt"
	"io"
)

// writeNotesText draws a note a line, to copy from; marks stand in square brackets.
func writeNotesText(w io.Writer, all []UnfoldedNotes) error {
	b := bufio.NewWriter(w)
	for i, u := range all {
		if i > 0 {
			fmt.Fprintln(b)
		}
		fmt.Fprintf(b, "%s\n%s\n\n", heading(u.Article), unfoldCounts(u))
		for k := range u.Notes {
			fmt.Fprintf(b, "%s. %s\n", noteNumber(u.Article, u.Notes[k].Index), clean(u.Notes[k].String()))
		}
	}
	return b.Flush()
}
