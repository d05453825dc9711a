package citation

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/pattern"
)

func sortPlaced(list []placed) {
	sort.SliceStable(list, func(i, j int) bool { return list[i].at < list[j].at })
}

// read reads a group: usually one reference, none for prose, several for a
// list of note numbers or a sentence that holds more than one.
func (p *noteParser) read(g span) []reading {
	if p.translated(g) {
		return nil
	}
	r := reading{span: g}
	body := p.unbracketed(g)
	body.start += p.signals(body)
	r.signal = strings.Trim(p.s[g.start:body.start], " ,:([")
	body = p.unbracketed(body)
	if !letterAny.MatchString(p.s[body.start:body.end]) {
		return nil // "in 1851, 40"
	}
	if p.isStopped(body) {
		return p.fulls(r, body)
	}
	if out := p.quotation(body); out != nil {
		return out
	}
	if out := p.several(r, body); out != nil {
		return out
	}
	if at := p.second(body); at > 0 {
		first := p.read(span{g.start, at})
		if len(first) == 0 { // nouns alone, as a title has them
			one := reading{kind: article.Full, span: span{g.start, at}, signal: r.signal}
			p.fullFields(&one, span{body.start, at}, false)
			first = []reading{one}
		}
		if k := len(first) - 1; k >= 0 && first[k].full != nil && len(first[k].item.Author) == 0 {
			signal := first[k].signal
			first[k] = *first[k].full // named in one breath with a full one
			first[k].kind, first[k].back, first[k].signal = article.Full, article.Back{}, signal
		}
		return append(first, p.read(span{at + 1 + strings.IndexByte(p.s[at+1:], ' ') + 1, g.end})...)
	}
	if at, next := p.joined(body); at > 0 {
		return append(p.read(span{g.start, at}), p.read(span{next, g.end})...)
	}
	if end := p.shortOpens(body); end > 0 {
		p.unread = append(p.unread, span{end, g.end}) // the sentence may name more
		return p.read(span{g.start, end})
	}
	if out, ok := p.ofSame(r, body); ok {
		return []reading{out}
	}
	if out, ok := p.cjkBack(r, body); ok {
		return []reading{out}
	}
	if m := cjkNote.FindString(p.s[body.start:body.end]); m != "" {
		if out, ok := p.byNumber(r, body); ok {
			return out // 前掲注1: the word for the work is part of that for the note
		}
	}
	if h, ok := p.find(body); ok {
		if before, isFull := p.fullBefore(r, span{body.start, h.start}); isFull && !p.namesOfficial(h, span{body.start, h.start}) {
			rest := reading{span: span{h.start, g.end}}
			return []reading{before, p.byWord(rest, rest.span, h)}
		}
		return []reading{p.byWord(r, body, h)}
	}
	if n := p.lead(body); n > 0 && bareSupra.MatchString(p.s[body.start+n:body.end]) {
		body.start += n // "For a survey, see Doré, supra"
	}
	if m := bareSupra.FindStringSubmatchIndex(p.s[body.start:body.end]); m != nil {
		r.kind = article.Short
		r.back = article.Back{Device: article.Supra, Word: p.s[body.start+m[4] : body.start+m[5]], Direction: article.Above}
		p.shortFields(&r, span{body.start, body.start + m[3]})
		r.loc = p.locator(span{body.start + m[5], body.end})
		return []reading{r}
	}
	if p.remark(body) {
		return nil
	}
	if out := p.apud(r, body); out != nil {
		return out
	}
	if m := partBy.FindString(p.s[body.start:body.end]); m != "" {
		if rest := (span{body.start + len(m), body.end}); !p.looksFull(rest) && p.looksShort(rest) {
			out := p.read(rest)
			if len(out) > 0 {
				out[0].span.start, out[0].signal = r.span.start, r.signal
			}
			return out
		}
	}
	if out := p.partOf(r, body); out != nil {
		return out
	}
	if out := p.sourceOf(body); out != nil {
		return out
	}
	if out := p.glossed(r, body); out != nil {
		return out
	}
	if n := p.quotingLead(body); n > 0 {
		body.start += n
	}
	full := p.looksFull(body)
	if n := p.lead(body); n > 0 && !full {
		rest := span{body.start + n, body.end}
		text := p.s[rest.start:rest.end]
		full = p.looksFull(rest)
		switch {
		case full || p.looksShort(rest) && (namesQuoted.MatchString(text) || p.sentenceLead(body) == n):
			body = rest // "the papers in A. Smith (ed.), Tides (1990)"
		case p.looksShort(rest) && (surnamesShort.MatchString(text) || bareAuthorYear(text) || sentOnAt.MatchString(p.s[body.start:rest.start])):
			body, r.span.start, r.signal = rest, rest.start, ""
		}
	}
	if !full || oscolaN.MatchString(p.s[body.start:body.end]) || supraNumber.MatchString(p.s[body.start:body.end]) {
		if out, ok := p.byNumber(r, body); ok {
			return out
		}
	}
	if m := shortCase.FindStringSubmatchIndex(p.s[body.start:body.end]); m != nil && p.mask.depth[body.start+m[2]] <= p.mask.depth[body.start] {
		return []reading{p.shortCaseForm(r, body, m)}
	}
	if full {
		return p.fulls(r, body)
	}
	if p.looksShort(body) {
		if p.byVolume(body) {
			return p.fulls(r, body)
		}
		r.kind = article.Short
		r.back.Device = article.NameOnly
		full := r
		p.fullFields(&full, body, false)
		r.full = &full
		p.shortFields(&r, body)
		return []reading{r}
	}
	if out := p.behindPlainSee(body); out != nil {
		return out
	}
	if out := p.inBrackets(body); out != nil {
		return out
	}
	if out := p.afterSee(body); out != nil {
		return out
	}
	if out := p.embedded(body); out != nil {
		return out
	}
	p.unread = append(p.unread, body)
	return p.ofKnown(body)
}

