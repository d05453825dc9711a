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
	"title": 92, "first author": 97, "author": 97, "year": 97, "container-title": 90, "volume": 95,
	"issue": 90, "page": 86, "publisher": 97, "publisher-place": 97, "type": 92,
	microAverage: 94,
}

// styleGroupFloors are the least micro-F1 of the groups there.
var styleGroupFloors = map[string]float64{
	"Dutch": 96, "English": 95, "French": 89, "German": 96, "Italian": 84, "Portuguese": 76, "Spanish": 99, "text": 94,
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
