package archive_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"ibid/checker/archive"
	"ibid/checker/archive/archivetest"
)

const (
	flood    = "http://courier.example/2014/flood"
	good     = "<html><title>The Flood</title><body><h1>The Flood</h1><p>The river rose at four and stood in the streets by six; nobody was hurt, and the mill lost its wheel.</p></body></html>"
	notFound = "<html><title>Page not found</title><body><h1>Page not found</h1><p>Sorry.</p></body></html>"
	parked   = "<html><title>courier.example</title><body><p>This domain is for sale. Buy this domain now.</p></body></html>"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

func at(stamp, body string) archivetest.Capture {
	return archivetest.Capture{Stamp: stamp, URL: flood, Body: body}
}

// wayback is the address of a copy of flood.
func wayback(stamp string) string { return "https://web.archive.org/web/" + stamp + "/" + flood }

func TestFind(t *testing.T) {
	t.Parallel()
	elsewhere := archivetest.Capture{Stamp: "20150301000000", URL: flood, Body: good, Elsewhere: "https://arquivo.pt/wayback/20150301000000/" + flood}
	rows := []struct {
		name     string
		captures []archivetest.Capture
		url      string
		before   string
		want     string
	}{
		{"newest before", []archivetest.Capture{at("20140302000000", good), at("20150302000000", good), at("20190302000000", good)}, flood, "2016-01-01", wayback("20150302000000")},
		{"without a date the newest", []archivetest.Capture{at("20140302000000", good), at("20150302000000", good)}, flood, "", wayback("20150302000000")},
		{"the day itself counts", []archivetest.Capture{at("20140302000000", good)}, flood, "2014-03-02", wayback("20140302000000")},
		{"nearest is later", []archivetest.Capture{at("20140302000000", good), at("20160102000000", good+" ")}, flood, "2016-01-01", wayback("20140302000000")},
		{"availability knows nothing", []archivetest.Capture{{Stamp: "20140302000000", URL: flood, Body: good, Hidden: true}}, flood, "2016-01-01", wayback("20140302000000")},
		{"soft 404 passed over", []archivetest.Capture{at("20140302000000", good), at("20150302000000", notFound)}, flood, "2016-01-01", wayback("20140302000000")},
		{"parked domain passed over", []archivetest.Capture{at("20140302000000", good), at("20150302000000", parked), at("20150402000000", parked+" ")}, flood, "2016-01-01", wayback("20140302000000")},
		{"way to the home page passed over", []archivetest.Capture{
			at("20140302000000", good),
			{Stamp: "20150302000000", URL: flood, Status: 302, Location: "http://courier.example/"},
			{Stamp: "20150302000000", URL: "http://courier.example/", Body: good},
		}, flood, "2016-01-01", wayback("20140302000000")},
		{"status 404 passed over", []archivetest.Capture{at("20140302000000", good), {Stamp: "20150302000000", URL: flood, Status: 404, Body: notFound}}, flood, "2016-01-01", wayback("20140302000000")},
		{"first later one where there is none before", []archivetest.Capture{at("20170302000000", good), at("20180302000000", good)}, flood, "2016-01-01", wayback("20170302000000")},
		{"bad ones only", []archivetest.Capture{at("20150302000000", notFound), at("20160302000000", parked)}, flood, "2016-01-01", ""},
		{"none at all", nil, flood, "2016-01-01", ""},
		{"another archive", []archivetest.Capture{at("20150302000000", notFound), elsewhere}, flood, "2016-01-01", elsewhere.Elsewhere},
		{"another archive before a later one here", []archivetest.Capture{at("20170302000000", good), elsewhere}, flood, "2016-01-01", elsewhere.Elsewhere},
		{"an archive that alters copies", []archivetest.Capture{{Stamp: "20150301000000", URL: flood, Body: good, Elsewhere: "https://archive.ph/20150301000000/" + flood}}, flood, "2016-01-01", ""},
		{"the address of a copy", []archivetest.Capture{at("20140302000000", good)}, "https://web.archive.org/web/20130101000000/" + flood, "2016-01-01", wayback("20140302000000")},
		{"fragment", []archivetest.Capture{at("20140302000000", good)}, flood + "#mill", "2016-01-01", wayback("20140302000000")},
		{"address with a key in it", []archivetest.Capture{{Stamp: "20140302000000", URL: flood + "?token=s3cr3t", Body: good}}, flood + "?token=s3cr3t", "2016-01-01", ""},
		{"name of a network's inside", []archivetest.Capture{{Stamp: "20140302000000", URL: "http://wiki.corp/flood", Body: good}}, "http://wiki.corp/flood", "2016-01-01", ""},
		{"no address", nil, "mailto:ana@courier.example", "2016-01-01", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := &archivetest.Server{Captures: row.captures}
				q := archive.Query{URL: row.url}
				if row.before != "" {
					q.Before = day(row.before).Add(24*time.Hour - time.Second)
				}
				late := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
				a := archive.New(archive.Options{Transport: server, Now: clockFrom(late)}).Find(t.Context(), []archive.Query{q}, nil)[0]
				got := ""
				if a.Snapshot != nil {
					got = a.Snapshot.URL
				}
				if got != row.want || a.Err != nil {
					t.Errorf("got %q, %v; want %q", got, a.Err, row.want)
				}
				for _, r := range server.Requests("/") {
					if strings.Contains(r.Path, "s3cr3t") || strings.Contains(r.Path, "wiki.corp") {
						t.Errorf("the archive was told of %s", r.Path)
					}
				}
			})
		})
	}
}