// gloss is how a bracket begins that says what a work does: "(arguing, against …)".
var gloss = pattern.New(`^(?:\p{Ll}+,?\s)?(?:arguing|holding|noting|finding|stating|explaining|describing|discussing|suggesting|observing|showing|claiming|contending|concluding|asserting|criticizing|criticising|quoting|citing|reviewing|rejecting|comparing)\b`)

// glossed reads a short form behind which such a bracket ends the stretch, whatever
// years and works stand in it; nil where there is none.
func (p *noteParser) glossed(r reading, x span) []reading {
	for _, b := range p.mask.rounds {
		if b.start <= x.start+1 || b.end > x.end || !gloss.MatchString(b.text(p.s)) || strings.Trim(p.s[b.end:x.end], ").; ") != "" {
			continue
		}
		head := span{x.start, b.start - 1}
		if p.looksFull(head) || !p.looksShort(head) {
			return nil
		}
		out := p.read(head)
		if len(out) > 0 {
			out[0].span.start, out[0].signal = r.span.start, r.signal
			out[len(out)-1].span.end = r.span.end
		}
		return out
	}
	if m := quotes.FindStringIndex(p.s[x.start:x.end]); m != nil && p.mask.free(x.start+m[0]) {
		head := span{x.start, x.start + m[0]}
		if out := p.read(head); !p.looksFull(head) && p.looksShort(head) && len(out) == 1 {
			out[0].span.start, out[0].signal, out[0].span.end = r.span.start, r.signal, r.span.end
			return out
		}
	}
	return nil
}

// quotes is how a reference goes on with what it quotes: "Moor, Tolls, 9, quoting …".
var quotes = pattern.New(`,\s(?:quoting|citing|discussing|zitierend|citant|citando)\s`)

