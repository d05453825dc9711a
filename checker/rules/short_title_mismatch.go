package rules

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"ibid/checker"
	"ibid/parser/article"
)

// ShortTitleMismatch finds a short title that is not that of its work.
var ShortTitleMismatch = &checker.Rule{ID: "short-title-mismatch", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Short title differs from the title",
	Text: "A short form gives a title whose words are only in part those of the work it points at. A short title keeps the words of the title and their order. " +
		"Subtitles, series and abbreviations that the full citation gives are fine.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Time Tables*, 14.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Tide Tables*, 14.",
	Basis: "CMOS 17, 14.33",
}, Run: run(shortTitles)}

// shortTitles reports once for each wrong title of a work.
func shortTitles(r *checker.Report) []checker.Finding {
	a := r.Article
	type key struct {
		target article.Ref
		title  string
	}
	var found []checker.Finding
	index := map[key]int{}
	for ref, c := range a.Citations() {
		if c.Kind != article.Short || c.Target == nil || c.Target.Ambiguous || c.Item.Title == "" {
			continue
		}
		score, target := c.Target.Evidence.TitleScore, a.Cited(c.Target.Ref)
		if score < 0.3 || score >= 0.75 || target == nil || namedElsewhere(c, target) || !nearTitle(c.Item.Title, target.Item.Title) {
			continue
		}
		fix := retitle(a, ref, c, mainTitle(target.Item.Title))
		k := key{c.Target.Ref, folded(c.Item.Title)}
		if i, ok := index[k]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			found[i].Fixes = joinFix(found[i].Fixes, fix)
			continue
		}
		index[k] = len(found)
		f := checker.At(a, ref, "Note %s gives the title as “%s”; %s has “%s”.",
			a.Notes[ref.Note].Number, c.Item.Title, a.Where(c.Target.Ref), target.Item.Title)
		f.Help = "Use words of the title, in their order, or cite the other work in full if another one is meant."
		f.Confidence = 0.8
		f.Evidence = evidence("title in the full citation", target.Item.Title)
		f.Fixes = fix
		if len(fix) > 0 {
			f.Span = fix[0].Edits[0].Span
		}
		found = append(found, f)
	}
	return found
}

// retitle proposes another title in the place of a short form's.
func retitle(a *article.Article, ref article.Ref, c *article.Citation, title string) []checker.Fix {
	span, ok := within(a, ref, c, c.Item.Title)
	if !ok {
		return nil
	}
	return []checker.Fix{{
		Description: "Write “" + title + "”", Class: checker.Suggest,
		Edits: []checker.Edit{{Span: span, Text: escape(a, title)}},
	}}
}

// nearTitle says whether a short title can be a slip for a title: it starts
// with the same word, or has two words in five of it. Else it names another work.
func nearTitle(short, title string) bool {
	x, y := strings.Fields(folded(short)), strings.Fields(folded(mainTitle(title)))
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	common, weight := 0, 0
	for _, w := range y {
		if len(w) <= 3 {
			continue // articles and the like say nothing
		}
		weight++
		if slices.ContainsFunc(x, func(v string) bool { return v == w || len(v) > 3 && levenshtein.ComputeDistance(v, w) == 1 }) {
			common++
		}
	}
	return x[0] == y[0] || common > 0 && common*5 >= weight*2
}

// namedElsewhere says whether the short title is a name that the full citation
// gives in another place: a tag in brackets, its series or container, or the
// words of the whole citation.
func namedElsewhere(c, target *article.Citation) bool {
	title := strings.TrimSuffix(folded(c.Item.Title), " etc")
	if slices.ContainsFunc(target.Tags, func(tag string) bool { return strings.Contains(" "+folded(tag)+" ", " "+title+" ") }) {
		return true
	}
	return strings.Contains(" "+folded(target.Text)+" ", " "+title+" ")
}
