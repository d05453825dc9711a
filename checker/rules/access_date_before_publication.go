package rules

import (
	"strconv"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// AccessDateBeforePublication finds a page looked at before it was there.
var AccessDateBeforePublication = &checker.Rule{ID: "access-date-before-publication", Group: checker.Form, Severity: checker.Error, Doc: checker.Doc{
	Title: "Page read before it was published",
	Text:  "The note says that the page was looked at before it was published.",
	Do:    "Compare both dates with the page. Sometimes day and month changed places.",
	Quiet: "A difference of up to a month, as magazines come out before their date; preprints, programmes of events, and pages that are brought up to date.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2019, accessed May 2, 2016, https://courier.example/fire.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2016, accessed May 2, 2016, https://courier.example/fire.",
	Basis: "A page that was read was there",
}, Supersedes: []string{"date-disagrees-with-url"}, Run: run(eachWorded(accessedEarly))}

var (
	changesLater = pattern.New(`(?i)preprint|arxiv|ssrn|online first|early view|advance|updated|last modified|revised|version|conference|programme|program|meeting|event|exhibition|` +
		`festival|hearing|symposium|workshop|summit|forthcoming|in press|upcoming|season|tagung|colloque|congres|election`)
	yearOfWork = pattern.New(`\([^()]*?\b((?:19|20)\d\d)\)`)
)

func accessedEarly(r *checker.Report, ref article.Ref, c *article.Citation, words string) (checker.Finding, bool) {
	if c.Kind != article.Full {
		return checker.Finding{}, false
	}
	access, published, said, ok := earlyAccess(words, c.Item.Issued.Year())
	if y := c.Item.Issued.Year(); !ok || y != 0 && y <= access.year || changesLater.MatchString(c.Text) || toCome.MatchString(c.Text) {
		return checker.Finding{}, false
	}
	f := checker.At(r.Article, ref, "Note %s: the page was looked at on %s, before it came out in %s.", r.Article.Notes[ref.Note].Number, access.words(), said)
	f.Span = inCitation(r.Article, ref, access.start, access.end)
	f.Help, f.Confidence = "Compare both dates with the page.", 0.95
	f.Evidence = []checker.Evidence{{What: "looked at", Value: access.words()}, {What: "published", Value: words[published[0]:published[1]]}}
	return f, true
}

// earlyAccess finds the one date of access of a citation and the earliest date of
// publishing, and says whether the first lies well before the second. issued is
// the year of the work as the parser reads it, or 0.
func earlyAccess(text string, issued int) (access writtenDate, published [2]int, said string, ok bool) {
	var first writtenDate
	accesses := 0
	for _, d := range datesIn(text) {
		switch {
		case d.month == 0:
		case isAccess(text, d.start):
			access = d
			accesses++
		case first.year == 0 || d.time().Before(first.time()):
			first = d
		}
	}
	if accesses != 1 || access.day == 0 {
		return access, published, "", false
	}
	text = text[:access.start] + strings.Repeat(string(veil), access.end-access.start) + text[access.end:]
	if first.year != 0 {
		allowed := access.time().AddDate(0, 1, 0)
		if first.day == 0 {
			allowed = access.time().AddDate(0, 4, 0)
		}
		return access, [2]int{first.start, first.end}, first.words(), first.time().After(allowed) && !hasYearUpTo(text, access.year)
	}
	if m := yearOfWork.FindAllStringSubmatchIndex(text, 2); len(m) == 1 {
		said = text[m[0][2]:m[0][3]]
		year, _ := strconv.Atoi(said)
		return access, [2]int{m[0][2], m[0][3]}, said, year > access.year+1
	}
	said = strconv.Itoa(issued)
	at := strings.Index(text, said)
	if issued == 0 || at < 0 || hasPastYear(text, access.year+1) {
		return access, published, "", false
	}
	return access, [2]int{at, at + len(said)}, said, true
}

// hasYearUpTo says whether brackets give a year up to the one given.
func hasYearUpTo(text string, year int) bool {
	for _, m := range yearOfWork.FindAllStringSubmatch(text, -1) {
		if y, _ := strconv.Atoi(m[1]); y <= year {
			return true
		}
	}
	return false
}
