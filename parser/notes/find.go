package notes

import (
	"slices"
	"sort"
	"strconv"

	"ibid/parser/article"
	"ibid/parser/batch"
	"ibid/parser/document"
)

// MaxNotes is the largest number of notes that is read.
const MaxNotes = 50_000

// Find finds the markers and notes of a document and sets everything of an
// Article but its citations and addresses.
func Find(doc *document.Document) *article.Article {
	f := &finder{doc: doc, texts: make([]document.Text, len(doc.Blocks)), owner: make([]int, len(doc.Blocks)), truncated: doc.Truncated}
	f.plain = make([]document.Plain, len(doc.Blocks))
	batch.Each(len(doc.Blocks), func(i int) {
		f.texts[i] = doc.Blocks[i].Text()
		f.plain[i] = document.PlainNumbers(f.texts[i].String)
		f.owner[i] = -1
	})
	f.indexBesides()
	f.indexAnchors()
	f.declared()
	// One chapter of a book may declare its notes, and another not.
	if declared := len(f.drafts); declared == 0 || doc.Format == "epub" {
		if f.linked(); declared > 0 && len(f.drafts) > declared {
			f.sortDrafts()
		}
	}
	f.beside()
	if len(f.drafts) == 0 {
		f.numbered()
	}
	f.dropCopies()
	f.scopes()
	f.looseMarkers()
	return f.article()
}

// finder is the state of one search.
type finder struct {
	doc     *document.Document
	texts   []document.Text
	plain   []document.Plain // the texts as labels are looked for in them
	owner   []int            // block → index in drafts of the note it starts in, or -1
	anchors map[string]place
	counts  map[string]int
	links   []link
	drafts  []draft
	markers []marker
	besides map[string][]int // key of a note at its marker → its blocks
	// inside are the hrefs that lead to notes of the page, or back from them.
	inside map[string]bool
	// copies are the blocks of notes that the page prints twice.
	copies map[int]bool
	// last is the last block of a list of notes that ends the article, or -1.
	last int
	// truncated says what was left out.
	truncated string
	// plainCalls says that "[note 3]" calls note 3: no note is labelled "note 3".
	plainCalls bool
}

// place is an offset in a block's text.
type place struct{ block, offset int }

func (p place) before(q place) bool {
	return p.block < q.block || p.block == q.block && p.offset < q.offset
}

// draft is a note being put together.
type draft struct {
	number  string // in plain digits
	shown   string // as the source has it, where that is different
	label   document.Span
	pieces  []piece
	anchors []string
	scope   int
	name    string // of the scope
	key     string // the format's own key
	signed  bool
	linked  bool // markers link to it
	element int  // container that the note ends with, -1
}

// piece is a stretch of a block's text that belongs to a note.
type piece struct{ block, from, to int }

func (d *draft) at() place { return place{d.pieces[0].block, d.pieces[0].from} }

// marker is a marker being matched.
type marker struct {
	label string
	at    place
	span  document.Span
	note  int // index in drafts, or -1
	href  string
}

// floats says whether a block stands outside the flow of the text.
func (f *finder) floats(block int) bool {
	b := &f.doc.Blocks[block]
	if b.Kind == document.TableCell {
		return true
	}
	for e := b.Element; e >= 0; e = f.doc.Elements[e].Parent {
		switch f.doc.Elements[e].Name {
		case "aside", "figure", "figcaption", "table", "td", "th", "caption":
			return true
		}
	}
	return false
}

// scopes numbers the stretches within which numbers are unique: a label that
// was there before and is the lowest starts a new one.
func (f *finder) scopes() {
	if len(f.drafts) > MaxNotes {
		f.leaveOut()
	}
	if f.doc.RenumbersByMarker && len(f.drafts) > 0 && f.drafts[0].key != "" {
		return
	}
	if f.declaredScopes() {
		return
	}
	scope, first := 0, 0
	seen := map[string]bool{}
	for i := range f.drafts {
		d := &f.drafts[i]
		n := leading(d.number)
		if seen[d.number] && !d.signed && n > 0 && n <= first && (len(seen) > 1 || !f.siblings(i-1, i)) {
			scope++
			seen = map[string]bool{}
		}
		if len(seen) == 0 || n > 0 && n < first {
			first = n
		}
		seen[d.number] = true
		d.scope = scope
	}
	if scope > 0 {
		f.nameScopes()
	}
}

// leaveOut drops the notes beyond the limit, and says so.
func (f *finder) leaveOut() {
	if f.truncated != "" {
		f.truncated += "; "
	}
	f.truncated += "only the first " + strconv.Itoa(MaxNotes) + " notes were read"
	f.drafts = f.drafts[:MaxNotes]
	for i := range f.markers {
		if f.markers[i].note >= MaxNotes {
			f.markers[i].note = -1
		}
	}
	for i := range f.owner {
		if f.owner[i] >= MaxNotes {
			f.owner[i] = -1
		}
	}
}

// declaredScopes takes the stretches that the format itself names; false if
// it names none.
func (f *finder) declaredScopes() bool {
	index := map[string]int{}
	for i := range f.drafts {
		d := &f.drafts[i]
		d.name = f.doc.Blocks[d.at().block].Scope
		if _, ok := index[d.name]; !ok {
			index[d.name] = len(index)
		}
		d.scope = index[d.name]
	}
	_, all := index[""]
	return len(index) > 1 || len(index) == 1 && !all
}

