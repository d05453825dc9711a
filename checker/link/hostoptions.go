package link

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/http/httpguts"
	"golang.org/x/net/idna"

	"ibid/checker/link/secret"
)

// HostOptions are the settings of one host, or of several that are alike. What
// is zero is left to the engine's Options.
type HostOptions struct {
	// Host is a name: example.org, *.example.org for it and all below it,
	// example.org:8080 for one port, https://example.org for one scheme.
	Host string
	// PerHost, Rate, Timeout and Accept are as in Options; Accept adds to it.
	PerHost int
	Rate    float64
	Timeout time.Duration
	Accept  Statuses
	// Header is sent to this host only. Credentials among it go over an
	// encrypted connection only, unless Host says http://.
	Header http.Header
	// Insecure does not check the host's certificate.
	Insecure bool
}

// hostRule is HostOptions ready for use.
type hostRule struct {
	HostOptions
	scheme, name, port string // scheme and port may be ""
	below              bool   // names below it too
}

func hostRules(list []HostOptions) ([]hostRule, error) {
	var out []hostRule
	for _, h := range list {
		r := hostRule{HostOptions: h}
		rest := strings.ToLower(strings.TrimSpace(h.Host))
		if scheme, after, ok := strings.Cut(rest, "://"); ok {
			r.scheme, rest = scheme, after
		}
		r.below = strings.HasPrefix(rest, "*.")
		u, err := url.Parse("http://" + strings.TrimPrefix(rest, "*."))
		switch {
		case err != nil || u.Hostname() == "" || u.Path != "" && u.Path != "/" || u.RawQuery != "" || u.User != nil || strings.Contains(u.Hostname(), "*"),
			r.scheme != "" && r.scheme != "http" && r.scheme != "https":
			return nil, fmt.Errorf("host %q: use a name as in example.org, *.example.org, example.org:8080 or https://example.org", h.Host)
		case h.PerHost < 0 || h.Rate < 0 || h.Timeout < 0:
			return nil, fmt.Errorf("host %s: use numbers above zero", h.Host)
		}
		r.name, r.port = u.Hostname(), u.Port()
		if ascii, err := idna.Lookup.ToASCII(r.name); err == nil {
			r.name = ascii
		}
		if err := checkHeader("host "+h.Host+": header", h.Header); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// Check says what is wrong with the settings, nil if nothing is.
func (h HostOptions) Check() error {
	_, err := hostRules([]HostOptions{h})
	return err
}

func (r *hostRule) matches(u *url.URL) bool {
	name := u.Hostname()
	if r.scheme != "" && r.scheme != u.Scheme || r.port != "" && !strings.HasSuffix(hostPort(u), ":"+r.port) {
		return false
	}
	return name == r.name || r.below && strings.HasSuffix(name, "."+r.name)
}

// settings are what is in force for the host of a URL.
func (e *Engine) settings(u *url.URL) HostOptions {
	s := HostOptions{PerHost: e.o.PerHost, Rate: e.o.Rate, Timeout: e.o.Timeout, Accept: e.o.Accept, Header: e.o.Header, Insecure: e.o.Insecure}
	copied := false
	for i := range e.hosts {
		r := &e.hosts[i]
		if !r.matches(u) {
			continue
		}
		s.PerHost = cmp.Or(r.PerHost, s.PerHost)
		s.Rate = cmp.Or(r.Rate, s.Rate)
		s.Timeout = cmp.Or(r.Timeout, s.Timeout)
		s.Accept = slices.Concat(s.Accept, r.Accept)
		s.Insecure = s.Insecure || r.Insecure
		for name, values := range r.Header {
			if credential(name) && u.Scheme != "https" && r.scheme != "http" {
				continue
			}
			if !copied {
				s.Header, copied = maps.Clone(s.Header), true
			}
			if s.Header == nil {
				s.Header = http.Header{}
			}
			s.Header[http.CanonicalHeaderKey(name)] = values
		}
	}
	return s
}

// credential says whether a header lets somebody in.
func credential(name string) bool {
	switch http.CanonicalHeaderKey(name) {
	case "Authorization", "Cookie", "Proxy-Authorization":
		return true
	}
	return secret.LikelyName(name)
}

// checkHeader refuses headers that can't be sent or are the connection's own.
func checkHeader(where string, h http.Header) error {
	for name, values := range h {
		switch http.CanonicalHeaderKey(name) {
		case "Host", "Connection", "Content-Length", "Transfer-Encoding", "Upgrade", "Te", "Trailer", "Keep-Alive", "Proxy-Connection", "If-None-Match", "If-Modified-Since", "Accept-Encoding":
			return fmt.Errorf("%s %s: this one is set by ibid", where, name)
		}
		if !httpguts.ValidHeaderFieldName(name) {
			return fmt.Errorf("%s %q: use NAME: VALUE, as in Accept-Language: de", where, name)
		}
		for _, v := range values {
			if !httpguts.ValidHeaderFieldValue(v) {
				return fmt.Errorf("%s %s: the value has a character that can't be sent", where, name)
			}
		}
	}
	return nil
}

// ParseHeader reads NAME: VALUE.
func ParseHeader(s string) (name, value string, err error) {
	name, value, ok := strings.Cut(s, ":")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	if !ok || name == "" {
		return "", "", fmt.Errorf("%q: use NAME: VALUE, as in Accept-Language: de", s)
	}
	return name, value, checkHeader("header", http.Header{name: {value}})
}
