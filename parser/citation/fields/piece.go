package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

// maxPieces bounds the work for one reference; what comes behind is not read.
const maxPieces = 48

// Span is a stretch of a reference's text, in bytes.
type Span struct{ Start, End int }

// Source is a full reference and what is known of its parts.
type Source struct {
	// Text is the reference without its signal.
	Text string
	// Quotes stand between quotation marks, without them; Italics are
	// italic; Addresses are URLs and DOIs that are written out. All are in order.
	Quotes, Italics, Addresses []Span
	// Authors are names in italics, where these mark authors and not titles.
	Authors []Span
	// Linked says that an address belongs to the reference, written out or not.
	Linked bool
	// SameAuthor says that a word such as idem stands for the author.
	SameAuthor bool
	// FamilyFirst says that names begin with the family name.
	FamilyFirst bool
	// Turned says that the article's references begin with a family name, a comma, the
	// given names and a colon: "Ellingsworth, Mara: ".
	Turned bool
}

// kind is what a piece is to the eye.
type kind uint8

const (
	words kind = iota
	quoted
	italic
	number
	date
	address
	markerPiece
	identifier // ISBN, ISSN, arXiv, PMID, DOI
)

// piece is a part of a reference that belongs to one field as a whole.
type piece struct {
	Span
	kind kind
	// gap is what parts it from the piece before: one of " ,;:.?-", or 0.
	gap byte
	// opens and closes say that a round bracket opens right before it, or
	// closes right behind it; inside that it stands in one.
	opens, closes, inside bool
	// ended says that the words before it end with more than a comma: "Salt?, Brine".
	ended bool
	// book says that a quoted piece has marks for books: 『』 or 《》.
	book bool
	// stopInside says that a full stop stands before the mark that closes it.
	stopInside bool
	marker     marker
	// opens names the type of a reference that begins with this piece: "Interview
	// with" opens one to an interview; toward says that names in it are those whom
	// it is written to.
	opener string
	// sort says that it is what a law review calls a work: "Note", "Book Review".
	sort   bool
	bare   bool   // the reference is names and a year: "Dahl and Wolski 1998, 12"
	coded  string // the type that stands in square brackets behind it
	toward bool
	act    bool // the title of a law or a treaty
	equals bool // a sign of equality before it marks a series
	owner  bool // a possessive, which the work of its author follows
	named  bool // a name that italics mark as the author
	ahead  bool // the volume before the author: "1 MANUEL CASTEL, THE RISE"
	title  bool // the number of a title of a code: "40 U.S.C. §"
	// counts is what the word of a number says that it counts, or none.
	counts    label
	issued    *article.Date
	openEnded bool // a number with what says that more follow: "12 ff."
	pageSign  bool // "S.", behind which German has the first page of a chapter
	ofYear    bool // an issue and its year: "1/2017"
	here      bool // "hier" or brackets say that it is pointed at: "S. 4, hier S. 6"
	issueSign bool // "n.", which in Romance languages counts issues
	value     int  // of an Arabic number
	features
}

// cutter cuts a reference into pieces.
type cutter struct {
	Source
	atoms  []atom
	pieces []piece
	start  int // of the open run of words, or -1
	gap    byte
	opens  bool
	ended  bool
	depth  int
	next   int // where a second work begins, or 0
}

type atom struct {
	Span
	kind kind
}

// cut also says where a second work by the same author begins, or 0.
func cut(s Source) ([]piece, int) {
	c := &cutter{Source: s, start: -1, atoms: atoms(s), pieces: make([]piece, 0, 16)}
	c.run()
	return c.pieces, c.next
}

