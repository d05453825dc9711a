// Package ibid_test holds the tests over the project as a whole: which package
// may import which, and whether the documents still tell the truth.
package ibid_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// layer says what a package of the project may import of the project, by the
// longest prefix that fits.
func layers() map[string][]string {
	parser := []string{"ibid/parser/article", "ibid/parser/document"}
	return map[string][]string{
		"ibid/pattern":                {},
		"ibid/parser/batch":           {},
		"ibid/parser/document":        {},
		"ibid/parser/article":         {"ibid/parser/document"},
		"ibid/parser/reader":          {"ibid/parser/document", "ibid/parser/reader", "ibid/parser/reader/charset", "ibid/parser/reader/lines", "ibid/parser/reader/markup", "ibid/parser/reader/pack", "ibid/parser/reader/flow", "ibid/parser/reader/export", "ibid/parser/reader/wikitext", "ibid/parser/reader/html", "ibid/parser/reader/pdf/object", "ibid/parser/reader/tex", "ibid/parser/reader/bib", "ibid/parser/reader/readertest"},
		"ibid/parser/reader/bib":      {"ibid/parser/article", "ibid/parser/document", "ibid/parser/reader/tex"},
		"ibid/parser/collection":      {"ibid/parser/document", "ibid/parser/reader/export", "ibid/parser/reader", "ibid/parser/reader/charset", "ibid/parser/reader/markup"},
		"ibid/parser/notes":           append([]string{"ibid/parser/batch"}, parser...),
		"ibid/parser/citation":        append([]string{"ibid/parser/batch", "ibid/parser/citation/fields"}, parser...),
		"ibid/parser/citation/fields": {"ibid/parser/article"},
		"ibid/parser/backref":         parser,
		"ibid/parser":                 {"ibid/parser/..."},
		"ibid/checker/link":           {"ibid/checker/link/secret"},
		"ibid/checker/link/secret":    {},
		"ibid/checker/link/cache":     {"ibid/checker/link"},
		"ibid/checker/archive":        {"ibid/checker/archive", "ibid/checker/link"},
		"ibid/checker/versions":       {"ibid/parser/article"},
		"ibid/checker/style":          {},
		"ibid/checker":                append([]string{"ibid/checker/archive", "ibid/checker/link", "ibid/checker/style", "ibid/checker/versions"}, parser...),
		"ibid/checker/rules":          append([]string{"ibid/checker", "ibid/checker/archive", "ibid/checker/link", "ibid/checker/link/secret", "ibid/checker/style", "ibid/checker/versions", "ibid/parser/citation", "ibid/parser/citation/fields"}, parser...),
		"ibid/unfold":                 parser,
		"ibid/bibliography":           parser,
		"ibid/reports":                append([]string{"ibid/bibliography", "ibid/checker", "ibid/checker/archive", "ibid/checker/link", "ibid/checker/link/secret", "ibid/checker/versions", "ibid/unfold"}, parser...),
		"ibid/cmd/ibid":               {"ibid/..."},
		"ibid/cmd/ibid/internal":      {"ibid/checker", "ibid/checker/link"},
	}
}

// TestImports holds the direction of DESIGN: parser knows nothing of checker,
// checker nothing of reports or of its rules, the link engine nothing of notes.
func TestImports(t *testing.T) {
	t.Parallel()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	rules := layers()
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		allowed, ok := allowedFor(rules, p.ImportPath)
		if !ok && p.ImportPath != "ibid" {
			t.Errorf("%s has no layer: add it to layers and to docs/architecture.md", p.ImportPath)
		}
		for _, imp := range p.Imports {
			if imp == "ibid/pattern" {
				continue // for all
			}
			if strings.HasPrefix(imp, "ibid/") && !slices.ContainsFunc(allowed, func(a string) bool { return matches(a, imp) }) {
				t.Errorf("%s imports %s, which is not below it", p.ImportPath, imp)
			}
			if strings.HasPrefix(p.ImportPath, "ibid/parser") && (imp == "net/http" || imp == "os") {
				t.Errorf("%s imports %s: parser reads bytes and nothing else", p.ImportPath, imp)
			}
		}
	}
}

func allowedFor(rules map[string][]string, path string) ([]string, bool) {
	for p := path; p != "."; p = filepath.Dir(p) {
		if allowed, ok := rules[p]; ok {
			return allowed, true
		}
	}
	return nil, false
}

func matches(pattern, path string) bool {
	if prefix, ok := strings.CutSuffix(pattern, "/..."); ok {
		return strings.HasPrefix(path, prefix+"/")
	}
	return pattern == path
}

// TestDocumentPaths checks that every path that a document names in a table or
// in code style is there.
func TestDocumentPaths(t *testing.T) {
	t.Parallel()
	path := regexp.MustCompile("`((?:cmd|parser|checker|reports|docs|testdata|tools|\\.ci)/[A-Za-z0-9_./-]*)`")
	documents, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, doc := range append(documents, "README.md", "CONTRIBUTING.md") {
		text, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range path.FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(filepath.FromSlash(m[1])); err != nil {
				t.Errorf("%s names %s, which is not there", doc, m[1])
			}
		}
	}
}
