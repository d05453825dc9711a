package citation_test

import (
	_ "embed"
	"slices"
	"strings"
	"testing"

	"ibid/parser/article"
	"ibid/parser/citation"
)

//go:embed testdata/pointers.tsv
var pointers string

// TestPointers has turns in which notes point at another note, and cite no work.
func TestPointers(t *testing.T) {
	t.Parallel()
	for row := range strings.Lines(pointers) {
		language, note, ok := strings.Cut(strings.TrimRight(row, "\n"), "\t")
		if !ok {
			continue // a comment
		}
		a := marked(language, note)
		citation.Parse(a)
		if list := a.Notes[0].Citations; len(list) != 1 || list[0].Kind != article.Crossref || !slices.Equal(list[0].Back.Notes, []string{"2"}) {
			t.Errorf("%s: %q", note, told(a.Notes[0]))
		}
	}
}
