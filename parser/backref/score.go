package backref

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"ibid/parser/article"
	"ibid/pattern"
)

// oneApart says whether two folded names of five letters or more differ in one
// letter, or in two that changed places.
func oneApart(a, b string) bool {
	return len(a) >= 5 && len(b) >= 5 && len(a) <= 64 && len(b) <= 64 && a != b &&
		(levenshtein.ComputeDistance(a, b) == 1 || transposed(a, b))
}

// transposed says whether two words differ in two neighbouring letters only, which
// changed places: a slip of the hand, hardly ever another name.
func transposed(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
}

// scored is a work with what speaks for it.
type scored struct {
	id       int
	score    float64
	name     float64 // the part that the name gave
	title    float64 // share of the short title's words found, -1 without title
	distance int     // between the surnames
	swapped  bool    // that distance is two letters that changed places
	spelling bool    // the names are equal only after folding marks away
	exact    bool
	shuffled bool // the title's words are found in another order
	slipped  bool // words of the title are a letter amiss
	// otherKind says that the word for the kind of work contradicts.
	otherKind bool
	reasons   []reason
}

// reason is part of what speaks for a work, in words for people; most works come
// second and need none.
type reason struct {
	format string
	args   []any
}

func (s *scored) add(v float64, format string, args ...any) {
	s.score += v
	if format != "" {
		s.reasons = append(s.reasons, reason{format, args})
	}
}

// score says how well a work fits a short form (the table of evidence in
// docs/resolution.md).
func (h *history) score(id int, c *article.Citation) scored {
	w := h.works[id]
	s := scored{id: id, title: -1}
	for _, t := range tagNames(c) {
		for _, tag := range w.tags {
			if tagKey(tag) == tagKey(t) {
				if h.authorsTag(w, tag) {
					continue // it names the author, who may have other works: see scoreName
				}
				s.exact = true
				s.score = 0
				s.add(1, "%s is the name that %s gives it", tag, h.a.Where(w.first))
			}
		}
	}
	for _, u := range c.URLs {
		if !s.exact && w.urls[bareURL(u.Address)] {
			s.exact = true
			s.add(1, "the same address as %s", h.a.Where(w.first))
		}
	}
	if s.exact {
		return s
	}
	h.scoreName(&s, w, c)
	h.scoreTitle(&s, w, c)
	h.scoreRest(&s, w, c)
	return s
}

// authorsTag says whether a tag is the acronym of the work's author, and the full
// citation does not say that the work itself goes by it from then on.
func (h *history) authorsTag(w *work, tag string) bool {
	if !acronymTag(w, tag) {
		return false
	}
	text := h.a.Cited(w.first).Text
	i := strings.Index(text, tag)
	return i <= 0 || !introducing.MatchString(text[:i])
}

// introducing are words before such a name.
var introducing = pattern.New(`(?i)[(\[](?:hereafter|hereinafter|henceforth|im folgenden|fortan|nachfolgend|ci-après|désormais|en adelante|en lo sucesivo|doravante|d'ora in poi|d’ora in poi|di seguito|hierna|далее|cited as|abbreviated)[\s:]\P{N}{0,20}$`)

// acronymTag says whether a tag is the acronym of the work's author.
func acronymTag(w *work, tag string) bool {
	if strings.ToUpper(tag) != tag {
		return false
	}
	return slices.ContainsFunc(w.names, func(n article.Name) bool {
		first, _ := utf8.DecodeRuneInString(tagKey(n.Literal))
		return n.Literal != "" && strings.HasPrefix(fold(tag), string(first))
	})
}

