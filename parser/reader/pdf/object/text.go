package object

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// textString decodes a text string (7.9.2.2): UTF-16 or UTF-8 with a byte
// order mark, else PDFDocEncoding, which is Windows-1252 but for a few signs.
func textString(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		return UTF16(s[2:])
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return strings.ToValidUTF8(s[3:], "")
	case utf8.ValidString(s):
		return s
	}
	out, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return strings.ToValidUTF8(s, "")
	}
	return out
}

// UTF16 decodes UTF-16 in big-endian order without a byte order mark.
func UTF16(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
