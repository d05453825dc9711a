package epub

import (
	"cmp"
	"context"
	"path"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
	"ibid/pattern"
)

// maxProperty is the longest property that is kept, in bytes.
const maxProperty = 4 << 10

var (
	date    = pattern.New(`^\d{4}(?:-\d{2}(?:-\d{2})?)?`)
	langTag = pattern.New(`^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$`)
)

// opf is a package file: what the book consists of, and what it says of itself.
type opf struct {
	dir    string
	items  map[string]item // by id
	order  []ref
	meta   document.Meta
	flavor string
	// makers are those named as creators, with their ids; roles are what EPUB 3
	// says of an id in an element of its own.
	makers []maker
	roles  map[string]string
}

// maker is somebody who made the book: its author, translator, illustrator.
type maker struct{ name, id, role string }

// authors are the makers whose role is that of an author, or is not said
// (MARC relator codes).
func (p *opf) authors() []string {
	var out []string
	for _, m := range p.makers {
		switch role := cmp.Or(m.role, p.roles[m.id]); role {
		case "", "aut", "author", "cre", "dub":
			out = append(out, m.name)
		}
	}
	return out
}

type item struct{ href, kind, properties string }

type ref struct {
	id     string
	linear bool
}

// packageFile reads the package file (EPUB 3.3, 5).
func (r *reading) packageFile(ctx context.Context, name string) (*opf, error) {
	p := &opf{dir: path.Dir(name), items: map[string]item{}, roles: map[string]string{}}
	err := r.scan(ctx, name, func(s *markup.Scanner) {
		for !s.Done {
			if s.Next() == markup.Start {
				p.element(s)
			}
		}
	})
	p.meta.Authors = p.authors()
	return p, err
}

func (p *opf) element(s *markup.Scanner) {
	switch s.Name() {
	case "item":
		p.items[s.Attr("id")] = item{href: s.Attr("href"), kind: s.Attr("media-type"), properties: s.Attr("properties")}
	case "itemref":
		if len(p.order) < maxPages {
			p.order = append(p.order, ref{id: s.Attr("idref"), linear: s.Attr("linear") != "no"})
		}
	case "title", "creator", "date", "language", "meta":
		p.property(s)
	}
}

// property reads an element of the metadata (DCMES).
func (p *opf) property(s *markup.Scanner) {
	name, role, generator := s.Name(), s.Attr("role"), s.Attr("name") == "generator" || s.Attr("property") == "generator"
	content, id, event := s.Attr("content"), s.Attr("id"), s.Attr("event")
	refines, isRole := strings.TrimPrefix(s.Attr("refines"), "#"), s.Attr("property") == "role"
	value := strings.Join(strings.Fields(s.Text(maxProperty)), " ")
	switch {
	case name == "title" && p.meta.Title == "":
		p.meta.Title = value
	case name == "creator" && value != "":
		p.makers = append(p.makers, maker{name: value, id: id, role: role})
	case isRole && refines != "":
		p.roles[refines] = strings.ToLower(value)
	case name == "date" && event != "" && event != "publication" && event != "original-publication": // EPUB 2
	case name == "date" && p.meta.Published == "":
		p.meta.Published = date.FindString(value)
	case name == "language" && p.meta.Language == "":
		if value = strings.ToLower(strings.ReplaceAll(value, "_", "-")); langTag.MatchString(value) {
			p.meta.Language = value
		}
	case generator:
		for _, known := range []string{"pandoc", "calibre", "sphinx", "sigil", "libreoffice", "gutenberg"} {
			if strings.Contains(strings.ToLower(value+content), known) {
				p.flavor = known
			}
		}
	}
}

// spine lists the pages in reading order; those out of the order, as notes
// often are, come last. Tables of contents are none.
func (p *opf) spine() []string {
	var pages, aside []string
	seen := map[string]bool{}
	for _, r := range p.order {
		it, ok := p.items[r.id]
		if !ok || strings.Contains(" "+it.properties+" ", " nav ") || !strings.Contains(it.kind, "html") && it.kind != "" {
			continue
		}
		name := path.Join(p.dir, unescaped(it.href))
		if seen[name] {
			continue
		}
		seen[name] = true
		if r.linear {
			pages = append(pages, name)
		} else {
			aside = append(aside, name)
		}
	}
	return append(pages, aside...)
}
