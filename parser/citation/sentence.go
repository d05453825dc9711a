package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/pattern"
)

// What sentences say of a reference whose author they end with: "An exception
// is Moor, Tolls, 12", "So Moor: Zölle, S. 12", "Une exception : Moor, …".

// mostLead is how many words such a sentence may have before the verb.
const mostLead = 14

// sentenceLead is the length of the words of a sentence that says of a work what
// it is, up to its author, or 0.
func (p *noteParser) sentenceLead(x span) int {
	text := p.s[x.start:min(x.end, x.start+maxLead)]
	end := strings.IndexAny(text, ",;(“\"„«[")
	for end > 0 && text[end] == ',' && goesOnSmall.MatchString(text[end:]) {
		next := strings.IndexAny(text[end+1:], ",;(“\"„«[")
		if next < 0 {
			return 0
		}
		end += 1 + next // "Among recent work, the most useful is Moor, …"
	}
	if end < 0 {
		return 0
	}
	if n := p.nounLead(text, end); n > 0 {
		return n
	}
	if m := subject.FindString(text); m != "" && !leadWord.MatchString(m) && p.namedWork(text[len(m):], span{x.start + len(m), x.end}) {
		return len(m)
	}
	if colon := strings.IndexByte(text[:end], ':'); colon >= 0 {
		end = colon
	}
	lower := 0 // words written small before the verb
	for at, k := 0, 0; k < mostLead; k++ {
		next := strings.IndexByte(text[at:end], ' ')
		if next < 0 {
			return 0
		}
		word := strings.ToLower(strings.TrimSuffix(text[at:at+next], ","))
		at += next + 1
		kind := tables().leads[word]
		if kind == "verb" && k > 0 && (lower > 0 || k == 1 && (p.language == "de" || strings.Contains(text[:at], "’"))) {
			at += between(text[at:end])
			if p.namedWork(text[at:], span{x.start + at, x.end}) {
				return at
			}
		}
		if first, _ := utf8.DecodeRuneInString(word); strings.HasPrefix(text[at-next-1:], word) && unicode.IsLetter(first) && !tables().small[word] {
			lower++
		}
	}
	return 0
}

// goesOnSmall is a comma behind which a sentence goes on.
var goesOnSmall = pattern.New(`^,\s(?:the|a|an|one|der|die|das|ein|eine|le|la|l[’']|un|une|el|lo|il)\s\p{Ll}`)

// subject is what a reference is on, before its author: "On evasion, Moor, Tolls, 12".
var subject = pattern.New(`^(?i:on|for|as to|regarding|concerning|sur|sobre|su|sul|sulla|zu|zum|zur)\s[^,;:().]{3,60},\s`)

// between is the length of the words that stand between a verb and a name.
func between(s string) int {
	at := 0
	for {
		next := strings.IndexByte(s[at:], ' ')
		if next < 0 || tables().leads[s[at:at+next]] != "between" {
			return at
		}
		at += next + 1
	}
}

// smallSentence are words written small, but for the first letter, up to a capital.
var smallSentence = pattern.New(`^\p{L}[\p{Ll}’']*(?:\s\p{Ll}[\p{Ll}’'-]*){1,9}\s\p{Lu}`)

// leadsOn is the end of such words that names follow, if they begin with a capital.
// Others may be a title: "Introduction to".
var leadsOn = pattern.New(`(?:^\p{L}+(?:ed|ing|en|wn)|\s\p{L}+)\s(?:from|on|upon|by|in|as)\s$|^According to\s$`)

// quotingLead is the length of words that lead up to a reference by a signal and that
// quote something, which is no title: "On the “vanishing toll” in law, see Ada Moor,
// Tolls (1990)"; or 0.
func (p *noteParser) quotingLead(x span) int {
	t, ok := p.title(x)
	if !ok || !p.quotedAt(t.start) {
		return 0
	}
	head := p.s[x.start:min(x.end, x.start+maxLead)]
	m := midSee.FindStringIndex(head)
	if m == nil || x.start+m[0] < t.end || !p.mask.free(x.start+m[0]) || strings.ContainsAny(head[:m[0]], "0123456789") || nameComma.MatchString(head) {
		return 0
	}
	if rest := (span{x.start + m[1], x.end}); !namesThenTitle(rest.text(p.s)) || !p.hasYear(rest) {
		return 0
	}
	return m[1]
}

