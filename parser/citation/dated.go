package citation

import "ibid/parser/article"

// shortDated makes short forms of citations that give an author's surname, a title and a
// year, and nothing else of a publication, where an earlier note has the work of that
// year in full, under a longer title or with the author's given names: "Moor, Tolls
// 2015, p. 12" behind "Ada Moor, Tolls and Ferries, Oslo 2015".
func shortDated(a *article.Article) {
	known := map[string][]*article.Item{}
	for n := range a.Notes {
		for c := range a.Notes[n].Citations {
			cite := &a.Notes[n].Citations[c]
			if cite.Kind != article.Full || len(cite.Item.Author) == 0 || cite.Item.Title == "" || cite.Item.Issued == nil {
				continue
			}
			family := cite.Item.Author[0].Family
			if surnameAndYear(&cite.Item) && knownOfYear(known[family], &cite.Item) {
				cite.IfFull = &article.Reading{Item: cite.Item, Fields: cite.Fields, Locator: cite.Locator, Tags: cite.Tags}
				cite.Kind, cite.Back.Device, cite.Item.Type = article.Short, article.NameOnly, ""
				continue
			}
			known[family] = append(known[family], &cite.Item)
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

// knownOfYear says whether one of an author's works is of the year of an item and has
// all words of its title.
func knownOfYear(works []*article.Item, it *article.Item) bool {
	for _, w := range works {
		if len(w.Issued.Parts) == 0 || len(w.Issued.Parts[0]) == 0 || w.Issued.Parts[0][0] != it.Issued.Parts[0][0] {
			continue
		}
		has := map[string]bool{}
		for _, word := range wordsOf(w.Title) {
			has[word] = true
		}
		all := true
		for _, word := range wordsOf(it.Title) {
			all = all && has[word]
		}
		if all {
			return true
		}
	}
	return false
}
