// Package batch does many small things that do not know of each other on all
// processors.
package batch

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// size is how many are done by one goroutine at a time: enough that starting it
// does not count.
const size = 64

// Each calls do once for every number below n, and returns when all are done.
func Each(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), (n+size-1)/size)
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var wg sync.WaitGroup
	var next atomic.Int64
	for range workers {
		wg.Go(func() {
			for {
				end := int(next.Add(size))
				if end-size >= n {
					return
				}
				for i := end - size; i < min(end, n); i++ {
					do(i)
				}
			}
		})
	}
	wg.Wait()
}
