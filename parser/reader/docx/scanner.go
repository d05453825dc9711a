package docx

import (
	"context"
	"strings"

	"ibid/parser/reader/markup"
)

// space is the vocabulary that an element belongs to.
type space uint8

const (
	other space = iota
	word        // WordprocessingML
	compat
	math
)

// vocabulary knows the namespaces of both forms of the standard, and the
// usual prefixes where a part does not declare them.
func vocabulary(uri string) space {
	switch uri {
	case "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", "w":
		return word
	case "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc":
		return compat
	case "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math", "m":
		return math
	}
	return other
}

// scanner reads the tokens of a part, each with its place and the vocabulary of
// its element.
type scanner struct {
	*markup.Scanner
	space space // of the element that started last
}

func newScanner(ctx context.Context, part, src string) *scanner {
	return &scanner{Scanner: markup.NewScanner(ctx, part, src, markup.Options{})}
}

// Next reads a token.
func (s *scanner) Next() markup.Kind {
	kind := s.Scanner.Next()
	if kind == markup.Start {
		s.space = vocabulary(s.Element.Name.Space)
	}
	return kind
}

// Children calls f for every element inside the current one. f must read its
// element to the end.
func (s *scanner) Children(f func()) {
	s.Scanner.Children(func() {
		s.space = vocabulary(s.Element.Name.Space)
		f()
	})
}

// is says whether the current element is one of WordprocessingML.
func (s *scanner) is(local string) bool { return s.space == word && s.Element.Name.Local == local }

// attr is an attribute of the current element, "" if there is none. Those of
// Microsoft's extensions do not count.
func (s *scanner) attr(local string) string {
	for _, a := range s.Element.Attr {
		if a.Name.Local == local && (a.Name.Space == "" || vocabulary(a.Name.Space) == word || strings.HasSuffix(a.Name.Space, "/relationships") || a.Name.Space == "r") {
			return a.Value
		}
	}
	return ""
}

// on reads the value of a switch such as <w:b/> (ECMA-376 part 1, 22.9.2.7).
func (s *scanner) on() bool {
	switch s.attr("val") {
	case "0", "false", "off":
		return false
	}
	return true
}
