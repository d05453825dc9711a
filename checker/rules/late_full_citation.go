package rules

import (
	"slices"

	"ibid/checker"
	"ibid/parser/article"
)

// LateFullCitation finds a short form before its full citation.
var LateFullCitation = &checker.Rule{ID: "late-full-citation", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Full citation comes after the short form",
	Text:  "A work is named in short first and cited in full only later. The reader meets a short form that explains nothing yet. It happens when paragraphs change places.",
	Do:    "Let the first note give the full citation and the later one the short form.",
	Quiet: "Works that the text itself introduces, and references that say where the full citation is (“infra note 9”).",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Ellingsworth, *Tide Tables*, 14.\n[^2]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 14.\n[^2]: Ellingsworth, *Tide Tables*, 12.",
	Basis: "CMOS 17, 14.29",
}, Supersedes: []string{"short-form-unresolved"}, Run: run(lateCitations)}

// lateCitations reports once per work.
func lateCitations(r *checker.Report) []checker.Finding {
	a := r.Article
	var found []checker.Finding
	index := map[article.Ref]int{}
	for ref, c := range a.Citations() {
		if c.Kind != article.Short || c.Target == nil || !c.Target.Evidence.Late || c.Target.Ambiguous || c.Target.Confidence < 0.6 || c.Target.Ref.Note == ref.Note || c.Back.Direction == article.Below {
			continue
		}
		if i, ok := index[c.Target.Ref]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			continue
		}
		full := a.Cited(c.Target.Ref)
		if full == nil || inBody(r, &full.Item) {
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
	found = append(found, thinFirst(r, index)...)
	for i := range found {
		if len(found[i].Places) > 0 {
			found[i].Fixes = nil // more than two notes are involved
		}
	}
	return found
}

// thinFirst finds a name, a title and a page that the resolver took for a first
// mention, where a later note cites the work in full.
func thinFirst(r *checker.Report, said map[article.Ref]int) []checker.Finding {
	a := r.Article
	thin := map[string]article.Ref{} // by the author's name
	var found []checker.Finding
	for ref, c := range a.Citations() {
		if c.Kind != article.Full || len(c.Item.Author) != 1 || c.Item.Title == "" {
			continue
		}
		name := folded(surname(c.Item.Author[0]))
		if isThin(c) {
			if _, known := thin[name]; !known {
				thin[name] = ref
			}
			continue
		}
		first, known := thin[name]
		if !known || first.Note == ref.Note || c.Item.Issued == nil {
			continue
		}
		short := a.Cited(first)
		x, y := titleWords(short.Item.Title), titleWords(c.Item.Title)
		if _, again := said[ref]; again || len(x) > len(y) || !slices.Equal(x, y[:len(x)]) || inBody(r, &c.Item) {
			continue
		}
		delete(thin, name)
		f := checker.At(a, first, "Note %s names “%s” in short; the full citation comes only in note %s.", a.Notes[first.Note].Number, ellipsis(short.Text), a.Notes[ref.Note].Number)
		f.Help = "Cite the work in full here and in short there."
		f.Confidence = 0.85
		f.Evidence = evidence("full citation", describe(a, ref))
		found = append(found, f)
	}
	return found
}

// isThin says whether a citation gives no more than a short form does.
func isThin(c *article.Citation) bool {
	item := &c.Item
	return item.Issued == nil && item.Publisher == "" && item.PublisherPlace == "" && item.ContainerTitle == "" && item.Volume == "" && len(c.URLs) == 0 && len([]rune(item.Author[0].Given)) <= 2
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
