package main

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestAge(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	rows := []struct {
		in        string
		want      time.Duration
		forEngine time.Duration
		fails     bool
	}{
		{in: "0", want: 0, forEngine: -1},
		{in: "0d", want: 0, forEngine: -1},
		{in: "90m", want: 90 * time.Minute, forEngine: 90 * time.Minute},
		{in: "7d", want: 7 * day, forEngine: 7 * day},
		{in: "9999999d", want: 36500 * day, forEngine: 36500 * day},
		{in: "", fails: true},
		{in: "d", fails: true},
		{in: "-1h", fails: true},
		{in: "-1d", fails: true},
		{in: "7", fails: true},
		{in: "1.5d", fails: true},
		{in: "99999999999999999999d", fails: true},
		{in: "soon", fails: true},
	}
	for _, row := range rows {
		var a age
		err := a.Set(row.in)
		if (err != nil) != row.fails || err == nil && (time.Duration(a) != row.want || a.forEngine(true) != row.forEngine) {
			t.Errorf("%q: %v, %v for the engine, %v", row.in, time.Duration(a), a.forEngine(true), err)
		}
	}
	if unset := age(0); unset.forEngine(false) != 0 {
		t.Error("without the flag the engine's own times count")
	}
}

func TestCacheFolder(t *testing.T) {
	t.Parallel()
	own := func() (string, error) { return "caches", nil }
	none := func() (string, error) { return "", errors.New("no HOME") }
	rows := []struct {
		name string
		o    checkOptions
		dir  func() (string, error)
		want string // "" for no store
		says string
	}{
		{"the user's", checkOptions{}, own, filepath.Join("caches", "ibid"), ""},
		{"one named", checkOptions{cache: "here"}, own, "here", ""},
		{"one named, the user has none", checkOptions{cache: "here"}, none, "here", ""},
		{"off", checkOptions{cache: "off"}, own, "", ""},
		{"offline", checkOptions{offline: true, cache: "here"}, own, "", ""},
		{"the user has none", checkOptions{}, none, "", "ibid: no answers are kept: "},
		{"the user has none, quietly", checkOptions{quiet: true}, none, "", ""},
		{"a test's streams", checkOptions{}, nil, "", ""},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			var said strings.Builder
			store := row.o.store(streams{err: &said, cacheDir: row.dir})
			got := ""
			if store != nil {
				got = store.Dir()
			}
			if got != row.want || !strings.HasPrefix(said.String(), row.says) || row.says == "" && said.Len() > 0 {
				t.Errorf("got %q and %q, want %q", got, said.String(), row.want)
			}
		})
	}
}
