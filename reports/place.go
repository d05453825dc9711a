package reports

import (
	"strconv"

	"ibid/parser/article"
	"ibid/parser/document"
)

// inParts says whether an article is no file of lines: a container of parts, or
// one of pages.
func inParts(a *article.Article) bool { return a.Text != nil && a.Text.Container() }

// number is the line that a span stands in; in a file of pages the page; in a
// container the paragraph of the body: for a span in a note, that of the note's
// marker. It is "" where there is none.
func number(a *article.Article, s document.Span, note int) string {
	p := position(a, s)
	switch {
	case p.Page > 0:
		return strconv.Itoa(p.Page)
	case !inParts(a):
		return strconv.Itoa(p.Line)
	}
	for i := range a.Markers {
		if p.Paragraph > 0 || note < 0 {
			break
		}
		if a.Markers[i].Note == note {
			p = position(a, a.Markers[i].Span)
		}
	}
	if p.Paragraph == 0 {
		return ""
	}
	return strconv.Itoa(p.Paragraph)
}

// place is a span's number with its noun: "line 73", "paragraph 12", "page 3,
// line 12", or "".
func place(a *article.Article, s document.Span, note int) string {
	n := number(a, s, note)
	switch p := position(a, s); {
	case p.Page > 0:
		return "page " + strconv.Itoa(p.Page) + ", line " + strconv.Itoa(p.Line)
	case n == "":
		return ""
	case inParts(a):
		return "paragraph " + n
	}
	return "line " + n
}
