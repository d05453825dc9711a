package cache

import (
	"fmt"
	"testing"

	"ibid/checker/link"
)

// BenchmarkLoad reads 1,000 answers, as the check of a large folder does.
func BenchmarkLoad(b *testing.B) {
	s := New(b.TempDir(), clock(0))
	for i := range 1000 {
		s.Save(key(i), good())
	}
	for b.Loop() {
		for i := range 1000 {
			if _, ok := s.Load(key(i)); !ok {
				b.Fatal("an answer is gone")
			}
		}
	}
}

// withAll keeps an answer for every link that it is asked for.
type withAll struct{ *Store }

// Load is what is kept; where nothing is, something is first.
func (f withAll) Load(key string) (link.Answer, bool) {
	a, ok := f.Store.Load(key)
	if !ok {
		f.Save(key, good())
		a, ok = f.Store.Load(key)
	}
	return a, ok
}

// BenchmarkWarm checks 10,000 links whose answers are all kept: under a second.
func BenchmarkWarm(b *testing.B) {
	s := New(b.TempDir(), clock(0))
	var requests []link.Request
	for i := range 10000 {
		requests = append(requests, link.Request{URL: fmt.Sprintf("http://h%d.example/%d", i%100, i), Titles: []string{"Tide Tables"}})
	}
	engine, err := link.New(link.Options{Cache: withAll{s}, Now: clock(0), Proxy: link.NoProxy})
	if err != nil {
		b.Fatal(err)
	}
	defer engine.Close()
	engine.Check(b.Context(), requests, nil)
	for b.Loop() {
		for _, r := range engine.Check(b.Context(), requests, nil) {
			if !r.Cached {
				b.Fatalf("%s was opened", r.URL)
			}
		}
	}
}
