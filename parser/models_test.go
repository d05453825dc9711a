package parser_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser"
)

// TestModels holds the article of the conversions in formats that are left to
// pandoc against its source, by the models that pandoc made; every note has to
// be found again in its own file, from its first word to its last.
func TestModels(t *testing.T) {
	t.Parallel()
	want := shapes(convert(t, filepath.Join(conversions, "article.md")))
	models, err := filepath.Glob("testdata/models/*.json")
	if err != nil || len(models) < 5 {
		t.Fatal(models, err)
	}
	for _, model := range models {
		file := strings.TrimSuffix(model, ".json")
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a, err := parser.Parse(t.Context(), strings.NewReader(string(src)), parser.Options{
				Name: file,
				Convert: func(_ context.Context, _, _ string, read func(io.Reader) error) error {
					f, err := os.Open(model)
					if err != nil {
						return err
					}
					defer f.Close()
					return read(f)
				},
			})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, shapes(a)); diff != "" || len(a.Markers) != len(want) {
				t.Errorf("%d markers (-article.md +%s):\n%s", len(a.Markers), file, diff)
			}
			for _, n := range a.Notes {
				p := a.Text.Position(n.Span)
				cut := letters(string(src[p.Offset:p.End]))
				words := strings.Fields(n.Text.String)
				if !strings.HasPrefix(cut, letters(words[0])) || !strings.HasSuffix(cut, letters(words[len(words)-1][max(0, len(words[len(words)-1])-3):])) {
					t.Errorf("note %s, %q, stands at %q", n.Number, n.Text.String, cut)
				}
			}
		})
	}
}

// letters are the ASCII letters and figures of a text.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
