package citation

import (
	"strings"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// Papers that an archive keeps stand by the archive and the place in it, without
// author, title or year: "AGI, Indiferente 737, f. 12r", "AN, F/7/3688",
// "GStA PK, I. HA Rep. 77, Nr. 12, Bl. 4".

var (
	// siglum is an archive by its letters, and by its town.
	siglum = pattern.New(`^(\p{Lu}\p{Ll}{0,4}\p{Lu}[\p{L}-]{0,9}(?:\s(?:\p{Lu}[\p{L}-]*)){0,3})[,:]\s`)
	// archiveNamed is an archive by its name, with its town and its letters.
	archiveNamed = pattern.New(`^((?:\p{L}[\p{L}’'.-]*\s){0,5}?\p{L}*(?:[Aa]rchiv(?:es?|i|io|o|um|u)?|[Aa]rchiwum|[Aa]rquivo|[Aa]rkivet|[Aa]rchief|[Ll]evéltár|[Bb]iblioth(?:èque|eek|ek)|[Bb]iblioteca|Record\sOffice|(?:History|Heritage)\sCentre|Library|Museum)(?:\s[\p{L}’'.-]+){0,7}(?:(?:,\s\p{Lu}[\p{L}\s-]{1,30})?\s\([^()]{2,40}\))?)[,:]\s`)
	// unit is a word for a part of what archives keep, and its number. Boxes are not
	// among them: a collection by its letters and a box is a short form.
	unit = pattern.New(`(?:^|[\s,])(?:(?:leg|legs|exp|exped|carp|prot|liv|mç|cx|fasc|reg|Fasz|Kt|Kart|kart|kt|sygn|sign|Rep|Best|inv\.\s?nr|[Mm]s|[Cc]od|[Cc]ód)\.|legajo|expediente|caja|libro|protocolo|liasse|carton|dossier|busta|buste|filza|mazzo|registro|maço|caixa|códice|Karton|Bestand|Nachlass|toegang|kasse|pakke|HA|MSS?|F|Ф|ф)\s(?:(?:Add|fr|lat|gr|ital?|Barb|Vat|Reg)\.?\s)?(?:\d|[IVX]+\b)`)
	// leaf is a leaf of them.
	leaf = pattern.New(`[\s,](ff?|fols?|fls?|cc?|kk?|Bl|bl|лл?|b)\.\s?(\d+(?:\s?[rv]o?\b)?(?:\s?[–-]\s?\d+(?:\s?[rv]o?\b)?)?)`)
	// code is the number of a series, of letters and figures: "F/7/3688", "R 43/1234",
	// "4 S 117", "111-1, Nr. 45"; codeFrench one of a French department or town.
	code       = pattern.New(`(?:^|,\s)(?:\p{Lu}{1,4}\d?/\d[\d/.*-]*|\p{Lu}{1,4}\d?\s\d+(?:[/.]\d+)+|\p{Lu}\d+\*?\s\d+|\d{1,3}\s?\p{Lu}{1,2}\s\d+|\d{3}-\d+[\p{L}\d\s]*,\sNr\.\s\d)`)
	codeFrench = pattern.New(`^A[NDMC]\p{L}{0,3}(?:\s[^,]{2,30})?,\s\p{Lu}{1,3}\d*\s?\d+(?:[,.]|$)`)
	// series is a collection and a number of it, right behind an archive's letters
	// that a note defines: "Archivo General de Indias (AGI), Indiferente 737".
	series = pattern.New(`^[,:]\s\p{Lu}[\p{L}\s]{2,40}\s(\d{1,5})(?:$|\.$|,\s\p{Ll})`)
	// yearInCode is what looks like a code and is an issue of a year.
	yearInCode = pattern.New(`\s\d{1,2}/(?:19|20)\d\d\b`)
)

// maxShelfmark is how much of a reference is looked at for a shelf mark, in bytes.
const maxShelfmark = 200

// shelfmark is the length of the name of the archive that a stretch begins with,
// if a place in it follows, and whether the archive has only its letters; or 0.
func (p *noteParser) shelfmark(x span) (n int, letters bool) {
	text := p.s[x.start:min(x.end, x.start+maxShelfmark)]
	m := siglum.FindStringSubmatchIndex(text)
	letters = m != nil
	if !letters {
		if m = archiveNamed.FindStringSubmatchIndex(text); m == nil {
			return 0, false
		}
	}
	if fields.Court(text) || fields.Reporter(text) || yearInCode.MatchString(text) {
		return 0, false
	}
	rest := text[m[3]:]
	if unit.MatchString(rest) || code.MatchString(rest) || codeFrench.MatchString(text) {
		return m[3], letters
	}
	if m := series.FindStringSubmatch(rest); m != nil && !letters && strings.HasSuffix(text[:len(text)-len(rest)], ")") && !yearish(m[1]) {
		return len(text) - len(rest), false
	}
	if l := leaf.FindStringSubmatch(rest); l != nil && !yearish(l[2]) {
		return m[3], letters
	}
	return 0, false
}

// asShelfmark takes the fields of papers from their shelf mark, of which the first
// n bytes are the archive: they have no author, and seldom a title.
func (p *noteParser) asShelfmark(r *reading, x span, n int) {
	it := &r.item
	*it = article.Item{Type: "manuscript", Archive: strings.TrimSpace(p.s[x.start : x.start+n]), Issued: it.Issued, URL: it.URL}
	rest := strings.TrimRight(p.s[x.start+n:x.end], ". ")
	if all := leaf.FindAllStringSubmatchIndex(rest, 8); len(all) > 0 {
		last := all[len(all)-1]
		r.loc = &article.Locator{Label: "folio", Value: rest[last[4]:last[5]]}
		rest = rest[:last[0]]
	} else {
		r.loc = nil
	}
	var place, title []string
	for part := range strings.SplitSeq(strings.Trim(rest, " ,.:"), ", ") {
		switch {
		case strings.ContainsAny(part, "0123456789") && len(title) == 0 || len(place) == 0 || startsUpper(part) && len(title) == 0:
			place = append(place, part)
		case !strings.ContainsAny(part, "0123456789"):
			title = append(title, part)
		}
	}
	it.ArchiveLocation, it.Title = strings.Join(place, ", "), strings.Join(title, ", ")
	issued, dated := r.fields["issued"]
	r.fields = map[string]placedField{"archive": {span{x.start, x.start + n}, shortConfidence}}
	if dated {
		r.fields["issued"] = issued
	}
}
