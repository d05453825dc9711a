package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"ibid/parser/reader"
	"ibid/parser/reader/pdf"
)

// TestHostile reads files that were made to do harm. Each comes to an end; the
// package's time limit is the test.
func TestHostile(t *testing.T) {
	t.Parallel()
	const many = 200_000
	catalog := "<</Type/Catalog/Pages 2 0 R>>"
	page := "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>"
	pages := "<</Type/Pages/Count 1/Kids[3 0 R]>>"
	for name, data := range map[string][]byte{
		"a tree of pages that holds itself": assembled([]string{catalog, "<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]>>", "<</Kids[2 0 R 3 0 R]>>"}, ""),
		"a form that draws itself": assembled([]string{
			catalog, pages, page, "<<>>stream\n/X Do\nendstream", "<<>>",
			"<</Subtype/Form/Resources<</XObject<</X 6 0 R>>>>>>stream\n/X Do /X Do /X Do\nendstream",
		}, ""),
		"a length that is itself":       assembled([]string{catalog, pages, page, "<</Length 4 0 R>>stream\nBT ET\nendstream"}, ""),
		"arrays in arrays":              []byte("%PDF-1.4\n1 0 obj" + strings.Repeat("[", many)),
		"dictionaries in dictionaries":  []byte("%PDF-1.4\n" + strings.Repeat("1 0 obj<</A", many)),
		"streams without an end":        []byte("%PDF-1.4\n" + strings.Repeat("1 0 obj<<>>stream\n", many)),
		"trailers without an end":       []byte("%PDF-1.4\n1 0 obj<<>>endobj" + strings.Repeat("trailer<</A", many)),
		"a table of a million million":  []byte("%PDF-1.4\nxref\n0 999999999999\n0000000000 00000 n \ntrailer<<>>startxref\n9\n%%EOF"),
		"a chain of tables in a circle": []byte("%PDF-1.4\nxref\n0 0\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"),
		"a font of a million widths":    assembled([]string{catalog, pages, page, "<<>>stream\nBT /F1 9 Tf (a) Tj ET\nendstream", "<</Subtype/Type0/DescendantFonts[<</W[0 999999999 500 1 2000000000 5]>>]>>"}, ""),
		"letters everywhere":            file(drawn(strings.Repeat("BT /F1 9 Tf 9 9 Td (a) Tj ET ", many))),
		"letters on a hundred sizes":    file(drawn(sized(20_000))),
		"states without an end":         file(drawn(strings.Repeat("q ", many) + strings.Repeat("/A BMC ", many))),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := pdf.Read(t.Context(), data, reader.Hint{})
			if err == nil {
				holds(t, d)
			}
		})
	}
}

func drawn(content string) *sheet {
	s := new(sheet)
	s.b.WriteString(content)
	return s
}

// sized are letters of many sizes close to each other.
func sized(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "BT /F1 %d Tf %d %d Td (1) Tj ET ", 4+i%100, i%380, 300+i%7)
	}
	return b.String()
}

// BenchmarkRead reads a file of 20 full pages; the custom metric is pages a second.
func BenchmarkRead(b *testing.B) {
	sheets := make([]*sheet, 0, 20)
	for i := range 20 {
		s := text(new(sheet), 550, 25, fmt.Sprintf("Boats%d", i)).line(50, 200, 11, fmt.Sprintf("It was cold.^%d^", i+1))
		sheets = append(sheets, s.lines(50, 120, 9, fmt.Sprintf("^%d^ Ivo Kernow, Piles (Ulm: Stein, 1998), 40, with a title so long", i+1), "that it runs on.", "And on."))
	}
	data := file(sheets...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pdf.Read(b.Context(), data, reader.Hint{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(20*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}
