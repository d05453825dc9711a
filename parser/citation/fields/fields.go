package fields

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

// Field is where a field stands in the source's text and how sure its reading
// is (0–1).
type Field struct {
	Span
	Confidence float64
}

// Reading is what a reference says of its work.
type Reading struct {
	Item article.Item
	// Fields tells where each field of Item stands, by CSL-JSON name.
	Fields map[string]Field
	// Locator is the part of the work that is pointed at, or nil. Its label
	// is the word as written, in lower case ("p", "§"), or "page".
	Locator *article.Locator
	// Next is where a second work by the same author begins in the source's
	// text ("Tides (1990) and Salt (1991)"), or 0.
	Next int
}

// Read reads the fields of a full reference.
func Read(s Source) Reading {
	ps, next := cut(s)
	if s.Turned {
		turnedName(ps)
	}
	namesAndYear(s.Text, ps)
	ps = withoutBodies(s.Text, ps)
	start := atStart
	if s.SameAuthor {
		start = afterAuthor
	}
	b := builder{Source: s, pieces: ps, r: Reading{Fields: map[string]Field{}, Next: next}}
	if len(ps) > 0 {
		b.opener = ps[0].opener
	}
	for i := range ps {
		b.coded = cmp.Or(b.coded, ps[i].coded)
	}
	for _, g := range decode(ps, start) {
		b.add(g)
		b.before = g
	}
	b.names()
	b.paper = slices.ContainsFunc(ps, func(p piece) bool { return p.kind == number && p.counts == rest && reportAt(b.text(p.Span)) > 0 })
	b.numbered()
	b.untitled()
	b.asOfDay()
	b.openedOn()
	b.settlePages()
	b.r.Item.Type = b.typeOf()
	return b.r
}

// settlePages tells the pages of a work from a place in it. What is in no
// container has no pages of its own; and a magazine that is cited by its date is
// cited by the page on which the article begins (Bluebook, rule 16.5).
func (b *builder) settlePages() {
	it := &b.r.Item
	if it.Page == "" && b.colon && it.ContainerTitle != "" && b.r.Locator == nil {
		it.Page, it.Issue, b.r.Fields["page"] = it.Issue, "", b.r.Fields["issue"] // Salt Sciences 8:23
		delete(b.r.Fields, "issue")
	}
	switch l := b.r.Locator; {
	case (b.law || b.decided) && it.ContainerTitle != "" && it.Page == "" && l != nil && l.Label == "page":
		it.Page, b.r.Locator = l.Value, nil
	case it.Page != "" && it.ContainerTitle == "":
		if l == nil {
			b.r.Locator = &article.Locator{Label: "page", Value: b.pages}
		}
		it.Page = ""
		delete(b.r.Fields, "page")
	case it.Page == "" && it.ContainerTitle != "" && it.Volume == "" && b.precision() > 1 && l != nil && l.Label == "at":
		for _, p := range b.pieces {
			if p.kind == number && strings.HasPrefix(b.text(p.Span), "at ") {
				_, it.Page = bareNumber(b.text(p.Span))
				b.set("page", p.Span, 0.8)
				return
			}
		}
	}
}

// asOfDay takes the day whose state a page shows for that of its publication,
// where another one says when it was opened.
func (b *builder) asOfDay() {
	if b.asOf == nil || b.r.Item.Issued != nil {
		return
	}
	for i := range b.pieces {
		if p := &b.pieces[i]; p.kind == date && p.Start > b.asOf.End && i > 0 && b.pieces[i-1].marker.role == accessRole && b.set("issued", b.asOf.Span, 0.8) {
			b.r.Item.Issued, b.r.Item.Accessed = b.asOf.issued, p.issued
			b.r.Fields["accessed"] = Field{p.Span, b.r.Fields["accessed"].Confidence}
			return
		}
	}
}

