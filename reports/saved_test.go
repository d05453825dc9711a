package reports_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/checker/archive"
	"ibid/reports"
)

func savedRows() []archive.Row {
	noon := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	copied := func(page string) *archive.Snapshot {
		return &archive.Snapshot{URL: "https://web.archive.org/web/20260504115900/" + page, CapturedAt: noon.Add(-time.Minute)}
	}
	return []archive.Row{
		{URL: "https://a.example/1", State: archive.Saved, Snapshot: copied("https://a.example/1"), AskedAt: noon},
		{URL: "https://a.example/2?x=1,2&y=\"3\"", State: archive.Recent, Snapshot: copied("https://a.example/2"), AskedAt: noon},
		{URL: "https://a.example/3", State: archive.Failed, AskedAt: noon, Reason: "The site shuts archives out (blocked-url)"},
		{URL: "https://a.example/4", State: archive.Missing, AskedAt: noon, Reason: "There is no copy of it."},
		{URL: "https://a.example/5", State: archive.NotLive, Reason: "a.example answers 404 Not Found, twice."},
	}
}

// TestSavedRoundTrip reads each format back that can be gone on with.
func TestSavedRoundTrip(t *testing.T) {
	t.Parallel()
	for _, f := range reports.SavedFormats() {
		if f.Read == nil {
			continue
		}
		for _, rows := range [][]archive.Row{nil, savedRows()} {
			var b bytes.Buffer
			if err := f.Write(&b, rows); err != nil {
				t.Fatal(err)
			}
			got, err := f.Read(&b)
			if diff := cmp.Diff(rows, got); diff != "" || err != nil {
				t.Errorf("%s: %v (-want +got):\n%s", f.Name, err, diff)
			}
		}
	}
}

// TestSavedRead reads what people make of a list, and refuses what is none.
func TestSavedRead(t *testing.T) {
	t.Parallel()
	rows := []struct{ name, format, in, want, err string }{
		{"columns moved and added", "csv", "who,state,url\nana,saved,https://a.example/1\n", "https://a.example/1", ""},
		{"empty", "csv", "", "", ""},
		{"another table", "csv", "a,b\n1,2\n", "", `no column "url"`},
		{"unknown state", "csv", "url,state\nhttps://a.example/1,done\n", "", `state "done"`},
		{"another document", "json", `{"articles":[]}`, "", "version 1"},
		{"no document", "json", `url,state`, "", "not a list of copies"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			for _, f := range reports.SavedFormats() {
				if f.Name != row.format {
					continue
				}
				got, err := f.Read(strings.NewReader(row.in))
				if (err != nil) != (row.err != "") || err != nil && !strings.Contains(err.Error(), row.err) {
					t.Errorf("error %v, want %q", err, row.err)
				}
				if urls := urlsOf(got); err == nil && urls != row.want {
					t.Errorf("got %q, want %q", urls, row.want)
				}
			}
		})
	}
}

func urlsOf(rows []archive.Row) string {
	var all []string
	for _, r := range rows {
		all = append(all, r.URL)
	}
	return strings.Join(all, " ")
}

// TestSavedTable lets no escape of a terminal through, and counts.
func TestSavedTable(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	rows := append(savedRows(), archive.Row{URL: "https://a.example/6", State: archive.Later, Reason: "busy\x1b[31m"})
	if err := reports.SavedFormats()[0].Write(&b, rows); err != nil {
		t.Fatal(err)
	}
	if out := b.String(); strings.Contains(out, "\x1b") || !strings.HasSuffix(out, "1 saved, 1 recent, 1 missing, 1 failed, 1 later, 1 not-live\n") {
		t.Errorf("%s", out)
	}
}
