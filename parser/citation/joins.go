package citation

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// lawNumber is the volume of a code or a law report at the start of a reference.
var lawNumber = pattern.New(`^\d{1,3}\s(?:\p{Lu}\.\s?){2,4}`)

// tail says whether a piece only goes on with the reference before it.
func (p *noteParser) tail(x span) bool {
	t := p.s[x.start:x.end]
	if tailStart.MatchString(t) || partOnly.MatchString(t) || imprint.MatchString(t) || codeOnly.MatchString(t) || !letterAny.MatchString(t) {
		return true
	}
	if len(p.urls) > 0 && p.urlAt(x.start) || editionOnly.MatchString(t) {
		return true
	}
	if dateThenAddress.MatchString(t) {
		return true
	}
	return t[0] >= '0' && t[0] <= '9' && !lawNumber.MatchString(t) && len(t) < 40 && !p.prose(x) || len(t) < 40 && fields.OnlyDate(t)
}

// dateThenAddress is a date and an address, or what announces one: "2021, https://…".
var dateThenAddress = pattern.New(`^(?:\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?)?(?:19|20)\d\d[,.]?\s(?:https?:|www\.|\[|<|(?i:verfügbar|online|abruf|internet|url:|zuletzt|available|retrieved|accessed|disponible|consulté)\b)`)

// editionOnly is an edition in brackets and nothing else: "(Fourth edition, 1903.)".
var editionOnly = pattern.New(`^\([^()]{0,30}\b(?:[Ee]dition|ed\.|Aufl\.|Auflage|éd\.)[^()]{0,20}\)?\.?\)?\.?$`)

func (p *noteParser) urlAt(i int) bool {
	for _, u := range p.urls {
		if u.at <= i && i < u.end {
			return u.Visible != "" || u.Form != "href"
		}
	}
	return false
}

// complete says whether a group has all that a reference needs.
func (p *noteParser) complete(g span) bool {
	if p.hasURL(g) {
		return true
	}
	if y := p.year(g); y >= 0 && (y+len("1726") < len(strings.TrimRight(p.s[:g.end], ". ")) || !ofYear.MatchString(p.s[g.start:y])) {
		// "Name (2004)." and "Name (May 6, 2003)." wait for their title.
		_, titled := p.title(g)
		if !titled && datedName.MatchString(p.s[g.start:g.end]) {
			return false
		}
		end := strings.TrimRight(p.s[g.start:g.end], ". ")
		return titled || !strings.HasSuffix(end, ")") || strings.IndexByte(p.s[g.start:g.end], ',') < y-g.start && !nameOnly(p.s[g.start:y])
	}
	return false
}

// ofYear is what makes a year behind it one that the title names: "Der Aufstand
// von 1726".
var ofYear = pattern.New(`\s(?:von|vom|seit|nach|vor|bis|um|ab|zwischen|des Jahres|im Jahre?|of|from|since|after|before|until|between|in)\s$`)

// datedName is names and a year that nothing but a title can follow: "Cotter,
// Roger. 1998", "Machura, Stefan, 2001".
var datedName = pattern.New(`^(?:\p{Lu}[\p{L}'’-]+,\s[\p{Lu}][\p{L}.\s,&'’-]{0,80}?|` + medicalNames + `)(?:\s\(?(?:[Ee]ds?|[Ee]ditors?|Hg|Hrsg)\.?\)?)?[.,]?\s\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]?\s*$`)

// medicalNames are names as Vancouver has them: "Dahl AB, Wolski C".
const medicalNames = `\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}\p{Ll}+)?\s\p{Lu}{1,3}(?:,\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}\p{Ll}+)?\s\p{Lu}{1,3}){0,8}`

// nameOnly says whether s is just a name and an opening bracket.
func nameOnly(s string) bool {
	s = strings.TrimRight(s, " (0123456789,;ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.'’-")
	return s == ""
}

// yearTitle is names, a year and what a title follows: "Luhner, Niklas 1981:".
var yearTitle = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.\s,&/'’-]{0,80}?[.,]?\s\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]\s`)

