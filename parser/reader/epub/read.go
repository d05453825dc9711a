// Package epub reads e-books (EPUB 2 and 3, W3C EPUB 3.3): the pages of the
// spine, in its order, as one Document. Each page goes through the reader of web
// pages; ids and links within the book are told apart by their file, so that the
// finder follows a marker to its note in another file. Spans name the part.
//
// A book whose pages are encrypted (DRM) is refused with a pack.Error, as is a
// container that is no whole zip. Pages that are missing or broken are left out,
// and Document.Truncated names them.
package epub

import (
	"context"
	"net/url"
	"path"
	"slices"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/html"
	"ibid/parser/reader/markup"
	"ibid/parser/reader/pack"
)

const (
	advice    = pack.Again
	container = "META-INF/container.xml"
	// maxPages bounds how many pages of the spine are read.
	maxPages = 20_000
)

// Is says whether data is an e-book. It reads the directory only.
func Is(data []byte) bool {
	return slices.Contains(pack.Names(data), strings.ToLower(container))
}

// reading is one book being read.
type reading struct {
	c       *pack.Container
	doc     *document.Document
	damaged []string
	pages   map[string]bool // names of the pages, in lower case
}

// Read makes a Document of an e-book. An error that is not ctx's is a *pack.Error.
func Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
	c, err := pack.Open(data, advice)
	if err != nil {
		return nil, err
	}
	r := &reading{c: c, doc: &document.Document{Source: c.Source, Format: "epub"}, pages: map[string]bool{}}
	if c.Broken != "" {
		r.damaged = append(r.damaged, c.Broken)
	}
	opf, err := r.rootFile(ctx)
	if err != nil {
		return nil, err
	}
	p, err := r.packageFile(ctx, opf)
	if err != nil {
		return nil, err
	}
	locked, err := r.locked(ctx)
	if err != nil {
		return nil, err
	}
	spine := p.spine()
	for _, name := range spine {
		r.pages[strings.ToLower(name)] = true
	}
	for _, name := range spine {
		if locked[strings.ToLower(name)] {
			return nil, &pack.Error{Part: name, Reason: "the book is locked against copying (DRM), so that its text can't be read: ask the publisher for a copy without"}
		}
		if err := r.page(ctx, name); err != nil {
			return nil, err
		}
	}
	if len(r.doc.Blocks) == 0 {
		return nil, &pack.Error{Part: opf, Reason: strings.Join(append(r.damaged, "the book has no page with text"), "; ")}
	}
	r.doc.Meta = p.meta
	r.doc.Meta.URL = hint.URL
	if r.doc.Meta.Language == "" {
		r.doc.Meta.Language = reader.Language(r.doc)
	}
	r.doc.Flavor = p.flavor
	r.doc.Truncated = strings.Join(r.damaged, "; ")
	return r.doc, nil
}

// scan runs f over a part that must be there.
func (r *reading) scan(ctx context.Context, part string, f func(*markup.Scanner)) error {
	if !r.c.Has(part) {
		if r.c.Broken != "" {
			return r.c.Lacks(part, "")
		}
		return &pack.Error{Part: part, Reason: "this file is missing in the container, without it the book can't be read: " + advice}
	}
	text, broken, err := r.c.Text(part)
	if err != nil {
		return err
	}
	s := markup.NewScanner(ctx, part, text, markup.Options{Doctype: true})
	f(s)
	if s.Refused != nil {
		return s.Refused
	}
	if broken == "" {
		broken = s.Broken
	}
	if broken != "" {
		r.damaged = append(r.damaged, part+" "+broken)
	}
	return nil
}

// rootFile is the name of the package file (EPUB 3.3, 4.2.6.3.1).
func (r *reading) rootFile(ctx context.Context) (string, error) {
	name := ""
	err := r.scan(ctx, container, func(s *markup.Scanner) {
		for !s.Done {
			if s.Next() == markup.Start && s.Name() == "rootfile" && name == "" {
				name = s.Attr("full-path")
			}
		}
	})
	if err == nil && name == "" {
		err = &pack.Error{Part: container, Reason: "it names no package file, without which the book can't be read: " + advice}
	}
	return name, err
}

