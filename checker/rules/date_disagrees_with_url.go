package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// DateDisagreesWithURL finds a citation whose date is not that of its address.
var DateDisagreesWithURL = &checker.Rule{ID: "date-disagrees-with-url", Group: checker.Form, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Date differs from the one in the address",
	Text:  "Many newspapers put the day of publishing into the address of the page. The note gives another day, so one of the two is probably wrong.",
	Do:    "Open the page and take its date.",
	Quiet: "A day more or less (time zones), dates of archived copies, of uploaded pictures and of events, and notes that give both dates.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, November 17, 2017, https://courier.example/2017/11/11/fire-at-the-mill.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Harbor Courier*, November 11, 2017, https://courier.example/2017/11/11/fire-at-the-mill.",
	Basis: "Publishing systems set such addresses when a page is published",
}, Run: run(datesApart)}

func datesApart(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for ref, c := range r.Article.Citations() {
		if c.Kind != article.Full || c.Item.Issued == nil || len(c.Item.Issued.Parts) != 1 || c.Item.Issued.Circa {
			continue
		}
		if readOn(r.Article, ref, c) {
			continue
		}
		for i := range c.URLs {
			said, inURL, ok := apart(c.Item.Issued.Parts[0], c.URLs[i].Address)
			if !ok || saysToo(c, inURL) {
				continue
			}
			f := checker.At(r.Article, ref, "Note %s says %s, the address %s.", r.Article.Notes[ref.Note].Number, said, inURL)
			f.Span = c.URLs[i].Span
			f.URL = c.URLs[i].Address
			f.Help = "Open the page and see which date is right."
			f.Confidence = 0.8
			f.Evidence = []checker.Evidence{{What: "date in the note", Value: said}, {What: "date in the address", Value: inURL, URL: c.URLs[i].Address}}
			found = append(found, f)
			break
		}
	}
	return found
}

// readOn says whether what was taken for the date of a work is that on which it
// was read, as in "Last access: June 25, 2022".
func readOn(a *article.Article, ref article.Ref, c *article.Citation) bool {
	field, ok := c.Fields.Get("issued")
	text := a.Notes[ref.Note].Text
	return ok && isAccess(text.String, offsetOf(text, field.Span.Start))
}

// saysToo says whether a citation gives the address's date (2016-03-03, or
// 2016-03) beside its own: that of a correction or a new edition.
func saysToo(c *article.Citation, inURL string) bool {
	text := c.Text
	for i := range c.URLs {
		text = strings.ReplaceAll(text, c.URLs[i].Raw, "")
	}
	forms := []string{"2006-01-02", "January 2, 2006", "2 January 2006", "Jan. 2, 2006", "2 Jan. 2006", "2.1.2006", "02.01.2006"}
	at, err := time.Parse(time.DateOnly, inURL)
	if err != nil {
		forms = []string{"January 2006", "Jan. 2006"}
		if at, err = time.Parse("2006-01", inURL); err != nil {
			return false
		}
	}
	return slices.ContainsFunc(forms, func(form string) bool { return hasWhole(text, at.Format(form)) })
}

// hasWhole says whether a text has a date that is not the end of another one: 12 June
// does not say 2 June.
func hasWhole(text, date string) bool {
	for at := 0; ; at++ {
		i := strings.Index(text[at:], date)
		if i < 0 {
			return false
		}
		if at += i; at == 0 || !isDigit(text[at-1]) {
			return true
		}
	}
}

var (
	dayInPath   = pattern.New(`/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/_-]|$)`)
	solidInPath = pattern.New(`(?:/|-)((?:19|20)\d\d)(\d\d)(\d\d)(?:/|$|-story\b|\.html?$)`)
	// A date that ends a name may be that of the event: the-fire-of-20160303.
	eventAtEnd  = pattern.New(`-(?:19|20)\d{6}/?$`)
	namedInPath = pattern.New(`/((?:19|20)\d\d)/([a-z]{3,9})/(\d\d?)(?:/|$)`)
	monthInPath = pattern.New(`/((?:19|20)\d\d)/(\d\d)(?:/|$)`)
	noDateIn    = pattern.New(`(?i)wp-content|/uploads?/|/files?/|/images?/|/media/|/assets/|/sections?/|/print-?edition|/archive/web/|/snapshot|/crawls?/|/events?/|/calendar/`)
)

// apart compares a citation's date with that of its address. Days may differ
// by one; months by a day across their ends; a citation of month and year by
// one month, for magazines come out before their date. A year alone is not compared.
func apart(parts []int, address string) (said, inURL string, differ bool) {
	u := parsed(address)
	if u == nil || len(parts) < 2 || archiveHost(hostOf(u)) || onHost(hostOf(u), "doi.org") {
		return "", "", false
	}
	if noDateIn.MatchString(u.Path) || eventAtEnd.MatchString(u.Path) {
		return "", "", false
	}
	year, month, day := dateIn(u.Path)
	if year == 0 {
		return "", "", false
	}
	if len(parts) > 2 {
		cited := time.Date(parts[0], time.Month(parts[1]), parts[2], 0, 0, 0, 0, time.UTC)
		said = cited.Format("January 2, 2006")
		if day > 0 {
			at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
			return said, at.Format("2006-01-02"), cited.Sub(at).Abs() > 24*time.Hour
		}
		first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		return said, first.Format("2006-01"), cited.Before(first.AddDate(0, 0, -1)) || cited.After(first.AddDate(0, 1, 0))
	}
	months := (parts[0]-year)*12 + parts[1] - month
	said = time.Month(parts[1]).String() + " " + strconv.Itoa(parts[0])
	return said, fmt.Sprintf("%d-%02d", year, month), months > 1 || months < -1
}

// dateIn is the date in a path: its day is 0 where it gives a month alone; its
// year is 0 where there is no date or there are two.
func dateIn(path string) (year, month, day int) {
	for _, re := range []*pattern.Pattern{dayInPath, solidInPath} {
		all := re.FindAllStringSubmatch(path, 2)
		if len(all) != 1 {
			continue
		}
		y, _ := strconv.Atoi(all[0][1])
		m, _ := strconv.Atoi(all[0][2])
		d, _ := strconv.Atoi(all[0][3])
		if m >= 1 && m <= 12 && d >= 1 && d <= time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
			return y, m, d
		}
	}
	if all := namedInPath.FindAllStringSubmatch(strings.ToLower(path), 2); len(all) == 1 {
		y, _ := strconv.Atoi(all[0][1])
		d, _ := strconv.Atoi(all[0][3])
		if m := monthNumber(all[0][2]); m > 0 && d >= 1 && d <= daysIn(y, m) {
			return y, m, d
		}
	}
	if all := monthInPath.FindAllStringSubmatch(path, 2); len(all) == 1 {
		y, _ := strconv.Atoi(all[0][1])
		if m, _ := strconv.Atoi(all[0][2]); m >= 1 && m <= 12 {
			return y, m, 0
		}
	}
	return 0, 0, 0
}

// archiveHost says whether a site keeps copies of others' pages: its dates are
// those of the copies.
func archiveHost(host string) bool {
	for _, domain := range []string{"archive.org", "archive-it.org", "webarchive.org.uk", "webcitation.org", "perma.cc", "loc.gov", "nationalarchives.gov.uk", "archive.today", "archive.ph", "archive.is"} {
		if onHost(host, domain) {
			return true
		}
	}
	return strings.HasPrefix(host, "webarchive.")
}
