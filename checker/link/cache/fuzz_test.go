package cache

import (
	"fmt"
	"hash/crc32"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/checker/link"
)

// FuzzDecode reads any bytes, once as they are and once behind a check sum that
// fits. What is taken for an answer can be stored, and read again as the same.
func FuzzDecode(f *testing.F) {
	for _, a := range []link.Answer{good(), failure(link.Dead, 404), failure(link.Timeout, 0)} {
		content, err := encode(key(1), a)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
		f.Add(content[len(magic)+9:])
	}
	f.Add([]byte(`{"verdict":"ok","checked_at":"2026-05-04T12:00:00Z"}`))
	f.Add([]byte(`{"verdict":"dead","checked_at":"2026-05-04T12:00:00+99:99","page":{"header":{"\n":""}},"redirects":[{}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, content := range [][]byte{body, fmt.Appendf(nil, "%s%08x\n%s", magic, crc32.ChecksumIEEE(body), body)} {
			a, err := decode(key(1), content)
			if err != nil {
				continue
			}
			if link.Lifetime(a.Result) == 0 || link.JudgedByPage(a.Result.Verdict) && a.Result.Page == nil {
				t.Fatalf("no answer is like that: %+v", a)
			}
			again, err := encode(key(1), a)
			if err != nil {
				return // larger when written by the book
			}
			b, err := decode(key(1), again)
			if err != nil {
				t.Fatalf("%v: %q", err, again)
			}
			if diff := cmp.Diff(a, b); diff != "" {
				t.Fatalf("(-first +second):\n%s", diff)
			}
		}
	})
}
