package docx

import (
	"context"
	"strings"

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

// named is a paragraph whose style says that it is the title, an author or the date.
type named struct{ what, text string }

// readMeta reads what the document says about itself.
func (r *reading) readMeta(ctx context.Context, top map[string]relation) error {
	core, err := r.properties(ctx, r.related(top, "", "core-properties", "docProps/core.xml"))
	if err != nil {
		return err
	}
	app, err := r.properties(ctx, r.related(top, "", "extended-properties", "docProps/app.xml"))
	if err != nil {
		return err
	}
	m := &r.doc.Meta
	m.Title = core["title"]
	for author := range strings.SplitSeq(core["creator"], ";") {
		if author = strings.TrimSpace(author); author != "" {
			m.Authors = append(m.Authors, author)
		}
	}
	if m.Published = isoDate.FindString(core["modified"]); m.Published == "" {
		m.Published = isoDate.FindString(core["created"])
	}
	r.shownMeta()
	m.Language = r.language(core["language"])
	r.doc.Flavor = flavor(app["Application"])
	return nil
}

// properties reads the elements of a part of properties by their local names.
func (r *reading) properties(ctx context.Context, part string) (map[string]string, error) {
	out := map[string]string{}
	if part == "" {
		return out, nil
	}
	return out, r.scan(ctx, part, func(s *scanner) {
		for !s.Done {
			if s.Next() == markup.Start && s.Depth == 2 {
				name := s.Element.Name.Local
				out[name] = strings.Join(strings.Fields(s.Text(maxProperty)), " ")
			}
		}
	})
}

// shownMeta takes title and authors from the page where the properties have none.
func (r *reading) shownMeta() {
	m := &r.doc.Meta
	authors := len(m.Authors) == 0
	for _, n := range r.named {
		switch date := reader.Date(n.text); {
		case n.what == "date" && date != "":
			m.Published = date // the article's, where the properties have the file's
		case n.what == "title" && m.Title == "":
			m.Title = n.text
		case n.what == "author" && authors:
			m.Authors = append(m.Authors, n.text)
		}
	}
	if m.Title == "" {
		m.Title = reader.OnlyHeading(r.doc)
	}
}

// language is the one that the properties declare, else what the text looks
// like, else that of the document's defaults: those come from the template,
// whatever its user writes in.
func (r *reading) language(declared string) string {
	for _, l := range []string{declared, reader.Language(r.doc), r.styles.language} {
		if l = strings.ToLower(strings.ReplaceAll(l, "_", "-")); langTag.MatchString(l) {
			return l
		}
	}
	return ""
}

// flavor names the program that wrote the document.
func flavor(application string) string {
	switch a := strings.ToLower(application); {
	case strings.HasPrefix(a, "microsoft"):
		return "word"
	case strings.HasPrefix(a, "libreoffice"):
		return "libreoffice"
	}
	return ""
}
