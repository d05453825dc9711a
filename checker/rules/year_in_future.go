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

// YearInFuture finds a work that came out, or was looked at, after today.
var YearInFuture = &checker.Rule{ID: "year-in-future", Group: checker.Form, Severity: checker.Error, Doc: checker.Doc{
	Title: "Date that is still to come",
	Text:  "A work is said to have come out, or a page to have been looked at, on a day that has not come yet. Mostly two figures changed places.",
	Do:    "Compare the date with the source.",
	Quiet: "Forthcoming works and those announced for next year, cover dates of magazines, laws that take effect later, and years of other calendars.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2190), 12.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2019), 12.",
	Basis: "A work that is cited has been read",
}, Supersedes: []string{"date-disagrees-with-url", "access-date-before-publication", "year-implausible", "short-form-unresolved", "missing-element"}, Run: run(futureYears)}

const (
	// coverDates is how far ahead a magazine's date may lie, in months.
	coverDates = 14
	// lastYear: beyond it begin the years of other calendars (Thailand's
	// 2569), catalogue numbers and pages.
	lastYear = 2199
)

var (
	toCome      = pattern.New(`(?i)forthcoming|\bin press\b|to appear|upcoming|scheduled|planned|projected|expected|embargo|advance|expires?|until|im erscheinen|in vorbereitung|erscheint|geplant|à paraître|en prensa|in corso di|no prelo`)
	yearInParen = pattern.New(`\((?:[^()]*(?:[,:]|\p{L}\.|\b(?i:west(?:\ssupp\.)?|lexisnexis|press|verlag|books?|publish(?:ers?|ing)|[ou]up|routledge|springer|wiley|elsevier|spring|summer|autumn|fall|winter|thesis|diss\p{L}*|universit\p{L}+(?:\s(?:of\s|de\s|di\s)?\p{Lu}\p{L}+){0,3}|ed\.|edn|edition|auflage|aufl\.|repr\.?|\d(?:nd|rd|th|st)))\s?)?(2\d{3})[a-z]?\)`)
	// lookedAt matches a day in figures on which a page was read or archived.
	lookedAt = pattern.New(`(?i)(?:retrieved|accessed|archived|abgerufen|zugriff|zugegriffen|consulté|consultado|geraadpleegd)(?:\s\p{L}+){0,5}[:,]?\s\d{4}-\d\d-\d\d`)
	// yearAtEnd matches a year where that of the work stands without brackets:
	// at the end, or with a page behind it.
	yearAtEnd = pattern.New(`(?:,\s|\b(?i:ed\.|edn\.?|edition|auflage|aufl\.|repr\.?)\s)(2\d{3})(?:[.;]?$|,\s(?i:pp?|s|ff?|fols?|vol|no|bd)\.|\s(?i:at)\s|,\s\x00)`)
	// yearBeforePage matches a year between a place or publisher and a page: no
	// reader of fields needs to have seen a work there.
	yearBeforePage = pattern.New(`(?:\p{Lu}[\p{L}’'-]+,?|[\d\p{Hangul}\p{Han}],)\s((?:1[0-3]|2[1-9])\d\d),\s(?:(?i:pp?|s|sp|bd|t|vol|fol)\.\s?[\dIVXLCivxlc]|§\s?\d|(?:S|Rn|Rz)\.\s?\d|\d{1,4}(?:[-–~]\d{1,4})?(?:쪽|면|頁|页))`)
	// futureBeforePage matches a year of this century or the next ones before a page.
	futureBeforePage = pattern.New(`\s(2\d{3}),\s(?:(?:S|Sp|pp?|t|vol)\.\s\d|\d{1,2}\svol\.)`)
	// yearOfImprint matches the year behind place and publisher, in brackets or before
	// a page: nothing else stands there, whatever years the title names.
	yearOfImprint = pattern.New(`\(\p{Lu}[^():]*:\s\p{Lu}[^():]*,\s(2\d{3})\)|[,.]\s\p{Lu}[\p{L}/. -]{2,30}:\s\p{Lu}[\p{L}.&’' -]{1,40}\s(2\d{3}),\s(?:S|pp?)\.\s\d`)
	// programme matches the names of programmes that have a year to come.
	programme = pattern.New(`(?i)^(?:agenda|visi[oó]n|horizon\p{L}*|plan|strateg\p{L}+|program\p{L}*|goals?|targets?|europ[ea]|project|net zero)$`)
	// yearEnding matches a year at the end: Göttingen 1969.
	yearEnding = pattern.New(`\s(2\d{3})\.?$`)
	// yearClosing matches a year before a closing bracket.
	yearClosing = pattern.New(`,?\s(2\d{3})\)`)
	// neutral matches the year of a judgment or of the volume of reports in square
	// brackets, as English law has it: [2015] EWCA Civ 17, [2003] 1 AC 419.
	neutral = pattern.New(`\[(2\d{3})\]\s(?:\d{1,2}\s)?\p{Lu}[\p{L}&.]+\s(?:\p{L}+\s?)?\d|\bECLI:\p{L}+:\p{L}+:(2\d{3}):`)
	// journalOfYear matches a German law journal, called by its capitals, with the year that
	// stands for its volume.
	journalOfYear = pattern.New(`\b(?:` + lawJournals + `|\p{Lu}\p{L}*\p{Lu}\p{L}*)(?:-[A-Z]\p{L}+)?\s(2\d{3}),\s(?:S\.\s)?\d`)
	// reprintOfFuture matches the year of the first edition before that of a reprint.
	reprintOfFuture = pattern.New(`\((2\d{3});\s(?:repr|reprint|rpt)`)
	// betweenCommas matches a year behind a publisher and before pages: Imola, Santerno, 2091, pp. 77–99.
	betweenCommas = pattern.New(`\p{L},\s\p{Lu}[\p{L}.&’' -]*\p{L}\.?,\s(2\d{3}),\s(?:pp?|págs?|S)\.\s\d`)
	// surnameFirst matches a work by a surname that stands first, up to its publisher and
	// year at the end: Duncombe, Stephen. Notes from Underground. Verso, 1997.
	surnameFirst = pattern.New(`^\p{Lu}[\p{L}’-]+,\s\p{Lu}.*\.\s\p{Lu}[\p{L}&’ -]{2,40},\s(2\d{3})\.?$`)
	// placeAndPublisher matches these before a year, as Romance languages have them:
	// Paris, L’Harmattan, 2009.
	placeAndPublisher = pattern.New(`,\s(\p{Lu}[\p{L}-]+),\s(?:\p{Ll}{2,3}\s)?\p{Lu}[\p{L}.&’' -]{2,50},\s$`)
	placeAtEnd        = pattern.New(`[,.:]\s(\p{Lu}[\p{L}-]+(?:\sam\sMain|\sa\.\s?M\.)?(?:/\p{Lu}[\p{L}-]+)*),?\s$`)
	publisherAtEnd    = pattern.New(`,\s(?:[^,;]*\s)?(?:Press|Verlag|Presses|Publishers|Editions|Éditions|Editorial|Editora|Universi(?:dad|té|tät|tà|ty|dade|teit)|Univ\.)(?:\b|\s)[^,;]{0,30},\s$`)
	editionAtEnd      = pattern.New(`\d(?i:\.|st|nd|rd|th)?\s(?i:(?:\p{L}+\.?\s(?:u\.|und|and|et)\s)?(?:\p{L}+\.?\s)?(?:aufl|auflage|edn|edition|ed|éd|édition|edición))\.?$`)
	// counted matches words whose number is no year.
	counted = pattern.New(`(?i)(?:^|[^\pL])(?:drucksache|nummer|number|nr|no|n[o°º]|codex|cod|mss?|signatur|akten?|inv|acc|folio|fol|lot|cat|case|§)\.?,?\s?$`)
)

