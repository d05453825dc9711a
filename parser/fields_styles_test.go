package parser_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ibid/parser"
)

// styleFloors are the least F1 per field, in per cent, over the gold of testdata/styles.
var styleFloors = map[string]float64{
	"title": 98, "first author": 99, "author": 99, "year": 99, "container-title": 98, "volume": 99,
	"issue": 98, "page": 99, "publisher": 97, "publisher-place": 99, "type": 95,
	microAverage: 99,
}

// styleGroupFloors are the least micro-F1 of the groups there.
var styleGroupFloors = map[string]float64{
	"Dutch": 97, "English": 99, "French": 96, "German": 99, "Italian": 99, "Portuguese": 95, "Spanish": 99, "markdown": 99, "text": 99,
}

// TestFieldsOfStyles compares the fields of the citations in testdata/styles
// with their gold: what TestFields does with articles that aren't the project's own.
func TestFieldsOfStyles(t *testing.T) {
	t.Parallel()
	groups := groupScores{}
	golds := readGold(t, "styles")
	for _, name := range slices.Sorted(maps.Keys(golds)) {
		gold := golds[name]
		for _, fault := range gold.faults() {
			t.Errorf("%s: %s", name, fault)
		}
		data, err := os.ReadFile(filepath.Join("testdata", "styles", gold.Article))
		if err != nil {
			t.Fatal(err)
		}
		a, err := parser.Parse(t.Context(), bytes.NewReader(data), parser.Options{Name: gold.Article})
		if err != nil {
			t.Fatal(err)
		}
		groups.measure(t, name, gold, a)
	}
	groups.report(t, styleFloors, styleGroupFloors)
}
