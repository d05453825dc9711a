package notes

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
	"ibid/pattern"
)

// spot is a place in the text that may be a marker.
type spot struct {
	label   string
	at      place
	to      int
	raised  bool // superscript
	leading bool // at the start of its block, where a note's own label stands
}

var (
	bracketSpot = pattern.New(`\[\s?\^?` + longWords + `((?:(?:` + noteWords + `)\s?)?\d{1,4}[a-zA-Z]?(?::\d{1,3})?(?:\s?[,;–—-]\s?\d{1,4}[a-zA-Z]?){0,20})\s?\]`)
	romanSpot   = pattern.New(`\[([ivx]{1,7}|[IVX]{1,7}|[a-z])\]`)
	wordedSpot  = pattern.New(`\((?:` + noteWords + `)\s?(\d{1,4}[a-zA-Z]?)\)`)
	caretSpot   = pattern.New(`\^(\d{1,3})\^?`)
	signSpot    = pattern.New(`[\pL\d.,;:!?"'”’»)]\(?(\*{1,6}|†{1,3}|‡{1,3})\)?(?:[\s.,;:!?”’»)]|$)`)
	// typedEmphasis is how people write *words* that matter where they have no italics.
	typedEmphasis = pattern.New(`(?:^|[\s(„“"])\*+[\pL\d]`)
	raisedSpot    = pattern.New(`[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[⁻,˒ ]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*`)
	rangeSpot     = pattern.New(`^(\d{1,4})\s?[–—-]\s?(\d{1,4})$`)
)

// maxRange is the widest range in one bracket that is spread out.
const maxRange = 50

// scan lists all places in the document that could be markers.
func (f *finder) scan() []spot {
	var found []spot
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if b.Kind == document.Code || b.Region == document.Chrome && b.Kind != document.ListItem {
			continue
		}
		found = append(found, f.spots(i)...)
	}
	return found
}

// spots are those of one block, in order, but for those in code and in text
// that the page does not show.
func (f *finder) spots(i int) []spot {
	p := &f.plain[i]
	s := p.String
	var found []spot
	add := func(m []int, label string, raised bool) {
		found = append(found, spread(i, p.Offset(m[0]), p.Offset(m[1]), label, raised, blankLabel(s[:m[0]]))...)
	}
	if strings.Contains(s, "[") {
		style := f.styleOf(i)
		for _, m := range romanSpot.FindAllStringSubmatchIndex(s, -1) {
			if next, _ := utf8.DecodeRuneInString(s[m[1]:]); !unicode.IsLetter(next) && style(p.Offset(m[0]))&(document.Monospace|document.Hidden) == 0 {
				add(m, s[m[2]:m[3]], false) // "[i]t" is a quotation's
			}
		}
		style = f.styleOf(i)
		for _, m := range bracketSpot.FindAllStringSubmatchIndex(s, -1) {
			if style(p.Offset(m[0]))&(document.Monospace|document.Hidden) == 0 && !indexed(s, m[0]) {
				add(m, s[m[2]:m[3]], false)
			}
		}
	}
	if strings.Contains(s, "(") && f.owner[i] < 0 {
		style := f.styleOf(i)
		for _, m := range wordedSpot.FindAllStringSubmatchIndex(s, -1) {
			if style(p.Offset(m[0]))&(document.Monospace|document.Hidden) == 0 {
				add(m, s[m[2]:m[3]], false)
			}
		}
	}
	if strings.Contains(s, "^") {
		for _, m := range caretSpot.FindAllStringSubmatchIndex(s, -1) {
			if behindWord(s, spot{at: place{i, m[0]}, to: m[1]}) || blankLabel(s[:m[0]]) {
				add(m, s[m[2]:m[3]], false)
			}
		}
	}
	style := f.styleOf(i)
	for _, m := range raisedSpot.FindAllStringIndex(s, -1) {
		if label := plainDigits(s[m[0]:m[1]]); len(label) <= 12 && !exponent(s[:m[0]], label) && !style(p.Offset(m[0])).Has(document.Hidden) {
			add(m, label, true)
		}
	}
	at, raw := 0, f.texts[i].String
	for _, r := range f.doc.Blocks[i].Runs {
		if r.Style.Has(document.Superscript) && !r.Style.Has(document.Hidden) {
			plain := document.PlainNumbers(r.Text.String).String
			if t := strings.Trim(strings.TrimSpace(plain), "[]()"); t != "" && len(t) <= 20 && (t[0] >= '0' && t[0] <= '9' || strings.Trim(t, "*†‡§¶‖") == "") && !strings.Contains(plain, "[") && !exponent(raw[:at], t) {
				found = append(found, spread(i, at, at+r.Text.Len(), t, true, blankLabel(raw[:at]))...)
			}
		}
		at += r.Text.Len()
	}
	if f.owner[i] < 0 && strings.ContainsAny(s, "*†‡") && !typedEmphasis.MatchString(s) {
		style := f.styleOf(i)
		for _, m := range signSpot.FindAllStringSubmatchIndex(s, -1) {
			if style(p.Offset(m[2]))&(document.Monospace|document.Hidden|document.Superscript) == 0 {
				add(m[2:4], s[m[2]:m[3]], false)
			}
		}
	}
	if f.plainCalls {
		for k := range found {
			found[k].label = unworded(found[k].label)
		}
	}
	sort.SliceStable(found, func(a, b int) bool { return found[a].at.offset < found[b].at.offset })
	return found
}