// futureYears are the dates to come that the words around them give away, and those that
// only a second reading of their note does.
func futureYears(r *checker.Report) []checker.Finding {
	found := eachWorded(futureYear)(r)
	for n := range r.Article.Notes {
		found = append(found, futureIfPast(r, n, found)...)
	}
	return found
}

func futureYear(r *checker.Report, ref article.Ref, c *article.Citation, words string) (checker.Finding, bool) {
	if r.Now.IsZero() {
		return checker.Finding{}, false
	}
	start, end, message := comesLater(words, r.Article.Notes[ref.Note].Number, r.Now, c.Kind == article.Full || c.Kind == article.Short && c.Target == nil)
	if message == "" {
		start, end, message = publishedLater(words, r.Article.Notes[ref.Note].Number, r.Now, c.Item.Publisher)
	}
	if message == "" {
		return checker.Finding{}, false
	}
	f := checker.At(r.Article, ref, "%s", message)
	f.Span = inCitation(r.Article, ref, start, end)
	f.Help, f.Confidence = "Compare the date with the source.", 0.95
	f.Evidence = []checker.Evidence{{What: "date in the note", Value: words[start:end]}, {What: "today", Value: r.Now.Format("2006-01-02")}}
	return f, true
}

// publishedLater finds a year to come in brackets right behind the publisher: (Martinus
// Nijhoff 2031).
func publishedLater(text, number string, now time.Time, publisher string) (start, end int, message string) {
	if publisher == "" || programme.MatchString(publisher) || toCome.MatchString(text) {
		return 0, 0, ""
	}
	for _, m := range yearClosing.FindAllStringSubmatchIndex(text, -1) {
		year, _ := strconv.Atoi(text[m[2]:m[3]])
		if strings.HasSuffix(text[:m[0]], publisher) && toBe(year, now, true) {
			return m[2], m[3], fmt.Sprintf("Note %s says that the work came out in %d, which is still to come.", number, year)
		}
	}
	return 0, 0, ""
}

