package tei

import (
	"strings"

	"ibid/parser/reader/markup"
	"ibid/pattern"
)

// maxProperty is the longest property that is kept, in bytes.
const maxProperty = 4 << 10

var date = pattern.New(`^\d{4}(?:-\d{2}(?:-\d{2})?)?`)

// header reads the teiHeader: title, authors and date of the file, and its language.
func (r *reading) header(s *markup.Scanner) {
	m := &r.doc.Meta
	within := map[string]int{} // the elements that are open
	var path []string
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		switch s.Next() {
		case markup.End:
			if n := len(path); n > 0 && s.Depth < depth+n {
				within[path[n-1]]--
				path = path[:n-1]
			}
			continue
		case markup.Chars:
			continue
		case markup.Start:
		}
		name := s.Name()
		statement := within["titleStmt"] > 0 && within["sourceDesc"] == 0
		switch {
		case name == "language" && m.Language == "":
			m.Language = strings.ToLower(s.Attr("ident"))
		case name == "title" && statement && m.Title == "":
			m.Title = plain(s)
			continue
		case name == "author" && statement:
			if author := plain(s); author != "" {
				m.Authors = append(m.Authors, author)
			}
			continue
		case name == "date" && within["publicationStmt"] > 0 && m.Published == "":
			when := s.Attr("when")
			if text := plain(s); when == "" {
				when = text
			}
			m.Published = date.FindString(when)
			continue
		}
		within[name]++
		path = append(path, name)
	}
}

// plain reads the current element to its end.
func plain(s *markup.Scanner) string {
	return strings.Join(strings.Fields(s.Text(maxProperty)), " ")
}
