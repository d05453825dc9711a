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
	page, err := html.ReadText(ctx, text, r.c.Source, name, reader.Hint{Name: name})
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
	in := naming{page: name, suffix: "@" + strings.ToLower(name), pages: r.pages}
	for i := range page.Elements {
		e := &page.Elements[i]
		if e.Parent >= 0 {
			e.Parent += first
		}
		if e.ID != "" {
			e.ID += in.suffix
		}
	}
	for i := range page.Blocks {
		in.block(&page.Blocks[i], first)
	}
	if b := page.Blocks; len(b) > 0 {
		b[0].Anchors = b[0].Anchors.And(document.AnchorsOf([]string{in.suffix}))
	}
	// Most of a long book is often one page, which need not be copied.
	if len(r.doc.Blocks) == 0 {
		r.doc.Blocks = page.Blocks
	} else {
		r.doc.Blocks = append(r.doc.Blocks, page.Blocks...)
	}
	if first == 0 {
		r.doc.Elements = page.Elements
	} else {
		r.doc.Elements = append(r.doc.Elements, page.Elements...)
	}
}

// naming gives the ids of a page the names that they have in the book: those of
// the page, with its own name behind them.
type naming struct {
	page, suffix string
	pages        map[string]bool
}

// block renames what is in a block; the page's elements begin at first.
func (in *naming) block(b *document.Block, first int) {
	if b.Element >= 0 {
		b.Element += first
	}
	b.Anchors = in.ids(b.Anchors)
	if b.Note != "" {
		b.Note, b.Scope = b.Note+in.suffix, ""
	}
	for k := range b.Runs {
		run := &b.Runs[k]
		if to, ok := in.target(run.Href.String()); ok {
			run.Href = document.LinkTo(document.Unit(to, run.Href.All()))
		}
		run.Anchors = in.ids(run.Anchors)
		if run.NoteRef != "" {
			run.NoteRef += in.suffix
		}
	}
}

func (in *naming) ids(list document.Anchors) document.Anchors {
	if list.Empty() {
		return list
	}
	out := make([]string, len(list.IDs()))
	for i, own := range list.IDs() {
		out[i] = own + in.suffix
	}
	return document.AnchorsOf(out)
}

// target is where a link of the page leads in the book; false if it leads out of it.
func (in *naming) target(href string) (string, bool) {
	s := strings.TrimSpace(href)
	if s == "" || strings.Contains(s, "://") || strings.HasPrefix(s, "mailto:") {
		return "", false
	}
	file, fragment, _ := strings.Cut(s, "#")
	suffix := in.suffix
	if file != "" {
		target := strings.ToLower(path.Join(path.Dir(in.page), unescaped(file)))
		if !in.pages[target] {
			return "", false
		}
		suffix = "@" + target
	}
	return "#" + unescaped(fragment) + suffix, true
}

func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}
