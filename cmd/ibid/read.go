package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"ibid/checker/link"
	"ibid/cmd/ibid/internal/inputs"
	"ibid/parser"
	"ibid/parser/article"
	"ibid/parser/collection"
)

// errOffline is a web address that is not to be opened.
var errOffline = errors.New("--offline opens no web address: save the page and check the file, or leave --offline out")

// reading says how sources are read.
type reading struct {
	in      io.Reader
	engine  *link.Engine // fetches web addresses
	offline bool
	convert convert
	// collect says which articles of a collection are read, and visitor fetches them.
	collect collectFlags
	visitor *link.Visitor
	// progress is told of articles of collections: how many more are done, and how
	// many more there are to do.
	progress func(what string, done, more int)
	// walked are the names of the files that are read besides, of a walk: a feed
	// among them may hold the same articles once more.
	walked []string
	// previous are the earlier parts of a series.
	previous []*article.Article
	// each is told of every article of a collection or of several sources as it is
	// read; nil means nobody is. many says that there are several.
	each func(*article.Article)
	many bool
	// weight is how many bytes of sources were read.
	weight *atomic.Int64
}

// sources parses sources, several at once, and keeps their order.
func (r reading) sources(ctx context.Context, sources []inputs.Source) *gathered {
	if r.progress == nil {
		r.progress = func(string, int, int) {}
	}
	if r.visitor == nil {
		r.visitor = r.engine.Visitor(r.collect.pause, nil)
	}
	for _, src := range sources {
		if src.Walked {
			r.walked = append(r.walked, src.Name)
		}
	}
	r.weight, r.many = &atomic.Int64{}, len(sources) > 1
	parts := make([]*gathered, len(sources))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, src := range sources {
		if ctx.Err() != nil {
			break
		}
		g.Go(func() error {
			parts[i] = r.gather(ctx, src)
			return nil
		})
	}
	_ = g.Wait() // the functions return nil: every source has failures of its own
	all := &gathered{found: map[string]bool{}}
	for i, src := range sources {
		part := parts[i]
		if part == nil {
			continue
		}
		for _, a := range part.articles {
			all.found[a.Source] = part.several || src.Found
		}
		all.articles = append(all.articles, part.articles...)
		all.failures = append(all.failures, part.failures...)
		all.remarks = append(all.remarks, part.remarks...)
		all.several = all.several || part.several
	}
	return all
}

// source reads one source that is an article.
func (r reading) source(ctx context.Context, src inputs.Source) (*article.Article, error) {
	r.collect.limit = 1 // of several none is wanted
	return r.sources(ctx, []inputs.Source{src}).one()
}

// gather reads one source: an article, or a collection of them.
func (r reading) gather(ctx context.Context, src inputs.Source) *gathered {
	switch src.Kind {
	case inputs.Stdin:
		return r.stream(ctx, src, r.in, parser.Options{})
	case inputs.Web:
		return r.web(ctx, src.Name)
	default:
		f, err := inputs.Open(src)
		if err != nil {
			return failed(src.Name, err)
		}
		defer func() { _ = f.Close() }() // it was only read
		files, folder, closing := beside(src.Path)
		defer closing()
		return r.stream(ctx, src, f, parser.Options{Files: files, Folder: folder})
	}
}

// web fetches a page, or a list of pages.
func (r reading) web(ctx context.Context, address string) *gathered {
	if r.offline {
		return failed(address, errOffline)
	}
	page, err := r.engine.Fetch(ctx, address, parser.DefaultMaxSize)
	if err != nil {
		return failed(address, err)
	}
	in, kind, err := stream(bytes.NewReader(page.Body))
	if err != nil {
		return failed(address, err)
	}
	if kind != collection.None {
		return r.collection(ctx, inputs.Source{Name: address}, page.FinalURL, kind, in)
	}
	g := &gathered{}
	a, err := parsePage(ctx, page, parser.Options{Name: address, Previous: r.previous, Convert: r.convert})
	r.tell(a)
	g.take(address, a, err)
	return g
}

// stream reads a file as it comes.
func (r reading) stream(ctx context.Context, src inputs.Source, in io.Reader, o parser.Options) *gathered {
	in, kind, err := stream(in)
	if err != nil {
		return failed(src.Name, err)
	}
	if kind != collection.None {
		return r.collection(ctx, src, "", kind, in)
	}
	g := &gathered{}
	o.Name, o.Previous, o.Convert = src.Name, r.previous, r.convert
	a, err := parser.Parse(ctx, weighed{in, r.weight}, o)
	r.tell(a)
	g.take(src.Name, a, err)
	return g
}

// tell tells of an article that was read; of nil it does not.
func (r reading) tell(a *article.Article) {
	if a != nil && r.many && r.each != nil {
		r.each(a)
	}
}

// take takes an article, or the failure of the source that is named.
func (g *gathered) take(name string, a *article.Article, err error) {
	if a != nil {
		g.articles = append(g.articles, a)
		return
	}
	g.fail(name, err)
}

func failed(name string, err error) *gathered {
	g := &gathered{}
	g.fail(name, err)
	return g
}
