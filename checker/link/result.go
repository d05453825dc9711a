package link

import "time"

// Request asks for one link to be checked.
type Request struct {
	// URL as cited; a fragment does not cause another GET.
	URL string
	// Titles are the titles under which the link is cited, if known; they
	// help to tell another page at the same address.
	Titles []string
}

// Result is what is known of a link after checking it.
type Result struct {
	URL     string
	Verdict Verdict
	// Reason is a sentence that a person can act on, without HTTP jargon
	// where it can be helped.
	Reason string
	// Status is the last answer's; 0 if there was none.
	Status int
	// FinalURL is where the last answer came from, if it differs from URL.
	FinalURL string
	// Redirects are the addresses that answered with a redirect, in order.
	Redirects []Hop
	// Attempts counts tries, not hops.
	Attempts int
	Elapsed  time.Duration
	// CheckedAt is when the last answer came; zero if none was asked for.
	CheckedAt time.Time
	// Cached says that no host was asked: the answer is one kept from CheckedAt.
	Cached bool
	// LoopOrTooMany tells a redirect loop or too many hops from other server errors.
	LoopOrTooMany bool
	// OtherSite says, with ContentDrift, that another registrable domain answered.
	OtherSite bool
	// Unreachable says, with Unchecked, why: "offline", "interrupted" or "no network".
	Unreachable string
	// Page is the evidence; nil if nothing was fetched.
	Page *Page
}

// Hop is one redirect: the address that answered and its status.
type Hop struct {
	URL    string
	Status int
	// Location is where it led.
	Location string
}
