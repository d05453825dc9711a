package notes

import (
	"slices"
	"sort"
	"strings"

	"ibid/parser/document"
	"ibid/pattern"
)

// noteID is what ids of notes look like in the systems that make them.
var noteID = pattern.New(`(?i)^(?:user-content-)?_?(?:fn|ftn|foot_?note|endnote|edn|end|cite_note|note|sdfootnote|sdendnote|ref|n|en|bib|b)[-_:.]?\w*\d|^f\d+$|(?i:footnote|endnote)[-_\w]*\d`)

// linked finds notes that markers link to, or that link back to markers.
func (f *finder) linked() {
	starts := map[int][]link{} // block → marker links that lead to its start
	declared := len(f.drafts)
	for _, l := range f.links {
		if l.declared || l.found && f.owner[l.target.block] >= 0 || l.label == "" || l.back || !l.found || !l.from.before(l.target) || l.target.block == l.from.block && l.target.offset <= l.to.offset {
			continue
		}
		if l.start && f.leadsBack(l) {
			continue // a note's own label above the text that it belongs to
		}
		if f.noteStart(l) {
			starts[l.target.block] = append(starts[l.target.block], l)
		}
	}
	if len(starts) == 0 {
		return
	}
	blocks := make([]int, 0, len(starts))
	for b := range starts {
		blocks = append(blocks, b)
	}
	sort.Ints(blocks)
	blocks = f.unlinkedSiblings(blocks, starts)
	for i, b := range blocks {
		f.startNote(b, starts[b])
		next := len(f.doc.Blocks)
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		f.extend(&f.drafts[len(f.drafts)-1], next, i+1 == len(blocks))
	}
	f.linkMarkers(declared)
	f.last = f.drafts[len(f.drafts)-1].pieces[len(f.drafts[len(f.drafts)-1].pieces)-1].block
}

// leadsBack says whether a label link at the start of a block leads to a place
// where text stands before, as a marker has it.
func (f *finder) leadsBack(l link) bool {
	return !blankLabel(f.texts[l.target.block].String[:l.target.offset])
}

// noteStart says whether a marker's link leads to the start of what looks like
// a note: its number, a link back, or an id as notes have it.
func (f *finder) noteStart(l link) bool {
	b := &f.doc.Blocks[l.target.block]
	s := f.texts[l.target.block].String
	// Contents lead to chapters "I", "II" as markers do to notes; text stands before these.
	alone := !l.start && labelText(s) == l.label && (l.superior || strings.ContainsAny(l.text, "[(") || noteID.MatchString(l.fragment))
	if b.Kind == document.Heading && !alone || b.Region == document.Chrome && !f.listBlock(l.target.block) || !blankLabel(s[:l.target.offset]) && f.readLabel(l.target.block, 0).end < l.target.offset && labelText(s[:l.target.offset]) != l.label {
		return false
	}
	if b.Label == l.label || noteID.MatchString(l.fragment) || alone {
		return true
	}
	if got := f.readLabel(l.target.block, f.raisedPrefix(l.target.block)); got.form != noForm && got.form != bare && got.number == l.label && strings.TrimSpace(s[got.end:]) != "" {
		return true
	}
	for _, back := range f.linksOf(l.target.block) {
		if back.found && back.target.block == l.from.block {
			return true
		}
	}
	return false
}

// listBlock says whether a block is a list item: those of notes may stand in
// what else would be a page's foot.
func (f *finder) listBlock(i int) bool {
	return f.doc.Blocks[i].Kind == document.ListItem
}

// linksOf are the links of a block.
func (f *finder) linksOf(block int) []link {
	lo := sort.Search(len(f.links), func(i int) bool { return f.links[i].from.block >= block })
	hi := lo
	for hi < len(f.links) && f.links[hi].from.block == block {
		hi++
	}
	return f.links[lo:hi]
}

