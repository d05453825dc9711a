package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ibid/checker"
)

// NestedQuoteStyle finds a quotation inside another one with the same marks.
var NestedQuoteStyle = &checker.Rule{ID: "nested-quote-style", Group: checker.Form, Severity: checker.Info, Doc: checker.Doc{
	Title: "Quotation inside a quotation has the same marks",
	Text:  "A title or quotation inside another one has the same marks as the outer one. A reader cannot tell where the inner one ends.",
	Do:    "Give the inner one the other kind of mark: “On ‘Salt’ and Brine”.",
	Quiet: "Languages that use other marks („…“, «…», ”…”).",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “On “Salt” and Brine,” *Island Review* 3 (2009): 12.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “On ‘Salt’ and Brine,” *Island Review* 3 (2009): 12.",
	Basis: "CMOS 17, 13.30 and 14.94",
}, Run: run(nestedQuotes)}

func nestedQuotes(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		open, end := innerQuote(veiled(r, n))
		if end == 0 {
			continue
		}
		const size = len("“")
		f := atNote(n, note.Text.Span(open, end), "A quotation inside another one in note %s has the same marks: %s", note.Number, note.Text.String[open:end])
		f.Citation = citationAt(note, open)
		f.Help, f.Confidence = "Set the inner one in single marks: ‘"+note.Text.String[open+size:end-size]+"’.", 0.85
		f.Fixes = []checker.Fix{{Description: "Set the inner quotation in single marks", Class: checker.Suggest, Edits: []checker.Edit{
			{Span: note.Text.Span(open, open+size), Text: "‘"}, {Span: note.Text.Span(end-size, end), Text: "’"},
		}}}
		found = append(found, f)
	}
	return found
}

// innerQuote is the first quotation “…” inside another “…”; end is 0 where there
// is none, or where the marks do not come out even and nothing is certain.
func innerQuote(text string) (open, end int) {
	if strings.ContainsAny(text, "„«»") || strings.Count(text, "“") != strings.Count(text, "”") {
		return 0, 0
	}
	depth := 0
	single := false // a mark of the second level since the last opening one
	var start int
	for i, r := range text {
		switch r {
		case '“':
			if before, _ := utf8.DecodeLastRuneInString(text[:i]); i > 0 && !unicode.IsSpace(before) && !strings.ContainsRune("([“‘—–-", before) {
				return 0, 0 // a closing mark of the wrong form
			}
			if depth++; depth == 2 {
				if single {
					return 0, 0 // the third level takes the first one's marks again
				}
				start = i
			}
			single = false
		case '‘':
			single = true
		case '”':
			if depth--; depth < 0 || depth > 1 {
				return 0, 0
			}
			if depth == 1 && end == 0 {
				open, end = start, i+len("”")
			}
		}
	}
	return open, end
}
