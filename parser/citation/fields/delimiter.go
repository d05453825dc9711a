package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/pattern"
)

// delimiter reads punctuation between pieces; its length in bytes, or 0.
func (c *cutter) delimiter(i int, r rune, size int) int {
	next, _ := utf8.DecodeRuneInString(c.Text[i+size:])
	switch r {
	case ',', '，', '、', '،':
		if c.start >= 0 && incorporated.MatchString(c.Text[i:]) {
			return 0
		}
		c.cutAt(i, ',')
		c.ended = c.ended || titleStop.MatchString(c.Text[max(0, i-len("...")):i])
	case ';', '；', '؛':
		c.cutAt(i, ';')
	case '：':
		c.cutAt(i, ':')
	case ':':
		if next != ' ' && next != '\u00a0' && next != utf8.RuneError && !wide(next) && (c.start >= 0 || !unicode.IsDigit(next)) {
			return 0
		}
		c.cutAt(i, ':')
	case '.', '。':
		if r == '.' && (next != ' ' && next != utf8.RuneError && next != ')' && !strings.ContainsRune("“\"«‘„(", next) || c.start >= 0 && (abbreviation(c.Text[c.start:i], c.Text[i+1:]) || c.inReporter(i))) {
			return 0
		}
		c.cutAt(i, '.')
	case '?', '!':
		c.cutAt(i+size, '?')
	case '(', '（':
		if m := pluralMark.FindString(c.Text[i:]); m != "" && c.start >= 0 && c.Text[i-1] != ' ' {
			return len(m) // Pfanne(n)
		}
		if m := prefixMark.FindString(c.Text[i:]); m != "" && c.depth == 0 {
			if c.start < 0 {
				c.start = i
			}
			return strings.IndexByte(m, ')') + 1
		}
		if n := c.periodInBrackets(i); n > 0 {
			return n
		}
		if n := c.remark(i); n > 0 && c.depth == 0 && len(c.pieces) > 0 {
			c.flush(i)
			for len(c.atoms) > 0 && c.atoms[0].Start < i+n && c.atoms[0].kind != address {
				c.atoms = c.atoms[1:]
			}
			return n
		}
		c.flush(i)
		c.depth++
		c.opens = true
	case ')', '）':
		c.flush(i)
		if n := len(c.pieces); n > 0 && c.depth > 0 {
			c.pieces[n-1].closes = true
		}
		c.depth, c.opens = max(0, c.depth-1), false
	case '[':
		for _, in := range []string{"[in:]", "[in]", "[w:]", "[In:]"} {
			if strings.HasPrefix(c.Text[i:], in) {
				c.flush(i)
				c.add(piece{Span: Span{i + 1, i + len(in) - 1}, kind: markerPiece, marker: marker{role: inRole}})
				return len(in)
			}
		}
		if end := strings.IndexByte(c.Text[i:], ']'); end > 0 && end < 200 {
			c.flush(i)
			if n := len(c.pieces); n > 0 {
				c.pieces[n-1].coded = tables().codes[strings.ToLower(c.Text[i+1:i+end])]
			}
			for len(c.atoms) > 0 && c.atoms[0].Start < i+end && c.atoms[0].kind != address {
				c.atoms = c.atoms[1:] // [hereinafter *Salt Report*]
			}
			return end + 1
		}
		return 0
	case '/': // "Title // Journal", as Russian has it
		if strings.HasPrefix(c.Text[i:], "// ") && i > 0 && c.Text[i-1] == ' ' {
			c.flush(i)
			c.add(piece{Span: Span{i, i + 2}, kind: markerPiece, marker: marker{role: inRole}})
			return 2
		}
		return 0
	case '–', '—', '-':
		if i == 0 || c.Text[i-1] != ' ' || next != ' ' {
			return 0
		}
		c.cutAt(i, '-')
	default:
		return 0
	}
	return size
}

// titleStop is a mark that ends the title before a comma.
var titleStop = pattern.New(`(?:[?!…]|\.\.\.)$`)

// pluralMark is the plural of a word in brackets: "da(s)".
var pluralMark = pattern.New(`^\(\p{Ll}{1,3}\)`)

// prefixMark is the first part of a word in brackets: "(Non-) Emergence", "(Un)Equal".
var prefixMark = pattern.New(`^\(\p{L}{1,7}(?:-\)\s?|\))\p{L}`)

