package link

import (
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestReadQuota reads what hosts say of their limits, in every form.
func TestReadQuota(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		name string
		h    map[string]string
		want quota
	}{
		{"nothing", nil, quota{}},
		{"the draft's structured form", map[string]string{"Ratelimit": `"default";r=50;t=30`, "Ratelimit-Policy": `"default";q=100;w=60`}, quota{limit: 100, window: time.Minute, counted: true, remaining: 50, reset: 30 * time.Second}},
		{"the tighter of two", map[string]string{"Ratelimit": `"burst";r=3;t=1, "day";r=900;t=600`}, quota{counted: true, remaining: 3, reset: 600 * time.Second}},
		{"an older draft", map[string]string{"Ratelimit": "limit=10, remaining=0, reset=7"}, quota{limit: 10, counted: true, reset: 7 * time.Second}},
		{"fields of an older draft", map[string]string{"Ratelimit-Limit": "10", "Ratelimit-Remaining": "9", "Ratelimit-Reset": "3", "Ratelimit-Policy": "10;w=1"}, quota{limit: 10, window: time.Second, counted: true, remaining: 9, reset: 3 * time.Second}},
		{"X-, reset as a time", map[string]string{"X-Ratelimit-Limit": "60", "X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "1777896120"}, quota{limit: 60, counted: true, reset: 2 * time.Minute}},
		{"X-, reset in milliseconds", map[string]string{"X-Ratelimit-Remaining": "1", "X-Ratelimit-Reset": "1777896002500"}, quota{counted: true, remaining: 1, reset: 2500 * time.Millisecond}},
		{"X-, reset as a date", map[string]string{"X-Ratelimit-Remaining": "1", "X-Ratelimit-Reset": "Mon, 04 May 2026 12:00:05 GMT"}, quota{counted: true, remaining: 1, reset: 5 * time.Second}},
		{"Crossref's", map[string]string{"X-Rate-Limit-Limit": "5", "X-Rate-Limit-Interval": "1s", "X-Concurrency-Limit": "1"}, quota{limit: 5, window: time.Second, concurrency: 1}},
		{"a limit for several windows", map[string]string{"Ratelimit-Limit": "100, 100;w=60, 5000;w=3600", "Ratelimit-Remaining": "4"}, quota{limit: 100, counted: true, remaining: 4}},
		{"nonsense", map[string]string{"Ratelimit": "many", "X-Ratelimit-Remaining": "-1", "X-Ratelimit-Reset": "soon", "X-Rate-Limit-Interval": "-1s"}, quota{}},
	} {
		h := http.Header{}
		for name, value := range row.h {
			h.Set(name, value)
		}
		if diff := cmp.Diff(row.want, readQuota(h, now), cmp.AllowUnexported(quota{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestRetryAfter reads Retry-After in both of its forms.
func TestRetryAfter(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	for in, want := range map[string]time.Duration{
		"": 0, "7": 7 * time.Second, " 120 ": 2 * time.Minute, "Mon, 04 May 2026 12:00:09 GMT": 9 * time.Second, "Monday, 04-May-26 12:00:09 GMT": 9 * time.Second,
		"Mon, 04 May 2026 11:00:00 GMT": 0, "-3": 0, "soon": 0, "99999999999999999999": 0, "9999999": 24 * time.Hour, "Mon, 04 May 2099 12:00:00 GMT": 24 * time.Hour,
	} {
		if got := retryAfter(http.Header{"Retry-After": {in}}, now); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

// FuzzReadQuota: whatever a host says, it is asked for no time below zero.
func FuzzReadQuota(f *testing.F) {
	f.Add(`"default";r=50;t=30`, "10;w=1", "5")
	f.Add("limit=10, remaining=0, reset=7", `"a";q=1;w=99999999999`, "1777896002500")
	f.Add(";;=,=;r=", "=;w", "1e300")
	f.Fuzz(func(t *testing.T, limit, policy, reset string) {
		h := http.Header{"Ratelimit": {limit}, "Ratelimit-Policy": {policy}, "X-Ratelimit-Reset": {reset}, "Retry-After": {reset}}
		q := readQuota(h, time.Unix(1777896000, 0))
		if q.limit < 0 || q.remaining < 0 || q.window < 0 || q.reset < 0 || retryAfter(h, time.Unix(1777896000, 0)) < 0 {
			t.Errorf("%q, %q, %q: %+v", limit, policy, reset, q)
		}
	})
}
