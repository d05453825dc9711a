package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The reasons for having no earlier version.
var (
	ErrNoGit        = errors.New("git is not installed, or not in the PATH: install it, or name a file that holds the earlier version")
	ErrNoRepository = errors.New("it is in no git repository: name a file that holds the earlier version")
	ErrNoRevision   = errors.New("the git repository has no such revision")
	ErrNotTracked   = errors.New("git does not have the file in that revision: it was added or renamed later, or it is not tracked; name a file that holds the earlier version")
)

// Valid says whether a revision can be one: a branch, a tag, a hash, HEAD~2. It
// refuses what git would take for an option, a range or a path.
func Valid(rev string) error {
	switch {
	case rev == "":
		return errors.New("the revision is empty: name a branch, a tag, a hash, or HEAD")
	case strings.HasPrefix(rev, "-"):
		return errors.New("a revision does not begin with a dash")
	case strings.ContainsAny(rev, ":\x00\n") || strings.Contains(rev, ".."):
		return errors.New("a revision is one commit: it has no colon and no two dots in it")
	}
	return nil
}

// Check says whether the folder is in a repository that knows the revision. Its
// error is one of those above, or what git says.
func Check(ctx context.Context, dir, rev string) error {
	if err := Valid(rev); err != nil {
		return err
	}
	if _, err := exec.LookPath("git"); err != nil {
		return ErrNoGit
	}
	if err := git(ctx, dir, "rev-parse", "--git-dir").Run(); err != nil {
		return orStopped(ctx, ErrNoRepository)
	}
	if err := git(ctx, dir, "rev-parse", "--verify", "--quiet", rev+"^{commit}", "--").Run(); err != nil {
		return orStopped(ctx, ErrNoRevision)
	}
	return nil
}

// Show is a file as it was in a revision: what git show REV:./FILE prints, but
// for filters. The path is that of the file today; limit is the largest size in bytes.
func Show(ctx context.Context, rev, path string, limit int64) ([]byte, error) {
	if err := Valid(rev); err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	dir, name := filepath.Split(path)
	if dir == "" {
		dir = "."
	}
	data, err := output(ctx, dir, limit, "cat-file", "blob", rev+":./"+name)
	if err == nil {
		return data, nil
	}
	var failed *exec.ExitError
	if errors.As(err, &failed) && ctx.Err() == nil {
		if err := Check(ctx, dir, rev); err != nil {
			return nil, err
		}
		return nil, ErrNotTracked
	}
	if errors.Is(err, exec.ErrNotFound) {
		return nil, ErrNoGit
	}
	return nil, orStopped(ctx, err)
}

// output is what git prints, limit bytes at most.
func output(ctx context.Context, dir string, limit int64, args ...string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd := git(ctx, dir, args...)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	var data bytes.Buffer
	n, readErr := io.Copy(&data, io.LimitReader(pipe, limit+1))
	if n > limit {
		cancel() // git would wait for a reader of the rest
		_ = cmd.Wait()
		return nil, fmt.Errorf("the earlier version is larger than %d MiB", limit>>20)
	}
	if err := cmd.Wait(); err != nil {
		return nil, err
	}
	return data.Bytes(), readErr
}

func git(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", args...) //nolint:gosec // no shell; see Valid
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_TERMINAL_PROMPT=0")
	return cmd
}

// orStopped is why a command was stopped, or err where it was not.
func orStopped(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}
