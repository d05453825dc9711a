package citation

import (
	"strings"

	"ibid/pattern"
)

// joined is where a second reference is joined to the first of a stretch, and where it
// begins; or 0.
func (p *noteParser) joined(x span) (at, next int) {
	if at, next = p.fullBehindWords(x); at > 0 {
		return at, next
	}
	if at, next = p.behindJoint(x); at > 0 {
		return at, next
	}
	return p.twoShorts(x)
}

// jointWord is what joins a reference to the one before it in a sentence, behind a
// page, an imprint, a date or an abbreviation: "12, and see also ".
var jointWord = pattern.New(`(?:\d[a-z]?|\bff?\.|[\p{L}\d.]\)|\p{L}\.|\b[Ii]bid)(,?\s(?:and|as well as|with which compare|with|but|und|sowie|dagegen|anders|aber|et|ainsi que|y|así como|e|nonché|bem como|en|og|och|oraz)\s(?:(?:see also|see|cf\.|compare|siehe auch|siehe|vgl\. auch|vgl\.|voir aussi|voir|véase|auch|etwa)\s)?|,\s(?:see(?:\salso)?|cf\.(?:\s(?:also|aussi))?|(?:siehe|vgl\.)(?:\sauch)?|voir(?:\saussi)?|v\. aussi|véase(?:\stambién)?|si veda anche|cfr?\. anche|v\. anche)\s|\s\((?:and\s|und\s)?(?:see|cf\.|siehe|vgl\.|voir)(?:\s(?:also|auch|aussi))?\s)`)

// mostJoints is how many of them are tried in one stretch.
const mostJoints = 6

// behindJoint is where such a word joins a second reference to one that is complete, and
// where it begins; or 0: "Moor, Tolls, 12, as well as Ada Quay, Piers (1990)".
func (p *noteParser) behindJoint(x span) (at, next int) {
	for _, m := range jointWord.FindAllStringSubmatchIndex(p.s[x.start:x.end], mostJoints) {
		first, rest := span{x.start, x.start + m[2]}, span{x.start + m[3], x.end}
		if p.mask.free(first.end) && p.endsReference(first) && p.startsReference(rest) {
			return first.end, rest.start
		}
	}
	return 0, 0
}

// endsReference says whether a stretch may be a whole reference: it has an author, and
// a year or a place in a work at its end, or a word or a number for an earlier reference.
func (p *noteParser) endsReference(x span) bool {
	text := x.text(p.s)
	if h, ok := p.find(x); ok {
		return h.end == x.end || !strings.HasSuffix(text, ".") || endsWithLocator(text)
	}
	return namesNote(text) || nameComma.MatchString(text) && (p.hasYear(x) || endsWithLocator(text))
}

// endsPlaced says whether a stretch is an author's work and a place in it, whatever
// words written small stand behind that.
func (p *noteParser) endsPlaced(x span) bool {
	x.start += p.signals(x)
	text := strings.TrimRight(smallTail.ReplaceAllString(x.text(p.s), ""), " .,;")
	return nameComma.MatchString(text) && endsWithLocator(text) && !yearish(lastWord(text))
}

// smallTail are words written small at the end of a stretch, as "krit." is.
var smallTail = pattern.New(`[,;.]\s(?:\p{Ll}+\.?\s?){1,3}$`)

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

// lastStart is where the last reference begun in a stretch begins: behind the words
// that lead up to it, or a word that joins it to another one.
func (p *noteParser) lastStart(x span) int {
	start := x.start + len(smallLead.FindString(x.text(p.s)))
	for _, m := range jointWord.FindAllStringSubmatchIndex(x.text(p.s), mostJoints) {
		if p.mask.free(x.start+m[2]) && p.endsReference(span{x.start, x.start + m[2]}) && namesThenTitle(p.s[x.start+m[3]:x.end]) {
			start = x.start + m[3]
		}
	}
	if start > x.start && nameComma.MatchString(p.s[start:x.end]) {
		return start
	}
	return x.start
}

// startsReference says whether a stretch begins with an author and shows in full, by a
// title and a page, or by a word or a number, which work of his it means.
func (p *noteParser) startsReference(x span) bool {
	text := strings.TrimRight(x.text(p.s), ").")
	if pointsAt.MatchString(text) && namesNote(text) || surnameShort.MatchString(text) || surnamesShort.MatchString(text) || numberedShort.MatchString(text) || supraNumber.MatchString(text) || (namesThenTitle(text) || partiesFirst.MatchString(text)) && p.hasYear(x) {
		return true
	}
	m := leadingNames.FindString(text)
	if m == "" || numeral.MatchString(strings.TrimRight(m, ", ")) {
		return false // "The Repository, XXVI, 246, and XXIX, 14"
	}
	if nameComma.MatchString(text) && (p.hasBack(x) || strings.Count(text, ",") > 1 && endsWithPage(text) && !p.prose(x) && p.looksShort(x)) {
		return true // "Brandis, Il tribunale, cit., p. 15"
	}
	h, ok := backWord(p.s[:x.end], x.start+len(m))
	return ok && h.word.device != "idem"
}

