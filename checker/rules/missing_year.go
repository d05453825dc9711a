package rules

import (
	"strings"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/parser/document"
	"ibid/pattern"
)

// Works without a year, where the article gives all others theirs.

var (
	// titleMarks are those of titles.
	titleMarks = pattern.New(`[“”„«»‘"「『《]`)
	// abbreviatedJournal matches a volume, a journal in short and a page, as law has it.
	abbreviatedJournal = pattern.New(`,\s\d{1,3}\s\p{Lu}[\p{L}.&’' ]*\.[\p{L}.&’' ]*\s\d{1,4}\b`)
	// journalVolume matches a journal with its volume and pages behind a title without marks,
	// as German notes have it: in: Deutsche Richterzeitung 61, S. 90–97; VfZ 34, 417–440.
	journalVolume = pattern.New(`,\s(?:[Ii]n:\s(?:[\p{Lu}][\p{L}-]*(?:\s[\p{L}.-]+)*|\p{Lu}+)\s\d{1,3},\sS\.\s\d+[–-]\d|\p{Lu}\p{Ll}{0,3}\p{Lu}\p{L}*\s\d{1,3},\s\d{1,4}(?:[–-]\d|\s\())`)
	// collected matches editions of an author's works, which are called by their volume.
	collected = pattern.New(`(?i)ausgabe|werke|schriften|\bMEG?[AW]\b|aufsätze|vorlesungen|briefe|aufklärung|\bworks\b|œuvres|obras|opere`)
	// reported matches volume, reporter and page.
	reported = pattern.New(`\b\d{1,4}\s\p{Lu}[\p{L}.\d ]{0,14}(?:\s\(\d{1,2}\s\p{L}+\.\))?\s\d{1,4}\b`)
	// otherEra matches years of calendars that count otherwise: 2569, 5786, Reiwa 8.
	otherEra = pattern.New(`\b(?:2[4-6]\d\d|5[5-8]\d\d)\)|\b(?i:reiwa|heisei|sh[oō]wa|taish[oō]|meiji)\s?\d`)
	// ofVolume matches the volume and page of a work of several: i. 95; vol. ii.
	ofVolume = pattern.New(`(?i)\bvols?\.|,\s[ivxl]+\.\s\d`)
	// ownInitials are those of a name, which stand for no year of birth or death: D. Nelson.
	ownInitials = pattern.New(`(^|[\s,/])(?:\p{Lu}\.[\s-]?)+(\p{Lu}\p{Ll})`)
	// inTheSame matches what says that a chapter stands in the volume cited before.
	inTheSame = pattern.New(`\b(?:[Dd]arin|[Hh]ierin|[Tt]herein|ebd)\b`)
	// timeless names what has no year, or none that is needed.
	timeless = pattern.New(`(?i)\bmss?\b|manuscript|archiv|\bbox\b|\bfolder\b|\bfols?\.|papers\b|collection|records?\b|library|interview|gospel|bible|loeb|s\.\s?v\.|in preparation|unpublished|draft|\binv\.|\bbl\.|nachlass`)
)

// lacking are the citations of works without a year whose kind the article gives
// a year nearly always.
func lacking(a *article.Article, cited mentions) map[article.Ref]gapAt {
	const enough, times = 4, 2
	with, without := map[string]int{}, map[string]int{}
	plain := plainBooks(a)
	found := map[article.Ref]gapAt{}
	for ref, c := range a.Citations() {
		kind := yearlyKind(c)
		if c.Kind != article.Full || kind == "" {
			continue
		}
		if c.Item.Issued.Year() > 0 {
			with[kind]++
			with[c.Item.Type]++
			if c.Item.Type == "book" && c.Item.ContainerTitle == "" {
				with[books]++
			}
		} else if gap, ok := withoutYear(a.Notes[ref.Note].Styles, c, cited, ref.Note, plain); ok && !goesOnInNext(&a.Notes[ref.Note], ref.Citation) {
			without[kind]++
			without[c.Item.Type]++
			if c.Item.Publisher == "" && kind == "work" && c.Item.ContainerTitle == "" {
				without[books]++
			}
			found[ref] = gap
		}
	}
	for ref := range found {
		c := a.Cited(ref)
		if c.Item.Publisher == "" && c.Item.ContainerTitle == "" && c.Item.Type == "book" && with[books] < times*max(1, without[books]) {
			delete(found, ref) // a title alone is enough where most books are cited so
		}
		usual := func(kind string) bool { return with[kind] >= enough && with[kind] >= times*without[kind] }
		if !usual(yearlyKind(c)) && !usual(c.Item.Type) {
			delete(found, ref)
		}
	}
	return found
}

// plainBooks says whether an article sets the titles of its books in no italics nor
// quotation marks, as many in German do.
func plainBooks(a *article.Article) bool {
	const least = 4
	marked, plain := 0, 0
	for ref, c := range a.Citations() {
		if c.Kind != article.Full || c.Item.Type != "book" || c.Item.Issued.Year() == 0 {
			continue
		}
		if titleMarks.MatchString(c.Text) || italicIn(a.Notes[ref.Note].Styles, c) {
			marked++
		} else {
			plain++
		}
	}
	return plain >= least && plain > marked
}

// gapAt is what is missing in a citation, what to do, and where in it that belongs.
type gapAt struct {
	lacks, help string
	from, to    int
}

