package pdf_test

import (
	"testing"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/pdf"
	"ibid/parser/reader/pdf/object"
)

// FuzzFile reads any bytes as a file.
func FuzzFile(f *testing.F) {
	whole := file(text(new(sheet), 550, 1, "Boats").line(50, 500, 11, "Cold.^1^").line(50, 60, 9, "^1^ Piles, 4."))
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add(withTree(text(new(sheet), 550, 1, "Boats").marked(0, 50, 60, 9, "1 Piles, 4."), "/Footnote/Note/Note/Footnote", "P", "Footnote 0 <</S/Lbl/K[1 0 R 0]>>"))
	for _, name := range []string{"rc4-40.pdf", "aes-128.pdf", "aes-256.pdf"} {
		f.Add(fixture(f, name))
	}
	f.Add([]byte("%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R 3 0 R]>>endobj 3 0 obj<</Contents[3 0 R]/Parent 2 0 R>>stream\nBT(\\101)Tj endstream endobj trailer<</Root 1 0 R>>"))
	f.Add([]byte("%PDF-1.5\n5 0 obj<</Type/XRef/W[1 2 1]/Index[0 99999999]/Size 9/Prev 9/Root 1 0 R>>stream\n\x01\x00\x09\x00\nendstream\nendobj\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := pdf.Read(t.Context(), data, reader.Hint{})
		if err == nil {
			holds(t, d)
		}
	})
}

// FuzzContent draws any page.
func FuzzContent(f *testing.F) {
	f.Add("BT /F1 11 Tf 50 500 Td (The quay) Tj 0 5 Td /F1 7 Tf (1) Tj ET 50 100 200 .5 re f BT /F1 8 Tf 50 90 Td (1 Piles) Tj T* [(a)-300(b)]TJ ET")
	f.Add("q 1 0 0 1 5 5 cm /X Do Q BI /W 1 ID \x00\xff EI /Artifact <</Type/Pagination>>BDC EMC 10 TL 90 Tz (x)' 1 2 (y)\"")
	f.Add("[[[<<<<((( /F1 1e9 Tf 1 0 0 0 0 0 Tm (a) Tj -1 -1 -1 -1 -1 -1 cm")
	f.Fuzz(func(t *testing.T, content string) {
		s := new(sheet).at(50, 550, 11, "Boats were drawn up on the shingle")
		s.b.WriteString(content)
		d, err := pdf.Read(t.Context(), file(s), reader.Hint{})
		if err == nil {
			holds(t, d)
		}
	})
}

// FuzzObjects reads any bytes as objects.
func FuzzObjects(f *testing.F) {
	f.Add([]byte(`<</A[1 -2.5 (a\(b\)\101\)c)]/B#20/C<48 6>>> true null 12 0 R % x`))
	f.Add([]byte("(((\\"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		l := object.NewLexer(data)
		for {
			if _, ok := l.Next(); !ok {
				return
			}
		}
	})
}

// holds asks that runs stand where they say.
func holds(t *testing.T, d *document.Document) {
	t.Helper()
	for i := range d.Blocks {
		for _, r := range d.Blocks[i].Runs {
			s := r.Text.All()
			if s.Part != "text" || s.Start < 0 || s.End < s.Start || s.End > len(d.Source.Text("text")) {
				t.Fatalf("block %d: %q at %v", i, r.Text.String, s)
			}
			if d.Source.Position(s).Page < 1 {
				t.Fatalf("block %d: %q is on no page", i, r.Text.String)
			}
		}
	}
}
