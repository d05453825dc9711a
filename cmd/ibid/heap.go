package main

import (
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

const (
	// largeInput is how much is read before the heap is kept small, in bytes.
	largeInput = 1 << 20
	// gcPercent is how much the heap may grow before it is swept from there on, and
	// while links are opened: all articles stay until the report, and a heap of
	// twice their size is a lot.
	gcPercent = 50
	// gcPercentMany is the same for an export, which holds thousands of articles.
	gcPercentMany = 30
)

// sweepAt has the heap swept when it has grown so much, in percent, or earlier
// where that was said before.
func sweepAt(percent int) {
	if before := debug.SetGCPercent(percent); before >= 0 && before < percent {
		debug.SetGCPercent(before)
	}
}

// startLate has the heap swept for the first time when it holds 7 MB, and after that
// as always: until then nearly all of it is tables that stay, and sweeping it at 4,
// 5 and 6 MB takes time in vain. What the user's GOGC says counts.
func startLate() {
	if os.Getenv("GOGC") != "" {
		return
	}
	before := debug.SetGCPercent(175) // of the 4 MB at which Go begins
	runtime.AddCleanup(new([32]byte), sweepAt, before)
}

// weighed is a reader that counts what comes out of it, together with others.
type weighed struct {
	io.Reader

	all *atomic.Int64
}

// Read implements io.Reader.
func (w weighed) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if all := w.all.Add(int64(n)); all > largeInput && all-int64(n) <= largeInput {
		sweepAt(gcPercent)
	}
	return n, err
}
