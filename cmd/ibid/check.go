package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ibid/checker"
	"ibid/checker/archive"
	"ibid/checker/link"
	"ibid/checker/link/cache"
	"ibid/checker/rules"
	"ibid/checker/style"
	"ibid/cmd/ibid/internal/config"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/cmd/ibid/internal/progress"
	"ibid/parser/article"
	"ibid/reports"
)

// checkOptions are the flags of check, as given.
type checkOptions struct {
	offline      bool
	links        string
	formats      []string
	files        []string
	outputDir    string
	style        string
	failOn       string
	enable       []string
	disable      []string
	severity     []string
	previous     []string
	compareTo    string
	network      networkFlags
	cache        string        // a folder, off, or "" for the user's
	oldest       age           // of answers from the cache
	maxAge       time.Duration // what the engine makes of oldest
	archives     string        // on, off, or "" for on unless links lead to private places
	archive      archiveFlags
	collect      collectFlags
	reproducible bool
	noColor      bool
	quiet        bool
	verbose      bool
}

func newCheck(s streams) *cobra.Command {
	o := checkOptions{}
	cmd := &cobra.Command{
		Use:   "check [flags] SOURCE…",
		Short: "Check the notes and links of articles",
		Long: `Check reads every SOURCE, resolves its notes, opens its links and writes a
report. A SOURCE is a file, a folder (walked, .gitignore respected), a glob
(** crosses folders), a web address, or - for standard input. A sitemap, a feed
and a WordPress export stand for the articles that they list or hold.

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage,
3 some source could not be read, 130 interrupted.`,
		Example: `  ibid check draft.md
  ibid check --offline --format json article.html
  ibid check --format github content/
  ibid check -o report.html -o todo.csv 'posts/**/*.md'
  ibid check --compare-to HEAD draft.md
  ibid check --output-dir reports/ archive/
  ibid check --newer-than 2015 --output-dir reports/ https://example.org/sitemap.xml`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("nothing to check: name a file, a folder, a glob, a web address, or - for standard input (`ibid check --help`)")
			}
			if cmd.Flags().Changed("compare-to") && o.compareTo == "" {
				return errors.New("--compare-to is empty: name a revision of git, or a file with the earlier version")
			}
			if _, err := s.settle(cmd, args, &o.network); err != nil {
				return err
			}
			o.maxAge = o.oldest.forEngine(cmd.Flags().Changed("max-age"))
			return runCheck(cmd.Context(), s, o, args)
		},
	}
	o.add(cmd.Flags())
	return cmd
}

// add defines the flags of check, and says which of them files may set.
func (o *checkOptions) add(f *pflag.FlagSet) {
	o.links, o.style, o.failOn = "all", "auto", "error"
	f.BoolVar(&o.offline, "offline", false, "do not open any link")
	f.Var(choice{&o.links, []string{"all", "notes"}}, "links", "which links to check: all, or notes for those in notes only")
	f.StringArrayVar(&o.formats, "format", nil, "format of the report: "+strings.Join(reports.All().Names(), ", ")+" (default table); may be repeated")
	f.StringArrayVarP(&o.files, "output", "o", nil, "write the report to `FILE`, its format inferred from the name unless --format says it; may be repeated")
	f.StringVar(&o.outputDir, "output-dir", "", "write one report for each article and an index into `DIR`")
	f.Var(choice{&o.style, style.Names()}, "style", "style guide that the notes follow: "+strings.Join(style.Names(), ", ")+"; auto goes by the article's own habits")
	f.Var(choice{&o.failOn, []string{"error", "warning", "info", "never"}}, "fail-on", "lightest severity that makes the exit status 1: error, warning, info, never")
	f.StringSliceVar(&o.enable, "enable", nil, "also run this `RULE` or group of rules; may be repeated")
	f.StringSliceVar(&o.disable, "disable", nil, "do not run this `RULE` or group of rules; may be repeated")
	f.StringSliceVar(&o.severity, "severity", nil, "give a rule another severity: `RULE=error`, =warning, =info or =off; may be repeated")
	f.StringArrayVar(&o.previous, "previous", nil, "an earlier part of the series, a `FILE`: the first Ibid. may mean a work cited there; repeat it for several parts, in their order")
	o.collect.add(f)
	o.collect.addNewer(f)
	f.StringVar(&o.compareTo, "compare-to", "", "also say what editing broke since an earlier version: a `REV` of git, or a file")
	o.network.add(f)
	f.StringVar(&o.cache, "cache", "", "keep answers of links in `DIR`, or off (default ibid's folder among the user's caches)")
	f.Var(&o.oldest, "max-age", "age up to which a good answer is taken from the cache, as in 12h or 7d; 0 asks every host (default 1d; failures 1h at most)")
	f.Var(choice{&o.archives, []string{"on", "off"}}, "archives", "look for archived copies of lost pages: on or off (default on; off with --resolve and --allow-private)")
	o.archive.add(f)
	f.StringVar(&o.archive.memento, "memento-url", "", "ask the aggregator of other archives at `URL`, or off (default Time Travel; also from IBID_MEMENTO_URL)")
	f.BoolVar(&o.reproducible, "reproducible", false, "leave times and the version out of the JSON report")
	f.BoolVar(&o.noColor, "no-color", false, "no colour, even on a terminal")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no progress and no remarks on standard error")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "list every note, and say on standard error what is being done")
	configFlag(f)
	config.FlagOnly(f, "previous", "compare-to")
	// A folder of answers could be filled beforehand, a report could take the
	// place of any file, and an archive is told addresses and keys.
	config.OwnOnly(f, "cache", "output", "output-dir", "memento-url")
	config.Opposites(f, "enable", "disable")
}

