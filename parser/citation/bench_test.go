package citation_test

import (
	"fmt"
	"strings"
	"testing"

	"ibid/parser/citation"
)

// BenchmarkParse reads articles of about 500 bytes a note; time should grow as
// the notes do.
func BenchmarkParse(b *testing.B) {
	for _, notes := range []int{500, 1000, 2000} {
		b.Run(fmt.Sprint(notes), func(b *testing.B) {
			list := make([]string, notes)
			for i := range list {
				list[i] = long(i)
			}
			b.SetBytes(int64(len(strings.Join(list, "\n"))))
			a := articleOf(list...)
			for b.Loop() {
				citation.Parse(a)
			}
		})
	}
}

// BenchmarkOneNote reads one note that is a whole article long.
func BenchmarkOneNote(b *testing.B) {
	for _, n := range []int{1, 2, 4} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := strings.Repeat("see https://example.org/a/b (and “c”); ", 2000*n)
			a := articleOf(s)
			for b.Loop() {
				citation.Parse(a)
			}
		})
	}
}

func long(i int) string {
	switch i % 4 {
	case 0:
		return "Ibid., p. 12. " + strings.Repeat("The tide came in and the keeper wrote it down. ", 10)
	case 1:
		return strings.Repeat(fmt.Sprintf("Nora Whitcombe, The Lantern Keepers (Bristol: Mere Press, 1998), %d; ", i), 7)
	case 2:
		return strings.Repeat("See “Salt and Sail,” Coasts 12 (2001), https://example.org/a/b_(c).html. ", 7)
	}
	return strings.Repeat("Whitcombe, Lantern Keepers, 88; Brookmann, a.a.O., S. 52. ", 8)
}

// BenchmarkOneAuthor reads notes that cite an author by surname, title and year, each
// another work of his.
func BenchmarkOneAuthor(b *testing.B) {
	const works = 2000
	notes := make([]string, works)
	for i := range notes {
		notes[i] = "Moor, Salz" + strings.Repeat("a", i%40+1) + strings.Repeat("b", i/40+1) + " und Sole 2015, S. 12."
	}
	for b.Loop() {
		citation.Parse(articleOf(notes...))
	}
}
