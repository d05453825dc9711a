package fields

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

// volumesOf is how many volumes a work has, as in "3 vols." or "2 Bde.".
var volumesOf = pattern.New(`^\d{1,2}\s(?:vols\.?|Bde\.?|Bände|tomes|tomi|tomos|voll\.|dln?\.)`)

// extent is how many pages a work has, and clock a time of day.
var (
	extent = pattern.New(`^\d{2,4}\s(?:S|Seiten|pp?|pages|págs?|páginas|pagine)\.?(?:$|[,;)])`)
	clock  = pattern.New(`^\d{1,2}:\d\d(?::\d\d)?\s(?:[AaPp]\.?[Mm]\b\.?|Uhr\b)(?:\s[A-Z]{2,4}\b)?`)
)

// noField is the length of the number at the start of a text that counts what has no
// field: the volumes or the pages that a work has, a Congress, a time of day; or 0.
func (c *cutter) noField(text string) int {
	if c.start < 0 {
		if m := extent.FindString(text); m != "" {
			return len(strings.TrimRight(m, " ,;)"))
		}
		if n := len(clock.FindString(text)); n > 0 {
			return n
		}
	}
	if n := len(volumesOf.FindString(text)); n > 0 {
		return n
	}
	return len(congressOf.FindString(text))
}

// titleYear says whether a year from i to i+n is part of the words around it:
// "The Directory of 1860", "from 1800 to 1850", "the 2030 Agenda".
func (c *cutter) titleYear(i, n int) bool {
	if c.start < 0 {
		return false
	}
	run := strings.Fields(c.Text[c.start:i])
	switch strings.ToLower(run[len(run)-1]) {
	case "in", "im", "um", "bis", "zum", "to", "en", "nel":
		if len(run) > 2 && len(c.pieces) > 0 && publishedLater.MatchString(c.Text[i+n:]) {
			return true // German Salters in the India Fleet in 1505/06, in: …
		}
	}
	if n != len("1860") {
		return false
	}
	switch strings.ToLower(run[len(run)-1]) {
	case "of", "for", "von", "from", "since", "nach", "vor", "after", "before", "après", "avant", "desde", "dal", "zwischen", "until", "the", "between", "depuis", "seit", "bis", "ab", "year", "years", "jahr", "jahre", "jahres":
		return true
	case "to":
		return strings.Contains(c.Text[c.start:i], "from ")
	}
	next, ok := strings.CutPrefix(c.Text[i+n:], " ")
	word, _, _ := strings.Cut(next, " ")
	r, _ := utf8.DecodeRuneInString(next)
	return ok && len(run) >= 2 && unicode.IsUpper(r) && len(word) > 2 && !strings.ContainsAny(word, ".:") && !look(run[len(run)-1]).place && !look(word).place && !c.inPlace(run)
}

// publishedLater is a year that stands for itself, outside a span of years.
var publishedLater = pattern.New(`(?:^|[^\d–—/-])(?:1[5-9]|20)\d\d[a-z]?(?:[^\d–—-]|$)`)

// subjectYears says whether the span of years from i to i+n is what the work is
// on, for the year of publication comes behind: "Das Amtsgericht 1950–1985,
// Tübingen 2004".
func (c *cutter) subjectYears(i, n int, d *article.Date) bool {
	if c.start < 0 || c.depth > 0 || !longPeriod(d) {
		return false
	}
	run := strings.Fields(c.Text[c.start:i])
	behind, _, _ := strings.Cut(c.Text[i+n:], "http")
	return (len(run) > 1 || len(c.pieces) > 0 && c.gap == ':') && look(run[len(run)-1]).class&(placeWord|publisherWord|journalWord|editionWord) == 0 && !c.inPlace(run) && publishedLater.MatchString(behind)
}

// subjectMonths says whether the month from i to i+n ends the period that the work
// is on, for the year of publication comes behind: "Court Statistics: January to
// March 2019 (MoJ 2019)", "Year Ending March 2020".
func (c *cutter) subjectMonths(i, n int) bool {
	if c.start < 0 || n == 0 || !publishedLater.MatchString(c.Text[i+n:]) {
		return false
	}
	run := strings.Fields(c.Text[c.start:i])
	switch k := len(run) - 1; strings.ToLower(run[k]) {
	case "ending", "ended":
		return k > 0
	case "to", "through", "bis", "à", "a":
		if k == 0 {
			return false
		}
		_, named := month(run[k-1])
		return named > 0
	}
	return false
}

