// Package charset turns the stored bytes of a source into UTF-8 text and
// keeps the way back.
//
//	text, enc, name, err := charset.Decode(data, reader.Hint{ContentType: "text/html; charset=koi8-r"}, true)
//
// It believes, in this order: a byte order mark, valid UTF-8, what the source
// declares, and what its bytes look like; the escape sequences of ISO-2022-JP
// come before valid UTF-8, which they are too. Bytes that fit nothing become U+FFFD.
package charset

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/pattern"
)

// ErrBinary is a source that holds no text.
var ErrBinary = errors.New("this is not text but binary data: export the article in a format that ibid reads (" + Known + ")")

// Known names the formats that are read, for those who have another.
const Known = "text, Markdown, HTML, Word .docx, OpenDocument .odt, EPUB, PDF, LaTeX, JATS, TEI, MediaWiki; with pandoc also reStructuredText, Org, AsciiDoc, RTF and more"

// sample is how much of a source is looked at to guess its encoding, in bytes.
const sample = 64 << 10

// Decode turns data into UTF-8. The name is the encoding's, in lower case.
// html says that what the text declares itself is to be looked for: an XML
// declaration or a <meta charset>. The text may be data itself, which must not
// change afterwards: most sources are valid UTF-8, and a copy would double what
// each takes.
func Decode(data []byte, hint reader.Hint, html bool) (text string, enc document.Encoding, name string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		enc.Skip(3)
		return toValid(data[3:], &enc), enc, "utf-8", nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		enc.Skip(2)
		return decodeWide(data[2:], unicode.LittleEndian, &enc), enc, "utf-16le", nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		enc.Skip(2)
		return decodeWide(data[2:], unicode.BigEndian, &enc), enc, "utf-16be", nil
	}
	head := data[:min(len(data), sample)]
	if bytes.IndexByte(head, 0) >= 0 {
		switch endian, ok := wide(head); {
		case ok && endian == unicode.LittleEndian:
			return decodeWide(data, endian, &enc), enc, "utf-16le", nil
		case ok:
			return decodeWide(data, endian, &enc), enc, "utf-16be", nil
		}
		if bytes.Count(head, []byte{0})*100 > len(head) {
			return "", enc, "", ErrBinary
		}
	}
	switch {
	case binary(head):
		return "", enc, "", ErrBinary
	case bytes.Contains(head, []byte("\x1b$B")) || bytes.Contains(head, []byte("\x1b$@")):
		return decodeShifting(data, &enc), enc, "iso-2022-jp", nil
	case utf8.Valid(data):
		return view(data), enc, "utf-8", nil
	}
	e, name := declared(data, hint, html)
	if e == nil {
		e, name = guess(data)
	}
	if name == "utf-8" {
		return toValid(data, &enc), enc, name, nil
	}
	return decode(data, e, &enc), enc, name, nil
}

// DecodeString is Decode for what is held as a string: most are valid UTF-8, and
// are given back without a copy.
func DecodeString(data string, hint reader.Hint, html bool) (text string, enc document.Encoding, name string, err error) {
	if strings.HasPrefix(data, "\xef\xbb\xbf") || strings.ContainsAny(data[:min(len(data), sample)], "\x00\x1b") || !utf8.ValidString(data) {
		return Decode([]byte(data), hint, html)
	}
	if binary([]byte(data[:min(len(data), sample)])) {
		return "", enc, "", ErrBinary
	}
	return data, enc, "utf-8", nil
}

// binary says whether more than one byte in fifty is a control character
// that no text has.
func binary(head []byte) bool {
	n, size := 0, len(head)
	for _, b := range head {
		if b == '\r' {
			size-- // the ends of lines say nothing
		}
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b {
			n++
		}
	}
	return n > 0 && n*50 > size
}

// wide recognises UTF-16 without a byte order mark by the zeros of its ASCII.
func wide(head []byte) (unicode.Endianness, bool) {
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1]*10 > half*4 && zeros[0]*20 < half:
		return unicode.LittleEndian, true
	case zeros[0]*10 > half*4 && zeros[1]*20 < half:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// prescanned is how much of a page is searched for its declaration, in bytes
// (HTML, 13.2.3.2).
const prescanned = 1024

var (
	// xmlEncoding is the declaration of XHTML.
	xmlEncoding = pattern.New(`^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']`)
	// metaCharset is that of HTML.
	metaCharset = pattern.New(`(?i)<meta[\s/][^>]*charset`)
)

// declared is the encoding that the server or the page names. A UTF-8
// declaration over bytes that are none is a mistake, and not believed unless
// nearly all of the text is UTF-8.
func declared(data []byte, hint reader.Hint, html bool) (encoding.Encoding, string) {
	e, name := byServer(hint.ContentType)
	if e == nil && html {
		e, name = byPage(data[:min(len(data), prescanned)])
	}
	if name == "utf-8" && !mostlyUTF8(data) {
		return nil, ""
	}
	return e, name
}

// byServer is the encoding in a content type, or nil.
func byServer(contentType string) (encoding.Encoding, string) {
	if !strings.Contains(strings.ToLower(contentType), "charset=") {
		return nil, ""
	}
	if e, name, certain := charset.DetermineEncoding(nil, contentType); certain {
		return e, name
	}
	return nil, ""
}

