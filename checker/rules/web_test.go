package rules_test

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ibid/checker"
	"ibid/checker/link"
)

// A web is a small internet on this machine, for rules that speak of what sites
// answer: addresses (http only, without a fragment) and what is there. The real
// engine opens the links, so that a trap is one for the whole way from an
// answer to a finding. A page that a listed site lacks is 404; sites that are
// not listed do not exist.
type web map[string][]reply

// reply is one answer; an address gives its replies in turn, the last one for
// ever after. Every site answers 405 to anything but GET.
type reply struct {
	Status int // 0 means 200
	Header map[string]string
	Body   string // HTML where no Content-Type says otherwise
	Repeat int    // times that Body is sent; 0 means once
	// Fail is "hang" (never answers) or "lookup" (the name server fails; given
	// for the root of a site).
	Fail string
}

func webBeside(t *testing.T, file string) web {
	t.Helper()
	data, err := os.ReadFile(strings.TrimSuffix(file, filepath.Ext(file)) + ".json")
	if os.IsNotExist(err) {
		return nil
	}
	var w web
	if err == nil {
		err = json.Unmarshal(data, &w)
	}
	if err != nil {
		t.Fatalf("the web of %s: %v", file, err)
	}
	return w
}

// open starts the web's server and an engine that knows no other.
func (w web) open(t *testing.T) checker.LinkChecker {
	t.Helper()
	server := httptest.NewServer(&site{web: w, asked: map[string]int{}})
	t.Cleanup(server.Close)
	port := server.Listener.Addr().String()
	o := link.Options{
		AllowPrivate: true, Retries: 2, Timeout: 400 * time.Millisecond, SecondLook: 5 * time.Millisecond, Backoff: time.Millisecond,
		Proxy: func(*http.Request) (*url.URL, error) { return nil, nil },
		Lookup: func(_ context.Context, host string) ([]netip.Addr, error) {
			return nil, &net.DNSError{Err: "server misbehaving", Name: host, IsNotFound: !w.lookupFails(host), IsTemporary: w.lookupFails(host)}
		},
	}
	for address := range w {
		u, err := url.Parse(address)
		if err != nil || u.Scheme != "http" {
			t.Fatalf("the web has %q: want an http address", address)
		}
		if !w.lookupFails(u.Hostname()) {
			o.Resolve = append(o.Resolve, u.Hostname()+":80:"+port)
		}
	}
	e, err := link.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e
}

func (w web) lookupFails(host string) bool {
	replies := w["http://"+host+"/"]
	return len(replies) > 0 && replies[0].Fail == "lookup"
}

// site answers for all sites of a web.
type site struct {
	web   web
	mu    sync.Mutex
	asked map[string]int
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	address := "http://" + r.Host + r.URL.RequestURI()
	s.mu.Lock()
	n := s.asked[address]
	s.asked[address]++
	s.mu.Unlock()
	replies := s.web[address]
	if len(replies) == 0 {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	replies[min(n, len(replies)-1)].send(w, r)
}

func (p reply) send(w http.ResponseWriter, r *http.Request) {
	if p.Fail == "hang" {
		<-r.Context().Done()
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	for k, v := range p.Header {
		w.Header().Set(k, v)
	}
	if p.Status != 0 {
		w.WriteHeader(p.Status)
	}
	for range max(1, p.Repeat) {
		if _, err := io.WriteString(w, p.Body); err != nil {
			return
		}
	}
}