// periodInBrackets is the length of a bracket at offset i with the years that a
// title is on: "Salt in the Provinces (1945–1990), in: …, 2004"; or 0.
func (c *cutter) periodInBrackets(i int) int {
	d, n := dateAt(c.Text, i+1)
	if n == 0 || !strings.HasPrefix(c.Text[i+1+n:], ")") || !c.subjectYears(i, n+len("()"), d) {
		return 0
	}
	return n + len("()")
}

// parenthetical is a bracket that says of a work what American law says there, and
// nothing of its fields: "(statement of Ann Salter, judge)".
var parenthetical = pattern.New(`^\((?:statement|testimony|prepared statement|remarks|on file|emphasis|citations?|internal quotation|quotation|alterations?|footnotes?|quoting|citing|discussing|describing|arguing|noting|finding|holding|explaining|observing|stating|suggesting|concluding|reviewing|collecting|per curiam|plurality opinion|\p{L}+, (?:C\. ?)?J\., (?:dissenting|concurring))\b[^()]*\)`)

// remarked is a bracket behind the one with the year that begins in small letters or
// with a sum: "(ten percent)", "($820 in small claims)".
var remarked = pattern.New(`^\((?:\$|€|£)?(?:\d[\d,.]*(?:\s(?:percent|per cent|out of|of|%)|%)|(\p{Ll}+)\s\p{Ll}|\$)[^()]*\)`)

// remark is the length of a bracket at offset i that says something of the work, or
// 0.
func (c *cutter) remark(i int) int {
	text := c.Text[i:min(len(c.Text), i+400)]
	if n := len(parenthetical.FindString(text)); n > 0 {
		return n
	}
	n := len(c.pieces)
	if n == 0 || c.pieces[n-1].kind != date || !c.pieces[n-1].closes || c.gap != 0 {
		return 0
	}
	m := remarked.FindStringSubmatchIndex(text)
	if m == nil {
		return 0
	}
	if m[2] > 0 {
		word := text[m[2]:m[3]]
		_, marks := tables().roles[word]
		if _, counts := tables().numbers[word]; marks || counts || tables().words[word]&(genreWord|siteWord|editionWord|ordinalWord|seriesWord) != 0 || c.marked(i+1) {
			return 0
		}
	}
	return m[1]
}

// marked says whether a marker begins at offset i: "edited by", "last visited".
func (c *cutter) marked(i int) bool {
	_, n := c.markerAt(i)
	return n > 0
}

// reporter is the abbreviation of a journal, up to the page behind it.
var reporter = pattern.New(`^(?:(?:\p{Lu}[\p{L}.’'-]*|&|of|the|and|on|in|for|OF|AND)\s){1,9}?\d{1,5}(?:[,.\s–-]|$)`)

// inReporter says whether the full stop at offset i belongs to the abbreviation of a
// journal, for the volume stands before it and the page behind: "24 LOY. SALTER L.
// REV. 355"; or to a word in capitals before another one: "HARV. SALT SCI. REV.".
func (c *cutter) inReporter(i int) bool {
	const longest = 5 // letters of such a word
	if c.gap == 0 && c.reporting() {
		return true
	}
	word, rest := c.Text[c.start:i], strings.TrimLeft(c.Text[i+1:], " ")
	next := rest[:max(0, strings.IndexAny(rest, ",;(0123456789"))]
	return len(word) > 1 && len(word) <= longest && allCapitals(word) && len(c.pieces) > 0 && !c.pieces[len(c.pieces)-1].capitals && strings.Contains(next, ".") && allCapitals(next)
}

// reporting says whether the open run is the abbreviation of a journal or a gazette, for
// its volume stands before it and its page behind: "86 Fed. Reg. 7009".
func (c *cutter) reporting() bool {
	n := len(c.pieces)
	return c.start >= 0 && n > 0 && c.pieces[n-1].kind == number && c.pieces[n-1].counts == none && c.pieces[n-1].End+1 == c.start && reporter.MatchString(c.Text[c.start:min(len(c.Text), c.start+90)])
}

// incorporated is what follows the comma in the name of a company.
var incorporated = pattern.New(`^, (?:Inc|Ltd|LLC|L\.L\.C|Corp|GmbH|S\.A|plc|AG)\b`)

func (c *cutter) cutAt(i int, gap byte) {
	c.flush(i)
	if c.gap == 0 || c.gap == ' ' || gap == ':' || gap == ';' || c.gap == '?' && gap == ',' {
		c.gap = gap
	}
}