// yearTitleGiven is such names with the given ones first: "Niklas Luhner (1981):".
var yearTitleGiven = pattern.New(`^\p{Lu}[\p{L}.'’-]+(?:\s(?:\p{Lu}[\p{L}.'’-]+|/|und|and|&|von|van|de|der)){1,12}\s\((?:1[5-9]|20)\d\d[a-z]?\):\s`)

// imprintOf says whether piece x is the subtitle or the imprint of the
// reference before it, which gave its year right behind the names.
func (p *noteParser) imprintOf(g, x span) bool {
	text := p.s[x.start:x.end]
	if len(text) > 160 || p.hasYear(x) || p.hasURL(x) || p.prose(x) || p.startsBack(x) || signal(text) > 0 || namesThenTitle(text) {
		return false
	}
	if fields.Place(strings.Trim(text, " .")) {
		return p.hasYear(g)
	}
	_, titled := p.title(x)
	head := p.s[g.start:g.end]
	return !titled && !endsWithPage(head) && (yearTitle.MatchString(head) || yearTitleGiven.MatchString(head))
}

// joins says whether piece x belongs to the reference before it.
func (p *noteParser) joins(g, x span, semicolon bool) bool {
	if slices.Contains(p.apart, x.start) {
		return false
	}
	text := p.s[x.start:x.end]
	if p.endsPlaced(g) {
		next := span{x.start + p.leadTo(x), x.end}
		if p.startsReference(next) || (semicolon || next.start > x.start) && namesThenTitle(next.text(p.s)) {
			return false // "Moor, Zölle, S. 12; zuletzt Ada Quay, Pfeiler, Köln 2001"
		}
	}
	if semicolon && p.hasWritten(g) && p.hasWritten(x) && startsUpper(text) && !tailStart.MatchString(text) {
		return false // each has its own address
	}
	if !semicolon && depositedAt.MatchString(text) && p.hasYear(g) && !p.hasURL(g) {
		return true
	}
	if semicolon && placesParted(p.s[g.start:g.end], text) || !semicolon && p.endsInYear(g, x) {
		return true
	}
	if !semicolon && p.endsInPeriod(g) && p.hasYear(x) && signal(text) == 0 && !p.startsBack(x) && !namesThenTitle(text) && imprintAtEnd.MatchString(text) {
		return true // "Moor, Ada: Salt in Asia 1500-1700. A Political History, London 1993"
	}
	g.start += p.signals(g)
	if p.prose(g) {
		g.start += p.lead(g)
	}
	g.start = p.lastStart(g)
	if p.tail(x) && (!p.prose(g) || datedFull(p.s[g.start:g.end]) || p.addressed(span{g.start, x.end}) || loneYear.MatchString(text) && journalYear.MatchString(p.s[g.start:x.end]) || capitals.MatchString(p.s[g.start:g.end]) && g.end-g.start < 300) {
		return true
	}
	if !semicolon && (p.holds(g, x) || p.imprintOf(g, x)) {
		return true
	}
	if h, ok := backWord(p.s[:x.end], x.start); ok && !semicolon && h.word.device == "opcit" && onlyInitialed.MatchString(p.s[g.start:g.end]) {
		return true // "П. А. Соколов. Указ. соч."
	}
	if !semicolon && (p.datedGoesOn(g, x) || p.sameGoesOn(g, x) || p.subtitled(g, x)) {
		return true
	}
	if signal(text) > 0 || p.thus(x) > 0 || p.startsBack(x) || p.sendsToNote(x) {
		return false
	}
	if n := p.smallWords(x); semicolon && n > 0 && !roleBefore.MatchString(p.s[x.start:x.start+n]) && endsWithLocator(text) {
		return false // "; dagegen Moor, Zölle, S. 12"
	}
	if h, ok := backWord(p.s[:g.end], g.start); ok && h.word.device == "idem" && (g.end-h.end <= 1 || p.hasYear(x) && imprintHead(text)) {
		return true // "Он же. Title": the word stands for the author
	}
	if semicolon {
		if capitalNameEnd.MatchString(p.s[g.start:g.end]) && capitals.MatchString(text) {
			return true // "LAMONT, Bolívar; WEFFER, Francisco (Orgs.)": names in capitals
		}
		if _, titled := p.title(g); !titled && (familyGiven.MatchString(p.s[g.start:g.end]) || fields.GivenName(p.s[g.start:g.end]) && len(strings.Fields(p.s[g.start:g.end])) <= 3) && parenPub.MatchString(text) {
			return true // "Keller, Bill; Times, Special (1988).": several authors
		}
		if invertedList.MatchString(p.s[g.start:g.end]) && invertedNext.MatchString(text) {
			return true // "Kluth, Arno; Perl, Simone: Gewohnheit vor Recht?"
		}
		if invertedEditors.MatchString(p.s[g.start:g.end]) && invertedNext.MatchString(text) {
			return true // "in: Kluth, Arno; Perl, Simone (eds.): Habit and Law"
		}
		if parallelReport.MatchString(text) && fields.Case(p.s[g.start:g.end]) {
			return true // "Moor v Quill [2004] UKHL 30; [2004] 2 AC 557"
		}
		return startsLower(text) && !p.hasYear(x) && !p.prose(x) && !p.hasURL(x) && p.lead(x) == 0
	}
	if datedName.MatchString(p.s[g.start:g.end]) && !namesThenTitle(text) {
		return true // "Edelmark, L. B. (1992). Legal ambiguity and symbolic structures"
	}
	if p.asks(g, x) || p.journalOf(g, x) || p.goesOn(g, x) {
		return true
	}
	if p.prose(x) || p.prose(g) || p.complete(g) || p.hasBack(g) || p.hasYear(x) && namesNote(p.s[g.start:g.end]) {
		return false
	}
	if _, ok := p.title(g); ok && endsWithLocator(p.s[g.start:g.end]) {
		return false
	}
	return !endsWithPage(p.s[g.start:g.end]) || p.hasOwnYear(x) && !namesQuoted.MatchString(text)
}

