package archive

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The services' own addresses.
const (
	DefaultWayback      = "https://web.archive.org"
	DefaultAvailability = "https://archive.org"
	DefaultMemento      = "http://timetravel.mementoweb.org"
	// None stands for a service that is not asked.
	None = "off"
)

// maxBody is how much of an answer is read, in bytes.
const maxBody = 1 << 20

// tries is how often a request is made that may succeed later.
const tries = 3

// Options say which archives are asked, and how. The zero value asks the
// public ones at their own pace.
type Options struct {
	// Transport is the way to the network; nil means http.DefaultTransport.
	Transport http.RoundTripper
	// UserAgent is what we call ourselves; "" means ibid.
	UserAgent string
	// Wayback is the address of the Wayback Machine or of a server like it
	// (index, copies, Save Page Now); "" means DefaultWayback.
	Wayback string
	// Availability is that of its availability service; "" means
	// DefaultAvailability, or Wayback where that is given.
	Availability string
	// Memento is that of an aggregator of archives; "" means DefaultMemento.
	Memento string
	// PerMinute is the number of requests a minute to each service; 0 means
	// what each is known to allow.
	PerMinute int
	// Budget is the time for all look-ups of one Find; 0 means 5 minutes.
	Budget time.Duration
	// Store keeps answers between runs; nil means that none are kept.
	Store Store
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Logger is told of every request at level Info; nil means nobody is.
	Logger *slog.Logger
}

// Bases says what is wrong with a service's address, if anything is.
func (o Options) Bases() error {
	for _, base := range []string{o.Wayback, o.Availability, o.Memento} {
		if base == "" || base == None {
			continue
		}
		u, err := url.Parse(base)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
			return fmt.Errorf("%s is not the address of a service: use one as https://web.archive.org, or off", base)
		}
	}
	return nil
}

// client makes requests to services.
type client struct {
	o    Options
	http http.Client // follows redirects within a host
	raw  http.Client // follows none: those of copies are evidence

	mu    sync.Mutex
	gates map[string]*gate    // by host
	pages map[string]*service // copies in other archives, by host

	availability, cdx, replay, memento, save, status *service
}

