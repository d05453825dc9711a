package fields

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

// particles stand before a family name and are often left out.
const particles = `|van|von|de|der|den|del|della|di|da|dos|das|du|la|le|les|ter|ten|zu|zum|zur|bin|ibn|al|el|af|av|st|st.|vom|of|`

var (
	editorMark = pattern.New(`(?i)[,\s]*[\(\[]?\b(?:eds?|editors?|hg|hrsg|hgg|ed\. by|dir|éds?|coord|comps?|trans|translators?|org|orgs|red)\.?[\)\]]?[,\s]*$|\s*(?:편|編|编|主编|著|옮김|지음)$`)
	etAlMark   = pattern.New(`(?i)[,\s]*(?:\bet\s+al\b\.?|\bu\.\s?a\.|\band others\b|\bи др\.|\by otros\b|외|等|ほか)[,\s]*$`)
	nameJoin   = pattern.New(`(?i)\s*[,;]?\s+(?:and|und|u\.|et|y|e|en|och|og|i|and\s+the|и|та)\s+|\s*&\s*|\s*;\s*|\s[–—-]\s|\s*[/・、·]\s*`)
	suffixes   = pattern.New(`^(?:Jr|Sr|[jJ]un|[sS]en|II|III|IV|PhD|MD|M\.D|Ph\.D|Esq)\.?$`)
	initialsOf = pattern.New(`^(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$`)
)

// Names reads a list of names: "Lena Dahl and Piotr Wolski, eds.",
// "Ellingsworth, Mara", "Иванов А. П.", "田中一郎". familyFirst says that the
// family name comes first. editors says that the list itself calls them so.
func Names(s string, familyFirst bool) (names []article.Name, editors bool) {
	names, editors = readNames(s)
	if familyFirst {
		for i, n := range names {
			if n.Given != "" && n.Family != "" {
				names[i].Family, names[i].Given = n.Given, n.Family
			}
		}
	}
	return names, editors
}

// readNames reads names in the order of most languages.
func readNames(s string) (names []article.Name, editors bool) {
	s = strings.Trim(s, " ,:;、，：")
	if bare := strings.TrimSuffix(s, "."); bare != s && !isInitial(lastWord(bare)) && !etAlMark.MatchString(s) && !editorMark.MatchString(s) {
		s = bare
	}
	for {
		cut := editorMark.ReplaceAllString(s, "")
		if cut == s || cut == "" {
			break
		}
		editors = editors || !strings.ContainsAny(s[len(cut):], "著지")
		s = strings.Trim(cut, " ,:")
	}
	etAl := false
	if cut := etAlMark.ReplaceAllString(s, ""); cut != s && cut != "" {
		etAl, s = true, cut
	}
	parts := nameParts(s)
	if oneBody(s, parts) {
		parts = []string{s}
	}
	behind := givenBehind(parts)
	for k, part := range parts {
		first, second, ok := strings.Cut(part, " ")
		switch {
		case ok && behind:
			part = first + ", " + second
		case ok && k > 0 && twoSurnames(s, parts, first, second):
			names = append(names, article.Name{Family: titleCase(part), Incomplete: true})
			continue
		}
		if n, ok := readName(part); ok {
			names = append(names, n)
		}
	}
	if len(names) > 0 {
		names[len(names)-1].EtAl = etAl
	}
	return names, editors
}

// twoSurnames says whether a name of two words in a list with strokes is a family name, for
// the others are and no given name is known among its words: "Keller/Kren Koster".
func twoSurnames(s string, parts []string, first, second string) bool {
	return strings.Contains(s, "/") && !strings.ContainsAny(first+second, " .,") && !knownGiven(first) && !knownGiven(second) && !particleStart(first) && !organisation([]string{first, second}) &&
		!slices.ContainsFunc(parts, func(p string) bool { return p != first+" "+second && strings.Contains(p, " ") })
}

