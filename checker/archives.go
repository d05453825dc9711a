package checker

import (
	"context"
	"net/url"
	"time"

	"ibid/checker/archive"
	"ibid/checker/link"
	"ibid/parser/article"
)

// ArchiveFinder looks for copies of lost links; *archive.Finder is one.
type ArchiveFinder interface {
	// Find answers every query, in order, and calls progress as each is done.
	Find(ctx context.Context, queries []archive.Query, progress func(done, total int)) []archive.Answer
}

// ArchiveSummary says what came of looking for copies.
type ArchiveSummary struct {
	// Asked are the links looked up, Unknown those of which it could not be
	// found out whether there is a copy.
	Asked, Unknown int
	// Err is why, for the first of them.
	Err error
}

// lost says whether a reader does not find the work at a link.
func lost(v link.Verdict) bool {
	return v == link.Dead || v == link.Soft404 || v == link.ContentDrift
}

// findArchives gives lost links their copies: those that the article gives
// itself, else the best that archives have. A link of several articles is
// looked up once, for the oldest of them.
func findArchives(ctx context.Context, run *Run, o Options) {
	var queries []archive.Query
	var links []*Link
	for _, r := range run.Reports {
		verdicts := map[string]link.Verdict{}
		for i := range r.Links {
			verdicts[r.Links[i].URL] = r.Links[i].Verdict
		}
		for i := range r.Links {
			l := &r.Links[i]
			if !lost(l.Verdict) {
				continue
			}
			if l.Archive = citedCopy(r.Article, l, verdicts); l.Archive != nil {
				continue
			}
			queries = append(queries, archive.Query{URL: l.URL, Titles: citedTitles(r.Article, l), Before: citedOn(r.Article, l)})
			links = append(links, l)
		}
		r.CopyForm = copyFormOf(r.Article)
	}
	if o.Archives == nil || len(queries) == 0 || ctx.Err() != nil {
		return
	}
	run.Archives.Asked = len(queries)
	for i, a := range o.Archives.Find(ctx, queries, o.ArchiveProgress) {
		if a.Snapshot != nil {
			links[i].Archive = &Archive{URL: a.Snapshot.URL, CapturedAt: a.Snapshot.CapturedAt}
		} else if a.Err != nil {
			if run.Archives.Unknown++; run.Archives.Err == nil {
				run.Archives.Err = a.Err
			}
		}
	}
}

// citedOn is the time up to which a copy shows what the author saw: the end of
// the day that the article was published, else of the first day on which the
// link was read; zero where neither is known.
func citedOn(a *article.Article, l *Link) time.Time {
	if t := endOf(a.Meta.Published); !t.IsZero() {
		return t
	}
	var first time.Time
	for _, p := range l.CitedBy {
		if p.Through != "" {
			continue
		}
		c := a.Cited(article.Ref{Note: p.Note, Citation: p.Citation})
		if c == nil || c.Item.Accessed == nil || len(c.Item.Accessed.Parts) == 0 {
			continue
		}
		if t := endOfParts(c.Item.Accessed.Parts[0]); !t.IsZero() && (first.IsZero() || t.Before(first)) {
			first = t
		}
	}
	return first
}

// endOf is the last second of a day, a month or a year in ISO 8601, zero for
// anything else.
func endOf(date string) time.Time {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		t, err := time.Parse(layout, date[:min(len(date), len(layout))])
		if err != nil {
			continue
		}
		switch layout {
		case time.DateOnly:
			t = t.AddDate(0, 0, 1)
		case "2006-01":
			t = t.AddDate(0, 1, 0)
		default:
			t = t.AddDate(1, 0, 0)
		}
		return t.Add(-time.Second)
	}
	return time.Time{}
}

func endOfParts(parts []int) time.Time {
	if len(parts) == 0 || parts[0] < 1991 || parts[0] > 9999 {
		return time.Time{}
	}
	switch len(parts) {
	case 1:
		return time.Date(parts[0]+1, 1, 1, 0, 0, 0, 0, time.UTC).Add(-time.Second)
	case 2:
		return time.Date(parts[0], time.Month(parts[1])+1, 1, 0, 0, 0, 0, time.UTC).Add(-time.Second)
	}
	return time.Date(parts[0], time.Month(parts[1]), parts[2]+1, 0, 0, 0, 0, time.UTC).Add(-time.Second)
}

// citedCopy is the copy that an article gives of a link itself, at every place
// where its address stands; nil where one has none, or one that is lost too.
func citedCopy(a *article.Article, l *Link, verdicts map[string]link.Verdict) *Archive {
	var found *Archive
	for i := range l.CitedBy {
		p := &l.CitedBy[i]
		if p.URL == nil {
			continue
		}
		u := copyBeside(a, p)
		if u == nil || lost(verdicts[u.Address]) || verdicts[u.Address] == link.Malformed {
			return nil
		}
		if found == nil {
			found = &Archive{URL: u.Address, Cited: true}
			_, found.CapturedAt, _ = archive.SplitCopy(u.Address)
		}
	}
	return found
}

// copyBeside is the address of a copy in the same citation: the one behind the
// page's own, or one that names the page.
func copyBeside(a *article.Article, p *CitedBy) *article.URL {
	c := a.Cited(article.Ref{Note: p.Note, Citation: p.Citation})
	if c == nil || len(c.URLs) > mostURLs {
		return nil
	}
	for i := range c.URLs {
		u := &c.URLs[i]
		if !isCopy(u.Address) || u.Address == p.URL.Address {
			continue
		}
		page, _, named := archive.SplitCopy(u.Address)
		if named && archive.SamePage(page, p.URL.Address) || !named && i > 0 && c.URLs[i-1].Span == p.URL.Span {
			return u
		}
	}
	return nil
}

// mostURLs is how many addresses one source can have; a citation with more is a
// list of sources.
const mostURLs = 20

// isCopy says whether an address is that of a copy in an archive that can be
// relied on.
func isCopy(address string) bool {
	u, err := url.Parse(address)
	return err == nil && archive.Host(u.Hostname()) && !archive.Untrusted(u.Hostname()) && len(u.Path) > 1
}
