package link

import (
	"net/http"
	"strconv"
	"strings"

	"ibid/checker/link/secret"
)

// judge turns the outcome of one look into a result, by the last answer.
func (e *Engine) judge(t *task, o outcome) Result {
	if o.err != nil {
		return judgeError(t, o.err)
	}
	return judgeAnswer(t, o.page)
}

// judgeAnswer judges an answer by its status, and one that says that all is
// well by what it holds.
//
//	404, 410                                      dead
//	408, 504                                      timeout
//	400, 401, 402, 403, 405, 406, 418, 429, 451   blocked, and every other 4xx
//	5xx                                           server-error
//	3xx that leads nowhere, 1xx, 6xx and more     server-error
func judgeAnswer(t *task, p *Page) Result {
	r := Result{Status: p.Status}
	host := t.at.Hostname()
	wall := wallName(p)
	if wall == "" && len(t.hops) > 0 && p.Status < 500 {
		wall = wallByAddress(t.first, t.at)
	}
	if wall != "" && !(p.Status == http.StatusOK && citedAs(t, p, 0.75)) {
		r.Verdict, r.Reason = Blocked, wallReason(host, wall)
		return r
	}
	if p.Status >= 300 && p.Status < 400 {
		return judgeBadRedirect(t, p)
	}
	switch c := p.Status; {
	case c >= 200 && c < 300:
		return judgePage(t, p)
	case c == http.StatusNotFound, c == http.StatusGone:
		r.Verdict, r.Reason = Dead, host+" answers "+statusText(c)+"."
	case c == http.StatusRequestTimeout, c == http.StatusGatewayTimeout:
		r.Verdict, r.Reason = Timeout, host+" says that it took too long ("+statusText(c)+"). Try again later."
	case c >= 400 && c < 500, c == 999:
		r.Verdict, r.Reason = Blocked, blockedReason(host, c)
	case c >= 500 && c < 600:
		r.Verdict, r.Reason = ServerError, troubleReason(host, c)
	default:
		r.Verdict, r.Reason = ServerError, host+" answers with the status "+strconv.Itoa(c)+", which no page has."
	}
	return r
}

func wallReason(host, wall string) string {
	switch wall {
	case "a test for people":
		return host + " wants to know whether a person is there and lets no program in. Open it yourself."
	case "LinkedIn":
		return host + " lets no program in (999, as LinkedIn does). Open it yourself."
	}
	return host + " asks who is there (" + wall + ") and lets no program in. Open it yourself."
}

func blockedReason(host string, c int) string {
	switch c {
	case http.StatusUnauthorized, http.StatusProxyAuthRequired, http.StatusNetworkAuthenticationRequired:
		return host + " wants a log-in (" + statusText(c) + "). Open it yourself."
	case http.StatusPaymentRequired:
		return host + " wants to be paid (" + statusText(c) + "). Open it yourself."
	case http.StatusTooManyRequests:
		return host + " says that it was asked too often (" + statusText(c) + "). Try again later, or open it yourself."
	case http.StatusUnavailableForLegalReasons:
		return host + " may not show the page here, for legal reasons (451)."
	case http.StatusForbidden, http.StatusMethodNotAllowed, http.StatusNotAcceptable, http.StatusTeapot:
		return host + " refuses programs (" + statusText(c) + "). Open it yourself."
	}
	return host + " refuses with " + statusText(c) + ". Open it yourself."
}

