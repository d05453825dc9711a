package reports_test

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"ibid/checker"
	"ibid/parser"
	"ibid/parser/article"
	"ibid/reports"
)

// second is the report of a second part whose first note leans on the first.
func second(t *testing.T) *checker.Run {
	t.Helper()
	read := func(name, source string, previous ...*article.Article) *article.Article {
		a, err := parser.Parse(t.Context(), strings.NewReader(source), parser.Options{Name: name, Previous: previous})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	one := read("one\x1b.md", "A.[^1] B.[^2]\n\n[^1]: Bo Quist, *Marsh* (Wick: Tern, 2003), 3.\n[^2]: Ida Marlowe, *The Heron Ledger* (Wick: Tern, 1998), 7.\n")
	two := read("two.md", "A.[^1]\n\n[^1]: Ibid., 9.\n", one)
	r, err := checker.Check(t.Context(), two, checker.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &checker.Run{Reports: []*checker.Report{r}}
}

// TestPrevious says in every format that lists notes where a target in an
// earlier part stands.
func TestPrevious(t *testing.T) {
	t.Parallel()
	run := second(t)
	for format, want := range map[string]string{
		"json": `"previous": "one\u001b.md"`, "table": "one␛.md, note 2", "html": "one␛.md, note 2 Marlowe 1998",
	} {
		got := draw(t, format, run, reports.Options{Width: 120})
		if !strings.Contains(got, want) {
			t.Errorf("%s does not have %q:\n%s", format, want, got)
		}
		if format == "html" && strings.Contains(got, `href="#a1-fn2"`) {
			t.Error("html links to a note of another file")
		}
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(draw(t, "json", run, reports.Options{})))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema(t).Validate(v); err != nil {
		t.Error(err)
	}
}
