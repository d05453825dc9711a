package docx

import (
	"context"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
)

// toggle is a property that may be on, off or not said.
type toggle int8

const (
	unsaid toggle = iota
	on
	off
)

func said(v bool) toggle {
	if v {
		return on
	}
	return off
}

// or is t, or what it is based on where t says nothing.
func (t toggle) or(base toggle) toggle {
	if t == unsaid {
		return base
	}
	return t
}

// runProps are the properties of runs that matter here.
type runProps struct {
	style                string // id of the character style
	bold, italic, hidden toggle
	raised, lowered      toggle
}

// or fills in what p does not say.
func (p runProps) or(base runProps) runProps {
	return runProps{
		style: p.style, bold: p.bold.or(base.bold), italic: p.italic.or(base.italic), hidden: p.hidden.or(base.hidden),
		raised: p.raised.or(base.raised), lowered: p.lowered.or(base.lowered),
	}
}

// style is a named style.
type style struct {
	name, base string
	outline    int // level of a heading from 0, -1 if it says nothing
	list       item
	run        runProps
	done       bool // what it is based on is filled in
}

// styles are those of a document, by id.
type styles struct {
	byID     map[string]*style
	standard string // id of the paragraph style that holds where none is named
	language string // of the document's defaults
}

// readStyles reads word/styles.xml.
func (r *reading) readStyles(ctx context.Context, part string) error {
	r.styles.byID = map[string]*style{}
	if part == "" {
		return nil
	}
	return r.scan(ctx, part, func(s *scanner) {
		for !s.Done {
			if s.Next() != markup.Start {
				continue
			}
			switch {
			case s.is("style"):
				r.styles.add(s)
			case s.is("lang") && r.styles.language == "":
				r.styles.language = s.attr("val")
			}
		}
	})
}

func (t *styles) add(s *scanner) {
	id := s.attr("styleId")
	if s.attr("type") == "paragraph" && s.attr("default") != "" && s.attr("default") != "0" {
		t.standard = id
	}
	st := &style{outline: -1}
	s.Children(func() {
		switch {
		case s.is("name"):
			st.name = strings.ToLower(strings.TrimSpace(s.attr("val")))
			s.Skip()
		case s.is("basedOn"):
			st.base = s.attr("val")
			s.Skip()
		case s.is("rPr"):
			st.run = readRunProps(s)
		case s.is("pPr"):
			s.Children(func() {
				switch {
				case s.is("outlineLvl"):
					st.outline = outlineLevel(s)
				case s.is("numPr"):
					st.list = readItem(s)
					return
				}
				s.Skip()
			})
		default:
			s.Skip()
		}
	})
	t.byID[id] = st
}

func outlineLevel(s *scanner) int {
	if n, err := strconv.Atoi(s.attr("val")); err == nil && n >= 0 && n <= 8 {
		return n
	}
	return -1
}

// maxBased bounds how long a chain of styles is followed; Word allows 11.
const maxBased = 32

// get is a style with all that it is based on, nil if there is none.
func (t *styles) get(id string) *style {
	st := t.byID[id]
	var chain []*style
	for x := st; x != nil && len(chain) < maxBased; x = t.byID[x.base] {
		chain = append(chain, x)
		if x.done {
			break
		}
	}
	for i := len(chain) - 2; i >= 0; i-- {
		x, base := chain[i], chain[i+1]
		x.run = x.run.or(base.run)
		if x.outline < 0 && headingLevel(x.name) == 0 {
			if x.outline = base.outline; x.outline < 0 {
				x.outline = headingLevel(base.name) - 1
			}
		}
		if x.list.id == "" {
			x.list = base.list
		}
		x.done = true
	}
	return st
}

// headingLevel is the level that a built-in style's name tells, which Word
// keeps in English in every language; 0 if it is no heading's.
func headingLevel(name string) int {
	n, ok := strings.CutPrefix(name, "heading ")
	if !ok || len(n) != 1 || n[0] < '1' || n[0] > '9' {
		return 0
	}
	return int(n[0] - '0')
}

// readRunProps reads an rPr to its end.
func readRunProps(s *scanner) (p runProps) {
	s.Children(func() {
		switch {
		case s.space != word:
		case s.is("rStyle"):
			p.style = s.attr("val")
		case s.is("b"):
			p.bold = said(s.on())
		case s.is("i"):
			p.italic = said(s.on())
		case s.is("vanish"):
			p.hidden = said(s.on())
		case s.is("vertAlign"):
			p.raised, p.lowered = said(s.attr("val") == "superscript"), said(s.attr("val") == "subscript")
		case s.is("position"):
			// Half-points above the line: superscripts made by hand.
			if n, err := strconv.Atoi(s.attr("val")); err == nil && n != 0 && p.raised == unsaid {
				p.raised, p.lowered = said(n > 0), said(n < 0)
			}
		}
		s.Skip()
	})
	return p
}

// look is how a run looks: its own properties, else those of its character
// style and its paragraph's style, of which each switches the other's (ECMA-376
// part 1, 17.7.3).
func (t *styles) look(direct, paragraph runProps) (document.Style, bool) {
	var named runProps
	if st := t.get(direct.style); st != nil {
		named = st.run
	}
	both := func(direct, named, paragraph toggle) bool {
		if direct != unsaid {
			return direct == on
		}
		return (named == on) != (paragraph == on)
	}
	var out document.Style
	if both(direct.bold, named.bold, paragraph.bold) {
		out |= document.Bold
	}
	if both(direct.italic, named.italic, paragraph.italic) {
		out |= document.Italic
	}
	p := direct.or(named).or(paragraph)
	if p.raised == on {
		out |= document.Superscript
	}
	if p.lowered == on {
		out |= document.Subscript
	}
	return out, both(direct.hidden, named.hidden, paragraph.hidden)
}
