package html_test

import (
	"fmt"
	"strings"
	"testing"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/html"
)

// read reads a page that a test wrote.
func read(t *testing.T, src string) *document.Document {
	t.Helper()
	doc, err := html.Read(t.Context(), []byte(src), reader.Hint{Name: "page.html"})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	if problem := verify(doc); problem != "" {
		t.Errorf("%s\nin %.400q", problem, src)
	}
	return doc
}

// kinds are the names of block kinds in tests.
func kind(b *document.Block) string {
	switch b.Kind {
	case document.Heading:
		return fmt.Sprintf("h%d", b.Level)
	case document.ListItem:
		return fmt.Sprintf("li%d", b.Level)
	case document.TableCell:
		return "td"
	case document.Quote:
		return "quote"
	case document.Code:
		return "code"
	case document.NoteBody:
		return "note " + b.Note
	default:
		return "p"
	}
}

// outline is a line for each block: what it is, its label, ids and text.
func outline(doc *document.Document) []string {
	var out []string
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		line := kind(b)
		if b.Region == document.Chrome {
			line += " chrome"
		}
		if b.Label != "" {
			line += " (" + b.Label + ")"
		}
		if len(b.Anchors.IDs()) > 0 {
			line += " #" + strings.Join(b.Anchors.IDs(), " #")
		}
		if b.Embedded {
			line += " embedded"
		}
		out = append(out, line+": "+b.Text().Fold().String)
	}
	return out
}

// styled writes the runs of all blocks: text, then what is special of it.
func styled(doc *document.Document) []string {
	var out []string
	for i := range doc.Blocks {
		for k := range doc.Blocks[i].Runs {
			r := &doc.Blocks[i].Runs[k]
			line := fmt.Sprintf("%q", r.Text.String)
			for _, s := range []struct {
				style document.Style
				name  string
			}{{document.Superscript, "sup"}, {document.Subscript, "sub"}, {document.Italic, "i"}, {document.Bold, "b"}, {document.Monospace, "code"}, {document.Hidden, "hidden"}} {
				if r.Style.Has(s.style) {
					line += " " + s.name
				}
			}
			if !r.Href.Empty() {
				line += " → " + r.Href.String()
			}
			for _, id := range r.Anchors.IDs() {
				line += " #" + id
			}
			if r.NoteRef != "" {
				line += " ref " + r.NoteRef
			}
			if r.Backlink {
				line += " back"
			}
			out = append(out, line)
		}
	}
	return out
}
