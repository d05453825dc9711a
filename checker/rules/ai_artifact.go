package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// AIArtifact finds the mark-up that chatbots leave behind.
var AIArtifact = &checker.Rule{ID: "ai-artifact", Group: checker.Form, Severity: checker.Error, Doc: checker.Doc{
	Title: "Mark-up of a chatbot is left in a note",
	Text:  "The note holds signs by which a chatbot marks its own sources, such as “citeturn0search0” or “oaicite”. They mean nothing to a reader.",
	Do:    "See whether the source exists and says what it is cited for, and then delete the signs.",
	Quiet: "Notes that quote such signs, in quotation marks or as code.",
	Bad:   "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12 citeturn0search0.",
	Good:  "A.[^1]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Basis: "Wikipedia: Signs of AI writing, on mark-up",
}, Run: run(artifacts)}

// artifactForms are signs of chatbots that mean nothing else: 【 alone is Chinese
// and Japanese punctuation, [web:1] alone may be a house label.
var artifactForms = pattern.New(`[\x{e200}-\x{e202}]?(?:cite)?(?:[\x{e200}-\x{e202}]?turn\d+(?:search|view|news|image|fetch|file|academia|forecast|product)\d+)+[\x{e200}-\x{e202}]?` +
	`|:?contentReference\[oaicite:\d+\](?:\{[^}]{0,40}\})?|\[oaicite:\d+\](?:\{[^}]{0,40}\})?|\[?oai_citation(?::\d+)?[^\s\])”’"'»?!,]*\]?|\battributableIndex\b(?:":"[^"]{0,20}")?` +
	`|\[cite(?:_start|: ?\d+(?:, ?\d+)*)\]|\[span_\d+\]\((?:start|end)_span\)` +
	`|</?grok-card[^>]{0,200}>|\bgrok_render_citation_card_json\S*` +
	`|【\d+(?::\d+)?†[^】]{0,60}】` +
	`|\[attached_file:\d+\]|:::writing\{[^}]{0,60}\}`)

var knowledgeCutoff = pattern.New(`(?i)\bas of my last (?:knowledge|training) update\b`)

func artifacts(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		text := note.Text.String
		if f, ok := artifactIn(note, n, artifactForms.FindAllStringIndex(text, -1)); ok {
			found = append(found, f)
		} else if f, ok := artifactInSource(r.Article, n); ok {
			found = append(found, f)
		} else if m := knowledgeCutoff.FindStringIndex(text); m != nil && !quoted(note, m[0], m[1]) {
			f := atNote(n, note.Text.Span(m[0], m[1]), "Note %s holds words of a chatbot: “%s”.", note.Number, text[m[0]:m[1]])
			f.Help = "Check the source itself, and write the note anew."
			found = append(found, f)
		}
	}
	return found
}

// sourceForms are signs that Markdown and HTML read as mark-up of their own and do not show.
var sourceForms = pattern.New(` ?\[span_\d+\]\((?:start|end)_span\)| ?</?grok-card[^>]{0,200}>`)

// artifactInSource is one finding for all signs that a note has in its source only.
func artifactInSource(a *article.Article, n int) (checker.Finding, bool) {
	note := &a.Notes[n]
	if a.Format != "markdown" && a.Format != "html" {
		return checker.Finding{}, false
	}
	source := a.Text.Cut(note.Span)
	var spots []spot
	for _, m := range sourceForms.FindAllStringIndex(source, -1) {
		if strings.Count(source[:m[0]], "`")%2 == 1 || strings.Contains(source[:m[0]], "<code") {
			continue
		}
		span := note.Span
		span.Start, span.End = note.Span.Start+m[0], note.Span.Start+m[1]
		spots = append(spots, spot{note: n, span: span, edits: []checker.Edit{{Span: span}}})
	}
	if len(spots) == 0 {
		return checker.Finding{}, false
	}
	sign := strings.TrimSpace(a.Text.Cut(spots[0].span))
	found := grouped(spots, "Note "+note.Number+" holds mark-up of a chatbot: “"+ellipsis(sign)+"”.", "Take it out, and see that the source is there and says what it is cited for.")
	found = mendAll(found, spots, "Take the mark-up out", checker.Safe)
	found[0].Evidence = evidence("mark-up", sign)
	return found[0], true
}

// artifactIn is one finding for all artifacts of a note.
func artifactIn(note *article.Note, n int, at [][]int) (checker.Finding, bool) {
	var f checker.Finding
	var edits []checker.Edit
	for _, m := range at {
		if quoted(note, m[0], m[1]) || inURL(note, note.Text.Span(m[0], m[1])) {
			continue
		}
		span := note.Text.Span(m[0], m[1])
		if len(edits) == 0 {
			sign := strings.Map(func(r rune) rune {
				if r >= 0xe200 && r <= 0xe202 {
					return -1
				}
				return r
			}, note.Text.String[m[0]:m[1]])
			f = atNote(n, span, "Note %s holds mark-up of a chatbot: “%s”.", note.Number, ellipsis(sign))
			f.Evidence = evidence("mark-up", sign)
		} else {
			f.Places = append(f.Places, checker.Place{Note: n, Citation: -1, Span: span})
		}
		// The space before it goes with it.
		if m[0] > 0 && note.Text.String[m[0]-1] == ' ' {
			span = note.Text.Span(m[0]-1, m[1])
		}
		edits = append(edits, checker.Edit{Span: span})
	}
	if len(edits) == 0 {
		return f, false
	}
	f.Help = "Take it out, and see that the source is there and says what it is cited for."
	f.Fixes = []checker.Fix{{Description: "Take the mark-up out", Class: checker.Safe, Edits: edits}}
	return f, true
}