func (h *history) scoreName(s *scored, w *work, c *article.Citation) {
	names := c.Item.Author
	if len(names) == 0 {
		return
	}
	matched, best := 0, 0
	spelled := ""
	for _, n := range names {
		keys := h.keysOf(n)
		for k, m := range w.names {
			if d, ok := sameKeys(n, m, keys, w.keys[k], w.tags); ok {
				matched++
				best = max(best, d)
				s.swapped = s.swapped || d == 1 && len(keys) > 0 && len(w.keys[k]) > 0 && transposed(keys[0], w.keys[k][0])
				spelled = m.Family + m.Literal
				s.add(given(n, m), "")
				if d == 0 && n.Literal == "" && m.Literal == "" && n.Family != m.Family && marksOnly(n.Family, m.Family) {
					s.spelling = true
				}
				break
			}
		}
	}
	if matched == 0 && len(names) == 1 && (c.Item.Title != "" || c.Back.Device == article.OpCit) && slices.ContainsFunc(w.names, func(m article.Name) bool { return h.firstOfTwo(names[0], m) }) {
		s.add(0.20, "%s, the first of two surnames", names[0].Family)
		s.name = s.score
		return
	}
	if matched == 0 {
		if !nameOrTitle(c) && len(w.names) > 0 {
			s.add(-0.3, "")
		}
		return
	}
	s.distance = best
	etAl := names[len(names)-1].EtAl
	switch {
	case best > 0:
		s.add(0.35, "surname %s, spelt a little differently", spelled)
	case etAl && len(w.names) >= 3:
		s.add(0.40, "first author %s and others", spelled)
	case etAl && len(w.names) == 2:
		s.add(0.30, "first author %s and another", spelled)
	case etAl:
		s.add(0.15, "surname %s", spelled)
	case matched == len(names) && len(names) == len(w.names):
		s.add(0.45, "surname %s", spelled)
	case matched == len(names) && matched < len(w.names):
		s.add(0.30, "surname %s, one of its authors", spelled)
	default:
		s.add(0.15, "surname %s", spelled)
	}
	s.name = s.score
}

// firstOfTwo says whether a is the surname before the last word of b, which
// was read as a given name: "Ortiz" of "Clara Ortiz Vidal", and of "Ortiz Vidal"
// where she has her given name elsewhere.
func (h *history) firstOfTwo(a, b article.Name) bool {
	first := pairOf(b)
	return a.Given == "" && a.Family != "" && first == fold(a.Family) && (strings.Contains(b.Given, " ") || h.pairs[first+" "+fold(b.Family)])
}

// pairOf is the word before the last of a name, folded, which may be the first of
// two surnames; or "".
func pairOf(n article.Name) string {
	words := strings.Fields(n.Given)
	if len(words) == 0 || len(words[len(words)-1]) <= 2 || strings.HasSuffix(n.Given, ".") {
		return ""
	}
	return fold(words[len(words)-1])
}

// marksOnly says whether two names are the same letters with other marks.
func marksOnly(a, b string) bool {
	a, b = strings.ReplaceAll(a, "’", "'"), strings.ReplaceAll(b, "’", "'") // the two are one letter
	return !strings.EqualFold(a, b) && fold(a) == fold(b) && len(a) != len(b)
}

// sameName compares two names: the distance of the surnames and whether they
// can be one person's.
func sameName(a, b article.Name, tags []string) (distance int, ok bool) {
	return sameKeys(a, b, surnames(a), surnames(b), tags)
}

// sameKeys is sameName for names whose keys are known.
func sameKeys(a, b article.Name, ka, kb, tags []string) (distance int, ok bool) {
	if own := fold(strings.TrimSpace(a.Given + " " + a.Family + a.Literal)); b.Literal != "" {
		for _, t := range tags {
			if fold(t) == own {
				return 0, true
			}
		}
	}
	for _, x := range ka {
		if slices.Contains(kb, x) {
			return 0, true
		}
	}
	if b.Literal != "" && a.Literal == "" {
		if name := fold(a.Given + " " + a.Family); strings.TrimSpace(name) == fold(acronymOf(b.Literal)) {
			return 0, true
		}
	}
	if len(ka) > 0 && len(kb) > 0 && oneApart(ka[0], kb[0]) {
		return 1, true
	}
	return 0, false
}

// nameOrTitle says whether the one name of a short form may as well be its
// title: "Tide Tables, 90", "Carver (n 2)".
func nameOrTitle(c *article.Citation) bool {
	if len(c.Item.Author) != 1 {
		return len(c.Item.Author) == 0
	}
	n := c.Item.Author[0]
	return c.Item.Title == "" && n.Given == "" || c.Item.Title == strings.TrimSpace(n.Given+" "+n.Family+n.Literal)
}

// shortTitle is the title that a short form gives, or the name that may be one.
func shortTitle(c *article.Citation) string {
	if c.Item.Title == "" && len(c.Item.Author) == 1 {
		return c.Item.Author[0].Family + c.Item.Author[0].Literal
	}
	return c.Item.Title
}

