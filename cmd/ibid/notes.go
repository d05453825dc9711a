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
	"ibid/unfold"
)

// notesOptions are the flags of notes, as given.
type notesOptions struct {
	format, file string
	offline      bool
	previous     []string
	network      networkFlags
	collect      collectFlags
}

func newNotes(s streams) *cobra.Command {
	o := notesOptions{}
	cmd := &cobra.Command{
		Use:   "notes [flags] SOURCE…",
		Short: "Print the notes with every Ibid. and short form written out",
		Long: `Notes prints an article's notes with every Ibid., short form and idem replaced
by the full citation that it stands for, with its own page: what an editor needs
before a paragraph is moved. What is ambiguous or not resolved is kept as it
stands and marked, with the best guess behind it. Cross-references are kept,
with what they point at behind them. Nothing is checked and no link is opened.

Exit status: 0, 2 wrong usage, 3 some source could not be read, 130 interrupted.`,
		Example: `  ibid notes draft.md
  ibid notes -o notes.html draft.md
  ibid notes --format markdown draft.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("nothing to read: name a file, a folder, a glob, a web address, or - for standard input (`ibid notes --help`)")
			}
			if _, err := s.settle(cmd, args, &o.network); err != nil {
				return err
			}
			return runNotes(cmd.Context(), s, o, args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", "format of the notes: "+strings.Join(noteFormatNames(), ", ")+" (default text)")
	f.StringVarP(&o.file, "output", "o", "", "write the notes to `FILE`, the format inferred from its name unless --format says it")
	f.StringArrayVar(&o.previous, "previous", nil, "an earlier part of the series, a `FILE`: the first Ibid. may mean a work cited there; repeat it for several parts, in their order")
	o.collect.add(f)
	o.collect.addNewer(f)
	f.BoolVar(&o.offline, "offline", false, "open no web address")
	o.network.add(f)
	o.network.hide(f)
	configFlag(f)
	config.FlagOnly(f, "format", "output")
	return cmd
}

func noteFormatNames() []string {
	var names []string
	for _, f := range reports.NoteFormats() {
		names = append(names, f.Name)
	}
	return names
}

// noteFormat is the format that the flags ask for.
func (o notesOptions) noteFormat() (reports.NoteFormat, error) {
	names := strings.Join(noteFormatNames(), ", ")
	switch {
	case o.format != "":
		f, ok := reports.NoteFormatByName(o.format)
		if !ok {
			return f, fmt.Errorf("unknown format %q: use %s", o.format, names)
		}
		return f, nil
	case o.file != "" && o.file != "-":
		f, ok := reports.NoteFormatByExtension(filepath.Ext(o.file))
		if !ok {
			return f, fmt.Errorf("-o %s: no format is known by that ending; name it with --format (%s)", o.file, names)
		}
		return f, nil
	}
	return reports.NoteFormats()[0], nil
}

// runNotes reads the sources and draws their notes.
func runNotes(ctx context.Context, s streams, o notesOptions, args []string) error {
	format, err := o.noteFormat()
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
	all := make([]reports.UnfoldedNotes, len(got.articles))
	for i, a := range got.articles {
		all[i] = reports.UnfoldedNotes{Article: a, Notes: unfold.Notes(a)}
	}
	run := &checker.Run{Failures: slices.Concat(failures, got.failures), Interrupted: ctx.Err() != nil}
	remarkSources(s, got)
	for _, f := range run.Failures {
		fmt.Fprintf(s.err, "ibid: %s\n", failureLine(f))
	}
	draw := func(w io.Writer) error { return format.Write(w, all) }
	if o.file == "" || o.file == "-" {
		err = draw(s.out)
	} else {
		err = writeFile(o.file, draw)
	}
	if err != nil {
		return fmt.Errorf("writing the notes: %w", err)
	}
	return status(run, 0)
}
