package link

import (
	"context"
	"net/http"
	"net/url"

	"ibid/checker/link/secret"
)

// settle takes the judgement of a task's last look through what may still
// change it: a registry that knows better, a probe where the judges are in
// doubt, and repairs of an address that is dead; and it sees whether a page has
// an https address. Then it is the verdict.
func (s *schedule) settle(ctx context.Context, t *task, o outcome, r Result) {
	if r.Verdict == OK && !o.unsure && !s.mayEncrypt(t, o, r) {
		s.verdict(t, o, r) // as most are
		return
	}
	s.lookFurther(ctx, t, o, r)
}

func (s *schedule) lookFurther(ctx context.Context, t *task, o outcome, r Result) {
	s.vouch(ctx, t, o, r, func(ctx context.Context, r Result) {
		s.doubt(ctx, t, o, r, func(ctx context.Context, r Result) {
			s.mend(ctx, t, o, r, func(r Result) {
				s.encrypt(ctx, t, o, r, func(r Result) { s.verdict(t, o, r) })
			})
		})
	})
}

// vouch asks the registry of an identifier where its link can't be opened.
func (s *schedule) vouch(ctx context.Context, t *task, o outcome, r Result, next func(context.Context, Result)) {
	var id identifier
	ok := false
	switch r.Verdict {
	case Blocked, Timeout, ServerError, TLS, Dead:
		id, ok = s.e.identifierOf(t.first)
	case ContentDrift:
		id, ok = s.e.identifierOf(t.first)
		ok = ok && leadsToLogin(t.first, t.at) // to those who may read it, the work is there
	default:
	}
	if !ok {
		next(ctx, r)
		return
	}
	ask, err := url.Parse(id.ask)
	if err != nil || secret.Likely(t.first) {
		next(ctx, r)
		return
	}
	asked := 0
	var answered func(context.Context, outcome)
	answered = func(ctx context.Context, a outcome) {
		asked++
		said := saysNothing
		if a.err == nil {
			said = id.read(a.page.Status, a.body)
		}
		if said == saysNotThere && r.Verdict != Dead && asked == 1 {
			// What nobody else says dead takes two answers, apart in time.
			s.sendLater(ask, s.e.o.SecondLook, errand{accept: id.accept, body: true, then: answered})
			return
		}
		next(ctx, vouched(t, o, r, id, said))
	}
	s.send(ctx, ask, errand{accept: id.accept, body: true, then: answered})
}

// vouched is a result in the light of what a registry says.
func vouched(t *task, o outcome, r Result, id identifier, said answerOf) Result {
	elsewhere := site(t.at.Hostname()) != site(t.first.Hostname())
	switch {
	case said == saysNotThere:
		return Result{Verdict: Dead, Status: http.StatusNotFound, Reason: id.registry + " does not know " + id.name + "."}
	case said == saysThere && r.Verdict == Dead && elsewhere:
		r.Reason += " " + id.registry + " still leads there."
		return r
	case said == saysThere:
		why := "could not be opened"
		switch {
		case r.Verdict == ContentDrift:
			why = "wants a log-in"
		case o.err == nil && o.page.Status >= 300:
			why = "answers " + statusText(o.page.Status)
		}
		return Result{
			Verdict: OK, Status: r.Status, VouchedBy: id.registry,
			Reason: id.registry + " knows it; " + t.at.Hostname() + ", to which it leads, " + why + " when a program asks.",
		}
	}
	return r
}
