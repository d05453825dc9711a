package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/charset"
)

const (
	// MaxPart is the most that one part may unpack to, in bytes.
	MaxPart = 64 << 20
	// MaxTotal is the most that all parts that are read may unpack to, in bytes.
	MaxTotal = 128 << 20
)

// Error is a Word document that can't be read.
type Error struct {
	// Part is the file in the container that is at fault, "" for the container.
	Part string
	// Reason is a sentence for the user, with what to do.
	Reason string
}

// Error is the part and the reason.
func (e *Error) Error() string {
	if e.Part == "" {
		return e.Reason
	}
	return e.Part + ": " + e.Reason
}

const contentTypes = "[content_types].xml"

// Is says whether data is a Word document: a zip that holds the list of
// content types and the text of a document. It reads the directory only.
func Is(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	types, word := false, false
	for _, f := range z.File {
		name := partName(f.Name)
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

// container gives the parts of a document by name. Names of parts are told
// apart without regard to case (ECMA-376 part 2, 6.2.2.3).
type container struct {
	files  map[string]*zip.File
	source *document.Source
	left   uint64 // bytes that may still be unpacked
}

// partName is a name as the container looks it up.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func openContainer(data []byte) (*container, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Error{Reason: "the file is cut off or damaged, it is no whole zip container: get it once more, or open it in Word and save it anew"}
	}
	c := &container{files: make(map[string]*zip.File, len(z.File)), source: document.NewSource("", document.Encoding{}), left: MaxTotal}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, twice := c.files[name]; twice && !strings.HasSuffix(name, "/") {
			return nil, &Error{Part: f.Name, Reason: "the container holds this part twice, so that it is not known which one counts: open the file in Word and save it anew"}
		}
		c.files[name] = f
	}
	return c, nil
}

// has says whether there is such a part.
func (c *container) has(name string) bool { return c.files[partName(name)] != nil }

// text unpacks a part and adds it to the source. Of a part that ends before
// its time or doesn't match its checksum what could be unpacked is given, and
// broken says what is wrong; err is a part that is refused.
func (c *container) text(name string) (text, broken string, err error) {
	f := c.files[partName(name)]
	if f == nil {
		return "", "is missing", nil
	}
	if f.Flags&1 != 0 {
		return "", "", &Error{Part: name, Reason: "it is encrypted: open the file in Word, take the password off and save it"}
	}
	limit := min(uint64(MaxPart), c.left)
	tooLarge := &Error{Part: name, Reason: fmt.Sprintf("it unpacks to more than %d MiB, or with the other parts to more than %d MiB, the most that ibid reads: split the document", MaxPart>>20, MaxTotal>>20)}
	if f.UncompressedSize64 > limit {
		return "", "", tooLarge
	}
	r, err := f.Open()
	if err != nil {
		return "", "can't be unpacked (" + err.Error() + ")", nil
	}
	defer r.Close() //nolint:errcheck // nothing is written
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		broken = "is damaged (" + err.Error() + ")"
	}
	if uint64(len(data)) > limit {
		return "", "", tooLarge
	}
	c.left -= uint64(len(data))
	text, enc, _, err := charset.Decode(data, reader.Hint{}, false)
	if err != nil {
		return "", "holds no XML", nil
	}
	c.source.Add(name, text, enc)
	return text, broken, nil
}

// resolve is the name of the part that a relation of another one leads to. A
// target that leaves the container is no part's name.
func resolve(from, target string) string {
	if strings.HasPrefix(target, "/") {
		return path.Clean(target)[1:]
	}
	return path.Join(path.Dir(from), target)
}
