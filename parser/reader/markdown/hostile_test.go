package markdown_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/markdown"
)

// numbered repeats a format with the numbers from 0 on.
func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// TestHostile reads what takes quadratic time where it is read without care.
func TestHostile(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reads some megabytes")
	}
	indents := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
		}
		return b.String()
	}
	repeat := strings.Repeat
	for _, row := range []struct{ name, in string }{
		{"definitions", numbered("[^#]: a\n\n", 50_000)},
		{"definitions without blank lines", numbered("[^#]: *a _b\n", 50_000)},
		{"one label", repeat("[^a]: b\n\n", 50_000)},
		{"empty notes", repeat("[^a]:\n\n", 50_000)},
		{"notes in each other", repeat("[^a]: ", 20_000)},
		{"markers", numbered("a[^#] ", 50_000)},
		{"reference links", numbered("[a][#]\n\n[#]: http://a.example/#\n\n", 20_000)},
		{"reference definitions", repeat("[a]: b\n", 25_000)},
		{"inline notes", numbered("a^[b #] ", 20_000)},
		{"inline notes in each other", repeat("^[a ", 20_000) + repeat("]", 20_000)},
		{"side-notes", repeat(`a<span class="sidenote">b</span> `, 20_000)},
		{"side-notes without end", repeat(`a<span class="sidenote">b `, 20_000)},
		{"inline notes without end", repeat("a^[b ", 50_000)},
		{"open brackets", repeat("[", 100_000)},
		{"link targets without end", repeat("[a](", 50_000)},
		{"link targets in angles without end", repeat("[a](<b", 50_000)},
		{"pictures without end", repeat("![[a](", 30_000)},
		{"emphasis without end", repeat("*a_ ", 50_000)},
		{"emphasis in a numbered list", "1. a\n" + repeat("2. *a _b\n", 20_000)},
		{"emphasis below a paragraph", "a\n" + repeat("2. *a _b\n", 20_000)},
		{"quotations", repeat(">", 100_000)},
		{"quotations with spaces", repeat("> ", 50_000) + "a"},
		{"items in items on a line", repeat("- ", 50_000) + "a"},
		{"numbers in numbers on a line", repeat("1. ", 50_000) + "a"},
		{"items in items by indent", indents(700)},
		{"a table of empty cells", "|" + repeat("a|", 2000) + "\n|" + repeat("-|", 2000) + "\n" + repeat("|a\n", 5000)},
		{"tags without end", repeat("<a b=\"", 50_000)},
		{"templates without end", repeat("{% a ", 50_000)},
		{"code without end", repeat("`` ` ", 50_000)},
		{"front matter in front matter", "---\na: " + repeat("[", 30_000) + "\n---\n"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			read(t, row.in)
			// Generous, for slow machines and the race detector.
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%d bytes took %v", len(row.in), took)
			}
		})
	}
}

// TestGuardSparesHonest asks that a long article keeps what the guard is there
// to take away.
func TestGuardSparesHonest(t *testing.T) {
	t.Parallel()
	items := read(t, numbered("- *Salt* [^#] and _brine_\n", 1500))
	for i := range items.Blocks {
		if b := &items.Blocks[i]; len(b.Runs) != 5 || !b.Runs[0].Style.Has(document.Italic) {
			t.Fatalf("item %d of a long list without blank lines has lost its emphasis: %d runs", i, len(b.Runs))
		}
	}
	notes := read(t, numbered("[^#]: Salt and *brine*.\n", 10_000))
	if n := len(notes.Blocks); n != 10_000 || notes.Blocks[n-1].Label != "9999" || len(notes.Blocks[n-1].Runs) != 3 {
		t.Errorf("10,000 notes without blank lines between them are read as %d", n)
	}
	windows := read(t, numbered("Salt *#*.[^#]\r\n\r\n", 1500))
	if len(windows.Blocks) != 1500 || !windows.Blocks[1499].Runs[1].Style.Has(document.Italic) {
		t.Error("paragraphs that end in CRLF are taken for one")
	}
	long := read(t, "[a](http://a.example/?q="+strings.Repeat("x", 5000)+")")
	if len(long.Blocks[0].Runs) != 1 || long.Blocks[0].Runs[0].Href.Text().Len() < 5000 {
		t.Error("a long address is no link")
	}
	deep := read(t, strings.Repeat("> ", 20)+"a[^1]")
	if deep.Blocks[0].Kind != document.Quote || deep.Blocks[0].Runs[0].Text.String != "a" {
		t.Error("a quotation twenty deep is none")
	}
}

func BenchmarkRead(b *testing.B) {
	data := []byte(numbered("Salt was *weighed* in #, and [taxed](http://a.example/#) the year after.[^#] Brine was not.^[But see #.]\n\n[^#]: Mara Ellingsworth, *Tide Tables* (London: Harrow, 2004), #. <http://a.example/b/#>\n\n", 4000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := markdown.Read(b.Context(), data, reader.Hint{}); err != nil {
			b.Fatal(err)
		}
	}
}
