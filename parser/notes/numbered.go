package notes

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"ibid/parser/document"
)

// candidate is a paragraph that starts like a note.
type candidate struct {
	block int
	label label
}

// list is a run of candidates of one form with rising numbers.
type list struct {
	form  form
	items []candidate
	seen  map[string]bool
}

// numbered finds notes by the numbers alone: runs of numbered paragraphs to
// which numbers in the text correspond, or which stand under a heading.
func (f *finder) numbered() {
	all := f.lists()
	f.plainCalls = !slices.ContainsFunc(all, (*list).worded)
	found := f.scan()
	calls := newCallers(found)
	var lists []*list
	// Lists under a heading for notes come first: what calls them calls no other.
	for _, headed := range []bool{true, false} {
		for _, l := range all {
			if f.headed(l) == headed && f.accept(l, calls) {
				lists = append(lists, l)
				calls.take(l)
			}
		}
	}
	if len(lists) == 0 {
		lists = f.parenLists(all)
	}
	if len(lists) == 0 {
		return
	}
	var order []candidate
	for _, l := range lists {
		order = append(order, l.items...)
	}
	sort.SliceStable(order, func(i, j int) bool { return order[i].block < order[j].block })
	for i, c := range order {
		next := len(f.doc.Blocks)
		if i+1 < len(order) {
			next = order[i+1].block
		}
		f.numberedNote(c, next, i+1 == len(order), found)
	}
	f.last = f.drafts[len(f.drafts)-1].pieces[len(f.drafts[len(f.drafts)-1].pieces)-1].block
	f.undefined()
}

// undefined takes the markers that the format declares and defines no notes for:
// "[^1] Ada", a definition without its colon, has a marker for its label.
func (f *finder) undefined() {
	f.markers = slices.DeleteFunc(f.markers, func(m marker) bool {
		return f.owner[m.at.block] >= 0 && f.ownLabel(m.at.block, spot{at: m.at})
	})
	f.mendMarkers()
}

// worded says whether the numbers of a list have words before them, as notes that
// are told from references so have: "note 3" beside "3".
func (l *list) worded() bool { return unworded(l.items[0].label.number) != l.items[0].label.number }

// parenLists are the lists "(1) …" whose numbers the text before them calls in
// the same brackets, every one of them and in their order: "mill (1). Then".
func (f *finder) parenLists(all []*list) []*list {
	const (
		least = 3  // notes; two may be points of an argument
		most  = 20 // lists that are looked at
	)
	var out []*list
	tried := 0
	for _, l := range all {
		if l.form != closed || len(l.items) < least || tried == most {
			continue
		}
		tried++
		next := 0
		for i := range l.items[0].block {
			p := &f.plain[i]
			if b := &f.doc.Blocks[i]; b.Kind == document.Code || b.Region == document.Chrome {
				continue
			}
			for _, m := range parenSpot.FindAllStringSubmatchIndex(p.String, -1) {
				if next < len(l.items) && p.String[m[2]:m[3]] == l.items[next].label.number && behindWord(p.String, spot{at: place{i, m[0]}, to: m[1]}) {
					next++
				}
			}
		}
		if next == len(l.items) {
			out = append(out, l)
		}
	}
	return out
}

// lists gathers the candidates into runs.
func (f *finder) lists() []*list {
	open := map[form]*list{}
	var all []*list
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if b.Kind == document.Code || b.Kind == document.Heading && f.readLabel(i, 0).form != bracketed || b.Region == document.Chrome && b.Kind != document.ListItem {
			continue
		}
		l := f.candidate(i)
		if l.form == noForm || l.value == 0 && l.form != signed {
			continue
		}
		c := candidate{i, l}
		run := open[l.form]
		if run == nil || !run.takes(c, f) {
			run = &list{form: l.form, seen: map[string]bool{}}
			open[l.form] = run
			all = append(all, run)
		}
		run.items = append(run.items, c)
		run.seen[l.number] = true
	}
	return all
}

func (f *finder) candidate(i int) label {
	b := &f.doc.Blocks[i]
	if b.Label != "" {
		if b.Kind == document.ListItem && f.opensItem(i) {
			return label{form: listed, number: b.Label, value: leading(b.Label)}
		}
		return label{}
	}
	if b.Kind == document.TableCell && f.rowGoesOn(i) || f.labelAlone(i) {
		if number := labelText(f.texts[i].String); leading(number) > 0 {
			n := f.texts[i].Len()
			return label{form: listed, number: number, value: leading(number), stop: n, end: n, shown: shown(bareText(f.texts[i].String), number)}
		}
	}
	return f.readLabel(i, f.raisedPrefix(i))
}

