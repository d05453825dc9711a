package link

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// BenchmarkReadPage reads a short page, an article and a long page with menus,
// and judges them.
func BenchmarkReadPage(b *testing.B) {
	para := "<p class=\"text\" id=\"p%d\">The lamp at the point was lit at dusk and put out at dawn, and <a href=\"/n\">somebody</a> wrote down both, night by night, with the oil used and the ships seen.</p>\n"
	article := func(n int) string {
		var s strings.Builder
		s.WriteString("<html lang=en><head><title>Tide Tables – Harbor Courier</title><link rel=canonical href=/x></head><body><nav>" + strings.Repeat("<a href=/s>Section</a> ", 40) + "</nav><h1>Tide Tables</h1>")
		for i := range n {
			fmt.Fprintf(&s, para, i)
		}
		s.WriteString("<footer>Harbor Courier</footer></body></html>")
		return s.String()
	}
	u, _ := parse("https://harbor.example/x")
	for _, n := range []int{1, 40, 1000} {
		body := []byte(article(n))
		b.Run(fmt.Sprintf("%dKB", len(body)>>10), func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				p := &Page{URL: "https://harbor.example/x", Status: http.StatusOK, Length: len(body)}
				readPage(p, body, http.Header{"Content-Type": {"text/html; charset=utf-8"}}, nil)
				if r := judgeAnswer(&task{first: u, at: u, titles: []string{"Tide Tables"}}, p); r.Verdict != OK {
					b.Fatal(r.Reason)
				}
			}
		})
	}
}
