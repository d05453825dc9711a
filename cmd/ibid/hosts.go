package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"ibid/checker/link"
	"ibid/cmd/ibid/internal/config"
)

// hostFlags are the settings that a single host may have of its own, below
// "hosts" in a file of settings.
type hostFlags struct {
	perHost         int
	rate            rate
	timeout         wait
	accept, headers []string
	insecure        bool
}

func (h *hostFlags) add(f *pflag.FlagSet) {
	f.Var(number{&h.perHost, 1}, "per-host", "")
	f.Var(&h.rate, "rate", "")
	f.Var(&h.timeout, "timeout", "")
	f.Var(statuses(&h.accept), "accept", "")
	f.Var(headers(&h.headers), "header", "")
	f.BoolVar(&h.insecure, "insecure", false, "")
	config.OwnOnly(f, "header", "insecure")
}

// host are the settings of one host that a file has.
type host struct {
	options link.HostOptions
	flags   *pflag.FlagSet // hostFlags, set
	from    config.Origins
}

// hosts are the settings of single hosts that files have, the weakest first.
func hosts(files []*config.File) ([]host, error) {
	var out []host
	var errs []error
	for _, file := range files {
		for _, named := range file.Hosts {
			h, err := hostOf(file, named)
			errs = append(errs, err)
			out = append(out, h)
		}
	}
	return out, errors.Join(errs...)
}

func hostOf(file *config.File, named config.Host) (h host, err error) {
	var v hostFlags
	h.flags = pflag.NewFlagSet("hosts", pflag.ContinueOnError)
	v.add(h.flags)
	one := &config.File{Path: file.Path, Scope: file.Scope, Settings: named.Settings}
	if h.from, err = config.Merge(h.flags, h.flags, config.Layer{File: one}); err != nil {
		return h, err
	}
	h.options = link.HostOptions{Host: named.Name.Text, PerHost: v.perHost, Rate: float64(v.rate), Timeout: time.Duration(v.timeout), Insecure: v.insecure}
	if h.options.Accept, err = statusesOf(v.accept); err != nil {
		return h, err
	}
	if h.options.Header, err = headerOf(v.headers); err != nil {
		return h, err
	}
	if err := h.options.Check(); err != nil {
		return h, fmt.Errorf("%s:%d:%d: %w", file.Path, named.Name.Line, named.Name.Column, err)
	}
	return h, nil
}
