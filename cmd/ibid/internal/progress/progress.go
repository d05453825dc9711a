// Package progress shows on a terminal how far a check has come. Where there
// is no terminal it shows nothing.
package progress

import (
	"fmt"
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
	mu  sync.Mutex
	out *mpb.Progress
	bar *mpb.Bar
	// archives is that of the copies of lost links.
	archives *mpb.Bar
	// articles is that of the articles of collections.
	articles   *mpb.Bar
	read, todo int
	dead       atomic.Int64 // read by the bar's own goroutine, so not under mu
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

// Archives tells of one more lost link that was looked up in archives; it fits
// checker.Options.ArchiveProgress. It is a bar of its own, behind that of links.
func (b *Bar) Archives(done, total int) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.archives == nil {
		b.archives = b.out.AddBar(int64(total), mpb.BarRemoveOnComplete(), mpb.PrependDecorators(decor.CountersNoUnit("archives %d/%d")))
	}
	b.archives.SetCurrent(int64(done))
}

// Articles tells of articles of a feed, sitemap or export: how many more were
// read, and how many more there are to read, where that is known.
func (b *Bar) Articles(what string, done, more int) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.read += done
	b.todo += more
	if b.articles == nil {
		format := what + " %d/%d"
		if more == 0 {
			format = what + " %d"
		}
		b.articles = b.out.AddBar(0, mpb.BarRemoveOnComplete(), mpb.PrependDecorators(decor.Any(func(s decor.Statistics) string {
			if more == 0 {
				return fmt.Sprintf(format, s.Current)
			}
			return fmt.Sprintf(format, s.Current, s.Total)
		})))
	}
	b.articles.SetTotal(int64(max(b.todo, b.read+1)), false)
	b.articles.SetCurrent(int64(b.read))
}

// Read says that no more articles come: their bar makes room.
func (b *Bar) Read() {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.articles != nil {
		b.articles.Abort(true)
		b.articles = nil
	}
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
	bars := []*mpb.Bar{b.bar, b.archives, b.articles}
	b.mu.Unlock()
	for _, bar := range bars {
		if bar != nil {
			bar.Abort(true)
		}
	}
	b.out.Wait()
}