// locked are the parts that are encrypted (EPUB 3.3, 4.2.6.3.2). Fonts often
// are, which does not matter.
func (r *reading) locked(ctx context.Context) (map[string]bool, error) {
	const part = "META-INF/encryption.xml"
	out := map[string]bool{}
	if !r.c.Has(part) {
		return out, nil
	}
	return out, r.scan(ctx, part, func(s *markup.Scanner) {
		for !s.Done {
			if s.Next() == markup.Start && s.Name() == "CipherReference" {
				out[strings.ToLower(unescaped(s.Attr("URI")))] = true
			}
		}
	})
}

// page reads a page of the spine and adds it.
func (r *reading) page(ctx context.Context, name string) error {
	if !r.c.Has(name) {
		r.damaged = append(r.damaged, name+" is missing")
		return nil
	}
	text, broken, err := r.c.Text(name)
	if err != nil {
		return err
	}
	if broken != "" {
		r.damaged = append(r.damaged, name+" "+broken)
	}
	if strings.TrimSpace(text) == "" {
		return nil
	}
	if broken == "" && !closed(text) {
		r.damaged = append(r.damaged, name+" ends before it is closed (</html>): its end may be lost")
	}
	page, err := html.ReadText(ctx, text, document.NewSource(text, document.Encoding{}), reader.Hint{Name: name})
	if err != nil {
		return err
	}
	r.add(name, page)
	return nil
}

// closed says whether a page ends as a page does, whatever stands behind it.
func closed(text string) bool {
	end := strings.ToLower(text[max(0, len(text)-1024):])
	return strings.Contains(end, "</html") || strings.Contains(end, ":html>")
}

// add adds the blocks of a page to the book.
func (r *reading) add(name string, page *document.Document) {
	first := len(r.doc.Elements)
	if len(r.doc.Blocks) == 0 {
		r.doc.Blocks = page.Blocks[:0] // most of a long book is often one page, which need not be copied
	}
	for _, e := range page.Elements {
		if e.Span.Part = name; e.Parent >= 0 {
			e.Parent += first
		}
		if e.ID != "" {
			e.ID = id(name, e.ID)
		}
		r.doc.Elements = append(r.doc.Elements, e)
	}
	for i := range page.Blocks {
		b := page.Blocks[i]
		b.Span.Part = name
		if b.Element >= 0 {
			b.Element += first
		}
		b.Anchors = ids(name, b.Anchors)
		if i == 0 {
			b.Anchors = append(b.Anchors, id(name, ""))
		}
		if b.Note != "" {
			b.Note, b.Scope = id(name, b.Note), ""
		}
		for k := range b.Runs {
			run := &b.Runs[k]
			run.Text = run.Text.In(name)
			if !run.Href.Empty() {
				run.Href = document.LinkTo(r.href(name, run.Href.Text().In(name)))
			}
			run.Anchors = ids(name, run.Anchors)
			if run.NoteRef != "" {
				run.NoteRef = id(name, run.NoteRef)
			}
		}
		r.doc.Blocks = append(r.doc.Blocks, b)
	}
}

// id is what an id of a page is called in the book.
func id(page, own string) string { return own + "@" + strings.ToLower(page) }

func ids(page string, list []string) []string {
	if len(list) == 0 {
		return nil
	}
	out := make([]string, len(list))
	for i, own := range list {
		out[i] = id(page, own)
	}
	return out
}

// href is where a link of a page leads: to a place in the book, or out of it.
func (r *reading) href(page string, to document.Text) document.Text {
	s := strings.TrimSpace(to.String)
	if s == "" || strings.Contains(s, "://") || strings.HasPrefix(s, "mailto:") {
		return to
	}
	file, fragment, _ := strings.Cut(s, "#")
	target := page
	if file != "" {
		target = path.Join(path.Dir(page), unescaped(file))
	}
	if !r.pages[strings.ToLower(target)] {
		return to
	}
	return document.Unit("#"+id(target, unescaped(fragment)), to.All())
}

func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}
