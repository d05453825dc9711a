package docx

import (
	"bytes"
	"errors"
	"strings"

	"ibid/parser/reader/pack"
)

// advice is what the user of a broken document can do.
const advice = "open it in Word and save it anew"

const contentTypes = "[content_types].xml"

// Is says whether data is a Word document: a zip that holds the list of
// content types and the text of a document. It reads the directory only.
func Is(data []byte) bool {
	types, word := false, false
	for _, name := range pack.Names(data) {
		types = types || name == contentTypes
		word = word || strings.HasPrefix(name, "word/document") && strings.HasSuffix(name, ".xml")
	}
	return types && word
}

// Encrypted says whether data is a document that is locked by a password: an
// OLE2 container with a stream of that name ([MS-OFFCRYPTO] 2.3.4.4).
func Encrypted(data []byte) bool {
	const stream = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) && bytes.Contains(data, []byte(stream))
}

// ErrEncrypted is the error for a document for which Encrypted holds.
var ErrEncrypted = errors.New("this document is locked by a password: open it in Word, take the password off (File, Info, Protect Document) and save it")