// raisedPrefix is the length of the superscript text that a block starts with.
func (f *finder) raisedPrefix(block int) int {
	at := 0
	for _, r := range f.doc.Blocks[block].Runs {
		if !r.Style.Has(document.Superscript) {
			if len(r.Text.String) > 0 && labelText(r.Text.String) == "" && !blankLabel(r.Text.String) || at > 0 {
				return at
			}
			if blankLabel(r.Text.String) {
				at += r.Text.Len()
				continue
			}
			return 0
		}
		at += r.Text.Len()
	}
	return 0
}

// unlinkedSiblings adds the blocks that stand in the list like a note although
// no marker leads to them.
func (f *finder) unlinkedSiblings(blocks []int, starts map[int][]link) []int {
	parents := map[int]bool{}
	for _, b := range blocks {
		parents[f.parent(b)] = true
	}
	items := f.doc.Blocks[blocks[0]].Kind == document.ListItem && f.doc.Blocks[blocks[0]].Label != ""
	var more []int
	for i := blocks[0]; i < len(f.doc.Blocks) && i <= blocks[len(blocks)-1]+50; i++ {
		b := &f.doc.Blocks[i]
		if starts[i] != nil || b.Region == document.Chrome || b.Kind == document.Heading || !parents[f.parent(i)] && !f.labelledLink(i) {
			continue
		}
		if items && b.Kind == document.ListItem && b.Label != "" && f.opensItem(i) && parents[f.parent(i)] || f.labelledLink(i) {
			more = append(more, i)
		}
	}
	for i := blocks[0] - 1; i >= 0 && starts[i] == nil && f.labelledLink(i); i-- {
		more = append(more, i) // the first ones may have lost their markers
	}
	blocks = append(blocks, more...)
	sort.Ints(blocks)
	if more = f.unlinkedNotes(blocks, starts); len(more) > 0 {
		blocks = append(blocks, more...)
		sort.Ints(blocks)
	}
	return blocks
}

// opensItem says whether a block is the first of its list item.
func (f *finder) opensItem(i int) bool {
	e := f.doc.Blocks[i].Element
	return i == 0 || e < 0 || f.doc.Blocks[i-1].Element != e && !f.doc.Within(&f.doc.Blocks[i-1], e)
}

// labelledLink says whether a block starts with a label that links back up the
// page to nowhere, and has an id as notes have it.
func (f *finder) labelledLink(i int) bool {
	links := f.linksOf(i)
	if len(links) == 0 || !links[0].start || links[0].label == "" {
		return false
	}
	l := links[0]
	if l.found && !l.target.before(l.from) {
		return false
	}
	b := &f.doc.Blocks[i]
	if slices.ContainsFunc(b.Anchors.IDs(), noteID.MatchString) {
		return true
	}
	return blankLabel(f.texts[i].String[:l.from.offset]) && slices.ContainsFunc(b.Runs, func(r document.Run) bool {
		return slices.ContainsFunc(r.Anchors.IDs(), noteID.MatchString)
	})
}

// startNote makes a draft of a block to which marker links lead.
func (f *finder) startNote(b int, markers []link) {
	block := &f.doc.Blocks[b]
	d := draft{element: -1, linked: len(markers) > 0, anchors: block.Anchors.IDs()}
	for _, r := range block.Runs {
		d.anchors = append(slices.Clip(d.anchors), r.Anchors.IDs()...)
	}
	s := f.texts[b].String
	l := f.labelOf(b, markers)
	from := 0
	switch {
	case l.form != noForm:
		d.number, d.shown, from = l.number, l.shown, l.end
		d.label = f.texts[b].Span(l.start, l.stop)
	case block.Label != "" && len(markers) > 0 && leading(markers[0].label) == 0:
		d.number = markers[0].label // letters, which the page's style sheet prints in the list, too
	case block.Label != "":
		d.number = block.Label
	case len(markers) > 0:
		d.number = markers[0].label
	}
	if d.number == "" && len(markers) > 0 {
		d.number = markers[0].label
	}
	if d.label.Empty() {
		at := f.texts[b].Span(from, from)
		d.label = document.Span{Start: block.Span.Start, End: max(block.Span.Start, at.Start), Part: at.Part}
	}
	d.signed = l.form == signed
	d.pieces = []piece{{b, from, len(s)}}
	f.owner[b] = len(f.drafts)
	f.drafts = append(f.drafts, d)
}

