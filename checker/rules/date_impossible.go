package rules

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// DateImpossible finds a day that the calendar does not have.
var DateImpossible = &checker.Rule{ID: "date-impossible", Group: checker.Form, Severity: checker.Error, Doc: checker.Doc{
	Title: "Date that the calendar does not have",
	Text:  "There is no such day (February 30), or the day of the week is not that of the date.",
	Do:    "Compare the date with the source.",
	Quiet: "Dates of the old and of other calendars, and dates in figures (3/4/2016) that are a day in one order or the other.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Northern Courier*, February 30, 2016.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Fire at the Mill,” *Northern Courier*, February 29, 2016.",
	Basis: "The Gregorian calendar",
}, Supersedes: []string{"date-disagrees-with-url", "access-date-before-publication", "placeholder-note"}, Run: run(impossibleDates)}

// julianUntil is the year in which the last country gave the old calendar up (Greece, 1923).
const julianUntil = 1923

var (
	oldStyle    = pattern.New(`(?i)\bo\.\s?s\.|\bn\.\s?s\.|old style|new style|julian|\bhijri|\bhebrew calendar|\bA\.?H\.?\b`)
	namedSunday = pattern.New(`\p{Lu}[\p{L}.]*\s(?:on|am|del|the)\s$`)
	dualDay     = pattern.New(`\d\s?[/–—-]\s?$`)
)

func impossibleDates(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		text := ownWords(r, n)
		dates := datesIn(text)
		if oldStyle.MatchString(text) {
			continue
		}
		for _, d := range dates {
			f, ok := impossible(note, text, d)
			if !ok {
				continue
			}
			f.Note, f.Citation, f.Span = n, citationAt(note, d.start), note.Text.Span(d.start, d.end)
			f.Evidence = evidence("date", text[d.start:d.end])
			found = append(found, f)
		}
		found = append(found, impossibleFigures(n, note, text, dayComesFirst(r.Article.Meta.Language))...)
		found = append(found, longYears(n, note, text)...)
	}
	return found
}

// longYear matches a day with a year of five figures.
var longYear = pattern.New(`(?i)\b(?:(?:` + monthWords + `)\.? \d{1,2}, |\d{1,2}\.? (?:` + monthWords + `) )(\d{5})(?:[.,;)]|$)`)

// longDay matches a day of three figures.
var longDay = pattern.New(`(?i)\b(?:` + monthWords + `)\.? (\d{3}), (?:1\d|20)\d\d\b`)

// dayOver matches a day that no month has, where a word joins the two and no year need
// follow: 32 de julio.
var dayOver = pattern.New(`(?i)\b((?:3[2-9]|[4-9]\d) de (?:` + monthWords + `))\b`)

// dayZero matches a day 0 or 00 of a month.
var dayZero = pattern.New(`(?i)\b(00?\.? (?:de )?(?:` + monthWords + `)\b)|\b((?:` + monthWords + `)\.? 00?, (?:1\d|20)\d\d)\b`)

// longYears are those days, and those that no month has: a figure was typed twice.
func longYears(n int, note *article.Note, text string) []checker.Finding {
	var found []checker.Finding
	add := func(at, in [2]int, format string, args ...any) {
		f := atNote(n, note.Text.Span(at[0], at[1]), format, append([]any{note.Number}, args...)...)
		f.Citation = citationAt(note, in[0])
		f.Help, f.Confidence = "Look the date up in the source.", 0.98
		f.Evidence = evidence("date", text[in[0]:in[1]])
		found = append(found, f)
	}
	for _, m := range longYear.FindAllStringSubmatchIndex(text, -1) {
		add([2]int{m[2], m[3]}, [2]int{m[0], m[3]}, "Note %s has a day in the year %s.", text[m[2]:m[3]])
	}
	for _, m := range dayZero.FindAllStringIndex(text, -1) {
		add([2]int(m), [2]int(m), "Note %s has a day 0 of a month.")
	}
	for _, re := range [...]*pattern.Pattern{longDay, dayOver} {
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			add([2]int(m), [2]int(m), "Note %s has the day %s of a month.", text[m[2]:m[2]+lenDigits(text[m[2]:])])
		}
	}
	return found
}

