package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/citation/fields"
	"ibid/pattern"
)

// abbreviations end with a full stop that ends no sentence.
const abbreviations = `|vol|vols|ed|eds|hg|hrsg|v|vs|st|no|nos|nr|p|pp|pg|pgs|ch|chap|cf|vgl|ff|f|fol|fols|n|nn|anm|fn|trans|tr|transl|rev|repr|rpt|cap|kap|bd|bde|bk|bks|pt|pts|par|para|paras|
|sec|sect|ser|dr|mr|mrs|ms|prof|jr|sr|rev|hon|gen|col|capt|lt|sgt|u|a|b|c|d|e|g|h|i|j|k|l|m|o|q|r|s|t|w|x|y|z|al|et|op|cit|loc|ibid|id|ib|ebd|art|univ|dept|inst|assn|co|inc|ltd|corp|cie|etc|eg|ie|viz|ca|c|circa|esp|fig|figs|ill|tab|app|approx|
|jan|feb|febr|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|proc|soc|am|amer|rept|rep|eng|ld|doc|docs|ms|mss|cong|sess|stat|supp|cir|rev|cal|mass|conn|penn|pa|va|ga|ky|tenn|mich|ill|ind|wash|ore|colo|ariz|tex|fla|ala|miss|mo|la|ark|minn|wis|neb|kan|nev|
|j|l|q|int|natl|gov|govt|gaz|cin|hist|phil|sci|med|lit|trans|lond|roy|coll|lib|bull|mag|jour|ann|arch|acad|zs|zit|bzw|usw|sog|usf|jh|jhs|str|hl|ed|éd|dir|ib|ouvr|páx|pág|págs|cit|núm|ob|trad|с|стр|т|вып|ред|изд|г|гг|сост|им|tom|t|dz|cyt|red|wyd|rozdz|s|nakl|blz|sv|ps|chs|secs|rn|rdnr|abs|nov|
|cfr|vid|zob|por|srov|jfr|bkz|karş|vö|см|ср|цит|див|préc|nachw|smst|sst|anf|arb|
|harl|cott|egert|lansd|bodl|rawl|einl|vorb|vorbem|rdn|abl|bgbl|rgbl|gvbl|aufl|urt|beschl|rs|slg|abt|lfg|begr|ders|dies|übers|bearb|neubearb|überarb|fasz|sp|drs|rz|hs|diss|habil|festschr|entsch|az|eccl|philos|psych|theol|bibl|suppl|annot|lect|opp|tit|lib|epist|ep|dial|dict|encycl|orat|hom|serm|matt|rom|cor|gal|eph|col|thess|tim|heb|pet|pub|
|ins|off|ctr|rsch|encyc|cnty|cty|sch|dist|mfg|bros|ry|elec|hosp|indus|transp|mgmt|indem|guar|mortg|
|sig|sigs|leg|exp|carp|prot|liv|mç|cx|kart|kt|sygn|sign|cod|segr|inv|
|krit|zust|comp|ausf|ausführl|ähnl|allg|grdl|grundl|zutr|
|riv|trim|civ|giur|cost|pen|amm|cass|sent|foro|rass|trib|crim|`

// sentence cuts a note into its sentences: at full stops that end one, and at
// semicolons, outside quotes, brackets and addresses. CJK stops count too.
func (p *noteParser) pieces() []span {
	s := p.s
	var out []span
	start := 0
	cut := func(end, next int) {
		if strings.TrimSpace(s[start:end]) != "" {
			out = append(out, span{start, end})
		}
		start = next
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		next := i + size
		switch r {
		case ';', '；', '؛':
			if p.mask.free(i) && r != ';' || r == ';' && p.mask.free(i) && !entity(s, i) && !volumeBehind(s, i) {
				if m := conjunction.FindStringSubmatch(s[next:min(len(s), next+longConjunction)]); m != nil {
					next += len(m[1])
				}
				cut(i, next)
			}
		case ',':
			if n := p.compares(start, i); n > 0 {
				cut(i, i+n)
				p.apart = append(p.apart, i+n)
			}
			if n := p.sentOn(start, i); n > 0 {
				cut(i, i+1)
				p.apart = append(p.apart, i+2)
			}
			if m := printedIn.FindString(s[next:min(len(s), next+60)]); m != "" && p.mask.free(i) && p.printedBehind(span{start, i}, next+len(m)) {
				cut(i, next)
			}
		case '。':
			if p.mask.free(i) {
				cut(next, next)
			}
		case ':':
			if i > 0 && digit(s[i-1]) && p.mask.free(i) && compared.MatchString(s[next:min(len(s), next+24)]) {
				cut(i, next) // "p. 107: cf. Metford, Mendon"
			}
		case ' ':
			if n := p.joint(i, start); n > 0 {
				cut(i, i+n)
				next = i + n
			}
		case '.', '!', '?':
			if end, ok := p.sentenceEnd(i, next); ok {
				cut(end, end)
				next = end
			}
		}
		i = next
	}
	cut(len(s), len(s))
	return out
}

