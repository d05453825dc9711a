package citation

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/citation/fields"
	"ibid/pattern"
)

var (
	tailStart = pattern.New(`(?i)^(?:(?:désormais|ci-après|im folgenden|fortan|en adelante|doravante)[\s,:]|https?:|www\.|doi\b|accessed|acess?o em|acedido (?:em|a)|acesso|acceso|ultimo accesso|last access|retrieved|abgerufen|zugriff|verfügbar unter|available|archived|last (?:modified|accessed|visited)|consult|zuletzt\s(?:am|ab|auf|be|ein|ge|\d)|isbn|issn|pdf\b|online\b|url\b|printed|reprint|translated|trans\. by|transl?\.|edited by|ed\. by|aus dem \p{L}+ (?:übersetzt|übertragen|von)|übersetzt|übers\.|herausgegeben|hrsg\. v|mit einem (?:vor|nach)wort|from the original|preface|print\.?$|web\.?$|\[?archived|via\b|edit(?:ion)?\b|(?:cited )?(?:hereafter|hereinafter|henceforth)\s(?:cited|abbreviated|referred|[“"]?\p{Lu}))`)
	partOnly  = pattern.New(`(?i)^(?:pp?|pgs?|s|с|стр|fols?|vols?|bde?|t|tom|tome|ch|chap|no|nr|art|sec|§+|¶+|ep|bk|lib|cap|pt|ser|ss|σ|л|s\.a|o\.\s?j)\.?\s?[\divxlc]+[\s\d,.–—&and-]*(?:ff?\.?|et seq\.?)?(?:,?\s\(?(?:hier|insb\.|bes\.|here|esp\.)\s(?:(?:s|pp?)\.\s)?\d[\d\s–-]*(?:ff?\.?)?)?\W*$`)
	imprint   = pattern.New(`^[\p{Lu}\[][\p{L} .’'&/\[\]-]{1,50}(?:,\s?[\p{L}. ]{2,20})?\s?[:：]\s?[^:]{2,80}[,，]\s?(?:c\.?\s?)?\d{4}`)
	volIssue  = pattern.New(`(?i)\b(?:vol\.?\s*\d+|\d+\s*,\s*no\.?\s*\d+|\d+\s*\(\d{4}\)|no\.\s*\d+\s*\(|\d+\s+\p{Lu}[\p{L}.]*(?:\s[\p{Lu}&][\p{L}.]*){0,4}\s+\d+|\d+호|第\d+[期号号])`)
	caseName  = pattern.New(`\p{Lu}[\p{L}.'’ &-]*\sv\.?\s\p{Lu}`)
	parenPub  = pattern.New(`\([^()]*\b(?:1[4-9]|20)\d\d[a-z]?(?:[–-]\d+)?\)`)
	nameComma = pattern.New(`^(?:(?:von|van|de|zu|du)\s(?:der\s|den\s)?)?\p{Lu}[\p{L}.'’/-]*(?:\s(?:\p{Lu}[\p{L}.'’/-]*|/|van|von|de|der|den|del|della|di|da|du|la|le|and|und|u\.|et|y|&)){0,8}(?:\set\sal\.?|\su\.\s?a\.)?\s?(?:\((?:ed|eds|Hg|Hrsg)\.?\))?[,:]`)
	letterAny = pattern.New(`\p{L}`)
	// codeOnly is the number of a report and nothing else: "NCJ 228944".
	codeOnly = pattern.New(`^\p{Lu}{2,6}[\s-]?\d[\d-]{2,}\W*$`)
)

