package reports

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"ibid/checker"
)

const (
	// defaultWidth is a terminal's of old; narrower than minWidth nothing lines up.
	defaultWidth, minWidth = 80, 50
	// manyNotes is where the table keeps to the notes that a person has to look
	// at: two screens.
	manyNotes = 60
	// longText is where a message or an advice is cut, in cells: no rule writes
	// that much, a quoted article may.
	longText = 600
)

// terminal draws the default report.
type terminal struct {
	w     *bufio.Writer
	o     Options
	width int
}

func writeTable(w io.Writer, run *checker.Run, o Options) error {
	t := &terminal{w: bufio.NewWriter(w), o: o, width: o.Width}
	if t.width <= 0 {
		t.width = defaultWidth
	}
	t.width = max(t.width, minWidth)
	for i, r := range run.Reports {
		if i > 0 {
			t.line("")
		}
		if err := t.article(r); err != nil {
			return err
		}
	}
	if len(run.Failures) > 0 {
		if len(run.Reports) > 0 {
			t.line("")
		}
		t.failures(run.Failures)
	}
	t.line("")
	t.total(run)
	return errors.Join(t.w.Flush())
}

func (t *terminal) line(s string) {
	fmt.Fprintln(t.w, strings.TrimRight(s, " "))
}

// lines writes text wrapped to the width, the later lines indented.
func (t *terminal) lines(first, indent, text, style string) {
	for i, l := range wrap(text, t.width-width(indent)) {
		if i > 0 {
			first = indent
		}
		t.line(first + t.paint(style, l))
	}
}

// The styles of the terminal report, as SGR parameters.
const (
	bold    = "1"
	dim     = "2"
	red     = "31"
	green   = "32"
	yellow  = "33"
	blue    = "34"
	noStyle = ""
)

func (t *terminal) paint(style, s string) string {
	if !t.o.Color || style == noStyle || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

func severityStyle(s checker.Severity) string {
	switch s {
	case checker.Error:
		return red
	case checker.Warning:
		return yellow
	case checker.Info:
		return blue
	}
	return noStyle
}

func (t *terminal) article(r *checker.Report) error {
	a := r.Article
	t.heading(r)
	s := r.Summary()
	if s.Notes == 0 && s.Links == 0 && len(r.Findings) == 0 {
		t.line("No notes and no links were found.")
		return nil
	}
	t.lines("", "", counts(s), noStyle)
	if len(a.Notes) > 0 {
		t.line("")
		if err := t.notes(r); err != nil {
			return err
		}
	}
	if len(r.Findings) > 0 {
		t.line("")
		t.findings(r)
	}
	return nil
}

// heading is "title · file", on two lines where one is too short.
func (t *terminal) heading(r *checker.Report) {
	name, source := title(r), clean(r.Article.Source)
	switch {
	case name == source:
		t.lines("", "", name, bold)
	case width(name)+3+width(source) <= t.width:
		t.line(t.paint(bold, name) + " · " + source)
	default:
		t.lines("", "", name, bold)
		t.line(shortURL(source, t.width))
	}
}

func (t *terminal) findings(r *checker.Report) {
	places, widest := make([]string, len(r.Findings)), 0
	for i := range r.Findings {
		places[i] = fit(where(r.Article, &r.Findings[i]), 24)
		widest = max(widest, width(places[i]))
	}
	indent := strings.Repeat(" ", 2+7+2+widest+2)
	links := linksByURL(r)
	for i := range r.Findings {
		f := &r.Findings[i]
		first := "  " + t.paint(severityStyle(f.Severity), pad(f.Severity.String(), 7)) + "  " + pad(places[i], widest) + "  "
		t.lines(first, indent, fit(clean(f.Message), longText)+" ["+f.Rule+"]", noStyle)
		for _, advice := range t.advice(r, links, f) {
			t.lines(indent+"→ ", indent+"  ", advice, noStyle)
		}
	}
}

// advice is what to do about a finding, a line each.
func (t *terminal) advice(r *checker.Report, links map[string]*checker.Link, f *checker.Finding) []string {
	var out []string
	when, copied := archived(links, f)
	fixes := changes(r.Article, f)
	if s := fit(advice(f, fixes), longText); s != "" {
		out = append(out, s)
	}
	for _, c := range beside(fixes, copied) {
		out = append(out, fit(c.brief(), longText))
	}
	if copied != "" {
		out = append(out, when+": "+clean(copied))
	}
	if s := alsoAt(r.Article, f); s != "" {
		out = append(out, s)
	}
	return out
}

func (t *terminal) failures(failures []checker.Failure) {
	t.line(t.paint(bold, "Could not be read"))
	for _, f := range failures {
		text := clean(errorText(f.Err))
		if source := clean(f.Source); !strings.HasPrefix(text, source) {
			text = source + ": " + text
		}
		t.lines("  "+t.paint(red, pad("failed", 7))+"  ", strings.Repeat(" ", 11), text, noStyle)
	}
}

func (t *terminal) total(run *checker.Run) {
	s := run.Summary()
	line := findingCounts(s.Findings) + " in " + count(s.Articles, "article")
	if s.Articles == 0 {
		line = "No article was checked"
	}
	if s.Failures > 0 {
		line += ", " + count(s.Failures, "source") + " could not be read"
	}
	line += "."
	if worst := worstFinding(run); worst != nil {
		line += " Explain a rule: ibid explain " + worst.Rule
	}
	t.lines("", "", line, bold)
	if run.Interrupted {
		t.lines("", "", "Interrupted: this is what was known by then; links that were not opened are unchecked.", yellow)
	}
}

// worstFinding is the first of the gravest findings, or nil.
func worstFinding(run *checker.Run) *checker.Finding {
	var worst *checker.Finding
	for _, r := range run.Reports {
		for i := range r.Findings {
			if f := &r.Findings[i]; worst == nil || f.Severity > worst.Severity {
				worst = f
			}
		}
	}
	return worst
}
