package link

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// plainHost is a host's name as browsers understand it: in lower case and
// ASCII, without a stop at its end, an address of four numbers in its usual form
// whatever form it is given in (WHATWG URL, 3.5). ok is false where a name ends
// in a number and is no address.
//
//	Küste.Example.   xn--kste-0ra.example
//	0x7f.1           127.0.0.1
//	2130706433       127.0.0.1
//	999.1.1.1        none
func plainHost(host string) (plain string, ok bool) {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if !plainASCII(host) {
		if ascii, err := idna.Lookup.ToASCII(host); err == nil {
			host = strings.TrimSuffix(ascii, ".")
		}
	}
	if a, err := netip.ParseAddr(host); err == nil && a.Is4() {
		return host, true // as it is in most cases
	}
	if _, isNumber := hostNumber(host[strings.LastIndexByte(host, '.')+1:]); !isNumber || strings.Contains(host, ":") {
		return host, true
	}
	parts := strings.Split(host, ".")
	if len(parts) > 4 {
		return host, false
	}
	address := uint64(0)
	for i, part := range parts {
		n, isNumber := hostNumber(part)
		bytes := 1 // that the part stands for
		if i == len(parts)-1 {
			bytes = 4 - i
		}
		if !isNumber || n>>(8*bytes) > 0 {
			return host, false
		}
		address |= n << (8 * (4 - i - bytes))
	}
	return netip.AddrFrom4([4]byte{byte(address >> 24), byte(address >> 16), byte(address >> 8), byte(address)}).String(), true
}

// plainASCII says whether a name in lower case is in ASCII and stands for no
// other: most are, and nothing is gained by looking them over.
func plainASCII(host string) bool {
	for i := range len(host) {
		if host[i] >= utf8.RuneSelf {
			return false
		}
	}
	return !strings.Contains(host, "xn--") && !strings.HasSuffix(host, ".")
}

// hostNumber reads a part of an address: decimal, octal (017) or hexadecimal (0x7f).
func hostNumber(s string) (n uint64, ok bool) {
	base := 10
	switch {
	case strings.HasPrefix(s, "0x"):
		base, s = 16, s[2:]
		if s == "" {
			return 0, true
		}
	case len(s) > 1 && s[0] == '0':
		base, s = 8, s[1:]
	}
	if s == "" || base < 16 && (s[0] < '0' || s[0] > '9') {
		return 0, false // most names: no error is made for them
	}
	n, err := strconv.ParseUint(s, base, 33)
	if err != nil && base == 8 && strings.Trim(s, "0123456789") == "" {
		return 1 << 32, true // a number, and no part of an address
	}
	if err != nil && base == 10 && s != "" && strings.Trim(s, "0123456789") == "" {
		return 1 << 32, true
	}
	return n, err == nil
}

// Inside says whether a host is one of a private network by its name: names that
// the internet has none of (RFC 6761, 6762 and 8375; ICANN's .internal, and those
// that it keeps free because so many networks use them), or numbers.
func Inside(host string) bool {
	if a, err := netip.ParseAddr(host); err == nil {
		a = a.Unmap()
		return a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsUnspecified() || a.IsMulticast()
	}
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	last := host[strings.LastIndexByte(host, '.')+1:]
	switch last {
	case host, "local", "localhost", "internal", "intranet", "lan", "corp", "home", "private", "arpa", "onion", "i2p":
		return true
	}
	return false
}

// innerName says why a link is not opened whose host has a name of a private
// network, "" if that is none or the user allows it.
func (e *Engine) innerName(u *url.URL) string {
	if e.o.AllowPrivate {
		return ""
	}
	host, _ := plainHost(u.Hostname())
	if _, err := netip.ParseAddr(host); err == nil || !Inside(host) {
		return "" // numbers are looked at when they are dialled
	}
	at, files := e.remapped(u)
	if _, named := e.guard.free(hostPort(at)); named || files != nil {
		return ""
	}
	if strings.HasSuffix(host, ".onion") || strings.HasSuffix(host, ".i2p") {
		return host + " can be opened by special programs only (Tor, I2P)."
	}
	return host + " is a name inside a private network, which is not opened (--allow-private opens it)."
}