// openedOn takes the day right behind an address for that on which it was opened,
// as the humanities have it without a word: "https://example.org/a (14.2.2022)".
func (b *builder) openedOn() {
	f, ok := b.r.Fields["issued"]
	if !ok || b.r.Item.Accessed != nil {
		return
	}
	for i := 1; i < len(b.pieces); i++ {
		p := &b.pieces[i]
		if p.Span == f.Span && p.kind == date && p.issued != nil && len(p.issued.Parts) == 1 && len(p.issued.Parts[0]) == 3 && b.pieces[i-1].kind == address {
			b.r.Item.Accessed, b.r.Item.Issued = p.issued, nil
			b.r.Fields["accessed"] = f
			delete(b.r.Fields, "issued")
			return
		}
	}
}

// builder makes a Reading of segments.
type builder struct {
	Source
	pieces []piece
	r      Reading
	// last names segment, which a marker behind it may make editors.
	people    []people
	marker    marker
	inBook    bool // "in" stands before the container
	quoted    bool // the title stands between quotation marks
	italics   bool
	news      bool
	journal   bool
	serial    bool
	domain    bool
	review    bool   // of another work
	coded     string // the type in square brackets: [dataset], [J]
	paper     bool   // it has the number of a report
	housed    bool   // a library or an archive is named
	blog      bool
	reference bool    // a dictionary holds it
	asOf      *piece  // the day whose state a page shows: "Stand: 1.2.2022"
	before    segment // the one that was taken last
	opener    string  // the type that the reference opens with
	colon     bool    // the issue stands behind the volume's colon
	pages     string  // with what says that they go on
	law       bool    // a code holds it
	decided   bool    // a court speaks, or its decisions hold the work
	original  bool    // the year known stands in brackets right behind the title
}

// people are the names of a segment and their role.
type people struct {
	Field
	role role
}

func (b *builder) text(s Span) string { return b.Text[s.Start:s.End] }

// span is where a segment stands.
func (b *builder) span(g segment) Span {
	return Span{b.pieces[g.from].Start, b.pieces[g.to-1].End}
}

// set notes where a field stands, if it is not known yet.
func (b *builder) set(name string, s Span, confidence float64) bool {
	if _, ok := b.r.Fields[name]; ok {
		return false
	}
	b.r.Fields[name] = Field{s, confidence}
	return true
}

// closed is a stretch with the bracket behind it that closes one in it.
func (b *builder) closed(s Span) Span {
	if t := b.text(s); strings.Count(t, "(") > strings.Count(t, ")") && strings.HasPrefix(b.Text[s.End:], ")") {
		s.End++
	}
	return s
}

// add takes one segment.
func (b *builder) add(g segment) {
	s := b.closed(b.span(g))
	text, c, it := b.clean(g, s), g.confidence, &b.r.Item
	first := &b.pieces[g.from]
	switch g.label {
	case author, editor, translator:
		b.person(g, s)
	case mark:
		b.mark(g)
	case inWord:
		b.inBook = true
	case title:
		b.set("title", s, c)
		it.Title = text
		if it.Issued == nil && yearOfAct.MatchString(text) {
			y, _ := integer(text[len(text)-4:])
			it.Issued = &article.Date{Parts: [][]int{{y}}}
			b.set("issued", Span{s.End - 4, s.End}, c)
		}
		b.decided = b.decided || first.caseName && !first.act
		if first.act {
			b.law = true
			b.enactedOn(first, c)
		}
		b.quoted, b.italics = first.kind == quoted && !first.book, first.kind == italic || first.book
	case container:
		b.set("container-title", s, c)
		if g.from > 0 && b.pieces[g.from-1].kind == markerPiece {
			text = strings.TrimPrefix(text, "the ")
		}
		it.ContainerTitle = text
		for _, p := range b.pieces[g.from:g.to] {
			b.news = b.news || p.class&newsWord != 0
			b.journal = b.journal || p.class&journalWord != 0 || p.dotted >= 2
			b.domain = b.domain || p.domain
			b.inBook = b.inBook || p.first&collectedWord != 0 || p.honours
			b.blog = b.blog || p.class&blogWord != 0
			b.reference = b.reference || p.class&referenceWord != 0
			b.law = b.law || g.state == afterVolume && b.pieces[max(g.from-1, 0)].title
			b.decided = b.decided || p.first&reporterWord != 0
		}
	case volume, issue, page, locator:
		b.number(g, s)
	case issued:
		switch {
		case it.Issued == nil && b.set("issued", s, c):
			it.Issued = first.issued
			b.original = b.before.label == title && (first.opens && first.closes || bracketed(first))
		case b.original && b.inBook && later(first.issued, it.Issued):
			it.Issued, b.original = first.issued, false // ‘Salt and Custom’ (1917), in …, 1957
			b.r.Fields["issued"] = Field{s, c}
		case it.Issued != nil && it.Issued.Literal != "" && len(first.issued.Parts) > 0:
			it.Issued = first.issued // forthcoming Feb. 2017
		}
	case accessed:
		if strings.HasPrefix(text, "Stand") && b.asOf == nil {
			b.asOf = &b.pieces[g.to-1]
		}
		if it.Accessed == nil && first.marker.role == accessRole && b.set("accessed", s, c) {
			it.Accessed = b.pieces[g.to-1].issued
		}
	case archive:
		b.archive(g, c)
	case link:
		if first.kind == identifier {
			b.identify(s, c)
		}
	default:
		if first.act || first.kind == number && first.issued != nil {
			b.enactedOn(first, c)
		}
		b.other(g.label, s, text, c)
	}
}

