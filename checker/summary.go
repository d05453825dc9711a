package checker

import (
	"ibid/checker/link"
	"ibid/parser/article"
)

// Summary counts what is in a report.
type Summary struct {
	Markers int `json:"markers"`
	Notes   int `json:"notes"`
	// Citations counts all entries of the notes' lists, commentary included.
	Citations  int `json:"citations"`
	Full       int `json:"full"`
	Ibid       int `json:"ibid"`
	Short      int `json:"short"`
	Crossref   int `json:"crossref"`
	Commentary int `json:"commentary"`
	// Resolved and Unresolved count back-references; Ambiguous is the part of
	// Resolved whose target was a close choice.
	Resolved   int `json:"resolved"`
	Unresolved int `json:"unresolved"`
	Ambiguous  int `json:"ambiguous"`
	Links      int `json:"links"`
	// Verdicts counts links by verdict; verdicts that no link has are not in it.
	Verdicts map[link.Verdict]int `json:"verdicts"`
	Findings FindingCounts        `json:"findings"`
}

// FindingCounts counts findings by severity.
type FindingCounts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

// Total is the number of findings of any severity.
func (c FindingCounts) Total() int { return c.Error + c.Warning + c.Info }

// RunSummary counts what is in all reports of a run. A link that two articles
// cite counts twice: each article has to mend it.
type RunSummary struct {
	Articles int `json:"articles"`
	Failures int `json:"failures"`
	Summary
}

// Summary counts what is in the report.
func (r *Report) Summary() Summary {
	s := Summary{
		Markers: len(r.Article.Markers), Notes: len(r.Article.Notes), Links: len(r.Links),
		Verdicts: map[link.Verdict]int{},
	}
	for _, c := range r.Article.Citations() {
		s.count(c)
	}
	for i := range r.Links {
		s.Verdicts[r.Links[i].Verdict]++
	}
	for i := range r.Findings {
		switch r.Findings[i].Severity {
		case Error:
			s.Findings.Error++
		case Warning:
			s.Findings.Warning++
		case Info:
			s.Findings.Info++
		}
	}
	return s
}

func (s *Summary) count(c *article.Citation) {
	s.Citations++
	switch c.Kind {
	case article.Full:
		s.Full++
	case article.Ibid:
		s.Ibid++
	case article.Short:
		s.Short++
	case article.Crossref:
		s.Crossref++
	case article.Commentary:
		s.Commentary++
	}
	switch {
	case !c.Kind.IsBackReference():
	case c.Target == nil:
		s.Unresolved++
	default:
		s.Resolved++
		if c.Target.Ambiguous {
			s.Ambiguous++
		}
	}
}

// Summary counts what is in all reports of the run.
func (r *Run) Summary() RunSummary {
	total := RunSummary{Articles: len(r.Reports), Failures: len(r.Failures)}
	total.Verdicts = map[link.Verdict]int{}
	for _, report := range r.Reports {
		total.add(report.Summary())
	}
	return total
}

func (s *Summary) add(o Summary) {
	s.Markers += o.Markers
	s.Notes += o.Notes
	s.Citations += o.Citations
	s.Full += o.Full
	s.Ibid += o.Ibid
	s.Short += o.Short
	s.Crossref += o.Crossref
	s.Commentary += o.Commentary
	s.Resolved += o.Resolved
	s.Unresolved += o.Unresolved
	s.Ambiguous += o.Ambiguous
	s.Links += o.Links
	for v, n := range o.Verdicts {
		s.Verdicts[v] += n
	}
	s.Findings.Error += o.Findings.Error
	s.Findings.Warning += o.Findings.Warning
	s.Findings.Info += o.Findings.Info
}

// VerdictOrder lists the verdicts from the one that hurts a reader most to the
// one that hurts least.
func VerdictOrder() []link.Verdict {
	return []link.Verdict{
		link.Dead, link.Malformed, link.Soft404, link.ContentDrift, link.ServerError, link.Timeout, link.TLS,
		link.Blocked, link.Redirected, link.Unchecked, link.Skipped, link.OK,
	}
}

// WorstLinks is, for every note of the article, the link of the worst verdict
// that the note cites or leans on; nil where it has no link.
func (r *Report) WorstLinks() []*Link {
	rank := map[link.Verdict]int{}
	for i, v := range VerdictOrder() {
		rank[v] = i
	}
	worst := make([]*Link, len(r.Article.Notes))
	for i := range r.Links {
		l := &r.Links[i]
		for _, by := range l.CitedBy {
			if by.Note < 0 || by.Note >= len(worst) {
				continue
			}
			if w := worst[by.Note]; w == nil || rank[l.Verdict] < rank[w.Verdict] {
				worst[by.Note] = l
			}
		}
	}
	return worst
}

// WorstByCitation is as [Report.WorstLinks], by citation; the links that a note
// cites outside its citations stand under citation -1.
func (r *Report) WorstByCitation() map[article.Ref]*Link {
	rank := map[link.Verdict]int{}
	for i, v := range VerdictOrder() {
		rank[v] = i
	}
	worst := map[article.Ref]*Link{}
	for i := range r.Links {
		l := &r.Links[i]
		for _, by := range l.CitedBy {
			if by.Note < 0 {
				continue
			}
			ref := article.Ref{Note: by.Note, Citation: by.Citation}
			if w := worst[ref]; w == nil || rank[l.Verdict] < rank[w.Verdict] {
				worst[ref] = l
			}
		}
	}
	return worst
}
