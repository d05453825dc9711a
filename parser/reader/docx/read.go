package docx

import (
	"context"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/markup"
	"ibid/parser/reader/pack"
)

// reading is one document being read.
type reading struct {
	c      *pack.Container
	doc    *document.Document
	main   string // the part with the text
	styles styles
	lists  lists
	named  []named
	// whole is how notes are numbered where their section says nothing.
	whole    [2]numbering
	sections [][2]numbering // by number
	// calls are the references to notes, by key.
	calls map[string]*call
	// typed are the keys of notes that do not show their number themselves.
	typed map[string]bool
	// sourced are the citations of Word's own list of sources.
	sourced []sourced
	// damaged are sentences about parts that could not be read.
	damaged []string
}

// noteKind tells footnotes from endnotes.
type noteKind uint8

const (
	footnote noteKind = iota
	endnote
)

// key names a note in the Document.
func (k noteKind) key(id string) string {
	if k == endnote {
		return "endnote " + id
	}
	return "footnote " + id
}

// call is what the first reference to a note says.
type call struct {
	kind    noteKind
	section int
	custom  bool
	// mark is the sign that the author typed where custom, else the number
	// once it is known.
	mark string
}

// Read makes a Document of a Word document. An error that is not ctx's is an *pack.Error.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	if Encrypted(data) {
		return nil, ErrEncrypted
	}
	c, err := pack.Open(data, advice)
	if err != nil {
		return nil, err
	}
	r := &reading{c: c, damaged: damage(c), calls: map[string]*call{}, typed: map[string]bool{}, doc: &document.Document{Source: c.Source, Format: "docx"}}
	if err := r.read(ctx); err != nil {
		return nil, err
	}
	r.doc.Meta.URL = hint.URL
	r.doc.Truncated = strings.Join(r.damaged, "; ")
	return r.doc, nil
}

// damage is what is wrong with the container as a whole.
func damage(c *pack.Container) []string {
	if c.Broken == "" {
		return nil
	}
	return []string{c.Broken}
}

func (r *reading) read(ctx context.Context) error {
	top, err := r.relations(ctx, "")
	if err != nil {
		return err
	}
	if r.main = r.related(top, "", "officeDocument", "word/document.xml"); r.main == "" {
		return r.c.Lacks("word/document.xml", "the container has no word/document.xml, which holds the text of a Word document")
	}
	rels, err := r.relations(ctx, r.main)
	if err != nil {
		return err
	}
	if err := r.readStyles(ctx, r.related(rels, r.main, "styles", "word/styles.xml")); err != nil {
		return err
	}
	if err := r.readSettings(ctx, r.related(rels, r.main, "settings", "word/settings.xml")); err != nil {
		return err
	}
	if err := r.readNumbers(ctx, r.related(rels, r.main, "numbering", "word/numbering.xml")); err != nil {
		return err
	}
	body, err := r.readBody(ctx, rels)
	if err != nil {
		return err
	}
	var notes [2]map[string][]document.Block
	for kind, name := range []string{"footnotes", "endnotes"} {
		part := r.related(rels, r.main, name, "word/"+name+".xml")
		if notes[kind], err = r.readNotes(ctx, part, noteKind(kind)); err != nil {
			return err
		}
	}
	r.assemble(body, notes)
	if err := r.readSources(ctx, rels); err != nil {
		return err
	}
	return r.readMeta(ctx, top)
}

// scan runs f over the tokens of a part. What is broken in it is remembered,
// what is refused is the error.
func (r *reading) scan(ctx context.Context, part string, f func(*scanner)) error {
	text, broken, err := r.c.Text(part)
	if err != nil {
		return err
	}
	s := newScanner(ctx, part, text)
	if text != "" {
		f(s)
	}
	if s.Refused != nil {
		return s.Refused
	}
	if broken == "" {
		broken = s.Broken
	}
	if broken == "" && text == "" {
		broken = "is empty"
	}
	if broken != "" {
		r.damaged = append(r.damaged, part+" "+broken+": what stands behind that was not read")
	}
	return nil
}

// readSettings reads how notes are numbered in the whole document.
func (r *reading) readSettings(ctx context.Context, part string) error {
	r.whole = [2]numbering{{format: "decimal", start: -1}, {format: "lowerRoman", start: -1}}
	if part == "" {
		return nil
	}
	return r.scan(ctx, part, func(s *scanner) {
		for !s.Done {
			if s.Next() != markup.Start {
				continue
			}
			switch {
			case s.is("footnotePr"):
				r.whole[footnote] = readNumbering(s).or(r.whole[footnote])
			case s.is("endnotePr"):
				r.whole[endnote] = readNumbering(s).or(r.whole[endnote])
			}
		}
	})
}

// readBody reads the text of the document.
func (r *reading) readBody(ctx context.Context, rels map[string]relation) ([]document.Block, error) {
	w := &walker{r: r, rels: rels}
	err := r.scan(ctx, r.main, func(s *scanner) {
		w.s = s
		w.content(flow{element: -1})
	})
	if err != nil {
		return nil, err
	}
	w.flush()
	if len(w.out) == 0 && len(r.damaged) > 0 {
		return nil, &pack.Error{Reason: strings.Join(r.damaged, "; ") + ": open the file in Word and save it anew"}
	}
	return w.out, nil
}

// readNotes reads a part of notes: the blocks of each by its key.
func (r *reading) readNotes(ctx context.Context, part string, kind noteKind) (map[string][]document.Block, error) {
	notes := map[string][]document.Block{}
	if part == "" {
		return notes, nil
	}
	rels, err := r.relations(ctx, part)
	if err != nil {
		return nil, err
	}
	return notes, r.scan(ctx, part, func(s *scanner) {
		for !s.Done {
			if s.Next() != markup.Start || !s.is("footnote") && !s.is("endnote") {
				continue
			}
			key := kind.key(s.attr("id"))
			if t := s.attr("type"); t != "" && t != "normal" || notes[key] != nil {
				s.Skip() // a separator, or a second note of the same name
				continue
			}
			w := &walker{r: r, s: s, rels: rels, note: key}
			span := document.Span{Start: s.From, Part: part}
			w.content(flow{element: -1})
			w.flush()
			if len(w.out) == 0 {
				span.End = s.To
				w.out = []document.Block{{Kind: document.NoteBody, Region: document.Body, Note: key, Element: -1, Span: span}}
			}
			notes[key] = w.out
			r.typed[key] = !w.labelled
		}
	})
}
