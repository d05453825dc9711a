package checker_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/checker/rules"
	"ibid/parser"
)

// TestReadAgain has an address that a line broke at a hyphen opened with the
// hyphen and without it.
func TestReadAgain(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, works string // the only path at which there is a page
		verdict     link.Verdict
		readAs      string // its path
		found       bool   // a finding
	}{
		{"as it is printed", "/general-prin-ciples", link.OK, "", false},
		{"without the hyphen", "/general-principles", link.OK, "/general-principles", false},
		{"neither", "/other", link.Dead, "", true},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			mux := http.NewServeMux()
			mux.HandleFunc(row.works, func(w http.ResponseWriter, _ *http.Request) {
				_, _ = w.Write([]byte("<html><head><title>General Principles of Salt</title></head><body>" + strings.Repeat("<p>The salt was taxed by weight, and by the day.</p>", 40) + "</body></html>"))
			})
			server := httptest.NewServer(mux)
			t.Cleanup(server.Close)
			text := "Salt was taxed.[1]\n\nNotes\n\n[1] Mara Ellingsworth, “General Principles of Salt,” 2004, " + "http://a.example/general-prin-\nciples.\n"
			a, err := parser.Parse(t.Context(), strings.NewReader(text), parser.Options{Name: "salt.txt"})
			if err != nil {
				t.Fatal(err)
			}
			engine, err := link.New(link.Options{Resolve: []string{"a.example:80:" + server.Listener.Addr().String()}, SecondLook: time.Millisecond, Backoff: time.Millisecond})
			if err != nil {
				t.Fatal(err)
			}
			r, err := checker.Check(t.Context(), a, checker.Options{Links: engine, Rules: rules.All()})
			if err != nil || len(r.Links) != 1 {
				t.Fatalf("links %+v, %v", r.Links, err)
			}
			l := r.Links[0]
			if l.URL != "http://a.example/general-prin-ciples" || l.Verdict != row.verdict || strings.TrimPrefix(l.ReadAs, "http://a.example") != row.readAs {
				t.Errorf("%s is %s, read as %q; want %s and %q", l.URL, l.Verdict, l.ReadAs, row.verdict, row.readAs)
			}
			if found := slices.ContainsFunc(r.Findings, func(f checker.Finding) bool { return f.URL == l.URL && f.Rule == "dead-link" }); found != row.found {
				t.Errorf("findings %+v, want dead-link: %t", r.Findings, row.found)
			}
		})
	}
}
