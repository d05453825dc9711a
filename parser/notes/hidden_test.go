package notes_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/notes"
	"ibid/parser/reader"
	"ibid/parser/reader/html"
)

// TestHidden asks that text which a page does not show holds no markers, and
// that notes which pop up at their markers are read.
func TestHidden(t *testing.T) {
	t.Parallel()
	const list = `<p>[1] Ada Roads, Salt.</p><p>[2] Ben Salt, Roads.</p><p>[3] Ibid.</p>`
	for _, row := range []struct {
		name, in string
		want     []string // labels of markers, then the notes
	}{
		{"brackets", `<p>Salt[1] <span style="display:none">[2]</span>and sand[2] and mud.[3] <span hidden>[3]</span></p>` + list, []string{"1", "2", "3", "1 Ada Roads, Salt.", "2 Ben Salt, Roads.", "3 Ibid."}},
		{"a paragraph", `<p>Salt[1] and sand[2] and mud.[3]</p><p hidden>Sea[2]</p><template><p>Sea[2]</p></template>` + list, []string{"1", "2", "3", "1 Ada Roads, Salt.", "2 Ben Salt, Roads.", "3 Ibid."}},
		{"raised", `<p>Salt<sup>1</sup> and <span style="visibility:hidden">more<sup>1</sup>² </span>sand² and mud.³</p>` + list, []string{"1", "2", "3", "1 Ada Roads, Salt.", "2 Ben Salt, Roads.", "3 Ibid."}},
		{"plain digits", `<p>Salt1 and <span hidden>sea.2 </span>sand2 and mud.3</p><h2>Notes</h2>` + list, []string{"1", "2", "3", "1 Ada Roads, Salt.", "2 Ben Salt, Roads.", "3 Ibid."}},
		{"in a note", `<p>Salt[1] and sand.[2]</p><p>[1] Ada<span hidden> [2] secretly</span>.</p><p>[2] Ben.</p>`, []string{"1", "2", "1 Ada.", "2 Ben."}},
		{
			"a link beside the one that is shown", `<p>Salt<a href="#n1">1</a> and<a style="display:none" href="#n1">1</a><a hidden href="#n2">2</a> sand<a href="#n2">2</a><a hidden href="#n9">9</a>.</p><ol><li id=n1>Ada.</li><li id=n2>Ben.</li></ol>`,
			[]string{"1", "2", "1 Ada.", "2 Ben."},
		},
		{
			"text that opens on a click", `<p>Salt<a href="#n1">1</a>.</p><p hidden>Sand<a href="#n2">2</a>.</p><ol><li id=n1>Ada.</li><li id=n2>Ben.</li></ol>`,
			[]string{"1", "2", "1 Ada.", "2 Ben."},
		},
		{
			"notes that pop up", `<p>Salt<a href="#n1">1</a> and sand<a href="#n2">2</a>.</p><div id=n1 style="display:none">1. Ada Roads, <i>Salt</i>.</div><div id=n2 hidden><p>2. Ben.</p><p>More.</p></div><p>Mud.</p>`,
			[]string{"1", "2", "1 Ada Roads, Salt.", "2 Ben. More."},
		},
		{
			"declared notes that pop up", `<p>Salt<a href="#n1" role=doc-noteref>1</a>.</p><ol hidden><li id=n1 role=doc-footnote>Ada.</li></ol>`, []string{"1", "1 Ada."},
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			doc, err := html.Read(t.Context(), []byte(row.in), reader.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			a := notes.Find(doc)
			var got []string
			for _, m := range a.Markers {
				got = append(got, m.Label)
			}
			for i := range a.Notes {
				got = append(got, fmt.Sprintf("%s %s", a.Notes[i].Number, a.Notes[i].Text.String))
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("markers and notes of %q (-want +got):\n%s", row.in, diff)
			}
		})
	}
}
