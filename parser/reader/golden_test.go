package reader_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/docx"
	"ibid/parser/reader/epub"
	"ibid/parser/reader/html"
	"ibid/parser/reader/jats"
	"ibid/parser/reader/latex"
	"ibid/parser/reader/markdown"
	"ibid/parser/reader/odt"
	"ibid/parser/reader/pdf"
	"ibid/parser/reader/tei"
	"ibid/parser/reader/text"
	"ibid/parser/reader/wikitext"
)

var update = flag.Bool("update", false, "write the golden Documents anew")

// readerOf is the reader of a fixture by the end of its name.
func readerOf(name string) read {
	for ending, r := range map[string]read{
		".docx": docx.Read, ".odt": odt.Read, ".fodt": odt.Read, ".epub": epub.Read, ".jats.xml": jats.Read, ".tei.xml": tei.Read,
		".tex": latex.Read, ".html": html.Read, ".md": markdown.Read, ".txt": text.Read, ".pdf": pdf.Read, ".wiki": wikitext.Read,
	} {
		if strings.HasSuffix(name, ending) {
			return r
		}
	}
	return nil
}

// TestDocuments holds the Documents of the fixtures, and of one article in
// every format, against what was read before.
func TestDocuments(t *testing.T) {
	t.Parallel()
	var files []string
	for _, pattern := range []string{"testdata/fixtures/*", "../testdata/conversions/*.*"} {
		list, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
	for _, file := range files {
		name := filepath.Base(file)
		read := readerOf(name)
		if read == nil || name == "README.md" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := read(context.Background(), data, reader.Hint{Name: name})
			if err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", "documents", name+".txt")
			got := dump(doc)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// dump is a Document as text: a line for each block and, indented, for each of
// its runs, with the place where it stands.
func dump(d *document.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n%+v\n", d.Format, d.Flavor, d.Meta)
	if d.Truncated != "" {
		fmt.Fprintf(&b, "truncated: %s\n", d.Truncated)
	}
	kinds := [...]string{"paragraph", "heading", "item", "cell", "quote", "code", "note"}
	for i := range d.Blocks {
		k := &d.Blocks[i]
		fmt.Fprintf(&b, "%s", kinds[k.Kind])
		for _, field := range []struct{ name, value string }{{"label", k.Label}, {"note", k.Note}, {"scope", k.Scope}, {"anchors", strings.Join(k.Anchors.IDs(), ",")}} {
			if field.value != "" {
				fmt.Fprintf(&b, " %s=%s", field.name, field.value)
			}
		}
		if k.Level > 0 {
			fmt.Fprintf(&b, " level=%d", k.Level)
		}
		if k.Region == document.Chrome {
			b.WriteString(" chrome")
		}
		b.WriteByte('\n')
		for _, r := range k.Runs {
			at := r.Text.All()
			fmt.Fprintf(&b, "  %d-%d %s%q%s\n", at.Start, at.End, style(r.Style), r.Text.String, links(&r))
		}
	}
	return b.String()
}

// style names how a run is set: "si " is superscript and italic.
func style(s document.Style) string {
	out := ""
	for i, c := range "sxibmh" {
		if s.Has(1 << i) {
			out += string(c)
		}
	}
	if out != "" {
		out += " "
	}
	return out
}

func links(r *document.Run) string {
	out := ""
	if !r.Href.Empty() {
		out += " -> " + r.Href.String()
	}
	if r.NoteRef != "" {
		out += " calls " + r.NoteRef
	}
	if r.Backlink {
		out += " back"
	}
	if len(r.Anchors.IDs()) > 0 {
		out += " id " + strings.Join(r.Anchors.IDs(), ",")
	}
	return out
}
