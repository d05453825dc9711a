package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"

	"golang.org/x/sync/errgroup"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/parser"
	"ibid/parser/article"
)

// reading says how sources are read.
type reading struct {
	in      io.Reader
	engine  *link.Engine // fetches web addresses
	offline bool
	// previous are the earlier parts of a series.
	previous []*article.Article
}

// sources parses sources, several at once, and keeps their order.
func (r reading) sources(ctx context.Context, sources []inputs.Source) ([]*article.Article, []checker.Failure) {
	articles := make([]*article.Article, len(sources))
	errs := make([]error, len(sources))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, src := range sources {
		if ctx.Err() != nil {
			break
		}
		g.Go(func() error {
			articles[i], errs[i] = r.source(ctx, src)
			return nil
		})
	}
	_ = g.Wait() // the functions return nil: every source has an error of its own
	var parsed []*article.Article
	var failures []checker.Failure
	for i, src := range sources {
		switch {
		case articles[i] != nil:
			parsed = append(parsed, articles[i])
		case errs[i] != nil && !errors.Is(errs[i], context.Canceled):
			failures = append(failures, checker.Failure{Source: src.Name, Err: errs[i]})
		}
	}
	return parsed, failures
}

// source reads one source and parses it.
func (r reading) source(ctx context.Context, src inputs.Source) (*article.Article, error) {
	o := parser.Options{Name: src.Name, Previous: r.previous}
	switch src.Kind {
	case inputs.Stdin:
		return parser.Parse(ctx, r.in, o)
	case inputs.Web:
		if r.offline {
			return nil, errors.New("--offline opens no web address: save the page and check the file, or leave --offline out")
		}
		page, err := r.engine.Fetch(ctx, src.Name, parser.DefaultMaxSize)
		if err != nil {
			return nil, err
		}
		o.ContentType, o.URL = page.ContentType, page.FinalURL
		return parser.Parse(ctx, bytes.NewReader(page.Body), o)
	default:
		f, err := inputs.Open(src)
		if err != nil {
			return nil, err
		}
		defer func() { _ = f.Close() }() // it was only read
		return parser.Parse(ctx, f, o)
	}
}
