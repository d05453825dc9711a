package docx

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/markup"
	"ibid/parser/reader/pack"
)

// maxRecord is the longest record of a reference manager that is read, in bytes.
const maxRecord = 1 << 20

// cited keeps what a reference manager stored in a field beside the citation
// that it shows. Zotero and Mendeley store CSL-JSON, EndNote XML; Word names an
// entry of its own list of sources.
func (w *walker) cited(f *field, shown document.Span) {
	code := f.code.Text()
	s := strings.TrimSpace(code.String)
	rest, added := strings.CutPrefix(s, "ADDIN ")
	rest = strings.TrimSpace(rest)
	at := strings.IndexByte(code.String, '{')
	switch {
	case !added && strings.HasPrefix(s, "CITATION "):
		w.r.sourced = append(w.r.sourced, sourced{tags: sourceTags(code), code: code.All(), span: shown})
	case !added:
	case strings.HasPrefix(rest, "ZOTERO_ITEM") && at >= 0:
		w.store("zotero", code.Slice(at, code.Len()).Trim(), shown)
	case strings.HasPrefix(rest, "CSL_CITATION") && at >= 0:
		w.store("mendeley", code.Slice(at, code.Len()).Trim(), shown)
	case strings.HasPrefix(rest, "EN.CITE") && !strings.HasPrefix(rest, "EN.CITE.DATA"):
		record := f.data
		if i := strings.IndexByte(rest, '<'); i >= 0 {
			record = rest[i:]
		}
		if items := endNote(record); len(items) > 0 {
			w.store("endnote", document.Unit(citation(items), code.All()), shown)
		}
	}
}

func (w *walker) store(manager string, json document.Text, shown document.Span) {
	w.r.doc.Stored = append(w.r.doc.Stored, document.Stored{Manager: manager, JSON: json, Span: shown})
}

// contentControl reads an sdt. Mendeley Cite keeps its record in the tag of one,
// "MENDELEY_CITATION_v3_" and the JSON in base64.
func (w *walker) contentControl(f flow) {
	s := w.s
	tag, from := "", s.To
	s.Children(func() {
		if s.space != word || !s.is("sdtPr") {
			w.elementIn(f)
			return
		}
		s.Children(func() {
			if s.space == word && s.is("tag") {
				tag = s.attr("val")
			}
			s.Skip()
		})
		from = s.To
	})
	if rest, ok := strings.CutPrefix(tag, "MENDELEY_CITATION_v3_"); ok && len(rest) < maxRecord {
		if data, err := base64.StdEncoding.DecodeString(rest); err == nil {
			span := document.Span{Start: from, End: s.From, Part: s.Part}
			w.store("mendeley", document.Unit(string(data), document.Span{Start: from, End: from, Part: s.Part}), span)
		}
	}
}

// citation is a list of works in the form in which Zotero and Mendeley store it.
func citation(items []map[string]any) string {
	list := make([]any, len(items))
	for i := range items {
		list[i] = map[string]any{"itemData": items[i]}
	}
	data, err := json.Marshal(map[string]any{"citationItems": list})
	if err != nil {
		return "" // of texts and numbers only: it can't be
	}
	return string(data)
}

// styledText is text that EndNote wraps in styles.
type styledText struct {
	Text   string       `xml:",chardata"`
	Styled []styledText `xml:"style"`
}

func (t styledText) String() string {
	texts := []string{t.Text}
	for i := range t.Styled {
		texts = append(texts, t.Styled[i].Text)
	}
	return strings.Join(strings.Fields(strings.Join(texts, "")), " ")
}

// endNoteRecord is what EndNote stores of a work, as far as it is read.
type endNoteRecord struct {
	Kind struct {
		Name string `xml:"name,attr"`
	} `xml:"ref-type"`
	Authors   []styledText `xml:"contributors>authors>author"`
	Editors   []styledText `xml:"contributors>secondary-authors>author"`
	Title     styledText   `xml:"titles>title"`
	Container styledText   `xml:"titles>secondary-title"`
	Pages     styledText   `xml:"pages"`
	Volume    styledText   `xml:"volume"`
	Number    styledText   `xml:"number"`
	Edition   styledText   `xml:"edition"`
	Year      styledText   `xml:"dates>year"`
	Place     styledText   `xml:"pub-location"`
	Publisher styledText   `xml:"publisher"`
	ISBN      styledText   `xml:"isbn"`
	DOI       styledText   `xml:"electronic-resource-num"`
	Language  styledText   `xml:"language"`
	URLs      []styledText `xml:"urls>related-urls>url"`
}

