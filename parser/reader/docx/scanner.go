package docx

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxDepth bounds how deep elements stand in each other. Tables in tables in
// text boxes that people made stay below 100.
const maxDepth = 512

// kind is what a token is.
type kind uint8

const (
	end   kind = iota // of an element, or of the part
	start             // of an element
	chars             // text
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

// scanner reads the tokens of a part, each with its place.
type scanner struct {
	ctx     context.Context //nolint:containedctx // lives as long as one call of Read
	part    string
	src     string
	dec     *xml.Decoder
	n       int // tokens so far
	depth   int
	element xml.StartElement // the last one that started
	space   space            // of element
	from    int              // where the last token stands in src
	to      int
	done    bool
	// broken says where and why the XML is no XML; what follows is not read.
	broken string
	// refused is an error for the whole document.
	refused error
}

func newScanner(ctx context.Context, part, src string) *scanner {
	s := &scanner{ctx: ctx, part: part, src: src, dec: xml.NewDecoder(strings.NewReader(src))}
	// The text is UTF-8 by now, whatever its declaration says.
	s.dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return s
}

// next reads a token. After the end of the part, or an error, it is always end.
func (s *scanner) next() kind {
	for !s.done {
		if s.n++; s.n%4096 == 0 && s.ctx.Err() != nil {
			return s.refuse(s.ctx.Err())
		}
		s.from = int(s.dec.InputOffset())
		token, err := s.dec.Token()
		s.to = int(s.dec.InputOffset())
		if err != nil {
			s.done = true
			if !errors.Is(err, io.EOF) {
				s.broken = fmt.Sprintf("is broken at byte %d (%s)", s.to, strings.TrimPrefix(err.Error(), "XML syntax error "))
			}
			return end
		}
		switch t := token.(type) {
		case xml.StartElement:
			if s.depth++; s.depth > maxDepth {
				return s.refuse(&Error{Part: s.part, Reason: fmt.Sprintf("its elements stand more than %d deep in each other, which no document of Word's has", maxDepth)})
			}
			s.element, s.space = t, vocabulary(t.Name.Space)
			return start
		case xml.EndElement:
			s.depth--
			return end
		case xml.CharData:
			return chars
		case xml.Directive:
			return s.refuse(&Error{Part: s.part, Reason: "it has a document type declaration, which no document of Word's may have: such declarations are used for attacks"})
		}
	}
	return end
}

func (s *scanner) refuse(err error) kind {
	s.done, s.refused = true, err
	return end
}

// children calls f for every element inside the current one. f must read its
// element to the end.
func (s *scanner) children(f func()) {
	for !s.done {
		switch s.next() {
		case start:
			f()
		case end:
			return
		case chars:
		}
	}
}

// skip reads to the end of the current element.
func (s *scanner) skip() {
	for depth := s.depth; !s.done && s.depth >= depth; {
		s.next()
	}
}

// text reads to the end of the current element and gives its text, at most
// limit bytes.
func (s *scanner) text(limit int) string {
	var b strings.Builder
	for depth := s.depth; !s.done && s.depth >= depth; {
		if s.next() == chars && b.Len() < limit {
			b.WriteString(decode(s.src[s.from:s.to], s.from, s.part).String)
		}
	}
	return b.String()
}

// is says whether the current element is one of WordprocessingML.
func (s *scanner) is(local string) bool { return s.space == word && s.element.Name.Local == local }

// attr is an attribute of the current element, "" if there is none. Those of
// Microsoft's extensions do not count.
func (s *scanner) attr(local string) string {
	for _, a := range s.element.Attr {
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
