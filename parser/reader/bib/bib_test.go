package bib_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/parser/reader/bib"
)

func library(tb testing.TB, name, text string) *bib.Library {
	tb.Helper()
	lib := bib.New()
	if err := lib.Add(name, []byte(text)); err != nil {
		tb.Fatal(err)
	}
	return lib
}

func TestBibTeX(t *testing.T) {
	t.Parallel()
	kern := []article.Name{{Family: "Kern", Given: "Ivo"}}
	for _, row := range []struct {
		name, in string
		want     article.Item
	}{
		{
			"a book", `@Book{k, author = {Kern, Ivo}, title = {Das {H}andwerk}, publisher = "Stein", address = {Ulm}, year = 1998, edition = {2}}`,
			article.Item{Type: "book", Author: kern, Title: "Das Handwerk", Publisher: "Stein", PublisherPlace: "Ulm", Issued: date(1998), Edition: "2"},
		},
		{
			"an article", `@article{k, author={Ivo Kern and Dahl, Lena}, title={Salt}, journal={Goods}, volume=3, number=2, pages={3--9}, year={2001}, month=may, doi={https://doi.org/10.5555/a_b}}`,
			article.Item{Type: "article-journal", Author: []article.Name{kern[0], {Family: "Dahl", Given: "Lena"}}, Title: "Salt", ContainerTitle: "Goods", Volume: "3", Issue: "2", Page: "3–9", Issued: date(2001, 5), DOI: "10.5555/a_b"},
		},
		{
			"BibLaTeX", `@online{k, author={{Harbor Office}}, title={Lamps}, subtitle={A List}, url={http://a.example/x\_y?a=1\&b=%20}, date={2016-03-04}, urldate={2019-05-02}}`,
			article.Item{Type: "webpage", Author: []article.Name{{Literal: "Harbor Office"}}, Title: "Lamps: A List", URL: "http://a.example/x_y?a=1&b=%20", Issued: date(2016, 3, 4), Accessed: date(2019, 5, 2)},
		},
		{
			"an address in howpublished", `@misc{k, title={Lamps}, howpublished={\url{http://a.example/x}}}`,
			article.Item{Type: "webpage", Title: "Lamps", URL: "http://a.example/x"},
		},
		{
			"abbreviations", "@string{st = \"Stein\"}\n@string(v = st # { und Sohn})\n@book{k, title={A}, publisher = v # \", Ulm\"}",
			article.Item{Type: "book", Title: "A", Publisher: "Stein und Sohn, Ulm"},
		},
		{
			"crossref", "@inbook{k, title={Salt}, crossref={g}}\n@book{g, title={Goods}, editor={Kern, Ivo}, year=1998}",
			article.Item{Type: "chapter", Title: "Salt", ContainerTitle: "Goods", Editor: kern, Issued: date(1998)},
		},
		{"a crossref to itself", "@inbook{k, title={Salt}, crossref={k}}", article.Item{Type: "chapter", Title: "Salt"}},
		{"comments around it", "Text with an @ sign.\n@comment{@book{k, title={No}}}\n@preamble{\"x\"}\n@book{k, title={Yes}}", article.Item{Type: "book", Title: "Yes"}},
		{"in round brackets", `@book(k, title = {A (b)}, year = 1998)`, article.Item{Type: "book", Title: "A (b)", Issued: date(1998)}},
		{"the one before is not closed", "@book{j, title={A\n@book{k, title={B}}", article.Item{Type: "book", Title: "B"}},
		{"accents", `@book{k, author={M{\"u}ller, Ji{\v r}{\'\i}}, title={\emph{\L{}ódź}}}`, article.Item{Type: "book", Author: []article.Name{{Family: "Müller", Given: "Jiří"}}, Title: "Łódź"}},
		{"arXiv", `@misc{k, title={A}, eprint={2101.00001}, archivePrefix={arXiv}}`, article.Item{Type: "document", Title: "A", Archive: "arXiv", ArchiveLocation: "2101.00001"}},
		{"a thesis", `@phdthesis{k, title={A}, school={Ulm}, year={1998}}`, article.Item{Type: "thesis", Title: "A", Publisher: "Ulm", Genre: "PhD thesis", Issued: date(1998)}},
		{"the key in other letters", `@book{K, title={A}}`, article.Item{Type: "book", Title: "A"}},
	} {
		got, ok := library(t, "a.bib", row.in).Get("k")
		if !ok {
			t.Errorf("%s: no entry", row.name)
			continue
		}
		if diff := cmp.Diff(&row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

func date(parts ...int) *article.Date { return &article.Date{Parts: [][]int{parts}} }

func TestNames(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		in   string
		want []article.Name
	}{
		{"Ivo Kern", []article.Name{{Family: "Kern", Given: "Ivo"}}},
		{"Kern, Ivo", []article.Name{{Family: "Kern", Given: "Ivo"}}},
		{"Jan van der Meer", []article.Name{{Family: "Meer", Given: "Jan", Particle: "van der"}}},
		{"van der Meer, Jan", []article.Name{{Family: "Meer", Given: "Jan", Particle: "van der"}}},
		{"von Last, Jr, First", []article.Name{{Family: "Last", Given: "First", Particle: "von", Suffix: "Jr"}}},
		{"{Town Council and Mayor}", []article.Name{{Literal: "Town Council and Mayor"}}},
		{"Kern, Ivo AND Dahl, Lena and others", []article.Name{{Family: "Kern", Given: "Ivo"}, {Family: "Dahl", Given: "Lena", EtAl: true}}},
		{"Aristotle", []article.Name{{Literal: "Aristotle"}}},
		{"Maria {de la Cruz}", []article.Name{{Family: "de la Cruz", Given: "Maria"}}},
		{"family=Meer, given=Jan, prefix=van", []article.Name{{Family: "Meer", Given: "Jan", Particle: "van"}}},
	} {
		it, _ := library(t, "a.bib", "@book{k, title={A}, author={"+row.in+"}}").Get("k")
		if diff := cmp.Diff(row.want, it.Author); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.in, diff)
		}
	}
}

