package link

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"sync"
)

// Engine opens links. It is safe for use by one Check at a time.
type Engine struct {
	o                Options
	include, exclude []*regexp.Regexp
	hosts            []hostRule
	plain            http.Header
	realm            string // see realmOf
	guard            *guard
	strict, lax      transports // lax are for hosts whose certificates are not checked
	bodies           sync.Pool  // of *bytes.Buffer, one for each answer that is read
}

// New makes an Engine; its errors name the option that is wrong.
func New(o Options) (*Engine, error) {
	named := o
	defaults(&o)
	e := &Engine{o: o, plain: plainHeader(o.UserAgent)}
	var err error
	if e.include, err = patterns("--include", o.Include); err != nil {
		return nil, err
	}
	if e.exclude, err = patterns("--exclude", o.Exclude); err != nil {
		return nil, err
	}
	if err := checkHeader("--header", o.Header); err != nil {
		return nil, err
	}
	for name := range o.Header {
		if credential(name) {
			return nil, fmt.Errorf("--header %s: this would be sent to every site that an article links to; give it for one host, in the hosts of the settings", name)
		}
	}
	if e.hosts, err = hostRules(o.Hosts); err != nil {
		return nil, err
	}
	if o.IPVersion != 0 && o.IPVersion != 4 && o.IPVersion != 6 {
		return nil, fmt.Errorf("--ip %d: use 4 or 6", o.IPVersion)
	}
	if o.Rate < 0 {
		return nil, fmt.Errorf("--rate %g: use a number of requests a second above zero", o.Rate)
	}
	if err := o.Services.check(); err != nil {
		return nil, err
	}
	resolve := map[string]string{}
	for _, r := range o.Resolve {
		from, to, err := parseResolve(r)
		if err != nil {
			return nil, err
		}
		resolve[from] = to
	}
	e.guard = newGuard(o, resolve)
	for _, m := range o.Remap {
		if err := m.check(); err != nil {
			return nil, err
		}
		if u, err := url.Parse(m.To); err == nil && m.Files == nil {
			e.guard.named[hostPort(u)] = true
		}
	}
	for i, base := range o.Services.all() {
		if u, err := url.Parse(*base); err == nil && *named.Services.all()[i] != "" {
			e.guard.named[hostPort(u)] = true
		}
	}
	e.realm = realmOf(named, resolve)
	e.strict, e.lax = e.transports(o.Insecure), e.transports(true)
	return e, nil
}

// Prepare makes what links are judged by, which [Engine.Check] else does while it
// opens the first ones: tables of words. It may run beside all else.
func (e *Engine) Prepare() { prepare() }

// Check judges every request, in order. progress is called once for each
// request as its result is known, never by two at once; nil is allowed. When
// ctx ends, what is not judged yet is Unchecked.
func (e *Engine) Check(ctx context.Context, requests []Request, progress func(Result)) []Result {
	s := newSchedule(e, requests, progress)
	s.run(ctx)
	return s.results
}

// Close ends the connections that are kept.
func (e *Engine) Close() {
	e.strict.close()
	e.lax.close()
}

// Transport is the engine's way to the network for other packages: public
// addresses only, those named by --resolve aside.
func (e *Engine) Transport() http.RoundTripper { return bounded{e.strict.warm, sourceBytes} }

// UserAgent is what the engine calls itself.
func (e *Engine) UserAgent() string { return e.o.UserAgent }

func patterns(flag string, list []string) ([]*regexp.Regexp, error) {
	var out []*regexp.Regexp
	for _, x := range list {
		re, err := regexp.Compile(x)
		if err != nil {
			return nil, fmt.Errorf("%s %s: not a regular expression: %w", flag, x, err)
		}
		out = append(out, re)
	}
	return out, nil
}

// left says why a link is not opened although it could be, "" if it is.
func (e *Engine) left(raw string) string {
	for _, re := range e.exclude {
		if re.MatchString(raw) {
			return "Excluded by --exclude."
		}
	}
	if len(e.include) == 0 {
		return ""
	}
	for _, re := range e.include {
		if re.MatchString(raw) {
			return ""
		}
	}
	return "Left out: it matches no --include."
}
