package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// marked draws lines as marked content.
func (s *sheet) marked(content int, x, y, size float64, lines ...string) *sheet {
	fmt.Fprintf(&s.b, "/P <</MCID %d>> BDC\n", content)
	s.lines(x, y, size, lines...)
	s.b.WriteString("EMC\n")
	return s
}

// withTree puts a page into a file whose structure tree holds elements: their
// types, and the marked content of each.
func withTree(s *sheet, roles string, elements ...string) []byte {
	var kids strings.Builder
	for _, e := range elements {
		kind, content, _ := strings.Cut(e, " ")
		fmt.Fprintf(&kids, "<</S/%s/Pg 5 0 R/K[%s]>>", kind, content)
	}
	objects := objectsOf(s)
	objects[0] = "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot<</RoleMap<<" + roles + ">>/K<</S/Document/K[" + kids.String() + "]>>>>>>"
	return assembled(objects, "/Info 4 0 R")
}

// TestTagged takes the notes from the structure tree, if they are such.
func TestTagged(t *testing.T) {
	t.Parallel()
	// The second note goes on behind the third, and a line of the text looks like a fourth.
	page := func() *sheet {
		return text(new(sheet), 550, 3, "Boats").marked(0, 50, 508, 11, "The quay was old.^1^ It stood.^2^ It was sold.^3^").
			marked(1, 50, 130, 11, "1 Kernow, Piles, 44.").
			marked(2, 50, 117, 11, "2 Quill, Names, 7, with more").
			marked(3, 50, 104, 11, "3 Ibid.").
			marked(4, 50, 91, 11, "of the same.").
			marked(5, 50, 78, 11, "4 boats were left.")
	}
	found := []string{
		textOf(3, "Boats") + "The quay was old.{1} It stood.{2} It was sold.{3}", "4 boats were left.",
		"1| Kernow, Piles, 44.", "2| Quill, Names, 7, with more of the same.", "3| Ibid.",
	}
	for _, row := range []struct {
		name     string
		roles    string
		elements []string
		tagged   bool
	}{
		{"notes", "", []string{"P 0", "Note 1", "Note 2 4", "Note 3", "P 5"}, true},
		{"by another name", "/Footnote/Apparatus/Apparatus/FENote", []string{"P 0", "Footnote 1", "Footnote 2 4", "Footnote 3", "P 5"}, true},
		{"what lies in notes", "", []string{"P 0", "Note <</S/P/Pg 5 0 R/K[<</S/Lbl/K 1>>]>>", "Note <</S/P/Pg 5 0 R/K[2 4]>>", "Note <</Type/MCR/Pg 5 0 R/MCID 3>>", "P 5"}, true},
		{"notes without numbers", "", []string{"P 0", "P 1", "P 2", "P 3", "Note 4"}, false},
		{"all notes in one", "", []string{"P 0", "Note 1 2 3 4"}, false},
		{"some notes only", "", []string{"P 0", "Note 1", "P 2", "P 3", "P 4"}, false},
		{"names that lead to themselves", "/Footnote/Footnote", []string{"P 0", "Footnote 1", "Footnote 2 4", "Footnote 3"}, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got := said(parsed(t, withTree(page(), row.roles, row.elements...)))
			if row.tagged {
				if diff := cmp.Diff(found, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				return
			}
			if diff := cmp.Diff(said(parsed(t, file(page()))), got); diff != "" {
				t.Errorf("not as without a tree (-want +got):\n%s", diff)
			}
		})
	}
}
