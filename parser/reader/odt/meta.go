package odt

import (
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/markup"
	"ibid/pattern"
)

// maxProperty is the longest property that is kept, in bytes.
const maxProperty = 4 << 10

var (
	isoDate = pattern.New(`^\d{4}-\d{2}-\d{2}`)
	langTag = pattern.New(`^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$`)
)

// readMeta reads the part of properties.
func (r *reading) readMeta(s *markup.Scanner) {
	for !s.Done {
		if s.Next() == markup.Start && s.Name() == "meta" {
			r.metaIn(s)
		}
	}
}

// metaIn reads an office:meta.
func (r *reading) metaIn(s *markup.Scanner) {
	m := &r.doc.Meta
	created, own := "", ""
	s.Children(func() {
		name := s.Name()
		if name == "user-defined" && strings.EqualFold(s.Attr("name"), "date") {
			name = "own-date" // the article's, where the others are the file's
		}
		value := strings.Join(strings.Fields(s.Text(maxProperty)), " ")
		switch name {
		case "title":
			m.Title = value
		case "initial-creator":
			r.authors = appendAuthors(r.authors, value)
		case "creator":
			r.creator = value
		case "date":
			m.Published = isoDate.FindString(value)
		case "own-date":
			own = reader.Date(value)
		case "creation-date":
			created = isoDate.FindString(value)
		case "language":
			if value = strings.ToLower(strings.ReplaceAll(value, "_", "-")); langTag.MatchString(value) {
				m.Language = value
			}
		case "generator":
			r.doc.Flavor = flavor(value)
		}
	})
	if m.Published == "" {
		m.Published = created
	}
	if own != "" {
		m.Published = own
	}
}

func appendAuthors(list []string, value string) []string {
	for author := range strings.SplitSeq(value, ";") {
		if author = strings.TrimSpace(author); author != "" {
			list = append(list, author)
		}
	}
	return list
}

// flavor names the program that wrote the document.
func flavor(generator string) string {
	switch g := strings.ToLower(generator); {
	case strings.Contains(g, "libreoffice"):
		return "libreoffice"
	case strings.Contains(g, "openoffice"):
		return "openoffice"
	case strings.Contains(g, "pandoc"):
		return "pandoc"
	case strings.Contains(g, "microsoft"):
		return "word"
	}
	return ""
}

// storedMark is a reference mark that has begun.
type storedMark struct {
	json document.Text
	from int
}

// markStart remembers a reference mark of Zotero's: its name is
// "ZOTERO_ITEM CSL_CITATION {…} RNDxyz".
func (r *reading) markStart(s *markup.Scanner) {
	name := s.AttrText("text:name")
	from, to := strings.IndexByte(name.String, '{'), strings.LastIndexByte(name.String, '}')
	if strings.HasPrefix(name.String, "ZOTERO_ITEM") && from >= 0 && to > from {
		r.marks[s.Attr("name")] = storedMark{json: name.Slice(from, to+1), from: s.To}
	}
	s.Skip()
}

// markEnd keeps what the mark that ends here stored.
func (r *reading) markEnd(s *markup.Scanner) {
	name := s.Attr("name")
	if m, ok := r.marks[name]; ok {
		delete(r.marks, name)
		r.doc.Stored = append(r.doc.Stored, document.Stored{Manager: "zotero", JSON: m.json, Span: document.Span{Start: m.from, End: s.From, Part: s.Part}})
	}
	s.Skip()
}
