package archive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"ibid/checker/link"
)

const (
	// pollEvery is the wait between two questions how a capture fares.
	pollEvery = 5 * time.Second
	// longestCapture is how long it may take; the service itself gives up after
	// two minutes.
	longestCapture = 4 * time.Minute
)

// Keys let somebody use Save Page Now; archive.org gives them to its members.
type Keys struct{ Access, Secret string }

// Given says whether there are any.
func (k Keys) Given() bool { return k.Access != "" && k.Secret != "" }

// Saver asks Save Page Now for copies. It is safe for concurrent use; the paces
// of the services hold for all that use it.
type Saver struct {
	c    *client
	keys Keys
}

// NewSaver makes a Saver; without keys it can only look.
func NewSaver(o Options, k Keys) *Saver { return &Saver{newClient(o), k} }

// SaveError is a copy that was not made.
type SaveError struct {
	// Code is the service's own: "error:blocked-url"; "" where there is none.
	Code    string
	Message string
	// Permanent says that asking again is of no use, Stop that nothing else
	// can be saved either for now.
	Permanent, Stop bool
}

func (e *SaveError) Error() string {
	if e.Code == "" {
		return e.Message
	}
	return strings.TrimRight(e.Message, ". ") + " (" + strings.TrimPrefix(e.Code, "error:") + ")"
}

// Savable is the form of an address under which a copy may be asked for; it is
// none for what is no page on the public web, for an address with a secret in
// it, and for what is a copy already.
func Savable(raw string) (address string, ok bool) {
	address, ok = link.Public(raw)
	return address, ok && !Host(hostname(address)) && !link.Inside(hostname(address))
}

// Newest is the newest good capture of a page, or ok is false. A capture from
// since on is taken from the availability service; that there is none counts only
// if the index says so.
func (s *Saver) Newest(ctx context.Context, page string, since time.Time) (newest Snapshot, ok bool, err error) {
	now := s.c.o.Now()
	near, had, _ := s.c.closest(ctx, page, now) // what it can't say the index does
	if had && !near.at.Before(since) {
		return s.snapshot(near), true, nil
	}
	rows, err := s.c.index(ctx, page, now.Add(24*time.Hour), time.Time{}, 1)
	if err != nil {
		return Snapshot{}, false, err
	}
	if len(rows) > 0 && (!had || rows[len(rows)-1].at.After(near.at)) {
		near, had = rows[len(rows)-1], true
	}
	if !had {
		return Snapshot{}, false, nil
	}
	return s.snapshot(near), true, nil
}

func (s *Saver) snapshot(x capture) Snapshot {
	return Snapshot{URL: copyAddress(s.c.replay.base, x, ""), CapturedAt: x.at}
}

// submitted and progress are answers of Save Page Now; errors come with status
// 200, at either place.
type submitted struct {
	JobID     string `json:"job_id"`
	StatusExt string `json:"status_ext"`
	Message   string `json:"message"`
}

type progress struct {
	Status      string `json:"status"`
	StatusExt   string `json:"status_ext"`
	Message     string `json:"message"`
	Timestamp   string `json:"timestamp"`
	OriginalURL string `json:"original_url"`
}

// Save has a copy of a page made, unless there is one that is newer than a
// time, and waits for it. Its errors are *SaveError where the service said why.
func (s *Saver) Save(ctx context.Context, page string, newer time.Duration) (Snapshot, error) {
	form := url.Values{
		"url": {page}, "skip_first_archive": {"1"}, "capture_all": {"0"}, "delay_wb_availability": {"0"},
		"if_not_archived_within": {strconv.Itoa(int(newer.Seconds()))},
	}
	a, err := s.c.call(ctx, s.c.save, request{method: http.MethodPost, address: s.c.save.base + "/save", form: form, header: s.header()})
	if err != nil {
		return Snapshot{}, err
	}
	if a.status == http.StatusUnauthorized || a.status == http.StatusForbidden {
		return Snapshot{}, &SaveError{Message: "Save Page Now does not accept the keys", Stop: true}
	}
	var said submitted
	if a.status/100 != 2 || json.Unmarshal(a.body, &said) != nil {
		return Snapshot{}, &SaveError{Message: fmt.Sprintf("Save Page Now answers %d %s", a.status, http.StatusText(a.status))}
	}
	if said.JobID == "" {
		return s.refusal(ctx, page, said.StatusExt, said.Message)
	}
	return s.await(ctx, page, said.JobID)
}

func (s *Saver) header() http.Header {
	h := http.Header{"Accept": {"application/json"}}
	if s.keys.Given() {
		h.Set("Authorization", "LOW "+s.keys.Access+":"+s.keys.Secret)
	}
	return h
}

// await asks how a capture fares until it is done.
func (s *Saver) await(ctx context.Context, page, job string) (Snapshot, error) {
	wait := pollEvery
	if s.c.o.PerMinute > 0 {
		wait = min(wait, s.c.status.every)
	}
	for end := time.Now().Add(longestCapture); time.Now().Before(end); {
		if err := sleep(ctx, wait); err != nil {
			return Snapshot{}, err
		}
		a, err := s.c.call(ctx, s.c.status, request{address: s.c.status.base + "/save/status/" + url.PathEscape(job), header: s.header()})
		if err != nil {
			return Snapshot{}, err
		}
		var p progress
		if a.status != http.StatusOK || json.Unmarshal(a.body, &p) != nil {
			return Snapshot{}, &SaveError{Message: fmt.Sprintf("Save Page Now answers %d %s to how it went", a.status, http.StatusText(a.status))}
		}
		switch p.Status {
		case "pending":
		case "success":
			at, err := time.Parse(stampLayout, p.Timestamp)
			if err != nil {
				return Snapshot{}, &SaveError{Message: "Save Page Now names no time for its copy"}
			}
			if u, err := url.Parse(p.OriginalURL); err != nil || u.Host == "" {
				p.OriginalURL = page
			}
			return s.snapshot(capture{at: at, page: p.OriginalURL}), nil
		default:
			return s.refusal(ctx, page, p.StatusExt, p.Message)
		}
	}
	return Snapshot{}, &SaveError{Message: "Save Page Now did not end in time"}
}

// refusal is what comes of an error of Save Page Now. Too many captures of a
// page on one day mean that there are captures.
func (s *Saver) refusal(ctx context.Context, page, code, message string) (Snapshot, error) {
	if message == "" {
		message = "Save Page Now made no copy"
	}
	e := &SaveError{Code: code, Message: message}
	name := strings.TrimPrefix(code, "error:")
	switch {
	case name == "too-many-daily-captures":
		if newest, ok, err := s.Newest(ctx, page, s.c.o.Now().Add(-24*time.Hour)); err == nil && ok {
			return newest, nil
		}
	case slices.Contains([]string{"not-found", "no-access", "blocked-url", "invalid-url-syntax", "invalid-host-resolution"}, name):
		e.Permanent = true
	case name == "user-session-limit" || strings.HasPrefix(name, "max-daily-bandwidth"):
		e.Stop = true
	}
	return Snapshot{}, e
}

// Stops says whether an error ends all saving for now.
func Stops(err error) bool {
	e, ok := errors.AsType[*SaveError](err)
	return ok && e.Stop || errors.Is(err, errClosed)
}

// IsPermanent says whether asking again is of no use.
func IsPermanent(err error) bool {
	e, ok := errors.AsType[*SaveError](err)
	return ok && e.Permanent
}
