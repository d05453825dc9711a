package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/pattern"
)

// translatedFrom is from which language a work was translated, before its translator.
var translatedFrom = pattern.New(`^[Aa]us dem (?:\p{L}+ )?\p{Lu}\p{L}+ (?:(?:übersetzt|übertragen|übers\.) )?(?:von|v\.)`)

// exhibition is where and when a work was shown that is the catalogue of it: what
// stands in brackets behind its title, "(Ausst.-Kat. Museum für Salz, Bonn 2015)".
var exhibition = pattern.New(`^(?:Ausst\.-?\s?[Kk]at\.?|Ausstellungskatalog|Ausst\.|Kat\.\sAusst\.|[Ee]xh\.\s[Cc]at\.?|[Ee]xhibition [Cc]atalogue|[Cc]at\.\s(?:d’|d\')?exp\.?|[Cc]atalogue d[’']exposition|[Cc]at\.\s(?:della\s)?mostra)[,:]?\s[^()]+`)

// reprinted is what stands before the place and year of a reprint.
var reprinted = pattern.New(`^(?:Neudruck|Nachdruck|Nachdr\.|Neudr\.|Ndr\.|ND|Reprint|Repr\.|Rpt\.|Neuausgabe|réimpr\.|rist\. anast\.)[,:]?\s\p{Lu}`)

// volumeInCapitals is the volume of a book in capitals that holds a work, before its title:
// "in 1 THE PALGRAVE OF SALT 585".
var volumeInCapitals = pattern.New(`^\d{1,2}\s\p{Lu}{2,}[’'\p{Lu}]*\s\p{Lu}{2,}`)

// markerAt reads the longest marker of data/roles.tsv at the start of a word.
// n is its length, its full stop and colon included, or 0.
func (c *cutter) markerAt(i int) (m marker, n int) {
	s := c.Text
	var key strings.Builder
	at := i
	for k := 0; k < tables().roleWords; k++ {
		end := at
		for end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if !unicode.IsLetter(r) {
				break
			}
			end += size
		}
		if end == at || end-i > 48 {
			break
		}
		if k > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(strings.ToLower(s[at:end]))
		if strings.HasPrefix(s[end:], ".") {
			end++
		}
		if found, ok := tables().roles[key.String()]; ok && c.marks(found, i, end, k+1) {
			m, n = found, end-i
		}
		if strings.HasPrefix(s[end:], ":") {
			if found, ok := tables().roles[key.String()+":"]; ok {
				m, n = found, end+1-i
			}
		}
		if strings.HasPrefix(s[end:], " ") {
			end++
		}
		at = end
	}
	return m, n
}

