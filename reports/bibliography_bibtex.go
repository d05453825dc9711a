package reports

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"ibid/bibliography"
	"ibid/parser/article"
)

// writeBibTeX writes entries that biblatex, pandoc and, but for the types
// @online and @thesis, classic BibTeX understand. Text stays UTF-8.
func writeBibTeX(w io.Writer, b *bibliography.Bibliography) error {
	out := bufio.NewWriter(w)
	for i := range b.Entries {
		if i > 0 {
			fmt.Fprintln(out)
		}
		e := &b.Entries[i]
		fmt.Fprintf(out, "@%s{%s,\n", bibTeXType(&e.Item), e.Key)
		for _, f := range bibTeXFields(&e.Item) {
			if f.value != "" {
				fmt.Fprintf(out, "  %s = {%s},\n", f.name, f.value)
			}
		}
		fmt.Fprintf(out, "  annote = {%s},\n}\n", texText(citedSentence(b, e)))
	}
	return out.Flush()
}

// bibTeXType is the entry type of a work (biblatex manual, section 2.1).
func bibTeXType(it *article.Item) string {
	switch it.Type {
	case "book", "classic", "pamphlet":
		if it.ContainerTitle != "" {
			return "inbook"
		}
		return "book"
	case "collection":
		return "collection"
	case "chapter":
		return "incollection"
	case "entry", "entry-dictionary", "entry-encyclopedia":
		return "inreference"
	case "paper-conference":
		return "inproceedings"
	case "article-journal", "article-magazine", "article-newspaper", "review", "review-book":
		return "article"
	case "article":
		if it.ContainerTitle != "" {
			return "article"
		}
	case "periodical":
		return "periodical"
	case "webpage", "post", "post-weblog":
		return "online"
	case "report":
		return "report"
	case "thesis":
		return "thesis"
	case "patent":
		return "patent"
	case "manuscript":
		return "unpublished"
	case "dataset":
		return "dataset"
	case "software":
		return "software"
	}
	return "misc"
}

// bibTeXSubtype tells newspapers and magazines from journals: they are cited
// by the day.
func bibTeXSubtype(t string) string {
	switch t {
	case "article-newspaper":
		return "newspaper"
	case "article-magazine":
		return "magazine"
	}
	return ""
}

type bibTeXField struct{ name, value string }

// bibTeXFields are the fields of a work, those without a value included.
func bibTeXFields(it *article.Item) []bibTeXField {
	kind := bibTeXType(it)
	container, number, publisher := "note", it.Number, "publisher"
	within := texText(it.ContainerTitle)
	switch kind {
	case "article":
		container, number = "journal", it.Issue
	case "inbook", "incollection", "inreference", "inproceedings":
		container = "booktitle"
	case "online":
		container, within = "organization", texList(it.ContainerTitle)
	case "misc", "unpublished":
		container = "howpublished"
	case "report", "thesis":
		publisher = "institution"
	}
	fields := []bibTeXField{
		{"entrysubtype", bibTeXSubtype(it.Type)},
		{"author", texNames(it.Author)},
		{"editor", texNames(it.Editor)},
		{"translator", texNames(it.Translator)},
		{"title", texTitle(it.Title)},
		{container, within},
		{"series", texText(it.CollectionTitle)},
		{"volume", texText(it.Volume)},
		{"number", texText(or(number, it.Issue, it.CollectionNumber))},
		{"pages", strings.ReplaceAll(texText(pageRange(it.Page)), "-", "--")},
		{"edition", texText(it.Edition)},
		{"type", texText(it.Genre)},
		{publisher, texList(it.Publisher)},
		{"address", texList(it.PublisherPlace)},
		{"library", texText(it.Archive + " " + it.ArchiveLocation)},
	}
	fields = append(fields, texDate(it.Issued)...)
	fields = append(fields, bibTeXField{"doi", verbatim(it.DOI)}, bibTeXField{"isbn", texText(it.ISBN)}, bibTeXField{"issn", texText(it.ISSN)})
	if it.PMID != "" {
		fields = append(fields, bibTeXField{"eprinttype", "pubmed"}, bibTeXField{"eprint", texText(it.PMID)})
	}
	fields = append(fields, bibTeXField{"url", verbatim(it.URL)}, bibTeXField{"urldate", edtf(it.Accessed)})
	if prefixed(it) {
		fields = append(fields, bibTeXField{"options", "useprefix=true"})
	}
	return fields
}

// or is the first value that is not empty.
func or(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// prefixed says whether a name has a particle that it is listed under.
func prefixed(it *article.Item) bool {
	for _, list := range [][]article.Name{it.Author, it.Editor} {
		for _, n := range list {
			if n.Particle != "" {
				return true
			}
		}
	}
	return false
}

// texDate writes a date in the fields that BibTeX has for it, year and month;
// a day, a range, a season or an uncertain year needs biblatex's date too.
func texDate(d *article.Date) []bibTeXField {
	switch {
	case d == nil:
		return nil
	case len(d.Parts) == 0 && unpublished(d.Literal):
		return []bibTeXField{{"pubstate", texText(d.Literal)}}
	case len(d.Parts) == 0:
		return []bibTeXField{{"year", texText(d.Literal)}}
	}
	first := d.Parts[0]
	fields := []bibTeXField{{"year", strconv.Itoa(first[0])}}
	if len(d.Parts) == 1 && len(first) < 3 && d.Season == 0 && !d.Circa && first[0] > 0 {
		if len(first) == 2 {
			fields = append(fields, bibTeXField{"month", strconv.Itoa(first[1])})
		}
		return fields
	}
	return append(fields, bibTeXField{"date", edtf(d)})
}

// unpublished says whether words in a date's place say that the work is still
// to come, and not that its date is unknown.
func unpublished(s string) bool {
	first, _ := strings.CutSuffix(s, ".")
	return len(first) > len("s. d.") && !strings.Contains(first, ".")
}
