package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ibid/checker"
	"ibid/checker/archive"
	"ibid/checker/link"
	"ibid/checker/link/secret"
	"ibid/cmd/ibid/internal/config"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/cmd/ibid/internal/progress"
	"ibid/reports"
)

// saveOptions are the flags of archive, as given.
type saveOptions struct {
	checkOptions
	format, file string
	newer        age
}

func newArchive(s streams) *cobra.Command {
	o := saveOptions{newer: age(90 * 24 * time.Hour)}
	cmd := &cobra.Command{
		Use:   "archive [flags] SOURCE…",
		Short: "Have copies made of the pages that articles cite",
		Long: `Archive opens the links of every SOURCE and asks Save Page Now, a service of the
Internet Archive, for a copy of each live one that has no recent copy. The copies
are public, and stay. Keys are taken from IBID_SPN_ACCESS and IBID_SPN_SECRET (or
IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY); without keys it only lists what lacks
a copy. With -o, what the file says was done is not asked for again.

Exit status: 0, 1 some copy could not be made, 2 wrong usage, 3 some source could
not be read, 130 interrupted.`,
		Example: `  ibid archive draft.md
  ibid archive -o saved.csv posts/
  ibid archive --newer-than 7d --format json draft.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("nothing to read: name a file, a folder, a glob, a web address, or - for standard input (`ibid archive --help`)")
			}
			if _, err := s.settle(cmd, args, &o.network); err != nil {
				return err
			}
			return runArchive(cmd.Context(), s, o, args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", "format of the list: table, csv, json (default table, or by the name of -o)")
	f.StringVarP(&o.file, "output", "o", "", "write the list to `FILE`, and go on from what is in it")
	f.Var(&o.newer, "newer-than", "age up to which a copy is recent, as in 12h or 30d (default 90d)")
	f.Lookup("newer-than").DefValue = ""
	o.links = "all"
	f.Var(choice{&o.links, []string{"all", "notes"}}, "links", "which links to save: all, or notes for those in notes only")
	o.network.add(f)
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no progress and no remarks on standard error")
	o.archive.add(f)
	o.collect.add(f)
	configFlag(f)
	config.FlagOnly(f, "format", "output")
	return cmd
}

// keys are those of Save Page Now, from the environment only: what stands on a
// command line is seen by others.
func (s streams) keys() archive.Keys {
	return archive.Keys{
		Access: cmp.Or(s.environment("IBID_SPN_ACCESS"), s.environment("IA_ACCESS_KEY_ID")),
		Secret: cmp.Or(s.environment("IBID_SPN_SECRET"), s.environment("IA_SECRET_ACCESS_KEY")),
	}
}

// savedFormat is the format that the flags ask for; a file must be readable again.
func (o saveOptions) savedFormat() (reports.SavedFormat, error) {
	for _, f := range reports.SavedFormats() {
		byName := o.format == "" && o.file != "" && f.Extension != "" && strings.EqualFold(filepath.Ext(o.file), f.Extension)
		if f.Name == o.format || byName || o.format == "" && o.file == "" {
			if o.file != "" && f.Read == nil {
				return f, fmt.Errorf("-o %s: a %s can't be gone on with; use csv or json", o.file, f.Name)
			}
			return f, nil
		}
	}
	if o.format != "" {
		return reports.SavedFormat{}, fmt.Errorf("--format %s: use table, csv or json", o.format)
	}
	return reports.SavedFormat{}, fmt.Errorf("-o %s: name the file .csv or .json, or say --format", o.file)
}

// before are the rows that the output file has already.
func (o saveOptions) before(f reports.SavedFormat) ([]archive.Row, error) {
	if o.file == "" {
		return nil, nil
	}
	content, err := os.ReadFile(o.file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	rows, err := f.Read(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%s: %w; name another file", o.file, err)
	}
	return rows, nil
}

// runArchive reads the sources, opens their links and has them saved.
func runArchive(ctx context.Context, s streams, o saveOptions, args []string) error {
	format, err := o.savedFormat()
	if err != nil {
		return err
	}
	to, err := o.archive.options()
	if err != nil {
		return err
	}
	rows, err := o.before(format)
	if err != nil {
		return err
	}
	var p plan
	if p.engine, p.close, err = o.network.options(); err != nil {
		return err
	}
	defer p.close()
	engine, err := link.New(p.engine)
	if err != nil {
		return err
	}
	defer engine.Close()
	way, err := o.transport(p, to)
	if err != nil {
		return err
	}
	defer way.Close()
	to.Transport, to.UserAgent = way.Transport(), way.UserAgent()

	pandoc := s.converter()
	sources, failures := inputs.Expand(ctx, args, pandoc.articles())
	got := reading{in: s.in, engine: engine, convert: pandoc, collect: o.collect}.sources(ctx, sources)
	remarkSources(s, got)
	run := checker.CheckAll(ctx, got.articles, checker.Options{NotesOnly: o.links == "notes"})
	run.Failures = slices.Concat(failures, got.failures)
	for _, f := range run.Failures {
		fmt.Fprintf(s.err, "ibid: %s\n", failureLine(f))
	}
	list := &saveList{s: s, o: o, format: format, rows: rows}
	list.save(ctx, engine, archive.NewSaver(to, s.keys()), run)
	if err := list.write(); err != nil {
		return fmt.Errorf("writing the list: %w", err)
	}
	return list.status(ctx, run)
}

// saveList is the list on its way to being whole.
type saveList struct {
	s       streams
	o       saveOptions
	format  reports.SavedFormat
	rows    []archive.Row
	place   map[string]int  // of an address's row
	asked   map[string]bool // in this run
	written time.Time
}

// save deals with every link that the list has not settled.
func (l *saveList) save(ctx context.Context, engine *link.Engine, saver *archive.Saver, run *checker.Run) {
	if !l.s.keys().Given() && !l.o.quiet {
		fmt.Fprintln(l.s.err, "ibid: no keys for Save Page Now (IBID_SPN_ACCESS, IBID_SPN_SECRET): listing what lacks a copy, saving nothing")
	}
	bar := progress.New(l.s.err, l.s.errTTY && !l.o.quiet)
	defer bar.Close()
	requests := l.todo(run)
	done := 0
	var live []string
	for _, r := range engine.Check(ctx, requests, func(r link.Result) { done++; bar.Step(done, len(requests), r) }) {
		switch r.Verdict {
		case link.OK, link.Redirected:
			live = append(live, r.URL)
		case link.Unchecked, link.Skipped:
		default:
			l.put(archive.Row{URL: r.URL, State: archive.NotLive, AskedAt: time.Now(), Reason: r.Reason})
		}
	}
	done = 0
	saver.SaveAll(ctx, live, time.Duration(l.o.newer), func(r archive.Row) {
		l.put(r)
		if done++; l.o.file != "" && (r.State == archive.Saved || time.Since(l.written) > 2*time.Second) {
			_ = l.write() // the last one tells of trouble
		}
		bar.Archives(done, len(live))
	})
}

// todo are the distinct links that are not settled; those that are told to
// nobody get their rows.
func (l *saveList) todo(run *checker.Run) []link.Request {
	settled, seen := map[string]bool{}, map[string]bool{}
	l.place = map[string]int{}
	for i, r := range l.rows {
		l.place[r.URL] = i
		settled[r.URL] = r.Settled(time.Now(), time.Duration(l.o.newer))
	}
	l.asked = map[string]bool{}
	var out []link.Request
	for _, r := range run.Reports {
		for i := range r.Links {
			raw := r.Links[i].URL
			address, ok := archive.Savable(raw)
			if !ok && strings.HasPrefix(raw, "http") && r.Links[i].Verdict == link.Unchecked && !archive.IsCopy(raw) {
				l.put(archive.Row{URL: secret.Mask(raw), State: archive.Private, Reason: "The address is not for others, and was told to nobody."})
			}
			if ok && !seen[address] && !settled[address] {
				out = append(out, link.Request{URL: address})
			}
			seen[address] = true
		}
	}
	return out
}

// put puts a row in the place of an older one, or at the end.
func (l *saveList) put(r archive.Row) {
	l.asked[r.URL] = true
	if i, ok := l.place[r.URL]; ok {
		l.rows[i] = r
		return
	}
	l.place[r.URL] = len(l.rows)
	l.rows = append(l.rows, r)
}

func (l *saveList) write() error {
	l.written = time.Now()
	draw := func(w io.Writer) error { return l.format.Write(w, l.rows) }
	if l.o.file == "" {
		return draw(l.s.out)
	}
	return writeFile(l.o.file, draw)
}

// status is the exit status: 130, 3, 1 where a copy could not be made, or nil.
func (l *saveList) status(ctx context.Context, run *checker.Run) error {
	run.Interrupted = ctx.Err() != nil
	if err := status(run, 0); err != nil {
		return err
	}
	for _, r := range l.rows {
		if l.asked[r.URL] && (r.State == archive.Failed || r.State == archive.Later) {
			return exitError{exitFindings}
		}
	}
	return nil
}
