package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/pdf/object"
)

// ErrScanned is a file of pictures.
var ErrScanned = errors.New("the pages of this PDF file are pictures without text: run text recognition (OCR) over it, or ask for the original")

// Is says whether data is a PDF file.
func Is(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 1024)], "\xef\xbb\xbf \t\r\n\x00"), []byte("%PDF-"))
}

// Read reads a PDF file. The errors are those of [object.Open], and ErrScanned.
func Read(ctx context.Context, data []byte, _ reader.Hint) (*document.Document, error) {
	f, err := object.Open(data)
	if err != nil {
		return nil, err
	}
	if tags := newStructure(f); tags != nil {
		if doc, err := read(ctx, f, tags); doc != nil || err != nil {
			return doc, err
		}
		if f, err = object.Open(data); err != nil { // what it may unpack is used up
			return nil, err
		}
	}
	return read(ctx, f, nil)
}

// read reads a file whose notes the structure tree names, nil if it is not to
// be believed; without one, they are found by their looks.
func read(ctx context.Context, f *object.File, tags *structure) (*document.Document, error) {
	ps := newPages(f, tags)
	d := &draft{tagged: tags != nil}
	columns := &habit{}
	var damaged []string
	if f.Rebuilt {
		damaged = append(damaged, "the PDF file's table of contents is broken and was made anew: something may be missing")
	}
	if ps.cut {
		damaged = append(damaged, fmt.Sprintf("only the first %d pages were read", mostPages))
	}
	glyphs, mute := 0, 0
	for i := range ps.list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p, err := ps.page(i)
		if err != nil {
			damaged = append(damaged, fmt.Sprintf("page %d could not be read whole: %v", i+1, err))
		}
		for k := range p.glyphs {
			glyphs++
			if p.glyphs[k].text == "" {
				mute++
			}
		}
		l := newLaidOut(p, i, columns)
		if d.tagged && l.lumped() {
			return nil, nil //nolint:nilnil // the structure tree is not believed
		}
		d.pages = append(d.pages, l)
	}
	if glyphs-mute == 0 {
		return nil, ErrScanned
	}
	if 3*mute > glyphs {
		damaged = append(damaged, "its fonts do not say which letters they show: much of the text is missing")
	}
	doc := d.document(f)
	if doc == nil {
		return nil, nil //nolint:nilnil // the structure tree is not believed
	}
	doc.Truncated = strings.Join(damaged[:min(len(damaged), 5)], "; ")
	return doc, nil
}

// newLaidOut puts a page's glyphs into lines, and lets go of the glyphs.
func newLaidOut(p *page, i int, columns *habit) *laidOut {
	out := &laidOut{page: p, regions: p.regions(columns)}
	p.glyphs, p.links = nil, nil
	for _, r := range out.regions {
		for _, l := range r {
			l.page = i
		}
	}
	return out
}

// document takes the draft apart and writes it down; nil if it is tagged and
// the tags are not to be believed.
func (d *draft) document(f *object.File) *document.Document {
	source := d.source()
	doc := &document.Document{Format: "pdf", Source: source}
	words := newVocabulary(d.pages)
	d.dropFurniture()
	d.measure()
	doc.Meta = d.meta(f)
	if !d.tagged {
		d.findNotes()
	} else if !d.findTagged() {
		return nil
	}
	w := &writer{doc: doc, words: words, draft: d}
	w.write()
	doc.Meta.Language = language(f, doc)
	return doc
}

// language is what most stretches of the text look like: titles and abstracts
// may be in another one. What the file states comes second, for programs
// state their own.
func language(f *object.File, doc *document.Document) string {
	const windows = 6
	votes := map[string]int{}
	best := ""
	for k := range windows {
		guess := reader.Language(&document.Document{Blocks: doc.Blocks[len(doc.Blocks)*k/windows:]})
		if votes[guess]++; guess != "" && (best == "" || votes[guess] > votes[best]) {
			best = guess
		}
	}
	if best == "" {
		return strings.ToLower(f.Text(f.Dict(f.Trailer["Root"])["Lang"]))
	}
	return best
}

// source is the text of all pages, a line for a line of a page, a form feed
// behind each page.
func (d *draft) source() *document.Source {
	var b strings.Builder
	starts := make([]int, 0, len(d.pages))
	for _, p := range d.pages {
		starts = append(starts, b.Len())
		for _, r := range p.regions {
			for _, l := range r {
				l.start = b.Len()
				b.WriteString(l.text)
				b.WriteByte('\n')
			}
		}
		b.WriteByte('\f')
	}
	s := document.NewSource("", document.Encoding{})
	s.Add(sourcePart, b.String(), document.Encoding{})
	s.Paged(sourcePart, starts)
	return s
}