// endNote reads the works of an EN.CITE field.
func endNote(record string) []map[string]any {
	if record == "" || len(record) > maxRecord {
		return nil
	}
	var cites struct {
		Cites []struct {
			Record endNoteRecord `xml:"record"`
		} `xml:"Cite"`
	}
	if xml.Unmarshal([]byte(record), &cites) != nil {
		return nil
	}
	var out []map[string]any
	for i := range cites.Cites {
		r := &cites.Cites[i].Record
		if r.Title.String() == "" {
			continue
		}
		kind := typeOfSource(r.Kind.Name)
		item := map[string]any{"type": kind}
		set := func(name, value string) {
			if value != "" {
				item[name] = value
			}
		}
		set("title", r.Title.String())
		set("container-title", r.Container.String())
		set("page", r.Pages.String())
		set("volume", r.Volume.String())
		set("edition", r.Edition.String())
		set("publisher-place", r.Place.String())
		set("publisher", r.Publisher.String())
		set("DOI", r.DOI.String())
		set("language", r.Language.String())
		if strings.HasPrefix(kind, "article") {
			set("issue", r.Number.String())
			set("ISSN", r.ISBN.String())
		} else {
			set("ISBN", r.ISBN.String())
		}
		if len(r.URLs) > 0 {
			set("URL", r.URLs[0].String())
		}
		if y := year(r.Year.String()); y != nil {
			item["issued"] = y
		}
		setNames(item, "author", r.Authors)
		setNames(item, "editor", r.Editors)
		out = append(out, item)
	}
	return out
}

func setNames(item map[string]any, role string, list []styledText) {
	var names []any
	for i := range list {
		if s := list[i].String(); s != "" {
			family, given, ok := strings.Cut(s, ",")
			if !ok {
				names = append(names, map[string]any{"literal": s})
				continue
			}
			names = append(names, map[string]any{"family": strings.TrimSpace(family), "given": strings.TrimSpace(given)})
		}
	}
	if len(names) > 0 {
		item[role] = names
	}
}

// year is a CSL date of a year, nil if s is none.
func year(s string) any {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return nil
	}
	return map[string]any{"date-parts": []any{[]any{n}}}
}

// typeOfSource is the CSL type of what EndNote and Word call a source's.
func typeOfSource(name string) string {
	switch strings.ToLower(strings.ReplaceAll(name, " ", "")) {
	case "book", "editedbook":
		return "book"
	case "booksection":
		return "chapter"
	case "journalarticle", "electronicarticle":
		return "article-journal"
	case "articleinaperiodical", "magazinearticle":
		return "article-magazine"
	case "newspaperarticle":
		return "article-newspaper"
	case "conferenceproceedings", "conferencepaper":
		return "paper-conference"
	case "thesis":
		return "thesis"
	case "report":
		return "report"
	case "webpage", "website", "internetsite", "documentfrominternetsite", "blog":
		return "webpage"
	case "case", "legalruleorregulation":
		return "legal_case"
	case "statute":
		return "legislation"
	}
	return "document"
}

// sourced is a citation of entries in Word's own list of sources.
type sourced struct {
	tags       []string
	code, span document.Span
}