// given weighs the given names: agreeing initials speak for, others against.
func given(a, b article.Name) float64 {
	if a.Given == "" || b.Given == "" {
		return 0
	}
	x, y := strings.ReplaceAll(fold(a.Given), "-", ""), strings.ReplaceAll(fold(b.Given), "-", "")
	x, y = strings.ReplaceAll(x, " ", ""), strings.ReplaceAll(y, " ", "")
	if x == "" || y == "" {
		return 0.05
	}
	if []rune(x)[0] == []rune(y)[0] {
		if otherGiven(a.Given, b.Given) {
			return -0.15
		}
		return 0.05
	}
	if slices.Contains(strings.Fields(fold(b.Given)), x) {
		return 0.05 // the first of two surnames: "Vega Luna" for Ana Vega Luna
	}
	if eastAsian(a.Given) || eastAsian(b.Given) {
		return 0 // the order of the parts is not known
	}
	return -0.40
}

// otherGiven says whether two given names that begin alike are two names, both
// written out: Julia and John, but not Tom and Thomas.
func otherGiven(a, b string) bool {
	x, y := strings.Fields(fold(a))[0], strings.Fields(fold(b))[0]
	const least = 4
	return len(x) >= least && len(y) >= least && !strings.HasPrefix(x, y) && !strings.HasPrefix(y, x) && !oneApart(x, y) && !eastAsian(a) && !eastAsian(b)
}

func (h *history) scoreTitle(s *scored, w *work, c *article.Citation) {
	both := nameOrTitle(c)
	if both && len(c.Item.Author) > 0 && (s.name > 0 || c.Back.Device == article.OpCit || c.Back.Device == article.LocCit) {
		return // it was the name
	}
	title := c.Item.Title
	if both {
		title = shortTitle(c)
	}
	short := cut(h.wordsOf(title), c.Text)
	if len(short) == 0 {
		return
	}
	found, inOrder, contiguous := overlap(short, w.words)
	if found < len(short) && s.name > 0 {
		// The fields may be wrong, the words of the citation are not.
		if n, ordered, next := overlap(short, w.said(h.a)); n == len(short) && (next || says(w.said(h.a), short) || ordered && (len(short) >= 3 || strings.HasPrefix(w.item.Type, "review"))) {
			found, inOrder, contiguous = n, true, true
		}
	}
	if found < len(short) {
		if n, ordered, next := overlapRomanized(short, w.words); n > found {
			found, inOrder, contiguous = n, ordered, next
		}
	}
	if n := nearWords(short, w.words); n > found && (s.name > 0 || sameReport(w, c)) {
		s.slipped, s.title = true, float64(n)/float64(len(short))
		s.add(0.35*s.title, "%d of %d title words match, not all to the letter", n, len(short))
		return
	}
	s.title = float64(found) / float64(len(short))
	if found == 0 {
		if len(w.words) > 0 {
			s.add(-0.10, "")
		}
		return
	}
	weight := 0.30
	s.shuffled = !inOrder
	switch {
	case contiguous:
		weight = 0.50
	case inOrder:
		weight = 0.42
	}
	if both {
		// A title alone must carry it: two words, or one that no other work has.
		switch {
		case s.title == 1 && (len(short) >= 2 || len(h.byWord[short[0]]) == 1):
			weight += 0.25
			if len(short) == len(w.words) || len(short) == w.main {
				weight += 0.15
			}
		case s.title < 1:
			weight -= 0.1
		}
	}
	s.add(weight*s.title, "%d of %d title words match", found, len(short))
}

// lettered is a year with the letter that tells an author's works of one year apart.
var lettered = pattern.New(`\b(?:1[4-9]|20)\d\d([a-k])\b`)

// yearLetter is that letter, or "".
func yearLetter(s string) string {
	m := lettered.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return m[1]
}

// overlap counts the words of short that occur in title, and says whether they
// do so in order and next to each other.
func overlap(short, title []string) (found int, inOrder, contiguous bool) {
	inOrder, contiguous = true, true
	at := -1
	for _, w := range short {
		k := -1
		for i := at + 1; i < len(title); i++ {
			if title[i] == w || prefixed(title[i], w) {
				k = i
				break
			}
		}
		if k < 0 {
			for i := 0; i <= at && i < len(title); i++ {
				if title[i] == w {
					k, inOrder, contiguous = i, false, false
				}
			}
		}
		if k < 0 {
			contiguous = false
			continue
		}
		found++
		contiguous = contiguous && (at < 0 || k == at+1)
		at = max(at, k)
	}
	return found, inOrder, contiguous
}

