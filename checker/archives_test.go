package checker_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/checker"
	"ibid/checker/archive"
	"ibid/checker/link"
	"ibid/parser/article"
)

// archives knows every answer, and keeps what it was asked.
type archives struct {
	answer archive.Answer
	asked  []archive.Query
}

func (a *archives) Find(_ context.Context, queries []archive.Query, _ func(done, total int)) []archive.Answer {
	a.asked = append(a.asked, queries...)
	out := make([]archive.Answer, len(queries))
	for i := range out {
		out[i] = a.answer
	}
	return out
}

// TestArchivesAsked holds which links are looked up, and for what time.
func TestArchivesAsked(t *testing.T) {
	t.Parallel()
	const cite = "Salt.[^1]\n\n[^1]: Mara Ellingsworth, “Tide Tables,” 2004, http://a.example/tides"
	rows := []struct {
		name, source, published string
		verdict                 link.Verdict
		want                    string // the time, "" for no look-up, "now"
	}{
		{"published", cite + ".\n", "2016-03-04", link.Dead, "2016-03-04T23:59:59Z"},
		{"published in a month", cite + ".\n", "2016-02", link.Soft404, "2016-02-29T23:59:59Z"},
		{"published in a year", cite + ".\n", "2016", link.ContentDrift, "2016-12-31T23:59:59Z"},
		{"published at a time", cite + ".\n", "2016-03-04T10:00:00+09:00", link.Dead, "2016-03-04T23:59:59Z"},
		{"read on a day", cite + " (accessed March 3, 2015).\n", "", link.Dead, "2015-03-03T23:59:59Z"},
		{"published goes first", cite + " (accessed March 3, 2015).\n", "2016", link.Dead, "2016-12-31T23:59:59Z"},
		{"no date", cite + ".\n", "", link.Dead, "now"},
		{"alive", cite + ".\n", "2016", link.OK, ""},
		{"blocked", cite + ".\n", "2016", link.Blocked, ""},
		{"copy cited", cite + " [https://perma.cc/AB12-CD34].\n", "2016", link.Dead, ""},
		{"copy of it cited elsewhere in the note", cite + ", p. 3; archived https://web.archive.org/web/20150101000000/https://www.a.example/tides.\n", "2016", link.Dead, ""},
		{"copy in an archive that alters copies", cite + " [https://archive.ph/AbC12].\n", "2016", link.Dead, "2016-12-31T23:59:59Z"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a := parsed(t, row.source)
			a.Meta.Published = row.published
			found := &archives{}
			if _, err := checker.Check(t.Context(), a, checker.Options{Links: answers{"http://a.example/tides": row.verdict}, Archives: found}); err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, q := range found.asked {
				if got += q.Before.Format(time.RFC3339); q.Before.IsZero() {
					got = "now"
				}
				if q.URL != "http://a.example/tides" || strings.Join(q.Titles, "") != "Tide Tables" {
					t.Errorf("asked for %+v", q)
				}
			}
			if got != row.want {
				t.Errorf("asked for %q, want %q", got, row.want)
			}
		})
	}
}

// TestArchivesFound puts copies into the report, and counts what isn't known.
func TestArchivesFound(t *testing.T) {
	t.Parallel()
	day := time.Date(2016, 3, 4, 1, 2, 3, 0, time.UTC)
	all := []*article.Article{parsed(t, salt)}
	dead := answers{"http://a.example/tides": link.Dead, "http://a.example/map": link.OK}
	run := checker.CheckAll(t.Context(), all, checker.Options{Links: dead, Archives: &archives{answer: archive.Answer{Snapshot: &archive.Snapshot{URL: "http://b.example/x", CapturedAt: day}}}})
	want := []*checker.Archive{nil, {URL: "http://b.example/x", CapturedAt: day}}
	for i, l := range run.Reports[0].Links {
		if diff := cmp.Diff(want[i], l.Archive); diff != "" {
			t.Errorf("%s: %s", l.URL, diff)
		}
	}
	run = checker.CheckAll(t.Context(), all, checker.Options{Links: dead, Archives: &archives{answer: archive.Answer{Err: errors.New("down")}}})
	if s := run.Archives; s.Asked != 1 || s.Unknown != 1 || s.Err == nil {
		t.Errorf("%+v", s)
	}
}
