package link

import (
	"testing"
	"time"
)

// clockwork is a host's pace with a clock of its own.
type clockwork struct {
	pace
	now time.Time
}

func newClockwork(most int, rate float64) *clockwork {
	return &clockwork{newPace(most, rate, 500*time.Millisecond), time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)}
}

// good has n requests answered one after the other, each as soon as it may start.
func (c *clockwork) good(n int, latency time.Duration) {
	for range n {
		if at := c.next(c.now); at.After(c.now) {
			c.now = at
		}
		c.began(c.now)
		c.now = c.now.Add(latency)
		c.answered(c.now, latency)
	}
}

func (c *clockwork) refusal(named time.Duration) bool {
	if at := c.next(c.now); at.After(c.now) {
		c.now = at
	}
	c.began(c.now)
	begun := c.now
	c.now = c.now.Add(10 * time.Millisecond)
	return c.refuse(c.now, begun, named)
}

// TestPaceGrows lets one more request in with every good answer.
func TestPaceGrows(t *testing.T) {
	t.Parallel()
	c := newClockwork(4, 0)
	for want := 1; want <= 4; want++ {
		if got := c.room(c.now); got != want {
			t.Errorf("after %d answers: %d at once, want %d", want-1, got, want)
		}
		c.good(1, 50*time.Millisecond)
	}
	c.good(20, 50*time.Millisecond)
	if c.room(c.now) != 4 || c.gap != 0 || c.next(c.now).After(c.now) {
		t.Errorf("a calm host is asked %d at once, with a gap of %s", c.room(c.now), c.gap)
	}
}

// TestPaceLearns does not wait for a host that takes long to be heard.
func TestPaceLearns(t *testing.T) {
	t.Parallel()
	c := newClockwork(4, 0)
	c.began(c.now)
	if until, ok := c.learning(c.now); !ok || until.Sub(c.now) != 500*time.Millisecond || c.room(c.now) != 1 {
		t.Errorf("learning until %s, %v, with %d at once", until, ok, c.room(c.now))
	}
	if c.now = c.now.Add(500 * time.Millisecond); c.room(c.now) != 4 {
		t.Errorf("half a second later: %d at once, want 4", c.room(c.now))
	}
}

// TestPaceRefused slows a host down to what it took, and speeds it up again
// with patience.
func TestPaceRefused(t *testing.T) {
	t.Parallel()
	c := newClockwork(4, 0)
	c.good(5, 20*time.Millisecond)
	if !c.refusal(3 * time.Second) {
		t.Fatal("the host is left alone after one refusal")
	}
	if wait := c.next(c.now).Sub(c.now); wait < 3*time.Second || wait > 3100*time.Millisecond {
		t.Errorf("the next request comes after %s, want the 3 s that the host asked for", wait)
	}
	// Five in the unit before: the gap is a fifth of it, and a quarter more.
	if c.gap != 250*time.Millisecond || c.room(c.now) != 1 {
		t.Errorf("gap %s, %d at once; want 250 ms, 1", c.gap, c.room(c.now))
	}
	c.good(40, 20*time.Millisecond)
	if c.gap < c.bad {
		t.Errorf("after 40 good answers the gap is %s, below that at which it refused (%s)", c.gap, c.bad)
	}
	c.good(1500, 20*time.Millisecond)
	if c.gap != 0 || c.room(c.now) != 4 {
		t.Errorf("after a long calm: gap %s, %d at once; want none, 4", c.gap, c.room(c.now))
	}
}

// TestPaceGivesUp leaves a host alone that refuses again and again, asks for
// too long a pause, or has had itself waited for too long.
func TestPaceGivesUp(t *testing.T) {
	t.Parallel()
	c := newClockwork(4, 0)
	start, n := c.now, 0
	for c.refusal(0) {
		n++
	}
	if n != mostRefusals || c.now.Sub(start) < 15*time.Second {
		t.Errorf("left alone after %d refusals and %s", n, c.now.Sub(start))
	}
	if c = newClockwork(4, 0); c.refusal(time.Hour) {
		t.Error("a pause of an hour is waited for")
	}
	c, n = newClockwork(4, 0), 0
	for c.refusal(100 * time.Second) {
		c.good(1, time.Millisecond)
		n++
	}
	if n != 5 {
		t.Errorf("left alone after %d pauses of 100 s, want 5", n)
	}
}