var (
	// subjectPeriod are the years that a work is on at the end of its title.
	subjectPeriod = pattern.New(`(\p{L}+)\s\(?(1\d{3}|20\d\d)\s?[–-]\s?(1\d{3}|20\d\d)\)?$`)
	// imprintAtEnd are a place and a year, and perhaps a page.
	imprintAtEnd = pattern.New(`(?:^|[,.)]\s|,\s?\d+\),\s)\p{Lu}[\p{L}\s./()-]{1,60}\s(?:1[5-9]|20)\d\d(?:,\s(?:S|pp?)\.\s?[\d–-]+(?:\sff?\.)?)?\.?$`)
)

// endsInPeriod says whether a stretch is an author and a title that ends with the years
// that it is on, and no place stands before these, which they would be the imprint of.
func (p *noteParser) endsInPeriod(g span) bool {
	const least = 3 // years
	text := strings.TrimRight(g.text(p.s), " .")
	m := subjectPeriod.FindStringSubmatch(text)
	if m == nil || fields.Place(m[1]) || !strings.ContainsAny(text, ",:") || p.hasURL(g) {
		return false
	}
	from, _ := strconv.Atoi(m[2])
	to, _ := strconv.Atoi(m[3])
	return to-from >= least
}

// depositedAt is a repository and the identifier that it gave a work, behind its page:
// "2023, S. 10. Salt Preprints, https://doi.org/10.1234/salt".
var depositedAt = pattern.New(`^\p{Lu}[\p{L}\s-]{1,40},\shttps?://(?:dx\.)?doi\.org/\S+$`)

var (
	// subjectYear is the year that a title ends with, and the word before it.
	subjectYear = pattern.New(`\s(\p{L}[\p{L}-]+)\s(?:1[5-9]|20)\d\d$`)
	// imprintAlone is a place and a year, and perhaps a page, and nothing else.
	imprintAlone = pattern.New(`^(\p{Lu}[\p{L}./-]+(?:\s(?:am|an der|a\.\s?M\.|\p{Lu}[\p{L}-]+)){0,3})\s(?:1[5-9]|20)\d\d(?:,\s(?:S|pp?)\.\s?\d.*)?\.?$`)
	// heldDated is what holds a work, and its year.
	heldDated = pattern.New(`,\s[Ii]n:?\s.*\D(?:1[5-9]|20)\d\d`)
)

