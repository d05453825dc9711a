package wikitext

import (
	"slices"
	"strings"

	"ibid/parser/document"
)

// maxPeople is the largest number of people of a work that are read.
const maxPeople = 30

// name is a person as a template gives it: family and given, or whole alone.
type name struct{ family, given, whole piece }

// source is a work as a template gives it.
type source struct {
	call             *call
	authors, editors []name
	parts            [roles]piece
}

// isCitation says whether a template gives a source: by its name, or by what
// its parameters are called.
func (r *reading) isCitation(t *call) bool {
	if citationName(t.name) {
		return true
	}
	if !r.w.InNote() && r.w.Kind != document.ListItem {
		return false
	}
	titled, linked := false, false
	for i := range t.list {
		of, ok := roleOf(t.list[i].name)
		titled = titled || ok && of == title
		linked = linked || ok && of == address
	}
	return titled && (linked || r.w.InNote())
}

// source reads the parameters: of several for one role, the first that says something.
func (r *reading) source(t *call) *source {
	s := &source{call: t}
	for i := range t.list {
		p := &t.list[i]
		if p.start >= p.end {
			continue
		}
		if of, ok := roleOf(p.name); ok {
			if s.parts[of] == (piece{}) {
				s.parts[of] = p.piece
			}
		} else if editor, n, of, ok := personOf(p.name); ok && n <= maxPeople {
			list := &s.authors
			if editor {
				list = &s.editors
			}
			for len(*list) < n {
				*list = append(*list, name{})
			}
			(*list)[n-1].set(of, p.piece)
		}
	}
	if s.parts[title] == (piece{}) {
		s.parts[title] = s.parts[otherTitle]
	}
	if p, ok := t.get("1"); ok && s.parts[title] == (piece{}) && strings.HasPrefix(t.name, "cita") {
		s.parts[title] = p
	}
	s.authors, s.editors = named(s.authors), named(s.editors)
	return s
}

// set takes a part of a name, the first that is given.
func (n *name) set(of part, p piece) {
	at := map[part]*piece{family: &n.family, given: &n.given, whole: &n.whole}[of]
	if *at == (piece{}) {
		*at = p
	}
}

// named are the people of whom more than a first name is given.
func named(list []name) []name {
	return slices.DeleteFunc(list, func(n name) bool { return n.family == (piece{}) && n.whole == (piece{}) })
}

// has says whether something is said of a role.
func (s *source) has(of role) bool { return s.parts[of] != piece{} }

// part is what is said of a role.
func (s *source) part(of role) (piece, bool) { return s.parts[of], s.has(of) }

// citation writes what a template for sources shows.
func (r *reading) citation(t *call) {
	w := r.w
	outside := w.State
	inCite := r.inCite
	r.inCite = true
	s := r.source(t)
	switch {
	case !s.has(title) && !s.has(chapter) && len(t.list) > 0 && !s.has(container) && !s.has(address):
		r.inCite = inCite
		r.bare(t)
		return
	default:
		r.write(s)
	}
	if r.ends(t.end) {
		w.Add(document.Unit(".", document.Span{Start: t.end, End: t.end}))
	}
	r.inCite = inCite
	w.State = outside
	r.store(s, document.Span{Start: t.start, End: t.end})
}

// bare writes a source of which no title is known: all that is said.
func (r *reading) bare(t *call) {
	gap := ""
	for _, p := range t.list {
		if p.start >= p.end || p.name == "ref" || p.name == "id" {
			continue
		}
		r.w.Add(document.Unit(gap, document.Span{Start: p.start, End: p.start}))
		r.inline(p.start, p.end)
		gap = ", "
	}
}

// ends says whether nothing goes on with a sentence behind an offset.
func (r *reading) ends(at int) bool {
	rest := strings.TrimLeft(r.src[at:min(len(r.src), at+200)], " \t")
	if rest == "" {
		return true
	}
	return strings.ContainsRune("\n<|}", rune(rest[0])) || strings.HasPrefix(rest, "{{") && !strings.HasPrefix(strings.ToLower(rest), "{{rp")
}

