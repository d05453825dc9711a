package link

import (
	"context"
	"errors"
	"net"
	"syscall"
	"time"
)

// canary is a name that always exists (RFC 2606); it is looked up only where
// nothing else could be.
const canary = "example.com"

// networkTrouble says whether an error may be the machine's own: a name that
// could not be looked up, or no route.
func networkTrouble(err error) bool {
	var dns *net.DNSError
	return errors.As(err, &dns) || errors.Is(err, syscall.ENETUNREACH) || errors.Is(err, syscall.EHOSTUNREACH)
}

// reached says whether an error shows that packets came back.
func reached(err error) bool {
	return errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, syscall.ECONNRESET) || tlsReason(err) != ""
}

// settleNetwork judges the links whose hosts could not even be looked up or
// routed to. Where no host answered at all and the canary can't be found
// either, the machine has no network, and no link is to blame.
func (s *schedule) settleNetwork(ctx context.Context) {
	if len(s.netFails) == 0 || ctx.Err() != nil {
		return
	}
	offline := !s.answered && !s.online(ctx)
	for t, r := range s.netFails {
		if offline {
			r.Verdict, r.Unreachable = Unchecked, "no network"
			r.Reason = "Not opened: this machine has no network."
		}
		if answer, ok := s.answer(t, r); ok {
			s.e.o.Cache.Save(s.e.key(t.first), answer)
		}
		for _, i := range t.indices {
			s.finish(i, r)
		}
	}
}

// online looks the canary up.
func (s *schedule) online(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	addrs, err := s.e.o.Lookup(ctx, canary)
	return err == nil && len(addrs) > 0
}
