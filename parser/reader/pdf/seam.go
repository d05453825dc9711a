package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ibid/pattern"
)

// vocabulary are the words and the addresses of the article, for hyphens at the
// ends of lines.
type vocabulary struct {
	words map[string]bool
	plain map[string]bool // words with other letters than ASCII, as addresses write them
	// addresses are those of links and those that stand on one line, without
	// their schemes, in order.
	addresses []string
	// What addresses write in place of letters that they lack.
	undotted, umlauts *strings.Replacer
}

// Bounds of the vocabulary.
const (
	mostWords     = 1 << 17
	mostAddresses = 1 << 15
)

func newVocabulary(pages []*laidOut) *vocabulary {
	v := &vocabulary{
		words: map[string]bool{}, plain: map[string]bool{},
		undotted: strings.NewReplacer("ß", "ss", "ł", "l", "ø", "o", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i"),
		umlauts:  strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa"),
	}
	parted := false
	for _, p := range pages {
		for _, r := range p.regions {
			for _, l := range r {
				v.addressesOf(l)
				words := strings.FieldsFunc(strings.ToLower(l.text), func(r rune) bool {
					return r != '-' && !unicode.IsLetter(r)
				})
				from, to := 0, len(words)
				if parted { // what a hyphen parts is no word
					from++
				}
				parted = strings.HasSuffix(l.text, "-") || endsInAddress(l.text)
				if parted {
					to--
				}
				for i := from; i < to && len(v.words) < mostWords; i++ {
					v.learn(words[i])
				}
			}
		}
	}
	slices.Sort(v.addresses)
	v.addresses = slices.Compact(v.addresses)
	return v
}

// endsInAddress says whether the last word of a line is one of an address, which
// may go on in the next.
func endsInAddress(line string) bool {
	last := line[strings.LastIndexByte(line, ' ')+1:]
	return strings.Contains(last, "/") || strings.Contains(last, "www.")
}

// learn adds a word.
func (v *vocabulary) learn(word string) {
	if v.words[word] {
		return
	}
	v.words[word] = true
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			for _, plain := range v.romanised(word) {
				v.plain[plain] = true
			}
			return
		}
	}
}

// romanised is a word as addresses write it: without its accents, and with the
// umlauts written out.
func (v *vocabulary) romanised(word string) []string {
	without := v.undotted.Replace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word)))
	if written := v.umlauts.Replace(word); written != word {
		return []string{without, v.undotted.Replace(written)}
	}
	return []string{without}
}

// knows says whether the article has a word, as it is or as addresses write it.
func (v *vocabulary) knows(word string) bool { return v.words[word] || v.plain[word] }

// addressesOf adds the addresses that a line shows whole, and those of its links.
func (v *vocabulary) addressesOf(l *line) {
	for i := range l.runs {
		if u := l.runs[i].url; u != "" && (i == 0 || l.runs[i-1].url != u) {
			v.cite(u)
		}
	}
	for _, m := range wholeAddress.FindAllStringIndex(l.text, -1) {
		if m[1] < len(strings.TrimRight(l.text, " ")) {
			v.cite(l.text[m[0]:m[1]])
		}
	}
}

func (v *vocabulary) cite(address string) {
	if len(v.addresses) < mostAddresses {
		v.addresses = append(v.addresses, schemeless(address))
	}
}

// cites says whether an address of the article begins so.
func (v *vocabulary) cites(beginning string) bool {
	beginning = schemeless(beginning)
	i, _ := slices.BinarySearch(v.addresses, beginning)
	return i < len(v.addresses) && strings.HasPrefix(v.addresses[i], beginning)
}

// schemeless is an address without its scheme and what ends the sentence.
func schemeless(address string) string {
	return strings.TrimRight(schemeOf.ReplaceAllString(strings.ToLower(address), ""), ".,;:)]>-/")
}

var (
	addressStart = pattern.New(`(?i)(?:https?://|ftp://|www\.|doi\.org/|\bdoi:\s?10\.|\b10\.\d{4,9}/)\S*$`)
	doiAtEnd     = pattern.New(`\b10\.\d{4,9}/\S*\.$`)
	// webWord is a word that addresses are full of, whatever the article speaks of.
	webWord      = pattern.New(`^(?:index|default|home|content|contents|articles?|documents?|downloads?|archives?|publications?|journals?|library|research|information|government|university|international|resources?|reports?|resolver|handle|viewer|permalink|repository|wikipedia)$`)
	begun        = pattern.New(`(?i)(?:^|[^\pL\pN])((?:h|ht|htt|http|https)(?::/?)?)$`)
	schemeOf     = pattern.New(`^(?:https?://)?(?:www\.)?`)
	wholeAddress = pattern.New(`(?i)(?:https?://|www\.)[^\s<>"“”«»]+`)
	schemeStart  = pattern.New(`(?i)^https?://`)
	afterAddress = pattern.New(`^(?:(?:access|last|visit|retriev|view|zuletzt|letzt|abge|aufge|besuch|consult|derni|ultim|últim|acess|acced|geraadpl|dost)|(?:stand|am|and|und|et|y|e|see|for|in|at|on|le|el|il|der|die|das|the|a|o|i|z|w|s)(?:$|[^\pL]))`)
	fileName     = pattern.New(`(?i)^[\w\-]*\.(?:html?|pdf|php|aspx?|docx?|jsp|xml)\b`)
	wordAtEnd    = pattern.New(`\p{L}+$`)
	wordAtStart  = pattern.New(`^\p{L}+`)
	trailingWord = pattern.New(`[\p{L}\-]+$`)
	partAtStart  = pattern.New(`^[\p{L}\p{N}\-]+`)
	leadingWord  = pattern.New(`^[\p{L}\-]+`)
)