// plan is what the flags mean.
type plan struct {
	rules   []*checker.Rule
	style   style.Guide
	weights checker.Severities
	outputs []output
	folder  reports.Format[*checker.Run] // for --output-dir
	failOn  checker.Severity
	engine  link.Options
	close   func() // the folders that the engine reads
	// archives are asked for copies of lost pages; nil for none.
	archives *archive.Options
}

// plan validates the flags; its errors name the flag and what to give instead.
func (o checkOptions) plan(s streams) (plan, error) {
	var p plan
	weights, off, err := checker.ParseSeverities(rules.All(), o.severity)
	if err != nil {
		return p, fmt.Errorf("--severity %w", err)
	}
	p.weights = weights
	if p.style, err = style.Named(o.style); err != nil {
		return p, fmt.Errorf("--style: %w", err)
	}
	asked := checker.Selection{
		Style: p.style, Enable: slices.Concat(o.enable, slices.Collect(maps.Keys(weights))), Disable: slices.Concat(o.disable, off),
	}
	if p.rules, err = checker.Select(rules.All(), asked); err != nil {
		return p, err
	}
	if o.failOn != "never" {
		if p.failOn, err = checker.ParseSeverity(o.failOn); err != nil {
			return p, fmt.Errorf("--fail-on: %w", err)
		}
	}
	if err := o.planOutputs(&p); err != nil {
		return p, err
	}
	if err := o.planArchives(&p); err != nil {
		return p, err
	}
	p.engine, p.close, err = o.network.options()
	p.engine.MaxAge, p.engine.Logger = o.maxAge, o.logger(s)
	return p, err
}

func (o checkOptions) planOutputs(p *plan) (err error) {
	if o.outputDir == "" {
		p.outputs, err = planOutputs(o.formats, o.files)
		return err
	}
	formats := o.formats
	if len(formats) == 0 {
		formats = []string{"html"}
	}
	if p.folder, err = formatNamed(formats[0]); err != nil {
		return err
	}
	if len(formats) > 1 {
		return errors.New("--output-dir writes one format: give --format once")
	}
	if len(o.files) > 0 {
		p.outputs, err = planOutputs(nil, o.files)
	}
	return err
}

func (o checkOptions) logger(s streams) *slog.Logger {
	if !o.verbose {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(s.err, nil))
}

