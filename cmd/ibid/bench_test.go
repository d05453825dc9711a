package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkCheck times the whole offline check of an article of 1 MB with
// 2,000 notes, and of articles twice and four times that size: time per byte
// should stay the same.
func BenchmarkCheck(b *testing.B) {
	for _, times := range []int{1, 2, 4} {
		b.Run(fmt.Sprintf("%dx", times), func(b *testing.B) {
			text := longArticle(2000 * times)
			path := filepath.Join(b.TempDir(), "long.md")
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				b.Fatal(err)
			}
			s := streams{in: strings.NewReader(""), out: io.Discard, err: io.Discard, getenv: func(string) string { return "" }}
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if status := execute(b.Context(), s, []string{"check", "--offline", "--format", "json", path}); status > exitFindings {
					b.Fatalf("exit status %d", status)
				}
			}
		})
	}
}

// longArticle is an article with n notes and some 500 bytes for each: full
// citations, short forms that point far back, and Ibid.s.
func longArticle(n int) string {
	var body, notes strings.Builder
	body.WriteString("# The long coast\n\n")
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&body, "In the year of the %dth survey the keepers counted their lamps again, found some of them dark and others tended by hands that nobody had hired, and wrote to the board about both. The board thanked them, as it did each year, filed the count with the others, and asked whether the oil of the winter before had been paid for and by whom; nobody could say, and nobody was asked again before the spring.[^%d] ", i, i)
		if i%7 == 0 {
			body.WriteString("\n\n")
		}
		switch i % 4 {
		case 1:
			fmt.Fprintf(&notes, "[^%d]: Mara Keeper%d, *The Lamps of Harbor %d: A History of the Signal Service* (Port Ellery: Breakwater Press, %d), %d. http://lamps%d.example/harbor/%d.\n", i, i, i, 1950+i%70, i%300+1, i%50, i)
		case 2:
			fmt.Fprintf(&notes, "[^%d]: Ibid., %d.\n", i, i%300+1)
		case 3:
			fmt.Fprintf(&notes, "[^%d]: Tobias Reyes%d, “Signals of the %dth Night,” *Journal of Coastal Studies* %d, no. 2 (%d): %d–%d; see also Keeper%d, *Lamps of Harbor %d*, %d.\n",
				i, i, i, i%40+1, 1950+i%70, i%300+1, i%300+9, i-2, i-2, i%200+1)
		case 0:
			back := 1 + 4*(i/8)
			fmt.Fprintf(&notes, "[^%d]: Keeper%d, *Lamps of Harbor %d*, %d.\n", i, back, back, i%300+1)
		}
	}
	return body.String() + "\n\n" + notes.String()
}