// seam says how two lines are joined: how many bytes at the end of the first
// fall away, and whether a space comes between.
func (v *vocabulary) seam(before, next string, a, b *line) (drop int, space bool) {
	if before == "" || next == "" {
		return 0, false
	}
	if m := begun.FindStringSubmatch(before); m != nil && schemeStart.MatchString(m[1]+next) {
		return 0, false
	}
	if m := addressStart.FindString(before); m != "" {
		if !v.continues(m, next, a, b) {
			return 0, true
		}
		if strings.HasSuffix(m, "-") && v.added(m, next) {
			return len("-"), false
		}
		return 0, false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case last == '-':
		return v.hyphen(before, next, first)
	case (last == '–' || last == '—') && unicode.IsDigit(first) && strings.ContainsFunc(before[max(0, len(before)-5):], unicode.IsDigit):
		return 0, false
	case last == '/' && !strings.HasSuffix(before, " /") && unicode.IsLetter(first):
		return 0, false
	case unspaced(last) || unspaced(first):
		return 0, false
	}
	return 0, true
}

// unspaced says whether a character is of a script that writes no spaces: Han,
// kana, and the signs that go with them.
func unspaced(r rune) bool {
	return r >= 0x2e80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65)
}

// hyphen says what becomes of a hyphen at the end of a line.
func (v *vocabulary) hyphen(before, next string, first rune) (drop int, space bool) {
	head := trailingWord.FindString(before)
	word := leadingWord.FindString(next)
	const size = len("-")
	switch strings.ToLower(word) {
	case "und", "oder", "and", "or", "bzw", "sowie", "et", "ou", "y", "o", "e", "en", "of":
		if len(head) > size+1 {
			return 0, true
		}
	}
	if !unicode.IsLower(first) || len(head) <= size {
		return 0, len(head) <= size && strings.HasSuffix(before, " -")
	}
	whole := strings.ToLower(head[:len(head)-size] + word)
	parted := strings.ToLower(head[:len(head)-size] + "-" + word)
	if v.words[parted] && !v.words[whole] {
		return 0, false
	}
	return size, false
}

// added says whether the hyphen at the end of an address is not its own: the
// article has the address without it elsewhere, or it parts a word that the
// article knows into what it does not know.
func (v *vocabulary) added(address, next string) bool {
	whole := strings.TrimRight(address, "-")
	word := partAtStart.FindString(next)
	switch {
	case v.cites(address + word):
		return false
	case v.cites(whole + word):
		return true
	}
	head := strings.ToLower(wordAtEnd.FindString(whole))
	tail := strings.ToLower(wordAtStart.FindString(next))
	if webWord.MatchString(head + tail) {
		return true
	}
	return head != "" && tail != "" && v.knows(head+tail) && !v.knows(head+"-"+tail) && (!v.knows(head) || !v.knows(tail))
}

// continues says whether an address at the end of a line goes on in the next.
func (v *vocabulary) continues(address, next string, a, b *line) bool {
	word, _, _ := strings.Cut(next, " ")
	if n, m := len(a.runs), len(b.runs); n > 0 && m > 0 && a.runs[n-1].url != "" {
		if a.runs[n-1].url == b.runs[0].url {
			return true
		}
		if strings.HasSuffix(strings.TrimRight(a.runs[n-1].url, "/"), strings.TrimRight(lastOf(address, 12), "/.,;)")) && b.runs[0].url == "" && !partOf(word) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	known := unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune("/?=&%#_~-.", first)
	if !known || first >= utf8.RuneSelf || strings.Contains(word, "://") {
		return false
	}
	switch address[len(address)-1] {
	case '-', '_', '=', '&', '?', '%', '#', '~', '+':
		return true
	case '/':
		return partOf(word) || strings.ContainsAny(strings.TrimRight(word, ".,;:)"), "0123456789")
	case '.', ':':
		return partOf(word) && !unicode.IsUpper(first) || unicode.IsDigit(first) && full(a) && doiAtEnd.MatchString(address)
	case ',', ';', ')', ']', '>', '"', '\'':
		return false
	}
	if first == '.' {
		return len(word) > 1 && unicode.IsLetter(rune(word[1])) || len(word) > 1 && unicode.IsDigit(rune(word[1]))
	}
	if unicode.IsDigit(first) && unicode.IsDigit(rune(address[len(address)-1])) && full(a) {
		return true
	}
	return full(a) && !unicode.IsUpper(first) && (first == '/' || partOf(word) || !v.speaks(word))
}

// speaks says whether a word is one of the article's own, or one of those that
// follow addresses: where a line ends in the middle of an address, what comes
// next is none.
func (v *vocabulary) speaks(word string) bool {
	word = strings.ToLower(strings.TrimRight(word, ".,;:)]"))
	return v.words[word] || afterAddress.MatchString(word) || len(word) > 0 && strings.Trim(word, "0123456789") == ""
}

// partOf says whether a word looks like a part of an address more than like
// one of a sentence.
func partOf(word string) bool {
	word = strings.TrimRight(word, ".,;:)]")
	return strings.ContainsAny(word, "/_=?&%#~") || fileName.MatchString(word) ||
		len(word) > 2 && strings.ContainsAny(word[1:len(word)-1], "-.")
}

func lastOf(s string, n int) string { return s[max(0, len(s)-n):] }

// full says whether a line reaches the right margin.
func full(l *line) bool { return l.x1 > l.right-0.12*(l.right-l.left) }
