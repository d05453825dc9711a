package citation

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"ibid/parser/article"
)

var (
	hereinafter = regexp.MustCompile(`(?i)[\[(（]\s?(?:hereinafter|hereafter|henceforth|im folgenden|nachfolgend|fortan|ci-après|désormais|en adelante|d'ora in poi|doravante|далее|이하|以下簡稱|以下简称|以下)(?:\s(?:cited as|referred to as|cited|zit\.|zitiert als|cité))?\s?[:：—–-]?\s?[“"„«「『]?([^\])）”"“»」』]{1,80})[”"“»」』]?[\])）]?`)
	acronym     = regexp.MustCompile(`\(\s?(\p{Lu}[\p{Lu}\p{N}&.-]{1,11})\s?\)`)
	bookShape   = regexp.MustCompile(`\(([^()]*?)[,\s]\s?(?:c\.\s?)?((?:1[4-9]|20)\d\d)[a-z]?(?:[–-]\d+)?\)`)
	pagesText   = regexp.MustCompile(`(?:\(\d{4}\)|\d{4}\))\s?[:,]\s?(\d+\s?[–—-]\s?\d+|\d+)`)
	volumeText  = regexp.MustCompile(`\b(?:vol\.?\s?)?(\d{1,4})(?:,\s?no\.\s?(\d+[–/-]?\d*)|\((\d+[–/-]?\d*)\)|:(\d+))?\s\(`)
	monthDay    = regexp.MustCompile(`(?i)\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+(\d{1,2}),?\s+(\d{4})\b`)
	dayMonth    = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?(January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\.?,?\s+(?:de\s+)?(\d{4})\b`)
	monthYear   = regexp.MustCompile(`(?i)\b(January|February|March|April|May|June|July|August|September|October|November|December)\s+(\d{4})\b`)
	accessed    = regexp.MustCompile(`(?i)\b(?:accessed|retrieved|last visited|abgerufen am|zugriff|consulté le|consultado)\b`)
)

// fullFields reads the fields of a full reference. sameAuthor says that the
// author is not in it (idem).
func (p *noteParser) fullFields(r *reading, x span, sameAuthor bool) {
	text := p.s[x.start:x.end]
	r.tags = tagsOf(text)
	if name := caseTitle.FindStringIndex(text); name != nil {
		r.item.Type = "legal_case"
		t := span{x.start + name[0], x.start + name[1]}
		r.item.Title = cleanTitle(t.text(p.s))
		r.setField("title", t)
		p.dates(r, x)
		r.loc = p.caseLocator(text[name[1]:])
		return
	}
	t, ok := p.title(x)
	if !ok {
		t, ok = p.plainTitle(x, sameAuthor)
	}
	if ok {
		r.item.Title = cleanTitle(t.text(p.s))
		r.setField("title", t)
		if !sameAuthor {
			p.authors(r, x, t)
		}
		p.container(r, span{t.end, x.end})
	} else if !sameAuthor {
		if c := strings.IndexAny(text, ",:،"); c > 0 {
			r.item.Author, _ = p.readNames(text[:c])
		}
	}
	p.dates(r, x)
	if m := bookShape.FindStringSubmatch(text); m != nil {
		if place, publisher, ok := strings.Cut(m[1], ":"); ok {
			r.item.PublisherPlace, r.item.Publisher = strings.TrimSpace(place), strings.Trim(publisher, " ,")
		}
	}
	if m := volumeText.FindStringSubmatch(text); m != nil && r.item.ContainerTitle != "" {
		r.item.Volume, r.item.Issue = m[1], m[2]+m[3]+m[4]
	}
	if m := pagesText.FindStringSubmatch(text); m != nil && strings.ContainsAny(m[1], "–—-") {
		r.item.Page = m[1]
	}
	if ok {
		r.loc = p.fullLocator(span{t.end, x.end})
	}
	r.item.Type = p.typeOf(r, x, t, ok)
}

var (
	caseTitle = regexp.MustCompile(`^\p{Lu}[\p{L}.'’ &-]*?\sv\.?\s\p{Lu}[\p{L}.'’ &-]*`)
	pinpoint  = regexp.MustCompile(`\d\s?[A-Z][\p{L}.\d\s]*?\s\d+,\s(\d+(?:[–-]\d+)?)\b`)
)

// caseLocator is the page that a case is cited at: behind its first page.
func (p *noteParser) caseLocator(s string) *article.Locator {
	if m := pinpoint.FindStringSubmatch(s); m != nil {
		return &article.Locator{Label: "page", Value: m[1]}
	}
	return nil
}

// fullLocator is the page that a full reference points at: behind its year.
func (p *noteParser) fullLocator(x span) *article.Locator {
	if y := p.year(x); y >= 0 && x.start < y {
		if l := p.locator(span{min(y+4, x.end), x.end}); l != nil && !p.hasURLBefore(l, span{y, x.end}) {
			return l
		}
	}
	l := p.locator(x)
	if l != nil && (l.Label == "volume" || l.Label == "issue" || yearish(l.Value)) {
		return nil
	}
	return l
}

func (p *noteParser) hasURLBefore(l *article.Locator, x span) bool {
	i := strings.Index(p.s[x.start:x.end], l.Value)
	return i >= 0 && p.inURL(x.start+i)
}

// tagsOf are the names that a reference defines for its work.
func tagsOf(text string) []string {
	var tags []string
	for _, m := range hereinafter.FindAllStringSubmatch(text, 3) {
		tags = append(tags, strings.Trim(m[1], " .,:;'’‘“”\""))
	}
	for _, m := range acronym.FindAllStringSubmatch(text, 3) {
		tags = append(tags, m[1])
	}
	return tags
}

// plainTitle finds a title that nothing marks: between the author and the
// bracket, comma or stop that publication data starts with.
func (p *noteParser) plainTitle(x span, sameAuthor bool) (span, bool) {
	text := p.s[x.start:x.end]
	start := 0
	if !sameAuthor {
		start = p.afterAuthor(text)
	}
	rest := text[start:]
	end := -1
	if m := parenPub.FindStringIndex(rest); m != nil {
		end = m[0]
	}
	if i := strings.Index(rest, " [hereinafter"); i > 0 && (end < 0 || i < end) {
		end = i
	}
	stop := titleStop(rest, end)
	if stop > 0 && (end < 0 || stop < end && !strings.Contains(rest[:end], ": ")) {
		end = stop
	}
	if end <= 0 {
		end = strings.IndexByte(rest, ',')
	}
	if end <= 0 {
		return span{-1, -1}, false
	}
	t := strings.TrimRight(rest[:end], " ,.:")
	lead := len(t) - len(strings.TrimLeft(t, " ,.:"))
	if len(t)-lead < 2 {
		return span{-1, -1}, false
	}
	return span{x.start + start + lead, x.start + start + len(t)}, true
}

// titleStop is where a title in the comma style ends, or -1.
func titleStop(rest string, paren int) int {
	if paren > 0 && !strings.Contains(rest[:paren], ",") {
		return -1
	}
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case ',', 0xd8: // the first byte of an Arabic comma, among others
			if rest[i] == ',' || strings.HasPrefix(rest[i:], "،") {
				return i
			}
		case '.':
			if i+1 < len(rest) && rest[i+1] == ' ' && !abbreviated(rest[:i]) {
				return i
			}
		}
	}
	return -1
}

var byIn = regexp.MustCompile(`\bby (\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,3}) in `)

// afterAuthor is where the title starts in a reference without marked title.
func (p *noteParser) afterAuthor(text string) int {
	if m := byIn.FindStringIndex(text); m != nil {
		return m[1]
	}
	for _, mark := range []string{": ", "), ", ". "} {
		i := strings.Index(text, mark)
		if i <= 0 || i > 120 {
			continue
		}
		head := text[:i]
		switch {
		case mark == "), " && yearish(strings.TrimLeft(head[strings.LastIndexByte(head, '(')+1:], " ")):
			return i + len(mark)
		case mark == ": " && !strings.ContainsAny(head, ",(“\"") && len(strings.Fields(head)) <= 4:
			return i + len(mark)
		case mark == ". " && !abbreviatedName(head) && len(strings.Fields(head)) <= 4 && strings.IndexByte(text, ',') > 0 && (len(strings.Fields(head[:max(0, strings.IndexByte(head, ','))])) == 1 || initial(head) && strings.IndexByte(head, ',') > 0):
			return i + len(mark)
		}
	}
	// "Иванов А. П. Приливы": initials behind the surname.
	if m := initialsEnd.FindStringIndex(text); m != nil {
		return m[1]
	}
	i := strings.IndexByte(text, ',')
	if a := strings.Index(text, "،"); a > 0 && (i < 0 || a < i) {
		return a + len("،")
	}
	if i < 0 {
		return 0
	}
	head := text[:i]
	if strings.ContainsAny(head, "(") && strings.Contains(head, ")") && !acronym.MatchString(head) {
		return 0 // "Report of X (Ottawa: …), 2": the title comes first
	}
	names, _, _ := strings.Cut(text[i+1:], ",")
	if n := strings.TrimSpace(names); editorMark.MatchString(n) || suffixes.MatchString(n) || strings.HasPrefix(n, "and ") {
		return i + 1 + len(names) + 1
	}
	if len(strings.Fields(head)) > 8 {
		return 0
	}
	return i + 1
}

var initialsEnd = regexp.MustCompile(`^\p{Cyrillic}[\p{L}-]+\s(?:\p{Lu}\.\s?){1,3}\s?`)

func abbreviatedName(head string) bool {
	return initial(head) && !strings.Contains(head, ",")
}

// authors reads what stands before the title.
func (p *noteParser) authors(r *reading, x, t span) {
	head := p.s[x.start:max(x.start, t.start)]
	if m := byIn.FindStringSubmatch(head); m != nil {
		head = m[1]
	}
	if m := acronym.FindStringSubmatchIndex(head); m != nil {
		head = head[:m[0]] + head[m[1]:]
	}
	head = yearParen.ReplaceAllString(head, "")
	head = strings.Trim(head, " ,:;.\"“„«‘'「『《〈_*(，：、")
	if i := strings.LastIndex(head, " quoted in "); i >= 0 {
		head = head[i+len(" quoted in "):]
	}
	if head == "" || utf8.RuneCountInString(head) > 250 || p.prose(span{x.start, t.start}) {
		return
	}
	names, editors := p.readNames(head)
	if editors {
		r.item.Editor = names
	} else {
		r.item.Author = names
	}
	if len(names) > 0 {
		r.setField("author", span{x.start, t.start})
	}
}

var yearParen = regexp.MustCompile(`\(?\b(?:1[4-9]|20)\d\d[a-z]?\)?[.,:]?\s*$|\([A-Z][a-z]+ \d{1,2}, \d{4}\)\.?\s*$`)

// container reads where the work stands: the italic or plain words behind a
// quoted title.
func (p *noteParser) container(r *reading, x span) {
	for _, it := range p.italics {
		if it.start >= x.start && it.end <= x.end && p.titleItalic(it) {
			r.item.ContainerTitle = cleanTitle(it.text(p.s))
			r.setField("container-title", it)
			return
		}
	}
	for _, q := range p.mask.quotes {
		if q.start >= x.start && q.end <= x.end {
			r.item.ContainerTitle = cleanTitle(q.text(p.s))
			return
		}
	}
	text := strings.TrimLeft(p.s[x.start:x.end], " ,.”\"’»“:")
	if rest, ok := strings.CutPrefix(text, "in: "); ok {
		text = rest
	} else if rest, ok := strings.CutPrefix(text, "in "); ok {
		text = rest
	}
	end := strings.IndexAny(text, ",(0123456789;")
	if end <= 2 || !startsUpper(text) {
		return
	}
	if c := strings.TrimSpace(strings.TrimRight(text[:end], " .:")); len(c) < 100 && !accessed.MatchString(c) {
		r.item.ContainerTitle = c
	}
}

// dates reads when the work appeared and when it was read.
func (p *noteParser) dates(r *reading, x span) {
	text := p.s[x.start:x.end]
	issued := text
	if m := accessed.FindStringIndex(text); m != nil {
		r.item.Accessed = readDate(text[m[1]:])
		issued = text[:m[0]]
	}
	if d := readDate(issued); d != nil && len(d.Parts[0]) > 1 {
		r.item.Issued = d
		return
	}
	if y := p.year(span{x.start, x.start + len(issued)}); y >= 0 {
		n, _ := strconv.Atoi(p.s[y : y+4])
		r.item.Issued = &article.Date{Parts: [][]int{{n}}}
		r.setField("issued", span{y, y + 4})
	}
}

// readDate is the first date in a text, or nil.
func readDate(s string) *article.Date {
	if nextYear(s, 0, 0) < 0 {
		return nil
	}
	for _, form := range []struct {
		re               *regexp.Regexp
		year, month, day int
	}{{monthDay, 3, 1, 2}, {dayMonth, 3, 2, 1}, {monthYear, 2, 1, 0}} {
		var found *article.Date
		aroundYears(s, func(near string) bool {
			m := form.re.FindStringSubmatch(near)
			if m == nil {
				return false
			}
			day := ""
			if form.day > 0 {
				day = m[form.day]
			}
			found = date(m[form.year], m[form.month], day)
			return true
		})
		if found != nil {
			return found
		}
	}
	return nil
}

// months are month names by their first letters, in English, German, French and Spanish.
const months = "|jan=1|ene=1|feb=2|fév=2|mar=3|mär=3|apr=4|avr=4|abr=4|may=5|mai=5|jun=6|juin=6|jul=7|juil=7|aug=8|aoû=8|ago=8|sep=9|oct=10|okt=10|nov=11|dec=12|dez=12|déc=12|dic=12|"

func date(year, month, day string) *article.Date {
	y, _ := strconv.Atoi(year)
	parts := []int{y}
	m := []rune(strings.ToLower(month))
	for _, n := range []int{4, 3} {
		if len(m) < n {
			continue
		}
		if i := strings.Index(months, "|"+string(m[:n])+"="); i >= 0 {
			rest := months[i+1+len(string(m[:n]))+1:]
			v, _ := strconv.Atoi(rest[:strings.IndexByte(rest, '|')])
			parts = append(parts, v)
			break
		}
	}
	if d, err := strconv.Atoi(day); err == nil && len(parts) == 2 {
		parts = append(parts, d)
	}
	return &article.Date{Parts: [][]int{parts}}
}

// typeOf is the CSL type of a reference.
func (p *noteParser) typeOf(r *reading, x, t span, titled bool) string {
	text := p.s[x.start:x.end]
	quoted := false
	for _, q := range p.mask.quotes {
		quoted = quoted || titled && q == t
	}
	before, _ := utf8.DecodeLastRuneInString(p.s[:max(t.start, 0)])
	switch {
	case caseName.MatchString(text) && legalCite.MatchString(text):
		return "legal_case"
	case strings.ContainsRune("『《", before):
		return "book"
	case r.item.Volume != "" || strings.ContainsRune("「〈", before):
		return "article-journal"
	case quoted && p.hasURL(x):
		return "webpage"
	case quoted && r.item.ContainerTitle != "":
		return "article"
	case r.item.Publisher != "" || !quoted && titled:
		return "book"
	}
	return "document"
}

// titleFields reads a title that follows a word for the same author.
func (p *noteParser) titleFields(r *reading, x span) {
	if t, ok := p.title(x); ok {
		r.item.Title = cleanTitle(t.text(p.s))
		r.loc = p.locator(span{t.end, x.end})
		return
	}
	parts := splitTop(p.s[x.start:x.end])
	if len(parts) > 0 {
		r.item.Title = cleanTitle(parts[0])
	}
}
