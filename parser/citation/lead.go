package citation

import (
	"strings"

	"ibid/parser/citation/fields"
	"ibid/pattern"
)

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
	for _, lead := range []func(span) int{p.sentenceLead, p.wordsLead, p.titleLead} {
		if n := lead(x); n > 0 {
			return n
		}
	}
	if m := finds.FindString(head); m != "" && p.namedWork(head[len(m):], span{x.start + len(m), x.end}) {
		return len(m)
	}
	if nameComma.MatchString(head) {
		return 0 // it begins with the author
	}
	for _, lead := range []func(span, string) int{p.workLead, p.quotedLead, p.courtLead, p.turnedLead, p.givenLead, p.wordLead} {
		if n := lead(x, head); n > 0 {
			return n
		}
	}
	return 0
}

// wordLead is the length of what leads up to names by a word of its own: "for a
// discussion see A. Smith, Tides (1990)"; or 0.
func (p *noteParser) wordLead(x span, head string) int {
	for _, m := range leadWord.FindAllStringSubmatchIndex(head, 12) {
		before := span{x.start, x.start + m[2]}
		if !p.mask.free(before.end) || p.hasYear(before) {
			break
		}
		if p.leadsToNames(before, strings.ToLower(head[m[2]:m[3]]), p.s[x.start+m[1]:x.end]) {
			return m[1]
		}
	}
	return 0
}

// courtDated is what may be a court, and the day of its decision.
var courtDated = pattern.New(`\s(\p{Lu}\p{L}+)(?:\s\(\p{L}+\))?,?\s(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\s\p{Lu}\p{L}+\s\d{4}|Urt\.|Urteil\s|Beschl\.|Beschluss\s)`)

// courtLead is the length of the words of a sentence that lead up to the
// decision of a court: "The Court also cites ECtHR 7.12.2021, Salt / Brine", or 0.
func (p *noteParser) courtLead(x span, head string) int {
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

// turnedLead is the length of the words of a sentence that lead up to an author
// whose family name stands first: "die klassische Studie von Kauf, Doris: Pfannen";
// or 0.
func (p *noteParser) turnedLead(x span, head string) int {
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

// givenLead is the length of the words of a sentence that lead up to the name of
// an author: "Einen anderen Akzent setzt Doris Kauf, Pfannen", "zu diesem Fall
// Doris Kauf, Pfannen"; or 0.
func (p *noteParser) givenLead(x span, head string) int {
	end := strings.IndexAny(head, ",.;:(“\"„«")
	if end < 0 {
		end = len(head)
	}
	for at := strings.IndexByte(head[:end], ' ') + 1; at > 0 && at < end; {
		before := strings.TrimRight(head[:at], " ")
		if fields.GivenName(head[at:]) && startsUpper(head[at:]) && (!tables().small[strings.ToLower(lastWord(before))] || strings.HasSuffix(before, " auch")) && namesThenTitle(head[at:]) {
			_, lower := p.count(span{x.start, x.start + len(before)})
			if (lower > 0 || startsLower(head) || onSubject.MatchString(before) && !placeBehind(head[at:])) && p.hasYear(span{x.start + at, x.end}) {
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

// quotedLead is the length of a sentence that quotes something, up to the source
// that it names behind a colon: "The rule of law was ‘a good’: EP Thal, *Salt*
// (1975)", or 0.
func (p *noteParser) quotedLead(x span, _ string) int {
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

// workLead is the length of the words before a marked title that are those of
// a sentence: "Beginning with the first edition of the *Golden Bough*", or 0.
func (p *noteParser) workLead(x span, _ string) int {
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

// leadsToNames says whether the words before a word of leadWord lead up to it, and
// what comes behind it is the names of authors.
func (p *noteParser) leadsToNames(before span, word, behind string) bool {
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
	small := startsLower(text)
	if lower >= 4 && lower*3 >= all && twoNames.MatchString(behind) && !roleBefore.MatchString(text) {
		return true // "… is inspired by Kojin Karata, The Structure of Salt"
	}
	if roleBefore.MatchString(text) || !small && (lower < 3 || lower*10 < all*3) {
		return false
	}
	return namesThenTitle(behind) || small && (surnameWork.MatchString(behind) || surnamesShort.MatchString(behind))
}

// romance says whether a language writes "v." for its word for "see".
func romance(language string) bool {
	switch language {
	case "fr", "it", "es", "pt":
		return true
	}
	return false
}

// roleBefore is what makes the names behind "by" those of editors.
var roleBefore = pattern.New(`(?i)(?:ed\.|eds\.|edited|transl?\.|translated|compiled|hrsg\.|hg\.|herausgegeben|übers\.|übersetzt|trad\.|dirigé|éd\.)\s*$`)

// leadTo is the length of the words at the start of a stretch that lead up to a
// reference: signals, words written small, a sentence.
func (p *noteParser) leadTo(x span) int {
	n := p.signals(x)
	text := p.s[x.start+n : x.end]
	if p.startsReference(span{x.start + n, x.end}) {
		return n
	}
	if m := fewWords.FindString(text); m != "" && (namesThenTitle(text[len(m):]) || p.startsReference(span{x.start + n + len(m), x.end})) {
		return n + len(m)
	}
	return n + p.lead(span{x.start + n, x.end})
}

// fewWords are the words that stand before names without a mark: "zuletzt ", "Dagegen ".
var fewWords = pattern.New(`^(?:\p{L}\p{Ll}*\.?,?\s)(?:\p{Ll}+\.?,?\s){0,4}`)
