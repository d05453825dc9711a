package rules

import (
	"strings"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// CrossrefStale finds "above" that points forward and "below" that points back.
var CrossrefStale = &checker.Rule{ID: "crossref-stale", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "“Above” points forward, or “below” back",
	Text:  "A note says that another one stands above (supra) or below (infra), and it stands on the other side. Most often the notes were rearranged.",
	Do:    "Write the other word, after checking that the number is still right.",
	Quiet: "“Above” and “below” where they mean the text and not a note.",
	Bad:   "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: See note 3 above.\n[^3]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.",
	Good:  "A.[^1] B.[^2] C.[^3]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: See note 3 below.\n[^3]: Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.",
	Basis: "CMOS 17, 14.31",
}, Run: run(stale)}

// latinSide matches the word right before the number, which then says where the note is
// whatever else goes with it: “infra notes 8–9 and accompanying text”.
var latinSide = pattern.New(`(?i)\b(?:supra|infra) (?:notes?|nn?\.|fn\.) ?\d`)

// sideBehind matches the word right behind the number: “text accompanying n. 7 below”.
var sideBehind = pattern.New(`(?i)\b(?:notes?|nn?\.?|fn\.) ?\d+,? (?:above|below)\b`)

func stale(r *checker.Report) []checker.Finding {
	a := r.Article
	index, ends := notesByScope(a), outermost(a)
	var found []checker.Finding
	for ref, c := range a.Citations() {
		if !pointsByNumber(c) || c.Back.Direction == article.NoDirection || c.Back.AccompanyingText && !latinSide.MatchString(c.Text) && !sideBehind.MatchString(c.Text) {
			continue
		}
		label := c.Back.Notes[0]
		to, ok := index[scopedLabel{a.Notes[ref.Note].ScopeIndex, label}]
		above := c.Back.Direction == article.Above
		if !ok || to < 0 || to == ref.Note || above == (to < ref.Note) || ends.onSide(label, ref.Note, above) {
			continue
		}
		said, side := "above", "after"
		if !above {
			said, side = "below", "before"
		}
		f := checker.At(a, ref, "Note %s speaks of note %s as %s, and note %s comes %s it.", a.Notes[ref.Note].Number, label, said, label, side)
		f.Help = "Correct the number or the word."
		f.Confidence = 0.9
		f.Evidence = evidence("reference", ellipsis(c.Text))
		f.Fixes = otherSide(a, ref, c, above)
		found = append(found, f)
	}
	return found
}

// scopedLabel is a label in one numbering.
type scopedLabel struct {
	scope int
	label string
}

// notesByScope finds the one note of a numbering that has a label; -1 stands
// for several.
func notesByScope(a *article.Article) map[scopedLabel]int {
	index := map[scopedLabel]int{}
	for n := range a.Notes {
		k := scopedLabel{a.Notes[n].ScopeIndex, a.Notes[n].Number}
		if _, twice := index[k]; twice {
			n = -1
		}
		index[k] = n
	}
	return index
}

// labelEnds are the first and the last note of each label in all numberings.
type labelEnds map[string][2]int

func outermost(a *article.Article) labelEnds {
	ends := labelEnds{}
	for n := range a.Notes {
		e, again := ends[a.Notes[n].Number]
		if !again {
			e[0] = n
		}
		e[1] = n
		ends[a.Notes[n].Number] = e
	}
	return ends
}

// onSide says whether a note of the label stands above or below another one:
// where each chapter has its own numbers, "note 2 above" may be the last chapter's.
func (x labelEnds) onSide(label string, note int, above bool) bool {
	e, ok := x[label]
	return ok && (above && e[0] < note || !above && e[1] > note)
}

// otherSide proposes below for above, and the like.
func otherSide(a *article.Article, ref article.Ref, c *article.Citation, above bool) []checker.Fix {
	pairs := [...][2]string{{"above", "below"}, {"Above", "Below"}, {"supra", "infra"}, {"Supra", "Infra"}, {"earlier", "later"}, {"oben", "unten"}}
	for _, p := range pairs {
		wrong, right := p[0], p[1]
		if !above {
			wrong, right = p[1], p[0]
		}
		if span, ok := within(a, ref, c, wrong); ok && !strings.Contains(c.Text, right) {
			return []checker.Fix{{
				Description: "Write “" + right + "”", Class: checker.Safe,
				Edits: []checker.Edit{{Span: span, Text: right}},
			}}
		}
	}
	return nil
}
