package rules

import (
	"slices"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// MarkerWithoutNote finds a marker that leads to no note.
var MarkerWithoutNote = &checker.Rule{ID: "marker-without-note", Group: checker.Structure, Severity: checker.Error, Doc: checker.Doc{
	Title: "Marker without a note",
	Text: "A number in the text sends the reader to a note, and there is no note with that number. The note was lost, or the number was left behind when its note was deleted, " +
		"or it is mistyped.",
	Do:    "Write the missing note, correct the number, or delete it from the text.",
	Quiet: "Raised figures that are no notes: powers (10²), ordinals (2ⁿᵈ), formulas, years and remarks in brackets ([1998], [sic]), and numbers in program code.",
	Bad:   "The mill burned.[^9] It was rebuilt.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Good:  "The mill burned.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Basis: "CMOS 17, 14.19–14.20: every number in the text has a note",
}, Run: run(markersWithoutNote)}

// inNotes says whether a bracketed number stands in the text of a note.
func inNotes(a *article.Article, span document.Span) bool {
	if source := a.Text.Cut(span); !strings.HasPrefix(source, "[") || strings.HasPrefix(source, "[^") || a.Format == "markdown" {
		return false
	}
	return slices.ContainsFunc(a.Notes, func(n article.Note) bool { return n.Text.All().Contains(span) })
}

func markersWithoutNote(r *checker.Report) []checker.Finding {
	if r.Article.Truncated != "" {
		return nil // the note may stand in what was not read: document-damaged says so
	}
	type key struct{ scope, label string }
	labels := indexLabels(r.Article)
	var found []checker.Finding
	index := map[key]int{}
	for _, m := range r.Article.Markers {
		if m.Note >= 0 || labels.at(m) >= 0 {
			continue // the note is there: backlink-broken says that the link is wrong
		}
		if inNotes(r.Article, m.Span) {
			continue // a paragraph of a judgment: "[37]–[41]"
		}
		k := key{m.Scope, m.Label}
		if len(r.Article.Notes) == 0 {
			k = key{} // the whole list is missing: that is one cause
		}
		if i, ok := index[k]; ok {
			found[i].Places = append(found[i].Places, checker.Place{Note: -1, Citation: -1, Span: m.Span})
			continue
		}
		index[k] = len(found)
		f := checker.AtSpan(m.Span, "The text calls note %s, and there is no note %s.", m.Label, m.Label)
		f.Help = "Write note " + m.Label + ", correct the number, or delete the marker."
		f.Evidence = evidence("notes in the list", plural(len(r.Article.Notes), "note"))
		f.Confidence = 0.9
		if len(r.Article.Notes) == 0 {
			f.Message = "The text has note markers, and no notes were found."
			f.Help = "Add the notes, or delete the markers. If the notes are in the file, put them at its end in one numbered list under a heading such as “Notes”."
		}
		found = append(found, f)
	}
	return found
}
