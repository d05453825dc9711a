package link_test

import (
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"ibid/checker/link"
)

// TestFragmentsTogether opens a page once and judges each place in it.
func TestFragmentsTogether(t *testing.T) {
	t.Parallel()
	var gets atomic.Int32
	mux := http.NewServeMux()
	mux.HandleFunc("/x", func(w http.ResponseWriter, r *http.Request) {
		gets.Add(1)
		page("Tide Tables", `<h2 id="looms">Looms</h2>`+essay)(w, r)
	})
	mux.HandleFunc("/moved", redirect(301, "/x"))
	mux.HandleFunc("/gone", status(404))
	mux.HandleFunc("/slow", trickle("text/html", 200<<10))
	server := httptest.NewServer(mux)
	defer server.Close()
	rows := []struct {
		address string
		want    link.Verdict
		fault   bool
	}{
		{"/x", link.OK, false},
		{"/x#looms", link.OK, false},
		{"/x#loms", link.OK, true},
		{"/x#:~:text=lit%20at%20dusk", link.OK, false},
		{"/x#:~:text=lit%20at%20noon", link.OK, true},
		{"/moved#loms", link.Redirected, true},
		{"/gone#loms", link.Dead, false},
		{"/slow#loms", link.OK, false}, // it was not read to its end
	}
	var requests []link.Request
	for _, row := range rows {
		requests = append(requests, link.Request{URL: server.URL + row.address})
	}
	for i, r := range newEngine(t, quick()).Check(t.Context(), requests, nil) {
		if r.Verdict != rows[i].want || (r.FragmentFault != "") != rows[i].fault {
			t.Errorf("%s: %s, fault %q; want %s, a fault: %v", rows[i].address, r.Verdict, r.FragmentFault, rows[i].want, rows[i].fault)
		}
	}
	if n := gets.Load(); n != 2 {
		t.Errorf("%d GETs, want one for the page and one for what leads there", n)
	}
}
