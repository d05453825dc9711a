package rules

import (
	"strings"
	"unicode"

	"ibid/checker"
	"ibid/parser/article"
)

// EmptyNote finds a note that says nothing.
var EmptyNote = &checker.Rule{ID: "empty-note", Group: checker.Structure, Severity: checker.Error, Doc: checker.Doc{
	Title: "Note without text",
	Text:  "A note has a number and nothing else, or nothing but the arrow that leads back to the text. A note that holds a picture or a link is not empty.",
	Bad:   "A.[1] B.[2] C.[3]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] ↩\n\n[3] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.",
	Good:  "A.[1] B.[2]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.",
	Basis: "A note exists for its text",
}, Run: eachNote(func(_ *checker.Report, n int, note *article.Note) (checker.Finding, bool) {
	if note.Embedded || len(note.URLs) > 0 || strings.ContainsFunc(note.Text.String, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return checker.Finding{}, false
	}
	for _, s := range note.Styles {
		if !s.Href.Empty() && !strings.HasPrefix(s.Href.String, "#") {
			return checker.Finding{}, false
		}
	}
	span := note.Span
	if span.Empty() {
		span = labelSpan(note)
	}
	f := atNote(n, span, "Note %s has no text.", note.Number)
	f.Help = "Write the note, or delete it together with its marker."
	return f, true
})}
