package unfold

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

const (
	// maxWork is how much of a full citation is written out, in bytes. What
	// many back-references lean on is written as often: without a bound the
	// output could grow with the square of the input.
	maxWork = 2000
	// maxProse is how much of a note of prose is shown, in bytes.
	maxProse = 240
)

// work is a full citation, ready to be written out with another page.
type work struct {
	runs []Run  // without signal and final stop
	text string // the same without style
	// from and to are where its own page stands, with the word before it;
	// from is -1 where it has none. label is the kind of place, word that word.
	from, to    int
	label, word string
	// extent says that this is all pages of an article and no page cited.
	extent bool
	insert int // where a page belongs that it doesn't have
}

// work prepares the full citation that ref names, once.
func (u *unfolder) work(ref article.Ref) *work {
	if w, ok := u.works[ref]; ok {
		return w
	}
	c, note := u.a.Cited(ref), u.a.NoteOf(ref)
	start := lead(c)
	body := strings.TrimRight(c.Text[start:], " ;,")
	if end := strings.TrimRight(body, ".。"); !abbreviated.MatchString(end) {
		body = end
	}
	w := &work{runs: cut(note, c.Start+start, c.Start+start+len(body)), from: -1}
	w.runs, _ = nameIdem(w.runs, c)
	w.runs = clip(w.runs, maxWork)
	w.text = Plain(w.runs)
	w.insert = w.insertion(c)
	w.findPlace(c)
	u.works[ref] = w
	return w
}

// abbreviated matches a text whose full stop belongs to its last word.
var abbreviated = pattern.New(`(?i)(?:^|[\s(.])(?:inc|co|ltd|corp|eds?|al|p|d|hg|hrsg|jr|sr|cit|ff?|seq|usw|etc|u\.s|u\.k|vols?|trans)$`)

// lead is the length of what comes before a citation's own words: its signal.
func lead(c *article.Citation) int {
	if c.Signal == "" || !strings.HasPrefix(c.Text, c.Signal) {
		return 0
	}
	rest := c.Text[len(c.Signal):]
	return len(c.Text) - len(strings.TrimLeft(rest, " \u00a0,:"))
}

// nameIdem writes the author in the place of idem; ok says that it could.
func nameIdem(runs []Run, c *article.Citation) (named []Run, ok bool) {
	if c.Back.Device != article.IdemDevice || len(c.Item.Author) == 0 || c.Back.Word == "" {
		return runs, false
	}
	i := strings.Index(Plain(runs), c.Back.Word)
	if i < 0 {
		return runs, false
	}
	return splice(runs, i, i+len(c.Back.Word), names(c.Item.Author)), true
}

// names writes authors as a first citation does.
func names(list []article.Name) string {
	words := make([]string, 0, len(list))
	for _, n := range list {
		full := strings.Join(strings.Fields(n.Given+" "+n.Particle+" "+n.Family+n.Literal+" "+n.Suffix), " ")
		if r, _ := utf8.DecodeRuneInString(n.Family); unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			full = n.Family + n.Given
		}
		if n.EtAl {
			full += " et al."
		}
		words = append(words, full)
	}
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return words[0]
}

// readOn matches the words before the date on which a page was read.
var readOn = pattern.New(`(?i)\b(?:accessed|retrieved|last visited|last accessed|abgerufen|zugriff|consulté|consultado)\b`)

// insertion is where a page goes in a citation without one: before its
// address, the date on which it was read, its short name in brackets, or at its end.
func (w *work) insertion(c *article.Citation) int {
	at := len(w.text)
	for _, u := range c.URLs {
		for _, s := range [...]string{u.Raw, u.Visible, u.Address} {
			if i := strings.Index(w.text, strings.TrimRight(s, ".,;")); s != "" && i > 0 {
				at = min(at, i)
			}
		}
	}
	if m := readOn.FindStringIndex(w.text); m != nil && m[0] > 0 {
		at = min(at, m[0])
	}
	if i := strings.Index(w.text, " ["); i > 0 && strings.HasPrefix(strings.ToLower(w.text[i+2:]), "here") {
		at = min(at, i)
	}
	return len(strings.TrimRight(w.text[:at], " ,.:;(<"))
}

// placeWord matches a word for a part of a work at the end of a text.
var placeWord = pattern.New(`(?i)(?:^|[\s,;:(])((?:pp?\.|pages?|pgs?\.|seiten?|s\.|ss\.|с\.|стр\.|blz\.|sid\.|fols?\.|chs?\.|chap\.|chapters?|kap\.|cap\.|§+|secs?\.|¶+|paras?\.|par\.|rn\.|nn?\.|notes?|anm\.|nr\.|nos?\.|lines?|l\.|vv?\.|art\.|box|at)\s?)$`)

