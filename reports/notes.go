package reports

import (
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

// Notes lists the formats of unfolded notes, the default one first.
func Notes() Formats[[]UnfoldedNotes] {
	return Formats[[]UnfoldedNotes]{
		{Name: "text", Extensions: []string{".txt"}, Write: sealedOnly(writeNotesText)},
		{Name: "json", Extensions: []string{".json"}, Write: sealedOnly(writeNotesJSON)},
		{Name: "markdown", Extensions: []string{".md"}, Write: sealedOnly(writeNotesMarkdown)},
		{Name: "html", Extensions: []string{".html", ".htm"}, Write: sealedOnly(writeNotesHTML)},
	}
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
