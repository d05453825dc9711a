package jats

import (
	"fmt"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
)

// reference reads a ref of the list of references: a note where the article
// refers to it by number, else a paragraph.
func (r *reading) reference(s *markup.Scanner) {
	if id := s.Attr("id"); r.refs && r.numbered[id] {
		r.count++
		r.note(s, strconv.Itoa(r.count))
		return
	}
	r.block(s, document.ListItem, 1)
}

// elements reads a citation that is made of elements alone, with commas
// between them. White space between elements says nothing.
func (r *reading) elements(s *markup.Scanner) {
	first := true
	name := ""
	s.Children(func() {
		switch name = s.Name(); name {
		case "label", "pub-id", "object-id":
			if name != "pub-id" {
				s.Skip()
				return
			}
		}
		text := document.Builder{}
		if name == "person-group" || name == "name" || name == "collab" {
			text.Append(r.people(s))
		} else {
			kind := s.Attr("pub-id-type")
			for depth := s.Depth; !s.Done && s.Depth >= depth; {
				if s.Next() == markup.Chars {
					text.Append(s.Chars())
				}
			}
			if name == "pub-id" && kind != "doi" {
				return
			}
		}
		t := text.Text().Trim()
		if t.Empty() {
			return
		}
		at := t.All()
		if before := separator(name, first); before != "" {
			r.w.Add(document.Unit(before, document.Span{Start: at.Start, End: at.Start, Part: at.Part}))
		}
		first = false
		if name == "source" {
			r.w.Style |= document.Italic
		}
		r.w.Add(t)
		r.w.Style &^= document.Italic
	})
}

// separator is what a reader of the citation expects before an element.
func separator(name string, first bool) string {
	lead := ", "
	if first {
		lead = ""
	}
	switch name {
	case "volume":
		return lead + "vol. "
	case "issue":
		return lead + "no. "
	case "fpage":
		return lead + "pp. "
	case "lpage":
		return "–"
	case "pub-id":
		return lead + "doi:"
	}
	return lead
}

// people reads a group of names: "Mara Ellingsworth, Ivo Kern".
func (r *reading) people(s *markup.Scanner) document.Text {
	var out document.Builder
	var family, given document.Text
	add := func(gap string, t document.Text) {
		if t.Empty() {
			return
		}
		if at := t.All(); out.Len() > 0 {
			out.Append(document.Unit(gap, document.Span{Start: at.Start, End: at.Start, Part: at.Part}))
		}
		out.Append(t)
	}
	flush := func() {
		add(", ", given)
		if given.Empty() {
			add(", ", family)
		} else {
			add(" ", family)
		}
		family, given = document.Text{}, document.Text{}
	}
	current := s.Name()
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		switch s.Next() {
		case markup.Start:
			if current = s.Name(); current == "name" || current == "collab" || current == "string-name" {
				flush()
			}
		case markup.Chars:
			t := s.Chars().Trim()
			switch {
			case t.Empty():
			case current == "surname", current == "collab", current == "string-name":
				family = t
			case current == "given-names":
				given = t
			}
		case markup.End:
		}
	}
	flush()
	return out.Text()
}

// meta reads the article-meta.
func (r *reading) meta(s *markup.Scanner) {
	m := &r.doc.Meta
	date := map[string]string{}
	s.Children(func() {
		switch s.Name() {
		case "title-group":
			s.Children(func() {
				if s.Name() == "article-title" && m.Title == "" {
					m.Title = titleOf(s)
					return
				}
				s.Skip()
			})
		case "contrib-group":
			r.contributors(s)
		case "pub-date":
			if len(date) > 0 {
				s.Skip()
				return
			}
			s.Children(func() {
				name := s.Name()
				date[name] = strings.TrimSpace(s.Text(16))
			})
		case "abstract":
			r.content(s)
			r.w.Break()
		default:
			s.Skip()
		}
	})
	m.Published = isoDate(date["year"], date["month"], date["day"])
}

// titleOf reads a title without the markers of notes in it.
func titleOf(s *markup.Scanner) string {
	var b strings.Builder
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		switch kind := s.Next(); {
		case kind == markup.Start && (s.Name() == "xref" || s.Name() == "fn"):
			s.Skip()
		case kind == markup.Chars && b.Len() < maxProperty:
			b.WriteString(s.Chars().String)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// maxProperty is the longest property that is kept, in bytes.
const maxProperty = 4 << 10

// contributors reads the authors.
func (r *reading) contributors(s *markup.Scanner) {
	s.Children(func() {
		if s.Name() != "contrib" || s.Attr("contrib-type") != "author" && s.Attr("contrib-type") != "" {
			s.Skip()
			return
		}
		s.Children(func() {
			if n := s.Name(); n != "name" && n != "string-name" && n != "collab" {
				s.Skip()
				return
			}
			if name := strings.Join(strings.Fields(r.people(s).String), " "); name != "" {
				r.doc.Meta.Authors = append(r.doc.Meta.Authors, name)
			}
		})
	})
}

// isoDate is a date as precise as known.
func isoDate(year, month, day string) string {
	if len(year) != 4 {
		return ""
	}
	parts := []string{year}
	for _, part := range []string{month, day} {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 || n > 31 {
			break
		}
		parts = append(parts, fmt.Sprintf("%02d", n))
	}
	return strings.Join(parts, "-")
}
