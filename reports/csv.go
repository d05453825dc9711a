package reports

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/parser/article"
)

// csvHead names the columns; docs/reports.md tells what is in them.
func csvHead() []string {
	return []string{"source", "line", "note", "severity", "rule", "message", "help", "url", "verdict", "status", "archive", "citation", "fix"}
}

// writeCSV draws a work list: a row for each finding, then one for each link in
// trouble that no finding speaks of, then one for each source that could not be
// read. It opens with a byte order mark, without which Excel takes UTF-8 for
// the machine's old code page.
func writeCSV(w io.Writer, run *checker.Run, _ Options) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	err := c.Write(csvHead())
	for _, r := range run.Reports {
		for _, row := range csvRows(r) {
			err = errors.Join(err, c.Write(guard(row)))
		}
	}
	for _, f := range run.Failures {
		row := make([]string, len(csvHead()))
		row[0], row[3], row[5] = f.Source, "error", "could not be read: "+errorText(f.Err)
		err = errors.Join(err, c.Write(guard(row)))
	}
	c.Flush()
	return errors.Join(err, c.Error())
}

// written are the changes of a finding in one cell, a line each.
func written(list []change) string {
	lines := make([]string, 0, len(list))
	for _, c := range list {
		lines = append(lines, c.String())
	}
	return strings.Join(lines, "\n")
}

func csvRows(r *checker.Report) [][]string {
	var rows [][]string
	links := linksByURL(r)
	told := map[string]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		told[f.URL] = true
		cited := ""
		if c := r.Article.Cited(article.Ref{Note: f.Note, Citation: f.Citation}); c != nil {
			cited = c.Text
		}
		row := []string{
			r.Article.Source, number(r.Article, f.Span, f.Note), noteNumber(r.Article, f.Note),
			f.Severity.String(), f.Rule, f.Message, f.Help, f.URL, "", "", "", cited, written(changes(r.Article, f)),
		}
		linkCells(row, links[f.URL])
		rows = append(rows, row)
	}
	for i := range r.Links {
		l := &r.Links[i]
		if told[l.URL] || l.Verdict == link.OK || l.Verdict == link.Skipped {
			continue
		}
		line := ""
		if len(l.CitedBy) > 0 {
			line = number(r.Article, l.CitedBy[0].Span, l.CitedBy[0].Note)
		}
		row := []string{r.Article.Source, line, citingNotes(r.Article, l), "", "", l.Reason, "", l.URL, "", "", "", "", ""}
		linkCells(row, l)
		rows = append(rows, row)
	}
	return rows
}

// linkCells fills in verdict, status and archive.
func linkCells(row []string, l *checker.Link) {
	if l == nil {
		return
	}
	row[8] = string(l.Verdict)
	if l.Status > 0 {
		row[9] = strconv.Itoa(l.Status)
	}
	if l.Archive != nil {
		row[10] = l.Archive.URL
	}
}

// guard keeps a spreadsheet from running a cell: one that opens like a formula
// gets an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection).
// Line breaks become spaces, so that a row is a line.
func guard(row []string) []string {
	for i, cell := range row {
		if strings.ContainsAny(firstChar(cell), "=+-@\t\r") || strings.ContainsAny(firstChar(strings.TrimSpace(clean(cell))), "=+-@＝＋－＠") {
			cell = "'" + strings.TrimSpace(clean(cell))
		}
		row[i] = clean(cell)
	}
	return row
}

// firstChar is the first character of s, or "".
func firstChar(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
