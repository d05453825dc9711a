package checker

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"ibid/checker/link"
	"ibid/checker/style"
	"ibid/parser/article"
)

// LinkChecker opens links; *link.Engine is one.
type LinkChecker interface {
	// Check judges every request, in order, and calls progress once for each
	// as it is done. When ctx ends, the rest is unchecked.
	Check(ctx context.Context, requests []link.Request, progress func(link.Result)) []link.Result
}

// Options say what is checked and how. The zero value checks nothing but the
// shape of links.
type Options struct {
	// Rules are run in this order; see checker/rules.All and [Select].
	Rules []*Rule
	// Style is the guide that rules of taste hold the articles to; the zero
	// Guide leaves each article to its own habits.
	Style style.Guide
	// Severities take the place of the rules' own.
	Severities Severities
	// Links opens the links; nil means offline: links are unchecked.
	Links LinkChecker
	// Archives looks for copies of lost links; nil means that nobody does.
	Archives ArchiveFinder
	// ArchiveProgress is told how many of them are done; nil means nobody is.
	ArchiveProgress func(done, total int)
	// Base is the folder of an article below the files of its site, as
	// link.Request has it; nil means that none is known.
	Base func(*article.Article) string
	// NotesOnly leaves out the links of the body.
	NotesOnly bool
	// Inside says that readers are inside a private network; see Report.
	Inside bool
	// Before are the earlier versions of the articles, in their order, for the
	// rules that say what editing broke; nil where an article has none.
	Before []*article.Article
	// Early is what was found in articles as they were read; nil for nothing.
	Early *Early
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Progress is told of every link that is done; nil means nobody is.
	Progress func(done, total int, r link.Result)
}

// now is the time.
func (o Options) now() time.Time {
	if o.Now != nil {
		return o.Now()
	}
	return time.Now()
}

// Check makes the report of one article.
func Check(ctx context.Context, a *article.Article, o Options) (*Report, error) {
	run := CheckAll(ctx, []*article.Article{a}, o)
	return run.Reports[0], context.Cause(ctx)
}

// CheckAll makes the reports of several articles. Their links share one queue,
// so that an address cited by many is opened once. When ctx ends, the run is
// marked as interrupted and holds what is known so far.
func CheckAll(ctx context.Context, articles []*article.Article, o Options) *Run {
	run := &Run{Reports: make([]*Report, len(articles))}
	found := make([][][]Finding, len(articles))
	for i, a := range articles {
		b := begin(a, i, o)
		run.Reports[i], found[i] = b.report, b.found
	}
	var early errgroup.Group
	underWay := make(chan struct{})
	early.Go(func() error {
		<-underWay
		runEarly(run.Reports, o, found)
		return nil
	})
	openLinks(ctx, run.Reports, o, sync.OnceFunc(func() { close(underWay) }), early.Wait)
	findArchives(ctx, run, o)
	run.Interrupted = ctx.Err() != nil
	for i, r := range run.Reports {
		r.Findings = findings(r, o, found[i], o.Links != nil && !run.Interrupted)
	}
	sayOnce(run, o.Rules)
	return run
}

// requests are those for the links of all reports, each address once; places say of
// each report's links where theirs are in the list.
func requests(reports []*Report, o Options) (list []link.Request, places [][]int) {
	type asked struct{ url, base string }
	n := 0
	for _, r := range reports {
		n += len(r.Links)
	}
	index := make(map[asked]int, n) // address → place in the list
	list = make([]link.Request, 0, n)
	places = make([][]int, len(reports))
	for n, r := range reports {
		places[n] = make([]int, len(r.Links))
		for j := range r.Links {
			l := &r.Links[j]
			k := asked{url: l.URL}
			if o.Base != nil && link.Relative(l.URL) {
				k.base = o.Base(r.Article)
			}
			i, ok := index[k]
			if !ok {
				i = len(list)
				index[k] = i
				list = append(list, link.Request{URL: k.url, Base: k.base})
			}
			list[i].Titles = append(list[i].Titles, citedTitles(r.Article, l)...)
			places[n][j] = i
		}
	}
	return list, places
}

// mostHeadStart is how long links have the processors for themselves.
const mostHeadStart = 200 * time.Millisecond

// openLinks has the links of all reports judged in one batch, so that the
// engine sees every host's whole queue. It says when they are under way, and
// changes the reports when wait returns.
func openLinks(ctx context.Context, reports []*Report, o Options, underWay func(), wait func() error) {
	asked, places := requests(reports, o)
	defer time.AfterFunc(mostHeadStart, underWay).Stop()
	var results []link.Result
	if o.Links == nil {
		results = link.Offline(asked)
	} else {
		done := 0
		results = o.Links.Check(ctx, asked, func(r link.Result) {
			underWay()
			done++
			if o.Progress != nil {
				o.Progress(done, len(asked), r)
			}
		})
	}
	underWay()
	_ = wait() // for rules, which return no errors
	for n, r := range reports {
		for i := range r.Links {
			r.Links[i].Result = results[places[n][i]]
		}
	}
	if o.Links != nil {
		readAgain(ctx, reports, o.Links)
	}
}