// Two works and more that are held against each other: "Compare A, Pans (1990), and
// B, Tolls (1991), with C, Salt (1992)".
var (
	compareStart = pattern.New(`^\s?(?:(?:[Bb]ut\s)?[Cc]ompare|[Cc]ontrast)\s`)
	comparedWith = pattern.New(`^,\s(?:and\s)?with\s`)
	comparedAnd  = pattern.New(`^,\sand\s`)
	// compareEnd is how a work ends that another one follows: a year in brackets, with
	// what the court held; a page.
	compareEnd = pattern.New(`\)$|\d$`)
	// partiesFirst is the name of a case at the start of a reference.
	partiesFirst = pattern.New(`^\p{Lu}[\p{L}.'’&-]*(?:\s[\p{L}.'’&-]+){0,7}\sv\.?\s\p{Lu}`)
)

// compares is the length of what joins two works at the comma at i, where the
// stretch from start on holds them against each other; or 0.
func (p *noteParser) compares(start, i int) int {
	rest := p.s[i:min(len(p.s), i+len(", and with "))]
	m := comparedWith.FindString(rest)
	with := m != ""
	if !with {
		m = comparedAnd.FindString(rest)
	}
	if m == "" || !p.mask.free(i) {
		return 0
	}
	if !with && (!strings.Contains(p.s[i:], " with ") || !compareEnd.MatchString(p.s[start:i])) {
		return 0
	}
	before, behind := span{start, i}, span{i + len(m), len(p.s)}
	if !p.comparing(before) || !p.comparable(before) || !p.comparable(behind) {
		return 0
	}
	text := p.s[behind.start:]
	if nameComma.MatchString(text) || partiesFirst.MatchString(text) || with && lawNumber.MatchString(text) {
		return len(m)
	}
	return 0
}

// comparing says whether a stretch begins with "Compare", or goes on behind a work
// that does.
func (p *noteParser) comparing(x span) bool {
	if compareStart.MatchString(p.s[x.start:x.end]) {
		return true
	}
	head := p.s[:x.start]
	and := strings.HasSuffix(head, ", and ")
	k := max(strings.LastIndex(head, "ompare "), strings.LastIndex(head, "ontrast "))
	return and && k > 0 && !strings.Contains(head[k:], ";")
}

// comparable says whether a stretch has the year of a work, the number of its note
// or its volume.
func (p *noteParser) comparable(x span) bool {
	text := p.s[x.start:x.end]
	return p.hasYear(x) || namesNote(text) || shortCase.MatchString(text) || p.hasBack(x)
}

// conjunction joins the last reference of a list behind a semicolon: "; y Moor, …".
var conjunction = pattern.New(`^(\s(?:und|sowie|et|y|e|oraz|och|og|en)\s)\p{Lu}`)

// longConjunction is more than what conjunction matches has, in bytes.
const longConjunction = 12

// Words that send the reader from one work on to another: ", but see".
var (
	sendsOn = pattern.New(`^,\s(?:(?:and|but|or|though|although|und|aber|doch|et|mais|y|pero|e|ma|mas)\s)?(?:(?:see|cf\.?|compare|contra)(?:\s(?:also|however|generally|further|especially))?|(?:vgl\.|siehe|s\.)(?:\s(?:auch|aber|dagegen|dazu|jedoch|ferner))*|(?:voir|cf\.)(?:\s(?:aussi|cependant|toutefois))?|(?:véase|cfr\.|cf\.)(?:\s(?:también|sin embargo|anche|però))?|si veda(?:\sanche)?|(?:ver|cf\.)(?:\stambém)?)[:,]?\s["“„«]?\p{Lu}`)
	// placeEnd is how a reference ends that goes no further: a page, an imprint, a title.
	placeEnd = pattern.New(`(?:[\d)”"»]|ff?\.|\d[rv]|passim)$`)
	// another is what begins another one: names or a title, and a comma.
	another = pattern.New(`^["“„«]|^\p{Lu}[^;]{0,160}?,\s?["“„«]?\s?[\p{Lu}\d]`)
)

