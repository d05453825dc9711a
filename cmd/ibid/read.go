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

// read parses the sources, several at once, and keeps their order.
func read(ctx context.Context, s streams, engine *link.Engine, offline bool, sources []inputs.Source) ([]*article.Article, []checker.Failure) {
	articles := make([]*article.Article, len(sources))
	errs := make([]error, len(sources))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, src := range sources {
		if ctx.Err() != nil {
			break
		}
		g.Go(func() error {
			articles[i], errs[i] = readOne(ctx, s.in, engine, offline, src)
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

// readOne reads one source and parses it.
func readOne(ctx context.Context, in io.Reader, engine *link.Engine, offline bool, src inputs.Source) (*article.Article, error) {
	o := parser.Options{Name: src.Name}
	switch src.Kind {
	case inputs.Stdin:
		return parser.Parse(ctx, in, o)
	case inputs.Web:
		if offline {
			return nil, errors.New("--offline opens no web address: save the page and check the file, or leave --offline out")
		}
		page, err := engine.Fetch(ctx, src.Name, parser.DefaultMaxSize)
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
