package text

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ibid/parser/document"
	"ibid/parser/reader/lines"
	"ibid/pattern"
)

var (
	byline    = pattern.New(`^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s+(\p{Lu}[^,|•·(]{2,60})`)
	monthDate = pattern.New(`\b(January|February|March|April|May|June|July|August|September|October|November|December)\s+(\d{1,2}),\s+(\d{4})\b`)
	dayDate   = pattern.New(`\b(\d{1,2})\s+(January|February|March|April|May|June|July|August|September|October|November|December)\s+(\d{4})\b`)
	plainDate = pattern.New(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	slashDate = pattern.New(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
)

// meta reads title, author, date and language off the first blocks.
func meta(blocks []document.Block) document.Meta {
	var m document.Meta
	first := firstLong(blocks)
	if first == len(blocks) {
		first = min(first, 5)
	}
	// Without a date or byline the first short line is the title, with one the
	// last before it.
	opening, title, heading := "", "", ""
	for i := range first {
		b := &blocks[i]
		if b.Region == document.Chrome || b.Kind == document.ListItem || b.Kind == document.Quote {
			continue
		}
		s := strings.Join(strings.Fields(b.Text().String), " ")
		if author := byline.FindStringSubmatch(s); author != nil && len(m.Authors) == 0 {
			m.Authors = authors(author[1])
			heading = keep(heading, title)
			continue
		}
		if date := findDate(s); date != "" && utf8.RuneCountInString(s) < 80 {
			m.Published = keep(m.Published, date)
			heading = keep(heading, title)
			continue
		}
		if n := utf8.RuneCountInString(s); n >= 4 && n <= 150 && lines.Label(s) == 0 && !chapter(s) {
			s = strings.TrimSpace(marker.ReplaceAllString(s, ""))
			opening = keep(opening, s)
			if title == "" || heading == "" && b.Kind != document.Heading {
				title = s
			}
		}
	}
	m.Title = keep(heading, opening)
	return m
}

// nameSplit stands between the names of a byline.
var nameSplit = pattern.New(`\s+(?:and|und|et|y|&)\s+`)

// authors are the names in what follows "By" in a byline.
func authors(names string) []string {
	return nameSplit.Split(strings.TrimSpace(marker.ReplaceAllString(names, "")), -1)
}

// marker is a note's marker at the end of a title or byline.
var marker = pattern.New(`\[\d{1,4}\]$`)

// keep is a unless it is empty.
func keep(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// chapter says whether a heading is a bare chapter number.
func chapter(s string) bool {
	return lines.Chapter(s) && len(strings.Fields(s)) == 2
}

// findDate is the first date in s as an ISO date, or "".
func findDate(s string) string {
	if m := monthDate.FindStringSubmatch(s); m != nil {
		return isoDate(m[3], monthNumber(m[1]), m[2])
	}
	if m := dayDate.FindStringSubmatch(s); m != nil {
		return isoDate(m[3], monthNumber(m[2]), m[1])
	}
	if m := plainDate.FindStringSubmatch(s); m != nil {
		return isoDate(m[1], m[2], m[3])
	}
	// Which of the two is the month is not known unless one is above twelve.
	if m := slashDate.FindStringSubmatch(s); m != nil {
		if n, err := strconv.Atoi(m[2]); err == nil && n > 12 {
			return isoDate(m[3], m[1], m[2])
		}
		if n, err := strconv.Atoi(m[1]); err == nil && n > 12 {
			return isoDate(m[3], m[2], m[1])
		}
		return m[3]
	}
	return ""
}

// isoDate is a date in ISO 8601, or "" for a day that no calendar has.
func isoDate(year, month, day string) string {
	t, err := time.Parse("2006-1-2", year+"-"+strings.TrimPrefix(month, "0")+"-"+strings.TrimPrefix(day, "0"))
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}

// monthNumber is the number of a month by its English name.
func monthNumber(name string) string {
	t, err := time.Parse("January", name)
	if err != nil {
		return ""
	}
	return strconv.Itoa(int(t.Month()))
}
