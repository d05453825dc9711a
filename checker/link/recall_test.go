package link_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"ibid/checker/link"
)

// memory is a cache for one test.
type memory struct {
	mu   sync.Mutex
	kept map[string]link.Answer
}

func (m *memory) Load(key string) (link.Answer, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	a, ok := m.kept[key]
	return a, ok
}

func (m *memory) Save(key string, a link.Answer) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil {
		m.kept = map[string]link.Answer{}
	}
	m.kept[key] = a
}

// title is that of the page that is kept, "" if none is.
func (m *memory) title() string {
	for _, a := range m.kept {
		if a.Result.Page != nil {
			return a.Result.Page.Title
		}
	}
	return ""
}

// noon is when the first run of every test is.
var noon = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

// at are options with a cache, at a time after noon.
func at(m *memory, after time.Duration) link.Options {
	o := quick()
	o.Cache = m
	o.Now = func() time.Time { return noon.Add(after) }
	return o
}

// counted counts the GETs of a handler.
func counted(h http.HandlerFunc) (*atomic.Int32, http.HandlerFunc) {
	n := &atomic.Int32{}
	return n, func(w http.ResponseWriter, r *http.Request) {
		n.Add(1)
		h(w, r)
	}
}

// tagged answers with a page under an ETag, or with 304 to whom has it.
func tagged(tag, title string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Etag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		page(title, long)(w, r)
	}
}

// changing answers with one handler after the other, the last one for ever.
func changing(handlers ...http.HandlerFunc) http.HandlerFunc {
	var n atomic.Int32
	return func(w http.ResponseWriter, r *http.Request) {
		handlers[min(int(n.Add(1)), len(handlers))-1](w, r)
	}
}

