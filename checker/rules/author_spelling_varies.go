package rules

import (
	"regexp"
	"strings"

	"ibid/checker"
	"ibid/parser/article"
)

// AuthorSpellingVaries finds an author whose name is spelt in two ways.
var AuthorSpellingVaries = &checker.Rule{ID: "author-spelling-varies", Group: checker.Backref, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Author's name is spelt in two ways",
	Text: "A short form spells the author's name otherwise than the full citation of the same work. One of the two is wrong. Two people with similar names " +
		"are two people: the rule speaks only where the title agrees. Names from other scripts that follow two customs (Tolstoy, Tolstoi) are left alone.",
	Bad:   "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Elingsworth, *Tide Tables*, 14.",
	Good:  "A.[^1] B.[^2]\n\n[^1]: Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n[^2]: Ellingsworth, *Tide Tables*, 14.",
	Basis: "CMOS 17, 14.73–14.75; ISO 690",
}, Run: run(spellings)}

// possessive is not part of a name: "Garrison's Thoughts".
var possessive = regexp.MustCompile(`['’]s?$`)

func spellings(r *checker.Report) []checker.Finding {
	a := r.Article
	var found []checker.Finding
	index := map[[2]string]int{}
	for ref, c := range a.Citations() {
		if c.Kind != article.Short || c.Target == nil || c.Target.Ambiguous || c.Target.Evidence.NameDistance == 0 || c.Target.Evidence.TitleScore < 0.5 {
			continue
		}
		target := a.Cited(c.Target.Ref)
		if target == nil || len(c.Item.Author) == 0 {
			continue
		}
		wrong := surname(c.Item.Author[0])
		right := closest(wrong, target.Item.Author)
		if wrong = possessive.ReplaceAllString(wrong, ""); right == "" || strings.EqualFold(wrong, right) || strings.EqualFold(possessive.ReplaceAllString(c.Item.Author[0].Family, ""), right) || sameInAnotherScript(wrong, right) {
			continue
		}
		key := [2]string{wrong, right}
		if i, ok := index[key]; ok {
			found[i].Places = append(found[i].Places, placeOf(ref, c))
			found[i].Fixes = joinFix(found[i].Fixes, rename(a, ref, c, wrong, right))
			continue
		}
		index[key] = len(found)
		f := checker.At(a, ref, "Note %s spells the author “%s”; %s has “%s”.", a.Notes[ref.Note].Number, wrong, a.Where(c.Target.Ref), right)
		if span, ok := within(a, ref, c, wrong); ok {
			f.Span = span
		}
		f.Help = "Find out which is right, and use it in both notes."
		f.Confidence = 0.85
		f.Evidence = evidence("name in the full citation", right)
		f.Fixes = rename(a, ref, c, wrong, right)
		found = append(found, f)
	}
	return found
}

// closest is the surname among names that shares most of its start and end with wrong.
func closest(wrong string, names []article.Name) string {
	best, most := "", 0
	for _, n := range names {
		s := surname(n)
		if score := shared(wrong, s) + 1; score > most {
			best, most = s, score
		}
	}
	return best
}

// shared counts the letters that two words have in common at both ends.
func shared(x, y string) int {
	a, b := []rune(strings.ToLower(x)), []rune(strings.ToLower(y))
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	m := 0
	for m < len(a)-n && m < len(b)-n && a[len(a)-1-m] == b[len(b)-1-m] {
		m++
	}
	return n + m
}

func rename(a *article.Article, ref article.Ref, c *article.Citation, wrong, right string) []checker.Fix {
	span, ok := within(a, ref, c, wrong)
	if !ok {
		return nil
	}
	return []checker.Fix{{
		Description: "Write “" + right + "”, as the full citation has it", Class: checker.Suggest,
		Edits: []checker.Edit{{Span: span, Text: escape(a, right)}},
	}}
}

// joinFix adds the edits of one fix to another: one cause, one fix.
func joinFix(fixes, more []checker.Fix) []checker.Fix {
	if len(fixes) == 1 && len(more) == 1 {
		fixes[0].Edits = append(fixes[0].Edits, more[0].Edits...)
	}
	return fixes
}