// clockFrom is a clock that is at a time now, and runs with the test's.
func clockFrom(start time.Time) func() time.Time {
	zero := time.Now()
	return func() time.Time { return start.Add(time.Since(zero)) }
}

// TestFindLooksSeldom holds the number of looks at a page whose domain was
// parked for years.
func TestFindLooksSeldom(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := &archivetest.Server{Captures: []archivetest.Capture{at("20120302000000", good), at("20130302000000", good+"  ")}}
		for i := range 80 {
			server.Captures = append(server.Captures, at(day("2014-01-01").AddDate(0, i/2, i%2).Format("20060102150405"), parked+strings.Repeat(" ", i)))
		}
		a := find(t, server, "2023-01-01")
		if a.Snapshot == nil || a.Snapshot.URL != wayback("20130302000000") && a.Snapshot.URL != wayback("20120302000000") {
			t.Errorf("%+v", a)
		}
		if n := len(server.Requests("/web/")); n > 9 {
			t.Errorf("%d looks at copies", n)
		}
	})
}

func find(t *testing.T, server http.RoundTripper, before string) archive.Answer {
	t.Helper()
	f := archive.New(archive.Options{Transport: server, Now: clockFrom(day("2026-05-04"))})
	return f.Find(t.Context(), []archive.Query{{URL: flood, Before: day(before)}}, nil)[0]
}

// TestTrouble has services refuse, and looks at what comes of it, how long it
// takes and how often they are asked.
func TestTrouble(t *testing.T) {
	t.Parallel()
	status := func(n int) archivetest.Fault { return archivetest.Fault{Status: n} }
	pause := func(n int, after string) archivetest.Fault {
		return archivetest.Fault{Status: n, Header: map[string]string{"Retry-After": after}}
	}
	rows := []struct {
		name     string
		prefix   string
		faults   []archivetest.Fault
		found    bool
		failed   bool
		atLeast  time.Duration
		atMost   time.Duration
		requests int
	}{
		{"none", "/", nil, true, false, 0, time.Second, 2},
		{"passing error", "/wayback/", []archivetest.Fault{status(503)}, true, false, time.Second, 3 * time.Second, 2},
		{"pause in seconds", "/wayback/", []archivetest.Fault{pause(429, "7")}, true, false, 7 * time.Second, 9 * time.Second, 2},
		{"pause up to a date", "/wayback/", []archivetest.Fault{pause(503, "Mon, 04 May 2026 00:00:30 GMT")}, true, false, 30 * time.Second, 32 * time.Second, 2},
		{"too many, no pause named", "/wayback/", []archivetest.Fault{status(429)}, true, false, time.Minute, 62 * time.Second, 2},
		{"a pause of an hour", "/wayback/", []archivetest.Fault{pause(429, "3600")}, true, false, 0, 10 * time.Second, 1},
		{"availability for good", "/wayback/", []archivetest.Fault{status(500), status(500), status(500)}, true, false, 3 * time.Second, 9 * time.Second, 3},
		{"availability gibberish", "/wayback/", []archivetest.Fault{{Status: 200, Body: "<html>"}}, true, false, 0, 3 * time.Second, 1},
		{"availability forbids", "/wayback/", []archivetest.Fault{status(403)}, true, false, 0, 3 * time.Second, 1},
		{"copies can't be opened", "/web/", []archivetest.Fault{status(502), status(502), status(502), status(502), status(502), status(502)}, false, true, 8 * time.Second, time.Minute, 6},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := &archivetest.Server{Captures: []archivetest.Capture{at("20140302000000", good)}}
				server.Fail(row.prefix, row.faults...)
				start := time.Now()
				a := find(t, server, "2016-01-01")
				if took := time.Since(start); took < row.atLeast || took > row.atMost {
					t.Errorf("it took %s, want %s to %s", took, row.atLeast, row.atMost)
				}
				if (a.Snapshot != nil) != row.found || (a.Err != nil) != row.failed {
					t.Errorf("found %+v, %v", a.Snapshot, a.Err)
				}
				if n := len(server.Requests(row.prefix)); n != row.requests {
					t.Errorf("%d requests, want %d: %+v", n, row.requests, server.Requests("/"))
				}
			})
		})
	}
}