// partBy is a part of a work by another than its author: "Lyth, introduction to ".
var partBy = pattern.New(`^(?:\p{Lu}[\p{L}.'’-]*\s){0,3}\p{Lu}[\p{L}'’-]+,\s(?:(?i:introduction|preface|foreword|afterword|commentary|notes?)\sto|(?i:einleitung|vorwort|nachwort)\szu|(?i:introduction|préface|postface|avant-propos)\s[àa]|(?i:introducción|prólogo|introduzione|prefazione)\sad?)\s`)

// numberedPart is a part of a work by its number: "the discussion in Chapter 3 of ".
var numberedPart = pattern.New(`^(?:(?:the|die|der|la|le)\s(?:\p{L}+\s){1,3}(?:in|of|at|im|dans|en)\s)?(?i:chapters?|chs?\.|part|kapitel|kap\.|teil|chapitre|capítulo|capitolo)\s(?:\d{1,2}|[IVX]+)(?:\s(?:and|und|et|y|e)\s(?:\d{1,2}|[IVX]+))?\s(?:of|von|in|bei|de|di)\s`)

// partOf reads the work of which a note names a part, or nil.
func (p *noteParser) partOf(r reading, x span) []reading {
	m := numberedPart.FindString(p.s[x.start:x.end])
	rest := span{x.start + len(m), x.end}
	if m == "" || !startsUpper(p.s[rest.start:rest.end]) || !p.looksFull(rest) && !p.looksShort(rest) {
		return nil
	}
	out := p.read(rest)
	if len(out) > 0 {
		out[0].span.start, out[0].signal = r.span.start, r.signal
	}
	return out
}