// later says whether a date is in a later year than another.
func later(a, b *article.Date) bool {
	return len(a.Parts) > 0 && len(b.Parts) > 0 && a.Parts[0][0] > b.Parts[0][0]
}

// enactedOn takes the day that stands in the title of a law, or behind it.
func (b *builder) enactedOn(p *piece, confidence float64) {
	if p.issued != nil && b.r.Item.Issued == nil && b.set("issued", p.Span, confidence) {
		b.r.Item.Issued = p.issued
	}
}

// other takes the fields that are one text.
func (b *builder) other(l label, s Span, text string, c float64) {
	it := &b.r.Item
	for _, f := range []struct {
		label label
		name  string
		value *string
	}{
		{place, "publisher-place", &it.PublisherPlace},
		{publisher, "publisher", &it.Publisher},
		{edition, "edition", &it.Edition},
		{genre, "genre", &it.Genre},
		{authority, "authority", &it.Authority},
		{series, "collection-title", &it.CollectionTitle},
	} {
		if f.label == l && *f.value == "" && b.set(f.name, s, c) {
			*f.value = strings.TrimLeft(text, "=( ")
		}
	}
}

// number takes a volume, an issue, pages or a locator.
func (b *builder) number(g segment, s Span) {
	p, it := &b.pieces[g.from], &b.r.Item
	l, value := bareNumber(b.text(s))
	if m := issueOfYear.FindStringSubmatch(value); m != nil && (g.label == volume || g.label == issue || g.label == page) {
		g.label, value = issue, m[1]
		if y, _ := integer(m[2]); it.Issued == nil && b.set("issued", s, g.confidence) {
			it.Issued = &article.Date{Parts: [][]int{{y}}}
		}
	}
	if (g.label == volume || g.label == locator && p.counts == none && p.inside && p.closes) && b.inSeries(g) {
		if it.CollectionNumber == "" && b.set("collection-number", s, g.confidence) {
			it.CollectionNumber = value
		}
		return
	}
	switch g.label {
	case volume:
		if romanPart.MatchString(value) {
			value = strings.NewReplacer("/", "\x00", ".", "\x01").Replace(value)
		}
		if y, n := integer(value); p.counts == volume && n == len(b.text(s)) && n == 4 && yearLike(y) {
			return // 2013 Salt L. Rev. 101 (2013)
		}
		v, i, ok := strings.Cut(strings.NewReplacer("/", ":", ".", ":").Replace(value), ":")
		if it.Volume == "" && b.set("volume", s, g.confidence) {
			it.Volume = strings.NewReplacer("\x00", "/", "\x01", ".").Replace(v)
			b.serial = b.serial || g.contained || g.state == afterVolume
		}
		switch {
		case !ok || i == "":
		case strings.ContainsAny(i, "-–—‑"): // 12:34–56
			if it.Page == "" && b.set("page", s, g.confidence) {
				it.Page = i
			}
		case it.Issue == "" && b.set("issue", s, g.confidence):
			it.Issue, b.colon = i, strings.Contains(value, ":")
		}
	case issue:
		if it.Issue == "" && b.set("issue", s, g.confidence) {
			it.Issue = value
		}
	case page:
		value = upToWord.ReplaceAllString(value, "$1–$2")
		if it.Page == "" && b.set("page", s, g.confidence) {
			if m := volumeAndPages.FindStringSubmatch(value); m != nil && it.Volume == "" && b.set("volume", s, g.confidence) {
				it.Volume, value = m[1], m[2]
			}
			it.Page, b.pages = openEnd.ReplaceAllString(value, ""), value
		}
	default:
		if b.r.Locator == nil {
			switch {
			case b.law && (l == "s" || l == "ss") && b.Text[s.Start] == 's':
				l = "§" // s. 52 of an act
			case p.counts == none || p.counts == page || l == "":
				l = "page"
			}
			b.r.Locator = &article.Locator{Label: l, Value: value}
		}
	}
}