// atoms are the quotations, italics and addresses in order, none inside another.
func atoms(s Source) []atom {
	var out []atom
	q, it, ad := s.Quotes, s.Italics, s.Addresses
	end := 0
	for len(q)+len(it)+len(ad) > 0 {
		next, from := atom{Span: Span{len(s.Text) + 1, 0}}, &q
		if len(ad) > 0 {
			next, from = atom{ad[0], address}, &ad
		}
		if len(q) > 0 && q[0].Start <= next.Start {
			next, from = atom{q[0], quoted}, &q
		}
		if len(it) > 0 && it[0].Start < next.Start {
			next, from = atom{it[0], italic}, &it
		}
		*from = (*from)[1:]
		if next.kind == address && len(it) > 0 && it[0].Start <= next.Start && next.End <= it[0].End && !strings.Contains(s.Text[next.Start:next.End], "/") {
			continue // www.example.org in italics: the name of a site
		}
		if next.Start < end || next.End > len(s.Text) || next.kind == italic && !italicTitle(s.Text, next.Span) {
			continue
		}
		end = next.End
		out = append(out, next)
	}
	return out
}

// italicTitle tells an italic title from words that are italic for themselves,
// and from a note that is italic as a whole.
func italicTitle(text string, s Span) bool {
	t := strings.Trim(text[s.Start:s.End], " .,;:()")
	if len(t) < 3 || strings.Trim(t, "0123456789-– ") == "" || len(t)*5 > len(text)*4 && strings.ContainsAny(t, "0123456789") && strings.ContainsAny(t, ",.:(") {
		return false
	}
	_, marks := tables().roles[strings.ToLower(strings.TrimSuffix(t, "."))]
	return !marks && strings.ToLower(t) != "et al"
}

// authors adds a list of authors that a full stop ends, as one piece, and gives
// its length.
func (c *cutter) authors() int {
	n := AuthorList(c.Text)
	if n == 0 || c.SameAuthor || actAt(c.Text) > 0 || len(c.atoms) > 0 && c.atoms[0].Start < n {
		return 0
	}
	c.add(piece{Span: Span{0, n - 1}, kind: words, named: true})
	c.gap = '.'
	return n
}

// run goes through the text once.
func (c *cutter) run() {
	prev := ' '
	for i := c.authors(); i < len(c.Text) && len(c.pieces) < maxPieces; {
		if len(c.atoms) > 0 && c.atoms[0].Start <= i {
			i = c.atom(i)
			prev = ' '
			continue
		}
		r, size := utf8.DecodeRuneInString(c.Text[i:])
		if !unicode.IsLetter(prev) && !unicode.IsDigit(prev) && (c.start < 0 || !strings.ContainsRune("-–/'’", prev)) || wide(r) && !wide(prev) {
			n, stop := c.token(i, r)
			if stop {
				return
			}
			if n > 0 {
				i += n
				prev = ' '
				continue
			}
		}
		if n := c.delimiter(i, r, size); n > 0 {
			i += n
			prev = ' '
			continue
		}
		if c.start < 0 && !unicode.IsSpace(r) {
			c.start = i
		}
		prev = r
		i += size
	}
	c.flush(len(c.Text))
}