// nearWords counts the words of short that the title has, or has a letter amiss.
func nearWords(short, title []string) int {
	n := 0
	for _, w := range short {
		if slices.ContainsFunc(title, func(t string) bool { return t == w || prefixed(t, w) || oneApart(t, w) }) {
			n++
		}
	}
	return n
}

// sameReport says whether a short form names the report and the volume that a case
// stands in.
func sameReport(w *work, c *article.Citation) bool {
	return c.Back.Type == article.CaseWork && c.Item.Volume != "" && c.Item.Volume == w.item.Volume && fold(c.Item.ContainerTitle) == fold(w.item.ContainerTitle)
}

// overlapRomanized is the overlap of a title in Latin script with one in
// Cyrillic, under the scheme that fits best.
func overlapRomanized(short, title []string) (found int, inOrder, contiguous bool) {
	if len(title) == 0 || romanized(title[0]) == nil || romanized(short[0]) != nil {
		return 0, false, false
	}
	for k := range schemes() {
		words := make([]string, len(title))
		for i, w := range title {
			words[i] = w
			if r := romanized(w); r != nil {
				words[i] = stem(r[k])
			}
		}
		if n, ordered, next := overlap(short, words); n > found {
			found, inOrder, contiguous = n, ordered, next
		}
	}
	return found, inOrder, contiguous
}

// prefixed says whether a short form's word is the start of a compound of the
// title's, or of any word where a full stop says so: see cut.
func prefixed(long, short string) bool {
	if head, ok := strings.CutSuffix(short, "."); ok {
		return strings.HasPrefix(long, head)
	}
	return len(short) >= 5 && strings.HasPrefix(long, short)
}

// cutShort is a word that a full stop cuts short.
var cutShort = pattern.New(`\p{L}{2,7}\.[\s,]`)

// cut gives the words that are cut short in a text their full stop: "Conf." for
// the Confessions.
func cut(words []string, text string) []string {
	if !strings.Contains(text, ". ") && !strings.Contains(text, ".,") {
		return words
	}
	var short []string
	for _, m := range cutShort.FindAllString(text, 8) {
		short = append(short, titleWords(m)...)
	}
	if short == nil {
		return words
	}
	out := slices.Clone(words)
	for i, w := range out {
		if slices.Contains(short, w) {
			out[i] = w + "."
		}
	}
	return out
}

func (h *history) scoreRest(s *scored, w *work, c *article.Citation) {
	switch {
	case c.Back.Type == article.AnyWork || w.kind == article.AnyWork:
	case c.Back.Type == w.kind, c.Back.Type == article.ArticleWork && w.kind == article.WebWork:
		s.add(0.10, "the word %q fits its kind", c.Back.Word)
	default:
		s.otherKind = true
		s.add(-0.30, "")
	}
	if y := c.Item.Issued.Year(); y > 0 && w.item.Issued.Year() > 0 {
		a, b := yearLetter(c.Text), yearLetter(h.a.Cited(w.first).Text)
		switch {
		case y != w.item.Issued.Year(), a != b && a != "" && b != "":
			s.add(-0.60, "")
		case a == b && a != "":
			s.add(0.35, "year %d%s", y, a)
		default:
			s.add(0.35, "year %d", y)
		}
	}
	if k := dayKey(c); k != "" && k == dayKey(h.a.Cited(w.first)) {
		s.add(0.50, "the same day")
	}
	if c.Item.Volume != "" && c.Item.ContainerTitle != "" && strings.Contains(fold(h.a.Cited(w.first).Text), fold(c.Item.Volume+" "+c.Item.ContainerTitle)) {
		s.add(0.60, "%s %s", c.Item.Volume, c.Item.ContainerTitle)
	}
	for _, n := range c.Back.Notes {
		switch {
		case !h.numbered(w.first) && len(w.cited) == 0:
		case h.numbered(w.first) && h.a.NoteOf(w.first).Number == n:
			s.add(0.40, "note %s is named", n)
		case w.cited[n]:
			s.add(0.25, "note %s, which is named, cites it", n)
		default:
			s.add(-0.05, "")
		}
	}
}
