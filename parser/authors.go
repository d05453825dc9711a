package parser

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/citation/fields"
	"ibid/pattern"
)

var (
	conjunction = pattern.New(`(?:\s*,)?\s+(?:and|und|et|y|e|i|en|och|og|и|&)\s+`)
	nameComma   = pattern.New(`\s*[,،，、]\s*`)
	nameSuffix  = pattern.New(`^(?i:jr|sr|ii|iii|iv|ph\.?d|d\.?phil|m\.?d|m\.?a|b\.?a|ll\.?m|ll\.?b|j\.?d|esq|s\.?j|o\.?p|cbe|obe|frs)\.?$`)
	nameInitial = pattern.New(`^(?:\pL\.-?)+$|^\p{Lu}$`)
	notPerson   = pattern.New(`(?i)^(?:universit\pL*|institut\pL*|department|dept\.?|school|college|faculty|center|centre|ministry|inc\.?|ltd\.?|gmbh|llc|press|news|staff|team|editors?|group|society|association|foundation|agency|times|journal)$`)
)

// people splits what a source gives as one author where it plainly is several:
// "Ada Quill, Bo Ray and Cy Dunn". A family name before a comma stays with the
// given name behind it.
func people(authors []string) []string {
	var out []string
	for _, author := range authors {
		if strings.Contains(author, ";") {
			for name := range strings.SplitSeq(author, ";") {
				if name = strings.TrimSpace(name); name != "" {
					out = append(out, persons(name)...)
				}
			}
			continue
		}
		out = append(out, persons(author)...)
	}
	return out
}

// persons are the names in a list without semicolons; the list itself if it may
// be one name.
func persons(list string) []string {
	var out []string
	sides := conjunction.Split(list, -1)
	for _, side := range sides {
		names := between(side)
		if len(sides) > 1 && len(names) == 1 && !fullName(names[0]) && !inverted(names[0]) {
			return []string{list} // Johnson and Johnson, Food and Drug Administration
		}
		out = append(out, names...)
	}
	return out
}

// between are the names between the commas of a list.
func between(list string) []string {
	var parts []string
	for _, part := range nameComma.Split(list, -1) {
		if n := len(parts); n > 0 && nameSuffix.MatchString(part) {
			parts[n-1] += ", " + part
		} else if part != "" {
			parts = append(parts, part)
		}
	}
	switch {
	case len(parts) < 2:
	case len(parts)%2 == 0 && alternate(parts):
		var out []string
		for pair := range slices.Chunk(parts, 2) {
			out = append(out, pair[0]+", "+pair[1])
		}
		return out
	case slices.ContainsFunc(parts, func(p string) bool { return !fullName(p) }):
	case len(parts) == 2 && !given(parts[0], true) && given(parts[1], false):
		// García Márquez, Gabriel José
	default:
		return parts
	}
	return []string{list}
}

// alternate says whether every second part is initials, which go with the part
// before them.
func alternate(parts []string) bool {
	for i, part := range parts {
		only := !slices.ContainsFunc(strings.Fields(part), func(w string) bool { return !nameInitial.MatchString(w) })
		if only != (i%2 == 1) {
			return false
		}
	}
	return true
}

// inverted says whether a name is a family name, a comma and a given name.
func inverted(name string) bool {
	family, rest, ok := strings.Cut(name, ",")
	return ok && capital(strings.TrimSpace(family)) && capital(strings.TrimSpace(rest)) && !strings.Contains(rest, ",")
}

// given says whether the first or last word of a name is a given name or an initial.
func given(name string, first bool) bool {
	words := strings.Fields(name)
	word := words[0]
	if !first {
		word = words[len(words)-1]
	}
	return fields.GivenName(word) || nameInitial.MatchString(word)
}

// mostWords is how many words a person's name has at most.
const mostWords = 6

// fullName says whether a text looks like a given name and a family name. Names in
// Han, kana and Hangul have no space between the two.
func fullName(name string) bool {
	name, _, _ = strings.Cut(name, ",") // a suffix
	words := strings.Fields(name)
	if len(words) == 1 && utf8.RuneCountInString(name) >= 2 {
		return !strings.ContainsFunc(name, func(r rune) bool {
			return !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
		})
	}
	if len(words) < 2 || len(words) > mostWords || nameInitial.MatchString(words[len(words)-1]) {
		return false
	}
	for i, w := range words {
		if notPerson.MatchString(w) || (i == 0 || i == len(words)-1) && !capital(w) || strings.ContainsAny(w, "0123456789()@/") {
			return false
		}
		if !capital(w) && utf8.RuneCountInString(w) > 3 {
			return false // no "van", "de la"
		}
	}
	return true
}

// capital says whether a word begins as a name does; scripts without case have no
// other letters.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) && !unicode.IsLower(r)
}
