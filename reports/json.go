package reports

import (
	"io"
	"time"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// The JSON report, version 1. docs/report.schema.json describes it; fields are
// only ever added.

// writeJSON writes one note, link and finding after the other, so that neither
// a run over a whole archive nor a long article stands in memory twice.
func writeJSON(w io.Writer, run *checker.Run, o Options) error {
	j := newJSONWriter(w)
	j.open('{')
	j.count("version", 1)
	j.object("generator", func() {
		j.text("name", "ibid")
		if !o.Reproducible {
			j.known("version", o.Version)
		}
	})
	j.truth("interrupted", run.Interrupted)
	j.list("articles", len(run.Reports), func(i int) {
		r := run.Reports[i]
		jsonReport{jsonArticle{j, r.Article}, r, o}.write()
	})
	j.list("failures", len(run.Failures), func(i int) {
		j.text("source", run.Failures[i].Source)
		j.text("error", errorText(run.Failures[i].Err))
	})
	j.value("summary", run.Summary())
	j.close('}')
	j.b = append(j.b, '\n')
	return j.flush()
}

// jsonReport writes the report of one article.
type jsonReport struct {
	jsonArticle

	r *checker.Report
	o Options
}

// write writes the fields of an element of articles.
func (j jsonReport) write() {
	a := j.a
	j.text("source", a.Source)
	j.known("file", a.File)
	j.known("format", a.Format)
	j.known("flavor", a.Flavor)
	j.known("language", a.Meta.Language)
	j.known("title", a.Meta.Title)
	j.texts("authors", a.Meta.Authors)
	j.known("published", a.Meta.Published)
	j.known("truncated", a.Truncated)
	j.list("markers", len(a.Markers), func(i int) { j.marker(&a.Markers[i]) })
	j.list("notes", len(a.Notes), func(i int) { j.note(&a.Notes[i]) })
	j.list("links", len(j.r.Links), func(i int) { j.link(&j.r.Links[i]) })
	j.list("findings", len(j.r.Findings), func(i int) { j.finding(&j.r.Findings[i]) })
	j.value("summary", j.r.Summary())
}

func (j jsonReport) link(l *checker.Link) {
	j.text("url", l.URL)
	j.text("verdict", string(l.Verdict))
	j.known("reason", l.Reason)
	if l.Status != 0 {
		j.count("status", int64(l.Status))
	}
	if l.FinalURL != l.URL {
		j.known("final_url", l.FinalURL)
	}
	j.list("redirects", len(l.Redirects), func(i int) {
		j.text("url", l.Redirects[i].URL)
		j.count("status", int64(l.Redirects[i].Status))
	})
	j.count("attempts", int64(l.Attempts))
	if !j.o.Reproducible {
		if !l.CheckedAt.IsZero() {
			j.count("elapsed_ms", l.Elapsed.Milliseconds())
			j.moment("checked_at", l.CheckedAt)
		}
		j.truth("cached", l.Cached)
	}
	j.known("vouched_by", l.VouchedBy)
	if l.Repair != nil {
		j.object("repair", func() {
			j.text("url", l.Repair.URL)
			j.text("change", l.Repair.Change)
		})
	}
	if others := l.OtherReadings(); len(others) > 0 {
		j.texts("other_readings", others)
	}
	j.known("read_as", l.ReadAs)
	if l.Archive != nil {
		j.object("archive", func() {
			j.text("url", l.Archive.URL)
			j.moment("captured_at", l.Archive.CapturedAt)
		})
	}
	j.list("cited_by", len(l.CitedBy), func(i int) { j.citedBy(&l.CitedBy[i]) })
}

func (j jsonReport) citedBy(by *checker.CitedBy) {
	if by.Note < 0 {
		j.position(by.Span)
		return
	}
	j.place(by.Note, by.Citation)
	j.known("through", by.Through)
}

func (j jsonReport) finding(f *checker.Finding) {
	j.text("rule", f.Rule)
	j.text("group", string(f.Group))
	j.text("severity", f.Severity.String())
	j.number("confidence", f.Confidence)
	j.place(f.Note, f.Citation)
	j.known("url", f.URL)
	j.position(f.Span)
	j.text("message", f.Message)
	j.known("help", f.Help)
	j.list("evidence", len(f.Evidence), func(i int) {
		e := &f.Evidence[i]
		j.text("what", e.What)
		j.text("value", e.Value)
		j.known("url", e.URL)
	})
	j.list("places", len(f.Places), func(i int) {
		p := &f.Places[i]
		j.place(p.Note, p.Citation)
		j.position(p.Span)
		j.known("through", p.Through)
	})
	j.list("fixes", len(f.Fixes), func(i int) { j.fix(&f.Fixes[i]) })
}

func (j jsonReport) fix(f *checker.Fix) {
	j.text("description", f.Description)
	j.text("class", string(f.Class))
	j.list("edits", len(f.Edits), func(i int) {
		p := position(j.a, f.Edits[i].Span)
		j.count("offset", int64(p.Offset))
		j.count("end", int64(p.End))
		j.known("part", p.Part)
		j.text("text", f.Edits[i].Text)
	})
}

// position is where a span stands in the stored file.
func position(a *article.Article, s document.Span) document.Position {
	if a.Text == nil {
		return document.Position{Line: 1, Column: 1, EndLine: 1, EndColumn: 1, Part: s.Part}
	}
	return a.Text.Position(s)
}

// moment is a time in UTC to the second, or nil where it is not known.
func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC().Truncate(time.Second)
	return &t
}

func errorText(err error) string {
	if err == nil {
		return "unknown error"
	}
	return err.Error()
}
