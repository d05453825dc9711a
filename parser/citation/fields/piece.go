package fields

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
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
	// Linked says that an address belongs to the reference, written out or not.
	Linked bool
	// SameAuthor says that a word such as idem stands for the author.
	SameAuthor bool
	// FamilyFirst says that names begin with the family name.
	FamilyFirst bool
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
	// book says that a quoted piece has marks for books: 『』 or 《》.
	book   bool
	marker marker
	// counts is what the word of a number says that it counts, or none.
	counts label
	issued *article.Date
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
	if len(t) < 3 || len(t)*5 > len(text)*4 && strings.ContainsAny(t, "0123456789") && strings.ContainsAny(t, ",.:(") {
		return false
	}
	_, marks := tables().roles[strings.ToLower(strings.TrimSuffix(t, "."))]
	return !marks && strings.ToLower(t) != "et al"
}

// run goes through the text once.
func (c *cutter) run() {
	prev := ' '
	for i := 0; i < len(c.Text) && len(c.pieces) < maxPieces; {
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
		return i
	}
	c.flush(i)
	s := c.trim(a.Span)
	if a.kind == quoted {
		s = trimmed(c.Text, a.Span, " \u00a0,.;:", " \u00a0,.;:")
	}
	if s.Start < s.End {
		before, _ := utf8.DecodeLastRuneInString(c.Text[:a.Start])
		c.add(piece{Span: s, kind: a.kind, book: before == '『' || before == '《'})
	}
	if a.End > 0 && a.End <= len(c.Text) {
		switch c.Text[a.End-1] { // a comma that American style puts inside
		case ',', '.', '?', '!', ':', ';':
			c.gap = c.Text[a.End-1]
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

// spoken says whether a quotation is a word or two of the title around it: "The
// Limits of “Lean” Production".
func (c *cutter) spoken(s Span) bool {
	if c.start < 0 || s.Start-c.start < 8 || strings.Count(c.Text[s.Start:s.End], " ") > 1 {
		return false
	}
	_, size := utf8.DecodeRuneInString(c.Text[s.End:])
	rest, ok := strings.CutPrefix(c.Text[min(s.End+size, len(c.Text)):], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsLetter(r) && !strings.HasPrefix(rest, "in ")
}

// token reads what begins a word: a marker, a date, a number. n is its length
// in bytes, or 0; stop says that what follows is of another work.
func (c *cutter) token(i int, r rune) (n int, stop bool) {
	if n := identifierAt(c.Text, i); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: identifier})
		return n, false
	}
	if n := docketAt(c.Text[i:]); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: number, counts: rest})
		return n, false
	}
	switch {
	case unicode.IsLetter(r) && (i == 0 || c.Text[i-1] != '.'):
		if n := figureLen(c.Text[i:]); r == 'e' && n > 4 && c.start < 0 && c.gap == ':' {
			c.add(piece{Span: Span{i, i + n}, kind: number})
			return n, false
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
		if counts, n := countedAt(c.Text, i); n > 0 {
			c.flush(i)
			c.add(piece{Span: Span{i, i + n}, kind: number, counts: counts})
			return n, false
		}
		if d, n := dateAt(c.Text, i); n > 0 && (len(d.Parts) > 0 && (len(d.Parts[0]) > 1 || d.Season > 0) || c.start < 0 && d.Literal != "") {
			c.flush(i)
			c.add(piece{Span: Span{i, i + n}, kind: date, issued: d})
			return n, false
		}
	case unicode.IsDigit(r) || r == '第' || r == '§' || r == '¶' || r == '№' || r == '[':
		return c.figure(i, r), false
	}
	return 0, false
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

// figure reads what begins with a digit or with the sign of a number.
func (c *cutter) figure(i int, r rune) int {
	if r == '[' && (len(c.Text) < i+6 || c.Text[i+5] != ']') {
		return 0
	}
	// "14 (2020): 1421–37" ends with pages.
	dated := c.gap == ':' && len(c.pieces) > 0 && (c.pieces[len(c.pieces)-1].kind == date || c.pieces[len(c.pieces)-1].kind == number)
	if d, n := dateAt(c.Text, i); n > 0 && !dated {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: date, issued: d})
		return n
	}
	if counts, n := countedAt(c.Text, i); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: number, counts: counts})
		return n
	}
	if r == '§' || r == '¶' || r == '№' || r == '第' || r == '[' {
		return 0
	}
	if n := editionAt(c.Text[i:]); n > 0 {
		c.flush(i)
		c.add(piece{Span: Span{i, i + n}, kind: words})
		return n
	}
	n := numberLen(c.Text[i:])
	if n == 0 {
		return 0
	}
	// Inside a run of words a number stands for itself only where the run ends.
	rest := strings.TrimLeft(c.Text[i+n:], " ")
	first, _ := utf8.DecodeRuneInString(rest)
	ends := rest == "" || strings.ContainsRune(",;:.)(]，：；。（", first)
	if c.start >= 0 && !ends || c.start < 0 && !ends && !unicode.IsUpper(first) && !unicode.IsDigit(first) && first != '[' && first != '§' {
		return 0
	}
	c.flush(i)
	c.add(piece{Span: Span{i, i + n}, kind: number})
	return n
}

