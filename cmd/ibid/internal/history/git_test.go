package history_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"ibid/cmd/ibid/internal/history"
)

func TestValid(t *testing.T) {
	t.Parallel()
	for rev, want := range map[string]bool{
		"HEAD": true, "HEAD~2": true, "main": true, "origin/main": true, "v1.2": true, "main@{yesterday}": true, "deadbeef": true,
		"": false, "-x": false, "--output=x": false, "HEAD:a.md": false, ":/fix": false, "a..b": false, "a\x00b": false, "a\nb": false,
	} {
		if err := history.Valid(rev); (err == nil) != want {
			t.Errorf("Valid(%q) = %v", rev, err)
		}
	}
}

// repository is a folder in which a file was committed and then changed; its
// name is one that no shell would leave alone.
func repository(t *testing.T) (dir, file string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir = t.TempDir()
	file = filepath.Join(dir, "-a $(b) [c]*.md")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("before")
	for _, args := range [][]string{
		{"init", "-q"},
		{"add", "."},
		{"-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "--no-verify", "-m", "first"},
	} {
		cmd := exec.CommandContext(t.Context(), "git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	write("after")
	return dir, file
}

func TestShow(t *testing.T) {
	t.Parallel()
	dir, file := repository(t)
	data, err := history.Show(t.Context(), "HEAD", file, 100)
	if err != nil || string(data) != "before" {
		t.Fatalf("%q, %v", data, err)
	}
	if err := os.Symlink(file, filepath.Join(dir, "link.md")); err == nil {
		if data, err := history.Show(t.Context(), "HEAD", filepath.Join(dir, "link.md"), 100); err != nil || string(data) != "before" {
			t.Errorf("through a link: %q, %v", data, err)
		}
	}
	if _, err := history.Show(t.Context(), "HEAD", file, 3); err == nil {
		t.Error("a version over the limit was read")
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	for _, row := range []struct {
		name, rev, file string
		ctx             context.Context
		want            error
	}{
		{"no such revision", "HEAD~1", file, t.Context(), history.ErrNoRevision},
		{"not tracked", "HEAD", filepath.Join(dir, "new.md"), t.Context(), history.ErrNotTracked},
		{"a folder", "HEAD", filepath.Join(dir, "..", filepath.Base(dir)), t.Context(), history.ErrNoRepository},
		{"no repository", "HEAD", filepath.Join(t.TempDir(), "a.md"), t.Context(), history.ErrNoRepository},
		{"stopped", "HEAD", file, stopped, context.Canceled},
	} {
		if _, err := history.Show(row.ctx, row.rev, row.file, 100); !errors.Is(err, row.want) {
			t.Errorf("%s: %v, want %v", row.name, err, row.want)
		}
	}
}

// TestWithoutGit changes the environment, and so runs alone.
func TestWithoutGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if err := history.Check(t.Context(), ".", "HEAD"); !errors.Is(err, history.ErrNoGit) {
		t.Errorf("Check: %v", err)
	}
	if _, err := history.Show(t.Context(), "HEAD", "a.md", 100); !errors.Is(err, history.ErrNoGit) {
		t.Errorf("Show: %v", err)
	}
}
