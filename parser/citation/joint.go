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
		if p.mask.free(first.end) && p.endsReference(first) && (p.startsReference(rest) || p.startsPage(rest)) {
			return first.end, rest.start
		}
	}
	return 0, 0
}

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
