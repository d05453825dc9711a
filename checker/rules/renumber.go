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
	if a.Text == nil || a.Text.Container() {
		return nil
	}
	w := writer{a: a}
	for n, right := range to {
		if note := &a.Notes[n]; note.Label.Empty() || !w.write(note.Label, note.Number, right) {
			return nil
		}
	}
	if !w.callers(to) {
		return nil
	}
	return w.sorted()
}

// writer gathers edits that write one number in place of another.
type writer struct {
	a     *article.Article
	edits []checker.Edit
}

// write writes to in place of from, which stands in a span once.
func (w *writer) write(span document.Span, from, to string) bool {
	cut := w.a.Text.Cut(span)
	at := strings.Index(cut, from)
	if at < 0 || from == "" || strings.Count(cut, from) > 1 {
		return false
	}
	start := span.Start + at
	w.edits = append(w.edits, checker.Edit{Span: document.Span{Part: span.Part, Start: start, End: start + len(from)}, Text: to})
	return true
}

// sorted are the edits in the order of the source.
func (w *writer) sorted() []checker.Edit {
	slices.SortFunc(w.edits, func(x, y checker.Edit) int { return x.Span.Start - y.Span.Start })
	return w.edits
}

// callers writes the new numbers of notes wherever they are called or referred
// to; false where that can't be done.
func (w *writer) callers(to map[int]string) bool {
	a := w.a
	if slices.ContainsFunc(a.Body, func(p article.Paragraph) bool { return noteInProse.MatchString(p.Text.String) }) {
		return false
	}
	for _, m := range a.Markers {
		if right, ok := to[m.Note]; ok && !w.write(m.Span, m.Label, right) {
			return false
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
			if !ok || len(c.Back.Notes) > 1 || !w.write(span, label, right) {
				return false
			}
		}
	}
	return true
}

// reorder are the edits that number notes in the order in which the text calls
// them: calls and list are the notes of one numbering in the two orders. The
// numbers of the list stay where they are and the notes change places. It is nil
// in formats in which a marker leads to its note by more than its number, and
// where a note that changes places, or stands behind one, says Ibid.
func reorder(a *article.Article, calls, list []labelled) []checker.Edit {
	if a.Text == nil || a.Format != "text" && a.Format != "markdown" || len(calls) != len(list) {
		return nil
	}
	to := map[int]string{}
	for k, m := range calls {
		switch {
		case m.float, m.note < 0, k > 0 && list[k].number <= list[k-1].number, len(a.Notes[m.note].Segments) > 0:
			return nil
		case m.note != list[k].note:
			to[m.note] = list[k].label
		}
		if (m.note != list[k].note || k > 0 && calls[k-1].note != list[k-1].note) && leansOnPlace(&a.Notes[m.note]) {
			return nil
		}
	}
	w := writer{a: a}
	if !w.callers(to) {
		return nil
	}
	inside := w.sorted()
	w.edits = nil
	moves := func(e checker.Edit) bool {
		return slices.ContainsFunc(list, func(m labelled) bool { _, ok := to[m.note]; return ok && covers(a.Notes[m.note].Span, e.Span) })
	}
	for k, m := range calls {
		if m.note != list[k].note {
			w.edits = append(w.edits, checker.Edit{Span: a.Notes[list[k].note].Span, Text: sourceAfter(a, a.Notes[m.note].Span, inside)})
		}
	}
	for _, e := range inside {
		if !moves(e) {
			w.edits = append(w.edits, e)
		}
	}
	return w.sorted()
}

// leansOnPlace says whether a note means what it does where it stands only.
func leansOnPlace(n *article.Note) bool {
	return slices.ContainsFunc(n.Citations, func(c article.Citation) bool {
		return c.Kind == article.Ibid || c.Back.Device == article.IbidDevice || c.Back.Device == article.IdemDevice
	})
}

func covers(outer, inner document.Span) bool {
	return outer.Part == inner.Part && outer.Start <= inner.Start && inner.End <= outer.End
}

// sourceAfter is the source of a span after the edits inside it, which are in order.
func sourceAfter(a *article.Article, span document.Span, edits []checker.Edit) string {
	cut := a.Text.Cut(span)
	var b strings.Builder
	at := 0
	for _, e := range edits {
		if covers(span, e.Span) {
			b.WriteString(cut[at:e.Span.Start-span.Start] + e.Text)
			at = e.Span.End - span.Start
		}
	}
	return b.String() + cut[at:]
}
