package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ibid/parser/document"
)

// A chunk is what a page draws in one go on one baseline in one size.
type chunk struct {
	text               string
	bits               []bit
	letters            int
	x0, x1, y, size    float64
	end                float64 // of the last glyph, blanks too
	bold, italic       int     // letters
	style              document.Style
	base               *chunk // what it stands above or below of
	last               glyph
	url                string
	gapped, superiored bool
	note               int // of the structure tree's, 0 for none
}

// bit is what one glyph adds to a chunk.
type bit struct {
	text string
	// x is where it starts, after where the bit before it ended.
	x, after float64
	blank    bool // a space was drawn before it
}

const (
	// wordGap is the white between two words, in sizes: kerning stays below.
	wordGap = 0.17
	// tightGap is the same in text that draws no spaces: tight lines have as little.
	tightGap = 0.11
	// chunkGap ends a chunk: no justified line has as much between two words.
	chunkGap = 0.9
	// mostBeside is how many chunks near a height are looked at: an honest page
	// has some dozens.
	mostBeside = 1000
)

// chunks puts the glyphs of a page together in the order in which they are drawn.
func (p *page) chunks() []*chunk {
	var out []*chunk
	var open *chunk
	for i, g := range p.glyphs {
		if g.bar {
			if open == nil || i+1 == len(p.glyphs) || !open.underscore(&g, &p.glyphs[i+1]) {
				continue
			}
			g.y, g.size = open.y, open.size
		}
		url := p.address(&g)
		if open != nil && open.note == g.note && (open.url == url && open.slanted() == g.slanted() || strings.TrimSpace(g.text) == "") && open.takes(&g) {
			open.add(g)
			continue
		}
		if strings.TrimSpace(g.text) == "" && open == nil {
			continue
		}
		open = &chunk{x0: g.x, x1: g.x, end: g.x, y: g.y, size: g.size, url: url, superiored: isSuperior(g.text), note: g.note}
		open.add(g)
		out = append(out, open)
	}
	out = slices.DeleteFunc(out, func(c *chunk) bool { return c.letters == 0 })
	for _, c := range out {
		c.finish()
	}
	return once(out)
}

func (g *glyph) slanted() bool { return g.font != nil && g.font.italic }

func (c *chunk) slanted() bool { return c.last.slanted() }

// address is where a link leads that lies over a glyph, "" if none does.
func (p *page) address(g *glyph) string {
	x, y := g.x+g.w/2, g.y+0.3*g.size
	for i := range p.links {
		if l := &p.links[i]; l.y0 <= y && y <= l.y1 && l.x0 <= x && x <= l.x1 {
			return l.url
		}
	}
	return ""
}

// takes says whether a glyph goes on where the chunk ends.
func (c *chunk) takes(g *glyph) bool {
	if abs(g.size-c.size) > 0.03*c.size || abs(g.y-c.y) > 0.06*c.size || isSuperior(g.text) != c.superiored && strings.TrimSpace(g.text) != "" {
		return c.accented(g)
	}
	gap := g.x - c.end
	return gap > -0.6*c.size && gap < chunkGap*c.size || c.accented(g)
}

// underscore says whether a bar on the baseline is what stands between the end of
// the chunk and the glyph behind it.
func (c *chunk) underscore(bar, next *glyph) bool {
	touches := func(gap float64) bool { return gap > -0.1*c.size && gap < 0.2*c.size }
	return !c.gapped && bar.w > 0.2*c.size && bar.w < 0.7*c.size && abs(bar.y-c.y) < 0.2*c.size && touches(bar.x-c.end) &&
		!next.bar && strings.TrimSpace(next.text) != "" && abs(next.y-c.y) < 0.06*c.size && touches(next.x-bar.x-bar.w)
}

func isSuperior(s string) bool {
	return s != "" && strings.Trim(s, "⁰¹²³⁴⁵⁶⁷⁸⁹") == ""
}

