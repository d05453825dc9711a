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
	"ibid/checker/style"
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
			if under := styles(r); under != "" {
				b.WriteString(", " + under)
			}
			fmt.Fprintf(&b, "\n\n%s\n\n**What to do:** %s\n", r.Doc.Text, r.Doc.Do)
			if r.Doc.Quiet != "" {
				fmt.Fprintf(&b, "\n**Left alone:** %s\n", r.Doc.Quiet)
			}
			if r.Doc.Style != "" {
				fmt.Fprintf(&b, "\nUnder `--style %s`:\n", r.Doc.Style)
			}
			for _, e := range []struct{ head, text string }{{"The earlier version:", r.Doc.Before}, {"Not like this:", r.Doc.Bad}, {"But like this:", r.Doc.Good}} {
				if strings.TrimSpace(e.text) == "" {
					continue
				}
				fmt.Fprintf(&b, "\n%s\n\n", e.head)
				for line := range strings.Lines(strings.Trim(e.text, "\n")) {
					b.WriteString(strings.TrimRight("    "+strings.TrimRight(line, "\n"), " ") + "\n")
				}
			}
			if r.Doc.Basis != "" {
				fmt.Fprintf(&b, "\nBased on: %s\n", r.Doc.Basis)
			}
		}
	}
	return b.String()
}

// TestStylesPage holds docs/styles.md to what the guides say.
func TestStylesPage(t *testing.T) {
	t.Parallel()
	const path = "../../docs/styles.md"
	want := stylesPage()
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
		t.Errorf("docs/styles.md is not what the guides say; run go test ./cmd/ibid -run TestStylesPage -update")
	}
}

// stylesPage tells users what --style changes.
func stylesPage() string {
	var b strings.Builder
	b.WriteString(`# Style guides

    ibid check --style oscola draft.md

Without ` + "`--style`" + `, an article is held to its own habits: what it does in a clear majority of cases is its style, and what departs from that is reported as info. With a guide,
the guide's word counts where it has one; where it is silent, the habits count as before. A rule that a guide turns off can be turned on by name: ` + "`--style oscola --enable repeated-full-citation`" + `.

Only matters of taste follow a style. Dead links, lost sources and Ibid.s that lead nowhere are wrong in all of them.

This page is made from the program's own tables. They hold what ibid checks, not all that a guide says.

| matter | rule |`)
	matters := []struct {
		name, rule string
		of         func(style.Guide) style.Answer
	}{
		{"“Ibid.” may be used", "ibid-discouraged", func(g style.Guide) style.Answer { return g.Ibid }},
		{"“op. cit.” may be used", "op-cit", func(g style.Guide) style.Answer { return g.OpCit }},
		{"a work may be cited in full again", "repeated-full-citation", func(g style.Guide) style.Answer { return g.FullAgain }},
		{"a note may be called again", "marker-reused", func(g style.Guide) style.Answer { return g.CalledAgain }},
		{"markers follow the punctuation", "marker-before-punctuation", func(g style.Guide) style.Answer { return g.MarkerAfter }},
		{"notes end with a full stop", "note-no-final-stop", func(g style.Guide) style.Answer { return g.FinalStop }},
		{"ranges take an en dash", "hyphen-in-range", func(g style.Guide) style.Answer { return g.RangeDash }},
		{"undated pages have a date of access", "missing-access-date", func(g style.Guide) style.Answer { return g.Accessed }},
	}
	guides := style.All()[1:] // auto says nothing
	rule := "\n|---|---|"
	for _, g := range guides {
		b.WriteString(" " + g.Name + " |")
		rule += "---|"
	}
	b.WriteString(rule)
	for _, m := range matters {
		b.WriteString("\n| " + m.name + " | [" + m.rule + "](rules.md#" + m.rule + ") |")
		for _, g := range guides {
			b.WriteString(" " + [...]string{"", "yes", "no"}[m.of(g)] + " |")
		}
	}
	b.WriteString("\n| how “Ibid.” is written | [ibid-style-varies](rules.md#ibid-style-varies) |")
	for _, g := range guides {
		b.WriteString(" " + g.Word + " |")
	}
	b.WriteString("\n")
	for _, g := range style.All() {
		fmt.Fprintf(&b, "\n## %s\n\n%s.\n\n", g.Name, strings.ToUpper(g.Title[:1])+g.Title[1:])
		for _, f := range g.Facts {
			b.WriteString("- " + f.Says)
			if f.Source != "" {
				b.WriteString(" (" + f.Source + ")")
			}
			b.WriteString("\n")
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
