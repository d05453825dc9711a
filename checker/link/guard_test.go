package link

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"testing"
)

// guarded is a guard whose names have the given addresses.
func guarded(o Options, addrs ...string) *guard {
	o.Lookup = func(context.Context, string) ([]netip.Addr, error) {
		var out []netip.Addr
		for _, a := range addrs {
			out = append(out, netip.MustParseAddr(a))
		}
		return out, nil
	}
	return newGuard(o, nil)
}

// TestGuard asks that no address inside a network is dialled, however it is written.
func TestGuard(t *testing.T) {
	t.Parallel()
	g := guarded(Options{})
	for kind, inside := range map[string][]string{
		"loopback":      {"127.0.0.1", "127.8.8.8", "::1"},
		"unspecified":   {"0.0.0.0", "0.1.2.3", "::"},
		"private":       {"10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"},
		"link-local":    {"169.254.1.1", "fe80::1", "fe80::1%eth0"},
		"site-local":    {"fec0::1"},
		"carrier's NAT": {"100.64.0.1", "100.127.255.255"},
		"metadata":      {"169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254", "fd20:ce::254"},
		"multicast":     {"224.0.0.1", "239.255.255.250", "ff02::1", "ff05::2"},
		"reserved":      {"240.0.0.1", "255.255.255.255", "192.0.0.1", "198.18.0.1", "198.19.255.255", "100::1", "5f00::1"},
		"documentation": {"192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"},
		"mapped":        {"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"},
		"compatible":    {"::127.0.0.1", "::10.0.0.1"},
		"NAT64":         {"64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1", "64:ff9b:1::808:808"},
		"6to4":          {"2002:7f00:1::", "2002:c0a8:101::1", "2002:a9fe:a9fe::1"},
		"Teredo":        {"2001:0:7f00:1::1", "2001:0:53aa:64c::1"},
		"ISATAP":        {"2606:4700::5efe:7f00:1", "2606:4700::200:5efe:a00:1"},
		"ORCHID":        {"2001:10::1", "2001:20::1"},
	} {
		for _, a := range inside {
			if err := g.check(netip.MustParseAddr(a)); !errors.Is(err, errPrivate) {
				t.Errorf("%s, %s: %v, want it refused", kind, a, err)
			}
			if err := g.control("tcp", netip.AddrPortFrom(netip.MustParseAddr(a), 80).String(), nil); !errors.Is(err, errPrivate) {
				t.Errorf("%s, %s, as it is dialled: %v, want it refused", kind, a, err)
			}
		}
	}
	for _, public := range []string{"93.184.216.34", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "2606:4700:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"} {
		if err := g.check(netip.MustParseAddr(public)); err != nil {
			t.Errorf("%s: %v", public, err)
		}
	}
	if err := g.checkLiteral(netip.MustParseAddr("64:ff9b::5db8:d822")); !errors.Is(err, errPrivate) {
		t.Errorf("a gateway's address, given as such: %v", err)
	}
	if err := g.control("tcp", "no address", nil); !errors.Is(err, errPrivate) {
		t.Errorf("what is no address: %v", err)
	}
	open := guarded(Options{AllowPrivate: true})
	for _, a := range []string{"127.0.0.1", "10.1.2.3", "169.254.1.1", "100.64.0.1", "fd00:ec2::1", "2001:db8::1"} {
		if err := open.check(netip.MustParseAddr(a)); err != nil {
			t.Errorf("%s, allowed: %v", a, err)
		}
	}
	for _, a := range []string{"169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "fd00:ec2::254", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe"} {
		if err := open.control("tcp", netip.AddrPortFrom(netip.MustParseAddr(a), 80).String(), nil); !errors.Is(err, errCloud) {
			t.Errorf("%s, a cloud's, with all private ones allowed: %v, want it refused", a, err)
		}
	}
}

// TestGuardDials asks for the same where it is dialled: by address and by name.
func TestGuardDials(t *testing.T) {
	t.Parallel()
	rows := []struct {
		name, dial string
		addrs      []string
	}{
		{"an address", "10.0.0.1:80", nil},
		{"an address of version 6", "[::1]:80", nil},
		{"one that a number stands for", "[::ffff:7f00:1]:80", nil},
		{"a gateway's", "[64:ff9b::5db8:d822]:80", nil},
		{"a name", "harbor.example:80", []string{"10.0.0.1"}},
		{"a name with one private address among public ones", "harbor.example:80", []string{"93.184.216.34", "10.0.0.1"}},
		{"a name with one of version 6", "harbor.example:443", []string{"93.184.216.34", "fd00::1"}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			g := guarded(Options{}, row.addrs...)
			for _, dial := range []func(context.Context, string, string) (net.Conn, error){g.dial, g.dialAnew} {
				if _, err := dial(t.Context(), "tcp", row.dial); !errors.Is(err, errPrivate) {
					t.Errorf("dial: %v, want it refused", err)
				}
			}
			host, _, _ := net.SplitHostPort(row.dial)
			if err := g.checkName(t.Context(), host); !errors.Is(err, errPrivate) {
				t.Errorf("for a proxy: %v, want it refused", err)
			}
		})
	}
}

