package fields

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameOf says which part of a list of names the words look like, which are also given
// in small letters.
func nameOf(list, lower []string, f features) nameKind {
	if len(list) == 0 || len(list) > 14 {
		return noName
	}
	r, _ := utf8.DecodeRuneInString(list[0])
	if wide(r) {
		return wideName(list, f)
	}
	t := lower[0]
	if len(list) > 1 {
		t = strings.Join(lower, " ")
	}
	if f.class&sameWord != 0 && len(list) == 1 {
		return initialed
	}
	if head, _, ok := strings.Cut(list[0], "/"); ok && same(head) {
		return joined
	}
	switch {
	case strings.HasSuffix(t, "et al") || strings.HasSuffix(t, "et al.") || (strings.HasSuffix(t, "u.a.") || strings.HasSuffix(t, "u. a.")) && !f.place || strings.HasSuffix(t, "and others") || strings.HasSuffix(t, "и др."):
		return etAl
	case len(list) == 1 && (t == "jr." || t == "jr" || t == "jun." || t == "sen." || t == "sr." || t == "iii" || t == "ii"):
		return suffix
	case f.clause:
		return noName // How Salters Managed, Salt Is a Bad Idea
	case f.doing:
		return noName // Honouring Rose Salter
	case f.lower > 0 && f.class&joinWord == 0:
		if f.class&bodyWord != 0 && f.lower <= 2 {
			return body
		}
		return noName
	}
	initial, capitals, join, small := 0, 0, 0, 0
	for i, w := range list {
		bare := strings.Trim(w, ",;:()’'")
		x := tables().words[strings.Trim(strings.Trim(lower[i], ",;:()’'"), ".")]
		first, _ := utf8.DecodeRuneInString(bare)
		switch {
		case w == "/" && i > 0:
			join++
		case i == 0 && len(list) > 2 && (bare == "A" || bare == "In" || bare == "On" || bare == "For" || bare == "By" || len(bare) > 3 && x&smallWord != 0 && x&(particleWord|joinWord) == 0):
			small++ // A Social Science Perspective, From Max Weber
		case i == 0 && w == "v." && len(list) > 1: // v. Mangoldt
		case i > 0 && i+1 < len(list) && w == "A" && len(list[0]) > 1 && len(list[i+1]) > len("PAN.") && allCapitals(list[0]+list[i+1]):
			small++ // MENDING A BROKEN PAN
		case isInitial(bare):
			initial++
		case x&joinWord != 0 && (!capital(first) || len(bare) > 1 && strings.ToUpper(bare) == bare && strings.ToUpper(list[0]) == list[0]):
			join++
		case x&particleWord != 0 && len(list) > 1:
		case i > 0 && x&smallWord != 0 && x&joinWord == 0 && len(bare) > 1:
			small++ // Transforming Our World
		case capital(first):
			capitals++
		case x&smallWord != 0:
			small++
		default:
			small += 2
		}
	}
	switch {
	case ofBody(list):
		return noName
	case f.class&bodyWord != 0 && capitals >= 1 && initial == 0 && (len(list) < 2 || f.last&bodyWord != 0 || f.last&(workWord|archiveWord|collectedWord) == 0 && !letters(list)):
		return body
	case small > 0:
		return noName
	case capitals == 0 && initial > 0:
		return initials
	case join > 0 && capitals >= join && capitals+initial <= 4*(join+1):
		return joined
	case strings.Contains(t, "/") && capitals <= 4*strings.Count(t, "/") && !f.place:
		return joined
	case initial > 0 && capitals >= 1 && capitals <= 3:
		return initialed
	case capitals == 1:
		return single
	case capitals >= 2 && capitals <= 4:
		return person
	}
	return noName
}

// ofBody says whether words are a German article, a noun and what it belongs to,
// which is a title though its last word may name a body: "Das Recht der Gesellschaft".
func ofBody(list []string) bool {
	k := len(list) - 1
	if k < 3 {
		return false
	}
	switch list[0] {
	case "Das", "Die", "Der", "DAS", "DIE", "DER":
	default:
		return false
	}
	before := strings.ToLower(list[k-1])
	return before == "der" || before == "des" || before == "einer" || before == "eines"
}

// letters says whether words end as the title of a collection does: "Salt Society
// Letters".
func letters(list []string) bool {
	switch strings.ToLower(strings.Trim(list[len(list)-1], ".,")) {
	case "letters", "papers", "records", "minutes", "transactions", "proceedings":
		return true
	}
	return false
}

// wideName is nameOf for scripts without capitals.
func wideName(list []string, f features) nameKind {
	n := 0
	for _, w := range list {
		n += utf8.RuneCountInString(w)
	}
	switch {
	case f.class&bodyWord != 0:
		return body
	case strings.HasSuffix(list[len(list)-1], "等") || strings.HasSuffix(list[len(list)-1], "외"):
		return etAl
	case n >= 2 && n <= 4:
		return person
	case n <= 12 && strings.ContainsAny(strings.Join(list, " "), "·・"):
		return joined
	}
	return noName
}

// capital says whether a letter is one, or is of a script that has none.
func capital(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// isInitial says whether a word is an initial or several: "M.", "J.-P.", "MK".
func isInitial(w string) bool {
	w = strings.TrimSuffix(w, ".")
	if w == "" {
		return false
	}
	letters := 0
	for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return r == '.' || r == '-' }) {
		n := utf8.RuneCountInString(part)
		r, _ := utf8.DecodeRuneInString(part)
		if !unicode.IsUpper(r) || n > 2 || n == 2 && !slices.Contains([]string{"Yu", "Ch", "Th", "Ph", "St", "Ju", "Zh", "Dz"}, part) {
			return false
		}
		letters++
	}
	return letters > 0 && letters <= 4
}