// delimiter reads punctuation between pieces; its length in bytes, or 0.
func (c *cutter) delimiter(i int, r rune, size int) int {
	next, _ := utf8.DecodeRuneInString(c.Text[i+size:])
	switch r {
	case ',', '，', '、', '،':
		c.cutAt(i, ',')
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
		if r == '.' && (next != ' ' && next != utf8.RuneError && next != ')' && !strings.ContainsRune("“\"«‘„(", next) || c.start >= 0 && abbreviation(c.Text[c.start:i], c.Text[i+1:])) {
			return 0
		}
		c.cutAt(i, '.')
	case '?', '!':
		c.cutAt(i+size, '?')
	case '(', '（':
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
		if end := strings.IndexByte(c.Text[i:], ']'); end > 0 && end < 200 {
			c.flush(i)
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

func (c *cutter) cutAt(i int, gap byte) {
	c.flush(i)
	if c.gap == 0 || c.gap == ' ' || gap == ':' || gap == ';' {
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
	if n := InitialsBehind(c.Text[s.Start:s.End]); n > 0 {
		c.add(piece{Span: Span{s.Start, s.Start + n}, kind: words})
		c.gap = '.'
		s = c.trim(Span{s.Start + n, s.End})
	}
	if s.Start < s.End {
		// "Imago XXV": the numeral behind a name counts its volumes.
		text := c.Text[s.Start:s.End]
		if at := strings.LastIndexByte(text, ' ') + 1; at > 0 && romanNumber(strings.TrimSuffix(text[at:], ".")) && (len(text)-at > 1 || text[at] != 'I') && !branch(text[:at]) && end < len(c.Text) {
			c.add(piece{Span: Span{s.Start, s.Start + at - 1}, kind: words})
			s.Start += at
			text = text[at:]
		}
		p := piece{Span: s, kind: words}
		if romanNumber(strings.TrimSuffix(text, ".")) {
			p.kind, p.End = number, s.Start+len(strings.TrimSuffix(text, "."))
		}
		c.add(p)
	}
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
		if end < 0 {
			return 0
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
	p.gap, p.opens, p.inside = c.gap, c.opens, c.depth > 0
	if p.gap == 0 {
		p.gap = ' '
	}
	if len(c.pieces) == 0 {
		p.gap = 0
	}
	c.gap, c.opens = 0, false
	if p.kind == words || p.kind == quoted || p.kind == italic {
		p.features = look(c.Text[p.Start:p.End])
	}
	if p.kind == number {
		p.span = strings.ContainsAny(c.Text[p.Start:p.End], "-–—‑~～")
		p.roman = romanNumber(c.Text[p.Start:p.End])
	}
	c.pieces = append(c.pieces, p)
}

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
