// Package archivetest is a web archive for tests: it answers as the Wayback
// Machine's services, Save Page Now and a Memento aggregator do, refusals and
// limits included. It is an http.Handler, and an http.RoundTripper for tests
// that need no network.
package archivetest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Capture is a copy that the archive has.
type Capture struct {
	// Stamp is its time, 14 figures.
	Stamp string
	URL   string
	// Status is that of the page when it was captured; 0 means 200.
	Status int
	// Location is where a redirect leads.
	Location string
	Body     string
	// Elsewhere is the address of the copy where another archive has it.
	Elsewhere string
	// Hidden says that the availability service does not know of it.
	Hidden bool
}

// Fault is an answer in the place of the right one.
type Fault struct {
	Status int
	Header map[string]string
	Body   string
}

// Server is an archive. Its fields are set before it is used.
type Server struct {
	Captures []Capture
	// Keys are "access:secret" that Save Page Now asks for; "" lets everybody in.
	Keys string
	// SaveErrors are the status_ext with which captures of addresses fail.
	SaveErrors map[string]string
	// RefuseErrors are those with which they are not even begun.
	RefuseErrors map[string]string
	// Pending is how often a job is still under way when it is asked for.
	Pending int
	// Now is the time of new captures.
	Now func() time.Time

	mu       sync.Mutex
	faults   map[string][]Fault
	requests []Request
	jobs     map[string]*job
}

// Request is one that was made.
type Request struct {
	Path string
	At   time.Time
}

type job struct {
	url     string
	pending int
}

// Fail has the next requests for paths that start so answered by faults.
func (s *Server) Fail(prefix string, faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.faults == nil {
		s.faults = map[string][]Fault{}
	}
	s.faults[prefix] = append(s.faults[prefix], faults...)
}

// Requests are those made for paths that start so.
func (s *Server) Requests(prefix string) []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Request
	for _, r := range s.requests {
		if strings.HasPrefix(r.Path, prefix) {
			out = append(out, r)
		}
	}
	return out
}

// RoundTrip answers a request without a network.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	w := httptest.NewRecorder()
	in := r.Clone(r.Context())
	in.Host, in.RequestURI = r.URL.Host, r.URL.RequestURI()
	s.ServeHTTP(w, in)
	resp := w.Result()
	resp.Request = r
	return resp, nil
}

// ServeHTTP answers by the path.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	path := r.RequestURI
	s.requests = append(s.requests, Request{path, time.Now()})
	for prefix, faults := range s.faults {
		if strings.HasPrefix(path, prefix) && len(faults) > 0 {
			s.faults[prefix] = faults[1:]
			for name, value := range faults[0].Header {
				w.Header().Set(name, value)
			}
			w.WriteHeader(faults[0].Status)
			fmt.Fprint(w, faults[0].Body)
			return
		}
	}
	switch {
	case strings.HasPrefix(path, "/wayback/available"):
		s.available(w, r)
	case strings.HasPrefix(path, "/cdx/search/cdx"):
		s.index(w, r)
	case strings.HasPrefix(path, "/web/"):
		s.replay(w, strings.TrimPrefix(path, "/web/"))
	case strings.HasPrefix(path, "/api/json/"):
		s.mementos(w, strings.TrimPrefix(path, "/api/json/"))
	case path == "/save" && r.Method == http.MethodPost:
		s.save(w, r)
	case strings.HasPrefix(path, "/save/status/"):
		s.status(w, strings.TrimPrefix(path, "/save/status/"))
	default:
		for _, c := range s.Captures {
			if u, err := url.Parse(c.Elsewhere); err == nil && c.Elsewhere != "" && u.Host == r.Host && u.RequestURI() == strings.Replace(path, "id_/", "/", 1) {
				show(w, c)
				return
			}
		}
		http.NotFound(w, r)
	}
}

func (s *Server) here(page string) []Capture {
	var out []Capture
	for _, c := range s.Captures {
		if c.Elsewhere == "" && strings.TrimSuffix(c.URL, "/") == strings.TrimSuffix(page, "/") {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y Capture) int { return strings.Compare(x.Stamp, y.Stamp) })
	return out
}

