package archivetest

import (
	"fmt"
	"net/http"
	"time"
)

// save begins a capture, as Save Page Now does: errors come with status 200.
func (s *Server) save(w http.ResponseWriter, r *http.Request) {
	if s.Keys != "" && r.Header.Get("Authorization") != "LOW "+s.Keys {
		w.WriteHeader(http.StatusUnauthorized)
		write(w, map[string]string{"message": "You need to be logged in to use Save Page Now."})
		return
	}
	page := r.FormValue("url")
	if ext := s.RefuseErrors[page]; ext != "" {
		write(w, map[string]string{"status": "error", "status_ext": ext, "message": "It could not be captured."})
		return
	}
	if s.jobs == nil {
		s.jobs = map[string]*job{}
	}
	id := fmt.Sprintf("spn2-%d", len(s.jobs)+1)
	s.jobs[id] = &job{page, s.Pending}
	write(w, map[string]string{"url": page, "job_id": id})
}

// status says how a capture fares.
func (s *Server) status(w http.ResponseWriter, id string) {
	j := s.jobs[id]
	switch {
	case j == nil:
		write(w, map[string]string{"status": "error", "status_ext": "error:not-found", "message": "The job is not known."})
	case j.pending > 0:
		j.pending--
		write(w, map[string]string{"status": "pending", "job_id": id})
	case s.SaveErrors[j.url] != "":
		write(w, map[string]string{"status": "error", "status_ext": s.SaveErrors[j.url], "message": "It could not be captured."})
	default:
		now := time.Now
		if s.Now != nil {
			now = s.Now
		}
		stamp := now().UTC().Format("20060102150405")
		s.Captures = append(s.Captures, Capture{Stamp: stamp, URL: j.url, Body: "<title>Saved</title><p>What was saved."})
		write(w, map[string]any{"status": "success", "job_id": id, "timestamp": stamp, "original_url": j.url, "duration_sec": 2.5})
	}
}