// marks says whether the words from i to end stand where a marker does; count
// is their number.
func (c *cutter) marks(m marker, i, end, count int) bool {
	s := c.Text
	upper, _ := utf8.DecodeRuneInString(s[i:])
	after := strings.TrimLeft(s[end:], " \u00a0\n\t")
	next, _ := utf8.DecodeRuneInString(after)
	dotted := s[end-1] == '.'
	if word := s[i:end]; count == 1 && c.depth == 0 && len(word) > 1 && !dotted && strings.ToUpper(word) == word && (m.role == editorRole || m.role == translatorRole) && !wide(upper) {
		return false // Tyler TR
	}
	closed := after == "" || strings.ContainsRune(",;:)]，）", next)
	if c.start >= 0 && !wide(upper) { // inside a run of words
		switch m.role {
		case editorRole, translatorRole:
			if f := look(c.Text[c.start:i]); count == 1 && f.last&ordinalWord != 0 && f.count == 1 {
				return false // nuova ed.
			}
			return m.pre && count > 1 || m.post && closed && (dotted || unicode.IsUpper(upper) || c.depth > 0 && count == 1 && c.namesOpen(i))
		case accessRole:
			return c.dateFollows(end)
		case nestedRole:
			return count > 1 && unicode.IsLower(upper)
		case inRole:
			return unicode.IsLower(upper) && count == 1 && (c.holder(end) || ownerNext.MatchString(s[end:]) && !dateIn(s) || len(c.pieces) > 0 && c.pieces[0].opener != "" && heldIn.MatchString(s[end:]) || editorsNext.MatchString(c.Text[end:min(end+120, len(c.Text))]))
		}
		return false
	}
	switch m.role {
	case reviewRole:
		return len(c.pieces) > 0 && unicode.IsLower(upper)
	case authorRole:
		return len(c.pieces) > 0 && unicode.IsUpper(next) && unicode.IsLower(upper)
	case inRole:
		led := len(c.pieces) > 0 || c.SameAuthor
		if last, _ := utf8.DecodeRuneInString(lastWord(strings.TrimRight(s[i:end], ".: "))); count > 1 && unicode.IsUpper(last) {
			return false // in THE HANDBOOK OF SALT
		}
		if word := strings.ToLower(strings.TrimRight(s[i:end], ".: ")); word == "en" || word == "em" || word == "dans" {
			return led && unicode.IsLower(upper) && (unicode.IsUpper(next) || strings.ContainsRune("«“\"‘", next))
		}
		if wide(upper) {
			return led && strings.ContainsRune("《〈「『“", next)
		}
		if word := s[i:end]; word == "In" && !strings.HasPrefix(s[end:], ":") && len(c.pieces) == 1 && c.gap == ',' && c.pieces[0].kind == words {
			return false // Dana Quill, In Salt Collecting, Location Matters
		}
		if k := len(c.pieces); k > 1 && unicode.IsUpper(upper) && s[end-1] != ':' && !strings.HasPrefix(s[end:], ":") && c.headDate(k) {
			return false // "Quist, A. (2007). In the hearing room"
		}
		return led && (!unicode.IsDigit(next) || volumeInCapitals.MatchString(after)) && (after != s[end:] || strings.HasPrefix(s[end:], ":")) && !c.dateFollows(end)
	case accessRole:
		return c.dateFollows(end)
	case archiveRole:
		return closed || c.dateFollows(end)
	case nestedRole:
		switch first, _, _ := strings.Cut(strings.ToLower(s[i:end]), " "); strings.TrimSuffix(first, ".") {
		case "m", "mit", "quoted", "cited", "reprinted", "zit", "zitiert", "apud", "repr", "rpt", "reproduced":
			return len(c.pieces) > 0
		}
		return len(c.pieces) > 0 && unicode.IsLower(upper)
	}
	if wide(upper) {
		return closed || m.post
	}
	// One word such as org or red is a marker only where it is marked as one.
	return count > 1 || dotted || closed || c.depth > 0 || m.pre && unicode.IsUpper(next) && unicode.IsLower(upper) && len(s[i:end]) <= 4
}

// namesOpen says whether the open run up to offset i is the names of persons, which
// a marker without its stop ends: "(Ann Dahl and Tor Aune eds".
func (c *cutter) namesOpen(i int) bool {
	switch f := look(strings.TrimRight(c.Text[c.start:i], " ")); f.name {
	case initialed, etAl:
		return true
	case person, joined:
		return f.given || f.class&(publisherWord|bodyWord|journalWord|workWord) == 0 && f.capital > 1 && !f.place
	}
	return false
}

// ownerNext is the possessive of an author, and a work that holds another one: "in
// Coryat's Crudities".
var ownerNext = pattern.New(`^\s\p{Lu}[\p{L}-]+['’]s\s["“„]?\p{Lu}`)

// heldIn is a collection of letters.
var heldIn = pattern.New(`^\s(?:the\s)?["“„]?\p{Lu}`)

// headDate says whether the k pieces so far are names and a year, behind which
// the title comes.
func (c *cutter) headDate(k int) bool {
	if c.pieces[k-1].kind != date || c.gap != '.' && c.gap != ':' {
		return false
	}
	for _, p := range c.pieces[:k-1] {
		if p.kind != words {
			return false
		}
	}
	return true
}

// editorsNext is names with a marker for editors in brackets.
var editorsNext = pattern.New(`^:?\s\p{Lu}[\p{L}.'’-]*(?:[\s,/&]+(?:and|und|et|al\.?|\p{Lu}[\p{L}.'’-]*)){0,8}\s\((?:Hg|Hrsg|Hrsgg|Hgg|eds?)\.?\)`)

// holder says whether a work that holds others is named from offset i to the next
// comma: "Essay on Salt in the Annals of Brine, II".
func (c *cutter) holder(i int) bool {
	name := strings.TrimPrefix(strings.TrimLeft(c.Text[i:], " "), "the ")
	end := strings.IndexAny(name, ",.;(")
	if end < 0 {
		end = len(name)
	}
	r, _ := utf8.DecodeRuneInString(name)
	if end > 80 || !unicode.IsUpper(r) || i-c.start < 6 {
		return false
	}
	f := look(name[:end])
	return f.class&referenceWord != 0 || f.first&journalWord != 0 && f.count > 1 && len(c.pieces) > 0
}

// dateFollows says whether a date comes right behind offset i.
func (c *cutter) dateFollows(i int) bool {
	rest := strings.TrimLeft(c.Text[i:], " :,")
	_, n := dateAt(c.Text, len(c.Text)-len(rest))
	return n > 0
}
