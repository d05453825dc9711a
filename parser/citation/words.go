package citation

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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
	back     map[string]word
	longest  int           // of back, in runes
	initials map[rune]bool // first runes of back
	signals  []string      // lower case
	chained  []string      // signals behind others only
	locators map[string]string
}

// tables reads the tables at their first use.
var tables = sync.OnceValue(readTables) //nolint:gochecknoglobals // constant tables, parsed once

func readTables() *words {
	w := &words{back: map[string]word{}, initials: map[rune]bool{}, locators: map[string]string{}}
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
		w.back[key] = e
		w.longest = max(w.longest, utf8.RuneCountInString(key))
		r, _ := utf8.DecodeRuneInString(key)
		w.initials[r] = true
	}
	for _, f := range rows(signalTable) {
		if len(f) > 1 {
			w.chained = append(w.chained, f[0])
		} else {
			w.signals = append(w.signals, f[0])
		}
	}
	for _, f := range rows(locatorTable) {
		w.locators[f[0]] = f[1]
	}
	return w
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
// whatever its case, dots and inner spaces.
func backWord(s string, i int) (hit, bool) {
	t := tables()
	first, _ := utf8.DecodeRuneInString(s[i:])
	folded := foldRune(first)
	if !t.initials[folded] {
		return hit{}, false
	}
	var best hit
	found := false
	key := make([]rune, 0, 24)
	spaces := 0
	for j := i; j < len(s) && len(key) <= t.longest; {
		r, size := utf8.DecodeRuneInString(s[j:])
		j += size
		switch {
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
			for _, n := range norm.NFKC.String(string(unicode.ToLower(r))) {
				key = append(key, n)
			}
		default:
			return best, found
		}
		if e, ok := t.back[string(key)]; ok && boundary(s, j, r) {
			best = hit{start: i, end: j, key: string(key), word: e}
			found = true
		}
	}
	return best, found
}

func foldRune(r rune) rune {
	for _, n := range norm.NFKC.String(string(unicode.ToLower(r))) {
		return n
	}
	return r
}

// boundary says whether a word ends at offset j of s, whose last rune is r.
// Scripts without spaces end where they like, Korean before a particle.
func boundary(s string, j int, r rune) bool {
	if j == len(s) || unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(s[j:])
	return !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != '-' || unicode.In(next, unicode.Han, unicode.Hangul)
}

// signal is the length of the signal that s starts with, 0 if there is none.
func signal(s string) int {
	if m := otherView.FindString(s); m != "" && len(m) < len(s) {
		return len(m)
	}
	return startsWith(s, tables().signals)
}

// otherView is "a. A." for another view, which in small letters is the start of "a. a. O.".
var otherView = pattern.New(`^[aA]\.\s?A\.,?\s(?:(?:etwa|aber|nur|noch)\s)?`)

// startsWith is the length of the longest of words that s starts with, and of
// the punctuation behind it; 0 if there is none, or nothing follows.
func startsWith(s string, words []string) int {
	if s == "" {
		return 0
	}
	lower := strings.ToLower(s[:min(len(s), 40)])
	best := 0
	for _, sig := range words {
		if sig == "s." && s[0] == 'S' {
			continue // an initial: German writes siehe small, or in full
		}
		if _, second, ok := strings.Cut(sig, " "); ok && strings.HasPrefix(sig, "see ") && strings.HasPrefix(lower, sig) && len(sig) <= len(s) && unicode.IsUpper(rune(s[len(sig)-len(second)])) {
			continue // "See Further Details": a title
		}
		if len(sig) > best && strings.HasPrefix(lower, sig) && len(sig) <= len(s) && edge(s, len(sig)) {
			best = len(sig)
		}
	}
	if best > 0 {
		rest := s[best:]
		trimmed := strings.TrimLeft(rest, " ,:")
		if trimmed == "" {
			return 0
		}
		best += len(rest) - len(trimmed)
	}
	return best
}

// edge says whether a word ends at offset i of s.
func edge(s string, i int) bool {
	if i >= len(s) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return !unicode.IsLetter(before) || !unicode.IsLetter(after) || unicode.In(before, unicode.Han, unicode.Hangul)
}