// gap writes what stands between two parameters, which nobody typed.
func (r *reading) gap(s string, at int) {
	r.w.Add(document.Unit(s, document.Span{Start: at, End: at}))
}

// field writes a parameter behind a gap, and says whether there is one.
func (r *reading) field(s *source, of role, before, behind string) bool {
	p, ok := s.part(of)
	if ok {
		r.gap(before, p.start)
		r.inline(p.start, p.end)
		r.gap(behind, p.end)
	}
	return ok
}

// write writes a source the way of the Chicago Manual's notes.
func (r *reading) write(s *source) {
	lead := r.names(s.authors)
	switch {
	case s.has(chapter):
		r.titled(s, chapter, lead, false)
		r.gap(" in ", s.parts[chapter].end)
		if s.has(title) {
			r.titled(s, title, "", true)
		} else {
			r.italic(s, container)
		}
		if len(s.editors) > 0 {
			r.gap(", ed. ", s.call.end)
			r.names(s.editors)
		}
		r.imprint(s)
	case s.has(container) && s.has(title):
		r.titled(s, title, lead, false)
		r.gap(" ", s.parts[container].start)
		r.periodical(s)
	case s.has(title):
		web := r.isWeb(s)
		r.titled(s, title, lead, !web)
		if web {
			r.loose(s, s.behindTitle())
			break
		}
		if len(s.editors) > 0 {
			r.gap(", ed. ", s.call.end)
			r.names(s.editors)
		}
		r.imprint(s)
	default:
		r.gap(lead, s.call.start)
		r.italic(s, container)
		r.loose(s, ", ")
	}
	r.tail(s)
}

// isWeb says whether a source is a page and no book.
func (r *reading) isWeb(s *source) bool {
	n := s.call.name
	for _, word := range []string{"web", "internet", "news", "noticia", "notícia", "tweet", "podcast", "press", "video", "vidéo", "youtube"} {
		if strings.Contains(n, word) {
			return true
		}
	}
	return s.has(address) && !s.has(isbn) && !s.has(place) && !strings.Contains(n, "book") && !strings.Contains(n, "livro") && !strings.Contains(n, "libro") && n != "ouvrage" && n != "literatur"
}

