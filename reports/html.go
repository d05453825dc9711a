package reports

import (
	"fmt"
	"io"
	"net/url"

	"ibid/checker"
)

// htmlPage is what html_page.go draws. Strings are cleaned here and escaped there.
type htmlPage struct {
	Title, Heading, Total, Version string
	Interrupted, HasFindings       bool
	Counts                         checker.FindingCounts
	Index                          []htmlEntry
	Articles                       []htmlArticle
	Failures                       []string
}

// htmlEntry is a line of the index.
type htmlEntry struct {
	Href, Title, Findings string
	Notes                 int
}

// writeHTML draws one page that holds everything and asks for nothing.
func writeHTML(w io.Writer, run *checker.Run, o Options) error {
	p := newHTMLPage(run, o)
	for i, r := range run.Reports {
		id := fmt.Sprintf("a%d", i+1)
		p.Articles = append(p.Articles, newHTMLArticle(r, id, o))
		if len(run.Reports) > 1 {
			p.Index = append(p.Index, newHTMLEntry(r, "#"+id))
		}
	}
	p.HasFindings = p.Counts.Total() > 0
	return writePage(w, p.draw())
}

// WriteIndex draws a page that leads to one report for each article: names[i]
// is the file of run.Reports[i], relative to the index.
func WriteIndex(w io.Writer, run *checker.Run, names []string, o Options) error {
	if len(names) != len(run.Reports) {
		return fmt.Errorf("index: %d names for %d reports", len(names), len(run.Reports))
	}
	run = sealRun(run)
	p := newHTMLPage(run, o)
	for i, r := range run.Reports {
		p.Index = append(p.Index, newHTMLEntry(r, "./"+url.PathEscape(names[i])))
	}
	return writePage(w, p.draw())
}

func newHTMLPage(run *checker.Run, o Options) htmlPage {
	s := run.Summary()
	p := htmlPage{
		Title: "ibid: notes and links", Heading: "Notes and links", Interrupted: run.Interrupted, Counts: s.Findings,
		Total: findingCounts(s.Findings) + " in " + count(s.Articles, "article"), Version: clean(o.Version),
	}
	if o.Reproducible {
		p.Version = ""
	}
	if s.Failures > 0 {
		p.Total += ", " + count(s.Failures, "source") + " could not be read"
	}
	for _, f := range run.Failures {
		p.Failures = append(p.Failures, clean(f.Source+": "+errorText(f.Err)))
	}
	return p
}

func newHTMLEntry(r *checker.Report, href string) htmlEntry {
	s := r.Summary()
	return htmlEntry{Href: href, Title: title(r), Notes: s.Notes, Findings: findingCounts(s.Findings)}
}
