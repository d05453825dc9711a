package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"ibid/checker/link/secret"
)

// The exit statuses, as documented in docs/exit-codes.md.
const (
	exitOK          = 0
	exitFindings    = 1   // findings at or above --fail-on
	exitUsage       = 2   // wrong usage
	exitUnread      = 3   // some source could not be read
	exitInterrupted = 130 // Ctrl-C
)

// streams are the outside world of a command.
type streams struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	// cacheDir names the folder of the user's caches; nil means that none is used.
	cacheDir func() (string, error)
	// configDir names the folder of the user's settings; nil means that there are none.
	configDir func() (string, error)
	// outTTY and errTTY say whether the stream is a terminal.
	outTTY, errTTY bool
	// width is the terminal's width in columns, or 0.
	width int
}

func systemStreams() streams {
	s := streams{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv, cacheDir: os.UserCacheDir, configDir: os.UserConfigDir}
	s.outTTY = term.IsTerminal(int(os.Stdout.Fd()))
	s.errTTY = term.IsTerminal(int(os.Stderr.Fd()))
	if s.outTTY {
		s.width, _, _ = term.GetSize(int(os.Stdout.Fd()))
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n >= 40 {
		s.width = n
	}
	return s
}

// color says whether reports on standard output may use colour.
func (s streams) color(off bool) bool {
	return s.outTTY && !off && s.getenv("NO_COLOR") == "" && s.getenv("TERM") != "dumb"
}

// discreet is a stream for remarks and logs: secrets in addresses are blotted
// out of every line that is written to it.
type discreet struct{ to io.Writer }

func (d discreet) Write(line []byte) (int, error) {
	if _, err := io.WriteString(d.to, secret.Mask(string(line))); err != nil {
		return 0, err
	}
	return len(line), nil
}

// exitError carries an exit status that is no wrong usage. Its message, if
// any, was already shown.
type exitError struct{ status int }

func (e exitError) Error() string { return fmt.Sprintf("exit status %d", e.status) }

// execute runs the command line and returns the exit status.
func execute(ctx context.Context, s streams, args []string) int {
	s.err = discreet{s.err}
	root := newRoot(s) //nolint:contextcheck // commands take the context of ExecuteContext
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var exit exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &exit):
		return exit.status
	default:
		fmt.Fprintf(s.err, "ibid: %v\n", err)
		return exitUsage
	}
}

// newRoot is the command tree.
func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "ibid",
		Short: "Verify the footnotes of an article",
		Long: `ibid reads an article the way a careful copy editor does: it finds the numbered
notes, works out what every "Ibid." and short form points back to, opens every
link, and says what is broken, where, why, and what to do about it.`,
		Example: `  ibid check draft.md                        one article, as a table
  ibid check --format github content/        a folder, as annotations of a CI job
  ibid check -o todo.csv https://example.org/2019/some-post
  ibid demo                                  see it work, nothing to set up`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		if bad, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
			return fmt.Errorf("--%s %s: %w", bad.GetFlag().Name, bad.GetValue(), bad.Unwrap())
		}
		return err
	})
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.AddCommand(newCheck(s), newNotes(s), newExport(s), newDemo(s), newArchive(s), newCache(s), newConfig(s), newRules(s), newExplain(s), newVersion(s))
	return root
}
