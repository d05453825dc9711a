package citation

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"

	"ibid/parser/article"
	"ibid/pattern"
)

//go:embed data/backref.tsv
var backrefTable string

//go:embed data/signals.tsv
var signalTable string

//go:embed data/locators.tsv
var locatorTable string

//go:embed data/leads.tsv
var leadTable string

// word is an entry of the table of back-reference words.
type word struct {
	device string // ibid, id, idem, loc, opcit, cit, near
	typ    article.WorkType
	same   bool
	// languages are set for words so short that they are taken in these
	// languages only.
	languages string
}

// words are the tables, read once a process.
type words struct {
	back     map[string]backPart
	signals  openers // lower case
	chained  openers // signals behind others only
	locators map[string]string
	leads    map[string]string // words of a sentence before a name: verb, between or noun

	small, abbreviations, dayMonths map[string]bool
}

// backPart is what a back-reference word or the start of one stands for.
type backPart struct {
	word
	whole bool // and not only the start of a longer word
}

// openers are words at the start of a text, by their first byte.
type openers [256][]string

func (o *openers) add(word string) { o[word[0]] = append(o[word[0]], word) }

// tables reads the tables at their first use.
var tables = sync.OnceValue(readTables) //nolint:gochecknoglobals // constant tables, parsed once

func readTables() *words {
	w := &words{back: map[string]backPart{}, locators: map[string]string{}, leads: map[string]string{}, small: set(small), abbreviations: set(abbreviations), dayMonths: set(dayMonths)}
	for _, f := range rows(backrefTable) {
		if len(f) < 2 || f[1] == "-" {
			continue
		}
		e := word{device: f[1], same: len(f) > 3 && f[3] == "1"}
		if len(f) > 2 {
			switch f[2] {
			case "book":
				e.typ = article.BookWork
			case "article":
				e.typ = article.ArticleWork
			}
		}
		key := norm.NFKC.String(f[0])
		if len(f) > 4 && utf8.RuneCountInString(key) <= 3 && isAlphabet(key) && !strings.Contains(" "+f[4]+" ", " en ") && key != "ebd" {
			e.languages = f[4]
		}
		for i := range key {
			if part := key[:i]; i > 0 && !w.back[part].whole {
				w.back[part] = backPart{}
			}
		}
		w.back[key] = backPart{e, true}
	}
	for _, f := range rows(signalTable) {
		if len(f) > 1 {
			w.chained.add(f[0])
		} else {
			w.signals.add(f[0])
		}
	}
	for _, f := range rows(locatorTable) {
		w.locators[f[0]] = f[1]
	}
	for _, f := range rows(leadTable) {
		w.leads[f[0]] = f[1]
	}
	return w
}

// set are the words of a list, which has strokes between them.
func set(list string) map[string]bool {
	words := map[string]bool{}
	for word := range strings.SplitSeq(list, "|") {
		words[word] = true
	}
	return words
}

// rows are the lines of a table, split at tabs.
func rows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// hit is a back-reference word found in a text.
type hit struct {
	start, end int
	key        string
	word       word
}

// backWord is the longest back-reference word that starts at offset i of s,
// whatever its case, dots and inner spaces, or a slip of one.
func backWord(s string, i int) (hit, bool) {
	if h, ok := knownWord(s, i); ok {
		return h, true
	}
	return misspelt(s, i)
}

func knownWord(s string, i int) (hit, bool) {
	t := tables()
	var best hit
	found := false
	var room [64]byte
	key := room[:0]
	spaces := 0
	for j := i; j < len(s); {
		r, size := utf8.DecodeRuneInString(s[j:])
		j += size
		switch {
		case j-size == i: // whatever it is, a word begins with it
			key = appendFolded(key, r)
		case r == '.' || r == '\u00a0' || r == ' ' || r == '"' || r == '״' || r == '’':
			if r == ' ' {
				spaces++
			}
			if spaces > 3 {
				return best, found
			}
			if r == '.' && found && best.key == string(key) {
				best.end = j // the word's own full stop
			}
			continue
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			key = appendFolded(key, r)
		default:
			return best, found
		}
		part, ok := t.back[string(key)]
		if !ok {
			return best, found // no word begins so
		}
		if part.whole && boundary(s, j, r) {
			best = hit{start: i, end: j, key: string(key), word: part.word}
			found = true
		}
	}
	return best, found
}

// misspelt reads a word that is a letter away from Ibid. or Ibidem where nothing
// but a place follows: "Ibdi., 34". Ibis and Ibi are words of their own.
func misspelt(s string, i int) (hit, bool) {
	if i+3 > len(s) || strings.IndexByte("ilbILB", s[i]) < 0 {
		return hit{}, false
	}
	m := slip.FindStringSubmatchIndex(s[i:min(len(s), i+24)])
	if m == nil {
		return hit{}, false
	}
	w := strings.ToLower(s[i+m[2] : i+m[3]])
	if w == "ibis" || w == "ibids" || w == "ibidi" {
		return hit{}, false
	}
	for _, right := range []string{"ibid", "ibidem"} {
		if w != right && (levenshtein.ComputeDistance(w, right) == 1 || len(w) == len(right) && swapped(w, right) || shuffledIbid(s[i+m[2]:i+m[3]])) {
			return hit{start: i, end: i + m[5], key: "ibid", word: word{device: "ibid"}}, true
		}
	}
	return hit{}, false
}

// slip is a word that may be a slip of Ibid., its full stop, and what follows it.
var slip = pattern.New(`^((?i:i[a-z]{2,7}|lbid(?:em)?|bidi?|biid))(\.|)(?:,?\s?(?:(?i:pp?|ss?|qq?|ch|chap|cap|art|nn?|no|nr|ff?|fols?|vol|bd|t|lib)\.\s?)?\d|,?\s?$|\.)`)

// shuffledIbid says whether a word has the letters of Ibid. in another order; in
// capitals it is a name.
func shuffledIbid(s string) bool {
	letters := []byte(strings.ToLower(s))
	slices.Sort(letters)
	return string(letters) == "bdii" && s != strings.ToUpper(s)
}

// swapped says whether two words differ in two neighbouring letters that changed places.
func swapped(a, b string) bool {
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// appendFolded adds a character in small letters and in the form that the tables have.
func appendFolded(key []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(key, byte(r)) //nolint:gosec // ASCII
	}
	return append(key, norm.NFKC.String(string(unicode.ToLower(r)))...) // alone: what comes behind stays a letter of its own
}

// boundary says whether a word ends at offset j of s, whose last rune is r.
// Scripts without spaces end where they like, Korean before a particle.
func boundary(s string, j int, r rune) bool {
	if j == len(s) || r >= utf8.RuneSelf && unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(s[j:])
	return !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != '-' || next >= utf8.RuneSelf && unicode.In(next, unicode.Han, unicode.Hangul)
}
