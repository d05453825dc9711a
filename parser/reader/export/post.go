package export

import (
	"context"
	"time"

	"ibid/parser/document"
	"ibid/parser/reader"
)

// Post is something that an export holds.
type Post interface {
	Info() Info
	// Read makes a Document of it. Positions count in the export. An error means
	// that ctx ended.
	Read(ctx context.Context, hint reader.Hint) (*document.Document, error)
}

// Info is what is known of a post before it is read.
type Info struct {
	// Name tells it from the others of its export, but for drafts.
	Name string
	// Changed is when it was last changed or published; zero if that is not said.
	Changed time.Time
	// Article says that it is something to read: no picture, menu or template,
	// not in the trash, and not empty.
	Article bool
}
