package html_test

import (
	"fmt"
	"strings"
	"testing"

	"ibid/parser/reader"
	"ibid/parser/reader/html"
)

// BenchmarkRead reads an article with a linked note in every paragraph, as
// blogs write it.
func BenchmarkRead(b *testing.B) {
	var body, notes strings.Builder
	for i := 1; i <= 3000; i++ {
		fmt.Fprintf(&body, `<div class="paragraph"><p style="text-align:left;">The road went over the hill &amp; down to the old <em>harbour</em>,<sup id="fnref%[1]d"><a href="#fn%[1]d" class="footnote-ref">%[1]d</a></sup> `+
			"where\nthe boats lay in the <a href=\"https://example.org/mud?a=1&amp;b=2\">mud</a> until the tide came&nbsp;back. It was made for\nsalt, and for as long as there was salt to carry it was mended every spring.</p></div>\n", i)
		fmt.Fprintf(&notes, `<li id="fn%[1]d"><p>Ada Roads, <i>Salt &#8211; a History</i>, London 1900, p. %[1]d. <a href="#fnref%[1]d">↩</a></p></li>`+"\n", i)
	}
	data := []byte(`<!DOCTYPE html><html lang="en"><head><title>The Salt Road</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>The Salt Road</h1>` +
		body.String() + "<ol>" + notes.String() + "</ol></article><footer>All of it.</footer></body></html>")
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := html.Read(b.Context(), data, reader.Hint{}); err != nil {
			b.Fatal(err)
		}
	}
}
