package rules

import (
	"ibid/checker"
	"ibid/parser/article"
)

// LateFullCitation finds a short form before its full citation.
var LateFullCitation = &checker.Rule{ID: "late-full-citation", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Full citation comes after the short form",
	Text: "A work is named in short before it is cited in full: the reader meets a short form that explains nothing yet. It happens when paragraphs change places. " +
		"A work that the text itself introduces by name is fine.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Ellingsworth, *Tide Tables*, 14.\n[^2]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 14.\n[^2]: Ellingsworth, *Tide Tables*, 12.",
	Basis: "CMOS 17, 14.29",
}, Supersedes: []string{"short-form-unresolved"}, Run: run(lateCitations)}

// lateCitations reports once per work.
func lateCitations(r *checker.Report) []checker.Finding {
	a := r.Article
	body := newBodyIndex(a)
	var found []checker.Finding
	index := map[article.Ref]int{}
	for ref, c := range a.Citations() {
		if c.Kind != article.Short || c.Target == nil || !c.Target.Evidence.Late || c.Target.Ambiguous || c.Target.Confidence < 0.6 || c.Target.Ref.Note == ref.Note {
			continue
		}
		if i, ok := index[c.Target.Ref]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			continue
		}
		full := a.Cited(c.Target.Ref)
		if full == nil || body.hasWork(&full.Item) {
			continue
		}
		index[c.Target.Ref] = len(found)
		f := checker.At(a, ref, "Note %s names “%s” in short; the full citation comes only in note %s.",
			a.Notes[ref.Note].Number, ellipsis(c.Text), a.Notes[c.Target.Ref.Note].Number)
		f.Help = "Cite the work in full here and in short there."
		f.Confidence = 0.9
		f.Evidence = evidence("full citation", describe(a, c.Target.Ref))
		f.Fixes = swap(a, ref, c, full)
		found = append(found, f)
	}
	for i := range found {
		if len(found[i].Places) > 0 {
			found[i].Fixes = nil // more than two notes are involved
		}
	}
	return found
}

// swap proposes to exchange a short form and its full citation; each place
// keeps its own page.
func swap(a *article.Article, ref article.Ref, short, full *article.Citation) []checker.Fix {
	if short.Locator == nil || full.Locator == nil || short.Locator.Inherited || full.Locator.Inherited {
		return nil
	}
	sp, ok1 := within(a, ref, short, short.Locator.Value)
	fp, ok2 := within(a, short.Target.Ref, full, full.Locator.Value)
	if !ok1 || !ok2 || !short.Span.Contains(sp) || !full.Span.Contains(fp) {
		return nil
	}
	put := func(whole, locator checker.Edit) string {
		src := a.Text.Cut(whole.Span)
		return src[:locator.Span.Start-whole.Span.Start] + locator.Text + src[locator.Span.End-whole.Span.Start:]
	}
	return []checker.Fix{{
		Description: "Exchange the full citation and the short form", Class: checker.Suggest,
		Edits: []checker.Edit{
			{Span: short.Span, Text: put(checker.Edit{Span: full.Span}, checker.Edit{Span: fp, Text: a.Text.Cut(sp)})},
			{Span: full.Span, Text: put(checker.Edit{Span: short.Span}, checker.Edit{Span: sp, Text: a.Text.Cut(fp)})},
		},
	}}
}