// findings runs the rules over a report that have not run yet and puts what all
// found in order. online says that all links were opened.
func findings(r *Report, o Options, byRule [][]Finding, online bool) []Finding {
	byID := map[string]*Rule{}
	for _, rule := range o.Rules {
		byID[rule.ID] = rule
	}
	runRules(r, o, runtime.GOMAXPROCS(0), byRule, func(rule *Rule) bool { return !rule.early() && !rule.Last })
	all := suppress(r, dropSuperseded(slices.Concat(byRule...), byID), o.Rules, online)
	last := make([][]Finding, len(o.Rules))
	runRules(r, o, 1, last, func(rule *Rule) bool { return rule.Last })
	all = append(all, slices.Concat(last...)...)
	r.shared.values.Clear()
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Span.Part, b.Span.Part), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.URL, b.URL))
	})
	return all
}

// early says whether a rule looks at nothing that opening links tells.
func (rule *Rule) early() bool { return !rule.Network && !rule.Results && !rule.Last }

// runEarly runs the rules that need not wait for the links, while those are
// opened, and puts what they find into found, by report and rule. One processor
// is left to the links: an answer that had to wait here would make its host
// look slow.
func runEarly(reports []*Report, o Options, found [][][]Finding) {
	limit := runtime.GOMAXPROCS(0)
	if o.Links != nil {
		limit = max(1, limit-1)
	}
	for i, r := range reports {
		if found[i] != nil {
			continue // somebody looked as it was read
		}
		found[i] = make([][]Finding, len(o.Rules))
		runRules(r, o, limit, found[i], (*Rule).early)
		r.shared.values.Clear() // other articles may have to be held as long as links are opened
	}
}

// runRules runs some rules side by side, which are pure functions of the report,
// and puts what they find into byRule.
func runRules(r *Report, o Options, limit int, byRule [][]Finding, these func(*Rule) bool) {
	var g errgroup.Group
	g.SetLimit(limit)
	for i, rule := range o.Rules {
		if !these(rule) {
			continue
		}
		g.Go(func() error {
			for f := range rule.Run(r) {
				f.Rule, f.Group = rule.ID, rule.Group
				f.Severity = o.Severities.of(f, rule)
				f.Fixes = slices.DeleteFunc(f.Fixes, func(x Fix) bool { return breaksMarkup(r, x) })
				byRule[i] = append(byRule[i], f)
			}
			return nil
		})
	}
	_ = g.Wait() // no rule returns an error
}

// breaksMarkup says whether an edit would replace markup with text: the words of
// a Word document may stand in several runs, and those of a citation by key or of
// a template are not in the source at all. Those of a WordPress export stand in
// XML, its footnotes in JSON in that; those of a PDF file cannot be edited, and where
// those of a converted source stand is not sure enough.
func breaksMarkup(r *Report, f Fix) bool {
	a := r.Article
	switch {
	case a.Text == nil:
		return false
	case a.Text.Pages() || a.Converted:
		return len(f.Edits) > 0
	}
	return slices.ContainsFunc(f.Edits, func(e Edit) bool {
		cut := a.Text.Cut(e.Span)
		switch {
		case a.Text.Container():
			return strings.ContainsAny(cut, "<>")
		case a.Format == "latex":
			return strings.ContainsAny(cut, `\{}`)
		case a.Format == "wikitext":
			return strings.ContainsAny(cut, "{}|<>")
		case a.Format == "markdown":
			return strings.Contains(cut, "@") && !strings.Contains(cut, "://")
		}
		return false
	})
}

// dropSuperseded removes findings whose cause a stronger one already names.
func dropSuperseded(all []Finding, rules map[string]*Rule) []Finding {
	type place struct {
		rule           string
		note, citation int
		url            string
	}
	gone := map[place]bool{}
	for _, f := range all {
		for _, weaker := range rules[f.Rule].Supersedes {
			if f.URL != "" {
				gone[place{rule: weaker, note: -1, citation: -1, url: f.URL}] = true
			}
			if f.Citation >= 0 {
				gone[place{rule: weaker, note: f.Note, citation: f.Citation}] = true
			}
		}
	}
	if len(gone) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(f Finding) bool {
		return f.URL != "" && gone[place{rule: f.Rule, note: -1, citation: -1, url: f.URL}] ||
			f.Citation >= 0 && gone[place{rule: f.Rule, note: f.Note, citation: f.Citation}]
	})
}

// sayOnce keeps a finding of a rule that speaks of the whole run in the first
// report that has it.
func sayOnce(run *Run, rules []*Rule) {
	for _, rule := range rules {
		if !rule.OncePerRun {
			continue
		}
		said := false
		for _, r := range run.Reports {
			r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool {
				drop := said && f.Rule == rule.ID
				said = said || f.Rule == rule.ID
				return drop
			})
		}
	}
}
