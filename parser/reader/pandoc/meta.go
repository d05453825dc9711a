package pandoc

import (
	"strings"

	"ibid/parser/document"
)

// metadata reads what the source says of itself.
func metadata(meta value) document.Meta {
	m := document.Meta{Title: words(meta.get("title")), Language: strings.ToLower(strings.ReplaceAll(words(meta.get("lang")), "_", "-"))}
	authors := meta.get("author")
	if authors.t != "MetaList" {
		authors = value{list: []value{authors}}
	}
	for _, a := range authors.list {
		if a.t == "MetaMap" {
			a = a.get("name")
		}
		if s := words(a); s != "" {
			m.Authors = append(m.Authors, s)
		}
	}
	if d := words(meta.get("date")); isDay.MatchString(d) {
		m.Published = d
	}
	return m
}

// words is the plain text of a value.
func words(v value) string {
	w := walker{current: &paragraph{}}
	switch v.t {
	case "MetaString":
		return v.text
	case "MetaInlines":
		w.inlines(v.list)
		w.current.end()
	case "MetaBlocks":
		w.blocks(v.list)
		for _, p := range w.body {
			w.current.tokens = append(w.current.tokens, p.tokens...)
		}
	}
	var b strings.Builder
	for _, t := range w.current.tokens {
		if t.note == 0 {
			b.WriteString(t.text)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
