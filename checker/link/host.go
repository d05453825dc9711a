package link

import (
	"net/netip"
)

// host is the queue and the pace of one scheme, name and port.
type host struct {
	name   string
	urgent []*task // chains that have begun, and errands
	queue  []*task
	held   []*task // failed once while the host was in trouble
	active int
	listed bool // among those that may have work
	waits  bool // for its pace
	parked bool // for others at its address
	spoke  bool // it has answered as hosts do
	pace   pace

	located whereabouts
	addr    netip.Addr // the zero Addr where it doesn't count

	trouble trouble
	down    *outcome // why nobody is sent there any more; nil if all is well
}

// whereabouts says whether it is known at which address a host is.
type whereabouts uint8

const (
	unknown whereabouts = iota
	asked
	found
)

// has says whether a task may be started, its pace aside.
func (h *host) has() bool {
	if s := h.trouble.scout; s != nil {
		return s.ready
	}
	return len(h.urgent)+len(h.queue) > 0
}

// peek is the task that is started next.
func (h *host) peek() *task {
	switch s := h.trouble.scout; {
	case s != nil:
		return s.task
	case len(h.urgent) > 0:
		return h.urgent[0]
	}
	return h.queue[0]
}

func (h *host) pop() *task {
	t := h.peek()
	switch s := h.trouble.scout; {
	case s != nil:
		s.ready = false
	case len(h.urgent) > 0:
		h.urgent[0] = nil // what is done can go
		h.urgent = h.urgent[1:]
	default:
		h.queue[0] = nil
		h.queue = h.queue[1:]
	}
	return t
}

// address is what the hosts at one address share.
type address struct {
	active int
	parked []*host
}

// perAddress is how many requests are under way at once to all the hosts at
// one address.
func (s *schedule) perAddress() int { return 4 * s.e.o.PerHost }

// load counts requests to an address up or down. Those to private ones are not
// counted: somebody runs a test, or an intranet.
func (s *schedule) load(addr netip.Addr, n int) {
	if !addr.IsValid() {
		return
	}
	a := s.addresses[addr]
	if a == nil {
		a = &address{}
		s.addresses[addr] = a
	}
	a.active += n
	for n < 0 && len(a.parked) > 0 {
		h := a.parked[0]
		a.parked = a.parked[1:]
		h.parked = false
		if s.list(h); h.listed {
			return
		}
	}
}

// arrived notes at which address a host is.
func (s *schedule) arrived(o outcome) {
	s.locating--
	h := o.located
	h.located = found
	if o.addr.IsValid() && s.e.guard.public.SafeAddr(o.addr) == nil {
		h.addr = o.addr
		if h.addr.Is6() {
			if p, err := h.addr.Prefix(64); err == nil {
				h.addr = p.Addr() // one machine may have many
			}
		}
	}
	s.list(h)
	if len(s.unlocated) > 0 {
		next := s.unlocated[0]
		s.unlocated = s.unlocated[1:]
		s.list(next)
	}
}
