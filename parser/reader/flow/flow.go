// Package flow puts blocks together for formats whose notes may stand inside
// the paragraphs that call them: OpenDocument, JATS, TEI, LaTeX, wikitext.
//
//	w := flow.NewWriter(doc)
//	w.Add(text)                       // opens a paragraph
//	w.Marker(label, "ftn1")           // a marker in it
//	w.BeginNote("ftn1", "1", "")      // its note …
//	w.Add(more)
//	w.EndNote()                       // … comes behind the paragraph
//	w.Break()                         // ends it
package flow

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ibid/parser/document"
)

// State is how text that is added now is set. A reader keeps a copy, changes
// the fields inside an element, and puts the copy back behind it.
type State struct {
	Kind    document.BlockKind
	Region  document.Region
	Level   int
	Style   document.Style
	Href    document.Text
	Element int
}

// Writer adds blocks to a Document.
type Writer struct {
	State
	doc    *document.Document
	frames []*frame // those behind the end are used again
	deeper int      // notes that are open beyond maxNested
	dry    bool
	lists  []list // that are open
}

// list is one that is open.
type list struct {
	numbered bool
	last     int // the number of its last item
}

// maxNested bounds how deep notes stand in notes; text of deeper ones belongs to
// the last.
const maxNested = 8

// frame is the body, or a note that is being read.
type frame struct {
	outside            State // what holds behind the note
	note, label, scope string
	span               document.Span
	open               bool // whether block is
	block              document.Block
	runs               []run
	anchors            []string // wait for text
	number             string   // waits for text: what its list shows before it
	blocks             []document.Block
	after              []document.Block // notes called in the open paragraph
	written            int
}

// run is a run whose text is still being put together.
type run struct {
	run  document.Run
	text document.Builder
}

// NewWriter makes a writer of a document's body.
func NewWriter(doc *document.Document) *Writer {
	return &Writer{State: State{Region: document.Body, Element: -1}, doc: doc, frames: []*frame{{}}}
}

// NewDryWriter makes a writer that keeps nothing, for a first reading that is done
// for what it tells the second.
func NewDryWriter(doc *document.Document) *Writer {
	w := NewWriter(doc)
	w.dry = true
	return w
}

func (w *Writer) top() *frame { return w.frames[len(w.frames)-1] }

// InNote says whether a note is being read.
func (w *Writer) InNote() bool { return len(w.frames) > 1 }

// Open says whether a paragraph is open.
func (w *Writer) Open() bool { return w.top().open }

// Add adds text to the open paragraph; white space opens none.
func (w *Writer) Add(t document.Text) { w.add(t, "") }

// Marker adds the marker of a note.
func (w *Writer) Marker(t document.Text, key string) {
	if t.Empty() {
		t = document.Unit("*", t.All())
	}
	w.add(t, key)
}

func (w *Writer) add(t document.Text, key string) {
	f := w.top()
	if t.Empty() || !f.open && key == "" && strings.TrimSpace(t.String) == "" {
		return
	}
	w.start(t.All())
	if at := t.All(); at.Part == f.block.Span.Part && !at.Empty() {
		f.block.Span = f.block.Span.Cover(at)
	}
	if n := len(f.runs); n > 0 && key == "" && len(f.anchors) == 0 && f.runs[n-1].like(w.State) {
		f.runs[n-1].text.Append(t)
		return
	}
	f.runs = append(f.runs, run{run: document.Run{Style: w.Style, Href: document.LinkTo(w.Href), Anchors: document.AnchorsOf(f.anchors), NoteRef: key}})
	f.runs[len(f.runs)-1].text.Append(t)
	f.anchors = nil
}

// start opens a paragraph at a place if none is open.
func (w *Writer) start(at document.Span) {
	f := w.top()
	if f.open {
		return
	}
	f.open, f.block = true, document.Block{Kind: w.Kind, Region: w.Region, Level: w.Level, Element: w.Element, Anchors: document.AnchorsOf(f.anchors), Span: at}
	f.block.Label, f.number, f.anchors = f.number, "", nil
	if w.InNote() {
		f.block.Kind, f.block.Level, f.block.Note, f.block.Label, f.block.Scope = document.NoteBody, 0, f.note, f.label, f.scope
	}
}

func (r *run) like(s State) bool {
	return r.run.NoteRef == "" && r.run.Style == s.Style && r.run.Href.String() == s.Href.String && r.run.Href.All() == s.Href.All()
}

// Anchor gives the next text an id that links may lead to.
func (w *Writer) Anchor(id string) {
	if id != "" {
		w.top().anchors = append(w.top().anchors, id)
	}
}

// Label gives the open or next paragraph the number that its list shows.
func (w *Writer) Label(t document.Text) {
	w.start(t.All())
	w.top().block.Label = strings.Trim(t.String, " \t\n.")
}

// BeginList begins a list. One that numbers its items goes on behind a number.
func (w *Writer) BeginList(numbered bool, last int) { w.lists = append(w.lists, list{numbered, last}) }

