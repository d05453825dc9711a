package link

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// decoded undoes a content coding that was not asked for, as browsers do. One
// that is not known here makes the body opaque: it may well be in order.
func decoded(body []byte, codings string) (plain []byte, opaque bool) {
	list := strings.Split(codings, ",")
	for _, coding := range slices.Backward(list[:min(len(list), maxCodings)]) {
		if body, opaque = decodedOnce(body, coding); opaque {
			break
		}
	}
	return body, opaque
}

// maxCodings is how many codings of a body are undone.
const maxCodings = 3

func decodedOnce(body []byte, coding string) (plain []byte, opaque bool) {
	var r io.Reader
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "deflate":
		// RFC 9110 means zlib; many servers send the bare stream.
		z, err := zlib.NewReader(bytes.NewReader(body))
		if err == nil {
			r = z
		} else {
			r = flate.NewReader(bytes.NewReader(body))
		}
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return body, false // sent plain under a wrong label
		}
		r = z
	case "br", "zstd", "compress", "x-compress", "dcb", "dcz":
		return body, true
	default:
		return body, false
	}
	out, _ := io.ReadAll(io.LimitReader(r, maxBody)) // what can be read is
	if len(out) == 0 {
		return body, true
	}
	return out, false
}

// toUTF8 decodes text. It believes, in this order: a byte order mark, the zeros
// of UTF-16, valid UTF-8, what the server or the page declares, and what the
// bytes look like.
func toUTF8(body []byte, contentType string, isHTML bool) []byte {
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	if e, ok := wideText(body); ok {
		return decodeWith(body, e)
	}
	shifting := bytes.Contains(body, []byte("\x1b$B")) || bytes.Contains(body, []byte("\x1b$@"))
	if !shifting && utf8.Valid(trimRune(body)) {
		return body
	}
	head := body[:min(len(body), 4096)]
	if !isHTML {
		head = nil
	}
	e, name, certain := charset.DetermineEncoding(head, contentType)
	switch declared := certain || name != "windows-1252"; { // which it says of anything
	case shifting:
		e, _ = htmlindex.Get("iso-2022-jp")
	case declared && name != "utf-8":
	case mostlyUTF8(body):
		return body
	default:
		e = guessed(body)
	}
	if e == nil {
		return body
	}
	return decodeWith(body, e)
}

func decodeWith(body []byte, e encoding.Encoding) []byte {
	out, err := e.NewDecoder().Bytes(body)
	if err != nil {
		return body
	}
	return out
}

// guessed is the encoding that bytes look like; nil means that none is likely. The
// detector gives its guesses in the order of its experts' answers, so that of those
// that are equally sure the first by name is taken: the same page is read in the
// same way each time.
func guessed(body []byte) encoding.Encoding {
	all, err := chardet.NewHtmlDetector().DetectAll(body[:min(len(body), 16<<10)])
	if err != nil {
		return nil
	}
	best := all[0]
	for _, r := range all[1:] {
		if r.Confidence == best.Confidence && r.Charset < best.Charset {
			best = r
		}
	}
	e, err := htmlindex.Get(strings.Replace(best.Charset, "GB-18030", "gb18030", 1)) // the detector's own spelling
	if err != nil {
		e, _ = htmlindex.Get("windows-1252")
	}
	return e
}

// trimRune leaves out a character that the limit of a body cut in two.
func trimRune(b []byte) []byte {
	for i := 1; i <= min(utf8.UTFMax, len(b)); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// mostlyUTF8 says whether text is UTF-8 but for a few broken characters.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 10*bad
}

// wideText recognises UTF-16, by its mark or by the zeros of its ASCII.
func wideText(body []byte) (encoding.Encoding, bool) {
	switch {
	case bytes.HasPrefix(body, []byte("\xff\xfe")):
		return utf.UTF16(utf.LittleEndian, utf.UseBOM), true
	case bytes.HasPrefix(body, []byte("\xfe\xff")):
		return utf.UTF16(utf.BigEndian, utf.UseBOM), true
	}
	head := body[:min(len(body), 1024)]
	if bytes.IndexByte(head, 0) < 0 {
		return nil, false
	}
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	// Markup is ASCII whatever the language of the text.
	half := len(head) / 2
	switch {
	case zeros[1]*10 > half*3 && zeros[0]*20 < half:
		return utf.UTF16(utf.LittleEndian, utf.IgnoreBOM), true
	case zeros[0]*10 > half*3 && zeros[1]*20 < half:
		return utf.UTF16(utf.BigEndian, utf.IgnoreBOM), true
	}
	return nil, false
}

// isBinary says whether more than one byte in fifty of the start is a control
// character that no text has.
func isBinary(body []byte) bool {
	head := body[:min(len(body), 4096)]
	n := 0
	for _, b := range head {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b {
			n++
		}
	}
	return n > 0 && n*50 > len(head)
}

func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Path
}

// eachWord calls f with each word of a text in lower case and without accents
// that stand by themselves. A character of a script that has no spaces is a
// word of its own. buf is room for one word and is given back.
func eachWord(t, buf []byte, f func(word []byte)) []byte {
	if !norm.NFC.IsNormal(t) {
		t = norm.NFC.Bytes(t)
	}
	buf = buf[:0]
	flush := func() {
		if len(buf) > 0 {
			f(buf)
			buf = buf[:0]
		}
	}
	for i := 0; i < len(t); {
		if n := plainLetters(t[i:]); n > 0 {
			if whole := i+n == len(t) || t[i+n] < utf8.RuneSelf && !isCapital(t[i+n]); whole && len(buf) == 0 {
				f(t[i : i+n]) // most words, as they stand
			} else {
				buf = append(buf, t[i:i+n]...)
			}
			i += n
			continue
		}
		if c := t[i]; c < utf8.RuneSelf {
			i++
			if isCapital(c) {
				buf = append(buf, c|0x20)
			} else {
				flush()
			}
			continue
		}
		r, n := utf8.DecodeRune(t[i:])
		i += n
		switch {
		case spaceless(r):
			flush()
			buf = utf8.AppendRune(buf, r)
			flush()
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		default:
			flush()
		}
	}
	flush()
	return buf
}

// plainLetters is how many small letters of ASCII and figures a text starts with.
func plainLetters(t []byte) int {
	for i, c := range t {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return i
		}
	}
	return len(t)
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// spaceless says whether a letter is of a script that puts no spaces between
// words, or, as in Korean, joins endings to them.
func spaceless(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
