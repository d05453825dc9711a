// Package demo is the stage of `ibid demo`: a small article with seeded
// mistakes, and a web server on loopback that stands in for the sites it
// cites. The check that runs on it is the real one.
package demo

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"time"
)

//go:embed marrow-point.md
var articleText string

// Write puts the article into a new temporary folder and returns its path.
func Write() (path string, err error) {
	dir, err := os.MkdirTemp("", "ibid-demo-")
	if err != nil {
		return "", fmt.Errorf("no temporary folder for the demo: %w", err)
	}
	path = filepath.Join(dir, "marrow-point.md")
	return path, os.WriteFile(path, []byte(articleText), 0o600)
}

// Server answers for the article's hosts on loopback.
type Server struct {
	listener net.Listener
	server   *http.Server
	done     chan error
}

// Start starts a Server; Close ends it.
func Start(ctx context.Context) (*Server, error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("the demo needs a free port on 127.0.0.1: %w", err)
	}
	s := &Server{
		listener: l,
		server:   &http.Server{Handler: http.HandlerFunc(serve), ReadHeaderTimeout: 10 * time.Second},
		done:     make(chan error, 1),
	}
	go func() { s.done <- s.server.Serve(l) }()
	return s, nil
}

// Resolve has the article's hosts resolved to the server, in the form of
// check's --resolve flag.
func (s *Server) Resolve() []string {
	var list []string
	for _, host := range slices.Sorted(maps.Keys(sites())) {
		list = append(list, host+":80:"+s.listener.Addr().String())
	}
	return list
}

// Close ends the server and waits for it.
func (s *Server) Close() error {
	err := s.server.Close()
	if served := <-s.done; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

// sites are the pages of the demo's hosts, by path.
func sites() map[string]map[string]http.HandlerFunc {
	return map[string]map[string]http.HandlerFunc{
		"lamps.example": {"/survey-2018": page("Survey of Working Lights", "Coastal Lamp Society")},
		"courier.example": {
			"/2021/05/02/a-lamp-relit":           page("A Lamp Relit", "Ellery Courier"),
			"/2016/03/19/marrow-point-goes-dark": gone,
		},
		"archive.example": {
			"/old/storm-log":         moved("/collections/storm-log"),
			"/collections/storm-log": page("Storm Log, 1890–1911", "Ellery County Archive"),
		},
		"museum.example":  {"/objects/fog-bell": notFoundInWords},
		"records.example": {"/shipping/1911": slow},
		"library.example": {"/restricted/logbooks": forbidden},
	}
}

// serve answers for all hosts.
func serve(w http.ResponseWriter, r *http.Request) {
	host, _, err := net.SplitHostPort(r.Host)
	if err != nil {
		host = r.Host
	}
	if handle := sites()[host][r.URL.Path]; handle != nil {
		handle(w, r)
		return
	}
	gone(w, r)
}

const layout = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>%[1]s – %[2]s</title></head>
<body><header>%[2]s</header><main><h1>%[1]s</h1>%[3]s</main></body></html>
`

func page(title, site string) http.HandlerFunc {
	body := "<p>The lamp at Marrow Point was lit at dusk and put out at dawn, and somebody wrote down both. What follows is what they wrote, night by night, with the oil used and the ships seen.</p>"
	return func(w http.ResponseWriter, _ *http.Request) { send(w, http.StatusOK, title, site, body) }
}

func send(w http.ResponseWriter, status int, title, site, body string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	fmt.Fprintf(w, layout, title, site, body)
}

func gone(w http.ResponseWriter, _ *http.Request) {
	send(w, http.StatusNotFound, "Page not found", "Ellery Courier", "<p>There is nothing here.</p>")
}

// notFoundInWords says "not found" with the status of a page that is there.
func notFoundInWords(w http.ResponseWriter, _ *http.Request) {
	send(w, http.StatusOK, "Page not found", "Ellery Museum", "<p>Sorry, the page you are looking for does not exist.</p>")
}

func moved(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusMovedPermanently) }
}

func forbidden(w http.ResponseWriter, _ *http.Request) {
	send(w, http.StatusForbidden, "Forbidden", "Ellery Library", "<p>Readers with a card only.</p>")
}

// slow never answers; it ends when the client gives up.
func slow(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
