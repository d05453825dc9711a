package rules

import (
	"strings"

	"ibid/pattern"
)

// Names from Cyrillic, Georgian, Armenian and Arabic are written in Latin
// letters by several customs, and an article may quote books that follow each.

// transliterated matches names that come from another script by their end or
// article, so that Smith and Smyth stay two names.
var transliterated = pattern.New(`(?:sk(?:y|i|ii|ij|iy|yi|oi|oy|aya|aja|aia)|oy|oi|oj|[aeiy]i|[oe](?:v|ff|w)a?|[oe]vi(?:ch|tch|c|č)|[oe]wit[sc]ch|in[ae]?|enko|chuk|tschuk|yan|ian|shvili|schwili|adze)$|^(?:al|el|ul)[- ]`)

// sameInAnotherScript says whether two surnames are one, written by two
// customs: Tolstoy and Tolstoi, Dostoevsky and Dostoyevsky, al-Said and El-Said.
func sameInAnotherScript(x, y string) bool {
	x, y = strings.ToLower(x), strings.ToLower(y)
	if !transliterated.MatchString(x) || !transliterated.MatchString(y) {
		return false
	}
	return custom(x) == custom(y)
}

// custom writes a name by one custom: letters that are only a custom fall together.
func custom(s string) string {
	customs := strings.NewReplacer(
		"schtsch", "shch", "tsch", "ch", "sch", "sh", "tch", "ch", "č", "ch", "š", "sh", "ž", "zh", "tz", "ts", "kh", "h", "ff", "v", "w", "v",
		"ye", "e", "je", "e", "ie", "e", "yo", "e", "yu", "u", "ju", "u", "iu", "u", "ya", "a", "ja", "a", "ia", "a",
		"iy", "i", "ij", "i", "ii", "i", "yi", "i", "y", "i", "j", "i", "ou", "u", "oo", "u", "’", "", "'", "", "ʹ", "", "-", " ",
	)
	s = customs.Replace(s)
	for _, article := range []string{"el ", "ul "} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			return "al " + rest
		}
	}
	return s
}