// unworded is a label without the word before its number: "3" of "note 3".
func unworded(label string) string {
	first, _ := utf8.DecodeRuneInString(label)
	if i := strings.IndexFunc(label, unicode.IsDigit); i > 0 && unicode.IsLetter(first) {
		return label[i:]
	}
	return label
}

// exponent says whether a raised number behind a text belongs to a unit or a
// small number: 40 m², 12 km³, 10⁶. Behind a year it is a marker.
func exponent(before, label string) bool {
	const unit = 12 // bytes, and more than a unit has
	before = before[max(0, len(before)-unit):]
	if smallPower.MatchString(before) {
		return true
	}
	return len(label) == 1 && unitBefore.MatchString(before)
}

var (
	unitBefore = pattern.New(`(?:^|[\d\s/(·.])(?:[cdkmnµ]?m|hm|qm|ft|in|yd|mi|sq|s|[Rrxync]|CO|H|mc|χ|π|σ)$`)
	smallPower = pattern.New(`(?:^|[\s×x(=·.,])\d{1,3}$`)
)

// indexed says whether the bracket at i follows a name without a sentence's
// end, as an array's index in code does: "a[0]" but not "word[3]".
func indexed(s string, i int) bool {
	before, size := utf8.DecodeLastRuneInString(s[:i])
	if before == '_' || before == '=' || before == '$' || before == '\\' {
		return true
	}
	if !unicode.IsLetter(before) {
		return false
	}
	previous, _ := utf8.DecodeLastRuneInString(s[:i-size])
	return (previous == ' ' || previous == utf8.RuneError || previous == '(') && before != 'a' && before != 'I' && before != 'A' && before < 0x80
}

// spread makes one spot of every number in a list or range.
func spread(block, from, to int, numbers string, raised, leads bool) []spot {
	var found []spot
	add := func(label string) {
		found = append(found, spot{label: label, at: place{block, from}, to: to, raised: raised, leading: leads})
	}
	for _, part := range strings.FieldsFunc(numbers, func(r rune) bool { return r == ',' || r == ';' }) {
		part = strings.TrimSpace(part)
		m := rangeSpot.FindStringSubmatch(part)
		if m == nil {
			add(part)
			continue
		}
		lo, _ := strconv.Atoi(m[1])
		hi, _ := strconv.Atoi(m[2])
		if lo >= hi || hi-lo > maxRange {
			continue
		}
		for n := lo; n <= hi; n++ {
			add(strconv.Itoa(n))
		}
	}
	return found
}

