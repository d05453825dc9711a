// Package markup reads XML token by token, each with its place in the source:
// encoding/xml says where its tokens end, and a document.Text keeps what the
// entities in between stand for. Depth is bounded, and what is no XML any more
// ends the reading with words for the user.
package markup

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader/pack"
	"ibid/pattern"
)

// maxDepth bounds how deep elements stand in each other. Tables in tables in
// text boxes that people made stay below 100.
const maxDepth = 512

// Kind is what a token is.
type Kind uint8

// The kinds of token.
const (
	End   Kind = iota // of an element, or of the part
	Start             // of an element
	Chars             // text
)

// Scanner reads the tokens of a part, each with its place.
type Scanner struct {
	// Part names the part of a container that is read, "" for a file of its own.
	Part string
	// Src is its text.
	Src string
	// Element is the last one that started.
	Element xml.StartElement
	// From and To are where the last token stands in Src.
	From, To int
	// Depth counts the elements that are open.
	Depth int
	// Done says that nothing more is read.
	Done bool
	// Broken says where and why the XML is no XML; what follows is not read.
	Broken string
	// Refused is an error for the whole document.
	Refused error

	ctx     context.Context //nolint:containedctx // lives as long as one call of Read
	dec     *xml.Decoder
	n       int // tokens so far
	doctype bool
}

// Options say what a scanner takes.
type Options struct {
	// Doctype allows a document type declaration, which is then passed over:
	// entities that it declares stand for nothing.
	Doctype bool
}

// NewScanner makes a scanner of a part's decoded text.
func NewScanner(ctx context.Context, part, src string, o Options) *Scanner {
	s := &Scanner{ctx: ctx, Part: part, Src: src, dec: xml.NewDecoder(strings.NewReader(src)), doctype: o.Doctype}
	// The text is UTF-8 by now, whatever its declaration says.
	s.dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	s.dec.Entity = xml.HTMLEntity
	if o.Doctype {
		s.dec.Entity = withDeclared(src)
	}
	return s
}

// declaration is that of an entity in a document type.
var declaration = pattern.New(`<!ENTITY\s+([\w.-]{1,100})\s`)

// maxDeclarations is how far into a part entities may be declared, in bytes.
const maxDeclarations = 64 << 10

// withDeclared are the entities that are known, and those that a document type
// declares: these stand for nothing, whatever it says.
func withDeclared(src string) map[string]string {
	known := xml.HTMLEntity
	for _, m := range declaration.FindAllStringSubmatch(src[:min(len(src), maxDeclarations)], -1) {
		if _, ok := known[m[1]]; ok {
			continue
		}
		if len(known) == len(xml.HTMLEntity) {
			known = maps.Clone(known)
		}
		known[m[1]] = ""
	}
	return known
}

// Next reads a token. After the end of the part, or an error, it is always end.
func (s *Scanner) Next() Kind {
	for !s.Done {
		if s.n++; s.n%4096 == 0 && s.ctx.Err() != nil {
			return s.refuse(s.ctx.Err())
		}
		s.From = int(s.dec.InputOffset())
		token, err := s.dec.Token()
		s.To = int(s.dec.InputOffset())
		if err != nil {
			s.Done = true
			if !errors.Is(err, io.EOF) {
				s.Broken = fmt.Sprintf("is broken at byte %d (%s)", s.To, strings.TrimPrefix(err.Error(), "XML syntax error "))
			}
			return End
		}
		switch t := token.(type) {
		case xml.StartElement:
			if s.Depth++; s.Depth > maxDepth {
				return s.refuse(&pack.Error{Part: s.Part, Reason: fmt.Sprintf("its elements stand more than %d deep in each other, which no document that people write has", maxDepth)})
			}
			s.Element = t
			return Start
		case xml.EndElement:
			s.Depth--
			return End
		case xml.CharData:
			return Chars
		case xml.Directive:
			if !s.doctype {
				return s.refuse(&pack.Error{Part: s.Part, Reason: "it has a document type declaration, which no part of such a document may have: such declarations are used for attacks"})
			}
		}
	}
	return End
}

func (s *Scanner) refuse(err error) Kind {
	s.Done, s.Refused = true, err
	return End
}

// Children calls f for every element inside the current one. f must read its
// element to the end.
func (s *Scanner) Children(f func()) {
	for !s.Done {
		switch s.Next() {
		case Start:
			f()
		case End:
			return
		case Chars:
		}
	}
}

// Content reads the current element to its end: it calls element for every
// element inside it, which may read that or leave it to be gone through as well,
// and text for what stands between.
func (s *Scanner) Content(element func(), text func(document.Text)) {
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		switch s.Next() {
		case Start:
			element()
		case Chars:
			text(s.Chars())
		case End:
		}
	}
}

// Skip reads to the end of the current element.
func (s *Scanner) Skip() {
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		s.Next()
	}
}

// Text reads to the end of the current element and gives its text, at most
// limit bytes.
func (s *Scanner) Text(limit int) string {
	var b strings.Builder
	for depth := s.Depth; !s.Done && s.Depth >= depth; {
		if s.Next() == Chars && b.Len() < limit {
			b.WriteString(Decode(s.Src[s.From:s.To], s.From, s.Part).String)
		}
	}
	return b.String()
}

// Name is the local name of the current element.
func (s *Scanner) Name() string { return s.Element.Name.Local }

// Tag is the source of the last token.
func (s *Scanner) Tag() string { return s.Src[s.From:s.To] }

// Span is where the last token stands.
func (s *Scanner) Span() document.Span { return document.Span{Start: s.From, End: s.To, Part: s.Part} }

// Chars is the text of the last token, entities decoded.
func (s *Scanner) Chars() document.Text { return Decode(s.Tag(), s.From, s.Part) }

// Attr is the value of the current element's attribute of a local name, in
// whatever namespace, or "".
func (s *Scanner) Attr(local string) string {
	for _, a := range s.Element.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// AttrText is the attribute of a name as the source writes it, prefix included,
// with its place.
func (s *Scanner) AttrText(name string) document.Text {
	return Attribute(s.Tag(), s.From, s.Part, name)
}
