package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// unbracketed is a stretch without the brackets that open at its start.
func (p *noteParser) unbracketed(x span) span {
	for x.start < x.end && strings.ContainsRune("([ ", rune(p.s[x.start])) {
		x.start++
	}
	return x
}

// opinion says of which opinion a work is: "a. A.", another one.
var opinion = pattern.New(`^(?:(?:[aA]\. ?A\.|[aA]nd\. ?Ans\.|[hH]\. ?M\.|[zZ]ust\.|[aA]bl\.|[kK]rit\.|[oO]\. ?V\.,)\s?)(?:auch\s|etwa\s|aber\s|nur\s|z\. ?B\.\s)?`)

// forLand says for which country a reference speaks: "für die Schweiz".
var forLand = pattern.New(`^[Ff]ür\s(?:das\s|die\s|den\s)?(?:Deutschland|Österreich|Schweiz|Frankreich|Italien|England|Großbritannien|Vereinigte Königreich|USA|Vereinigten Staaten|Niederlande|Polen|Spanien|EU|Europäische Union|DDR|deutsche Recht|österreichische Recht|schweizerische Recht)(?:\s(?:etwa|nur|z\.\s?B\.|siehe|vgl\.|s\.))*[:,]?\s`)

// signals is the length of the words that introduce the reference of a
// stretch: "Vgl. hierzu auch", "But see, for example,".
func (p *noteParser) signals(x span) int {
	const most = 5
	at := x.start + len(opinion.FindString(p.s[x.start:x.end]))
	at += len(forLand.FindString(p.s[at:x.end]))
	at += p.thus(span{at, x.end})
	at += p.quotedBack(span{at, x.end})
	for k := range most {
		text := p.s[at:x.end]
		if strings.HasPrefix(text, "In re ") {
			break // a case
		}
		if p.language == "de" && strings.HasPrefix(text, "v. ") {
			break // v. Steinrück
		}
		n := signal(text)
		if k > 0 {
			n = max(n, startsWith(text, &tables().chained))
		}
		if n == 0 || n >= len(text) {
			break
		}
		at += n
	}
	at += p.siehe(span{at, x.end})
	at += len(ownKind.FindString(p.s[at:x.end]))
	if at == x.start || p.language != "en" {
		at += p.smallWords(span{at, x.end})
	}
	return at - x.start
}

// quotedWord is what says of a passage that a work quotes it.
var quotedWord = pattern.New(`^(?i:quoted|cited|citée?s?|citad[oa]s?|citat[oaie]|cit\.|zit\.|zitiert|geciteerd|cyt\.)\s(?i:in:?\s|dans\s|en\s)?`)

// quotedBack is the length of such a word before a word for the work before:
// "Cité ibid., p. 14"; or 0.
func (p *noteParser) quotedBack(x span) int {
	m := quotedWord.FindString(p.s[x.start:x.end])
	if m == "" {
		return 0
	}
	h, ok := backWord(p.s[:x.end], x.start+len(m))
	if !ok || h.word.device != "ibid" && h.word.device != "id" || !p.placed(h, span{h.start, x.end}) {
		return 0
	}
	return len(m)
}

// ownKind is what an author calls a work of his own: "meinen Aufsatz: Pfannen".
var ownKind = pattern.New(`^(?:(?:[Mm]ein|[Uu]nser)(?:e[nrms]?)?\s(?:Aufsatz|Beitrag|Buch|Arbeit|Studie|Artikel|Schrift|Abhandlung)|[Mm]y\s(?:book|article|essay|paper|study)|[Oo]ur\s(?:book|article|essay|paper|study))[:,]?\s`)

// siehe is the length of "S. " for siehe at the start of a German reference,
// which an initial looks like: a name after it ends at a comma or colon. In
// French and Italian "V. " is one before a small letter.
func (p *noteParser) siehe(x span) int {
	text := p.s[x.start:x.end]
	if len(text) < 4 || text[1:3] != ". " {
		return 0
	}
	head := text[3:]
	first, _ := utf8.DecodeRuneInString(head)
	switch {
	case text[0] == 'V' && (p.language == "fr" || p.language == "it") && unicode.IsLower(first):
		return 3 // voir, vedi
	case text[0] != 'S' || p.language != "de":
		return 0
	case unicode.IsLower(first):
		return 3
	}
	if end := strings.IndexAny(head, ",:"); end >= 0 && len(strings.Fields(head[:end])) <= 2 {
		return 0
	}
	return 3
}

