package rules

import (
	"html"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
	"ibid/pattern"
)

// DOISyntax finds a DOI that cannot be one.
var DOISyntax = &checker.Rule{ID: "doi-syntax", Group: checker.Form, Severity: checker.Error, Doc: checker.Doc{
	Title: "DOI is not complete",
	Text: "What stands there as a DOI cannot be one. A DOI begins with “10.”, four figures or more and a slash, and then comes a name: 10.1234/tides.9. A part was lost in " +
		"copying, or signs of a web page got into it.",
	Do:    "Copy the whole DOI from the publication. Where only punctuation clings to it, ibid offers to take that away.",
	Quiet: "Unusual signs behind the slash, where nearly every sign is allowed.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” *Island Review* 3 (2009): 12, doi: 10.1234.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, “Tides,” *Island Review* 3 (2009): 12, doi: 10.1234/tides.9.",
	Basis: "ISO 26324",
}, Supersedes: []string{"url-malformed", "dead-link", "url-trailing-punctuation"}, Run: run(wrongDOIs)}

var (
	markedDOI = pattern.New(`(?i)(?:\bdoi\.org/|\bdoi(?::|\b)\s?(?:https?://(?:dx\.)?doi\.org/)?)((?:doi:)?(?:\d|l0\.)[^\s"“”<>]*)`)
	// rightDOI takes 10.978.… too: an ISBN as a DOI.
	rightDOI = pattern.New(`^10(?:\.(?:\d{4,9}(?:\.\d+)*|97[89]\.\d{2,8}))?/\S+$`)
)

func wrongDOIs(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		for _, m := range markedDOI.FindAllStringSubmatchIndex(note.Text.String, -1) {
			written, entities, wrong := misspeltDOI(note.Text.String[m[2]:m[3]])
			if !wrong {
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
		found = append(found, wrongTargets(r, n)...)
	}
	return found
}

// misspeltDOI says whether what is marked as a DOI is none, or holds entities of
// a web page. written is without the punctuation behind it.
func misspeltDOI(marked string) (written string, entities, wrong bool) {
	written = strings.TrimRight(marked, ".,;:!?'’)]»")
	entities = strings.Contains(written, "&lt;") || strings.Contains(written, "&gt;") || strings.Contains(written, "&amp;")
	// "doi 3" and the like: a DOI starts with 10, or nearly.
	known := strings.HasPrefix(written, "10") || strings.HasPrefix(written, "doi:") || strings.HasPrefix(written, "l0.") || strings.HasPrefix(written, "1O") || strings.Contains(written, "/")
	return written, entities, known && (entities || !rightDOI.MatchString(written))
}

// wrongTargets are links whose target is an address of doi.org without a DOI, and
// whose words do not show it.
func wrongTargets(r *checker.Report, n int) []checker.Finding {
	var found []checker.Finding
	note := &r.Article.Notes[n]
	for i := range note.URLs {
		u := &note.URLs[i]
		if u.Form != article.Href || markedDOI.MatchString(u.Visible) {
			continue
		}
		p := parsed(u.Address)
		if p == nil || !onHost(hostOf(p), "doi.org") || strings.HasPrefix(p.Path, "/10/") {
			continue
		}
		written, _, wrong := misspeltDOI(strings.TrimPrefix(p.Path, "/"))
		if !wrong {
			continue
		}
		f := atNote(n, u.Span, "The link in note %s leads to “%s”, which is not a complete DOI.", note.Number, written)
		f.Help = "Copy the DOI from the work again: 10., digits, a slash, and a name."
		f.Evidence = evidence("DOI", written)
		f.URL = u.Address
		found = append(found, f)
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