// wordsLead is the length of the words of a sentence that lead up to an author without
// a word of their own for that: "As argued by", "The term comes from", "the work of";
// or 0.
func (p *noteParser) wordsLead(x span) int {
	m := smallSentence.FindString(p.s[x.start:min(x.end, x.start+maxLead)])
	if m == "" {
		return 0
	}
	_, size := utf8.DecodeLastRuneInString(m)
	before := m[:len(m)-size]
	behind := p.s[x.start+len(before) : x.end]
	if first, _ := utf8.DecodeRuneInString(m); unicode.IsUpper(first) && !leadsOn.MatchString(before) || !tables().small[lastWord(strings.TrimRight(before, " "))] || roleBefore.MatchString(before) {
		return 0
	}
	if surnameShort.MatchString(behind) || namesThenTitle(behind) && !placeBehind(behind) && p.hasYear(span{x.start + len(before), x.end}) {
		return len(before)
	}
	return 0
}

// nounLead is the length of what a sentence without a verb says before a colon
// in the first end bytes of a text: "Exception notable : ".
func (p *noteParser) nounLead(text string, end int) int {
	head, _, ok := strings.Cut(text[:end], ":")
	if !ok || len(strings.Fields(head)) > 5 {
		return 0
	}
	for w := range strings.FieldsSeq(strings.ToLower(head)) {
		if i := strings.IndexAny(w, "'’"); i >= 0 {
			w = strings.TrimLeft(w[i:], "'’")
		}
		if tables().leads[w] == "noun" {
			rest := strings.TrimLeft(text[len(head)+1:], " ")
			if startsUpper(rest) && nameComma.MatchString(rest) {
				return len(text) - len(rest)
			}
			return 0
		}
	}
	return 0
}

// namedWork says whether a text, which stretch x begins with, is names of authors
// and one of their works: in full with a given name or an initial, else in short.
func (p *noteParser) namedWork(text string, x span) bool {
	if namesThenTitle(text) || twoNames.MatchString(text) || titleImprint.MatchString(text) {
		return true
	}
	if !nameComma.MatchString(text) || p.hasYear(x) {
		return false
	}
	return namesQuoted.MatchString(text) || strings.Count(text, ",") >= 2 && endsWithPage(p.s[x.start:x.end])
}

// titleImprint is a title that begins with an article, and its imprint: "The Case of
// the Lightermen (London, 1711)".
var titleImprint = pattern.New(`^(?:The|A|An|Der|Die|Das|Le|La|Les|El|Los|Las|Il|Lo|Gli)\s\p{Lu}[^,;:()]{3,100}\s\([^()]{0,60}(?:1[5-9]|20)\d\d\)`)

// titleLead is the length of a sentence of prose that ends with such a title behind
// a comma: "The debate began with a pamphlet, The Case of …"; or 0.
func (p *noteParser) titleLead(x span) int {
	text := p.s[x.start:min(x.end, x.start+maxLead)]
	comma := strings.Index(text, ", ")
	if comma < 0 || !titleImprint.MatchString(p.s[x.start+comma+2:x.end]) {
		return 0
	}
	if all, lower := p.count(span{x.start, x.start + comma}); lower < 3 || lower*2 < all {
		return 0
	}
	return comma + 2
}

// finds is how French and German say where more is to be found: a name follows
// "dans", "chez", "bei" or "in" behind it.
var finds = pattern.New(`^(?:On (?:trouvera|lira|verra|consultera|se reportera)|Näheres|Weiteres|Mehr|Einzelheiten|Details|Belege|Nachweise|Eine?n?\s(?:\p{L}+\s)?(?:Übersicht|Überblick|Zusammenfassung))\s[^,;:()]{0,120}?\s(?:dans|chez|à|bei|in|von)\s`)