// comesLater finds the first date of a citation that is still to come, and says
// so; message is "" where none is. work says that the work is cited in full, as
// far as can be told: a number at its end is then no page.
func comesLater(text, number string, now time.Time, work bool) (start, end int, message string) {
	years := yearsIn(text)
	if !slices.ContainsFunc(years, func(at int) bool { return text[at:at+4] >= strconv.Itoa(now.Year()) }) || toCome.MatchString(text) {
		return 0, 0, ""
	}
	var later []writtenDate
	rest := []byte(text) // without the dates of access
	for _, d := range datesIn(text) {
		if !isAccess(text, d.start) && !behindAddress(text[:d.start]) {
			later = append(later, d)
			continue
		}
		// It may be tomorrow elsewhere.
		if d.month > 0 && !otherCalendar(d.year) && d.time().After(now.AddDate(0, 0, 2)) {
			return d.start, d.end, fmt.Sprintf("Note %s says that the page was looked at in %s, which is still to come.", number, d.words())
		}
		for i := d.start; i < d.end; i++ {
			rest[i] = veil
		}
	}
	for _, m := range lookedAt.FindAllIndex(rest, -1) {
		for i := m[0]; i < m[1]; i++ {
			rest[i] = veil
		}
	}
	if m := yearOfImprint.FindStringSubmatchIndex(text); m != nil {
		from, to := max(m[2], m[4]), max(m[3], m[5])
		if year, _ := strconv.Atoi(text[from:to]); toBe(year, now, true) {
			return from, to, fmt.Sprintf("Note %s says that the work came out in %d, which is still to come.", number, year)
		}
	}
	if m := surnameFirst.FindStringSubmatchIndex(text); m != nil {
		if year, _ := strconv.Atoi(text[m[2]:m[3]]); toBe(year, now, true) {
			return m[2], m[3], fmt.Sprintf("Note %s says that the work came out in %d, which is still to come.", number, year)
		}
	}
	for _, m := range neutral.FindAllStringSubmatchIndex(text, -1) {
		from, to := max(m[2], m[4]), max(m[3], m[5])
		if year, _ := strconv.Atoi(text[from:to]); toBe(year, now, true) {
			return from, to, fmt.Sprintf("Note %s says that the decision is of %d, which is still to come.", number, year)
		}
	}
	for _, m := range journalOfYear.FindAllStringSubmatchIndex(text, -1) {
		if year, _ := strconv.Atoi(text[m[2]:m[3]]); toBe(year, now, true) {
			return m[2], m[3], fmt.Sprintf("Note %s names the volume of %d, which is still to come.", number, year)
		}
	}
	for _, re := range [...]*pattern.Pattern{reprintOfFuture, betweenCommas} {
		if m := re.FindStringSubmatchIndex(text); m != nil && !counted.MatchString(text[:m[2]]) {
			if year, _ := strconv.Atoi(text[m[2]:m[3]]); toBe(year, now, true) {
				return m[2], m[3], fmt.Sprintf("Note %s says that the work came out in %d, which is still to come.", number, year)
			}
		}
	}
	// No law takes effect so late.
	const longest = 75 // years
	for _, d := range later {
		if d.day > 0 && d.month > 0 && !otherCalendar(d.year) && d.year > now.Year()+longest {
			return d.start, d.end, fmt.Sprintf("Note %s has the date %s, which is still to come.", number, d.words())
		}
	}
	// Whatever years a title names: between a place of printing and a page stands the work's.
	for _, m := range yearsBehindPlaces(text) {
		if year, _ := strconv.Atoi(text[m[2]:m[3]]); toBe(year, now, true) {
			return m[2], m[3], fmt.Sprintf("Note %s says that the work came out in %d, which is still to come.", number, year)
		}
	}
	if m := yearEnding.FindStringSubmatchIndex(text); m != nil && behindPlace(text[:m[2]]) {
		if year, _ := strconv.Atoi(text[m[2]:m[3]]); toBe(year, now, true) {
			return m[2], m[3], fmt.Sprintf("Note %s says that the work came out in %d, which is still to come.", number, year)
		}
	}
	// A year that is past is the year of the work; another one is then a part of
	// its name or of what it says: Agenda (2050), in force from May 2, 2040.
	if hasPastYear(string(rest), now.Year()) {
		return 0, 0, ""
	}
	for _, d := range later {
		if d.month > 0 && !otherCalendar(d.year) && d.time().After(now.AddDate(0, coverDates, 0)) {
			return d.start, d.end, fmt.Sprintf("Note %s says that the work came out in %s, which is still to come.", number, d.words())
		}
	}
	standing := append(yearInParen.FindAllStringSubmatchIndex(text, -1), yearsBeforePages(text)...)
	if work {
		standing = append(standing, yearAtEnd.FindAllStringSubmatchIndex(text, -1)...)
	}
	for _, m := range standing {
		year, _ := strconv.Atoi(text[m[2]:m[3]])
		if toBe(year, now, work && text[m[3]] == ')' || behindPlace(text[:m[2]])) {
			return m[2], m[3], fmt.Sprintf("Note %s says that the work came out in %d, which is still to come.", number, year)
		}
	}
	return 0, 0, ""
}