// TestNoneIsNotKnown tells "there is none" from "it could not be asked".
func TestNoneIsNotKnown(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := &archivetest.Server{}
		server.Fail("/cdx/", archivetest.Fault{Status: 500}, archivetest.Fault{Status: 500}, archivetest.Fault{Status: 500}, archivetest.Fault{Status: 500}, archivetest.Fault{Status: 500}, archivetest.Fault{Status: 500})
		if a := find(t, server, "2016-01-01"); a.Snapshot != nil || a.Err == nil || !strings.Contains(a.Err.Error(), "index") {
			t.Errorf("%+v", a)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		server := &archivetest.Server{}
		server.Fail("/cdx/", archivetest.Fault{Status: 403, Body: "org.archive.util.io.RuntimeIOException: AdministrativeAccessControlException: Blocked Site Error"})
		if a := find(t, server, "2016-01-01"); a.Snapshot != nil || a.Err != nil {
			t.Errorf("a site that shuts archives out: %+v", a)
		}
	})
}

// TestPace holds the requests of many look-ups to what the services allow.
func TestPace(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := &archivetest.Server{}
		var queries []archive.Query
		for i := range 100 {
			queries = append(queries, archive.Query{URL: "http://courier.example/" + strings.Repeat("x", i+1)})
		}
		steps := 0
		answers := archive.New(archive.Options{Transport: server}).Find(t.Context(), queries, func(done, total int) { steps = done*1000 + total })
		if steps != 100100 {
			t.Errorf("progress ended at %d", steps)
		}
		asked := server.Requests("/cdx/")
		for i := range asked {
			if i+30 < len(asked) && asked[i+30].At.Sub(asked[i].At) < time.Minute {
				t.Fatalf("more than 30 requests a minute from %d on", i)
			}
		}
		late := 0
		for _, a := range answers {
			if errors.Is(a.Err, archive.ErrNoTime) {
				late++
			}
		}
		if late == 0 || late == len(answers) {
			t.Errorf("%d of %d look-ups had no time", late, len(answers))
		}
	})
}

// TestOnce looks each address up once, and asks nobody again for what is kept.
func TestOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := &archivetest.Server{Captures: []archivetest.Capture{at("20140302000000", good), at("20150601000000", good+" ")}}
		now := clockFrom(day("2026-05-04"))
		f := archive.New(archive.Options{Transport: server, Store: archive.In(t.TempDir(), now), Now: now})
		queries := []archive.Query{{URL: flood, Before: day("2016-01-01")}, {URL: flood + "#mill", Before: day("2015-01-01")}, {URL: "http://courier.example/none", Before: day("2016-01-01")}}
		first := f.Find(t.Context(), queries, nil)
		if n := len(server.Requests("/wayback/")); n != 2 {
			t.Errorf("%d look-ups, want 2", n)
		}
		if first[0].Snapshot == nil || first[0].Snapshot.URL != wayback("20140302000000") {
			t.Errorf("the earliest of the times decides, got %+v", first[0])
		}
		before := len(server.Requests("/"))
		time.Sleep(time.Hour) // of the bubble's clock
		second := f.Find(t.Context(), queries, nil)
		if diff := cmp.Diff(first, second); diff != "" || len(server.Requests("/")) != before {
			t.Errorf("asked again: %s", diff)
		}
		time.Sleep(6 * time.Hour)
		f.Find(t.Context(), queries, nil)
		if n := len(server.Requests("/wayback/")); n != 3 {
			t.Errorf("%d look-ups, want one more, of what had no copy", n)
		}
	})
}

// TestCancel ends at once with the context.
func TestCancel(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := &archivetest.Server{}
		server.Fail("/wayback/", archivetest.Fault{Status: 429})
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		start := time.Now()
		time.AfterFunc(5*time.Second, cancel)
		a := archive.New(archive.Options{Transport: server}).Find(ctx, []archive.Query{{URL: flood}}, nil)[0]
		if took := time.Since(start); took > 6*time.Second || !errors.Is(a.Err, context.Canceled) {
			t.Errorf("%s, %v", took, a.Err)
		}
	})
}

// unplugged is a machine without a network.
type unplugged struct{ tries int }

func (u *unplugged) RoundTrip(*http.Request) (*http.Response, error) {
	u.tries++
	return nil, &net.OpError{Op: "dial", Err: errors.New("no route to host")}
}

// TestUnreachable gives up at once where there is no network.
func TestUnreachable(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		network := &unplugged{}
		start := time.Now()
		a := find(t, network, "2016-01-01")
		if took := time.Since(start); took > time.Second || network.tries > 2 || a.Err == nil || !strings.Contains(a.Err.Error(), "can't be reached") {
			t.Errorf("%s, %d tries, %v", took, network.tries, a.Err)
		}
	})
}
