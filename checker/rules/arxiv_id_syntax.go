package rules

import (
	"strconv"
	"strings"
	"time"

	"ibid/checker"
	"ibid/pattern"
)

// ArxivIDSyntax finds a number of arXiv that cannot be one.
var ArxivIDSyntax = &checker.Rule{ID: "arxiv-id-syntax", Group: checker.Form, Severity: checker.Warning, Doc: checker.Doc{
	Title: "arXiv number is not written right",
	Text: "arXiv is a collection of scientific papers that have numbers such as 1706.03762: year, month, a point, and four or five figures (before April 2007: math.GT/0309136). " +
		"The number here has another form, and nobody finds the paper by it.",
	Do:    "Compare the number with the paper.",
	Quiet: "The number of a version at the end (v2).",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” arXiv:1513.01234 (2015).",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” arXiv:1512.01234 (2015).",
	Basis: "arXiv's scheme of identifiers",
}, Run: run(wrongArxivIDs)}

var (
	arxivMark = pattern.New(`(?i)\barxiv(?:\.org/(?:abs|pdf)/|:\s?)([a-z-]+(?:\.[a-z]{2})?/\d+(?:v\d+)?|\d+\.\d+(?:v\d+)?)|\barxiv(?:\.org/(?:abs|pdf)/|:?\s?)(\d{4}[-–]\d{4,5}|\d{8,9})(?:v\d+)?\b`)
	arxivNew  = pattern.New(`^(\d\d)(\d\d)\.(\d+)(?:v\d+)?$`)
	arxivOld  = pattern.New(`^(?i:[a-z-]+(?:\.[a-z]{2})?)/(\d\d)(\d\d)\d{3}(?:v\d+)?$`)
)

func wrongArxivIDs(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		said := map[string]bool{} // arXiv:… and its address beside it are one
		for _, m := range arxivMark.FindAllStringSubmatchIndex(note.Text.String, -1) {
			from, to := max(m[2], m[4]), max(m[3], m[5])
			id := note.Text.String[from:to]
			why := arxivFault(id, r.Now)
			if why == "" || said[id] {
				continue
			}
			said[id] = true
			f := atNote(n, note.Text.Span(from, to), "“%s” in note %s is no number of arXiv: %s.", id, note.Number, why)
			f.Citation = citationAt(note, from)
			f.Help, f.Confidence = "Copy the number from the paper's page on arXiv.", 0.95
			f.Evidence = evidence("arXiv number", id)
			found = append(found, f)
		}
	}
	return found
}

// arxivFault says what is wrong with a number, or nothing. now is the time of
// the check; zero lets every year pass.
func arxivFault(id string, now time.Time) string {
	if m := arxivOld.FindStringSubmatch(id); m != nil {
		if month, _ := strconv.Atoi(m[2]); month < 1 || month > 12 {
			return "there is no month " + m[2]
		}
		return ""
	}
	if strings.Contains(id, "/") {
		return "seven figures follow the slash"
	}
	m := arxivNew.FindStringSubmatch(id)
	if m == nil && !strings.Contains(id, ".") {
		return "a point stands behind the first four figures"
	}
	if m == nil {
		return "four figures stand before the point"
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	want := 4
	if year >= 15 {
		want = 5
	}
	// A day's grace: the month begins earlier elsewhere.
	future := !now.IsZero() && time.Date(2000+year, time.Month(month), 1, 0, 0, 0, 0, time.UTC).After(now.AddDate(0, 0, 1))
	switch {
	case month < 1 || month > 12:
		return "there is no month " + m[2]
	case year < 7 || year == 7 && month < 4:
		return "numbers of this form begin in April 2007"
	case future:
		return "its month is still to come"
	case len(m[3]) != want:
		return "in that year " + plural(want, "figure") + " follow the point"
	}
	return ""
}
