package reports

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"ibid/checker"
)

// The service shows so many annotations of each kind for a step and drops the
// others without a word (https://docs.github.com/actions, workflow commands).
const (
	annotationsPerLevel = 10
	annotationLength    = 4000 // bytes; longer messages are cut by the service
)

// annotation is a finding with its article.
type annotation struct {
	r *checker.Report
	f *checker.Finding
}

// writeGitHub draws workflow commands: the gravest findings of all articles
// first, as many as the service shows, then a line that says how many more.
func writeGitHub(w io.Writer, run *checker.Run, _ Options) error {
	b := bufio.NewWriter(w)
	room := map[string]int{"error": annotationsPerLevel, "warning": annotationsPerLevel, "notice": annotationsPerLevel - 1}
	dropped := 0
	for _, f := range run.Failures {
		if room["error"]--; room["error"] < 0 {
			dropped++
			continue
		}
		fmt.Fprintf(b, "::error title=%s::%s\n", property("ibid: could not be read"), commandText(f.Source+": "+errorText(f.Err)))
	}
	for _, a := range annotations(run) {
		level := annotationLevel(a.f.Severity)
		if room[level]--; room[level] < 0 {
			dropped++
			continue
		}
		a.write(b, level)
	}
	s := run.Summary()
	text := fmt.Sprintf("%s in %s", findingCounts(s.Findings), count(s.Articles, "article"))
	if s.Failures > 0 {
		text += fmt.Sprintf(", %s could not be read", count(s.Failures, "source"))
	}
	if dropped > 0 {
		text += fmt.Sprintf("; %d more than can be shown here, see the table or JSON report", dropped)
	}
	if run.Interrupted {
		text += "; interrupted"
	}
	fmt.Fprintf(b, "::notice title=ibid::%s\n", commandText(text))
	return b.Flush()
}

// annotations are all findings, gravest first, else in their order.
func annotations(run *checker.Run) []annotation {
	var all []annotation
	for _, r := range run.Reports {
		for i := range r.Findings {
			all = append(all, annotation{r, &r.Findings[i]})
		}
	}
	slices.SortStableFunc(all, func(x, y annotation) int { return cmp.Compare(y.f.Severity, x.f.Severity) })
	return all
}

func annotationLevel(s checker.Severity) string {
	switch s {
	case checker.Error:
		return "error"
	case checker.Warning:
		return "warning"
	default:
		return "notice"
	}
}

func (a annotation) write(b *bufio.Writer, level string) {
	p := position(a.r.Article, a.f.Span)
	fmt.Fprintf(b, "::%s file=%s", level, property(relative(cmp.Or(a.r.Article.File, a.r.Article.Source))))
	text := a.f.Message
	if inParts(a.r.Article) {
		text = where(a.r.Article, a.f) + ": " + text
	} else {
		fmt.Fprintf(b, ",line=%d,endLine=%d", p.Line, p.EndLine)
		if p.Line == p.EndLine { // the service refuses columns across lines
			fmt.Fprintf(b, ",col=%d,endColumn=%d", p.Column, max(p.Column, p.EndColumn-1))
		}
	}
	fixes := changes(a.r.Article, a.f)
	if help := advice(a.f, fixes); help != "" {
		text += "\n" + help
	}
	when, address := archived(linksByURL(a.r), a.f)
	for _, c := range beside(fixes, address) {
		text += "\n" + c.brief()
	}
	if address != "" {
		text += "\n" + when + ": " + address
	}
	fmt.Fprintf(b, ",title=%s::%s\n", property(a.f.Rule), commandText(text))
}

// relative is a path as the service wants it: with slashes, without "./".
func relative(source string) string {
	if strings.Contains(source, "://") {
		return source
	}
	return strings.TrimPrefix(filepath.ToSlash(filepath.Clean(source)), "./")
}

// commandText escapes the message of a workflow command; line breaks are kept
// as the service wants them.
func commandText(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = clean(l)
	}
	s = strings.Join(lines, "\n")
	if len(s) > annotationLength {
		s = strings.ToValidUTF8(s[:annotationLength], "") + "…"
	}
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// property escapes a value before the message.
func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(clean(s))
}