func newClient(o Options) *client {
	if o.Transport == nil {
		o.Transport = http.DefaultTransport
	}
	if o.UserAgent == "" {
		o.UserAgent = "ibid"
	}
	if o.Availability == "" {
		o.Availability = DefaultAvailability
		if o.Wayback != "" {
			o.Availability = o.Wayback
		}
	}
	if o.Wayback == "" {
		o.Wayback = DefaultWayback
	}
	if o.Memento == "" {
		o.Memento = DefaultMemento
	}
	if o.Budget <= 0 {
		o.Budget = 5 * time.Minute
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	c := &client{o: o, gates: map[string]*gate{}, pages: map[string]*service{}}
	c.http = http.Client{Transport: o.Transport, CheckRedirect: within}
	c.raw = http.Client{Transport: o.Transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	// Limits as of autumn 2026. The index allows 30 a minute and asks for 24,
	// copies 600 and 480. For the availability service none is published.
	c.availability = c.service("the availability service", o.Availability, 20*time.Second, 60, 8)
	c.cdx = c.service("the index of the Wayback Machine", o.Wayback, 30*time.Second, 24, 4)
	c.replay = c.service("the Wayback Machine", o.Wayback, 30*time.Second, 480, 8)
	c.memento = c.service("the Memento aggregator", o.Memento, time.Minute, 30, 2)
	c.save = c.service("Save Page Now", o.Wayback, 90*time.Second, 7, 1)
	c.status = c.service("Save Page Now", o.Wayback, 30*time.Second, 60, 1)
	return c
}

// within follows few redirects, and none to another host or out of encryption:
// keys are for one.
func within(r *http.Request, via []*http.Request) error {
	first := via[0].URL
	if len(via) > 3 || r.URL.Hostname() != first.Hostname() || first.Scheme == "https" && r.URL.Scheme != "https" {
		return http.ErrUseLastResponse
	}
	return nil
}

// service makes one, at so many requests a minute.
func (c *client) service(name, base string, timeout time.Duration, perMinute, burst int) *service {
	if c.o.PerMinute > 0 {
		perMinute, burst = c.o.PerMinute, 1
	}
	return &service{
		name: name, base: strings.TrimRight(base, "/"), host: c.gate(base), timeout: timeout,
		every: time.Minute / time.Duration(perMinute), burst: burst, now: c.o.Now,
	}
}

func (c *client) gate(address string) *gate {
	host := address
	if u, err := url.Parse(address); err == nil {
		host = u.Host
	}
	if c.gates[host] == nil {
		c.gates[host] = &gate{}
	}
	return c.gates[host]
}

// pageService is that of the copies at an address, whichever archive it is.
func (c *client) pageService(address string) *service {
	if strings.HasPrefix(address, c.replay.base+"/") {
		return c.replay
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	host := address
	if u, err := url.Parse(address); err == nil {
		host = u.Host
	}
	if c.pages[host] == nil {
		c.pages[host] = c.service(host, address, 30*time.Second, 60, 4)
	}
	return c.pages[host]
}

// answer is what a service said.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// request is one call of a service.
type request struct {
	method  string // "" means GET
	address string
	form    url.Values
	header  http.Header
	raw     bool // redirects are not followed
}

// call makes a request in the service's turn. What may pass is tried again; an
// error means that the service could not be asked.
func (c *client) call(ctx context.Context, s *service, r request) (answer, error) {
	var last error
	for try := range tries {
		if try > 0 && last != nil {
			if err := sleep(ctx, c.backoff(r.address, try)); err != nil {
				return answer{}, err
			}
		}
		if err := s.turn(ctx); err != nil {
			return answer{}, err
		}
		a, err := c.once(ctx, s, r)
		if ctx.Err() != nil {
			return answer{}, ctx.Err()
		}
		if unreachable(err) {
			return answer{}, fmt.Errorf("%s %w", s.name, c.unreachable(s.host))
		}
		switch {
		case err != nil:
			last = fmt.Errorf("%s: %w", s.name, err)
		case a.header.Get("Memento-Datetime") != "":
			s.host.succeeded() // the status is that of the page when it was captured
			return a, nil
		case a.status == http.StatusTooManyRequests, a.status == http.StatusServiceUnavailable && a.header.Get("Retry-After") != "":
			s.host.pause(c.o.Now(), retryAfter(a.header, c.o.Now()))
			last = nil // the pause is wait enough
		case mayPass(a.status):
			last = fmt.Errorf("%s answers %d %s", s.name, a.status, http.StatusText(a.status))
		default:
			s.host.succeeded()
			return a, nil
		}
	}
	if last == nil {
		last = fmt.Errorf("%s was asked too often", s.name)
	}
	s.host.failed(last)
	return answer{}, last
}

// unreachable says whether not even a connection could be made: there is no
// network here, or the archive shuts this machine out.
func unreachable(err error) bool {
	op, ok := errors.AsType[*net.OpError](err)
	_, dns := errors.AsType[*net.DNSError](err)
	return dns || ok && op.Op == "dial"
}

// unreachable leaves a host alone for the rest of the run, and with a second
// one all: then the trouble is here.
func (c *client) unreachable(g *gate) error {
	err := fmt.Errorf("%w: it can't be reached", errClosed)
	g.close(err)
	c.mu.Lock()
	defer c.mu.Unlock()
	down := 0
	for _, g := range c.gates {
		if g.shut() {
			down++
		}
	}
	if down > 1 {
		for _, g := range c.gates {
			g.close(err)
		}
	}
	return err
}

func mayPass(status int) bool {
	switch status {
	case 408, 500, 502, 503, 504:
		return true
	}
	return false
}

// once makes a request.
func (c *client) once(ctx context.Context, s *service, r request) (answer, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	method := r.method
	if method == "" {
		method = http.MethodGet
	}
	var body io.Reader
	if r.form != nil {
		body = strings.NewReader(r.form.Encode())
	}
	req, err := http.NewRequestWithContext(ctx, method, r.address, body)
	if err != nil {
		return answer{}, err
	}
	maps.Copy(req.Header, r.header)
	req.Header.Set("User-Agent", c.o.UserAgent)
	if r.form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	start := c.o.Now()
	doer := &c.http
	if r.raw {
		doer = &c.raw
	}
	resp, err := doer.Do(req)
	if err != nil {
		if u, ok := errors.AsType[*url.Error](err); ok {
			err = u.Err // the address is no news
		}
		c.o.Logger.InfoContext(ctx, "archive", "url", r.address, "elapsed_ms", c.o.Now().Sub(start).Milliseconds(), "error", err)
		return answer{}, err
	}
	defer func() { _ = resp.Body.Close() }() // what there was to read was read
	content, err := io.ReadAll(io.LimitReader(resp.Body, maxBody))
	c.o.Logger.InfoContext(ctx, "archive", "url", r.address, "elapsed_ms", c.o.Now().Sub(start).Milliseconds(), "status", resp.StatusCode, "error", err)
	if err != nil {
		return answer{}, fmt.Errorf("reading the answer: %w", err)
	}
	return answer{resp.StatusCode, resp.Header, content}, nil
}

// backoff is the wait before a further try: 1 s, 2 s, and a part of it that
// differs from address to address.
func (c *client) backoff(address string, try int) time.Duration {
	base := time.Second << (try - 1)
	h := fnv.New32a()
	_, _ = h.Write([]byte(address))
	return base + time.Duration(h.Sum32()%1000)*base/2000
}

// retryAfter reads Retry-After in both of its forms (RFC 9110, 10.2.3).
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if n, err := strconv.Atoi(v); err == nil && n > 0 {
		return time.Duration(min(n, 86400)) * time.Second
	}
	if t, err := http.ParseTime(v); err == nil && t.After(now) {
		return t.Sub(now)
	}
	return 0
}
