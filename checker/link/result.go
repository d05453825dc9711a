package link

import "time"

// Request asks for one link to be checked.
type Request struct {
	// URL as cited; a fragment does not cause another GET.
	URL string
	// Titles are the titles under which the link is cited, if known; they
	// help to tell another page at the same address.
	Titles []string
	// Base is the folder below Options.Root from which a relative URL leads:
	// "posts/2024", "." for the root itself, "" where it isn't known; then only
	// URLs that start with a slash are looked for.
	Base string
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
	// FragmentFault is a sentence on a place in the page that the address names
	// and the page lacks, "" if it has it or that can't be said.
	FragmentFault string
	// Unreachable says, with Unchecked, why: "offline", "interrupted" or "no network".
	Unreachable string
	// VouchedBy is the registry that says that the work is there, where its
	// own site can't be asked: "doi.org".
	VouchedBy string
	// Accepted says that Options.Accept made it ok.
	Accepted bool
	// Repair is an address like the link's that works, where the link is dead
	// or no address; nil if none was found.
	Repair *Repair
	// OverHTTPS says what stands at the link's address with https.
	OverHTTPS OverHTTPS
	// Page is the evidence; nil if nothing was fetched. Of what [Engine.Check]
	// returns it holds the kind and the length of the content and the headers
	// on them, and is nil for a plain web page.
	Page *Page
}

// Hop is one redirect: the address that answered and its status.
type Hop struct {
	URL    string
	Status int
	// Location is where it led.
	Location string
}

// Repair is an address that works in place of a link.
type Repair struct {
	URL string
	// Change says in words what is different: "https in place of http".
	Change string
}
