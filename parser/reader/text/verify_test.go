package text_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/text"
)

// verify says what is wrong with a Document's places, or "". Every character
// of a run stands in the source as it is; only a line break may also be
// another one, with signs of a quotation behind it.
func verify(doc *document.Document) string {
	last := 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Span.Start < last || len(b.Runs) == 0 {
			return fmt.Sprintf("block %d at %v with %d runs, after %d", i, b.Span, len(b.Runs), last)
		}
		last = b.Span.Start
		for _, r := range b.Runs {
			span := r.Text.All()
			if span.Start < last || span.End <= span.Start || !b.Span.Contains(span) {
				return fmt.Sprintf("block %d at %v, run %q at %v, after %d", i, b.Span, r.Text.String, span, last)
			}
			last = span.End
			if doc.Source.Cut(span) == r.Text.String {
				continue
			}
			for k, size := 0, 0; k < r.Text.Len(); k += size {
				_, size = utf8.DecodeRuneInString(r.Text.String[k:])
				shown, cut := r.Text.String[k:k+size], doc.Source.Cut(r.Text.Span(k, k+size))
				if shown != cut && (shown != "\n" || strings.Trim(cut, "\r\n\f> \t") != "" || strings.Trim(cut, "> \t") == "") {
					return fmt.Sprintf("block %d: %q is %q in the source", i, shown, cut)
				}
			}
		}
	}
	return ""
}

// TestHostile reads what takes minutes if any step looks at the same text
// again and again, and takes seconds in all if none does.
func TestHostile(t *testing.T) {
	t.Parallel()
	const n = 100_000
	spaces := strings.Repeat(" ", 10*n)
	inputs := map[string]string{
		"brackets":                  strings.Repeat("[", 10*n),
		"lines of brackets":         strings.Repeat("[\n", n),
		"lines of labels":           strings.Repeat("[1] a\n", n),
		"lines of rising labels":    strings.Repeat("1. a\n2. b\n3. c\n", n),
		"digits":                    strings.Repeat("1", 10*n),
		"lines of digits":           strings.Repeat("1234567890\n", n),
		"underscores":               strings.Repeat("_a ", 10*n),
		"pairs of underscores":      strings.Repeat("_a_ ", 10*n),
		"one line":                  strings.Repeat("Salt and sand. ", n),
		"one paragraph":             strings.Repeat("a,\n", 5*n),
		"lines as long as wrapped":  strings.Repeat("The road went over the hill and down to the harbour,\n", n),
		"an indented first line":    spaces + "• a\n" + strings.Repeat(" b\n", n) + strings.Repeat("The road went over the hill and down to the harbour,\n", n),
		"a label after many spaces": spaces + "5. a\n" + strings.Repeat("The road went over the hill and down to the harbour,\n9. b\n", n),
		"short lines":               strings.Repeat("a\n\n", 3*n),
		"list items":                strings.Repeat("• a\n", 3*n),
		"menus and then text":       strings.Repeat("• a\nb\n", n) + long,
		"headings of comments":      long + strings.Repeat("\n\n2 Comments", n),
		"quotations in quotations":  strings.Repeat(">", 10*n),
		"steps of quotations":       strings.Repeat("> a\n>> b\n", n),
		"rules":                     strings.Repeat("a\n---\n", n),
		"form feeds":                strings.Repeat("\f", 10*n),
		"carriage returns":          strings.Repeat("\r", 10*n),
		"a header of an e-mail":     "From: " + strings.Repeat("(", 10*n) + "\nSubject: a\n\na",
		"lines of a header":         "From: a\nSubject: a\n" + strings.Repeat("A: b\n", n) + "\na",
		"dates and bylines":         strings.Repeat("By Ada 1 May 1921\n\n", n),
		"bytes of no encoding":      strings.Repeat("\xff\xfe\xfd salt\n", n),
		"changing encodings":        "\xef\xbb\xbf" + strings.Repeat("\xffaé", 2*n),
	}
	for name, src := range inputs {
		before := time.Now()
		if _, err := text.Read(t.Context(), []byte(src), reader.Hint{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if d := time.Since(before); d > 20*time.Second {
			t.Errorf("%s: %v for %d bytes", name, d, len(src))
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "Salt.[1]\n\n[1] Brine,\n    p. 3.\n", "Title\nBy A. Writer\n\n_Salt_ and *brine*", "\r\n\t\r1. a\r", "Gr\xf6\xdfe\x00", wrappedSeed,
		"> a\n>> b\n> > c\n>\nd", "a\n---\nb\f\f_c_\n\n===", "From: a <b>\nSubject: =?utf-8?q?=C3?=\n\n• c\n• d\n• e\n", "\ufeff\u200b\n\u2028a\u0085", "\xff\xfea\x00\n\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := text.Read(t.Context(), data, reader.Hint{})
		if err != nil {
			return
		}
		if problem := verify(doc); problem != "" {
			t.Fatal(problem)
		}
		src := doc.Source.Text("")
		if strings.ContainsAny(src, "\r\x00") || strings.HasPrefix(src, "\ufeff") {
			return
		}
		want := blocks(t, src)
		if got := blocks(t, strings.ReplaceAll(src, "\n", "\r\n")); !cmp.Equal(want, got) {
			t.Errorf("with CRLF (-LF +CRLF):\n%s", cmp.Diff(want, got))
		}
	})
}

// wrappedSeed is wrapped text with notes.
const wrappedSeed = "The road went over the hill and down to the harbour, says Ada,\nand back.[1]\n1. a\n2. b\n   c.\n     D\n"

// blocks are those of a text, without their places.
func blocks(t *testing.T, src string) []string {
	t.Helper()
	doc, err := text.Read(t.Context(), []byte(src), reader.Hint{ContentType: "text/plain; charset=utf-8"})
	if err != nil {
		return nil
	}
	return append(outline(doc), fmt.Sprint(doc.Meta))
}

// BenchmarkRead reads an article of wrapped paragraphs, a tenth of it notes.
func BenchmarkRead(b *testing.B) {
	const wrapped = "The road went over the hill and down to the old harbour,[12] where\nthe boats lay in the _mud_ until the tide came back. It was made for\n" +
		"salt, and for as long as there was “salt” to carry it was mended every\nspring by those who lived beside it.\n\n"
	var src strings.Builder
	for i := range 5000 {
		src.WriteString(wrapped)
		if i%10 == 0 {
			fmt.Fprintf(&src, "[%d] Ada Roads, _Salt_, London 1900, p. 3,\n    https://example.org/salt.\n", i/10+1)
		}
	}
	data := []byte(src.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := text.Read(b.Context(), data, reader.Hint{}); err != nil {
			b.Fatal(err)
		}
	}
}
