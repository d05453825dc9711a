package link

import (
	"net/http"
	"net/url"

	"ibid/checker/link/secret"
)

// Copy is an answer that somebody else kept, such as a web archive's capture.
type Copy struct {
	// Of is the link as it is cited, with the titles under which it is.
	Of Request
	// At is the address that was captured, where redirects led elsewhere than
	// to Of; "" means Of.URL.
	At     string
	Hops   []Hop
	Status int
	Header http.Header
	Body   []byte
}

// JudgeCopy judges a kept answer as if the link itself had given it, by the
// judges that every link goes by. A copy with another status than 200 is Dead.
func JudgeCopy(c Copy) Result {
	first, reason := parse(c.Of.URL)
	if reason != "" || c.Status != http.StatusOK {
		return Result{Verdict: Dead, Status: c.Status, Reason: "The copy is that of an error."}
	}
	at := first
	if c.At != "" {
		if u, reason := parse(c.At); reason == "" {
			at = u
		}
	}
	p := &Page{URL: at.String(), Status: c.Status, Header: c.Header, Length: len(c.Body)}
	readPage(p, c.Body, c.Header, nil)
	if wall := wallName(p); wall != "" {
		return Result{Verdict: Blocked, Status: c.Status, Reason: "The copy is that of a wall against programs (" + wall + ")."}
	}
	return judgePage(&task{first: first, at: at, hops: c.Hops, titles: c.Of.Titles}, p)
}

// Public is the form of an address under which it may be told to a service:
// normalised, without a fragment. It is none for an address with a secret in it.
func Public(raw string) (address string, ok bool) {
	if _, done := Plan(raw); done {
		return "", false
	}
	u, _ := parse(raw)
	if u == nil || secret.Likely(u) {
		return "", false
	}
	address = normalise(u)
	_, err := url.Parse(address)
	return address, err == nil
}
