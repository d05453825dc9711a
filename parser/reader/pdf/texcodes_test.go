package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"ibid/parser/reader"
	"ibid/parser/reader/pdf"
)

// TestBitmapFonts reads fonts that name their glyphs by their codes, as TeX's
// drivers make them.
func TestBitmapFonts(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		codes []int
		want  string
	}{
		{"T1", []int{'G', 'r', 'o', 255, 'e', 28, 's', 21, 'k', 170}, "Großefis–kł"},
		{"OT1", []int{92, 'o', 12, 'c', 'e', 34, 123, 28}, "“ofice”–ø"},
		{"signs of text", []int{167, 186}, "§º"},
		{"signs of mathematics", []int{3, 120, 123}, "*§¶"},
		{"a typewriter's", []int{'a', '_', '~', '{', '<'}, "a_~{<"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			var names, widths, shown strings.Builder
			for code := range 256 {
				used := false
				for i, c := range row.codes {
					used = used || c == code
					if i == 0 && code == 0 {
						for _, c := range row.codes {
							fmt.Fprintf(&shown, "%02x", c)
						}
					}
				}
				if !used {
					widths.WriteString("0 ")
					continue
				}
				fmt.Fprintf(&names, "%d/a%d ", code, code)
				width := 50
				if row.name != "a typewriter's" {
					width += code % 7
				}
				fmt.Fprintf(&widths, "%d ", width)
			}
			font := "<</Type/Font/Subtype/Type3/FontMatrix[0.01 0 0 0.01 0 0]/FontBBox[0 0 1 1]/FirstChar 0/LastChar 255/Widths[" + widths.String() +
				"]/Encoding<</Differences[" + names.String() + "]>>>>"
			content := "BT /F1 10 Tf 50 500 Td <" + shown.String() + "> Tj ET"
			data := fmt.Sprintf("%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"+
				"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"+
				"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n5 0 obj%sendobj\ntrailer<</Root 1 0 R>>", len(content), content, font)
			d, err := pdf.Read(t.Context(), []byte(data), reader.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for i := range d.Blocks {
				for _, r := range d.Blocks[i].Runs {
					got += r.Text.String
				}
			}
			if got != row.want {
				t.Errorf("read %q, want %q", got, row.want)
			}
		})
	}
}
