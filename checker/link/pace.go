package link

import "time"

const (
	// maxPause is the longest pause that a host may ask for and be asked again
	// in the same run.
	maxPause = 2 * time.Minute
	// mostRefusals is how many pauses in a row a host gets before it is left alone.
	mostRefusals = 5
	// mostWaiting is how long a host may have itself waited for, in all.
	mostWaiting = 10 * time.Minute
	// longestGap bounds the time between two requests that ibid thinks of itself,
	// in units.
	longestGap = 10
)

// pace says how fast a host is asked: how much at once, and how far apart. It
// starts with one request and lets another in with every good answer, so that
// a host that names its limits is heard before it is asked for much. All is
// counted in units of twice the back-off: a second, unless a test has none.
type pace struct {
	unit    time.Duration
	most    int           // at once, at best
	limit   int           // at once, now
	gap     time.Duration // between two starts, as ibid has learned it
	floor   time.Duration // the same, as the user or the host says it
	first   time.Time     // when the host was first asked
	last    time.Time     // when it was last
	until   time.Time     // nothing before
	cut     time.Time     // when it was last slowed down
	eased   int           // good answers since anything changed
	calm    int           // good answers since the host was slowed down
	strains int           // answers of trouble since

	good     int           // good answers since window
	window   time.Time     // the start of the unit in which they are counted
	refusals int           // pauses in a row
	waited   time.Duration // in all pauses
	bad      time.Duration // the gap at which it refused last; 0 if it never did

	left     int       // the least that the host said is left in its window
	leftTill time.Time // the end of that window

	best, mean time.Duration // latency: least, and moving average
}

func newPace(most int, rate float64, backoff time.Duration) pace {
	p := pace{unit: 2 * backoff, most: most, limit: 1}
	if rate > 0 {
		p.announce(time.Duration(float64(time.Second) / rate))
	}
	return p
}

// announce sets the least time between two starts.
func (p *pace) announce(every time.Duration) { p.floor = max(p.floor, every) }

// next is when the next request may start.
func (p *pace) next(now time.Time) time.Time {
	if p.first.IsZero() {
		return now
	}
	at := p.until
	if gap := max(p.gap, p.floor); gap > 0 {
		if t := p.last.Add(gap); t.After(at) {
			at = t
		}
	}
	return at
}

// began notes the start of a request.
func (p *pace) began(now time.Time) {
	p.last = now
	if p.first.IsZero() {
		p.first = now
	}
}

// learning says whether the host has not been heard yet; that is waited for
// half a unit, no longer.
func (p *pace) learning(now time.Time) (until time.Time, ok bool) {
	until = p.first.Add(p.unit / 2)
	return until, p.best == 0 && p.cut.IsZero() && !p.first.IsZero() && p.limit < p.most && now.Before(until)
}

// room is how much may be under way now.
func (p *pace) room(now time.Time) int {
	if _, ok := p.learning(now); !ok && !p.first.IsZero() {
		p.settle()
	}
	if now.Before(p.leftTill) {
		return max(1, min(p.limit, p.left))
	}
	return p.limit
}

// settle ends the learning of a host that takes its time.
func (p *pace) settle() {
	if p.best == 0 && p.cut.IsZero() {
		p.limit = p.most
	}
}

// answered takes an answer that shows no sign of trouble.
func (p *pace) answered(now time.Time, latency time.Duration) {
	p.refusals = 0
	if now.Sub(p.window) > p.unit {
		p.window, p.good = now, 0
	}
	p.good++
	p.eased++
	if p.calm++; p.calm >= 16 { // what was long ago counts less
		p.calm, p.strains = p.calm/2, p.strains/2
	}
	p.measure(latency)
	if p.rising() && p.limit > 1 && p.eased >= p.limit {
		p.limit--
		p.eased = 0
		p.cut = now
		return
	}
	switch {
	case p.cut.IsZero():
		p.limit = min(p.most, p.limit+1)
	case p.eased >= 8 && !p.rising(), p.eased >= 4 && p.bad == 0 && !p.rising():
		p.ease()
	}
}

