// Package converter runs pandoc, for the formats that ibid leaves to it.
//
//	if c := converter.Find(os.Getenv("IBID_PANDOC")); c != nil {
//		json, err := c.Convert(ctx, "rst", text)
//	}
//
// A source is untrusted: pandoc runs in its sandbox, where it reads and writes no
// file and opens no address, with bounds on memory, time and output.
package converter

import (
	"bytes"
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

// Convert makes pandoc's document model of a text. Its errors say what pandoc
// says, and what to do.
func (p *Pandoc) Convert(ctx context.Context, format string, text []byte) ([]byte, error) {
	if len(text) > maxSource {
		return nil, fmt.Errorf("the file is larger than %d MiB, the most that is given to pandoc: split it", maxSource>>20)
	}
	out, said, err := p.run(ctx, format, text, "+RTS", maxHeap, "-RTS")
	if err != nil && strings.Contains(said, "RTS options are disabled") {
		out, said, err = p.run(ctx, format, text)
	}
	switch {
	case err == nil:
		return out, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, errTime), errors.Is(err, errOutput):
		return nil, err
	case strings.Contains(said, "Unknown input format"):
		return nil, errors.New("this version of pandoc does not know the format; install a newer one, or save the article as Markdown, HTML or Word")
	case strings.Contains(said, "--sandbox"):
		return nil, errors.New("this version of pandoc has no sandbox, without which no file is given to it; install 2.15 or later")
	case strings.Contains(said, "heap overflow"), strings.Contains(said, "Heap exhausted"):
		return nil, errors.New("it needs more than 1 GB of memory for the file")
	}
	return nil, fmt.Errorf("it says: %s", firstLine(said, err))
}

var (
	errTime   = fmt.Errorf("it took longer than %s", maxTime)
	errOutput = fmt.Errorf("it made more than %d MiB of it", maxOutput>>20)
)

// run runs pandoc once; said is what it wrote on standard error.
func (p *Pandoc) run(ctx context.Context, format string, text []byte, more ...string) (out []byte, said string, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, maxTime, errTime)
	defer cancel()
	args := append([]string{"--sandbox", "--standalone", "--from", format, "--to", "json"}, more...)
	cmd := exec.CommandContext(ctx, p.path, args...) //nolint:gosec // the user's own pandoc; format is one of a table
	cmd.Stdin = bytes.NewReader(text)
	stdout, stderr := &bounded{left: maxOutput, stop: cancel}, &bounded{left: 16 << 10}
	cmd.Stdout, cmd.Stderr = stdout, stderr
	cmd.WaitDelay = time.Second
	err = cmd.Run()
	switch {
	case stdout.over:
		err = errOutput
	case err != nil && errors.Is(context.Cause(ctx), errTime):
		err = errTime
	}
	return stdout.b.Bytes(), stderr.b.String(), err
}

// bounded keeps so many bytes and ends the program where there are more.
type bounded struct {
	b    bytes.Buffer
	left int
	over bool
	stop func()
}

func (w *bounded) Write(p []byte) (int, error) {
	if len(p) > w.left {
		w.over = true
		if w.stop == nil {
			return len(p), nil // the rest of what a program says is of no use
		}
		w.stop()
		return 0, io.ErrShortWrite
	}
	w.left -= len(p)
	return w.b.Write(p)
}

// firstLine is the first line of what a program said, or else its error.
func firstLine(said string, err error) string {
	line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	if line == "" {
		return err.Error()
	}
	return line
}
