package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/document"
)

// UnusedSuppression finds an ibid-ignore comment that keeps nothing quiet.
var UnusedSuppression = &checker.Rule{ID: "unused-suppression", Group: checker.Structure, Severity: checker.Info, Last: true, Doc: checker.Doc{
	Title: "Comment that ignores nothing",
	Text: "The article holds a comment “ibid-ignore …”, which keeps a rule quiet for one note or line. This one no longer does anything: nothing is wrong there, its last day is " +
		"over, or there is no rule of that name. Left in place it may hide the next mistake.",
	Do:    "Delete the comment, or correct the name of the rule in it.",
	Quiet: "Comments about links while links are not opened.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ibid., 14. <!-- ibid-ignore ibid-first: to be mended -->",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Penhallow, *Kelp Kings*, 14. <!-- ibid-ignore short-form-unresolved: cited in part one -->",
	Basis: "Common practice of linters",
}, Run: run(unusedSuppressions)}

func unusedSuppressions(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for _, s := range r.Suppressions {
		names := strings.Join(s.Rules, ", ")
		var f checker.Finding
		switch s.State {
		case checker.SuppressionUnused:
			f = checker.AtSpan(s.Span, "The comment that ignores %s has nothing to ignore here.", names)
		case checker.SuppressionExpired:
			f = checker.AtSpan(s.Span, "The comment that ignores %s held until %s.", names, s.Until.Format("2 January 2006"))
		case checker.SuppressionUnknown:
			f = checker.AtSpan(s.Span, "The comment ignores %s, and there is no such rule in this check.", names)
		case checker.SuppressionUsed, checker.SuppressionNotJudged:
			continue
		}
		f.Help, f.Confidence = "Delete the comment.", 0.95
		if s.State != checker.SuppressionUnknown {
			f.Fixes = []checker.Fix{{Description: "Delete the comment", Class: checker.Safe, Edits: []checker.Edit{{Span: wholeLine(r, s.Span)}}}}
		} else {
			f.Help = "Correct the name; `ibid rules` lists them all."
		}
		found = append(found, f)
	}
	return found
}

// wholeLine is a span with the blanks before it, and with its line's end where
// nothing else stands in the line.
func wholeLine(r *checker.Report, span document.Span) document.Span {
	source := r.Article.Text.Text(span.Part)
	for span.Start > 0 && (source[span.Start-1] == ' ' || source[span.Start-1] == '\t') {
		span.Start--
	}
	rest := source[span.End:]
	if (span.Start == 0 || source[span.Start-1] == '\n') && strings.HasPrefix(strings.TrimPrefix(rest, "\r"), "\n") {
		span.End += strings.IndexByte(rest, '\n') + 1
	}
	return span
}