// longSendsOn is more than what sendsOn matches has, in bytes.
const longSendsOn = 48

// sentOn is the length of the words behind the comma at i that send the reader from
// the reference of the stretch that begins at start to another one; or 0.
func (p *noteParser) sentOn(start, i int) int {
	m := sendsOn.FindString(p.s[i:min(len(p.s), i+longSendsOn)])
	if m == "" || !p.mask.free(i) {
		return 0
	}
	head := p.s[start:i]
	if h, ok := p.find(span{start, i}); !placeEnd.MatchString(head) && (!ok || h.end < i) {
		return 0
	}
	_, last := utf8.DecodeLastRuneInString(m)
	words := strings.TrimRight(m[:len(m)-last], "\"“„« ")
	behind := strings.TrimLeft(p.s[i+len(words):], " ")
	if !another.MatchString(behind) || p.prose(span{start, i}) || !p.placedWork(behind) {
		return 0
	}
	return len(words)
}

// placedWork says whether a text begins with the names of authors or of parties, or
// a title, and has a page or a year.
func (p *noteParser) placedWork(s string) bool {
	head, _, _ := strings.Cut(s, ";")
	return (nameComma.MatchString(s) || namesThenTitle(s) || partiesFirst.MatchString(s) || strings.ContainsAny(s[:len("“")], "\"“„«")) && strings.ContainsAny(head, "0123456789")
}

// printedIn says where a text that was just cited is printed.
var printedIn = pattern.New(`^\s(?:wieder\s?)?(?:abgedruckt|gedruckt|nachgedruckt|wiederabgedruckt|veröffentlicht|reprinted)(?:\sauch)?\s(?:in|bei):?\s`)

// printedBehind says whether the author, the title and the year of what prints the
// work x come at offset at, so that it is a work of its own.
func (p *noteParser) printedBehind(x span, at int) bool {
	text := p.s[at:]
	if !p.hasYear(x) || !p.hasYear(span{at, len(p.s)}) {
		return false
	}
	h, ok := backWord(p.s, at)
	return ok && h.word.device == "idem" || namesThenTitle(text)
}

// joint is the length of a word that joins two references at i, the first of
// which ends with a year or its page: "… 2006 und Karen Barat: Salz", or 0.
func (p *noteParser) joint(i, start int) int {
	s := p.s
	if i-start < 20 || !digit(s[i-1]) && strings.IndexByte(")f,", s[i-1]) < 0 || !p.mask.free(i) {
		return 0
	}
	for _, w := range []string{" und ", " sowie ", " and ", " et ", " y ", " e "} {
		if strings.HasPrefix(s[i:], w) && (namesThenTitle(s[i+len(w):]) || fields.Court(s[i+len(w):])) && (p.hasYear(span{start, i}) || imprintHead(strings.TrimLeft(s[start:i], " "))) && p.hasYear(span{i, len(s)}) {
			return len(w)
		}
		if behind := i + len(w); strings.HasPrefix(s[i:], w) && p.hasYear(span{start, i}) && p.startsPage(span{behind, len(s)}) {
			return len(w)
		}
	}
	return 0
}

// volumeBehind says whether the semicolon at i parts a year from the volume, as
// Vancouver has it: "2010;12(3):45".
func volumeBehind(s string, i int) bool {
	return i > 0 && digit(s[i-1]) && i+1 < len(s) && digit(s[i+1])
}

// entity says whether the semicolon at i ends what looks like "&amp;".
func entity(s string, i int) bool {
	k := strings.LastIndexByte(s[max(0, i-8):i], '&')
	return k >= 0 && !strings.ContainsAny(s[max(0, i-8)+k:i], " ")
}