// givenBehind says whether names have the given name last with nothing between, as
// Switzerland has them: "Forster Peter / Oger Regina". One name alone doesn't tell, for
// many a given name is a surname too.
func givenBehind(parts []string) bool {
	const least = 2
	n := 0
	for _, part := range parts {
		family, given, ok := strings.Cut(part, " ")
		if !ok || strings.Contains(family, ".") || strings.Contains(part, ",") || knownGiven(family) {
			return false
		}
		if knownGiven(given) {
			n++
		}
	}
	return n >= least && 3*n >= 2*len(parts)
}

// oneBody says whether the parts are those of the name of one body: "Office for
// Salt, Brine, and Tides".
func oneBody(s string, parts []string) bool {
	if len(parts) == 2 && twoFields(s, parts) {
		return true
	}
	if len(parts) < 2 || !strings.ContainsAny(s, " ") || !organisation(strings.Fields(parts[0])) || len(strings.Fields(parts[0])) < 3 {
		return false
	}
	for k, p := range parts[1:] {
		if n := len(strings.Fields(p)); n > 2 || n > 1 && k+2 < len(parts) {
			return false
		}
	}
	return true
}

// twoFields says whether the parts are the two fields that a body works in: "Work
// and Pensions Committee".
func twoFields(s string, parts []string) bool {
	f := look(s)
	if f.upper && f.last&bodyWord != 0 && strings.Contains(s, "&") && !f.given && len(strings.Fields(parts[1])) > 1 {
		return true // MASS. SALT & FAMILY COURT DEP'T
	}
	return !strings.ContainsAny(s, ",;/.") && f.last&bodyWord != 0 && !strings.Contains(parts[0], " ") && strings.Contains(parts[1], " ") && !knownGiven(parts[0]) && !knownGiven(parts[1])
}

// nameParts splits a list of names. "Family, Given" stays together.
func nameParts(s string) []string {
	var parts []string
	inverted := false
	list := nameJoin.Split(s, 40)
	surnames := surnamesOnly(list)
	for k, joined := range list {
		commas := strings.Split(joined, ",")
		for i := 0; i < len(commas); i++ {
			c := strings.TrimSpace(commas[i])
			if c == "" {
				continue
			}
			if i+1 < len(commas) {
				next := strings.TrimSpace(commas[i+1])
				first := len(parts) == 0 && k == 0
				if suffixes.MatchString(next) || !surnames && familyOnly(c) && givenOnly(next, len(commas), first, inverted, len(strings.Fields(c)) == 1) {
					inverted = inverted || !suffixes.MatchString(next)
					parts = append(parts, c+", "+next)
					i++
					continue
				}
			}
			parts = append(parts, c)
		}
	}
	return parts
}

// surnamesOnly says whether the parts of a list are surnames and nothing else:
// "Beatty, Burrow and Cartwright".
func surnamesOnly(list []string) bool {
	if len(list) != 2 || strings.Contains(list[1], " ") || !capitalised(list[1]) {
		return false
	}
	first, second, ok := strings.Cut(list[0], ", ")
	return ok && second != "" && !strings.ContainsAny(first+second, " .") && capitalised(second) && !knownGiven(second)
}

// familyOnly says whether s can be a family name without the given one.
func familyOnly(s string) bool {
	words := len(strings.Fields(s))
	return words == 1 || strings.ToUpper(s) == s && utf8.RuneCountInString(s) > 2 && !strings.Contains(s, ".") || particleStart(s) && words <= 3 || words == 2 && !strings.Contains(s, ".") && !knownGiven(s)
}

// givenOnly says whether s is the given name to the family name before it, in
// a list of so many parts. first says that it is the first name of the list,
// inverted that one before it was written so, short that the family name is one word.
func givenOnly(s string, parts int, first, inverted, short bool) bool {
	words := len(strings.Fields(s))
	switch {
	case s == "" || words > 3 || !capitalised(s) || etAlMark.MatchString(s):
		return false
	case initialsOf.MatchString(s):
		return true
	case knownGiven(s) && (words == 1 || (words == 2 || initialsBehind(s)) && short) && (first || inverted):
		return true
	}
	return first && parts == 2 && short || inverted && words <= 2 && parts%2 == 0
}