// troubleReason says what a 5xx means; those from 520 on are Cloudflare's, which
// could not talk to the site behind it.
func troubleReason(host string, c int) string {
	switch {
	case c == 522 || c == 524:
		return host + " did not answer Cloudflare, which stands before it (" + strconv.Itoa(c) + "). Try again later."
	case c == 525 || c == 526:
		return host + " has a certificate that Cloudflare, which stands before it, does not take (" + strconv.Itoa(c) + "). Try again later."
	case c >= 520 && c <= 530:
		return host + " can't be reached by Cloudflare, which stands before it (" + strconv.Itoa(c) + "). Try again later."
	}
	return host + " has trouble of its own: it answers " + statusText(c) + ". Try again later."
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
	next, err := hopTo(t.at, location)
	switch {
	case !isRedirect(p.Status) && location == "":
		r.Reason = host + " answers " + statusText(p.Status) + " and shows no page."
	case !isRedirect(p.Status):
		r.Reason = host + " answers " + statusText(p.Status) + ", which leads nowhere."
	case location == "":
		r.Reason = host + " says that the page has moved, and not where to."
	case err != nil || next.Host == "" && (next.Scheme == "http" || next.Scheme == "https"):
		r.Reason = host + " sends the reader to an address that is none: " + clip(secret.Mask(location), 80) + "."
	case next.Scheme != "http" && next.Scheme != "https":
		r.Reason = host + " sends the reader to an address that is no web page: " + clip(secret.Mask(location), 80) + "."
	case t.endless:
		r.LoopOrTooMany = true
		r.Reason = host + " sends the reader from page to page, more than " + strconv.Itoa(len(t.hops)-1) + " times."
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

// judgePage judges an answer that says that all is well: first whether it came
// whole, then whether it is the work. The order is that of certainty.
func judgePage(t *task, p *Page) Result {
	if r, ok := judgeBody(t, p); ok {
		return r
	}
	for _, judge := range []func(*task, *Page) (Result, bool){judgeDrift, judgeSoft404, judgeTrouble, judgeType, judgeTitle} {
		if r, ok := judge(t, p); ok {
			return r
		}
	}
	r := Result{Status: p.Status, Verdict: OK}
	if permanentFirst(t.hops) && normalise(t.at) != normalise(t.first) {
		r.Verdict = Redirected
		r.Reason = "It has moved for good to " + t.at.String() + "."
	}
	return r
}

// judgeBody recognises a body that is none: cut off, empty, garbled.
func judgeBody(t *task, p *Page) (Result, bool) {
	r := Result{Verdict: ServerError, Status: p.Status}
	host := t.at.Hostname()
	switch {
	case p.Late:
		r.Verdict = Timeout
		r.Reason = host + " began to send the page and did not finish in time. Try again later."
	case p.Truncated:
		r.Reason = host + " broke off in the middle of the page."
	case p.Refresh != "" && t.endless:
		r.LoopOrTooMany = true
		r.Reason = host + " sends the reader from page to page, more than " + strconv.Itoa(len(t.hops)-1) + " times."
	case p.Refresh != "" && t.circles(p):
		r.LoopOrTooMany = true
		r.Reason = host + " sends the reader round in a circle."
	case p.Status == http.StatusNoContent, p.Status == http.StatusResetContent:
		r.Reason = host + " answers " + statusText(p.Status) + ": there is nothing to read."
	case p.Length == 0 && isHTML(p.ContentType), p.Blank:
		r.Reason = host + " answers with an empty page."
	case p.Length == 0:
		r.Reason = host + " answers with nothing."
	case p.Garbled:
		r.Reason = host + " answers with something that is no page: it is called one, and can't be read."
	default:
		return r, false
	}
	return r, true
}

// circles says whether a page leads to one on the way to it.
func (t *task) circles(p *Page) bool {
	next, err := t.at.Parse(p.Refresh)
	if err != nil {
		return false
	}
	key := normalise(next)
	for _, h := range t.hops[:max(0, len(t.hops)-1)] {
		if u, err := t.at.Parse(h.URL); err == nil && normalise(u) == key {
			return true
		}
	}
	return false
}

// permanentFirst says whether the first redirect is meant to last. What
// follows it may be temporary: the first is what the author can mend.
func permanentFirst(hops []Hop) bool {
	return len(hops) > 0 && (hops[0].Status == http.StatusMovedPermanently || hops[0].Status == http.StatusPermanentRedirect)
}
