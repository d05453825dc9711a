// Package converter runs pandoc, for the formats that ibid leaves to it.
//
//	if c := converter.Find(os.Getenv("IBID_PANDOC")); c != nil {
//		err := c.Convert(ctx, "rst", text, read)
//	}
//
// A source is untrusted: pandoc runs in its sandbox, where it reads and writes no
// file and opens no address, with bounds on memory, time and output.
package converter

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"
)

const (
	// maxTime is how long one source may take.
	maxTime = 60 * time.Second
	// maxOutput is the most that pandoc may make of a source, in bytes.
	maxOutput = 256 << 20
	// maxHeap is the most memory that pandoc may use, in the words of its runtime.
	maxHeap = "-M1G"
	// maxSource is the largest source that is converted, in bytes.
	maxSource = 16 << 20
)

// Pandoc is an installed pandoc.
type Pandoc struct{ path string }

// Find finds pandoc: under the name given, or where programs are; nil if there
// is none, or the name is "off".
func Find(name string) *Pandoc {
	switch name {
	case "off":
		return nil
	case "":
		name = "pandoc"
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return nil
	}
	return &Pandoc{path: path}
}

// Convert makes pandoc's document model of a text and has it read as it is made, as
// reader.Convert says. Its errors say what pandoc says, and what to do.
func (p *Pandoc) Convert(ctx context.Context, format, text string, read func(model io.Reader) error) error {
	if len(text) > maxSource {
		return fmt.Errorf("the file is larger than %d MiB, the most that is given to pandoc: split it", maxSource>>20)
	}
	unread, said, err := p.run(ctx, format, text, read, "+RTS", maxHeap, "-RTS")
	if err != nil && strings.Contains(said, "RTS options are disabled") {
		unread, said, err = p.run(ctx, format, text, read)
	}
	switch {
	case err == nil:
		return unread
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, errTime), errors.Is(err, errOutput):
		return err
	case strings.Contains(said, "Unknown input format"):
		return errors.New("this version of pandoc does not know the format; install a newer one, or save the article as Markdown, HTML or Word")
	case strings.Contains(said, "--sandbox"):
		return errors.New("this version of pandoc has no sandbox, without which no file is given to it; install 2.15 or later")
	case strings.Contains(said, "heap overflow"), strings.Contains(said, "Heap exhausted"):
		return errors.New("it needs more than 1 GB of memory for the file")
	}
	return fmt.Errorf("it says: %s", firstLine(said, err))
}

var (
	errTime   = fmt.Errorf("it took longer than %s; split the file, or save it as Markdown, HTML or Word", maxTime)
	errOutput = fmt.Errorf("it made more than %d MiB of it; split the file", maxOutput>>20)
)

// run runs pandoc once; unread is what reading its model came to, said is what it
// wrote on standard error.
func (p *Pandoc) run(ctx context.Context, format, text string, read func(io.Reader) error, more ...string) (unread error, said string, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, maxTime, errTime)
	defer cancel()
	args := append([]string{"--sandbox", "--standalone", "--from", format, "--to", "json"}, more...)
	cmd := exec.CommandContext(ctx, p.path, args...) //nolint:gosec // the user's own pandoc; format is one of a table
	cmd.Stdin = strings.NewReader(text)
	model, made := io.Pipe()
	stdout, stderr := &bounded{to: made, left: maxOutput, stop: cancel}, &start{}
	cmd.Stdout, cmd.Stderr = stdout, stderr
	cmd.WaitDelay = time.Second
	done := make(chan error)
	go func() {
		err := read(model)
		_, _ = io.Copy(io.Discard, model) // so that pandoc can say what was wrong
		done <- err
	}()
	err = cmd.Run()
	_ = made.Close() // which never fails
	unread = <-done
	switch {
	case stdout.over:
		err = errOutput
	case err != nil && errors.Is(context.Cause(ctx), errTime):
		err = errTime
	}
	return unread, string(stderr.said), err
}

// bounded passes on so many bytes and ends the program where there are more.
type bounded struct {
	to   io.Writer
	left int
	over bool
	stop func()
}

func (w *bounded) Write(p []byte) (int, error) {
	if len(p) > w.left {
		w.over = true
		w.stop()
		return 0, io.ErrShortWrite
	}
	w.left -= len(p)
	return w.to.Write(p)
}

// start keeps the first of what a program says; the rest is of no use.
type start struct{ said []byte }

// mostSaid is how much of it is kept, in bytes.
const mostSaid = 16 << 10

func (w *start) Write(p []byte) (int, error) {
	w.said = append(w.said, p[:min(len(p), mostSaid-len(w.said))]...)
	return len(p), nil
}

// firstLine is the first line of what a program said, or else its error.
func firstLine(said string, err error) string {
	line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	if line == "" {
		return err.Error()
	}
	return line
}
