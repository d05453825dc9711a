package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/pattern"
)

// nameKind is which part of a list of names a piece looks like.
type nameKind uint8

const (
	noName    nameKind = iota
	single             // Ellingsworth
	person             // Mara Ellingsworth
	initialed          // M. Ellingsworth, Ellingsworth M.
	initials           // M. K.
	joined             // Dahl and Wolski
	etAl               // et al.
	body               // Ministry of Salt
	suffix             // Jr.
)

// features are what the words of a piece tell.
type features struct {
	count      int   // words
	capital    int   // that begin with a capital, or are in a script without
	lower      int   // written small, those that names and titles write small too excepted
	small      int   // of, and, der
	dotted     int   // abbreviated
	class      class // of any word
	first      class // of the first word
	last       class // of the last
	name       nameKind
	given      bool // a known given name is among the words
	place      bool // it is the name of a place
	acronym    bool // one word in capitals
	camel      bool // one word with capitals inside: ZfRSoz, KritV
	domain     bool // example.org
	joint      bool // the last word joins
	lowers     bool // it begins with a small letter
	the        bool // The Liberator
	indefinite bool // A History
	company    bool // Salt Techs., Inc.
	caseName   bool // Salter v. Brine
	ordinal    bool // the first word is a number: 2nd
	medical    bool // a family name and initials without stops: Dahl AB
	honours    bool // it begins as the title of a Festschrift does: FS Dahl
	bench      bool // an American court: 5th Cir., N.D. Cal.
	slashed    bool // a stroke joins names: Dahl/Wolski
	capitals   bool // all of it is in capitals, two words or more without a stop
	upper      bool // it has no small letter
	doing      bool // it begins with a participle: Rethinking Salt Law
	clause     bool // a word of a sentence stands before another one: How Salt Is Won
	ampersand  bool // a sign joins names: Dahl & Wolski
	listed     bool // a word that joins is the second to fourth: it ends a list
	span       bool // a number with its end: 45–67
	roman      bool // a Roman numeral
}

// mostLooked is how many words of a text are looked at together.
const mostLooked = 24

// look reads the words of a text.
func look(s string) features {
	var f features
	small := strings.ToLower(s)
	list, lower := strings.Fields(s), strings.Fields(small)
	for i, w := range list {
		f.word(w, lower[i])
	}
	list, lower = list[:min(len(list), mostLooked)], lower[:min(len(list), mostLooked)]
	f.pairs(list, lower)
	if !f.place && strings.Contains(s, "/") && len(list) > 1 {
		f.pairs(strings.Fields(strings.ReplaceAll(s, "/", " ")), strings.Fields(strings.ReplaceAll(small, "/", " ")))
	}
	for i := 1; i < len(list); i++ {
		f.clause = f.clause || tables().words[lower[i-1]]&clauseWord != 0 && tables().words[lower[i]]&joinWord == 0
		f.company = f.company || i == len(list)-1 && companyForms[strings.TrimRight(list[i], ".")]
		f.class |= tables().words[lower[i-1]+" "+lower[i]] & (genreWord | publisherWord | journalWord | newsWord)
	}
	f.doing = f.first&doingWord != 0 && f.count > 1
	f.name = nameOf(list, lower, f)
	if f.first&courtWord != 0 && f.name == initialed && len(list) > 2 && !strings.HasSuffix(list[0], ".") && isInitial(list[1]) && strings.HasSuffix(list[1], ".") {
		f.first, f.class = f.first&^courtWord, f.class&^courtWord // Cass R. Salter
	}
	f.medical = medicalName.MatchString(s)
	f.honours = honorary.MatchString(s)
	f.bench = bench.MatchString(s)
	f.upper = small != s && strings.ToUpper(s) == s
	f.capitals = len(list) > 1 && f.dotted == 0 && f.upper
	f.slashed = f.name == joined && strings.Contains(s, "/")
	f.ampersand = f.name == joined && strings.Contains(s, "&")
	if len(list) == 1 {
		w := strings.Trim(list[0], "()")
		small := strings.Trim(lower[0], "()")
		f.acronym = len(w) > 1 && len(w) < 12 && strings.ToUpper(w) == w && small != w
		f.camel = !f.acronym && camel(w)
		f.domain = strings.Contains(strings.Trim(w, "."), ".") && small == w && len(w) > 5
	}
	return f
}

