package backref

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
)

// misnamed finds the work that has the very title of a short form, and another
// author: the name is wrong, for two books seldom share a title that says
// something. It is nil where there is none.
func (r *resolver) misnamed(c *article.Citation) *work {
	if c.Back.Device != article.NameOnly || len(c.Item.Author) == 0 || c.Item.Title == "" || c.Item.Issued != nil {
		return nil
	}
	words := titleWords(c.Item.Title)
	if telling(words) < 2 || namesPerson(c.Item.Title) {
		return nil
	}
	for _, id := range r.past.candidates(c) {
		w := r.past.works[id]
		same := slices.Equal(words, w.words) || w.main > 0 && w.main <= len(w.words) && slices.Equal(words, w.words[:w.main])
		if same && len(w.names) > 0 && r.past.stranger(c, w) != "" && r.past.known(c, w) == 0 {
			return w
		}
	}
	return nil
}

// underAnotherName says why a short form with a wrong name fits nothing.
func (r *resolver) underAnotherName(c *article.Citation, w *work) string {
	return "“" + c.Item.Title + "” is cited in " + r.a.Where(w.first) + ", by " + surnameOf(w.names[0])
}

// plainTitles are words of which whole titles are made that several works share.
const plainTitles = `|history|historical|life|work|letter|report|annual|introduction|law|statute|journal|memoir|essay|collected|complete|selected|writing|paper|document|note|review|constitution|census|` +
	`geography|sketch|account|handbook|manual|principle|theory|encyclopedia|encyclopaedia|dictionary|act|study|lecture|speech|poem|diary|record|proceeding|survey|general|new|old|first|second|geschichte|` +
	`lehrbuch|handbuch|grundriss|einführung|recht|leben|werke|briefe|schriften|kommentar|histoire|vie|œuvres|lettres|droit|traité|manuel|historia|vida|obras|derecho|storia|vita|opere|diritto|`

// namesPerson says whether a title may be a name, as biographies have it: two
// or three words with capitals and nothing else. Two of one person are two works.
func namesPerson(title string) bool {
	words := strings.Fields(title)
	return len(words) <= 3 && !slices.ContainsFunc(words, func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsUpper(first)
	})
}

// telling counts the words of a title that are its own.
func telling(words []string) int {
	n := 0
	for _, w := range words {
		if !strings.Contains(plainTitles, "|"+w+"|") {
			n++
		}
	}
	return n
}

// known counts the names of a short form that the work's authors have.
func (h *history) known(c *article.Citation, w *work) int {
	n := 0
	for _, name := range c.Item.Author {
		keys := surnames(name)
		for k, m := range w.names {
			if _, ok := sameKeys(name, m, keys, w.keys[k], w.tags); ok {
				n++
				break
			}
		}
	}
	return n
}

// stranger is a person's surname in a short form that the work it points at
// has nowhere, neither among its authors nor in its whole citation; or "".
func (h *history) stranger(c *article.Citation, w *work) string {
	if len(w.names) == 0 || slices.ContainsFunc(w.names, func(n article.Name) bool { return n.Family == "" }) {
		return ""
	}
	text := fold(h.a.Cited(w.first).Text)
	for _, name := range c.Item.Author {
		if !person(name) {
			continue
		}
		keys := surnames(name)
		if len(keys) == 0 || strings.Contains(text, keys[0]) {
			continue
		}
		if !slices.ContainsFunc(w.names, func(m article.Name) bool { _, ok := sameName(name, m, w.tags); return ok }) {
			return name.Family
		}
	}
	return ""
}

// person says whether a name is a surname as people have them: one word that
// is no acronym.
func person(n article.Name) bool {
	rs := []rune(n.Family)
	return n.Literal == "" && len(rs) >= 3 && !strings.ContainsAny(n.Family, " .&'’") && unicode.IsUpper(rs[0]) && unicode.IsLower(rs[1]) &&
		!slices.ContainsFunc(rs[1:], unicode.IsUpper)
}

func surnameOf(n article.Name) string {
	if n.Family != "" {
		return n.Family
	}
	return n.Literal
}