// flush ends the open run of words.
func (c *cutter) flush(end int) {
	if c.start < 0 {
		return
	}
	s := c.trim(Span{c.start, end})
	c.start = -1
	s = c.owner(s)
	if n := c.medical(s); n > 0 {
		c.add(piece{Span: Span{s.Start, s.Start + n}, kind: words})
		c.gap = '.'
		s = c.trim(Span{s.Start + n, s.End})
	}
	if n := c.initialsThenTitle(s); n > 0 {
		c.add(piece{Span: Span{s.Start, s.Start + n}, kind: words})
		c.gap = '.'
		s = c.trim(Span{s.Start + n, s.End})
	} else if n := InitialsBehind(c.Text[s.Start:s.End]); n > 0 {
		c.add(piece{Span: Span{s.Start, s.Start + n}, kind: words})
		c.gap = '.'
		s = c.trim(Span{s.Start + n, s.End})
	}
	if s.Start < s.End && strings.Trim(c.Text[s.Start:s.End], "–—-") == "" {
		return
	}
	if n := c.nameThenJournal(s, end); n > 0 {
		c.add(piece{Span: Span{s.Start, s.Start + n}, kind: words})
		c.gap = ','
		s = c.trim(Span{s.Start + n, s.End})
	}
	if s.Start < s.End {
		// "Imago XXV": the numeral behind a name counts its volumes.
		text := c.Text[s.Start:s.End]
		if at := strings.LastIndexByte(text, ' ') + 1; at > 0 && !strings.Contains(text, "§") && (romanNumber(strings.TrimSuffix(text[at:], ".")) || romanPart.MatchString(text[at:])) && !c.lone(text, at) && !ruler(text[:at]) && !branch(text[:at]) && tables().words[strings.ToLower(text)]&publisherWord == 0 && !civil(text, at) && !c.betweenDashes(Span{s.Start, end}) && end < len(c.Text) && !subtitleBehind.MatchString(c.Text[end:]) && (c.depth == 0 || !c.opens || c.Text[end] != ')') {
			c.add(piece{Span: Span{s.Start, s.Start + at - 1}, kind: words})
			s.Start += at
			text = text[at:]
		}
		if at := strings.LastIndexByte(text, ' '); at > 0 && partPage.MatchString(text[at+1:]) {
			c.add(piece{Span: Span{s.Start, s.Start + at}, kind: words})
			c.add(piece{Span: Span{s.Start + at + 1, s.End}, kind: number})
			return
		}
		if partPage.MatchString(text) {
			c.add(piece{Span: s, kind: number})
			return
		}
		if at := strings.LastIndexByte(text, ' '); at > 0 && Court(text) && (look(text[at+1:]).camel || look(text[at+1:]).class&journalWord != 0) {
			c.add(piece{Span: Span{s.Start, s.Start + at}, kind: words})
			c.gap = ','
			s.Start += at + 1
			text = text[at+1:]
		}
		if n := placeThenPublisher(text); n > 0 {
			c.add(piece{Span: Span{s.Start, s.Start + n}, kind: words})
			c.gap = ':'
			s.Start += n + 1
			text = text[n+1:]
		}
		p := piece{Span: s, kind: words}
		if (romanNumber(strings.TrimSuffix(text, ".")) || romanPart.MatchString(text)) && !c.initialBehind(s) && !loneLetter(text, c.Text[s.End:]) {
			p.kind, p.End = number, s.Start+len(strings.TrimSuffix(text, "."))
		}
		c.add(p)
	}
}

// ruler says whether words end with a given name, whose number a numeral behind it is:
// "Les asientos de Philippe II".
func ruler(run string) bool {
	list := strings.Fields(run)
	return len(list) > 2 && knownGiven(list[len(list)-1]) && tables().words[strings.ToLower(list[len(list)-2])]&smallWord != 0
}

// subtitleBehind is a subtitle, before which a numeral belongs to the title: "After
// the Flood III: Third Results".
var subtitleBehind = pattern.New(`^:\s\p{L}[\p{L}’'-]+\s\p{L}`)

// yearPage is a year and a page behind the abbreviation of a journal.
var yearPage = pattern.New(`^\s?(?:19|20)\d\d,\s(?:S\.\s)?\d`)

