package latex

import (
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/bib"
	"ibid/parser/reader/tex"
)

// citing is one [before][behind]{keys} of a command.
type citing struct {
	before, behind string
	keys           []string
}

// cite reads a citation by key. That of a \footcite is a note, and in styles
// that cite in notes that of an \autocite.
func (r *reading) cite(start int, name string) {
	list := r.citings(name)
	at := r.span(start, r.at)
	if name == "nocite" || len(list) == 0 {
		return
	}
	foot := strings.HasPrefix(name, "foot") || strings.HasPrefix(name, "smartcite") || strings.HasPrefix(name, "autocite") && r.citesInNotes()
	if !foot || r.w.InNote() {
		r.citeHere(name, list, at)
		return
	}
	c, scope := r.count(name)
	c.n++
	label, key := c.show(c.n), r.key()
	r.call(start, label, key)
	r.w.BeginNote(key, label, scope, at)
	r.citeHere(name, list, at)
	r.w.Add(document.Unit(".", document.Span{Start: at.End, End: at.End, Part: at.Part}))
	r.w.EndNote()
}

// citings reads what a command cites: several times for commands in the plural.
func (r *reading) citings(name string) []citing {
	const most = 100
	plural := strings.HasSuffix(name, "s")
	for plural { // \cites(before)(behind)…
		if _, _, ok := r.delimited('(', ')'); !ok {
			break
		}
	}
	var out []citing
	for len(out) == 0 || plural && len(out) < most {
		before := r.at
		first, one := r.option()
		second, two := r.option()
		start, end, ok := r.raw()
		if !ok {
			r.at = before
			break
		}
		c := citing{behind: tex.Plain(first)}
		if one && two {
			c.before, c.behind = tex.Plain(first), tex.Plain(second)
		}
		for key := range strings.SplitSeq(r.src[start:end], ",") {
			if key = strings.TrimSpace(key); key != "" && len(c.keys) < most {
				c.keys = append(c.keys, key)
			}
		}
		out = append(out, c)
	}
	return out
}

// citeHere writes citations: in a note the works, in the text what the text shows.
func (r *reading) citeHere(name string, list []citing, at document.Span) {
	w := r.w
	bracketed := !w.InNote() && !strings.HasPrefix(name, "text") && name != "citet" && name != "fullcite" && fieldOf(name) == "" && r.knows(list)
	if bracketed {
		w.Add(document.Unit("(", at))
	}
	for i, c := range list {
		if i > 0 {
			w.Add(document.Unit("; ", at))
		}
		if c.before != "" {
			w.Add(document.Unit(c.before+" ", at))
		}
		for k, key := range c.keys {
			if k > 0 {
				w.Add(document.Unit("; ", at))
			}
			locator := ""
			if k == len(c.keys)-1 {
				locator = c.behind
			}
			r.citeOne(name, key, locator, at)
		}
	}
	if bracketed {
		w.Add(document.Unit(")", at))
	}
}

// knows says whether all works that are cited are listed.
func (r *reading) knows(list []citing) bool {
	for _, c := range list {
		for _, key := range c.keys {
			if !r.works().Known(key) {
				return false
			}
		}
	}
	return true
}

// fieldOf is the field that a command shows of a work, "" if it cites the work.
func fieldOf(name string) string {
	switch strings.TrimSuffix(strings.ToLower(name), "*") {
	case "citeauthor":
		return "author"
	case "citetitle":
		return "title"
	case "citeyear", "citedate":
		return "year"
	}
	return ""
}

// citeOne writes one work; a key that is not known stays as it is typed.
func (r *reading) citeOne(name, key, locator string, at document.Span) {
	var runs []bib.Run
	stored, ok := "", false
	switch {
	case fieldOf(name) != "":
		runs, ok = r.works().Part(key, fieldOf(name))
	case r.w.InNote():
		runs, stored, ok = r.works().Cite(key, locator)
	case name == "fullcite":
		runs, ok = r.works().Full(key, locator)
	default:
		runs, ok = r.works().InText(key, locator, !strings.HasPrefix(name, "text") && name != "citet")
	}
	if !ok {
		runs = []bib.Run{{Text: key}}
		if locator != "" {
			runs[0].Text += ", " + locator
		}
	}
	outside := r.w.State
	for _, run := range runs {
		r.w.Style, r.w.Href = outside.Style|run.Style, outside.Href
		if run.Href != "" {
			r.w.Href = document.Unit(run.Href, at)
		}
		r.w.Add(document.Unit(run.Text, at))
	}
	r.w.State = outside
	if stored != "" {
		r.doc.Stored = append(r.doc.Stored, document.Stored{Manager: "bibliography", JSON: document.Unit(stored, at), Span: at})
	}
}