func moment(stamp string) time.Time {
	t, err := time.Parse("20060102150405"[:min(len(stamp), 14)], stamp)
	if err != nil {
		return time.Time{}
	}
	return t
}

func (s *Server) available(w http.ResponseWriter, r *http.Request) {
	want := moment(r.FormValue("timestamp"))
	var best *Capture
	for _, c := range s.here(r.FormValue("url")) {
		if c.Hidden || c.Status != 0 && c.Status != 200 {
			continue
		}
		if best == nil || moment(c.Stamp).Sub(want).Abs() < moment(best.Stamp).Sub(want).Abs() {
			best = &c
		}
	}
	snapshots := map[string]any{}
	if best != nil {
		snapshots["closest"] = map[string]any{
			"available": true, "status": "200", "timestamp": best.Stamp, "url": "http://web.archive.org/web/" + best.Stamp + "/" + best.URL,
		}
	}
	write(w, map[string]any{"url": r.FormValue("url"), "archived_snapshots": snapshots})
}

func (s *Server) index(w http.ResponseWriter, r *http.Request) {
	rows := [][]string{}
	for _, c := range s.here(r.FormValue("url")) {
		to, from := r.FormValue("to"), r.FormValue("from")
		if c.Status != 0 && c.Status != 200 || to != "" && c.Stamp > to || c.Stamp < from {
			continue
		}
		rows = append(rows, []string{c.Stamp, c.URL, "200", "D" + strconv.Itoa(len(c.Body))})
	}
	if n, err := strconv.Atoi(r.FormValue("limit")); err == nil {
		if n < 0 {
			rows = rows[max(0, len(rows)+n):]
		} else {
			rows = rows[:min(n, len(rows))]
		}
	}
	if len(rows) == 0 {
		return // an empty body
	}
	write(w, append([][]string{{"timestamp", "original", "statuscode", "digest"}}, rows...))
}

func (s *Server) replay(w http.ResponseWriter, path string) {
	stamp, page, _ := strings.Cut(path, "/")
	stamp, raw := strings.CutSuffix(stamp, "id_")
	all := s.here(page)
	if len(all) == 0 || !raw {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	best := all[0]
	for _, c := range all {
		if moment(c.Stamp).Sub(moment(stamp)).Abs() < moment(best.Stamp).Sub(moment(stamp)).Abs() {
			best = c
		}
	}
	if best.Stamp != stamp {
		w.Header().Set("Location", "/web/"+best.Stamp+"id_/"+best.URL)
		w.WriteHeader(http.StatusFound)
		return
	}
	show(w, best)
}

// show is a copy as it was captured.
func show(w http.ResponseWriter, c Capture) {
	w.Header().Set("Memento-Datetime", moment(c.Stamp).UTC().Format(http.TimeFormat))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if c.Location != "" {
		w.Header().Set("Location", "/web/"+c.Stamp+"id_/"+c.Location)
	}
	if c.Status != 0 {
		w.WriteHeader(c.Status)
	}
	fmt.Fprint(w, c.Body)
}

func (s *Server) mementos(w http.ResponseWriter, path string) {
	day, page, _ := strings.Cut(path, "/")
	var uris []map[string]any
	for _, c := range s.Captures {
		if c.Elsewhere != "" && c.URL == page {
			uris = append(uris, map[string]any{"datetime": moment(c.Stamp).Format(time.RFC3339), "uri": []string{c.Elsewhere}})
		}
	}
	if len(uris) == 0 {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	said := map[string]any{"first": uris[0], "last": uris[len(uris)-1]}
	for _, u := range uris {
		if u["datetime"].(string) <= moment(day).AddDate(0, 0, 1).Format(time.RFC3339) {
			said["closest"] = u
		}
	}
	write(w, map[string]any{"original_uri": page, "mementos": said})
}

func write(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // a client that went away needs no answer
}
