package pandoc

import (
	"strings"

	"ibid/pattern"
)

// rtfUnicode is a letter by its number and what older programs show for it. Both
// with a space in between and without are right, but pandoc's reader (seen in
// 2.17) takes a letter too many where there is none.
var rtfUnicode = pattern.New(`(\\u-?\d+)([^\s\\{}\d])`)

// prepared is a text as it is given to the converter: notes that RTF marks as
// such that may be passed over are passed over by pandoc.
func prepared(format, text string) string {
	if format != "rtf" {
		return text
	}
	return rtfUnicode.ReplaceAllString(strings.ReplaceAll(text, `{\*\footnote`, `{\footnote`), "$1 $2")
}