// small are words that titles and names write small, in several languages.
const small = `|of|the|and|in|to|a|an|on|for|at|by|from|with|as|or|nor|de|la|le|les|des|du|et|en|au|aux|sur|der|die|das|und|im|am|zur|zum|von|vom|für|auf|mit|dem|den|des|ein|eine|el|los|las|y|del|al|il|lo|gli|i|e|di|da|dei|della|delle|do|dos|das|um|uma|van|het|een|och|og|av|af|z|w|na|do|o|v|pp|p|vol|no|ed|eds|trans|et|al|cf|ff|f|s|n|ch|repr|rev|vols|sq|seq|passim|per|pour|par|sous|ss|note|notes|part|page|pages|edit|edition|chap|sec|art|tom|ser|series|fol|op|cit|loc|ibid|id|also|see|hier|bd|hg|hrsg|nr|jg|t|l|c|d|against|between|without|into|upon|about|prior|during|after|before|under|its|their|his|her|our|my|your|nd|rd|th|st|и|в|на|о|об|с|к|по|за|от|до|из|у|для|при|же|не|или|а|та|і|й|з|про|від|`

// words counts the words of a stretch that stand outside quotes, italics and
// addresses: all, and those written small that are no particles.
func (p *noteParser) count(x span) (all, lower int) {
	it := 0
	for i := x.start; i < x.end; {
		for it < len(p.italics) && p.italics[it].end <= i {
			it++
		}
		if it < len(p.italics) && p.italics[it].start <= i {
			i = min(p.italics[it].end, x.end)
			continue
		}
		r, size := utf8.DecodeRuneInString(p.s[i:])
		if !unicode.IsLetter(r) || !p.mask.free(i) {
			i += size
			continue
		}
		j := i
		for j < x.end {
			r, size = utf8.DecodeRuneInString(p.s[j:])
			if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' {
				break
			}
			j += size
		}
		w := p.s[i:j]
		all++
		if plain(w) {
			lower++
		}
		i = max(j, i+1)
	}
	return all, lower
}

// plain says whether a word is written small that titles and names do not write small.
func plain(w string) bool {
	return startsLower(w) && strings.Trim(w, "ivxlc") != "" && len(w) > 1 && !tables().small[strings.ToLower(w)]
}

// prose says whether a stretch reads like a sentence and not like a reference.
func (p *noteParser) prose(x span) bool {
	all, lower := p.count(x)
	if lower >= 2 && p.tells(x) {
		return true
	}
	if lower >= 3 && (p.structured(x) || capitalsFirst.MatchString(p.s[x.start:x.end])) {
		return false
	}
	if lower >= 3 && p.language == "de" && !nameComma.MatchString(p.s[x.start:x.end]) && germanStart.MatchString(p.s[x.start:x.end]) {
		y := p.year(x)
		return y < 0 || x.end-y > 8 // nouns are written like names, so that a sentence has few small words
	}
	return lower >= 4 && lower*10 >= all*3 || lower >= 3 && lower*10 >= all*4
}

// told is how an English sentence begins that tells of someone or something.
var told = pattern.New(`^\p{Lu}[\p{L}’'-]*(?:\s[\p{L}’'-]+){0,4}?\s(?:was|were|had|did|became|died|lived|served|wrote|returned|moved|fell|rose|ended|began|came|went|ceased|failed|survived|continued|remained)\s\p{Ll}`)

// tells says whether a stretch begins as a sentence does that tells something, and
// has no year but one that it tells of: "Moor was a Fenman, born at March in 1901".
func (p *noteParser) tells(x span) bool {
	if p.language != "en" || p.hasURL(x) || !told.MatchString(p.s[x.start:x.end]) {
		return false
	}
	if _, titled := p.title(x); titled {
		return false
	}
	y := nextYear(p.s[:x.end], x.start, x.start)
	return y < 0 || ofYear.MatchString(p.s[x.start:y])
}

// germanStart is how a German sentence begins rather than a title alone.
var germanStart = pattern.New(`^(?:Der|Die|Das|Dies|Dieser|Diese|Dieses|Ein|Eine|Es|Er|Sie|Ich|Wir|Man|Hier|Dort|Auch|So|Nach|Bei|Für|Im|In)\s`)

