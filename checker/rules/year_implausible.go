package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// YearImplausible finds a work that is older than what it appeared in: a post
// older than its site, a printed work older than print.
var YearImplausible = &checker.Rule{ID: "year-implausible", Group: checker.Form, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Work said to be older than it can be",
	Text:  "A work cannot be as old as the note says: a post is older than the site it stands on, or a printed work is older than print. A figure is wrong.",
	Do:    "Compare the year with the source. If an older work is meant, say so (“1890; repr. 2010”).",
	Quiet: "Old books, films and pictures on sites that collect them, and charters, chronicles and the like.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth (@mellingsworth), “Fire at the mill,” Twitter, March 3, 1997, https://twitter.com/mellingsworth/status/12.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth (@mellingsworth), “Fire at the mill,” Twitter, March 3, 2017, https://twitter.com/mellingsworth/status/12.",
	Basis: "The years in which these sites opened; print in Europe since about 1450",
}, Run: run(eachWorded(tooOld))}

func tooOld(r *checker.Report, ref article.Ref, c *article.Citation, words string) (checker.Finding, bool) {
	if f, ok := olderThanSite(r, ref, c, words); ok {
		return f, true
	}
	return olderThanPrint(r, ref, c, words)
}

// bornDigital are sites whose posts are written there, with the year of the
// first ones. Sites of recordings and scans are not among them.
func bornDigital() []struct {
	domain, name string
	since        int
} {
	return []struct {
		domain, name string
		since        int
	}{
		{"twitter.com", "Twitter", 2006},
		{"x.com", "Twitter", 2006},
		{"facebook.com", "Facebook", 2004},
		{"instagram.com", "Instagram", 2010},
		{"threads.net", "Threads", 2023},
		{"threads.com", "Threads", 2023},
		{"bsky.app", "Bluesky", 2023},
		{"tiktok.com", "TikTok", 2016},
		{"linkedin.com", "LinkedIn", 2003},
		{"reddit.com", "Reddit", 2005},
		{"medium.com", "Medium", 2012},
		{"substack.com", "Substack", 2017},
		{"wordpress.com", "WordPress.com", 2005},
		{"blogspot.com", "Blogspot", 1999},
		{"tumblr.com", "Tumblr", 2007},
		{"t.me", "Telegram", 2013},
		{"github.com", "GitHub", 2008},
		{"stackoverflow.com", "Stack Overflow", 2008},
	}
}

// young says whether a host is one of them.
func young(host string) bool {
	for _, site := range bornDigital() {
		if onHost(host, site.domain) {
			return true
		}
	}
	return false
}

// olderThing names what may stand on a young site and be old.
var olderThing = pattern.New(`(?i)repr|letter|photo|picture|postcard|film|footage|video|record|speech|song|painting|poster|cartoon|interview|scan|quot|excerpt|orig|archiv|diary|` +
	`transcri|translat|document|newspaper|advert|reissue|republish|repost|\bvia\b|courtesy|collection|library|museum`)

func olderThanSite(r *checker.Report, ref article.Ref, c *article.Citation, words string) (checker.Finding, bool) {
	if c.Kind != article.Full || len(c.URLs) != 1 {
		return checker.Finding{}, false
	}
	u := parsed(c.URLs[0].Address)
	if u == nil || strings.Trim(u.Path, "/") == "" || !young(hostOf(u)) || olderThing.MatchString(c.Text) {
		return checker.Finding{}, false
	}
	// A date of day or month: years alone are often those of old works.
	year := 0
	for _, d := range datesIn(words) {
		if d.month > 0 && !isAccess(words, d.start) {
			year = max(year, d.year)
		}
	}
	for _, site := range bornDigital() {
		if year == 0 || year != c.Item.Issued.Year() || year >= site.since || !onHost(hostOf(u), site.domain) {
			continue
		}
		f := checker.At(r.Article, ref, "Note %s gives the year %d to a post on %s, which opened in %d.", r.Article.Notes[ref.Note].Number, year, site.name, site.since)
		f.URL = c.URLs[0].Address
		f.Help, f.Confidence = "Compare the date with the page. If the post shows an older work, say so.", 0.85
		f.Evidence = evidence("site", site.name)
		return f, true
	}
	return checker.Finding{}, false
}

