package reports

import "ibid/parser/article"

// item writes the fields of a citation, those that are known, as CSL-JSON names them.
func (j *jsonWriter) item(it *article.Item) {
	j.known("type", it.Type)
	j.names("author", it.Author)
	j.names("editor", it.Editor)
	j.names("translator", it.Translator)
	j.known("title", it.Title)
	j.known("container-title", it.ContainerTitle)
	j.known("collection-title", it.CollectionTitle)
	j.known("collection-number", it.CollectionNumber)
	j.known("volume", it.Volume)
	j.known("issue", it.Issue)
	j.known("number", it.Number)
	j.known("page", it.Page)
	j.known("edition", it.Edition)
	j.known("publisher", it.Publisher)
	j.known("publisher-place", it.PublisherPlace)
	j.known("authority", it.Authority)
	j.known("genre", it.Genre)
	j.known("archive", it.Archive)
	j.known("archive_location", it.ArchiveLocation)
	j.date("issued", it.Issued)
	j.date("accessed", it.Accessed)
	j.known("DOI", it.DOI)
	j.known("ISBN", it.ISBN)
	j.known("ISSN", it.ISSN)
	j.known("PMID", it.PMID)
	j.known("URL", it.URL)
	j.known("language", it.Language)
}

func (j *jsonWriter) names(name string, list []article.Name) {
	if len(list) == 0 {
		return
	}
	j.list(name, len(list), func(i int) {
		n := &list[i]
		j.known("family", n.Family)
		j.known("given", n.Given)
		j.known("non-dropping-particle", n.Particle)
		j.known("suffix", n.Suffix)
		j.known("literal", n.Literal)
	})
}

func (j *jsonWriter) date(name string, d *article.Date) {
	if d == nil {
		return
	}
	j.object(name, func() {
		if len(d.Parts) > 0 {
			j.key("date-parts")
			j.dateParts(d.Parts)
		}
		if d.Season != 0 {
			j.count("season", int64(d.Season))
		}
		if d.Circa {
			j.truth("circa", true)
		}
		j.known("literal", d.Literal)
	})
}

func (j *jsonWriter) dateParts(parts [][]int) {
	j.open('[')
	for _, part := range parts {
		j.next()
		j.open('[')
		for _, n := range part {
			j.next()
			j.int(int64(n))
		}
		j.close(']')
	}
	j.close(']')
}