// longPeriod says whether a date is a span of more years than a volume of a
// journal or a work in parts appears in.
func longPeriod(d *article.Date) bool {
	const least = 3
	return d != nil && len(d.Parts) == 2 && d.Parts[1][0]-d.Parts[0][0] >= least
}

// inPlace says whether a run ends with a place of two words or a publisher, which
// a year of publication follows.
func (c *cutter) inPlace(run []string) bool {
	f := look(strings.Join(run[max(0, len(run)-2):], " "))
	return f.place || f.class&publisherWord != 0
}

// withNote announces a comment on a case: "88 m. Anm. Wenner".
var withNote = pattern.New(`^(?:m\.|mit)\s(?:\p{L}+\.?\s)?Anm`)

// pointedAt is what says behind a page which one of the work is meant: "at 633".
var pointedAt = pattern.New(`^(?:at|hier|à(?:\sla)?|aux)\s(?:pp?\.?\s|S\.\s|paras?\.?\s|\[)?\d`)

// pinpoints are the pages, and the notes on them, pointed at behind the first one.
var pinpoints = pattern.New(`^(?:\s(?:&\s)?nn?\.\s?\d+(?:[–-]\d+)?)?(?:,\s\d+(?:[–-]\d+)?(?:\s(?:&\s)?nn?\.\s?\d+(?:[–-]\d+)?)?)*`)

// pageOf says whether four digits that could be a year are a page, for a year
// in brackets comes behind: "89 HARV. L. REV. 1685 (1976)".
func (c *cutter) pageOf(i, n int) bool {
	reported := len(c.pieces) > 0 && c.pieces[len(c.pieces)-1].first&reporterWord != 0
	if n != len("1685") || c.start < 0 && c.gap == 0 && !reported || i == 0 || c.Text[i-1] == '(' {
		return false
	}
	head := strings.TrimRight(c.Text[:i], " ")
	behind := c.Text[i+n:]
	behind = behind[len(pinpoints.FindString(behind)):]
	return (strings.HasSuffix(head, ".") || reported) && courtAndYear.MatchString(behind[:min(len(behind), len(" (Bankr. W.D.N.Y. Sept. 30, 2021)"))])
}

// courtAndYear is the year of a decision or an article in brackets, with the court or
// the day before it: "(1976)", "(9th Cir. 1994)", "(Oct. 30, 2023)".
var courtAndYear = pattern.New(`^ \((?:[^()]*\.\s?(?:\d{1,2},\s)?)?(?:1[4-9]|20)\d\d\)`)

// reportPage says whether four digits are the page of a law report, for its
// abbreviation and the year in square brackets stand before it: "[2015] AC 1787".
func (c *cutter) reportPage(n int) bool {
	k := len(c.pieces)
	if n != len("1787") || c.start < 0 || k == 0 || !bracketed(&c.pieces[k-1]) {
		return false
	}
	f := look(strings.Trim(c.Text[c.start:min(len(c.Text), c.start+24)], " "))
	run, _, _ := strings.Cut(c.Text[c.start:], " ")
	return f.count > 1 && (look(run).acronym || strings.Contains(run, "."))
}

// centuries is an ordinal inside a title: "am Ende des 20. Jahrhunderts", "im 19. und
// 20. Jahrhundert".
var centuries = pattern.New(`^\d{1,3}\.\s(?:(?:und|bis|zum|u\.)\s(?:zum\s)?\d{1,3}\.\s)?(?:Geburtstag|Jahrestag|Jahrhundert|Todestag|Jubiläum|Deutsche)`)

// amount is the sign of a currency right before its figure.
var amount = pattern.New(`[£$€¥]$`)

// dayAndMonth is a day without its year: "8 March".
var dayAndMonth = pattern.New(`^\d{1,2}\s(\p{L}{3,9})\.?(?:[,.;]|$)`)

// dayOfYear adds a day whose year stands behind the author, as newspapers are cited
// there: "Salter, A. (2018), “Pans”, The Guardian, 8 March, p. 12"; its length, or 0.
func (c *cutter) dayOfYear(i int) int {
	m := dayAndMonth.FindStringSubmatchIndex(c.Text[i:min(len(c.Text), i+24)])
	if m == nil {
		return 0
	}
	if _, n := month(c.Text[i+m[2]:]); n != m[3]-m[2] || !slices.ContainsFunc(c.pieces, func(p piece) bool { return p.kind == date && !precise(&p) }) {
		return 0
	}
	c.flush(i)
	c.add(piece{Span: Span{i, i + m[3]}, kind: number, counts: rest})
	return m[3]
}

