package converter_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"ibid/cmd/ibid/internal/converter"
)

// script is a program that says and does what a test wants.
func script(t *testing.T, body string) *converter.Pandoc {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the fake pandoc is a shell script")
	}
	path := filepath.Join(t.TempDir(), "pandoc")
	// A program that another test starts meanwhile would hold the file open for
	// writing, and such a file can't be run ("text file busy").
	syscall.ForkLock.RLock()
	err := os.WriteFile(path, []byte("#!/bin/sh\n"+body+"\n"), 0o700)
	syscall.ForkLock.RUnlock()
	if err != nil {
		t.Fatal(err)
	}
	p := converter.Find(path)
	if p == nil {
		t.Fatal("the script is not found")
	}
	return p
}

// made is what a program makes of a text in reStructuredText.
func made(ctx context.Context, p *converter.Pandoc, text string) (string, error) {
	var model []byte
	err := p.Convert(ctx, "rst", text, func(r io.Reader) (err error) {
		model, err = io.ReadAll(r)
		return err
	})
	return string(model), err
}

// drained reads to the end and keeps nothing.
func drained(r io.Reader) error {
	_, err := io.Copy(io.Discard, r)
	return err
}

func TestFind(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"off", "/no/such/pandoc"} {
		if converter.Find(name) != nil {
			t.Errorf("%s: found", name)
		}
	}
}

func TestConvert(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, script, want, err string }{
		{"what is asked", `echo "$*"; cat`, "--sandbox --standalone --from rst --to json +RTS -M1G -RTS\nSalt", ""},
		{"options of the runtime that are not allowed", `case "$*" in *RTS*) echo "Most RTS options are disabled." >&2; exit 1;; esac; echo ok`, "ok\n", ""},
		{"an old version", `echo "Unknown option --sandbox." >&2; exit 6`, "", "has no sandbox"},
		{"a format it does not know", `echo "Unknown input format rst" >&2; exit 21`, "", "does not know the format"},
		{"too little memory", `echo "pandoc: Heap exhausted;" >&2; exit 251`, "", "more than 1 GB"},
		{"another error", `echo "Error at line 3"; echo "Error at line 3: no" >&2; echo more >&2; exit 64`, "", "it says: Error at line 3: no"},
		{"an error without a word", `exit 3`, "", "it says: exit status 3"},
		{"a flood on standard error", `head -c 200000 /dev/zero | tr '\0' x >&2; echo ok`, "ok\n", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got, err := made(t.Context(), script(t, row.script), "Salt")
			switch {
			case row.err == "" && (err != nil || got != row.want):
				t.Errorf("%q, %v", got, err)
			case row.err != "" && (err == nil || !strings.Contains(err.Error(), row.err)):
				t.Errorf("%v, want %q", err, row.err)
			}
		})
	}
}

// TestUnread says which error counts where the model can't be read: that of a
// program which failed says more.
func TestUnread(t *testing.T) {
	t.Parallel()
	errUnread := errors.New("no model")
	for _, row := range []struct{ name, script, err string }{
		{"a program that did well", "head -c 300000 /dev/zero", "no model"},
		{"one that failed", "head -c 300000 /dev/zero; echo no >&2; exit 1", "it says: no"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			err := script(t, row.script).Convert(t.Context(), "rst", "", func(io.Reader) error { return errUnread })
			if err == nil || !strings.Contains(err.Error(), row.err) {
				t.Errorf("%v, want %q", err, row.err)
			}
		})
	}
}

func TestConvertBounds(t *testing.T) {
	t.Parallel()
	t.Run("too large", func(t *testing.T) {
		t.Parallel()
		if _, err := made(t.Context(), script(t, "cat"), strings.Repeat(" ", 17<<20)); err == nil || !strings.Contains(err.Error(), "larger than 16 MiB") {
			t.Error(err)
		}
	})
	t.Run("an output without end", func(t *testing.T) {
		t.Parallel()
		if err := script(t, "exec cat /dev/zero").Convert(t.Context(), "rst", "", drained); err == nil || !strings.Contains(err.Error(), "256 MiB") {
			t.Error(err)
		}
	})
	t.Run("interrupted", func(t *testing.T) {
		t.Parallel()
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		start := time.Now()
		if _, err := made(ctx, script(t, "exec sleep 60"), ""); err == nil || time.Since(start) > 20*time.Second {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}

// TestPandoc reads an article through the pandoc that is installed.
func TestPandoc(t *testing.T) {
	t.Parallel()
	p := converter.Find("")
	if p == nil {
		t.Skip("pandoc is not installed: what it makes is tested by its models in parser")
	}
	src, err := os.ReadFile("../../../../parser/testdata/models/article.rst")
	if err != nil {
		t.Fatal(err)
	}
	model, err := made(t.Context(), p, string(src))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(model, `"t":"Note"`); n != 40 {
		t.Errorf("%d notes, want 40", n)
	}
	// The sandbox keeps what a source names out of it.
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("Keepers"), 0o600); err != nil {
		t.Fatal(err)
	}
	if model, err := made(t.Context(), p, "Salt\n\n.. include:: "+secret+"\n"); strings.Contains(model, "Keepers") {
		t.Errorf("a source reads files: %v", err)
	}
}
