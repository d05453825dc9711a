package reports_test

import (
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"ibid/bibliography"
	"ibid/parser/article"
)

// seeds are what has a meaning in one of the formats.
func seeds(f *testing.F) {
	f.Helper()
	for _, s := range []string{
		"Tide Tables", "a{b", "}", `\`, `\}`, "x \\and y", "Smith and Wesson", "A, B", "others", "%#_&$~^", `"q" 'r' ` + "`s`",
		"\r\nER  - \r\nTY  - BOOK", "=1+1", "\t@x", "＝2", "\x00\x1b\u202e\u2028", "\xff", "1–2", "-", "",
	} {
		f.Add(s, "book", 2004)
		f.Add(s, "article-journal", -1)
	}
}

// everywhere is a work that has s in each of its fields.
func everywhere(s, kind string, year int) *bibliography.Bibliography {
	name := []article.Name{{Family: s, Given: s, Particle: s, Suffix: s}, {Literal: s, EtAl: true}}
	a := cites(article.Item{
		Type: kind, Author: name, Editor: name, Translator: name, Title: s, ContainerTitle: s, CollectionTitle: s, CollectionNumber: s, Volume: s, Issue: s,
		Number: s, Page: s, Edition: s, Publisher: s, PublisherPlace: s, Authority: s, Genre: s, Archive: s, ArchiveLocation: s, Issued: on(year, 1),
		Accessed: &article.Date{Literal: s}, DOI: s, ISBN: s, ISSN: s, PMID: s, URL: "https://x.example/" + s, Language: s,
	})
	a.Source, a.Notes[0].Number, a.Notes[0].Scope = s, s, s
	return bibliography.Of(a)
}

// FuzzCSLJSON holds CSL-JSON to its schema.
func FuzzCSLJSON(f *testing.F) {
	seeds(f)
	schema := cslSchema(f)
	f.Fuzz(func(t *testing.T, s, _ string, year int) {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(export(t, "csl-json", everywhere(s, "book", year))))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Error(err)
		}
	})
}

// FuzzBibTeX reads each field back: its braces balance, and what has a meaning
// in TeX is escaped but where a field is taken as it stands.
func FuzzBibTeX(f *testing.F) {
	seeds(f)
	field := regexp.MustCompile(`^  ([a-z]+) = \{(.*)\},$`)
	bare := regexp.MustCompile(`(?:^|[^\\])[&%#_$]|[~^]|\\[^&%#_$t]`)
	f.Fuzz(func(t *testing.T, s, kind string, year int) {
		got := export(t, "bibtex", everywhere(s, kind, year))
		lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
		if len(lines) < 3 || !regexp.MustCompile(`^@[a-z]+\{[a-z0-9]+,$`).MatchString(lines[0]) || lines[len(lines)-1] != "}" {
			t.Fatalf("no entry:\n%s", got)
		}
		for _, l := range lines[1 : len(lines)-1] {
			m := field.FindStringSubmatch(l)
			if m == nil {
				t.Fatalf("no field: %q", l)
			}
			depth := 0
			for _, r := range m[2] {
				switch r {
				case '{':
					depth++
				case '}':
					depth--
				}
				if depth < 0 {
					break
				}
			}
			if depth != 0 {
				t.Errorf("braces don't balance: %s", l)
			}
			if m[1] != "url" && m[1] != "doi" && m[1] != "date" && m[1] != "urldate" && bare.MatchString(m[2]) {
				t.Errorf("not escaped: %s", l)
			}
		}
	})
}

// FuzzRIS finds one record, each of its lines with a tag.
func FuzzRIS(f *testing.F) {
	seeds(f)
	tag := regexp.MustCompile(`^[A-Z][A-Z0-9]  - [^\r\n]*$`)
	f.Fuzz(func(t *testing.T, s, kind string, year int) {
		got := export(t, "ris", everywhere(s, kind, year))
		lines := strings.Split(strings.TrimSuffix(got, "\r\n\r\n"), "\r\n")
		for i, l := range lines {
			if !tag.MatchString(l) || strings.HasPrefix(l, "TY") != (i == 0) || strings.HasPrefix(l, "ER") != (i == len(lines)-1) {
				t.Errorf("line %d is %q", i, l)
			}
		}
	})
}

// FuzzBibliographyCSV reads a row back, in which no cell is a formula.
func FuzzBibliographyCSV(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s, kind string, year int) {
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(export(t, "csv", everywhere(s, kind, year)), "\ufeff"))).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for _, cell := range rows[1] {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("cell %q", cell)
			}
		}
	})
}