// byPage is the encoding that a page's first bytes declare, or nil.
func byPage(head []byte) (encoding.Encoding, string) {
	if m := xmlEncoding.FindSubmatch(head); m != nil {
		if e, name := charset.Lookup(string(m[1])); e != nil {
			return e, name
		}
	}
	if !metaCharset.Match(head) {
		return nil, ""
	}
	// Without a declaration DetermineEncoding guesses: windows-1252 if it sees
	// ASCII alone, as it does here.
	ascii := bytes.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return 'x'
		}
		return r
	}, head)
	e, name, _ := charset.DetermineEncoding(ascii, "")
	return e, name
}

// mostlyUTF8 says whether at most one in a hundred of the non-ASCII bytes is invalid.
func mostlyUTF8(data []byte) bool {
	bad, high := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		high += size
		if r == utf8.RuneError && size == 1 {
			bad++
		}
		i += size
	}
	return bad*100 <= high
}

// guess looks at the bytes. Western text without a declaration is
// windows-1252, which holds ISO-8859-1.
func guess(data []byte) (encoding.Encoding, string) {
	if mostlyUTF8(data) {
		return unicode.UTF8, "utf-8"
	}
	found := looksLike(data[:min(len(data), sample)])
	if e, err := htmlindex.Get(found); err == nil && !western(found) && !strings.HasPrefix(found, "UTF") {
		if name, err := htmlindex.Name(e); err == nil {
			return e, name
		}
	}
	e, name := charset.Lookup("windows-1252")
	return e, name
}

// western says whether the detector's name is one for the letters of western Europe.
func western(name string) bool { return name == "ISO-8859-1" || name == "windows-1252" }

// looksLike is the encoding that the detector is surest of, "" if it is of none.
// It asks its experts all at once and gives them in the order of their answers,
// so that of those that are equally sure one is chosen here: western, or else the
// first by name.
func looksLike(sample []byte) string {
	all, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil || all[0].Confidence < sureEnough {
		return ""
	}
	best := all[0].Charset
	for _, r := range all[1:] {
		if r.Confidence == all[0].Confidence && !western(best) && (western(r.Charset) || r.Charset < best) {
			best = r.Charset
		}
	}
	return strings.Replace(best, "GB-18030", "gb18030", 1) // the detector's own spelling
}

// sureEnough is the confidence from which on the detector is believed, in percent.
const sureEnough = 50

// view is data as a string, without a copy.
func view(data []byte) string {
	return unsafe.String(unsafe.SliceData(data), len(data)) //nolint:gosec // nobody writes to a source that was read
}

// toValid is data as a string with invalid bytes replaced.
func toValid(data []byte, enc *document.Encoding) string {
	if utf8.Valid(data) {
		enc.Run(len(data))
		return view(data)
	}
	var b strings.Builder
	b.Grow(len(data))
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			b.WriteString("\uFFFD")
			enc.Append(3, 1)
		} else {
			b.Write(data[i : i+size])
			enc.Run(size)
		}
		i += size
	}
	return b.String()
}

// decodeWide decodes UTF-16.
func decodeWide(data []byte, endian unicode.Endianness, enc *document.Encoding) string {
	return decode(data, unicode.UTF16(endian, unicode.IgnoreBOM), enc)
}

// decode decodes character by character, so that each one's place is known.
func decode(data []byte, e encoding.Encoding, enc *document.Encoding) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	dec := e.NewDecoder()
	ascii := asciiCompatible(e)
	var out [16]byte
	for i := 0; i < len(data); {
		if ascii && data[i] < 0x80 && data[i] != 0x1b && data[i] != '~' {
			b.WriteByte(data[i])
			enc.Run(1)
			i++
			continue
		}
		n, size := decodeOne(dec, data[i:], out[:])
		b.Write(out[:n])
		enc.Append(n, size)
		i += size
	}
	return b.String()
}

// decodeShifting decodes ISO-2022-JP, the encoding of Japanese e-mails: it is
// all ASCII, and escape sequences say what the bytes after them stand for. A
// character's place is that of its bytes without the sequence before them.
func decodeShifting(data []byte, enc *document.Encoding) string {
	var b strings.Builder
	b.Grow(len(data))
	dec := japanese.ISO2022JP.NewDecoder()
	var out [16]byte
	for i := 0; i < len(data); {
		n, consumed := 0, 0
		for size := 1; consumed == 0 && size <= 4 && i+size <= len(data); size++ {
			n, consumed, _ = dec.Transform(out[:], data[i:i+size], i+size == len(data))
		}
		switch {
		case consumed == 0: // cut off at the end
			n, consumed = copy(out[:], "\uFFFD"), 1
		case n == 0:
			enc.Skip(consumed)
			i += consumed
			continue
		}
		b.Write(out[:n])
		enc.Append(n, consumed)
		i += consumed
	}
	return b.String()
}

// decodeOne decodes the first character; what can't be decoded is U+FFFD.
func decodeOne(dec *encoding.Decoder, data, out []byte) (n, size int) {
	for size = 1; size <= 4 && size <= len(data); size++ {
		dec.Reset()
		n, consumed, err := dec.Transform(out, data[:size], size == len(data))
		if err == nil && consumed == size && n > 0 {
			return n, size
		}
		if err != nil && !errors.Is(err, transform.ErrShortSrc) {
			break
		}
	}
	return copy(out, "\uFFFD"), 1
}

// asciiCompatible says whether bytes below 0x80 stand for themselves.
func asciiCompatible(e encoding.Encoding) bool {
	out, err := e.NewDecoder().Bytes([]byte("Az09"))
	return err == nil && string(out) == "Az09"
}
