package link

import (
	"net/http"
	"strconv"
	"strings"
)

// judge turns the outcome of one look into a result, by the last answer.
func (e *Engine) judge(t *task, o outcome) Result {
	if o.err != nil {
		return judgeError(t, o.err)
	}
	p := o.page
	r := Result{Status: p.Status}
	host := t.at.Hostname()
	if wall := wallName(p); wall != "" {
		r.Verdict = Blocked
		r.Reason = host + " asks who is there (" + wall + ") and lets no program in. Open it yourself."
		return r
	}
	if isRedirect(p.Status) {
		return judgeBadRedirect(t, p)
	}
	switch c := p.Status; {
	case c >= 200 && c < 300:
		return judgePage(t, p)
	case c == http.StatusNotFound, c == http.StatusGone:
		r.Verdict, r.Reason = Dead, host+" answers "+statusText(c)+"."
	case c == http.StatusRequestTimeout, c == http.StatusGatewayTimeout:
		r.Verdict, r.Reason = Timeout, host+" says that it took too long ("+statusText(c)+"). Try again later."
	case blockedStatus(c):
		r.Verdict, r.Reason = Blocked, blockedReason(host, c)
	case c >= 500 && c < 600:
		r.Verdict, r.Reason = ServerError, host+" has trouble of its own: it answers "+statusText(c)+". Try again later."
	case c >= 400 && c < 500:
		r.Verdict, r.Reason = Blocked, host+" refuses with "+statusText(c)+". Open it yourself."
	default:
		r.Verdict, r.Reason = ServerError, host+" answers with the status "+strconv.Itoa(c)+", which no page has."
	}
	return r
}

// blockedStatus are refusals that say nothing of whether the work is there.
func blockedStatus(c int) bool {
	switch c {
	case 400, 401, 402, 403, 405, 406, 418, 429, 451, 999:
		return true
	}
	return false
}

func blockedReason(host string, c int) string {
	switch c {
	case 401:
		return host + " wants a log-in (" + statusText(c) + "). Open it yourself."
	case 402:
		return host + " wants to be paid (" + statusText(c) + "). Open it yourself."
	case 429:
		return host + " says that it was asked too often (" + statusText(c) + "). Try again later, or open it yourself."
	case 451:
		return host + " may not show the page here, for legal reasons (451)."
	}
	return host + " refuses programs (" + statusText(c) + "). Open it yourself."
}

// statusText is a status with its name: "404 Not Found".
func statusText(c int) string {
	if name := http.StatusText(c); name != "" {
		return strconv.Itoa(c) + " " + name
	}
	return strconv.Itoa(c)
}

// judgeBadRedirect says why a redirect could not be followed.
func judgeBadRedirect(t *task, p *Page) Result {
	r := Result{Verdict: ServerError, Status: p.Status}
	host := t.at.Hostname()
	location := strings.TrimSpace(p.Header.Get("Location"))
	next, err := t.at.Parse(location)
	switch {
	case location == "":
		r.Reason = host + " says that the page has moved, and not where to."
	case err != nil || next.Scheme != "http" && next.Scheme != "https":
		r.Reason = host + " sends the reader to an address that is none: " + clip(location, 80) + "."
	case len(t.hops) > maxHops:
		r.LoopOrTooMany = true
		r.Reason = host + " sends the reader from page to page, more than " + strconv.Itoa(maxHops) + " times."
	default:
		r.LoopOrTooMany = true
		r.Reason = host + " sends the reader round in a circle."
	}
	return r
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}

// judgePage judges an answer that says that all is well.
func judgePage(t *task, p *Page) Result {
	r := Result{Status: p.Status}
	host := t.at.Hostname()
	switch {
	case p.Truncated:
		r.Verdict, r.Reason = ServerError, host+" broke off in the middle of the page."
		return r
	case p.Length == 0 && p.Status != http.StatusNoContent && strings.Contains(p.ContentType, "html"):
		r.Verdict, r.Reason = ServerError, host+" answers with an empty page."
		return r
	case p.Length == 0:
		r.Verdict, r.Reason = ServerError, host+" answers with nothing."
		return r
	}
	if drift, ok := judgeDrift(t, p); ok {
		return drift
	}
	if why := notFoundInWords(t, p); why != "" {
		r.Verdict = Soft404
		r.Reason = host + " answers as if all were well, but the page says " + why + "."
		return r
	}
	if permanentFirst(t.hops) && normalise(t.at) != normalise(t.first) {
		r.Verdict = Redirected
		r.Reason = "It has moved for good to " + t.at.String() + "."
		return r
	}
	r.Verdict = OK
	return r
}

// permanentFirst says whether the first redirect is meant to last. What
// follows it may be temporary: the first is what the author can mend.
func permanentFirst(hops []Hop) bool {
	return len(hops) > 0 && (hops[0].Status == http.StatusMovedPermanently || hops[0].Status == http.StatusPermanentRedirect)
}
