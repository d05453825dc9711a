package wikitext

import (
	"strings"

	"ibid/parser/document"
)

// template reads one by what its name says.
func (r *reading) template(c construct) {
	if r.depth >= maxDepth {
		return
	}
	t := r.call(c)
	at := document.Span{Start: t.start, End: t.end}
	switch {
	case r.noteTemplate(&t, at), r.shortTemplate(&t, at):
	case r.isCitation(&t):
		r.citation(&t)
	case r.shownTemplate(&t, at), r.addressTemplate(&t, at):
	default:
		r.unknown(&t)
	}
}

// noteTemplate reads templates that are notes, call some, or list them.
func (r *reading) noteTemplate(t *call, at document.Span) bool {
	if group, ok := noteTemplate(t.name); ok {
		body, ok := t.get("1", "text", "texte")
		if !ok && t.name == "note" {
			return true
		}
		if own := r.text(t, "group", "groupe"); own != "" {
			group = own
		}
		r.noted(r.text(t, "name", "nom"), group, body, at)
		return true
	}
	if isRepeat(t.name) {
		group := r.text(t, "group", "g")
		for _, p := range t.list {
			if p.numbered() && p.start < p.end {
				r.noted(r.src[p.start:p.end], group, piece{p.end, p.end}, document.Span{Start: p.start, End: p.end})
			}
		}
		return true
	}
	if listsNotes(t.name) {
		r.w.Break() // what it holds is read where it is called
		return true
	}
	switch t.name {
	case "refbegin", "refend", "div col", "div col end", "rp", "cbignore", "toc":
		return true
	}
	switch name, value, _ := strings.Cut(t.name, ":"); name {
	case "displaytitle":
		if r.doc.Meta.Title == "" {
			r.doc.Meta.Title = r.said(piece{t.end - 2 - len(value), t.end - 2})
		}
		return true
	case "defaultsort", "sortierung", "clé de tri", "ordena":
		return true
	}
	return false
}

// shownTemplate reads templates that show their parameters in the line.
func (r *reading) shownTemplate(t *call, at document.Span) bool {
	w := r.w
	if sign, ok := sign(t.name); ok {
		w.Add(document.Unit(sign, at))
		return true
	}
	name := t.name
	switch {
	case strings.HasPrefix(name, "lang-") || strings.HasPrefix(name, "langue-"):
		name = "lang-"
	case strings.HasPrefix(name, "quote") || name == "blockquote" || name == "cquote" || name == "zitat" || name == "citation bloc" || name == "début citation":
		name = "quote"
	}
	switch name {
	case "lang", "langue", "transl", "transliteration", "font color", "color", "abbr", "tooltip", "convert", "cvt", "lien", "ill", "interlanguage link", "subst:ill",
		"nowrap", "nobr", "small", "smaller", "big", "strong", "smallcaps", "sc", "smallcaps2", "lang-", "sic", "not a typo", "as of", "date", "date-", "formatnum", "nombre", "unité", "nihongo", "s-", "sp-", "proper name",
		"ruby", "visible anchor", "vanchor", "wikt-lang", "linktext", "wict", "ft", "et al.", "okina", "romain", "siècle", "s", "s2", "er", "no wrap", "citation-attribution", "bibleref", "bibleverse", "inflation", "angle bracket":
		r.shown(t, name)
	case "em", "italic", "it", "lang-it", "title", "ship", "uss", "hms":
		r.styled(t, document.Italic)
	case "bold", "b", "strong-":
		r.styled(t, document.Bold)
	case "sup", "e", "exp", "superscript":
		r.styled(t, document.Superscript)
	case "sub", "ind":
		r.styled(t, document.Subscript)
	case "circa", "c.", "ca.":
		w.Add(document.Unit("c. ", at))
		r.shown(t, name)
	case "quote":
		r.quote(t)
	default:
		return false
	}
	return true
}

// sign is the character that a template stands for.
func sign(name string) (string, bool) {
	s, ok := map[string]string{
		"'": "’", "'s": "’s", "!": "|", "=": "=", "ndash": "–", "en dash": "–", "snd": " – ", "spaced ndash": " – ", "spnd": " – ", "–": " – ", "mdash": "—", "em dash": "—", "nbsp": "\u00a0", "·": " · ", "•": " • ", "dot": " · ",
		"thinsp": "\u2009", "thin space": "\u2009", "hair space": "\u200a", "\"": "”", "'\"": "’”", "\"'": "”’", "--": "–", "---": "—", "zwsp": "", "clear": "", "-": "", "'-": "’", "av. j.-c.": "av. J.-C.", "et al.": "et al.", "fr": "", "en": "", "de": "", "ellipsis": "…", "...": "…",
	}[name]
	return s, ok
}

