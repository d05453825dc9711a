package text

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ibid/parser/document"
)

// longParagraph is the length from which a paragraph is taken for the
// article's own text, in code points.
const longParagraph = 200

// firstLong is the index of the first paragraph of the article proper, or the
// number of blocks.
func firstLong(blocks []document.Block) int {
	for i := range blocks {
		if blocks[i].Kind == document.Paragraph && utf8.RuneCountInString(blocks[i].Text().String) >= longParagraph {
			return i
		}
	}
	return len(blocks)
}

// markChrome marks menus: runs of at least three short list items before the
// article, and lists of short lines after it.
func markChrome(blocks []document.Block) {
	first := firstLong(blocks)
	if first == len(blocks) {
		return
	}
	for i := 0; i < first; {
		j := i
		for j < first && blocks[j].Kind == document.ListItem && blocks[j].Span.End-blocks[j].Span.Start < 80 {
			j++
		}
		if j-i >= 3 {
			for k := i; k < j; k++ {
				blocks[k].Region = document.Chrome
			}
		}
		i = max(j, i+1)
	}
}

var (
	byline    = regexp.MustCompile(`^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s+(\p{Lu}[^,|•·(]{2,60})`)
	monthDate = regexp.MustCompile(`\b(January|February|March|April|May|June|July|August|September|October|November|December)\s+(\d{1,2}),\s+(\d{4})\b`)
	dayDate   = regexp.MustCompile(`\b(\d{1,2})\s+(January|February|March|April|May|June|July|August|September|October|November|December)\s+(\d{4})\b`)
	isoDate   = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	slashDate = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
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
			m.Authors = []string{strings.TrimSpace(author[1])}
			heading = keep(heading, title)
			continue
		}
		if date := findDate(s); date != "" && utf8.RuneCountInString(s) < 80 {
			m.Published = keep(m.Published, date)
			heading = keep(heading, title)
			continue
		}
		if n := utf8.RuneCountInString(s); n >= 4 && n <= 150 && label(s) == 0 && !chapter(s) {
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

// marker is a note's marker at the end of a title.
var marker = regexp.MustCompile(`\[\d{1,4}\]$`)

// keep is a unless it is empty.
func keep(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// chapter says whether a heading is a bare chapter number.
func chapter(s string) bool {
	return heading(s) && len(strings.Fields(s)) == 2 && strings.HasPrefix(strings.ToLower(s), "chap")
}

// findDate is the first date in s as an ISO date, or "".
func findDate(s string) string {
	if m := monthDate.FindStringSubmatch(s); m != nil {
		return iso(m[3], m[1], m[2])
	}
	if m := dayDate.FindStringSubmatch(s); m != nil {
		return iso(m[3], m[2], m[1])
	}
	if m := isoDate.FindStringSubmatch(s); m != nil {
		return m[0]
	}
	// Which of the two is the month is not known unless one is above twelve.
	if m := slashDate.FindStringSubmatch(s); m != nil {
		if n, err := strconv.Atoi(m[2]); err == nil && n > 12 {
			return m[3] + "-" + pad(m[1]) + "-" + pad(m[2])
		}
		return m[3]
	}
	return ""
}

func iso(year, month, day string) string {
	t, err := time.Parse("January", month)
	if err != nil {
		return year
	}
	return year + "-" + pad(strconv.Itoa(int(t.Month()))) + "-" + pad(day)
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
