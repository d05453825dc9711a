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
	var before called
	var ranges [][2]called
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
			if x.follows(before, text) {
				ranges = append(ranges, [2]called{before, x})
			}
			before = x
			r.several = r.several || len(x.ids) > 1
			for _, id := range x.ids {
				switch {
				case x.kind == "bibr":
					r.numbered[id] = r.numbered[id] || numbers.MatchString(label)
				case isNote(x.kind):
					r.called[id] = true
				}
			}
		}
	}
	if r.several = r.several || len(ranges) > 0; r.several {
		for i, l := range r.order {
			r.place[l.id] = i
		}
	}
	for _, x := range ranges {
		r.span(x[0], x[1])
	}
	if r.refs = !notes && len(r.called) == 0 && len(r.numbered) > 0; r.refs {
		r.called = r.numbered
	}
}

// list remembers a note or reference.
func (r *reading) list(s *markup.Scanner) {
	if id := s.Attr("id"); id != "" {
		r.order = append(r.order, listed{id, s.To})
	}
}

// listed is a note or reference of which others may be called with it: its id, and
// where its content begins.
type listed struct {
	id string
	at int
}

// shown is the label of a note that is called together with others, "*" of one that
// is not there.
func (r *reading) shown(src, id string) string {
	at, ok := r.place[id]
	if !ok {
		return "*"
	}
	if own := labelAt(src, r.order[at].at); own != "" {
		return own
	}
	return strconv.Itoa(at + 1)
}

// maxSpan is how many notes one range may call.
const maxSpan = 64

// follows says whether a dash alone stands between an xref and the one before it.
func (x called) follows(before called, text string) bool {
	return x.kind == before.kind && len(x.ids) == 1 && len(before.ids) == 1 && x.from-before.to <= 40 && dash.MatchString(text[before.to:x.from])
}

// span takes two xrefs with a dash between them: they call what stands between
// their notes in the list as well.
func (r *reading) span(a, b called) {
	from, known := r.place[a.ids[0]]
	to, ok := r.place[b.ids[0]]
	if !known || !ok || to <= from+1 || to-from > maxSpan || a.kind == "bibr" && (!r.numbered[a.ids[0]] || !r.numbered[b.ids[0]]) {
		return
	}
	for _, l := range r.order[from+1 : to] {
		id := l.id
		r.spans[b.from] = append(r.spans[b.from], id)
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
		r.w.Marker(document.Unit(r.shown(s.Src, id), span), "fn "+id)
	}
	if !r.each(text, ids) {
		r.w.Marker(text, "fn "+ids[0])
		for _, id := range ids[1:] {
			r.w.Marker(document.Unit(r.shown(s.Src, id), span), "fn "+id)
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