// toBe says whether a work's year is still to come. sure says that the number
// can only be a year: then those beyond other calendars' count too, as slips.
func toBe(year int, now time.Time, sure bool) bool {
	return year > now.Year()+1 && (year <= lastYear || sure && !otherCalendar(year))
}

// otherCalendar says whether a year that is still to come is one of Thailand's,
// 543 years ahead, now and for some time.
func otherCalendar(year int) bool {
	const from, to = 2400, 2700
	return year >= from && year < to
}

// behindPlace says whether a text ends in a place where books are printed, so that
// a number behind it can only be their year: after an edition, in a town with many
// presses, or at one of these. "Harley 2989" is a manuscript.
func behindPlace(text string) bool {
	if publisherAtEnd.MatchString(text) {
		return true
	}
	if m := placeAndPublisher.FindStringSubmatchIndex(text); m != nil && publishingPlaces.MatchString(text[m[2]:m[3]]) {
		return true
	}
	m := placeAtEnd.FindStringSubmatchIndex(text)
	return m != nil && (publishingPlaces.MatchString(text[m[2]:m[3]]) || editionAtEnd.MatchString(text[:m[0]]))
}

// yearsBeforePages are the matches of yearBeforePage but for numbers of files.
func yearsBeforePages(text string) [][]int {
	return slices.DeleteFunc(yearBeforePage.FindAllStringSubmatchIndex(text, -1), func(m []int) bool { return counted.MatchString(text[:m[2]]) })
}

// behindAddress says whether a text ends in an address, which is hidden, and an opening
// bracket: the date in it is that of access, as German notes have it.
func behindAddress(text string) bool {
	before, ok := strings.CutSuffix(text, "(")
	return ok && strings.HasSuffix(strings.TrimRight(before, " ,"), string(veil))
}

// yearsBehindPlaces are years to come between a place where books are printed, or a
// publisher, and a page.
func yearsBehindPlaces(text string) [][]int {
	return slices.DeleteFunc(futureBeforePage.FindAllStringSubmatchIndex(text, -1), func(m []int) bool { return !behindPlace(text[:m[2]]) })
}

// hasPastYear says whether a text has a year up to the one given.
func hasPastYear(text string, last int) bool {
	for _, at := range yearsIn(text) {
		if year, _ := strconv.Atoi(text[at : at+4]); year >= 1400 && year <= last {
			return true
		}
	}
	return false
}
