package link

import (
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRoomAgain reads pages one after the other in one room: what one leaves open
// is nothing to the next.
func TestRoomAgain(t *testing.T) {
	t.Parallel()
	bodies := []string{
		`<title>Tides</title><nav>Menu<main><h1>Tides<p id="a">The tide came in`,
		`<title>Rain</title><p>It rained.<script>document.write("<p>`,
		`<title>Wind</title><textarea><p>not text`,
		`<title>Wells</title><p hidden>nobody sees it<h2 id="b">Wells</h2><p>Deep wells.`,
		`<title>Ice`,
		`<p>All of it is text.`,
	}
	header := http.Header{"Content-Type": {"Text/HTML; charset=utf-8"}}
	var m room
	for _, body := range bodies {
		alone, after := &Page{Status: http.StatusOK}, &Page{Status: http.StatusOK}
		readPage(alone, []byte(body), header, nil)
		m.readPage(after, []byte(body), header, nil)
		if diff := cmp.Diff(alone, after); diff != "" || after.ContentType != "text/html" {
			t.Errorf("%s: read as %s after others (-alone +after):\n%s", body, after.ContentType, diff)
		}
	}
}
