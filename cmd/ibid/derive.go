package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ibid/checker"
	"ibid/cmd/ibid/internal/config"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/reports"
)

// derivation is a command that makes something else than a report of articles:
// their notes, their bibliography.
type derivation[T any] struct {
	what    string // "the notes"
	flag    string // the name of the flag that chooses the format
	formats reports.Formats[T]
	// of makes it of what was read; remarks are lines for people.
	of func(*gathered) (it T, remarks []string)
}

// derivationFlags are its flags, as given.
type derivationFlags struct {
	format, file string
	offline      bool
	previous     []string
	network      networkFlags
	collect      collectFlags
}

// equip gives the command its flags and its work.
func (d derivation[T]) equip(s streams, cmd *cobra.Command) *cobra.Command {
	o := &derivationFlags{}
	f := cmd.Flags()
	names := d.formats.Names()
	f.StringVar(&o.format, d.flag, "", "format of "+d.what+": "+strings.Join(names, ", ")+" (default "+names[0]+")")
	f.StringVarP(&o.file, "output", "o", "", "write "+d.what+" to `FILE`, the format inferred from its name unless --"+d.flag+" says it")
	f.StringArrayVar(&o.previous, "previous", nil, "an earlier part of the series, a `FILE`: the first Ibid. may mean a work cited there; repeat it for several parts, in their order")
	o.collect.add(f)
	o.collect.addNewer(f)
	f.BoolVar(&o.offline, "offline", false, "open no web address")
	o.network.add(f)
	o.network.hide(f)
	configFlag(f)
	config.FlagOnly(f, d.flag, "output")
	name := cmd.Name()
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return errors.New("nothing to read: name a file, a folder, a glob, a web address, or - for standard input (`ibid " + name + " --help`)")
		}
		if _, err := s.settle(cmd, args, &o.network); err != nil {
			return err
		}
		return d.run(cmd.Context(), s, *o, args)
	}
	return cmd
}

// chosen is the format that the flags ask for.
func (d derivation[T]) chosen(o derivationFlags) (reports.Format[T], error) {
	names := strings.Join(d.formats.Names(), ", ")
	switch {
	case o.format != "":
		f, ok := d.formats.ByName(o.format)
		if !ok {
			return f, fmt.Errorf("unknown format %q: use %s", o.format, names)
		}
		return f, nil
	case o.file != "" && o.file != "-":
		f, ok := d.formats.ByExtension(filepath.Ext(o.file))
		if !ok {
			return f, fmt.Errorf("-o %s: no format is known by that ending; name it with --%s (%s)", o.file, d.flag, names)
		}
		return f, nil
	}
	return d.formats[0], nil
}

// run reads the sources and writes what is made of them.
func (d derivation[T]) run(ctx context.Context, s streams, o derivationFlags, args []string) error {
	format, err := d.chosen(o)
	if err != nil {
		return err
	}
	engine, done, err := o.network.engine()
	if err != nil {
		return err
	}
	defer done()

	pandoc := s.converter()
	sources, failures := inputs.Expand(ctx, args, pandoc.articles())
	from, err := reading{in: s.in, engine: engine, convert: pandoc, offline: o.offline, collect: o.collect}.after(ctx, o.previous, sources)
	if err != nil {
		return err
	}
	got := from.sources(ctx, sources)
	made, remarks := d.of(got)
	run := &checker.Run{Failures: slices.Concat(failures, got.failures), Interrupted: ctx.Err() != nil}
	remarkSources(s, got)
	for _, f := range run.Failures {
		fmt.Fprintf(s.err, "ibid: %s\n", failureLine(f))
	}
	for _, line := range remarks {
		fmt.Fprintf(s.err, "ibid: %s\n", line)
	}
	draw := func(w io.Writer) error { return format.Write(w, made, reports.Options{}) }
	if o.file == "" || o.file == "-" {
		err = draw(s.out)
	} else {
		err = writeFile(o.file, draw)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", d.what, err)
	}
	return status(run, 0)
}
