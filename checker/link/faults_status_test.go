package link_test

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ibid/checker/link"
)

// unless shows a page to requests that ask in a certain way, and refuses others.
func unless(good func(*http.Request) bool, code int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !good(r) {
			status(code)(w, r)
			return
		}
		page("Tide Tables", essay)(w, r)
	}
}

// later answers with a status and a Retry-After n times, then with a page.
func later(n int32, code int, retryAfter string) http.HandlerFunc {
	var seen atomic.Int32
	return func(w http.ResponseWriter, r *http.Request) {
		if seen.Add(1) <= n {
			w.Header().Set("Retry-After", retryAfter)
			w.WriteHeader(code)
			return
		}
		page("Tide Tables", essay)(w, r)
	}
}

// TestFaultsOfStatuses: what numbers mean, and who is refused.
func TestFaultsOfStatuses(t *testing.T) {
	t.Parallel()
	const always = 1 << 20
	rows := []fault{
		{name: "no content", serve: status(204), want: link.ServerError},
		{name: "reset content", serve: status(205), want: link.ServerError},
		{name: "a part unasked", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Range", "bytes 0-99/100")
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(206)
			_, _ = w.Write([]byte(tide))
		}, want: link.OK},
		{name: "created", serve: func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(201); page("Tide Tables", essay)(w, r) }, want: link.OK},
		{name: "second-hand", serve: func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(203); page("Tide Tables", essay)(w, r) }, want: link.OK},
		{name: "accepted, and nothing", serve: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(202) }, want: link.ServerError},
		{name: "not found, then found", serve: passing(1, 404), want: link.OK, requests: 2},
		{name: "gone, then found", serve: passing(1, 410), want: link.OK, requests: 2},
		{name: "unavailable, then well", serve: passing(1, 503), want: link.OK, requests: 2},
		{name: "broken, then well", serve: passing(1, 500), want: link.OK, requests: 2},
		{name: "bad gateway, then well", serve: passing(1, 502), want: link.OK, requests: 2},
		{name: "forbidden, then well", serve: passing(1, 403), want: link.OK, requests: 2},
		{name: "too many, then well", serve: passing(1, 429), want: link.OK, requests: 2},
		{name: "not found with a page", serve: func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(404); page("Tide Tables", essay)(w, r) }, want: link.Dead, requests: 2},
		{name: "gone with a page", serve: func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(410); page("Tide Tables", essay)(w, r) }, want: link.Dead, requests: 2},
		{name: "too many, a second", serve: later(1, 429, "1"), want: link.OK, requests: 2},
		{name: "too many, by a date", serve: later(1, 429, time.Now().Add(time.Second).UTC().Format(http.TimeFormat)), want: link.OK, requests: 2},
		{name: "too many, a date that is past", serve: later(1, 429, "Mon, 02 Jan 2006 15:04:05 GMT"), want: link.OK, requests: 2},
		{name: "too many, minus one second", serve: later(1, 429, "-1"), want: link.OK, requests: 2},
		{name: "too many, soon", serve: later(1, 429, "soon"), want: link.OK, requests: 2},
		{name: "too many, no second", serve: later(1, 429, "0"), want: link.OK, requests: 2},
		{name: "too many, half a second", serve: later(1, 429, "0.5"), want: link.OK, requests: 2},
		{name: "too many, for an age", serve: later(always, 429, "99999999999999999999"), want: link.Blocked},
		{name: "too many, for a year", serve: later(always, 429, "31536000"), want: link.Blocked},
		{name: "too many, without end", serve: status(429), want: link.Blocked, requests: 6},
		{name: "unavailable, a second", serve: later(1, 503, "1"), want: link.OK, requests: 2},
		{name: "unavailable, for a day", serve: later(always, 503, "86400"), want: link.ServerError},
		{name: "HEAD refused", serve: unless(func(r *http.Request) bool { return r.Method == http.MethodGet }, 405), want: link.OK},
		{name: "programs refused", serve: unless(func(r *http.Request) bool { return strings.Contains(r.UserAgent(), "Mozilla") }, 403), want: link.OK, requests: 2},
		{name: "programs not found", serve: unless(func(r *http.Request) bool { return strings.Contains(r.UserAgent(), "Mozilla") }, 404), want: link.OK, requests: 2},
		{name: "a language demanded", serve: unless(func(r *http.Request) bool { return r.Header.Get("Accept-Language") != "" }, 406), want: link.OK, requests: 2},
		{name: "a language demanded, 400", serve: unless(func(r *http.Request) bool { return r.Header.Get("Accept-Language") != "" }, 400), want: link.OK, requests: 2},
		{name: "a cookie demanded", serve: func(w http.ResponseWriter, r *http.Request) {
			if _, err := r.Cookie("seen"); err != nil {
				http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1", Path: "/"})
				status(403)(w, r)
				return
			}
			page("Tide Tables", essay)(w, r)
		}, want: link.OK, requests: 2},
		{name: "HTML demanded", serve: unless(func(r *http.Request) bool { return strings.Contains(r.Header.Get("Accept"), "text/html") }, 406), want: link.OK},
		{name: "gzip demanded", serve: unless(func(r *http.Request) bool { return strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") }, 406), want: link.OK},
		{name: "a query refused", serve: unless(func(r *http.Request) bool { return r.URL.RawQuery == "" }, 400), want: link.OK},
		{name: "a referer refused", serve: unless(func(r *http.Request) bool { return r.Referer() == "" }, 403), want: link.OK},
		{name: "bad gateway", serve: status(502), want: link.ServerError, reason: "trouble of its own"},
		{name: "Cloudflare's 520", serve: status(520), want: link.ServerError, reason: "Cloudflare"},
		{name: "Cloudflare's 522", serve: status(522), want: link.ServerError, reason: "did not answer Cloudflare"},
		{name: "Cloudflare's 525", serve: status(525), want: link.ServerError, reason: "certificate"},
		{name: "Cloudflare's 530", serve: status(530), want: link.ServerError},
		{name: "for legal reasons", serve: status(451), want: link.Blocked, reason: "legal"},
		{name: "a log-in", serve: status(401), want: link.Blocked, reason: "log-in"},
		{name: "a fee", serve: status(402), want: link.Blocked, reason: "paid"},
	}
	for code, want := range map[int]link.Verdict{
		400: link.Blocked, 403: link.Blocked, 404: link.Dead, 405: link.Blocked, 406: link.Blocked, 407: link.Blocked, 408: link.Timeout, 409: link.Blocked, 410: link.Dead,
		411: link.Blocked, 412: link.Blocked, 413: link.Blocked, 414: link.Blocked, 415: link.Blocked, 416: link.Blocked, 417: link.Blocked, 418: link.Blocked, 421: link.Blocked,
		422: link.Blocked, 423: link.Blocked, 425: link.Blocked, 426: link.Blocked, 428: link.Blocked, 431: link.Blocked, 444: link.Blocked, 498: link.Blocked, 499: link.Blocked,
		500: link.ServerError, 501: link.ServerError, 503: link.ServerError, 504: link.Timeout, 505: link.ServerError, 507: link.ServerError, 508: link.ServerError, 511: link.ServerError, 599: link.ServerError,
	} {
		rows = append(rows, fault{name: "always " + http.StatusText(code) + " " + string(rune('0'+code/100)) + string(rune('0'+code/10%10)) + string(rune('0'+code%10)), serve: status(code), want: want})
	}
	runFaults(t, rows)
}
