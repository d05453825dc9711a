package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"ibid/checker"
	"ibid/checker/rules"
)

// TestRulesPage holds docs/rules.md to what the rules say of themselves.
func TestRulesPage(t *testing.T) {
	t.Parallel()
	const path = "../../docs/rules.md"
	want := rulesPage()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("docs/rules.md is not what the rules say; run go test ./cmd/ibid -run TestRulesPage -update")
	}
}

// rulesPage is the rule reference for users.
func rulesPage() string {
	var b strings.Builder
	b.WriteString("# Rules\n\nMade from the rules themselves; `ibid explain RULE` prints the same.\n")
	for _, group := range []checker.Group{checker.Structure, checker.Backref, checker.Form, checker.Links, checker.Source} {
		first := true
		for _, r := range rules.All() {
			if r.Group != group {
				continue
			}
			if first {
				fmt.Fprintf(&b, "\n## Group %s\n", group)
				first = false
			}
			fmt.Fprintf(&b, "\n### %s\n\n**%s** — %s", r.ID, r.Doc.Title, r.Severity)
			if r.Network {
				b.WriteString(", needs the network")
			}
			if r.Compares {
				b.WriteString(", needs an earlier version (`--compare-to`)")
			}
			fmt.Fprintf(&b, "\n\n%s\n", r.Doc.Text)
			for _, e := range []struct{ head, text string }{{"Where it was so:", r.Doc.Before}, {"Not so:", r.Doc.Bad}, {"But so:", r.Doc.Good}} {
				if strings.TrimSpace(e.text) == "" {
					continue
				}
				fmt.Fprintf(&b, "\n%s\n\n", e.head)
				for line := range strings.Lines(strings.Trim(e.text, "\n")) {
					b.WriteString(strings.TrimRight("    "+strings.TrimRight(line, "\n"), " ") + "\n")
				}
			}
			if r.Doc.Basis != "" {
				fmt.Fprintf(&b, "\nRests on: %s\n", r.Doc.Basis)
			}
		}
	}
	return b.String()
}

// TestReportsFitTheSchema validates the JSON report of every article at hand.
func TestReportsFitTheSchema(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	files := articlesBelow(t, "../../testdata")
	if _, err := os.Stat(corpus); err == nil {
		files = append(files, articlesBelow(t, corpus)...)
	}
	for _, extra := range [][]string{nil, {"--reproducible"}} {
		for _, file := range files {
			var out, errs bytes.Buffer
			s := streams{in: strings.NewReader(""), out: &out, err: &errs, getenv: func(string) string { return "" }}
			args := append([]string{"check", "--offline", "--format", "json", file}, extra...)
			if status := execute(t.Context(), s, args); status > exitFindings {
				t.Fatalf("%s: exit status %d: %s", file, status, errs.String())
			}
			report, err := jsonschema.UnmarshalJSON(&out)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(report); err != nil {
				t.Errorf("%s %v: %v", file, extra, err)
			}
		}
	}
}
