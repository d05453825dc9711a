package notes

import (
	"net/url"
	"sort"
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/parser/document"
)

// MaxNotes is the largest number of notes that is read.
const MaxNotes = 50_000

// Find finds the markers and notes of a document and sets everything of an
// Article but its citations and addresses.
func Find(doc *document.Document) *article.Article {
	f := &finder{doc: doc, texts: make([]document.Text, len(doc.Blocks)), owner: make([]int, len(doc.Blocks)), truncated: doc.Truncated}
	for i := range doc.Blocks {
		f.texts[i] = doc.Blocks[i].Text()
		f.owner[i] = -1
	}
	f.indexAnchors()
	f.declared()
	if len(f.drafts) == 0 {
		f.linked()
	}
	if len(f.drafts) == 0 {
		f.numbered()
	}
	f.scopes()
	f.looseMarkers()
	return f.article()
}

// finder is the state of one search.
type finder struct {
	doc     *document.Document
	texts   []document.Text
	owner   []int // block → index in drafts of the note it starts in, or -1
	anchors map[string]place
	counts  map[string]int
	links   []link
	drafts  []draft
	markers []marker
	// last is the last block of a list of notes that ends the article, or -1.
	last int
	// truncated says what was left out.
	truncated string
}

// place is an offset in a block's text.
type place struct{ block, offset int }

func (p place) before(q place) bool {
	return p.block < q.block || p.block == q.block && p.offset < q.offset
}

// draft is a note being put together.
type draft struct {
	number  string
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

// link is a link to a place on the same page.
type link struct {
	from, to  place // of the link itself: start and end of its text
	fragment  string
	span      document.Span
	text      string
	label     string // what its text says as a label
	back      bool   // its text is that of a back link
	target    place
	found     bool
	start     bool // nothing but signs stands before it in its block
	superior  bool // set as superscript
	hidden    bool // not shown
	backFlags bool
}

// indexAnchors notes where every id stands and which links lead to one.
func (f *finder) indexAnchors() {
	f.anchors, f.counts = map[string]place{}, map[string]int{}
	add := func(id string, p place) {
		f.counts[id]++
		if _, ok := f.anchors[id]; !ok {
			f.anchors[id] = p
		}
	}
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		for _, id := range b.Anchors {
			add(id, place{i, 0})
		}
		at := 0
		for k := range b.Runs {
			for _, id := range b.Runs[k].Anchors {
				add(id, place{i, at})
			}
			at += b.Runs[k].Text.Len()
		}
	}
	for i := range f.doc.Blocks {
		f.indexLinks(i)
	}
}

// indexLinks lists the links of a block that lead to a place on the page.
// Neighbouring runs with one target are one link.
func (f *finder) indexLinks(i int) {
	b := &f.doc.Blocks[i]
	at := 0
	for k := 0; k < len(b.Runs); k++ {
		r := &b.Runs[k]
		start := at
		at += r.Text.Len()
		fragment, ok := f.fragment(r.Href.String)
		if !ok {
			continue
		}
		l := link{from: place{i, start}, fragment: fragment, superior: r.Style.Has(document.Superscript), hidden: r.Style.Has(document.Hidden), backFlags: r.Backlink}
		for k+1 < len(b.Runs) && b.Runs[k+1].Href.String == r.Href.String && b.Runs[k+1].Href.All() == r.Href.All() {
			k++
			at += b.Runs[k].Text.Len()
		}
		l.to = place{i, at}
		text := f.texts[i]
		l.text = strings.TrimSpace(text.String[start:at])
		l.span = text.Slice(start, at).Trim().All()
		l.label = labelText(l.text)
		l.back = l.backFlags || backText(l.text)
		l.start = blankLabel(text.String[:start])
		l.target, l.found = f.anchors[fragment]
		f.links = append(f.links, l)
	}
}

// fragment is the anchor that an href leads to on this page.
func (f *finder) fragment(href string) (string, bool) {
	base, fragment, ok := strings.Cut(strings.TrimSpace(href), "#")
	if !ok || fragment == "" {
		return "", false
	}
	if unescaped, err := url.PathUnescape(fragment); err == nil && f.counts[fragment] == 0 {
		fragment = unescaped
	}
	if base == "" {
		return fragment, true
	}
	// An absolute address of a place that this page has is the page's own.
	own := f.doc.Meta.URL
	if own, _, _ = strings.Cut(own, "#"); own != "" && base == own {
		return fragment, true
	}
	return fragment, f.counts[fragment] > 0
}

// blankLabel says whether s holds nothing but space, brackets and signs that
// may stand before a note's label.
func blankLabel(s string) bool {
	return strings.Trim(s, " \t\n\u00a0[(^↑.*") == ""
}

// scopes numbers the stretches within which numbers are unique: a label that
// was there before and is the lowest starts a new one.
func (f *finder) scopes() {
	if len(f.drafts) > MaxNotes {
		if f.truncated != "" {
			f.truncated += "; "
		}
		f.truncated += "only the first " + strconv.Itoa(MaxNotes) + " notes were read"
		f.drafts = f.drafts[:MaxNotes]
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
		Anchors: f.counts, Truncated: f.truncated,
	}
	sort.SliceStable(f.markers, func(i, j int) bool { return f.markers[i].at.before(f.markers[j].at) })
	order := f.order()
	index := make([]int, len(f.drafts))
	for place, d := range order {
		index[d] = place
		if f.drafts[d].number == "" {
			f.drafts[d].number = strconv.Itoa(place + 1) // an inline note: what the reader sees
			for k := range f.markers {
				if f.markers[k].note == d {
					f.markers[k].label = f.drafts[d].number
				}
			}
		}
		a.Notes = append(a.Notes, f.note(&f.drafts[d], place))
	}
	for _, m := range f.markers {
		mark := article.Marker{Label: m.label, Span: m.span, Note: -1, Href: m.href, Float: f.floats(m.at.block)}
		if m.note >= 0 {
			mark.Note = index[m.note]
			mark.Scope = f.drafts[m.note].name
		}
		a.Markers = append(a.Markers, mark)
	}
	a.Body = f.body()
	return a
}

// order lists the drafts in the order in which a reader meets them.
func (f *finder) order() []int {
	order := make([]int, len(f.drafts))
	for i := range order {
		order[i] = i
	}
	if !f.doc.RenumbersByMarker || len(f.drafts) == 0 || f.drafts[0].key == "" {
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
	var body []article.Paragraph
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if b.Region == document.Chrome || b.Kind == document.Code || inNote[i] >= 0 {
			continue
		}
		if f.last >= 0 && i > f.last && f.doc.Format == "text" {
			break // what follows the notes of a page saved as text is its chrome
		}
		var c collector
		c.block(b, 0, f.texts[i].Len(), nil)
		if text, styles := c.done(); !text.Empty() {
			body = append(body, article.Paragraph{Text: text, Styles: styles})
		}
	}
	return body
}
