package checker

import (
	"sync"
	"sync/atomic"
	"testing"
)

// TestShare asks from many goroutines at once: each report's value is worked
// out once, and another report has its own.
func TestShare(t *testing.T) {
	t.Parallel()
	var calls atomic.Int32
	value := Share(func(r *Report) *Report { calls.Add(1); return r })
	other := Share(func(*Report) int { return 7 })
	for i := range 2 {
		r := &Report{}
		var wg sync.WaitGroup
		for range 16 {
			wg.Go(func() {
				if value(r) != r || other(r) != 7 {
					t.Error("another report's or another function's value")
				}
			})
		}
		wg.Wait()
		if got := int(calls.Load()); got != i+1 {
			t.Errorf("worked out %d times for %d reports", got, i+1)
		}
	}
}
