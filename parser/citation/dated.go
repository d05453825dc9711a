package citation

import (
	"slices"

	"ibid/parser/article"
)

// shortDated makes short forms of citations that give an author's surname, a title and a
// year, and nothing else of a publication, where an earlier note has the work of that
// year in full, under a longer title or with the author's given names: "Moor, Tolls
// 2015, p. 12" behind "Ada Moor, Tolls and Ferries, Oslo 2015".
func shortDated(a *article.Article) {
	type authorYear struct {
		family string
		year   int
	}
	known := map[authorYear][]map[string]bool{} // the words of the works' titles
	for n := range a.Notes {
		for c := range a.Notes[n].Citations {
			cite := &a.Notes[n].Citations[c]
			it := &cite.Item
			if cite.Kind != article.Full || len(it.Author) == 0 || it.Title == "" || it.Issued == nil || len(it.Issued.Parts) == 0 || len(it.Issued.Parts[0]) == 0 {
				continue
			}
			key, words := authorYear{it.Author[0].Family, it.Issued.Parts[0][0]}, wordsOf(it.Title)
			if surnameAndYear(it) && ofWorks(known[key], words) {
				cite.IfFull = &article.Reading{Item: *it, Fields: cite.Fields, Locator: cite.Locator, Tags: cite.Tags}
				cite.Kind, cite.Back.Device, it.Type = article.Short, article.NameOnly, ""
				continue
			}
			if len(known[key]) < mostTitles {
				set := map[string]bool{}
				for _, w := range words {
					set[w] = true
				}
				known[key] = append(known[key], set)
			}
		}
	}
}

// surnameAndYear says whether an item has surnames, a title and a year, and nothing
// else of a publication.
func surnameAndYear(it *article.Item) bool {
	for _, n := range it.Author {
		if n.Given != "" || n.Literal != "" {
			return false
		}
	}
	return len(it.Issued.Parts) == 1 && len(it.Issued.Parts[0]) == 1 && it.ContainerTitle+it.Publisher+it.PublisherPlace+it.URL+it.DOI+it.Volume+it.Genre == "" && len(it.Editor) == 0
}

// ofWorks says whether the title of one of some works has all of some words.
func ofWorks(titles []map[string]bool, words []string) bool {
	return slices.ContainsFunc(titles, func(title map[string]bool) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !title[w] })
	})
}
