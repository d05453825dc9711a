package link

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// quota is what a host says of how much it may be asked.
type quota struct {
	limit       int           // requests in a window; 0 if it does not say
	window      time.Duration // 0 if it does not say
	counted     bool          // it says how many are left
	remaining   int
	reset       time.Duration // until there are more; 0 if it does not say
	concurrency int           // requests at once; 0 if it does not say
}

// readQuota reads the RateLimit fields: those of the IETF's draft in its newer
// form ("default";r=3;t=7) and its older ones (limit=10, remaining=3, reset=7;
// RateLimit-Remaining: 3), X-RateLimit-* and X-Rate-Limit-* as they are widely
// used, where reset is a number of seconds or a time, and Crossref's interval
// and concurrency.
func readQuota(h http.Header, now time.Time) quota {
	q := quota{}
	if !limited(h) {
		return q
	}
	structured(&q, h)
	for _, prefix := range []string{"Ratelimit-", "X-Ratelimit-", "X-Rate-Limit-"} {
		if n, ok := number(h.Get(prefix + "Limit")); ok && q.limit == 0 {
			q.limit = n
		}
		if n, ok := number(h.Get(prefix + "Remaining")); ok && !q.counted {
			q.counted, q.remaining = true, n
		}
		if d, ok := untilReset(h.Get(prefix+"Reset"), now); ok && q.reset == 0 {
			q.reset = d
		}
	}
	if d, err := time.ParseDuration(h.Get("X-Rate-Limit-Interval")); err == nil && d > 0 && q.window == 0 {
		q.window = d
	}
	if n, ok := number(h.Get("X-Concurrency-Limit")); ok {
		q.concurrency = n
	}
	if q.window == 0 {
		_, q.window = policy(h.Get("Ratelimit-Policy"))
	}
	if n, _ := policy(h.Get("Ratelimit-Policy")); q.limit == 0 {
		q.limit = n
	}
	return q
}

// limited says whether a host says anything of its limits: most don't.
func limited(h http.Header) bool {
	for name := range h {
		if strings.Contains(name, "imit") { // RateLimit, X-Rate-Limit-…, X-Concurrency-Limit
			return true
		}
	}
	return false
}

// structured reads the RateLimit field in both of its forms. Of several
// policies the one with least left counts.
func structured(q *quota, h http.Header) {
	v := strings.Join(h.Values("Ratelimit"), ",")
	if v == "" {
		return
	}
	for item := range strings.SplitSeq(v, ",") {
		for i, param := range strings.Split(item, ";") {
			name, value, ok := strings.Cut(strings.TrimSpace(param), "=")
			n, isNumber := number(value)
			if !ok || !isNumber {
				continue
			}
			switch name {
			case "r", "remaining":
				if !q.counted || n < q.remaining {
					q.counted, q.remaining = true, n
				}
			case "t", "reset":
				q.reset = max(q.reset, seconds(n))
			case "limit", "l":
				q.limit = n
			case "w":
				if i > 0 {
					q.window = seconds(n)
				}
			}
		}
	}
}

// policy reads the first of the policies in "default";q=10;w=60 or 10;w=60.
func policy(v string) (limit int, window time.Duration) {
	v, _, _ = strings.Cut(v, ",")
	for i, param := range strings.Split(v, ";") {
		name, value, ok := strings.Cut(strings.TrimSpace(param), "=")
		if n, isNumber := number(name); i == 0 && !ok && isNumber {
			limit = n
		}
		n, isNumber := number(value)
		switch {
		case isNumber && name == "q":
			limit = n
		case isNumber && name == "w":
			window = seconds(n)
		}
	}
	return limit, window
}

func number(s string) (int, bool) {
	s, _, _ = strings.Cut(strings.TrimSpace(s), ",")
	if i := strings.IndexByte(s, ';'); i >= 0 {
		s = s[:i]
	}
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	return int(min(n, 1<<40)), err == nil && n >= 0
}

func seconds(n int) time.Duration { return time.Duration(min(n, 366*86400)) * time.Second }

// untilReset reads a number of seconds, or a time in seconds or milliseconds
// since 1970, or an HTTP date.
func untilReset(v string, now time.Time) (time.Duration, bool) {
	v = strings.TrimSpace(v)
	if f, err := strconv.ParseFloat(v, 64); err == nil && f >= 0 {
		switch {
		case f > 1e12:
			return positive(time.UnixMilli(int64(min(f, 1e15))).Sub(now))
		case f > 1e9:
			return positive(time.Unix(int64(f), 0).Sub(now))
		}
		return positive(time.Duration(f * float64(time.Second)))
	}
	if t, err := http.ParseTime(v); err == nil {
		return positive(t.Sub(now))
	}
	return 0, false
}

// positive is a wait; one that is over is none.
func positive(d time.Duration) (time.Duration, bool) { return d, d > 0 }

// retryAfter reads Retry-After in both of its forms (RFC 9110, 10.2.3), 0 for
// none.
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if v == "" {
		return 0
	}
	if n, ok := number(v); ok {
		return time.Duration(min(n, 86400)) * time.Second
	}
	if t, err := http.ParseTime(v); err == nil && t.After(now) {
		return min(t.Sub(now), 24*time.Hour)
	}
	return 0
}
