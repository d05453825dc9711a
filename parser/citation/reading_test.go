package citation_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser"
)

// TestOtherReadings reads addresses in which lines end at hyphens.
func TestOtherReadings(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, text, want string
		others           []string
	}{
		{"a hyphen at the end of a line", "See https://a.example/tide-\ntables/x, p. 4", "https://a.example/tide-tables/x", []string{"https://a.example/tidetables/x"}},
		{"two of them", "See https://a.example/tide-\ntables/of-\nold.html", "https://a.example/tide-tables/of-old.html", []string{
			"https://a.example/tidetables/of-old.html", "https://a.example/tide-tables/ofold.html", "https://a.example/tidetables/ofold.html",
		}},
		{"a soft one", "See https://a.example/ti\u00addes/x", "https://a.example/tides/x", []string{"https://a.example/ti-des/x"}},
		{"a soft one at the end of a line", "See https://a.example/ti\u00ad\ndes/x", "https://a.example/tides/x", []string{"https://a.example/ti-des/x"}},
		{"without a scheme", "See www.a.example/tide-\ntables/x", "https://www.a.example/tide-tables/x", []string{"https://www.a.example/tidetables/x"}},
		{"no line ends there", "See https://a.example/tide-tables/x", "https://a.example/tide-tables/x", nil},
		{"a line ends at a slash", "See https://a.example/tide-tables/\nx.html", "https://a.example/tide-tables/x.html", nil},
		{"a hyphen behind a number", "See https://a.example/2019-\nmay/x", "https://a.example/2019-may/x", nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			a, err := parser.Parse(t.Context(), strings.NewReader("Salt was taxed.[1]\n\nNotes\n\n[1] "+row.text+"\n"), parser.Options{Name: "salt.txt"})
			if err != nil || len(a.Notes) != 1 || len(a.Notes[0].URLs) != 1 {
				t.Fatalf("%+v, %v: want one note with one address", a, err)
			}
			u := a.Notes[0].URLs[0]
			if diff := cmp.Diff(append([]string{row.want}, row.others...), append([]string{u.Address}, u.Alternatives...)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", row.text, diff)
			}
		})
	}
}