var midSee = pattern.New(`(?i)[,;:(–—]\s?(?:see(?: also)?|cf\.|siehe|vgl\.|voir|véase|ver|veja-se|si veda|vedi)\s` + goesWithSee)

// afterSee reads the reference that a sentence of prose ends with, as in "For
// more, see Fowler, supra note 20".
func (p *noteParser) afterSee(x span) []reading {
	found := midSee.FindAllStringIndex(p.s[x.start:x.end], 8)
	if len(found) == 0 {
		return nil
	}
	start := x.start + found[len(found)-1][0]
	for start < x.end && strings.ContainsRune(",;:(–— ", rune(p.s[start])) {
		start++
	}
	if start <= x.start || start >= x.end || !p.mask.free(start) {
		return nil
	}
	return p.read(span{start, x.end})
}

// seeWord is a word that sends the reader on, and those that go with it.
var seeWord = pattern.New(`(?:^|[\s(,;])(?:s\.|[Ss]iehe|[Vv]gl\.|[Ss]ee|[Cc]f\.|[Vv]oir|[Vv]éase|[Cc]fr\.|[Zz]ie)\s` + goesWithSee)

// goesWithSee are the words that go with one that sends the reader on.
const goesWithSee = `(?:(?:nur|auch|etwa|aber|dazu|hierzu|insb\.|insbesondere|statt vieler|statt aller|bereits|schon|also|generally|especially|e\.g\.,?|aussi|notamment|también|anche|ook),?\s)*`

// behindSee is the length of what leads up to a word that sends the reader to
// a surname: "Zur Kritik s. nur Moor", or 0.
func (p *noteParser) behindSee(x span) int {
	text := strings.TrimRight(p.s[x.start:x.end], " ,:(")
	if len(text) < 12 {
		return 0
	}
	found := seeWord.FindAllStringIndex(text, 4)
	for _, m := range slices.Backward(found) {
		n := m[1]
		name, _, _ := strings.Cut(text[n:], ",")
		if _, lower := p.count(span{x.start, x.start + m[0]}); lower > 0 && p.mask.free(x.start+n) && bareNames.MatchString(name) {
			return n
		}
	}
	return 0
}

// plainForm is a short form in a sentence: names, a title with capitals or in
// quotation marks, and pages.
const plainForm = `\p{Lu}[\p{L}'’-]+(?:(?:,?\s(?:and|und|et|&)\s|/)\p{Lu}[\p{L}'’-]+)?,\s(?:[“"„«][^”"“»]{2,80}[”"“»]|\p{Lu}[\p{L}'’-]*(?:\s(?:of|the|and|in|on|to|a|an|for|from|at|und|der|die|das|des|dem|im|zur|de|la|le|du|et|\p{Lu}[\p{L}'’-]*)){0,8}),?\s(?:pp?\.\s|S\.\s)?(?:\d+:)?\d[\d–-]*(?:,\s\d[\d–-]*)*(?:\sff?\b\.?)?`

// aloneForm is a title without its author, or a name without a title, and a page.
const aloneForm = `(?:["“„«][^”"“»]{2,80}[”"“»]|\p{Lu}[\p{L}'’-]+(?:\s(?:of|the|and|in|\p{Lu}[\p{L}'’-]+)){0,4}),?\s(?:pp?\.\s|S\.\s)?\d[\d–-]*`

var (
	shortInside = pattern.New(`(?:^|[\s(,])(` + plainForm + `)(?:$|[,;.)]|\s(?:and|und|et)\s)`)
	// quotingShort is one behind which its words are quoted: "Moor, Tolls, 18: “nothing is free.”".
	quotingShort = pattern.New(`^` + plainForm + `(:\s)["“„«‘]`)
	// openingShort is one that a sentence goes on behind.
	openingShort = pattern.New(`^` + plainForm + `(,\s(\p{Ll}{3,})\s)`)
)

// notVerbs are small words behind a short form that belong to its place.
const notVerbs = "|and|passim|esp|note|notes|fig|figs|table|tables|chap|chapter|und|sowie|with|plate|plates|where|which|who|here|hier|above|below|"

// shortOpens is the end of a short form that a sentence of prose begins with,
// or 0: "Moor, Tolls, 40, prefers another word".
func (p *noteParser) shortOpens(x span) int {
	text := p.s[x.start:x.end]
	if m := quotingShort.FindStringSubmatchIndex(text); m != nil && !p.looksFull(span{x.start, x.start + m[2]}) {
		return x.start + m[2]
	}
	m := openingShort.FindStringSubmatchIndex(text)
	if m == nil || strings.Contains(notVerbs, "|"+text[m[4]:m[5]]+"|") || p.hasYear(x) || p.hasURL(x) {
		return 0
	}
	if _, lower := p.count(span{x.start + m[2], x.end}); lower == 0 {
		return 0
	}
	return x.start + m[2]
}