// looseMarkers finds the markers that are plain text: those of numbered
// notes, and those of linked notes that lost their link.
func (f *finder) looseMarkers() {
	if len(f.drafts) == 0 || f.drafts[0].key != "" {
		return
	}
	taken := map[place]bool{}
	marked := map[int]bool{}
	for _, m := range f.markers {
		taken[m.at] = true
		if m.note >= 0 {
			marked[m.note] = true
		}
	}
	linked := len(f.markers) > 0
	sc := newScoper(f)
	if !linked {
		f.strayMarkers(sc)
		for _, m := range f.markers {
			taken[m.at] = true
		}
	}
	raised, flat := 0, 0
	var spots []spot
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if b.Kind == document.Code || b.Region == document.Chrome && f.owner[i] < 0 || f.last >= 0 && i > f.last && f.doc.Format == "text" {
			continue
		}
		for _, s := range f.spots(i) {
			if taken[s.at] || s.leading && f.owner[i] >= 0 && f.ownLabel(i, s) || f.insideLink(s) {
				continue
			}
			if _, ok := sc.byLabel[s.label]; ok {
				if s.raised {
					raised++
				} else {
					flat++
				}
			}
			spots = append(spots, s)
		}
	}
	useRaised, useFlat := raised > 0 && raised >= flat/4, flat > 0 && flat >= raised/4
	h := markerHabit{highest: sc.highest(), glued: glued(f, sc, spots)}
	for _, s := range spots {
		if signs := leading(s.label) == 0; !signs && (s.raised && !useRaised || !s.raised && !useFlat) {
			continue
		}
		note := sc.find(s.at, s.label)
		if linked && (note < 0 || marked[note]) {
			continue // markers of this article are links; a number elsewhere is none
		}
		if note < 0 && !h.credible(s, f.texts[s.at.block].String) {
			continue
		}
		if note >= 0 && f.owner[s.at.block] == note {
			continue
		}
		f.markers = append(f.markers, marker{label: s.label, at: s.at, note: note, span: f.texts[s.at.block].Slice(s.at.offset, s.to).Trim().All()})
	}
	if !linked && len(f.markers) == 0 {
		f.parenMarkers(sc)
	}
	if !linked && len(f.markers) == 0 {
		f.gluedMarkers(sc)
	}
}

// ownLabel says whether a spot is the printed label of a note that starts there.
func (f *finder) ownLabel(block int, s spot) bool {
	for d := f.owner[block]; d >= 0 && d < len(f.drafts); d++ {
		p := f.drafts[d].pieces[0]
		if p.block != block {
			return false
		}
		if s.at.offset < p.from {
			return true
		}
	}
	return false
}

// insideLink says whether a spot is part of a link to elsewhere on the page.
func (f *finder) insideLink(s spot) bool {
	for _, l := range f.linksOf(s.at.block) {
		if l.from.offset <= s.at.offset && s.at.offset < l.to.offset {
			return true
		}
	}
	return false
}

// markerHabit is what an article's flat markers have in common.
type markerHabit struct {
	highest int // of the notes' numbers
	// glued says that they follow their words without a space.
	glued bool
}

// credible says whether a number without a note is a marker all the same: it
// lies among the notes' numbers or next to them, or stands as the others do, and
// is no year or exponent.
func (h markerHabit) credible(s spot, text string) bool {
	n := leading(s.label)
	if n <= 0 || n >= 1000 || h.highest < 2 || s.raised || s.leading || listLike(text, s) {
		return false
	}
	return n <= h.highest+2 || h.glued && behindWord(text, s)
}

// glued says whether an article has flat markers enough to tell a habit, nearly
// all of which follow their words without a space.
func glued(f *finder, sc *scoper, spots []spot) bool {
	const enough = 5
	all, tight := 0, 0
	for _, s := range spots {
		if _, ok := sc.byLabel[s.label]; !ok || s.raised {
			continue
		}
		all++
		if behindWord(f.texts[s.at.block].String, s) {
			tight++
		}
	}
	return all >= enough && tight*10 >= all*9
}

// behindWord says whether a bracket follows a word or its punctuation without a
// space, and a space or punctuation follows it.
func behindWord(text string, s spot) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.at.offset])
	after, _ := utf8.DecodeRuneInString(text[s.to:])
	return (unicode.IsLetter(before) || strings.ContainsRune(".,;:!?”’\"'»)", before)) &&
		(s.to == len(text) || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?”’\"'»)[—–", after))
}

// listLike says whether a bracket stands among words that make it something else.
func listLike(text string, s spot) bool {
	before := strings.TrimSpace(text[:s.at.offset])
	return strings.HasSuffix(before, "=") || strings.HasSuffix(before, "(") || before == ""
}
