package wikitext

import (
	"slices"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/flow"
	"ibid/pattern"
)

// work is one that the article lists, with what short notes call it by.
type work struct {
	at    construct
	cited bool // a note has given it in full
}

var (
	yearWord = pattern.New(`^(?:c\. ?)?\d{3,4}[a-z]?$|^(?i:n\.d\.|s\.d\.|o\. ?J\.|forthcoming)$`)
	sfnref   = pattern.New(`(?i)\{\{\s*(?:sfnref|harvid)\s*\|([^{}]*)\}\}`)
)

// list notes a work that short notes may name.
func (r *reading) list(c construct) {
	t := r.call(c)
	s := r.source(&t)
	w := &work{at: c}
	add := func(key string) {
		if key != "" && r.works[key] == nil {
			r.works[key] = w
		}
	}
	if own := r.text(&t, "ref", "id"); own != "" {
		if m := sfnref.FindStringSubmatch(own); m != nil {
			add(workKey(strings.Split(m[1], "|")))
		}
		add(workKey([]string{strings.TrimPrefix(own, "CITEREF")}))
	}
	people := s.authors
	if len(people) == 0 {
		people = s.editors
	}
	var words []string
	for _, n := range people[:min(len(people), 4)] {
		p := n.family
		if p == (piece{}) {
			p = n.whole
		}
		words = append(words, r.said(p))
	}
	p, ok := s.part(year)
	if !ok {
		p = s.parts[date]
	}
	when := r.src[p.start:p.end]
	year := yearOf.FindString(when)
	if i := strings.Index(when, year); year != "" && i+4 < len(when) && when[i+4] >= 'a' && when[i+4] <= 'z' {
		year = when[i : i+5]
	}
	if year != "" && len(words) > 0 {
		add(workKey(append(words, year)))
	}
}

// workKey is what a short note and a work have in common: surnames and year.
func workKey(words []string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Join(words, "")), ""))
}

// shortTemplate reads {{sfn}} and {{harv}} with their kin.
func (r *reading) shortTemplate(t *call, at document.Span) bool {
	if isShort(t.name) {
		if r.silent {
			return true
		}
		key := []string{"sfn"}
		for _, p := range t.list {
			key = append(key, p.name+"="+r.src[p.start:p.end])
		}
		name := strings.Join(key, "\x00")
		n, ok := r.notes[name]
		if !ok {
			n = &note{key: name, sfn: t, body: piece{t.start, t.start}}
			r.notes[name] = n
		}
		r.mark(n, at)
		return true
	}
	switch t.name {
	case "harvnb", "harvsp", "harvard citation no brackets", "harvp", "harvcolnb", "harvcol":
		r.short(t)
	case "harv", "harvard citation", "harvs":
		r.gap("(", t.start)
		r.short(t)
		r.gap(")", t.end)
	case "harvtxt", "harvard citation text", "harvcoltxt":
		r.short(t)
	default:
		return false
	}
	return true
}

// reference is one work that a short note names.
type reference struct {
	names, places []piece
	year, remark  piece
}

// short writes a short note: the work in full where the article lists it and no
// note has given it yet, else author and year. Only notes give works in full.
func (r *reading) short(t *call) {
	refs := references(r, t)
	alone := len(refs) == 1 && (strings.HasPrefix(t.name, "sfn") || t.name == "snf")
	for i, ref := range refs {
		if i > 0 {
			r.gap("; ", t.start)
		}
		var words []string
		for _, p := range append(slices.Clip(ref.names), ref.year) {
			words = append(words, r.said(p))
		}
		w := r.works[workKey(words)]
		if w == nil || w.cited || !r.w.InNote() || r.silent || len(refs) > 1 {
			r.brief(ref)
			continue
		}
		w.cited = true
		r.full(w, ref, document.Span{Start: t.start, End: t.end})
	}
	if alone || r.ends(t.end) && r.w.InNote() {
		r.gap(".", t.end)
	}
}

