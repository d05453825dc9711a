package link

import (
	"context"
	"errors"
	"net/netip"
	"net/url"
	"testing"
)

func TestNormalise(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ in, want string }{
		{"HTTP://Harbor.Example", "http://harbor.example/"},
		{"https://harbor.example:443/a?b=2&a=1#part", "https://harbor.example/a?b=2&a=1"},
		{"http://harbor.example:80/", "http://harbor.example/"},
		{"http://harbor.example:8080/", "http://harbor.example:8080/"},
		{"https://küste.example/straße", "https://xn--kste-0ra.example/stra%C3%9Fe"},
		{"https://harbor.example./a", "https://harbor.example/a"},
		{"https://user:secret@harbor.example/", "https://harbor.example/"},
		{"http://[2001:DB8::1]:80/", "http://[2001:db8::1]/"},
		{"https://harbor.example/a%2Fb", "https://harbor.example/a%2Fb"},
	} {
		u, err := url.Parse(row.in)
		if err != nil {
			t.Fatal(err)
		}
		if got := normalise(u); got != row.want {
			t.Errorf("%s: %s, want %s", row.in, got, row.want)
		}
	}
}

func TestPlan(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		in   string
		want Verdict // "" where the address has to be opened
	}{
		{"https://harbor.example/a", ""},
		{"http://harbor.example/100%", ""},
		{"http://192.0.2.1/", ""},
		{"http://[2001:db8::1]/", ""},
		{"https://harbor_office.example/", ""},
		{"", Malformed},
		{"http:harbor.example", Malformed},
		{"http://", Malformed},
		{"http://http://harbor.example", Malformed},
		{"https://https//harbor.example", Malformed},
		{"https://httpd.harbor.example/", ""},
		{"https://http.example/", ""},
		{"https://har bor.example/", Malformed},
		{"https://harbor..example/", Malformed},
		{"https://harbor/", Malformed},
		{"https://harbor.example:99999/", Malformed},
		{"https://harb<or.example/", Malformed},
		{"htp://harbor.example", Malformed},
		{"mailto:keeper@harbor.example", Skipped},
		{"ftp://harbor.example/", Skipped},
		{"javascript:alert(1)", Skipped},
		{"/pans/1", Skipped},
		{"../pans", Skipped},
	} {
		got, done := Plan(row.in)
		if done != (row.want != "") || done && got.Verdict != row.want {
			t.Errorf("%q: %v (%s, %s), want %q", row.in, done, got.Verdict, got.Reason, row.want)
		}
		if done && got.Reason == "" {
			t.Errorf("%q: no reason", row.in)
		}
	}
}

// TestGuard asks that no address inside a network is dialled, however it is written.
func TestGuard(t *testing.T) {
	t.Parallel()
	g := &guard{proxies: map[string]bool{}}
	for _, inside := range []string{
		"127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.1", "198.18.0.1",
		"224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
		"64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1",
	} {
		if err := g.check(netip.AddrPortFrom(netip.MustParseAddr(inside), 80).String()); !errors.Is(err, errPrivate) {
			t.Errorf("%s: %v, want it refused", inside, err)
		}
	}
	for _, public := range []string{"93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "::ffff:93.184.216.34"} {
		if err := g.check(netip.AddrPortFrom(netip.MustParseAddr(public), 443).String()); err != nil {
			t.Errorf("%s: %v", public, err)
		}
	}
	if err := g.check("no address"); !errors.Is(err, errPrivate) {
		t.Errorf("what is no address: %v", err)
	}
	if err := (&guard{allow: true}).check("127.0.0.1:80"); err != nil {
		t.Errorf("allowed: %v", err)
	}
}

// TestGuardRefusesMixedNames asks that a name with one private address among
// public ones is refused whole.
func TestGuardRefusesMixedNames(t *testing.T) {
	t.Parallel()
	g := &guard{proxies: map[string]bool{}, lookup: func(context.Context, string) ([]netip.Addr, error) {
		return []netip.Addr{netip.MustParseAddr("93.184.216.34"), netip.MustParseAddr("10.0.0.1")}, nil
	}}
	if _, err := g.dial(t.Context(), "tcp", "harbor.example:80"); !errors.Is(err, errPrivate) {
		t.Errorf("dial: %v", err)
	}
	if err := g.checkName(t.Context(), "harbor.example"); !errors.Is(err, errPrivate) {
		t.Errorf("check: %v", err)
	}
}

func TestSite(t *testing.T) {
	t.Parallel()
	for host, want := range map[string]string{
		"www.harbor.example": "harbor.example", "a.b.harbor.co.uk": "harbor.co.uk", "192.0.2.1": "192.0.2.1", "harbor": "harbor", "User.GitHub.io": "user.github.io",
	} {
		if got := site(host); got != want {
			t.Errorf("%s: %s, want %s", host, got, want)
		}
	}
}
