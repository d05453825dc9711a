package notes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ibid/parser/document"
	"ibid/parser/notes"
)

// declared is a document whose format names its notes: one paragraph that calls
// them by key, and the body of each behind it.
func declared(calls string, bodies ...document.Block) *document.Document {
	p := document.Block{Region: document.Body, Element: -1}
	at := 0
	for key := range strings.FieldsSeq(calls) {
		label := key[strings.LastIndexByte(key, '-')+1:]
		p.Runs = append(p.Runs, document.Run{Text: document.NewText(label, at, ""), Style: document.Superscript, NoteRef: key})
		at += len(label)
	}
	return &document.Document{Source: document.NewSource(strings.Repeat("x", 1000), document.Encoding{}), Format: "odt", Blocks: append([]document.Block{p}, bodies...)}
}

func body(key, scope, text string, at int) document.Block {
	return document.Block{
		Kind: document.NoteBody, Region: document.Body, Element: -1, Note: key, Scope: scope, Label: key[strings.LastIndexByte(key, '-')+1:],
		Runs: []document.Run{{Text: document.NewText(text, at, "")}}, Span: document.Span{Start: at, End: at + len(text)},
	}
}

// TestTwoLists reads footnotes and endnotes that stand where they are called.
func TestTwoLists(t *testing.T) {
	t.Parallel()
	a := notes.Find(declared("foot-1 end-i foot-2 end-ii",
		body("foot-1", "", "A", 100), body("end-i", "endnote", "B", 110), body("foot-2", "", "C", 120), body("end-ii", "endnote", "D", 130)))
	var got []string
	for _, n := range a.Notes {
		got = append(got, n.Number+" "+n.Text.String)
	}
	if diff := cmp.Diff([]string{"1 A", "2 C", "i B", "ii D"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for i, want := range []int{0, 2, 1, 3} {
		if got := a.Markers[i].Note; got != want {
			t.Errorf("marker %s calls note %d, want %d", a.Markers[i].Label, got, want)
		}
	}
}

// TestMissing names a marker whose note is missing by what it shows.
func TestMissing(t *testing.T) {
	t.Parallel()
	a := notes.Find(declared("footnote-1 footnote-2", body("footnote-1", "", "A", 100)))
	if len(a.Markers) != 2 || a.Markers[1].Label != "2" || a.Markers[1].Note != -1 {
		t.Errorf("markers %+v", a.Markers)
	}
}

// TestTitle takes no heading of notes for the article's title.
func TestTitle(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{"Notes": "", "2. Anmerkungen": "", "Bibliography": "", "Notes on Salt": "Notes on Salt"} {
		d := declared("foot-1", body("foot-1", "", "A", 100))
		d.Meta.Title = title
		if got := notes.Find(d).Meta.Title; got != want {
			t.Errorf("%q: title %q, want %q", title, got, want)
		}
	}
}
