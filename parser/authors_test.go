package parser_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser"
)

// TestAuthors asks of lists of authors whether each is one name.
func TestAuthors(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][]string{
		"Ada Quill":                          {"Ada Quill"},
		"Ada Quill, Bo Ray":                  {"Ada Quill", "Bo Ray"},
		"Ada Quill, Bo Ray, and Cy Dunn":     {"Ada Quill", "Bo Ray", "Cy Dunn"},
		"Ada Quill and Bo Ray":               {"Ada Quill", "Bo Ray"},
		"Ada Quill & Bo Ray":                 {"Ada Quill", "Bo Ray"},
		"Anna Veit und Jan de Vries":         {"Anna Veit", "Jan de Vries"},
		"Ada B. Quill, J. R. Ray":            {"Ada B. Quill", "J. R. Ray"},
		"Ada Quill, PhD, Bo Ray, MD":         {"Ada Quill, PhD", "Bo Ray, MD"},
		"Quill, Ada; Ray, Bo":                {"Quill, Ada", "Ray, Bo"},
		"Quill, Ada and Ray, Bo":             {"Quill, Ada", "Ray, Bo"},
		"Quill, A., Ray, B. C.":              {"Quill, A.", "Ray, B. C."},
		"山田太郎、佐藤花子":                          {"山田太郎", "佐藤花子"},
		"Анна Петрова и Иван Сидоров":        {"Анна Петрова", "Иван Сидоров"},
		"Quill, Ada":                         {"Quill, Ada"},
		"Smith, John Paul":                   {"Smith, John Paul"},
		"van der Berg, Anna":                 {"van der Berg, Anna"},
		"García Márquez, Gabriel José":       {"García Márquez, Gabriel José"},
		"Martin Luther King, Jr.":            {"Martin Luther King, Jr."},
		"José Ortega y Gasset":               {"José Ortega y Gasset"},
		"Food and Drug Administration":       {"Food and Drug Administration"},
		"Johnson and Johnson":                {"Johnson and Johnson"},
		"Ada Quill, University of Harbor":    {"Ada Quill, University of Harbor"},
		"Center for Salt and Water Research": {"Center for Salt and Water Research"},
		"Harbor News, Staff Report 12":       {"Harbor News, Staff Report 12"},
		"Ada Quill, editor at large":         {"Ada Quill, editor at large"},
	} {
		source := "---\ntitle: Salt\nauthor: \"" + in + "\"\n---\n\nSalt.[^1]\n\n[^1]: Ada Quill, *Salt* (Harbor: Press, 2001).\n"
		a, err := parser.Parse(t.Context(), strings.NewReader(source), parser.Options{Name: "a.md"})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, a.Meta.Authors); diff != "" {
			t.Errorf("%s:\n%s", in, diff)
		}
	}
}