// EndList ends the innermost list, and says how many items it counted.
func (w *Writer) EndList() (last int) {
	n := len(w.lists) - 1
	last = w.lists[n].last
	w.lists = w.lists[:n]
	return last
}

// BeginItem begins an item of the innermost list: the next paragraph gets the number
// that the item has itself, or the list's next one; "" where the list has none.
func (w *Writer) BeginItem(own string) {
	if n := len(w.lists) - 1; n >= 0 {
		w.lists[n].last++
		if number, err := strconv.Atoi(own); err == nil {
			w.lists[n].last = number
		}
		if own == "" && w.lists[n].numbered {
			own = strconv.Itoa(w.lists[n].last)
		}
	}
	w.top().number = own
}

// EndItem ends an item, whose number no other paragraph gets.
func (w *Writer) EndItem() { w.top().number = "" }

// Embedded notes a picture or the like in the paragraph.
func (w *Writer) Embedded(at document.Span) {
	w.start(at)
	w.top().block.Embedded = true
}

// Break ends the paragraph; the notes that it calls follow it.
func (w *Writer) Break() {
	f := w.top()
	if b := &f.block; f.open {
		runs := trimmed(f.runs)
		if len(runs) > 0 || b.Embedded {
			b.Runs = runs
			w.emit(*b)
			f.written++
		} else {
			f.anchors = append(b.Anchors.IDs(), f.anchors...)
		}
	}
	clear(f.runs)
	f.open, f.runs = false, f.runs[:0]
	for i := range f.after {
		w.emit(f.after[i])
	}
	clear(f.after)
	f.after = f.after[:0]
}

func (w *Writer) emit(b document.Block) {
	if w.dry {
		return
	}
	if f := w.top(); w.InNote() {
		f.blocks = append(f.blocks, b)
		return
	}
	w.doc.Blocks = append(w.doc.Blocks, b)
}

// trimmed are the runs without white space at both ends and without empty ones.
func trimmed(runs []run) []document.Run {
	out := make([]document.Run, 0, len(runs))
	for i := range runs {
		r := runs[i].run
		r.Text = runs[i].text.Text()
		if len(out) == 0 && r.NoteRef == "" {
			left := len(r.Text.String) - len(strings.TrimLeftFunc(r.Text.String, unicode.IsSpace))
			r.Text = r.Text.Slice(left, r.Text.Len())
		}
		if !r.Text.Empty() {
			out = append(out, r)
		}
	}
	if n := len(out); n > 0 && out[n-1].NoteRef == "" {
		r := &out[n-1]
		if r.Text = r.Text.Slice(0, len(strings.TrimRightFunc(r.Text.String, unicode.IsSpace))); r.Text.Empty() {
			out = out[:n-1]
		}
	}
	return out
}

// BeginNote starts a note; span is where it begins.
func (w *Writer) BeginNote(key, label, scope string, span document.Span) {
	if len(w.frames) > maxNested {
		w.deeper++
		return
	}
	n := len(w.frames)
	if n == cap(w.frames) || w.frames[:n+1][n] == nil {
		w.frames = append(w.frames, &frame{})
	} else {
		w.frames = w.frames[:n+1]
	}
	f := w.top()
	*f = frame{outside: w.State, note: key, label: label, scope: scope, span: span, runs: f.runs[:0], blocks: f.blocks[:0], after: f.after[:0]}
	w.State = State{Region: document.Body, Element: w.Element}
}

// EndNote ends the note that was begun last. One without text stays, empty.
func (w *Writer) EndNote() {
	if w.deeper > 0 {
		w.deeper--
		return
	}
	if !w.InNote() {
		return
	}
	w.Break()
	f := w.top()
	if f.written == 0 {
		f.blocks = slices.Insert(f.blocks, 0, document.Block{
			Kind: document.NoteBody, Region: document.Body, Note: f.note, Label: f.label, Scope: f.scope, Element: -1, Span: f.span,
		})
	}
	w.frames = w.frames[:len(w.frames)-1]
	w.State = f.outside
	if outer := w.top(); outer.open {
		outer.after = append(outer.after, f.blocks...)
	} else {
		for i := range f.blocks {
			w.emit(f.blocks[i])
		}
	}
	clear(f.blocks)
}

// Begin opens a container; what is added stands in it until End.
func (w *Writer) Begin(name, id string, roles []string, span document.Span) int {
	w.Break()
	outer := w.Element
	w.doc.Elements = append(w.doc.Elements, document.Element{Name: name, ID: id, Role: roles, Parent: outer, Span: span})
	w.Element = len(w.doc.Elements) - 1
	return outer
}

// End closes the innermost container at an offset; outer is what Begin gave.
func (w *Writer) End(outer, at int) {
	w.Break()
	if w.Element >= 0 {
		w.doc.Elements[w.Element].Span.End = at
	}
	w.Element = outer
}

// Close ends everything that is open.
func (w *Writer) Close() {
	for w.deeper = 0; w.InNote(); {
		w.EndNote()
	}
	w.Break()
}