// endsInYear says whether a stretch ends with a year of its title, for the piece behind it
// is the imprint, or a subtitle and what holds the work: "Proceedings of the Salters’ Day
// 1910. Tübingen 1911", "Moor, Ada: Salt in 2005. A Survey, in: Salt News 7, 2006".
func (p *noteParser) endsInYear(g, x span) bool {
	head, text := strings.TrimRight(g.text(p.s), " ."), x.text(p.s)
	m := subjectYear.FindStringSubmatch(head)
	if m == nil || fields.Place(m[1]) || fields.Publisher(m[1]) || p.hasURL(g) || p.hasBack(g) {
		return false
	}
	if place := imprintAlone.FindStringSubmatch(text); place != nil {
		return fields.Place(place[1])
	}
	return heldDated.MatchString(text) && nameComma.MatchString(head) && !p.startsReference(x) && !namesThenTitle(text) && signal(text) == 0 && !p.startsBack(x)
}

// placesParted says whether the semicolon between two texts parts places of publication:
// "Köln; Weimar; Wien 2018".
func placesParted(g, x string) bool {
	place := func(s string) bool { return fields.Place(strings.Trim(s, " .")) }
	end := strings.IndexAny(x, "0123456789,:;(")
	if end < 0 {
		end = len(x)
	}
	return place(x[:end]) && place(g[strings.LastIndexAny(g, ",:;)")+1:])
}

// parallelReport is where else a case is reported, by OSCOLA's form.
var parallelReport = pattern.New(`^[\[(]\d{4}[\])]\s(?:\d{1,2}\s)?\p{Lu}[\p{L}.\s]{0,24}?\s\d`)

// hasOwnYear says whether a stretch has a year that is not one that it tells of:
// "The yield fell after 1823".
func (p *noteParser) hasOwnYear(x span) bool {
	y := p.year(x)
	return y >= 0 && !ofYear.MatchString(p.s[x.start:y])
}

