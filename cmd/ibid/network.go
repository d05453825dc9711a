package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"ibid/checker/link"
	"ibid/cmd/ibid/internal/config"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/parser/article"
)

// networkFlags say how addresses are opened; the commands that open some share them.
type networkFlags struct {
	concurrency, perHost, retries, maxRedirects int
	rate                                        rate
	timeout                                     wait
	accept, headers, include, exclude           []string
	resolve, remap, services                    []string
	root                                        string
	allowPrivate, insecure                      bool
	userAgent, proxy, ip                        string
	direct                                      bool // no proxy, whatever the environment says
	// hosts are the settings of single hosts, from files.
	hosts []host
}

// add defines the flags, with their defaults.
func (n *networkFlags) add(f *pflag.FlagSet) {
	n.concurrency, n.perHost, n.retries, n.maxRedirects, n.timeout = 64, 4, 2, 10, wait(30*time.Second)
	f.Var(number{&n.concurrency, 1}, "concurrency", "links opened at once in all")
	f.Var(number{&n.perHost, 1}, "per-host", "links opened at once on one host")
	f.Var(&n.rate, "rate", "most requests to one host in a time, as in 2/s or 30/m (default as many as the host takes)")
	f.Var(&n.timeout, "timeout", "longest wait for one attempt at a link, as in 20s or 1m30s")
	f.Var(number{&n.retries, 0}, "retries", "further attempts after a failure that may pass")
	f.Var(number{&n.maxRedirects, 0}, "max-redirects", "redirects followed for one link")
	f.Var(statuses(&n.accept), "accept", "take answers with these `STATUSES` for good, as in 403 or 500-599; may be repeated")
	f.Var(headers(&n.headers), "header", "send this header with every request, as in 'Accept-Language: de'; may be repeated")
	f.Var(patterns(&n.include), "include", "open only links that match this regular expression `PATTERN`; may be repeated")
	f.Var(patterns(&n.exclude), "exclude", "skip links that match this regular expression `PATTERN`; may be repeated")
	f.StringArrayVar(&n.resolve, "resolve", nil, "use ADDRESS for HOST:PORT, as in curl: `HOST:PORT:ADDRESS`; may be repeated")
	f.Var(remaps(&n.remap), "remap", "look for addresses that start with FROM in a folder or under another address: `'FROM TO'`, as in 'https://example.org/ public/'; may be repeated")
	f.StringVar(&n.root, "root", "", "look for links without a host, as in /about/ or ../map.png, in `DIR`, the built site (default: they are skipped)")
	f.BoolVar(&n.allowPrivate, "allow-private", false, "open links to private, loopback and link-local addresses too")
	f.BoolVar(&n.insecure, "insecure", false, "do not check certificates")
	f.StringVar(&n.userAgent, "user-agent", "", "what to call ourselves (default ibid/VERSION and an address)")
	f.StringVar(&n.proxy, "proxy", "", "send all requests through the proxy at `URL`, or off for none (default that of HTTP_PROXY, HTTPS_PROXY and NO_PROXY)")
	f.Var(services(&n.services), "service", "ask a registry at another address, or not at all: `NAME=URL` or NAME=off, with one of the names "+strings.Join(link.ServiceNames(), ", ")+"; may be repeated")
	f.Var(choice{&n.ip, []string{"4", "6"}}, "ip", "use IP version 4 or 6 only (default both)")
	config.OwnOnly(f, "resolve", "allow-private", "insecure", "proxy", "header", "service")
	config.Folders(f, "remap", "root")
}

// hide leaves the flags out of the help of commands that open next to nothing.
func (n *networkFlags) hide(f *pflag.FlagSet) {
	all := pflag.NewFlagSet("", pflag.ContinueOnError)
	new(networkFlags).add(all)
	all.VisitAll(func(x *pflag.Flag) { f.Lookup(x.Name).Hidden = true })
}

// engine is what opens links; done ends its connections and closes its folders.
func (n networkFlags) engine() (e *link.Engine, done func(), err error) {
	o, closing, err := n.options()
	if err != nil {
		return nil, nil, err
	}
	if e, err = link.New(o); err != nil {
		closing()
		return nil, nil, err
	}
	return e, func() { e.Close(); closing() }, nil
}