// shown reads the parameter that a template shows: the last of those that say
// in which language or colour another is, else the first.
func (r *reading) shown(t *call, name string) {
	p, ok := t.get("1")
	switch name {
	case "lang", "langue", "transl", "transliteration", "font color", "color", "wikt-lang", "linktext":
		for _, n := range []string{"2", "3", "texte", "text"} {
			if q, more := t.get(n); more {
				p, ok = q, true
			}
		}
	case "lien":
		if q, named := t.get("texte", "trad"); named {
			p, ok = q, true
		}
	}
	if !ok {
		p, ok = t.get("texte", "text")
	}
	if ok {
		r.inline(p.start, p.end)
	}
	if unit, ok := t.get("2"); ok && (name == "convert" || name == "cvt") {
		r.w.Add(document.Unit(" ", document.Span{Start: unit.start, End: unit.start}))
		r.inline(unit.start, unit.end)
	}
}

func (r *reading) styled(t *call, s document.Style) {
	if p, ok := t.get("1"); ok {
		outside := r.w.Style
		r.w.Style |= s
		r.inline(p.start, p.end)
		r.w.Style = outside
	}
}

// quote reads a quotation that stands by itself.
func (r *reading) quote(t *call) {
	w := r.w
	p, ok := t.get("text", "1", "quote", "texte", "zitat")
	if !ok {
		return
	}
	if w.InNote() {
		r.inline(p.start, p.end)
		return
	}
	w.Break()
	outside := w.State
	w.Kind = document.Quote
	r.part(p.start, p.end)
	for _, name := range []string{"author", "2", "source", "3"} {
		if q, ok := t.get(name); ok && q != p && r.callsIn(q) {
			r.part(q.start, q.end)
		}
	}
	w.Break()
	w.State = outside
}

// addressTemplate reads templates that lead somewhere.
func (r *reading) addressTemplate(t *call, at document.Span) bool {
	p, ok := t.get("1", "id", "url")
	if !ok {
		return false
	}
	switch t.name {
	case "doi", "doi-inline":
		r.gap("https://doi.org/", p.start)
		r.inline(p.start, p.end)
	case "isbn", "issn", "oclc", "pmid", "lccn":
		r.w.Add(document.Unit(strings.ToUpper(t.name)+" ", document.Span{Start: p.start, End: p.start}))
		r.inline(p.start, p.end)
	case "arxiv":
		r.lead("arXiv:", p)
	case "url", "official website", "official url", "link":
		outside := r.w.Href
		r.w.Href = r.address(p.start, p.end)
		if text, ok := t.get("2", "titre", "name"); ok {
			r.inline(text.start, text.end)
		} else {
			r.w.Add(r.w.Href)
		}
		r.w.Href = outside
	case "webarchive", "wayback", "archiv", "internetarchiv", "lien archive":
		r.copies(t, at)
	default:
		return false
	}
	return true
}

// copies reads the template that gives an archived copy of the page before it.
func (r *reading) copies(t *call, at document.Span) {
	p, ok := t.get("url", "archive-url", "archiveurl")
	if !ok || !scheme.MatchString(r.src[p.start:p.end]) {
		return
	}
	r.gap("Archived at ", at.Start)
	r.seen(p)
}

// unknown reads of a template that is not known the notes that it calls, and in
// a note what it may show.
func (r *reading) unknown(t *call) {
	w := r.w
	if w.InNote() || r.inCite {
		gap := ""
		for _, p := range t.list {
			if p.numbered() && p.start < p.end {
				w.Add(document.Unit(gap, document.Span{Start: p.start, End: p.start}))
				r.inline(p.start, p.end)
				gap = ", "
			}
		}
		return
	}
	if !r.callsIn(piece{t.start, t.end}) {
		return
	}
	if w.Open() {
		for _, p := range t.list {
			if r.callsIn(p.piece) {
				r.inline(p.start, p.end)
			}
		}
		return
	}
	outer := w.Begin("table", "", nil, document.Span{Start: t.start, End: t.end})
	outside := w.State
	for _, p := range t.list {
		if r.callsIn(p.piece) {
			w.Kind = document.TableCell
			r.part(p.start, p.end)
			w.Break()
		}
	}
	element := w.Element
	w.State = outside
	w.Element = element
	w.End(outer, t.end)
}
