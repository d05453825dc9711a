package link

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
)

// errPrivate is an address that must not be dialled.
var errPrivate = errors.New("the address is private, loopback or link-local")

// guard dials public addresses only. It looks at the very address that is
// dialled, so a name that changes its mind after a first look gains nothing.
type guard struct {
	allow   bool
	resolve map[string]string // host:port → address:port, named by the user
	lookup  func(context.Context, string) ([]netip.Addr, error)

	mu      sync.Mutex
	proxies map[string]bool // addresses of proxies, which may be private
}

// proxied wraps the choice of a proxy: a target that --resolve names goes
// direct, one behind a proxy is looked up and checked here first.
func (g *guard) proxied(choose func(*http.Request) (*url.URL, error)) func(*http.Request) (*url.URL, error) {
	return func(r *http.Request) (*url.URL, error) {
		if _, ok := g.resolve[hostPort(r.URL)]; ok {
			return nil, nil
		}
		p, err := choose(r)
		if p == nil || err != nil {
			return p, err
		}
		if err := g.checkName(r.Context(), r.URL.Hostname()); err != nil {
			return nil, err
		}
		g.mu.Lock()
		g.proxies[hostPort(p)] = true
		g.mu.Unlock()
		return p, nil
	}
}

// hostPort is the host and port of a URL, the scheme's own port filled in.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		switch u.Scheme {
		case "https":
			port = "443"
		case "socks5", "socks5h":
			port = "1080"
		default:
			port = "80"
		}
	}
	return net.JoinHostPort(strings.ToLower(u.Hostname()), port)
}

// checkName resolves a name and checks all its addresses.
func (g *guard) checkName(ctx context.Context, host string) error {
	if g.allow {
		return nil
	}
	if a, err := netip.ParseAddr(host); err == nil {
		return g.check(netip.AddrPortFrom(a, 80).String())
	}
	addrs, err := g.lookup(ctx, host)
	if err != nil {
		return err
	}
	for _, a := range addrs {
		if err := g.check(netip.AddrPortFrom(a.Unmap(), 80).String()); err != nil {
			return err
		}
	}
	return nil
}

// check refuses addresses that are not public.
func (g *guard) check(address string) error {
	if g.allow {
		return nil
	}
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %s", errPrivate, address)
	}
	ap = netip.AddrPortFrom(ap.Addr().Unmap(), ap.Port())
	network := "tcp6"
	if ap.Addr().Is4() {
		network = "tcp4"
	}
	if err := ssrf.New(ssrf.WithAnyPort()).Safe(network, ap.String(), nil); err != nil {
		return fmt.Errorf("%w (%s)", errPrivate, ap.Addr())
	}
	return nil
}

// dial connects to an address after checking it.
func (g *guard) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	d := net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}
	if to, ok := g.resolve[strings.ToLower(addr)]; ok {
		return d.DialContext(ctx, network, to)
	}
	g.mu.Lock()
	proxy := g.proxies[strings.ToLower(addr)]
	g.mu.Unlock()
	if proxy {
		return d.DialContext(ctx, network, addr)
	}
	d.Control = func(_, address string, _ syscall.RawConn) error { return g.check(address) }
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	if _, err := netip.ParseAddr(host); err == nil {
		return d.DialContext(ctx, network, addr)
	}
	addrs, err := g.lookup(ctx, host)
	if err != nil {
		return nil, err
	}
	if len(addrs) == 0 {
		return nil, &net.DNSError{Err: "no address", Name: host, IsNotFound: true}
	}
	// A name with any private address is refused whole: which one is dialled
	// must not depend on luck.
	for _, a := range addrs {
		if err := g.check(netip.AddrPortFrom(a.Unmap(), 80).String()); err != nil {
			return nil, err
		}
	}
	var last error
	for _, a := range addrs[:min(len(addrs), 4)] {
		c, err := d.DialContext(ctx, network, net.JoinHostPort(a.Unmap().String(), port))
		if err == nil {
			return c, nil
		}
		last = err
		if ctx.Err() != nil {
			break
		}
	}
	return nil, last
}