// sourceTags are the entries that a CITATION field names: the first, and those
// behind \m (ECMA-376 part 1, 17.16.5.8).
func sourceTags(code document.Text) []string {
	args := arguments(code)
	var tags []string
	for i := 1; i < len(args); i++ {
		switch s := args[i].String; {
		case strings.EqualFold(s, `\m`):
		case strings.HasPrefix(s, `\`):
			i++ // its argument: a language, a page
			if strings.EqualFold(s, `\n`) || strings.EqualFold(s, `\y`) || strings.EqualFold(s, `\t`) {
				i-- // it has none
			}
		default:
			tags = append(tags, s)
		}
	}
	return tags
}

// readSources looks up in Word's own list of sources what the text cites of it
// (ECMA-376 part 1, 22.6).
func (r *reading) readSources(ctx context.Context, rels map[string]relation) error {
	if len(r.sourced) == 0 {
		return nil
	}
	var parts []string
	for _, rel := range rels {
		if name := pack.Resolve(r.main, rel.target.String); rel.kind == "customXml" && !rel.external && r.c.Has(name) {
			parts = append(parts, name)
		}
	}
	slices.Sort(parts)
	known := map[string]map[string]any{}
	for _, part := range parts {
		if err := r.scan(ctx, part, func(s *scanner) {
			for !s.Done {
				if s.Next() == markup.Start && s.Element.Name.Local == "Source" {
					tag, item := readSource(s)
					if known[tag] == nil {
						known[tag] = item
					}
				}
			}
		}); err != nil {
			return err
		}
	}
	for _, c := range r.sourced {
		var items []map[string]any
		for _, tag := range c.tags {
			if item := known[tag]; item != nil {
				items = append(items, item)
			}
		}
		if len(items) == len(c.tags) && len(items) > 0 {
			r.doc.Stored = append(r.doc.Stored, document.Stored{Manager: "word", JSON: document.Unit(citation(items), c.code), Span: c.span})
		}
	}
	slices.SortStableFunc(r.doc.Stored, func(a, b document.Stored) int {
		return cmp.Or(cmp.Compare(a.Span.Part, b.Span.Part), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	return nil
}

// readSource reads an entry of the list to its end.
func readSource(s *scanner) (tag string, item map[string]any) {
	fields := map[string]string{}
	item = map[string]any{}
	s.Scanner.Children(func() {
		if name := s.Element.Name.Local; name == "Author" {
			readRoles(s, item)
		} else {
			fields[name] = strings.Join(strings.Fields(s.Text(maxField)), " ")
		}
	})
	kind := typeOfSource(fields["SourceType"])
	item["type"] = kind
	for _, f := range []struct{ from, to string }{
		{"Title", "title"},
		{"JournalName", "container-title"},
		{"PeriodicalTitle", "container-title"},
		{"BookTitle", "container-title"},
		{"InternetSiteTitle", "container-title"},
		{"Publisher", "publisher"},
		{"City", "publisher-place"},
		{"Volume", "volume"},
		{"Issue", "issue"},
		{"Edition", "edition"},
		{"Pages", "page"},
		{"URL", "URL"},
		{"DOI", "DOI"},
	} {
		if v := fields[f.from]; v != "" && item[f.to] == nil {
			item[f.to] = v
		}
	}
	if n := fields["StandardNumber"]; n != "" && kind == "book" {
		item["ISBN"] = n
	}
	if y := year(fields["Year"]); y != nil {
		item["issued"] = y
	}
	return fields["Tag"], item
}

// maxField is the longest field of an entry, in bytes.
const maxField = 4096

// readRoles reads who made a work: <Author><Author><NameList><Person>….
func readRoles(s *scanner, item map[string]any) {
	s.Scanner.Children(func() {
		role := map[string]string{"Author": "author", "Editor": "editor", "Translator": "translator"}[s.Element.Name.Local]
		var names []any
		name := map[string]any{}
		for depth := s.Depth; !s.Done && s.Depth >= depth; {
			if s.Scanner.Next() != markup.Start {
				continue
			}
			switch s.Element.Name.Local {
			case "Corporate":
				names = append(names, map[string]any{"literal": s.Text(maxField)})
			case "Person":
				name = map[string]any{}
				names = append(names, name)
			case "Last":
				name["family"] = s.Text(maxField)
			case "First":
				name["given"] = s.Text(maxField)
			case "Middle":
				given, _ := name["given"].(string)
				name["given"] = strings.TrimSpace(given + " " + s.Text(maxField))
			}
		}
		if role != "" && len(names) > 0 {
			item[role] = names
		}
	})
}
