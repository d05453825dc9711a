package reports

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"ibid/parser/article"
	"ibid/unfold"
)

// UnfoldedNotes are an article's notes with their back-references written out.
type UnfoldedNotes struct {
	Article *article.Article
	Notes   []unfold.Note
}

// NoteFormat is one way to draw unfolded notes.
type NoteFormat struct {
	// Name is what --format takes.
	Name string
	// Extensions are the endings of files that get this format without being
	// asked, with their dot.
	Extensions []string
	// Write draws the notes; its errors are those of w.
	Write func(w io.Writer, all []UnfoldedNotes) error
}

// NoteFormats lists the formats of unfolded notes, the default one first.
func NoteFormats() []NoteFormat {
	return []NoteFormat{
		{Name: "text", Extensions: []string{".txt"}, Write: sealedNotes(writeNotesText)},
		{Name: "json", Extensions: []string{".json"}, Write: sealedNotes(writeNotesJSON)},
		{Name: "markdown", Extensions: []string{".md"}, Write: sealedNotes(writeNotesMarkdown)},
		{Name: "html", Extensions: []string{".html", ".htm"}, Write: sealedNotes(writeNotesHTML)},
	}
}

// sealedNotes is a format that is given notes without their secrets.
func sealedNotes(write func(io.Writer, []UnfoldedNotes) error) func(io.Writer, []UnfoldedNotes) error {
	return func(w io.Writer, all []UnfoldedNotes) error { return write(w, sealValue(all)) }
}

// NoteFormatByName finds a format of unfolded notes by its name.
func NoteFormatByName(name string) (NoteFormat, bool) {
	return findNoteFormat(func(f NoteFormat) bool { return f.Name == strings.ToLower(name) })
}

// NoteFormatByExtension finds one by a file's ending, dot included.
func NoteFormatByExtension(ext string) (NoteFormat, bool) {
	return findNoteFormat(func(f NoteFormat) bool { return ext != "" && slices.Contains(f.Extensions, strings.ToLower(ext)) })
}

func findNoteFormat(match func(NoteFormat) bool) (NoteFormat, bool) {
	all := NoteFormats()
	i := slices.IndexFunc(all, match)
	if i < 0 {
		return NoteFormat{}, false
	}
	return all[i], true
}

// heading is an article's title and source, said once where they are one.
func heading(a *article.Article) string {
	source := clean(a.Source)
	if t := strings.TrimSpace(clean(a.Meta.Title)); t != "" {
		return t + " · " + source
	}
	return source
}

// unfoldCounts is the outcome in one sentence: "14 notes: 3 back-references
// written out, 1 ambiguous and 1 unresolved left alone".
func unfoldCounts(u UnfoldedNotes) string {
	c := unfold.Counts(u.Notes)
	s := count(len(u.Notes), "note") + ": " + count(c[unfold.Unfolded], "back-reference") + " written out"
	if n := c[unfold.Pointed]; n > 0 {
		s += ", " + count(n, "cross-reference") + " explained"
	}
	var kept []string
	if n := c[unfold.Ambiguous]; n > 0 {
		kept = append(kept, strconv.Itoa(n)+" ambiguous")
	}
	if n := c[unfold.Unresolved]; n > 0 {
		kept = append(kept, strconv.Itoa(n)+" unresolved")
	}
	if len(kept) > 0 {
		s += ", " + strings.Join(kept, " and ") + " left alone"
	}
	return s
}
