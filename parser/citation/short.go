package citation

import (
	"slices"
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// ownSection is a pointer to a part of the article itself.
var ownSection = pattern.New(`(?i)\b(?:sections?|chapters?|tables?|figures?|appendi(?:x|ces)|abschnitt|kapitel)\b.{0,40}\b(?:below|above|oben|unten)\b|\b(?:below|above)\b.{0,20}\bsections?\b`)

// looksShort says whether a stretch reads like a short form: a name, a title,
// or both, with at most a locator.
func (p *noteParser) looksShort(x span) bool {
	text := strings.TrimSpace(p.s[x.start:x.end])
	if len(text) < 2 || len(text) > 400 || !letterAny.MatchString(text) {
		return false
	}
	if bareAuthorYear(text) {
		return true
	}
	if ownSection.MatchString(text) || p.loneNouns(text) {
		return false
	}
	if m := pageThenRemark.FindStringSubmatchIndex(text); m != nil && nameComma.MatchString(text) {
		return p.looksShort(span{x.start, x.start + m[3]})
	}
	if m := partBehind.FindStringIndex(text); m != nil && nameComma.MatchString(text[:m[0]]) && !p.prose(span{x.start, x.start + m[0]}) {
		return true
	}
	if ofKind.MatchString(text) || ancientPlace.MatchString(text) {
		return true
	}
	if p.familyFirst && familyColon.MatchString(text) {
		return true
	}
	all, lower := p.count(x)
	t, titled := p.title(x)
	if namesTitle(text) {
		return true
	}
	if p.prose(x) {
		return false
	}
	if !startsUpper(text) {
		return titled && t.start-x.start < 40 && lower <= 1
	}
	switch {
	case titled && lower <= 3 && (t.start-x.start < 120):
		return true
	case lower == 0 && all <= 12 && endsWithLocator(text):
		return true
	case lower == 0 && all <= 12 && nameComma.MatchString(text):
		return true
	case lower <= 1 && all >= 2 && all <= 9 && endsWithPage(text):
		return true
	case smallTitle.MatchString(text) && len(text) < 160:
		return true
	case collectionPart.MatchString(text):
		return true
	case fields.InitialsBehind(text) > 0 && endsWithLocator(text) && len(text) < 300:
		return true
	case lower == 0 && all >= 1 && all <= 8:
		return strings.HasSuffix(text, ".") || all >= 2
	}
	return false
}

// partBehind is a part of a work behind its short form that is no page, or a
// page with a word of stress: ", plate 7", ", mm. 40–44", ", esp. 9–12", ", passim".
var partBehind = pattern.New(`(?i),\s(?:(?:(?:esp\.|especially|insb\.|bes\.|notamment|in part\.)\s?(?:pp?\.\s?)?|(?:plates?|pls?\.|figs?\.|figures?|tables?|tab\.|abb\.|taf\.|mm?\.|bars?|cols?\.|cantos?|maps?|nos?\.|chs?\.|chapters?)\s?)[\divxlc][\divxlc\s,–-]*|(?:\d[\d\s,–-]*\s?(?:and\s|et\s)?)?passim)\.?$`)

// ancientPlace is an author, an old work cut short, and its book and chapter:
// "Vitruvius, De arch. 10.6".
var ancientPlace = pattern.New(`^\p{Lu}\p{Ll}+(?:\s(?:of\s|the\s){0,2}\p{Lu}\p{Ll}+)?,\s\p{Lu}\p{L}*\.?(?:\s\p{L}+\.?){0,3},?\s(?:\d{1,3}|[ivxIVX]+)\.\d{1,3}(?:\.\d{1,3}){0,2}(?:[–-][\d.]+)?\.?$`)

// familyColon is a Hungarian author, the title and the page, as in "Somlai Ágnes:
// Hajósok. 30. o.".
var familyColon = pattern.New(`^\p{Lu}\p{L}+(?:\s\p{Lu}[\p{L}.]+){1,2}:\s\p{Lu}[^:;()]{4,90}[,.]\s\d+(?:[–-]\d+)?\.?(?:\s(?:o|old)\.)?$`)

// ofKind is a person's interview or letter, cited again by no more than that.
var ofKind = pattern.New(`^(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?),?\s((?:oral\s)?(?:interview|deposition|testimony|affidavit|diary|memorandum|memoir|papers|dissertation|diss\.|thesis|lecture|speech))(?:,\s(?:pp?\.\s)?[\d\s–-]+)?\.?$`)

// namedTitle is a surname, a title as most languages write it, with one capital,
// and a page: "Kern, Salt and the making of empire, 51", "Петров И. Соль и море. С. 51".
var namedTitle = pattern.New(`^(?:\p{Lu}\.[\s-]?){0,3}(?:(?:de|del|della|van|von|der|den|du|la|le|da|di|dos|ter|De|Van|Von|Den|Der)\s){0,2}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}\.){0,3}` +
	`(?:(?:\s?/\s?|,?\s(?:and|und|et|y|e|i|и|та|&|och|og|en|ve|és)\s)\p{Lu}[\p{L}'’-]+)?(?:,|:|\.)?\s+(\p{Lu}[^,;.:()“”"«»„]{4,90})[,.]\s+(` + locWord + `)?\s?(` + numbersOf + `)\.?(\s(?:o|old)\.)?(?:,?\s(?:nota|note|noot|Anm\.|n\.|przyp\.)\s?\d+\.?)?$`)

// namesTitle says whether a text is such a short form. A number that may be a
// year is a page only behind its word, and without one the title is long enough.
func namesTitle(text string) bool {
	m := namedTitle.FindStringSubmatchIndex(text)
	if m == nil || !strings.ContainsAny(text[:m[2]], ",:.") { // what parts a name from the title
		return false
	}
	words := len(strings.Fields(text[m[2]:m[3]]))
	return words <= 12 && (m[4] >= 0 || m[8] >= 0 || words >= 3 && m[7]-m[6] < 4)
}

// shortCaseForm reads "Martinez-Fuerte, 428 U.S. at 551".
func (p *noteParser) shortCaseForm(r reading, body span, m []int) reading {
	text := p.s[body.start:body.end]
	r.kind = article.Short
	r.back.Device = article.NameOnly
	r.back.Type = article.CaseWork
	r.item.Volume, r.item.ContainerTitle = text[m[2]:m[3]], strings.TrimSpace(text[m[4]:m[5]])
	r.loc = &article.Locator{Label: "page", Value: text[m[6]:m[7]] + noteBehind.FindString(text[m[7]:])}
	if name := strings.Trim(text[:m[0]], " ,"); name != "" {
		r.item.Title = name
	}
	return r
}

// shortFields reads names and short title of a short form.
func (p *noteParser) shortFields(r *reading, x span) {
	p.shortWords(r, x)
	if a := r.item.Author; len(a) > 0 && (p.language == "fr" || p.language == "it") {
		if rest, ok := strings.CutPrefix(a[0].Given, "V."); ok {
			a[0].Given = strings.TrimSpace(rest) // as likely voir or vedi as an initial
		}
	}
}

func (p *noteParser) shortWords(r *reading, x span) {
	text := p.s[x.start:x.end]
	if m := editorsOf.FindStringSubmatchIndex(text); m != nil {
		p.shortWords(r, span{x.start + m[3] + (m[5] - m[4]), x.end})
		r.item.Author, _ = fields.Names(text[:m[3]], p.familyFirst)
		return
	}
	if m := authorYear.FindString(strings.TrimSpace(text)); m != "" {
		i := strings.IndexAny(text, "(0123456789")
		r.item.Author, _ = fields.Names(text[:i], p.familyFirst)
		if y := p.year(x); y >= 0 {
			n, _ := strconv.Atoi(p.s[y : y+4])
			r.item.Issued = &article.Date{Parts: [][]int{{n}}}
			if r.loc == nil {
				r.loc = p.locator(span{min(y+5, x.end), x.end})
			}
		}
		return
	}
	if m := bodyYear.FindStringSubmatch(strings.TrimSpace(text)); m != nil && fields.Body(m[1]) {
		n, _ := strconv.Atoi(m[2])
		r.item.Author, _ = fields.Names(m[1], p.familyFirst)
		r.item.Issued = &article.Date{Parts: [][]int{{n}}}
		return
	}
	if t, ok := p.title(x); ok {
		author := strings.Trim(text[:t.start-x.start], " ,:;.(\"“„«‘'「『《〈_、，")
		if m := ownerColon.FindStringSubmatch(text[:t.start-x.start]); m != nil {
			author = m[1]
		}
		author = strings.TrimSuffix(strings.TrimSuffix(author, "’s"), "'s")
		if author != "" && signal(author+" x") != len(author)+1 && len(author) < 150 {
			r.item.Author, _ = fields.Names(authorOnly(author), p.familyFirst)
		}
		r.item.Title = cleanTitle(t.text(p.s))
		r.setField("title", t)
		if r.loc == nil {
			r.loc = p.locator(span{min(t.end, x.end), x.end})
		}
		return
	}
	p.plainShort(r, x)
}

// editorsOf are names that a word says are editors', before a title: "Starr and
// Thor, eds., North Fisheries, 12".
var editorsOf = pattern.New(`^((?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}'’-]+(?:(?:\s?/\s?|,?\s(?:and|und|et|y|e|&)\s|,\s)(?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}'’-]+){0,4})(,?\s\(?(?:eds?|Hgg?|Hrsgg?|dirs?|éds?|coords?|orgs?)\.\)?,\s)["“„«]?\p{Lu}`)

// plainShort reads a short form without marked title: "Okafor, Rivers, 55".
func (p *noteParser) plainShort(r *reading, x span) {
	text := p.s[x.start:x.end]
	if m := pageThenRemark.FindStringSubmatchIndex(text); m != nil && r.loc == nil {
		x.end = x.start + m[1] - (m[5] - m[4])
		text = p.s[x.start:x.end]
	}
	stop := len(text)
	if r.loc == nil {
		if l := p.locator(x); l != nil {
			r.loc = l
		}
	}
	if r.loc != nil {
		if i := strings.LastIndex(text, r.loc.Value); i > 0 {
			head := strings.TrimRight(text[:i], " ")
			if m := locTail.FindStringIndex(head); m != nil {
				head = head[:m[0]]
			}
			stop = len(head)
		}
	}
	rest := holderBehind.ReplaceAllString(strings.Trim(text[:stop], " ,.:;・、，([（"), ", ")
	if initialEnd.MatchString(rest) {
		rest += "." // an initial keeps its full stop
	}
	if n := fields.InitialsBehind(rest); n > 0 {
		r.item.Author, _ = fields.Names(rest[:n], p.familyFirst)
		r.item.Title = cleanTitle(rest[n:])
		return
	}
	if m := capitalInitials.FindStringSubmatch(rest); m != nil {
		r.item.Author, _ = fields.Names(m[1], p.familyFirst)
		r.item.Title = cleanTitle(m[2])
		return
	}
	if m := initialsBracketed.FindStringSubmatch(rest); m != nil {
		rest = m[2] + " " + m[1] + rest[len(m[0]):]
	}
	if m := ofKind.FindStringSubmatch(rest); m != nil {
		r.item.Author, _ = fields.Names(m[1], p.familyFirst)
		r.item.Title = m[2]
		return
	}
	if m := possessiveColon.FindStringSubmatch(rest); m != nil {
		r.item.Author, _ = fields.Names(m[1], p.familyFirst)
		r.item.Title = cleanTitle(m[2])
		return
	}
	if withArticle.MatchString(rest) {
		r.item.Title = cleanTitle(rest)
		return
	}
	if m := possessive.FindStringSubmatch(rest); m != nil {
		r.item.Author, _ = fields.Names(m[1], p.familyFirst)
		r.item.Title = cleanTitle(m[2])
		return
	}
	if m := capitalName.FindStringSubmatch(rest); m != nil {
		r.item.Author, _ = fields.Names(m[1], p.familyFirst)
		r.item.Title = cleanTitle(m[2])
		return
	}
	if head, title, ok := strings.Cut(rest, ": "); ok && strings.Contains(colonLanguages, "|"+p.language+"|") && bareNames.MatchString(head) {
		r.item.Author, _ = fields.Names(head, p.familyFirst)
		r.item.Title = cleanTitle(title)
		return
	}
	if r.back.Device == article.Supra && threeNames.MatchString(rest) {
		r.item.Author, _ = fields.Names(rest, p.familyFirst)
		return
	}
	parts := splitTop(rest)
	if len(parts) > 1 { // alone it is a name that looks like one: LMD
		parts = slices.DeleteFunc(parts, numeral.MatchString)
	}
	if len(parts) == 0 {
		return
	}
	if len(parts) > 1 {
		parts[0] = authorOnly(parts[0])
	}
	if len(parts) == 1 && !fields.OnlyNames(parts[0]) && len(strings.Fields(parts[0])) >= 3 {
		r.item.Title = cleanTitle(parts[0])
		return
	}
	k := 0
	var names []string
	last := 0 // "Quist, Lund, and Holt": the names before the joint are names too
	for i := 1; i < len(parts)-1 && i < 6; i++ {
		if fields.NameJoint(parts[i]) {
			last = i
		}
	}
	statute := legalTitle.MatchString(parts[0])
	for !statute && k < len(parts) && k < 6 && (k <= last || fields.NameAt(parts[k], k, len(parts))) {
		names = append(names, parts[k])
		k++
	}
	if len(names) > 0 {
		r.item.Author, _ = fields.Names(strings.Join(names, ", "), p.familyFirst)
	}
	if k < len(parts) {
		r.item.Title = cleanTitle(strings.Join(parts[k:], ", "))
		if i := strings.Index(text, parts[k]); i >= 0 {
			r.setField("title", span{x.start + i, x.start + min(stop, len(text))})
		}
	} else if len(names) == 1 && k == 1 && len(parts) == 1 {
		// Two words alone may be a name, a title or a tag, what is no name is a tag: "LdV".
		if len(strings.Fields(parts[0])) >= 2 && !fields.OnlyNames(parts[0]) || len(r.item.Author) == 0 && r.back.Device != article.LocCit {
			r.item.Title = cleanTitle(parts[0])
		}
	}
}

// pageThenRemark is a page, and what stands there: "Moor, 169–70, on the tolls".
var pageThenRemark = pattern.New(`,\s(?:pp?\.\s|S\.\s)?(\d{1,4}(?:\s?[–-]\s?\d{1,4})?(?:\sff?\.)?)(,?\s(?:on|for|where|who|which|with|about|über|zum|zur|zu|wo|mit|sur|pour|où|qui|sobre|para|donde|su|sul|sulla|dove|over|waar)\s[^;]+)$`)

// holderBehind is what stands between the author of a chapter and the book that holds it.
var holderBehind = pattern.New(`,\s[iI]n:\s`)

// bodyYear is what may be a body, and a year: "Statistisches Bundesamt 2021".
var bodyYear = pattern.New(`^(\p{Lu}[^,;:()\d]{3,80}?),?\s\(?((?:1[5-9]|20)\d\d)[a-z]?\)?\.?$`)

// threeNames are the surnames of three authors or more: "Beatty, Burrow and Cartwright".
var threeNames = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:, \p{Lu}[\p{L}'’-]+){1,6},? (?:and|und|et|y|e|&) \p{Lu}[\p{L}'’-]+$`)

// withArticle is a title alone: no author's name begins with such an article.
var withArticle = pattern.New(`^(?:The|An?|Der|Die|Das|Les|Los|Las|Gli)\s\p{Lu}[^,;:]+$`)

// collectionPart is a collection by its short name, and a part of it: "Harbour
// Papers, box 4".
var collectionPart = pattern.New(`^\p{Lu}[^.,;()]{3,60},\s(?:box|folder|file|carton|dossier|Kasten|Karton|Mappe)\s?\d[\d\s,a-z–-]*\.?$`)

// colonLanguages are those in which a colon parts an author from the title: in
// English it parts a title from its subtitle.
const colonLanguages = "|de|hu|cs|sk|nl|da|sv|no|nb|nn|fi|"

var (
	initialEnd = pattern.New(`\s\p{Lu}$`)
	// initialsBracketed is a surname with initials in brackets, as French law
	// has it: "Moor (J.)".
	initialsBracketed = pattern.New(`^(\p{Lu}[\p{L}'’-]+)\s\(((?:\p{Lu}\p{Ll}?\.[\s-]?){1,3})\)`)
	// possessive is an author before the title: "Moor’s Tolls and Ferries".
	// possessiveColon is one that a sentence names: "The phrase is Moor’s: Tolls".
	possessiveColon = pattern.New(`^(?:[^,:;]{1,60}\s)?(\p{Lu}[\p{L}-]+)[’']s:\s(\p{Lu}[^,:]+)$`)
	ownerColon      = pattern.New(`\s(\p{Lu}[\p{L}-]+)[’']s:\s[*_“‘"]*$`)
	possessive      = pattern.New(`^(\p{Lu}[\p{L}-]+)[’']s\s(\p{Lu}[^,]+)$`)
)

// capitalName is a surname in capitals and a title behind a full stop, as the
// Brazilian norm has it: "FARIA. Direito e economia"; in Cyrillic in small letters too.
var capitalName = pattern.New(`^(\p{Lu}{2,}(?:[\s'’-]\p{Lu}{2,})*|[А-ЯЁІЇЄҐ][а-яёіїєґ’-]+)\.\s(\p{Lu}[^.]{3,})$`)

// capitalInitials is such a name with initials behind a comma: "HRADIL, V. Voraři".
var capitalInitials = pattern.New(`^(\p{Lu}{2,}(?:[\s'’-]\p{Lu}{2,})*,\s(?:\p{Lu}\.[\s-]?){1,3})[,:]?\s?(\p{Lu}\p{Ll}.*)$`)

// legalTitle is the name of a law: "Lamps and Signals Act" is no pair of authors.
var legalTitle = pattern.New(`\s(?:Act|Acts|Code|Regulations?|Convention|Treaty|Directive|Ordinance|Statutes?|Constitution|Charter|Rules|Bill)$|(?:[Gg]esetz|[Vv]erordnung)$`)

// numeral is a part that is a volume's or page's number only.
var numeral = pattern.New(`^(?i:vols?\.?|nos?\.?|pp?\.?|s\.|bd\.?|ser\.?)?\s*(?:[ivxlcdm]+|[IVXLCDM]+|\d+)\.?$`)

// locTail is a word for a part of a work, and one of stress, before its number.
var locTail = pattern.New(`(?i)(?:^|[\s,;:.]+)(?:(?:hier|here|insb|insbes|bes|esp|especially|spéc|notamment)\b\.?[\s,;:.]*)?(?:(?:` + `pp?|pages?|s|с|стр|at|fols?|ch|chs|chap|chapter|kap|kapitel|cap|chapitre|capítulo|capitolo|§+|¶+|paras?|n|nn|notes?|vols?|bd|box|bl|nr|no|σ|ص|עמ'|` +
	`appendix|app|anhang|annexe|plates?|pls?|figs?|figures?|tables?|tab|abb|taf|mm?|bars?|cols?|cantos?|maps?` + `)\.?)?$|第$`)

// splitTop splits at commas, colons kept inside titles.
func splitTop(s string) []string {
	var parts []string
	for _, c := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '،' || r == '，' || r == '・' || r == '、' }) {
		if c = strings.TrimSpace(c); c != "" {
			parts = append(parts, c)
		}
	}
	return parts
}

// shortConfidence is that of the words of a short form, which have no grammar.
const shortConfidence = 0.8

func (r *reading) setField(name string, s span) {
	if r.fields == nil {
		r.fields = map[string]placedField{}
	}
	r.fields[name] = placedField{s, shortConfidence}
}

// cleanTitle drops what surrounds a title.
func cleanTitle(s string) string {
	return strings.Trim(strings.TrimSpace(s), " ,.;:\"“”„«»‘'_*")
}
