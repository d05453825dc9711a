package checker_test

import (
	"context"
	"iter"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"ibid/checker"
	"ibid/checker/link"
)

// slow is a LinkChecker that does something before and after its first answer.
type slow struct{ before, after func() }

func (s slow) Check(_ context.Context, requests []link.Request, progress func(link.Result)) []link.Result {
	s.before()
	out := make([]link.Result, len(requests))
	for i, r := range requests {
		out[i] = link.Result{URL: r.URL, Verdict: link.OK}
	}
	progress(out[0])
	s.after()
	return out
}

// TestRulesGiveWay has links under way first, and rules run while they are opened.
func TestRulesGiveWay(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var ran atomic.Bool
		rule := &checker.Rule{ID: "watch", Run: func(*checker.Report) iter.Seq[checker.Finding] {
			ran.Store(true)
			return func(func(checker.Finding) bool) {}
		}}
		look := func(want bool, when string) func() {
			return func() {
				synctest.Wait()
				if ran.Load() != want {
					t.Errorf("%s the first answer: the rule has run is %v, want %v", when, ran.Load(), want)
				}
			}
		}
		_, err := checker.Check(t.Context(), parsed(t, salt), checker.Options{
			Rules: []*checker.Rule{rule}, Links: slow{look(false, "before"), look(true, "after")},
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
