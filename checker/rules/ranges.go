package rules

import (
	"slices"
	"strconv"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// rangeKind is what the numbers of a range count.
type rangeKind uint8

const (
	pageRange rangeKind = iota // after p., pp., S. and the like, or after a journal's year
	bareRange                  // no word says so; the parser read a page
	yearRange
	verseRange
)

// numberRange is two numbers with a dash between them.
type numberRange struct {
	kind         rangeKind
	start, end   int // bytes in the note's text
	dash, dashTo int
	from, to     string
	// one says that the word before speaks of one page or paragraph: "p. 3-12" may be a
	// page called so.
	one bool
	// journal says that a year in brackets stands before.
	journal bool
}

const (
	dashes     = `\s?[-–—‐‑]\s?`
	listOfNums = `\d{1,5}(?:` + dashes + `\d{1,5})?(?:(?:,\s|;\s?|\s?&\s?|\sand\s|\sund\s|\set\s|\sy\s)\d{1,5}` + dashes + `\d{1,5})*`
)

var (
	labelledNums = pattern.New(`\b(?i:(p|pp|pages?|pgs?|seiten?|págs?|pags?|páginas?|notes?|nn|paras?|paragraphs?|chaps?|chapters?)\.?\s?|(S|ss|str|Sp|cols?|fols?|ff?|rn|rz|tz|vv)\.\s?)(` + listOfNums + `)`)
	journalNums  = pattern.New(`\d{4}[a-z]?\)\s?[:,]\s?(` + listOfNums + `)`)
	// volumeNums are those behind volume and issue, 2018;63:69–86 and 12(3):45–67, and
	// lawNums those of law reviews: 55 S.C. L. Rev. 711, 718–720 (2004).
	volumeNums = pattern.New(`(?:;\s?\d{1,4}(?:\([^()]{1,12}\))?|\s\d{1,4}\(\d{1,4}(?:[-–]\d{1,4})?\)):\s?(` + listOfNums + `)`)
	lawNums    = pattern.New(`\p{L}\.? \d{1,5}, (` + listOfNums + `) \((?:[^()\d]*\s)?(?:1[7-9]|20)\d\d\)`)
	// oscolaNums are those behind publisher and year without a comma, and at an end: (OUP 2017) 420–24.
	oscolaNums = pattern.New(`\p{L} (?:1[5-9]|20)\d\d\)\s(\d{1,4}\s?[-–—‐‑]\s?\d{1,4})(?:[.;]|$)`)
	// courtNums are those behind the court of a judgment: (1977) 38 P & CR 452 (Ch) 470–72.
	courtNums = pattern.New(`\d\s\((?:HL|PC|CA|SC|CS|DC|QB|KB|Ch|Fam|Comm|Admin|Pat|TCC|ECtHR|CJEU|ECJ|[A-Z]{2,4}|\p{L}+\s(?:Ct|Div))\)\s(\d{1,4}\s?[-–—‐‑]\s?\d{1,4})(?:[.;,]|$)`)
	// titleNums are those right behind the quoted title of a short form, with more words
	// after them: “Small Works,” 169–70, on the ports.
	titleNums = pattern.New(`(?:[,\x00][”"’]|[»“\x00]?,)\s(\d{1,4}\s?[-–—‐‑]\s?\d{1,4}),\s\p{Ll}`)
	verseNums = pattern.New(`\p{Lu}\p{Ll}+\.?\s\d{1,3}:(\d{1,3}[-–—]\d{1,3})`)
	yearNums  = pattern.New(`\((?:[^()]*[\s,:])?((?:1\d|20)\d\d` + dashes + `(?:(?:1\d|20)\d\d|\d\d))\)`)
	// yearSpans are those of years written out, wherever they stand: in the title of a book,
	// of a file, of a report.
	yearSpans  = pattern.New(`(?:^|[\s(\x00,“„‘'"«])((?:1[4-9]|20)\d\d` + dashes + `(?:1[4-9]|20)\d\d)(?:[\s),.;:\]\x00”“’'"»]|$)`)
	oneRange   = pattern.New(`(\d{1,5})\s?([-–—‐‑])\s?(\d{1,5})`)
	wholeRange = pattern.New(`^\d{1,5}\s?[-–—‐‑]\s?\d{1,5}$`)
)

// rangesOf are the ranges of a note's text as [veiled].
var rangesOf = perNote(func(r *checker.Report, n int) []numberRange { return rangesIn(&r.Article.Notes[n], veiled(r, n)) })

// rangesIn lists the ranges of a note of which it is certain what they count.
// text is the note's, veiled.
func rangesIn(note *article.Note, text string) []numberRange {
	var all []numberRange
	known := map[int]bool{}
	add := func(kind rangeKind, start, end int, one, journal bool) {
		for _, m := range oneRange.FindAllStringSubmatchIndex(text[start:end], -1) {
			r := numberRange{
				kind: kind, start: start + m[0], end: start + m[1], dash: start + m[4], dashTo: start + m[5],
				from: text[start+m[2] : start+m[3]], to: text[start+m[6] : start+m[7]], one: one, journal: journal,
			}
			if !known[r.start] && !goesOn(text[r.end:]) {
				known[r.start] = true
				all = append(all, r)
			}
		}
	}
	for _, m := range labelledNums.FindAllStringSubmatchIndex(text, -1) {
		word := ""
		if from, to := max(m[2], m[4]), max(m[3], m[5]); from >= 0 {
			word = strings.ToLower(text[from:to])
		}
		add(pageRange, m[6], m[7], slices.Contains([]string{"p", "page", "chap", "chapter", "para", "paragraph"}, word), false)
	}
	for _, m := range journalNums.FindAllStringSubmatchIndex(text, -1) {
		add(pageRange, m[2], m[3], false, true)
	}
	for _, m := range volumeNums.FindAllStringSubmatchIndex(text, -1) {
		add(pageRange, m[2], m[3], false, true)
	}
	for _, m := range lawNums.FindAllStringSubmatchIndex(text, -1) {
		add(pageRange, m[2], m[3], false, false)
	}
	for _, m := range oscolaNums.FindAllStringSubmatchIndex(text, -1) {
		add(pageRange, m[2], m[3], false, false)
	}
	for _, m := range courtNums.FindAllStringSubmatchIndex(text, -1) {
		add(pageRange, m[2], m[3], false, false)
	}
	for _, m := range yearNums.FindAllStringSubmatchIndex(text, -1) {
		add(yearRange, m[2], m[3], false, false)
	}
	for _, m := range yearSpans.FindAllStringSubmatchIndex(text, -1) {
		add(yearRange, m[2], m[3], false, false)
	}
	for _, m := range verseNums.FindAllStringSubmatchIndex(text, -1) {
		add(verseRange, m[2], m[3], false, false)
	}
	for i := range note.Citations {
		c := &note.Citations[i]
		if c.Kind == article.Short && c.Locator == nil && c.Start >= 0 && c.Start <= c.End && c.End <= len(text) {
			for _, m := range titleNums.FindAllStringSubmatchIndex(text[c.Start:c.End], -1) {
				add(bareRange, c.Start+m[2], c.Start+m[3], false, false)
			}
		}
		if at, end := pageOfItem(note, c); end > at {
			add(pageRange, at, end, false, false)
		}
		l := c.Locator
		if l == nil || l.Inherited || l.Label != "page" || c.Start < 0 || c.End > len(text) || c.Start > c.End {
			continue
		}
		kind, value := bareRange, l.Value
		if c.Kind == article.Ibid {
			kind = pageRange // nothing but a page stands there
		}
		words := text[c.Start:c.End]
		at := strings.LastIndex(words, " "+value) + 1
		if volume, pages, ok := strings.Cut(value, ":"); ok { // 2:230–33
			at, value = at+len(volume)+1, pages
		}
		if !wholeRange.MatchString(value) || at == 0 || !strings.HasPrefix(words[min(at, len(words)):], value) {
			continue
		}
		if strings.HasSuffix(words[:at], " at ") {
			kind = pageRange
		}
		add(kind, c.Start+at, c.Start+at+len(value), false, false)
	}
	return all
}

// pageOfItem is where the pages of an article or chapter stand in a note, if they are a
// range; at and end are 0 otherwise.
func pageOfItem(note *article.Note, c *article.Citation) (at, end int) {
	f, ok := c.Fields.Get("page")
	if !ok || c.Item.ContainerTitle == "" || c.Item.Issued.Year() == 0 || !wholeRange.MatchString(c.Item.Page) {
		return 0, 0
	}
	at = offsetOf(note.Text, f.Span.Start)
	if !strings.HasPrefix(note.Text.String[min(at, note.Text.Len()):], c.Item.Page) {
		return 0, 0
	}
	return at, at + len(c.Item.Page)
}

// goesOn says whether a number goes on after a range: a telephone number, a
// date, a verse of another chapter, a page called 12–14.3.
func goesOn(rest string) bool {
	if rest == "" {
		return false
	}
	if isDigit(rest[0]) || rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= 'a' && rest[0] <= 'z' || rest[0] == veil {
		return !strings.HasPrefix(rest, "f") && !strings.HasPrefix(rest, "n")
	}
	trimmed := strings.TrimLeft(rest, "-–—‐‑:/.,")
	return trimmed != rest && trimmed != "" && isDigit(trimmed[0])
}

// numbers are the ends of a range, a shortened second one written out: 145–9 is
// 145 to 149. ok is false where they cannot be told.
func (r numberRange) numbers() (from, to int, ok bool) {
	second := r.to
	if len(second) < len(r.from) {
		second = r.from[:len(r.from)-len(second)] + second
	}
	from, err := strconv.Atoi(r.from)
	to, err2 := strconv.Atoi(second)
	return from, to, err == nil && err2 == nil
}