func wide(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

// atom adds the quotation, italics or address that starts at i.
func (c *cutter) atom(i int) int {
	a := c.atoms[0]
	c.atoms = c.atoms[1:]
	if a.kind == quoted && c.spoken(a.Span) {
		return max(a.End, i)
	}
	c.flush(i)
	s := c.trim(a.Span)
	if a.kind == quoted {
		s = trimmed(c.Text, a.Span, " \u00a0,.;:", " \u00a0,.;:")
	}
	if t := c.Text[s.Start:s.End]; strings.HasSuffix(t, ", in") {
		s.End -= len(", in")
		c.add(piece{Span: s, kind: a.kind})
		s.Start, s.End = s.End, s.End+len(", in")
		c.gap = ','
		c.add(piece{Span: Span{s.End - len("in"), s.End}, kind: markerPiece, marker: marker{role: inRole}})
		return max(a.End, i)
	}
	if a.kind == italic {
		s = c.ownerItalic(s)
		if m := volumeInItalics.FindStringSubmatchIndex(c.Text[s.Start:s.End]); m != nil && issueBehindItalics.MatchString(c.Text[a.End:min(len(c.Text), a.End+24)]) {
			c.add(piece{Span: Span{s.Start, s.Start + m[3]}, kind: italic})
			c.add(piece{Span: Span{s.Start + m[4], s.End}, kind: number, counts: volume})
			return max(a.End, i)
		}
	}
	if s.Start < s.End {
		before, _ := utf8.DecodeLastRuneInString(c.Text[:a.Start])
		c.add(piece{Span: s, kind: a.kind, book: before == '『' || before == '《'})
	}
	if a.End > 0 && a.End <= len(c.Text) {
		last := c.Text[a.End-1]
		if last == '.' && a.kind == quoted && endsInLetters.MatchString(c.Text[a.Start:a.End]) && wordBehind.MatchString(c.Text[a.End:]) {
			last = 0 // ‘The Salters of A.I.’ Leave the Pan
		}
		switch last { // a comma that American style puts inside
		case ',', '.', '?', '!', ':', ';':
			if n := len(c.pieces); n > 0 && last == '.' {
				c.pieces[n-1].stopInside = true
			}
			c.gap = last
			if c.gap == '!' {
				c.gap = '?'
			}
		}
	}
	i = max(a.End, i)
	if r, size := utf8.DecodeRuneInString(c.Text[i:]); a.kind == quoted && strings.ContainsRune("”“\"’‘'»«」』》〉", r) {
		i += size // the mark that closes it
	}
	return i
}

// endsInLetters is an abbreviation of single letters at the end of a quotation, whose
// full stop is its own, and wordBehind what follows the mark that closes it where the
// title goes on.
var (
	endsInLetters = pattern.New(`\s(?:\p{Lu}\.){2,}$`)
	wordBehind    = pattern.New(`^[”“"’'»]\s\p{L}{2}`)
)

// volumeInItalics is a journal and its volume, where italics hold both, and
// issueBehindItalics the issue or the pages behind them: "*Salt Review 9*(1): 95–160".
var (
	volumeInItalics    = pattern.New(`^(.*\p{L})\s(\d{1,4})$`)
	issueBehindItalics = pattern.New(`^\s?\(\d{1,3}(?:[/–-]\d{1,3})?\)[:,]\s?(?:pp?\.\s)?\d|^[:,]\s?\d+[–‑-]\d`)
)

// series2d is an American law report that began its volumes anew: "F.2d", "Cal. App. 5th".
var series2d = pattern.New(`^(?:\p{Lu}\p{L}{0,4}\.\s?){1,4}(?:2d|3d|4th|5th|6th|7th|8th)\b`)

// circuit is an American court of appeals by its number: "(2d Cir. 1962)".
var circuit = pattern.New(`^\d{1,2}(?:st|d|nd|rd|th)\sCir\b`)

// supplementTo is a supplement by its number, which names what it supplements.
var supplementTo = pattern.New(`^Beih(?:eft|\.)\s[\dIVX]+\szu[rm]?\s`)

// marginal is a marginal number, as Swiss law has it behind the year: "N 144".
var marginal = pattern.New(`^N\s\d+(?:\s?ff?\.?)?`)

// commentOn is how the title of a comment on a decision or a work begins.
var commentOn = pattern.New(`^(?:Urteilsanmerkung|Anmerkung(?:en)?|Besprechung|Kommentar|Kritik|Comments?|Notes?|Remarks)\s(?:zu[mr]?|von|der|des|on|to)(?:\s|$)`)

// spoken says whether a quotation is a word or two of the title around it: "The
// Limits of “Lean” Production".
func (c *cutter) spoken(s Span) bool {
	if c.start < 0 {
		return false
	}
	before := strings.Fields(strings.TrimRight(c.Text[c.start:s.Start], " “\"„«»‘'‚"))
	if k := len(before); k > 0 && k <= 3 && len(c.pieces) > 1 && (c.gap == '-' || c.gap == ':') && c.pieces[len(c.pieces)-1].kind == words && look(strings.Join(before, " ")).capital == 0 {
		return true // Recht – eine „Revolution auf dem Papier“?
	}
	if len(c.pieces) > 0 && c.gap == ',' && commentOn.MatchString(strings.Join(before, " ")) {
		return true // Anmerkung zum Urteil „Pfannen v. Salz and Others“
	}
	if c.quotesInTitle(s, before) || c.quotesInSentence(s, before) {
		return true
	}
	if s.Start-c.start < 8 {
		return false
	}
	long := strings.Count(c.Text[s.Start:s.End], " ") > 1
	if k := len(before); k > 1 && tables().words[before[k-1]]&smallWord != 0 && before[k-1] != "in" && len(c.pieces) > 0 && c.gap != ' ' && (!long || c.quotesTerm(s, before)) {
		return true // Exploring the “Legal” in Law
	}
	if long {
		return false
	}
	if before := strings.Fields(c.Text[c.start:s.Start]); len(before) > 1 && tables().words[before[len(before)-2]]&joinWord != 0 && tables().words[strings.ToLower(before[0])]&givenName == 0 {
		return true // Kriegsneurosen und »Trauma«
	}
	if f := look(c.Text[c.start:s.Start]); len(c.pieces) > 0 && f.name == noName && f.count >= 3 && f.small+f.lower > 0 && f.capital > 0 && f.class&smallWord != f.first {
		first, _ := utf8.DecodeRuneInString(c.Text[c.start:])
		return unicode.IsUpper(first) // Anmerkung zum Urteil „Pfannen v. Salz“
	}
	_, size := utf8.DecodeRuneInString(c.Text[s.End:])
	rest, ok := strings.CutPrefix(c.Text[min(s.End+size, len(c.Text)):], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsLetter(r) && !strings.HasPrefix(rest, "in ")
}

// quotesTerm says whether a quotation of several words ends a title, the words of which
// are before: "Überlegungen zu einem „Recht des Salzers“, GRUR 2015, 7".
func (c *cutter) quotesTerm(s Span, before []string) bool {
	first, _ := utf8.DecodeRuneInString(before[0])
	term, _ := utf8.DecodeRuneInString(c.Text[s.Start:])
	return len(before) > 2 && unicode.IsUpper(first) && unicode.IsUpper(term) && !strings.HasSuffix(c.Text[s.Start:s.End], ",")
}

// quotesInSentence says whether a quotation stands in a title that is a sentence,
// and that goes on behind it: "How ‘Salt the Roads’ Failed". before are the words of
// the title.
func (c *cutter) quotesInSentence(s Span, before []string) bool {
	if len(before) == 0 || look(strings.Join(before, " ")).class&clauseWord == 0 && (len(before) > 1 || !definite(before[0])) {
		return false
	}
	_, size := utf8.DecodeRuneInString(c.Text[s.End:])
	rest, ok := strings.CutPrefix(c.Text[min(s.End+size, len(c.Text)):], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && (unicode.IsLetter(r) || strings.HasPrefix(rest, "– "))
}

// definite says whether a word is an article at the start of a title: "The ‘Salt’
// Manuscript".
func definite(w string) bool {
	switch w {
	case "The", "Der", "Die", "Das", "Le", "La", "Les", "El", "Il", "O", "A":
		return true
	}
	return false
}

// quotesInTitle says whether a quotation ends a title of other words, for the
// imprint comes right behind it: "Bericht zum Vorhaben „Wege in die Arbeit“, Berlin
// 2019". before are the words of the title.
func (c *cutter) quotesInTitle(s Span, before []string) bool {
	if len(c.pieces) == 0 || c.gap != ',' && c.gap != ':' && c.gap != '.' || len(before) < 2 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(before[0])
	f := look(strings.Join(before, " "))
	if !unicode.IsUpper(first) || f.small+f.lower == 0 || f.name == body || f.given || f.class&(genreWord|newsWord|editionWord) != 0 {
		return false
	}
	mark, size := utf8.DecodeRuneInString(c.Text[s.End:])
	if strings.ContainsRune(",.", mark) || s.End > 0 && strings.IndexByte(",.", c.Text[s.End-1]) >= 0 {
		return false // the comma inside the marks ends the title of an article
	}
	behind := strings.TrimLeft(c.Text[min(s.End+size, len(c.Text)):], " ,.(")
	if counts, _ := countedAt(behind, 0); counts == page {
		return true
	}
	if len(behind) > 3 && digit(behind[0]) {
		_, n := dateAt(behind, 0)
		return n == len("2019")
	}
	run := behind
	if end := strings.IndexAny(run, ",:;()0123456789"); end >= 0 {
		run = run[:end]
	}
	return run != "" && look(run).place
}

// ahead adds what stands before a field and is found at its start only: the language
// that a work was translated from, a word for a reprint or an entry, an exhibition, a
// marginal number. Its length, or 0.
func (c *cutter) ahead(i int) int {
	text := c.Text[i:min(len(c.Text), i+80)]
	n, p := 0, piece{kind: number, counts: rest}
	if n = len(translatedFrom.FindString(text)); n > 0 {
		p = piece{kind: markerPiece, marker: marker{role: translatorRole, pre: true}}
	} else if m := reprinted.FindString(text); m != "" && c.opens {
		n = strings.LastIndexByte(m, ' ')
	} else if m = exhibition.FindString(c.Text[i:]); m != "" && c.opens {
		n = len(m)
	} else if n = len(entryWord.FindString(text)); n == 0 && len(c.pieces) > 0 && c.pieces[len(c.pieces)-1].kind == date {
		n, p.counts = len(marginal.FindString(text)), locator
	}
	if n > 0 {
		p.Span = Span{i, i + n}
		c.add(p)
	}
	return n
}

// token reads what begins a word: a marker, a date, a number. n is its length
// in bytes, or 0; stop says that what follows is of another work.
func (c *cutter) token(i int, r rune) (n int, stop bool) {
	if n := c.provision(i, r); n > 0 {
		return n, false
	}
	if c.start >= 0 && unicode.IsDigit(r) {
		if m := compound.FindString(c.Text[i:min(len(c.Text), i+24)]); m != "" {
			return len(m), false
		}
	}
	if n := identifierAt(c.Text, i); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: identifier})
		return n, false
	}
	if c.start < 0 && len(c.pieces) > 0 && c.pieces[len(c.pieces)-1].kind == number {
		if n := len(series2d.FindString(c.Text[i:min(len(c.Text), i+32)])); n > 0 {
			c.add(piece{Span: Span{i, i + n}, kind: words})
			p := &c.pieces[len(c.pieces)-1]
			p.first |= reporterWord
			p.dotted = 2
			return n, false
		}
	}
	if n := len(circuit.FindString(c.Text[i:min(len(c.Text), i+12)])); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: words})
		c.pieces[len(c.pieces)-1].first |= courtWord
		return n, false
	}
	if n := docketAt(c.Text[i:]); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: number, counts: rest})
		return n, false
	}
	if n := c.firstPublished(i); n > 0 {
		return n, false
	}
	if c.start < 0 {
		if n := c.ahead(i); n > 0 {
			return n, false
		}
	}
	if n := c.opening(i); n > 0 {
		return n, false
	}
	switch {
	case unicode.IsLetter(r) && (i == 0 || c.Text[i-1] != '.'):
		if n := figureLen(c.Text[i:]); r == 'e' && n > 4 && c.start < 0 && c.gap == ':' {
			c.add(piece{Span: Span{i, i + n}, kind: number})
			return n, false
		}
		if d, n := undated(c.Text[i:]); n > 0 && c.start < 0 && (strings.HasPrefix(d.Literal, "in ") || strings.HasPrefix(d.Literal, "im ")) {
			c.add(piece{Span: Span{i, i + n}, kind: date, issued: d})
			return n, false
		}
		if m := onSite.FindString(c.Text[i:min(len(c.Text), i+80)]); m != "" && c.start < 0 && c.gap == 0 && len(c.pieces) > 0 && c.pieces[len(c.pieces)-1].kind == quoted {
			c.add(piece{Span: Span{i, i + len("on")}, kind: markerPiece, marker: marker{role: inRole}})
			return len("on"), false
		}
		if m, n := c.markerAt(i); n > 0 {
			if m.role == nestedRole {
				c.flush(i)
				return 0, true
			}
			c.flush(i)
			c.add(piece{Span: Span{i, i + n}, kind: markerPiece, marker: m})
			return n, false
		}
		if c.start < 0 && c.goesOn(i) {
			c.next = i
			return 0, true
		}
		if c.start >= 0 && strings.HasPrefix(c.Text[i:], "Janeiro") && strings.HasSuffix(c.Text[c.start:i], "Rio de ") {
			return len("Janeiro"), false // a city, and no month
		}
		_, dated := dateAt(c.Text, i)
		if counts, n := countedAt(c.Text, i); n > 0 && (counts != locator || !c.reporting()) && (dated == 0 || !strings.HasPrefix(c.Text[i:], "v. ")) && !c.partOfTitle(i+n) && !supplementTo.MatchString(c.Text[i:min(len(c.Text), i+24)]) {
			c.flush(i)
			c.add(piece{Span: Span{i, i + n}, kind: number, counts: counts})
			return n + c.lawBehind(i, n), false
		}
		if c.subjectMonths(i, dated) {
			return dated, false
		}
		if d, n := dateAt(c.Text, i); n > 0 && (len(d.Parts) > 0 && (len(d.Parts[0]) > 1 || d.Season > 0) || d.Literal != "" && (c.start < 0 || strings.Contains(d.Literal, " ") && look(c.Text[c.start:i]).place)) {
			c.flush(i)
			c.add(piece{Span: Span{i, i + n}, kind: date, issued: d})
			return n, false
		}
	case r == '#' && i+1 < len(c.Text) && digit(c.Text[i+1]):
		n := 1 + figureLen(c.Text[i+1:])
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: number, counts: issue})
		return n, false
	case unicode.IsDigit(r) || r == '第' || r == '§' || r == '¶' || r == '№' || r == '[':
		return c.figure(i, r), false
	}
	return 0, false
}

