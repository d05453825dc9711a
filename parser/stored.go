package parser

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/parser/reader/bib"
)

// applyStored gives citations the fields that the source itself keeps of their
// works: parameters of a template, an entry of a bibliography. What is said
// there in so many words is surer than what the words of the note look like.
func applyStored(a *article.Article, stored []document.Stored) {
	var places []citationPlace
	for ref, c := range a.Citations() {
		if c.Kind != article.Ibid && c.Kind != article.Crossref {
			places = append(places, citationPlace{ref, c.Span})
		}
	}
	slices.SortStableFunc(places, func(x, y citationPlace) int { return compareSpans(x.span, y.span) })
	known := map[article.Ref]int{} // how many records a citation has
	var found []record
	for _, s := range stored {
		if s.Manager != "wikitext" && s.Manager != "bibliography" {
			applyManaged(a, places, s)
			continue
		}
		if at := overlapping(places, s.Span); len(at) == 1 {
			known[at[0]]++
			found = append(found, record{at[0], s})
		}
	}
	for _, r := range found {
		var fields map[string]any
		if known[r.ref] > 1 || json.Unmarshal([]byte(r.stored.JSON.String), &fields) != nil {
			continue
		}
		overlay(a.Cited(r.ref), bib.ItemOf(fields), r.stored.Span)
	}
}

// applyManaged gives full citations the works that a reference manager stored in
// the field around them: one for one where there are as many, else each the only
// work whose author or title it names. Short forms stay what they are.
func applyManaged(a *article.Article, places []citationPlace, s document.Stored) {
	var field struct {
		Items []struct {
			Data map[string]any `json:"itemData"`
		} `json:"citationItems"`
	}
	if json.Unmarshal([]byte(s.JSON.String), &field) != nil {
		return
	}
	var works []article.Item
	for _, it := range field.Items {
		if it.Data != nil {
			works = append(works, bib.ItemOf(it.Data))
		}
	}
	at := within(places, s.Span)
	for i, ref := range at {
		c := a.Cited(ref)
		work := -1
		switch {
		case c.Kind != article.Full:
		case len(at) == len(field.Items) && len(works) == len(at):
			work = i
		default:
			work = only(works, c.Text)
		}
		if work >= 0 {
			overlay(c, works[work], s.Span)
		}
	}
}

// within are the citations that stand in a span, in order.
func within(places []citationPlace, at document.Span) []article.Ref {
	i, _ := slices.BinarySearchFunc(places, at, func(p citationPlace, s document.Span) int { return compareSpans(p.span, s) })
	var out []article.Ref
	for k := max(0, i-1); k < len(places); k++ {
		p := places[k].span
		if p.Part > at.Part || p.Part == at.Part && p.Start >= at.End {
			break
		}
		if p.Part == at.Part && p.End > at.Start {
			out = append(out, places[k].ref)
		}
	}
	return out
}

