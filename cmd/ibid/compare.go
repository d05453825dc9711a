package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"ibid/checker"
	"ibid/cmd/ibid/internal/history"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/parser"
	"ibid/parser/article"
)

// comparison says where the earlier versions of the sources are: in a file, or
// in a revision of git. The zero value compares nothing.
type comparison struct {
	// file is the earlier version of the only source.
	file *article.Article
	// rev is a revision that has the earlier versions of all sources.
	rev     string
	sources map[string]inputs.Source // by name
}

// comparedTo is the comparison that --compare-to asks for. An argument is a file
// where there is one of its name, else a revision.
func (r reading) comparedTo(ctx context.Context, arg string, sources []inputs.Source) (comparison, error) {
	if arg == "" || len(sources) == 0 {
		return comparison{}, nil
	}
	if info, err := os.Stat(arg); err == nil && info.Mode().IsRegular() || inputs.IsWeb(arg) {
		return r.comparedToFile(ctx, arg, sources)
	}
	c := comparison{rev: arg, sources: map[string]inputs.Source{}}
	dir := ""
	for _, src := range sources {
		if src.Kind == inputs.File && dir == "" {
			dir = filepath.Dir(src.Path)
		}
		if src.Kind != inputs.File {
			return c, fmt.Errorf("--compare-to %s: git has no earlier version of %s; name a file that holds it", arg, src.Name)
		}
		c.sources[src.Name] = src
	}
	switch err := history.Check(ctx, dir, arg); {
	case errors.Is(err, history.ErrNoRevision):
		return c, fmt.Errorf("--compare-to %s: there is no such file, and the git repository of %s has no such revision", arg, sources[0].Name)
	case errors.Is(err, history.ErrNoRepository):
		return c, fmt.Errorf("--compare-to %s: there is no such file, and %s is in no git repository that could have such a revision", arg, sources[0].Name)
	case err != nil && ctx.Err() == nil:
		return c, fmt.Errorf("--compare-to %s: %w", arg, err)
	}
	return c, nil
}

func (r reading) comparedToFile(ctx context.Context, arg string, sources []inputs.Source) (comparison, error) {
	if len(sources) > 1 {
		return comparison{}, fmt.Errorf("--compare-to %s: a file is the earlier version of one SOURCE; check the others one by one, or name a revision of git", arg)
	}
	old, err := only(ctx, arg)
	if err != nil {
		return comparison{}, fmt.Errorf("--compare-to %s: %w", arg, err)
	}
	if old.Name == sources[0].Name {
		return comparison{}, fmt.Errorf("--compare-to %s: this is the SOURCE itself; name its earlier version", arg)
	}
	a, err := r.source(ctx, old)
	if err != nil {
		return comparison{}, fmt.Errorf("--compare-to %w", err)
	}
	return comparison{file: a}, nil
}

// versions parses the earlier versions of articles, in their order: nil where
// there is none. A file that a folder walk found may be new; one that the user
// named is a failure then.
func (c comparison) versions(ctx context.Context, r reading, articles []*article.Article) (before []*article.Article, added []string, failures []checker.Failure) {
	before = make([]*article.Article, len(articles))
	if c.file != nil {
		for i := range before {
			before[i] = c.file
		}
	}
	if c.rev == "" {
		return before, nil, nil
	}
	errs := make([]error, len(articles))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, a := range articles {
		src, ok := c.sources[a.Source]
		if !ok {
			errs[i] = errors.New("an earlier version of one article of a collection can't be had from git: name a file that holds the article alone")
			continue
		}
		g.Go(func() error {
			before[i], errs[i] = r.revision(ctx, c.rev, src)
			return nil
		})
	}
	_ = g.Wait() // the functions return nil: every source has an error of its own
	for i, a := range articles {
		switch err := errs[i]; {
		case err == nil || ctx.Err() != nil:
		case errors.Is(err, history.ErrNotTracked) && c.sources[a.Source].Found:
			added = append(added, a.Source)
		default:
			failures = append(failures, checker.Failure{Source: a.Source, Err: fmt.Errorf("--compare-to %s: %w", c.rev, err)})
		}
	}
	return before, added, failures
}

// revision parses a source as it was in a revision.
func (r reading) revision(ctx context.Context, rev string, src inputs.Source) (*article.Article, error) {
	data, err := history.Show(ctx, rev, src.Path, parser.DefaultMaxSize)
	if err != nil {
		return nil, err
	}
	files, folder, closing := beside(src.Path)
	defer closing()
	a, err := parser.Parse(ctx, bytes.NewReader(data), parser.Options{Name: src.Name, Previous: r.previous, Convert: r.convert, Files: files, Folder: folder})
	if err != nil {
		return nil, fmt.Errorf("the earlier version: %w", errors.Unwrap(err))
	}
	return a, nil
}

// unrelated names the articles that have no note in common with their earlier version.
func unrelated(run *checker.Run) []string {
	var names []string
	for _, rep := range run.Reports {
		if m := rep.Versions; m != nil && len(m.Before.Notes) > 0 && len(m.Now.Notes) > 0 && !m.Related() {
			names = append(names, rep.Article.Source)
		}
	}
	return names
}

// remarkVersions says on standard error which articles could not be compared.
func remarkVersions(s streams, run *checker.Run, added []string) {
	if len(added) > 0 {
		fmt.Fprintf(s.err, "ibid: new since the earlier version, so not compared: %s\n", listing(added, 5))
	}
	if names := unrelated(run); len(names) > 0 {
		fmt.Fprintf(s.err, "ibid: next to no note in common with the earlier version, so not compared: %s\n", listing(names, 5))
	}
}
