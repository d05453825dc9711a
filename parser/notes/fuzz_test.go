package notes_test

import (
	"testing"

	"ibid/parser/notes"
	"ibid/parser/reader"
	"ibid/parser/reader/text"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Salt.[1] Brine.[2]\n\n[1] A.\n[2] B.\n", "Salt[3-5] and¹ more².\n\nNotes\n\n1. A\n2. B\n3. C\n",
		"One.[1]\n\n[1] a\n\nCHAPTER II\n\nTwo.[1]\n\n[1] b\n", "[Footnote 1: a]\n\nFootnote 2: b\n\n* c\n† d", "x[2022] [0]\r\n\r\n[99999999999999999999] y",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := text.Read(t.Context(), data, reader.Hint{})
		if err != nil {
			return
		}
		whole, a := len(doc.Source.Text("")), notes.Find(doc)
		ids := map[string]bool{}
		for i := range a.Notes {
			n := &a.Notes[i]
			if ids[n.ID] {
				t.Fatalf("the id %s is there twice", n.ID)
			}
			ids[n.ID] = true
			if n.Span.Start < 0 || n.Span.End < n.Span.Start || n.Span.End > whole {
				t.Fatalf("note %s is at %v of %d bytes", n.ID, n.Span, whole)
			}
			if n.Text.All().End > whole {
				t.Fatalf("the text of note %s ends at %d of %d bytes", n.ID, n.Text.All().End, whole)
			}
		}
		for _, m := range a.Markers {
			if m.Note < -1 || m.Note >= len(a.Notes) || m.Span.Start < 0 || m.Span.End < m.Span.Start || m.Span.End > whole {
				t.Fatalf("the marker %q at %v leads to note %d of %d", m.Label, m.Span, m.Note, len(a.Notes))
			}
		}
	})
}
