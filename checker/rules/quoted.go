package rules

import (
	"strings"

	"ibid/parser/article"
	"ibid/parser/document"
)

// quoted says whether bytes start to end of a note's text are somebody else's
// words or a title: inside quotation marks, italics or code.
func quoted(note *article.Note, start, end int) bool {
	for _, s := range note.Styles {
		if (s.Style.Has(document.Italic) || s.Style.Has(document.Monospace)) && s.Start <= start && end <= s.End && (s.Start < start || end < s.End) {
			return true
		}
		if s.Style.Has(document.Monospace) && s.Start <= start && end <= s.End {
			return true
		}
	}
	return insideQuotes(note.Text.String, start, end)
}

// insideQuotes says whether a quotation is open at start and closed after end.
func insideQuotes(text string, start, end int) bool {
	pairs := [...][2]string{{"“", "”"}, {"„", "“"}, {"«", "»"}, {"»", "«"}, {"「", "」"}, {"『", "』"}, {"《", "》"}}
	before, after := text[:start], text[end:]
	for _, p := range pairs {
		if strings.LastIndex(before, p[0]) > strings.LastIndex(before, p[1]) && strings.Contains(after, p[1]) {
			return true
		}
	}
	return strings.Count(before, `"`)%2 == 1 && strings.Contains(after, `"`)
}
