package link_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"testing"

	"ibid/checker/link"
)

// only shows a page at one address as it is sent, escapes and all.
func only(want ...string) map[string]http.HandlerFunc {
	return map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		if slices.Contains(want, r.RequestURI) {
			page("Tide Tables", essay)(w, r)
			return
		}
		http.Error(w, r.RequestURI, http.StatusNotFound)
	}}
}

// TestFaultsOfAddresses: addresses that are odd, and how they are sent.
func TestFaultsOfAddresses(t *testing.T) {
	t.Parallel()
	long := "/" + strings.Repeat("tide/", 1500)
	runFaults(t, []fault{
		{name: "letters of its own", path: "/приливы", also: only("/%D0%BF%D1%80%D0%B8%D0%BB%D0%B8%D0%B2%D1%8B"), want: link.OK},
		{name: "letters that are escaped", path: "/%D0%BF%D1%80", also: only("/%D0%BF%D1%80"), want: link.OK},
		{name: "escapes in small letters", path: "/%d0%bf", also: only("/%d0%bf", "/%D0%BF"), want: link.OK},
		{name: "Latin-1 that is escaped", path: "/caf%E9", also: only("/caf%E9"), want: link.OK},
		{name: "an escaped slash", path: "/a%2Fb", also: only("/a%2Fb"), want: link.OK},
		{name: "an escaped space", path: "/a%20b", also: only("/a%20b"), want: link.OK},
		{name: "a plus", path: "/a+b?c=d+e", also: only("/a+b?c=d+e"), want: link.OK},
		{name: "a percent sign alone", path: "/100%", also: only("/100%25"), want: link.OK},
		{name: "a percent sign before letters", path: "/100%zz", also: only("/100%25zz"), want: link.OK},
		{name: "round brackets", path: "/Tide_(table)", also: only("/Tide_(table)"), want: link.OK},
		{name: "square brackets", path: "/a[1]?b[]=2", also: only("/a[1]?b[]=2", "/a%5B1%5D?b[]=2", "/a%5B1%5D?b%5B%5D=2"), want: link.OK},
		{name: "braces and bars", path: "/a{b}|c", also: only("/a%7Bb%7D%7Cc", "/a%7Bb%7D|c"), want: link.OK},
		{name: "an apostrophe, a star, a bang", path: "/it's!*", also: only("/it's!*", "/it%27s!*"), want: link.OK},
		{name: "a semicolon and a comma", path: "/a;b=1,c", also: only("/a;b=1,c"), want: link.OK},
		{name: "a colon and an at", path: "/a:b@c", also: only("/a:b@c"), want: link.OK},
		{name: "two slashes", path: "/a//b", also: only("/a//b"), want: link.OK},
		{name: "a question mark and nothing", path: "/a?", also: only("/a?", "/a"), want: link.OK},
		{name: "two question marks", path: "/a?b?c", also: only("/a?b?c"), want: link.OK},
		{name: "the order of a query", path: "/a?z=1&a=2&z=3", also: only("/a?z=1&a=2&z=3"), want: link.OK},
		{name: "an address in a query", path: "/a?u=https://b.example/c%3Fd", also: only("/a?u=https://b.example/c%3Fd"), want: link.OK},
		{name: "a fragment", path: "/a#b", also: only("/a"), want: link.OK, fragment: "“b”"},
		{name: "no path", path: "", host: "bare.example", serve: page("Tide Tables", essay), want: link.OK},
		{name: "capitals in the name", host: "HARBOR.Example", serve: page("Tide Tables", essay), want: link.OK},
		{name: "a stop behind the name", host: "harbor.example.", serve: page("Tide Tables", essay), want: link.OK},
		{name: "a name in letters of its own", host: "hafen-küste.example", serve: unless(func(r *http.Request) bool { return strings.HasPrefix(r.Host, "xn--hafen-kste-") }, 421), want: link.OK},
		{name: "a name with an underscore", host: "the_harbor.example", serve: page("Tide Tables", essay), want: link.OK},
		{name: "a very long address", path: long, also: only(long), want: link.OK},
		{name: "an address too long for the site", path: long, also: map[string]http.HandlerFunc{"/": status(414)}, want: link.Blocked},
		{name: "dots in the path", path: "/a/../b/./c", also: only("/b/c"), want: link.OK},
		{name: "escaped dots in the path", path: "/a/%2E%2e/b/%2e", also: only("/b/"), want: link.OK},
		{name: "a number for a name", path: "http://2130706433:PORT/x", serve: page("Tide Tables", essay), want: link.OK},
		{name: "a port of nothing", path: "http://harbor.example:0/x", serve: status(404), want: link.Malformed},
		{name: "a number that is no address", path: "http://256.0.0.1:PORT/x", serve: status(404), want: link.Malformed},
		{name: "white space inside", path: "http://harbor.example:PORT/tide tables", serve: status(404), want: link.Malformed},
		{name: "the start twice", path: "http://http://harbor.example:PORT/x", serve: status(404), want: link.Malformed},
		{name: "a port that is none", path: "http://harbor.example:99999/x", serve: status(404), want: link.Malformed},
		{name: "no name", path: "http:///x", serve: status(404), want: link.Malformed},
	})
}

// TestIPv6Only opens a name that has an address of version 6 alone.
func TestIPv6Only(t *testing.T) {
	t.Parallel()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp6", "[::1]:0")
	if err != nil {
		t.Skipf("this machine has no IPv6: %v", err)
	}
	server := httptest.NewUnstartedServer(page("Tide Tables", essay))
	_ = server.Listener.Close()
	server.Listener = listener
	server.Start()
	defer server.Close()
	u, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	o := quick()
	o.Lookup = func(context.Context, string) ([]netip.Addr, error) { return []netip.Addr{netip.IPv6Loopback()}, nil }
	for _, address := range []string{"http://six.example:" + u.Port() + "/x", server.URL + "/x"} {
		if r := check(t, o, address); r.Verdict != link.OK {
			t.Errorf("%s: %s (%s), want ok", address, r.Verdict, r.Reason)
		}
	}
}
