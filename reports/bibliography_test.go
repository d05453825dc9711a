package reports_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"ibid/bibliography"
	"ibid/parser/article"
	"ibid/reports"
)

// cites is an article whose notes cite one work each.
func cites(items ...article.Item) *article.Article {
	a := &article.Article{Source: "works.md"}
	for i := range items {
		a.Notes = append(a.Notes, article.Note{
			Number:    strconv.Itoa(i + 1),
			Citations: []article.Citation{{Kind: article.Full, Text: "A letter in the tin box.", Item: items[i]}},
		})
	}
	return a
}

func on(parts ...int) *article.Date { return &article.Date{Parts: [][]int{parts}} }

func by(given, family string) []article.Name { return []article.Name{{Given: given, Family: family}} }

// works are one of each kind, with every form of name and date.
func works() []article.Item {
	return []article.Item{
		{Type: "book", Author: by("Mara", "Ellingsworth"), Title: "Tide Tables: A NOAA History", Edition: "2nd", Publisher: "Harrow & Sons", PublisherPlace: "London", Issued: on(2004), ISBN: "978-0-306-40615-7", CollectionTitle: "Coasts", CollectionNumber: "4"},
		{Type: "article-journal", Author: append(by("Seva", "Gantry"), article.Name{Given: "Jan", Family: "Berg", Particle: "van den", EtAl: true}), Title: "“Salt” and the 5% Tax", ContainerTitle: "Harbor Review", Volume: "13", Issue: "1", Page: "40–63", Issued: &article.Date{Parts: [][]int{{2015}}, Season: 1}, DOI: "10.5555/hr_13(1)", ISSN: "1234-5679", PMID: "123"},
		{Type: "article-newspaper", Author: []article.Name{{Given: "Tobias", Family: "Renner", Suffix: "Jr."}}, Title: "Marrow Point Goes Dark", ContainerTitle: "Ellery Courier", Issued: on(2016, 3, 14)},
		{Type: "article-magazine", Title: "Wick and Oil", ContainerTitle: "Lamp Post", Issued: on(2012, 5)},
		{Type: "chapter", Author: by("Ivo", "Kern"), Editor: by("Ada", "Oster"), Translator: by("Lena", "Roth"), Title: "Das Handwerk der Salzsieder", ContainerTitle: "Meer und Markt", Page: "12", Publisher: "Stein", Issued: on(1998)},
		{Type: "webpage", Author: []article.Name{{Literal: "Lamp Society of Ulm and Ayr"}}, Title: "A survey of lights on the Ayr coast", ContainerTitle: "Rope and Light", URL: "https://lamp.example/a_b%20{c}?d=1&e=2#f", Accessed: on(2020, 1, 2), Issued: &article.Date{Parts: [][]int{{2018, 5, 30}, {2018, 6, 1}}}},
		{Type: "thesis", Author: by("Noor", "Haddad"), Title: "Fog", Genre: "PhD thesis", Publisher: "University of Ayr", Issued: &article.Date{Literal: "forthcoming"}},
		{Type: "report", Author: []article.Name{{Literal: "Harbour Board"}}, Title: "Dredging", Genre: "Working paper", Number: "7", Publisher: "Board Press", Issued: &article.Date{Literal: "n.d."}},
		{Type: "legal_case", Title: "Oster v. Harbour Board", ContainerTitle: "HCR", Volume: "44", Page: "101", Authority: "High Court", Issued: on(1931)},
		{Type: "manuscript", Title: "Storm log", Archive: "Ellery County Archive", ArchiveLocation: "MS 12", Issued: &article.Date{Parts: [][]int{{1890}}, Circa: true}},
		{Type: "book", Author: []article.Name{{Literal: "山田花子"}}, Title: "灯台の歴史", Issued: on(2003)},
		{Type: "document", Title: `Odd \ {signs} # $ ~ ^ _ "quoted" 'single'`, Issued: on(-44, 3, 15)},
		{Type: "tablet", Author: []article.Name{{Family: "Smith and Wesson", Given: "A, B"}, {Family: "others"}, {}}, Title: hostile, Publisher: "-2+3", URL: "https://x.example/%0A"},
		{Type: "book", Title: "@SUM(1)", Author: []article.Name{{Literal: "=cmd|' /C calc'!A0"}}, ContainerTitle: "Sums and Tables"},
	}
}

func export(tb testing.TB, format string, b *bibliography.Bibliography) string {
	tb.Helper()
	f, ok := reports.Bibliographies().ByName(format)
	if !ok {
		tb.Fatalf("no format %q", format)
	}
	var out bytes.Buffer
	if err := f.Write(&out, b, reports.Options{}); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

// TestBibliographyGolden writes every kind of work, hostile ones too, in every format.
func TestBibliographyGolden(t *testing.T) {
	t.Parallel()
	b := bibliography.Of(cites(works()...))
	if len(b.Entries) != len(works()) {
		t.Fatalf("%d entries of %d works", len(b.Entries), len(works()))
	}
	for _, f := range reports.Bibliographies() {
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			got := export(t, f.Name, b)
			golden(t, "bibliography"+f.Extensions[0], got)
			if strings.ContainsAny(got, "\x1b\u202e") || f.Name == "csl-json" && strings.Contains(got, "<script") {
				t.Error("hostile text gets through")
			}
		})
	}
}

// TestBibliographyEmpty writes lists of nothing.
func TestBibliographyEmpty(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"csl-json": "[]\n", "bibtex": "", "ris": ""} {
		if got := export(t, name, bibliography.Of()); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := export(t, "csv", bibliography.Of()); strings.Count(got, "\n") != 1 {
		t.Errorf("csv: %q, want the heads of the columns", got)
	}
}

