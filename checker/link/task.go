package link

import (
	"context"
	"net/url"
	"time"
)

// task is one distinct URL on its way to a verdict, or an errand: a request
// that helps to judge one.
type task struct {
	first   *url.URL // as asked for
	at      *url.URL // the next hop
	indices []int    // of the requests it answers
	titles  []string
	// fragments are the texts in the page that are cited (#:~:text=…).
	fragments []string
	hops      []Hop
	visited   map[string]int
	jar       *cookies
	tries     int // of the whole chain
	retries   int // of those, for failures that may pass
	refused   int // of those, that a host refused as too many
	fails     []failure
	endless   bool  // more redirects than are followed
	browser   bool  // ask as a browser does, on a new connection
	fresh     bool  // on a new connection, as we are
	kept      *Page // the page of an answer that is too old; nil if none is kept
	started   time.Time
	look      time.Duration // spent on this look
	spent     time.Duration // on all

	errand  *errand // nil for a link
	scouts  *host   // the host that it is the scout of, or nil
	scouted bool    // it was a scout
	secret  bool    // something in its result is
}

// errand is what makes a task one.
type errand struct {
	accept string // the Accept header; "" for that of links
	body   bool   // the body itself is wanted
	once   bool   // it is not worth a second try
	then   func(ctx context.Context, o outcome)
}

// failure is a look that ended badly.
type failure struct {
	result Result
	at     time.Time
}

// anew has a task begin its chain again.
func (t *task) anew() {
	t.at, t.hops, t.visited, t.jar, t.look, t.endless = t.first, nil, nil, nil, 0, false
}

// send has an errand run.
func (s *schedule) send(ctx context.Context, u *url.URL, e errand) {
	s.push(ctx, &task{first: u, at: u, errand: &e})
}

// sendLater has one run after a while, on a new connection.
func (s *schedule) sendLater(u *url.URL, wait time.Duration, e errand) {
	s.waitFor(&task{first: u, at: u, fresh: true, errand: &e}, time.Now().Add(wait))
}
