package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// glyphList says which characters the names of glyphs stand for, one name a
// line with code points in hexadecimal: the facts of Adobe's Glyph List and
// of the older list that fonts follow.
//
//go:embed glyphs.txt
var glyphList string

// glyphNames reads the list once, when the first font needs it.
//
//nolint:gochecknoglobals // made once, never changed
var glyphNames = sync.OnceValue(func() map[string]string {
	out := make(map[string]string, strings.Count(glyphList, "\n"))
	for line := range strings.Lines(glyphList) {
		name, codes, _ := strings.Cut(strings.TrimSpace(line), " ")
		out[name] = codePoints(codes)
	}
	return out
})

// codePoints decodes "0041 0301".
func codePoints(s string) string {
	var out strings.Builder
	for hex := range strings.FieldsSeq(s) {
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil || !utf8.ValidRune(rune(n)) {
			return ""
		}
		out.WriteRune(rune(n))
	}
	return out.String()
}

// glyphText is what a glyph's name stands for, "" if that is not known
// (Adobe Glyph List Specification, section 2).
func glyphText(name string) string {
	base, suffix, _ := strings.Cut(name, ".")
	if base == "" {
		return ""
	}
	var out strings.Builder
	for part := range strings.SplitSeq(base, "_") {
		out.WriteString(component(part))
	}
	switch {
	case suffix == "sc" || suffix == "smcp":
		return strings.ToLower(out.String())
	case strings.HasPrefix(suffix, "sup") && isNumber(out.String()) && out.Len() == 1:
		return raisedDigit(out.String()[0])
	}
	return out.String()
}

func component(name string) string {
	if s, ok := glyphNames()[name]; ok {
		return s
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		var codes []string
		for i := 0; i < len(hex); i += 4 {
			codes = append(codes, hex[i:i+4])
		}
		return codePoints(strings.Join(codes, " "))
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		return codePoints(hex)
	}
	for _, suffix := range []string{"oldstyle", "inferior", "superior", "small", "fitted", "tab"} {
		if base, ok := strings.CutSuffix(name, suffix); ok {
			return strings.ToLower(glyphNames()[base])
		}
	}
	return ""
}

// codes are the characters of a simple font's 256 codes.
type codes [256]string

// baseEncoding are the characters of a named encoding (ISO 32000-1, annex D).
func baseEncoding(name string) *codes {
	var out codes
	table := charmap.Windows1252
	if name == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for i := 32; i < 256; i++ {
		if r := table.DecodeByte(byte(i)); r != utf8.RuneError && r >= 32 && (r < 0x7f || r > 0x9f) {
			out[i] = string(r)
		}
	}
	switch name {
	case "WinAnsiEncoding":
		out[0xa0], out[0xad] = " ", "-"
	case "MacRomanEncoding":
		out[0xca] = " "
	default:
		standard(&out)
	}
	return &out
}

// standard turns a table into StandardEncoding.
func standard(out *codes) {
	for i := 128; i < 256; i++ {
		out[i] = ""
	}
	out['\''], out['`'] = "’", "‘"
	for i, r := range []rune("¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ") {
		out[0xa1+i] = string(r)
	}
	for at, s := range map[int]string{
		0xb1: "–", 0xb2: "†", 0xb3: "‡", 0xb4: "·", 0xb6: "¶", 0xb7: "•", 0xb8: "‚", 0xb9: "„", 0xba: "”", 0xbb: "»", 0xbc: "…", 0xbd: "‰", 0xbf: "¿",
		0xc1: "`", 0xc2: "´", 0xc3: "ˆ", 0xc4: "˜", 0xc5: "¯", 0xc6: "˘", 0xc7: "˙", 0xc8: "¨", 0xca: "˚", 0xcb: "¸", 0xcd: "˝", 0xce: "˛", 0xcf: "ˇ",
		0xd0: "—", 0xe1: "Æ", 0xe3: "ª", 0xe8: "Ł", 0xe9: "Ø", 0xea: "Œ", 0xeb: "º", 0xf1: "æ", 0xf5: "ı", 0xf8: "ł", 0xf9: "ø", 0xfa: "œ", 0xfb: "ß",
	} {
		out[at] = s
	}
}
