package reports_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"ibid/reports"
)

func TestGitHubKeepsToTheLimits(t *testing.T) {
	t.Parallel()
	run := many(100)
	r := run.Reports[0]
	for _, f := range essay().Findings { // lighter ones come first in the article
		f.Note, f.Citation = 0, 0
		r.Findings = append(r.Findings, f)
	}
	for range 40 {
		r.Findings = append(r.Findings, r.Findings...)
		if len(r.Findings) > 200 {
			break
		}
	}
	n := map[string]int{}
	got := draw(t, "github", run, reports.Options{})
	for line := range strings.Lines(got) {
		level, _, _ := strings.Cut(line, " ")
		n[level]++
	}
	if n["::error"] != 10 || n["::warning"] != 10 || n["::notice"] != 10 || len(n) != 3 {
		t.Errorf("annotations by level: %v", n)
	}
	if !strings.Contains(got, "more than can be shown here") {
		t.Error("what was left out is not counted")
	}
}

func TestCSVRunsNoFormula(t *testing.T) {
	t.Parallel()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(draw(t, "csv", fixture(), reports.Options{}), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("a cell opens like a formula: %.40s", cell)
			}
		}
	}
}
