package archive

import "testing"

func TestSplitCopy(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ address, page, at string }{
		{"https://web.archive.org/web/20140302000000/http://a.example/x", "http://a.example/x", "2014-03-02"},
		{"https://web.archive.org/web/20140302000000id_/http:/a.example/x", "http://a.example/x", "2014-03-02"},
		{"https://web.archive.org/web/2014/HTTPS:/a.example/x", "HTTPS://a.example/x", "2014-01-01"},
		{"https://web.archive.org/web/201403/a.example/x", "http://a.example/x", "2014-03-01"},
		{"https://web.archive.org/web/2014/httpbin.example", "http://httpbin.example", "2014-01-01"},
		{"https://web.archive.org/web/0001/http://a.example/", "", ""},
		{"https://a.example/news/20141/story.html", "", ""},
		{"https://a.example/2014", "", ""},
	} {
		page, at, ok := SplitCopy(c.address)
		if ok != (c.page != "") || page != c.page || ok && at.Format("2006-01-02") != c.at {
			t.Errorf("%s: got %q, %s, %v; want %q, %s", c.address, page, at, ok, c.page, c.at)
		}
	}
}
