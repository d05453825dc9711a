package html

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestTagName compares names of tags with those that the tokenizer gives.
func TestTagName(t *testing.T) {
	t.Parallel()
	for _, tag := range []string{
		"<p>", "</p>", "<P>", "<br/>", "<br />", "<a\thref=x>", "<a\nhref=x>", "<a\fid=b>", "<IMG src=x>", "</H1 >", "<custom-Tag>", "<a/b>", "<xÉ>",
	} {
		z := html.NewTokenizer(strings.NewReader(tag))
		z.Next()
		if want, _ := z.TagName(); tagName(tag) != string(want) {
			t.Errorf("tagName(%q) = %q, want %q", tag, tagName(tag), want)
		}
	}
}