// behindPlainSee reads the short forms in a sentence of prose that sends the
// reader to them: "On the wages see Kohl, Weavers' Street, 12, and on the songs,
// Marsh, Lamp, 3".
func (p *noteParser) behindPlainSee(x span) []reading {
	text := p.s[x.start:x.end]
	see := seeWord.FindStringIndex(text)
	if see == nil || !p.mask.free(x.start+see[1]) {
		return nil
	}
	if _, lower := p.count(span{x.start, x.start + see[0]}); lower == 0 {
		return nil
	}
	var out []reading
	for from := see[0]; ; {
		m := shortInside.FindStringSubmatchIndex(text[from:])
		if m == nil || len(out) >= 8 {
			return out
		}
		rest := span{x.start + from + m[2], x.start + from + m[3]}
		from += m[3]
		if p.mask.free(rest.start) && p.looksShort(rest) && !yearish(lastWord(p.s[rest.start:rest.end])) {
			out = append(out, p.read(rest)...)
		}
	}
}

// smallLead is words written small before names: "krit. dazu Moor, …".
var smallLead = pattern.New(`^(?:\p{Ll}[\p{L}]*\.?,?\s){1,5}`)

// smallWords is the length of the words written small that a reference behind
// a semicolon starts with, if names follow them; or 0.
func (p *noteParser) smallWords(x span) int {
	text := p.s[x.start:x.end]
	m := smallLead.FindString(text)
	if m == "" || particle.MatchString(text) {
		return 0
	}
	name := text[len(m):]
	if end := strings.IndexAny(name, ",(:"); end > 0 {
		name = strings.TrimSpace(name[:end])
	} else {
		return 0
	}
	if _, back := backWord(text, 0); back || ownWork.MatchString(m) || !bareNames.MatchString(name) {
		return 0
	}
	return len(m)
}

// lead is the length of the prose that leads up to a reference, or 0: "for a
// discussion see A. Smith, Tides (1990)", "den Überblick bei Hof, H., Pfannen".
func (p *noteParser) lead(x span) int {
	n, ok := p.leads[x]
	if !ok {
		n = p.findLead(x)
		if p.leads == nil {
			p.leads = map[span]int{}
		}
		p.leads[x] = n
	}
	return n
}

func (p *noteParser) findLead(x span) int {
	head := p.s[x.start:min(x.end, x.start+maxLead)]
	if t, ok := p.title(x); ok {
		head = p.s[x.start:min(x.start+len(head), max(t.start, x.start))]
	}
	if m := pinpoint.FindString(head); m != "" {
		return len(m)
	}
	if m := midSee.FindStringIndex(head); m != nil && p.mask.free(x.start+m[0]) {
		if _, lower := p.count(span{x.start, x.start + m[0]}); lower > 0 && !p.hasYear(span{x.start, x.start + m[0]}) {
			return m[1]
		}
	}
	for _, q := range p.authors {
		at := q.start - x.start
		if at < 0 || q.start >= x.end || at >= 2*maxLead {
			continue
		}
		if at == 0 || p.hasYear(span{x.start, q.start}) || heldIn.MatchString(p.s[x.start:q.start]) {
			break
		}
		return at // "For the concept of salt: Vanhal, Pfannen" with the name in italics
	}
	if n := p.sentenceLead(x); n > 0 {
		return n
	}
	if n := p.wordsLead(x); n > 0 {
		return n
	}
	if n := p.titleLead(x); n > 0 {
		return n
	}
	if m := finds.FindString(head); m != "" && p.namedWork(head[len(m):], span{x.start + len(m), x.end}) {
		return len(m)
	}
	if nameComma.MatchString(head) {
		return 0 // it begins with the author
	}
	if n := p.proseBefore(x); n > 0 {
		return n
	}
	if n := p.quotedBefore(x); n > 0 {
		return n
	}
	if n := p.courtBehind(x, head); n > 0 {
		return n
	}
	if n := p.invertedBehind(x, head); n > 0 {
		return n
	}
	if n := p.nameBehind(x, head); n > 0 {
		return n
	}
	for _, m := range leadWord.FindAllStringSubmatchIndex(head, 12) {
		before := span{x.start, x.start + m[2]}
		if !p.mask.free(before.end) || p.hasYear(before) {
			break
		}
		if p.leadsTo(before, strings.ToLower(head[m[2]:m[3]]), p.s[x.start+m[1]:x.end]) {
			return m[1]
		}
	}
	return 0
}

