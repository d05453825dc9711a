package backref

import (
	"strconv"
	"testing"
	"time"

	"ibid/parser/article"
)

// long is an article of n notes: one in four cites a new work, the others lean
// on one of many; names and words repeat as they do in a thesis.
func long(n int) *article.Article {
	a := &article.Article{}
	for i := range n {
		var c article.Citation
		name, title := "Author"+strconv.Itoa(i/4%500), "Annals of the Estuary Volume "+strconv.Itoa(i/4)
		switch i % 4 {
		case 0:
			c = book("Ida", name, title, 1900+i%100)
		case 1:
			c = ibid()
		case 2:
			c = named(name, "Annals of the Estuary")
		case 3:
			c = supra(name, title, strconv.Itoa(i))
		}
		a.Notes = append(a.Notes, article.Note{Number: strconv.Itoa(i + 1), Citations: []article.Citation{c}})
	}
	return a
}

// BenchmarkResolve grows the article; time per note must not grow with it.
func BenchmarkResolve(b *testing.B) {
	for _, n := range []int{2500, 5000, 10000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				a := long(n)
				b.StartTimer()
				Resolve(a)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/note")
		})
	}
}

// TestHostile resolves articles made to be slow within a time that only a
// quadratic walk would need.
func TestHostile(t *testing.T) {
	t.Parallel()
	const n = 10000
	ledger := book("Ida", "Marlowe", "The Heron Ledger", 1998)
	repeat := func(first, then article.Citation) [][]article.Citation {
		notes := [][]article.Citation{cs(ledger), cs(first)}
		for len(notes) < n {
			notes = append(notes, cs(then))
		}
		return notes
	}
	one := cs(ledger)
	for len(one) < n {
		one = append(one, ibid())
	}
	forward := make([][]article.Citation, n)
	for i := range forward {
		forward[i] = cs(see(strconv.Itoa(i + 2)))
	}
	for _, test := range []struct {
		name  string
		notes [][]article.Citation
		last  string
	}{
		{"a chain of ibid", repeat(ledger, ibid()), "ibid → 2#0"},
		{"a chain of cross-references", repeat(ledger, see("2")), "crossref → 2#0"},
		{"one work in short", repeat(ledger, supra("Marlowe", "", "1")), "short → 1#0"},
		{"op. cit. of nobody", repeat(ledger, opCit("", article.AnyWork)), "short → 1#0"},
		{"misspelt names", repeat(ledger, named("Marlowa", "Heron Ledger")), "short → 1#0"},
		{"unknown names", repeat(ledger, named("Nobody", "Nothing at All")), "short → nothing"},
		{"one work in full", repeat(ledger, ledger), "full"},
		{"all forward", forward, "crossref → nothing"},
		{"all in one note", [][]article.Citation{one, cs(ibid())}, "ibid → 1#0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			a := built(test.notes...)
			if d := time.Since(start); d > 3*time.Second {
				t.Errorf("took %v", d)
			}
			if got := pointing(a, len(a.Notes), 0); got != test.last {
				t.Errorf("got %s, want %s", got, test.last)
			}
		})
	}
}