// onSite is what stands between the title of a post and its site: "on Salt Law Blog
// (14 May 2016)" (Australian Guide to Legal Citation, 3rd ed., rule 6.16.7).
var onSite = pattern.New(`^on\s\p{Lu}[^“”‘’();:]{2,60}\s\((?:\p{L}|\d)`)

// compound is a word of a title that begins with a number: "a 12-month study",
// "1,25-dihydroxycholecalciferol".
var compound = pattern.New(`^\d{1,3}(?:,\d{1,3})*-\p{Ll}{4,}`)

// provisionOf is a provision and the law that it belongs to: "Art. 3 Abs. 1 GG".
var provisionOf = pattern.New(`^(?:§§?|Art\.|Artt\.|Artikel|Articles?|Art|Section)\s?\d+[a-z]?(?:\s?(?:Abs\.|Absatz|S\.|Satz|Nr\.|lit\.|Alt\.|UAbs\.|und|and|bis|ff?\.|,|–|-|/)?\s?\d+[a-z]?|\s?\(\d+\)|\sff?\.)*\s(?:of\sthe\s|of\s|des\s|der\s)?\p{Lu}[\p{L}-]+(?:\s[IVX]{1,4}\b)?`)

// provision is the length of a provision of a law inside a title, which parts
// nothing: "Die Auslegung des Art. 3 Abs. 1 GG"; or 0.
func (c *cutter) provision(i int, r rune) int {
	if c.start < 0 || r != '§' && r != 'A' && r != 'S' || !strings.Contains(strings.TrimRight(c.Text[c.start:i], " "), " ") {
		return 0
	}
	return len(provisionOf.FindString(c.Text[i:min(len(c.Text), i+80)]))
}

