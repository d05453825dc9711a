package parser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ibid/parser"
	"ibid/parser/article"
)

// TestMixed reads lists of which only some notes are linked: the others were
// typed into them later.
func TestMixed(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name          string
		label, marker string // of notes that are not linked
		linked        []int
		notes         int
		uncalled      bool // the text does not call those that are not
		want          int
	}{
		{"one more at the end", "[%d] ", "[%d]", []int{1, 2, 3}, 4, false, 4},
		{"one between", "[%d] ", "[%d]", []int{1, 2, 4, 5}, 5, false, 5},
		{"one between that nothing calls", "[%d] ", "", []int{1, 2, 4, 5}, 5, true, 5},
		{"the first alone is linked", "[%d] ", "[%d]", []int{1}, 5, false, 5},
		{"some before and behind", "[%d] ", "[%d]", []int{3, 4}, 6, false, 6},
		{"raised markers", "[%d] ", "<sup>%d</sup>", []int{1, 2}, 4, false, 4},
		{"a list that nothing calls", "[%d] ", "", []int{1, 2, 3}, 6, true, 3},
		{"paragraphs with numbers of another form", "%d. ", "", []int{1, 2, 3}, 6, true, 3},
	} {
		var body, notes strings.Builder
		for i := 1; i <= row.notes; i++ {
			fmt.Fprintf(&body, "Salt came by ford %c of the town", 'A'+i)
			if slices.Contains(row.linked, i) {
				fmt.Fprintf(&body, `<a href="#n%d" id="r%d"><sup>[%d]</sup></a>. `, i, i, i)
				fmt.Fprintf(&notes, `<p><a href="#r%d" id="n%d">[%d]</a> Ivo Kern, <em>Salt %c</em> (Ulm: Stein, 1998), %d.</p>`, i, i, i, 'A'+i, i)
				continue
			}
			if !row.uncalled {
				fmt.Fprintf(&body, row.marker, i)
			}
			body.WriteString(". ")
			fmt.Fprintf(&notes, "<p>"+row.label+"Ivo Kern, <em>Salt %c</em> (Ulm: Stein, 1998), %d.</p>", i, 'A'+i, i)
		}
		page := "<html lang=en><title>Salt</title><h1>Salt</h1><div><p>" + body.String() + "</p></div><div><h2>Notes</h2>" + notes.String() + "</div></html>"
		a, err := parser.Parse(t.Context(), strings.NewReader(page), parser.Options{Name: "a.html"})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Notes) != row.want {
			t.Errorf("%s: %d notes, want %d", row.name, len(a.Notes), row.want)
			continue
		}
		for i := range a.Notes {
			called := slices.ContainsFunc(a.Markers, func(m article.Marker) bool { return m.Note == i })
			if n := &a.Notes[i]; n.Number != fmt.Sprint(i+1) || strings.Contains(n.Text.String, "[") || !called && !row.uncalled {
				t.Errorf("%s: note %d is %s %q, called %v", row.name, i+1, n.Number, n.Text.String, called)
			}
		}
	}
}
