package cache

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/checker/link"
)

// FuzzDecode reads any bytes as an answer. What is taken for one can be stored,
// and read again as the same.
func FuzzDecode(f *testing.F) {
	for _, a := range []link.Answer{good(), failure(link.Dead, 404), failure(link.Timeout, 0)} {
		body, err := encode(a)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	f.Add([]byte(`{"verdict":"ok","checked_at":"2026-05-04T12:00:00Z"}`))
	f.Add([]byte(`{"verdict":"dead","checked_at":"2026-05-04T12:00:00+99:99","page":{"header":{"\n":""}},"redirects":[{}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		e, err := decode(body)
		if err != nil {
			return
		}
		a := e.answer()
		if link.Lifetime(a.Result) == 0 || link.JudgedByPage(a.Result.Verdict) && a.Result.Page == nil {
			t.Fatalf("no answer is like that: %+v", a)
		}
		again, err := encode(a)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(again, []byte("\n")) {
			t.Fatalf("a line break in %q", again)
		}
		b, err := decode(again)
		if err != nil {
			t.Fatalf("%v: %q", err, again)
		}
		if diff := cmp.Diff(a, b.answer()); diff != "" {
			t.Fatalf("(-first +second):\n%s", diff)
		}
	})
}

// FuzzRecords puts a record behind any bytes, and cuts it off any record: it is
// found behind all, with what was found before it.
func FuzzRecords(f *testing.F) {
	d, _ := digestOf(key(1))
	record, err := newRecord(d, []byte(`{"verdict":"dead"}`))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(record)
	f.Add(record[:30])
	f.Add(append(record[:len(record)-1:len(record)-1], record...))
	f.Add([]byte(magic))
	f.Add([]byte(magic + magic + "0 0 0\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		read := func(data []byte) (list []string) {
			torn := 0
			for r := range records(data, &torn) {
				if !bytes.Equal(data[r.at:r.at+len(r.body)], r.body) {
					t.Fatalf("a record is not where it is said to be, at %d", r.at)
				}
				list = append(list, r.key.String()+string(r.body))
			}
			return list
		}
		before, after := read(data), read(append(bytes.Clone(data), record...))
		if n := len(after); n == 0 || after[n-1] != key(1)+`{"verdict":"dead"}` {
			t.Fatalf("of %q behind %q nothing is read", record, data)
		}
		if n := len(after) - 1; n > len(before) || !slices.Equal(before[:n], after[:n]) || n < len(before)-1 {
			t.Fatalf("%q before, %q after", before, after)
		}
	})
}
