package feed

import (
	"cmp"
	"context"
	xhtml "html"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/export"
	"ibid/parser/reader/html"
	"ibid/parser/reader/markup"
	"ibid/pattern"
)

// Entry is an entry of a feed.
type Entry struct {
	// Meta is what the entry says of its article.
	Meta document.Meta

	item   export.Item
	text   area
	quoted quoting
}

// area is a stretch of the item.
type area struct{ from, to int }

// quoting is how a feed holds a text.
type quoting uint8

const (
	none    quoting = iota
	escaped         // HTML in CDATA or with entities
	inline          // XHTML as elements of the feed
	plain           // no HTML at all
)

// maxField bounds the fields that are kept, in bytes.
const maxField = 4096

// isHTML says of a description that it is more than a line of text.
var isHTML = pattern.New(`(?i)(?:<|&lt;)(?:p|div|br|li|sup|blockquote)\b`)

// New makes an Entry of its element in a feed.
func New(item export.Item) *Entry {
	e := &Entry{item: item}
	s := item.Text
	rank := 0
	export.Children(s, strings.IndexByte(s, '>')+1, len(s), func(name string, from, to int) {
		tag := s[strings.LastIndexByte(s[:from], '<'):from]
		local := name[strings.IndexByte(name, ':')+1:]
		if r := standing(name, local); r > 0 {
			if q := quotingOf(name, local, tag, s[from:to]); r > rank && q != none {
				rank, e.text, e.quoted = r, area{from, to}, q
				e.language(tag)
			}
			return
		}
		e.field(local, from, to)
	})
	if open := strings.IndexByte(s, '>'); open > 0 && e.Meta.Language == "" {
		e.language(s[:open+1])
	}
	return e
}

// standing is how well an element is suited as the text of an entry: 0 if it is
// none.
func standing(name, local string) int {
	switch {
	case local == "encoded", local == "body":
		return 3
	case local == "content" && !strings.HasPrefix(name, "media:"):
		return 3
	case name == "description", name == "summary":
		return 1
	}
	return 0
}

// quotingOf says how an element holds a text (RFC 4287, 4.1.3; Atom 0.3 has media
// types).
func quotingOf(name, local, tag, content string) quoting {
	kind := strings.ToLower(markup.Attribute(tag, 0, "", "type").String)
	switch {
	case strings.TrimSpace(content) == "" || !markup.Attribute(tag, 0, "", "src").Empty():
		return none
	case local == "body" || strings.Contains(kind, "xhtml"):
		return inline
	case name == "description" || name == "summary":
		if !isHTML.MatchString(content) {
			return none
		}
		return escaped
	case local == "encoded" || strings.Contains(kind, "html"):
		return escaped
	case kind == "" || kind == "text" || kind == "text/plain":
		return plain
	}
	return none // a picture, another XML
}

func (e *Entry) language(tag string) {
	if l := markup.Attribute(tag, 0, "", "xml:lang").String; l != "" {
		e.Meta.Language = strings.ToLower(strings.ReplaceAll(l, "_", "-"))
	}
}

// field takes what the entry says of its article.
func (e *Entry) field(name string, from, to int) {
	s := e.item.Text
	value := func(from, to int) string {
		text := export.Value(s, from, min(to, from+maxField)).Text
		return strings.Join(strings.Fields(text), " ")
	}
	m := &e.Meta
	switch name {
	case "title":
		if m.Title == "" {
			m.Title = title(value(from, to), s[strings.LastIndexByte(s[:from], '<'):from])
		}
	case "creator", "author":
		author := ""
		export.Children(s, from, to, func(name string, from, to int) {
			if name == "name" || strings.HasSuffix(name, ":name") {
				author = value(from, to)
			}
		})
		if author = cmp.Or(author, person(value(from, to))); author != "" {
			m.Authors = append(m.Authors, strings.Clone(author))
		}
	case "published", "issued", "pubDate", "date":
		m.Published = cmp.Or(m.Published, reader.Date(value(from, to)))
	}
}

var tags = pattern.New(`</?[a-zA-Z][^>]*>`)

// title is an entry's title without the HTML in it that its tag tells of; RSS, which
// tells nothing, has some too.
func title(s, tag string) string {
	if s = tags.ReplaceAllString(s, ""); strings.Contains(markup.Attribute(tag, 0, "", "type").String, "html") {
		s = xhtml.UnescapeString(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// person is the name in an RSS author, "mail@a.example (Name)", and in Dublin Core's.
func person(s string) string {
	if before, name, ok := strings.Cut(s, "("); ok && strings.Contains(before, "@") {
		return strings.TrimSpace(strings.TrimSuffix(name, ")"))
	}
	if strings.Contains(s, "@") && !strings.Contains(s, " ") {
		return "" // an address alone
	}
	return s
}

// HasText says whether the feed holds a text of the article.
func (e *Entry) HasText() bool { return e.quoted != none }

// Read makes a Document of the text in the feed. Positions count in the feed. An
// error means that ctx ended.
func (e *Entry) Read(ctx context.Context, hint reader.Hint) (*document.Document, error) {
	g := &export.Page{}
	switch e.quoted {
	case inline:
		g.From, g.To = e.text.from, e.text.to
		var w export.Writer
		w.Verbatim(e.item.Text[e.text.from:e.text.to], e.text.from)
		g.Copy(w.Plain(), 0, len(w.Plain().Text))
	default:
		content := export.Value(e.item.Text, e.text.from, e.text.to)
		g.From, g.To = content.Span(0, len(content.Text))
		copyText(g, content, e.quoted == plain)
	}
	text, source := g.Source(e.item)
	doc, err := html.ReadText(ctx, text, source, "", hint)
	if err != nil {
		return nil, err
	}
	said := e.Meta
	doc.Meta.Title = cmp.Or(said.Title, doc.Meta.Title)
	doc.Meta.Published = cmp.Or(said.Published, doc.Meta.Published)
	doc.Meta.Language = cmp.Or(said.Language, doc.Meta.Language)
	if len(said.Authors) > 0 {
		doc.Meta.Authors = said.Authors
	}
	return doc, nil
}

// copyText adds a text that is HTML, or one that is none: its signs are written as
// HTML writes them, and its blank lines part paragraphs.
func copyText(g *export.Page, content export.Plain, none bool) {
	done := 0
	for at := 0; none && at < len(content.Text); at++ {
		instead := ""
		switch rest := content.Text[at:]; {
		case rest[0] == '<':
			instead = "&lt;"
		case rest[0] == '&':
			instead = "&amp;"
		case strings.HasPrefix(rest, "\n\n"):
			instead = "<p>"
		default:
			continue
		}
		g.Copy(content, done, at)
		g.Instead(instead, content, at, at+1)
		done = at + 1
	}
	g.Copy(content, done, len(content.Text))
}
