package bib

import (
	"maps"
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/parser/reader/tex"
	"ibid/pattern"
)

// maxParents bounds how far crossref is followed, and how many entries xdata may name.
const (
	maxParents = 3
	maxData    = 8
)

// read reads an entry of a BibTeX file, with what it inherits.
func (l *Library) read(e *Entry) *article.Item {
	f := maps.Clone(l.fieldsOf(e))
	l.inherit(f, e, 0)
	it := &article.Item{Type: typeOf(e.kind, f)}
	text := func(names ...string) string {
		for _, n := range names {
			if v := tex.Plain(f[n]); v != "" {
				return v
			}
		}
		return ""
	}
	whole := func(name, more string) string {
		t, sub := text(name), text(more)
		if t == "" || sub == "" {
			return t
		}
		return t + ": " + sub
	}
	it.Author, it.Editor, it.Translator = namesOf(f["author"]), namesOf(f["editor"]), namesOf(f["translator"])
	it.Title = whole("title", "subtitle")
	it.ContainerTitle = whole("booktitle", "booksubtitle")
	if it.ContainerTitle == "" {
		it.ContainerTitle = whole("journaltitle", "journalsubtitle")
	}
	if it.ContainerTitle == "" {
		it.ContainerTitle = text("journal", "maintitle", "eventtitle")
	}
	it.CollectionTitle, it.Volume, it.Edition = text("series"), text("volume"), text("edition")
	if it.Type == "article-journal" {
		it.Issue = text("number", "issue")
	} else {
		it.Number = text("number")
	}
	it.Page = text("pages")
	it.Publisher, it.PublisherPlace = text("publisher", "institution", "school", "organization"), text("address", "location")
	it.Genre = genreOf(e.kind, text("type"))
	it.DOI, it.ISBN, it.ISSN, it.PMID = bareDOI(address(f["doi"])), text("isbn"), text("issn"), text("pmid")
	it.Language = text("langid", "language")
	it.Issued, it.Accessed = issued(f), written(f["urldate"])
	it.URL = address(f["url"])
	for _, other := range []string{"howpublished", "note", "addendum"} {
		if it.URL == "" {
			it.URL = inText.FindString(address(f[other]))
		}
	}
	if strings.EqualFold(text("eprinttype", "archiveprefix"), "arxiv") {
		it.Archive, it.ArchiveLocation = "arXiv", text("eprint")
	}
	return it
}

var inText = pattern.New(`https?://[^\s{}]+`)

// address is a value without TeX's escapes; it has no dashes to be made.
func address(s string) string {
	return strings.TrimSpace(escapes.Replace(s))
}

var escapes = strings.NewReplacer(`\_`, "_", `\%`, "%", `\&`, "&", `\#`, "#", `\~{}`, "~", `\~`, "~", `{\textasciitilde}`, "~", `\textasciitilde `, "~", `$\sim$`, "~", `\url{`, "", "{", "", "}", "", "\n", "") //nolint:gochecknoglobals // a constant table

// inherit adds the fields of the entries that crossref and xdata name; a book's
// title is the book title of a part of it.
func (l *Library) inherit(f map[string]string, e *Entry, depth int) {
	if depth >= maxParents {
		return
	}
	for _, by := range []string{"xdata", "crossref"} {
		keys := strings.SplitN(f[by], ",", maxData+1)
		for _, key := range keys[:min(len(keys), maxData)] {
			parent := l.entry(key)
			if strings.TrimSpace(key) == "" || parent == nil || parent == e || parent.kind == "" {
				continue
			}
			above := maps.Clone(l.fieldsOf(parent))
			l.inherit(above, parent, depth+1)
			for name, value := range above {
				switch {
				case name == "crossref" || name == "xdata" || name == "ids":
					continue
				case by == "crossref" && (name == "title" || name == "subtitle") && isPart(e.kind):
					name = "book" + name
				case by == "crossref" && (name == "title" || name == "subtitle"):
					name = "journal" + name
				}
				if f[name] == "" {
					f[name] = value
				}
			}
		}
	}
}

// fieldsOf are the fields that an entry gives itself.
func (l *Library) fieldsOf(e *Entry) map[string]string {
	if e.fields == nil {
		e.fields = l.fields(e.body, maxValue)
	}
	return e.fields
}

func isPart(kind string) bool {
	return strings.HasPrefix(kind, "in") || kind == "bookinbook" || kind == "suppbook" || kind == "conference"
}

// typeOf is the CSL type of an entry.
func typeOf(kind string, f map[string]string) string {
	switch kind {
	case "article", "suppperiodical", "review":
		return "article-journal"
	case "book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "mvreference", "booklet", "manual":
		return "book"
	case "inbook", "bookinbook", "suppbook", "incollection", "suppcollection":
		return "chapter"
	case "inreference":
		return "entry-encyclopedia"
	case "inproceedings", "conference":
		return "paper-conference"
	case "phdthesis", "mastersthesis", "thesis":
		return "thesis"
	case "techreport", "report":
		return "report"
	case "online", "electronic", "www":
		return "webpage"
	case "unpublished":
		return "manuscript"
	case "jurisdiction":
		return "legal_case"
	case "legislation", "legal":
		return "legislation"
	case "patent", "dataset", "software":
		return kind
	}
	if f["url"] != "" || strings.Contains(f["howpublished"], `\url`) {
		return "webpage"
	}
	return "document"
}

func genreOf(kind, given string) string {
	switch {
	case given == "phdthesis", given == "" && kind == "phdthesis":
		return "PhD thesis"
	case given == "mathesis", given == "" && kind == "mastersthesis":
		return "Master’s thesis"
	case given == "techreport":
		return "technical report"
	}
	return given
}

// issued is the date of an entry: date, or year with month and day.
func issued(f map[string]string) *article.Date {
	if d := written(f["date"]); d != nil {
		return d
	}
	d := written(f["year"])
	if d == nil || len(d.Parts) != 1 || len(d.Parts[0]) != 1 {
		return d
	}
	if m := monthOf(tex.Plain(f["month"])); m > 0 {
		d.Parts[0] = append(d.Parts[0], m)
		if day, err := strconv.Atoi(strings.TrimSpace(f["day"])); err == nil && day > 0 && day <= 31 {
			d.Parts[0] = append(d.Parts[0], day)
		}
	}
	return d
}

// monthOf is the number of a month, 0 if it is none.
func monthOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= 12 {
		return n
	}
	if len(s) >= 3 {
		n, _ := strconv.Atoi(months()[strings.ToLower(s[:3])]) // "" is no number, and no month
		return n
	}
	return 0
}

func written(s string) *article.Date {
	if s = tex.Plain(s); s == "" {
		return nil
	}
	return writtenDate(strings.ReplaceAll(s, "–", "/"))
}
