package rules

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/citation"
	"ibid/pattern"
)

// No reader of fields takes 2984 for a year, so that a work which is said to have come
// out then is read as one without a date. Whether the number stands where a work's year
// does, in whatever style, is told by reading the note again with a year in its place
// that is past.

// pastYear is a note as it reads with one of its numbers turned into a year that is past.
type pastYear struct {
	// at is where the number stands in the note's text.
	at int
	// year is the number as it stands.
	year int
}

// comesByYear matches what stands before a number that may be the year of a work: a mark,
// a name, the number of an edition, or a word that is cut short.
var comesByYear = pattern.New(`(?:^|[\s(])(?:[^\s]*[,.:)\]”»’"–-]|[\p{Lu}\d][^\s]*|\p{L}*(?:dition|auflage|dn|edizione|edición))\s$|[(\[]$`)

// pageLabel matches words whose number counts pages, paragraphs or files.
var pageLabel = pattern.New(`(?i)(?:^|[\s(])(?:pp?|ss?|sp|rn|rz|rdnr|fols?|ff?|bl|col|cc?|art|arts|paras?|ch|box|at)\.?\s$`)

// journalsOfArchives matches journals that have the name of an archive.
var journalsOfArchives = pattern.New(`\b(?:Archiv für|Archives? (?:of|for|de|des)|Archivio)\b`)

// volumeOfReports matches what follows a volume: 2161 UNTS 447.
var volumeOfReports = pattern.New(`^\s\p{Lu}[\p{L}.&’' ]{0,30}\s\d`)

// pastYears are the numbers of a note that would be the years of works it cites if they
// were not still to come.
func pastYears(r *checker.Report, n int) []pastYear {
	var found []pastYear
	note, words := &r.Article.Notes[n], veiled(r, n)
	if timeless.MatchString(journalsOfArchives.ReplaceAllString(words, "")) {
		return nil // what is kept there has numbers
	}
	for _, at := range yearsIn(words) {
		year, _ := strconv.Atoi(words[at : at+4])
		if !toBe(year, r.Now, true) || !yearMayStand(words, at) || datedAt(note, at) {
			continue
		}
		if past := pastFor(words, at, r.Now); past != "" && issuedIn(r.Article, note, at, past) {
			found = append(found, pastYear{at, year})
		}
	}
	return found
}

// datedAt says whether a citation has a year already, and what stands at a place in it
// is then none.
func datedAt(note *article.Note, at int) bool {
	i := citationAt(note, at)
	return i >= 0 && note.Citations[i].Item.Issued.Year() > 0
}

// yearMayStand says whether nothing speaks against a number's being a year by what is
// around it.
func yearMayStand(words string, at int) bool {
	before, after := words[:at], words[at+4:]
	if strings.HasPrefix(after, "/") || strings.HasPrefix(after, "-") || strings.HasPrefix(after, "–") || strings.HasPrefix(after, string(veil)) {
		return false
	}
	if volumeOfReports.MatchString(after) {
		return false
	}
	if r := []rune(after); len(r) > 0 && (unicode.IsLetter(r[0]) || r[0] == '.' && len(r) > 1 && unicode.IsDigit(r[1])) {
		return false
	}
	return comesByYear.MatchString(before) && !pageLabel.MatchString(before) && !counted.MatchString(before) && !endsInProgramme(before)
}

// endsInProgramme says whether a text ends in the name of a programme that has a year to come.
func endsInProgramme(text string) bool {
	words := strings.Fields(text)
	return len(words) > 0 && programme.MatchString(strings.Trim(words[len(words)-1], ",:(“„«‘'\""))
}

// pastFor is a year that is past with the last two figures of a number, and that the
// note doesn't have yet; "" where there is none.
func pastFor(words string, at int, now time.Time) string {
	for _, century := range []string{"20", "19", "18"} {
		past := century + words[at+2:at+4]
		if year, _ := strconv.Atoi(past); year <= now.Year() && !strings.Contains(words, past) {
			return past
		}
	}
	return ""
}

// issuedIn says whether a note would cite a work of a past year if that stood in the place
// of a number. Both have four figures, so that all else stays where it is.
func issuedIn(a *article.Article, note *article.Note, at int, past string) bool {
	again := *note
	again.Citations, again.URLs = nil, nil
	again.Text.String = note.Text.String[:at] + past + note.Text.String[at+len(past):]
	alone := &article.Article{Text: a.Text, Format: a.Format, Flavor: a.Flavor, Meta: a.Meta, Notes: []article.Note{again}}
	citation.Parse(alone)
	for i := range alone.Notes[0].Citations {
		c := &alone.Notes[0].Citations[i]
		if year := strconv.Itoa(c.Item.Issued.Year()); year == past && c.Kind == article.Full && c.Start <= at && at < c.End && namesTheWork(&c.Item) && namesItsMaker(&c.Item) {
			return true
		}
	}
	return false
}

// namesTheWork says whether it is said which work is meant: by its title, by its place in a
// journal or in reports.
func namesTheWork(item *article.Item) bool {
	return item.Title != "" || item.ContainerTitle != "" && item.Page != ""
}

// namesItsMaker says whether something tells who made a work, or where it stands: a title
// alone may be that of a programme with a year to come.
func namesItsMaker(item *article.Item) bool {
	return len(item.Author)+len(item.Editor) > 0 || item.ContainerTitle != "" || item.Edition != "" || item.Publisher != "" || item.PublisherPlace != "" || item.Type == "legal_case"
}

// futureIfPast finds the years to come of a note that stand where the year of a work does,
// but for those that were found before.
func futureIfPast(r *checker.Report, n int, before []checker.Finding) []checker.Finding {
	note := &r.Article.Notes[n]
	if r.Now.IsZero() || toCome.MatchString(note.Text.String) {
		return nil
	}
	var found []checker.Finding
	for _, y := range pastYears(r, n) {
		span := note.Text.Span(y.at, y.at+4)
		if slices.ContainsFunc(before, func(f checker.Finding) bool {
			return f.Note == n && f.Span.Start <= span.Start && span.End <= f.Span.End
		}) {
			continue
		}
		f := atNote(n, span, "Note %s says that the work came out in %d, which is still to come.", note.Number, y.year)
		f.Citation = citationAt(note, y.at)
		f.Help, f.Confidence = "Compare the date with the source.", 0.95
		f.Evidence = []checker.Evidence{{What: "date in the note", Value: strconv.Itoa(y.year)}, {What: "today", Value: r.Now.Format("2006-01-02")}}
		found = append(found, f)
	}
	return found
}
