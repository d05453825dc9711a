package reports

import (
	"time"

	"ibid/checker"
)

// Age is a length of time for people: "less than a minute", "3 hours", "2 days".
func Age(d time.Duration) string {
	switch {
	case d < time.Minute:
		return "less than a minute"
	case d < time.Hour:
		return count(int(d/time.Minute), "minute")
	case d < 48*time.Hour:
		return count(int(d/time.Hour), "hour")
	}
	return count(int(d/(24*time.Hour)), "day")
}

// kept says of a link that its answer is from the cache, and how old it is; ""
// if the host was asked, or if the report is to be the same from run to run.
func kept(r *checker.Report, l *checker.Link, o Options) string {
	if !l.Cached || l.CheckedAt.IsZero() || o.Reproducible {
		return ""
	}
	return "from the cache, " + Age(r.Now.Sub(l.CheckedAt)) + " old"
}