// writer writes the blocks of the Document.
type writer struct {
	doc   *document.Document
	words *vocabulary
	draft *draft
	keys  []map[int]string // of the notes of each page, by number
	// anew are those of the notes of a part that stand together and begin anew,
	// by set and number; set and last are those of the marker before.
	anew      map[anew]string
	set, last int
}

// anew names a note of a part whose numbers begin anew.
type anew struct {
	part        *part
	set, number int
}

func (w *writer) write() {
	w.keys, w.anew = make([]map[int]string, len(w.draft.pages)), map[anew]string{}
	for i, n := range w.draft.notes {
		if p := w.draft.partAt(n.page); p != nil {
			w.anew[anew{p, n.set, n.value}] = "n" + strconv.Itoa(i)
		}
		if w.keys[n.page] == nil {
			w.keys[n.page] = map[int]string{}
		}
		if n.value > 0 {
			w.keys[n.page][n.value] = "n" + strconv.Itoa(i)
		}
	}
	next := 0
	for _, p := range w.draft.paragraphs() {
		for page := p.lines[0].page; next < len(w.draft.notes) && w.draft.notes[next].page < page; next++ {
			w.note(next)
		}
		w.paragraph(p)
	}
	for ; next < len(w.draft.notes); next++ {
		w.note(next)
	}
}

func (w *writer) paragraph(p *paragraph) {
	j := &joiner{words: w.words}
	for _, l := range p.lines {
		j.add(piece{l, 0, len(l.text)}, func(number int) string { return w.key(l.page, number) })
	}
	b := document.Block{Kind: document.Paragraph, Region: document.Body, Element: -1, Runs: j.runs}
	if p.heading {
		b.Kind, b.Level = document.Heading, 2
	}
	w.put(b)
}

// key is that of the note which a number on a page calls: one of the page
// itself, else of the next, to which long notes are moved, else one at the end.
func (w *writer) key(page, number int) string {
	p := w.draft.partAt(page)
	if p == nil {
		return ""
	}
	if p.restarts && p.atEnd {
		if number == 1 && w.last > 1 {
			w.set++
		}
		w.last = number
		return w.anew[anew{p, w.set, number}]
	}
	last := p.to
	if p.restarts {
		last = min(page+2, last)
	}
	for _, keys := range w.keys[page:last] {
		if key := keys[number]; key != "" {
			return key
		}
	}
	return ""
}

// scope names the stretch of the file in which a note's number stands once.
func (w *writer) scope(n *note) string {
	p := w.draft.partAt(n.page)
	switch {
	case p == nil:
		return ""
	case p.restarts && p.atEnd:
		return "part " + strconv.Itoa(n.set+1)
	case p.restarts, len(w.draft.parts) > 1:
		at := n.page
		if !p.restarts {
			at = p.from
		}
		return "page " + strconv.Itoa(at+1)
	}
	return ""
}

func (w *writer) note(i int) {
	n := w.draft.notes[i]
	j := &joiner{words: w.words}
	for _, p := range n.pieces {
		j.add(p, nil)
	}
	b := document.Block{
		Kind: document.NoteBody, Region: document.Body, Element: -1, Note: "n" + strconv.Itoa(i), Label: n.number, Runs: j.runs,
	}
	b.Scope = w.scope(n)
	b.Span = document.Span{Start: n.at.line.start + n.at.from, End: n.at.line.start + n.at.to, Part: sourcePart}
	w.put(b)
}

// shows says whether a text holds a link's address: viewers that add a slash are
// not to be believed more than the page, and the box around a link that goes over
// two lines has other words in it.
func shows(text, url string) bool {
	url = strings.TrimRight(url, addressEnd)
	if !strings.Contains(url, "://") {
		return false
	}
	for {
		at := strings.Index(text, url)
		if at < 0 {
			return false
		}
		text = strings.TrimLeft(text[at+len(url):], addressEnd)
		if text == "" || strings.ContainsAny(text[:1], " \t\n<>\"[]{}|\\") || text[0] >= utf8.RuneSelf {
			return true
		}
	}
}

// addressEnd are signs behind an address that may be a sentence's.
const addressEnd = "/.,;:)"

func (w *writer) put(b document.Block) {
	shown := map[string]bool{}
	text := b.Text().String
	for i := range b.Runs {
		r := &b.Runs[i]
		b.Span = b.Span.Cover(r.Text.All())
		if r.Href.Empty() {
			continue
		}
		url := r.Href.String()
		if _, known := shown[url]; !known {
			shown[url] = len(shown) < mostShown && shows(text, url)
		}
		if shown[url] {
			r.Href = document.Link{}
		}
	}
	w.doc.Blocks = append(w.doc.Blocks, b)
}

// mostShown is how many addresses of links are looked for in the text of a block.
const mostShown = 200