// options are the flags in the words of the engine; closing closes the folders
// that they name.
func (n networkFlags) options() (o link.Options, closing func(), err error) {
	o = link.Options{
		UserAgent: n.userAgent, Concurrency: n.concurrency, PerHost: n.perHost, Rate: float64(n.rate), Timeout: time.Duration(n.timeout),
		Retries: n.retries, MaxRedirects: n.maxRedirects, Include: n.include, Exclude: n.exclude, Resolve: n.resolve,
		AllowPrivate: n.allowPrivate, Insecure: n.insecure, Version: buildVersion(),
	}
	for _, h := range n.hosts {
		o.Hosts = append(o.Hosts, h.options)
	}
	if n.maxRedirects == 0 {
		o.MaxRedirects = -1
	}
	if n.ip != "" {
		o.IPVersion = int(n.ip[0] - '0')
	}
	for _, s := range n.services { // of one that is named twice, the stronger comes last
		name, base, _ := strings.Cut(s, "=")
		if err = o.Services.Set(name, base); err != nil {
			return o, nil, fmt.Errorf("--service %w", err)
		}
	}
	if o.Accept, err = statusesOf(n.accept); err != nil {
		return o, nil, fmt.Errorf("--accept %w", err)
	}
	if o.Header, err = headerOf(n.headers); err != nil {
		return o, nil, fmt.Errorf("--header %w", err)
	}
	switch {
	case n.direct || n.proxy == "off":
		o.Proxy = link.NoProxy
	case n.proxy != "":
		if o.Proxy, err = link.ProxyTo(n.proxy); err != nil {
			return o, nil, fmt.Errorf("--proxy %s: %w", masked("proxy", n.proxy), err)
		}
	}
	closing, err = n.folders(&o)
	return o, closing, err
}

// folders opens what --root and --remap name.
func (n networkFlags) folders(o *link.Options) (closing func(), err error) {
	var roots []*os.Root
	closing = func() {
		for _, r := range roots {
			_ = r.Close() // it was only read from
		}
	}
	open := func(flag, dir string) (fs.FS, error) {
		r, err := os.OpenRoot(filepath.FromSlash(dir))
		if err != nil {
			closing()
			return nil, fmt.Errorf("--%s: %s is no folder that can be read: %w", flag, dir, err)
		}
		roots = append(roots, r)
		return r.FS(), nil
	}
	if n.root != "" {
		if o.Root, err = open("root", n.root); err != nil {
			return nil, err
		}
	}
	for _, s := range n.remap {
		m := link.Remap{}
		m.From, m.To, _ = cutRemap(s)
		if !strings.Contains(m.To, "://") {
			if m.Files, err = open("remap", m.To); err != nil {
				return nil, err
			}
		}
		o.Remap = append(o.Remap, m)
	}
	return closing, nil
}

// base is the folder of a file below --root, from which its relative links
// lead; "" where the file lies elsewhere.
func (n networkFlags) base(file string) string {
	if n.root == "" || file == "" {
		return ""
	}
	root, err1 := filepath.Abs(n.root)
	at, err2 := filepath.Abs(filepath.Dir(file))
	if err1 != nil || err2 != nil {
		return ""
	}
	rel, err := filepath.Rel(root, at)
	if err != nil || !filepath.IsLocal(rel) {
		return ""
	}
	return filepath.ToSlash(rel)
}

// bases says of an article read from one of sources where it lies below
// --root; nil if there is no root.
func (n networkFlags) bases(sources []inputs.Source) func(*article.Article) string {
	if n.root == "" {
		return nil
	}
	paths := map[string]string{}
	for _, s := range sources {
		paths[s.Name] = s.Path
	}
	return func(a *article.Article) string { return n.base(paths[a.Source]) }
}

// cutRemap cuts FROM TO at the white space between.
func cutRemap(s string) (from, to string, ok bool) {
	from, to, ok = strings.Cut(strings.TrimSpace(s), " ")
	to = strings.TrimSpace(to)
	return from, to, ok && from != "" && to != ""
}

func remaps(p *[]string) list {
	return list{p: p, kind: "remap", check: func(s string) error {
		if _, _, ok := cutRemap(s); !ok {
			return errors.New("use FROM TO, as in 'https://example.org/ public/'")
		}
		return nil
	}}
}

func services(p *[]string) list {
	return list{p: p, kind: "service", check: func(s string) error {
		name, base, ok := strings.Cut(s, "=")
		if !ok {
			return errors.New("use NAME=URL or NAME=off, as in doi=https://doi.example")
		}
		return new(link.Services).Set(name, base)
	}}
}

func statuses(p *[]string) list {
	return list{p: p, kind: "statuses", check: func(s string) error {
		_, err := link.ParseStatuses(s)
		return err
	}}
}

func statusesOf(lists []string) (link.Statuses, error) {
	var out link.Statuses
	for _, s := range lists {
		accepted, err := link.ParseStatuses(s)
		if err != nil {
			return nil, err
		}
		out = append(out, accepted...)
	}
	return out, nil
}

func headers(p *[]string) list {
	return list{p: p, kind: "header", check: func(s string) error {
		_, _, err := link.ParseHeader(s)
		return err
	}}
}

func headerOf(lines []string) (http.Header, error) {
	h := http.Header{}
	for _, line := range lines {
		name, value, err := link.ParseHeader(line)
		if err != nil {
			return nil, err
		}
		h.Add(name, value)
	}
	return h, nil
}
