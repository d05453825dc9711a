package archive

import (
	"context"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// State says what became of a link that was to be saved.
type State string

// The states.
const (
	Saved   State = "saved"    // a copy was made
	Recent  State = "recent"   // there was one that is new enough
	Missing State = "missing"  // there is none, and without keys none was asked for
	Failed  State = "failed"   // none can be made
	Later   State = "later"    // none was made this time; the next run tries again
	NotLive State = "not-live" // the link does not show the page
	Private State = "private"  // the address is told to nobody
)

// Row is what is known of a link that was to be saved.
type Row struct {
	URL   string
	State State
	// Snapshot is the newest copy, an old one included; nil where there is none.
	Snapshot *Snapshot
	// AskedAt is when that was found out.
	AskedAt time.Time
	// Reason says why there is no new copy, "" where there is.
	Reason string
}

// Settled says whether a row needs no second asking: the link was dealt with
// less than a time ago.
func (r Row) Settled(now time.Time, newer time.Duration) bool {
	switch r.State {
	case Saved, Recent, Failed:
		return now.Sub(r.AskedAt) < newer
	default:
		return false
	}
}

// savesAtOnce is the number of copies under way at once.
const savesAtOnce = 4

// SaveAll deals with live links: one with a copy newer than a time has enough,
// of the others copies are made. each is told of every row as it is known,
// never by two at once. It ends early when ctx does; once nothing more can be saved,
// the rest is Later.
func (s *Saver) SaveAll(ctx context.Context, pages []string, newer time.Duration, each func(Row)) {
	var mu sync.Mutex
	var stopped error
	var g errgroup.Group
	g.SetLimit(savesAtOnce)
	for _, page := range pages {
		if ctx.Err() != nil {
			break
		}
		g.Go(func() error {
			mu.Lock()
			stop := stopped
			mu.Unlock()
			row, err := s.row(ctx, page, newer, stop)
			if ctx.Err() != nil {
				return nil // it is not known what came of it
			}
			mu.Lock()
			defer mu.Unlock()
			if err != nil && Stops(err) && stopped == nil {
				stopped = err
			}
			each(row)
			return nil
		})
	}
	_ = g.Wait() // every row has a reason of its own
}

// row deals with one link.
func (s *Saver) row(ctx context.Context, page string, newer time.Duration, stopped error) (Row, error) {
	r := Row{URL: page, State: Later, AskedAt: s.c.o.Now()}
	if stopped != nil {
		r.Reason = stopped.Error()
		return r, nil
	}
	since := s.c.o.Now().Add(-newer)
	newest, ok, err := s.Newest(ctx, page, since)
	if ok {
		r.Snapshot = &newest
	}
	switch {
	case ok && !newest.CapturedAt.Before(since):
		r.State = Recent
		return r, nil
	case err != nil && !s.keys.Given():
		r.Reason = err.Error()
		return r, err
	case !s.keys.Given():
		r.State, r.Reason = Missing, "There is no copy of it."
		if ok {
			r.Reason = "Its newest copy is of " + newest.CapturedAt.UTC().Format("2 January 2006") + "."
		}
		return r, nil
	}
	made, err := s.Save(ctx, page, newer)
	switch {
	case err == nil:
		r.State, r.Snapshot = Saved, &made
	case IsPermanent(err):
		r.State, r.Reason = Failed, err.Error()
	default:
		r.Reason = err.Error()
	}
	r.AskedAt = s.c.o.Now()
	return r, err
}
