package archive_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"ibid/checker/archive"
	"ibid/checker/archive/archivetest"
)

// TestSaveAll looks at the state of a link for each answer of the services.
func TestSaveAll(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	keys := archive.Keys{Access: "ana", Secret: "s3cr3t"}
	rows := []struct {
		name     string
		captures []archivetest.Capture
		keys     archive.Keys
		refuse   string // at once
		fail     string // after a while
		want     archive.State
		posts    int
	}{
		{"no copy", nil, keys, "", "", archive.Saved, 1},
		{"old copy", []archivetest.Capture{at("20200101000000", good)}, keys, "", "", archive.Saved, 1},
		{"recent copy", []archivetest.Capture{at("20260501000000", good)}, keys, "", "", archive.Recent, 0},
		{"recent copy that the index alone knows", []archivetest.Capture{{Stamp: "20260501000000", URL: flood, Body: good, Hidden: true}}, keys, "", "", archive.Recent, 0},
		{"no keys", nil, archive.Keys{}, "", "", archive.Missing, 0},
		{"wrong keys", nil, archive.Keys{Access: "ana", Secret: "x"}, "", "", archive.Later, 1},
		{"site shuts archives out", nil, keys, "error:blocked-url", "", archive.Failed, 1},
		{"no such host, found out later", nil, keys, "", "error:invalid-host-resolution", archive.Failed, 1},
		{"browser trouble", nil, keys, "", "error:no-browsers-available", archive.Later, 1},
		{"limit of the user", nil, keys, "error:user-session-limit", "", archive.Later, 1},
		{"too many copies today", []archivetest.Capture{at("20260101000000", good)}, keys, "error:too-many-daily-captures", "", archive.Saved, 1},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				now := clockFrom(noon)
				server := &archivetest.Server{Captures: row.captures, Keys: "ana:s3cr3t", Pending: 2, Now: now, RefuseErrors: map[string]string{flood: row.refuse}, SaveErrors: map[string]string{flood: row.fail}}
				var got []archive.Row
				saver := archive.NewSaver(archive.Options{Transport: server, Now: now}, row.keys)
				saver.SaveAll(t.Context(), []string{flood}, 90*24*time.Hour, func(r archive.Row) { got = append(got, r) })
				if len(got) != 1 || got[0].State != row.want || (got[0].Reason == "") != (row.want == archive.Saved || row.want == archive.Recent) {
					t.Errorf("%+v, want %s", got, row.want)
				}
				if n := len(server.Requests("/save")) - len(server.Requests("/save/")); n != row.posts {
					t.Errorf("%d copies asked for, want %d", n, row.posts)
				}
			})
		})
	}
}

// TestSavePace holds the copies of a long list to seven a minute, and the
// questions about each to one in five seconds.
func TestSavePace(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := &archivetest.Server{Pending: 2}
		var pages []string
		for i := range 20 {
			pages = append(pages, fmt.Sprintf("http://courier.example/%d", i))
		}
		saved := 0
		archive.NewSaver(archive.Options{Transport: server}, archive.Keys{Access: "ana", Secret: "s3cr3t"}).SaveAll(t.Context(), pages, time.Hour, func(r archive.Row) {
			if r.State == archive.Saved {
				saved++
			}
		})
		if saved != len(pages) {
			t.Errorf("%d saved", saved)
		}
		var posts []time.Time
		asked := map[string]time.Time{}
		for _, r := range server.Requests("/save") {
			if r.Path == "/save" {
				posts = append(posts, r.At)
				continue
			}
			if last, ok := asked[r.Path]; ok && r.At.Sub(last) < 5*time.Second {
				t.Errorf("%s asked after %s", r.Path, r.At.Sub(last))
			}
			asked[r.Path] = r.At
		}
		for i := range posts {
			if i+7 < len(posts) && posts[i+7].Sub(posts[i]) < time.Minute-time.Second {
				t.Errorf("more than seven a minute from %d on", i)
			}
		}
	})
}