// books counts the books that have a year, or nothing but author and title.
const books = "books"

// yearlyKind groups the types of works by whether they need a year alike; "" for
// those that need none.
func yearlyKind(c *article.Citation) string {
	switch c.Item.Type {
	case "book", "chapter", "article-journal", "article", "thesis", "report":
		return "work"
	case "legal_case":
		return "case"
	}
	return ""
}

// withoutYear says whether a full citation lacks its year. styles are those of
// the note, as an article's title may be in italics; plain says that the titles of books
// are not.
func withoutYear(styles []article.Styled, c *article.Citation, cited mentions, note int, plain bool) (gapAt, bool) {
	// What is in the name of a work is no year of it, and does not say what it is.
	rest := c.Text
	pages := "" // 1955–93
	if wholeRange.MatchString(c.Item.Page) {
		pages = c.Item.Page
	}
	for _, own := range [...]string{c.Item.Title, pages} {
		if at := strings.LastIndex(rest, own); own != "" && at >= 0 {
			rest = rest[:at] + strings.Repeat(string(veil), len(own)) + rest[at+len(own):]
		}
	}
	rest = ownInitials.ReplaceAllString(rest, "$1$2")
	if c.Target != nil || len(c.URLs) > 0 && c.Item.DOI == "" || undated.MatchString(rest) || timeless.MatchString(rest) || medieval.MatchString(rest) || anyYear.MatchString(rest) || otherEra.MatchString(c.Text) || partOfKnown(c, cited, note) {
		return gapAt{}, false
	}
	help, anchor := standsAs(styles, c, plain, cited, note)
	if help == "" {
		return gapAt{}, false
	}
	gap := gapAt{lacks: "year", help: help, to: len(c.Text)}
	if at := strings.LastIndex(c.Text, anchor); at >= 0 {
		gap.from, gap.to = at, at+len(anchor)
	}
	return gap, true
}

// standsAs says what to do about a work without a year, and behind which words
// that is; help is "" where it is not certain what kind of work it is.
func standsAs(styles []article.Styled, c *article.Citation, plain bool, cited mentions, note int) (help, anchor string) {
	item := &c.Item
	titled := titleMarks.MatchString(c.Text) || italicIn(styles, c)
	switch item.Type {
	case "book", "chapter", "thesis", "report":
		if item.Publisher != "" && strings.Contains(c.Text, item.Publisher) && len(item.Author) > 0 {
			return "Add the year behind the publisher.", item.Publisher
		}
		if item.Type == "book" && (titled || plain) && wholeTitle(c) && (len(strings.Fields(mainTitle(item.Title))) < rareTitle || !cited.elsewhere(note, item.Title)) {
			return "Add the year, and the place or publisher where the others have it.", item.Title
		}
	case "article-journal", "article":
		if item.ContainerTitle != "" && placedIn(c) && len(item.Author) > 0 && (titled || abbreviatedJournal.MatchString(c.Text) || journalVolume.MatchString(c.Text) && !collected.MatchString(item.ContainerTitle)) {
			return "Add the year of the journal.", item.ContainerTitle
		}
	case "legal_case":
		if m := reported.FindString(c.Text); m != "" && len(strings.Fields(item.Title)) > 2 {
			return "Add the year of the decision.", m
		}
	}
	return "", ""
}

// goesOnInNext says whether what follows a citation in its note has no author: it
// may be the rest of the same reference, read as another one.
func goesOnInNext(note *article.Note, at int) bool {
	return at+1 < len(note.Citations) && note.Citations[at+1].Kind == article.Full && len(note.Citations[at+1].Item.Author) == 0
}

// partOfKnown says whether a citation leans on a work that another note cites:
// a chapter of a volume that was cited before needs no year of its own.
func partOfKnown(c *article.Citation, cited mentions, note int) bool {
	return inTheSame.MatchString(c.Text) || c.Item.Type == "chapter" && cited.elsewhere(note, c.Item.ContainerTitle) || cited.hasWork(note, &c.Item)
}

// rareTitle is how many words a title has that stands elsewhere by no chance.
const rareTitle = 3

// wholeTitle says whether a book is cited by its author's given name and a title with
// words enough for a full citation: four, or three where a page of it is pointed at.
func wholeTitle(c *article.Citation) bool {
	const words = 4
	if len(c.Item.Author) == 0 || c.Item.Author[0].Given == "" || c.Item.Volume != "" || ofVolume.MatchString(c.Text) {
		return false // by its volume a work is cited that is known
	}
	n := len(strings.Fields(c.Item.Title))
	return n >= words && c.Locator != nil || n == words-1 && c.Locator != nil && c.Locator.Label == "page"
}

// placedIn says whether it is told where in a journal an article stands.
func placedIn(c *article.Citation) bool {
	return c.Item.Volume != "" || c.Item.Issue != "" || c.Item.Page != "" || c.Locator != nil && c.Locator.Label == "page" && fields.JournalWord(c.Item.ContainerTitle)
}

// italicIn says whether something is in italics in a citation.
func italicIn(styles []article.Styled, c *article.Citation) bool {
	for _, s := range styles {
		if s.Style.Has(document.Italic) && s.Start < c.End && c.Start < s.End {
			return true
		}
	}
	return false
}
