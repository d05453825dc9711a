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

	"ibid/bibliography"
	"ibid/checker"
	"ibid/cmd/ibid/internal/config"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/reports"
)

// exportOptions are the flags of export, as given.
type exportOptions struct {
	to, file string
	offline  bool
	previous []string
	network  networkFlags
	collect  collectFlags
}

func newExport(s streams) *cobra.Command {
	o := exportOptions{}
	cmd := &cobra.Command{
		Use:   "export [flags] SOURCE…",
		Short: "Write the bibliography: one entry for each work that the notes cite",
		Long: `Export writes the works that an article's notes cite as a bibliography for
Zotero, pandoc, LaTeX or a spreadsheet: one entry for each work, however often it
is cited. An Ibid. and a short form add no entry; the notes that cite a work are
named in its entry. Several sources give one bibliography. Nothing is checked
and no link is opened.

Exit status: 0, 2 wrong usage, 3 some source could not be read, 130 interrupted.`,
		Example: `  ibid export draft.md > works.json
  ibid export -o works.bib draft.md
  ibid export --to ris -o works.txt chapters/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("nothing to read: name a file, a folder, a glob, a web address, or - for standard input (`ibid export --help`)")
			}
			if _, err := s.settle(cmd, args, &o.network); err != nil {
				return err
			}
			return runExport(cmd.Context(), s, o, args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.to, "to", "", "format of the bibliography: "+strings.Join(exportFormatNames(), ", ")+" (default csl-json)")
	f.StringVarP(&o.file, "output", "o", "", "write the bibliography to `FILE`, the format inferred from its name unless --to says it")
	f.StringArrayVar(&o.previous, "previous", nil, "an earlier part of the series, a `FILE`: the first Ibid. may mean a work cited there; repeat it for several parts, in their order")
	o.collect.add(f)
	o.collect.addNewer(f)
	f.BoolVar(&o.offline, "offline", false, "open no web address")
	o.network.add(f)
	o.network.hide(f)
	configFlag(f)
	config.FlagOnly(f, "output")
	return cmd
}

func exportFormatNames() []string {
	var names []string
	for _, f := range reports.BibliographyFormats() {
		names = append(names, f.Name)
	}
	return names
}

// format is the format that the flags ask for.
func (o exportOptions) format() (reports.BibliographyFormat, error) {
	names := strings.Join(exportFormatNames(), ", ")
	switch {
	case o.to != "":
		f, ok := reports.BibliographyFormatByName(o.to)
		if !ok {
			return f, fmt.Errorf("unknown format %q: use %s", o.to, names)
		}
		return f, nil
	case o.file != "" && o.file != "-":
		f, ok := reports.BibliographyFormatByExtension(filepath.Ext(o.file))
		if !ok {
			return f, fmt.Errorf("-o %s: no format is known by that ending; name it with --to (%s)", o.file, names)
		}
		return f, nil
	}
	return reports.BibliographyFormats()[0], nil
}

// runExport reads the sources and writes their bibliography.
func runExport(ctx context.Context, s streams, o exportOptions, args []string) error {
	format, err := o.format()
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
	b := bibliography.Of(got.articles...)
	run := &checker.Run{Failures: slices.Concat(failures, got.failures), Interrupted: ctx.Err() != nil}
	remarkSources(s, got)
	for _, f := range run.Failures {
		fmt.Fprintf(s.err, "ibid: %s\n", failureLine(f))
	}
	for _, line := range reports.LostLines(b) {
		fmt.Fprintf(s.err, "ibid: %s\n", line)
	}
	draw := func(w io.Writer) error { return format.Write(w, b) }
	if o.file == "" || o.file == "-" {
		err = draw(s.out)
	} else {
		err = writeFile(o.file, draw)
	}
	if err != nil {
		return fmt.Errorf("writing the bibliography: %w", err)
	}
	return status(run, 0)
}
