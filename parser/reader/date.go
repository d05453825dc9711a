package reader

import (
	"fmt"
	"slices"
	"strconv"
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
	if m := otherDate.FindStringSubmatch(s); m != nil {
		return otherMonth(m)
	}
	for _, layout := range []string{"January 2, 2006", "January 2 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "02.01.2006", time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// otherDate is a day, a month in another language than English, and a year: "6. Mai
// 2014", "1er mai 2014", "6 de mayo de 2014".
var otherDate = pattern.New(`^(\d{1,2})(?:\.|er|º|°)?\s(?:de\s)?(\p{L}+)\.?,?\s(?:de\s)?(\d{4})$`)

// months are the names of the months in other languages than English, from January on.
func months() [12]string {
	return [12]string{
		"januar jänner janvier enero gennaio janeiro januari января", "februar feber février fevrier febrero febbraio fevereiro februari февраля", "märz mars marzo março maart марта",
		"april avril abril aprile апреля", "mai mayo maggio maio mei maj мая", "juni juin junio giugno junho июня", "juli juillet julio luglio julho июля",
		"august août aout agosto augustus augusti августа", "september septembre septiembre settembre setembro сентября", "oktober octobre octubre ottobre outubro октября",
		"november novembre noviembre novembro ноября", "dezember décembre diciembre dicembre dezembro december декабря",
	}
}

// otherMonth is the ISO 8601 date of a match of otherDate, "" if it is none.
func otherMonth(m []string) string {
	for i, names := range months() {
		if slices.Contains(strings.Fields(names), strings.ToLower(m[2])) {
			day, _ := strconv.Atoi(m[1]) // two digits at most, as matched
			date := fmt.Sprintf("%s-%02d-%02d", m[3], i+1, day)
			if _, err := time.Parse(time.DateOnly, date); err == nil {
				return date
			}
		}
	}
	for _, layout := range []string{"2 January 2006", "2 Jan 2006"} {
		if t, err := time.Parse(layout, m[1]+" "+m[2]+" "+m[3]); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