func serve(t *testing.T, paths map[string]http.HandlerFunc) string {
	t.Helper()
	mux := http.NewServeMux()
	for path, h := range paths {
		mux.Handle(path, h)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// TestRecall opens a link at noon and again some time later: each row says how
// often the host is asked the second time, and what the second answer is.
func TestRecall(t *testing.T) {
	t.Parallel()
	const hour, day = time.Hour, 24 * time.Hour
	good := page("Tide Tables", long)
	rows := []struct {
		name    string
		handler http.HandlerFunc
		after   time.Duration
		change  func(*link.Options)
		gets    int32
		want    link.Verdict
		cached  bool
	}{
		{"good, the same day", good, 23 * hour, nil, 0, link.OK, true},
		{"good, a day later", good, day, nil, 1, link.OK, false},
		{"good, no age is good enough", good, 0, func(o *link.Options) { o.MaxAge = -1 }, 1, link.OK, false},
		{"good, a week allowed", good, 6 * day, func(o *link.Options) { o.MaxAge = 7 * day }, 0, link.OK, true},
		{"good, an hour allowed", good, 2 * hour, func(o *link.Options) { o.MaxAge = hour }, 1, link.OK, false},
		{"good, the clock was set back", good, -time.Minute, nil, 1, link.OK, false},
		{"moved", redirect(301, "/there"), hour, nil, 0, link.Redirected, true},
		{"gone after success", changing(good, status(410)), day, nil, 2, link.Dead, false},
		{"gone", status(410), 59 * time.Minute, nil, 0, link.Dead, true},
		{"gone, an hour later", status(410), hour, nil, 2, link.Dead, false},
		{"gone, a week allowed", status(410), hour, func(o *link.Options) { o.MaxAge = 7 * day }, 2, link.Dead, false},
		{"gone, a minute allowed", status(410), 2 * time.Minute, func(o *link.Options) { o.MaxAge = time.Minute }, 2, link.Dead, false},
		{"back after failure", changing(status(410), status(410), good), hour, nil, 1, link.OK, false},
		{"soft-404", page("Page not found", "<p>Sorry.</p>"), 59 * time.Minute, nil, 0, link.Soft404, true},
		{"soft-404, later", page("Page not found", "<p>Sorry.</p>"), hour, nil, 1, link.Soft404, false},
		{"forbidden", status(403), 59 * time.Minute, nil, 0, link.Blocked, true},
		{"asked too often", status(429), 10 * time.Minute, nil, 4, link.Blocked, false},
		{"trouble", status(500), 9 * time.Minute, nil, 0, link.ServerError, true},
		{"trouble, later", status(500), 10 * time.Minute, nil, 3, link.ServerError, false},
		{"trouble, more retries", status(500), time.Minute, func(o *link.Options) { o.Retries = 3 }, 4, link.ServerError, false},
		{"trouble, fewer retries", status(500), time.Minute, func(o *link.Options) { o.Retries = 0 }, 0, link.ServerError, true},
		{"slow, more time", hang, time.Minute, func(o *link.Options) { o.Timeout += 50 * time.Millisecond }, 3, link.Timeout, false},
		{"slow, the same time", hang, time.Minute, nil, 0, link.Timeout, true},
		{"another user agent", good, hour, func(o *link.Options) { o.UserAgent = "harbour/1" }, 1, link.OK, false},
		{"another address named", good, hour, func(o *link.Options) { o.Resolve = []string{"site.example:80:192.0.2.1"} }, 1, link.OK, false},
		{"private addresses not allowed any more", good, hour, func(o *link.Options) { o.AllowPrivate = false }, 0, link.Skipped, false},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			n, handler := counted(row.handler)
			address := serve(t, map[string]http.HandlerFunc{"/x": handler, "/there": page("Tide Tables", long)}) + "/x"
			m := &memory{}
			o := at(m, 0)
			if row.want == link.Timeout {
				o.Timeout = 100 * time.Millisecond // nothing ever comes
			}
			first := check(t, o, address)
			if first.Cached {
				t.Fatalf("the first answer came from nowhere: %+v", first)
			}
			before := n.Load()
			patience := o.Timeout
			o = at(m, row.after)
			o.Timeout = patience
			if row.change != nil {
				row.change(&o)
			}
			got := check(t, o, address)
			if got.Verdict != row.want || got.Cached != row.cached || n.Load()-before != row.gets {
				t.Errorf("got %s (cached %t) with %d GETs, want %s (cached %t) with %d: %s", got.Verdict, got.Cached, n.Load()-before, row.want, row.cached, row.gets, got.Reason)
			}
			if want := noon; row.cached && !got.CheckedAt.Equal(want) {
				t.Errorf("checked at %v, want %v", got.CheckedAt, want)
			}
			if row.cached && (got.Reason != first.Reason || got.FinalURL != first.FinalURL || len(got.Redirects) != len(first.Redirects) || got.URL != address) {
				t.Errorf("got %+v, kept from %+v", got, first)
			}
		})
	}
}

// TestRevalidate asks for pages that are too old: only if they changed.
func TestRevalidate(t *testing.T) {
	t.Parallel()
	modified := func(when string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Last-Modified", when)
			if r.Header.Get("If-Modified-Since") == when {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			page("Tide Tables", long)(w, r)
		}
	}
	unasked := func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }
	rows := []struct {
		name    string
		handler http.HandlerFunc
		want    link.Verdict
		title   string
		status  int
	}{
		{"ETag, unchanged", tagged(`"a"`, "Tide Tables"), link.OK, "Tide Tables", 200},
		{"Last-Modified, unchanged", modified("Mon, 04 May 2026 08:00:00 GMT"), link.OK, "Tide Tables", 200},
		{"another ETag", changing(tagged(`"a"`, "Tide Tables"), tagged(`"b"`, "Oil Tables")), link.OK, "Oil Tables", 200},
		{"another ETag, and not found in words", changing(tagged(`"a"`, "Tide Tables"), tagged(`"b"`, "Page not found")), link.Soft404, "Page not found", 200},
		{"gone", changing(tagged(`"a"`, "Tide Tables"), status(410)), link.Dead, "", 410},
		{"trouble, then unchanged", changing(tagged(`"a"`, "Tide Tables"), status(503), tagged(`"a"`, "Tide Tables")), link.OK, "Tide Tables", 200},
		{"304 that nobody asked for", changing(page("Tide Tables", long), unasked), link.ServerError, "", 304},
		{"not found in words, unchanged", tagged(`"a"`, "Page not found"), link.Soft404, "Page not found", 200},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			address := serve(t, map[string]http.HandlerFunc{"/x": row.handler}) + "/x"
			m := &memory{}
			check(t, at(m, 0), address)
			got := check(t, at(m, 25*time.Hour), address)
			if got.Verdict != row.want || got.Status != row.status || got.Cached {
				t.Errorf("got %s %d (cached %t), want %s %d", got.Verdict, got.Status, got.Cached, row.want, row.status)
			}
			if title := m.title(); row.want != link.ServerError && title != row.title {
				t.Errorf("kept %q, want %q", title, row.title)
			}
			if !got.CheckedAt.Equal(noon.Add(25 * time.Hour)) {
				t.Errorf("checked at %v: an answer of today counts from today", got.CheckedAt)
			}
			if again := check(t, at(m, 25*time.Hour+time.Minute), address); row.want != link.ServerError && !again.Cached {
				t.Errorf("the answer of today was not kept: %+v", again)
			}
		})
	}
}

