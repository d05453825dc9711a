package archive

import (
	"strings"
	"testing"
)

// FuzzAnswers reads any bytes as the services' answers. What is taken for a
// copy has a time, and an address that can be asked for.
func FuzzAnswers(f *testing.F) {
	f.Add([]byte(`[["timestamp","original","statuscode","digest"],["20140302000000","http://a.example/","200","X"]]`))
	f.Add([]byte(`{"mementos":{"closest":{"datetime":"2015-03-01T00:00:00Z","uri":["https://arquivo.pt/wayback/20150301000000/http://a.example/"]}}}`))
	f.Add([]byte("https://web.archive.org/web/20140302000000id_/http:/a.example/x"))
	f.Fuzz(func(t *testing.T, body []byte) {
		rows, _ := readIndex(body)
		for _, r := range rows {
			if r.at.IsZero() || r.page == "" {
				t.Fatalf("%+v", r)
			}
		}
		all, _ := readMementos(body, "http://a.example/")
		for _, m := range all {
			if !isWeb(strings.ToLower(m.memory)) || Untrusted(hostname(m.memory)) {
				t.Fatalf("%+v", m)
			}
		}
		if page, at, ok := SplitCopy(string(body)); ok && (at.IsZero() || !isWeb(strings.ToLower(page))) {
			t.Fatalf("%q, %s", page, at)
		}
	})
}
