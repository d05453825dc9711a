package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDatedNames is how many pieces the names of such a reference may have.
const maxDatedNames = 8

// namesAndYear marks the names of a reference that is nothing but names, a year
// and perhaps a place in the work, as Harvard, APA and their like have it: none of
// them is a title. "Dahl/Wolski 1999, S. 5", "(Dahl & Wolski, 1999)", "DAHL 1999".
func namesAndYear(text string, ps []piece) {
	k := 0
	for k < len(ps) && k < maxDatedNames && surname(text, ps, k) {
		k++
	}
	if k == 0 || k == len(ps) || ps[k].kind != date || precise(&ps[k]) || ps[k].issued == nil || len(ps[k].issued.Parts) != 1 {
		return
	}
	if last := &ps[k-1]; k > 1 && !last.slashed && !last.ampersand && last.name != etAl && (!last.given || last.name != single) && (ps[k].gap != ' ' || ps[k].inside) {
		return // an author and a short title: "Dahl, Salz und Brot (1990)"
	}
	for i := k + 1; i < len(ps); i++ {
		if p := &ps[i]; p.kind != number || p.counts == volume || p.counts == issue || p.counts == archive {
			return
		}
	}
	if k == 1 && ps[0].name == body && ps[1].gap == ' ' && !ps[1].inside && len(ps) == 2 && ps[0].count > 3 {
		return // a report of each year: "Annual Report of the Salt Board 1908"
	}
	for i := range ps[:k] {
		ps[i].named = true
	}
	ps[0].bare = true
}

// surname says whether the piece k can stand in a list of surnames, or is a body
// alone.
func surname(text string, ps []piece, k int) bool {
	const (
		others  = genreWord | journalWord | newsWord | courtWord | reporterWord | lawWord | editionWord | seriesWord | reviewWord | referenceWord
		longest = 5 // words
	)
	p := &ps[k]
	if p.kind != words || p.act || p.caseName || p.opener != "" || p.toward || p.class&others != 0 || p.the || p.indefinite || p.dotted >= 2 || p.place && !p.given && p.name != joined {
		return false
	}
	if k == 0 && p.name == body {
		return true
	}
	if k > 0 && (p.gap == '.' || p.gap == ':' || p.acronym && !ps[0].acronym || p.camel || ps[k-1].name == joined && !p.given) || p.count > longest || nouns(p) || !onlyNames(text[p.Start:p.End]) {
		return false
	}
	if k == 1 && p.name == single && ps[0].name == person && !p.given {
		return false // Dana Salter, Brine 1980
	}
	switch p.name {
	case single, initials, initialed, etAl, joined, suffix:
		return true
	case person:
		return p.given || p.class&particleWord != 0 || p.first&surnameWord != 0
	}
	return false
}

// onlyNames says whether the small words of a text are those that names have, and
// those that join them.
func onlyNames(s string) bool {
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && tables().words[strings.Trim(w, ".,")]&(joinWord|particleWord) == 0 && w != "al." && w != "al" && w != "a." && w != "u.a." {
			return false
		}
	}
	return true
}