// lawBehind adds the law whose provision the n bytes at i are, as commentaries are cited:
// "§ 4 UrhG", "N. 7 zu Art. 116 IPRG"; its length, or 0. It has no field.
func (c *cutter) lawBehind(i, n int) int {
	m := lawOfProvision
	if c.Text[i] == 'N' || c.Text[i] == 'R' {
		m = provisionNoted
	} else if !strings.HasPrefix(c.Text[i:], "§") && c.Text[i] != 'A' {
		return 0
	}
	law := m.FindString(c.Text[i+n : min(len(c.Text), i+n+60)])
	if law == "" {
		return 0
	}
	c.add(piece{Span: Span{i + n + 1, i + n + len(law)}, kind: number, counts: rest})
	return len(law)
}

var (
	// lawOfProvision is the abbreviation of a law behind the number of a provision, and
	// the parts of this.
	lawOfProvision = pattern.New(`^(?:\s(?:Abs\.|S\.|Satz|Nr\.|lit\.|Ziff\.|Var\.|Alt\.)\s?\d*[a-z]?)*\s\p{Lu}[\p{L}-]*\p{Lu}\b`)
	// provisionNoted is the provision to which a marginal number stands.
	provisionNoted = pattern.New(`^(?:\s(?:und|u\.|bis)\s\d+)?(?:\sff?\.)?\s(?:zu|ad)\s(?:§§?|Art\.)\s?\d+[a-z]?(?:\s(?:Abs\.|Ziff\.|lit\.)\s?\d*[a-z]?)*\s\p{Lu}[\p{L}-]*\p{Lu}\b`)
)

