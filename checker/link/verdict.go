package link

// Verdict says what became of a link.
type Verdict string

// The verdicts.
const (
	OK           Verdict = "ok"            // it is there, temporary redirects included
	Redirected   Verdict = "redirected"    // moved for good to a place that still is the same work
	ContentDrift Verdict = "content-drift" // it answers, but with something else
	Soft404      Verdict = "soft-404"      // answers 200 and says "not found"
	Dead         Verdict = "dead"          // 404, 410, no such host, connection refused; seen twice
	ServerError  Verdict = "server-error"  // 5xx after retries, garbled answers, loops, bad redirects
	Timeout      Verdict = "timeout"       // no answer in time; 408, 504; a name server that fails
	TLS          Verdict = "tls"           // certificate or handshake trouble
	Blocked      Verdict = "blocked"       // a person has to look
	Malformed    Verdict = "malformed"     // no valid URL can be made of it
	Skipped      Verdict = "skipped"       // excluded, another scheme, a private address
	Unchecked    Verdict = "unchecked"     // offline, interrupted, no network
)
