package odt

import (
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
)

// look is what a style says of text, as far as notes and citations care.
type look struct {
	style  document.Style
	parent string
	title  bool
}

// readStyles reads a part of styles.
func (r *reading) readStyles(s *markup.Scanner) {
	for !s.Done {
		if s.Next() == markup.Start && (s.Name() == "styles" || s.Name() == "automatic-styles") {
			r.stylesIn(s)
		}
	}
}

// stylesIn reads the styles in the current element.
func (r *reading) stylesIn(s *markup.Scanner) {
	s.Children(func() {
		switch s.Name() {
		case "list-style":
			r.listStyle(s)
			return
		case "style":
		default:
			s.Skip()
			return
		}
		name := s.Attr("name")
		l := look{parent: s.Attr("parent-style-name"), title: name == "Title" || s.Attr("parent-style-name") == "Title"}
		s.Children(func() {
			if s.Name() == "text-properties" {
				l.style = properties(s)
			}
			s.Skip()
		})
		r.styles[name] = l
	})
}

// properties reads a style:text-properties (ODF 1.3 part 3, 16.29.28).
func properties(s *markup.Scanner) document.Style {
	var out document.Style
	if position := s.Attr("text-position"); position != "" {
		switch first, _, _ := strings.Cut(position, " "); {
		case first == "super", strings.HasSuffix(first, "%") && first[0] != '-' && first[0] != '0':
			out |= document.Superscript
		case first == "sub", strings.HasPrefix(first, "-"):
			out |= document.Subscript
		}
	}
	if v := s.Attr("font-style"); v == "italic" || v == "oblique" {
		out |= document.Italic
	}
	if v := s.Attr("font-weight"); v == "bold" {
		out |= document.Bold
	}
	if s.Attr("display") == "none" {
		out |= document.Hidden
	}
	return out
}

// styled is what a style and those that it is made from say.
func (r *reading) styled(name string) document.Style {
	var out document.Style
	for range 16 { // a style may be its own ancestor in a broken file
		l, ok := r.styles[name]
		if !ok {
			break
		}
		out |= l.style
		name = l.parent
	}
	return out
}
