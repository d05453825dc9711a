package fields

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

// Names as lists of authors have them whose end is a full stop and not a comma:
// BibTeX's plain styles, Vancouver, MLA and the bibliographies of Chicago.
const (
	listInitials = `(?:\p{Lu}\.[\s-]?){1,4}`
	listFamily   = `(?:(?:[vV]an|[vV]on|[dD]e|der|den|[dD]i|da|du|del|[lL]a|[lL]e|ten|ter|al|el)\s){0,2}\p{Lu}[\p{L}'’-]+`
	listAnd      = `(?:,?\s(?:and|und|et|y|e|&)\s|,\s)`
	listOthers   = `(?:,?\set\sal)?`

	// initialFirst is "W. H. Enright", familyFirst "Enright, W. H.", bareInitials
	// "Enright WH", givenFirst "Harry Heffes" and "Heffes, Harry".
	initialFirst  = listInitials + listFamily + `(?:\s\p{Lu}[\p{L}'’-]+)?`
	familyFirst   = listFamily + `,\s(?:\p{Lu}\.[\s-]?){0,3}\p{Lu}`
	bareInitials  = listFamily + `(?:\s\p{Lu}[\p{L}'’-]+)?\s\p{Lu}{1,3}`
	capitalsFirst = `\p{Lu}{2,}(?:[\s'’-]\p{Lu}{2,}){0,3},\s\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*\.?){0,2}`
	givenFirst    = `\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}\.?){0,2}\s` + listFamily
	givenLast     = listFamily + `,\s\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu})?`
)

// The lists, up to the full stop that ends them.
var (
	withInitials = pattern.New(`^(?:` + initialFirst + `|` + familyFirst + `\.)(?:` + listAnd + `(?:` + initialFirst + `|` + familyFirst + `\.))*` + listOthers + `\.?$`)
	// medicalAuthors are two names or more, or one and "et al."; one alone may be
	// anything where nothing behind it tells.
	medicalAuthors = pattern.New(`^` + bareInitials + `(?:(?:,\s` + bareInitials + `)+` + listOthers + `|,?\set\sal)\.$`)
	medicalAuthor  = pattern.New(`^` + bareInitials + `\.$`)
	// withCapitals are names whose family names are in capitals, before the given ones.
	withCapitals   = pattern.New(`^` + capitalsFirst + `(?:(?:;\s|,\s|,?\s(?:and|und|et|y|e|&)\s)` + capitalsFirst + `)*` + listOthers + `\.$`)
	withGivenNames = pattern.New(`^(?:` + givenFirst + `|` + givenLast + `)(?:` + listAnd + givenFirst + `)*` + listOthers + `\.$`)
)

// maxAuthors is the longest list of authors, in bytes.
const maxAuthors = 1 << 10

// AuthorList is the length of a list of persons at the start of a reference that
// a full stop parts from the title, the stop included: "W. H. Enright. The salt
// roads. Salt, 4(2), 1978". It is 0 if there is none.
func AuthorList(s string) int {
	head := s[:min(len(s), maxAuthors)]
	if at := strings.IndexAny(head, notInNames); at >= 0 {
		head = head[:at]
	}
	for n := 0; ; {
		at := strings.Index(head[n:], ". ")
		if at < 0 {
			// A year may stand right behind the names: "Dahl, K. 2011. Salt".
			return yearBehind(s, head)
		}
		n += at + 1
		if titleBegins(s[n+1:]) && names(s[:n], s) {
			return n
		}
	}
}

// notInNames are characters that no list of authors has.
const notInNames = "0123456789:;()[]/“”„«»\"?!"

// yearBehind is the length of a list that ends where the year begins.
func yearBehind(s, head string) int {
	n := len(head) - 1
	if n < 1 || !strings.HasSuffix(head, ". ") {
		return 0
	}
	if names(s[:n], s) || medicalAuthor.MatchString(head[:n]) && yearStop.MatchString(s[len(head):]) {
		return n
	}
	return 0
}

// yearStop is a year and the stop behind it, before a title.
var yearStop = pattern.New(`^(?:1[5-9]|20)\d\d[a-z]?\.\s`)

// titleBegins says whether a title can begin so: not with an initial.
func titleBegins(s string) bool {
	s = strings.TrimLeft(s, "\"“„«")
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsUpper(r) && (unicode.IsLetter(next) || next == '\'' || next == '’' || next == ' ')
}

// names says whether a list of authors that ends with a full stop is one and
// nothing else; s is the whole reference.
func names(list, s string) bool {
	last := lastWord(list[:len(list)-1])
	if len(last) > 1 && last != "al" && !strings.Contains(last, ".") && strings.Contains(abbreviations, "|"+strings.ToLower(last)+"|") {
		return false // H.R. Rep. No. 92
	}
	switch {
	case withInitials.MatchString(list), withCapitals.MatchString(list), medicalAuthors.MatchString(list):
		return true
	case medicalAuthor.MatchString(list):
		return medicalEnd.MatchString(s)
	case !withGivenNames.MatchString(list):
		return false
	}
	people, _ := Names(list, false)
	return !slices.ContainsFunc(people, func(n article.Name) bool { return !knownGiven(n.Given) }) // "Gunther Thal, Globale Pfannen."
}