// names writes people; what follows them is given back.
func (r *reading) names(list []name) string {
	for i, n := range list {
		at := max(n.family.start, n.whole.start)
		switch {
		case i == 0:
		case i == len(list)-1 && len(list) == 2:
			r.gap(" and ", at)
		case i == len(list)-1:
			r.gap(", and ", at)
		default:
			r.gap(", ", at)
		}
		if n.given != (piece{}) {
			r.inline(n.given.start, n.given.end)
			r.gap(" ", n.given.end)
		}
		if n.family != (piece{}) {
			r.inline(n.family.start, n.family.end)
		} else {
			r.inline(n.whole.start, n.whole.end)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return ", "
}

// titled writes a title with the link that it carries: in italics, or between
// quotation marks with a comma.
func (r *reading) titled(s *source, of role, before string, italic bool) {
	w := r.w
	p := s.parts[of]
	r.gap(before, p.start)
	outside := w.State
	// A title with quotation marks in it needs other marks around it.
	if italic = italic || strings.ContainsAny(r.src[p.start:p.end], "\"“”„"); italic {
		w.Style |= document.Italic
	} else {
		r.gap("“", p.start)
	}
	for _, leads := range []role{chapterAddress, address} {
		if a, ok := s.part(leads); ok && w.Href.Empty() && (of == chapter || leads == address && !s.has(chapter) || leads == address && s.has(chapterAddress)) {
			w.Href = r.address(a.start, a.end)
		}
	}
	r.inline(p.start, p.end)
	if more, ok := s.part(subtitle); ok && of == title {
		r.gap(": ", more.start)
		r.inline(more.start, more.end)
	}
	w.State = outside
	switch {
	case italic && of == title && !s.has(container) && !s.has(chapter):
		return
	case italic:
		if of == chapter || s.has(container) && !s.has(chapter) {
			r.gap(",", p.end)
		}
		return
	}
	if strings.ContainsAny(r.src[p.end-1:p.end], "?!") || !s.has(container) && of == title && s.behindTitle() == "" {
		r.gap("”", p.end)
	} else {
		r.gap(",”", p.end)
	}
}

// behindTitle is what parts the title of a page from what loose writes: nothing
// if that is nothing.
func (s *source) behindTitle() string {
	if slices.ContainsFunc([]role{publisher, date, year, pages}, s.has) {
		return " "
	}
	return ""
}

// italic writes a parameter in italics.
func (r *reading) italic(s *source, of role) {
	outside := r.w.Style
	r.w.Style |= document.Italic
	r.field(s, of, "", "")
	r.w.Style = outside
}

// imprint writes edition, place, publisher, date and pages of a book.
func (r *reading) imprint(s *source) {
	if p, ok := s.part(edition); ok {
		r.gap(", ", p.start)
		r.inline(p.start, p.end)
		if c := r.src[p.end-1]; c != '.' {
			r.gap(" ed.", p.end)
		}
	}
	r.field(s, volume, ", vol. ", "")
	open := " ("
	if r.field(s, place, open, "") {
		open = ": "
	}
	if r.field(s, publisher, open, "") {
		open = ", "
	} else if open == ": " {
		open = ", "
	}
	if r.dated(s, open) {
		open = ", "
	}
	if open != " (" {
		r.gap(")", s.call.end)
	}
	r.field(s, pages, ", ", "")
}

// dated writes the date, or the year.
func (r *reading) dated(s *source, before string) bool {
	return r.field(s, date, before, "") || r.field(s, year, before, "")
}

// periodical writes what an article stands in.
func (r *reading) periodical(s *source) {
	r.italic(s, container)
	numbered := r.field(s, volume, " ", "")
	if numbered {
		numbered = r.field(s, issue, ", no. ", "") || numbered
	} else {
		numbered = r.field(s, issue, ", no. ", "")
	}
	if !numbered {
		r.loose(s, ", ")
		return
	}
	if r.dated(s, " (") {
		r.gap(")", s.call.end)
	}
	r.field(s, pages, ": ", "")
}

// loose writes publisher, date and pages one after the other.
func (r *reading) loose(s *source, before string) {
	if r.field(s, publisher, before, "") {
		before = ", "
	}
	if r.dated(s, before) {
		before = ", "
	}
	r.field(s, pages, before, "")
}

// tail writes identifiers, copies and the day of access.
func (r *reading) tail(s *source) {
	if p, ok := s.part(doi); ok {
		r.gap(", https://doi.org/", p.start)
		r.inline(p.start, p.end)
	}
	r.field(s, isbn, ", ISBN ", "")
	r.field(s, online, ", ", "")
	if p, ok := s.part(arxiv); ok {
		r.gap(", ", p.start)
		r.lead("arXiv:", p)
	}
	if p, ok := s.part(address); ok && !s.has(title) && !s.has(chapter) {
		r.gap(", ", p.start)
		r.seen(p)
	}
	r.field(s, accessed, ", accessed ", "")
	if p, ok := s.part(archived); ok && scheme.MatchString(r.src[p.start:p.end]) {
		r.gap(", archived at ", p.start)
		r.seen(p)
	}
}

// lead writes an identifier behind its word.
func (r *reading) lead(word string, p piece) {
	if !strings.HasPrefix(strings.ToLower(r.src[p.start:p.end]), strings.ToLower(word)) {
		r.gap(word, p.start)
	}
	r.inline(p.start, p.end)
}

// seen writes an address that is its own text.
func (r *reading) seen(p piece) {
	outside := r.w.Href
	r.w.Href = r.address(p.start, p.end)
	r.w.Add(r.w.Href)
	r.w.Href = outside
}