var (
	// pointsAt is a word for a note above or below.
	pointsAt = pattern.New(`^(?i:supra|infra|above|below|oben|unten|ci-dessus|ci-dessous)[,\s]`)
	// numberedShort is a short form that says in which note its work stands.
	numberedShort = pattern.New(`^\p{Lu}[^,;()]{1,60},?\s(?:[^;()]{1,80}\s)?\((?:Fn|Anm|n|note|nota)\.?\s\d+\)`)
	// leadingNames are surnames at the start of a reference.
	leadingNames = pattern.New(`^(?:\p{Lu}\.[\s-]?){0,3}\p{Lu}[\p{L}'’-]+(?:(?:\s?/\s?|\s(?:und|and|et|y|e|&)\s)\p{Lu}[\p{L}'’-]+){0,3},?\s`)
)

// joinedWork is what joins a reference to another one whose author and marked
// title it names: "Lehre von den Pfannen und Abram: »Salz«".
var joinedWork = pattern.New(`\s(?:und|and|et|y|e)\s\p{Lu}[\p{L}'’-]+(?:,\s(?:\p{Lu}\.\s?)+)?[:,]\s?$`)

// inName is a surname that a sentence leads up to: the first of two authors.
var inName = pattern.New(`\s(?:in|by|see|from|bei|von|siehe|chez|par|voir)\s\p{Lu}[\p{L}'’-]+$`)

// second is where a second reference is joined to a title without quotation
// marks, or 0.
func (p *noteParser) second(x span) int {
	for _, q := range p.mask.quotes {
		if q.start < x.start+20 || q.end > x.end {
			continue
		}
		head := p.s[x.start:q.start]
		m := joinedWork.FindStringIndex(strings.TrimRight(head, "“\"„«»‘‚"))
		if m == nil || strings.ContainsAny(head[:m[0]], ",.:;()") || inName.MatchString(head[:m[0]]) || len(strings.Fields(head[:m[0]])) < 3 || p.hasYear(span{x.start, q.start}) {
			return 0
		}
		return x.start + m[0]
	}
	return 0
}

// goesOn is the page behind an imprint, and the small words of a sentence that
// lead to the author of another work: "), 14, is disputed by Tor Aune, …".
var goesOn = pattern.New(`^\)?(?:[,:]\s(?:pp?\.\s|S\.\s)?[\divxlc]+(?:[\s,–-]{1,2}\d+)*)?(,?\s(?:\p{Ll}[\p{Ll}’']*\s){2,8})\p{Lu}`)

// nestedBy are words by which a reference goes on with what holds or quotes it.
var nestedBy = pattern.New(`\b(?:quot|cit|repr|transl|trad|rev|edit|hrsg|herausg|orig|publish|introd|pref|orig|übers|zit|first|with|foreword|prolog)\p{L}*`)

// fullBehindWords is where a sentence leaves a full reference, and where another one
// begins, or 0: each has its author and its imprint.
func (p *noteParser) fullBehindWords(x span) (at, next int) {
	text := p.s[x.start:x.end]
	imprint := parenPub.FindStringIndex(text)
	if imprint == nil || imprint[0] == 0 || !p.mask.free(x.start+imprint[0]-1) {
		return 0, 0
	}
	end := imprint[0] + strings.IndexByte(text[imprint[0]:], ')')
	if end < imprint[0] {
		return 0, 0
	}
	m := goesOn.FindStringSubmatchIndex(text[end:])
	if m == nil || nestedBy.MatchString(text[end+m[2]:end+m[3]]) {
		return 0, 0
	}
	behind := text[end+m[3]:]
	if !namesThenTitle(behind) && !twoNames.MatchString(behind) || !parenPub.MatchString(behind) {
		return 0, 0
	}
	return x.start + end + m[2], x.start + end + m[3]
}

// joinedShorts are two of them and nothing else.
var joinedShorts = pattern.New(`^(?:` + plainForm + `|` + aloneForm + `)(,?\s(?:and|with|und|et|y|e|sowie)\s(?:(?:see|see also|cf\.|siehe|vgl\.|voir)\s)?)(?:` + plainForm + `|` + aloneForm + `)\.?$`)

// twoShorts is where the second of two short forms is joined to the first, and
// where it begins; or 0: "Moor, Tolls, 18, and Quay, Piers, 12".
func (p *noteParser) twoShorts(x span) (at, next int) {
	m := joinedShorts.FindStringSubmatchIndex(p.s[x.start:x.end])
	if m == nil || !p.mask.free(x.start+m[2]) {
		return 0, 0
	}
	return x.start + m[2], x.start + m[3]
}