var (
	// invertedEditors is "in" and such names at the end of a stretch.
	invertedEditors = pattern.New(`[,.”"’]\s[Ii]n:?\s(?:\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}(?:;\s|$)){1,8}$`)
	// invertedList are names with the family name first and nothing else;
	// invertedNext is one more of them, and what a title or a year follows.
	invertedList = pattern.New(`^(?:\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}(?:;\s|$)){1,8}$`)
	invertedNext = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}(?:$|:\s|[.,]?\s\(?(?:1[5-9]|20)\d\d|\s\((?:Hg|Hrsg|[Ee]ds?)\b)`)
)

// sameStart is a word for the author before, and a title without a year.
var sameStart = pattern.New(`^(?:[dD]ers|[dD]ies|[iI]d)\.(?:/[^,;:()]{3,80})?(?:\s` + editedMark + `)?[,:]?\s[^,;:()]{3,160}$|^(?:[iI]dem|[eE]adem),\s[^,;:()]{3,160}$`)

// sameGoesOn says whether piece x is the subtitle and the imprint of a title
// behind a word for the author before: "ders., Pfannen." and "Zur Lehre vom Salz,
// Köln 2003", or a subtitle that "In: …" follows.
func (p *noteParser) sameGoesOn(g, x span) bool {
	next := p.s[x.start:x.end]
	dated := p.hasYear(x) || containerStart.MatchString(strings.TrimLeft(p.s[x.end:], ". "))
	return sameStart.MatchString(strings.TrimRight(p.s[g.start:g.end], ". ")) && !p.hasYear(g) && dated && len(next) < 200 &&
		signal(next) == 0 && !p.startsBack(x) && !namesThenTitle(next) && !p.prose(x)
}

// onlyInitialed is a name with initials before it and nothing else.
var onlyInitialed = pattern.New(`^(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}-]+\.?$`)

// goesOn says whether piece x is the rest of a reference whose title is written
// small and parted by a full stop: "J. Carbon, Flexible droit. Pour une
// sociologie, Paris, 2001".
func (p *noteParser) goesOn(g, x span) bool {
	text, next := p.s[g.start:g.end], p.s[x.start:x.end]
	if len(text) > 200 || p.hasYear(g) || p.hasURL(g) || namesThenTitle(next) || p.startsBack(x) || signal(next) > 0 {
		return false
	}
	if _, titled := p.title(g); titled {
		return false
	}
	if capitals.MatchString(text) && len(strings.Fields(text)) <= 5 {
		return true // "FARIA, José Eduardo. Direito e economia"
	}
	if authorFirst.MatchString(text) && p.hasYear(x) && startsUpper(next) && !p.prose(x) && imprintHead(next) {
		return true // "Виноградов В. П. Очерки истории маячной службы." and "М.: Наука, 1982"
	}
	return p.prose(g) && p.hasYear(x) && (namesThenTitle(text) || capitals.MatchString(text)) && p.structured(span{g.start, x.end})
}

var (
	// authorFirst is an author with initials behind the surname, or before a colon.
	authorFirst = pattern.New(`^(?:\p{Lu}[\p{L}-]+,?\s(?:\p{Lu}\.\s?){1,3}|\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){1,2}:\s)\p{Lu}`)
	// placeHead is the place that an imprint begins with; Russian abbreviates its capitals.
	placeHead = pattern.New(`^\p{Lu}[\p{L}\s-]*(?:\. ?–?\s?[;:]|[,:])`)
	capitalOf = pattern.New(`^(?:М|Л|СПб|Пг|К|Х|Мн|Н\. ?Новгород|Ростов н/Д)\.(?:\s?;\s?(?:М|Л|СПб|К|Х|Мн)\.)*(?:,|\s?:)\s`)
)

// imprintHead says whether a piece begins with the place of an imprint.
func imprintHead(s string) bool {
	m := placeHead.FindString(s)
	return capitalOf.MatchString(s) || m != "" && fields.Place(strings.Trim(m, " .,:;"))
}

// asks says whether a reference is cut behind the question that its title asks:
// "Hilster, Neutral or not? What states must aim for, Talk, 29.4.2024".
func (p *noteParser) asks(g, x span) bool {
	text := p.s[g.start:g.end]
	return len(text) < 200 && (strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!")) && nameComma.MatchString(text) && !p.hasYear(g) && !p.hasURL(g) &&
		(p.hasYear(x) || p.hasURL(x)) && !namesThenTitle(p.s[x.start:x.end])
}

// journalOf says whether piece x names the journal of the reference before it,
// whose title is written small: "Brugière, L'essence du sel. Revue du sel XXV. 1913".
func (p *noteParser) journalOf(g, x span) bool {
	text := p.s[g.start:g.end]
	if bracketDate.MatchString(text) {
		return len(text) < 400 && (fields.Periodical(p.s[x.start:x.end]) || volumeOfJournal.MatchString(p.s[x.start:x.end]))
	}
	return len(text) < 200 && nameComma.MatchString(text) && (strings.Count(text, ". ") == 0 || capitals.MatchString(text)) && !p.hasYear(g) && fields.Periodical(p.s[x.start:x.end])
}

var (
	// bracketDate is names and a year in brackets, as APA and Harvard have them.
	bracketDate = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s(?:(?:\p{Lu}\.\s?){1,3}|\p{Lu}\p{Ll}+[\s,])[^()]{0,120}\((?:1[5-9]|20)\d\d[a-z]?\)[.:]?\s`)
	// volumeOfJournal is a journal, its volume and pages and nothing else: "Annual Review of
	// Salt 15, pp. 335–53.".
	volumeOfJournal = pattern.New(`^(?:The\s)?\p{Lu}[\p{L}\s,&’':-]{3,90}?,?\s(?:[Vv]ol\.?\s)?\d{1,4}(?:\s?\(\d{1,3}(?:[/–-]\d{1,3})?\)|,\s(?:[Nn]o\.?|issue)\s\d{1,3})?[,:]\s?(?:pp?\.?\s)?[\de]\d*(?:[–‑-]\d+)?\.?(?:\s(?:https?|doi)\S*)?$`)
	// capitalNameEnd is such a name, with given names, at the end of a stretch.
	capitalNameEnd = pattern.New(`(?:^|[;:]\s|\s[Ii]n:?\s)\p{Lu}{3,}(?:[\s'’-]\p{Lu}{2,})*,\s\p{Lu}[\p{L}.\s-]{0,50}$`)
	// capitals is a family name in capitals, as in Brazil.
	capitals = pattern.New(`^\p{Lu}{3,}(?:\s\p{Lu}{2,})*,\s\p{Lu}`)
)

