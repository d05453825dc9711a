package inputs_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/cmd/ibid/internal/inputs"
)

// tree writes files below a new folder; a name that ends with / is a folder.
func tree(t *testing.T, files ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, f := range files {
		name, content, _ := strings.Cut(f, "=")
		path := filepath.Join(root, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o750); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func known(name string) bool {
	return strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".txt")
}

func holds(head []byte) bool { return strings.HasPrefix(string(head), "<TEI") }

// expand shows what arguments below root stand for: "name" or "name!" where the
// user did not name it, and the failures behind "?".
func expand(ctx context.Context, root string, args ...string) []string {
	full := make([]string, len(args))
	for i, a := range args {
		full[i] = a
		if a != "-" && !inputs.IsWeb(a) {
			full[i] = filepath.Join(root, filepath.FromSlash(a))
		}
	}
	sources, failures := inputs.Expand(ctx, full, inputs.Options{Known: known, Holds: holds})
	short := func(s string) string { return strings.TrimPrefix(s, filepath.ToSlash(root)+"/") }
	var out []string
	for _, s := range sources {
		name := short(s.Name)
		if s.Found {
			name += "!"
		}
		out = append(out, name)
	}
	for _, f := range failures {
		out = append(out, "? "+short(filepath.ToSlash(f.Source)))
	}
	return out
}

func TestExpand(t *testing.T) {
	t.Parallel()
	root := tree(t, "a.md", "b.txt", "c.png", ".hidden.md", "posts/2.md", "posts/1.md", "posts/old/3.md", "posts/.git/x.md", "posts/~$1.md", "empty/",
		"drafts/.gitignore=*.txt\n/secret/\n", "drafts/a.md", "drafts/b.txt", "drafts/secret/c.md", "drafts/open/secret/d.md",
		"xml/a.xml=<TEI>", "xml/b.XML=<TEI>", "xml/c.xml=<project>", "xml/d.xml", "xml/e.txt.bak=<TEI>")
	for _, row := range []struct {
		name string
		args []string
		want []string
	}{
		{"a file", []string{"a.md"}, []string{"a.md"}},
		{"a file of any name, if the user names it", []string{"c.png"}, []string{"c.png"}},
		{"the same file twice", []string{"a.md", "a.md"}, []string{"a.md"}},
		{"a folder, in the order of names", []string{"posts"}, []string{"posts/1.md!", "posts/2.md!", "posts/old/3.md!"}},
		{"a folder with a .gitignore", []string{"drafts"}, []string{"drafts/a.md!", "drafts/open/secret/d.md!"}},
		{"XML that holds an article", []string{"xml"}, []string{"xml/a.xml!", "xml/b.XML!"}},
		{"any XML that the user names", []string{"xml/c.xml"}, []string{"xml/c.xml"}},
		{"a glob", []string{"*.md"}, []string{"a.md!"}},
		{"a glob over folders", []string{"posts/**/*.md"}, []string{"posts/1.md!", "posts/2.md!", "posts/old/3.md!"}},
		{"a file that a folder holds too", []string{"posts/2.md", "posts"}, []string{"posts/2.md", "posts/1.md!", "posts/old/3.md!"}},
		{"standard input and an address", []string{"-", "https://harbor.example/a"}, []string{"-", "https://harbor.example/a"}},
		{"what is missing does not stop the rest", []string{"no.md", "a.md"}, []string{"a.md", "? no.md"}},
		{"a glob without a match", []string{"*.rst"}, []string{"? *.rst"}},
		{"a folder without articles", []string{"empty"}, []string{"? empty"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(row.want, expand(t.Context(), root, row.args...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestExpandInterrupted asks that a walk ends where it is, without a failure.
func TestExpandInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got := expand(ctx, tree(t, "posts/1.md"), "posts"); len(got) != 0 {
		t.Errorf("%q", got)
	}
}
