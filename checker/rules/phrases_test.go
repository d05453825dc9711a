package rules

import (
	"slices"
	"strings"
	"testing"
)

func TestPhrases(t *testing.T) {
	t.Parallel()
	texts := []string{" the lamps of the harbor ", "  ", " lamps ", " the harbor of lamps "}
	p := newPhrases(texts)
	for phrase, want := range map[string]int{"harbor": 2, "lamps of": 2, "lamps": 3, "the  harbor": 2, "harbo": 0, "lamps kelp": 0, "": 0} {
		near := p.near(phrase)
		if len(near) != want {
			t.Errorf("%q: near are %q, want %d", phrase, near, want)
		}
		for _, text := range texts {
			if phrase != "" && strings.Contains(text, " "+phrase+" ") && !slices.Contains(near, text) {
				t.Errorf("%q stands in %q, which is not near", phrase, text)
			}
		}
	}
}
