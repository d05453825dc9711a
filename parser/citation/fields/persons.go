package fields

import (
	"strings"

	"ibid/pattern"
)

// OnlyNames says whether a part can be nothing but names: initials, a
// particle, or several names joined.
func OnlyNames(s string) bool {
	return nameJoin.MatchString(s) && !strings.Contains(s, " of ") && len(strings.Fields(s)) <= 7 || etAlMark.MatchString(s) || initialName.MatchString(s) || particleStart(s) || initialsLast.MatchString(s)
}

// initialsLast is a surname with initials behind it, as Russian has them.
var initialsLast = pattern.New(`^\p{Lu}[\p{L}-]+,?\s(?:\p{Lu}\.\s?){0,3}\p{Lu}\.?$`)

var initialName = pattern.New(`^(?:\p{Lu}\p{Ll}?\.[\s-]?)+\s*\p{Lu}`)

// NameAt says whether the k-th of n parts is a name rather than a title.
func NameAt(s string, k, n int) bool {
	words := strings.Fields(strings.TrimSuffix(s, "et al."))
	if len(words) == 0 {
		return false
	}
	if n == 1 {
		return len(words) <= 3
	}
	if k > 0 {
		return suffixes.MatchString(s) || initialsOf.MatchString(s) && len(s) <= 6 && (len(s) <= 2 || strings.Contains(s, ".")) || strings.HasPrefix(s, "and ") || k+1 < n && len(words) <= 3 && nameAnd(s)
	}
	return len(words) <= 4 || strings.Contains(s, " and ") || strings.Contains(s, " und ") || strings.Contains(s, " et ")
}

// NameJoint says whether a part of a list begins with what joins its last name.
func NameJoint(s string) bool {
	return nameAnd(s) || strings.HasPrefix(s, "und ") || strings.HasPrefix(s, "et ")
}

func nameAnd(s string) bool {
	return strings.HasPrefix(s, "and ") || strings.HasPrefix(s, "& ")
}

// Body says whether a text is the name of an organisation.
func Body(s string) bool { return look(s).name == body }

// NamesOnly says whether a text can be a list of names and is hardly a title:
// "Quist/Dahl", "A. Quist", "Quist".
func NamesOnly(s string) bool {
	f := look(strings.Trim(etAlMark.ReplaceAllString(s, ""), " ,.:"))
	switch f.name {
	case single, initialed, etAl:
		return f.class&(journalWord|newsWord|publisherWord|bodyWord|lawWord) == 0
	case joined:
		return strings.Contains(s, "/") || f.given
	case person:
		return f.given
	}
	return false
}

// JournalWord says whether a name begins as those of journals do: Revue, Zeitschrift, Journal.
func JournalWord(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return first != "" && look(first).class&journalWord != 0
}

// Periodical says whether a text begins with the name of a journal and a volume.
func Periodical(s string) bool {
	list := strings.Fields(s)
	if len(list) < 3 || len(list) > 12 || look(list[0]).class&journalWord == 0 {
		return false
	}
	for _, w := range list[1:] {
		if w = strings.Trim(w, ".,;:()"); w != "" && (digit(w[0]) || len(w) > 1 && romanNumber(w)) {
			return true
		}
	}
	return false
}