// nameThenJournal is the length of the surname at the start of a reference that the
// abbreviation of a journal follows with nothing between: "Salter ZRP 2019, 77".
// 0 if there is none.
func (c *cutter) nameThenJournal(s Span, end int) int {
	if len(c.pieces) > 0 || c.depth > 0 || !yearPage.MatchString(c.Text[end:min(len(c.Text), end+16)]) {
		return 0
	}
	name, abbr, ok := strings.Cut(c.Text[s.Start:s.End], " ")
	if !ok || strings.Contains(abbr, " ") {
		return 0
	}
	if f := look(abbr); !f.acronym && !f.camel || look(name).name != single && look(name).name != joined || look(name).acronym || look(name).class&(courtWord|bodyWord) != 0 {
		return 0
	}
	return len(name)
}

// owned is a possessive, and the work that it names the author of: "Hall's Lamps".
var owned = pattern.New(`^((?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}-]+)['’]s(?:\s\p{Lu}|$)`)

// oldLocator is how old prints cite: by volume and page, without a year.
var oldLocator = pattern.New(`[,.]["”]?\s(?:vols?\.\s|pp?\.\s|[ivxlc]+[,.]\s|[IVXLC]+[,.]\s|fols?\.\s|\d{1,3}[–-]\d)`)

// imprinted is the imprint of a book in brackets, or its editors.
var imprinted = pattern.New(`\((?:[^()]*[\s,])?(?:1[5-9]|20)\d\d\)|\s(?:eds?|trans|tr)\.?[\s)]`)

// owner adds the author whose possessive opens the run s, at the start of a
// reference without a year or behind "in"; it gives the rest of the run.
func (c *cutter) owner(s Span) Span {
	n := len(c.pieces)
	text := c.Text[s.Start:s.End]
	if n > 0 && c.pieces[n-1].marker.role != inRole {
		return s
	}
	m := owned.FindStringSubmatchIndex(text)
	if m == nil || dateIn(c.Text) && (n == 0 || c.depth == 0 && imprinted.MatchString(c.Text[s.End:])) || notOwner(text[m[2]:m[3]]) || !oldLocator.MatchString(c.Text[s.Start:]) {
		return s
	}
	if m[1] == len(text) && (len(c.atoms) == 0 || c.atoms[0].Start > s.End+len(" “")) {
		return s // nothing is owned
	}
	if look(text[m[3]:]).class&(bodyWord|publisherWord|referenceWord|courtWord) != 0 {
		return s // Queen's University
	}
	end := s.Start + m[3]
	c.add(piece{Span: Span{s.Start, end}, kind: words, named: true, owner: true})
	_, size := utf8.DecodeRuneInString(c.Text[end:])
	return c.trim(Span{min(end+size+1, s.End), s.End})
}

// ownerItalic is owner for a title in italics, the possessive among them.
func (c *cutter) ownerItalic(s Span) Span {
	if m := owned.FindString(c.Text[s.Start:s.End]); m == "" || strings.HasSuffix(m, "s") {
		return s
	}
	return c.owner(s)
}

// notOwner says whether a possessive is no author's: "Women's Rights".
func notOwner(name string) bool {
	switch strings.ToLower(name) {
	case "women", "men", "children", "people", "world", "king", "queen", "nation", "today", "state", "god", "workers", "author", "editor", "translator", "mother", "father", "master", "doctor", "lord":
		return true
	}
	return false
}

// dateIn says whether a year of publication stands in a text.
func dateIn(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if digit(s[i]) && (i == 0 || !digit(s[i-1])) {
			if y, n := integer(s[i:]); n == 4 && yearLike(y) {
				return true
			}
		}
	}
	return false
}

// civil says whether the last word of a run, which begins at offset at, abbreviates
// another one and is no numeral: "Riv. dir. proc. civ.", a journal.
func civil(run string, at int) bool {
	return strings.HasSuffix(run, ".") && run[at] >= 'a' && strings.HasSuffix(run[:at], ". ")
}

// betweenDashes says whether dashes stand before and behind a run, as around what a case
// is called: "BGH, GRUR 2020, 12 – Salzpfanne II – Rn. 5".
func (c *cutter) betweenDashes(run Span) bool {
	before, behind := strings.TrimRight(c.Text[:run.Start], " "), c.Text[run.End:]
	return (strings.HasSuffix(before, "-") || strings.HasSuffix(before, "–")) && (strings.HasPrefix(behind, "-") || strings.HasPrefix(behind, "–"))
}

