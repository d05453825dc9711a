package odt

import (
	"strconv"

	"ibid/parser/reader/markup"
)

// numbering is how the levels of a list style number their items: where each begins,
// for those in Arabic digits.
type numbering map[int]int

// listStyle reads a text:list-style (ODF 1.3 part 3, 16.30).
func (r *reading) listStyle(s *markup.Scanner) {
	n := numbering{}
	name := s.Attr("name")
	s.Children(func() {
		if s.Name() == "list-level-style-number" && s.Attr("num-format") == "1" {
			level, _ := strconv.Atoi(s.Attr("level"))
			start, err := strconv.Atoi(s.Attr("start-value"))
			if err != nil {
				start = 1
			}
			n[level] = start
		}
		s.Skip()
	})
	r.numberings[name] = n
}

// list reads a text:list (ODF 1.3 part 3, 5.3.1). One inside another has its style,
// and one that goes on has the numbers behind those of the last of its style.
func (r *reading) list(s *markup.Scanner) {
	style := s.Attr("style-name")
	level := len(r.lists) + 1
	if level > 1 && style == "" {
		style = r.lists[level-2]
	}
	start, numbered := r.numberings[style][level]
	last := start - 1
	if s.Attr("continue-numbering") == "true" || s.Attr("continue-list") != "" {
		last = max(last, r.counted[style])
	}
	r.lists = append(r.lists, style)
	r.w.BeginList(numbered, last)
	r.content(s)
	last = r.w.EndList()
	if r.lists = r.lists[:level-1]; level == 1 {
		r.counted[style] = last
	}
}

// item reads a text:list-item, which may begin the numbers of its list anew.
func (r *reading) item(s *markup.Scanner) {
	own := ""
	if n := len(r.lists); n > 0 {
		if _, numbered := r.numberings[r.lists[n-1]][n]; numbered {
			own = s.Attr("start-value")
		}
	}
	r.w.BeginItem(own)
	r.content(s)
	r.w.EndItem()
}
