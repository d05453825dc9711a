package rules

import (
	"html"
	"strings"

	"ibid/checker"
	"ibid/parser/document"
	"ibid/pattern"
)

// DOISyntax finds a DOI that cannot be one.
var DOISyntax = &checker.Rule{ID: "doi-syntax", Group: checker.Form, Severity: checker.Error, Doc: checker.Doc{
	Title: "DOI is not complete",
	Text: "What is marked as a DOI is none: a DOI is 10., four digits or more, a slash, and a name. A half was lost in copying, or signs of a web page got into it. The name may " +
		"hold almost any sign.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” *Island Review* 3 (2009): 12, doi: 10.1234.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” *Island Review* 3 (2009): 12, doi: 10.1234/tides.9.",
	Basis: "ISO 26324",
}, Supersedes: []string{"url-malformed", "dead-link", "url-trailing-punctuation"}, Run: run(wrongDOIs)}

var (
	markedDOI = pattern.New(`(?i)(?:\bdoi\.org/|\bdoi(?::|\b)\s?(?:https?://(?:dx\.)?doi\.org/)?)(\d[^\s"“”<>]*)`)
	// rightDOI takes 10.978.… too: an ISBN as a DOI.
	rightDOI = pattern.New(`^10(?:\.(?:\d{4,9}(?:\.\d+)*|97[89]\.\d{2,8}))?/\S+$`)
)

func wrongDOIs(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		for _, m := range markedDOI.FindAllStringSubmatchIndex(note.Text.String, -1) {
			written := strings.TrimRight(note.Text.String[m[2]:m[3]], ".,;:!?'’)]»")
			entities := strings.Contains(written, "&lt;") || strings.Contains(written, "&gt;") || strings.Contains(written, "&amp;")
			if rightDOI.MatchString(written) && !entities {
				continue
			}
			// "doi 3" and the like: a DOI starts with 10, or nearly.
			if !strings.HasPrefix(written, "10") && !strings.Contains(written, "/") {
				continue
			}
			span := note.Text.Span(m[2], m[2]+len(written))
			f := atNote(n, span, "“%s” in note %s is not a complete DOI.", written, note.Number)
			f.Help = "Copy the DOI from the work again: 10., digits, a slash, and a name."
			f.Evidence = evidence("DOI", written)
			f.URL = addressAt(r, n, span)
			plain := html.UnescapeString(written)
			if entities && rightDOI.MatchString(plain) {
				f.Message = "The DOI “" + written + "” in note " + note.Number + " holds signs of a web page."
				f.Help = "Write " + plain + "."
				f.Fixes = []checker.Fix{{Description: "Write " + plain, Class: checker.Safe, Edits: []checker.Edit{{Span: span, Text: escape(r.Article, plain)}}}}
			}
			found = append(found, f)
		}
	}
	return found
}

// addressAt is the address that stands at a place of a note, or "".
func addressAt(r *checker.Report, note int, at document.Span) string {
	for _, u := range r.Article.Notes[note].URLs {
		if u.Span.Part == at.Part && u.Span.Start <= at.Start && at.Start < u.Span.End {
			return u.Address
		}
	}
	return ""
}
