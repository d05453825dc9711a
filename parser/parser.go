package parser

import (
	"context"
	"fmt"
	"io"
	"io/fs"

	"ibid/parser/article"
	"ibid/parser/backref"
	"ibid/parser/citation"
	"ibid/parser/document"
	"ibid/parser/notes"
	"ibid/parser/reader"
	"ibid/parser/reader/docx"
	"ibid/parser/reader/epub"
	"ibid/parser/reader/html"
	"ibid/parser/reader/jats"
	"ibid/parser/reader/latex"
	"ibid/parser/reader/markdown"
	"ibid/parser/reader/odt"
	"ibid/parser/reader/pandoc"
	"ibid/parser/reader/pdf"
	"ibid/parser/reader/tei"
	"ibid/parser/reader/text"
	"ibid/parser/reader/wikitext"
)

// DefaultMaxSize is the largest source that is read, in bytes.
const DefaultMaxSize = 64 << 20

// Options tell Parse what is known of the source. The zero value is useful.
type Options struct {
	// Name is the path or URL as the user gave it; it becomes
	// Article.Source and helps to know the format.
	Name string
	// ContentType is the MIME type as declared by a server, or "".
	ContentType string
	// URL is where the source was fetched from, or "": relative links are
	// joined to it.
	URL string
	// Previous are the earlier parts of a series, in order, each parsed with
	// those before it: the first Ibid. and the short forms may mean their works.
	Previous []*article.Article
	// Files are those that the source may name, such as a list of works or a
	// chapter; nil if none is to be read. Folder is the source's own folder in
	// them, "" for their root.
	Files  fs.FS
	Folder string
	// Convert makes pandoc's document model of a text in one of the formats that
	// are left to it (see parser/reader/pandoc); nil where there is no converter.
	Convert reader.Convert
	// MaxSize is the largest source in bytes; 0 means DefaultMaxSize. More than
	// 512 MiB are never read: decoded, a text may be three times as long.
	MaxSize int64
}

// Error is a source that could not be read.
type Error struct {
	Name string
	Err  error
}

// Error is the name and what is wrong.
func (e *Error) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap is what is wrong.
func (e *Error) Unwrap() error { return e.Err }

// TooLargeError is a source over the limit.
type TooLargeError struct{ Limit int64 }

// Error says how large a source may be and what to do.
func (e *TooLargeError) Error() string {
	return fmt.Sprintf("the file is larger than %d MiB, the most that ibid reads: split it, or check the chapters one by one", e.Limit>>20)
}

// readers are the formats, by the name that Sniff gives them.
func readers(format string) func(context.Context, []byte, reader.Hint) (*document.Document, error) {
	switch format {
	case "docx":
		return docx.Read
	case "epub":
		return epub.Read
	case "html":
		return html.Read
	case "jats":
		return jats.Read
	case "latex":
		return latex.Read
	case "markdown":
		return markdown.Read
	case "odt":
		return odt.Read
	case "pdf":
		return pdf.Read
	case "tei":
		return tei.Read
	case "wikitext":
		return wikitext.Read
	case "text":
		return text.Read
	default:
		return func(ctx context.Context, data []byte, hint reader.Hint) (*document.Document, error) {
			return pandoc.Read(ctx, format, data, hint)
		}
	}
}

// Parse reads an article from r. The error, if any, is an *Error.
func Parse(ctx context.Context, r io.Reader, o Options) (*article.Article, error) {
	a, err := parse(ctx, r, o)
	if err != nil {
		return nil, &Error{Name: o.Name, Err: err}
	}
	return a, nil
}

func parse(ctx context.Context, r io.Reader, o Options) (*article.Article, error) {
	data, err := readAll(r, o.MaxSize)
	if err != nil {
		return nil, err
	}
	hint := reader.Hint{Name: o.Name, ContentType: o.ContentType, URL: o.URL, Files: o.Files, Folder: o.Folder, Convert: o.Convert}
	format, err := Sniff(data, hint)
	if err != nil {
		return nil, err
	}
	doc, err := readers(format)(ctx, data, hint)
	if err != nil {
		return nil, err
	}
	return understand(ctx, doc, o)
}

// Part is an article that is one of several in a file: a post of an export, an
// entry of a feed.
type Part interface {
	Read(ctx context.Context, hint reader.Hint) (*document.Document, error)
}

// ParsePart makes an article of a part of a file. The article is called o.Name, and
// its positions count in the file. The error, if any, is an *Error.
func ParsePart(ctx context.Context, p Part, file string, o Options) (*article.Article, error) {
	doc, err := p.Read(ctx, reader.Hint{Name: o.Name, URL: o.URL})
	if err != nil {
		return nil, &Error{Name: o.Name, Err: err}
	}
	a, err := understand(ctx, doc, o)
	if err != nil {
		return nil, &Error{Name: o.Name, Err: err}
	}
	a.File = file
	return a, nil
}

// understand finds the notes of a document, and what they cite.
func understand(ctx context.Context, doc *document.Document, o Options) (*article.Article, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	doc.Meta.Authors = people(doc.Meta.Authors)
	a := notes.Find(doc)
	a.Source, a.Previous = o.Name, o.Previous
	citation.Parse(a)
	applyStored(a, doc.Stored)
	applyListed(a, doc)
	backref.Resolve(a)
	return a, ctx.Err()
}

// readAll reads at most limit bytes.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	if limit <= 0 {
		limit = DefaultMaxSize
	}
	limit = min(limit, document.MaxSource/4)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, &TooLargeError{Limit: limit}
	}
	return data, nil
}