// lone says whether the last word of a run, which begins at offset at, is a
// single letter that is rather an initial than a numeral: "Quist M", but "Acta
// Maris V".
func (c *cutter) lone(run string, at int) bool {
	if f := look(run[:at]); f.count == 1 && f.camel {
		return false // GVwR I
	}
	if k := len(c.pieces); k > 0 && c.pieces[k-1].marker.role == inRole && len(run)-at == len("V.") && strings.HasSuffix(run, ".") && !strings.Contains(run[:at-1], " ") {
		return true // in DENTZ V. (ed.)
	}
	if head := strings.TrimRight(run[:at], " "); len(strings.TrimSuffix(run[at:], ".")) == 1 && strings.HasSuffix(head, ".") && isInitial(lastWord(head)) {
		return true // Salter H. / Quist J. V.
	}
	if w := strings.TrimSuffix(run[at:], "."); len(w) > 1 || w == "V" || w == "X" {
		return len(w) == 1 && len(c.pieces) == 0 && !strings.Contains(run[:at-1], " ")
	}
	return true
}

// initialBehind says whether a numeral of one letter is the initial of the
// family name before it: "Quist, M., Pfannen".
func (c *cutter) initialBehind(s Span) bool {
	n := len(c.pieces)
	if c.opens && n > 0 && c.pieces[n-1].name == single && s.End-s.Start <= len("V.") && strings.HasPrefix(strings.TrimPrefix(c.Text[s.Start+1:], "."), ")") && strings.HasPrefix(c.Text[s.Start+1:], ".") {
		return true // Quistari (V.), Pfannen
	}
	return len(strings.TrimSuffix(c.Text[s.Start:s.End], ".")) == 1 && unicode.IsUpper(rune(c.Text[s.Start])) && s.End < len(c.Text) && (c.Text[s.End] == '.' || c.Text[s.End-1] == '.') && n > 0 && n <= 14 && c.gap == ',' &&
		c.pieces[n-1].kind == words && c.pieces[n-1].count <= 3 && (c.pieces[n-1].name == single || c.pieces[n-1].name == person || c.pieces[n-1].name == joined)
}

var (
	// medicalThenTitle is a name as Vancouver has it, and the title behind its stop.
	medicalThenTitle = pattern.New(`^\p{Lu}[\p{L}'’-]+(?:[\s-]\p{Lu}\p{Ll}+)?\s\p{Lu}{1,3}\.\s\p{Lu}`)
	// medicalEnd is the year, the volume and the pages of such a reference, or its year.
	medicalEnd = pattern.New(`[.\s](?:19|20)\d\d(?:\s\p{L}{3}(?:\s\d+)?)?;\s?\d+|;\s?(?:19|20)\d\d\.`)
)

// medical is the length of the last name of such a reference at the start of a
// run that goes on with the title: "Doe C. The salt of the earth"; or 0.
func (c *cutter) medical(s Span) int {
	text := c.Text[s.Start:s.End]
	if strings.HasPrefix(text, "et al. ") && medicalEnd.MatchString(c.Text) {
		return len("et al")
	}
	if m := medicalThenTitle.FindString(text); m != "" && medicalEnd.MatchString(c.Text) {
		return strings.IndexByte(m, '.')
	}
	return 0
}

// leadingInitials are initials at the start of a run, and the title behind them.
var leadingInitials = pattern.New(`^(?:\p{Lu}\.\s?){1,4}(?:\p{Lu}\.)?\s(?:\p{Lu}\p{L}+|["“])`)

// initialsThenTitle is the length of the initials at the start of a run that a
// title follows, as in Brazil: "BAKTIN, M. The Problem of the Text". 0 if there are none.
func (c *cutter) initialsThenTitle(s Span) int {
	n := len(c.pieces)
	if n == 0 || c.gap != ',' || c.pieces[n-1].kind != words || c.pieces[n-1].name != single {
		return 0
	}
	run := c.Text[s.Start:s.End]
	m := leadingInitials.FindString(run)
	if m == "" || len(strings.Fields(run)) < strings.Count(m, ".")+2 {
		return 0
	}
	return strings.LastIndexByte(m, '.') + 1
}

// houseWords belong to the name of a publisher whose first word is a place.
const houseWords = "|editora|editorial|editrice|éditions|university|universitätsverlag|press|publishers|publishing|books|editions|presses|company|inc|verlag|publications|"

// placeThenPublisher is the length of the place at the start of a run that the
// name of a publisher follows with nothing between: "New York Macmillan". 0 if
// there is none.
func placeThenPublisher(run string) int {
	list := strings.Fields(run)
	for k := min(2, len(list)-1); k > 0; k-- {
		head := strings.Join(list[:k], " ")
		if tables().words[strings.ToLower(head)]&placeWord == 0 || len(list) > k+3 {
			continue
		}
		first := strings.ToLower(list[k])
		if x := tables().words[first]; x&publisherWord != 0 && x&(placeWord|bodyWord|smallWord) == 0 && !strings.Contains(houseWords, "|"+first+"|") {
			return len(head)
		}
		return 0
	}
	return 0
}