// TestPaceSlows takes one request less at once when answers take much longer,
// and goes back when they don't.
func TestPaceSlows(t *testing.T) {
	t.Parallel()
	c := newClockwork(4, 0)
	c.good(20, 50*time.Millisecond)
	c.good(40, 2*time.Second)
	if c.room(c.now) != 1 {
		t.Errorf("%d at once at a host that takes 40 times as long", c.room(c.now))
	}
	c.good(100, 50*time.Millisecond)
	if c.room(c.now) != 4 {
		t.Errorf("%d at once at a host that is quick again, want 4", c.room(c.now))
	}
	c = newClockwork(4, 0)
	if c.good(40, 5*time.Second); c.room(c.now) != 4 {
		t.Errorf("%d at once at a host that always takes long, want 4", c.room(c.now))
	}
}

// TestPaceStrained slows a host down that is overloaded, and not one with a page
// that is.
func TestPaceStrained(t *testing.T) {
	t.Parallel()
	c := newClockwork(4, 0)
	c.good(5, 20*time.Millisecond)
	for range 12 {
		c.began(c.now)
		c.strained(c.now, c.now)
		c.good(3, 20*time.Millisecond)
	}
	if c.gap > 100*time.Millisecond || c.room(c.now) < 2 {
		t.Errorf("gap %s, %d at once at a host of which every fourth answer is a 503", c.gap, c.room(c.now))
	}
	c.good(500, 20*time.Millisecond)
	if c.gap != 0 || c.room(c.now) != 4 {
		t.Errorf("gap %s, %d at once at a host that is well again, want none, 4", c.gap, c.room(c.now))
	}
	for range 16 {
		c.began(c.now)
		c.strained(c.now, c.now)
		c.now = c.now.Add(time.Second)
	}
	if c.gap != 2*time.Second || c.room(c.now) != 1 {
		t.Errorf("gap %s, %d at once at a host that answers 503 alone, want 2 s, 1", c.gap, c.room(c.now))
	}
}

// TestPaceHeeds stays within what a host says of its limits.
func TestPaceHeeds(t *testing.T) {
	t.Parallel()
	c := newClockwork(4, 0)
	c.good(5, 20*time.Millisecond)
	c.heed(c.now, quota{limit: 2, window: time.Second})
	start := c.now
	if c.good(10, 20*time.Millisecond); c.now.Sub(start) < 4500*time.Millisecond {
		t.Errorf("10 requests in %s to a host that allows 2 a second", c.now.Sub(start))
	}
	c = newClockwork(4, 0)
	c.good(5, 20*time.Millisecond)
	c.heed(c.now, quota{counted: true, remaining: 2, reset: time.Minute})
	if c.room(c.now) != 2 {
		t.Errorf("%d at once with 2 left", c.room(c.now))
	}
	c.heed(c.now, quota{counted: true, remaining: 3, reset: time.Minute}) // came late
	if c.room(c.now) != 2 {
		t.Errorf("%d at once after an answer that was overtaken, want 2", c.room(c.now))
	}
	if !c.heed(c.now, quota{counted: true, reset: time.Minute}) || c.next(c.now).Sub(c.now) < time.Minute {
		t.Error("a host with nothing left for a minute is asked before")
	}
	if c.heed(c.now, quota{counted: true, reset: time.Hour}) {
		t.Error("a host with nothing left for an hour is waited for")
	}
	c = newClockwork(4, 0)
	if c.heed(c.now, quota{concurrency: 1}); c.most != 1 {
		t.Errorf("%d at once at a host that says 1", c.most)
	}
}

// TestPaceRate keeps to the rate that the user gives.
func TestPaceRate(t *testing.T) {
	t.Parallel()
	c := newClockwork(4, 2)
	start := c.now
	if c.good(21, time.Millisecond); c.now.Sub(start) < 10*time.Second {
		t.Errorf("21 requests in %s at 2 a second", c.now.Sub(start))
	}
}
