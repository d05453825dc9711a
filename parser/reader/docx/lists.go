package docx

import (
	"context"
	"strconv"
	"strings"

	"ibid/parser/reader/markup"
)

// levels is how many levels a list has.
const levels = 9

// level is how one level of a list is numbered.
type level struct {
	start  int
	format string
	text   string // "%1." or "%1.%2"
}

// list is a list's definition and how far it has got.
type list struct {
	levels [levels]level
	next   [levels]int
	began  [levels]bool
}

// lists are the lists of a document.
type lists struct {
	abstract map[string]*list
	// byID are lists by the id that paragraphs name; several share one
	// definition, and go on with its numbers.
	byID map[string]*list
	// restart are the numbers with which an id begins anew, until it has.
	restart map[string][levels]int
}

// readNumbers reads word/numbering.xml.
func (r *reading) readNumbers(ctx context.Context, part string) error {
	r.lists = lists{abstract: map[string]*list{}, byID: map[string]*list{}, restart: map[string][levels]int{}}
	if part == "" {
		return nil
	}
	return r.scan(ctx, part, func(s *scanner) {
		for !s.Done {
			if s.Next() != markup.Start {
				continue
			}
			switch {
			case s.is("abstractNum"):
				r.lists.define(s)
			case s.is("num"):
				r.lists.name(s)
			}
		}
	})
}

func (l *lists) define(s *scanner) {
	def := &list{}
	l.abstract[s.attr("abstractNumId")] = def
	s.Children(func() {
		n, err := strconv.Atoi(s.attr("ilvl"))
		if !s.is("lvl") || err != nil || n < 0 || n >= levels {
			s.Skip()
			return
		}
		def.levels[n] = readLevel(s)
	})
}

// readLevel reads a lvl to its end.
func readLevel(s *scanner) level {
	v := level{start: 1, format: "decimal"}
	s.Children(func() {
		switch {
		case s.is("start"):
			v.start = listStart(s)
		case s.is("numFmt"):
			v.format = s.attr("val")
		case s.is("lvlText"):
			v.text = s.attr("val")
		}
		s.Skip()
	})
	return v
}

func listStart(s *scanner) int {
	if n, err := strconv.Atoi(s.attr("val")); err == nil && n >= 0 && n <= maxStart {
		return n
	}
	return 1
}

func (l *lists) name(s *scanner) {
	id := s.attr("numId")
	var restart [levels]int
	overridden := false
	s.Children(func() {
		switch {
		case s.is("abstractNumId"):
			l.byID[id] = l.abstract[s.attr("val")]
		case s.is("lvlOverride"):
			n, err := strconv.Atoi(s.attr("ilvl"))
			s.Children(func() {
				if s.is("startOverride") && err == nil && n >= 0 && n < levels {
					restart[n], overridden = listStart(s)+1, true
				}
				s.Skip()
			})
			return
		}
		s.Skip()
	})
	if overridden {
		l.restart[id] = restart
	}
}

// label counts a paragraph and gives the number that stands before it, without
// the signs around it; "" for a bullet.
func (l *lists) label(i item) string {
	def := l.byID[i.id]
	if def == nil {
		return ""
	}
	if anew, ok := l.restart[i.id]; ok {
		for n, start := range anew {
			if start > 0 {
				def.next[n], def.began[n] = start-1, true
			}
		}
		delete(l.restart, i.id)
	}
	v := &def.levels[i.level]
	if !def.began[i.level] {
		def.next[i.level], def.began[i.level] = v.start, true
	}
	def.next[i.level]++
	for n := i.level + 1; n < levels; n++ {
		def.began[n] = false
	}
	if v.format == "bullet" || v.format == "none" || !strings.Contains(v.text, "%") {
		return ""
	}
	if strings.Count(v.text, "%") == 1 {
		return label(def.next[i.level]-1, v.format)
	}
	return strings.Trim(def.fill(v.text), " .()[]:")
}

// maxLabel is the longest pattern of a level that is filled in, in bytes.
const maxLabel = 64

// fill writes the numbers of several levels: "%1.%2".
func (l *list) fill(text string) string {
	if len(text) > maxLabel {
		return ""
	}
	for n := range levels {
		number := l.levels[n].start
		if l.began[n] {
			number = l.next[n] - 1
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(n+1), label(number, l.levels[n].format))
	}
	return text
}

// item is the list that a paragraph says it belongs to.
type item struct {
	id    string
	level int
}

// readItem reads a numPr to its end.
func readItem(s *scanner) (i item) {
	s.Children(func() {
		switch {
		case s.is("ilvl"):
			if n, err := strconv.Atoi(s.attr("val")); err == nil && n >= 0 && n < levels {
				i.level = n
			}
		case s.is("numId"):
			i.id = s.attr("val")
		}
		s.Skip()
	})
	return i
}
