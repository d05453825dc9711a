package link

import (
	"context"
	"net"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

const (
	// nameGood is how long an answer of DNS is used again; the system says
	// nothing of its true life.
	nameGood = time.Minute
	// nameBad is the same for a failure.
	nameBad = time.Second
	// lookupTimeout is for one look-up.
	lookupTimeout = 10 * time.Second
)

// resolver shares the answers of DNS between requests: one look-up for each
// name at a time, its answer used again for a while.
type resolver struct {
	ask   func(context.Context, string) ([]netip.Addr, error)
	group singleflight.Group

	mu    sync.Mutex
	names map[string]nameAnswer
}

type nameAnswer struct {
	addrs []netip.Addr
	err   error
	until time.Time
}

func newResolver(ask func(context.Context, string) ([]netip.Addr, error)) *resolver {
	return &resolver{ask: ask, names: map[string]nameAnswer{}}
}

// lookup is the addresses of a name.
func (r *resolver) lookup(ctx context.Context, host string) ([]netip.Addr, error) {
	if a, ok := r.known(host); ok {
		return a.addrs, a.err
	}
	return r.lookupAnew(ctx, host)
}

// known is the last answer for a name, if it is still good.
func (r *resolver) known(host string) (nameAnswer, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	a, ok := r.names[host]
	return a, ok && time.Now().Before(a.until)
}

// lookupAnew asks DNS whatever it said before.
func (r *resolver) lookupAnew(ctx context.Context, host string) ([]netip.Addr, error) {
	addrs, err, _ := r.group.Do(host, func() (any, error) {
		ctx, cancel := context.WithTimeout(ctx, lookupTimeout)
		defer cancel()
		addrs, err := r.ask(ctx, host)
		if err != nil && ctx.Err() != nil {
			// Not the name's fault as far as is known: the next one asks again.
			return nil, &net.DNSError{Err: "no answer in time", Name: host, IsTimeout: true}
		}
		life := nameGood
		if err != nil {
			life = nameBad
		}
		r.mu.Lock()
		r.names[host] = nameAnswer{addrs, err, time.Now().Add(life)}
		r.mu.Unlock()
		return addrs, err
	})
	if err != nil {
		return nil, err
	}
	list, _ := addrs.([]netip.Addr)
	return list, nil
}