var (
	// journalYear is a journal by its volume and year at the end of a reference:
	// ". Revue du sel XXV. 1913.".
	journalYear = pattern.New(`\.\s\p{Lu}\p{L}[^.,:;]{3,60}\s[IVXLC]+\.?,?\s\(?(?:1[5-9]|20)\d\d\)?\W*$`)
	loneYear    = pattern.New(`^(?:1[5-9]|20)\d\d\.?$`)
)

// structured says whether a stretch has the build of a reference although its
// title is written small, as most languages do: a name and a comma at its
// start, several parts, a year towards its end.
func (p *noteParser) structured(x span) bool {
	text := p.s[x.start:x.end]
	if nameComma.MatchString(text) && journalYear.MatchString(text) {
		return true
	}
	if !nameComma.MatchString(text) && !institution.MatchString(text) || strings.Count(text, ",")+strings.Count(text, ":") < 3 {
		return false
	}
	end := x.end
	if i := sort.Search(len(p.urls), func(i int) bool { return p.urls[i].at >= x.start }); i < len(p.urls) && p.urls[i].at < x.end {
		end = p.urls[i].at
	}
	y := p.year(x)
	return y >= 0 && end-y < 60
}

// institution is a body as the author of its papers, which most languages but
// English write small: "Conseil supérieur des phares".
var institution = pattern.New(`^(?:Conseil|Cour|Inspection|Observatoire|Agence|Ministère|Commission|Comité|Institut|Académie|Assemblée|Chambre|Conférence|Direction|Société|Ministerio|Comisión|Consejo|Instituto|Asamblea|Comité|Sociedad|Ministero|Commissione|Consiglio|Istituto|Corte|Autorità|Agenzia|Comitato|Società|Ministério|Comissão|Conselho|Academia|Real)\s\p{L}[\p{L}\s’'-]{2,80},\s\p{Lu}`) //nolint:misspell // other languages

// capitalsFirst is an author in capitals and given names, as the Brazilian
// norm has them: what follows is a title, written small.
var capitalsFirst = pattern.New(`^\p{Lu}{2,}(?:[\s'’-]\p{Lu}{2,})*, \p{Lu}[\p{L}.\s-]{0,60}\.`)

// inSame is a book by the authors of the chapter: "in: dies./Moor, Pfannen".
var inSame = pattern.New(`\s[Ii]n:\s(?:dies|ders)\b`)

// subtitled says whether piece x is the subtitle and the imprint of the
// reference that g begins: "Moor, Tolls." and "For a history of ferries, …".
func (p *noteParser) subtitled(g, x span) bool {
	head := p.s[g.start:g.end]
	if len(head) > 200 || len(p.s[x.start:x.end]) > 300 || p.hasYear(g) || endsWithLocator(strings.TrimRight(head, ".")) || signals(p.s[x.start:x.end]) || p.startsBack(x) || p.hasBack(g) && !inSame.MatchString(head) || namesNote(head) || namesThenTitle(p.s[x.start:x.end]) {
		return false
	}
	if capitalsFirst.MatchString(head) {
		return true
	}
	_, titled := p.title(g)
	return !titled && nameComma.MatchString(head) && strings.Contains(head, ", ") && p.hasYear(x) && (p.structured(span{g.start, x.end}) || namesThenTitle(head) && endsInImprint(p.s[x.start:x.end]))
}

// signals says whether a text begins with a signal, and not with a noun that is one too where
// nothing belongs to it: "Zur Kritik Moor, Zölle", but "Zur Kritik der Zölle".
func signals(s string) bool {
	n := signal(s)
	return n > 0 && !genitive.MatchString(strings.TrimLeft(s[n:], " "))
}

var genitive = pattern.New(`^(?:der|des|einer|eines|von)\s`)

