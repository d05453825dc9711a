package reports_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"ibid/checker"
	"ibid/checker/rules"
	"ibid/parser"
	"ibid/reports"
)

// secretReport is that of notes with secrets before, in and behind what is cited.
func secretReport(t *testing.T, source string) (*checker.Run, string) {
	t.Helper()
	a, err := parser.Parse(t.Context(), strings.NewReader(source), parser.Options{Name: "a.md"})
	if err != nil {
		t.Fatal(err)
	}
	r, err := checker.Check(t.Context(), a, checker.Options{Rules: rules.All()})
	if err != nil {
		t.Fatal(err)
	}
	return &checker.Run{Reports: []*checker.Report{r}}, source
}

// TestSecretPositions keeps positions those of the source, and pieces of notes
// those of the text that is shown.
func TestSecretPositions(t *testing.T) {
	t.Parallel()
	run, source := secretReport(t, "A.[^1]\n\n[^1]: Bo Quist, *Marsh*, https://wick.example/a?token=hunter2hunter2; Ida Marlowe, *The Heron Ledger* (Wick: Tern, 1998), 7.\n")
	var report struct {
		Articles []struct {
			Notes []struct {
				Citations []struct {
					Text     string
					Position struct{ Offset, End int }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(draw(t, "json", run, reports.Options{})), &report); err != nil {
		t.Fatal(err)
	}
	cs := report.Articles[0].Notes[0].Citations
	if len(cs) != 2 || !strings.Contains(cs[0].Text, "token=***") || !strings.Contains(source[cs[0].Position.Offset:cs[0].Position.End], "token=hunter2hunter2") {
		t.Errorf("citations %+v", cs)
	}
	if got := draw(t, "html", run, reports.Options{}); !strings.Contains(got, `<span class="cite">Ida Marlowe, The Heron Ledger (Wick: Tern, 1998), 7.</span>`) || strings.Contains(got, "hunter2") {
		t.Errorf("the second citation is not shown whole:\n%s", got)
	}
	if run.Reports[0].Links[0].URL != "https://wick.example/a?token=hunter2hunter2" {
		t.Error("drawing changed the run")
	}
}

// TestSecretFixes has fixes write no secret: what they change stays exact.
func TestSecretFixes(t *testing.T) {
	t.Parallel()
	for note, want := range map[string]string{
		"www.wick.example/a?token=hunter2":                             "https://www.wick.example/a?token=hunter2", // adds the scheme alone
		"https://wick.example/a?token=hunter2&utm_source=x":            "https://wick.example/a?token=hunter2",     // takes out what follows the secret
		"https://wick.example/fire;jsessionid=hunter2hunter2?x=1":      "https://wick.example/fire?x=1",            // takes out the secret
		"https://wick.example/a?utm_source=x&token=hunter2&utm_term=y": "https://wick.example/a?token=hunter2",
	} {
		run, source := secretReport(t, "A.[^1]\n\n[^1]: Bo Quist, *Marsh*, "+note+".\n")
		var report struct {
			Articles []struct {
				Findings []struct {
					Rule  string
					Fixes []struct {
						Edits []struct {
							Offset, End int
							Text        string
						}
					}
				}
			}
		}
		out := draw(t, "json", run, reports.Options{})
		if err := json.Unmarshal([]byte(out), &report); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out, "hunter2") {
			t.Errorf("%s: the secret is told: %s", note, out)
		}
		offered := false
		for _, f := range report.Articles[0].Findings {
			for _, fix := range f.Fixes {
				mended := source
				for _, e := range slices.Backward(fix.Edits) {
					mended = mended[:e.Offset] + e.Text + mended[e.End:]
				}
				offered = offered || strings.Contains(mended, want)
				if strings.Contains(mended, "***") {
					t.Errorf("%s: %s writes what was blotted out: %s", note, f.Rule, mended)
				}
			}
		}
		if !offered && strings.Count(note, "utm_") < 2 { // two places around a secret are no fix
			t.Errorf("%s: no fix makes it %s: %+v", note, want, report.Articles[0].Findings)
		}
	}
}