// shelfmark is what the number of a manuscript comes behind.
var shelfmark = pattern.New(`(?:^|\s)(?:MSS?|Ms|Hs|Cod)\.\s$`)

// romanStop is what the part of a volume stands right behind: "II.".
var romanStop = pattern.New(`(?:^|\s)[IVXLC]+\.$`)

// dashed is a dash between spaces: "BVerfGE 157, 30 – Pfannenschutz".
var dashed = pattern.New(`^\s[–—-]\s`)

// pagesOf says whether what could be a span of years are pages, for it comes
// behind another number and the year stands before it, or in brackets behind:
// "97(6), 1531–1576", "1728, 1730–31 (2017)".
func (c *cutter) pagesOf(i, n int, d *article.Date) bool {
	k := len(c.pieces)
	if c.start >= 0 || c.gap != ',' || k == 0 || len(d.Parts) == 0 || len(d.Parts[0]) > 1 {
		return false
	}
	if yearBehindJournal(c.pieces) {
		return true // NJW 2017, 1474
	}
	if c.pieces[k-1].kind != number {
		return false
	}
	for _, p := range c.pieces {
		if p.kind == date && len(d.Parts) == 2 {
			return true
		}
	}
	behind := c.Text[i+n:]
	year, ok := strings.CutPrefix(behind[len(pinpoints.FindString(behind)):], " (")
	return ok && len(year) > 4 && year[4] == ')' && figureLen(year) == 4
}

// yearBehindJournal says whether the pieces end with the abbreviation of a journal
// and a year, as German has it in the place of the volume.
func yearBehindJournal(ps []piece) bool {
	k := len(ps)
	return k > 1 && ps[k-1].kind == date && !precise(&ps[k-1]) && !ps[k-1].inside && ps[k-1].gap == ' ' && !ps[k-2].place && (ps[k-2].acronym || ps[k-2].camel)
}

// articleNumber is a volume and the number that medicine gives an article in the
// place of its pages: "340:c221".
var articleNumber = pattern.New(`^\d{1,4}(?:\(\d{1,4}\))?:[a-z]\d{2,7}\b`)

