package jats

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
	"ibid/pattern"
)

// called is an xref as the survey meets it.
type called struct {
	kind     string
	ids      []string
	from, to int
}

// survey finds out what markers refer to, before anything is read.
func (r *reading) survey(ctx context.Context, text string) {
	s := markup.NewScanner(ctx, "", text, markup.Options{Doctype: true})
	notes := false
	var all []called
	for !s.Done {
		if s.Next() != markup.Start {
			continue
		}
		switch s.Name() {
		case "front":
			s.Skip() // its notes are the journal's own, on authors and money
		case "fn", "ref":
			if s.Name() == "fn" {
				notes = notes || s.Attr("fn-type") == "" || s.Attr("fn-type") == "other"
			}
			r.list(s)
		case "xref":
			x := called{kind: s.Attr("ref-type"), ids: strings.Fields(s.Attr("rid")), from: s.From}
			label := strings.Trim(strings.TrimSpace(s.Text(32)), "[]()")
			x.to = s.To
			for _, id := range x.ids {
				switch {
				case x.kind == "bibr":
					r.numbered[id] = r.numbered[id] || numbers.MatchString(label)
				case isNote(x.kind):
					r.called[id] = true
				}
			}
			all = append(all, x)
		}
	}
	for i := 1; i < len(all); i++ {
		r.span(text, all[i-1], all[i])
	}
	if r.refs = !notes && len(r.called) == 0 && len(r.numbered) > 0; r.refs {
		r.called = r.numbered
	}
}

// list remembers a note or reference.
func (r *reading) list(s *markup.Scanner) {
	id := s.Attr("id")
	if id == "" {
		return
	}
	r.place[id] = len(r.order)
	r.order = append(r.order, id)
	if r.labels[id] = r.label(s); r.labels[id] == "" {
		r.labels[id] = strconv.Itoa(len(r.order))
	}
}

// maxSpan is how many notes one range may call.
const maxSpan = 64

// span takes two xrefs with a dash between them: they call what stands between
// their notes in the list as well.
func (r *reading) span(text string, a, b called) {
	if a.kind != b.kind || len(a.ids) != 1 || len(b.ids) != 1 || b.from-a.to > 40 || !dash.MatchString(text[a.to:b.from]) {
		return
	}
	from, known := r.place[a.ids[0]]
	to, ok := r.place[b.ids[0]]
	if !known || !ok || to <= from+1 || to-from > maxSpan || a.kind == "bibr" && (!r.numbered[a.ids[0]] || !r.numbered[b.ids[0]]) {
		return
	}
	between := r.order[from+1 : to]
	r.spans[b.from] = between
	for _, id := range between {
		if a.kind == "bibr" {
			r.numbered[id] = true
		} else if isNote(a.kind) {
			r.called[id] = true
		}
	}
}

var (
	// dash is what stands between the ends of a range, tags aside.
	dash = pattern.New(`^(?:\s|</?sup>)*(?:[-–—−]|&#8211;|&#x2013;|&ndash;)(?:\s|</?sup>)*$`)
	// numbers are what an xref to one note or to several shows.
	numbers = pattern.New(`^\d+(?:\s*[,;–-]\s*\d+)*$`)
	number  = pattern.New(`\d+`)
)

// marker reads an xref: one to a note is its marker, one to several (its rid is
// a list of ids) that of each.
func (r *reading) marker(s *markup.Scanner) {
	kind, ids, between := s.Attr("ref-type"), strings.Fields(s.Attr("rid")), r.spans[s.From]
	ids = slices.DeleteFunc(ids, func(id string) bool {
		return !isNote(kind) && (kind != "bibr" || !r.refs || !r.numbered[id]) || r.w.InNote() && !r.called[id]
	})
	if len(ids) == 0 {
		r.content(s)
		return
	}
	span := s.Span()
	var b document.Builder
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		if s.Next() == markup.Chars {
			b.Append(s.Chars())
		}
	}
	text := b.Text().Trim()
	if text.Empty() {
		text = document.Unit("*", span)
	}
	for _, id := range between {
		r.w.Marker(document.Unit(r.labels[id], span), "fn "+id)
	}
	if !r.each(text, ids) {
		r.w.Marker(text, "fn "+ids[0])
		for _, id := range ids[1:] {
			r.w.Marker(document.Unit(r.labels[id], span), "fn "+id)
		}
	}
}

// each adds a marker for each number in a text, if there are as many of them as
// notes.
func (r *reading) each(text document.Text, ids []string) bool {
	all := number.FindAllStringIndex(text.String, -1)
	if len(ids) < 2 || len(all) != len(ids) {
		return false
	}
	done := 0
	for i, at := range all {
		r.w.Add(text.Slice(done, at[0]))
		r.w.Marker(text.Slice(at[0], at[1]), "fn "+ids[i])
		done = at[1]
	}
	r.w.Add(text.Slice(done, text.Len()))
	return true
}
