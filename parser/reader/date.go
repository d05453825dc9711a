package reader

import (
	"strings"
	"time"

	"ibid/pattern"
)

var (
	// isoStart is the start of an ISO 8601 date, and of those that stand with slashes or nothing.
	isoStart = pattern.New(`^(\d{4})(?:[-/.]?(0[1-9]|1[0-2])(?:[-/.]?(0[1-9]|[12]\d|3[01]))?)?(?:\D|$)`)
	// writtenDate is one within other words: "Draft of 4 March 2021".
	writtenDate = pattern.New(`\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}[a-z]+\s+\d{4}|\p{Lu}[a-z]+\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})\b`)
	ordinalEnd  = pattern.New(`(\d)(?:st|nd|rd|th)\b`)
)

// Date is a date as a source's own metadata has it in ISO 8601, as precise as it
// is, or "" if it is none.
func Date(s string) string {
	s = strings.TrimSpace(s)
	if date := dateOf(s); date != "" {
		return date
	}
	const longest = 200 // bytes of a line that holds a date
	return dateOf(writtenDate.FindString(s[:min(len(s), longest)]))
}

func dateOf(s string) string {
	if p := isoStart.FindStringSubmatch(s); p != nil {
		if _, err := time.Parse(time.DateOnly, strings.Join(p[1:], "-")); err != nil {
			p[3] = "" // no day, or one that no calendar has
		}
		var date strings.Builder
		date.WriteString(p[1])
		for _, part := range p[2:] {
			if part != "" {
				date.WriteString("-" + part)
			}
		}
		return date.String()
	}
	s = strings.Join(strings.Fields(ordinalEnd.ReplaceAllString(s, "$1")), " ")
	for _, layout := range []string{"January 2, 2006", "January 2 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "02.01.2006", time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
