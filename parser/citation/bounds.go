package citation

import (
	"strings"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/pattern"
)

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

// startsPage says whether a stretch begins with the title or the names of a page on
// the web, whose address comes behind a comma.
func (p *noteParser) startsPage(x span) bool {
	for _, u := range p.urls {
		if u.at > x.start && u.end <= x.end {
			head := strings.TrimRight(p.s[x.start:u.at], " <(\"”“»")
			return pageHead.MatchString(head)
		}
	}
	return false
}

// pageHead is a title in quotation marks or some words, and a comma.
var pageHead = pattern.New(`^["“„«‘]\p{Lu}[^"“”„«»]{4,160}[,”"»]$|^[\p{Lu}\p{Ll}][\p{L}.-]+(?:\s[^;?!]{1,80})?,\s[^;?!]{4,200},$`)

// surnamesShort are two surnames, a title and a page: "Moor and Quay, Tolls, 14".
var surnamesShort = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:/|\s(?:and|und|et|y|e|&)\s)\p{Lu}[\p{L}'’-]+,\s["“„«]?\p{Lu}[^,;()]{1,80},?[”"»]?,?\s(?:(?:pp?|S)\.\s)?\d`)

// surnameShort is a surname, a title and a page: "Moor, Tolls, 14".
var surnameShort = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s["“„«]?\p{Lu}[^,;()]{1,80},?[”"»]?,?\s(?:(?:pp?|S)\.\s)?\d[\d–-]*(?:\sff?\.)?\.?$`)

// surnameWork is a surname, a title and an imprint: "Moor: Die Saline, Kiel 1999".
var surnameWork = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:/\p{Lu}[\p{L}'’-]+)?[:,]\s[„“"«]?\p{Lu}[^;()]{3,140}[,.”“"»]\s(?:\p{Lu}[\p{L}./-]+(?:\s[\p{L}./-]+){0,3}[,:]?\s|\([^()]{2,60}[\s,])(?:1[5-9]|20)\d\d\b`)

// namesQuoted is the start of a reference: surnames and a title in quotation marks.
var namesQuoted = pattern.New(`^(?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}'’-]+(?:\s(?:and|und|et|&)\s\p{Lu}[\p{L}'’-]+)?,\s["“„«]\p{Lu}`)

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

// authors are names with initials, or two names and more, before a comma, a
// colon, a bracket or a title.
var authors = pattern.New(`^(?:` + oneAuthor + `(?:\s?/\s?|\s?(?:,|and|und|et|&|y|e)\s|,\s(?:and|und)\s)){0,4}(` + oneAuthor + `)(?:,|:|\s?\(|\s?["“„‘«‚']|\s(?:in|et al|u\.\s?a)\b)`)

const oneAuthor = `(?:(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}(?:(?:van|von|de|der|den|del|di|da|du|la|le)\s){0,2}\p{Lu}[\p{L}'’-]+(?:\s(?:jun|sen|Jr|Sr)\.)?|\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}|\p{Lu}[\p{L}.'’-]+(?:\s(?:van|von|de|der|den|del|di|da|du|la|le|\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){0,3}\s\p{Lu}[\p{L}'’-]+)`

// slashedNames are surnames with strokes between them, and a title.
var slashedNames = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:/\p{Lu}[\p{L}'’-]+){1,5}(?:\s\((?:Hrsg|Hg|[Ee]ds?)\.?\))?,\s["“„«]?\p{Lu}`)

// slashedTurned are such names with the family names first: "Quist, Anna/Dahl, Ute (2005)".
var slashedTurned = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.\s-]{0,30}(?:/\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.\s-]{0,30}){1,5}(?:,|:|\s\()`)

// turned is one such name: "Quist, Anna: Das Salz", "Quist, Anna, Das Salz".
var turned = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s(\p{Lu}[\p{L}-]+(?:\s\p{Lu}\.)?)(?::|\s\(|,\s["“„«]?\p{Lu})`)

// turnedColon is one such name that a colon ends.
var turnedColon = pattern.New(`(?:^|;\s|\.\s)\p{Lu}[\p{L}'’-]+,\s(\p{Lu}[\p{L}-]+)(?:\s\p{Lu}[\p{L}.-]*){0,2}:\s`)

// namesTurned says whether the references of some notes begin with a family name, the
// given names and a colon, as three of them do with given names that are known.
func namesTurned(notes []article.Note) bool {
	const least = 3
	n := 0
	for i := range notes {
		if m := turnedColon.FindStringSubmatch(notes[i].Text.String); m != nil && fields.GivenName(m[1]) {
			if n++; n == least {
				return true
			}
		}
	}
	return false
}

// twoNames is a name of two to four words before a comma and a title.
var twoNames = pattern.New(`^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3},\s["“‘]?\p{Lu}`)

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

var (
	locatorEnd = pattern.New(`(?:[,.][”"’»]?|:\s)\s*[\divxlc]+[\s\d,–—-]*(?:ff?|n\d+)?\.?$`)
	pageEnd    = pattern.New(`,[”"’»]?\s*(?:pp?\.\s*)?\d+[\s\d,–—-]*(?:ff?|n\d+)?\.?$`)
)

func endsWithLocator(s string) bool { return locatorEnd.MatchString(strings.TrimSpace(s)) }

func endsWithPage(s string) bool { return pageEnd.MatchString(strings.TrimSpace(s)) }
