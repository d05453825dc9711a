package link

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"syscall"
)

// trouble is what a host is in while it does not answer as hosts do. After so
// many failures in a row nobody is sent there but one scout, and what becomes
// of the scout is what becomes of all.
type trouble struct {
	kind   string // "" for none
	streak int    // outcomes in a row that show it
	scout  *scout
}

// scout is the one link that is still asked for.
type scout struct {
	task  *task
	ready bool // to be sent, not waiting or under way
}

// hostTrouble names the kind of failure that is the host's and not the page's,
// "" for anything else; enough is how often in a row it takes to believe it.
func (s *schedule) hostTrouble(o outcome) (kind string, enough int) {
	most := o.host.pace.most
	if o.host.spoke {
		most *= 8 // it works as such: its bad pages may just come together
	}
	if o.err == nil {
		if tooMuch(o) {
			return "", 0
		}
		switch o.page.Status {
		case 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530:
			return "gateway", 2 * most
		}
		return "", 0
	}
	var dns *net.DNSError
	var op *net.OpError
	switch {
	case errors.Is(o.err, errPrivate), errors.Is(o.err, errFamily), errors.Is(o.err, errSpent), errors.Is(o.err, errSlowChain):
		return "", 0
	case errors.As(o.err, &dns):
		return "name", 1
	case errors.Is(o.err, syscall.ECONNREFUSED), errors.Is(o.err, syscall.ENETUNREACH), errors.Is(o.err, syscall.EHOSTUNREACH):
		return "connection", 1
	case certificate(o.err):
		return "certificate", 1
	case errors.As(o.err, &op) && op.Op == "dial":
		return "connection", max(2, most/2)
	case isTimeout(o.err):
		return "silence", most
	}
	return "garble", 2 * most
}

// watch counts the failures of a host. It is true where the task of an outcome
// has to wait for the host's scout, instead of having another look itself.
func (s *schedule) watch(ctx context.Context, o outcome) (held bool) {
	h := o.host
	kind, enough := s.hostTrouble(o)
	if kind == "" {
		h.spoke = h.spoke || o.err == nil
		s.recovered(ctx, h)
		return false
	}
	if kind != h.trouble.kind {
		h.trouble.kind, h.trouble.streak = kind, 0
	}
	h.trouble.streak++
	switch sc := h.trouble.scout; {
	case sc == nil && h.trouble.streak >= enough && o.task.errand == nil:
		h.trouble.scout = &scout{task: o.task}
		o.task.scouts = h
		if !o.task.scouted {
			o.task.scouted, o.task.retries = true, 0 // it stands for many
		}
		return false
	case sc == nil, sc.task == o.task, o.task.errand != nil:
		return false
	}
	h.held = append(h.held, o.task)
	return true
}

// recovered has everybody go on who waited for a host.
func (s *schedule) recovered(ctx context.Context, h *host) {
	h.trouble.kind, h.trouble.streak = "", 0
	if h.trouble.scout == nil {
		return
	}
	h.trouble.scout = nil
	held := h.held
	h.held = nil
	for _, t := range held {
		s.push(ctx, t)
	}
	s.list(h)
}

// abandon sends nobody to a host any more: what came of its scout is the
// answer for everybody.
func (s *schedule) abandon(ctx context.Context, h *host, o outcome) {
	h.down = &o
	h.trouble.scout = nil
	rest := append(append(h.held, h.urgent...), h.queue...)
	h.held, h.urgent, h.queue = nil, nil, nil
	for _, t := range rest {
		s.fall(ctx, h, t)
	}
}

// fall judges a task by what is known of its host.
func (s *schedule) fall(ctx context.Context, h *host, t *task) {
	o := *h.down
	o.task = t
	if t.errand != nil {
		t.errand.then(ctx, o)
		return
	}
	r := s.e.judgeLook(t, o)
	if t.tries == 0 {
		r.Reason += " Another link to it showed that; this one was not tried."
	} else {
		r.Reason += " Another link to it showed that; this one was not tried again."
	}
	s.settle(ctx, t, o, r)
	s.scouted(ctx, o)
}

// errSpent is a host that says how much it may be asked, and was.
var errSpent = errors.New("the host may not be asked any more for now")

// leaveAlone sends nobody any more to a host that has enough.
func (s *schedule) leaveAlone(ctx context.Context, o outcome) {
	if !tooMuch(o) {
		o.page, o.err = nil, errSpent
	}
	s.abandon(ctx, o.host, o)
}

// scouted ends the mission of a scout that is judged: if it still saw its host
// in trouble nobody goes there any more, else all go on.
func (s *schedule) scouted(ctx context.Context, o outcome) {
	h := o.task.scouts
	if h == nil {
		return
	}
	o.task.scouts = nil
	if sc := h.trouble.scout; sc == nil || sc.task != o.task {
		return
	}
	if o.host == h {
		if kind, _ := s.hostTrouble(o); kind != "" {
			s.abandon(ctx, h, o)
			return
		}
	}
	s.recovered(ctx, h)
}

// certificate says whether an error is about the host's certificate.
func certificate(err error) bool {
	var c *tls.CertificateVerificationError
	return errors.As(err, &c)
}
