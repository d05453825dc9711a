package parser_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

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
	citations int
	tallies   map[string]*tally
	misses    []fieldMiss
}

func (s *fieldScore) of(field string) *tally {
	if s.tallies == nil {
		s.tallies = map[string]*tally{}
	}
	if s.tallies[field] == nil {
		s.tallies[field] = &tally{}
	}
	return s.tallies[field]
}

func (s *fieldScore) add(o *fieldScore) {
	s.citations += o.citations
	for field, t := range o.tallies {
		s.of(field).add(*t)
	}
}

// table has a line for each field and one over those that tell works apart.
func (s *fieldScore) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d citations\n%-16s %6s %6s %8s %10s %7s %6s\n",
		s.citations, "field", "right", "wrong", "missing", "precision", "recall", "F1")
	for _, field := range append(slices.Clone(fieldNames), microAverage) {
		c := s.of(field)
		fmt.Fprintf(&b, "%-16s %6d %6d %8d %10.1f %7.1f %6.1f\n", field, c.right, c.wrong, c.missing, c.precision(), c.recall(), c.f1())
	}
	return b.String()
}

// groupScores are the scores of groups of articles: everything, those of one
// tradition of citing, those of one format.
type groupScores map[string]*fieldScore

// everything is the group of all articles.
const everything = "all"

func (g groupScores) of(group string) *fieldScore {
	if g[group] == nil {
		g[group] = &fieldScore{}
	}
	return g[group]
}

// table has a line for each group, with F1 of the fields that matter most.
func (g groupScores) table() string {
	var b strings.Builder
	fields := []string{microAverage, "title", "first author", "year", "container-title", "volume", "page", "type"}
	fmt.Fprintf(&b, "%-14s %9s", "F1 by group", "citations")
	for _, field := range fields {
		fmt.Fprintf(&b, " %*s", max(8, len(field)), field)
	}
	for _, group := range slices.Sorted(maps.Keys(g)) {
		fmt.Fprintf(&b, "\n%-14s %9d", group, g[group].citations)
		for _, field := range fields {
			fmt.Fprintf(&b, " %*.1f", max(8, len(field)), g[group].of(field).f1())
		}
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