// TestRebinding has a name change its address between two look-ups: what is
// checked is what is dialled.
func TestRebinding(t *testing.T) {
	t.Parallel()
	asked := 0
	g := newGuard(Options{Lookup: func(context.Context, string) ([]netip.Addr, error) {
		if asked++; asked == 1 {
			return []netip.Addr{netip.MustParseAddr("93.184.216.34")}, nil
		}
		return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
	}}, nil)
	if err := g.checkName(t.Context(), "rebind.example"); err != nil {
		t.Fatal(err)
	}
	if _, err := g.dialAnew(t.Context(), "tcp", "rebind.example:80"); !errors.Is(err, errPrivate) {
		t.Errorf("dial: %v, want it refused", err)
	}
}

// TestFamily leaves the other version alone.
func TestFamily(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name    string
		version int
		addrs   []string
		want    int
	}{
		{"both", 0, []string{"127.0.0.1", "::1"}, 2},
		{"4 of both", 4, []string{"127.0.0.1", "::1"}, 1},
		{"6 of both", 6, []string{"127.0.0.1", "::1", "::2"}, 2},
		{"6 of none", 6, []string{"127.0.0.1"}, 0},
	} {
		g := guarded(Options{AllowPrivate: true, IPVersion: row.version}, row.addrs...)
		addrs, _ := g.names.lookup(t.Context(), "x.example")
		if got := g.allowed(addrs); len(got) != row.want {
			t.Errorf("%s: %v, want %d", row.name, got, row.want)
		}
		if row.want == 0 {
			if _, err := g.dial(t.Context(), "tcp", "x.example:80"); !errors.Is(err, errFamily) {
				t.Errorf("%s: %v", row.name, err)
			}
		}
	}
}

// TestInTurn has the versions take turns.
func TestInTurn(t *testing.T) {
	t.Parallel()
	var addrs []netip.Addr
	for _, a := range []string{"2001:db8::1", "2001:db8::2", "2001:db8::3", "192.0.2.1", "::ffff:192.0.2.2"} {
		addrs = append(addrs, netip.MustParseAddr(a))
	}
	want := []string{"2001:db8::1", "192.0.2.1", "2001:db8::2", "192.0.2.2", "2001:db8::3"}
	for i, a := range inTurn(addrs) {
		if a.String() != want[i] {
			t.Errorf("%d: %s, want %s", i, a, want[i])
		}
	}
}

// TestRace connects although the first addresses of a name do not answer.
func TestRace(t *testing.T) {
	t.Parallel()
	var config net.ListenConfig
	l, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_ = c.Close()
		}
	}()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	g := guarded(Options{AllowPrivate: true}, "127.0.0.9", "::1", "127.0.0.8", "127.0.0.1")
	c, err := g.dial(t.Context(), "tcp", "harbor.example:"+port)
	if err != nil {
		t.Fatal(err)
	}
	_ = c.Close()
	if _, err := guarded(Options{AllowPrivate: true}, "127.0.0.9", "127.0.0.8").dial(t.Context(), "tcp", "harbor.example:"+port); err == nil || !reached(err) {
		t.Errorf("nobody listens: %v, want it refused", err)
	}
}

// TestProxyTo reads the address of a proxy.
func TestProxyTo(t *testing.T) {
	t.Parallel()
	for _, good := range []string{"http://proxy.example:3128", "https://user:word@proxy.example", "socks5://127.0.0.1:1080"} {
		choose, err := ProxyTo(good)
		if err != nil {
			t.Errorf("%s: %v", good, err)
			continue
		}
		if p, err := choose(&http.Request{URL: &url.URL{Scheme: "https", Host: "harbor.example"}}); err != nil || p.String() != good {
			t.Errorf("%s: %v, %v", good, p, err)
		}
	}
	for _, bad := range []string{"", "proxy.example:3128", "ftp://proxy.example", "http://", "://"} {
		if _, err := ProxyTo(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}
