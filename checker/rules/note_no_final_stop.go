package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// NoteNoFinalStop finds a note without a full stop among notes that have one.
var NoteNoFinalStop = &checker.Rule{ID: "note-no-final-stop", Group: checker.Form, Severity: checker.Info, Doc: checker.Doc{
	Title: "Note without a full stop",
	Text:  "Nearly all notes of the article end with a full stop, and this one does not.",
	Do:    "Add it.",
	Quiet: "Notes that end with an address, a quotation mark, remarks in brackets, ? or !, and articles without that habit.",
	Bad: "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[^2]: Ibid., 13.\n\n[^3]: Ibid., 42\n\n[^4]: Ibid., 43.\n\n" +
		"[^5]: Ibid., 44.",
	Good: "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[^2]: Ibid., 13.\n\n[^3]: Ibid., 42.\n\n[^4]: Ibid., 43.\n\n" +
		"[^5]: Ibid., 44.",
	Basis: "CMOS 17, 14.20; OSCOLA 1.1",
}, Run: run(withoutStop)}

// endsInBracket matches a note that ends with what is not a sentence in brackets: a court,
// a year, a page, a name. Words in lower case may be a remark that came after the stop.
var endsInBracket = pattern.New(`[\pL\d\])”’»,.]\s?(?:\((?:[^()\[\]]*\.\s)?[^()\[\].!?…]*(?:\p{Lu}\pL|\d)[^()\[\].!?…]*\)|\[[^()\[\].!?…]*(?:\p{Lu}\pL|\d)[^()\[\].!?…]*\])$`)

func withoutStop(r *checker.Report) []checker.Finding {
	var stops habit
	var spots []spot
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		text := strings.TrimRightFunc(note.Text.String, unicode.IsSpace)
		last, size := utf8.DecodeLastRuneInString(text)
		switch {
		case text == "" || note.Embedded || note.Segments != nil || endsInLink(r, n, len(text)) || endsQuotation(r.Article, note, len(text)):
		case strings.ContainsRune(".。．", last) || strings.HasSuffix(text, ".”") || strings.HasSuffix(text, `."`) || strings.HasSuffix(text, ".)"):
			stops.with++
		case strings.ContainsRune(",;:", last) && exact(r.Article, note.Text, len(text)-size, len(text)):
			stops.without++
			mark := note.Text.Span(len(text)-size, len(text))
			spots = append(spots, spot{note: n, span: mark, edits: []checker.Edit{{Span: mark, Text: "."}}})
		case (unicode.IsLetter(last) || unicode.IsDigit(last) || endsInBracket.MatchString(text)) && exact(r.Article, note.Text, len(text)-size, len(text)) && !unicode.Is(unicode.Thai, last):
			stops.without++
			end := note.Text.Span(len(text)-size, len(text))
			mark := "."
			if unicode.Is(unicode.Han, last) || unicode.Is(unicode.Hiragana, last) || unicode.Is(unicode.Katakana, last) {
				mark = "。"
			}
			stop := end
			stop.Start = stop.End
			spots = append(spots, spot{note: n, span: end, edits: []checker.Edit{{Span: stop, Text: mark}}})
		}
	}
	if !stops.holds(4) && r.Style.FinalStop != style.Yes {
		return nil
	}
	found := grouped(spots, "Notes end with a full stop; there is none "+atSpots(r.Article, spots)+".", "End the note with a full stop.")
	return mendAll(found, spots, "Put a full stop at the end", checker.Safe)
}

// endsInLink says whether a note ends with an address, a link or a raised sign:
// many houses set no stop there.
func endsInLink(r *checker.Report, n, end int) bool {
	if end == 0 || veiled(r, n)[end-1] == veil {
		return true
	}
	for _, s := range r.Article.Notes[n].Styles {
		if s.Start < end && end <= s.End && (!s.Href.Empty() || s.Style.Has(document.Superscript)) {
			return true
		}
	}
	return false
}

// endsQuotation says whether a <q> ends the note, whose mark the browser sets.
func endsQuotation(a *article.Article, note *article.Note, end int) bool {
	span := note.Text.Span(end-1, end)
	return a.Format == "html" && strings.HasPrefix(a.Text.Text(span.Part)[min(span.End, len(a.Text.Text(span.Part))):], "</q")
}
