package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"ibid/bibliography"
	"ibid/parser/article"
)

// writeRIS writes entries with the tags of the RIS format (Research
// Information Systems, specification of 2011). Lines end in CR LF, as it asks.
func writeRIS(w io.Writer, b *bibliography.Bibliography) error {
	out := bufio.NewWriter(w)
	for i := range b.Entries {
		e := &b.Entries[i]
		for _, f := range risFields(&e.Item) {
			if value := line(f[1]); value != "" {
				fmt.Fprintf(out, "%s  - %s\r\n", f[0], value)
			}
		}
		fmt.Fprintf(out, "ID  - %s\r\nN1  - %s\r\nER  - \r\n\r\n", e.Key, citedSentence(b, e))
	}
	return out.Flush()
}

// risFields are pairs of tag and value, TY first.
func risFields(it *article.Item) [][2]string {
	fields := [][2]string{{"TY", risType(it.Type)}}
	for _, people := range []struct {
		tag  string
		list []article.Name
	}{{"AU", it.Author}, {"A2", it.Editor}, {"A4", it.Translator}} {
		for _, n := range people.list {
			fields = append(fields, [2]string{people.tag, invertedName(n)})
			if n.EtAl {
				fields = append(fields, [2]string{people.tag, "others"})
			}
		}
	}
	from, to, _ := strings.Cut(pageRange(it.Page), "-")
	fields = append(fields, [][2]string{
		{"TI", it.Title},
		{"T2", it.ContainerTitle},
		{"T3", it.CollectionTitle},
		{"VL", it.Volume},
		{"IS", or(it.Issue, it.Number, it.CollectionNumber)},
		{"SP", from},
		{"EP", to},
		{"ET", it.Edition},
		{"M3", it.Genre},
		{"PB", or(it.Publisher, it.Authority)},
		{"CY", it.PublisherPlace},
	}...)
	if d := it.Issued; d.Year() != 0 {
		fields = append(fields, [2]string{"PY", edtfDay(&article.Date{}, d.Parts[0][:1])}, [2]string{"DA", risDate(d)})
	} else if d != nil {
		fields = append(fields, [2]string{"PY", d.Literal})
	}
	number := it.ISBN
	if number == "" {
		number = it.ISSN
	}
	return append(fields, [][2]string{
		{"DP", it.Archive}, {"AN", or(it.ArchiveLocation, it.PMID)}, {"SN", number}, {"DO", it.DOI}, {"UR", it.URL}, {"Y2", risDate(it.Accessed)}, {"LA", it.Language},
	}...)
}

// risDate is YYYY/MM/DD/ and in the fourth place the season, if there is one.
func risDate(d *article.Date) string {
	if d.Year() == 0 {
		return ""
	}
	parts := []string{"", "", ""}
	for i, n := range d.Parts[0] {
		parts[i] = fmt.Sprintf("%02d", n)
	}
	parts[0] = edtfDay(&article.Date{}, d.Parts[0][:1])
	season := [...]string{"", "Spring", "Summer", "Autumn", "Winter"}[d.Season]
	return strings.Join(append(parts, season), "/")
}

// risType is the type of reference.
func risType(t string) string {
	switch t {
	case "article-journal", "review", "review-book":
		return "JOUR"
	case "article-magazine":
		return "MGZN"
	case "article-newspaper":
		return "NEWS"
	case "article", "pamphlet":
		return "GEN"
	case "bill":
		return "BILL"
	case "book", "classic", "collection":
		return "BOOK"
	case "chapter":
		return "CHAP"
	case "dataset":
		return "DATA"
	case "entry-dictionary":
		return "DICT"
	case "entry", "entry-encyclopedia":
		return "ENCYC"
	case "hearing":
		return "HEAR"
	case "legal_case":
		return "CASE"
	case "legislation", "regulation", "treaty":
		return "STAT"
	case "manuscript":
		return "MANSCPT"
	case "map":
		return "MAP"
	case "motion_picture", "broadcast":
		return "VIDEO"
	case "paper-conference":
		return "CPAPER"
	case "patent":
		return "PAT"
	case "personal_communication", "interview":
		return "PCOMM"
	case "post", "post-weblog":
		return "BLOG"
	case "report":
		return "RPRT"
	case "software":
		return "COMP"
	case "song":
		return "SOUND"
	case "standard":
		return "STAND"
	case "thesis":
		return "THES"
	case "webpage":
		return "ELEC"
	}
	return "GEN"
}
