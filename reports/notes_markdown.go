package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"ibid/parser/document"
	"ibid/unfold"
)

// writeNotesMarkdown draws notes as Markdown footnotes, to paste into an
// article; marks are bold.
func writeNotesMarkdown(w io.Writer, all []UnfoldedNotes) error {
	b := bufio.NewWriter(w)
	for i, u := range all {
		if i > 0 {
			fmt.Fprintln(b)
		}
		fmt.Fprintf(b, "# %s\n\n%s\n", markdownText(heading(u.Article)), unfoldCounts(u))
		for k := range u.Notes {
			n := &u.Notes[k]
			fmt.Fprintf(b, "\n[^%s]: ", markdownText(strings.ReplaceAll(noteNumber(u.Article, n.Index), " ", "-")))
			for i := range n.Pieces {
				fmt.Fprint(b, markdownRuns(n.Pieces[i].Text))
				if mark := n.Pieces[i].Mark(); len(mark) > 0 {
					fmt.Fprint(b, " **"+markdownText(strings.TrimSpace(unfold.Plain(mark)))+"**")
				}
			}
			fmt.Fprintln(b)
		}
	}
	return b.Flush()
}

// markdownRuns is text with its italics, bold and links in Markdown.
func markdownRuns(runs []unfold.Run) string {
	var b strings.Builder
	for _, r := range runs {
		text := markdownText(r.Text)
		head := text[:len(text)-len(strings.TrimLeft(text, " "))]
		tail := text[len(strings.TrimRight(text, " ")):]
		body := strings.TrimSpace(text)
		if body == "" {
			b.WriteString(text)
			continue
		}
		if r.Style.Has(document.Bold) {
			body = "**" + body + "**"
		}
		if r.Style.Has(document.Italic) {
			body = "*" + body + "*"
		}
		switch {
		case r.Href == "" || !isWeb(r.Href) || strings.ContainsAny(r.Href, "<>\\\n"):
		case strings.TrimSpace(r.Text) == r.Href:
			body = markdownURL(r.Href)
		default:
			body = "[" + body + "](<" + clean(r.Href) + ">)"
		}
		b.WriteString(head + body + tail)
	}
	return b.String()
}
