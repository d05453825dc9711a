package html_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/html"
)

// verify says what is wrong with a Document's places, or "".
func verify(doc *document.Document) string {
	last := 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Element >= len(doc.Elements) {
			return fmt.Sprintf("block %d stands in element %d of %d", i, b.Element, len(doc.Elements))
		}
		for k := range b.Runs {
			r := &b.Runs[k]
			span := r.Text.All()
			if span.Start < last || span.End < span.Start || !b.Span.Contains(span) {
				return fmt.Sprintf("block %d at %v, run %d %q at %v, after %d", i, b.Span, k, r.Text.String, span, last)
			}
			last = span.End
			if problem := verifyText(doc, r.Text); problem != "" {
				return problem
			}
			if problem := verifyText(doc, r.Href.Text()); problem != "" {
				return problem
			}
		}
	}
	for i := range doc.Elements {
		e := &doc.Elements[i]
		if e.Parent >= i || e.Span.End < e.Span.Start || e.Parent >= 0 && !doc.Elements[e.Parent].Span.Contains(e.Span) {
			return fmt.Sprintf("element %d %s at %v in %d", i, e.Name, e.Span, e.Parent)
		}
	}
	return ""
}

// verifyText says where a text is not what its place in the source holds.
func verifyText(doc *document.Document, text document.Text) string {
	if text.Empty() || doc.Source.Cut(text.All()) == text.String {
		return ""
	}
	for i := 0; i < text.Len(); {
		_, size := utf8.DecodeRuneInString(text.String[i:])
		shown := text.String[i : i+size]
		span := text.Span(i, i+size)
		cut := doc.Source.Cut(span)
		i += size
		switch {
		case cut == shown, strings.Contains(xhtml.UnescapeString(cut), shown):
		case shown == "\n" && (strings.HasPrefix(cut, "<") || strings.Contains(cut, "\r")): // <br>; a line end in a link
		case span.Empty(): // the second rune of an entity
		default:
			return fmt.Sprintf("%q is %q in the source at %v", shown, cut, span)
		}
	}
	return ""
}

// TestCorpus reads real pages where a folder with some is at hand.
func TestCorpus(t *testing.T) {
	t.Parallel()
	dir := corpus(t)
	pages := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(filepath.Ext(path), ".htm") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		pages++
		doc, err := html.Read(t.Context(), data, reader.Hint{Name: path})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return nil
		}
		if problem := verify(doc); problem != "" {
			t.Errorf("%s: %s", path, problem)
		}
		return nil
	})
	if err != nil || pages == 0 {
		t.Fatalf("%d pages read: %v", pages, err)
	}
}

// corpus is the folder ../shared/corpus/files beside the repository.
func corpus(t *testing.T) string {
	t.Helper()
	for dir := ".."; len(dir) < 40; dir = filepath.Join("..", dir) {
		files := filepath.Join(dir, "shared", "corpus", "files")
		if info, err := os.Stat(files); err == nil && info.IsDir() {
			return files
		}
	}
	t.Skip("there is no folder shared/corpus/files beside the repository: its pages are not read")
	return ""
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "<", "<p", "<p>One<br>[1] two", "<a href=&amp;x>y</a>", "<table>a<td>b<table>c</table></tr>d",
		"<b><p>x</b>y</p><i><li></i>z", "<ol reversed start=3><li>a<li value=9>b", "<p>&nGg;&amp&#0;&#x110000;\r\n\x00é",
		"<svg><title>a</title><path/></svg><title/>b", "<?xml?><title/><p/>a", "<main><p>a<sup><a href='#f'>1</a></sup></main><footer><p id=f>1. b</footer>",
		`<script type="application/ld+json">{"headline":"a","author":[{"name":"b"}]}</script>`, "\xff\xfe<\x00p\x00>\x00a\x00",
		`<p>a<a role=doc-noteref href=#n>1</a><ol><li id=n role=doc-endnote>b`, "<a href=\"\r\n/x\">y", "<p>\u00a0<br>\u00a0<br>", "</br></p></a></table>",
		"<pre>" + essay + "</pre>", "<pre>&gt; <i>" + strings.Repeat("It is old. ", 40) + "</i>\r\n&gt;\r<a id=x><br>&gt; _y_<pre>===\f",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := html.Read(context.Background(), data, reader.Hint{})
		if err != nil {
			return
		}
		if problem := verify(doc); problem != "" {
			t.Error(problem)
		}
	})
}