// placeYear is a place and a year behind a comma, and perhaps a page, at the end of a text.
var placeYear = pattern.New(`,\s(\p{Lu}[\p{L}./-]*(?:\s[\p{L}./-]+){0,3})\s(?:1[5-9]|20)\d\d(?:,\s(?:S|pp?)\.\s?\d[\d–-]*(?:\sff?\.?)?)?\.?$`)

// endsInImprint says whether a text ends with a place that is known as one and a year.
func endsInImprint(s string) bool {
	m := placeYear.FindStringSubmatch(s)
	return m != nil && startsUpper(s) && fields.Place(m[1])
}

// hasURL says whether an address stands in a stretch.
func (p *noteParser) hasURL(x span) bool {
	i := sort.Search(len(p.urls), func(i int) bool { return p.urls[i].at >= x.start })
	return i < len(p.urls) && p.urls[i].at < x.end
}

// hasYear says whether a year stands in a stretch, outside titles.
func (p *noteParser) hasYear(x span) bool {
	return p.year(x) >= 0
}

// year is the offset of the last year outside titles, or -1.
func (p *noteParser) year(x span) int {
	at := -1
	for i := nextYear(p.s[:x.end], x.start, x.start); i >= 0; i = nextYear(p.s[:x.end], x.start, i+4) {
		if !p.inTitle(i) && !p.inURL(i) {
			at = i
		}
	}
	if at < 0 {
		for _, m := range fullDate.FindAllStringIndex(p.s[x.start:x.end], 8) {
			if i := x.start + m[0]; !p.inTitle(i) && !p.inURL(i) {
				at = i
			}
		}
	}
	return at
}

// fullDate is a day in figures, with stops or strokes, what stands for a date, or an issue with its year
// and a page: "1/2007, S. 43".
var fullDate = pattern.New(`\b\d{1,2}\.\s?\d{1,2}\.\s?(?:1[5-9]|20)\d\d\b|\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b|\b(?:im Druck|im Erscheinen|forthcoming|in press)\b|\s\d{1,2}/(?:19|20)\d\d,\s(?:S|pp?)\.\s\d`)

func (p *noteParser) inTitle(i int) bool { return i < len(p.flags) && p.flags[i]&titleFlag != 0 }

func (p *noteParser) inURL(i int) bool { return i < len(p.flags) && p.flags[i]&urlFlag != 0 }

// maxTitle is the longest quoted stretch that is taken for a title, in bytes;
// a longer one is a quotation.
const maxTitle = 240

// title is the first quoted or italic stretch that may be a title.
func (p *noteParser) title(x span) (span, bool) {
	first := sort.Search(len(p.titles), func(i int) bool { return p.titles[i].start >= x.start })
	for _, q := range p.titles[first:] {
		if q.start >= x.end {
			break
		}
		if q.end <= x.end {
			return q, true
		}
	}
	return span{-1, -1}, false
}

// findTitles collects the stretches that may be titles, quotations before italics that
// begin at the same place.
func (p *noteParser) findTitles() {
	for _, q := range p.mask.quotes {
		if q.end-q.start <= maxTitle && letterAny.MatchString(q.text(p.s)) {
			p.titles = append(p.titles, q)
		}
	}
	for _, q := range p.italics {
		if p.titleItalic(q) {
			p.titles = append(p.titles, q)
		}
	}
	slices.SortStableFunc(p.titles, func(a, b span) int { return a.start - b.start })
}

// titleItalic tells an italic title from italic words such as "ibid." and "see".
func (p *noteParser) titleItalic(q span) bool {
	t := strings.Trim(q.text(p.s), " .,;:()")
	if len(t) < 3 || !letterAny.MatchString(t) || signal(t+" x") == len(t)+1 {
		return false
	}
	switch strings.ToLower(t) {
	case "see", "see also", "cf", "et al", "supra", "infra", "in", "note", "passim", "sic", "inter alia", "et seq", "contra", "accord", "above", "below":
		return false
	}
	if h, ok := backWord(t, 0); ok && h.end >= len(t)-1 {
		return false
	}
	return true
}
