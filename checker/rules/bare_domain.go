package rules

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// BareDomain finds a page cited by the address of its site's front page.
var BareDomain = &checker.Rule{ID: "bare-domain", Group: checker.Links, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Address of the site and not of the page",
	Text:  "A particular article is cited, but the address leads to the front page of the site. Readers will not find the article there.",
	Do:    "Give the address of the article itself.",
	Quiet: "Sites that are themselves the source, and articles that name only sites throughout, as some styles do.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2016, https://www.harborcourier.example/.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, March 3, 2016, https://www.harborcourier.example/2016/fire.",
	Basis: "CMOS 17, 14.7",
}, Run: run(bareDomains)}

func bareDomains(r *checker.Report) []checker.Finding {
	bare, all := 0, 0
	for _, o := range occurrences(r) {
		if u := o.at; o.note >= 0 && u != nil {
			all++
			if frontPage(u) {
				bare++
			}
		}
	}
	if bare > 2 && bare*2 > all {
		return nil // it is the article's style
	}
	return eachWorded(bareDomain)(r)
}

// frontPage says whether an address is that of a site alone.
func frontPage(u *url.URL) bool {
	path := strings.ToLower(strings.Trim(u.Path, "/"))
	if slices.Contains([]string{"index.html", "index.htm", "index.php", "default.aspx", "home", "home.html"}, path) {
		path = ""
	}
	return u.Host != "" && path == "" && u.RawQuery == "" && u.Fragment == ""
}

func bareDomain(r *checker.Report, ref article.Ref, c *article.Citation, words string) (checker.Finding, bool) {
	if c.Kind != article.Full || len(c.URLs) != 1 {
		return checker.Finding{}, false
	}
	u := parsed(c.URLs[0].Address)
	dated := false
	for _, d := range datesIn(words) {
		dated = dated || d.month > 0 && d.day > 0 && !isAccess(words, d.start)
	}
	if u == nil || !frontPage(u) || leadsOn(hostOf(u)) || shortener(hostOf(u)) || onHost(hostOf(u), "google.com") || namesSite(c.Item.Title, u) {
		return checker.Finding{}, false
	}
	if (!dated || !isSiteOf(r.Article, ref, c, u)) && !partOfSite(c, words) {
		return checker.Finding{}, false
	}
	f := checker.At(r.Article, ref, "Note %s cites a page, and its address leads to the front page of %s.", r.Article.Notes[ref.Note].Number, hostOf(u))
	f.Span, f.URL = c.URLs[0].Span, c.URLs[0].Address
	f.Help, f.Confidence = "Give the address of the page itself.", 0.9
	f.Evidence = evidence("title", c.Item.Title)
	return f, true
}

// titledPage matches a title in quotation marks, hidden, with words enough for a page's.
var titledPage = pattern.New(`[“„«"]\x00{8,}[”“»"]`)

// partOfSite says whether what is cited can be no site as a whole: a title in quotation
// marks, which sites do not stand in, or a place in a document.
func partOfSite(c *article.Citation, words string) bool {
	const least = 4 // words: a title of fewer may be that of a site
	if folded(c.Item.Title) == folded(c.Item.ContainerTitle) {
		return false
	}
	paged := c.Item.Page != "" || c.Locator != nil && (c.Locator.Label == "page" || c.Locator.Label == "paragraph" || c.Locator.Label == "chapter")
	return paged && c.Item.Title != "" || titledPage.MatchString(words) && (len(c.Item.Author) > 0 && c.Item.Author[0].Given != "" || len(strings.Fields(c.Item.Title)) >= least)
}

// namesSite says whether a title is the name of the site itself. A citation
// without title counts so: nothing else is cited.
func namesSite(title string, u *url.URL) bool {
	if title == "" {
		return true
	}
	label := compact(hostOf(u))
	for word := range strings.FieldsSeq(title) {
		if w := compact(word); len(w) > 3 && strings.Contains(label, w) {
			return true
		}
	}
	return len(compact(title)) < 4 || strings.Contains(compact(title), strings.Split(hostOf(u), ".")[0]) || strings.Contains(label, compact(title))
}

// isSiteOf says whether the site is that of the newspaper in which the cited
// page stands: words in italics after a title in quotation marks.
func isSiteOf(a *article.Article, ref article.Ref, c *article.Citation, u *url.URL) bool {
	names := []string{c.Item.ContainerTitle}
	note := &a.Notes[ref.Note]
	// What an author wrote, with a title and a date, is no front page.
	if len(c.Item.Author) > 0 && c.Item.ContainerTitle != "" && len(strings.Fields(c.Item.Title)) > 2 {
		return true
	}
	quote := strings.IndexAny(c.Text, "“\"„«‘")
	for _, s := range note.Styles {
		if s.Style.Has(document.Italic) && quote >= 0 && s.Start >= c.Start+quote && s.End <= c.End {
			names = append(names, note.Text.String[s.Start:s.End])
		}
	}
	label := compact(hostOf(u))
	for _, name := range names {
		if whole := compact(name); len(whole) > 3 && strings.Contains(label, whole) {
			return true
		}
		for word := range strings.FieldsSeq(name) {
			if w := compact(word); len(w) > 3 && strings.Contains(label, w) {
				return true
			}
		}
	}
	return false
}

// compact leaves letters and figures of a text alone, in lower case.
func compact(s string) string {
	// Addresses have no accents.
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFD.String(s))
}
