package reports

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"ibid/bibliography"
	"ibid/parser/article"
)

// bibliographyHead names the columns; docs/export.md tells what is in them.
func bibliographyHead() []string {
	return []string{
		"key", "type", "authors", "editors", "translators", "date", "title", "container", "series", "volume", "issue", "pages", "edition",
		"publisher", "place", "doi", "isbn", "issn", "url", "accessed", "notes",
	}
}

// writeBibliographyCSV writes a row for each entry, for spreadsheets: see writeCSV.
func writeBibliographyCSV(w io.Writer, b *bibliography.Bibliography) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	err := c.Write(bibliographyHead())
	for i := range b.Entries {
		e := &b.Entries[i]
		it := &e.Item
		date := edtf(it.Issued)
		if date == "" && it.Issued != nil {
			date = it.Issued.Literal
		}
		err = errors.Join(err, c.Write(guard([]string{
			e.Key, it.Type, listNames(it.Author), listNames(it.Editor), listNames(it.Translator), date, it.Title, it.ContainerTitle,
			it.CollectionTitle, it.Volume, or(it.Issue, it.Number, it.CollectionNumber), pageRange(it.Page), it.Edition, it.Publisher,
			it.PublisherPlace, it.DOI, it.ISBN, it.ISSN, it.URL, edtf(it.Accessed), citedCell(b, e),
		})))
	}
	c.Flush()
	return errors.Join(err, c.Error())
}

// listNames joins names by semicolons: "Ellingsworth, Mara; Kern, Ivo".
func listNames(names []article.Name) string {
	var out []string
	for _, n := range names {
		if s := invertedName(n); s != "" {
			out = append(out, s)
		}
		if n.EtAl {
			out = append(out, "et al.")
		}
	}
	return strings.Join(out, "; ")
}
