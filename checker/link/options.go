package link

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// Options say how links are opened. The zero value is useful.
type Options struct {
	// UserAgent is what we call ourselves; "" means ibid and Version.
	UserAgent string
	Version   string
	// Concurrency is the number of requests under way at once; 0 means 64.
	Concurrency int
	// PerHost is the same for one host; 0 means 4.
	PerHost int
	// Timeout is for one attempt, from dialling to the end of the body; 0 means 30 s.
	Timeout time.Duration
	// Retries is the number of further attempts after a failure that may
	// pass; negative means 0.
	Retries int
	// Exclude are regular expressions; links that match one are skipped.
	Exclude []string
	// Resolve has entries HOST:PORT:ADDRESS as in curl; ADDRESS may carry a
	// port of its own. The addresses may be private: the user named them.
	Resolve []string
	// AllowPrivate opens private, loopback and link-local addresses too.
	AllowPrivate bool
	// Proxy picks the proxy of a request; nil means that of the environment.
	Proxy func(*http.Request) (*url.URL, error)
	// SecondLook is the time between the two looks that dead takes; 0 means 2 s.
	SecondLook time.Duration
	// Backoff is the wait before the first retry, doubled for each further one; 0 means 500 ms.
	Backoff time.Duration
	// TLS is the base of the TLS configuration; nil means the system's roots.
	TLS *tls.Config
	// Lookup resolves names; nil means the system's resolver.
	Lookup func(ctx context.Context, host string) ([]netip.Addr, error)
	// Cache keeps answers between runs; nil means that every link is opened.
	Cache Cache
	// MaxAge is the age up to which a good answer of the cache stands for its
	// link; a failure stands for its Lifetime at most. 0 means the times of
	// Lifetime, negative that every host is asked.
	MaxAge time.Duration
	// Now is the clock by which answers age; nil means time.Now.
	Now func() time.Time
	// Logger is told of every request at level Info; nil means nobody is.
	Logger *slog.Logger
}

// Engine opens links. It is safe for use by one Check at a time.
type Engine struct {
	o       Options
	exclude []*regexp.Regexp
	realm   string // see realmOf
	guard   *guard
	// warm keeps connections, fresh makes a new one for each request.
	warm, fresh *http.Transport
}

// New makes an Engine; its errors name the option that is wrong.
func New(o Options) (*Engine, error) {
	named := o
	defaults(&o)
	e := &Engine{o: o}
	for _, x := range o.Exclude {
		re, err := regexp.Compile(x)
		if err != nil {
			return nil, fmt.Errorf("--exclude %s: not a regular expression: %w", x, err)
		}
		e.exclude = append(e.exclude, re)
	}
	resolve := map[string]string{}
	for _, r := range o.Resolve {
		from, to, err := parseResolve(r)
		if err != nil {
			return nil, err
		}
		resolve[from] = to
	}
	e.realm = realmOf(named, resolve)
	e.guard = &guard{allow: o.AllowPrivate, resolve: resolve, lookup: o.Lookup, proxies: map[string]bool{}}
	e.warm = e.transport()
	e.fresh = e.transport()
	e.fresh.DisableKeepAlives = true
	return e, nil
}

// Close ends the connections that are kept.
func (e *Engine) Close() {
	e.warm.CloseIdleConnections()
	e.fresh.CloseIdleConnections()
}

func defaults(o *Options) {
	if o.Concurrency <= 0 {
		o.Concurrency = 64
	}
	if o.PerHost <= 0 {
		o.PerHost = 4
	}
	if o.Timeout <= 0 {
		o.Timeout = 30 * time.Second
	}
	o.Retries = max(0, o.Retries)
	if o.SecondLook <= 0 {
		o.SecondLook = 2 * time.Second
	}
	if o.Backoff <= 0 {
		o.Backoff = 500 * time.Millisecond
	}
	if o.Version == "" {
		o.Version = "devel"
	}
	if o.UserAgent == "" {
		o.UserAgent = "ibid/" + o.Version + " (link check of an article's notes)"
	}
	if o.Proxy == nil {
		o.Proxy = http.ProxyFromEnvironment
	}
	if o.Lookup == nil {
		o.Lookup = func(ctx context.Context, host string) ([]netip.Addr, error) {
			return net.DefaultResolver.LookupNetIP(ctx, "ip", host)
		}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
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

// transport is an HTTP transport with timeouts for each phase.
func (e *Engine) transport() *http.Transport {
	var config *tls.Config
	if e.o.TLS != nil {
		config = e.o.TLS.Clone()
	}
	return &http.Transport{
		Proxy:                 e.guard.proxied(e.o.Proxy),
		DialContext:           e.guard.dial,
		TLSClientConfig:       config,
		TLSHandshakeTimeout:   min(10*time.Second, e.o.Timeout),
		ResponseHeaderTimeout: e.o.Timeout,
		ExpectContinueTimeout: time.Second,
		IdleConnTimeout:       30 * time.Second,
		MaxIdleConns:          4 * e.o.Concurrency,
		MaxIdleConnsPerHost:   e.o.PerHost,
		MaxConnsPerHost:       0,
		// A header block larger than this is an attack or a mistake.
		MaxResponseHeaderBytes: 256 << 10,
		ForceAttemptHTTP2:      true,
	}
}