// rowGoesOn says whether a block opens a row of a table that has more cells.
func (f *finder) rowGoesOn(i int) bool {
	row := f.doc.Blocks[i].Element
	for row >= 0 && f.doc.Elements[row].Name != "tr" {
		row = f.doc.Elements[row].Parent
	}
	return row >= 0 && i+1 < len(f.doc.Blocks) && f.doc.Within(&f.doc.Blocks[i+1], row) && (i == 0 || !f.doc.Within(&f.doc.Blocks[i-1], row))
}

// labelAlone says whether a block is a number with a container of its own, in
// which the note follows it: <div><span>1</span><p>…</p></div>.
func (f *finder) labelAlone(i int) bool {
	if leading(labelText(f.texts[i].String)) == 0 || i+1 == len(f.doc.Blocks) {
		return false
	}
	own := f.doc.Blocks[i].Element
	for own >= 0 && !f.doc.Within(&f.doc.Blocks[i+1], own) {
		own = f.doc.Elements[own].Parent
	}
	if own < 0 || i > 0 && f.doc.Within(&f.doc.Blocks[i-1], own) {
		return false
	}
	for k := i + 1; k < len(f.doc.Blocks) && f.doc.Within(&f.doc.Blocks[k], own); k++ {
		if k > i+maxParagraphs || labelText(f.texts[k].String) != "" {
			return false
		}
	}
	return true
}

// maxParagraphs is how many paragraphs a note has that is known only by a number
// that stands before them.
const maxParagraphs = 10

// takes says whether a candidate goes on with the run. Small gaps and swapped
// neighbours are the source's mistakes; a jump is another list.
func (l *list) takes(c candidate, f *finder) bool {
	last := l.items[len(l.items)-1]
	if l.form == signed {
		return c.block-last.block < 5
	}
	if l.form == listed && f.parent(c.block) != f.parent(last.block) {
		return c.label.value == last.label.value+1
	}
	d := c.label.value - last.label.value
	switch {
	case d == 0:
		return !l.seen[c.label.number] || c.label.value > 1 && len(l.items) > 1
	case d > 0:
		return d <= 3 || d <= 12 && (l.form == worded || l.form == bracketed)
	default:
		return d >= -2 && !l.seen[c.label.number] && c.label.value > l.items[0].label.value
	}
}

// headed says whether a list stands under a heading for notes.
func (f *finder) headed(l *list) bool {
	above, _ := f.headingAbove(l.items[0].block)
	return isNoteHeading(above)
}

// starred is the length from which "* text" is taken for the note of a "word*" that
// is not raised: shorter ones say what a form asks for, "* required".
const starred = 40

// accept says whether a run of numbered paragraphs is one of notes.
func (f *finder) accept(l *list, calls *callers) bool {
	first := l.items[0].block
	above, far := f.headingAbove(first)
	isNotes := above != "" && isNoteHeading(above)
	marked := calls.support(l)
	n := len(l.items)
	switch l.form {
	case worded:
		return n > 1 || marked > 0
	case bracketed, raised, caret:
		return marked*2 >= n || marked >= 3 && marked*4 >= n || isNotes && far <= 3 && n > 1 && !isBibliography(above)
	case signed:
		return marked == n && (n > 1 || calls.raised(l.items[0].label.number) || f.texts[first].Len() >= starred)
	case lettered:
		return marked == n && n > 2
	default:
		if above != "" && isBibliography(above) {
			return marked*10 >= n*8
		}
		strict := isNotes && !oneOf(above, sourceHeadings)
		return marked*10 >= n*6 && marked > 0 && (n > 1 || isNotes) && (l.form != bare || isNotes || n >= 3) || strict && far <= 2 && n > 1 && l.form != bare
	}
}

// headingAbove is the last heading, or short line that could be one, before a
// block, and how many blocks away it is.
func (f *finder) headingAbove(block int) (text string, far int) {
	for i := block - 1; i >= 0 && i >= block-4; i-- {
		s := f.texts[i].String
		if f.doc.Blocks[i].Kind == document.Heading || isNoteHeading(s) || isBibliography(s) {
			return s, block - i
		}
	}
	return "", 0
}