// TestRevalidateRedirect follows a redirect anew, and asks for its end only if
// that changed; an end at another place is asked for whole.
func TestRevalidateRedirect(t *testing.T) {
	t.Parallel()
	ends, end := counted(tagged(`"a"`, "Tide Tables"))
	others, other := counted(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") != "" {
			t.Error("the page of one address is asked for at another")
		}
		page("Tide Tables", long)(w, r)
	})
	address := serve(t, map[string]http.HandlerFunc{
		"/x": changing(redirect(301, "/end"), redirect(301, "/end"), redirect(302, "/other")), "/end": end, "/other": other,
	}) + "/x"
	m := &memory{}
	for i, want := range []link.Verdict{link.Redirected, link.Redirected, link.OK} {
		got := check(t, at(m, time.Duration(i)*48*time.Hour), address)
		if got.Verdict != want || len(got.Redirects) != 1 || got.Redirects[0].URL != address {
			t.Errorf("run %d: got %s, %v, want %s", i, got.Verdict, got.Redirects, want)
		}
	}
	if ends.Load() != 2 || others.Load() != 1 {
		t.Errorf("asked for the ends %d and %d times", ends.Load(), others.Load())
	}
}

// TestRecallTitles judges a kept page by the titles of the day: an address that
// now leads to another site's page is the work for one article and not for another.
func TestRecallTitles(t *testing.T) {
	t.Parallel()
	target := serve(t, map[string]http.HandlerFunc{"/p": page("Oil Tables of the North Coast", long)})
	other := strings.Replace(target, "127.0.0.1", "localhost", 1)
	n, handler := counted(redirect(301, other+"/p"))
	address := serve(t, map[string]http.HandlerFunc{"/x": handler}) + "/x"
	m := &memory{}
	if got := check(t, at(m, 0), address, "Oil Tables of the North Coast"); got.Verdict != link.Redirected {
		t.Fatalf("got %s: %s", got.Verdict, got.Reason)
	}
	if got := check(t, at(m, time.Minute), address, "Keeping Bees in Winter"); got.Verdict != link.ContentDrift || !got.Cached || n.Load() != 1 {
		t.Errorf("got %s (cached %t), %d GETs: %s", got.Verdict, got.Cached, n.Load(), got.Reason)
	}
	// Judged as drift, the answer is good for an hour only.
	if got := check(t, at(m, 2*time.Hour), address, "Keeping Bees in Winter"); got.Cached {
		t.Errorf("drift from two hours ago was taken from the cache: %+v", got)
	}
}

