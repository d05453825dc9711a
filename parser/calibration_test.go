package parser_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ibid/parser"
	"ibid/parser/article"
)

// answered is a back-reference with an answer: what was said, how sure, and
// whether it is right.
type answered struct {
	where      string
	said, want string
	confidence float64
	ambiguous  bool
	right      bool
}

// TestCalibration compares the confidence of targets with how often they are
// right, over the small articles of testdata and those of the folder shared
// beside the repository. docs/resolution.md has the table that it prints.
func TestCalibration(t *testing.T) {
	t.Parallel()
	all := answersOfCorpus(t)
	for _, file := range append(slices.Clone(resolutionFiles), casesBeside(t)) {
		all = append(all, answersOfCases(t, readCases(t, file))...)
	}
	bands := []struct{ from, to, floor float64 }{{0.95, 1.01, 1}, {0.85, 0.95, 0.85}, {0.7, 0.85, 0.7}, {0.51, 0.7, 0.5}, {0, 0.51, 0.4}}
	var table strings.Builder
	for _, band := range bands {
		n, right, sum := 0, 0, 0.0
		for _, x := range all {
			if x.confidence < band.from || x.confidence >= band.to {
				continue
			}
			n++
			sum += x.confidence
			if x.right {
				right++
			} else {
				t.Logf("%.2f %s: said %s, want %s (ambiguous %v)", x.confidence, x.where, x.said, x.want, x.ambiguous)
			}
		}
		if n == 0 {
			continue
		}
		share := float64(right) / float64(n)
		fmt.Fprintf(&table, "| %.2f to %.2f | %d | %.2f | %.3f |\n", band.from, math.Min(1, band.to-0.01), n, sum/float64(n), share)
		if share < band.floor {
			t.Errorf("of the %d said with %.2f to %.2f only %.3f are right, want %.2f", n, band.from, band.to, share, band.floor)
		}
	}
	t.Logf("%d back-references\n| confidence | how many | its mean | share right |\n|---|---|---|---|\n%s", len(all), table.String())
}

// casesBeside is the file of cases in the folder shared beside the repository,
// which is there where its articles are.
func casesBeside(t *testing.T) string {
	t.Helper()
	for _, f := range corpusBySum(t) {
		return filepath.Join(filepath.Dir(f.path), "..", "..", "resolution-cases.json")
	}
	t.Fatal("the folder of articles is empty")
	return ""
}

// answersOfCases are those of resolution cases.
func answersOfCases(t *testing.T, cases []resolutionCase) []answered {
	t.Helper()
	var all []answered
	for i := range cases {
		c := &cases[i]
		a, err := parser.Parse(t.Context(), strings.NewReader(c.html()), parser.Options{Name: "case.html"})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range c.Expect {
			cited := a.Cited(article.Ref{Note: e.Note - 1, Citation: e.Citation})
			if cited == nil || cited.Target == nil {
				continue
			}
			want := ""
			if e.Target != nil {
				want, _, _ = strings.Cut(*e.Target, "#")
			}
			said := fmt.Sprint(cited.Target.Ref.Note + 1)
			all = append(all, answered{c.Name, said, want, cited.Target.Confidence, cited.Target.Ambiguous, said == want})
		}
	}
	return all
}

// goldNotes are the notes of an article as people read them.
type goldNotes struct {
	File  string `json:"file"`
	Notes []struct {
		Number    string `json:"number"`
		Unsure    bool   `json:"unsure"`
		Citations []struct {
			Kind       string  `json:"kind"`
			ResolvesTo *string `json:"resolves_to"`
			Ambiguous  bool    `json:"ambiguous"`
		} `json:"citations"`
	} `json:"notes"`
}

// answersOfCorpus are those of the articles beside the repository; none where
// there are none.
func answersOfCorpus(t *testing.T) []answered {
	t.Helper()
	var all []answered
	for _, f := range corpusBySum(t) {
		name := strings.TrimSuffix(filepath.Base(f.path), filepath.Ext(f.path))
		data, err := os.ReadFile(filepath.Join(filepath.Dir(f.path), "..", "gold", name+".json"))
		if err != nil || !parser.Known(f.path) {
			continue
		}
		var gold goldNotes
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Fatal(err)
		}
		if gold.File == filepath.Base(f.path) {
			all = append(all, answersOfArticle(f.parse(t), &gold)...)
		}
	}
	return all
}

func answersOfArticle(a *article.Article, gold *goldNotes) []answered {
	var all []answered
	at := 0
	for _, g := range gold.Notes {
		n := slices.IndexFunc(a.Notes[at:], func(n article.Note) bool { return n.Number == g.Number })
		if n < 0 {
			continue
		}
		at += n
		for _, ibid := range []bool{true, false} {
			var want []string
			free := false
			for _, c := range g.Citations {
				if c.Kind != "ibid" && c.Kind != "short" && c.Kind != "crossref" || (c.Kind == "ibid") != ibid {
					continue
				}
				free = free || c.Ambiguous
				if c.ResolvesTo != nil {
					to, _, _ := strings.Cut(*c.ResolvesTo, "#")
					want = append(want, to)
				}
			}
			for i := range a.Notes[at].Citations {
				c := &a.Notes[at].Citations[i]
				if !c.Kind.IsBackReference() || (c.Kind == article.Ibid) != ibid || c.Target == nil || g.Unsure || free {
					continue
				}
				said := a.Notes[c.Target.Ref.Note].Number
				k := slices.Index(want, said)
				all = append(all, answered{gold.File + " note " + g.Number + " " + c.Text, said, strings.Join(want, " or "), c.Target.Confidence, c.Target.Ambiguous, k >= 0})
				if k >= 0 {
					want = slices.Delete(want, k, k+1)
				}
			}
		}
		at++
	}
	return all
}
