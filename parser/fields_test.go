package parser_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"ibid/parser/article"
)

// fieldFloors are the least F1 per field, in per cent, over the gold of
// testdata/fields. A change that reads better raises them with what it measures.
var fieldFloors = map[string]float64{
	"title": 85, "first author": 89, "author": 90, "year": 95, "container-title": 81, "volume": 86,
	"issue": 84, "page": 81, "publisher": 70, "publisher-place": 86, "type": 82,
	microAverage: 87,
}

// microAverage is the line of the table over the fields that tell works apart.
const microAverage = "micro-F1"

// fieldNames are the fields in the order of the table.
var fieldNames = []string{"title", "first author", "author", "year", "container-title", "volume", "issue", "page", "publisher", "publisher-place", "type"}

// microFields are the fields that microAverage counts.
var microFields = []string{"author", "title", "container-title", "year", "volume", "page"}

// tally counts the values of one field: right ones, ones that the gold doesn't
// have, and ones that the gold has and ibid hasn't. A wrong value is both of the last.
type tally struct{ right, wrong, missing int }

func (t *tally) add(o tally) {
	t.right += o.right
	t.wrong += o.wrong
	t.missing += o.missing
}

// share is n of all in per cent; of nothing, all is right.
func share(n, all int) float64 {
	if all == 0 {
		return 100
	}
	return 100 * float64(n) / float64(all)
}

func (t *tally) precision() float64 { return share(t.right, t.right+t.wrong) }
func (t *tally) recall() float64    { return share(t.right, t.right+t.missing) }
func (t *tally) f1() float64        { return share(2*t.right, 2*t.right+t.wrong+t.missing) }

// fieldMiss is a field that was read otherwise than the gold has it.
type fieldMiss struct{ note, text, field, want, got string }

// fieldScore is what was counted, by the name of the field.
type fieldScore struct {
	tallies map[string]*tally
	misses  []fieldMiss
}

// TestFields compares the fields of full citations with those that people read
// in the articles of the folder shared beside the repository. docs/fields.md
// tells how to read what it prints.
func TestFields(t *testing.T) {
	t.Parallel()
	corpus := corpusBySum(t)
	golds := readGold(t)
	total := fieldScore{tallies: map[string]*tally{}}
	for _, name := range slices.Sorted(maps.Keys(golds)) {
		gold := golds[name]
		file, ok := corpus[gold.SHA256]
		if !ok {
			t.Errorf("%s: no file of the corpus has this sum", name)
			continue
		}
		a := file.parse(t)
		before := len(total.misses)
		for i := range gold.Citations {
			total.count(a, &gold.Citations[i])
		}
		if testing.Verbose() {
			t.Logf("%s, %s, %d citations:%s", name, gold.Style, len(gold.Citations), listMisses(total.misses[before:]))
		}
	}
	t.Log(total.table(golds))
	for _, field := range append(slices.Clone(fieldNames), microAverage) {
		if got, floor := total.of(field).f1(), fieldFloors[field]; got < floor || floor == 0 {
			t.Errorf("F1 of %s is %.1f, want at least %.0f", field, got, floor)
		}
	}
}

// count compares one citation of the gold with the one of the article that shares most of its range.
func (s *fieldScore) count(a *article.Article, g *goldCitation) {
	found := overlapping(a, g.Offset, g.End)
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

func (s *fieldScore) of(field string) *tally {
	if s.tallies[field] == nil {
		s.tallies[field] = &tally{}
	}
	return s.tallies[field]
}

// table has a line for each field and one over those that tell works apart.
func (s *fieldScore) table(golds map[string]*goldFile) string {
	var b strings.Builder
	citations := 0
	for _, gold := range golds {
		citations += len(gold.Citations)
	}
	fmt.Fprintf(&b, "%d citations of %d articles\n%-16s %6s %6s %8s %10s %7s %6s\n",
		citations, len(golds), "field", "right", "wrong", "missing", "precision", "recall", "F1")
	for _, field := range append(slices.Clone(fieldNames), microAverage) {
		c := s.of(field)
		fmt.Fprintf(&b, "%-16s %6d %6d %8d %10.1f %7.1f %6.1f\n", field, c.right, c.wrong, c.missing, c.precision(), c.recall(), c.f1())
	}
	return b.String()
}

// listMisses has a block of lines for each citation: its text, and each field with both readings.
func listMisses(misses []fieldMiss) string {
	var b strings.Builder
	last := ""
	for _, m := range misses {
		if head := m.note + " " + m.text; head != last {
			fmt.Fprintf(&b, "\nnote %s", head)
			last = head
		}
		fmt.Fprintf(&b, "\n    %s: want %s, got %s", m.field, cmp.Or(m.want, "nothing"), cmp.Or(m.got, "nothing"))
	}
	return b.String()
}

// overlapping is the citation that shares most bytes with a range of the
// stored file, or nil.
func overlapping(a *article.Article, start, end int) *article.Citation {
	var best *article.Citation
	most := 0
	for _, c := range a.Citations() {
		p := a.Text.Position(c.Span)
		if n := min(p.End, end) - max(p.Offset, start); n > most {
			best, most = c, n
		}
	}
	return best
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