// medieval names what may be of the Middle Ages although it is cited from a
// book or a page.
var medieval = pattern.New(`(?i)charter|chart\.|\brolls?\b|chronicl|manuscript|\bmss?\b|\bcod(?:ex|\.)|folio|\bfols?\.|\bbull[ae]?\b|edict|synod|council of|\bannals\b|saga|abbey|abbot|bishop|\bking\b|emperor|\bpope\b|` +
	`letter|treat(?:y|ise)|deed|grant|register|domesday|magna carta|urkunde|privileg|papst|könig|kaiser|abbaye|évêque|\broi\b|diplom|calend|crusad|capitul|statut|\bact\b|parliament|` +
	`(?:^|[^\pL])(?:fl|d|b|ca?)\.|circa|A\.?D\.?\b|A\.?H\.?\b|B\.?C\.?\b|hijr|repr|\borig\.|original|transl|übers|trad|song dynasty|[\x{3400}-\x{9fff}\x{3040}-\x{30ff}\x{ac00}-\x{d7a3}]`)

var (
	// oldInParen matches the year of a publisher: (Ulm: Stein, 1019), and oldAlone
	// one that stands in brackets by itself, as that of a journal does.
	oldInParen = pattern.New(`\([^()]*[:,]\s(1[0-3]\d\d)\)`)
	oldAlone   = pattern.New(`\((1[0-3]\d\d)\)`)
	// oldImprint matches a place, a publisher and a year: nothing else has this form.
	oldImprint = pattern.New(`\(\p{Lu}[^():]*:\s\p{Lu}[^():]*,\s(1[0-3]\d\d)\)`)
	// oldReport matches the number of a report and its year: (Law Com No 20, 1969).
	oldReport = pattern.New(`\([^()]*\b(?i:no|nr)\.?\s\d{1,4},\s(1[0-3]\d\d)\)`)
	oldISO    = pattern.New(`\b(1[0-3]\d\d)-\d\d-\d\d\b`)
)

// olderThanPrint finds a year from 1000 to 1399 given to what a press, a
// periodical or a web page brought out.
func olderThanPrint(r *checker.Report, ref article.Ref, c *article.Citation, words string) (checker.Finding, bool) {
	if !namesOldYear(words) {
		return checker.Finding{}, false
	}
	printed := c.Kind == article.Full && (c.Item.Publisher != "" || c.Item.ContainerTitle != "" || len(c.URLs) > 0)
	imprint := oldImprint.MatchString(words) || oldReport.MatchString(words)
	if !printed && !imprint && len(yearsBeforePages(words)) == 0 || medieval.MatchString(c.Text) && !imprint {
		return checker.Finding{}, false
	}
	start, end := oldYear(words, len(c.URLs) > 0 || c.Item.Volume != "")
	rest := []byte(words)
	for _, d := range datesIn(words) {
		if isAccess(words, d.start) {
			copy(rest[d.start:d.end], strings.Repeat(string(veil), d.end-d.start))
		}
	}
	for _, m := range lookedAt.FindAllIndex(rest, -1) {
		copy(rest[m[0]:m[1]], strings.Repeat(string(veil), m[1]-m[0]))
	}
	if start < 0 || hasPastYear(string(rest), lastYear) {
		return checker.Finding{}, false
	}
	f := checker.At(r.Article, ref, "Note %s says that the work came out in %s, before there was print.", r.Article.Notes[ref.Note].Number, words[start:end])
	f.Span = inCitation(r.Article, ref, start, end)
	f.Help, f.Confidence = "Compare the year with the source.", 0.85
	return f, true
}

// namesOldYear says whether four figures from 1000 to 1399 stand anywhere: a
// quick look before the long ones.
func namesOldYear(words string) bool {
	for i := 0; i+3 < len(words); i++ {
		if words[i] == '1' && words[i+1] >= '0' && words[i+1] <= '3' && isFigure(words[i+2]) && isFigure(words[i+3]) {
			return true
		}
	}
	return false
}

func isFigure(c byte) bool { return c >= '0' && c <= '9' }

// oldYear is where a year of the Middle Ages stands as that of the work; start
// is -1 where none does. alone lets a year in brackets count by itself.
func oldYear(words string, alone bool) (start, end int) {
	for _, d := range datesIn(words) {
		if d.month > 0 && d.year < 1400 && !isAccess(words, d.start) {
			return d.end - 4, d.end
		}
	}
	patterns := []*pattern.Pattern{oldInParen, oldISO, yearBeforePage}
	if alone {
		patterns = append(patterns, oldAlone)
	}
	for _, re := range patterns {
		if m := re.FindStringSubmatchIndex(words); m != nil {
			return m[2], m[3]
		}
	}
	return -1, -1
}
