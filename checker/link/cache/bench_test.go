package cache

import "testing"

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
