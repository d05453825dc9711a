package link

import (
	"context"
	"crypto/tls"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
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
	// Rate is the most requests a second to one host, also where the host would
	// take more; 0 means that the host's answers alone set the pace.
	Rate float64
	// Timeout is for one request, from dialling to the end of the body; 0 means 30 s.
	Timeout time.Duration
	// Retries is the number of further attempts after a failure that may
	// pass; negative means 0.
	Retries int
	// MaxBytes is how much is read of all pages together, in bytes; links that
	// are not opened by then stay Unchecked. 0 means 8 GiB.
	MaxBytes int64
	// MaxRedirects is how many redirects are followed for a link; 0 means 10,
	// negative that none is.
	MaxRedirects int
	// Accept are statuses that count as ok whatever the page says.
	Accept Statuses
	// Header is sent to every host. Credentials are refused here: they belong
	// to a host, see Hosts.
	Header http.Header
	// Hosts are the settings of single hosts. All that match a host apply to
	// it, the later ones on top.
	Hosts []HostOptions
	// Include are regular expressions; where there are any, only links that
	// match one are opened. Links that match one of Exclude are skipped.
	Include, Exclude []string
	// Resolve has entries HOST:PORT:ADDRESS as in curl; ADDRESS may carry a
	// port of its own. The addresses may be private: the user named them.
	Resolve []string
	// Remap has addresses looked for elsewhere; the first that fits counts.
	Remap []Remap
	// Root are the files of a site, for links without scheme and host; nil
	// means that such links are skipped.
	Root fs.FS
	// AllowPrivate opens private, loopback and link-local addresses too.
	AllowPrivate bool
	// IPVersion is 4 or 6 to use only that, 0 for both.
	IPVersion int
	// Insecure does not check certificates.
	Insecure bool
	// Proxy picks the proxy of a request; nil means that of the environment.
	// See ProxyTo and NoProxy.
	Proxy func(*http.Request) (*url.URL, error)
	// SecondLook is the time between the two looks that dead takes; 0 means 2 s.
	SecondLook time.Duration
	// Backoff is the wait before the first retry, doubled for each further
	// one, and the measure of a host's pauses; 0 means 500 ms.
	Backoff time.Duration
	// Services are the registries that vouch for identifiers.
	Services Services
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
	if o.MaxBytes <= 0 {
		o.MaxBytes = 8 << 30
	}
	if o.MaxRedirects == 0 {
		o.MaxRedirects = maxHops
	}
	o.MaxRedirects = max(0, o.MaxRedirects)
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
	o.Services.defaults()
}
