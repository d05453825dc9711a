package link

import (
	"net/http"
	"time"
)

// Cache keeps answers between runs. It is safe for concurrent use. A cache that
// fails has nothing, and keeps nothing: no run fails for it.
type Cache interface {
	// Load is what is kept under a key.
	Load(key string) (Answer, bool)
	// Save keeps an answer under a key, in place of an older one.
	Save(key string, a Answer)
}

// Answer is what is worth keeping of a link once it was opened. Its Result
// names neither the address as it is cited nor whether it was cached; addresses
// in it that are the asked one's own are empty.
type Answer struct {
	Result Result
	// Timeout and Retries are the patience with which the host was asked: one
	// with more of it asks again where that may help.
	Timeout time.Duration
	Retries int
}

// How long an answer is good for. Failures are kept briefly: somebody may be
// mending them just now.
const (
	lifeGood    = 24 * time.Hour
	lifeFailure = time.Hour
	lifePassing = 10 * time.Minute
)

// Lifetime says for how long an answer may stand for the link, 0 if it is not
// worth keeping. What may be this machine's own trouble, or heals by itself, is
// kept for minutes only.
func Lifetime(r Result) time.Duration {
	switch r.Verdict {
	case OK, Redirected:
		return lifeGood
	case ContentDrift, Soft404:
		return lifeFailure
	case Dead:
		if r.Status != 0 {
			return lifeFailure
		}
		return lifePassing
	case Blocked:
		if r.Status != http.StatusTooManyRequests {
			return lifeFailure
		}
		return lifePassing
	case ServerError, Timeout, TLS:
		return lifePassing
	default:
		return 0
	}
}

// JudgedByPage says whether a verdict was read off a page that the host says
// is there. Such a page can be judged again, and asked for only if it changed.
func JudgedByPage(v Verdict) bool {
	return v == OK || v == Redirected || v == ContentDrift || v == Soft404
}

// stillGood says whether an answer with the verdict r may stand for the link now.
func (e *Engine) stillGood(a Answer, r Result) bool {
	age, limit := e.o.Now().Sub(r.CheckedAt), Lifetime(r)
	switch {
	case e.o.MaxAge < 0, age < 0: // asked for anew; a clock that was set back
		return false
	case e.o.MaxAge > 0 && limit == lifeGood:
		limit = e.o.MaxAge
	case e.o.MaxAge > 0:
		limit = min(limit, e.o.MaxAge)
	}
	if limit == lifePassing && (e.o.Timeout > a.Timeout || e.o.Retries > a.Retries) {
		return false
	}
	return age < limit
}
