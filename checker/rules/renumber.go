package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// noteInProse matches a note that the body speaks of by its number.
var noteInProse = pattern.New(`(?i)\b(?:notes?|nn?\.|footnotes?|endnotes?|fn\.|anm(?:\.|erkung(?:en)?)|fußnoten?|notas?|jegyzet)\s?\d`)

// renumber are the edits that give notes other numbers, by the index of the
// note: at their labels, their markers, and in the notes that refer to them. It
// is nil where a number stands in the source nowhere, or where something else
// speaks of notes by their numbers.
func renumber(a *article.Article, to map[int]string) []checker.Edit {
	if a.Text == nil || a.Text.Container() || slices.ContainsFunc(a.Body, func(p article.Paragraph) bool { return noteInProse.MatchString(p.Text.String) }) {
		return nil
	}
	var edits []checker.Edit
	write := func(span document.Span, from, to string) bool {
		cut := a.Text.Cut(span)
		at := strings.Index(cut, from)
		if at < 0 || from == "" || strings.Count(cut, from) > 1 {
			return false
		}
		start := span.Start + at
		edits = append(edits, checker.Edit{Span: document.Span{Part: span.Part, Start: start, End: start + len(from)}, Text: to})
		return true
	}
	for n, right := range to {
		if note := &a.Notes[n]; note.Label.Empty() || !write(note.Label, note.Number, right) {
			return nil
		}
	}
	for _, m := range a.Markers {
		if right, ok := to[m.Note]; ok && !write(m.Span, m.Label, right) {
			return nil
		}
	}
	for ref, c := range a.Citations() {
		for _, label := range c.Back.Notes {
			n := slices.IndexFunc(a.Notes, func(x article.Note) bool { return x.Number == label && x.ScopeIndex == a.Notes[ref.Note].ScopeIndex })
			right, moves := to[n]
			if n < 0 || !moves {
				continue
			}
			span, ok := numberSpan(a, ref, c, label)
			if !ok || len(c.Back.Notes) > 1 || !write(span, label, right) {
				return nil
			}
		}
	}
	slices.SortFunc(edits, func(x, y checker.Edit) int { return x.Span.Start - y.Span.Start })
	return edits
}
