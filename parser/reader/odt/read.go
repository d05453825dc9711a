package odt

import (
	"context"
	"slices"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
	"ibid/parser/reader/flow"
	"ibid/parser/reader/markup"
	"ibid/parser/reader/pack"
)

const advice = "open it in LibreOffice and save it anew"

// Is says whether data is a packed OpenDocument text. It reads the directory only.
func Is(data []byte) bool {
	// A container says first of all what it holds (OpenDocument 1.3, part 2, 3.3).
	if start := string(data[:min(len(data), 256)]); strings.Contains(start, "oasis.opendocument.") && !strings.Contains(start, "oasis.opendocument.text") {
		return false
	}
	names := pack.Names(data)
	return slices.Contains(names, "content.xml") && slices.Contains(names, "meta-inf/manifest.xml")
}

// Flat says whether the start of a file is that of a flat OpenDocument text.
func Flat(head []byte) bool {
	s := string(head)
	return strings.Contains(s, "<office:document ") && strings.Contains(s, "opendocument.text")
}

// reading is one document being read.
type reading struct {
	doc    *document.Document
	w      *flow.Writer
	styles map[string]look
	// numberings are the list styles, counted how far the lists of each have come.
	numberings map[string]numbering
	counted    map[string]int
	lists      []string // styles of those that are open
	damaged    []string
	// kinds are the classes of notes there are.
	footnotes, endnotes bool
	counts              map[string]count
	marks               map[string]storedMark
	authors             []string
	creator             string
}

// count is how far the numbers of a class of notes have come, and how often they
// began anew.
type count struct{ last, part int }

// Read makes a Document of an OpenDocument text. An error that is not ctx's is a
// *pack.Error.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	r := &reading{doc: &document.Document{Format: "odt"}, styles: map[string]look{}, numberings: map[string]numbering{}, counted: map[string]int{}, counts: map[string]count{}, marks: map[string]storedMark{}}
	r.w = flow.NewWriter(r.doc)
	var err error
	if Is(data) || strings.HasPrefix(string(data[:min(len(data), 2)]), "PK") {
		err = r.packed(ctx, data)
	} else {
		err = r.flat(ctx, data, hint)
	}
	if err != nil {
		return nil, err
	}
	r.w.Close()
	if len(r.doc.Blocks) == 0 && len(r.damaged) > 0 {
		return nil, &pack.Error{Reason: strings.Join(r.damaged, "; ") + ": " + advice}
	}
	r.scopes()
	r.finish(hint)
	return r.doc, nil
}

func (r *reading) packed(ctx context.Context, data []byte) error {
	c, err := pack.Open(data, advice)
	if err != nil {
		return err
	}
	r.doc.Source = c.Source
	if c.Broken != "" {
		r.damaged = append(r.damaged, c.Broken)
	}
	if c.Has("META-INF/manifest.xml") {
		if manifest, _, err := c.Text("META-INF/manifest.xml"); err != nil {
			return err
		} else if strings.Contains(manifest, "encryption-data") {
			return &pack.Error{Reason: "this document is locked by a password: open it in LibreOffice and save it without one"}
		}
	}
	for _, part := range []struct {
		name string
		read func(*markup.Scanner)
	}{{"styles.xml", r.readStyles}, {"meta.xml", r.readMeta}, {"content.xml", r.readContent}} {
		if !c.Has(part.name) {
			if part.name == "content.xml" {
				return c.Lacks("content.xml", "the container has no content.xml, which holds the text of an OpenDocument text")
			}
			continue
		}
		text, broken, err := c.Text(part.name)
		if err != nil {
			return err
		}
		if err := r.scan(ctx, part.name, text, broken, part.read); err != nil {
			return err
		}
	}
	return nil
}

// flat reads a document that is one file.
func (r *reading) flat(ctx context.Context, data []byte, hint reader.Hint) error {
	text, enc, _, err := charset.Decode(data, hint, true)
	if err != nil {
		return err
	}
	r.doc.Source = document.NewSource(text, enc)
	return r.scan(ctx, "", text, "", func(s *markup.Scanner) {
		for !s.Done {
			if s.Next() != markup.Start {
				continue
			}
			switch s.Name() {
			case "meta":
				r.metaIn(s)
			case "styles", "automatic-styles":
				r.stylesIn(s)
			case "text":
				r.body(s)
			}
		}
	})
}

// scan runs f over a part, and remembers what is broken in it.
func (r *reading) scan(ctx context.Context, part, text, broken string, f func(*markup.Scanner)) error {
	s := markup.NewScanner(ctx, part, text, markup.Options{Doctype: true})
	if text != "" {
		f(s)
	}
	if s.Refused != nil {
		return s.Refused
	}
	if broken == "" {
		broken = s.Broken
	}
	if broken != "" {
		if part == "" {
			part = "the XML"
		}
		r.damaged = append(r.damaged, part+" "+broken+": what stands behind that was not read")
	}
	return nil
}

// readContent reads content.xml: its styles and its text.
func (r *reading) readContent(s *markup.Scanner) {
	for !s.Done {
		if s.Next() != markup.Start {
			continue
		}
		switch s.Name() {
		case "automatic-styles":
			r.stylesIn(s)
		case "text":
			r.doc.Blocks = reader.Room(s.Src, "<text:p ", "<text:p>", "<text:h")
			r.body(s)
		}
	}
}

// scopes tells notes apart that have one label: endnotes from footnotes, and
// those of a later chapter or page from earlier ones.
func (r *reading) scopes() {
	for i := range r.doc.Blocks {
		b := &r.doc.Blocks[i]
		if b.Kind == document.NoteBody && b.Scope == "endnote" && !r.footnotes {
			b.Scope = ""
		}
	}
}

func (r *reading) finish(hint reader.Hint) {
	r.doc.Truncated = strings.Join(r.damaged, "; ")
	m := &r.doc.Meta
	m.URL = hint.URL
	if len(r.authors) == 0 && r.creator != "" {
		r.authors = []string{r.creator}
	}
	m.Authors = r.authors
	if m.Title == "" {
		m.Title = reader.OnlyHeading(r.doc)
	}
	if l := reader.Language(r.doc); m.Language == "" {
		m.Language = l
	}
}