// inSeries says whether a number counts the volumes of the series before it, in
// the same brackets: "(= Schriften zum Salz, Bd. 12)".
func (b *builder) inSeries(g segment) bool {
	if g.from == 0 || b.before.label != series || b.before.to != g.from {
		return false
	}
	name := &b.pieces[b.before.from]
	return name.inside && b.pieces[g.from].inside || name.equals || seriesBeforeImprint(b.pieces, b.before.from, g.from)
}

// yearOfAct is the year in the title of a law: "Ferry Duties Act of 1996".
var yearOfAct = pattern.New(`\b(?:Act|Code|Law|Ordinance|Treaty|Convention|Constitution|Statute|Charter) of (?:1[5-9]|20)\d\d$`)

// enactedDay is the day behind the title of a law, which is none of its words.
var enactedDay = pattern.New(`\s(?:v\.|vom)\s\d{1,2}\.\s?(?:\p{L}+|\d{1,2}\.)\s?\d{4}$`)

// volumeAndPages is a volume of a book and pages of it: "2:641–900".
var volumeAndPages = pattern.New(`^(\d{1,2}):(\d+[–‑-]\d+)$`)

// issueOfYear is an issue and its year: "Pfannenrecht 3/2012".
var issueOfYear = pattern.New(`^(\d{1,2})/((?:19|20)\d\d)$`)

// romanPart is a volume in Roman numerals and its part: "IV/1", "II.1".
var romanPart = pattern.New(`^[IVXLC]+[/.]\d{1,2}$`)

// upToWord is the word between the first page and the last: "56 à 80".
var upToWord = pattern.New(`^(\d+)\s(?:à|a|bis|to)\s(\d+)$`)

// openEnd is what says that more pages follow.
var openEnd = pattern.New(`\s?(?:ff?\.?|et seqq?\.?|(?:et |and )?passim|sqq?\.?|(?:[ye] )?ss\.?|(?:e )?segg\.?|i n\.?)$`)

// bareNumber parts a number from the word that says what it counts.
func bareNumber(s string) (word, value string) {
	if i := strings.LastIndexByte(s, ' ') + 1; romanPart.MatchString(s[i:]) {
		return strings.ToLower(strings.Trim(s[:i], " .")), s[i:]
	}
	at := strings.IndexAny(s, "0123456789")
	if partPage.MatchString(s) {
		return "", s
	}
	if at < 0 {
		at = strings.LastIndexAny(s, " .") + 1
	}
	if at > 0 && s[at-1] >= 'A' && s[at-1] <= 'Z' {
		at-- // page A1
	} else if at == 1 && s[0] >= 'a' && s[0] <= 'z' {
		at-- // e111322
	}
	value = strings.Trim(s[at:], " .")
	if i := strings.Index(value, ". "); i > 0 {
		value = value[:i] // 12. Jg.
	}
	for _, suffix := range []string{"页", "頁", "쪽", "面", "면", "卷", "巻", "권", "辑", "輯", "期", "号", "號", "호"} {
		value = strings.TrimSuffix(value, suffix)
	}
	return strings.ToLower(strings.Trim(s[:at], " .第")), value
}