// only is the one work that a text names by its first author or by the start of
// its title, -1 if there is none or more than one.
func only(works []article.Item, text string) int {
	const start = 24 // bytes of a title
	text, found := strings.ToLower(text), -1
	for i := range works {
		w := &works[i]
		title := strings.ToLower(w.Title[:min(len(w.Title), start)])
		name := ""
		if len(w.Author) > 0 {
			name = strings.ToLower(cmp.Or(w.Author[0].Family, w.Author[0].Literal))
		}
		if title != "" && strings.Contains(text, title) || name != "" && strings.Contains(text, name) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

type citationPlace struct {
	ref  article.Ref
	span document.Span
}

type record struct {
	ref    article.Ref
	stored document.Stored
}

func compareSpans(x, y document.Span) int {
	return cmp.Or(cmp.Compare(x.Part, y.Part), cmp.Compare(x.Start, y.Start))
}

// overlapping are the citations that stand in a span, two at most: citations
// do not stand in each other.
func overlapping(places []citationPlace, at document.Span) []article.Ref {
	i, _ := slices.BinarySearchFunc(places, at, func(p citationPlace, s document.Span) int { return compareSpans(p.span, s) })
	var out []article.Ref
	for k := max(0, i-1); k < len(places) && len(out) < 2; k++ {
		p := places[k].span
		if p.Part == at.Part && p.Start >= at.End || p.Part > at.Part {
			break
		}
		if p.Part == at.Part && p.End > at.Start {
			out = append(out, places[k].ref)
		}
	}
	return out
}

// overlay makes a full citation of what a record says; what the record leaves
// open stays as it was read.
func overlay(c *article.Citation, it article.Item, at document.Span) {
	if c.Kind == article.Short {
		c.BecomeFull()
	}
	c.Kind = article.Full
	had := c.Item
	for _, f := range []struct {
		name string
		to   *string
		from string
	}{
		{"title", &c.Item.Title, it.Title},
		{"container-title", &c.Item.ContainerTitle, it.ContainerTitle},
		{"publisher", &c.Item.Publisher, it.Publisher},
		{"publisher-place", &c.Item.PublisherPlace, it.PublisherPlace},
		{"volume", &c.Item.Volume, it.Volume},
		{"issue", &c.Item.Issue, it.Issue},
		{"number", &c.Item.Number, it.Number},
		{"edition", &c.Item.Edition, it.Edition},
		{"collection-title", &c.Item.CollectionTitle, it.CollectionTitle},
		{"DOI", &c.Item.DOI, it.DOI},
		{"ISBN", &c.Item.ISBN, it.ISBN},
		{"ISSN", &c.Item.ISSN, it.ISSN},
		{"PMID", &c.Item.PMID, it.PMID},
		{"type", &c.Item.Type, it.Type},
		{"genre", &c.Item.Genre, it.Genre},
		{"archive", &c.Item.Archive, it.Archive},
		{"archive_location", &c.Item.ArchiveLocation, it.ArchiveLocation},
		{"language", &c.Item.Language, it.Language},
	} {
		if f.from == "" {
			continue
		}
		same := strings.EqualFold(*f.to, f.from)
		*f.to = f.from
		sure(c, f.name, same, at)
	}
	if it.ContainerTitle == "" && had.ContainerTitle != "" && it.Title != "" {
		c.Item.ContainerTitle = "" // was read out of the title
		c.Fields.Delete("container-title")
	}
	if len(it.Author) > 0 || it.Title != "" {
		sure(c, "author", len(had.Author) == len(it.Author), at)
		c.Item.Author = whole(it.Author, had.Author)
	}
	if len(it.Author) == 0 {
		c.Fields.Delete("author")
	}
	if len(it.Editor) > 0 {
		c.Item.Editor = it.Editor
		sure(c, "editor", len(had.Editor) == len(it.Editor), at)
	}
	if it.Issued != nil && (it.Issued.Year() == 0 || it.Issued.Year() != had.Issued.Year() || len(had.Issued.Parts[0]) < len(it.Issued.Parts[0])) {
		c.Item.Issued = it.Issued // else the words may tell the day, too
		sure(c, "issued", false, at)
	}
	if c.Item.URL == "" {
		c.Item.URL = it.URL
	}
	if it.Page != "" && c.Locator == nil && strings.HasPrefix(it.Type, "article") {
		c.Item.Page = it.Page
	}
}

// whole are the authors that a record names, in the parts that were read in the
// note where the record has their names in one piece.
func whole(named, read []article.Name) []article.Name {
	var all strings.Builder
	for i := range named {
		if named[i].Literal == "" {
			return named
		}
		all.WriteString(named[i].Literal + " ")
	}
	if len(read) < len(named) {
		return named
	}
	for i := range read {
		if n := &read[i]; n.Family == "" || n.Given == "" || !strings.Contains(all.String(), n.Family) {
			return named
		}
	}
	return read
}

// sure says of a field that the source names it. Its place stays where the words
// were read for the same; else it is that of the whole record.
func sure(c *article.Citation, name string, same bool, at document.Span) {
	f, ok := c.Fields.Get(name)
	if !ok || !same {
		f.Span = at
	}
	c.Fields.Set(article.Field{Name: name, Span: f.Span, Confidence: 1})
}