// wordBefore is the word for a part of a work that a text ends with, or "".
func wordBefore(s string) string {
	if m := placeWord.FindStringSubmatch(s[max(0, len(s)-24):]); m != nil {
		return m[1]
	}
	return ""
}

// behindYear matches a page behind the bracket with the year.
var behindYear = pattern.New(`\b\d{4}[a-z]?\)\s?[,:]\s?(\d+(?:[–—-]\d+)?)(?:[,.;\s]|$)`)

// findPlace finds the page that the citation itself names, or its pages.
func (w *work) findPlace(c *article.Citation) {
	value := c.Item.Page
	w.extent = true
	if c.Locator != nil {
		value, w.label = c.Locator.Value, c.Locator.Label
		w.extent = value == c.Item.Page || c.Item.Type != "book" && c.Item.Type != "legal_case" && w.label == "page" && strings.ContainsAny(value, "–—-")
	} else {
		w.label = "page"
	}
	if m := behindYear.FindStringSubmatch(w.text); value == "" && m != nil {
		value = m[1]
		w.extent = strings.ContainsAny(value, "–—-")
	}
	if value == "" {
		return
	}
	floor, year := 0, 0
	if i := strings.Index(w.text, c.Item.Title); i >= 0 {
		floor = i + len(c.Item.Title)
	}
	if y := c.Item.Issued.Year(); y > 0 {
		if i := strings.Index(w.text[floor:], strconv.Itoa(y)); i >= 0 {
			year = floor + i
		}
	}
	best := -1
	for at := floor; ; {
		i := strings.Index(w.text[at:], value)
		if i < 0 || at+i >= w.insert && w.insert < len(w.text) {
			return
		}
		i += at
		at = i + len(value)
		if !apart(w.text, i, at) {
			continue
		}
		if score := w.placeScore(i, year); score > best {
			best = score
			w.from, w.to, w.word = i, at, ""
			w.word = wordBefore(w.text[:i])
			w.from -= len(w.word)
		}
	}
}

// placeScore weighs how much a number at i looks like a page: behind a word
// for one, behind the bracket with the year, behind the year.
func (w *work) placeScore(i, year int) int {
	before := strings.TrimRight(w.text[max(0, i-8):i], " \u00a0")
	switch {
	case wordBefore(w.text[:i]) != "":
		return 3
	case strings.HasSuffix(before, "):") || strings.HasSuffix(before, "),"):
		return 2
	case i > year:
		return 1
	}
	return 0
}

// apart says whether the bytes i to k of s are a word of their own.
func apart(s string, i, k int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[k:])
	return !unicode.IsDigit(before) && !unicode.IsDigit(after) && !unicode.IsLetter(after)
}

// cite writes the work out with the place that a back-reference names; place
// is as it stands there, loc what it was read as, nil if it names none.
func (w *work) cite(place string, loc *article.Locator) []Run {
	label := ""
	if loc != nil {
		label = loc.Label
		if place == "" && loc.Inherited {
			place = spelled(*loc)
		}
	}
	switch {
	case place == "" && (w.from < 0 || w.extent):
		return w.runs
	case place == "":
		from := len(strings.TrimRight(w.text[:w.from], " ,:;"))
		return splice(w.runs, from, w.to, "")
	case w.from < 0:
		return splice(w.runs, w.insert, w.insert, ", "+place)
	case label == w.label && w.word != "" && bare.MatchString(place):
		return splice(w.runs, w.from, w.to, counted(w.word, place)+place)
	}
	return splice(w.runs, w.from, w.to, place)
}

// bare matches a place without a word for its kind.
var bare = pattern.New(`^(?:\d|[ivxlcIVXLC]+\b[^.])`)

// counted is the citation's word for pages, in the number that the place needs.
func counted(word, place string) string {
	many := strings.ContainsAny(place, "–—-,&")
	switch strings.TrimSpace(word) {
	case "p.":
		if many {
			return "p" + word
		}
	case "pp.":
		if !many {
			return word[1:]
		}
	}
	return word
}

// spelled is a locator that was taken over, in words.
func spelled(l article.Locator) string {
	switch l.Label {
	case "page":
		return l.Value
	case "section":
		return "§ " + l.Value
	case "paragraph":
		return "¶ " + l.Value
	case "chapter":
		return "ch. " + l.Value
	case "volume":
		return "vol. " + l.Value
	}
	return l.Label + " " + l.Value
}