// labelOf is the label printed at the start of a note: the text of its label
// link, or the number that the paragraph starts with.
func (f *finder) labelOf(b int, markers []link) label {
	s := f.texts[b].String
	for _, l := range f.linksOf(b) {
		if l.label == "" || !l.start || len(markers) > 0 && l.label != markers[0].label && f.doc.Blocks[b].Label != "" {
			continue
		}
		if f.doc.Blocks[b].Label != "" && leading(l.label) == 0 {
			continue // the "a b c" of several back links, behind a list's own number
		}
		end := l.to.offset
		for end < len(s) && (s[end] == ' ' || s[end] == '.' || s[end] == ']' || s[end] == ')' || s[end] == ':' || s[end] == '\n' || s[end] == '\t') {
			end++
		}
		return label{
			form: bracketed, number: l.label, value: leading(l.label), start: l.from.offset, stop: l.to.offset, end: end,
			shown: shown(bareText(l.text), l.label),
		}
	}
	if f.doc.Blocks[b].Label != "" {
		return label{}
	}
	got := f.readLabel(b, f.raisedPrefix(b))
	if alone := labelText(s); alone != "" && len(markers) > 0 && alone == markers[0].label {
		return label{form: bracketed, number: alone, value: leading(alone), end: len(s), stop: len(s), shown: shown(bareText(s), alone)}
	}
	if got.form == noForm {
		return f.plainLabel(b, markers)
	}
	for _, m := range markers {
		if m.label == got.number {
			return got
		}
	}
	if len(markers) > 0 && got.form == bare {
		return label{}
	}
	return got
}

// plainLabel is a label that is one only where a marker says so: "3: ", "Note 3 ".
func (f *finder) plainLabel(b int, markers []link) label {
	if len(markers) == 0 {
		return label{}
	}
	p, number := &f.plain[b], markers[0].label
	rest := strings.TrimLeft(p.String, " \t\n\u00a0")
	word := spokenLabel.FindString(rest)
	start := len(p.String) - len(rest) + len(word)
	after, ok := strings.CutPrefix(rest[len(word):], number)
	text := strings.TrimLeft(after, ": \t\n\u00a0")
	if !ok || text == after || word == "" && !strings.HasPrefix(after, ": ") {
		return label{}
	}
	stop := start + len(number)
	return label{form: dotted, number: number, value: leading(number), start: p.Offset(start), stop: p.Offset(stop), end: p.Offset(len(p.String) - len(text))}
}

// bareText is a label's text without the signs around it and the word before it.
func bareText(s string) string {
	return strings.Trim(spokenLabel.ReplaceAllString(s, ""), " \t\n\u00a0[]().:←↑^［］【】〔〕（）：")
}

// extend gives a note the blocks that follow its first: those in its own list
// item or division, and paragraphs up to the next note.
func (f *finder) extend(d *draft, next int, last bool) {
	first := d.pieces[0].block
	container := f.ownContainer(first, next)
	list := f.parent(first)
	for i := first + 1; i < next && i < len(f.doc.Blocks); i++ {
		b := &f.doc.Blocks[i]
		inside := container >= 0 && f.doc.Within(b, container) || f.defines(first, i) ||
			i == first+1 && d.pieces[0].from == d.pieces[0].to && b.Kind != document.Heading && f.parent(i) == list
		if !inside && (last || container >= 0 || b.Kind == document.Heading || f.parent(i) != list && (list < 0 || !f.doc.Within(b, list)) || f.hasMarker(i)) {
			return
		}
		if b.Region == document.Chrome && !inside {
			continue
		}
		d.pieces = append(d.pieces, piece{i, 0, f.texts[i].Len()})
		f.owner[i] = len(f.drafts) - 1
	}
}