// courtDated is what may be a court, and the day of its decision.
var courtDated = pattern.New(`\s(\p{Lu}\p{L}+)(?:\s\(\p{L}+\))?,?\s(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\s\p{Lu}\p{L}+\s\d{4}|Urt\.|Urteil\s|Beschl\.|Beschluss\s)`)

// courtBehind is the length of the words of a sentence that lead up to the
// decision of a court: "The Court also cites ECtHR 7.12.2021, Salt / Brine", or 0.
func (p *noteParser) courtBehind(x span, head string) int {
	for _, m := range courtDated.FindAllStringSubmatchIndex(head, 4) {
		before := span{x.start, x.start + m[2]}
		if !p.mask.free(before.end) || p.hasYear(before) {
			return 0
		}
		if _, lower := p.count(before); lower > 0 && fields.Court(head[m[2]:m[3]]) {
			return m[2]
		}
	}
	return 0
}

// givenBehind is a family name and given ones before a colon, behind other words.
var givenBehind = pattern.New(`\s(\p{Lu}[\p{L}'’-]+),\s(\p{Lu}[\p{L}'’-]+\.?)(?:\s\p{Lu}[\p{L}.]*){0,2}(?:\s?/\s?[^:;()„“”"]{3,80})?(?:\s\((?:Hg|Hrsg)\.\))?:\s`)

// invertedBehind is the length of the words of a sentence that lead up to an author
// whose family name stands first: "die klassische Studie von Kauf, Doris: Pfannen";
// or 0.
func (p *noteParser) invertedBehind(x span, head string) int {
	m := givenBehind.FindStringSubmatchIndex(head)
	if m == nil || !fields.GivenName(head[m[4]:m[5]]) {
		return 0
	}
	before := span{x.start, x.start + m[2]}
	if _, lower := p.count(before); lower == 0 || !p.mask.free(before.end) || p.hasYear(before) || strings.ContainsAny(head[:m[2]], ":;") {
		return 0
	}
	return m[2]
}

// nameBehind is the length of the words of a sentence that lead up to the name of
// an author: "Einen anderen Akzent setzt Doris Kauf, Pfannen", "zu diesem Fall
// Doris Kauf, Pfannen"; or 0.
func (p *noteParser) nameBehind(x span, head string) int {
	end := strings.IndexAny(head, ",.;:(“\"„«")
	if end < 0 {
		end = len(head)
	}
	for at := strings.IndexByte(head[:end], ' ') + 1; at > 0 && at < end; {
		before := strings.TrimRight(head[:at], " ")
		if fields.GivenName(head[at:]) && startsUpper(head[at:]) && (!tables().small[strings.ToLower(lastWord(before))] || strings.HasSuffix(before, " auch")) && namesThenTitle(head[at:]) {
			_, lower := p.count(span{x.start, x.start + len(before)})
			first, _ := utf8.DecodeRuneInString(head)
			if (lower > 0 || unicode.IsLower(first) || onSubject.MatchString(before) && !placeBehind(head[at:])) && p.hasYear(span{x.start + at, x.end}) {
				return at
			}
			return 0
		}
		next := strings.IndexByte(head[at:end], ' ')
		if next < 0 {
			break
		}
		at += next + 1
	}
	return 0
}

// onSubject is what a German note is on: "Zur Geschichte des Begriffs".
var onSubject = pattern.New(`^(?:Zu|Zum|Zur|Mit Blick auf|Für)\s\p{L}+`)

// placeBehind says whether a place comes behind the comma that ends a name, so that
// the name ends a title.
func placeBehind(s string) bool {
	_, next, ok := strings.Cut(s, ", ")
	end := strings.IndexAny(next, ",.:;(")
	if end < 0 {
		end = len(next)
	}
	return ok && fields.Place(strings.TrimRight(next[:end], " 0123456789"))
}

// colonBehind is what parts a quotation from the reference to its source.
var colonBehind = pattern.New(`^[.,]?[’”"'»“]?(?:\s\([^()]{1,40}\))?:\s`)

