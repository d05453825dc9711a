package pattern_test

import (
	"strings"
	"sync"
	"testing"

	"ibid/pattern"
)

// TestBroken says that a test finds a wrong expression where it stands, not
// where it is used.
func TestBroken(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("a wrong expression is no panic")
		}
	}()
	pattern.New(`(`)
}

func TestTogether(t *testing.T) {
	t.Parallel()
	p := pattern.New(`(\d+)\s*(?:–|-)\s*(\d+)`)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := strings.Join(p.FindStringSubmatch("pp. 12 – 15"), "|"); got != "12 – 15|12|15" {
				t.Errorf("got %q", got)
			}
		})
	}
	all.Wait()
}
