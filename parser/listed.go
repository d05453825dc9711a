package parser

import (
	"slices"
	"strings"

	"ibid/parser/article"
	"ibid/parser/citation"
	"ibid/parser/document"
	"ibid/pattern"
)

// applyListed gives short notes that link to an entry of the article's own list of
// works ("Smith 2004, p. 5" of MediaWiki's {{sfn}}, of pandoc's linked citations)
// what that entry says: the first to name a work is its full citation, those
// behind it are told by their link what they mean. The texts of the notes stay.
func applyListed(a *article.Article, doc *document.Document) {
	var l *listed
	for n := range a.Notes {
		note := &a.Notes[n]
		for _, s := range note.Styles {
			fragment, ok := strings.CutPrefix(s.Href.String, "#")
			if !ok || fragment == "" {
				continue
			}
			if l == nil {
				l = newListed(a, doc)
			}
			if c := citationAround(note, s); c != nil {
				l.apply(c, fragment, note.Text.String[s.Start:s.End])
			}
		}
	}
}

// citationAround is the citation that a link stands in, if it is one whose work the
// link may tell.
func citationAround(note *article.Note, s article.Styled) *article.Citation {
	i := slices.IndexFunc(note.Citations, func(c article.Citation) bool { return c.Start <= s.Start && s.End <= c.End })
	if i < 0 {
		return nil
	}
	switch c := &note.Citations[i]; c.Kind {
	case article.Full, article.Short, article.Commentary:
		// "Reyes, Oke & Vale 2011" may have been read as a title, too.
		if c.Work == "" && (c.Item.Title == "" || strings.Contains(note.Text.String[s.Start:s.End], c.Item.Title)) {
			return c
		}
	case article.Ibid, article.Crossref:
	}
	return nil
}

// listed are the entries of an article's list of works.
type listed struct {
	a *article.Article
	// entries are the paragraphs of the body that links lead to, by fragment.
	entries map[string]int
	works   map[string]*article.Item // that were read, nil for what is none
	cited   map[string]bool
}

func newListed(a *article.Article, doc *document.Document) *listed {
	l := &listed{a: a, entries: map[string]int{}, works: map[string]*article.Item{}, cited: map[string]bool{}}
	starts := make(map[document.Span]int, len(a.Body))
	for i := range a.Body {
		starts[startOf(a.Body[i].Text)] = i
	}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		p, ok := starts[startOf(b.Text().Trim())]
		if !ok || b.Kind == document.Heading {
			continue
		}
		anchors := slices.Clone(b.Anchors.IDs())
		for k := range b.Runs {
			anchors = append(anchors, b.Runs[k].Anchors.IDs()...)
		}
		for _, id := range anchors {
			if _, ok := l.entries[id]; !ok {
				l.entries[id] = p
			}
		}
	}
	return l
}

// startOf is where a text starts.
func startOf(t document.Text) document.Span {
	at := t.All()
	at.End = at.Start
	return at
}

// apply gives a citation the work that a link in it leads to. The link's words have
// to name it: a surname of its authors, or else the start of its title.
func (l *listed) apply(c *article.Citation, fragment, words string) {
	work, ok := l.works[fragment]
	if !ok {
		work = l.read(fragment)
		l.works[fragment] = work
	}
	if work == nil || !names(work, words) {
		return
	}
	c.Work = fragment
	if l.cited[fragment] {
		c.Item, c.Fields = article.Item{Issued: work.Issued}, nil
		for _, n := range work.Author {
			c.Item.Author = append(c.Item.Author, article.Name{Family: n.Family, Literal: n.Literal, Incomplete: true})
		}
		return
	}
	l.cited[fragment] = true
	c.Item.Title, c.Item.Author = "", nil
	overlay(c, *work, c.Span)
	c.Back = article.Back{}
}

// read reads an entry as a note would be read; nil if it is no reference.
func (l *listed) read(fragment string) *article.Item {
	p, ok := l.entries[fragment]
	if !ok {
		return nil
	}
	entry := inRunning(l.a.Body[p])
	aside := &article.Article{
		Format: l.a.Format, Meta: l.a.Meta, Text: l.a.Text,
		Notes: []article.Note{{Number: "1", Text: entry.Text, Styles: entry.Styles, Span: entry.Text.All()}},
	}
	citation.Parse(aside)
	for i := range aside.Notes[0].Citations {
		if c := &aside.Notes[0].Citations[i]; c.Kind == article.Full && c.Item.Title != "" {
			if !strings.HasPrefix(c.Item.URL, "http") {
				c.Item.URL = "" // a wiki's own page about an ISBN, say
			}
			return &c.Item
		}
	}
	return nil
}

// names says whether words name a work.
func names(work *article.Item, words string) bool {
	words = strings.ToLower(words)
	people := slices.Concat(work.Author, work.Editor)
	for _, n := range people {
		if name := strings.ToLower(n.Family + n.Literal); name != "" && strings.Contains(words, name) {
			return true
		}
	}
	const start = 12 // bytes of a title
	title := strings.ToLower(work.Title)
	return len(words) >= start/2 && title != "" && (strings.HasPrefix(title, strings.TrimSpace(words)) || strings.HasPrefix(words, title[:min(len(title), start)]))
}

// semicoloned are authors as lists of works sort them and notes never do: "Reyes,
// Tomás; Oke, Tom (2011)".
var semicoloned = pattern.New(`^(\p{Lu}[^,;()\d]{0,40}, [^,;()\d]{1,40}(?:; \p{Lu}[^,;()\d]{0,40}, [^,;()\d]{1,40}){1,12})\.? \(`)

// inRunning is an entry with its authors as a note would name them: "Reyes, Tomás,
// and Tom Oke (2011)".
func inRunning(entry article.Paragraph) article.Paragraph {
	m := semicoloned.FindStringSubmatchIndex(entry.Text.String)
	if m == nil {
		return entry
	}
	authors := entry.Text.Slice(m[2], m[3])
	people := strings.Split(authors.String, "; ")
	for i := 1; i < len(people); i++ {
		family, given, _ := strings.Cut(people[i], ", ")
		people[i] = given + " " + family
	}
	last := len(people) - 1
	named := document.Unit(strings.Join(people[:last], ", ")+", and "+people[last], authors.All())
	out := article.Paragraph{Text: document.Concat(named, entry.Text.Slice(m[3], entry.Text.Len()))}
	for _, s := range entry.Styles {
		if s.Start >= m[3] {
			s.Start, s.End = s.Start+named.Len()-m[3], s.End+named.Len()-m[3]
			out.Styles = append(out.Styles, s)
		}
	}
	return out
}