func (c *chunk) add(g glyph) {
	blank := strings.TrimSpace(g.text) == ""
	switch {
	case blank:
		c.gapped = c.gapped || g.text != ""
		c.end = max(c.end, g.x+g.w)
		return
	case c.letters > 0 && g.text == c.last.text && abs(g.x-c.last.x) < 0.12*g.size:
		return // drawn twice to look bold
	case c.compose(&g):
		return
	}
	if c.letters == 0 {
		c.x0 = g.x
	}
	c.bits = append(c.bits, bit{text: lettersOf(g.text), x: g.x, after: c.end, blank: c.gapped && c.letters > 0})
	c.gapped = false
	c.count(g)
	c.end, c.x1 = g.x+g.w, max(c.x1, g.x+g.w)
}

// finish makes the text: a space stands where one was drawn, or where the white
// is wider than between most letters.
func (c *chunk) finish() {
	gaps := make([]float64, 0, len(c.bits))
	blanks := 0
	for i, b := range c.bits {
		switch {
		case b.blank:
			blanks++
		case i > 0:
			gaps = append(gaps, b.x-b.after)
		}
	}
	slices.Sort(gaps)
	wide := wordGap * c.size
	if blanks == 0 && len(gaps) > 12 {
		wide = tightGap * c.size
	}
	if n := len(gaps); n >= 6 { // letters that are spaced
		wide += max(0, min(gaps[n/3], 0.5*c.size))
	}
	var out strings.Builder
	for i, b := range c.bits {
		if i > 0 && (b.blank || b.x-b.after > wide && !unspacedBetween(c.bits[i-1].text, b.text)) && (b.text != "/" || !scheme(out.String())) {
			out.WriteByte(' ')
		}
		out.WriteString(b.text)
	}
	c.text, c.bits = out.String(), nil
}

// unspacedBetween says whether white between two texts is none in writing: at
// one side stands what has none around it.
func unspacedBetween(before, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(next)
	return unspaced(last) || unspaced(first)
}

// scheme says whether text ends with the scheme of an address; typesetters
// leave white behind it.
func scheme(s string) bool { return strings.HasSuffix(s, "http:") || strings.HasSuffix(s, "https:") }

// lettersOf is what a glyph's text is in a chunk: ligatures are taken
// apart, and signs that addresses are written with are those of the keyboard.
func lettersOf(s string) string {
	if len(s) == 1 && s[0] >= ' ' && s[0] < 0x7f {
		return s
	}
	var out strings.Builder
	for _, r := range s {
		switch {
		case r >= 'ﬀ' && r <= 'ﬆ':
			out.WriteString(norm.NFKC.String(string(r)))
		case r == '‐' || r == '‑' || r == '\u00ad': // fonts show them with one glyph
			out.WriteByte('-')
		case r == '∗': // TeX's star of notes
			out.WriteByte('*')
		case r == '˜' || r == '∼': // as fonts have it that are older than addresses
			out.WriteByte('~')
		case r == '\u037e': // the Greek question mark, whose glyph the semicolon shares
			out.WriteByte(';')
		case r >= ' ' && r != utf8.RuneError && r != '\u007f':
			out.WriteRune(r)
		}
	}
	return out.String()
}

func (c *chunk) count(g glyph) {
	n := utf8.RuneCountInString(g.text)
	c.letters += n
	if g.font != nil && g.font.bold {
		c.bold += n
	}
	if g.font != nil && g.font.italic {
		c.italic += n
	}
	c.last = g
}

// combining are the accents that old fonts draw as letters of their own, and
// those that are no letters in themselves.
func combining(s string) rune {
	if r, n := utf8.DecodeRuneInString(s); n == len(s) && unicode.Is(unicode.Mn, r) {
		return r
	}
	switch s {
	case "´":
		return '\u0301'
	case "`":
		return '\u0300'
	case "¨":
		return '\u0308'
	case "ˆ", "^":
		return '\u0302'
	case "˜", "~":
		return '\u0303'
	case "ˇ":
		return '\u030c'
	case "˚":
		return '\u030a'
	case "¸":
		return '\u0327'
	case "¯":
		return '\u0304'
	case "˙":
		return '\u0307'
	case "˝":
		return '\u030b'
	case "˘":
		return '\u0306'
	case "˛":
		return '\u0328'
	}
	return 0
}

// over says whether two glyphs stand above each other; accents without a width
// do so anywhere near.
func over(a, b *glyph) bool {
	if a.w == 0 && combining(a.text) != 0 {
		return a.x > b.x-0.3*b.size && a.x < b.x+b.w+0.5*b.size
	}
	middle := a.x + a.w/2
	return middle > b.x && middle < b.x+b.w || abs(middle-b.x-b.w/2) < 0.2*b.w
}

