package link

import (
	"context"
	"net/url"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"
)

// planned is what an address says of a request by itself.
type planned struct {
	result *Result  // where no host has to be asked
	u      *url.URL // otherwise: the address,
	key    string   // under which it is asked for once
	at     *url.URL // as it is asked for, nil if that makes no sense
}

// plan makes tasks of the requests and finishes those that need none.
func (s *schedule) plan(ctx context.Context) {
	plans := make([]planned, len(s.requests))
	// An interrupted run, too, says what addresses say by themselves.
	inBatches(context.WithoutCancel(ctx), len(plans), func(i int) { plans[i] = s.e.plan(s.requests[i]) })
	distinct := make(map[string]*task, len(plans))
	var tasks []*task
	for i, r := range s.requests {
		p := &plans[i]
		switch {
		case p.result != nil && p.result.Verdict == Malformed:
			s.remake(ctx, i, *p.result)
			continue
		case p.result != nil:
			s.finish(i, *p.result)
			continue
		case p.at == nil:
			s.finish(i, Result{URL: r.URL, Verdict: Malformed, Reason: "No address can be made of it."})
			continue
		}
		t := distinct[p.key]
		if t == nil {
			t = &task{first: p.at, at: p.at}
			distinct[p.key] = t
			tasks = append(tasks, t)
		}
		t.indices = append(t.indices, i)
		t.titles = append(t.titles, r.Titles...)
		t.fragments = textFragments(t.fragments, p.u)
	}
	for _, t := range s.recall(ctx, tasks) {
		s.open++
		s.push(ctx, t)
	}
}

// plan reads the address of a request.
func (e *Engine) plan(r Request) (p planned) {
	res, u, known := e.known(r)
	if known {
		p.result = new(res)
		return p
	}
	p.u, p.key = u, normalise(u)
	if p.at = u; p.key != r.URL {
		p.at, _ = url.Parse(p.key) // nil says it
	}
	return p
}

// known is the result of a request for which no host has to be asked, or else
// its address.
func (e *Engine) known(r Request) (res Result, u *url.URL, known bool) {
	if res, ok := e.inRoot(r); ok {
		return res, nil, true
	}
	if res, u, known = read(r.URL); known {
		return res, nil, true
	}
	why := e.left(r.URL)
	if why == "" {
		why = e.innerName(u)
	}
	if why != "" {
		res.Verdict, res.Reason = Skipped, why
		return res, nil, true
	}
	return res, u, false
}

// textFragments adds the texts in a page that an address points at.
func textFragments(list []string, u *url.URL) []string {
	if f := u.EscapedFragment(); strings.Contains(f, textDirective) {
		list = append(list, f)
	}
	return list
}

// inBatches does n things on all processors, as long as ctx lasts.
func inBatches(ctx context.Context, n int, do func(i int)) {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	const batch = 64
	for from := 0; from < n; from += batch {
		g.Go(func() error {
			for i := from; i < min(from+batch, n) && ctx.Err() == nil; i++ {
				do(i)
			}
			return nil
		})
	}
	_ = g.Wait() // none returns an error
}