// quotedBefore is the length of a sentence that quotes something, up to the source
// that it names behind a colon: "The rule of law was ‘a good’: EP Thal, *Salt*
// (1975)", or 0.
func (p *noteParser) quotedBefore(x span) int {
	t, ok := p.title(x)
	if !ok || t.start-x.start > maxLead {
		return 0
	}
	_, lower := p.count(span{x.start, t.start})
	m := colonBehind.FindString(p.s[t.end:x.end])
	if lower < 3 || m == "" {
		return 0
	}
	behind := p.s[t.end+len(m) : x.end]
	if !namesThenTitle(behind) && !twoNames.MatchString(behind) || !p.hasYear(span{t.end, x.end}) {
		return 0
	}
	return t.end + len(m) - x.start
}

// ownWork is what an author says before the title of a work of his own.
var ownWork = pattern.New(`(?:^|\s)(?:[Oo]ur|[Mm]y|[Mm]ein(?:e[nrms]?)?|[Uu]nser(?:e[nrms]?)?|[Nn]otre|[Mm]on|[Nn]os|[Mm]es|[Nn]uestr[oa]s?|[Nn]ostr[oa])\s(?:\p{L}+\s?){0,4}[:,]?\s?["“„«]?$`)

// proseBefore is the length of the words before a marked title that are those of
// a sentence: "Beginning with the first edition of the *Golden Bough*", or 0.
func (p *noteParser) proseBefore(x span) int {
	t, ok := p.title(x)
	if !ok || t.start-x.start > maxLead {
		return 0
	}
	head := strings.TrimRight(p.s[x.start:t.start], "“\"„«»‘‚")
	if ownWork.MatchString(head) {
		return len(head)
	}
	head = strings.TrimRight(head, " ")
	if strings.ContainsAny(head, ",.:;(") || !strings.Contains(small, "|"+lastWord(head)+"|") || heldBy.MatchString(head) {
		return 0
	}
	if all, lower := p.count(span{x.start, x.start + len(head)}); lower < 1 || all < 4 {
		return 0
	}
	return t.start - x.start
}

// heldBy is what stands between a part of a work and the work: "Article on salt in the".
var heldBy = pattern.New(`\s(?:in|im|en|dans|nel|em)(?:\s(?:the|der|den|le|la|el|les))?$`)

// pinpoint is a place in the work just cited, and what says that it cites another
// one: "Para 455, citing".
var pinpoint = pattern.New(`^(?i:paras?|rn|rz|at|pp?|s|nos?)\.?\s?\d+[\d\s,f–-]*[,;(]?\s?\(?(?:citing|quoting|with reference to|unter Verweis auf|mit Verweis auf)\s`)

// maxLead is the longest stretch of prose before a reference, in bytes.
const maxLead = 240

// heldIn is the end of what stands before the editors of a book that holds a work.
var heldIn = pattern.New(`(?:^|\s)[iI]n:?\s?$`)

// leadWord is a word that names of authors follow.
var leadWord = pattern.New(`(?i)(?:^|[\s,])(see also|see|cf\.|vgl\.|siehe|s\. auch|s\.|etwa|bereits|voir|véase|ver|veja-se|si veda|vedi|v\.|zob\.|por\.|viz|srov\.|zie|jfr|jf\.|lásd|см\.|by|from|in|bei|von|nach|durch|chez|par|por)[:,]?\s` + goesWithSee)

// leadsTo says whether the words before a word of leadWord lead up to it, and
// what comes behind it is the names of authors.
func (p *noteParser) leadsTo(before span, word, behind string) bool {
	text := p.s[before.start:before.end]
	all, lower := p.count(before)
	if n, _ := p.shelfmark(span{before.end, before.end + len(behind)}); lower > 0 && n > 0 {
		return true // "The returns are in The National Archives (TNA), T 22/4"
	}
	if lower > 0 && (fields.Case(behind) || fields.Act(behind)) {
		return true // "… that of Lord Reed in Salter v Brine [2017] UKSC 51"
	}
	switch word {
	case "v.":
		return lower >= 2 && romance(p.language) && namesThenTitle(behind)
	case "see", "see also", "cf.", "vgl.", "siehe", "s.", "s. auch", "etwa", "bereits", "voir", "véase", "ver", "veja-se", "si veda", "vedi", "zob.", "por.", "viz", "srov.", "zie", "jfr", "jf.", "lásd", "см.":
		return all > 0 && !nameComma.MatchString(text) && (namesThenTitle(behind) || lower >= 2 || lower > 0 && surnameShort.MatchString(behind) || lower == 1 && twoNames.MatchString(behind))
	}
	r, _ := utf8.DecodeRuneInString(text)
	if lower >= 4 && lower*3 >= all && twoNames.MatchString(behind) && !roleBefore.MatchString(text) {
		return true // "… is inspired by Kojin Karata, The Structure of Salt"
	}
	if roleBefore.MatchString(text) || !unicode.IsLower(r) && (lower < 3 || lower*10 < all*3) {
		return false
	}
	return namesThenTitle(behind) || unicode.IsLower(r) && (surnameWork.MatchString(behind) || surnamesShort.MatchString(behind))
}