// clean is a field's text without what surrounds it. An abbreviation keeps its
// full stop.
func (b *builder) clean(g segment, s Span) string {
	if g.label == title && g.to-g.from > 1 && b.pieces[g.from].kind == quoted {
		return b.opened(s)
	}
	if g.label == title {
		s = b.balanced(s)
	}
	t := unquoted(strings.Trim(strings.Join(strings.Fields(b.text(s)), " "), " ,;:_*"))
	bare := strings.TrimRight(t, ".")
	if g.label == title || g.label == place {
		bare = strings.TrimRight(bare, superscripts+" ") // Pfannenrecht⁶ (2013), Tübingen ⁶2013
	}
	if last := &b.pieces[g.to-1]; g.label != title && last.kind != quoted && strings.HasPrefix(b.Text[s.Start+len(strings.TrimRight(b.text(s), ".")):], ".") && (last.dotted > 0 || isInitial(lastWord(bare))) {
		return bare + "."
	}
	for _, q := range []struct{ open, close string }{{"„", "“"}, {"“", "”"}, {"«", "»"}, {"‘", "’"}} {
		if strings.Count(bare, q.open) > strings.Count(bare, q.close) && strings.HasPrefix(b.Text[s.End:], q.close) {
			return bare + q.close // a quotation ends the title
		}
	}
	if b.pieces[g.from].act {
		bare = strings.TrimPrefix(bare, "the ")
		return bare[:len(bare)-len(enactedDay.FindString(bare))]
	}
	return bare
}

// unquoted is a text without the marks at its ends that quote all of it, or are left
// over. Marks that open or close a quotation inside belong to it.
func unquoted(s string) string {
	const opens, closes = "\"“„«»", "\"”“»«"
	for {
		first, size := utf8.DecodeRuneInString(s)
		last, tail := utf8.DecodeLastRuneInString(s)
		opened, closed := strings.ContainsRune(opens, first), strings.ContainsRune(closes, last) && len(s) > tail
		switch {
		case opened && closed && !strings.ContainsAny(s[size:len(s)-tail], opens+closes):
			s = s[size : len(s)-tail]
		case opened && !strings.ContainsAny(s[size:], closes):
			s = s[size:]
		case closed && !strings.ContainsAny(s[:len(s)-tail], opens):
			s = s[:len(s)-tail]
		default:
			return s
		}
		s = strings.Trim(s, " ,;:_*")
	}
}

// superscripts count the edition, in German behind the title or before the year.
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// opened is a title that begins with a quotation and goes on behind it, with the
// mark that opens it.
func (b *builder) opened(s Span) string {
	s.Start -= len(ellipsisBefore.FindString(b.Text[:s.Start]))
	r, size := utf8.DecodeLastRuneInString(b.Text[:s.Start])
	if strings.ContainsRune("\"“”„«»‘‚'", r) {
		s.Start -= size
	}
	return strings.TrimRight(strings.Join(strings.Fields(b.text(s)), " "), " ,;:.")
}

// ellipsisBefore is what stands for words left out, at the start of a title.
var ellipsisBefore = pattern.New(`(?:…|\.\.\.)\s?$`)

// balanced is a stretch with the mark before it that opens a quotation which closes inside.
func (b *builder) balanced(s Span) Span {
	r, size := utf8.DecodeLastRuneInString(b.Text[:s.Start])
	t := b.text(s)
	if r == '“' && strings.Count(t, "”") > strings.Count(t, "“") || r == '"' && strings.Count(t, "\"")%2 == 1 {
		s.Start -= size
	}
	return s
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
