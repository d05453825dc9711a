package link

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
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

// TestTagName compares names of tags with those that the tokenizer gives.
func TestTagName(t *testing.T) {
	t.Parallel()
	for _, tag := range []string{
		"<p>", "</p>", "<P>", "<br/>", "<br />", "<a\thref=x>", "<a\nhref=x>", "<a\fid=b>", "<IMG src=x>", "</H1 >", "<custom-Tag>", "<p\x00q>", "<é>x", "<a/b>", "<x y", "<xÉ>",
	} {
		a, b := html.NewTokenizer(strings.NewReader(tag)), html.NewTokenizer(strings.NewReader(tag))
		kind := a.Next()
		b.Next()
		if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken {
			continue // it is none
		}
		want, _ := a.TagName()
		if got := tagName(b); got != string(want) {
			t.Errorf("tagName(%q) = %q, want %q", tag, got, want)
		}
	}
}
