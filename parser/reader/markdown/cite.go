package markdown

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/bib"
)

// waiting is a citation in a note, which is written when the order of the notes
// is known: the first to cite a work gives it in full.
type waiting struct {
	cite
	note string
	at   int // its place among all
	runs []bib.Run
}

// placeholder begins the text of a run that a citation takes the place of.
const placeholder = "\x00cite "

// cite adds a citation: in a note the works, in the text what the text shows, and
// in styles that cite in notes a marker and its note.
func (w *walker) cite(n *citation, in inline) {
	switch {
	case w.block.Note != "":
		w.citeNote(n, in)
	case w.works.notes && n.bracketed:
		key := "\x00cited " + strconv.Itoa(n.start)
		w.append(document.NewText(w.src[n.start:n.end], n.start, ""), document.Run{Style: document.Superscript, NoteRef: key, Anchors: document.AnchorsOf(w.anchors)})
		w.anchors = nil
		w.citing = append(w.citing, citingNote{key, n})
	default:
		w.citeText(n, in)
	}
}

// citingNote is a note that is nothing but citations.
type citingNote struct {
	key string
	n   *citation
}

// citingNotes adds the notes that the block which ended calls.
func (w *walker) citingNotes() {
	list := w.citing
	w.citing = nil
	for _, c := range list {
		w.open(inherited{kind: document.NoteBody, note: c.key, element: -1})
		w.citeNote(c.n, inline{})
		w.add(document.Unit(".", document.Span{Start: c.n.end, End: c.n.end}), inline{})
		w.block.Span = document.Span{Start: c.n.start, End: c.n.end}
		w.close()
	}
}

// citeNote adds the works to a note.
func (w *walker) citeNote(n *citation, in inline) {
	for i, c := range n.cites {
		at := document.Span{Start: c.start, End: c.end}
		if i > 0 {
			w.add(document.Unit("; ", document.Span{Start: c.start, End: c.start}), in)
		}
		if c.before != "" {
			w.add(document.Unit(c.before+" ", at), in)
		}
		w.append(document.Unit(placeholder+strconv.Itoa(len(w.waiting)), at), document.Run{Style: in.style, Anchors: document.AnchorsOf(w.anchors)})
		w.text[len(w.text)-1].whole = true
		w.anchors = nil
		w.waiting = append(w.waiting, waiting{cite: c, note: w.block.Note, at: len(w.waiting)})
	}
}

// citeText adds what the text shows of works.
func (w *walker) citeText(n *citation, in inline) {
	if n.bracketed {
		w.add(document.Unit("(", document.Span{Start: n.start, End: n.start + 1}), in)
	}
	for i, c := range n.cites {
		at := document.Span{Start: c.start, End: c.end}
		if i > 0 {
			w.add(document.Unit("; ", document.Span{Start: c.start, End: c.start}), in)
		}
		if c.before != "" {
			w.add(document.Unit(c.before+" ", at), in)
		}
		var runs []bib.Run
		if c.noAuthor {
			runs, _ = w.works.citer.Part(c.key, "year") // the parser knows the key
			if behind := locator(c.behind); behind != "" {
				runs = append(runs, bib.Run{Text: ", " + behind})
			}
		} else {
			runs, _ = w.works.citer.InText(c.key, locator(c.behind), n.bracketed)
		}
		for _, r := range runs {
			run := in
			run.style |= r.Style
			if r.Href != "" && in.href.Empty() {
				run.href = document.Unit(r.Href, at)
			}
			w.add(document.Unit(r.Text, at), run)
		}
	}
	if n.bracketed {
		w.add(document.Unit(")", document.Span{Start: n.end - 1, End: n.end}), in)
	}
}

// locator is what stands behind a key, without the comma before it and marks of emphasis.
func locator(s string) string {
	s = strings.Join(strings.Fields(strings.NewReplacer("*", "", "{", "", "}", "", "--", "–").Replace(s)), " ")
	return strings.TrimLeft(s, ",: ")
}

// writeCitations writes the citations in notes, in the order in which the notes
// are called.
func (w *walker) writeCitations() {
	if len(w.waiting) == 0 {
		return
	}
	first := map[string]int{} // note → place of its first marker
	for i := range w.doc.Blocks {
		for k := range w.doc.Blocks[i].Runs {
			if key := w.doc.Blocks[i].Runs[k].NoteRef; key != "" {
				if _, ok := first[key]; !ok {
					first[key] = len(first)
				}
			}
		}
	}
	order := make([]*waiting, len(w.waiting))
	place := func(note string) int {
		if at, ok := first[note]; ok {
			return at
		}
		return len(first) // nothing calls it
	}
	for i := range w.waiting {
		order[i] = &w.waiting[i]
	}
	slices.SortStableFunc(order, func(x, y *waiting) int {
		return cmp.Or(cmp.Compare(place(x.note), place(y.note)), cmp.Compare(x.at, y.at))
	})
	for _, c := range order {
		runs, stored, _ := w.works.citer.Cite(c.key, locator(c.behind)) // the parser knows the key
		c.runs = runs
		if stored != "" {
			at := document.Span{Start: c.start, End: c.end}
			w.doc.Stored = append(w.doc.Stored, document.Stored{Manager: "bibliography", JSON: document.Unit(stored, at), Span: at})
		}
	}
	for i := range w.doc.Blocks {
		w.fill(&w.doc.Blocks[i])
	}
}

// fill puts citations in the place of their placeholders.
func (w *walker) fill(b *document.Block) {
	if b.Kind != document.NoteBody {
		return
	}
	var out []document.Run
	for _, r := range b.Runs {
		number, ok := strings.CutPrefix(r.Text.String, placeholder)
		n, err := strconv.Atoi(number)
		if !ok || err != nil || n < 0 || n >= len(w.waiting) {
			out = append(out, r)
			continue
		}
		c := &w.waiting[n]
		at := document.Span{Start: c.start, End: c.end}
		for _, run := range c.runs {
			shown := document.Run{Text: document.Unit(run.Text, at), Style: r.Style | run.Style, Anchors: r.Anchors}
			r.Anchors = document.Anchors{}
			if run.Href != "" {
				shown.Href = document.LinkTo(document.Unit(run.Href, at))
			}
			out = append(out, shown)
		}
	}
	b.Runs = out
}