// initialsBehind says whether only initials come behind the first word of s.
func initialsBehind(s string) bool {
	_, rest, ok := strings.Cut(s, " ")
	return ok && strings.Contains(rest, ".") && initialsOf.MatchString(rest)
}

// GivenName says whether a text begins with a given name that is known as one.
func GivenName(s string) bool { return knownGiven(s) }

// knownGiven says whether a name begins with a given name that is known as one.
func knownGiven(s string) bool {
	first, _, _ := strings.Cut(strings.ToLower(s), " ")
	first, _, _ = strings.Cut(first, "-")
	return tables().words[first]&givenName != 0
}

func particleStart(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return strings.Contains(particles, "|"+strings.ToLower(first)+"|")
}

func capitalised(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// readName reads one name.
func readName(s string) (article.Name, bool) {
	s = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(s, " ,:;"), "’s"), "'s")
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" || !unicode.IsLetter(r) {
		return article.Name{}, false
	}
	if m := givenInBrackets.FindStringSubmatch(s); m != nil {
		return article.Name{Family: titleCase(m[1]), Given: m[2]}, true
	}
	if family, given, ok := strings.Cut(s, ", "); ok {
		if suffixes.MatchString(given) {
			n, ok := readName(family)
			n.Suffix = given
			return n, ok
		}
		return article.Name{Family: titleCase(family), Given: strings.TrimSpace(given)}, true
	}
	if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
		return article.Name{Literal: s}, true
	}
	words := strings.Fields(s)
	if last := len(words) - 1; last > 1 && suffixes.MatchString(words[last]) {
		n, ok := readName(strings.Join(words[:last], " "))
		n.Suffix = words[last]
		return n, ok
	}
	if len(words) == 1 {
		return article.Name{Family: titleCase(strings.TrimSuffix(s, ".")), Incomplete: true}, true
	}
	if organisation(words) {
		return article.Name{Literal: s}, true
	}
	if n, ok := inCapitalsOf(words); ok {
		return n, true
	}
	// Russian puts the surname first, initials behind.
	if tail := strings.Join(words[1:], " "); initialsOf.MatchString(tail) && !firstInitials(words[0]) && (strings.Contains(tail, ".") || strings.ToUpper(tail) == tail && len(tail) <= 3 && strings.ToUpper(words[0]) != words[0]) {
		return article.Name{Family: words[0], Given: tail}, true
	}
	if last := words[len(words)-1]; len(words) > 2 && particleStart(s) && strings.ToUpper(last) == last && len(last) <= 3 && isInitial(last[:1]) && !strings.Contains(last, ".") {
		return article.Name{Family: strings.Join(words[:len(words)-1], " "), Given: last}, true // Van Dahl AB
	}
	if last := words[len(words)-1]; len(words) == 3 && strings.HasSuffix(last, ".") && isInitial(last) && !strings.Contains(words[0]+words[1], ".") && !knownGiven(s) {
		return article.Name{Family: strings.Join(words[:2], " "), Given: last}, true // Quist Dahl M.
	}
	// The surname is the last word with the particles before it; a lone
	// particle at the start makes it a bare surname ("Van der Meer").
	k := len(words) - 1
	for k > 0 && (words[k-1] == "v." || strings.Contains(particles, "|"+strings.ToLower(words[k-1])+"|")) {
		k--
	}
	if k > 1 && tables().words[strings.ToLower(words[k-1])]&surnameWord != 0 && (knownGiven(s) || firstInitials(words[0]) && !knownGiven(words[k-1])) {
		return article.Name{Family: strings.Join(words[k-1:], " "), Given: strings.Join(words[:k-1], " ")}, true // Ana García Salinas
	}
	if k == 1 && tables().words[strings.ToLower(words[0])]&surnameWord != 0 && !knownGiven(s) {
		return article.Name{Family: s, Incomplete: true}, true // García Salinas
	}
	n := article.Name{Family: words[len(words)-1], Given: strings.Join(words[:k], " ")}
	if k < len(words)-1 {
		n.Particle = strings.Join(words[k:len(words)-1], " ")
	}
	n.Incomplete = k == 0
	return n, true
}

