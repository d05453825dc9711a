package link_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"ibid/checker/link"
)

// named are options with which names lead to test servers: HOST → URL.
func named(o link.Options, hosts map[string]string) link.Options {
	o.AllowPrivate = false
	for host, address := range hosts {
		scheme, at, _ := strings.Cut(address, "://")
		port := map[string]string{"http": "80", "https": "443"}[scheme]
		o.Resolve = append(o.Resolve, host+":"+port+":"+at)
	}
	return o
}

// seen keeps the headers of requests, by host and path.
type seen struct {
	mu   sync.Mutex
	with map[string]http.Header
}

func (s *seen) handler(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		if s.with == nil {
			s.with = map[string]http.Header{}
		}
		s.with[r.Host+r.URL.Path] = r.Header.Clone()
		s.mu.Unlock()
		next(w, r)
	}
}

// TestHeaders sends each host its own headers, and none those of another.
func TestHeaders(t *testing.T) {
	t.Parallel()
	var s seen
	server := httptest.NewServer(s.handler(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/away" {
			http.Redirect(w, r, "http://other.example/x", http.StatusFound)
			return
		}
		page("Tide Tables", long)(w, r)
	}))
	defer server.Close()
	o := named(quick(), map[string]string{"wiki.example": server.URL, "a.wiki.example": server.URL, "other.example": server.URL})
	o.Header = http.Header{"Accept-Language": {"de"}}
	o.Hosts = []link.HostOptions{
		{Host: "http://wiki.example", Header: http.Header{"Authorization": {"Bearer one"}}},
		{Host: "*.wiki.example", Header: http.Header{"x-desk": {"news"}, "Cookie": {"k=v"}}},
	}
	for _, address := range []string{"http://wiki.example/away", "http://a.wiki.example/x"} {
		if r := check(t, o, address); r.Verdict != link.OK {
			t.Errorf("%s: %s (%s)", address, r.Verdict, r.Reason)
		}
	}
	for _, row := range []struct{ at, header, want string }{
		{"wiki.example/away", "Authorization", "Bearer one"},
		{"wiki.example/away", "X-Desk", "news"},
		{"wiki.example/away", "Accept-Language", "de"},
		{"other.example/x", "Authorization", ""},
		{"other.example/x", "X-Desk", ""},
		{"other.example/x", "Accept-Language", "de"},
		{"a.wiki.example/x", "Authorization", ""},
		{"a.wiki.example/x", "X-Desk", "news"},
		{"a.wiki.example/x", "Cookie", ""}, // not in the clear
	} {
		if got := s.with[row.at].Get(row.header); got != row.want {
			t.Errorf("%s, %s: %q, want %q", row.at, row.header, got, row.want)
		}
	}
}

// TestBadOptions names what is wrong with an option.
func TestBadOptions(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name string
		o    link.Options
		want string
	}{
		{"credentials for everybody", link.Options{Header: http.Header{"Authorization": {"Bearer x"}}}, "every site"},
		{"a key for everybody", link.Options{Header: http.Header{"X-Api-Key": {"x"}}}, "every site"},
		{"the connection's own", link.Options{Header: http.Header{"Transfer-Encoding": {"chunked"}}}, "set by ibid"},
		{"a line break", link.Options{Header: http.Header{"X": {"a\r\nb"}}}, "can't be sent"},
		{"a host with a path", link.Options{Hosts: []link.HostOptions{{Host: "example.org/x"}}}, "example.org"},
		{"a star in the middle", link.Options{Hosts: []link.HostOptions{{Host: "a.*.org"}}}, "example.org"},
		{"no host", link.Options{Hosts: []link.HostOptions{{}}}, "example.org"},
		{"another scheme", link.Options{Hosts: []link.HostOptions{{Host: "ftp://example.org"}}}, "example.org"},
		{"a host's rate below zero", link.Options{Hosts: []link.HostOptions{{Host: "example.org", Rate: -1}}}, "above zero"},
		{"rate below zero", link.Options{Rate: -1}, "--rate"},
		{"version 5", link.Options{IPVersion: 5}, "4 or 6"},
		{"include", link.Options{Include: []string{"("}}, "--include"},
		{"exclude", link.Options{Exclude: []string{"("}}, "--exclude"},
		{"resolve", link.Options{Resolve: []string{"example.org"}}, "--resolve"},
		{"remap from nothing", link.Options{Remap: []link.Remap{{From: "example.org", To: "http://x.example/"}}}, "--remap"},
		{"remap to nothing", link.Options{Remap: []link.Remap{{From: "http://example.org/", To: "public"}}}, "--remap"},
		{"a service", link.Options{Services: link.Services{DOI: "doi.org"}}, "https://doi.org"},
	} {
		if _, err := link.New(row.o); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v, want it to say %q", row.name, err, row.want)
		}
	}
}

