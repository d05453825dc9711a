package rules

import (
	"strings"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
	"ibid/pattern"
)

// MissingAccessDate finds an undated page without the day on which it was read.
var MissingAccessDate = &checker.Rule{ID: "missing-access-date", Group: checker.Form, Severity: checker.Info, In: func(g style.Guide) bool { return g.Accessed != style.No }, Doc: checker.Doc{
	Title: "Undated page without a date of access",
	Text: "A page without a date of its own may say something else tomorrow, so the note should tell when it was read. Most undated pages of this article have such a date, and " +
		"this one has not.",
	Do:    "Add the day on which the page was read (“accessed May 2, 2019”), if it is known. Do not guess it: look at the page again and give that day.",
	Quiet: "Dated pages, DOIs, PDFs, archived copies, and articles that never give such dates.",
	Bad: "A.[^1] B.[^2] C.[^3]\n\n[^1]: “Lamp Map,” Harbor Office, accessed May 2, 2019, https://harbor.example/lamps.\n\n[^2]: “Tide Map,” Harbor Office, accessed May 2, 2019, " +
		"https://harbor.example/tides.\n\n[^3]: “Mill Map,” Harbor Office, https://harbor.example/mills.",
	Good: "A.[^1] B.[^2] C.[^3]\n\n[^1]: “Lamp Map,” Harbor Office, accessed May 2, 2019, https://harbor.example/lamps.\n\n[^2]: “Tide Map,” Harbor Office, accessed May 2, 2019, " +
		"https://harbor.example/tides.\n\n[^3]: “Mill Map,” Harbor Office, accessed May 3, 2019, https://harbor.example/mills.",
	Basis: "CMOS 17, 14.12; ISO 690",
}, Run: run(undatedPages)}

var (
	anyYear  = pattern.New(`(?:^|[^\d])(?:1[4-9]|20)\d\d(?:[^\d]|$)`)
	accessed = pattern.New(accessWords)
	lasting  = pattern.New(`(?i)\.pdf$|/download|/attachment`)
)

func undatedPages(r *checker.Report) []checker.Finding {
	var dates habit
	var spots []spot
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		c, ok := onePage(note)
		if !ok {
			continue
		}
		// The date may stand anywhere in the note: behind a quotation, in brackets.
		switch {
		case accessed.MatchString(note.Text.String):
			dates.with++
		case c.Item.Title == "" || c.Item.Issued != nil || anyYear.MatchString(note.Text.String) || datedAddress(c):
		default:
			dates.without++
			spots = append(spots, spot{note: n, span: c.Span})
		}
	}
	if (dates.with < 2 || dates.with <= dates.without) && r.Style.Accessed != style.Yes {
		return nil
	}
	return grouped(spots, "A page without a date is cited "+atSpots(r.Article, spots)+", and the note does not say when it was read.",
		"Add the day on which the page was read, if it is known: “accessed” and the date.")
}

// onePage is the one citation of a note, if it is that of a page that may change.
func onePage(note *article.Note) (*article.Citation, bool) {
	var page *article.Citation
	for i := range note.Citations {
		c := &note.Citations[i]
		if c.Kind == article.Commentary || c.Kind == article.Full && len(c.URLs) == 0 {
			continue // words about the page
		}
		if page != nil || c.Kind != article.Full {
			return nil, false
		}
		page = c
	}
	return page, page != nil && changingPage(page)
}

// datedAddress says whether an address tells when its page was written.
func datedAddress(c *article.Citation) bool {
	for i := range c.URLs {
		if anyYear.MatchString(c.URLs[i].Address) {
			return true
		}
	}
	return false
}

// changingPage says whether a citation gives addresses of pages only that may
// change: no DOIs, files, archives or libraries.
func changingPage(c *article.Citation) bool {
	for i := range c.URLs {
		u := parsed(c.URLs[i].Address)
		if u == nil || c.URLs[i].Form == article.DOI || c.Item.DOI != "" || archiveHost(hostOf(u)) || unreliable(hostOf(u)) || leadsOn(hostOf(u)) || lasting.MatchString(u.Path) {
			return false
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Query().Has("oldid") {
			return false
		}
		for _, library := range []string{"jstor.org", "arxiv.org", "ssrn.com", "books.google.com", "gutenberg.org", "hathitrust.org", "academia.edu", "youtube.com"} {
			if onHost(hostOf(u), library) {
				return false
			}
		}
	}
	return len(c.URLs) > 0 && !strings.Contains(c.URLs[0].Address, "books.google")
}