// partOfTitle says whether the words of the open run go on behind a number that
// ends at i: "A Review of Part 1 of the Salt Act".
func (c *cutter) partOfTitle(i int) bool {
	if c.start < 0 {
		return false
	}
	rest, ok := strings.CutPrefix(c.Text[i:], " ")
	word, after, _ := strings.Cut(rest, " ")
	first, _ := utf8.DecodeRuneInString(after)
	return ok && tables().words[word]&smallWord != 0 && unicode.IsLetter(first)
}

// opening adds what only the start of a reference or of a field can be: the name
// of a case, a law, what an interview opens with. Its length, or 0.
func (c *cutter) opening(i int) int {
	for _, read := range []func(int) int{c.author, c.sortOf, c.filed, c.volumeAndIssue, c.heardAt, c.numberedCase, c.caseLaw, c.swiss, c.enacted, c.official, c.opener} {
		if n := read(i); n > 0 {
			return n
		}
	}
	return 0
}

// author adds names that italics mark as the author's, which begin at i; their
// length, or 0.
func (c *cutter) author(i int) int {
	if len(c.Authors) == 0 || c.Authors[0].Start != i {
		return 0
	}
	s := c.trim(c.Authors[0])
	c.Authors = c.Authors[1:]
	c.flush(i)
	if s.Start >= s.End {
		return 0
	}
	c.add(piece{Span: s, kind: words, named: true})
	return s.End - i
}

// goesOn says whether a second work by the author begins at i: "Tides (1990)
// and Salt (1991)".
func (c *cutter) goesOn(i int) bool {
	n := len(c.pieces)
	if n < 2 || c.pieces[n-1].kind != date || !c.pieces[n-1].closes || c.gap != 0 {
		return false
	}
	word, after, ok := strings.Cut(c.Text[i:], " ")
	r, _ := utf8.DecodeRuneInString(after)
	return ok && tables().words[word]&joinWord != 0 && (unicode.IsUpper(r) || strings.ContainsRune("“‘'\"", r))
}