// numberedNote makes a draft of a candidate.
func (f *finder) numberedNote(c candidate, next int, last bool, found []spot) {
	text := f.texts[c.block]
	d := draft{number: c.label.number, shown: c.label.shown, element: -1, signed: c.label.form == signed, anchors: f.doc.Blocks[c.block].Anchors.IDs()}
	d.label = text.Span(c.label.start, c.label.stop)
	if c.label.form == listed {
		b := &f.doc.Blocks[c.block]
		d.label = document.Span{Start: b.Span.Start, End: max(b.Span.Start, text.Span(0, 0).Start), Part: b.Span.Part}
	}
	d.pieces = []piece{{c.block, c.label.end, text.Len()}}
	f.owner[c.block] = len(f.drafts)
	f.drafts = append(f.drafts, d)
	note := &f.drafts[len(f.drafts)-1]
	if c.label.bar {
		f.toBracket(note, next)
		return
	}
	if end := f.continuation(c, next, last, found); end > c.block {
		for i := c.block + 1; i <= end; i++ {
			if f.doc.Blocks[i].Region != document.Chrome {
				note.pieces = append(note.pieces, piece{i, 0, f.texts[i].Len()})
				f.owner[i] = len(f.drafts) - 1
			}
		}
	}
	f.splitInside(note)
}

// toBracket ends a note "[Footnote 12: …]" at the bracket that closes it.
func (f *finder) toBracket(d *draft, next int) {
	depth := 1
	for i := d.pieces[0].block; i < next; i++ {
		from := 0
		if i == d.pieces[0].block {
			from = d.pieces[0].from
		} else {
			d.pieces = append(d.pieces, piece{i, 0, f.texts[i].Len()})
			f.owner[i] = len(f.drafts) - 1
		}
		s := f.texts[i].String
		for k := from; k < len(s); k++ {
			switch s[k] {
			case '[':
				depth++
			case ']':
				depth--
			}
			if depth == 0 {
				d.pieces[len(d.pieces)-1].to = k
				return
			}
		}
	}
	// It never closes: the first paragraph is all that is sure.
	d.pieces = d.pieces[:1]
}

// continuation is the last block that still belongs to a candidate's note.
func (f *finder) continuation(c candidate, next int, last bool, found []spot) int {
	container := f.ownContainer(c.block, next)
	end := c.block
	for i := c.block + 1; i < next; i++ {
		b := &f.doc.Blocks[i]
		if container >= 0 && f.doc.Within(b, container) || f.defines(c.block, i) {
			end = i
			continue
		}
		if last || b.Kind == document.Heading || container >= 0 {
			return end
		}
	}
	if end == c.block && !last && !f.marksBeyond(c, next, found) {
		end = next - 1
	}
	return end
}

// marksBeyond says whether the blocks between a note and the next hold
// markers: then they are the article's text.
func (f *finder) marksBeyond(c candidate, next int, found []spot) bool {
	lo, hi := 0, len(found)
	for lo < hi {
		mid := (lo + hi) / 2
		if found[mid].at.block <= c.block {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(found) && found[lo].at.block < next; lo++ {
		if n := leading(found[lo].label); n > c.label.value && n < c.label.value+20 {
			return true
		}
	}
	return false
}

// marked says whether a marker with a label stands in the text.
func (f *finder) marked(label string) bool {
	for i := range f.doc.Blocks {
		if f.owner[i] < 0 && strings.Contains(f.plain[i].String, "["+label+"]") {
			return true
		}
	}
	return false
}

// splitInside makes notes of their own of "[52a] …" inside note 52.
func (f *finder) splitInside(d *draft) {
	n := leading(d.number)
	if n == 0 || d.number != strconv.Itoa(n) {
		return
	}
	p := d.pieces[len(d.pieces)-1]
	s := f.texts[p.block].String
	at := strings.Index(s[p.from:p.to], "["+d.number+"a]")
	if at <= 0 || !f.marked(d.number+"a") {
		return
	}
	at += p.from
	d.pieces[len(d.pieces)-1].to = at
	width := len(d.number) + 3
	inner := draft{number: d.number + "a", element: -1, label: f.texts[p.block].Span(at+1, at+width-1)}
	inner.pieces = []piece{{p.block, at + width, p.to}}
	f.drafts = append(f.drafts, inner)
}
