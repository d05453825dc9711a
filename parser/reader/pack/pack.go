// Package pack opens the containers that documents come in: a zip file whose
// parts are mostly XML (Word, OpenDocument, EPUB). What a part unpacks to is
// bounded, each part that is read becomes one of a document.Source, and what is
// wrong with a container or a part is said in words for its user.
package pack

import (
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
	// maxRatio is how many bytes one of deflated data unpacks to at the most.
	maxRatio = 1032
)

// Error is a document that can't be read.
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

// Container gives the parts of a document by name. Names of parts are told
// apart without regard to case (ECMA-376 part 2, 6.2.2.3).
type Container struct {
	// Source has the parts that were read.
	Source *document.Source
	// Broken says that the container is cut off, and what that means; "" if it is
	// whole.
	Broken string
	files  map[string]entry
	left   uint64 // bytes that may still be unpacked
	advice string
}

// Names lists the parts of the container that data is, as they are looked up,
// without reading any; nil if it is none.
func Names(data []byte) []string {
	list, _, err := entries(data)
	if err != nil {
		return nil
	}
	names := make([]string, len(list))
	for i, f := range list {
		names[i] = partName(f.name)
	}
	return names
}

// partName is a name as the container looks it up.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Open opens a container. advice says what its user can do about a broken one:
// "open it in Word and save it anew". An error is an *Error.
func Open(data []byte, advice string) (*Container, error) {
	list, cut, err := entries(data)
	if err != nil {
		return nil, &Error{Reason: "the file is cut off or damaged, it is no whole zip container: get it once more" + or(advice)}
	}
	c := &Container{advice: advice, files: make(map[string]entry, len(list)), Source: document.NewSource("", document.Encoding{}), left: MaxTotal}
	if cut {
		last := list[len(list)-1].name
		c.Broken = "the file is cut off: what stood behind its part " + last + " is lost, and perhaps the end of that"
	}
	for _, f := range list {
		name := partName(f.name)
		if _, twice := c.files[name]; twice && !strings.HasSuffix(name, "/") {
			return nil, &Error{Part: f.name, Reason: "the container holds this part twice, so that it is not known which one counts: " + advice}
		}
		c.files[name] = f
	}
	return c, nil
}

// or adds advice that says more than to get the file once more.
func or(advice string) string {
	if advice == Again {
		return ""
	}
	return ", or " + advice
}

// Again is advice for documents that their user can't make anew.
const Again = "get it once more"

// Lacks is the error for a part that must be there; reason says what it is.
func (c *Container) Lacks(part, reason string) *Error {
	if c.Broken != "" {
		return &Error{Reason: c.Broken + "; there is no " + part + " any more, without which nothing can be read: get the file once more" + or(c.advice)}
	}
	return &Error{Reason: reason}
}

// Has says whether there is such a part.
func (c *Container) Has(name string) bool {
	_, ok := c.files[partName(name)]
	return ok
}

// Text unpacks a part and adds it to the source. Of a part that ends before
// its time or doesn't match its checksum what could be unpacked is given, and
// broken says what is wrong; err is a part that is refused.
func (c *Container) Text(name string) (text, broken string, err error) {
	f, ok := c.files[partName(name)]
	if !ok {
		return "", "is missing", nil
	}
	if f.encrypted {
		return "", "", &Error{Part: name, Reason: "it is encrypted: take the password off the document"}
	}
	limit := min(uint64(MaxPart), c.left)
	tooLarge := &Error{Part: name, Reason: fmt.Sprintf("it unpacks to more than %d MiB, or with the other parts to more than %d MiB, the most that ibid reads: split the document", MaxPart>>20, MaxTotal>>20)}
	if f.size > limit {
		return "", "", tooLarge
	}
	r, err := f.open()
	if err != nil {
		return "", "can't be unpacked (" + err.Error() + ")", nil
	}
	defer r.Close() //nolint:errcheck // nothing is written
	var data strings.Builder
	data.Grow(int(min(f.size, f.packed*maxRatio))) //nolint:gosec // both are below limit
	if _, err := io.Copy(&data, io.LimitReader(r, int64(limit)+1)); err != nil {
		broken = "is damaged (" + err.Error() + ")"
	}
	if uint64(data.Len()) > limit { //nolint:gosec // no length is below 0
		return "", "", tooLarge
	}
	c.left -= uint64(data.Len()) //nolint:gosec // no length is below 0
	text, enc, _, err := charset.DecodeString(data.String(), reader.Hint{}, true)
	if err != nil {
		return "", "holds no XML", nil
	}
	if strings.TrimSpace(text) == "" && broken == "" {
		broken = "is empty"
	}
	c.Source.Add(name, text, enc)
	return text, broken, nil
}

// Resolve is the name of the part that a relation of another one leads to. A
// target that leaves the container is no part's name.
func Resolve(from, target string) string {
	if strings.HasPrefix(target, "/") {
		return path.Clean(target)[1:]
	}
	return path.Join(path.Dir(from), target)
}
