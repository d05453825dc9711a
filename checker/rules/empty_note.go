package rules

import (
	"strings"
	"unicode"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// EmptyNote finds a note that says nothing.
var EmptyNote = &checker.Rule{ID: "empty-note", Group: checker.Structure, Severity: checker.Error, Doc: checker.Doc{
	Title: "Note without text",
	Text:  "A note has a number and nothing else, or only the arrow that leads back to the text.",
	Do:    "Write the note, or delete it together with its number in the text.",
	Quiet: "Notes that hold a picture or a link, and notes whose words a web page shows when the mouse rests on the number.",
	Bad:   "A.[1] B.[2] C.[3]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] ↩\n\n[3] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.",
	Good:  "A.[1] B.[2]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.",
	Basis: "A note exists for its text",
}, Run: eachNote(func(r *checker.Report, n int, note *article.Note) (checker.Finding, bool) {
	if note.Embedded || len(note.URLs) > 0 || strings.ContainsFunc(note.Text.String, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return checker.Finding{}, false
	}
	for _, s := range note.Styles {
		if !s.Href.Empty() && !strings.HasPrefix(s.Href.String, "#") {
			return checker.Finding{}, false
		}
	}
	if heldInTags(r.Article, note) {
		return checker.Finding{}, false
	}
	span := note.Span
	if span.Empty() {
		span = labelSpan(note)
	}
	f := atNote(n, span, "Note %s has no text.", note.Number)
	f.Help = "Write the note, or delete it together with its marker."
	return f, true
})}

var (
	anyTag = pattern.New(`<[^<>]*>`)
	// wayBack is a link to the marker; its tooltip says so, and is no note.
	wayBack     = pattern.New(`(?i)^<a\s[^>]*\bhref=["']?#`)
	wordsOrLink = pattern.New(`(?i)\s(?:title|data-[a-z-]*(?:tip|title|content|text|note|original)[a-z-]*)=(?:"[^"]*\pL+[ ,][^"]*"|'[^']*\pL+[ ,][^']*')|\shref=["']?https?://`)
)

// heldInTags says whether the tags of a web page's note hold what its text
// does not: words for a tooltip, or the link of a post that a script shows.
func heldInTags(a *article.Article, note *article.Note) bool {
	if a.Format != "html" {
		return false
	}
	const most = 4 << 10 // bytes of tags before the place of the text
	source := a.Text.Text(note.Span.Part)
	end := min(note.Span.End, len(source))
	start := min(labelSpan(note).Start, end)
	for _, id := range note.Anchors {
		// The label does not reach over the block that such a post is.
		if i := strings.LastIndex(source[max(0, end-most):end], id); i >= 0 {
			start = min(start, max(0, end-most)+i)
		}
	}
	start = max(start, end-most, 0)
	for _, tag := range anyTag.FindAllString(source[start:end], -1) {
		if !wayBack.MatchString(tag) && wordsOrLink.MatchString(tag) {
			return true
		}
	}
	return wordsOrLink.MatchString(upTo(source[start:end], "<"))
}

// upTo is what stands before sep: the rest of a tag that was cut through.
func upTo(s, sep string) string {
	head, _, _ := strings.Cut(s, sep)
	return head
}