// defines says whether a block is of the <dd> to a <dt>, which holds a note's label.
func (f *finder) defines(term, block int) bool {
	dt := f.doc.Blocks[term].Element
	if dt < 0 || f.doc.Elements[dt].Name != "dt" {
		return false
	}
	for e := f.doc.Blocks[block].Element; e >= 0; e = f.doc.Elements[e].Parent {
		if f.doc.Elements[e].Parent == f.doc.Elements[dt].Parent {
			return f.doc.Elements[e].Name == "dd" && f.doc.Elements[e].Span.Start >= f.doc.Elements[dt].Span.Start
		}
	}
	return false
}

// hasMarker says whether a block holds a link to a note.
func (f *finder) hasMarker(i int) bool {
	for _, l := range f.linksOf(i) {
		if l.label != "" && !l.start && l.found && l.from.before(l.target) {
			return true
		}
	}
	return false
}

// ownContainer is the outermost container that opens with a block and ends
// before the next note, or -1.
func (f *finder) ownContainer(first, next int) int {
	own := -1
	for e := f.doc.Blocks[first].Element; e >= 0; e = f.doc.Elements[e].Parent {
		if first > 0 && f.doc.Within(&f.doc.Blocks[first-1], e) || next < len(f.doc.Blocks) && f.doc.Within(&f.doc.Blocks[next], e) {
			break
		}
		switch f.doc.Elements[e].Name {
		case "body", "html", "main", "article", "ol", "ul", "section", "footer", "table", "tbody":
			return own
		}
		own = e
	}
	return own
}

// linkMarkers makes markers of the links that lead to notes, but for those that the
// format declared, which are the first of the drafts, and of those that
// look like it and lead nowhere. A link that the page does not show is one only
// of a note that no other leads to: it stands in text that opens on a click.
func (f *finder) linkMarkers(declared int) {
	byBlock := map[int]int{}
	for i := declared; i < len(f.drafts); i++ {
		byBlock[f.drafts[i].pieces[0].block] = i
	}
	raised, numbers := 0, map[string]bool{}
	for i := range f.drafts {
		numbers[f.drafts[i].number] = true
	}
	for _, l := range f.links {
		if _, ok := byBlock[l.target.block]; ok && l.found && l.superior {
			raised++
		}
	}
	shown := f.shownMarkers(byBlock)
	for _, l := range f.links {
		if l.label == "" || l.back || l.declared {
			continue
		}
		m := marker{label: l.label, at: l.from, span: l.span, note: -1, href: l.fragment}
		d, ok := byBlock[l.target.block]
		switch {
		case l.found && ok && l.from.before(l.target) && (l.from.block != l.target.block):
			if l.hidden && shown[d] {
				continue
			}
			m.note = d
			f.inside[l.href] = true
			if leading(f.drafts[d].number) > 0 && leading(l.label) == 0 {
				m.label = f.drafts[d].number
			}
		case !l.found && !l.hidden && f.owner[l.from.block] < 0 && (noteID.MatchString(l.fragment) && (l.superior || raised == 0) || l.superior && numbers[l.label]):
		default:
			continue
		}
		f.markers = append(f.markers, m)
	}
	f.mendMarkers()
}

// mendMarkers gives markers whose link leads nowhere the note of their number,
// if no other marker has it.
func (f *finder) mendMarkers() {
	marked := map[int]bool{}
	byNumber := map[string]int{}
	for _, m := range f.markers {
		if m.note >= 0 {
			marked[m.note] = true
		}
	}
	for i := range f.drafts {
		if _, ok := byNumber[f.drafts[i].number]; !ok && !marked[i] {
			byNumber[f.drafts[i].number] = i
		}
	}
	for i := range f.markers {
		if m := &f.markers[i]; m.note < 0 {
			if d, ok := byNumber[m.label]; ok {
				m.note = d
			}
		}
	}
}