// partPage is a page of a part of law reports: "ECR I-6351".
var partPage = pattern.New(`^[IVX]{1,3}[-–]\d{1,5}$`)

// loneLetter says whether a run is a letter that abbreviates a name: "D. 2019, p.
// 1234", the Recueil Dalloz.
func loneLetter(run, behind string) bool {
	return len(strings.TrimSuffix(run, ".")) == 1 && strings.IndexByte("CDLM", run[0]) >= 0 && (strings.HasSuffix(run, ".") || strings.HasPrefix(behind, "."))
}

// branch says whether a run ends with what tells towns of one name apart: the
// "a." of "Frankfurt a. M.".
func branch(run string) bool {
	for _, s := range []string{" a. ", " i. ", " b. ", " d. "} {
		if strings.HasSuffix(run, s) {
			return true
		}
	}
	return false
}

// InitialsBehind is the length of a Russian name at the start of a run of words,
// family name first, that nothing parts from the title: "Иванов А. П. Приливы".
// It is 0 if there is none.
func InitialsBehind(run string) int {
	r, _ := utf8.DecodeRuneInString(run)
	if !unicode.Is(unicode.Cyrillic, r) {
		return 0
	}
	n := 0
	for k := 0; ; k++ {
		end := strings.IndexByte(run[n:], ' ')
		if end < 0 && k < 2 {
			return 0
		}
		if end < 0 {
			return n - 1 // a title of one word
		}
		w := run[n : n+end]
		if initial := strings.HasSuffix(w, ".") && isInitial(w); initial != (k > 0) {
			if k < 2 {
				return 0
			}
			return n - 1
		}
		n += end + 1
	}
}

func (c *cutter) add(p piece) {
	p.gap, p.opens, p.inside, p.ended = c.gap, c.opens, c.depth > 0, c.ended
	if p.gap == 0 {
		p.gap = ' '
	}
	if len(c.pieces) == 0 {
		p.gap = 0
	}
	c.gap, c.opens, c.ended = 0, false, false
	p.equals = strings.HasSuffix(strings.TrimRight(c.Text[:p.Start], " "), "=") || strings.HasPrefix(c.Text[p.Start:], "=")
	if p.kind == words || p.kind == quoted || p.kind == italic {
		p.features = look(c.Text[p.Start:p.End])
	}
	if p.kind == number {
		_, digits := bareNumber(c.Text[p.Start:p.End])
		p.span = strings.ContainsAny(c.Text[p.Start:p.End], "-–—‑~～") || upToWord.MatchString(digits)
		p.roman = romanNumber(c.Text[p.Start:p.End])
		p.openEnded = openEnd.MatchString(c.Text[p.Start:p.End])
		p.pageSign = strings.HasPrefix(c.Text[p.Start:p.End], "S. ")
		p.here = here.MatchString(c.Text[max(0, p.Start-len("en particulier ")):p.Start])
		p.issueSign = strings.HasPrefix(c.Text[p.Start:p.End], "n. ")
		p.ofYear = issueOfYear.MatchString(c.Text[p.Start:p.End])
		p.value, _ = integer(c.Text[p.Start:p.End])
	}
	c.pieces = append(c.pieces, p)
}

// here is what stands before the page pointed at, behind those of the work.
var here = pattern.New(`(?:hier|insb\.|insbes\.|insbesondere|bes\.|besonders|here|esp\.|especially|in particular|spéc\.|notamment|en particulier|en especial|in particolare)(?:\s|:\s)$|\d\s\($`)

// trim takes marks and white space off the ends of a stretch.
func (c *cutter) trim(s Span) Span {
	const marks = " \u00a0\t\n“”„‟«»‹›\"‘「」『』《》〈〉_*,;:[]"
	return trimmed(c.Text, s, marks+".’'", marks+"‘'")
}

// trimmed is a stretch of text without the characters of left and right at its ends.
func trimmed(text string, s Span, left, right string) Span {
	t := text[s.Start:s.End]
	start := s.Start + len(t) - len(strings.TrimLeft(t, left))
	end := s.End - len(t) + len(strings.TrimRight(t, right))
	return Span{min(start, end), end}
}
