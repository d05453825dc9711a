package html

import (
	"strings"

	"golang.org/x/net/html"

	"ibid/parser/document"
	"ibid/pattern"
)

// attributes are those of a tag that matter.
type attributes struct {
	id, name, class, role, style, href, rel, rev, typ, start, value, lang string
	content, property, datetime, itemprop, title                          string
	hidden, reversed, open                                                bool
	// leads is the id that a control without a link leads to, number what its
	// data says of its note, tips the names of attributes that may hold a note.
	leads, number string
	tips          []string
}

// tagName is the name of a tag, in lower case. The tokenizer copies each.
func tagName(tag string) string {
	name := strings.TrimPrefix(tag[1:], "/")
	if i := strings.IndexAny(name, " \t\n\f\r/>"); i >= 0 {
		name = name[:i]
	}
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, name)
}

// maxAttributes bounds how many attributes of one tag are read.
const maxAttributes = 256

// readAttributes reads a tag's attributes; of two with one name the first counts.
func readAttributes(z *html.Tokenizer) attributes {
	var a attributes
	more := true
	for n := 0; more && n < maxAttributes; n++ {
		var key, val []byte
		key, val, more = z.TagAttr()
		switch string(key) {
		case "": // it has none
		case "role", "epub:type":
			a.role += " " + strings.ToLower(string(val))
		case "style":
			a.style = strings.ReplaceAll(strings.ToLower(string(val[:min(len(val), 4096)])), " ", "")
		case "hidden":
			a.hidden = string(val) != "until-found"
		case "reversed":
			a.reversed = true
		case "open":
			a.open = true
		case "title":
			if a.title = string(val); len(val) > 1 {
				a.tips = append(a.tips, "title")
			}
		case "popovertarget", "aria-describedby", "aria-details", "onclick", "data-rid", "data-open", "reveal-id":
			if a.leads == "" {
				a.leads = leadsTo(string(key), string(val))
			}
		default:
			if field := a.field(string(key)); field != nil && *field == "" {
				*field = string(val)
			} else if len(key) > 5 && string(key[:5]) == "data-" {
				a.readData(string(key), string(val))
			}
		}
	}
	return a
}

// field is where the value of an attribute is kept, or nil.
func (a *attributes) field(key string) *string {
	switch key {
	case "id":
		return &a.id
	case "name":
		return &a.name
	case "class":
		return &a.class
	case "href":
		return &a.href
	case "rel":
		return &a.rel
	case "rev":
		return &a.rev
	case "type":
		return &a.typ
	case "start":
		return &a.start
	case "value":
		return &a.value
	case "lang", "xml:lang":
		return &a.lang
	case "content":
		return &a.content
	case "property":
		return &a.property
	case "datetime":
		return &a.datetime
	case "itemprop":
		return &a.itemprop
	}
	return nil
}

// readData reads what scripts make of a tag.
func (a *attributes) readData(key, val string) {
	switch {
	case val == "":
	case isLabel(val):
		if a.number == "" {
			a.number = strings.Trim(val, " []().:")
		}
	case strings.HasPrefix(val, "#") && len(val) > 1 && !strings.ContainsAny(val, " <"):
		if a.leads == "" {
			a.leads = val[1:]
		}
	case len(val) > 3 && tipWords.MatchString(key):
		// What is said in so many words to be a note goes before a title.
		a.tips = append([]string{key}, a.tips...)
	}
}

// scriptedID is an id as scripts in attributes name it: show('note-3').
var scriptedID = pattern.New(`['"]#?([A-Za-z_][\w:.-]*\d)['"]`)

// leadsTo is the id that an attribute names.
func leadsTo(key, val string) string {
	if key == "onclick" {
		if m := scriptedID.FindStringSubmatch(val[:min(len(val), 512)]); m != nil {
			return m[1]
		}
		return ""
	}
	id, _, _ := strings.Cut(strings.TrimSpace(val), " ")
	return id
}

// attributeText is an attribute's value with its place in the source.
func (b *builder) attributeText(name string, start, end int) (document.Text, bool) {
	from, to, ok := attributeValue(b.src[start:end], name)
	if !ok {
		return document.Text{}, false
	}
	return b.decode(start+from, start+to, true), true
}

// hrefText is an href with its place in the source: byte for byte where it
// stands as it is, entities as units.
func (b *builder) hrefText(value string, start, end int) document.Text {
	from, to, ok := attributeValue(b.src[start:end], "href")
	if !ok {
		return document.Unit(value, b.span(start, end))
	}
	raw := b.src[start+from : start+to]
	if raw == value {
		return b.typed(start+from, start+to)
	}
	if t := b.decode(start+from, start+to, true); t.String == value {
		return t
	}
	return document.Unit(value, b.span(start+from, start+to))
}

// attributeValue finds the first attribute of a name in a start tag and says
// where its value stands, without quotes (HTML, 13.2.5.32 and the following
// states).
func attributeValue(tag, name string) (from, to int, ok bool) {
	i := 1
	for i < len(tag) && !isSpace(tag[i]) && tag[i] != '/' && tag[i] != '>' {
		i++
	}
	for i < len(tag) {
		for i < len(tag) && (isSpace(tag[i]) || tag[i] == '/') {
			i++
		}
		if i >= len(tag) || tag[i] == '>' {
			return 0, 0, false
		}
		key := i
		for i++; i < len(tag) && tag[i] != '=' && tag[i] != '>' && tag[i] != '/' && !isSpace(tag[i]); {
			i++
		}
		keyEnd := i
		i = skipSpace(tag, i)
		if i >= len(tag) || tag[i] != '=' {
			continue
		}
		i = skipSpace(tag, i+1)
		from, to, i = valueAt(tag, i)
		if strings.EqualFold(tag[key:keyEnd], name) {
			return from, to, true
		}
	}
	return 0, 0, false
}

// valueAt reads the attribute value at i and says where the next state starts.
func valueAt(tag string, i int) (from, to, next int) {
	if i < len(tag) && (tag[i] == '"' || tag[i] == '\'') {
		k := strings.IndexByte(tag[i+1:], tag[i])
		if k < 0 {
			return i + 1, len(tag), len(tag)
		}
		return i + 1, i + 1 + k, i + 2 + k
	}
	from = i
	for i < len(tag) && !isSpace(tag[i]) && tag[i] != '>' {
		i++
	}
	return from, i, i
}

func skipSpace(s string, i int) int {
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	return i
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }
