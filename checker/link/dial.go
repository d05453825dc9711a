package link

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"time"
)

const (
	// dialTimeout is for one address.
	dialTimeout = 10 * time.Second
	// headStart is what an address has before the next one is tried beside it
	// (RFC 8305, 5).
	headStart = 250 * time.Millisecond
	// mostAddresses is how many of a name's addresses are tried.
	mostAddresses = 6
)

// dial connects to an address after checking it.
func (g *guard) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	return counted(g.connect(ctx, network, addr, g.names.lookup))
}

// dialAnew does so without trusting an earlier answer of DNS.
func (g *guard) dialAnew(ctx context.Context, network, addr string) (net.Conn, error) {
	return counted(g.connect(ctx, network, addr, g.names.lookupAnew))
}

func (g *guard) connect(ctx context.Context, network, addr string, lookup func(context.Context, string) ([]netip.Addr, error)) (net.Conn, error) {
	d := net.Dialer{Timeout: dialTimeout, KeepAlive: 30 * time.Second}
	if to, ok := g.free(addr); ok {
		return d.DialContext(ctx, network, to)
	}
	d.Control = g.control
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	if a, err := netip.ParseAddr(host); err == nil {
		if err := g.checkLiteral(a); err != nil {
			return nil, err
		}
		if len(g.allowed([]netip.Addr{a})) == 0 {
			return nil, errFamily
		}
		return d.DialContext(ctx, network, addr)
	}
	addrs, err := lookup(ctx, host)
	if err != nil {
		return nil, err
	}
	if len(addrs) == 0 {
		return nil, &net.DNSError{Err: "no address", Name: host, IsNotFound: true}
	}
	if err := g.checkAll(addrs); err != nil {
		return nil, err
	}
	if addrs = g.allowed(addrs); len(addrs) == 0 {
		return nil, errFamily
	}
	return race(ctx, &d, network, port, inTurn(addrs))
}

// allowed are the addresses of the version that --ip asks for.
func (g *guard) allowed(addrs []netip.Addr) []netip.Addr {
	if g.version == 0 {
		return addrs
	}
	var out []netip.Addr
	for _, a := range addrs {
		if a.Unmap().Is4() == (g.version == 4) {
			out = append(out, a)
		}
	}
	return out
}

// inTurn has the versions take turns, the one that came first first, so that
// one that does not work here costs little (RFC 8305, 4).
func inTurn(addrs []netip.Addr) []netip.Addr {
	var first, second []netip.Addr
	for _, a := range addrs {
		a = a.Unmap()
		if a.Is4() == addrs[0].Unmap().Is4() {
			first = append(first, a)
		} else {
			second = append(second, a)
		}
	}
	var out []netip.Addr
	for i := range max(len(first), len(second)) {
		if i < len(first) {
			out = append(out, first[i])
		}
		if i < len(second) {
			out = append(out, second[i])
		}
	}
	return out[:min(len(out), mostAddresses)]
}

// dialled is the outcome of one address.
type dialled struct {
	conn net.Conn
	err  error
}

// race dials one address after the other, each with a head start, and takes
// the first connection that comes about.
func race(ctx context.Context, d *net.Dialer, network, port string, addrs []netip.Addr) (net.Conn, error) {
	if len(addrs) == 1 {
		return d.DialContext(ctx, network, net.JoinHostPort(addrs[0].String(), port))
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	results := make(chan dialled)
	next := time.NewTimer(0)
	defer next.Stop()
	begun, running := 0, 0
	var failed []error
	for {
		select {
		case <-next.C:
			address := net.JoinHostPort(addrs[begun].String(), port)
			begun++
			running++
			go func() {
				c, err := d.DialContext(ctx, network, address)
				results <- dialled{c, err}
			}()
			if begun < len(addrs) {
				next.Reset(headStart)
			}
		case r := <-results:
			running--
			if r.err == nil {
				cancel()
				closeRest(results, running)
				return r.conn, nil
			}
			failed = append(failed, r.err)
			if ctx.Err() != nil || begun == len(addrs) && running == 0 {
				closeRest(results, running)
				return nil, worst(failed)
			}
			if begun < len(addrs) {
				next.Reset(0) // it failed early: no need to wait
			}
		}
	}
}

// closeRest waits for the dials that lost, which end at once, and closes what
// they brought.
func closeRest(results <-chan dialled, n int) {
	for range n {
		if r := <-results; r.err == nil {
			_ = r.conn.Close() // nothing was sent over it
		}
	}
}

// worst is the error that says most of the host: one address that refuses
// says more than another to which there is no way from here.
func worst(errs []error) error {
	for _, err := range errs {
		if reached(err) || errors.Is(err, errPrivate) {
			return err
		}
	}
	for _, err := range errs {
		if !networkTrouble(err) {
			return err
		}
	}
	return errs[0]
}
