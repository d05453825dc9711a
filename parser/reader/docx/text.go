package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"ibid/parser/document"
)

// decode turns the text of a token, or the value of an attribute, as it stands
// in a part into what it says: each entity a unit.
func decode(raw string, at int, part string) document.Text {
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
		if !ok {
			continue
		}
		b.Append(document.NewText(raw[from:i], at+from, part))
		b.Append(document.Unit(s, document.Span{Start: at + i, End: at + i + n + 1, Part: part}))
		i += n
		from = i + 1
	}
	b.Append(document.NewText(raw[from:], at+from, part))
	return b.Text()
}

// longestEntity is the length from which "&…;" is taken for none, in bytes.
const longestEntity = 32

// entity is what "&name;" stands for. XML has these five and numbers.
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
		return "", false
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

// attribute is the value of an attribute of a tag that stands at an offset,
// with its place; the zero Text if there is none.
func attribute(tag string, at int, part, name string) document.Text {
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
		return decode(value, at+len(tag)-len(rest)+1, part)
	}
}

// symbolFont is what Adobe's Symbol font shows for the bytes 0x20 to 0x7e.
const symbolFont = ` !∀#∃%&∋()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼`

// symbol is the text of a <w:sym>: a character of a named font, often moved
// to the private area from U+F000 on. One that only its own font can draw
// becomes U+FFFD.
func symbol(char, font string) string {
	n, err := strconv.ParseUint(char, 16, 32)
	if err != nil || n == 0 || n > utf8.MaxRune || n >= 0xd800 && n < 0xe000 {
		return ""
	}
	if n < 0xe000 || n > 0xf8ff {
		return string(rune(n))
	}
	code := n & 0xff
	switch f := strings.ToLower(font); {
	case n < 0xf000 || n > 0xf0ff:
	case f == "symbol":
		if code >= 0x20 && code <= 0x7e {
			return string([]rune(symbolFont)[code-0x20])
		}
	case strings.Contains(f, "dings"): // pictures
	case code >= 0x20 && code != 0x7f && (code < 0x80 || code >= 0xa0):
		return string(rune(code))
	}
	return string(utf8.RuneError)
}