// runCheck is the main job: sources in, reports out.
func runCheck(ctx context.Context, s streams, o checkOptions, args []string) error {
	p, err := o.plan(s)
	if err != nil {
		return err
	}
	defer p.close()
	store := o.store(s)
	if store != nil {
		p.engine.Cache = store
		defer store.Tidy()
	}
	engine, err := link.New(p.engine)
	if err != nil {
		return err
	}
	defer engine.Close()
	var preparing sync.WaitGroup
	defer preparing.Wait()
	if !o.offline {
		preparing.Go(engine.Prepare) // reading articles leaves processors idle
	}

	pandoc := s.converter()
	sources, failures := inputs.Expand(ctx, args, pandoc.articles())
	bar := progress.New(s.err, s.errTTY && !o.quiet && !o.verbose)
	defer bar.Close()
	from := reading{in: s.in, engine: engine, convert: pandoc, offline: o.offline, collect: o.collect, visitor: o.visitor(engine, store), progress: bar.Articles}
	from, err = from.after(ctx, o.previous, sources)
	if err != nil {
		return err
	}
	earlier, err := from.comparedTo(ctx, o.compareTo, sources)
	if err != nil {
		return err
	}
	options := o.judging(p)
	if o.compareTo == "" {
		options.Early = checker.NewEarly(options)
		from.each = options.Early.Look
	}
	got := from.sources(ctx, sources)
	bar.Read()
	if n := from.visitor.Again(); n > 0 {
		got.remark("%s had been fetched by the run that was interrupted", count(n, "page"))
	}
	if ctx.Err() == nil {
		from.visitor.Complete()
	}
	before, added, lost := earlier.versions(ctx, from, got.articles)
	finder, done, err := o.finder(s, p)
	if err != nil {
		return err
	}
	defer done()
	options.Before = before
	run := judge(ctx, options, opening{engine, finder, bar, o.network.bases(sources)}, o.offline, got.articles)
	run.Failures = slices.Concat(failures, got.failures, lost)
	run.Interrupted = ctx.Err() != nil

	if !o.quiet {
		remark(s, run, got)
		remarkVersions(s, run, added)
		remarkCache(s, run, store)
		remarkArchives(s, run)
	}
	ro := reports.Options{
		Color: s.color(o.noColor), Width: s.width, Reproducible: o.reproducible, Version: buildVersion(), Verbose: o.verbose,
	}
	if o.outputDir != "" {
		if err := writeFolder(o.outputDir, p.folder, run, ro); err != nil {
			return err
		}
	}
	if err := write(s, p.outputs, run, ro); err != nil {
		return err
	}
	return status(run, p.failOn)
}

// status is the exit status of a run as an error: 130, 3, 1 or nil.
func status(run *checker.Run, failOn checker.Severity) error {
	switch {
	case run.Interrupted:
		return exitError{exitInterrupted}
	case len(run.Failures) > 0:
		return exitError{exitUnread}
	}
	if failOn == 0 {
		return nil
	}
	for _, r := range run.Reports {
		for _, f := range r.Findings {
			if f.Severity >= failOn {
				return exitError{exitFindings}
			}
		}
	}
	return nil
}

// opening is what goes to the network for a check.
type opening struct {
	links    *link.Engine
	archives checker.ArchiveFinder
	bar      *progress.Bar
	// base is the folder of an article below --root; nil for none.
	base func(*article.Article) string
}

// judging says how articles are judged, but for what goes to the network.
func (o checkOptions) judging(p plan) checker.Options {
	return checker.Options{Rules: p.rules, Style: p.style, Severities: p.weights, NotesOnly: o.links == "notes", Inside: o.network.allowPrivate}
}

// judge opens the links and runs the rules, showing progress on a terminal.
func judge(ctx context.Context, options checker.Options, by opening, offline bool, articles []*article.Article) *checker.Run {
	if !offline {
		sweepAt(gcPercent) // processors wait for hosts then: memory counts
		options.Links, options.Base, options.Archives, options.Progress, options.ArchiveProgress = by.links, by.base, by.archives, by.bar.Step, by.bar.Archives
	}
	defer by.bar.Close()
	return checker.CheckAll(ctx, articles, options)
}

// remark says on standard error what could not be read and which articles of
// a folder had no notes.
func remark(s streams, run *checker.Run, got *gathered) {
	remarkSources(s, got)
	for _, f := range run.Failures {
		fmt.Fprintf(s.err, "ibid: %s\n", failureLine(f))
	}
	var without []string
	for _, r := range run.Reports {
		if len(r.Article.Notes) == 0 && got.found[r.Article.Source] {
			without = append(without, r.Article.Source)
		}
	}
	if len(without) > 0 {
		fmt.Fprintf(s.err, "ibid: no notes in %s\n", listing(without, 5))
	}
	if run.Interrupted {
		fmt.Fprintln(s.err, "ibid: interrupted; the report holds what is known so far, and the same command goes on from there")
	}
}

// listing names at most limit of the names and counts the rest.
func listing(names []string, limit int) string {
	if len(names) <= limit {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:limit], ", "), len(names)-limit)
}

// failureLine is a failure with its source named once.
func failureLine(f checker.Failure) string {
	text := f.Err.Error()
	if strings.HasPrefix(text, f.Source+": ") {
		return text
	}
	return f.Source + ": " + text
}

// visitor fetches the pages of collections, and keeps them until all are read.
func (o checkOptions) visitor(e *link.Engine, store *cache.Store) *link.Visitor {
	if store == nil || o.maxAge < 0 {
		return e.Visitor(o.collect.pause, nil)
	}
	return e.Visitor(o.collect.pause, cache.PagesIn(store.Dir(), time.Now))
}
