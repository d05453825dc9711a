package markup

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/parser/document"
)

// Decode turns the text of a token, or the value of an attribute, as it stands
// in a part into what it says: each entity a unit.
func Decode(raw string, at int, part string) document.Text {
	if inner, ok := strings.CutPrefix(raw, "<![CDATA["); ok {
		return document.NewText(strings.TrimSuffix(inner, "]]>"), at+len(raw)-len(inner), part)
	}
	if strings.IndexByte(raw, '&') < 0 {
		return document.NewText(raw, at, part)
	}
	var b document.Builder
	from := 0
	for i := 0; i < len(raw); i++ {
		if raw[i] != '&' {
			continue
		}
		n := strings.IndexByte(raw[i:min(len(raw), i+longestEntity)], ';')
		if n < 0 {
			continue
		}
		s, ok := entity(raw[i+1 : i+n])
		if !ok && !isName(raw[i+1:i+n]) {
			continue
		}
		// A name that is none of these was declared by the document type, and stands for nothing.
		b.Append(document.NewText(raw[from:i], at+from, part))
		b.Append(document.Unit(s, document.Span{Start: at + i, End: at + i + n + 1, Part: part}))
		i += n
		from = i + 1
	}
	b.Append(document.NewText(raw[from:], at+from, part))
	return b.Text()
}

// isName says whether s may be the name of an entity.
func isName(s string) bool {
	return s != "" && s[0] != '#' && strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '.' && r != '-'
	}) < 0
}

// longestEntity is the length from which "&…;" is taken for none, in bytes.
const longestEntity = 32

// entity is what "&name;" stands for. XML has these five and numbers; the names
// of HTML are those that document types declare.
func entity(name string) (string, bool) {
	switch name {
	case "amp":
		return "&", true
	case "lt":
		return "<", true
	case "gt":
		return ">", true
	case "quot":
		return `"`, true
	case "apos":
		return "'", true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		s, ok := xml.HTMLEntity[name]
		return s, ok
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune {
		return "", false
	}
	return string(rune(n)), true
}

// Attribute is the value of an attribute of a tag that stands at an offset,
// with its place; the zero Text if there is none.
func Attribute(tag string, at int, part, name string) document.Text {
	for from := 0; ; {
		i := strings.Index(tag[from:], name)
		if i < 0 {
			return document.Text{}
		}
		i += from
		from = i + len(name)
		if i == 0 || !strings.ContainsRune(" \t\r\n", rune(tag[i-1])) {
			continue
		}
		rest := strings.TrimLeft(tag[from:], " \t\r\n")
		if !strings.HasPrefix(rest, "=") {
			continue
		}
		rest = strings.TrimLeft(rest[1:], " \t\r\n")
		if rest == "" || rest[0] != '"' && rest[0] != '\'' {
			continue
		}
		value, _, ok := strings.Cut(rest[1:], rest[:1])
		if !ok {
			return document.Text{}
		}
		return Decode(value, at+len(tag)-len(rest)+1, part)
	}
}
