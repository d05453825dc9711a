package markdown_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/markdown"
)

func TestCitations(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{
		"refs.bib": {Data: []byte("@book{kern, author={Kern, Ivo}, title={Handwerk}, year=1998, url={http://a.example/k}}\n@book{dahl_01:a, author={Dahl, Lena}, title={Salt}, year=2001}\n")},
		"own.csl":  {Data: []byte(`<?xml version="1.0"?><style xmlns="x" class="note" version="1.0">`)},
	}
	const kern = "Ivo Kern, Handwerk<http://a.example/k> (1998)"
	for _, row := range []struct {
		name, head, in string
		want           []string
	}{
		{"in a note", "", "A.[^1]\n\n[^1]: See [@kern, p. 4; also @dahl_01:a].", []string{"A.[1]", "1: See " + kern + ", 4; also Lena Dahl, Salt (2001)."}},
		{"a bare key in a note", "", "A.[^1]\n\n[^1]: As @kern [p. 4] says, and *@kern*, 5.", []string{"A.[1]", "1: As " + kern + ", 4 says, and Kern, Handwerk, 5."}},
		{"the first call has it in full", "", "A.[^b] B.[^a]\n\n[^a]: @kern.\n\n[^b]: @kern.", []string{"A.[b] B.[a]", "a: Kern, Handwerk.", "b: " + kern + "."}},
		{"an inline note", "", "A.^[@kern, 4.]", []string{"A.[^[@kern, 4.]]", ": " + kern + ", 4."}},
		{"in the text", "", "@kern [4] and [see @dahl_01:a, pp. 3--4; -@kern, 9].", []string{"Kern (1998, 4)<http://a.example/k> and (see Dahl 2001, pp. 3–4; 1998, 9)."}},
		{"over a line break", "", "A [@kern;\n@dahl_01:a].", []string{"A (Kern 1998<http://a.example/k>; Dahl 2001)."}},
		{"a style that cites in notes", "csl: own.csl\n", "A [@kern, 4]. B @dahl_01:a.[^1]\n\n[^1]: @kern.", []string{"A [[@kern, 4]]. B Dahl (2001).[1]", ": " + kern + ", 4.", "1: Kern, Handwerk."}},
		{"a style that its name tells", "csl: https://styles.example/chicago-fullnote-bibliography\n", "A.[@kern]", []string{"A.[[@kern]]", ": " + kern + "."}},
		{"no citations", "", "Mail a@kern.example, @nobody, [@nobody, 3], `@kern`, [@kern](http://b.example/), \\@kern.", []string{"Mail a@kern.example, @nobody, [@nobody, 3], @kern, Kern (1998)<http://b.example/>, @kern."}},
		{"in curly brackets", "", "A [@{kern}, 4].", []string{"A (Kern 1998, 4<http://a.example/k>)."}},
	} {
		source := "---\nbibliography: refs.bib\n" + row.head + "---\n\n" + row.in + "\n"
		d, err := markdown.Read(t.Context(), []byte(source), reader.Hint{Files: files})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(row.want, shown(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
		for _, s := range d.Stored {
			if cut := d.Source.Cut(s.Span); !strings.Contains(cut, "@") {
				t.Errorf("%s: a work stands at %q", row.name, cut)
			}
		}
	}
}

// TestReferences reads works that stand in the front matter, without any file.
func TestReferences(t *testing.T) {
	t.Parallel()
	source := "---\ntitle: A\nreferences:\n- id: kern\n  type: book\n  title: Handwerk\n  author:\n  - family: Kern\n    given: Ivo\n  issued: 1998\n---\n\nA.[^1]\n\n[^1]: [@kern, 4].\n"
	d, err := markdown.Read(t.Context(), []byte(source), reader.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"A.[1]", "1: Ivo Kern, Handwerk (1998), 4."}, shown(d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// shown are the blocks of a Document as lines.
func shown(d *document.Document) []string {
	var out []string
	for i := range d.Blocks {
		k := &d.Blocks[i]
		s := ""
		if k.Kind == document.NoteBody {
			s = k.Label + ": "
		}
		for _, r := range k.Runs {
			switch text := strings.ReplaceAll(r.Text.String, "\n", " "); {
			case r.NoteRef != "" && strings.HasPrefix(text, "[^"):
				s += "[" + r.NoteRef + "]"
			case r.NoteRef != "":
				s += "[" + text + "]"
			case !r.Href.Empty():
				s += text + "<" + r.Href.String() + ">"
			default:
				s += text
			}
		}
		out = append(out, s)
	}
	return out
}
