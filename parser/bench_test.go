package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"ibid/parser"
)

// BenchmarkNotes reads and resolves articles of notes in many manners, all
// different; time per note must not grow with their number.
//
//	go test ./parser -run '^$' -bench Notes
func BenchmarkNotes(b *testing.B) {
	for _, n := range []int{2500, 5000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			text := manyNotes(n)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				a, err := parser.Parse(b.Context(), strings.NewReader(text), parser.Options{Name: "notes.md"})
				if err != nil || len(a.Notes) != n {
					b.Fatalf("%d notes of %d, error %v", len(a.Notes), n, err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/note")
		})
	}
}

// manyNotes is an article in Markdown with n notes.
func manyNotes(n int) string {
	manners := []string{
		"%[1]s, *The Lamps of %[3]s: A History of the Signal Service* (%[3]s: Breakwater Press, %[4]d), %[5]d–%[6]d.",
		"Ibid., %[5]d.",
		"%[1]s, “Signals of the Long Night in %[3]s,” *Journal of Coastal Studies* %[7]d, no. 2 (%[4]d): %[5]d–%[6]d, https://journal%[7]d.example/%[5]d.",
		"%[2]s, *Lamps of %[3]s*, %[5]d.",
		"See %[1]s, “Oil and Wages in %[3]s,” in *Work at the Edge*, ed. Ada Poole and Tom Hale (London: Pier, %[4]d), %[5]d; but see %[2]s, *Lamps*, %[6]d.",
		"Ebd., S. %[5]d f.",
		"%[2]s, Handwerk und Salz in %[3]s, Ulm %[4]d, S. %[5]d ff.; anders aber *%[1]s*, in: ders. (Hrsg.), Festschrift Stein, %[4]d, S. %[6]d.",
		"The keepers of %[3]s disagreed about the oil, and nobody asked them again before the spring of that year.",
		"%[1]s (%[4]d) Tolls and tides in %[3]s. *Island Review* %[7]d(3): %[5]d–%[6]d. doi:10.5555/ir.%[4]d.%[5]d",
		"%[2]s, supra note %[8]d, at %[5]d.",
		"*%[2]s v. %[3]s Harbor Board*, %[5]d U.S. %[6]d, %[7]d (%[4]d).",
		"“Lamps Dark Again at %[3]s,” *Northern Courier*, March %[7]d, %[4]d, https://courier.example/%[4]d/%[5]d (accessed May 2, 2021).",
		"%[2]s, op. cit., p. %[5]d. On the wages of the keepers see also the letters of the board, vol. %[7]d.",
		"Cf. %[1]s, Le phare et ses gens à %[3]s, Paris, Quai, %[4]d, p. %[5]d-%[6]d.",
	}
	given := []string{"Mara", "Ivo", "Ada", "Tobias", "Nora", "Karl", "Ines", "Ruth", "Otto", "Lena", "Jan"}
	family := []string{"Ellings", "Kern", "Whit", "Brook", "Pen", "Marl", "Vanh", "Reyes", "Dahl", "Quill", "Moor", "Sund", "Holm"}
	ending := []string{"worth", "comb", "mann", "hallow", "owe", "al", "strand", "er", "by", "wick", "stad", "sen", "ton", "field", "ley", "gren", "hurst"}
	places := []string{"Harbor", "Port Ellery", "Ulm", "Bristol", "Hull", "Kelpness", "Sandwick"}
	var body, notes strings.Builder
	body.WriteString("# The long coast\n\n")
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&body, "In the year of the %dth survey the keepers counted their lamps again and found some of them dark.[^%d] ", i, i)
		if i%7 == 0 {
			body.WriteString("\n\n")
		}
		// Short forms lean on authors of the notes before them.
		k := i / len(manners)
		name := family[k%len(family)] + ending[k%len(ending)]
		note := fmt.Sprintf(manners[i%len(manners)], given[k%len(given)]+" "+name, name, places[k%len(places)], 1900+k%120, i%300+1, i%300+9, i%28+1, max(1, i-7))
		if at := strings.Index(note, "%!(EXTRA"); at >= 0 {
			note = note[:at]
		}
		fmt.Fprintf(&notes, "[^%d]: %s\n", i, note)
	}
	return body.String() + "\n\n" + notes.String()
}
