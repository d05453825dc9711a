package odt

import (
	"strconv"

	"ibid/parser/reader/markup"
)

// numbering is how the levels of a list style number their items: where each begins,
// for those in Arabic digits.
type numbering map[int]int

// list is one that is open.
type list struct {
	style    string
	level    int
	numbered bool
	items    int // the number of its last item
}

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
	l := list{style: s.Attr("style-name"), level: len(r.lists) + 1}
	if n := len(r.lists); n > 0 && l.style == "" {
		l.style = r.lists[n-1].style
	}
	start, numbered := r.numberings[l.style][l.level]
	l.numbered, l.items = numbered, start-1
	if s.Attr("continue-numbering") == "true" || s.Attr("continue-list") != "" {
		l.items = max(l.items, r.counted[l.style])
	}
	r.lists = append(r.lists, l)
	r.content(s)
	l = r.lists[len(r.lists)-1]
	r.lists = r.lists[:len(r.lists)-1]
	if l.level == 1 {
		r.counted[l.style] = l.items
	}
}

// item counts an item of the innermost list; start is the number that it begins
// anew with, if it says one.
func (r *reading) item(start string) {
	if len(r.lists) == 0 {
		return
	}
	l := &r.lists[len(r.lists)-1]
	l.items++
	if n, err := strconv.Atoi(start); err == nil {
		l.items = n
	}
	if l.numbered {
		r.w.Number(strconv.Itoa(l.items))
	}
}
