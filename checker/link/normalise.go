package link

import (
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"

	"ibid/pattern"
)

// normalise is the form of a URL under which it is asked for once: scheme and
// host in lower case and ASCII, a numeric host in its usual form, default port and fragment left out (RFC 3986,
// 6.2.2 and 6.2.3). The query keeps its order.
func normalise(u *url.URL) string {
	c := *u
	c.Fragment, c.RawFragment = "", ""
	c.User = nil
	c.Scheme = strings.ToLower(c.Scheme)
	host, _ := plainHost(c.Hostname())
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port := c.Port(); port != "" && (c.Scheme != "http" || port != "80") && (c.Scheme != "https" || port != "443") {
		host += ":" + port
	}
	c.Host = host
	if c.Path == "" {
		c.Path = "/"
	}
	if strings.Contains(c.Path, "/.") {
		escaped := withoutDots(c.EscapedPath())
		if path, err := url.PathUnescape(escaped); err == nil {
			c.Path, c.RawPath = path, escaped
		}
	}
	return c.String()
}

// withoutDots is an escaped path without its . and .., as browsers take them out
// before they ask, escaped ones too (WHATWG URL, 4.4).
func withoutDots(path string) string {
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	var out []string
	for i, part := range parts {
		last := i == len(parts)-1
		switch strings.ReplaceAll(strings.ToLower(part), "%2e", ".") {
		case ".":
		case "..":
			out = out[:max(0, len(out)-1)]
		default:
			out = append(out, part)
			continue
		}
		if last {
			out = append(out, "")
		}
	}
	return "/" + strings.Join(out, "/")
}

// startsTwice matches an address pasted behind the start of another. A host may
// well be called httpbin or http.
var startsTwice = pattern.New(`(?i)^https?:/+https?(?::/|//|%3a)`)

// parse reads an http or https address as a browser would; the reason says in
// words why it is none.
func parse(raw string) (u *url.URL, reason string) {
	s := strings.TrimSpace(raw)
	switch {
	case strings.ContainsAny(s, " \t\n"):
		return nil, "there is white space inside the address"
	case startsTwice.MatchString(s):
		return nil, "the address starts twice"
	}
	u, err := url.Parse(s)
	if err != nil {
		// A lone percent sign is common and harmless: browsers send it escaped.
		u, err = url.Parse(escapePercent(s))
	}
	if err != nil {
		return nil, "no address can be made of it"
	}
	host := u.Hostname()
	plain, ok := plainHost(host)
	switch {
	case host == "":
		return nil, "the address names no host"
	case strings.ContainsAny(host, "<>\"{}|\\^`!,;'()*&$+=_~@"):
		if strings.Trim(host, "_") == "" || strings.ContainsAny(host, "<>\"{}|\\^`!,;'()*&$+=~@") {
			return nil, "the host's name has a character that none can have"
		}
	case !ok:
		return nil, "the host's name ends in a number and is no address"
	case strings.Contains(host, "..") || strings.HasPrefix(host, "."):
		return nil, "the host's name has an empty part"
	case !strings.Contains(plain, ".") && !strings.Contains(host, ":") && plain != "localhost":
		return nil, "the host's name has no dot"
	}
	if p := u.Port(); p != "" && strings.Trim(p, "0") == "" || len(p) > 5 || p > "65535" && len(p) == 5 {
		return nil, "the port is no number from 1 to 65535"
	}
	return u, ""
}

// escapePercent escapes percent signs that start no escape.
func escapePercent(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			b.WriteString("%25")
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// Plan says what can be said of an address without asking for it: malformed,
// or skipped for its scheme. The second result is false where it has to be opened.
func Plan(raw string) (Result, bool) {
	r, _, known := read(raw)
	return r, known
}

// read is Plan, and the address where it has to be opened.
func read(raw string) (r Result, u *url.URL, known bool) {
	r.URL = raw
	s := strings.TrimSpace(raw)
	scheme, rest, ok := strings.Cut(s, ":")
	lower := strings.ToLower(scheme)
	switch {
	case s == "":
		r.Verdict, r.Reason = Malformed, "The address is empty."
		return r, nil, true
	case ok && (lower == "http" || lower == "https"):
		if !strings.HasPrefix(rest, "//") {
			r.Verdict, r.Reason = Malformed, "The address lacks the two slashes after "+lower+":."
			return r, nil, true
		}
	case lower == "mailto" && !mailable(rest):
		r.Verdict, r.Reason = Malformed, "No mail can be sent to “"+rest+"”: it is no address of the form name@host."
		return r, nil, true
	case ok && knownScheme(lower):
		r.Verdict, r.Reason = Skipped, "Addresses that start with "+lower+": are not opened."
		return r, nil, true
	case ok && strings.HasPrefix(rest, "/") && plainScheme(lower):
		r.Verdict, r.Reason = Malformed, "There is no scheme “"+scheme+":”; http: or https: may be meant."
		return r, nil, true
	case ok && plainScheme(lower):
		r.Verdict, r.Reason = Skipped, "Addresses that start with "+lower+": are not opened."
		return r, nil, true
	default:
		r.Verdict, r.Reason = Skipped, "The address is relative to a page whose own address is not known."
		return r, nil, true
	}
	u, reason := parse(s)
	if reason != "" {
		r.Verdict, r.Reason = Malformed, strings.ToUpper(reason[:1])+reason[1:]+"."
		return r, nil, true
	}
	return r, u, false
}

func knownScheme(s string) bool {
	const known = "|mailto|ftp|ftps|tel|sms|data|javascript|news|nntp|irc|magnet|urn|doi|info|geo|file|gopher|gemini|ipfs|at|about|blob|ws|wss|sftp|ssh|git|svn|ldap|callto|skype|whatsapp|bitcoin|xmpp|feed|webcal|isbn|"
	return strings.Contains(known, "|"+s+"|")
}

func plainScheme(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z'
		if !letter && (i == 0 || (r < '0' || r > '9') && r != '+' && r != '-') {
			return false
		}
	}
	return s != ""
}

// Offline judges requests without asking for any.
func Offline(requests []Request) []Result {
	out := make([]Result, len(requests))
	for i, r := range requests {
		var done bool
		if out[i], done = Plan(r.URL); !done {
			out[i].Verdict, out[i].Unreachable = Unchecked, "offline"
			out[i].Reason = "Not opened: the check ran offline."
		}
	}
	return out
}

// site is the registrable domain of a host ("example.co.uk"), or the host.
func site(host string) string {
	host = strings.ToLower(host)
	if _, err := netip.ParseAddr(host); err == nil {
		return host
	}
	if s, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return s
	}
	return host
}
