package reports

import (
	"testing"
	"time"

	"ibid/checker"
	"ibid/checker/link"
)

func TestAge(t *testing.T) {
	t.Parallel()
	rows := map[time.Duration]string{
		-time.Hour: "less than a minute", 0: "less than a minute", time.Minute: "1 minute", 59 * time.Minute: "59 minutes",
		time.Hour: "1 hour", 47*time.Hour + 59*time.Minute: "47 hours", 48 * time.Hour: "2 days", 400 * 24 * time.Hour: "400 days",
	}
	for d, want := range rows {
		if got := Age(d); got != want {
			t.Errorf("Age(%v) = %q, want %q", d, got, want)
		}
	}
}

func TestKept(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	r := &checker.Report{Now: at.Add(3 * time.Hour)}
	rows := []struct {
		name   string
		result link.Result
		o      Options
		want   string
	}{
		{"kept", link.Result{Cached: true, CheckedAt: at}, Options{}, "from the cache, 3 hours old"},
		{"asked", link.Result{CheckedAt: at}, Options{}, ""},
		{"reproducible", link.Result{Cached: true, CheckedAt: at}, Options{Reproducible: true}, ""},
		{"without a time", link.Result{Cached: true}, Options{}, ""},
	}
	for _, row := range rows {
		if got := kept(r, &checker.Link{Result: row.result}, row.o); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}
