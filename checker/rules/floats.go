package rules

import (
	"regexp"
	"slices"
	"strings"

	"ibid/parser/article"
	"ibid/parser/document"
)

// Figures, tables and sidebars stand where the page has room for them, so that
// the numbers of their notes follow the sentence that speaks of them, not their place.

var floatTag = regexp.MustCompile(`(?i)<(/?)(figure|aside|table)\b[^<>]*>`)

// floats lists the parts of a web page or a Markdown file that float, in order.
func floats(a *article.Article) []document.Span {
	if a.Format != "html" && a.Format != "markdown" {
		return nil
	}
	source := a.Text.Text("")
	var spans []document.Span
	open, start := 0, 0
	for _, m := range floatTag.FindAllStringSubmatchIndex(source, -1) {
		switch {
		case m[3] == m[2]: // an opening tag
			if open == 0 {
				start = m[0]
			}
			open++
		case open > 0:
			open--
			if open == 0 {
				spans = append(spans, document.Span{Start: start, End: m[1]})
			}
		}
	}
	if a.Format == "markdown" {
		spans = append(spans, tableRows(source)...)
		slices.SortFunc(spans, func(x, y document.Span) int { return x.Start - y.Start })
	}
	return spans
}

// tableRows are the lines of a Markdown file that start with a bar.
func tableRows(source string) []document.Span {
	var spans []document.Span
	at := 0
	for line := range strings.Lines(source) {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "|") {
			spans = append(spans, document.Span{Start: at, End: at + len(line)})
		}
		at += len(line)
	}
	return spans
}

// ashore leaves out the numbers that stand in floats. Where those are half of a
// run or more, a table or the like is the page's own frame, and nothing is left out.
func ashore(run []labelled, floats []document.Span) []labelled {
	var kept []labelled
	for _, m := range run {
		if !inOne(floats, m.span) {
			kept = append(kept, m)
		}
	}
	if len(kept)*2 <= len(run) {
		return run
	}
	return kept
}

// inOne says whether one of the spans, which are sorted, holds another.
func inOne(spans []document.Span, s document.Span) bool {
	i, _ := slices.BinarySearchFunc(spans, s.Start+1, func(f document.Span, at int) int { return f.Start - at })
	return i > 0 && spans[i-1].Contains(s)
}

// exchangedColumns says whether a run is two rising halves of which the later
// one comes first: columns that the page's style puts in the other order.
func exchangedColumns(run []labelled) bool {
	cut := 0
	for i := 1; i < len(run); i++ {
		switch {
		case run[i].number > run[i-1].number:
		case cut > 0:
			return false
		default:
			cut = i
		}
	}
	return cut > 1 && len(run)-cut > 1 && run[len(run)-1].number < run[0].number
}
