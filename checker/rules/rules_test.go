package rules_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ibid/checker"
	"ibid/checker/rules"
)

// TestDocs holds every rule to its own documentation.
func TestDocs(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	known := map[string]bool{}
	for _, rule := range rules.All() {
		known[rule.ID] = true
	}
	for _, rule := range rules.All() {
		if seen[rule.ID] {
			t.Errorf("%s is listed twice", rule.ID)
		}
		seen[rule.ID] = true
		d := rule.Doc
		if rule.ID == "" || rule.Group == "" || rule.Severity < checker.Info || rule.Run == nil || d.Title == "" || d.Text == "" || d.Bad == "" || d.Good == "" || d.Basis == "" {
			t.Errorf("%s: a field is empty", rule.ID)
		}
		if strings.HasSuffix(d.Title, ".") && !strings.HasSuffix(d.Title, "cit.") || !strings.HasSuffix(d.Text, ".") {
			t.Errorf("%s: Title is a phrase, Text are sentences", rule.ID)
		}
		for _, weaker := range rule.Supersedes {
			if !known[weaker] || weaker == rule.ID {
				t.Errorf("%s supersedes %q, which is no other rule", rule.ID, weaker)
			}
		}
	}
}

// later are the rules that compare two versions of an article: the catalogue,
// which looks at one, does not have them.
func later() map[string][2]string {
	return map[string][2]string{
		"ibid-retargeted":     {"back-reference", "error"},
		"crossref-renumbered": {"back-reference", "error"},
	}
}

// TestCatalogue compares group and severity with the catalogue, where that is at hand.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	text := catalogue(t)
	rows := later()
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z0-9-]+)` \\| ([a-z-]+) \\| ([a-z]+) \\|").FindAllStringSubmatch(text, -1) {
		rows[m[1]] = [2]string{m[2], m[3]}
	}
	for _, rule := range rules.All() {
		if got, want := [2]string{string(rule.Group), rule.Severity.String()}, rows[rule.ID]; got != want {
			t.Errorf("%s: %v, the catalogue has %v", rule.ID, got, want)
		}
	}
}

// catalogue is the catalogue of rules beside the project, found by walking up.
func catalogue(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		if text, err := os.ReadFile(filepath.Join(dir, "shared", "RULES.md")); err == nil {
			return string(text)
		}
	}
	t.Skip("the catalogue of rules is not beside the project")
	return ""
}

// TestRulesOnNothing runs every rule over an empty report.
func TestRulesOnNothing(t *testing.T) {
	t.Parallel()
	for _, rule := range rules.All() {
		for f := range rule.Run(empty()) {
			t.Errorf("%s finds %q in nothing", rule.ID, f.Message)
		}
	}
}
