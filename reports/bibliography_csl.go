package reports

import (
	"io"

	"ibid/bibliography"
	"ibid/parser/article"
)

// cslEntry is an entry of CSL-JSON: https://github.com/citation-style-language/schema,
// csl-data.json. The schema keeps custom for what it has no field for.
type cslEntry struct {
	ID string `json:"id"`
	article.Item
	Custom cslCustom `json:"custom"`
}

type cslCustom struct {
	CitedIn []citing `json:"cited-in"`
}

// writeCSLJSON writes an array of entries, as pandoc, Zotero and citeproc read it.
func writeCSLJSON(w io.Writer, b *bibliography.Bibliography) error {
	j := newJSONWriter(w)
	j.open('[')
	for i := range b.Entries {
		j.next()
		j.any(cslOf(b, &b.Entries[i]))
	}
	j.close(']')
	j.b = append(j.b, '\n')
	return j.flush()
}

func cslOf(b *bibliography.Bibliography, e *bibliography.Entry) cslEntry {
	it := e.Item
	if !cslTypes(it.Type) {
		it.Type = "document"
	}
	it.Author, it.Editor, it.Translator = cslNames(it.Author), cslNames(it.Editor), cslNames(it.Translator)
	it.Issued, it.Accessed = cslDate(it.Issued), cslDate(it.Accessed)
	it.Page = pageRange(it.Page)
	for _, f := range []*string{
		&it.Title, &it.ContainerTitle, &it.CollectionTitle, &it.CollectionNumber, &it.Volume, &it.Issue, &it.Number, &it.Edition,
		&it.Publisher, &it.PublisherPlace, &it.Authority, &it.Genre, &it.Archive, &it.ArchiveLocation, &it.DOI, &it.ISBN, &it.ISSN,
		&it.PMID, &it.URL, &it.Language,
	} {
		*f = line(*f)
	}
	return cslEntry{ID: e.Key, Item: it, Custom: cslCustom{CitedIn: citedIn(b, e)}}
}

// cslTypes says whether a type is one of the schema.
func cslTypes(t string) bool {
	switch t {
	case "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter", "classic",
		"collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
		"interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference",
		"patent", "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report", "review",
		"review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage":
		return true
	}
	return false
}

// cslNames cleans names; "et al." becomes the name "others", which processors
// know from BibTeX.
func cslNames(names []article.Name) []article.Name {
	var out []article.Name
	for _, n := range names {
		clean := article.Name{Family: line(n.Family), Given: line(n.Given), Particle: line(n.Particle), Suffix: line(n.Suffix), Literal: line(n.Literal)}
		if clean != (article.Name{}) {
			out = append(out, clean)
		}
		if n.EtAl {
			out = append(out, article.Name{Literal: "others"})
		}
	}
	return out
}

func cslDate(d *article.Date) *article.Date {
	if d == nil {
		return nil
	}
	out := *d
	out.Literal = line(d.Literal)
	if len(out.Parts) == 0 && out.Literal == "" {
		return nil
	}
	return &out
}
