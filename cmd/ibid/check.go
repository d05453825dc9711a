package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/checker/rules"
	"ibid/checker/style"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/cmd/ibid/internal/progress"
	"ibid/parser"
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
	concurrency  int
	perHost      int
	timeout      time.Duration
	retries      int
	exclude      []string
	resolve      []string
	allowPrivate bool
	cache        string        // a folder, off, or "" for the user's
	oldest       age           // of answers from the cache
	maxAge       time.Duration // what the engine makes of oldest
	direct       bool          // no proxy, whatever the environment says
	userAgent    string
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
(** crosses folders), a web address, or - for standard input.

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage,
3 some source could not be read, 130 interrupted.`,
		Example: `  ibid check draft.md
  ibid check --offline --format json article.html
  ibid check --format github content/
  ibid check -o report.html -o todo.csv 'posts/**/*.md'
  ibid check --compare-to HEAD draft.md
  ibid check --output-dir reports/ archive/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("nothing to check: name a file, a folder, a glob, a web address, or - for standard input (`ibid check --help`)")
			}
			if cmd.Flags().Changed("compare-to") && o.compareTo == "" {
				return errors.New("--compare-to is empty: name a revision of git, or a file with the earlier version")
			}
			o.maxAge = o.oldest.forEngine(cmd.Flags().Changed("max-age"))
			return runCheck(cmd.Context(), s, o, args)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.offline, "offline", false, "do not open any link")
	f.StringVar(&o.links, "links", "all", "which links to check: all, or notes for those in notes only")
	f.StringArrayVar(&o.formats, "format", nil, "format of the report: "+strings.Join(formatNames(), ", ")+" (default table); may be repeated")
	f.StringArrayVarP(&o.files, "output", "o", nil, "write the report to `FILE`, its format inferred from the name unless --format says it; may be repeated")
	f.StringVar(&o.outputDir, "output-dir", "", "write one report for each article and an index into `DIR`")
	f.StringVar(&o.style, "style", "auto", "style guide that the notes follow: "+strings.Join(style.Names(), ", ")+"; auto goes by the article's own habits")
	f.StringVar(&o.failOn, "fail-on", "error", "lightest severity that makes the exit status 1: error, warning, info, never")
	f.StringSliceVar(&o.enable, "enable", nil, "also run this `RULE` or group of rules; may be repeated")
	f.StringSliceVar(&o.disable, "disable", nil, "do not run this `RULE` or group of rules; may be repeated")
	f.StringSliceVar(&o.severity, "severity", nil, "give a rule another severity: `RULE=error`, =warning, =info or =off; may be repeated")
	f.StringArrayVar(&o.previous, "previous", nil, "an earlier part of the series, a `FILE`: the first Ibid. may mean a work cited there; repeat it for several parts, in their order")
	f.StringVar(&o.compareTo, "compare-to", "", "also say what editing broke since an earlier version: a `REV` of git, or a file")
	f.IntVar(&o.concurrency, "concurrency", 64, "links opened at once in all")
	f.IntVar(&o.perHost, "per-host", 4, "links opened at once on one host")
	f.DurationVar(&o.timeout, "timeout", 30*time.Second, "longest wait for one attempt at a link, as in 20s or 1m30s")
	f.IntVar(&o.retries, "retries", 2, "further attempts after a failure that may pass")
	f.StringArrayVar(&o.exclude, "exclude", nil, "skip links that match this regular expression `PATTERN`; may be repeated")
	f.StringArrayVar(&o.resolve, "resolve", nil, "use ADDRESS for HOST:PORT, as in curl: `HOST:PORT:ADDRESS`; may be repeated")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "open links to private, loopback and link-local addresses too")
	f.StringVar(&o.cache, "cache", "", "keep answers of links in `DIR`, or off (default ibid's folder among the user's caches)")
	f.Var(&o.oldest, "max-age", "age up to which a good answer is taken from the cache, as in 12h or 7d; 0 asks every host (default 1d; failures 1h at most)")
	f.StringVar(&o.userAgent, "user-agent", "", "what to call ourselves (default ibid/VERSION and an address)")
	f.BoolVar(&o.reproducible, "reproducible", false, "leave times and the version out of the JSON report")
	f.BoolVar(&o.noColor, "no-color", false, "no colour, even on a terminal")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no progress and no remarks on standard error")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "list every note, and say on standard error what is being done")
	return cmd
}