func TestCSL(t *testing.T) {
	t.Parallel()
	want := &article.Item{Type: "book", Author: []article.Name{{Family: "Kern", Given: "Ivo"}}, Title: "Handwerk", Volume: "3", Issued: date(1998, 5), URL: "http://a.example/"}
	for _, row := range []struct{ name, in string }{
		{"a.json", `[{"id": "k", "type": "book", "title": "<i>Handwerk</i>", "volume": 3, "author": [{"family": "Kern", "given": "Ivo"}], "issued": {"date-parts": [["1998", 5]]}, "URL": "http://a.example/"}]`},
		{"b.json", `{"references": [{"id": "k", "type": "book", "title": "Handwerk", "volume": "3", "author": [{"family": "Kern", "given": "Ivo"}], "issued": {"raw": "1998-05"}, "URL": "http://a.example/"}]}`},
		{"c.yaml", "references:\n- id: k\n  type: book\n  title: Handwerk\n  volume: 3\n  author:\n  - {family: Kern, given: Ivo}\n  issued:\n  - year: 1998\n    month: 5\n  URL: http://a.example/\n"},
	} {
		got, _ := library(t, row.name, row.in).Get("k")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
	for _, row := range []struct{ name, in string }{{"a.json", "{"}, {"a.json", `{"a": 1}`}, {"a.yaml", "a: ["}, {"a.yaml", "a: 1"}} {
		if err := bib.New().Add(row.name, []byte(row.in)); err == nil {
			t.Errorf("%s %q: no error", row.name, row.in)
		}
	}
}

// shown is a citation as text, italics in stars.
func shown(runs []bib.Run) string {
	var b strings.Builder
	for _, r := range runs {
		s := r.Text
		if r.Style.Has(document.Italic) {
			s = "*" + s + "*"
		}
		if r.Href != "" {
			s += "<" + r.Href + ">"
		}
		b.WriteString(s)
	}
	return b.String()
}

func TestCite(t *testing.T) {
	t.Parallel()
	lib := library(t, "a.bib", `
@book{book, author={Kern, Ivo}, title={Handwerk: Ein Abriss}, edition={2}, publisher={Stein}, address={Ulm}, year=1998, url={http://a.example/b}}
@article{art, author={Dahl, Lena and Moss, Ida and Lund, Otto}, title={Salt?}, journal={Goods}, volume=3, number=2, pages={3--9}, date={2001-05}, doi={10.5555/x}}
@incollection{part, author={Dahl, Lena}, title={Brine}, booktitle={Waters}, editor={Moss, Ida}, publisher={Weir}, year=2003, pages={88--101}}
@online{web, author={{Harbor Office}}, title={Lamps}, date={2016-03-04}, url={http://a.example/w}, urldate={2019-05-02}}
@online{bare, title={Nothing: "else"}, url={http://a.example/n}}
@online{plain, title={Plain}, urldate={2019}}
@book{other, author={Kern, Ivo}, title={Handwerk: Zweiter Band}, year=2001}
@book{many, author={A, B and C, D and E, F and G, H}, title={Crowd}}
@collection{ed, editor={Moss, Ida and Lund, Otto}, title={Reeds}, year={2001}}
`)
	c := bib.NewCiter(lib)
	for _, row := range []struct{ key, locator, want string }{
		{"book", "4", "Ivo Kern, *Handwerk: Ein Abriss*<http://a.example/b>, 2nd ed. (Ulm: Stein, 1998), 4"},
		{"book", "7–9", "Kern, *Handwerk*, 7–9"},
		{"other", "", "Ivo Kern, *Handwerk: Zweiter Band* (2001)"},
		{"other", "3", "Kern, *Handwerk: Zweiter Band (2001)*, 3"},
		{"art", "", "Lena Dahl, Ida Moss, and Otto Lund, “Salt?<https://doi.org/10.5555/x>” *Goods* 3, no. 2 (May 2001): 3–9"},
		{"art", "4", "Dahl, Moss, and Lund, “Salt?,” 4"},
		{"part", "90", "Lena Dahl, “Brine,” in *Waters*, ed. Ida Moss (Weir, 2003), 90"},
		{"part", "", "Dahl, “Brine”"},
		{"web", "", "Harbor Office, “Lamps<http://a.example/w>,” 4 March 2016, accessed 2 May 2019"},
		{"bare", "", "*Nothing: \"else\"*<http://a.example/n>"},
		{"plain", "", "“Plain”, accessed 2019"},
		{"many", "", "B A, D C, F E, and H G, *Crowd*"},
		{"many", "3", "A et al., *Crowd*, 3"},
		{"ed", "2", "Ida Moss and Otto Lund, eds., *Reeds* (2001), 2"},
	} {
		runs, stored, ok := c.Cite(row.key, row.locator)
		if got := shown(runs); got != row.want || !ok {
			t.Errorf("%s %s:\n got %s\nwant %s", row.key, row.locator, got, row.want)
		}
		if stored != "" && !json.Valid([]byte(stored)) {
			t.Errorf("%s: %s is no JSON", row.key, stored)
		}
	}
	if _, _, ok := c.Cite("nobody", ""); ok {
		t.Error("an unknown key is cited")
	}
	for _, row := range []struct {
		bracketed bool
		want      string
	}{{false, "Kern (1998, 4)<http://a.example/b>"}, {true, "Kern 1998, 4<http://a.example/b>"}} {
		if runs, _ := c.InText("book", "4", row.bracketed); shown(runs) != row.want {
			t.Errorf("in text: %s, want %s", shown(runs), row.want)
		}
	}
}

func TestAddFile(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"notes/refs.bib": {Data: []byte("@book{k, title={A}}")}}
	for _, row := range []struct {
		names []string
		want  int
	}{{[]string{"notes/refs.bib"}, 1}, {[]string{"refs.bib", "notes/../notes/refs.bib"}, 1}, {[]string{"../refs.bib"}, 0}, {[]string{"/refs.bib"}, 0}} {
		lib := bib.New()
		if err := lib.AddFile(files, row.names...); (err == nil) != (row.want > 0) || lib.Len() != row.want {
			t.Errorf("%v: %d works, %v", row.names, lib.Len(), err)
		}
	}
}

