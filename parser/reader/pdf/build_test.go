package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"ibid/parser/document"
	"ibid/parser/reader"
	"ibid/parser/reader/pdf"
)

// sheet is a page that is being drawn. Every letter is half as wide as high.
type sheet struct {
	b      strings.Builder
	annots []string
}

// at draws text at a place, in points from the lower left corner.
func (s *sheet) at(x, y, size float64, text string) *sheet {
	fmt.Fprintf(&s.b, "BT /F1 %g Tf %g %g Td (%s) Tj ET\n", size, x, y, escaped(text))
	return s
}

// line draws text with what stands between ^ and ^ above the line.
func (s *sheet) line(x, y, size float64, text string) *sheet {
	for i, part := range strings.Split(text, "^") {
		if i%2 == 1 {
			s.at(x, y+0.35*size, 0.65*size, part)
			x += 0.65 * size * 0.5 * float64(len(part))
			continue
		}
		s.at(x, y, size, part)
		x += size * 0.5 * float64(len(part))
	}
	return s
}

// lines draws one line below the other.
func (s *sheet) lines(x, y, size float64, lines ...string) *sheet {
	for i, l := range lines {
		s.line(x, y-1.2*size*float64(i), size, l)
	}
	return s
}

// rule draws a thin line to the right.
func (s *sheet) rule(x, y, width float64) *sheet {
	fmt.Fprintf(&s.b, "%g %g %g 0.5 re f\n", x, y, width)
	return s
}

// link lays a link over a box.
func (s *sheet) link(x0, y0, x1, y1 float64, url string) *sheet {
	s.annots = append(s.annots, fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%g %g %g %g]/A<</S/URI/URI(%s)>>>>", x0, y0, x1, y1, url))
	return s
}

func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "’", `\222`, "“", `\223`, "”", `\224`, "–", `\226`, "ä", `\344`, "ö", `\366`).Replace(s)
}

// file puts sheets into a PDF file with an honest table.
func file(sheets ...*sheet) []byte { return assembled(objectsOf(sheets...), "/Info 4 0 R") }

// objectsOf are the objects of a file, the first page being the fifth.
func objectsOf(sheets ...*sheet) []string {
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 0/LastChar 255/Widths[" + strings.Repeat("500 ", 256) + "]>>",
		"<</Title(The Second Lamp)/Author(Ada Quill)/CreationDate(D:20240506120000Z)>>",
	}
	var kids strings.Builder
	for _, s := range sheets {
		n := len(objects) + 1
		fmt.Fprintf(&kids, "%d 0 R ", n)
		var packed bytes.Buffer
		w := zlib.NewWriter(&packed)
		_, _ = w.Write([]byte(s.b.String()))
		_ = w.Close()
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>/Annots[%s]>>", n+1, strings.Join(s.annots, "")),
			fmt.Sprintf("<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream", packed.Len(), packed.String()))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(sheets), kids.String())
	return objects
}

// assembled writes objects with their table.
func assembled(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	offsets := make([]int, 0, len(objects))
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return b.Bytes()
}

// parsed reads a file that can be read.
func parsed(t *testing.T, data []byte) *document.Document {
	t.Helper()
	d, err := pdf.Read(t.Context(), data, reader.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// said is a Document in short: a line a block, notes with their labels, markers
// in braces.
func said(d *document.Document) []string {
	var out []string
	for i := range d.Blocks {
		b := &d.Blocks[i]
		var s strings.Builder
		if b.Kind == document.NoteBody {
			s.WriteString(b.Label + "| ")
		}
		for _, r := range b.Runs {
			switch {
			case r.NoteRef != "":
				s.WriteString("{" + r.Text.String + "}")
			case !r.Href.Empty():
				s.WriteString("[" + r.Text.String + "](" + r.Href.String() + ")")
			default:
				s.WriteString(r.Text.String)
			}
		}
		out = append(out, s.String())
	}
	return out
}