// plan is what the flags mean.
type plan struct {
	rules   []*checker.Rule
	style   style.Guide
	weights checker.Severities
	outputs []output
	folder  reports.Format // for --output-dir
	failOn  checker.Severity
	engine  link.Options
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
			return p, fmt.Errorf("--fail-on %s: use error, warning, info or never", o.failOn)
		}
	}
	if o.links != "all" && o.links != "notes" {
		return p, fmt.Errorf("--links %s: use all or notes", o.links)
	}
	if err := o.planOutputs(&p); err != nil {
		return p, err
	}
	for _, n := range []struct {
		flag       string
		value, min int
	}{{"concurrency", o.concurrency, 1}, {"per-host", o.perHost, 1}, {"retries", o.retries, 0}} {
		if n.value < n.min {
			return p, fmt.Errorf("--%s %d: use %d or more", n.flag, n.value, n.min)
		}
	}
	if o.timeout <= 0 {
		return p, fmt.Errorf("--timeout %s: use a time above zero, as in 20s", o.timeout)
	}
	p.engine = link.Options{
		UserAgent: o.userAgent, Concurrency: o.concurrency, PerHost: o.perHost, Timeout: o.timeout, Retries: o.retries,
		Exclude: o.exclude, Resolve: o.resolve, AllowPrivate: o.allowPrivate, Proxy: o.proxy(), Version: buildVersion(), MaxAge: o.maxAge, Logger: o.logger(s),
	}
	return p, nil
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

	sources, failures := inputs.Expand(ctx, args, inputs.Options{Known: parser.Known})
	from, err := reading{in: s.in, engine: engine, offline: o.offline}.after(ctx, o.previous, sources)
	if err != nil {
		return err
	}
	earlier, err := from.comparedTo(ctx, o.compareTo, sources)
	if err != nil {
		return err
	}
	articles, unread := from.sources(ctx, sources)
	before, added, lost := earlier.versions(ctx, from, articles)
	run := judge(ctx, s, o, p, engine, articles, before)
	run.Failures = slices.Concat(failures, unread, lost)
	run.Interrupted = ctx.Err() != nil

	if !o.quiet {
		remark(s, run, sources)
		remarkVersions(s, run, added)
		remarkCache(s, run, store)
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

// judge opens the links and runs the rules, showing progress on a terminal.
func judge(ctx context.Context, s streams, o checkOptions, p plan, engine *link.Engine, articles, before []*article.Article) *checker.Run {
	bar := progress.New(s.err, s.errTTY && !o.quiet && !o.verbose && !o.offline)
	defer bar.Close()
	options := checker.Options{Rules: p.rules, Style: p.style, Severities: p.weights, NotesOnly: o.links == "notes", Before: before, Progress: bar.Step}
	if !o.offline {
		options.Links = engine
	}
	return checker.CheckAll(ctx, articles, options)
}

// remark says on standard error what could not be read and which articles of
// a folder had no notes.
func remark(s streams, run *checker.Run, sources []inputs.Source) {
	for _, f := range run.Failures {
		fmt.Fprintf(s.err, "ibid: %s\n", failureLine(f))
	}
	found := map[string]bool{}
	for _, src := range sources {
		found[src.Name] = src.Found
	}
	var without []string
	for _, r := range run.Reports {
		if len(r.Article.Notes) == 0 && found[r.Article.Source] {
			without = append(without, r.Article.Source)
		}
	}
	if len(without) > 0 {
		fmt.Fprintf(s.err, "ibid: no notes in %s\n", listing(without, 5))
	}
	if run.Interrupted {
		fmt.Fprintln(s.err, "ibid: interrupted; the report holds what is known so far")
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

// proxy is nil for that of the environment, or a choice of none.
func (o checkOptions) proxy() func(*http.Request) (*url.URL, error) {
	if !o.direct {
		return nil
	}
	return func(*http.Request) (*url.URL, error) { return nil, nil }
}
