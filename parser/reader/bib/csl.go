package bib

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"

	"ibid/parser/article"
)

// ItemOf reads a work in CSL-JSON terms, as it comes out of JSON or YAML: numbers
// may stand for text, and text for numbers.
func ItemOf(v map[string]any) article.Item {
	s := func(keys ...string) string {
		for _, k := range keys {
			if t := scalar(v[k]); t != "" {
				return t
			}
		}
		return ""
	}
	return article.Item{
		Type: s("type"), Author: peopleOf(v["author"]), Editor: peopleOf(v["editor"]), Translator: peopleOf(v["translator"]),
		Title: unmarked(s("title")), ContainerTitle: unmarked(s("container-title")), CollectionTitle: s("collection-title"), CollectionNumber: s("collection-number"),
		Volume: s("volume"), Issue: s("issue"), Number: s("number"), Page: s("page"), Edition: s("edition"), Publisher: s("publisher"), PublisherPlace: s("publisher-place"),
		Authority: s("authority"), Genre: s("genre"), Archive: s("archive"), ArchiveLocation: s("archive_location", "archive-location"),
		Issued: dateOf(v["issued"]), Accessed: dateOf(v["accessed"]), DOI: bareDOI(s("DOI", "doi")), ISBN: s("ISBN", "isbn"), ISSN: s("ISSN", "issn"), PMID: s("PMID", "pmid"),
		URL: s("URL", "url"), Language: s("language"),
	}
}

// scalar is a value that is one word or number.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return strings.Join(strings.Fields(v), " ")
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return ""
}

// marks are the tags that CSL allows in titles, and pandoc's emphasis.
var marks = strings.NewReplacer("<i>", "", "</i>", "", "<b>", "", "</b>", "", "<sup>", "", "</sup>", "", "<sub>", "", "</sub>", "", `<span class="nocase">`, "", "</span>", "") //nolint:gochecknoglobals // a constant table

func unmarked(s string) string { return marks.Replace(s) }

// bareDOI is a DOI without what makes an address of it.
func bareDOI(s string) string {
	for _, lead := range []string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"} {
		s = strings.TrimPrefix(s, lead)
	}
	return strings.TrimSpace(s)
}

// peopleOf reads names.
func peopleOf(v any) []article.Name {
	list, ok := v.([]any)
	if !ok {
		if v == nil {
			return nil
		}
		list = []any{v}
	}
	var out []article.Name
	for _, x := range list {
		switch x := x.(type) {
		case string:
			out = append(out, article.Name{Literal: x})
		case map[string]any:
			n := article.Name{
				Family: scalar(x["family"]), Given: scalar(x["given"]), Literal: scalar(x["literal"]), Suffix: scalar(x["suffix"]),
				Particle: strings.TrimSpace(scalar(x["dropping-particle"]) + " " + scalar(x["non-dropping-particle"])),
			}
			if n != (article.Name{}) {
				out = append(out, n)
			}
		}
	}
	return out
}

// dateOf reads a date: {"date-parts": [[2009, 3]]}, "2009-03", 2009, or in YAML
// a map or list of such.
func dateOf(v any) *article.Date {
	switch v := v.(type) {
	case map[string]any:
		if parts, ok := v["date-parts"].([]any); ok {
			return partsOf(parts)
		}
		for _, k := range []string{"raw", "literal"} {
			if s := scalar(v[k]); s != "" {
				return writtenDate(s)
			}
		}
		if y := scalar(v["year"]); y != "" {
			return partsOf([]any{[]any{y, v["month"], v["day"]}})
		}
	case []any:
		if len(v) > 0 {
			return dateOf(v[0])
		}
	default:
		if s := scalar(v); s != "" {
			return writtenDate(s)
		}
	}
	return nil
}

func partsOf(v []any) *article.Date {
	var d article.Date
	for _, one := range v[:min(len(v), 2)] {
		list, _ := one.([]any)
		var parts []int
		for _, x := range list[:min(len(list), 3)] {
			n, err := strconv.Atoi(scalar(x))
			if err != nil {
				break
			}
			parts = append(parts, n)
		}
		if len(parts) > 0 {
			d.Parts = append(d.Parts, parts)
		}
	}
	if len(d.Parts) == 0 {
		return nil
	}
	return &d
}

// writtenDate reads a date in figures, and its range: 2009-03-02, 2009-03/2009-04,
// 2009?, c. 1810. What is no date stays as it is.
func writtenDate(s string) *article.Date {
	var d article.Date
	s = strings.TrimSpace(s)
	plain := strings.Trim(s, "?~%")
	if plain != s {
		d.Circa = true
	}
	for i, one := range strings.SplitN(plain, "/", 2) {
		var parts []int
		for figures := range strings.SplitSeq(strings.Trim(one, "?~% "), "-") {
			n, err := strconv.Atoi(figures)
			if err != nil || n <= 0 || len(parts) > 0 && n > 31 || len(parts) == 1 && n > 12 || len(parts) == 3 {
				break
			}
			parts = append(parts, n)
		}
		if len(parts) == 0 {
			if i == 0 {
				return &article.Date{Literal: s}
			}
			break
		}
		d.Parts = append(d.Parts, parts)
	}
	return &d
}

var errNoWorks = errors.New("no list of works: CSL-JSON is a list of objects with an id")

// addJSON reads a CSL-JSON file: a list of works, or an object that has one.
func (l *Library) addJSON(data []byte) error {
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	if m, ok := v.(map[string]any); ok {
		if v = m["references"]; v == nil {
			v = m["items"]
		}
	}
	list, ok := v.([]any)
	if !ok {
		return errNoWorks
	}
	l.AddItems(list)
	return nil
}

// AddItems adds works in CSL terms, as "references" in front matter has them.
func (l *Library) AddItems(list []any) {
	for _, x := range list {
		m, ok := x.(map[string]any)
		if !ok {
			continue
		}
		key := scalar(m["id"])
		if key == "" {
			key = scalar(m["citation-key"])
		}
		if key != "" {
			l.add(&Entry{Key: key, item: new(ItemOf(m))})
		}
	}
}