// TestHostile reads what is built to hurt.
func TestHostile(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		strings.Repeat("@book{", 100_000), strings.Repeat("@a{k,t={", 100_000), "@a{k," + strings.Repeat("{", 500_000), "@a{k,t=\"" + strings.Repeat("{", 500_000),
		"@string{a=\"x\"}" + strings.Repeat("@string{a=a#a}", 50_000) + "@a{k,t=" + strings.Repeat("a#", 100_000) + "}",
		"@a{k,author={" + strings.Repeat("A and ", 100_000) + "}}", strings.Repeat("@a{k,crossref={j}}@a{j,crossref={k}}", 1000), strings.Repeat("@string{a=", 100_000),
	} {
		lib := library(t, "a.bib", in)
		lib.Get("k")
	}
}

func FuzzAdd(f *testing.F) {
	for _, s := range []string{
		"@book{k, author={Kern, Ivo and von Last, Jr, First}, title=\"A {b}\" # c, date={2001-05/2002}}", "@string(a={b})@a(k,crossref={k},t=a#a)", "[{\"id\":\"k\",\"issued\":{\"date-parts\":[[1]]},\"author\":[1,{}]}]", "@a{k\n@a{k,}", "@a{k,author={{}{\\\"{",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		lib := bib.New()
		if lib.Add("a.bib", []byte(s)) != nil {
			return
		}
		c := bib.NewCiter(lib)
		for range 2 {
			runs, stored, ok := c.Cite("k", "4")
			if ok && len(runs) == 0 || stored != "" && !json.Valid([]byte(stored)) {
				t.Errorf("%v %q", runs, stored)
			}
		}
		c.InText("k", "", true)
	})
}

func BenchmarkBibTeX(b *testing.B) {
	data := []byte(strings.Repeat("@book{kern, author = {Kern, Ivo and Dahl, Lena}, title = {Das {H}andwerk an der K{\\\"u}ste}, publisher = {Stein}, address = {Ulm}, year = 1998}\n\n", 10_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		lib := bib.New()
		if err := lib.Add("a.bib", data); err != nil {
			b.Fatal(err)
		}
		lib.Get("kern")
	}
}
