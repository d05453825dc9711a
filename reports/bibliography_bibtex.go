package reports

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

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

type bibTeXField struct{ name, value string }

// bibTeXFields are the fields of a work, those without a value included.
func bibTeXFields(it *article.Item) []bibTeXField {
	kind := bibTeXType(it)
	container, number := "howpublished", it.Number
	publisher := "publisher"
	switch kind {
	case "article":
		container, number = "journal", it.Issue
	case "incollection", "inreference", "inproceedings":
		container = "booktitle"
	case "online":
		container = "organization"
	case "book", "report", "thesis", "periodical":
		container = "maintitle"
	}
	if kind == "report" || kind == "thesis" {
		publisher = "institution"
	}
	fields := []bibTeXField{
		{"author", texNames(it.Author)}, {"editor", texNames(it.Editor)}, {"translator", texNames(it.Translator)},
		{"title", texTitle(it.Title)}, {container, texText(it.ContainerTitle)},
		{"series", texText(it.CollectionTitle)}, {"volume", texText(it.Volume)}, {"number", texText(or(number, it.Issue, it.CollectionNumber))},
		{"pages", strings.ReplaceAll(texText(pageRange(it.Page)), "-", "--")}, {"edition", texText(it.Edition)}, {"type", texText(it.Genre)},
		{publisher, texText(it.Publisher)}, {"address", texText(it.PublisherPlace)}, {"library", texText(line(it.Archive + " " + it.ArchiveLocation))},
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

// texNames joins names by "and", as "von Last, Jr, First".
func texNames(names []article.Name) string {
	var out []string
	for _, n := range names {
		if s := texName(n); s != "" {
			out = append(out, s)
		}
		if n.EtAl {
			out = append(out, "others")
		}
	}
	return strings.Join(out, " and ")
}

func texName(n article.Name) string {
	family := texPart(n.Family)
	if family == "" {
		if whole := line(n.Literal + " " + n.Given); whole != "" {
			return "{" + texText(whole) + "}"
		}
		return ""
	}
	if p := line(n.Particle); p != "" {
		family = texPart(p) + " " + family
	}
	parts := []string{family}
	for _, s := range []string{n.Suffix, n.Given} {
		if s := texPart(s); s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 2 && line(n.Given) == "" {
		parts = append(parts, "") // "Last, Jr," would make a given name of Jr
	}
	return strings.Join(parts, ", ")
}

// texPart is a part of a name, braced where BibTeX would take it apart.
func texPart(s string) string {
	t := texText(s)
	lower := " " + strings.ToLower(t) + " "
	if strings.Contains(t, ",") || strings.Contains(lower, " and ") || lower == " others " {
		return "{" + t + "}"
	}
	return t
}

// verbatim is an address or a DOI for a field that is not read as TeX: only
// what would end the field is encoded.
func verbatim(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(line(s))
}

// texText escapes what has a meaning in TeX. Braces are written by name:
// BibTeX counts them even behind a backslash.
func texText(s string) string {
	return strings.NewReplacer(
		"&", `\&`, "%", `\%`, "#", `\#`, "_", `\_`, "$", `\$`,
		"{", `\textbraceleft{}`, "}", `\textbraceright{}`, `\`, `\textbackslash{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	).Replace(line(s))
}

// texTitle is a title whose capitals survive a style that lowers them: words
// with a capital inside always, and all but the first where the title is not
// capitalised throughout, for there a capital marks a name.
func texTitle(s string) string {
	words := strings.Fields(clean(s))
	names := !headline(words)
	first := true
	for i, w := range words {
		if !inner(w) && (first || !names || !capital(w)) {
			words[i] = texText(w)
		} else {
			words[i] = "{" + texText(w) + "}"
		}
		first = strings.HasSuffix(w, ":") || strings.HasSuffix(w, ".") || strings.HasSuffix(w, "?") || strings.HasSuffix(w, "!")
	}
	return strings.Join(words, " ")
}

// small words are written small in a headline too, those of five letters or more.
const smallInHeadlines = "|about|above|across|after|against|along|among|around|because|before|behind|below|beneath|beside|between|beyond|despite|during|except|inside|outside|since|their|there|these|through|throughout|toward|towards|under|underneath|until|versus|where|which|while|within|without|"

// headline says whether a title has capitals throughout, as English titles
// have: no long word but a preposition is small.
func headline(words []string) bool {
	for _, w := range words {
		w = strings.TrimFunc(w, unicode.IsPunct)
		if len(w) >= 5 && w == strings.ToLower(w) && w != strings.ToUpper(w) && !strings.Contains(smallInHeadlines, "|"+w+"|") {
			return false
		}
	}
	return true
}

// inner says whether a word has a capital behind its first letter ("NASA",
// "iPhone"), or is a capital that stands for itself ("Vitamin C").
func inner(w string) bool {
	letters := strings.FieldsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '’' && r != '\'' })
	for _, l := range letters {
		rs := []rune(l)
		for _, r := range rs[1:] {
			if unicode.IsUpper(r) {
				return true
			}
		}
		if len(rs) == 1 && unicode.IsUpper(rs[0]) && l != "A" && l != "I" {
			return true
		}
	}
	return false
}

// capital says whether a word's first letter is a capital.
func capital(w string) bool {
	for _, r := range w {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
	}
	return false
}
