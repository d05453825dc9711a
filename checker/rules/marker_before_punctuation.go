package rules

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
	"ibid/checker/style"
	"ibid/parser/article"
)

// MarkerBeforePunctuation finds a marker in front of the stop that it should follow.
var MarkerBeforePunctuation = &checker.Rule{ID: "marker-before-punctuation", Group: checker.Structure, Severity: checker.Info, Doc: checker.Doc{
	Title: "Marker before the punctuation",
	Text:  "The number of a note stands before a comma or full stop, and elsewhere in the article it stands behind.",
	Do:    "Move the number behind the punctuation mark.",
	Quiet: "Numbers before a dash, and articles that set most numbers before the punctuation or follow no rule, as is usual in French and Swiss typesetting. With --style, the " +
		"guide's word counts.",
	Bad: "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6] G.[^7] H.[^8] I.[^9] J.[^10] The mill burned[^11].\n\n[^1]: One.\n[^2]: Two.\n[^3]: Three.\n[^4]: Four.\n[^5]: Five.\n" +
		"[^6]: Six.\n[^7]: Seven.\n[^8]: Eight.\n[^9]: Nine.\n[^10]: Ten.\n[^11]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Good:  "The mill burned.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Basis: "CMOS 17, 14.26; OSCOLA 1.1",
}, Run: run(markersBefore)}

// meeting is a marker, or several in a row, beside punctuation in a paragraph.
type meeting struct {
	text       *article.Paragraph
	start, end int // of the row, in the paragraph's text
	marks      int // where the punctuation after it ends; 0 where it is before it
}

func markersBefore(r *checker.Report) []checker.Finding {
	a := r.Article
	var after habit
	var spots []spot
	for _, m := range meetings(a) {
		if m.marks == 0 {
			after.with++
			continue
		}
		after.without++
		spots = append(spots, m.spot(a))
	}
	// One in the other place is a slip only where all else is regular.
	const least = 10
	regular := after.with >= least && after.with >= 9*after.without
	if !regular && r.Style.MarkerAfter != style.Yes {
		return nil
	}
	found := grouped(spots, "The marker stands before the punctuation "+markedAt(a, spots)+".", "Set it behind the comma or full stop.")
	return mendAll(found, spots, "Set the marker behind the punctuation", checker.Safe)
}

// markedAt says at the marker of which note a group begins.
func markedAt(a *article.Article, spots []spot) string {
	if len(spots) == 0 || spots[0].note < 0 {
		return atSpots(a, spots)
	}
	where := "at note " + a.Notes[spots[0].note].Number
	if len(spots) > 1 {
		where += " and " + plural(len(spots)-1, "other place")
	}
	return where
}

// spot moves the punctuation to the other side, where the source has it as it reads.
func (m meeting) spot(a *article.Article) spot {
	t := m.text.Text
	marks := t.String[m.end:m.marks]
	old := t.Span(m.end, m.marks)
	at := t.Span(m.start-1, m.start)
	at.Start = at.End
	s := spot{note: -1, span: t.Span(m.start, m.end)}
	if a.Text.Cut(old) == marks && at.Part == old.Part {
		s.edits = []checker.Edit{{Span: at, Text: marks}, {Span: old}}
	}
	for _, k := range a.Markers {
		if s.span.Contains(k.Span) {
			s.note = k.Note
			break
		}
	}
	return s
}

// meetings finds the markers that stand beside punctuation, in the order of the text.
func meetings(a *article.Article) []meeting {
	byPart := map[string][]*article.Paragraph{}
	for i := range a.Body {
		if p := &a.Body[i]; !p.Text.Empty() {
			part := p.Text.All().Part
			byPart[part] = append(byPart[part], p)
		}
	}
	for _, list := range byPart {
		slices.SortStableFunc(list, func(p, q *article.Paragraph) int { return cmp.Compare(p.Text.All().Start, q.Text.All().Start) })
	}
	var all []meeting
	for i := 0; i < len(a.Markers); i++ {
		m := a.Markers[i]
		list := byPart[m.Span.Part]
		k := sort.Search(len(list), func(k int) bool { return list[k].Text.All().Start > m.Span.Start })
		if k == 0 || m.Float || !list[k-1].Text.All().Contains(m.Span) {
			continue
		}
		p := list[k-1]
		start, end := offset(p, m.Span.Start), offset(p, m.Span.End)
		for ; i+1 < len(a.Markers) && a.Markers[i+1].Span.Part == m.Span.Part && p.Text.All().Contains(a.Markers[i+1].Span); i++ {
			next := a.Markers[i+1].Span
			from := offset(p, next.Start)
			if from < start || from > end && strings.Trim(p.Text.String[end:from], " ,;\u00a0\u202f") != "" {
				break
			}
			end = max(end, offset(p, next.End))
		}
		if x, ok := meets(p, start, end); ok {
			all = append(all, x)
		}
	}
	return all
}

// offset is the place in a paragraph's text of a place in the source.
func offset(p *article.Paragraph, at int) int {
	n := p.Text.Len()
	return sort.Search(n, func(i int) bool { return p.Text.Span(i, i+1).Start >= at })
}

const (
	stopMarks  = ".,;?!"
	quoteMarks = "”’\"»'"
)

// meets judges a row of markers by the characters at its sides.
func meets(p *article.Paragraph, start, end int) (meeting, bool) {
	text := p.Text.String
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	left := strings.TrimRight(text[:start], quoteMarks)
	stop, _ := utf8.DecodeLastRuneInString(left)
	next, size := utf8.DecodeRuneInString(text[end:])
	switch {
	case ends(next, size) && stop != utf8.RuneError && strings.ContainsRune(stopMarks+"…", stop):
		return meeting{text: p, start: start, end: end}, true
	case start == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) && !strings.ContainsRune(quoteMarks+")", before):
		return meeting{}, false
	case unicode.In(before, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul), oneWord(left, before):
		return meeting{}, false
	}
	marks := punctuation(text[end:])
	if after, size := utf8.DecodeRuneInString(text[end+marks:]); marks == 0 || !ends(after, size) && !strings.ContainsRune(")]", after) {
		return meeting{}, false // "v[1].5"
	}
	return meeting{text: p, start: start, end: end, marks: end + marks}, true
}

// punctuation is the length of a single stop, with the quotation marks beside
// it, at the start of a text; 0 for anything else, an ellipsis too.
func punctuation(text string) int {
	rest := strings.TrimLeft(text, "”’»")
	if rest == "" || !strings.ContainsRune(stopMarks, rune(rest[0])) {
		return 0
	}
	rest = strings.TrimLeft(rest[1:], "”’»")
	if rest != "" && strings.ContainsRune(stopMarks+"…", rune(rest[0])) {
		return 0
	}
	return len(text) - len(rest)
}

// ends says whether no word goes on with a character.
func ends(r rune, size int) bool {
	return size == 0 || unicode.IsSpace(r) || strings.ContainsRune("—–”’»\"", r)
}

// oneWord says whether the marker belongs to one word in quotation marks, and
// not to its sentence. left is the text before the closing mark.
func oneWord(left string, before rune) bool {
	if !strings.ContainsRune(quoteMarks, before) {
		return false
	}
	i := strings.LastIndexFunc(left, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("“‘„«\"", r) })
	if i < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(left[i:])
	return !unicode.IsSpace(r)
}
