package link_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"ibid/checker/link"
)

func replies(code int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(code)
		_, _ = w.Write([]byte(body))
	}
}

// vouching is a name in a registry, and what it is to be called.
type vouching struct {
	name    string
	link    string
	page    http.HandlerFunc // what the link itself, or the publisher it leads to, answers
	api     http.HandlerFunc
	want    link.Verdict
	by      string
	resolve bool // the registry's own site leads to the publisher
}

// TestIdentifiers judges names in registries by what the registry says where
// their pages can't be opened.
func TestIdentifiers(t *testing.T) {
	t.Parallel()
	const (
		there   = `{"responseCode":1,"handle":"10.5555/x","values":[{"index":1,"type":"URL","data":{"format":"string","value":"https://publisher.example/x"}}]}`
		unknown = `{"responseCode":100,"handle":"10.5555/x"}`
		feed    = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.00001v1</id><title>On Tides</title></entry></feed>`
	)
	wall := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cf-Mitigated", "challenge")
		w.WriteHeader(403)
	}
	for _, row := range []vouching{
		{"a DOI at a wall", "http://doi.org/10.5555/x", wall, replies(200, there), link.OK, "doi.org", true},
		{"a DOI at a publisher that refuses", "http://dx.doi.org/10.5555/x", status(403), replies(200, there), link.OK, "doi.org", true},
		{"a DOI at a publisher in trouble", "http://doi.org/10.5555/x", status(503), replies(200, there), link.OK, "doi.org", true},
		{"a DOI at a publisher who is silent", "http://doi.org/10.5555/x", hang, replies(200, there), link.OK, "doi.org", true},
		{"a DOI at a log-in", "http://doi.org/10.5555/x", redirect(302, "/login?next=/x"), replies(200, there), link.OK, "doi.org", true},
		{"a DOI at a log-in, the API fails", "http://doi.org/10.5555/x", redirect(302, "/login?next=/x"), status(500), link.ContentDrift, "", true},
		{"a DOI whose page is gone", "http://doi.org/10.5555/x", status(404), replies(200, there), link.Dead, "", true},
		{"a DOI that opens", "http://doi.org/10.5555/x", page("Tide Tables", long), status(500), link.OK, "", true},
		{"a DOI that nobody knows", "http://doi.org/10.5555/x", status(404), replies(404, unknown), link.Dead, "", false},
		{"a DOI that only the API does not know", "http://doi.org/10.5555/x", status(403), replies(404, unknown), link.Dead, "", false},
		{"the API fails", "http://doi.org/10.5555/x", status(403), status(500), link.Blocked, "", true},
		{"the API talks nonsense", "http://doi.org/10.5555/x", status(403), replies(200, "<html>"), link.Blocked, "", true},
		{"the API and the page fail", "http://doi.org/10.5555/x", status(404), status(500), link.Dead, "", false},
		{"a short DOI", "http://doi.org/10/abc", status(403), replies(200, there), link.OK, "doi.org", true},
		{"no DOI", "http://doi.org/help", status(403), replies(200, there), link.Blocked, "", false},
		{"a handle", "http://hdl.handle.net/2027/mdp.1", status(403), replies(200, there), link.OK, "hdl.handle.net", true},
		{"arXiv", "http://arxiv.org/abs/2401.00001", status(429), replies(200, feed), link.OK, "arXiv", false},
		{"arXiv's empty feed", "http://arxiv.org/abs/2401.00001", status(403), replies(200, `<feed xmlns="http://www.w3.org/2005/Atom"></feed>`), link.Blocked, "", false},
		{"PubMed", "http://pubmed.ncbi.nlm.nih.gov/123/", status(403), replies(200, `{"result":{"uids":["123"],"123":{"uid":"123","title":"On Tides"}}}`), link.OK, "PubMed", false},
		{"PubMed does not know", "http://pubmed.ncbi.nlm.nih.gov/123/", status(403), replies(200, `{"result":{"uids":["123"],"123":{"uid":"123","error":"cannot get document summary"}}}`), link.Dead, "", false},
		{"a capture", "http://web.archive.org/web/20160303010203/http://a.example/x", status(503), replies(200, `{"archived_snapshots":{"closest":{"available":true,"status":"200","url":"http://web.archive.org/web/20160303010203/http://a.example/x"}}}`), link.OK, "the Wayback Machine", false},
		{"a capture, and an empty answer", "http://web.archive.org/web/20160303010203/http://a.example/x", status(503), replies(200, `{"archived_snapshots":{}}`), link.ServerError, "", false},
		{"Perma.cc", "http://perma.cc/AB12-CD34", status(403), replies(200, `{"guid":"AB12-CD34"}`), link.OK, "Perma.cc", false},
		{"Perma.cc does not know", "http://perma.cc/AB12-CD34", status(403), replies(404, `{"detail":"Not found."}`), link.Dead, "", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) { row.run(t) })
		})
	}
}

func (row vouching) run(t *testing.T) {
	t.Helper()
	const registry, publisher, api = "http://127.0.0.1:1024", "http://127.0.0.1:1025", "http://127.0.0.1:1026"
	site := publisher
	if row.resolve {
		site = registry
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(row.link, "http://"), "/")
	o := named(here(), map[string]string{host: site, "publisher.example": publisher})
	o.Services = link.Services{DOI: api, Handle: api, Arxiv: api, PubMed: api, Wayback: api, Perma: api}
	e, m := inMemory(t, o)
	m.serve(t, redirect(302, "http://publisher.example/x"))
	m.serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/login" {
			page("Log in", "<form><input type=password></form>")(w, r)
			return
		}
		row.page(w, r)
	}))
	m.serve(t, row.api)
	r := e.Check(t.Context(), []link.Request{{URL: row.link}}, nil)[0]
	if r.Verdict != row.want || r.VouchedBy != row.by {
		t.Errorf("%s (%s), vouched for by %q; want %s, %q", r.Verdict, r.Reason, r.VouchedBy, row.want, row.by)
	}
	if r.Reason == "" && r.Verdict != link.OK {
		t.Error("no reason")
	}
}
