package reports

import (
	"strings"

	"ibid/checker"
	"ibid/checker/link"
	"ibid/parser/article"
)

// noteRow is a citation in the table; note and line stand in a note's first row only.
type noteRow struct {
	note, line, citation, points string
	link                         *checker.Link
}

// notes draws the table: note, line, citation, points at, link.
func (t *terminal) notes(r *checker.Report) error {
	shown := t.shownNotes(r)
	var rows []noteRow
	worst := r.WorstByCitation()
	for n := range r.Article.Notes {
		if shown[n] {
			rows = append(rows, noteRows(r.Article, n, worst)...)
		}
	}
	if len(rows) > 0 {
		lines := "line"
		switch text := r.Article.Text; {
		case text != nil && text.Pages():
			lines = "page"
		case inParts(r.Article):
			lines = "para."
		}
		t.draw(rows, lines)
	}
	if hidden := len(r.Article.Notes) - marked(shown); hidden > 0 {
		text := count(hidden, "note") + " in order not shown (--verbose lists all)"
		t.lines("  ", "  ", text, dim)
	}
	return nil
}

// marked counts the members of a set.
func marked(set []bool) (n int) {
	for _, in := range set {
		if in {
			n++
		}
	}
	return n
}

// shownNotes are all notes of an article, or, where they are many, those with
// a finding of weight, a link in trouble, or a back-reference that is not safe.
func (t *terminal) shownNotes(r *checker.Report) []bool {
	a := r.Article
	shown := make([]bool, len(a.Notes))
	all := t.o.Verbose || len(a.Notes) <= manyNotes
	for i := range shown {
		shown[i] = all
	}
	if all {
		return shown
	}
	mark := func(note int) {
		if note >= 0 && note < len(shown) {
			shown[note] = true
		}
	}
	for i := range r.Findings {
		mark(r.Findings[i].Note)
		for _, p := range r.Findings[i].Places {
			mark(p.Note)
		}
	}
	for i, l := range r.WorstLinks() {
		if l != nil && l.Verdict != link.OK && l.Verdict != link.Unchecked && l.Verdict != link.Skipped {
			mark(i)
		}
	}
	for ref, c := range a.Citations() {
		if c.Kind.IsBackReference() && (c.Target == nil || c.Target.Ambiguous) {
			mark(ref.Note)
		}
	}
	return shown
}

func noteRows(a *article.Article, n int, worst map[article.Ref]*checker.Link) []noteRow {
	note := &a.Notes[n]
	rows := make([]noteRow, 0, len(note.Citations))
	for c := range note.Citations {
		cited := &note.Citations[c]
		rows = append(rows, noteRow{
			citation: clean(cited.Text), points: pointsAt(a, cited), link: worst[article.Ref{Note: n, Citation: c}],
		})
	}
	if len(rows) == 0 {
		rows = append(rows, noteRow{citation: clean(note.Text.String)})
	}
	if rows[0].link == nil {
		rows[0].link = worst[article.Ref{Note: n, Citation: -1}]
	}
	rows[0].note = noteNumber(a, n)
	rows[0].line = number(a, note.Span, n)
	return rows
}

// draw fits the columns to the width: what a citation says gives way first.
// lines heads the column of places.
func (t *terminal) draw(rows []noteRow, lines string) {
	head := [5]string{"note", lines, "citation", "points at", "link"}
	var widest [5]int
	for i, h := range head {
		widest[i] = width(h)
	}
	cells := make([][5]string, len(rows))
	for i, r := range rows {
		cells[i] = [5]string{fit(r.note, 8), r.line, fit(r.citation, t.width), fit(r.points, t.width/4), verdict(r.link)}
		for k, c := range cells[i] {
			widest[k] = max(widest[k], width(c))
		}
	}
	room := t.width - 2 - 4*2 - widest[0] - widest[1] - widest[3] - widest[4]
	room = min(widest[2], max(room, 4))
	widest[2] = width(head[2])
	for i := range cells {
		cells[i][2] = fit(cells[i][2], room)
		widest[2] = max(widest[2], width(cells[i][2]))
	}
	t.line(t.paint(dim, strings.TrimRight(tableRow(head, head, widest), " ")))
	for i, c := range cells {
		shown := c
		shown[4] = t.paint(verdictStyle(rows[i].link), c[4])
		t.line(tableRow(c, shown, widest))
	}
}

// tableRow is a line of the table: shown are its cells in their colours.
func tableRow(cells, shown [5]string, widest [5]int) string {
	var b strings.Builder
	for i, c := range cells {
		b.WriteString("  " + shown[i] + strings.Repeat(" ", widest[i]-width(c)))
	}
	return b.String()
}

func verdictStyle(l *checker.Link) string {
	if l == nil {
		return noStyle
	}
	switch l.Verdict {
	case link.OK:
		return green
	case link.Dead, link.Malformed:
		return red
	case link.Soft404, link.ContentDrift, link.ServerError, link.Timeout, link.TLS:
		return yellow
	case link.Redirected, link.Blocked:
		return blue
	default:
		return dim
	}
}
