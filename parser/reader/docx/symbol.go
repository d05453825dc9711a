package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

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