// sentenceEnd says whether the stop at i, which ends at next, ends a sentence,
// and where the sentence ends, closing quotes included.
func (p *noteParser) sentenceEnd(i, next int) (int, bool) {
	s := p.s
	inside := !p.mask.free(i)
	end := next
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune("”\"’'»)]」』“", r) {
			break
		}
		end += size
	}
	if inside && end == next || inside && !p.mask.free(min(end, len(s))) {
		return 0, false
	}
	if inside && markedEditors.MatchString(s[max(0, i-len("(coords.")):next]) {
		return 0, false // "in Dahl, A. (ed.) Salt and Society"
	}
	if end < len(s) && s[end] != ' ' {
		return 0, false
	}
	if end == len(s) {
		return 0, false
	}
	rest := strings.TrimLeft(s[end:], " ")
	first, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsLower(first) && !strings.HasPrefix(rest, "http") && !p.lowerStart(rest) || strings.ContainsRune(",;:)]–—", first) {
		return 0, false
	}
	if s[i] == '.' && !inside && ordinalDay(s[:i], rest) {
		return 0, false
	}
	if s[i] == '.' && !inside && pagesEnd.MatchString(s[max(0, i-6):i]) && unicode.IsUpper(first) && !partOnly.MatchString(rest) && !pageWord.MatchString(rest) {
		return end, true // "S. 331 ff. For Austria see …"
	}
	if s[i] == '.' && !inside && abbreviated(s[:i]) {
		// "op. cit. See also X": the words of a back-reference end a sentence
		// where a signal follows.
		return end, unicode.IsUpper(first) && !initial(s[:i]) && (signal(rest) > 0 || strings.HasSuffix(s[:i], " cit") && namesThenTitle(rest))
	}
	return end, true
}

// markedEditors is what says in brackets that the names before it are those of editors.
var markedEditors = pattern.New(`\((?:[Ee]ds?|[Ee]dits?|Hg|Hrsg|Hgg|Hrsgg|[Oo]rgs?|[Dd]irs?|[Cc]oords?|[Cc]omps?|éds?|[Tt]rans)\.$`)

var (
	// compared is a signal that begins another reference, small, and its first word.
	compared = pattern.New(`^\s(?:cf\.|see|vgl\.|compare|voir|siehe)\s(?:also\s|auch\s)?[\p{Lu}\d"“„]`)
	pagesEnd = pattern.New(`\d\s?ff?$`)
	pageWord = pattern.New(`^(?:\p{L}{1,4}\.?\s?\d|In:|in:|Anm\b|Fn\b|[IVX]+\b)`)
)

// lowerStart says whether a lower-case word may start a citation: ibid, see.
func (p *noteParser) lowerStart(rest string) bool {
	if h, ok := backWord(rest, 0); ok && len(h.key) >= 4 {
		return true
	}
	for _, w := range []string{"see ", "cf. ", "vgl. ", "siehe "} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// lastWord is the word at the end of s.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

// initial says whether s ends with a single letter, as initials do.
func initial(s string) bool {
	w := lastWord(s)
	return utf8.RuneCountInString(w) == 1 && !unicode.IsDigit(rune(w[0]))
}

// abbreviated says whether a full stop after s belongs to an abbreviation.
func abbreviated(s string) bool {
	w := lastWord(s)
	if w == "" {
		return strings.HasSuffix(s, ".") // an ellipsis
	}
	if initial(s) {
		return true
	}
	return len(w) <= 8 && tables().abbreviations[strings.ToLower(w)]
}

// dayMonths are words that follow an ordinal with a full stop: "3. März", "7. Aufl.".
const dayMonths = "|geburtstag|jahrestag|jahrhundert|jahrhunderts|todestag|jubiläum|deutschen|deutscher|aufl|auflage|ausg|ausgabe|jg|jahrgang|bd|band|kap|kapitel|abschnitt|lfg|lieferung|stück|senat|kammer|wahlperiode|legislaturperiode|sitzung|teil|heft|folge|reihe|januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|januari|februari|mars|maj|augusti|desember|december|január|február|március|április|május|június|július|augusztus|szeptember|október|"

// ordinalDay says whether the full stop between s and rest is that of an ordinal.
func ordinalDay(s, rest string) bool {
	day := lastWord(s)
	if len(day) == 0 || len(day) > 2 || !digit(day[0]) || !digit(day[len(day)-1]) {
		return false
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	return end > 0 && end < 16 && tables().dayMonths[strings.ToLower(rest[:end])]
}