// dayComesFirst says whether the day stands before the month wherever a language is written.
func dayComesFirst(language string) bool {
	primary, _, _ := strings.Cut(language, "-")
	return slices.Contains([]string{"de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ru", "da", "nb", "fi"}, primary)
}

// lenDigits is the length of the number at the start of a text.
func lenDigits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// figures matches days in figures: those with stops between them have the day
// first, those with strokes either first, and those with hyphens the year.
var figures = pattern.New(`(?:^|[^\d./-])(?:(\d{1,2})([./])\s?(\d{1,2})[./]\s?((?:19|20)\d\d)|((?:19|20)\d\d)-(\d\d)-(\d\d))(?:[^\d/-]|$)`)

// impossibleFigures are the days in figures that are none, whichever figure is
// the month's. One of 13 to 31 that could only be a month is left alone behind
// strokes and hyphens: files and laws are numbered so.
func impossibleFigures(n int, note *article.Note, text string, dayFirst bool) []checker.Finding {
	var found []checker.Finding
	for _, m := range figures.FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) (int, bool) {
			if m[2*i] < 0 {
				return 0, false
			}
			x, err := strconv.Atoi(text[m[2*i]:m[2*i+1]])
			return x, err == nil
		}
		day, ok := part(1)
		month, _ := part(3)
		year, _ := part(4)
		from, to, dots := m[2], m[9], ok && text[m[4]:m[5]] == "."
		if !ok {
			year, _ = part(5)
			month, _ = part(6)
			day, _ = part(7)
			from, to = m[10], m[15]
		}
		if day > 31 || month > 31 || day == 0 || month == 0 || validDay(year, month, day) || (!dots || !dayFirst) && validDay(year, day, month) || month > 12 && day > 12 && !dots || dots && month <= 12 {
			continue // what has a month and stops is judged above
		}
		f := atNote(n, note.Text.Span(from, to), "Note %s names the day %s, which the calendar does not have.", note.Number, text[from:to])
		f.Citation = citationAt(note, from)
		f.Help, f.Confidence = "Look the date up in the source.", 0.95
		f.Evidence = evidence("date", text[from:to])
		found = append(found, f)
	}
	return found
}

func validDay(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

// impossible judges one date.
func impossible(note *article.Note, text string, d writtenDate) (checker.Finding, bool) {
	if d.month == 0 || d.day == 0 {
		return checker.Finding{}, false
	}
	if days := daysIn(d.year, d.month); d.day > days {
		if d.month == 2 && d.day == 29 && d.year%100 == 0 && d.year <= julianUntil || d.month == 2 && d.day == 30 && d.year == 1712 {
			return checker.Finding{}, false // the old calendar; Sweden had a February 30
		}
		f := checker.AtSpan(note.Span, "Note %s names a day %d of %s, which has %d.", note.Number, d.day, monthOf(d), days)
		f.Help, f.Confidence = "Look the date up in the source.", 0.98
		return f, true
	}
	said, ok := weekdayNumber(d.weekday)
	// The "on Sunday" of a newspaper's name is no weekday of the date, and
	// "10/21 March" has two.
	before := text[max(0, d.start-40):d.start]
	if !ok || d.year < 1583 || namedSunday.MatchString(before) || dualDay.MatchString(before) {
		return checker.Finding{}, false
	}
	right := d.time().Weekday()
	if said == right || d.year <= julianUntil && said == julianWeekday(d) {
		return checker.Finding{}, false
	}
	f := checker.AtSpan(note.Span, "%s in note %s was a %s and no %s.", d.words(), note.Number, right, said)
	f.Help, f.Confidence = "Look the date up in the source: the day of the week or the date is wrong.", 0.95
	return f, true
}

// daysIn is the number of days of a month.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// julianWeekday is the weekday of a date of the old calendar (the count of
// days, with a leap year every fourth year).
func julianWeekday(d writtenDate) time.Weekday {
	a := (14 - d.month) / 12
	y, m := d.year+4800-a, d.month+12*a-3
	days := d.day + (153*m+2)/5 + 365*y + y/4 - 32083
	return time.Weekday((days + 1) % 7)
}

// monthOf is a date's month and year in English.
func monthOf(d writtenDate) string {
	d.day = 0
	return d.words()
}