// TestBibliographyFormats finds formats by name and by ending.
func TestBibliographyFormats(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ ext, want string }{{".JSON", "csl-json"}, {".bib", "bibtex"}, {".ris", "ris"}, {".csv", "csv"}, {".pdf", ""}, {"", ""}} {
		if f, ok := reports.Bibliographies().ByExtension(tt.ext); f.Name != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: %q, want %q", tt.ext, f.Name, tt.want)
		}
	}
	if _, ok := reports.Bibliographies().ByName("BibTeX"); !ok {
		t.Error("names have no case")
	}
}

// cslSchema is what CSL-JSON allows.
func cslSchema(tb testing.TB) *jsonschema.Schema {
	tb.Helper()
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("testdata", "csl.schema.json"))
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func TestCSLSchema(t *testing.T) {
	t.Parallel()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(export(t, "csl-json", bibliography.Of(cites(works()...)))))
	if err != nil {
		t.Fatal(err)
	}
	if err := cslSchema(t).Validate(v); err != nil {
		t.Error(err)
	}
}

// TestBibTeXTitle keeps the capitals that a style must not lower.
func TestBibTeXTitle(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, title, want string }{
		{"headline", "The Tides between the Islands", "The Tides between the Islands"},
		{"acronym", "A NOAA History of GPS-Buoys", "A {NOAA} History of {GPS-Buoys}"},
		{"a capital alone", "Vitamin C and What I Saw: A Plan B", "Vitamin {C} and What {I} Saw: A Plan {B}"},
		{"a name in a sentence", "The coast of Ayr: Lights at sea", "The coast of {Ayr}: Lights at sea"},
		{"German", "Das Handwerk der Salzsieder", "Das Handwerk der Salzsieder"},
		{"German with a verb", "Über das allmähliche Verfertigen von Salz", "Über das allmähliche {Verfertigen} von {Salz}"},
		{"inner capital", "The iPhone and McTavish", "The {iPhone} and {McTavish}"},
		{"escapes", "R&D_50% #1 $2", `{R\&D\_50}\% \#1 \$2`},
		{"quotation marks", `"Salt" isn't 'salt'`, "“Salt” isn’t ‘salt’"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := export(t, "bibtex", bibliography.Of(cites(article.Item{Type: "book", Title: tt.title})))
			if !strings.Contains(got, "  title = {"+tt.want+"},\n") {
				t.Errorf("want title %s in\n%s", tt.want, got)
			}
		})
	}
}

// TestCitedIn names the notes, of each article where there are several.
func TestCitedIn(t *testing.T) {
	t.Parallel()
	item := article.Item{Type: "book", Author: by("Ivo", "Kern"), Title: "Salt Roads"}
	one, two := cites(item, item), cites(item)
	two.Source, two.Notes[0].Scope = "two.md", "ch. 2"
	for _, tt := range []struct {
		articles []*article.Article
		want     string
	}{
		{[]*article.Article{one}, "N1  - Cited in notes 1, 2\r\n"},
		{[]*article.Article{two}, "N1  - Cited in note 1 (ch. 2)\r\n"},
		{[]*article.Article{one, two}, "N1  - Cited in works.md, notes 1, 2; two.md, note 1 (ch. 2)\r\n"},
	} {
		if got := export(t, "ris", bibliography.Of(tt.articles...)); !strings.Contains(got, tt.want) {
			t.Errorf("want %q in\n%s", tt.want, got)
		}
	}
}

// TestLostLines names the notes whose back-references lead nowhere, ten at most.
func TestLostLines(t *testing.T) {
	t.Parallel()
	a := &article.Article{Source: "lost.md"}
	for i := range 12 {
		a.Notes = append(a.Notes, article.Note{Number: strconv.Itoa(i + 1), Citations: []article.Citation{{Kind: article.Short, Text: "Penhallow, Kelp"}}})
	}
	one := &article.Article{Source: "one.md", Notes: a.Notes[:1]}
	want := []string{
		"lost.md: 12 back-references lead to no work and give no entry (notes 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and others); `ibid check` says why",
		"one.md: 1 back-reference leads to no work and gives no entry (note 1); `ibid check` says why",
	}
	if diff := cmp.Diff(want, reports.LostLines(bibliography.Of(a, cites(), one))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestPandoc has pandoc make a bibliography of what is exported, where pandoc is.
func TestPandoc(t *testing.T) {
	t.Parallel()
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		t.Skip("pandoc is not on PATH: that it reads the export was not checked")
	}
	b := bibliography.Of(cites(works()...))
	for _, format := range []string{"csl-json", "bibtex"} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			f, _ := reports.Bibliographies().ByName(format)
			file := filepath.Join(t.TempDir(), "works"+f.Extensions[0])
			if err := os.WriteFile(file, []byte(export(t, format, b)), 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := exec.CommandContext(t.Context(), pandoc, "--citeproc", "--bibliography", file, "-f", "markdown", "-t", "plain", "--wrap=none")
			cmd.Stdin = strings.NewReader("---\nnocite: \"@*\"\n---\n")
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			got := strings.Split(string(out), "\n")
			for _, want := range []string{
				"Ellingsworth, Mara. 2004. Tide Tables: A NOAA History. 2nd ed. Coasts 4. London: Harrow & Sons.",
				"Gantry, Seva, Jan van den Berg, et al. 2015. “‘Salt’ and the 5% Tax.” Harbor Review 13 (1): 40–63. https://doi.org/10.5555/hr_13(1).",
				"Renner, Tobias, Jr. 2016. “Marrow Point Goes Dark.” Ellery Courier, March 14, 2016.",
				"山田花子. 2003. 灯台の歴史.",
			} {
				if !slices.Contains(got, want) {
					t.Errorf("no line is %q in\n%s", want, out)
				}
			}
		})
	}
}
