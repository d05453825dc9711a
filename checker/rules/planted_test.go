package rules_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ibid/checker"
	"ibid/checker/rules"
	"ibid/parser"
)

// The articles in testdata/clean are without a mistake. One mistake at a time is
// planted in them, the way hands and tools make it, at places drawn by chance with
// a seed; the rule that is about it has to find it there. A mistake is a mutation,
// one table of them for each group of rules.
//
//	go test ./checker/rules -run TestPlanted -v -planted 50

var (
	draws = flag.Int("planted", 5, "places at which each mistake is planted, in one clean article after the other")
	seed  = flag.Uint64("planted-seed", 2026, "seed of the places")
	only  = flag.String("planted-in", "", "the clean articles in which mistakes are planted, by the names of their files with commas between; all where empty")
)

// The floors of what is found: of each rule, and of all mistakes together.
const (
	floorOfRule = 0.6
	floorOfAll  = 0.95
)

// mutation is one way of making a mistake.
type mutation struct {
	// name says what hands did; rules are those that may say so, the expected one first.
	name  string
	rules []string
	// plant lists the copies of a clean paper in which the mistake was made, one
	// for each place at which it can be.
	plant func(p paper) []planted
	// in are the formats in which it can be made; all where there is none.
	in []string
}

// planted is a paper with one mistake.
type planted struct {
	paper paper
	// at are the labels of notes at which the mistake may be reported.
	at []string
}

// shapes are the formats in which papers are checked.
func shapes() map[string]func(paper) []byte {
	return map[string]func(paper) []byte{"article.md": paper.markdown, "article.txt": paper.plain, "article.html": paper.html, "article.docx": paper.docx}
}

// findingsIn checks a paper as a user would who has no network and chose no style.
func findingsIn(t *testing.T, name string, data []byte) (*checker.Report, []checker.Finding) {
	t.Helper()
	a, err := parser.Parse(t.Context(), strings.NewReader(string(data)), parser.Options{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	on, err := checker.Select(rules.All(), checker.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := checker.Check(t.Context(), a, checker.Options{Rules: on, Now: func() time.Time { return today }})
	if err != nil {
		t.Fatal(err)
	}
	return r, slices.DeleteFunc(slices.Clone(r.Findings), func(f checker.Finding) bool { return f.Rule == "could-not-check" })
}

// TestCleanArticles checks that there is nothing to say about them, in any format.
func TestCleanArticles(t *testing.T) {
	t.Parallel()
	for file, p := range cleanPapers(t) {
		for name, draw := range shapes() {
			t.Run(file+" as "+name, func(t *testing.T) {
				t.Parallel()
				r, found := findingsIn(t, name, draw(p))
				if n := len(r.Article.Notes); n != len(p.notes) {
					t.Errorf("%d notes, want %d", n, len(p.notes))
				}
				for _, f := range found {
					t.Errorf("line %d: %s [%s] %s", r.Article.Text.Position(f.Span).Line, f.Severity, f.Rule, f.Message)
				}
			})
		}
	}
}

// tally counts mistakes.
type tally struct{ planted, found int }

func (c tally) share() float64 { return float64(c.found) / float64(max(1, c.planted)) }

// TestPlantedMistakes plants each mistake in each clean article.
func TestPlantedMistakes(t *testing.T) {
	t.Parallel()
	papers := cleanPapers(t)
	names := slices.Sorted(maps.Keys(papers))
	formats := slices.Sorted(maps.Keys(shapes()))
	counts, all := map[string]tally{}, tally{}
	for m, mutation := range slices.Concat(structureMistakes(), backrefMistakes(), formMistakes(), linkMistakes()) {
		if leftOut(m) {
			continue
		}
		chance := rand.New(rand.NewPCG(*seed, uint64(m)))
		in := mutation.in
		if in == nil {
			in = formats
		}
		for _, place := range draw(mutation, papers, names, chance) {
			format := in[chance.IntN(len(in))]
			ok, got := foundAt(t, format, shapes()[format](place.paper), mutation.rules, place.at)
			c := counts[mutation.rules[0]]
			c.planted++
			all.planted++
			if ok {
				c.found++
				all.found++
			} else {
				t.Logf("missed: %s: %s in %q as %s, note %v\n\tnow:   %s\n\tfound: %s", mutation.rules[0], mutation.name, place.paper.title, format, place.at, place.paper.show(place.at), got)
			}
			counts[mutation.rules[0]] = c
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(counts)) {
		c := counts[rule]
		t.Logf("%-32s %3d of %3d", rule, c.found, c.planted)
		if few := 4; c.planted >= few && c.share() < floorOfRule {
			t.Errorf("%s: %d of %d mistakes found, fewer than %.0f %%", rule, c.found, c.planted, 100*floorOfRule)
		}
	}
	t.Logf("all: %d of %d, %.1f %%", all.found, all.planted, 100*all.share())
	if !raced && all.share() < floorOfAll {
		t.Errorf("%d of %d mistakes found, fewer than %.0f %%", all.found, all.planted, 100*floorOfAll)
	}
}

// leftOut says whether the mistake of a number is left out under the race detector,
// with which each takes a second: every sixth is planted there, and all without it.
func leftOut(number int) bool { return raced && number%6 > 0 }

// draw picks places for a mistake, from one paper after the other.
func draw(m mutation, papers map[string]paper, names []string, chance *rand.Rand) []planted {
	names = slices.Clone(names)
	chance.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var lists [][]planted
	for _, name := range names {
		places := m.plant(papers[name])
		chance.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
		lists = append(lists, places)
	}
	var drawn []planted
	for more, round := true, 0; more; round++ {
		more = false
		for _, list := range lists {
			if round < len(list) && len(drawn) < *draws {
				drawn = append(drawn, list[round])
				more = true
			}
		}
	}
	return drawn
}

// foundAt checks data and says whether one of the rules speaks at one of the
// notes; got is what was found at all.
func foundAt(t *testing.T, name string, data []byte, ids, at []string) (ok bool, got string) {
	t.Helper()
	r, found := findingsIn(t, name, data)
	var said []string
	for _, f := range found {
		said = append(said, fmt.Sprintf("[%s] %s", f.Rule, f.Message))
		if slices.Contains(ids, f.Rule) && touches(r, f, at) {
			ok = true
		}
	}
	return ok, strings.Join(said, " · ")
}

// touches says whether a finding or one of its places is at one of the notes,
// or at a marker of it.
func touches(r *checker.Report, f checker.Finding, at []string) bool {
	notes := []int{f.Note}
	for _, p := range f.Places {
		notes = append(notes, p.Note)
	}
	for _, n := range notes {
		if n >= 0 && (slices.Contains(at, r.Article.Notes[n].Number) || slices.Contains(at, r.Article.Notes[n].ID)) {
			return true
		}
	}
	for _, m := range r.Article.Markers {
		if slices.Contains(at, m.Label) && m.Span.Part == f.Span.Part && m.Span.Start < f.Span.End && f.Span.Start < m.Span.End {
			return true
		}
	}
	return len(at) == 0
}

func cleanPapers(t *testing.T) map[string]paper {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "clean", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no clean articles: %v", err)
	}
	papers := map[string]paper{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".md")
		if *only != "" && !slices.Contains(strings.Split(*only, ","), name) {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := readPaper(t, string(data))
		p.citations = citationsOf(parse(t, file, string(p.markdown())))
		papers[name] = p
	}
	return papers
}
