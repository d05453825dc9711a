package archive

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"ibid/checker/link"
)

// atOnce is the number of links that are looked up side by side; the services'
// own paces decide how fast they go.
const atOnce = 6

// Query asks for a copy of one link.
type Query struct {
	// URL as cited.
	URL string
	// Titles are those under which the link is cited, if known.
	Titles []string
	// Before is the time up to which a copy is wanted; zero means now.
	Before time.Time
}

// Snapshot is a copy of a page.
type Snapshot struct {
	URL        string
	CapturedAt time.Time
}

// Answer is what is known of a link's copies.
type Answer struct {
	// Snapshot is the best copy; nil where none was found.
	Snapshot *Snapshot
	// Err says why it isn't known whether there is one, or a better one.
	Err error
}

// ErrNoTime is a look-up that the time for look-ups was too short for.
var ErrNoTime = errors.New("there was no time to look for a copy")

// Finder looks for copies. It is safe for concurrent use.
type Finder struct{ c *client }

// New makes a Finder.
func New(o Options) *Finder { return &Finder{newClient(o)} }

// Find looks for copies of links, in order. Each distinct URL is looked up
// once, for the earliest of the times that are asked for. progress is called
// as each is done, never by two at once; nil is allowed.
func (f *Finder) Find(ctx context.Context, queries []Query, progress func(done, total int)) []Answer {
	index, distinct := map[string]int{}, []Query{}
	of := make([]int, len(queries)) // query → place in distinct, -1 if it is not asked
	for i, q := range queries {
		address, ok := askable(q.URL)
		if !ok {
			of[i] = -1
			continue
		}
		q.URL = address
		k, again := index[address]
		if !again {
			k = len(distinct)
			index[address] = k
			distinct = append(distinct, Query{URL: address, Before: q.Before})
		}
		of[i] = k
		d := &distinct[k]
		d.Titles = append(d.Titles, q.Titles...)
		if d.Before.IsZero() || !q.Before.IsZero() && q.Before.Before(d.Before) {
			d.Before = q.Before
		}
	}
	found := f.all(ctx, distinct, progress)
	answers := make([]Answer, len(queries))
	for i, k := range of {
		if k >= 0 {
			answers[i] = found[k]
		}
	}
	return answers
}

// all looks distinct links up, several at once.
func (f *Finder) all(ctx context.Context, queries []Query, progress func(done, total int)) []Answer {
	ctx, cancel := context.WithTimeout(ctx, f.c.o.Budget)
	defer cancel()
	found := make([]Answer, len(queries))
	var mu sync.Mutex
	done := 0
	var g errgroup.Group
	g.SetLimit(atOnce)
	for i, q := range queries {
		g.Go(func() error {
			found[i] = f.one(ctx, q)
			mu.Lock()
			defer mu.Unlock()
			if done++; progress != nil {
				progress(done, len(queries))
			}
			return nil
		})
	}
	_ = g.Wait() // every answer has an error of its own
	return found
}

// one looks a link up, in the store first.
func (f *Finder) one(ctx context.Context, q Query) Answer {
	key := f.c.key(q)
	if f.c.o.Store != nil {
		if k, ok := f.c.o.Store.Load(key); ok && f.c.o.Now().Sub(k.At) < k.goodFor() {
			return Answer{Snapshot: k.Snapshot}
		}
	}
	if q.Before.IsZero() || q.Before.After(f.c.o.Now()) {
		q.Before = f.c.o.Now()
	}
	a := f.look(ctx, q)
	switch {
	case errors.Is(a.Err, context.DeadlineExceeded):
		a.Err = ErrNoTime
	case a.Err == nil && f.c.o.Store != nil:
		f.c.o.Store.Save(key, Kept{Snapshot: a.Snapshot, At: f.c.o.Now()})
	}
	return a
}

// look asks one service after the other until one has a good copy of the time.
func (f *Finder) look(ctx context.Context, q Query) Answer {
	// What keeps a service from answering is remembered: no copy elsewhere
	// then proves nothing.
	var errs []error
	seen := false // near was looked at, and is no good
	near, had, err := f.c.closest(ctx, q.URL, q.Before)
	if err != nil {
		errs = append(errs, err)
	}
	if had && !near.at.After(q.Before) {
		o, err := f.c.open(ctx, q, near)
		if err == nil && o.good && !o.snapshot.CapturedAt.After(q.Before) {
			return Answer{Snapshot: &o.snapshot}
		}
		seen = err == nil
	}
	rows, err := f.c.index(ctx, q.URL, q.Before, time.Time{}, mostRows)
	if err != nil {
		errs = append(errs, err)
	}
	if seen {
		rows = slices.DeleteFunc(rows, func(x capture) bool { return x.at.Equal(near.at) })
	}
	if s, err := f.newestGood(ctx, q, rows); s != nil {
		return Answer{Snapshot: s}
	} else if err != nil {
		errs = append(errs, err)
	}
	var others []capture
	if f.c.memento.base != None {
		if others, err = f.c.mementos(ctx, q.URL, q.Before); err != nil {
			errs = append(errs, err)
		}
	}
	before, after := split(others, q.Before)
	if s, err := f.firstGood(ctx, q, before); s != nil {
		return Answer{Snapshot: s}
	} else if err != nil {
		errs = append(errs, err)
	}
	s, err := f.later(ctx, q, near, after)
	return Answer{Snapshot: s, Err: errors.Join(append(errs, err)...)}
}

// later looks for the first good copy after the time asked for, where there
// was none before it.
func (f *Finder) later(ctx context.Context, q Query, near capture, others []capture) (*Snapshot, error) {
	rows, err := f.c.index(ctx, q.URL, time.Time{}, q.Before.Add(time.Second), mostMementos)
	if len(rows) == 0 && near.at.After(q.Before) {
		rows = []capture{near}
	}
	if s, e := f.firstGood(ctx, q, rows); s != nil {
		return s, nil
	} else if e != nil {
		err = errors.Join(err, e)
	}
	s, e := f.firstGood(ctx, q, others)
	if s != nil {
		return s, nil
	}
	return nil, errors.Join(err, e)
}

// split parts copies into those up to a time and those after it.
func split(all []capture, at time.Time) (before, after []capture) {
	for _, x := range all {
		if x.at.After(at) {
			after = append(after, x)
		} else {
			before = append(before, x)
		}
	}
	return before, after
}

// askable is the form of an address under which archives are asked for it:
// that of the page itself where it is one of a copy. Addresses with a secret
// in them, and names that mean something inside a network only, are told to nobody.
func askable(raw string) (string, bool) {
	address, ok := link.Public(raw)
	if !ok {
		return "", false
	}
	if page, _, isCopy := SplitCopy(address); isCopy && Host(hostname(address)) {
		if address, ok = link.Public(page); !ok {
			return "", false
		}
	}
	host := hostname(address)
	return address, !Host(host) && !link.Inside(host)
}