// apudBehind is an author, at most with a year and a page, whom the work behind the
// word quotes: "FREITAS, 1988, p. 4 apud ALENCAR, Salinas, p. 31".
var apudBehind = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:[\s'’-]\p{Lu}[\p{L}'’-]+){0,3}(?:,\s\p{Lu}[\p{L}.\s-]{0,40})?(?:,?\s\(?(?:1[5-9]|20)\d\d[a-z]?\)?)?(?:,\sp\.\s?\d+(?:[–-]\d+)?)?,?\s(?:apud|\(apud)\s`)

// apud reads what quotes an author of whose own work nothing is said, or nil.
func (p *noteParser) apud(r reading, body span) []reading {
	m := apudBehind.FindString(p.s[body.start:min(body.end, body.start+maxLead)])
	if m == "" {
		return nil
	}
	out := p.read(span{body.start + len(m), body.end})
	if len(out) > 0 {
		out[0].span.start, out[0].signal = r.span.start, r.signal
	}
	return out
}

// sentOnAt is a word that sends the reader on, at the end of what leads up to a reference.
var sentOnAt = pattern.New(`(?i)[,;:]\s?(?:see(?: also)?|cf\.|siehe|vgl\.|voir|véase)\s$`)

var (
	cjkInner = pattern.New(`^前[引揭掲](\p{Han}{2,5}?)(?:书|書|文|论文|論文)(?:[，,、：:。\s]|第|$)`)
	// cjkFirst is a note's number before the author, as Chinese law has it: "前注[1]，李建国书".
	cjkFirst = pattern.New(`^同?[见見]?前(?:引|揭)?[注註]\s?[\[［【〔(（〈]?(\d{1,4})[\]］】〕)）〉]?[，,、]\s?(\p{Han}[\p{Han}·、《》〈〉“”]*?)(?:书|書|文|论文|論文)?(?:[，,。：]|[页頁第]|$)`)
	// cjkTitled is one with the author and the title behind it: "前掲岡田『渡船の社会史』".
	cjkTitled = pattern.New(`^前[引揭掲](\p{Han}{1,5})(『[^』]+』|「[^」]+」|《[^》]+》)`)
	cjkSame   = pattern.New(`^同\s?(?:第\s?)?\d`)
)

// cjkBack reads 前引王海书, in which the author stands inside the word, and
// 同47頁, "the same, page 47".
func (p *noteParser) cjkBack(r reading, body span) (reading, bool) {
	text := p.s[body.start:body.end]
	if m := cjkInner.FindStringSubmatchIndex(text); m != nil {
		r.kind = article.Short
		r.back = article.Back{Device: article.OpCit, Word: text[:m[1]], Type: article.AnyWork}
		r.item.Author, _ = fields.Names(text[m[2]:m[3]], false)
		r.loc = p.locator(span{body.start + m[3], body.end})
		return r, true
	}
	if m := cjkTitled.FindStringSubmatchIndex(text); m != nil {
		r.kind = article.Short
		r.back = article.Back{Device: article.OpCit, Word: text[:m[2]], Type: article.AnyWork}
		r.item.Author, _ = fields.Names(text[m[2]:m[3]], false)
		r.item.Title = cleanTitle(strings.Trim(text[m[4]:m[5]], "『』「」《》"))
		r.loc = p.locator(span{body.start + m[5], body.end})
		return r, true
	}
	if m := cjkFirst.FindStringSubmatchIndex(text); m != nil {
		r.kind = article.Short
		r.back = article.Back{Device: article.Supra, Word: strings.TrimRight(text[:m[4]], "，,、 "), Notes: []string{text[m[2]:m[3]]}, Direction: article.Above}
		p.shortFields(&r, span{body.start + m[4], body.start + m[5]})
		r.loc = p.locator(span{body.start + m[5], body.end})
		return r, true
	}
	if cjkSame.MatchString(text) {
		r.kind = article.Ibid
		r.back = article.Back{Device: article.IbidDevice, Word: "同"}
		r.loc = p.locator(span{body.start + len("同"), body.end})
		return r, r.loc != nil
	}
	return r, false
}

// supraNumber is an author and the number of a note: whatever figures follow, of
// pages as high as years are, the work is not cited in full there.
var supraNumber = pattern.New(`^\p{Lu}[^;()“”"]{1,80}?,\s(?:supra|above)\s(?:notes?|nn?\.)\s?\d`)

// cjkNote is a note's number behind the word for a note above.
var cjkNote = pattern.New(`^(?:[前同][掲揭引]?[注註]|[見见参參]?前[注註])\s?[(（]?\d`)

// smallTitle is a name, a title written small as most languages do, and a
// marked page: "TAVIRA, Rui, O farol da barra, p. 21".
var smallTitle = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:,\s\p{Lu}[\p{L}.'’-]*)?,\s\p{Lu}[^,;:.]{2,80},\s(?:cit\.,?\s)?(?:pp?|S|s|págs?|σ)\.\s?\d[\d\s–,-]*(?:ff?\.?)?\W*$`)

// bareSupra is a short form with supra and without a note's number: "Smith,
// supra, at 30".
var bareSupra = pattern.New(`^(\p{Lu}[^;:()]{1,80}?),\s(supra|above|oben|ante)\.?(?:,?\s(?:at\s|pp?\.\s|S\.\s)?\d[\d\s,–-]*)?\.?$`)

// volumePart is a volume number in a short reference: "VII, 216", "vol. ix.".
var volumePart = pattern.New(`,\s(?:vols?\.?\s)?(?:[IVXLCDM]+|[ivxlcdm]+)[.,]?\s(?:(?:pp?\.|No\.|Part)\s?)?[\dIVXLC]|,\svols?\.?\s(?:[ivxlcdm]+|\d+)\b|,\s(?:[IVXLC]+|[ivxlc]{2,}),\s(?:pp?\.\s)?\d`)

// byVolume says whether a reference names a periodical or a series by itself
// and a volume of it: it stands on its own feet each time.
func (p *noteParser) byVolume(x span) bool {
	text := p.s[x.start:x.end]
	m := volumePart.FindStringIndex(text)
	if m == nil {
		return false
	}
	head := strings.TrimSpace(text[:m[0]])
	for _, q := range p.mask.quotes {
		if q.start >= x.start && q.end <= x.end {
			return false
		}
	}
	plain := editedBy.ReplaceAllString(head, "")
	if strings.Contains(plain, ",") {
		return false // an author before the title
	}
	return plain != head || len(strings.Fields(plain)) >= 2 && !fields.OnlyNames(plain)
}

var editedBy = pattern.New(`,?\s(?:ed\.|edited by|by|hrsg\. von|éd\.)\s.*$`)

// inBrackets reads a short form that stands in brackets at the end of a
// sentence of prose: "(Burnouf, p. 119)".
func (p *noteParser) inBrackets(x span) []reading {
	var out []reading
	for _, b := range p.mask.rounds {
		if b.start < x.start || b.end > x.end {
			continue
		}
		if p.fullInBrackets(b) {
			out = append(out, p.fulls(reading{span: b}, b)...)
			continue
		}
		if titleInBrackets.MatchString(b.text(p.s)) {
			for _, r := range p.read(b) {
				if m := nameRightBefore.FindStringSubmatch(p.s[max(x.start, b.start-60):b.start]); m != nil && len(r.item.Author) == 0 {
					r.item.Author, _ = fields.Names(m[1], p.familyFirst)
				}
				out = append(out, r)
			}
			continue
		}
		if bracketShort.MatchString(b.text(p.s)) {
			r := reading{span: b, kind: article.Short}
			r.back.Device = article.NameOnly
			p.shortFields(&r, b)
			if m := lastPage.FindStringSubmatch(b.text(p.s)); m != nil && r.loc == nil {
				r.loc = &article.Locator{Label: "page", Value: m[1]}
			}
			out = append(out, r)
		}
	}
	return out
}

var (
	// titleInBrackets is a work and a page: "(Life of Crane, p. 282)".
	titleInBrackets = pattern.New(`^(?:The\s)?\p{Lu}[\p{L}'’-]+\s[^,;:()]{4,80},\s(?:\d\sed(?:it)?\.,\s)?(?:(?:vol\.\s)?[ivxlcIVXLC]+[.,]\s)?pp?\.\s\d[\d\s–,-]*$`)
	// lastPage is the page that a reference in brackets ends with.
	lastPage = pattern.New(`,\s(?:(?:pp?|S)\.\s?)?(\d+(?:[–-]\d+)?)\.?$`)
	// nameRightBefore is the surname of its author right before that.
	nameRightBefore = pattern.New(`(?:^|[.;]\s|\s\p{Ll}+\s)(\p{Lu}[\p{L}'’-]+)\s\($`)
)

// sourceOf reads the reference in brackets behind a passage that the note quotes
// or a sentence of prose, which end the stretch: "… in 1775" (Harbour Archives,
// ii, p. 714).
func (p *noteParser) sourceOf(x span) []reading {
	n := len(p.mask.rounds)
	for n > 0 && p.mask.rounds[n-1].end > x.end {
		n--
	}
	if n == 0 {
		return nil
	}
	b := p.mask.rounds[n-1]
	if b.start <= x.start+1 || strings.Trim(p.s[b.end:x.end], ").] ") != "" || !p.fullInBrackets(b) || !p.byVolume(b) && !p.hasYear(b) {
		return nil
	}
	before := span{x.start, b.start - 1}
	if !p.prose(before) && !p.quotesPassage(before) {
		return nil
	}
	return p.fulls(reading{span: b}, b)
}

// quotesPassage says whether a quotation in a stretch is too long for a title.
func (p *noteParser) quotesPassage(x span) bool {
	for _, q := range p.mask.quotes {
		if q.start >= x.start && q.end <= x.end && q.end-q.start > maxTitle {
			return true
		}
	}
	return false
}

// fullInBrackets says whether a bracket behind a sentence of prose holds a
// reference: "(Harbour Archives, xxxvi, p. 150)".
func (p *noteParser) fullInBrackets(b span) bool {
	if b.end-b.start < 16 || p.prose(b) || !startsUpper(b.text(p.s)) {
		return false
	}
	_, titled := p.title(b)
	return p.byVolume(b) || titled && p.looksFull(b) && nameComma.MatchString(b.text(p.s))
}

var bracketShort = pattern.New(`^(?:see |cf\. )?` + plainForm + `$|^(?:see |cf\. )?\p{Lu}[\p{L}'’.-]+(?:\s(?:and|et|und|&)\s\p{Lu}[\p{L}'’.-]+)?,\s(?:pp?\.|S\.|at)\s?\d[\d\s,.ff–-]*$`)

// fullBefore reads a full reference that stands before a back-reference word in one sentence.
func (p *noteParser) fullBefore(r reading, x span) (reading, bool) {
	if x.end-x.start < 25 || !p.looksFull(x) || p.prose(x) || letterDated.MatchString(p.s[x.start:x.end]) {
		return r, false
	}
	r.span.end = x.end
	for r.span.end > r.span.start && strings.ContainsRune(" ,;:(", rune(p.s[r.span.end-1])) {
		r.span.end--
	}
	r.kind = article.Full
	p.fullFields(&r, span{x.start, r.span.end}, false)
	return r, true
}

// letterDated is a letter and its day, which the work behind it prints: "Moor to Quay, 3 June
// 1744, ibid., 18".
var letterDated = pattern.New(`^(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:to|an|à|a)\s(?:\p{Lu}[\p{L}.'’-]*,?\s){1,5}(?:\d{1,2}\.?\s)?\p{L}+\.?\s(?:\d{1,2},\s)?\d{4},\s$`)

// namesOfficial says whether the words before a word for a work are how that
// work is named again: "Cass. civ. 1re, 12 mars 2009, préc.".
func (p *noteParser) namesOfficial(h hit, x span) bool {
	return h.word.device == "cit" || h.word.device == "opcit" && official(p.s[x.start:x.end]) != ""
}

var (
	shortCase  = pattern.New(`(?:^|,\s)(\d{1,4})\s(\p{Lu}[\p{L}.\s\d]{0,20}?)\sat\s(\d[\d–-]*)`)
	regulation = pattern.New(`^(?:\d{1,3}\s)?(?:\p{Lu}\.?){2,8}\s(?:§+\s?)?\d+(?:[.:]\d+)+`)
	legalCite  = pattern.New(`\b\d{1,4}\s(?:\p{Lu}\.?\s?)[\p{L}.&’'\s]{0,30}\d?[a-z]{0,2}\.?\s\d{1,5}\b|\[\d{4}\]|§\s?\d`)
	repository = pattern.New(`(?i)\b(?:library|archives?|papers|MSS?|collection|box|folder|state papers|record office)\b`)
)

// looksFull says whether a stretch can stand alone as a reference: a title,
// case or identifier with something of its publication.
func (p *noteParser) looksFull(x span) bool {
	if n, _ := p.shelfmark(x); n > 0 {
		return true
	}
	return p.fullOtherwise(x)
}

// fullOtherwise is looksFull for all but papers that stand by their shelf mark.
func (p *noteParser) fullOtherwise(x span) bool {
	text := p.s[x.start:x.end]
	prose := p.prose(x)
	if p.hasURL(x) && (!prose || p.titledURL(x)) {
		return true
	}
	_, titled := p.title(x)
	year := p.hasYear(x)
	if fields.Reporter(text) || fields.Paper(text) || fields.Law(text) || official(text) != "" {
		return true
	}
	if datedFull(text) || medical.MatchString(text) || fields.Message(text) || regulation.MatchString(text) && !prose || commentary.MatchString(text) {
		return true
	}
	if caseName.MatchString(text) && (year || legalCite.MatchString(text)) {
		return true
	}
	if m := parenPub.FindStringIndex(text); m != nil && strings.ContainsAny(text[m[0]:m[1]], ":,") && startsUpper(text) {
		return true
	}
	if prose {
		return titled && (parenPub.MatchString(text) || reportYear.MatchString(text)) || namedImprint(text) || year && p.italicAuthor(x.start)
	}
	switch {
	case titled && (year || volIssue.MatchString(text)):
		return true
	case year && (nameComma.MatchString(text) || yearTitleGiven.MatchString(text) || legalCite.MatchString(text) || startsUpper(text) && strings.Count(text, ",") >= 1 && !bareAuthorYear(text)):
		return true
	case (chapterOf.MatchString(text) || chapterIn.MatchString(text)) && nameComma.MatchString(text):
		return true
	case caseless(text) && (year || easternYear.MatchString(text) || p.language == "fa" && solarYear.MatchString(text)):
		return true
	case legalCite.MatchString(text) && volIssue.MatchString(text) && startsUpper(text) && !strings.Contains(text, " Rn."):
		return true
	}
	if strings.Contains(text, " // ") && year && startsUpper(text) {
		return true // "Title // Journal", as Russian has it
	}
	if nameComma.MatchString(text) && endsWithPage(text) && strings.Count(text, ",") == 2 {
		return false // "Bloom, Papers on Lamps, 7": a short form
	}
	return repository.MatchString(text) && strings.Count(text, ",") >= 2 && startsUpper(text) && !titled
}

// commentary is a commentary without its year, for it names the provision commented on as
// Switzerland does: "Salter/Quist, Basler Kommentar, 3. Aufl., N. 5 zu Art. 129 OR".
var commentary = pattern.New(`^\p{Lu}[\p{L}.'’-]+(?:(?:\s?/\s?|\s)\p{Lu}[\p{L}.'’-]*){0,5},\s(?:in:\s)?\p{Lu}[^;:,()]{3,60}(?:,\s\d{1,2}\.\sAufl\.)?,\s(?:N|Rn|Rz)\.?\s\d[^;:,]{0,20}\s(?:zu|ad)\s(?:§§?|Art\.)\s?\d`)

// reportYear is a year in square brackets behind a title, and a page, as OSCOLA has them
// for journals without volumes: "» [2003] Rivista di diritto del sale 89".
var reportYear = pattern.New(`[’'”"»]\s\[(?:19|20)\d\d\]\s\p{Lu}[^;()]{2,80}\s\d+`)

// bookEnd is the imprint of a book in brackets, and a page.
var bookEnd = pattern.New(`\s\(\p{Lu}[^()]{1,60}\s(?:1[5-9]|20)\d\d\)(?:\.?,\s(?:pp?\.\s|S\.\s)?[\d–-]+(?:\sff?\.?)?)?\.?$`)

// namedImprint says whether a stretch is the author, the title and the imprint of a
// book whose title is written small: "Léon Sel, Les transformations du sel public (Paris 1913)".
func namedImprint(text string) bool {
	return bookEnd.MatchString(text) && nameComma.MatchString(text) && (namesThenTitle(text) || twoNames.MatchString(text))
}

// chapterOf is what holds a chapter, with its editors: ", in: dies. (Hg.)". It is
// read without a year too.
var chapterOf = pattern.New(`,\s[Ii]n:?\s[^,;:()]{2,80}\s\((?:Hg|Hrsg|Hrsgg|[Ee]ds?|dir|coord|org|orgs|red)\.?\)`)

// chapterIn is an author with given names, a chapter in quotation marks and the book
// that holds it, whose own data another note has: "Ada Moor, “Tolls,” in Quay, Ferries, 71–90".
var chapterIn = pattern.New(`^(?:\p{Lu}[\p{L}.'’-]*\s){1,3}\p{Lu}[\p{L}'’-]+,\s(?:[“"„«‘][^”"“»’]{2,120}[”"“»’],?\s[Ii]n:?|[“"„«‘][^”"“»]{2,120}[,.]?[”"“»],?\s[Ii]n:?)\s\p{Lu}[^;()]{3,90},\s(?:pp?\.\s|S\.\s)?\d+\s?[–-]\s?\d+`)

// medical is a reference as Vancouver has it: "Doe J. Title. Journal 2010;340:22".
var medical = pattern.New(`^(?:\p{Lu}[\p{L}'’-]+(?:[\s-]\p{Lu}\p{Ll}+)?\s\p{Lu}{1,3}(?:,\s|\.\s))+.{8,300}?(?:[.\s](?:19|20)\d\d(?:\s\p{L}{3}(?:\s\d+)?)?;\s?\d|;\s?(?:19|20)\d\d\.)`)

// solarYear is a year of the Iranian calendar in European digits.
var solarYear = pattern.New(`(?:^|\D)1[23]\d\d(?:$|\D)`)

// easternYear is a year in Persian or Arabic digits, of any calendar.
var easternYear = pattern.New(`(?:^|[^۰-۹٠-٩])[۱۲١٢][۰-۹٠-٩]{3}(?:$|[^۰-۹٠-٩])`)

// titledURL says whether a sentence of prose with an address names a title too.
func (p *noteParser) titledURL(x span) bool {
	_, ok := p.title(x)
	return ok || p.addressed(x) || strings.HasPrefix(strings.TrimSpace(p.s[x.start:x.end]), "http")
}

// addressed says whether a stretch is a title written small, its address, and
// when it was looked up.
func (p *noteParser) addressed(x span) bool {
	for _, u := range p.urls {
		if u.at < x.start || u.end > x.end {
			continue
		}
		head, behind := strings.TrimRight(p.s[x.start:u.at], " ,<("), strings.TrimLeft(p.s[u.end:x.end], " .,;>)[(")
		return len(head) > 12 && len(head) < 240 && startsUpper(head) && !strings.ContainsAny(head, ".?!;") && !toAddress.MatchString(head) && lookedUp.MatchString(behind)
	}
	return false
}

var (
	toAddress = pattern.New(`(?i)\s(?:at|on|see|from|in|via|under|unter|bei|auf|siehe|em|en|sur|à|su|a|online|url|link|website|web|here|hier)[:,]?$`)
	lookedUp  = pattern.New(`(?i)^(?:\p{L}+\s)?(?:access|accessed|acess|acceso|acceduto|retrieved|visited|viewed|consult|abgerufen|aufgerufen|zugriff|abruf|stand|dostęp|访问|検索|검색)`)
)

var authorYear = pattern.New(`^[\p{Lu}][\p{L}'’-]+(?:(?:\s(?:and|und|et|&|y)\s|\s?/\s?)\p{Lu}[\p{L}'’-]+|\set\sal\.?)?,?\s\(?(?:1[4-9]|20)\d\d[a-z]?\)?(?:[,:]\s?(?:(?:S|pp?)\.\s?)?[\d–,\s-]+(?:\s?ff?\.?)?\)?)?\.?$`)

// bareAuthorYear is "Ellingsworth (2004), 21": a short form.
func bareAuthorYear(s string) bool { return authorYear.MatchString(strings.TrimSpace(s)) }

// caseless says whether a text is in a script without capitals, or starts with a title mark.
func caseless(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Hebrew, unicode.Arabic)
}

// particle is what names that begin small begin with.
var particle = pattern.New(`^(?:v\.\s?|von(?:\s(?:der|dem|den))?|van(?:\s(?:der|den|de|het))?|zu|vom|de|di|del|della|du|ter|ten|al-|el-|ibn)\s?`)

// startsLower says whether a text begins with a small letter.
func startsLower(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first)
}

func startsUpper(s string) bool {
	if m := particle.FindString(s); m != "" {
		s = s[len(m):]
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \"“„«‘'_*[("))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || caseless(string(r))
}
