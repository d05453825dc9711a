package bib

import (
	"encoding/json"
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// Run is a stretch of a citation in one style, with the address that it leads to.
type Run struct {
	Text  string
	Style document.Style
	Href  string
}

// Citer writes citations in the order in which an article's notes have them.
type Citer struct {
	lib   *Library
	cited map[*article.Item]bool
	taken map[string]*article.Item // short forms, and the works that they name
}

// NewCiter makes a Citer of a library's works.
func NewCiter(lib *Library) *Citer {
	return &Citer{lib: lib, cited: map[*article.Item]bool{}, taken: map[string]*article.Item{}}
}

// pageWord is what notes leave out before a page.
var pageWord = pattern.New(`^pp?\.\s?`)

// Known says whether there is a work with a key.
func (c *Citer) Known(key string) bool { return c.lib.entry(key) != nil }

// Cite writes the citation of a work in a note, without a full stop: in full
// where it is cited first, with the work as CSL-JSON, else by name and short
// title. ok is false where there is no such work.
func (c *Citer) Cite(key, locator string) (runs []Run, stored string, ok bool) {
	it, ok := c.lib.Get(key)
	if !ok {
		return nil, "", false
	}
	locator = pageWord.ReplaceAllString(locator, "")
	if c.cited[it] {
		return c.short(it, locator), "", true
	}
	c.cited[it] = true
	record, err := json.Marshal(it)
	if err != nil {
		return nil, "", false // an Item holds nothing that JSON can't
	}
	return full(it, locator), string(record), true
}

// InText writes the citation of a work in the running text: "Kern (1998, 4)", or
// with brackets around all of it left to the caller, "Kern 1998, 4".
func (c *Citer) InText(key, locator string, bracketed bool) (runs []Run, ok bool) {
	it, ok := c.lib.Get(key)
	if !ok {
		return nil, false
	}
	var w writer
	who := surnames(it)
	when := "n.d."
	if y := it.Issued.Year(); y > 0 {
		when = strconv.Itoa(y)
	}
	if locator != "" {
		when += ", " + locator
	}
	if bracketed {
		w.add(strings.TrimSpace(who+" "+when), 0, addressOf(it))
	} else {
		w.add(strings.TrimSpace(who+" ("+when+")"), 0, addressOf(it))
	}
	return w.runs, true
}

// Full writes a work in full, wherever it is cited first.
func (c *Citer) Full(key, locator string) (runs []Run, ok bool) {
	it, ok := c.lib.Get(key)
	if !ok {
		return nil, false
	}
	return full(it, locator), true
}

// Part writes one field of a work: "author", "title" or "year".
func (c *Citer) Part(key, field string) (runs []Run, ok bool) {
	it, ok := c.lib.Get(key)
	if !ok {
		return nil, false
	}
	var w writer
	switch field {
	case "author":
		w.plain(surnames(it))
	case "title":
		w.add(it.Title, document.Italic, addressOf(it))
	default:
		w.plain(shownDate(it.Issued))
	}
	return w.runs, true
}

// short writes a work by surname and short title; two works never share them.
func (c *Citer) short(it *article.Item, locator string) []Run {
	title, _, _ := strings.Cut(it.Title, ": ")
	who := surnames(it)
	name := who + "\x00" + title
	if other, ok := c.taken[name]; ok && other != it {
		title = it.Title
		if y := it.Issued.Year(); y > 0 {
			title += " (" + strconv.Itoa(y) + ")"
		}
	} else {
		c.taken[name] = it
	}
	var w writer
	if who != "" {
		w.plain(who + ", ")
	}
	if it.ContainerTitle != "" || it.Type == "webpage" {
		if locator != "" {
			w.plain("“" + title + ",” " + locator)
		} else {
			w.plain("“" + title + "”")
		}
		return w.runs
	}
	w.add(title, document.Italic, "")
	w.list(", ", locator)
	return w.runs
}
