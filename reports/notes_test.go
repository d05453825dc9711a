package reports_test

import (
	"bytes"
	"strings"
	"testing"

	"ibid/reports"
	"ibid/unfold"
)

// TestNotesGolden draws the fixture's notes, hostile text included, in every format.
func TestNotesGolden(t *testing.T) {
	t.Parallel()
	var all []reports.UnfoldedNotes
	for _, r := range fixture().Reports {
		all = append(all, reports.UnfoldedNotes{Article: r.Article, Notes: unfold.Notes(r.Article)})
	}
	for _, f := range reports.Notes() {
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			if err := f.Write(&b, all, reports.Options{}); err != nil {
				t.Fatal(err)
			}
			golden(t, "notes"+f.Extensions[0], b.String())
			if f.Name != "json" && strings.ContainsAny(b.String(), "\x1b\u202e") || f.Name == "html" && strings.Contains(b.String(), "<script") {
				t.Error("hostile text gets through")
			}
		})
	}
}

// TestNoteFormats finds formats by name and by ending.
func TestNoteFormats(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ ext, want string }{{".TXT", "text"}, {".json", "json"}, {".htm", "html"}, {".pdf", ""}, {"", ""}} {
		if f, ok := reports.Notes().ByExtension(tt.ext); f.Name != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: %q, want %q", tt.ext, f.Name, tt.want)
		}
	}
	if _, ok := reports.Notes().ByName("HTML"); !ok {
		t.Error("names have no case")
	}
	if _, ok := reports.Notes().ByName("table"); ok {
		t.Error("table is no format of notes")
	}
}
