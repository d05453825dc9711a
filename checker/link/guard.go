package link

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"
	"syscall"

	"code.dny.dev/ssrf"
)

var (
	// errPrivate is an address that must not be dialled.
	errPrivate = errors.New("the address is private, loopback or link-local")
	// errCloud is one that is not dialled where private ones are allowed, either.
	errCloud = fmt.Errorf("%w: a cloud's service about its own machines", errPrivate)
	// errFamily is a name that has addresses, but none that --ip allows.
	errFamily = errors.New("no address of the version that --ip asks for")
)

// guard dials public addresses only. It looks at the very address that is
// dialled, so a name that changes its mind after a first look gains nothing.
type guard struct {
	allow   bool
	version int               // 4 or 6, 0 for both
	resolve map[string]string // host:port → address:port, named by the user
	named   map[string]bool   // host:port that the user named otherwise
	names   *resolver
	public  *ssrf.Guardian
	cloud   []netip.Prefix // where clouds tell a machine its secrets: never dialled
	// nat64 is the prefix under which networks without IPv4 show the IPv4
	// internet (RFC 6052).
	nat64 netip.Prefix

	mu      sync.Mutex
	proxies map[string]bool // addresses of proxies, which may be private
}

func newGuard(o Options, resolve map[string]string) *guard {
	return &guard{
		allow: o.AllowPrivate, version: o.IPVersion, resolve: resolve, named: map[string]bool{}, names: newResolver(o.Lookup), proxies: map[string]bool{},
		nat64: ssrf.IPv6NAT64Prefix, cloud: cloudServices(),
		public: ssrf.New(ssrf.WithAnyPort()),
	}
}

// cloudServices are the addresses at which clouds tell a machine about itself,
// its keys included. No intranet has pages there.
func cloudServices() []netip.Prefix {
	var out []netip.Prefix
	for _, s := range []string{"169.254.169.254/32", "169.254.170.2/32", "169.254.170.23/32", "100.100.100.200/32", "168.63.129.16/32", "192.0.0.192/32", "fd00:ec2::254/128", "fd20:ce::254/128"} {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}

// ProxyTo sends every request through a proxy: http://, https:// or
// socks5://HOST:PORT, with a user and a password if it wants them.
func ProxyTo(raw string) (func(*http.Request) (*url.URL, error), error) {
	u, err := url.Parse(raw)
	if err == nil && u.Hostname() != "" {
		switch u.Scheme {
		case "http", "https", "socks5", "socks5h":
			return http.ProxyURL(u), nil
		}
	}
	return nil, errors.New("use http://HOST:PORT, https://HOST:PORT or socks5://HOST:PORT")
}

// NoProxy sends every request direct, whatever the environment says.
func NoProxy(*http.Request) (*url.URL, error) { return nil, nil }

// proxied wraps the choice of a proxy: a target that the user named goes
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
		if !g.named[hostPort(r.URL)] {
			if err := g.checkName(r.Context(), r.URL.Hostname()); err != nil {
				return nil, err
			}
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

// proxyLookupError is a name behind a proxy that can't be looked up here, where
// only the proxy knows the names of the internet.
type proxyLookupError struct{ err error }

func (e *proxyLookupError) Error() string {
	return "looking up the name before asking the proxy: " + e.err.Error()
}

// checkName resolves a name and checks all its addresses.
func (g *guard) checkName(ctx context.Context, host string) error {
	if a, err := netip.ParseAddr(host); err == nil {
		return g.checkLiteral(a)
	}
	if g.allow {
		return nil
	}
	addrs, err := g.names.lookup(ctx, host)
	if err != nil {
		return &proxyLookupError{err}
	}
	return g.checkAll(addrs)
}

// checkAll refuses a name with any private address whole: which one is dialled
// must not depend on luck.
func (g *guard) checkAll(addrs []netip.Addr) error {
	for _, a := range addrs {
		if err := g.check(a); err != nil {
			return err
		}
	}
	return nil
}

// checkLiteral checks an address that an article gives as such. No honest
// one is given in the form of a gateway.
func (g *guard) checkLiteral(a netip.Addr) error {
	if g.nat64.Contains(a) && !g.allow {
		return fmt.Errorf("%w (%s)", errPrivate, a)
	}
	return g.check(a)
}

// check refuses addresses that are not public; those of a cloud's services
// also where private ones are allowed.
func (g *guard) check(a netip.Addr) error {
	inner := a.Unmap().WithZone("")
	if g.nat64.Contains(inner) {
		b := inner.As16()
		inner = netip.AddrFrom4([4]byte(b[12:]))
	}
	if slices.ContainsFunc(g.cloud, func(p netip.Prefix) bool { return p.Contains(inner) }) {
		return fmt.Errorf("%w (%s)", errCloud, a)
	}
	if !g.allow && (isatap(inner) || g.public.SafeAddr(inner) != nil) {
		return fmt.Errorf("%w (%s)", errPrivate, a)
	}
	return nil
}

// isatap says whether an IPv6 address leads into a tunnel to an IPv4 address
// that stands in it (RFC 5214).
func isatap(a netip.Addr) bool {
	if !a.Is6() {
		return false
	}
	b := a.As16()
	return (b[8] == 0 || b[8] == 2) && b[9] == 0 && b[10] == 0x5e && b[11] == 0xfe
}

// control checks an address at the last moment, as the system is about to dial it.
func (g *guard) control(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %s", errPrivate, address)
	}
	return g.check(ap.Addr())
}

// free says where an address may be dialled unchecked: one that the user named,
// or a proxy's.
func (g *guard) free(address string) (to string, ok bool) {
	address = strings.ToLower(address)
	if to, ok := g.resolve[address]; ok {
		return to, true
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	return address, g.proxies[address] || g.named[address]
}

// parseResolve reads HOST:PORT:ADDRESS.
func parseResolve(s string) (from, to string, err error) {
	bad := fmt.Errorf("--resolve %s: use HOST:PORT:ADDRESS, as in example.org:443:192.0.2.7", s)
	host, rest, ok := strings.Cut(s, ":")
	port, address, ok2 := strings.Cut(rest, ":")
	if !ok || !ok2 || host == "" || port == "" {
		return "", "", bad
	}
	if a, err := netip.ParseAddrPort(address); err == nil {
		return net.JoinHostPort(strings.ToLower(host), port), a.String(), nil
	}
	a, err := netip.ParseAddr(strings.Trim(address, "[]"))
	if err != nil {
		return "", "", errors.Join(bad)
	}
	return net.JoinHostPort(strings.ToLower(host), port), net.JoinHostPort(a.String(), port), nil
}