// medicalName is a name as Vancouver has it: "Dahl AB", "van der Berg C".
var medicalName = pattern.New(`^(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]i|[Ll]a|[Ll]e)\s){0,2}\p{Lu}[\p{Ll}'’-]+(?:[\s-]\p{Lu}\p{Ll}+)?\s\p{Lu}{1,3}$`)

// honorary is how the title of a book in honour of someone begins, or is: "FS
// Dahl", "Festschrift für Lena Dahl", "Dahl-Festschrift".
var honorary = pattern.New(`^(?:FS|GS|FG|Fs\.|Festschr\.|Festschrift|Gedächtnisschrift|Gedenkschrift|Festgabe|Liber [Aa]micorum)(?:\s(?:für|f\.|zum|zu|in))?\s\p{Lu}|^\p{Lu}\p{L}+-(?:Festschrift|FS|Festgabe|Gedächtnisschrift|GS)$`)

// bench is an American court as brackets behind a case name it.
var bench = pattern.New(`^(?:\d{1,2}(?:st|d|nd|rd|th)\sCir|[DF]ed\.\sCir|D\.C\.\sCir|[NSEWMC]\.D\.(?:\s\p{Lu}[\p{L}.]*)+|D\.\s\p{Lu}[\p{L}.]+|Bankr\..*|(?:\p{Lu}[\p{L}.]*\s)?(?:Ct|Super\. Ct|Sup\. Ct|Sup\. Jud\. Ct|App\. Div|Dist\. Ct|Crim\. App|Ct\. App|App|Ch|Crim)\b.*)$`)

// companyForms end the name of a company.
var companyForms = map[string]bool{"Inc": true, "Ltd": true, "LLC": true, "Corp": true, "GmbH": true, "plc": true, "AG": true} //nolint:gochecknoglobals // constant table

// camel says whether a word has capitals inside, as the abbreviations of German
// journals do, and no stop or hyphen before them.
func camel(w string) bool {
	w = strings.TrimSuffix(w, "-RR") // NStZ-RR
	prev, inner := rune(0), 0
	for i, r := range w {
		switch {
		case !unicode.IsLetter(r):
			return false
		case i > 0 && unicode.IsUpper(r):
			inner++
		}
		prev = r
	}
	return inner > 0 && len(w) <= 12 && !strings.HasPrefix(w, "Mc") && !strings.HasPrefix(w, "Mac") && (inner > 1 || unicode.IsUpper(prev) || len(w) <= 6)
}

// word counts one word, which is also given in small letters.
func (f *features) word(w, lower string) {
	mark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' }
	bare := strings.TrimFunc(w, mark)
	if bare == "" {
		return
	}
	lower = strings.TrimFunc(lower, mark)
	x := tables().words[lower]
	if w == "v." && f.count == 0 {
		x = particleWord // v. Mangoldt
	}
	if x == 0 && bodyEnd(bare) {
		x = bodyWord
	}
	if abstractNoun(lower) {
		x |= nounWord
	}
	if x == 0 && strings.ContainsAny(bare, "/-") { // Frankfurt/New
		head, _, _ := strings.Cut(strings.ReplaceAll(lower, "-", "/"), "/")
		x = tables().words[head] & (placeWord | givenName)
	}
	r, _ := utf8.DecodeRuneInString(bare)
	f.count++
	switch {
	case capital(r) && !wide(r):
		f.capital++
	case wide(r):
		f.capital++
		x |= wideClasses(bare)
	case unicode.IsLetter(r) && x&smallWord == 0 && x&particleWord == 0:
		f.lower++
	}
	if x&smallWord != 0 && unicode.IsLower(r) {
		f.small++
	}
	if strings.HasSuffix(w, ".") && len(bare) > 1 {
		f.dotted++
	}
	if f.count == 1 {
		f.the, f.indefinite, f.lowers = bare == "The", beginsIndefinite(bare), unicode.IsLower(r)
		f.first = x
		f.ordinal = digit(bare[0])
	}
	if f.joint && x&bodyWord != 0 {
		x &^= bodyWord // Law and Society, Church and State
	}
	f.joint = x&joinWord != 0
	f.listed = f.listed || f.joint && f.count >= 2 && f.count <= 4
	f.last = x
	f.class |= x &^ givenName
	f.given = f.given || x&givenName != 0 && unicode.IsUpper(r)
}

// beginsIndefinite says whether a word is an indefinite article at the start of a title: "A
// History", "Ein Lehrbuch".
func beginsIndefinite(w string) bool {
	switch w {
	case "A", "An", "Ein", "Eine", "Une", "Una":
		return true
	}
	return false
}

