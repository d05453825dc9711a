package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"ibid/checker/archive"
)

// SavedFormat is a format for the list of copies that `ibid archive` makes.
type SavedFormat struct {
	Name      string
	Extension string // "" where no file name tells of it
	Write     func(io.Writer, []archive.Row) error
	// Read reads a list back; nil where the format is for people only. Its
	// errors say what is wrong with the list.
	Read func(io.Reader) ([]archive.Row, error)
}

// SavedFormats lists the formats, the default first.
func SavedFormats() []SavedFormat {
	return []SavedFormat{
		{Name: "table", Write: sealedSaved(writeSavedTable)},
		{Name: "csv", Extension: ".csv", Write: sealedSaved(writeSavedCSV), Read: readSavedCSV},
		{Name: "json", Extension: ".json", Write: sealedSaved(writeSavedJSON), Read: readSavedJSON},
	}
}

// sealedSaved is a format that is given a list without secrets.
func sealedSaved(write func(io.Writer, []archive.Row) error) func(io.Writer, []archive.Row) error {
	return func(w io.Writer, rows []archive.Row) error { return write(w, sealValue(rows)) }
}

// savedStates are the states in which a row may be.
func savedStates() []archive.State {
	return []archive.State{archive.Saved, archive.Recent, archive.Missing, archive.Failed, archive.Later, archive.NotLive, archive.Private}
}

// savedHead names the columns; docs/archives.md tells what is in them.
func savedHead() []string {
	return []string{"url", "state", "snapshot", "captured_at", "asked_at", "reason"}
}

type jsonSaved struct {
	Version int            `json:"version"`
	Links   []jsonSavedRow `json:"links"`
}

type jsonSavedRow struct {
	URL      string       `json:"url"`
	State    string       `json:"state"`
	Snapshot *jsonArchive `json:"snapshot,omitempty"`
	AskedAt  *time.Time   `json:"asked_at,omitempty"`
	Reason   string       `json:"reason,omitempty"`
}

type jsonArchive struct {
	URL        string     `json:"url"`
	CapturedAt *time.Time `json:"captured_at,omitempty"`
}

func writeSavedJSON(w io.Writer, rows []archive.Row) error {
	list := jsonSaved{Version: 1, Links: []jsonSavedRow{}}
	for _, r := range rows {
		row := jsonSavedRow{URL: r.URL, State: string(r.State), AskedAt: moment(r.AskedAt), Reason: r.Reason}
		if r.Snapshot != nil {
			row.Snapshot = &jsonArchive{URL: r.Snapshot.URL, CapturedAt: moment(r.Snapshot.CapturedAt)}
		}
		list.Links = append(list.Links, row)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(list)
}

func readSavedJSON(r io.Reader) ([]archive.Row, error) {
	var list jsonSaved
	if err := json.NewDecoder(r).Decode(&list); err != nil {
		return nil, fmt.Errorf("not a list of copies: %w", err)
	}
	if list.Version != 1 {
		return nil, errors.New("not a list of copies of version 1")
	}
	var rows []archive.Row
	for _, x := range list.Links {
		row := archive.Row{URL: x.URL, State: archive.State(x.State), Reason: x.Reason}
		if x.AskedAt != nil {
			row.AskedAt = *x.AskedAt
		}
		if x.Snapshot != nil {
			row.Snapshot = &archive.Snapshot{URL: x.Snapshot.URL}
			if x.Snapshot.CapturedAt != nil {
				row.Snapshot.CapturedAt = *x.Snapshot.CapturedAt
			}
		}
		rows = append(rows, row)
	}
	return rows, validRows(rows)
}

func validRows(rows []archive.Row) error {
	for i, r := range rows {
		if r.URL == "" || !slices.Contains(savedStates(), r.State) {
			return fmt.Errorf("not a list of copies: row %d has the state %q", i+1, r.State)
		}
	}
	return nil
}

func writeSavedCSV(w io.Writer, rows []archive.Row) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	err := c.Write(savedHead())
	for _, r := range rows {
		snapshot, captured := "", ""
		if r.Snapshot != nil {
			snapshot, captured = r.Snapshot.URL, stamp(r.Snapshot.CapturedAt)
		}
		err = errors.Join(err, c.Write(guard([]string{r.URL, string(r.State), snapshot, captured, stamp(r.AskedAt), r.Reason})))
	}
	c.Flush()
	return errors.Join(err, c.Error())
}

// stamp is a time in RFC 3339, "" for none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// readSavedCSV reads columns by their names, so that a list to which somebody
// added some can be gone on with.
func readSavedCSV(r io.Reader) ([]archive.Row, error) {
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	c := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	c.FieldsPerRecord = -1
	records, err := c.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("not a list of copies: %w", err)
	}
	if len(records) == 0 {
		return nil, nil // an empty file is an empty list
	}
	column := map[string]int{}
	for i, name := range records[0] {
		column[strings.ToLower(strings.TrimSpace(name))] = i
	}
	for _, name := range savedHead()[:2] {
		if _, ok := column[name]; !ok {
			return nil, fmt.Errorf("not a list of copies: it has no column %q", name)
		}
	}
	var rows []archive.Row
	for _, record := range records[1:] {
		cell := func(name string) string {
			if i, ok := column[name]; ok && i < len(record) {
				return record[i]
			}
			return ""
		}
		row := archive.Row{URL: cell("url"), State: archive.State(cell("state")), Reason: cell("reason")}
		row.AskedAt, _ = time.Parse(time.RFC3339, cell("asked_at")) // one that somebody changed is none
		if s := cell("snapshot"); s != "" {
			row.Snapshot = &archive.Snapshot{URL: s}
			row.Snapshot.CapturedAt, _ = time.Parse(time.RFC3339, cell("captured_at"))
		}
		rows = append(rows, row)
	}
	return rows, validRows(rows)
}

func writeSavedTable(w io.Writer, rows []archive.Row) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	counts := map[archive.State]int{}
	for _, r := range rows {
		counts[r.State]++
		what := r.Reason
		if r.Snapshot != nil && (r.State == archive.Saved || r.State == archive.Recent) {
			what = r.Snapshot.URL
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", r.State, clean(r.URL), clean(what))
	}
	err := t.Flush()
	var parts []string
	for _, s := range savedStates() {
		if n := counts[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		}
	}
	if len(parts) == 0 {
		parts = []string{"no link to save"}
	}
	_, lineErr := fmt.Fprintln(w, strings.Join(parts, ", "))
	return errors.Join(err, lineErr)
}