// TestRecallTogether asks in one run for what is kept, what is not, and what
// never is.
func TestRecallTogether(t *testing.T) {
	t.Parallel()
	base := serve(t, map[string]http.HandlerFunc{"/": page("Tide Tables", long)})
	m := &memory{}
	check(t, at(m, 0), base+"/a")
	seen := 0
	results := newEngine(t, at(m, time.Hour)).Check(t.Context(), []link.Request{
		{URL: base + "/a"}, {URL: base + "/b"}, {URL: base + "/a#part"}, {URL: "mailto:keeper@site.example"}, {URL: "http://"},
	}, func(link.Result) { seen++ })
	var got []string
	for _, r := range results {
		got = append(got, fmt.Sprint(r.Verdict, " ", r.Cached))
	}
	if want := "[ok true ok false ok true skipped false malformed false]"; fmt.Sprint(got) != want || seen != 5 {
		t.Errorf("got %v, progress %d; want %s", got, seen, want)
	}
	if len(m.kept) != 2 {
		t.Errorf("%d answers are kept, want 2", len(m.kept))
	}
}

// TestSecrets keeps no answer in which a secret stands, and no cited address.
func TestSecrets(t *testing.T) {
	t.Parallel()
	const secret = "hunter2"
	good := page("Tide Tables", long)
	base := serve(t, map[string]http.HandlerFunc{
		"/":     good,
		"/to":   redirect(302, "/?access_token="+secret),
		"/hash": redirect(302, "/#id_token="+secret),
		"/user": func(w http.ResponseWriter, r *http.Request) {
			redirect(302, "http://keeper:"+secret+"@"+r.Host+"/")(w, r)
		},
		"/bad":   redirect(302, "ftp://keeper:"+secret+"@site.example/"),
		"/canon": page("Tide Tables</title><link rel=canonical href='/?sid="+secret+"'><title>", long),
		"/cookie": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Set-Cookie", "id="+secret)
			good(w, r)
		},
	})
	rows := []struct {
		name, path string
		kept       int
	}{
		{"none", "/tables?page=17&title=tide-tables-of-the-north-coast-2004", 1},
		{"a number", "/?id=1234567890123456789012", 1},
		{"a long word", "/?q=donaudampfschifffahrtsgesellschaft", 1},
		{"a parameter", "/?Token=" + secret, 0},
		{"a parameter in camel case", "/?x=1&authToken=" + secret, 0},
		{"a signed address", "/?X-Amz-Expires=60&X-Amz-Signature=" + secret, 0},
		{"a semicolon before it", "/?x=1;sig=" + secret, 0},
		{"an escaped name", "/?%74oken=" + secret, 0},
		{"an author", "/?author=" + secret, 1},
		{"an empty parameter", "/?token=", 1},
		{"a value like a key", "/?x=9f3Ab21Cc80De7745Fa01b", 0},
		{"a bare value like a key", "/?9f3Ab21Cc80De7745Fa01b", 0},
		{"a web token", "/?x=eyJhbGciOiJub25lIn0.e30.", 0},
		{"a session in the path", "/a;jsessionid=" + secret, 0},
		{"a redirect", "/to", 0},
		{"a redirect's fragment", "/hash", 0},
		{"a redirect with a user", "/user", 0},
		{"a redirect that can't be followed", "/bad", 0},
		{"a page's own address", "/canon", 0},
		{"a cookie", "/cookie", 1},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			m := &memory{}
			check(t, at(m, 0), base+row.path)
			kept, err := json.Marshal(m.kept)
			if err != nil {
				t.Fatal(err)
			}
			if len(m.kept) != row.kept || strings.Contains(string(kept), secret) || strings.Contains(string(kept), base+row.path) {
				t.Errorf("%d kept, want %d: %s", len(m.kept), row.kept, kept)
			}
		})
	}
	t.Run("a user", func(t *testing.T) {
		t.Parallel()
		m := &memory{}
		check(t, at(m, 0), strings.Replace(base, "http://", "http://keeper:"+secret+"@", 1))
		if kept, err := json.Marshal(m.kept); err != nil || strings.Contains(string(kept), secret) {
			t.Errorf("kept %s, %v", kept, err)
		}
	})
}