// bodyEnd says whether a German compound names a body: "Juristenverband".
func bodyEnd(w string) bool {
	for _, end := range []string{"ministerium", "verband", "verein", "bund", "kammer", "stiftung", "gewerkschaft"} {
		if len(w) > len(end)+2 && len(w) > 9 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// abstractNoun says whether a word in small letters ends as nouns do that name no
// thing and hardly a person: "Wirtschaft", "Verwaltung", "jurisdiction".
func abstractNoun(w string) bool {
	const shortest = 8 // Hartung is a name
	if len(w) < shortest {
		return false
	}
	for _, end := range []string{"schaft", "heit", "keit", "ung", "ungen", "ismus", "ität", "tion", "tionen", "theorie", "politik", "ism"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// wideClasses looks for words inside a text without spaces.
func wideClasses(s string) class {
	var x class
	for _, w := range []string{"出版社", "书店", "書店", "书局", "書局", "印书馆", "出版", "출판", "文庫", "新書", "书社", "學會", "大学出版"} {
		if strings.Contains(s, w) {
			x |= publisherWord
		}
	}
	for _, w := range []string{"学报", "学刊", "評論", "评论", "論集", "论丛", "杂志", "雑誌", "紀要", "연구", "논집", "학보", "学会誌"} {
		if strings.HasSuffix(s, w) {
			x |= journalWord
		}
	}
	for _, w := range []string{"日报", "日報", "新闻", "新聞", "신문", "일보", "晚报"} {
		if strings.HasSuffix(s, w) {
			x |= newsWord
		}
	}
	for _, w := range []string{"委员会", "委員会", "协会", "協会", "研究院", "研究所", "위원회", "협회", "연구원", "연구소"} {
		if strings.HasSuffix(s, w) {
			x |= bodyWord
		}
	}
	return x | tables().words[s]
}

// pairs looks up what two or three words name together: New York. The words are also
// given in small letters.
func (f *features) pairs(list, lower []string) {
	known := 0
	for i := 0; i < len(list); {
		n := placeOf(lower[i:min(len(list), i+3)])
		switch w := strings.Trim(lower[i], ".,;:()"); {
		case n > 0:
			known++
			f.class |= placeWord
		case i > 0 && known > 0 && (w == "u.a" || w == "u" || w == "a" || w == "and" || w == "und" || w == "et" || w == "y" || w == "e" || w == "&" || w == "etc" || len(w) <= 2 || w == "mass" || w == "conn" || w == "calif" || w == "nh" || w == "nj"):
			n = 1
		case strings.ContainsAny(list[i], "/-–") && f.slashPlaces(list[i]):
			known++
			n = 1
		default:
			return
		}
		i += n
	}
	f.place = known > 0
}

// placeOf is how many of a few words in small letters name a place: as many as can.
func placeOf(list []string) int {
	for k := len(list); k > 0; k-- {
		w := strings.Trim(list[0], ",;:()")
		if k > 1 {
			if !tables().places[strings.TrimLeft(list[0], ",;:()")] {
				continue
			}
			w = strings.Trim(strings.Join(list[:k], " "), ",;:()")
		}
		x := tables().words[w]
		if x == 0 {
			x = tables().words[strings.TrimSuffix(w, ".")]
		}
		if x&placeWord != 0 {
			return k
		}
	}
	return 0
}

// Place says whether a text is the name of a place that books come from.
func Place(s string) bool { return look(s).place }

// Publisher says whether a text is the name of a publisher and nothing else.
func Publisher(s string) bool {
	f := look(s)
	return f.class&publisherWord != 0 && f.count >= 2 && f.count <= 6 && f.lower == 0 && f.capital+strings.Count(s, " & ") == f.count-f.small && !strings.ContainsAny(s, "0123456789,:")
}

// slashPlaces says whether a word is places with strokes between them.
func (f *features) slashPlaces(w string) bool {
	for part := range strings.FieldsFuncSeq(strings.ToLower(w), func(r rune) bool { return r == '/' || r == '–' || r == '-' }) {
		switch strings.TrimRight(part, ".") {
		case "m", "main", "o", "br": // Frankfurt/M.
			continue
		}
		if tables().words[part]&placeWord == 0 {
			return false
		}
	}
	return true
}

// abbreviation says whether the full stop between a run of words and the rest
// belongs to the last word and ends nothing.
func abbreviation(run, rest string) bool {
	i := strings.LastIndexFunc(run, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '-' && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
	w := run[i+1:]
	if i >= 0 {
		_, size := utf8.DecodeRuneInString(run[i:])
		w = run[i+size:]
	}
	n := utf8.RuneCountInString(w)
	if n == 0 {
		return false
	}
	next := strings.TrimLeft(rest, " )")
	r, _ := utf8.DecodeRuneInString(next)
	switch {
	case n <= 2 && digit(w[0]) && occasion.MatchString(next):
		return true
	case next == "", strings.ContainsRune("“\"„«", r) && n > 1:
		return false
	case unicode.IsLower(r) && !announces(next):
		return true
	case n == 1 && !unicode.IsDigit(rune(w[0])) || isInitial(w) && n <= 2:
		return true
	case strings.Contains(abbreviations, "|"+strings.ToLower(w)+"|"):
		return true
	}
	if x := tables().words[strings.ToLower(strings.TrimRight(strings.SplitN(next, " ", 2)[0], ".,"))]; x&(genreWord|editionWord|ordinalWord) != 0 {
		return false // "Das Salz. Diss. jur."
	}
	if ofThesis.MatchString(next) {
		return false // "im Dorf. Phil. Diss. Münster"
	}
	// A chain of them: Harv. L. Rev.
	first, _ := utf8.DecodeRuneInString(w)
	end := strings.IndexAny(next, " ,;:)")
	if end < 0 {
		end = len(next)
	}
	return (n <= 5 || n <= 6 && end <= 3) && unicode.IsUpper(first) && !announces(next) && end > 1 && next[end-1] == '.' && end <= 7
}

// ofThesis is what a thesis is called, behind the stop of its title.
var ofThesis = pattern.New(`^(?:(?:Phil|[JI]ur|Theol|Med|Rer\. ?pol|Inaug)\.[\s-]?)?(?:Diss|Habil)\b`)

// occasion is what an ordinal counts inside a title: "zum 60. Geburtstag", "vom 17. bis
// zum 19. Jahrhundert".
var occasion = pattern.New(`^(?:(?:und|bis|zum|u\.)\s(?:zum\s)?\d{1,3}\.\s)?(?:Geburtstag|Jahrestag|Jahrhundert|Todestag|Jubiläum|Deutsche)`)

// announces says whether a text begins with a word for a number or a marker.
func announces(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 {
		return false
	}
	_, number := tables().numbers[s[:end]]
	_, marks := tables().roles[s[:end]]
	return number || marks
}

// abbreviations end with a full stop that ends no field.
const abbreviations = `|dr|prof|ctr|rsch|off|encyc|fin|prot|secs|chi|mass|ill|wash|tex|fla|mich|minn|wis|ariz|colo|tenn|okla|st|ste|mr|mrs|ms|hon|gen|col|capt|sr|jr|vs|v|univ|dept|inst|assn|co|inc|ltd|corp|intl|natl|gov|u|no|vol|vols|ed|eds|hg|hrsg|bd|nr|jg|h|aufl|art|ch|cap|pt|ser|fig|ca|cf|etc|al|am|a|d|rs|slg|ms|mss|bzw|insb|z|o|str|hl|n|f|ff|soc|stud|hist|phil|sci|rev|rep|proc|trans|ann|bull|int|eur|brit|amer|nat|pol|econ|psych|sociol|anthrop|geog|educ|jur|zs|zschr|jb|vjschr|schr|mitt|abh|beitr|gesch|wiss|rechtswiss|sozialwiss|ges|kl|abt|tl|lfg|ders|dies|rel|theol|mod|anc|mus|lit|lang|ling|comp|crim|const|adm|env|tech|med|publ|libr|suppl|spec|intern|internat|zeitschr|ztschr|psychol|psychoan|philol|allg|dtsch|österr|schweiz|kgl|preuß|bayer|monatsh|monatsschr|jahrb|centralbl|zentralbl|biblioth|psychoanalyt|naturwiss|staatswiss|sozialpol|rec|riv|trim|dir|proc|civ|giur|cost|pen|amm|cass|sent|foro|rass|trib|coll|pub|info|mgmt|servs|serv|admin|affs|assocs|bus|comm|cong|def|dev|div|envtl|exec|fed|found|govt|grp|indus|lab|org|sch|servs|subcomm|tech|techs|transp|util|u.s|u.k|e.g|i.e|d.h|z.b|u.a|`