// givenInBrackets is a name as French political science has it: "Selon (J.-B.)".
var givenInBrackets = pattern.New(`^(\p{L}[\p{L}\s'’-]+)\s\(((?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}(?:\p{Ll}+)?)\)?$`)

// inCapitalsOf reads a name whose surname alone is in capitals, as French has it:
// "ARNAULT André-Jean", "Michel VAN DE KERCK".
func inCapitalsOf(words []string) (n article.Name, ok bool) {
	const shortest = 4 // letters; fewer are as likely initials
	var family, given []string
	longest := 0
	for i, w := range words {
		switch {
		case strings.ToUpper(w) == w && utf8.RuneCountInString(w) > 1 && !strings.Contains(w, "."):
			if len(family) > 0 && strings.ToUpper(words[i-1]) != words[i-1] {
				return n, false
			}
			family = append(family, w)
			longest = max(longest, utf8.RuneCountInString(w))
		case !capitalised(w) && !strings.Contains(particles, "|"+w+"|"):
			return n, false // IPCC delegate
		default:
			given = append(given, w)
		}
	}
	if len(family) == 0 || !slices.ContainsFunc(given, func(w string) bool { return strings.ToUpper(w) != w }) || longest < shortest && !knownGiven(given[0]) {
		return n, false
	}
	k := 0 // particles
	for k < len(family)-1 && strings.Contains(particles, "|"+strings.ToLower(family[k])+"|") {
		family[k] = strings.ToLower(family[k])
		k++
	}
	return article.Name{Family: titleCase(strings.Join(family[k:], " ")), Particle: strings.Join(family[:k], " "), Given: strings.Join(given, " ")}, true
}

// firstInitials says whether a name's first word can be its initials: "AB", "Yu.",
// but not "To", and in Latin letters not "KOHL".
func firstInitials(w string) bool {
	const most = 3 // initials without stops
	r, _ := utf8.DecodeRuneInString(w)
	if unicode.Is(unicode.Latin, r) && !strings.Contains(w, ".") && utf8.RuneCountInString(w) > most {
		return false
	}
	return initialsOf.MatchString(w) && (isInitial(w) || strings.ToUpper(w) == w)
}

// titleCase turns a name in capitals ("SOUZA") into one that is not.
func titleCase(s string) string {
	if utf8.RuneCountInString(s) < 3 || strings.ToUpper(s) != s || strings.ContainsAny(s, ".&") || len(s) <= 5 && !strings.ContainsAny(s[:1], "AEIOU") && vowels(s) == 0 {
		return s
	}
	if len(s) <= 6 && len(strings.Fields(s)) == 1 {
		return s // as likely an acronym
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(words, " ")
}

func vowels(s string) int {
	return len(s) - len(strings.Trim(s, "AEIOUY"))
}

// organisation says whether words name a body rather than a person.
func organisation(words []string) bool {
	for _, w := range words {
		switch w = strings.ToLower(strings.Trim(w, "().,")); w {
		case "the", "of", "for", "and", "united", "national", "university", "international", "press", "archive", "archives", "records", "state", "states", "people",
			"county", "amt", "hafenamt", "company", "inc", "foundation":
			return true
		default:
			if tables().words[w]&bodyWord != 0 || bodyEnd(w) {
				return true
			}
		}
	}
	short := 0 // Gen. Servs. Admin.
	for _, w := range words {
		if strings.HasSuffix(w, ".") && !isInitial(w) {
			short++
		}
	}
	return short >= 2 || len(words) > 5 || strings.Contains(words[len(words)-1], "(")
}