// containerStart is a word that names what holds a work.
var containerStart = pattern.New(`^(?:In|in|IN|En|em|Em|Nel|W|В)(?::\s|\s\p{Lu}|\s["“„«])`)

// sameEdits is a book that the author before edits: "In: Ders./Moor, Ada (Hrsg.)".
var sameEdits = pattern.New(`^[Ii]n:?\s(?:[Dd]ers|[Dd]ies|[Ii]d|[Ee]ad)\.?(?:/|\s` + editedMark + `)`)

// holds says whether piece x names what holds the work of the reference before
// it: "In: Zeitschrift …", or the journal behind a title that a full stop ends.
func (p *noteParser) holds(g, x span) bool {
	if p.startsBack(x) && !sameEdits.MatchString(p.s[x.start:x.end]) || p.prose(x) || p.hasWritten(g) {
		return false
	}
	if place, publisher, ok := strings.Cut(p.s[x.start:x.end], ": "); ok && len(place) < 60 && fields.Place(place) && publisher != "" && p.hasYear(g) {
		return true // "Author, 1987: Title. Opladen: Publisher."
	}
	if name, _, _ := strings.Cut(p.s[x.start:x.end], ". "); p.hasYear(g) && p.complete(g) && fields.Publisher(strings.Trim(name, " .")) {
		return true
	}
	for _, mark := range []string{", ", ": "} {
		if publisher, place, ok := strings.Cut(strings.Trim(p.s[x.start:x.end], " ."), mark); ok && p.hasYear(g) && fields.Publisher(publisher) && fields.Place(place) {
			return true // "Author. 1987. Title. Salt University Press, New York."
		}
	}
	if containerStart.MatchString(p.s[x.start:x.end]) {
		return nameComma.MatchString(p.s[g.start:g.end]) || !p.prose(g)
	}
	if signal(p.s[x.start:x.end]) > 0 {
		return false
	}
	t, ok := p.title(g)
	other, marked := p.title(x)
	if !ok || marked && !p.italicAt(other.start) || p.prose(g) || !p.quotedAt(t.start) {
		return false
	}
	behind := strings.Trim(p.s[t.end:g.end], " .”\"’»'")
	held := strings.TrimRight(p.s[x.start:x.end], ". ")
	if retrieved := tailStart.MatchString(strings.TrimLeft(p.s[x.end:], " .")); retrieved && bareName(behind) && (bareName(held) || marked && other.end-other.start > len(held)*2/3) {
		return true // "Title". Department. Site. Retrieved …
	}
	if marked && other.start != x.start {
		return false
	}
	if behind == "" && (p.hasYear(x) || p.hasYear(g) && g.start < t.start-1) {
		return true
	}
	// "Title". Site. Publisher.
	return bareName(behind) && bareName(held)
}

// bareName says whether s may be nothing but the name of a site or a publisher.
func bareName(s string) bool {
	return !strings.ContainsAny(s, ",;:(") && len(strings.Fields(s)) <= 8 && !loneNumber.MatchString(s)
}

var loneNumber = pattern.New(`(?:^|\s)\d+(?:\s|$)`)

// hasWritten says whether an address is written out in a stretch.
func (p *noteParser) hasWritten(x span) bool {
	for i := x.start; i < x.end; i++ {
		if p.inURL(i) {
			return true
		}
	}
	return false
}

// quotedAt says whether a quotation starts at offset i, italicAt italics.
func (p *noteParser) quotedAt(i int) bool {
	k := sort.Search(len(p.mask.quotes), func(k int) bool { return p.mask.quotes[k].start >= i })
	return k < len(p.mask.quotes) && p.mask.quotes[k].start == i
}

func (p *noteParser) italicAt(i int) bool {
	k := sort.Search(len(p.italics), func(k int) bool { return p.italics[k].start >= i })
	return k < len(p.italics) && p.italics[k].start == i
}

var familyGiven = pattern.New(`^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}.'’ -]*$`)
