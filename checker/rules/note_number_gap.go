package rules

import (
	"slices"
	"strconv"

	"ibid/checker"
	"ibid/parser/article"
	"ibid/pattern"
)

// NoteNumberGap finds a number that the list of notes skips.
var NoteNumberGap = &checker.Rule{ID: "note-number-gap", Group: checker.Structure, Severity: checker.Warning, Doc: checker.Doc{
	Title: "A number is missing",
	Text:  "The numbers of the notes skip one. Either a note was lost, or the others were not renumbered after one was deleted.",
	Do:    "Find the missing note and put it back, or renumber those after it.",
	Quiet: "A list that starts at a higher number because the article is a second part, numbers with letters (3a), and editions that say which notes they leave out.",
	Bad:   "A.[1] B.[2] C.[4]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n[4] Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.",
	Good:  "A.[1] B.[2] C.[3]\n\n## Notes\n\n[1] Mara Ellingsworth, *Tide Tables* (Harbor: Pier Press, 2009), 12.\n\n[2] Ivo Kern, *Handwerk* (Ulm: Stein, 1998), 40.\n\n[3] Lena Dahl, *Salt* (Bergen: Fjord, 2011), 7.",
	Basis: "CMOS 17, 14.25",
}, Run: run(numberGaps)}

func numberGaps(r *checker.Report) []checker.Finding {
	type key struct {
		scope string
		label string
	}
	called := map[key]bool{} // a marker calls it: marker-without-note says so
	for _, m := range r.Article.Markers {
		called[key{m.Scope, m.Label}] = true
	}
	said := leftOut(r.Article)
	lettered := map[key]bool{} // 3a and 3b stand for 3
	for n := range r.Article.Notes {
		note := &r.Article.Notes[n]
		i := 0
		for i < len(note.Number) && note.Number[i] >= '0' && note.Number[i] <= '9' {
			i++
		}
		lettered[key{note.Scope, note.Number[:i]}] = true
	}
	var found []checker.Finding
	for _, run := range noteRuns(r.Article) {
		gaps := len(found)
		slices.SortStableFunc(run, func(x, y labelled) int { return x.number - y.number })
		if len(run) < 2 || len(run) == 2 && run[0].number != 1 || run[len(run)-1].number-run[0].number+1 > 2*len(run) {
			continue // labels that are years or names of another kind
		}
		for i, m := range run[1:] {
			last := run[i].number
			scope := r.Article.Notes[m.note].Scope
			var missing []string
			for v := last + 1; v < m.number; v++ {
				if label := strconv.Itoa(v); !called[key{scope, label}] && !lettered[key{scope, label}] && !said[label] {
					missing = append(missing, label)
				}
			}
			if len(missing) == 0 {
				continue
			}
			word, verb := "note ", "is"
			if len(missing) > 1 {
				word, verb = "notes ", "are"
			}
			f := atNote(m.note, m.span, "The list goes from note %d to note %d: %s%s %s missing.", last, m.number, word, list(missing), verb)
			f.Help = "Restore what is missing, or renumber the notes after the gap and their markers."
			f.Confidence = 0.85
			f.Evidence = evidence("missing", list(missing))
			if len(missing) == m.number-last-1 {
				f.Fixes = closeGap(r.Article, run, m.number, len(missing))
			}
			found = append(found, f)
		}
		if len(found) > gaps+1 { // closing one moves what stands behind the others
			for i := range found[gaps:] {
				found[gaps+i].Fixes = nil
			}
		}
	}
	return found
}

// closeGap renumbers the notes of a run from a number on, which is right where
// the missing note was deleted and not lost.
func closeGap(a *article.Article, run []labelled, from, by int) []checker.Fix {
	to := map[int]string{}
	for _, m := range run {
		if m.number >= from {
			to[m.note] = strconv.Itoa(m.number - by)
		}
	}
	for _, m := range a.Markers {
		if n, ok := number(m.Label); ok && n >= from && m.Note < 0 {
			return nil // its note is missing as well: more than one was lost
		}
	}
	edits := renumber(a, to)
	if len(edits) == 0 {
		return nil
	}
	what := "note " + strconv.Itoa(from)
	if len(to) > 1 {
		what = "the notes from " + strconv.Itoa(from) + " on"
	}
	return []checker.Fix{{Description: "If nothing is lost, renumber " + what, Class: checker.Suggest, Edits: edits}}
}

var notesLeftOut = pattern.New(`(?i)\bnotes? (\d+)(?:(?:, | and |, and |–|-)(\d+))?\b[^.;]{0,80}\b(?:omitted|left out|deleted|dropped|removed|not printed|suppressed)\b`)

// leftOut are the numbers of notes that the article says are left out on
// purpose, as editions of older texts do.
func leftOut(a *article.Article) map[string]bool {
	said := map[string]bool{}
	take := func(text string) {
		for _, m := range notesLeftOut.FindAllStringSubmatch(text, -1) {
			said[m[1]] = true
			said[m[2]] = true
		}
	}
	for _, p := range a.Body {
		take(p.Text.String)
	}
	for n := range a.Notes {
		take(a.Notes[n].Text.String)
	}
	return said
}
