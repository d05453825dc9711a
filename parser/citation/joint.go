package citation

import (
	"strings"

	"ibid/pattern"
)

// jointWord is what joins a reference to the one before it in a sentence, behind a
// page, an imprint or a date: "12, and see also ".
var jointWord = pattern.New(`(?:\d[a-z]?|\bff?\.|[\p{L}\d.]\))(,?\s(?:and|as well as|with which compare|with|but|und|sowie|dagegen|anders|aber|et|ainsi que|y|así como|e|nonché|bem como)\s(?:(?:see also|see|cf\.|compare|siehe auch|siehe|vgl\. auch|vgl\.|voir aussi|voir|véase|auch|etwa)\s)?|,\s(?:see also|siehe auch|vgl\. auch|voir aussi|v\. aussi|cf\. aussi|véase también|si veda anche|v\. anche|cfr\. anche)\s|\s\((?:and\s|und\s)?(?:see|cf\.|siehe|vgl\.|voir)(?:\s(?:also|auch|aussi))?\s)`)

// mostJoints is how many of them are tried in one stretch.
const mostJoints = 6

// secondJoined is where a second reference is joined to one that is complete, and where
// it begins; or 0: "Moor, Tolls, 12, as well as Ada Quay, Piers (1990)".
func (p *noteParser) secondJoined(x span) (at, next int) {
	for _, m := range jointWord.FindAllStringSubmatchIndex(p.s[x.start:x.end], mostJoints) {
		first, rest := span{x.start, x.start + m[2]}, span{x.start + m[3], x.end}
		if p.mask.free(first.end) && p.endsReference(first) && p.startsReference(rest) {
			return first.end, rest.start
		}
	}
	return 0, 0
}

// endsReference says whether a stretch may be a whole reference: it has an author, and
// a year or a word for an earlier reference, or ends with a place in a work.
func (p *noteParser) endsReference(x span) bool {
	text := x.text(p.s)
	return p.hasBack(x) || nameComma.MatchString(text) && (p.hasYear(x) || endsWithLocator(text))
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
	if surnameShort.MatchString(text) || surnamesShort.MatchString(text) || numberedShort.MatchString(text) || namesThenTitle(text) && p.hasYear(x) {
		return true
	}
	m := leadingNames.FindString(text)
	if m == "" {
		return false
	}
	if nameComma.MatchString(text) && p.hasBack(x) {
		return true // "Brandis, Il tribunale, cit., p. 15"
	}
	h, ok := backWord(p.s[:x.end], x.start+len(m))
	return ok && h.word.device != "idem"
}

var (
	// numberedShort is a short form that says in which note its work stands.
	numberedShort = pattern.New(`^\p{Lu}[^,;()]{1,60},\s(?:[^;()]{1,80}\s)?\((?:Fn|Anm|n|note|nota)\.?\s\d+\)`)
	// leadingNames are surnames at the start of a reference.
	leadingNames = pattern.New(`^(?:\p{Lu}\.[\s-]?){0,3}\p{Lu}[\p{L}'’-]+(?:(?:\s?/\s?|\s(?:und|and|et|y|e|&)\s)\p{Lu}[\p{L}'’-]+){0,3},?\s`)
)
