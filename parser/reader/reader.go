// Package reader holds what the packages below it, one for each format, have
// in common. Each of them has one function,
//
//	Read(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error)
//
// that turns the bytes of a file into a Document whose every run knows its
// source range.
package reader

// Hint is what is known of a source besides its bytes.
type Hint struct {
	// Name is the file's name or URL, for flavor and messages; may be "".
	Name string
	// ContentType is the MIME type as the server or mail declared it, with
	// its charset parameter; may be "".
	ContentType string
	// URL is the address that the source was fetched from, or "".
	URL string
}
