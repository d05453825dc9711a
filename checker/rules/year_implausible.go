package rules

import (
	"regexp"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// YearImplausible finds a post that is older than the site it stands on.
var YearImplausible = &checker.Rule{ID: "year-implausible", Group: checker.Form, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Older than the site it was posted on",
	Text: "The note gives a post on a social network or a blog a year in which that site did not exist. Only sites are judged whose pages are written there; old books, films and " +
		"pictures stand on many sites, and are left alone.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth (@mellingsworth), “Fire at the mill,” Twitter, March 3, 1997, https://twitter.com/mellingsworth/status/12.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth (@mellingsworth), “Fire at the mill,” Twitter, March 3, 2017, https://twitter.com/mellingsworth/status/12.",
	Basis: "The years in which these sites opened",
}, Run: run(eachWorded(olderThanSite))}

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

// olderThing names what may stand on a young site and be old.
var olderThing = regexp.MustCompile(`(?i)repr|letter|photo|picture|postcard|film|footage|video|record|speech|song|painting|poster|cartoon|interview|scan|quot|excerpt|orig|archiv|diary|` +
	`transcri|translat|document|newspaper|advert|reissue|republish|repost|\bvia\b|courtesy|collection|library|museum`)

func olderThanSite(r *checker.Report, ref article.Ref, c *article.Citation, words string) (checker.Finding, bool) {
	if c.Kind != article.Full || len(c.URLs) != 1 || olderThing.MatchString(c.Text) {
		return checker.Finding{}, false
	}
	u := parsed(c.URLs[0].Address)
	if u == nil || strings.Trim(u.Path, "/") == "" {
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
