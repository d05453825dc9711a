package main

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"ibid/checker"
	"ibid/checker/archive"
	"ibid/checker/link"
	"ibid/cmd/ibid/internal/config"
)

// archiveFlags say which web archives are asked.
type archiveFlags struct {
	wayback, memento string
	rate             int
}

// add defines the flags that check and archive share.
func (a *archiveFlags) add(f *pflag.FlagSet) {
	f.StringVar(&a.wayback, "archive-url", "", "ask the web archive at `URL` (default the Wayback Machine; also from IBID_ARCHIVE_URL)")
	f.Var(number{&a.rate, 1}, "archive-rate", "requests a minute to each service of the archive, for one of your own (default what the Internet Archive allows)")
	f.Lookup("archive-rate").DefValue = ""
	config.OwnOnly(f, "archive-url", "archive-rate")
}

func (s streams) environment(name string) string {
	if s.getenv == nil {
		return ""
	}
	return s.getenv(name)
}

// options are those of the archives' client. Where the user names an archive,
// an aggregator of others is asked only if that is named too.
func (a archiveFlags) options() (archive.Options, error) {
	o := archive.Options{Wayback: a.wayback, Memento: a.memento, PerMinute: a.rate, Now: time.Now}
	if o.Wayback != "" && o.Memento == "" {
		o.Memento = archive.None
	}
	if o.Wayback == archive.None {
		return o, errors.New("--archive-url off: use --archives off")
	}
	if err := (archive.Options{Wayback: o.Wayback}).Bases(); err != nil {
		return o, fmt.Errorf("--archive-url %w", err)
	}
	if err := o.Bases(); err != nil {
		return o, fmt.Errorf("--memento-url %w", err)
	}
	return o, nil
}

// transport is a way to the archives that is apart from that of links: an
// archive on this machine is allowed because the user named it, and no link of
// an article gains anything by that.
func (o checkOptions) transport(p plan, to archive.Options) (*link.Engine, error) {
	e := p.engine
	e.Cache, e.Include, e.Exclude, e.Accept, e.Remap, e.Root = nil, nil, nil, nil, nil, nil
	e.Resolve = slices.Clone(o.network.resolve)
	for _, base := range []string{to.Wayback, to.Memento} {
		if r := loopback(base); r != "" {
			e.Resolve = append(e.Resolve, r)
		}
	}
	return link.New(e)
}

// loopback is the --resolve of an archive whose address is a number or this
// machine's own, "" for others.
func loopback(base string) string {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" {
		return ""
	}
	host, port := u.Hostname(), u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	address := host
	if host == "localhost" {
		address = "127.0.0.1"
	}
	a, err := netip.ParseAddr(address)
	if err != nil || !a.Is4() {
		return ""
	}
	return host + ":" + port + ":" + address + ":" + port
}

// planArchives reads --archives. It is on by default; not so where links are
// led to a test's or an intranet's addresses, which are nobody else's business.
func (o checkOptions) planArchives(p *plan) error {
	to, err := o.archive.options()
	if err != nil {
		return err
	}
	on := len(o.network.resolve) == 0 && !o.network.allowPrivate || o.archive.wayback != ""
	if o.archives != "" {
		on = o.archives == "on"
	}
	if on && !o.offline {
		p.archives = &to
	}
	return nil
}

// finder is what looks for copies, nil for nothing; done ends its connections.
func (o checkOptions) finder(s streams, p plan) (f checker.ArchiveFinder, done func(), err error) {
	if p.archives == nil {
		return nil, func() {}, nil
	}
	e, err := o.transport(p, *p.archives)
	if err != nil {
		return nil, nil, err
	}
	to := *p.archives
	to.Transport, to.UserAgent, to.Logger = e.Transport(), e.UserAgent(), p.engine.Logger
	if dir, err := s.folder(o.cache); err == nil && dir != "" {
		to.Store = archive.In(dir, time.Now)
	}
	return archive.New(to), e.Close, nil
}

// remarkArchives says on standard error of how many links it isn't known
// whether there is a copy.
func remarkArchives(s streams, run *checker.Run) {
	a := run.Archives
	if a.Unknown == 0 {
		return
	}
	why, _, _ := strings.Cut(a.Err.Error(), "\n") // the first of several is enough
	fmt.Fprintf(s.err, "ibid: it isn't known whether %s of %d may be had from an archive: %s\n", count(a.Unknown, "lost page"), a.Asked, why)
}
