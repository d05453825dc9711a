package archive

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// errClosed is a service that is left alone for the rest of the run.
var errClosed = errors.New("is not asked any more in this run")

const (
	// longestPause is the Retry-After that is still waited for.
	longestPause = 2 * time.Minute
	// blindPause is the pause after a 429 that names none; the Internet Archive
	// blocks the address of whoever goes on asking.
	blindPause = time.Minute
	// mostStrikes is how many calls in a row may fail before a service is left alone.
	mostStrikes = 3
)

// gate is what the services of one host share: pauses, and the end of it.
type gate struct {
	mu      sync.Mutex
	until   time.Time // nothing before
	strikes int       // failed calls in a row
	blind   int       // pauses without a Retry-After
	closed  error
}

// pause keeps everybody away from the host for a while, or for good.
func (g *gate) pause(now time.Time, named time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	wait := named
	if wait <= 0 {
		wait = blindPause
		g.blind++
	}
	switch {
	case named > longestPause:
		g.closed = fmt.Errorf("%w: it asks for a pause of %s", errClosed, named.Round(time.Second))
	case g.blind > 2:
		g.closed = fmt.Errorf("%w: it was asked too often", errClosed)
	}
	if t := now.Add(wait); t.After(g.until) {
		g.until = t
	}
}

// failed counts a call that failed for good; succeeded forgets those before.
func (g *gate) failed(err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.strikes++; g.strikes >= mostStrikes && g.closed == nil {
		g.closed = fmt.Errorf("%w: %w", errClosed, err)
	}
}

// close leaves the host alone for the rest of the run.
func (g *gate) close(err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed == nil {
		g.closed = err
	}
}

func (g *gate) shut() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.closed != nil
}

func (g *gate) succeeded() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.strikes = 0
}

// service is one thing that a host offers, with a pace of its own.
type service struct {
	name    string
	base    string // without a slash at the end
	host    *gate
	timeout time.Duration // for one attempt
	every   time.Duration // between two requests, in the long run
	burst   int           // requests that may go at once at the start
	now     func() time.Time

	mu     sync.Mutex
	due    time.Time // when a request would be due if they were evenly spread
	closed error
}

// close leaves the service alone for the rest of the run, the host's others not.
func (s *service) close(why string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = fmt.Errorf("%w: %s", errClosed, why)
}

// turn waits until a request may be made. It fails where that is never, or
// not before ctx ends.
func (s *service) turn(ctx context.Context) error {
	s.mu.Lock()
	now := s.now()
	if s.due.Before(now) {
		s.due = now
	}
	at := s.due.Add(-time.Duration(s.burst-1) * s.every)
	s.due = s.due.Add(s.every)
	s.mu.Unlock()
	for {
		s.mu.Lock()
		closed := s.closed
		s.mu.Unlock()
		s.host.mu.Lock()
		if closed == nil {
			closed = s.host.closed
		}
		if s.host.until.After(at) {
			at = s.host.until
		}
		s.host.mu.Unlock()
		if closed != nil {
			return fmt.Errorf("%s %w", s.name, closed)
		}
		now := s.now()
		if !at.After(now) {
			return ctx.Err()
		}
		if err := sleep(ctx, at.Sub(now)); err != nil {
			return err
		}
	}
}

// sleep waits, or fails at once where the wait would end after ctx does.
func sleep(ctx context.Context, d time.Duration) error {
	if end, ok := ctx.Deadline(); ok && time.Until(end) < d {
		return context.DeadlineExceeded
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
