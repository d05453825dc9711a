package citation

import (
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

// thusNames is what German says of a view before the name that holds it, where
// the word is a name or begins titles too: "So Moor: …", "Anders Moor/Quay, …".
var thusNames = pattern.New(`^(So|[Aa]nders|[Aa]nderer\sAnsicht|Insoweit|Insofern)\s(?:(?:von|van|v\.|de)\s(?:der\s|den\s)?)?(?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}.'’-]+(?:(?:\s?/\s?|\s(?:und|von|van|de)\s|\s)\p{Lu}[\p{L}.'’-]+){0,4}(?:,|:|\s\()`)

// thus is the length of such a word before names, or 0.
func (p *noteParser) thus(x span) int {
	if p.language != "de" {
		return 0
	}
	text := p.s[x.start:min(x.end, x.start+maxLead)]
	m := thusNames.FindStringSubmatchIndex(text)
	if m == nil {
		return 0
	}
	n := m[3] + 1
	if text[:m[3]] == "Anders" && p.hasYear(x) && !fields.GivenName(text[n:]) {
		return 0 // Anders Moor, by his given name
	}
	return n
}

// signal is the length of the signal that s starts with, 0 if there is none.
func signal(s string) int {
	if m := otherView.FindString(s); m != "" && len(m) < len(s) {
		return len(m)
	}
	return startsWith(s, &tables().signals)
}

// otherView is "a. A." for another view, which in small letters is the start of "a. a. O.".
var otherView = pattern.New(`^[aA]\.\s?A\.,?\s(?:(?:etwa|aber|nur|noch)\s)?`)

// startsWith is the length of the longest of words that s starts with, and of
// the punctuation behind it; 0 if there is none, or nothing follows.
func startsWith(s string, words *openers) int {
	if s == "" {
		return 0
	}
	first, _ := utf8.DecodeRuneInString(s)
	candidates := words[string(unicode.ToLower(first))[0]]
	best := 0
	for _, sig := range candidates {
		if len(sig) <= best || !hasPrefixFold(s, sig) || !edge(s, len(sig)) {
			continue
		}
		if sig == "s." && s[0] == 'S' {
			continue // an initial: German writes siehe small, or in full
		}
		if _, second, ok := strings.Cut(sig, " "); ok && strings.HasPrefix(sig, "see ") && unicode.IsUpper(rune(s[len(sig)-len(second)])) {
			continue // "See Further Details": a title
		}
		best = len(sig)
	}
	if best > 0 {
		rest := s[best:]
		trimmed := strings.TrimLeft(rest, " ,:")
		if trimmed == "" {
			return 0
		}
		best += len(rest) - len(trimmed)
	}
	return best
}

// hasPrefixFold says whether a text begins with a word, which is in small letters, whatever
// the case of its own.
func hasPrefixFold(s, word string) bool {
	if len(word) > len(s) {
		return false
	}
	for i := range len(word) {
		switch b := s[i]; {
		case b >= utf8.RuneSelf:
			return strings.HasPrefix(strings.ToLower(s[i:min(len(s), len(word)+utf8.UTFMax)]), word[i:])
		case b >= 'A' && b <= 'Z' && b+'a'-'A' != word[i], (b < 'A' || b > 'Z') && b != word[i]:
			return false
		}
	}
	return true
}

// edge says whether a word ends at offset i of s.
func edge(s string, i int) bool {
	if i >= len(s) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return !unicode.IsLetter(before) || !unicode.IsLetter(after) || unicode.In(before, unicode.Han, unicode.Hangul)
}