// accented says whether a glyph is the letter below an accent, whatever its height.
func (c *chunk) accented(g *glyph) bool {
	return c.letters > 0 && abs(g.y-c.y) < 0.4*c.size && (combining(c.last.text) != 0 && over(&c.last, g) || combining(g.text) != 0 && over(g, &c.last))
}

// compose joins an accent and its letter, whichever was drawn first.
func (c *chunk) compose(g *glyph) bool {
	if c.letters == 0 {
		return false
	}
	accent, letter := combining(c.last.text), *g
	if accent == 0 {
		accent, letter = combining(g.text), c.last
	}
	if accent == 0 || !over(g, &c.last) && !over(&c.last, g) || !isLetter(letter.text) {
		return false
	}
	base := strings.NewReplacer("ı", "i", "ȷ", "j").Replace(letter.text)
	letter.text = norm.NFC.String(base + string(accent))
	last := &c.bits[len(c.bits)-1]
	last.text, last.x = letter.text, min(last.x, letter.x)
	if len(c.bits) == 1 {
		c.x0, c.y, c.size = last.x, letter.y, letter.size
	}
	c.letters--
	c.count(letter)
	c.end = max(c.end, g.x+g.w)
	c.x1 = max(c.x1, c.end)
	return true
}

func isLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// once drops chunks that are drawn a second time in the same place, as shadow
// or for boldness.
func once(list []*chunk) []*chunk {
	type place struct {
		text string
		x, y int
	}
	seen := map[place]bool{}
	return slices.DeleteFunc(list, func(c *chunk) bool {
		at := place{c.text, int(c.x0 / 2), int(c.y / 2)}
		double := seen[at] && c.letters > 1
		seen[at] = true
		return double
	})
}

// raise finds the chunks that stand above or below the line of another one:
// smaller, and beside it. What is left are the chunks of lines.
func raise(list []*chunk) (base []*chunk) {
	byHeight := slices.Clone(list)
	slices.SortStableFunc(byHeight, func(a, b *chunk) int { return cmp.Compare(a.y, b.y) })
	for _, c := range list {
		if c.letters > 24 {
			continue
		}
		reach := 2.5 * c.size
		from, _ := slices.BinarySearchFunc(byHeight, c.y-reach, func(d *chunk, y float64) int { return cmp.Compare(d.y, y) })
		best := 1e9
		for _, d := range byHeight[from:min(from+mostBeside, len(byHeight))] {
			if d.y > c.y+reach {
				break
			}
			if how := c.above(d); how != 0 && d.distance(c) < best {
				best, c.base, c.style = d.distance(c), d, how
			}
		}
	}
	for _, c := range list {
		if c.superiored {
			c.style = document.Superscript
		}
		if c.base != nil && c.base.base != nil { // of a chunk that is raised itself
			c.base = c.base.base
		}
		if c.base == nil || c.base == c {
			c.base = nil
			base = append(base, c)
		}
	}
	return base
}

// distance is the white between two chunks.
func (c *chunk) distance(d *chunk) float64 { return max(0, max(d.x0-c.x1, c.x0-d.x1)) }

// above says whether c is raised or lowered against d, and which.
func (c *chunk) above(d *chunk) document.Style {
	reach := 0.7 * d.size
	if c.x1 <= d.x0 && isNumber(strings.Trim(c.text, "[(.)] ")) {
		reach = 4 * d.size // the label of a note whose text is indented
	}
	if d == c || d.distance(c) > reach {
		return 0
	}
	rise := (c.y - d.y) / d.size
	switch {
	case c.size < 0.87*d.size && rise > 0.1 && rise < 0.85,
		c.size < 1.02*d.size && rise > 0.2 && rise < 0.6 && c.letters <= 5 && isNumber(strings.Trim(c.text, "()[]*")) && d.letters > 4:
		return document.Superscript
	case c.size < 0.87*d.size && rise < -0.06 && rise > -0.4:
		return document.Subscript
	}
	return 0
}

// isNumber says whether s holds digits and nothing else.
func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
