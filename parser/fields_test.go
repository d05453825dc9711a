package parser_test

import (
	"maps"
	"slices"
	"testing"

	"ibid/parser/article"
)

// fieldFloors are the least F1 per field, in per cent, over the gold of
// testdata/fields. A change that reads better raises them with what it measures.
var fieldFloors = map[string]float64{
	"title": 95, "first author": 97, "author": 97, "year": 98, "container-title": 95, "volume": 97,
	"issue": 98, "page": 97, "publisher": 81, "publisher-place": 93, "type": 94,
	microAverage: 96,
}

// groupFloors are the least micro-F1 of the groups of articles.
var groupFloors = map[string]float64{
	"English": 97, "German": 95, "Polish": 96, "Portuguese": 78,
	"docx": 98, "html": 97, "jats": 78, "latex": 99, "markdown": 95, "odt": 99, "pdf": 97, "text": 95,
}

// microAverage is the line of the table over the fields that tell works apart.
const microAverage = "micro-F1"

// fieldNames are the fields in the order of the table.
var fieldNames = []string{"title", "first author", "author", "year", "container-title", "volume", "issue", "page", "publisher", "publisher-place", "type"}

// traditions are the manners of citing that gold may name.
var traditions = []string{"English", "German", "French", "Spanish", "Italian", "Dutch", "Portuguese", "Polish"}

// microFields are the fields that microAverage counts.
var microFields = []string{"author", "title", "container-title", "year", "volume", "page"}

// TestFields compares the fields of full citations with those that people read
// in the articles of the folder shared beside the repository. docs/fields.md
// tells how to read what it prints.
func TestFields(t *testing.T) {
	t.Parallel()
	corpus := corpusBySum(t)
	groups := groupScores{}
	golds := readGold(t, "fields")
	for _, name := range slices.Sorted(maps.Keys(golds)) {
		file, ok := corpus[golds[name].SHA256]
		if !ok {
			t.Errorf("%s: no file of the corpus has this sum", name)
			continue
		}
		groups.measure(t, name, golds[name], file.parse(t))
	}
	groups.report(t, fieldFloors, groupFloors)
}

// measure counts one article's citations, in all and in its groups.
func (g groupScores) measure(t *testing.T, name string, gold *goldFile, a *article.Article) {
	t.Helper()
	one := &fieldScore{}
	for i := range gold.Citations {
		place, err := findGold(a, &gold.Citations[i])
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		one.count(&gold.Citations[i], place)
	}
	for _, group := range []string{everything, gold.Tradition, a.Format} {
		g.of(group).add(one)
	}
	if testing.Verbose() {
		t.Logf("%s, %s, %d citations, %s %.1f:%s", name, gold.Style, one.citations, microAverage, one.of(microAverage).f1(), listMisses(one.misses))
	}
}

// report prints the tables, and fails where a figure is below its floor.
func (g groupScores) report(t *testing.T, fields, groups map[string]float64) {
	t.Helper()
	t.Log("\n" + g.of(everything).table() + "\n" + g.table())
	for _, field := range append(slices.Clone(fieldNames), microAverage) {
		if got, floor := g.of(everything).of(field).f1(), fields[field]; got < floor || floor == 0 {
			t.Errorf("F1 of %s is %.1f, want at least %.0f", field, got, floor)
		}
	}
	for _, group := range slices.Sorted(maps.Keys(g)) {
		if got, floor := g[group].of(microAverage).f1(), groups[group]; group != everything && (got < floor || floor == 0) {
			t.Errorf("%s of %s is %.1f, want at least %.0f", microAverage, group, got, floor)
		}
	}
}

// count compares one citation of the gold with the one of ibid's at its place, or nil.
func (s *fieldScore) count(g *goldCitation, found *article.Citation) {
	s.citations++
	got := map[string]string{}
	var authors []article.Name
	text := "(no citation)"
	if found != nil {
		text, authors, got = found.Text, found.Item.Author, itemValues(&found.Item)
	}
	for _, field := range fieldNames {
		if slices.Contains(g.Unscored, field) {
			continue
		}
		var one tally
		var want, have string
		switch field {
		case "author":
			one, want, have = compareNames(g.Author, authors)
		case "first author":
			one, want, have = compareNames(first(g.Author), first(authors))
		default:
			one, want, have = compareValue(g.values(field), got[field])
		}
		s.of(field).add(one)
		if slices.Contains(microFields, field) {
			s.of(microAverage).add(one)
		}
		if field != "first author" && one.wrong+one.missing > 0 {
			s.misses = append(s.misses, fieldMiss{g.Note, text, field, want, have})
		}
	}
}

// TestFieldComparison says which differences are none.
func TestFieldComparison(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name                  string
		want                  oneOf
		got                   string
		right, wrong, missing int
	}{
		{"quotes, dashes, case and the last stop", oneOf{"Salt’s “Price” – a Study"}, "salt's 'price' — a  study.", 1, 0, 0},
		{"an article counts", oneOf{"The Salt"}, "Salt", 0, 1, 1},
		{"another value", oneOf{"12–19"}, "12–20", 0, 1, 1},
		{"none on either side", nil, "", 0, 0, 0},
		{"one where the gold has none", nil, "Salt", 0, 1, 0},
		{"none where the gold has one", oneOf{"Salt"}, "", 0, 0, 1},
		{"the second of two", oneOf{"Salt", "The Salt"}, "The Salt", 1, 0, 0},
		{"one that may be left out, left out", oneOf{"Salt", ""}, "", 0, 0, 0},
		{"one that may be left out, wrong", oneOf{"Salt", ""}, "Brine", 0, 1, 0},
	} {
		got, _, _ := compareValue(row.want, row.got)
		if got != (tally{row.right, row.wrong, row.missing}) {
			t.Errorf("%s: %+v", row.name, got)
		}
	}
	names := func(families ...string) (out []article.Name) {
		for _, f := range families {
			out = append(out, article.Name{Family: f})
		}
		return out
	}
	got, _, _ := compareNames(names("Moor", "Quay", "Tarn"), append(names("quay", "Salt"), article.Name{Family: "Moor", Given: "P."}))
	if got != (tally{2, 1, 1}) {
		t.Errorf("two of three names, and one more: %+v", got)
	}
	got, _, _ = compareNames([]article.Name{{Family: "de Quay"}, {Literal: "Salt Board"}}, []article.Name{{Family: "Quay", Particle: "de"}, {Family: "Board", Given: "Salt"}})
	if got != (tally{1, 1, 1}) {
		t.Errorf("a particle, and an organisation read as a person: %+v", got)
	}
}
