// Package progress shows on a terminal how far a check has come. Where there
// is no terminal it shows nothing.
package progress

import (
	"io"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"ibid/checker/link"
)

// Bar shows how many links are done. The nil Bar shows nothing.
type Bar struct {
	mu   sync.Mutex
	out  *mpb.Progress
	bar  *mpb.Bar
	dead atomic.Int64 // read by the bar's own goroutine, so not under mu
}

// New is a bar on a terminal, or nil where show is false.
func New(w io.Writer, show bool) *Bar {
	if !show {
		return nil
	}
	return &Bar{out: mpb.New(mpb.WithOutput(w), mpb.WithWidth(40))}
}

// Step tells the bar of one more link; it fits checker.Options.Progress.
func (b *Bar) Step(done, total int, r link.Result) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.bar == nil {
		b.bar = b.out.AddBar(int64(total), mpb.BarRemoveOnComplete(),
			mpb.PrependDecorators(decor.CountersNoUnit("links %d/%d")),
			mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return b.dying() })))
	}
	if r.Verdict == link.Dead {
		b.dead.Add(1)
	}
	b.bar.SetCurrent(int64(done))
}

// dying says how many dead links were found so far.
func (b *Bar) dying() string {
	switch n := b.dead.Load(); n {
	case 0:
		return ""
	case 1:
		return " 1 dead"
	default:
		return " " + strconv.FormatInt(n, 10) + " dead"
	}
}

// Close takes the bar off the terminal.
func (b *Bar) Close() {
	if b == nil {
		return
	}
	b.mu.Lock()
	bar := b.bar
	b.mu.Unlock()
	if bar != nil {
		bar.Abort(true)
	}
	b.out.Wait()
}
