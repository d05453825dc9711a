package latex_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/latex"
)

const works = `@book{kern, author={Kern, Ivo}, title={Handwerk}, publisher={Stein}, address={Ulm}, year=1998, url={http://a.example/k}}
@article{dahl, author={Dahl, Lena}, title={Salt}, journal={Goods}, volume=3, year=2001, pages={3--9}}`

func files() fstest.MapFS {
	return fstest.MapFS{
		"book/refs.bib":    {Data: []byte(works)},
		"book/ch/one.tex":  {Data: []byte("One.\\footnote{In a chapter: \\cite[4]{kern}.}\n")},
		"book/ch/loop.tex": {Data: []byte("Loop.\\input{ch/loop}")},
		"book/setup.tex":   {Data: []byte("\\addbibresource{refs.bib}\n")},
	}
}

func read(tb testing.TB, source string) *document.Document {
	tb.Helper()
	d, err := latex.Read(tb.Context(), []byte(source), reader.Hint{Name: "book/a.tex", Files: files(), Folder: "book"})
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// blocks are the lines of a Document, notes as "label: text".
func blocks(d *document.Document) []string {
	var out []string
	for i := range d.Blocks {
		k := &d.Blocks[i]
		s := ""
		if k.Kind == document.NoteBody {
			s = k.Label + ": "
		}
		for _, r := range k.Runs {
			switch {
			case r.NoteRef != "":
				s += "[" + r.Text.String + "]"
			case !r.Href.Empty():
				s += r.Text.String + "<" + r.Href.String() + ">"
			default:
				s += r.Text.String
			}
		}
		out = append(out, s)
	}
	return out
}

func TestCite(t *testing.T) {
	t.Parallel()
	const kern = "Ivo Kern, Handwerk<http://a.example/k> (Ulm: Stein, 1998)"
	for _, row := range []struct {
		name, style, in string
		want            []string
	}{
		{"a note of its own", "verbose", `A.\footcite[see][12--14]{kern} B.\footcite{kern}`, []string{"A.[1] B.[2]", "1: see " + kern + ", 12–14.", "2: Kern, Handwerk."}},
		{"several works", "verbose", `A.\footcites[1]{kern}[see][2]{dahl}`, []string{"A.[1]", "1: " + kern + ", 1; see Lena Dahl, “Salt,” Goods 3 (2001): 2."}},
		{"several keys", "verbose", `A.\footcite[2]{kern, dahl}`, []string{"A.[1]", "1: " + kern + "; Lena Dahl, “Salt,” Goods 3 (2001): 2."}},
		{"in a note", "verbose", `A.\footnote{See \autocite[4]{kern}, and \textcite{nobody}.}`, []string{"A.[1]", "1: See " + kern + ", 4, and nobody."}},
		{"autocite where the style cites in notes", "verbose", `A\autocite[4]{kern}.`, []string{"A[1].", "1: " + kern + ", 4."}},
		{"autocite where it does not", "authoryear", `A \autocite[4]{kern}.`, []string{"A (Kern 1998, 4<http://a.example/k>)."}},
		{"in the text", "authoryear", `\textcite[4]{kern} and \parencite{dahl}, \citeauthor{dahl}, \cite{nobody}.`, []string{"Kern (1998, 4)<http://a.example/k> and (Dahl 2001), Dahl, nobody."}},
		{"nocite", "verbose", `A.\nocite{kern}\footcite{kern}`, []string{"A.[1]", "1: " + kern + "."}},
	} {
		source := "\\documentclass{article}\n\\usepackage[style=" + row.style + "]{biblatex}\n\\addbibresource{refs.bib}\n\\begin{document}\n" + row.in + "\n\\end{document}\n"
		d := read(t, source)
		if diff := cmp.Diff(row.want, blocks(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
		for _, s := range d.Stored {
			if cut := d.Source.Cut(s.Span); !strings.HasPrefix(cut, `\`) || !strings.HasSuffix(cut, "}") {
				t.Errorf("%s: a work stands at %q", row.name, cut)
			}
		}
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"a chapter", `\addbibresource{refs.bib}\begin{document}A.\footnote{B.}\input{ch/one}C.\footnote{D.}`, []string{"A.[1]One.[2] C.[3]", "1: B.", "2: In a chapter: Ivo Kern, Handwerk<http://a.example/k> (Ulm: Stein, 1998), 4.", "3: D."}},
		{"a list that another file names", `\input{setup}\begin{document}A.\footcite{kern}`, []string{"A.[1]", "1: Ivo Kern, Handwerk<http://a.example/k> (Ulm: Stein, 1998)."}},
		{"the older way", `\bibliography{refs}\begin{document}A.\footcite{dahl}`, []string{"A.[1]", "1: Lena Dahl, “Salt,” Goods 3 (2001): 3–9."}},
		{"in a comment", "% \\bibliography{refs}\n\\begin{document}A.\\footcite{dahl}", []string{"A.[1]", "1: dahl."}},
		{"works in the article itself", "\\begin{filecontents*}{own.bib}\n@book{moss, author={Moss, Ida}, title={Reeds}}\n\\end{filecontents*}\n\\begin{document}A.\\footcite{moss}", []string{"A.[1]", "1: Ida Moss, Reeds."}},
		{"a file that is not there", `\begin{document}A.\input{gone}\include{../secret} B.`, []string{"A. B."}},
		{"a file that reads itself", `\begin{document}\input{ch/loop}`, []string{strings.Repeat("Loop.", 10)}},
	} {
		d := read(t, row.in)
		if diff := cmp.Diff(row.want, blocks(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestPart finds what stands in another file there.
func TestPart(t *testing.T) {
	t.Parallel()
	d := read(t, `\begin{document}A.\input{ch/one}`)
	note := d.Blocks[len(d.Blocks)-1].Runs[0].Text.Slice(0, len("In a chapter"))
	p := d.Source.Position(note.All())
	if p.Part != "book/ch/one.tex" || p.Line != 1 || d.Source.Cut(note.All()) != "In a chapter" || d.Source.Container() {
		t.Errorf("%+v, %q, a container: %v", p, d.Source.Cut(note.All()), d.Source.Container())
	}
}
