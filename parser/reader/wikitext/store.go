package wikitext

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/pattern"
)

// maxStored is the longest parameter that is kept as a field, in bytes.
const maxStored = 2 << 10

var (
	yearOf  = pattern.New(`\b1[0-9]{3}\b|\b20[0-9]{2}\b`)
	isoDate = pattern.New(`^(\d{4})-(\d{2})(?:-(\d{2}))?$`)
)

// store keeps a source's parameters with the Document as CSL-JSON.
func (r *reading) store(s *source, at document.Span) {
	if r.silent {
		return
	}
	item := map[string]any{"type": s.kind()}
	put := func(key string, of role) {
		if p, ok := s.part(of); ok {
			if v := r.said(p); v != "" {
				item[key] = v
			}
		}
	}
	put("title", title)
	if more, ok := s.part(subtitle); ok && item["title"] != nil {
		if v := r.said(more); v != "" {
			item["title"] = r.said(s.parts[title]) + ": " + v
		}
	}
	put("container-title", container)
	if s.has(chapter) {
		put("title", chapter)
		if s.has(title) {
			put("container-title", title)
		}
	}
	for key, of := range map[string]role{
		"publisher": publisher, "publisher-place": place, "volume": volume, "issue": issue, "page": pages, "edition": edition, "DOI": doi, "ISBN": isbn, "ISSN": issn, "PMID": pmid,
	} {
		put(key, of)
	}
	for _, of := range []role{address, chapterAddress} {
		if p, ok := s.part(of); ok {
			item["URL"] = r.address(p.start, p.end).String
		}
	}
	if list := r.people(s.authors); len(list) > 0 {
		item["author"] = list
	}
	if list := r.people(s.editors); len(list) > 0 {
		item["editor"] = list
	}
	for _, of := range []role{year, date} {
		if p, ok := s.part(of); ok {
			if d := dateOf(r.said(p)); d != nil {
				item["issued"] = d
			}
		}
	}
	data, err := json.Marshal(item)
	if err != nil {
		return // there is nothing in it that JSON can't hold
	}
	r.doc.Stored = append(r.doc.Stored, document.Stored{Manager: "wikitext", JSON: document.Unit(string(data), at), Span: at})
}

// kind is the CSL type of a source.
func (s *source) kind() string {
	n := s.call.name
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(n, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("journal", "periódico", "pubblicazione", "publicación", "tidskrift"), n == "article":
		return "article-journal"
	case has("news", "noticia", "notícia", "tidning"):
		return "article-newspaper"
	case has("magazine"):
		return "article-magazine"
	case has("thesis", "tesis", "tese", "thèse"):
		return "thesis"
	case has("report"):
		return "report"
	case has("encyclop"):
		return "entry-encyclopedia"
	case s.has(chapter):
		return "chapter"
	case has("web", "internet"):
		return "webpage"
	case has("book", "livre", "libro", "livro", "ouvrage", "boek", "bok"), !s.has(container) && s.has(publisher):
		return "book"
	case s.has(container) && (s.has(volume) || s.has(issue)):
		return "article-journal"
	case s.has(container) && len(s.editors) > 0:
		return "chapter"
	case s.has(address):
		return "webpage"
	}
	return "book"
}

// people are names in CSL terms.
func (r *reading) people(list []name) []map[string]string {
	var out []map[string]string
	for _, n := range list {
		m := map[string]string{}
		family, given := r.said(n.family), r.said(n.given)
		if family == "" {
			family = r.said(n.whole) // author=Kern |first=Ivo
		}
		switch {
		case family != "" && given != "":
			m["family"], m["given"] = family, given
		case family != "":
			m["literal"] = family
		}
		if len(m) > 0 {
			out = append(out, m)
		}
	}
	return out
}

// dateOf is a date in CSL terms, as precise as it is written: 2019-05-03, 3 May
// 2019, mai 2019, 2019.
func dateOf(s string) map[string]any {
	var parts []int
	if m := isoDate.FindStringSubmatch(s); m != nil {
		for _, figure := range m[1:] {
			if n, err := strconv.Atoi(figure); err == nil {
				parts = append(parts, n)
			}
		}
	} else if y := yearOf.FindString(s); y != "" {
		n, _ := strconv.Atoi(y) // four figures
		parts = append(parts, n)
		if month := monthOf(s); month > 0 {
			parts = append(parts, month)
			if day, err := strconv.Atoi(dayOf.FindString(strings.Replace(s, y, "", 1))); err == nil && day >= 1 && day <= 31 {
				parts = append(parts, day)
			}
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return map[string]any{"date-parts": [][]int{parts}}
}

var dayOf = pattern.New(`\b[0-9]{1,2}\b`)

// monthOf is the month that a date names, 0 if it names none, or several.
func monthOf(s string) int {
	found := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		r := []rune(w)
		if len(r) < 3 {
			continue
		}
		n := 0
		switch string(r[:3]) {
		case "jan", "ene", "gen":
			n = 1
		case "feb", "fev", "fév":
			n = 2
		case "mar", "mär", "mrt", "maa":
			n = 3
		case "apr", "avr", "abr":
			n = 4
		case "may", "mai", "mei", "mag", "maj":
			n = 5
		case "jun", "giu":
			n = 6
		case "jul", "lug":
			n = 7
		case "jui":
			n = 6
			if strings.HasPrefix(w, "juil") {
				n = 7
			}
		case "aug", "aoû", "aou", "ago":
			n = 8
		case "sep", "set":
			n = 9
		case "oct", "okt", "ott", "out":
			n = 10
		case "nov":
			n = 11
		case "dec", "dez", "déc", "dic":
			n = 12
		}
		if n > 0 && found > 0 && n != found {
			return 0
		}
		found = max(found, n)
	}
	return found
}

// said is what a stretch of the source shows, as plain text.
func (r *reading) said(p piece) string {
	if p.start >= p.end || p.end-p.start > maxStored {
		return ""
	}
	s := r.src[p.start:p.end]
	if !strings.ContainsAny(s, "'{[<&\n") {
		return strings.Join(strings.Fields(s), " ")
	}
	runs := r.capture(func() { r.inline(p.start, p.end) })
	return reader.Plain(runs)
}
