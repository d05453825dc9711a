package rules

import (
	"slices"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/parser/document"
)

// OutOfOrder finds markers or notes whose numbers do not rise.
var OutOfOrder = &checker.Rule{ID: "out-of-order", Group: checker.Structure, Severity: checker.Warning, Doc: checker.Doc{
	Title: "Numbers out of order",
	Text: "The numbers of notes should rise through the text and through the list. Here a larger one stands before a smaller one: a passage was moved and its notes were not, or " +
		"two numbers changed places.",
	Do:    "Renumber the notes in the order in which a reader meets them. Ibid offers this as a fix where it is safe, and then changes references such as “see note 5” as well.",
	Quiet: "A note that is called a second time, names in place of numbers, and numbers in figures, tables and boxes, which stand wherever there is room.",
	Bad:   "A.[1] B.[3] C.[2] D.[4]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n[3] Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.\n\n[4] Ida Moss, *Reeds* (Bath: Weir, 2001), 8.",
	Good:  "A.[1] B.[2] C.[3]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n[3] Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.",
	Basis: "CMOS 17, 14.25: consecutive numbers from 1",
}, Run: run(outOfOrder)}

// labelled is a number where it stands.
type labelled struct {
	number, note int
	label        string
	span         document.Span
	float        bool // in a figure, a table or a sidebar
}

func outOfOrder(r *checker.Report) []checker.Finding {
	var found []checker.Finding
	if f := r.Article.Format; f == "wikitext" || f == "latex" {
		return nil // they number notes by their calls, wherever they stand
	}
	seen := map[string]bool{}
	for _, run := range markerRuns(r.Article) {
		run = ashore(run)
		if r.Article.Format == "html" && exchangedColumns(run) {
			continue
		}
		if f, ok := misplaced(run, "The marker %s stands in the text out of order."); ok {
			for _, notes := range noteRuns(r.Article) {
				if edits := reorder(r.Article, run, notes); len(edits) > 0 && sameNotes(run, notes) {
					f.Fixes = []checker.Fix{{Description: "Number the notes in the order of their markers", Class: checker.Suggest, Edits: edits}}
				}
			}
			found = append(found, f)
			for _, m := range run {
				seen[m.label] = true
			}
		}
	}
	for _, run := range noteRuns(r.Article) {
		f, ok := misplaced(run, "Note %s stands in the list out of order.")
		if ok && (len(found) == 0 || !seen[r.Article.Notes[f.Note].Number]) {
			found = append(found, f)
		}
	}
	return found
}

// sameNotes says whether two lists are of the same notes.
func sameNotes(x, y []labelled) bool {
	return len(x) == len(y) && !slices.ContainsFunc(x, func(m labelled) bool {
		return !slices.ContainsFunc(y, func(n labelled) bool { return n.note == m.note })
	})
}

// markerRuns are the first calls of numbered notes in each scope, in reading order.
func markerRuns(a *article.Article) [][]labelled {
	var runs [][]labelled
	index := map[string]int{}
	type key struct{ scope, label string }
	called := map[key]bool{}
	for _, m := range a.Markers {
		n, ok := number(m.Label)
		if !ok || called[key{m.Scope, m.Label}] || labelIsName(a, m.Span) {
			continue
		}
		called[key{m.Scope, m.Label}] = true
		i, ok := index[m.Scope]
		if !ok {
			i = len(runs)
			index[m.Scope] = i
			runs = append(runs, nil)
		}
		runs[i] = append(runs[i], labelled{n, m.Note, m.Label, m.Span, m.Float})
	}
	return runs
}

// noteRuns are the numbered notes of each scope, as the source has them.
func noteRuns(a *article.Article) [][]labelled {
	var runs [][]labelled
	index := map[int]int{}
	for n := range a.Notes {
		note := &a.Notes[n]
		v, ok := number(note.Number)
		if !ok || note.Unnumbered || note.Counted || labelIsName(a, note.Label) {
			continue
		}
		i, ok := index[note.ScopeIndex]
		if !ok {
			i = len(runs)
			index[note.ScopeIndex] = i
			runs = append(runs, nil)
		}
		runs[i] = append(runs[i], labelled{v, n, note.Number, labelSpan(note), false})
	}
	if a.Text.Container() {
		return runs // the places in two parts can't be compared, and Word keeps notes in no order that anybody sees
	}
	for _, run := range runs {
		slices.SortStableFunc(run, func(x, y labelled) int { return x.span.Start - y.span.Start })
	}
	return runs
}

// misplaced is a finding for the numbers that keep a run from rising: all but
// those of its longest rising part. A run of which more than a third is
// misplaced follows another order (an alphabetical list of references), and
// nothing is said of it.
func misplaced(run []labelled, message string) (checker.Finding, bool) {
	kept := rising(run)
	if kept == len(run) || (len(run)-kept)*3 > len(run) {
		return checker.Finding{}, false
	}
	var wrong []labelled
	in := risingSet(run)
	for i, m := range run {
		if !in[i] {
			wrong = append(wrong, m)
		}
	}
	f := atNote(wrong[0].note, wrong[0].span, message, wrong[0].label)
	f.Help = "Renumber the notes by their first place in the text, and correct what refers to them (“see note 5”)."
	f.Confidence = 0.9
	for _, m := range wrong[1:] {
		f.Places = append(f.Places, checker.Place{Note: m.note, Citation: -1, Span: m.span})
	}
	labels := make([]string, 0, len(wrong))
	for _, m := range wrong {
		labels = append(labels, m.label)
	}
	f.Evidence = evidence("numbers out of order", list(labels))
	return f, true
}

// ashore leaves out the numbers that stand in floats: those stand where the page
// has room, so that their numbers follow the sentence that speaks of them, not
// their place. Where they are more than half of a run, a table or the like is the
// page's own frame, and nothing is left out.
func ashore(run []labelled) []labelled {
	var kept []labelled
	for _, m := range run {
		if !m.float {
			kept = append(kept, m)
		}
	}
	if len(kept)*2 < len(run) {
		return run
	}
	return kept
}

// exchangedColumns says whether a run is two rising parts of which the later
// one comes first: columns that the page's style puts in the other order.
func exchangedColumns(run []labelled) bool {
	cut := 0
	for i := 1; i < len(run); i++ {
		switch {
		case run[i].number > run[i-1].number:
		case cut > 0:
			return false
		default:
			cut = i
		}
	}
	// One that is much shorter is a paragraph that was moved.
	return min(cut, len(run)-cut)*4 >= len(run) && run[len(run)-1].number < run[0].number
}

// rising is the length of the longest run of numbers that do not fall.
func rising(run []labelled) int {
	n := 0
	for _, ok := range risingSet(run) {
		if ok {
			n++
		}
	}
	return n
}

// risingSet marks one longest part of the run that does not fall, in
// O(n log n): patience sorting with back pointers.
func risingSet(run []labelled) []bool {
	tails := make([]int, 0, len(run)) // index of the least end of a part of each length
	before := make([]int, len(run))
	for i, m := range run {
		at, _ := slices.BinarySearchFunc(tails, m.number, func(k, v int) int {
			if run[k].number <= v {
				return -1
			}
			return 1
		})
		before[i] = -1
		if at > 0 {
			before[i] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, i)
		} else {
			tails[at] = i
		}
	}
	in := make([]bool, len(run))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			in[i] = true
		}
	}
	return in
}
