package rules_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
		if rule.ID == "" || rule.Group == "" || rule.Severity < checker.Info || rule.Run == nil || d.Title == "" || d.Text == "" || d.Do == "" || d.Bad == "" || d.Good == "" || d.Basis == "" {
			t.Errorf("%s: a field is empty", rule.ID)
		}
		if strings.HasSuffix(d.Title, ".") && !strings.HasSuffix(d.Title, "cit.") || !sentences(d.Text) || !sentences(d.Do) || d.Quiet != "" && !sentences(d.Quiet) {
			t.Errorf("%s: Title is a phrase, Text, Do and Quiet are sentences", rule.ID)
		}
		for word := range strings.FieldsSeq(strings.ToLower(d.Text + " " + d.Do + " " + d.Quiet)) {
			if word = strings.Trim(word, ".,:;()“”"); slices.Contains(jargon(), word) {
				t.Errorf("%s: an editor need not know the word %q", rule.ID, word)
			}
		}
		for _, weaker := range rule.Supersedes {
			if !known[weaker] || weaker == rule.ID {
				t.Errorf("%s supersedes %q, which is no other rule", rule.ID, weaker)
			}
		}
	}
}

// jargon are words of programmers that no explanation may have.
func jargon() []string {
	return strings.Fields("regex regexp token tokens parser parsed parse offset offsets byte bytes unicode utf-8 string strings parameter parameters xml html http dns tls fetch node array boolean null syntax config")
}

// sentences says whether a text ends as a sentence does.
func sentences(text string) bool {
	end := strings.TrimRight(text, "”)")
	return strings.HasSuffix(end, ".")
}

// later are the rules that the catalogue does not have: those that compare two
// versions of an article, and what readers say of a damaged source.
func later() map[string][2]string {
	return map[string][2]string{
		"ibid-retargeted":     {"back-reference", "error"},
		"crossref-renumbered": {"back-reference", "error"},
		"document-damaged":    {"structure", "warning"},
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

// unmended are the rules that have no fix although the catalogue names one, and why.
func unmended() map[string]string {
	return map[string]string{
		"missing-access-date": "the day is not known", "missing-element": "registries are not asked yet", "archive-untrusted": "archives are asked for lost links only",
		"source-type-risk": "the version that was read is not known",
		"dead-link":        "see archived_test.go", "soft-404": "see archived_test.go", "content-drift": "see archived_test.go",
	}
}

// TestFixClasses compares the fixes that rules propose for their fixtures with
// those that the catalogue promises: none, safe ones, or suggestions.
func TestFixClasses(t *testing.T) {
	t.Parallel()
	text := catalogue(t)
	promised := map[string]string{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z0-9-]+)` \\| [a-z-]+ \\| [a-z]+ \\| [a-z]+ \\| ([a-z]+) \\|").FindAllStringSubmatch(text, -1) {
		promised[m[1]] = m[2]
	}
	for _, rule := range rules.All() {
		want, known := promised[rule.ID]
		if _, without := unmended()[rule.ID]; !known || without {
			continue
		}
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			classes := map[string]int{}
			for _, file := range fixtures(t, rule.ID, "fires") {
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				source, _ := expectations(string(data))
				g, source := guideOf(t, source)
				links := linksOf(t, file)
				for _, f := range checkWith(t, version{file, source, beforeBeside(t, file), g}, links(t)).Findings {
					for _, fix := range f.Fixes {
						if f.Rule == rule.ID {
							classes[string(fix.Class)]++
						}
					}
				}
			}
			t.Logf("promised %s, has %v", want, classes)
			if want == "none" && len(classes) > 0 || want != "none" && len(classes) == 0 {
				t.Errorf("promised %s, has %v", want, classes)
			}
			if want == "suggest" && classes["safe"] > 0 {
				t.Errorf("promised suggestions only, has %v", classes)
			}
		})
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
