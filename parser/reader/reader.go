// Package reader holds what the packages below it, one for each format, have
// in common. Each of them has one function,
//
//	Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error)
//
// that turns the bytes of a file into a Document whose every run knows its
// source range.
package reader

import (
	"context"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ibid/parser/document"
)

// Hint is what is known of a source besides its bytes.
type Hint struct {
	// Name is the file's name or URL, for flavor and messages; may be "".
	Name string
	// ContentType is the MIME type as the server or mail declared it, with
	// its charset parameter; may be "".
	ContentType string
	// URL is the address that the source was fetched from, or "".
	URL string
	// Language is what the source's surroundings say of its language, or "".
	Language string
	// Files are those that the source may name (a list of works, a chapter), or nil.
	Files fs.FS
	// Folder is the source's own folder in Files: "." or "" for their root.
	Folder string
	// Convert is nil where there is no converter.
	Convert Convert
}

// Convert makes pandoc's document model (JSON) of a text in one of pandoc's formats,
// and has it read as it is made: it is many times as long as the text. A model may
// be read twice, from its start; the error, if any, is the converter's or else read's.
type Convert = func(ctx context.Context, format, text string, read func(model io.Reader) error) error

// Beside are the names in Files that a file may have which the source names: in
// the source's folder, or else in the root. Names that lead out of Files are left out.
func (h Hint) Beside(name string) []string {
	name = strings.ReplaceAll(strings.TrimSpace(name), `\`, "/")
	var out []string
	for _, try := range []string{path.Join(h.Folder, name), path.Clean(name)} {
		if fs.ValidPath(try) && try != "." && !slices.Contains(out, try) {
			out = append(out, try)
		}
	}
	return out
}

// mostRoom bounds for how many blocks room is made beforehand, or one for every
// leastBlock bytes of a long text: noise may be all marks.
const mostRoom, leastBlock = 1 << 17, 64

// Room is a list with room for about as many blocks as a text has marks that open
// one. A list that grows with a long article leaves several times its own size to
// be collected.
func Room(text string, marks ...string) []document.Block {
	n := 1
	for _, m := range marks {
		n += strings.Count(text, m)
	}
	return make([]document.Block, 0, min(n, max(mostRoom, len(text)/leastBlock)))
}

// RoomFor is a list of the blocks of a text's first bytes, with room for those of
// the rest, if there are as many of them.
func RoomFor(blocks []document.Block, read, size int) []document.Block {
	if all := int(float64(len(blocks)) / float64(read) * float64(size)); all > cap(blocks) {
		return slices.Grow(blocks, all+all/32-len(blocks))
	}
	return blocks
}
