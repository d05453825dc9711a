package unfold

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/article"
	"ibid/pattern"
)

// reference is a back-reference taken apart. Offsets are in Citation.Text.
type reference struct {
	lead  int    // its own words start here, behind the signal
	place string // the page as written: "63", "p. 63"; "" if it names none
	rest  int    // what is kept starts here
	join  string // what has to stand before it
}

// closers may stand between the words that name a work and what follows.
const closers = " \u00a0.,;:\"”“’'»)]』」）］》*_،、，：。"

// readReference takes a back-reference apart: words that name the work, the
// place in it, and prose.
func readReference(c *article.Citation) reference {
	r := reference{lead: lead(c)}
	end := nameEnd(c, r.lead)
	tail := c.Text[end:]
	words := strings.TrimLeft(tail, closers)
	own := c.Locator != nil && !c.Locator.Inherited && c.Locator.Value != ""
	if own {
		for at := 0; ; {
			i := strings.Index(words[at:], c.Locator.Value)
			if i < 0 {
				break
			}
			i += at
			at = i + len(c.Locator.Value)
			if !apart(words, i, at) {
				continue
			}
			if isPlace(words[:i]) {
				r.place = strings.TrimPrefix(words[:at], "at ")
				r.rest = len(c.Text) - len(words) + at
				return r.finish(c)
			}
			break
		}
	}
	r.rest = len(c.Text) - len(words)
	if words != "" {
		r.join = joint(c.Text[r.lead:end], tail[:len(tail)-len(words)], words)
	}
	return r.finish(c)
}

// finish drops a rest that is only punctuation.
func (r reference) finish(c *article.Citation) reference {
	if strings.Trim(c.Text[r.rest:], closers) == "" {
		r.rest = len(c.Text)
	}
	return r
}

// maxName is how far into a back-reference its work may be named, in bytes.
const maxName = 1000

// nameEnd is where the words end that name the work: the last of the device,
// the names, the title and the year that the citation was read to have.
func nameEnd(c *article.Citation, from int) int {
	text := c.Text[from:min(len(c.Text), from+maxName)]
	end := 0
	upTo := func(s string) {
		if i := strings.Index(text, s); s != "" && i >= 0 {
			end = max(end, i+len(s))
		}
	}
	upTo(c.Back.Word)
	upTo(c.Item.Title)
	for _, n := range c.Item.Author[:min(len(c.Item.Author), 8)] {
		upTo(n.Family + n.Literal)
	}
	if y := c.Item.Issued.Year(); y > 0 {
		upTo(strconv.Itoa(y))
	}
	if end > 0 {
		return from + end
	}
	// No word of it is known: all before its page is the name.
	if c.Locator != nil && !c.Locator.Inherited {
		if i := strings.LastIndex(text, c.Locator.Value); i > 0 {
			return from + i - len(wordBefore(text[:i]))
		}
	}
	return len(c.Text)
}

// unit matches a word that may stand before a page: p., vol. 2, hier S., §.
var unit = pattern.New(`^(?i:at|page|pages|chapter|chapters|note|notes|box|part|book|hier|here|line|lines|seite|seiten|s|[^\pL]*|.*\.,?|.*\d.*)$`)

// isPlace says whether what stands before a page belongs to it and is no prose.
func isPlace(before string) bool {
	words := strings.Fields(before)
	if len(words) > 4 || len(before) > 32 || strings.ContainsAny(before, "“”\"«»(;") {
		return false
	}
	for _, w := range words {
		if !unit.MatchString(w) {
			return false
		}
	}
	return true
}

// joint is what stands between the full citation and the prose behind a
// back-reference: what stood there, without what closed the title.
func joint(name, between, words string) string {
	if r, _ := utf8.DecodeRuneInString(words); strings.ContainsRune("([（–—", r) {
		return " "
	}
	if i := strings.LastIndexAny(between, ".,;:"); i >= 0 {
		return between[i:i+1] + " "
	}
	if first, _ := utf8.DecodeRuneInString(words); strings.HasSuffix(name, ".") && unicode.IsUpper(first) {
		return ". "
	}
	return " "
}
