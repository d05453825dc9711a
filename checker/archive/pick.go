package archive

import (
	"context"
	"net/url"
	"strings"
)

const (
	// mostRows is how many captures the index is asked for.
	mostRows = 300
	// mostLooks is how many of them are opened for one link.
	mostLooks = 8
)

// newestGood is the newest capture that is good. A page that was lost stays
// lost as a rule, so that steps back are doubled and the gap is then halved:
// years of captures of a parked domain cost few looks.
func (f *Finder) newestGood(ctx context.Context, q Query, rows []capture) (*Snapshot, error) {
	rows = changes(rows)
	looks := 0
	var problem error
	try := func(i int) *Snapshot {
		looks++
		o, err := f.c.open(ctx, q, rows[i])
		if err != nil {
			problem = err
		}
		if err != nil || !o.good || o.snapshot.CapturedAt.After(q.Before) {
			return nil
		}
		return &o.snapshot
	}
	var best *Snapshot
	good, bad := -1, len(rows)
	for step := 1; bad > 0 && looks < mostLooks && good < 0; step *= 2 {
		i := max(0, bad-step)
		if s := try(i); s != nil {
			best, good = s, i
		} else {
			bad = i
		}
	}
	for best != nil && bad-good > 1 && looks < mostLooks {
		mid := (good + bad) / 2
		if s := try(mid); s != nil {
			best, good = s, mid
		} else {
			bad = mid
		}
	}
	return best, problem
}

// changes keeps the last one of each run of captures with the same content.
func changes(rows []capture) []capture {
	var out []capture
	for i, r := range rows {
		if i+1 < len(rows) && r.digest != "" && rows[i+1].digest == r.digest {
			continue
		}
		out = append(out, r)
	}
	return out
}

// firstGood is the first good one of a few copies.
func (f *Finder) firstGood(ctx context.Context, q Query, all []capture) (*Snapshot, error) {
	var problem error
	for _, x := range all[:min(len(all), mostMementos)] {
		o, err := f.c.open(ctx, q, x)
		if err != nil {
			problem = err
			continue
		}
		if o.good {
			return &o.snapshot, nil
		}
	}
	return nil, problem
}

func hostname(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}