// figure reads what begins with a digit or with the sign of a number.
func (c *cutter) figure(i int, r rune) int {
	if n := c.reviewed(i, r); n > 0 {
		return n
	}
	if r == '[' && (len(c.Text) < i+6 || c.Text[i+5] != ']') || c.start >= 0 && centuries.MatchString(c.Text[i:]) {
		return 0
	}
	if c.start >= 0 && amount.MatchString(c.Text[c.start:i]) {
		return 0 // A Sale for £34m
	}
	if c.start >= 0 && (shelfmark.MatchString(c.Text[c.start:i]) && figureLen(c.Text[i:]) > 0 || romanStop.MatchString(c.Text[c.start:i])) {
		return 0 // Sloane MS. 1813, Werke II.1
	}
	if k := len(c.pieces); c.start < 0 && k > 0 && c.pieces[k-1].kind == italic && shelfmark.MatchString(strings.TrimRight(c.Text[c.pieces[k-1].Start:i], " ")+" ") {
		if n := figureLen(c.Text[i:]); n > 0 {
			c.pieces[k-1].End, c.gap = i+n, 0 // the mark alone was in italics
			return n
		}
	}
	// "14 (2020): 1421–37" ends with pages.
	dated := c.start < 0 && c.gap == ':' && len(c.pieces) > 0 && (c.pieces[len(c.pieces)-1].kind == date || c.pieces[len(c.pieces)-1].kind == number)
	if d, n := dateAt(c.Text, i); n > 0 && !dated && !c.pageOf(i, n) && !c.reportPage(n) && !c.pagesOf(i, n, d) {
		if c.titleYear(i, n) || c.subjectYears(i, n, d) {
			return 0
		}
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: date, issued: d})
		return n
	}
	if n := c.noField(c.Text[i:min(len(c.Text), i+16)]); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: number, counts: rest})
		return n
	}
	if counts, n := countedAt(c.Text, i); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: number, counts: counts})
		return n + c.lawBehind(i, n)
	}
	if n := c.dayOfYear(i); n > 0 {
		return n
	}
	if r == '§' || r == '¶' || r == '№' || r == '第' || r == '[' {
		return 0
	}
	if n := editionAt(c.Text[i:]); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: words})
		c.pieces[len(c.pieces)-1].class |= editionWord
		return n
	}
	if m := section.FindString(c.Text[i:min(len(c.Text), i+32)]); m != "" && c.start >= 0 && look(c.Text[c.start:i]).acronym {
		c.flush(i)
		c.add(piece{Span: Span{i, i + len(m)}, kind: number, counts: locator})
		return len(m)
	}
	n := numberLen(c.Text[i:])
	if n == 0 {
		return 0
	}
	if len(c.pieces) == 0 && c.start < 0 && volumeBeforeAuthor(c.Text[i:min(len(c.Text), i+80)]) {
		c.add(piece{Span: Span{i, i + n}, kind: number, ahead: true})
		return n
	}
	if c.start < 0 && c.volumeBehindAuthor(i, n) {
		c.add(piece{Span: Span{i, i + n}, kind: number, ahead: true})
		return n
	}
	if k := len(c.pieces); c.start < 0 && k > 0 && c.pieces[k-1].marker.role == inRole && volumeInCapitals.MatchString(c.Text[i:]) {
		c.add(piece{Span: Span{i, i + n}, kind: number, counts: volume, ahead: true})
		return n
	}
	if c.start < 0 && codeAt(c.Text[i:]) {
		c.add(piece{Span: Span{i, i + n}, kind: number, title: true})
		return n
	}
	if k := len(c.pieces); c.start < 0 && k > 0 && c.pieces[k-1].kind == italic && issueBehind.MatchString(c.Text[i+n:]) {
		n += figureLen(c.Text[i+n+1:]) + 1 // 3.2 (1998)
	}
	// Inside a run of words a number stands for itself only where the run ends.
	behind := strings.TrimLeft(c.Text[i+n:], " ")
	first, _ := utf8.DecodeRuneInString(behind)
	ends := behind == "" || withNote.MatchString(behind) || pointedAt.MatchString(behind) || strings.ContainsRune(",;:.)([]，：；。（", first) || strings.HasPrefix(behind, "<") || len(c.atoms) > 0 && c.atoms[0].kind == address && c.atoms[0].Start == len(c.Text)-len(behind) || dashed.MatchString(c.Text[i+n:])
	if c.start >= 0 && !ends || c.start < 0 && !ends && !unicode.IsUpper(first) && !unicode.IsDigit(first) && first != '[' && first != '§' {
		return 0
	}
	c.flush(i)
	if m := articleNumber.FindString(c.Text[i:min(len(c.Text), i+24)]); m != "" {
		at := i + strings.LastIndexByte(m, ':')
		c.add(piece{Span: Span{i, at}, kind: number, counts: volume})
		c.gap = ':'
		c.add(piece{Span: Span{at + 1, i + len(m)}, kind: number, counts: page})
		return len(m)
	}
	if head, pages, ok := strings.Cut(c.Text[i:i+n], ":"); ok && (c.gap == 0 || c.gap == ';' && len(c.pieces) > 0 && c.pieces[len(c.pieces)-1].kind == date) && strings.ContainsAny(pages, "-–") && figureLen(head) == len(head) {
		p := piece{Span: Span{i, i + len(head)}, kind: number} // Salt Review 9:95–160
		if c.gap == ';' {
			p.counts = volume // 2008;34:339–58
		}
		c.add(p)
		c.gap = ':'
		i, n = i+len(head)+1, len(pages)
		c.add(piece{Span: Span{i, i + n}, kind: number})
		return len(head) + 1 + len(pages)
	}
	counts := none
	if k := len(c.pieces); k > 0 && c.gap == 0 && c.pieces[k-1].class&genreWord != 0 && c.pieces[k-1].count <= 3 && c.pieces[k-1].End+1 == i {
		counts = rest // Working Paper 12
	}
	c.add(piece{Span: Span{i, i + n}, kind: number, counts: counts})
	if _, year, ok := strings.Cut(c.Text[i:i+n], "/"); ok && counts == rest && len(year) == len("2012") {
		if y, _ := integer(year); yearLike(y) {
			c.pieces[len(c.pieces)-1].issued = &article.Date{Parts: [][]int{{y}}} // Working Paper 7/2012
		}
	}
	return n
}