// romance says whether a language writes "v." for its word for "see".
func romance(language string) bool {
	switch language {
	case "fr", "it", "es", "pt":
		return true
	}
	return false
}

// surnamesShort are two surnames, a title and a page: "Moor and Quay, Tolls, 14".
var surnamesShort = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:/|\s(?:and|und|et|y|e|&)\s)\p{Lu}[\p{L}'’-]+,\s["“„«]?\p{Lu}[^,;()]{1,80},?[”"»]?,?\s(?:(?:pp?|S)\.\s)?\d`)

// surnameShort is a surname, a title and a page: "Moor, Tolls, 14".
var surnameShort = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s["“„«]?\p{Lu}[^,;()]{1,80},?[”"»]?,?\s(?:(?:pp?|S)\.\s)?\d[\d–-]*(?:\sff?\.)?\.?$`)

// surnameWork is a surname, a title and an imprint: "Moor: Die Saline, Kiel 1999".
var surnameWork = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:/\p{Lu}[\p{L}'’-]+)?[:,]\s[„“"«]?\p{Lu}[^;()]{3,140}[,.”“"»]\s(?:\p{Lu}[\p{L}./-]+(?:\s[\p{L}./-]+){0,3}[,:]?\s|\([^()]{2,60}[\s,])(?:1[5-9]|20)\d\d\b`)

// roleBefore is what makes the names behind "by" those of editors.
var roleBefore = pattern.New(`(?i)(?:ed\.|eds\.|edited|transl?\.|translated|compiled|hrsg\.|hg\.|herausgegeben|übers\.|übersetzt|trad\.|dirigé|éd\.)\s*$`)

// twoNames is a name of two to four words before a comma and a title.
var twoNames = pattern.New(`^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3},\s["“‘]?\p{Lu}`)

// authors are names with initials, or two names and more, before a comma, a
// colon, a bracket or a title.
var authors = pattern.New(`^(?:` + oneAuthor + `(?:\s?/\s?|\s?(?:,|and|und|et|&|y|e)\s|,\s(?:and|und)\s)){0,4}(` + oneAuthor + `)(?:,|:|\s?\(|\s?["“„‘«‚']|\s(?:in|et al|u\.\s?a)\b)`)

const oneAuthor = `(?:(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}(?:(?:van|von|de|der|den|del|di|da|du|la|le)\s){0,2}\p{Lu}[\p{L}'’-]+(?:\s(?:jun|sen|Jr|Sr)\.)?|\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}|\p{Lu}[\p{L}.'’-]+(?:\s(?:van|von|de|der|den|del|di|da|du|la|le|\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){0,3}\s\p{Lu}[\p{L}'’-]+)`

// slashedNames are surnames with strokes between them, and a title.
var slashedNames = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:/\p{Lu}[\p{L}'’-]+){1,5}(?:\s\((?:Hrsg|Hg|[Ee]ds?)\.?\))?,\s["“„«]?\p{Lu}`)

// slashedTurned are such names with the family names first: "Quist, Anna/Dahl, Ute (2005)".
var slashedTurned = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.\s-]{0,30}(?:/\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.\s-]{0,30}){1,5}(?:,|:|\s\()`)

// turned is one such name: "Quist, Anna: Das Salz".
var turned = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s(\p{Lu}[\p{L}-]+(?:\s\p{Lu}\.)?)(?::|\s\()`)

// namesThenTitle says whether a text begins with names of authors that the rest
// of a reference follows. Where no initial tells, a given name must.
func namesThenTitle(s string) bool {
	if slashedNames.MatchString(s) || slashedTurned.MatchString(s) {
		return true
	}
	if m := turned.FindStringSubmatch(s[:min(len(s), maxLead)]); m != nil && fields.GivenName(m[1]) {
		return true
	}
	m := authors.FindStringSubmatchIndex(s[:min(len(s), maxLead)])
	if m == nil {
		return false
	}
	first := s[:m[3]]
	return strings.Contains(first, ". ") || strings.HasSuffix(first, ".") || fields.GivenName(first)
}
