package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"ibid/checker"
	"ibid/checker/link"
)

// writeMarkdown draws a run to paste into a ticket: what was counted, the
// findings, and the links that need a hand.
func writeMarkdown(w io.Writer, run *checker.Run, o Options) error {
	b := bufio.NewWriter(w)
	s := run.Summary()
	fmt.Fprintf(b, "# ibid: %s in %s\n", findingCounts(s.Findings), count(s.Articles, "article"))
	if run.Interrupted {
		fmt.Fprint(b, "\n**Interrupted:** this is what was known by then.\n")
	}
	for _, r := range run.Reports {
		markdownArticle(b, r, o)
	}
	if len(run.Failures) > 0 {
		fmt.Fprint(b, "\n## Could not be read\n\n")
		for _, f := range run.Failures {
			fmt.Fprintf(b, "- %s: %s\n", markdownText(f.Source), markdownText(errorText(f.Err)))
		}
	}
	return b.Flush()
}

func markdownArticle(b *bufio.Writer, r *checker.Report, o Options) {
	s := r.Summary()
	fmt.Fprintf(b, "\n## %s\n\n%s · %s\n", markdownText(title(r)), markdownText(r.Article.Source), counts(s))
	links := linksByURL(r)
	if len(r.Findings) > 0 {
		fmt.Fprintln(b)
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		fmt.Fprintf(b, "- [ ] **%s** %s: %s (`%s`)\n", f.Severity, markdownText(where(r.Article, f)), markdownText(f.Message), f.Rule)
		fixes := changes(r.Article, f)
		for _, c := range fixes {
			fmt.Fprintf(b, "  - %s\n", markdownText(c.String()))
		}
		for _, line := range []string{advice(f, fixes), alsoAt(r.Article, f)} {
			if line != "" {
				fmt.Fprintf(b, "  - %s\n", markdownText(line))
			}
		}
		if when, address := archived(links, f); address != "" {
			fmt.Fprintf(b, "  - %s: %s\n", when, markdownURL(address))
		}
	}
	markdownLinks(b, r, o)
}

// markdownLinks is a table of the links in trouble.
func markdownLinks(b *bufio.Writer, r *checker.Report, o Options) {
	head := "\n| link | verdict | notes |\n|---|---|---|\n"
	for i := range r.Links {
		l := &r.Links[i]
		if l.Verdict == link.OK || l.Verdict == link.Skipped || l.Verdict == link.Unchecked {
			continue
		}
		said := verdict(l)
		if from := kept(r, l, o); from != "" {
			said += ", " + from
		}
		fmt.Fprintf(b, "%s| %s | %s | %s |\n", head, markdownURL(l.URL), said, markdownText(citingNotes(r.Article, l)))
		head = ""
	}
}

// markdownText escapes what Markdown would take for markup, and keeps a "@name"
// in an article from calling a person.
func markdownText(s string) string {
	var b strings.Builder
	for _, r := range clean(s) {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '@':
			b.WriteString("&#64;")
		case strings.ContainsRune("\\`*_[]|~#>!$", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// markdownURL is an address as a link if it is one of the web, else as text.
func markdownURL(address string) string {
	address = clean(address)
	if !isWeb(address) || strings.ContainsAny(address, "<> |`\\") {
		return markdownText(address)
	}
	return "<" + address + ">"
}