// references are the works that a short note names: one, or with {{sfnm}} several.
func references(r *reading, t *call) []reference {
	if strings.HasPrefix(t.name, "sfnm") {
		return several(t)
	}
	var one reference
	for _, p := range t.list {
		switch p.name {
		case "1", "2", "3", "4", "5":
			switch {
			case p.start >= p.end:
			case yearWord.MatchString(r.src[p.start:p.end]) && len(one.names) > 0:
				one.year = p.piece
			default:
				one.names = append(one.names, p.piece)
			}
		case "p", "pp", "page", "pages", "loc", "at", "passage":
			if p.start < p.end {
				one.places = append(one.places, p.piece)
			}
		case "ps", "postscript":
			one.remark = p.piece
		}
	}
	return []reference{one}
}

// several are the works of {{sfnm|1a1=Kern|1y=1998|1p=40|2a1=…}}.
func several(t *call) []reference {
	var out []reference
	for i := 1; i <= maxPeople; i++ {
		lead := decimal(i)
		var one reference
		for k := 1; k <= 4; k++ {
			if p, ok := t.get(lead+"a"+decimal(k), lead+"last"+decimal(k)); ok {
				one.names = append(one.names, p)
			}
		}
		if len(one.names) == 0 {
			break
		}
		one.year, _ = t.get(lead+"y", lead+"year")
		if p, ok := t.get(lead+"p", lead+"pp", lead+"loc"); ok {
			one.places = append(one.places, p)
		}
		out = append(out, one)
	}
	return out
}

// brief writes author, year and place as they are typed.
func (r *reading) brief(ref reference) {
	for i, p := range ref.names {
		switch {
		case i == 0:
		case i == len(ref.names)-1:
			r.gap(" and ", p.start)
		default:
			r.gap(", ", p.start)
		}
		r.inline(p.start, p.end)
	}
	if ref.year != (piece{}) {
		r.gap(" ", ref.year.start)
		r.inline(ref.year.start, ref.year.end)
	}
	for _, p := range ref.places {
		r.gap(", ", p.start)
		r.inline(p.start, p.end)
	}
	if ref.remark.start < ref.remark.end {
		r.inline(ref.remark.start, ref.remark.end)
	}
}

// full writes a work that the article lists. All of it stands where the short
// note stands, but the addresses, which stand where the work is listed.
func (r *reading) full(w *work, ref reference, at document.Span) {
	t := r.call(w.at)
	s := r.source(&t)
	s.parts[pages] = piece{} // of the work: the note cites another place
	if len(ref.places) > 0 {
		s.parts[pages] = ref.places[0]
	}
	runs := r.capture(func() {
		r.inCite = true
		r.write(s)
		r.inCite = false
	})
	outside := r.w.State
	for i := range runs {
		r.w.Style, r.w.Href = runs[i].Style, runs[i].Href.Text()
		r.w.Add(document.Unit(runs[i].Text.String, at))
	}
	r.w.State = outside
	for _, p := range ref.places[min(1, len(ref.places)):] {
		r.w.Add(document.Unit(", "+r.said(p), at))
	}
	if ref.remark.start < ref.remark.end {
		r.w.Add(document.Unit(r.said(ref.remark), at))
	}
	s.parts[pages] = piece{}
	r.store(s, at)
}

// capture reads something aside: the runs that it makes come back, notes in it
// are not called.
func (r *reading) capture(read func()) []document.Run {
	w, doc, silent, inCite := r.w, r.doc, r.silent, r.inCite
	aside := &document.Document{Source: doc.Source}
	r.doc, r.w, r.silent = aside, flow.NewWriter(aside), true
	read()
	r.w.Close()
	r.w, r.doc, r.silent, r.inCite = w, doc, silent, inCite
	var runs []document.Run
	for i := range aside.Blocks {
		if aside.Blocks[i].Kind != document.NoteBody {
			runs = append(runs, aside.Blocks[i].Runs...)
		}
	}
	return runs
}