// TestMaxRedirects follows as many as are allowed.
func TestMaxRedirects(t *testing.T) {
	t.Parallel()
	at := serve(t, map[string]http.HandlerFunc{"/a": redirect(302, "/b"), "/b": redirect(302, "/c"), "/c": page("Tide Tables", long)}) + "/a"
	for _, row := range []struct {
		most int
		want link.Verdict
	}{{0, link.OK}, {2, link.OK}, {1, link.ServerError}, {-1, link.ServerError}} {
		o := quick()
		o.MaxRedirects = row.most
		if r := check(t, o, at); r.Verdict != row.want {
			t.Errorf("%d: %s (%s), want %s", row.most, r.Verdict, r.Reason, row.want)
		}
	}
}

// TestAccept takes statuses for good, of all hosts or of one.
func TestAccept(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var code int
		_, _ = fmt.Sscanf(r.URL.Path, "/%d", &code)
		w.WriteHeader(code)
	}))
	defer server.Close()
	o := named(quick(), map[string]string{"a.example": server.URL, "b.example": server.URL})
	statuses, err := link.ParseStatuses("403, 500-599")
	if err != nil {
		t.Fatal(err)
	}
	o.Accept = statuses
	o.Hosts = []link.HostOptions{{Host: "b.example", Accept: link.Statuses{{404, 404}}}}
	for _, row := range []struct {
		address string
		want    link.Verdict
	}{
		{"http://a.example/403", link.OK},
		{"http://a.example/503", link.OK},
		{"http://a.example/404", link.Dead},
		{"http://b.example/404", link.OK},
		{"http://b.example/403", link.OK},
		{"http://b.example/410", link.Dead},
	} {
		r := check(t, o, row.address)
		if r.Verdict != row.want || r.Verdict == link.OK && (!r.Accepted || r.Attempts != 1 || !strings.Contains(r.Reason, "--accept")) {
			t.Errorf("%s: %+v, want %s", row.address, r, row.want)
		}
	}
	for _, bad := range []string{"", "40", "4xx", "500-400", "1000", "403,"} {
		if _, err := link.ParseStatuses(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

// TestInsecure opens a site whose certificate nobody knows: everywhere, or of
// one host.
func TestInsecure(t *testing.T) {
	t.Parallel()
	server := httptest.NewTLSServer(page("Tide Tables", long))
	defer server.Close()
	base := named(quick(), map[string]string{"a.example": server.URL, "b.example": server.URL})
	for _, row := range []struct {
		name   string
		change func(*link.Options)
		a, b   link.Verdict
	}{
		{"neither", func(*link.Options) {}, link.TLS, link.TLS},
		{"both", func(o *link.Options) { o.Insecure = true }, link.OK, link.OK},
		{"one", func(o *link.Options) { o.Hosts = []link.HostOptions{{Host: "b.example", Insecure: true}} }, link.TLS, link.OK},
	} {
		o := base
		o.Timeout = 10 * time.Second
		row.change(&o)
		for address, want := range map[string]link.Verdict{"https://a.example/x": row.a, "https://b.example/x": row.b} {
			if r := check(t, o, address); r.Verdict != want {
				t.Errorf("%s, %s: %s (%s), want %s", row.name, address, r.Verdict, r.Reason, want)
			}
		}
	}
}

// TestInclude opens what is included and not excluded.
func TestInclude(t *testing.T) {
	t.Parallel()
	at := serve(t, map[string]http.HandlerFunc{"/": page("Tide Tables", long)})
	o := quick()
	o.Include, o.Exclude = []string{"/guide/", "/news/"}, []string{"draft"}
	for path, want := range map[string]link.Verdict{"/guide/a": link.OK, "/news/a": link.OK, "/news/draft-1": link.Skipped, "/other": link.Skipped} {
		if r := check(t, o, at+path); r.Verdict != want || want == link.Skipped && r.Reason == "" {
			t.Errorf("%s: %s (%s), want %s", path, r.Verdict, r.Reason, want)
		}
	}
}

// site are the pages of a built site.
func site() fstest.MapFS {
	html := func(title string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("<title>" + title + "</title>" + long)}
	}
	return fstest.MapFS{
		"index.html": html("Home"), "about.html": html("About"), "posts/2024/tides/index.html": html("Tides"),
		"posts/2024/lamps.html": html("Lamps"), "files/chart.pdf": {Data: []byte("%PDF-1.4")}, "gone.html": html("Page not found"),
	}
}

// TestRoot looks for links without a host among the site's files.
func TestRoot(t *testing.T) {
	t.Parallel()
	o := quick()
	o.Root = site()
	e := newEngine(t, o)
	for _, row := range []struct {
		address, base string
		want          link.Verdict
	}{
		{"/", "", link.OK},
		{"/about", "", link.OK},
		{"/about.html?x=1#part", "", link.OK},
		{"/posts/2024/tides/", "", link.OK},
		{"/posts/2024/tides", "", link.OK},
		{"lamps.html", "posts/2024", link.OK},
		{"../2024/lamps", "posts/2023", link.OK},
		{"../../../../about", "posts/2024", link.OK}, // as browsers read it
		{"/files/chart.pdf", "", link.OK},
		{"/nothing", "", link.Dead},
		{"lamps.html", ".", link.Dead},
		{"about.html", ".", link.OK},
		{"lamps.html", "", link.Skipped}, // nobody knows from where
		{"/posts", "", link.Dead},        // a folder without a page
		{"/gone.html", "", link.Soft404},
		{"#part", "", link.Skipped},
		{"//host.example/", "", link.Skipped},
		{"mailto:a@b.example", "", link.Skipped},
	} {
		r := e.Check(t.Context(), []link.Request{{URL: row.address, Base: row.base}}, nil)[0]
		if r.Verdict != row.want {
			t.Errorf("%s from %q: %s (%s), want %s", row.address, row.base, r.Verdict, r.Reason, row.want)
		}
	}
}

// TestRemap looks for a site's pages in its build, or at another address.
func TestRemap(t *testing.T) {
	t.Parallel()
	at := serve(t, map[string]http.HandlerFunc{"/site/x": page("Tide Tables", long), "/site/moved": redirect(301, "https://harbor.example/site/x"), "/site/inside": redirect(302, "http://127.0.0.1:1/")})
	o := quick()
	o.AllowPrivate = false
	o.Remap = []link.Remap{{From: "https://harbor.example/docs", Files: site()}, {From: "https://harbor.example/", To: at + "/"}}
	for _, row := range []struct {
		address string
		want    link.Verdict
	}{
		{"https://harbor.example/docs/about", link.OK},
		{"https://harbor.example/docs", link.OK},
		{"https://harbor.example/docs/../../x", link.Dead},
		{"https://harbor.example/docs/nothing", link.Dead},
		{"https://harbor.example/docsite", link.Dead}, // not below /docs
		{"https://harbor.example/site/x?q=1", link.OK},
		{"https://HARBOR.example:443/site/x", link.OK},
		{"https://harbor.example/site/moved", link.Redirected},
		{"https://harbor.example/site/inside", link.Skipped},
	} {
		if r := check(t, o, row.address); r.Verdict != row.want {
			t.Errorf("%s: %s (%s), want %s", row.address, r.Verdict, r.Reason, row.want)
		}
	}
}

// TestRate asks a host no faster than the user says.
func TestRate(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var starts []time.Time
	at := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		starts = append(starts, time.Now())
		mu.Unlock()
		page("Tide Tables", long)(w, r)
	}})
	o := quick()
	o.Hosts = []link.HostOptions{{Host: "127.0.0.1", Rate: 50}}
	var requests []link.Request
	for i := range 11 {
		requests = append(requests, link.Request{URL: fmt.Sprintf("%s/%d", at, i)})
	}
	for _, r := range newEngine(t, o).Check(t.Context(), requests, nil) {
		if r.Verdict != link.OK {
			t.Errorf("%s: %s (%s)", r.URL, r.Verdict, r.Reason)
		}
	}
	if took := starts[len(starts)-1].Sub(starts[0]); took < 195*time.Millisecond {
		t.Errorf("11 requests in %s, want 200 ms or more", took)
	}
}

// TestMaxBytes ends a run that reads too much, and says so.
func TestMaxBytes(t *testing.T) {
	t.Parallel()
	at := serve(t, map[string]http.HandlerFunc{"/": page("Tide Tables", strings.Repeat(long, 100))})
	o := quick()
	o.MaxBytes = 50 << 10
	var requests []link.Request
	for i := range 40 {
		requests = append(requests, link.Request{URL: fmt.Sprintf("%s/%d", at, i)})
	}
	ok, left := 0, 0
	for _, r := range newEngine(t, o).Check(t.Context(), requests, nil) {
		switch {
		case r.Verdict == link.OK:
			ok++
		case r.Verdict == link.Unchecked && r.Unreachable == "too much data":
			left++
		default:
			t.Errorf("%s: %s (%s)", r.URL, r.Verdict, r.Reason)
		}
	}
	if ok < 3 || left < 30 {
		t.Errorf("%d opened and %d left", ok, left)
	}
}