// siblings says whether two notes stand in the same container.
func (f *finder) siblings(i, j int) bool {
	a, b := f.parent(f.drafts[i].at().block), f.parent(f.drafts[j].at().block)
	return a == b
}

// parent is the container around a block's own list item or division.
func (f *finder) parent(block int) int {
	e := f.doc.Blocks[block].Element
	for e >= 0 && (f.doc.Elements[e].Name == "li" || f.doc.Elements[e].Name == "p") {
		e = f.doc.Elements[e].Parent
	}
	return e
}

// nameScopes names each scope by the last heading before its notes that is
// not "Notes" itself.
func (f *finder) nameScopes() {
	var headings []int
	for i := range f.doc.Blocks {
		if b := &f.doc.Blocks[i]; b.Kind == document.Heading && b.Region != document.Chrome && !isNoteHeading(f.texts[i].String) {
			headings = append(headings, i)
		}
	}
	names := map[int]string{}
	for i := range f.drafts {
		d := &f.drafts[i]
		if _, ok := names[d.scope]; !ok {
			names[d.scope] = "part " + strconv.Itoa(d.scope+1)
			if k := sort.SearchInts(headings, d.at().block); k > 0 {
				if s := f.texts[headings[k-1]].Fold().String; len(s) <= 80 {
					names[d.scope] = s
				}
			}
		}
		d.name = names[d.scope]
	}
}

// article puts the result together.
func (f *finder) article() *article.Article {
	a := &article.Article{
		Format: f.doc.Format, Flavor: f.doc.Flavor, Meta: f.doc.Meta, Text: f.doc.Source,
		Anchors: f.counts, Truncated: f.truncated, Converted: f.doc.Converted,
	}
	if isNoteHeading(a.Meta.Title) || isBibliography(a.Meta.Title) {
		a.Meta.Title = "" // the one heading that a reader found
	}
	sort.SliceStable(f.markers, func(i, j int) bool { return f.markers[i].at.before(f.markers[j].at) })
	order := f.order()
	index := make([]int, len(f.drafts))
	var called map[int][]int
	for place, d := range order {
		index[d] = place
		counted := f.drafts[d].number == ""
		if counted {
			f.drafts[d].number = strconv.Itoa(place + 1) // an inline note: what the reader sees
			for _, k := range f.callers(&called, d) {
				f.markers[k].label = f.drafts[d].number
			}
		}
		a.Notes = append(a.Notes, f.note(&f.drafts[d], place))
		a.Notes[place].Counted = counted
	}
	for _, m := range f.markers {
		mark := article.Marker{Label: m.label, Span: m.span, Note: -1, Href: m.href, Float: f.floats(m.at.block)}
		if m.note >= 0 {
			if d := &f.drafts[m.note]; d.shown != "" && d.number == m.label {
				mark.Label = d.shown
			}
			mark.Note = index[m.note]
			mark.Scope = f.drafts[m.note].name
		}
		a.Markers = append(a.Markers, mark)
	}
	a.Body = f.body()
	return a
}

// callers are the markers of a draft; called keeps those of all from one call to
// the next.
func (f *finder) callers(called *map[int][]int, draft int) []int {
	if *called == nil {
		*called = map[int][]int{}
		for k := range f.markers {
			(*called)[f.markers[k].note] = append((*called)[f.markers[k].note], k)
		}
	}
	return (*called)[draft]
}

// order lists the drafts in the order in which a reader meets them.
func (f *finder) order() []int {
	order := make([]int, len(f.drafts))
	for i := range order {
		order[i] = i
	}
	if !f.doc.RenumbersByMarker || len(f.drafts) == 0 || f.drafts[0].key == "" {
		// Footnotes and endnotes that stand where they are called are two lists.
		sort.SliceStable(order, func(i, j int) bool { return f.drafts[order[i]].scope < f.drafts[order[j]].scope })
		return order
	}
	// A note without a marker comes after the note before it in the source.
	const unseen = int(^uint(0) >> 1)
	first := make([]int, len(f.drafts))
	for i := range first {
		first[i] = unseen
	}
	for i, m := range f.markers {
		if m.note >= 0 {
			first[m.note] = min(first[m.note], i)
		}
	}
	for i := range first {
		if first[i] == unseen {
			first[i] = -1
			if i > 0 {
				first[i] = first[i-1]
			}
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return first[order[i]] < first[order[j]] })
	return order
}

// body are the paragraphs outside notes, chrome and code.
func (f *finder) body() []article.Paragraph {
	inNote := make([]int, len(f.doc.Blocks)) // offset from which the block belongs to notes, 0 none
	for i := range inNote {
		inNote[i] = -1
	}
	for i := range f.drafts {
		for _, p := range f.drafts[i].pieces {
			if inNote[p.block] < 0 || p.from < inNote[p.block] {
				inNote[p.block] = p.from
			}
		}
	}
	body := make([]article.Paragraph, len(f.doc.Blocks))
	batch.Each(len(body), func(i int) {
		b := &f.doc.Blocks[i]
		if b.Region == document.Chrome || b.Kind == document.Code || inNote[i] >= 0 || f.copies[i] {
			return
		}
		if f.last >= 0 && i > f.last && f.doc.Format == "text" {
			return // what follows the notes of a page saved as text is its chrome
		}
		c := collector{inside: f.inside}
		c.block(b, 0, f.texts[i].Len(), nil)
		body[i].Text, body[i].Styles = c.done()
	})
	return slices.DeleteFunc(body, func(p article.Paragraph) bool { return p.Text.Empty() })
}
