package link_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"ibid/checker/link"
)

// TestMend offers the nearest address that works in place of a dead one.
func TestMend(t *testing.T) {
	t.Parallel()
	work := page("Tide Tables", long)
	for _, row := range []struct {
		name  string
		sites map[string]map[string]http.HandlerFunc // host → path → answer
		link  string
		want  link.Verdict
		to    string // of the repair
	}{
		{"https", map[string]map[string]http.HandlerFunc{"https a.example": {"/x": work}, "http a.example": {}}, "http://a.example/x", link.Dead, "https://a.example/x"},
		{"http", map[string]map[string]http.HandlerFunc{"http a.example": {"/x": work}, "https a.example": {}}, "https://a.example/x", link.Dead, "http://a.example/x"},
		{"with www.", map[string]map[string]http.HandlerFunc{"http a.example": {}, "https a.example": {}, "http www.a.example": {"/x": work}}, "http://a.example/x", link.Dead, "http://www.a.example/x"},
		{"without www.", map[string]map[string]http.HandlerFunc{"http a.example": {"/x": work}, "https www.a.example": {}, "http www.a.example": {}}, "http://www.a.example/x", link.Dead, "http://a.example/x"},
		{"a parenthesis too many", map[string]map[string]http.HandlerFunc{"http a.example": {"/x": work}}, "http://a.example/x).", link.Dead, "http://a.example/x"},
		{"a parenthesis of its own", map[string]map[string]http.HandlerFunc{"http a.example": {"/x_(y)": work}}, "http://a.example/x_(y),", link.Dead, "http://a.example/x_(y)"},
		{"a quotation mark", map[string]map[string]http.HandlerFunc{"http a.example": {"/x": work}}, "http://a.example/x%E2%80%9D", link.Dead, "http://a.example/x"},
		{"escaped twice", map[string]map[string]http.HandlerFunc{"http a.example": {"/x%20y": work}}, "http://a.example/x%2520y", link.Dead, "http://a.example/x%20y"},
		{"a question mark escaped", map[string]map[string]http.HandlerFunc{"http a.example": {"/x": work}}, "http://a.example/x%3Fid=7", link.Dead, "http://a.example/x?id=7"},
		{"written twice", map[string]map[string]http.HandlerFunc{"http a.example": {"/x": work}}, "http://http://a.example/x", link.Malformed, "http://a.example/x"},
		{"misspelt", map[string]map[string]http.HandlerFunc{"https a.example": {"/x": work}}, "htps://a.example/x", link.Malformed, "https://a.example/x"},
		{"a slash missing", map[string]map[string]http.HandlerFunc{"http a.example": {"/x": work}}, "http:/a.example/x", link.Malformed, "http://a.example/x"},
		{"nothing works", map[string]map[string]http.HandlerFunc{"http a.example": {}, "https a.example": {}}, "http://a.example/x.", link.Dead, ""},
		{"what works says that it is not there", map[string]map[string]http.HandlerFunc{"http a.example": {}, "https a.example": {"/x": page("Page not found", "<p>Sorry.</p>")}}, "http://a.example/x", link.Dead, ""},
		{"what works is the home page", map[string]map[string]http.HandlerFunc{"http a.example": {}, "https a.example": {"/x": redirect(302, "/"), "/{$}": work}}, "http://a.example/x", link.Dead, ""},
		{"what works is the same for all", map[string]map[string]http.HandlerFunc{"http a.example": {}, "https a.example": {"/": work}}, "http://a.example/x", link.Dead, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			o := quick()
			o.AllowPrivate, o.Insecure, o.Timeout = false, true, 10*time.Second
			for site, paths := range row.sites {
				mux := http.NewServeMux()
				for path, h := range paths {
					mux.HandleFunc(path, h)
				}
				scheme, host, _ := strings.Cut(site, " ")
				server, port := httptest.NewUnstartedServer(mux), ":80:"
				if scheme == "https" {
					server.StartTLS()
					port = ":443:"
				} else {
					server.Start()
				}
				t.Cleanup(server.Close)
				o.Resolve = append(o.Resolve, host+port+server.Listener.Addr().String())
			}
			r := check(t, o, row.link)
			got := ""
			if r.Repair != nil {
				got = r.Repair.URL
			}
			if r.Verdict != row.want || got != row.to {
				t.Errorf("%s (%s), repair %q; want %s, %q", r.Verdict, r.Reason, got, row.want, row.to)
			}
			if r.Repair != nil && r.Repair.Change == "" {
				t.Error("the repair does not say what it changes")
			}
		})
	}
}