// ease lets a host that was slowed down go faster: again up to the pace at
// which it refused, and beyond only after a long calm.
func (p *pace) ease() {
	gap := p.gap * 4 / 5
	switch {
	case p.bad == 0: // it never said that it was too much
		gap = p.gap / 2
		if gap < p.unit/20 {
			gap = 0
		}
	case p.bad > 0 && gap < p.bad+p.bad/20 && p.eased < 64:
		return
	case gap < p.unit/200:
		gap = 0
	}
	p.gap = gap
	if p.limit < p.most && p.gap < p.unit/4 {
		p.limit++
	}
	p.eased = 0
}

func (p *pace) measure(latency time.Duration) {
	if p.best == 0 || latency < p.best {
		p.best = max(latency, 1)
	}
	if p.mean == 0 {
		p.mean = latency
	}
	p.mean += (latency - p.mean) / 8
}

// rising says whether answers take much longer than they did.
func (p *pace) rising() bool { return p.mean > 3*p.best+p.unit/5 }

// strained takes an answer of a host that has too much to do but names no pause.
// Where it answered twice as many well since it was slowed down, the trouble is
// that of pages, and the pace stays.
func (p *pace) strained(now, begun time.Time) {
	if begun.Before(p.cut) {
		return // asked before the host was slowed down: no news
	}
	if p.strains++; !p.cut.IsZero() && p.calm >= 2*p.strains {
		return
	}
	p.cut, p.eased, p.calm, p.strains = now, 0, 0, 0
	p.limit = max(1, p.limit/2)
	p.gap = min(max(2*p.gap, p.unit/10), 2*p.unit)
}

// refuse takes an answer that says that it was too much. named is the pause
// that the host asks for, 0 if it names none. It is false where the host should
// be left alone.
func (p *pace) refuse(now, begun time.Time, named time.Duration) bool {
	if named > maxPause {
		return false
	}
	if begun.Before(p.cut) {
		return p.pause(now, named)
	}
	obliging := p.obliging()
	p.refusals++
	if p.refusals > mostRefusals {
		return false
	}
	// As many as it took in the last unit is what it allows, or a little more.
	if p.gap == 0 {
		p.gap = p.unit / time.Duration(max(1, p.good))
	}
	if now.Sub(p.window) > p.unit {
		p.good = 0
	}
	p.bad = max(p.gap, p.floor)
	wider := min(max(p.gap*5/4, p.unit/50), longestGap*p.unit)
	if named > 0 && obliging { // who is content with a pause needs no longer gaps than that
		wider = min(wider, max(p.gap, named*3/2))
	}
	p.gap = wider
	p.limit, p.cut, p.eased = 1, now, 0
	if named <= 0 {
		named = p.unit << min(p.refusals-1, 5)
	}
	return p.pause(now, named)
}

// obliging says whether the host answered well since it last refused a request.
func (p *pace) obliging() bool { return p.bad > 0 && p.refusals == 0 }

// pause asks for nothing for a while. It is false if that is too long a wait.
func (p *pace) pause(now time.Time, d time.Duration) bool {
	// A little more, since clocks differ and answers take time to come.
	until := now.Add(d + p.unit/20)
	if !until.After(p.until) {
		return true
	}
	from := now
	if p.until.After(from) {
		from = p.until
	}
	p.waited += until.Sub(from)
	p.until = until
	return d <= maxPause && p.waited <= mostWaiting
}

// hold has nothing start for a while.
func (p *pace) hold(now time.Time, d time.Duration) {
	if t := now.Add(d); t.After(p.until) {
		p.until = t
	}
}

// heed takes what a host says of its limits. It is false where they are used
// up for longer than can be waited for.
func (p *pace) heed(now time.Time, q quota) bool {
	if q.window > 0 && q.limit > 0 && q.window <= 10*time.Second {
		p.announce(q.window / time.Duration(q.limit))
	}
	if q.concurrency > 0 {
		p.most = min(p.most, q.concurrency)
		p.limit = min(p.limit, p.most)
	}
	switch {
	case !q.counted:
	case q.remaining == 0 && q.reset > 0:
		return p.pause(now, q.reset)
	case now.Before(p.leftTill):
		p.left = min(p.left, q.remaining) // answers may overtake each other
	default:
		p.left, p.leftTill = q.remaining, now.Add(q.reset)
	}
	return true
}
