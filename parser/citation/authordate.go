package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// Names and the year right behind them, as APA, Harvard and their like open a
// reference: "Lehm, V. (2007). ", "Merin SE and Tolk B (1990) ", "Galant, Marc. 1974. ".
const (
	familyName   = `\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?`
	invertedName = `(?:(?:van|von|de|der|den|du)\s){0,2}` + familyName + `(?:,\s(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}|\s\p{Lu}{1,3}\b|,\s\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+|\s\p{Lu}\.?){0,2})`
	directName   = `(?:\p{Lu}\.[\s-]?){1,3}\s?` + familyName
	headYear     = `\s?(?:\((?:1[5-9]|20)\d\d[a-z]?(?:/\d{2,4})?(?:,\s\p{Lu}\p{L}+(?:\s\d{1,2})?)?\)[.:,]?|(?:1[5-9]|20)\d\d[a-z]?[.:])\s`
)

var (
	personsDated = pattern.New(`^` + invertedName + `(?:(?:,?\s(?:and|&|und|et|y|e)\s|[,;]\s(?:&\s)?|\s?/\s?)(?:` + invertedName + `|` + directName + `)){0,8}(?:,?\s?et\sal\.|,?\su\.\s?a\.)?(?:,?\s\((?:[Ee]ds?|Hg|Hrsg)\.?\))?[.,:]?` + headYear)
	bodyDated    = pattern.New(`^(\p{Lu}[\p{L}'’&-]+(?:,?\s(?:\p{Lu}[\p{L}'’&-]+|of|for|and|the|on|de|der|für|des|du|und)){0,9})(?:\s\(\p{Lu}[\p{L}&-]{1,11}\))?\.?` + headYear)
)

// authorDate is the length of the names and the year that a text opens with,
// where a title can follow; or 0.
func authorDate(s string) int {
	s = s[:min(len(s), maxLead)]
	if m := personsDated.FindString(s); m != "" {
		return len(m)
	}
	if m := bodyDated.FindStringSubmatch(s); m != nil && fields.Body(m[1]) {
		return len(m[0])
	}
	return 0
}

// datedFull says whether a text is such names, their year and a title, so that
// it is a reference however much the title looks like a sentence.
func datedFull(s string) bool {
	n := authorDate(s)
	if n == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[n:], "“\"‘'„«"))
	return len(s)-n > 8 && (unicode.IsUpper(r) || unicode.IsDigit(r))
}

// journalTail is a journal, its volume and its pages behind the title of an article.
var journalTail = pattern.New(`^\p{Lu}[^.;:]{2,100}?,?\s\d{1,4}(?:\s?\([^()]{1,12}\)|[,.]\s(?:[Nn]o\.|[Hh]\.|Heft)\s?\d{1,3})?[,:]\s?(?:(?:pp?|S)\.\s?)?[\de]\d*(?:\s?[–-]\s?\d+)?`)

// datedGoesOn says whether piece x belongs to the reference that g opens with
// names and a year: its title, or what holds it, or its imprint.
func (p *noteParser) datedGoesOn(g, x span) bool {
	text, next := p.s[g.start:g.end], p.s[x.start:x.end]
	n := authorDate(text + " ")
	if n == 0 || p.startsBack(x) || authorDate(next) > 0 {
		return false
	}
	if n >= len(text) {
		return true
	}
	if journalTail.MatchString(next) || containerStart.MatchString(next) {
		return !endsWithPage(text)
	}
	return len(next) < 100 && !endsWithPage(text) && signal(next) == 0 && !namesThenTitle(next) && !p.prose(x) && (!p.hasYear(x) || !strings.ContainsAny(next, ",:("))
}
